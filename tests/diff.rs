//! What changed from one résumé to another.

use jianli::session::{Request, diff};
use serde_json::Value;

use crate::cli::TestFolder;

const OLD: &str = "# 林墨\n\n后端工程师\n\n- 电话：138-0000-0000\n- 邮箱：lin@example.com\n\n## 工作经历\n\n\
    ### 示例科技 | 工程师 | 2020.03 – 至今\n\n- 用 Rust 重写网关，吞吐量提升 30%\n- 带 5 人团队，两年无一离职\n- 写过内部手册与新人教程\n\n\
    ### 样例信息 | 实习生 | 2018.07 – 2019.02\n\n- 写过 12 个报表\n\n## 技能\n\n- 语言：Rust、Go\n\n## 论文\n\n- 《一篇不长的论文》，第一作者\n";

/// What changed, each as `how what: old → new`.
fn changes(old: &str, new: &str) -> Vec<String> {
    let outcome = diff(&Request::new("old.md", old), &Request::new("new.md", new));
    let words = |span: jianli::diag::Span| outcome.files.text(span.file)[span.range()].to_owned();
    let found = outcome.result.unwrap();
    for change in &found {
        // Each place is in its own file, and holds words of what is said there.
        for (said, name) in [(&change.old, "old.md"), (&change.new, "new.md")] {
            let Some(said) = said else { continue };
            assert_eq!(outcome.files.name(said.span.file), name, "{change:?}");
            assert!(!words(said.span).is_empty(), "{change:?}");
        }
    }
    let text = |said: &Option<jianli::diff::Occurrence>| {
        said.as_ref().map_or("-".to_owned(), |said| said.text.clone())
    };
    let one = |change: &jianli::diff::Change| {
        format!("{} {}: {} → {}", change.how.name(), change.what.name(), text(&change.old), text(&change.new))
    };
    found.iter().map(one).collect()
}

fn after(from: &str, to: &str) -> Vec<String> {
    assert!(OLD.contains(from), "{from}");
    changes(OLD, &OLD.replace(from, to))
}

#[test]
fn other_spelling_of_the_same_is_no_change() {
    assert!(changes(OLD, OLD).is_empty());
    for (from, to) in [
        ("2020.03 – 至今", "2020年3月 - 至今"),
        ("138-0000-0000", "138 0000 0000"),
        ("- 用 Rust", "* 用 Rust"),
        ("吞吐量提升 30%", "**吞吐量**提升30%"),
        ("### 示例科技 | 工程师 | 2020.03", "### 示例科技｜工程师｜2020.03"),
    ] {
        assert_eq!(after(from, to), Vec::<String>::new(), "{to}");
    }
}

#[test]
fn a_change_is_told_by_what_it_is_of() {
    assert_eq!(
        after("30%", "40%"),
        ["changed bullet: 用 Rust 重写网关，吞吐量提升 30% → 用 Rust 重写网关，吞吐量提升 40%"]
    );
    assert_eq!(after("138-0000-0000", "139-0000-0000"), ["changed contact: 138-0000-0000 → 139-0000-0000"]);
    assert_eq!(
        after("2020.03 – 至今", "2020.03 – 2024.01"),
        ["changed dates: 2020.03 – 至今 → 2020.03 – 2024.01"]
    );
    assert_eq!(after("后端工程师", "平台工程师"), ["changed headline: 后端工程师 → 平台工程师"]);
    assert_eq!(
        after("| 工程师 |", "| 高级工程师 |"),
        ["changed entry: 示例科技 · 工程师 → 示例科技 · 高级工程师"]
    );
    assert_eq!(
        after("语言：Rust、Go", "语言：Rust、Zig"),
        ["changed bullet: 语言：Rust、Go → 语言：Rust、Zig"]
    );
}

#[test]
fn what_came_went_and_moved_is_told_so() {
    assert_eq!(after("- 写过内部手册与新人教程\n", ""), ["removed bullet: 写过内部手册与新人教程 → -"]);
    assert_eq!(after("- 写过 12", "- 修过打印机\n- 写过 12"), ["added bullet: - → 修过打印机"]);
    let first = "- 用 Rust 重写网关，吞吐量提升 30%\n";
    let moved = OLD.replace(first, "").replace("新人教程\n", &format!("新人教程\n{first}"));
    let words = "用 Rust 重写网关，吞吐量提升 30%";
    assert_eq!(changes(OLD, &moved), [format!("moved bullet: {words} → {words}")]);
    // From one entry into another.
    let moved = OLD.replace(first, "").replace("个报表\n", &format!("个报表\n{first}"));
    assert_eq!(changes(OLD, &moved), [format!("moved bullet: {words} → {words}")]);
    let swapped = OLD.replace("## 技能\n\n- 语言：Rust、Go\n\n", "") + "\n## 技能\n\n- 语言：Rust、Go\n";
    assert_eq!(changes(OLD, &swapped).len(), 1);
    assert!(changes(OLD, &swapped)[0].starts_with("moved section: "));
    let gone = after("## 论文\n\n- 《一篇不长的论文》，第一作者\n", "");
    assert_eq!(gone, ["removed section: 论文 → -", "removed bullet: 《一篇不长的论文》，第一作者 → -"]);
}

#[test]
fn it_is_the_same_from_either_side() {
    let new = OLD.replace("30%", "40%").replace("- 写过内部手册与新人教程\n", "").replace("林墨", "林默");
    let turned = |line: &String| {
        let (head, sides) = line.split_once(": ").unwrap();
        let (one, two) = sides.split_once(" → ").unwrap();
        let head = head.replace("added", "x").replace("removed", "added").replace('x', "removed");
        format!("{head}: {two} → {one}")
    };
    let (mut there, mut back): (Vec<_>, Vec<_>) =
        (changes(OLD, &new), changes(&new, OLD).iter().map(turned).collect());
    there.sort();
    back.sort();
    assert_eq!((there.len(), &there), (3, &back));
}

#[test]
fn the_command_ends_as_diff_does() {
    let desk = TestFolder::new();
    desk.write("a.md", OLD);
    desk.write("b.md", &OLD.replace("30%", "40%"));
    let same = desk.run(&["diff", "a.md", "a.md"]);
    same.ended(0, &["no differences"]);
    assert!(same.out.is_empty());
    let other = desk.run(&["diff", "a.md", "b.md"]);
    other.ended(1, &["1 change: 1 changed"]);
    let out = String::from_utf8(other.out).unwrap();
    assert!(out.starts_with("工作经历 › 示例科技 · 工程师\n"), "{out}");
    assert!(out.contains("~ bullet 1: 用 Rust 重写网关，吞吐量提升[- 30-]{+ 40+}%  (a.md:12:"), "{out}");
    assert!(out.contains(" → b.md:12:"), "{out}");
    desk.write(
        "c.md",
        &OLD.replace("## 论文\n\n- 《一篇不长的论文》，第一作者\n", "")
            .replace("- 邮箱：lin@example.com\n", ""),
    );
    let out = String::from_utf8(desk.run(&["diff", "a.md", "c.md"]).out).unwrap();
    assert!(
        out.starts_with("header\n  - contact: ") && out.contains("\nsections\n  - section: [-论文-]"),
        "{out}"
    );
    desk.run(&["diff", "a.md", "none.md"]).ended(2, &["none.md"]);
    desk.run(&["diff", "a.md"]).ended(2, &["NEW.md"]);
    desk.run(&["diff", "-", "-"]).ended(2, &["only one"]);
    desk.run(&["diff", "a.md", "b.md", "--view", "x"]).ended(2, &["J119"]);
    let json = desk.run(&["diff", "a.md", "b.md", "--json", "-q"]);
    json.ended(1, &[]);
    assert!(json.err.is_empty(), "{}", json.err);
    let value: Value = serde_json::from_slice(&json.out).unwrap();
    assert_eq!((&value["same"], &value["changes"][0]["how"]), (&Value::from(false), &Value::from("changed")));
    assert_eq!(value["changes"][0]["new"]["place"]["line"], 12);
    assert_eq!(value["changes"][0]["under"], Value::Null);
    assert_eq!(value["changes"][0]["old"]["under"][1], "示例科技 · 工程师");
}

#[test]
fn two_views_of_one_file_are_compared() {
    let desk = TestFolder::new();
    let views = "---\nviews:\n  a: { tags: [a] }\n  b: { tags: [b] }\n---\n";
    let body = OLD.replace("吞吐量提升 30%", "吞吐量提升 30% <!-- tags: a -->");
    let body = body.replace("两年无一离职", "两年无一离职 <!-- tags: b -->");
    desk.write("cv.md", &format!("{views}{body}"));
    let said = desk.run(&["diff", "cv.md", "--view", "a", "--against", "b"]);
    said.ended(1, &["cv.md (view a) → cv.md (view b)", "1 added, 1 removed"]);
    let out = String::from_utf8(said.out).unwrap();
    // Lines are those of the file.
    assert!(out.contains("- bullet 1: [-用 Rust 重写网关，吞吐量提升 30%-]  (cv.md:17:"), "{out}");
    assert!(out.contains("+ bullet 1: {+带 5 人团队，两年无一离职+}  (cv.md:18:"), "{out}");
}

#[test]
fn pages_are_shown_one_over_the_other() {
    let desk = TestFolder::new();
    desk.write("a.md", OLD);
    desk.write("b.md", &OLD.replace("30%", "40%"));
    desk.run(&["diff", "a.md", "b.md", "--pages", "o.svg"]).ended(1, &["o.svg"]);
    let svg = String::from_utf8(desk.read("o.svg")).unwrap();
    assert!(svg.contains("#d32f2f") && svg.contains("#1565c0") && svg.contains("#333333"), "{svg}");
    desk.run(&["diff", "a.md", "a.md", "--pages", "s.svg"]).ended(0, &["s.svg"]);
    let svg = String::from_utf8(desk.read("s.svg")).unwrap();
    assert!(!svg.contains("#d32f2f") && !svg.contains("#1565c0"), "all is the same");
    desk.run(&["diff", "a.md", "b.md", "--pages", "o.png", "--dpi", "72"]).ended(1, &["o.png"]);
    assert!(desk.read("o.png").starts_with(b"\x89PNG"));
    desk.run(&["diff", "a.md", "b.md", "--pages", "o.pdf"]).ended(2, &[".png or a .svg"]);
    desk.run(&["diff", "a.md", "b.md", "--pages", "a.md"]).ended(2, &[]);
}
