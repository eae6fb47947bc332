//! The example of many applications: what each of its files says, and that it says nothing else.

use jianli::readback;

use jianli::session::{Format, Options, Reading, Request, Session, sees_the_same};

use crate::cli::TestFolder;
use crate::setup;

/// The files, and the letter by which each is called in [`SAID`].
const FILES: [(char, &str); 5] = [
    ('b', "后端工程师-陆听澜-13800000000.pdf"),
    ('B', "Tinglan Lu - Backend Engineer.pdf"),
    ('d', "数据平台工程师-陆听澜-13800000000.pdf"),
    ('D', "Tinglan Lu - Data Platform Engineer.pdf"),
    ('p', "陆听澜-公开简历.pdf"),
];

/// What is said, and in which of them: `b` and `d` are Chinese, `B` and `D` English, `p` is the public one. What is part
/// of something else stands behind it.
const SAID: &[(&str, &str)] = &[
    ("bdp", "陆听澜"),
    ("BD", "Tinglan Lu"),
    ("d", "数据平台工程师"),
    ("D", "Data Platform Engineer"),
    ("p", "软件工程师"),
    ("bd", "138-0000-0000"),
    ("BD", "+86 138 0000 0000"),
    ("bBdD", "lu@example.com"),
    ("bd", "lan-example-0000"),
    ("bBdDp", "github.com/tinglan-lu-example"),
    ("bdp", "杭州"),
    ("BD", "Hangzhou"),
    ("p", "写了七年服务端，喜欢把难的事情做得平常。"),
    ("b", "做了五年订单与库存，最高兴的是大促之夜平安无事。"),
    ("B", "Five years of orders and stock, and still glad when a busy night passes without news."),
    ("d", "从交易系统走到数据平台，在意的是口径一致，数出有源。"),
    (
        "D",
        "I came to data from transactions: one definition for each figure, and a source that can be named.",
    ),
    ("bdp", "工作经历"),
    ("BD", "Experience"),
    ("bdp", "澄舟科技"),
    ("BD", "Chengzhou Technology"),
    ("bdp", "高级工程师"),
    ("BD", "Senior Engineer"),
    ("bdp", "2021.07 – 至今"),
    ("BD", "Jul 2021 – Present"),
    ("bdp", "负责订单与库存两个核心服务，日均 320 万单，去年全年可用性 99.99%"),
    ("BD", "Own orders and stock: 3.2 million orders a day, 99.99 % available over the past year"),
    ("b", "库存由加锁扣减改为预占加补偿，峰值吞吐达到原来的 2.4 倍，再无超卖"),
    ("B", "Moved stock from locks to reservations: 2.4 times the peak throughput, and no more overselling"),
    ("b", "用 9 个月拆完一个 41 万行的单体：先补契约测试，再逐条切流量，没有一次回滚"),
    ("B", "Took apart a monolith of 410,000 lines in 9 months, contract tests first, without one rollback"),
    ("d", "牵头指标中台：统一 180 个核心口径，报表争议工单减少 70%"),
    (
        "D",
        "Led the metrics layer: one definition for each of 180 core figures, disputes over reports down by 70 %",
    ),
    ("d", "用 Flink 重建实时宽表，端到端延迟由 15 分钟降到 8 秒"),
    ("D", "Rebuilt the real-time wide tables on Flink; end-to-end delay down from 15 minutes to 8 seconds"),
    ("bdp", "带 4 人小组，其中 2 人已独立负责一条业务线"),
    ("BD", "Lead a group of 4, of whom 2 now run a product line of their own"),
    ("bd", "参与双十一值守与复盘"),
    ("BD", "On call for Singles’ Day, the largest sales event of the year, and its reviews"),
    ("bdp", "半夏物流"),
    ("BD", "Banxia Logistics"),
    ("bdp", "后端工程师"),
    ("BD", "Backend Engineer"),
    ("bdp", "2018.07 – 2021.06"),
    ("BD", "Jul 2018 – Jun 2021"),
    ("bdp", "参与运单系统从零到一，三年间由日均 2 万单做到 60 万单"),
    ("BD", "Helped build the waybill system from the first line; in three years 20,000 a day became 600,000"),
    ("b", "设计电子围栏与轨迹纠偏，异常签收识别准确率 96%"),
    ("B", "Designed geofences and track correction; 96 % of false deliveries recognised"),
    ("d", "搭建离线数仓，凌晨批处理由 6 小时缩短到 70 分钟"),
    ("D", "Built the warehouse; the nightly batch takes 70 minutes where it took 6 hours"),
    ("bdp", "专业技能"),
    ("BD", "Skills"),
    ("bdp", "语言：Java、Go、SQL，能读 Rust"),
    ("BD", "Languages: Java, Go, SQL; reading Rust"),
    ("bdp", "存储与消息：MySQL、Redis、Kafka"),
    ("BD", "Storage and messaging: MySQL, Redis, Kafka"),
    ("b", "稳定性：容量评估、全链路压测、故障演练"),
    ("B", "Reliability: capacity planning, full-path load tests, failure drills"),
    ("d", "数据：Flink、Spark、ClickHouse、数据血缘"),
    ("D", "Data: Flink, Spark, ClickHouse, lineage"),
    ("bdp", "教育背景"),
    ("BD", "Education"),
    ("bdp", "江东理工大学"),
    ("BD", "Jiangdong University of Technology"),
    ("bdp", "软件工程硕士"),
    ("BD", "Software Engineering M.Eng."),
    ("bdp", "2015.09 – 2018.06"),
    ("BD", "Sep 2015 – Jun 2018"),
    ("bdp", "海陵大学"),
    ("BD", "Hailing University"),
    ("bdp", "数学与应用数学本科"),
    ("BD", "Mathematics B.Sc."),
    ("bdp", "2011.09 – 2015.06"),
    ("BD", "Sep 2011 – Jun 2015"),
    ("b", "论文"),
    ("B", "Publications"),
    ("b", "《带补偿的库存预占协议》，第一作者，2018"),
    ("B", "“A stock reservation protocol with compensation”, first author, 2018"),
    ("p", "关于这份简历"),
    ("p", "公开版本不含电话、邮箱与微信；想聊聊，请在 GitHub 上留言。"),
];

/// Text without blanks, with one sort of each mark.
fn packed(text: &str) -> String {
    text.replace('’', "'").chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn five_files_say_what_they_should_and_nothing_else() {
    let desk = TestFolder::new();
    desk.write("applications.md", &std::fs::read_to_string(setup::path("examples/applications.md")).unwrap());
    desk.run(&["applications.md", "--all-views", "--all-langs", "-o", "out/"])
        .ended_long(0, &["5 résumés: 5 built", "后端工程师-陆听澜-13800000000.pdf  1 page"]);
    let mut made: Vec<String> = std::fs::read_dir(desk.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    made.sort();
    let mut wanted = FILES.map(|(_, name)| name.to_owned());
    wanted.sort();
    assert_eq!(made, wanted);
    for (letter, name) in FILES {
        let mut rest = packed(&readback::read(&desk.read(&format!("out/{name}"))).unwrap().text());
        for (files, words) in SAID {
            let words = packed(words);
            assert!(!files.contains(letter) || rest.contains(&words), "{name} lacks {words}: {rest}");
            if files.contains(letter) {
                rest = rest.replacen(&words, "|", usize::MAX);
            }
        }
        let left: String = rest.chars().filter(|c| c.is_alphanumeric()).collect();
        assert!(left.is_empty(), "{name} also says {left}: {rest}");
    }
}

#[test]
fn its_languages_say_the_same() {
    let desk = TestFolder::new();
    desk.write("a.md", &std::fs::read_to_string(setup::path("examples/applications.md")).unwrap());
    for view in ["backend", "data"] {
        desk.run(&["check", "--drift", "a.md", "--view", view, "--strict"])
            .ended(0, &["zh-Hans ↔ en  4 entries", "no differences"]);
        desk.run(&["check", "a.md", "--view", view, "--all-langs", "--strict"])
            .ended_long(0, &["2 résumés: 2 without errors"]);
    }
}

#[test]
fn results_that_are_read_together_are_those_that_are_read_alone() {
    let text = std::fs::read_to_string(setup::path("examples/applications.md")).unwrap();
    let part = text.replace("## 教育背景", "<!-- include: part.md -->\n\n## 教育背景");
    for text in [text, part] {
        let reading = Reading::default();
        for (view, lang) in [
            ("backend", "zh-Hans"),
            ("data", "en"),
            ("backend", "en"),
            ("data", "zh-Hans"),
            ("public", "zh-Hans"),
        ] {
            let mut options = Options::default();
            (options.view, options.lang) = (Some(view.to_owned()), Some(lang.to_owned()));
            let request = Request::new("a.md", text.as_str())
                .with_file("part.md", "## 奖项\n\n- 一等奖 <!-- lang: zh-Hans -->\n");
            let request = request.with_options(options);
            let alone = Session::new().unwrap().build(&request);
            let (_, together) = Session::new().unwrap().build_changed(&request, None, &reading, &mut |_| {});
            let together = together.unwrap();
            assert_eq!(alone.findings, together.findings, "{view} {lang}");
            assert_eq!(alone.files.looked_at(), together.files.looked_at(), "{view} {lang}");
            let places = |outcome: &jianli::session::Outcome<jianli::session::Built>| {
                let place = |finding: &jianli::diag::Diagnostic| {
                    finding.primary.map(|span| outcome.files.line_column(span))
                };
                outcome.findings.iter().map(place).collect::<Vec<_>>()
            };
            assert_eq!(places(&alone), places(&together), "{view} {lang}");
            assert!(alone.result.unwrap().artefacts == together.result.unwrap().artefacts, "{view} {lang}");
        }
    }
}

#[test]
fn whatever_line_is_changed_a_result_that_is_passed_over_says_what_it_said() {
    let text = std::fs::read_to_string(setup::path("examples/applications.md")).unwrap();
    let request = |text: &str, (view, lang): (&str, &str)| {
        let mut options = Options::default();
        (options.view, options.lang) = (Some(view.to_owned()), Some(lang.to_owned()));
        options.formats = vec![Format::Markdown];
        Request::new("a.md", text).with_options(options)
    };
    let mut session = Session::new().unwrap();
    let results = [
        ("backend", "zh-Hans"),
        ("backend", "en"),
        ("data", "zh-Hans"),
        ("data", "en"),
        ("public", "zh-Hans"),
    ];
    let reading = Reading::default();
    let mut first = |result: (&'static str, &'static str)| {
        let request = request(&text, result);
        let (signature, made) = session.build_changed(&request, None, &reading, &mut |_| {});
        (result, signature.unwrap(), made.unwrap().result.unwrap().artefacts)
    };
    let known = results.map(&mut first);
    let (mut seen_by, mut at) = ([0; 6], 0);
    for line in text.split_inclusive('\n') {
        let letter = line.rfind(char::is_alphanumeric);
        let place = letter.map(|letter| at + letter);
        at += line.len();
        let Some(place) = place else { continue };
        let changed = [&text[..place], "7", &text[place..]].concat();
        let reading = Reading::default();
        let mut seen = 0;
        for (result, signature, artefacts) in &known {
            let request = request(&changed, *result);
            let (_, made) = session.build_changed(&request, Some(signature), &reading, &mut |_| {});
            let surely = sees_the_same(&request, signature, &reading);
            assert!(!surely || made.is_none(), "{result:?} {line}");
            if made.is_some() {
                seen += 1;
                continue;
            }
            let alone = session.build(&request).result;
            assert!(alone.is_ok_and(|built| built.artefacts == *artefacts), "{result:?} {line}");
        }
        seen_by[seen] += 1;
    }
    // There are lines for one and for all of them, and for those of one language.
    assert!(seen_by[1] > 9 && seen_by[2] > 9 && seen_by[5] > 3, "{seen_by:?}");
}
