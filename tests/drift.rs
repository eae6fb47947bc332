//! Whether two versions of a résumé still say the same.

use jianli::diag::FileId;
use jianli::session::{Request, drift};

use crate::cli::TestFolder;

const ZH: &str = "# 林墨\n\n后端工程师\n\n- 电话：138-0000-0000\n- 邮箱：lin@example.com\n- 微信：linmo-example\n- GitHub：https://github.com/linmo-example\n\n\
    ## 工作经历\n\n### 示例科技有限公司 | 后端工程师 | 2020.03 – 至今\n\n- 用 Rust 重写网关，吞吐量提升 40%，日活 3 万\n- 带 5 人团队，用 K8s 与 [自研工具](https://example.com/zh/tool) 上线\n\n\
    ### 样例信息有限公司 | 实习生 | 2018.07 – 2019.02\n\n- 写过 12 个报表，共 1.2 万行\n\n## 教育背景\n\n### 示例大学 | 数学 | 2014.09 – 2018.06\n\n- GPA 3.8/4.0，排名前 5%\n\n\
    ## 技能\n\n- 语言：Rust、Go\n- 数据库：PostgreSQL\n";

const EN: &str = "# Mo Lin\n\nBackend engineer\n\n- Phone: +86 138 0000 0000\n- Email: lin@example.com\n- GitHub: github.com/linmo-example\n\n\
    ## Experience\n\n### Example Tech Ltd | Backend engineer | Mar 2020 – Present\n\n- Rewrote the gateway in Rust: 40 % more throughput, 30,000 daily users\n\
    - Led a team of five; shipped on K8s with [a tool of ours](https://example.com/en/tool)\n\n### Sample Information Ltd | Intern | Jul 2018 – Feb 2019\n\n\
    - Wrote 12 reports, 12k lines in all\n\n## Education\n\n### Example University | Mathematics | 2014 – 2018\n\n- GPA 3.8/4.0, top 5 percent\n\n\
    ## Skills\n\n- Languages: Rust, Go\n- Databases: PostgreSQL\n";

/// What is found, each as `CODE here | there`, by the words at its places.
fn found(zh: &str, en: &str) -> Vec<String> {
    let outcome = drift(&Request::new("zh.md", zh), &Request::new("en.md", en));
    assert!(outcome.result.is_ok(), "{:?}", outcome.findings);
    let words = |span: jianli::diag::Span| {
        let text = if span.file == FileId::RESUME { zh } else { en };
        text[span.range()].to_owned()
    };
    let told = |finding: &jianli::diag::Diagnostic| {
        let here = finding.primary.map(words).unwrap_or_default();
        let there: Vec<String> = finding.labels.iter().map(|(span, _)| words(*span)).collect();
        format!("{} {here} | {}", finding.code.id, there.concat())
    };
    outcome.findings.iter().map(told).collect()
}

fn changed(from: &str, to: &str) -> Vec<String> {
    assert!(EN.contains(from), "{from}");
    found(ZH, &EN.replace(from, to))
}

#[test]
fn two_versions_that_say_the_same_have_no_differences() {
    assert_eq!(found(ZH, EN), Vec::<String>::new());
    assert_eq!(found(EN, ZH), Vec::<String>::new());
    let outcome = drift(&Request::new("zh.md", ZH), &Request::new("en.md", EN)).result.unwrap();
    assert_eq!((outcome.entries, outcome.lines), (3, 7));
}

#[test]
fn a_number_that_was_brought_up_to_date_in_one_is_found_in_both_places() {
    assert_eq!(changed("40 % more", "45 % more"), ["J122 40% | 45 %"]);
    assert_eq!(changed("30,000", "35,000"), ["J122 3 万 | 35,000"]);
    assert_eq!(changed("team of five", "team of six").len(), 1);
    assert!(changed("team of five", "team of six")[0].starts_with("J122 5 | Led a team of six;"));
    assert_eq!(changed("12k lines", "15k lines"), ["J122 1.2 万 | 15k"]);
    assert_eq!(changed("3.8/4.0", "3.9/4.0"), ["J122 3.8 | 3.9"]);
}

#[test]
fn dates_are_compared_as_they_are_understood() {
    assert_eq!(
        changed("Mar 2020 – Present", "Apr 2020 – Present"),
        ["J121 2020.03 – 至今 | Apr 2020 – Present"]
    );
    assert_eq!(
        changed("Jul 2018 – Feb 2019", "Jul 2018 – Present"),
        ["J121 2018.07 – 2019.02 | Jul 2018 – Present"]
    );
    assert_eq!(changed("2014 – 2018", "09/2014 – 06/2018"), Vec::<String>::new());
    assert_eq!(changed(" | 2014 – 2018", "").len(), 1);
    // Dates that have drifted do not make two entries of one.
    assert_eq!(
        changed("Mar 2020 – Present", "Mar 2021 – Apr 2023"),
        ["J121 2020.03 – 至今 | Mar 2021 – Apr 2023"]
    );
}

#[test]
fn what_is_in_one_alone_is_said() {
    let entry = "### Sample Information Ltd | Intern | Jul 2018 – Feb 2019\n\n- Wrote 12 reports, 12k lines in all\n\n";
    assert_eq!(changed(entry, ""), ["J120 ### 样例信息有限公司 | 实习生 | 2018.07 – 2019.02 | "]);
    assert_eq!(
        changed("## Skills\n\n- Languages: Rust, Go\n- Databases: PostgreSQL\n", ""),
        ["J120 ## 技能 | "]
    );
    let more = "## Skills\n\n- Languages: Rust, Go\n- Databases: PostgreSQL\n\n## Awards\n\n- One\n";
    assert_eq!(
        changed("## Skills\n\n- Languages: Rust, Go\n- Databases: PostgreSQL\n", more),
        ["J120 ## Awards | "]
    );
    let bullet = "- Led a team of five; shipped on K8s with [a tool of ours](https://example.com/en/tool)\n";
    let one = changed(bullet, "");
    assert!(one.len() == 1 && one[0].starts_with("J124 ### 示例科技"), "{one:?}");
    let two = changed("- Wrote 12", "- Met people\n- Wrote 13");
    assert!(two.len() == 2 && two.iter().any(|told| told.starts_with("J124")), "{two:?}");
    assert!(two.contains(&"J122 12 | 13".to_owned()), "{two:?}");
}

#[test]
fn contacts_links_and_names() {
    assert_eq!(
        changed("+86 138 0000 0000", "+86 138 0000 0001"),
        ["J123 电话：138-0000-0000 | Phone: +86 138 0000 0001"]
    );
    assert_eq!(changed("- Email: lin@example.com", "- Email: mo@example.com").len(), 1);
    assert_eq!(changed("github.com/linmo-example", "github.com/mo-example").len(), 1);
    assert_eq!(changed("- Email: lin@example.com\n", ""), Vec::<String>::new());
    assert_eq!(changed("example.com/en/tool", "example.org/en/other").len(), 1);
    let names = changed("gateway in Rust", "gateway");
    assert!(names.len() == 1 && names[0].starts_with("J125 Rust | "), "{names:?}");
    assert_eq!(
        changed("Databases: PostgreSQL", "Databases: MySQL")
            .iter()
            .filter(|told| told.starts_with("J125"))
            .count(),
        2
    );
}

#[test]
fn files_are_named_or_found_beside_each_other() {
    let desk = TestFolder::new();
    desk.write("lin.md", ZH);
    desk.write("lin.en.md", &EN.replace("40 %", "45 %"));
    desk.write("lin-old.md", "# 林墨\n");
    desk.run(&["check", "--drift", "lin.md"]).ended_long(
        0,
        &["J122", "lin.md:14:", "lin.en.md:13:", "lin.md ↔ lin.en.md", "3 entries", "1 warning"],
    );
    desk.run(&["check", "--drift", "lin.en.md"]).ended_long(0, &["lin.en.md ↔ lin.md"]);
    desk.run(&["check", "--drift", "lin.md", "lin.en.md", "--strict"]).ended_long(1, &["J122"]);
    desk.write("alone.md", ZH);
    desk.run(&["check", "--drift", "alone.md"]).ended(2, &["alone.en.md"]);
    desk.write(
        "both.md",
        "---\nlanguages: [zh-Hans, en]\n---\n# 林墨\n\n- lin@example.com\n\n## 技能 <!-- en: Skills -->\n\n- 提升 40% <!-- en: by 45 % -->\n- 带 5 人 <!-- en: Led five -->\n",
    );
    desk.run(&["check", "--drift", "both.md"])
        .ended_long(0, &["J122", "both.md:10:", "zh-Hans ↔ en  0 entries", "1 warning"]);
    assert_eq!(desk.files(), ["alone.md", "both.md", "lin-old.md", "lin.en.md", "lin.md"]);
}
