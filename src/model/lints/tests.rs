//! Résumés of invented people: findings in them, and none where there should be none.

use crate::diag::{Diagnostic, Files, Sink, code};

fn found(text: &str) -> Vec<Diagnostic> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    let resume = crate::model::build(&source, &mut sink).expect("no errors");
    let mut sink = Sink::default();
    super::proofread(&resume, &source, &mut sink);
    sink.into_sorted()
}

/// Returns the codes found, each with the source text of the finding.
fn said(text: &str) -> Vec<String> {
    let shown = |found: &Diagnostic| {
        let place = found.primary.and_then(|span| text.get(span.range())).unwrap_or("?");
        format!("{} {}", found.code.id, place.lines().next().unwrap_or(""))
    };
    found(text).iter().map(shown).collect()
}

const GOOD: &str = "# 林知远\n\n后端工程师\n\n- 电话：138-0000-0000\n- 邮箱：lin@example.com\n\
    - GitHub：<https://github.com/example>\n\n## 工作经历\n\n\
    ### 星渚科技 | 工程师 | 2021.07 – 至今\n\n\
    - **职责**：独立设计日志系统(Rust)，P99 由 11 s 降到 1.8 s。\n\
    - 用 `javascript` 与 nginx/redis.conf 写过部署脚本，比例 1:3，见 github.com/example。\n\n\
    ### 云杉网络 | 实习生 | 2020.05 – 2021.06\n\n- 维护 Java/Python 服务，精通 Linux 排障。\n\
    - 引入 kube-redis 与 my_mysql 两个模块，缓存命中率由七成升到九成五。\n\n\
    ## 技能\n\n- 语言：Rust、Go\n- 系统：Linux、eBPF\n- 证书：CKA\n";

#[test]
fn a_good_resume_has_nothing_to_be_said_of() {
    assert_eq!(said(GOOD), Vec::<String>::new());
    let english = "# Robin Ashdown\n\nEngineer\n\n- Email: robin@example.com\n\n## Experience\n\n\
        ### Example Corp | Engineer | Mar 2021 – Present\n\n- Built Part I of the pipeline; cut cost by 40%.\n\
        - Led I/O work on the storage layer, with phase II to follow.\n\n\
        ## Education\n\n### Example University | BSc | 2015 – 2019\n\n## Skills\n\nRust, Go, Linux\n";
    assert_eq!(said(english), Vec::<String>::new());
}

/// Returns the findings of a build about entries, each with its source text.
fn built(sections: &str) -> Vec<String> {
    let text = format!("# Ann Sample\n\n- ann@example.com\n\n{sections}");
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    crate::model::build(&source, &mut sink).expect("no errors");
    let told = |found: &Diagnostic| found.code == code::NO_ENTRY || found.code == code::PARTS;
    let shown = |found: Diagnostic| {
        let place = found.primary.and_then(|span| text.get(span.range())).unwrap_or("?");
        format!("{} {place}", found.code.id)
    };
    sink.into_sorted().into_iter().filter(told).map(shown).collect()
}

#[test]
fn entries_that_say_less_than_those_beside_them_are_said() {
    let jobs = "## Experience\n\n### Sample Co. | Baker | 2020 – 2021\n\n- baked\n\n### Example Inn | Cook | 2018 – 2019\n\n- cooked\n\n";
    for (own, want) in [
        (
            "### Sliced in the summer of 2016 for half a year - Crumbs\n\n- sliced\n",
            "J214 Sliced in the summer of 2016 for half a year - Crumbs",
        ),
        ("### Crumbs\n\nIt was in 2016 that I came there.\n", "J214 It was in 2016 that I came there."),
        ("### Bread, Crumbs and more | 2015 – 2016\n\n- sliced\n", "J221 Bread, Crumbs and more"),
        ("### 面包、糕点 | 2015 – 2016\n\n- 卖\n", "J221 面包、糕点"),
    ] {
        assert!(
            built(&format!("{jobs}{own}")).contains(&want.to_owned()),
            "{own}: {:?}",
            built(&format!("{jobs}{own}"))
        );
    }
    for own in [
        "",
        "### Crumbs | Slicer\n\n- sliced\n",
        "### Crumbs | Slicer | 2016 – 2017\n\n- It was in 2016.\n",
        "### Crumbs | 2016 – 2017\n\n- sliced\n",
    ] {
        assert_eq!(built(&format!("{jobs}{own}")), Vec::<String>::new(), "{own}");
    }
}

#[test]
fn lists_of_links_and_courses_are_no_entries_that_were_missed() {
    let list = |title: &str, item: &str| built(&format!("## {title}\n\n{}", format!("- {item}\n").repeat(4)));
    assert_eq!(list("Projects", "[Loaf finder](https://loaf.example)"), Vec::<String>::new());
    assert_eq!(list("Education", "Bread Basics"), Vec::<String>::new());
    assert_eq!(list("Projects", "In May 2019 I wrote a finder of loaves, and used it"), ["J214 ## Projects"]);
    assert_eq!(list("Education", "Sample University"), ["J214 ## Education"]);
    assert_eq!(list("Experience", "Baker at Sample Co."), ["J214 ## Experience"]);
}

#[test]
fn a_name_or_a_headline_that_is_a_guess_is_said() {
    let said = |top: &str| -> Vec<String> {
        let text = format!("{top}\n\n- 电话：138-0000-0000\n\n## 技能\n\n会计\n");
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
        crate::model::build(&source, &mut sink).expect("no errors");
        let guessed = sink.into_sorted().into_iter().filter(|found| found.code == code::GUESSED);
        guessed.filter_map(|found| Some(text.get(found.primary?.range())?.to_owned())).collect()
    };
    for (top, want) in [
        ("# 江边慢慢走的第三年", "江边慢慢走的第三年"),
        ("# user_2077", "user_2077"),
        ("# 林小满\n\n在江边看船的第 2019 天", "在江边看船的第 2019 天"),
        ("# 林小满\n\n我在江边看船", "我在江边看船"),
        (
            "# 林小满\n\n在江边看船，也看云，也看山，也看路过的人和他们的狗，有时写下来",
            "在江边看船，也看云，也看山，也看路过的人和他们的狗，有时写下来",
        ),
    ] {
        assert_eq!(said(top), [want], "{top}");
    }
    for top in [
        "# 林小满",
        "# 林小满 | Sam Lin\n\n会计",
        "# Alex Sample\n\nBaker",
        "# 小满\n\n先把账算清楚",
        "# battlecook",
        "姓名：user_2077",
    ] {
        assert_eq!(said(top), Vec::<String>::new(), "{top}");
    }
}

#[test]
fn brands_are_known_in_text_and_not_in_names_of_things() {
    let text =
        "# 甲\n\n## 技能\n\n熟悉 Github、javascript 与 linux，用过 Github 和 nodejs；Mysql/redis 也会。\n";
    assert_eq!(
        said(text),
        ["J301 Github", "J301 javascript", "J301 linux", "J301 nodejs", "J301 Mysql", "J301 redis"]
    );
    let names = "# 甲\n\n## 技能\n\n`github`、my-redis、redis.io、a/linux.git、JAVASCRIPT、linux_x86、ops@linux 都不是。\n";
    assert_eq!(said(names), Vec::<String>::new());
}

#[test]
fn widths_are_those_of_their_neighbours() {
    assert_eq!(said("# 甲\n\n## 乙\n\n负责设计,开发和测试;上线\n"), ["J302 ,"]);
    assert_eq!(said("# Robin\n\n## Skills\n\nRust， Go and more\n"), ["J302 ，"]);
    assert_eq!(
        said("# 甲\n\n## 乙\n\n用 Java，Python，比 1:3，见 a,b 两处；12:30 起\n"),
        Vec::<String>::new()
    );
}

#[test]
fn words_that_weaken_are_counted() {
    let text = "# 甲\n\n## 技能\n\n- 精通 A\n- 精通 B\n- 精通 C\n- 精通 D\n";
    let found = found(text);
    assert_eq!((found.len(), found[0].message.as_str()), (1, "精通 is used 4 times"));
    let text = "# Robin Ashdown\n\n## Summary\n\nI like it.\n\n## Experience\n\nI designed the pipeline and my team ran it for years.\n";
    assert_eq!(said(text), ["J303 I"]);
}

#[test]
fn what_is_private_stays_out() {
    // No such number was ever given out: region 000000.
    let text = "# 甲\n\n- 身份证：000000199001010000\n- 邮箱：a@example.com\n- 期望薪资：面议\n\n## 技能\n\n订单号 000000999901010000 不是。\n";
    assert_eq!(said(text), ["J303 000000199001010000", "J303 期望薪资："]);
}

#[test]
fn long_urls_in_text_are_better_behind_words() {
    let url = "https://example.com/2024/05/a-very-long-title-of-a-post";
    assert_eq!(said(&format!("# 甲\n\n## 乙\n\n这件事的经过详见 {url} 一文。\n")), [format!("J304 {url}")]);
    assert_eq!(said(&format!("# 甲\n\n- 博客：{url}\n\n## 乙\n\n{url}\n")), Vec::<String>::new());
}

#[test]
fn bullets_are_short_and_end_alike() {
    let long = "负责一个很大的系统，".repeat(30);
    assert_eq!(said(&format!("# 甲\n\n## 乙\n\n- {long}好。\n- 短。\n"))[0][..4], *"J305");
    let text = "# 甲\n\n## 乙\n\n- 独立设计日志系统并把延迟降到一秒以内。\n- 带四个人维护所有线上集群的稳定性很久\n- 写书。\n";
    let found = found(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].code, found[0].message.as_str()),
        (code::SENTENCE_END, "1 of 3 items end without a mark, the others with one")
    );
    assert_eq!(said("# 甲\n\n## 乙\n\n写完了。。\n"), ["J306 。"]);
    assert_eq!(said("# 甲\n\n## 乙\n\n还有很多...\n"), Vec::<String>::new());
}

#[test]
fn numbered_lines_are_a_list_too() {
    let text = "# 甲\n\n## 乙\n\n难点：\n\n(1) 数据量很大，每天都有一百八十亿行要写入。\n\n(2) 时间很紧，三个月内要完成全部的迁移工作\n";
    assert_eq!(said(text).iter().filter(|said| said.starts_with("J306")).count(), 1);
}

#[test]
fn nobody_is_to_be_deceived() {
    let stray = found("# 甲\n\n## 乙\n\n一\u{200B}二\n");
    assert_eq!((stray[0].code, stray[0].severity), (code::INVISIBLE, crate::diag::Severity::Warning));
    let many = found("# 甲\n\n## 乙\n\n一\u{200B}\u{200B}\u{200B}\u{200B}二\n");
    assert_eq!(many[0].severity, crate::diag::Severity::Error);
    assert_eq!(said("# 甲\n\n## 乙\n\nJava Java Java Java Java Java\n"), ["J307 Java"]);
    let tags = "\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
    assert_eq!(said(&format!("# 甲\n\n## 乙\n\nEnglish 🏴{tags} 🏴{tags}\n")), [""; 0], "a flag is seen");
    assert_eq!(said(&format!("# 甲\n\n## 乙\n\n🏴{tags}{tags} x\n")).len(), 1, "what is behind it is not");
    assert_eq!(said(&format!("# 甲\n\n## 乙\n\nEnglish {tags}\n")).len(), 1);
    assert_eq!(said("# 甲\n\n## 乙\n\n★ ★ ★ ★ ★ ★ 👩\u{200D}💻\n"), Vec::<String>::new());
}

#[test]
fn github_shows_some_marks() {
    assert_eq!(said("# 甲\n\n## 乙\n\n- **职责：**独立设计。\n- **结果**：好。\n"), ["J106 职责："]);
    assert_eq!(said("# 甲\n\n## 乙\n\n这是**“灯塔”**项目。\n"), ["J106 “灯塔”"]);
    assert_eq!(said("# 甲\n\n## 乙\n\n这是 **“灯塔”** 项目。\n"), Vec::<String>::new());
}

#[test]
fn sections_are_whole() {
    let text = "# 甲\n\n## 项目经历\n\n一\n\n## 获奖\n\n- 二等奖学金\n\n## 项目经历\n\n二\n";
    assert_eq!(said(text), ["J211 - 二等奖学金", "J210 ## 项目经历"]);
}

#[test]
fn jobs_neither_overlap_nor_leave_gaps() {
    let jobs = |jobs: &[&str]| {
        let entries: String = jobs
            .iter()
            .enumerate()
            .map(|(at, dates)| format!("### 公司{at} | {dates}\n\n做事。\n\n"))
            .collect();
        said(&format!("# 甲\n\n## 工作经历\n\n{entries}"))
    };
    assert_eq!(jobs(&["2021.07 – 至今", "2019.03 – 2021.07"]), Vec::<String>::new());
    assert_eq!(jobs(&["2021.07 – 至今", "2019.03 – 2021.12"]), ["J208 ### 公司0 | 2021.07 – 至今"]);
    assert_eq!(jobs(&["2022.07 – 至今", "2019.03 – 2021.07"]), ["J208 ### 公司0 | 2022.07 – 至今"]);
    assert_eq!(jobs(&["2022 – 至今", "2019 – 2020"]), Vec::<String>::new());
}

#[test]
fn a_title_that_says_all_is_not_empty() {
    let empty = |title: &str| {
        let text = format!("{GOOD}\n## 项目\n\n### {title}\n\n### 乙系统\n\n- 写了文档。\n");
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
        crate::model::build(&source, &mut sink).expect("no errors");
        sink.into_sorted().iter().any(|found| found.code == code::EMPTY)
    };
    assert!(!empty("简介: 内部工具") && !empty("简介:  内部工具") && !empty("甲库 + 乙库 + 丙库"));
    assert!(empty("甲系统"));
}

#[test]
fn a_post_as_the_name_is_told() {
    let told = |text: &str| {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
        crate::model::build(&source, &mut sink).expect("no errors");
        sink.into_sorted().iter().any(|found| found.code == code::PAPER_NAME)
    };
    for name in ["Java 后端开发", "前端工程师", "Software Engineer"] {
        assert!(told(&format!("# {name}\n\n- a@example.com\n\n## Skills\n\nText.\n")), "{name}");
    }
    for name in ["张三", "Tim Cook", "Ann Sample", "Ann Sample, Engineer", "battlecook"] {
        assert!(!told(&format!("# {name}\n\n- a@example.com\n\n## Skills\n\nText.\n")), "{name}");
    }
}

/// Returns all findings of a build, each with the first line of its source text.
fn told(text: &str) -> Vec<String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    crate::model::build(&source, &mut sink).expect("no errors");
    let shown = |found: Diagnostic| {
        let place = found.primary.and_then(|span| text.get(span.range())).unwrap_or("?");
        format!("{} {}", found.code.id, place.lines().next().unwrap_or_default())
    };
    sink.into_sorted().into_iter().map(shown).collect()
}

#[test]
fn the_line_that_may_be_the_name_is_named() {
    let about = "## Summary\n\nI bake bread in a small town by the sea.\n\n- ann@example.com\n\n";
    let personal = format!("{about}## Skills\n\n- Rye\n\n## Personal details\n\n- Rolls\n");
    assert!(told(&personal).contains(&"J201 ".to_owned()), "{:?}", told(&personal));
    let hidden = "<!-- ---\n# Ann Sample\n\n## Skills\n\n- Rye\n-->\n";
    assert!(told(hidden).contains(&"J201 <!--".to_owned()), "{:?}", told(hidden));
}

#[test]
fn dates_that_were_swallowed_are_said() {
    let head = "# Ann Sample\n\n- ann@example.com\n\n";
    for (text, want) in [
        (
            "## Experience\n\n### Sample Co. | Baker | 2020 – 2021\n\n- baked rolls\n  Example Inn\n  2018 – 2019\n  Cook\n",
            vec!["J214 2018 – 2019"],
        ),
        // Only one date, and a list of prizes: nothing was swallowed.
        ("## Experience\n\n### Sample Co. | Baker | 2020 – 2021\n\n- baked rolls\n  in 2018\n", vec![]),
        (
            "## Doings of mine\n\n- Sample Guild, 2019 – today\n- Example Inn, Testville, 2016 – 2018\n",
            vec!["J214 Sample Guild, 2019 – today"],
        ),
        ("## Doings of mine\n\n- Sample Guild\n- Example Inn, Testville, 2016 – 2018\n- Rolls\n", vec![]),
        (
            "## Experience\n\n### Sample Co. | Baker | 2020 – 2021\n\n- baked\n\n## Sample Inn\n\n- Cook\n- 2018 – 2019\n",
            vec!["J214 ## Sample Inn"],
        ),
        (
            "## Experience\n\n**Baker**, Sample Co. (2020 – 2021)\n\n- baked\n\n**Cook**, Example Inn (2018 – 2019)\n\n- cooked\n\n\
             **Odds and ends of bread**\n\nsold it\n\n**Clerk**, Sample Ovens (2016 – 2017)\n\n- counted\n",
            vec!["J214 Odds and ends of bread"],
        ),
    ] {
        let found = told(&format!("{head}{text}"));
        let found: Vec<&str> =
            found.iter().map(String::as_str).filter(|found| found.starts_with("J214")).collect();
        assert_eq!(found, want, "{text}");
    }
}

#[test]
fn contacts_in_the_wrong_place_are_said() {
    let text = "# Ann Sample\n\n+1 555 010 0100 | ann@example.com\n\n## Skills\n\n- Rye\n";
    assert_eq!(told(text), Vec::<String>::new());
    let spelled = "# Ann Sample\n\n- Email: ann(at)example.com\n- Phone:\n\n## Skills\n\n- Rye\n";
    assert_eq!(told(spelled), ["J218 Email: ann(at)example.com", "J203 Phone:"]);
}
