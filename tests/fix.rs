//! `check --fix`: what is certain is changed, once and for all, and nothing else is touched.

use std::io::Write;
use std::process::Stdio;

use crate::cli::TestFolder;

const TOP: &str = "# 陈小满\n\n- 电话：138-0000-0000\n- 邮箱：chen@example.com\n\n## 工作经历\n\n";

/// Returns what `--fix` makes of a text; that a second time changes nothing is asserted.
fn fixed(text: &[u8]) -> Vec<u8> {
    let desk = TestFolder::new();
    std::fs::write(desk.path("a.md"), text).expect("written");
    let said = desk.run(&["check", "a.md", "--fix"]);
    assert!(said.status != Some(2), "{said:?}");
    let once = desk.read("a.md");
    let said = desk.run(&["check", "a.md", "--fix"]);
    assert!(!said.err.contains(" change"), "{said:?}");
    assert_eq!(desk.read("a.md"), once);
    assert_eq!(desk.files(), ["a.md"]);
    once
}

fn becomes(before: &str, after: &str) {
    assert_eq!(String::from_utf8(fixed(before.as_bytes())).expect("text"), after);
}

#[test]
fn each_lint_with_a_certain_cure_is_cured() {
    let job = "### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n";
    for (before, after) in [
        (
            "- 用 Github 与 javascript 写过脚本，Github 上有三个项目\n",
            "- 用 GitHub 与 JavaScript 写过脚本，GitHub 上有三个项目\n",
        ),
        ("- 负责设计,开发和测试;上线之后再做报销\n", "- 负责设计，开发和测试；上线之后再做报销\n"),
        ("- 设计\u{200B}订单系统\n", "- 设计订单系统\n"),
        ("- 独立设计了订单系统并且上线运行到今天。。\n", "- 独立设计了订单系统并且上线运行到今天。\n"),
        ("(1)报销\n\n(2)对账\n\n(2)出纳\n\n(3)审计\n", "(1)报销\n\n(2)对账\n\n(3)出纳\n\n(4)审计\n"),
        ("<!-- page-break -->\n\n- 报销\n", "<!-- pagebreak -->\n\n- 报销\n"),
        ("<!-- jianli: allow J3O2 -->\n- 报销\n", "<!-- jianli: allow J302 -->\n- 报销\n"),
        ("- 报销\n\n##教育背景\n\n某大学\n", "- 报销\n\n## 教育背景\n\n某大学\n"),
        ("- 报销\n\n负责后端开发与日常报销。\n---\n", "- 报销\n\n负责后端开发与日常报销。\n\n---\n"),
        (
            "- 报销\n\n### 星渚科技 | 出纳 | 2018/03 – 2019.12\n\n- 对账\n",
            "- 报销\n\n### 星渚科技 | 出纳 | 2018.03 – 2019.12\n\n- 对账\n",
        ),
    ] {
        becomes(&format!("{TOP}{job}{before}"), &format!("{TOP}{job}{after}"));
    }
    becomes(
        "# 陈小满\n\n- 电话：１３８－００００－００００\n- 邮箱：chen＠example.com\n\n## 技能\n\n会计\n",
        "# 陈小满\n\n- 电话：138-0000-0000\n- 邮箱：chen@example.com\n\n## 技能\n\n会计\n",
    );
    becomes(
        &format!("---\nlayuot: compcat\n---\n{TOP}{job}- 报销\n"),
        &format!("---\nlayout: compact\n---\n{TOP}{job}- 报销\n"),
    );
}

#[test]
fn what_has_no_certain_cure_is_byte_for_byte_as_it_was() {
    let body = "### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- 报销，对账，出纳\n";
    let text = format!("{TOP}{body}");
    let crlf = text.replace('\n', "\r\n");
    let marked = format!("\u{FEFF}{crlf}");
    let (gbk, _, lost) = encoding_rs::GB18030.encode(&text);
    assert!(!lost);
    let wide: Vec<u8> = format!("\u{FEFF}{crlf}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in
        [text.as_bytes(), crlf.as_bytes(), marked.as_bytes(), &gbk, &wide, "".as_bytes(), b"%PDF-1.7\n\x80"]
    {
        assert_eq!(fixed(bytes), bytes);
    }
}

#[test]
fn a_file_keeps_its_line_ends_and_its_encoding() {
    let text = |words: &str| {
        format!("{TOP}### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- {words}\n").replace('\n', "\r\n")
    };
    let (before, after) = (text("负责报销,对账"), text("负责报销，对账"));
    assert_eq!(fixed(format!("\u{FEFF}{before}").as_bytes()), format!("\u{FEFF}{after}").as_bytes());
    assert_eq!(fixed(&encoding_rs::GB18030.encode(&before).0), *encoding_rs::GB18030.encode(&after).0);
    let wide = |text: &str| -> Vec<u8> {
        format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect()
    };
    assert_eq!(fixed(&wide(&before)), wide(&after));
}

#[test]
fn what_a_text_includes_is_changed_in_its_own_file() {
    let desk = TestFolder::new();
    desk.write("a.md", &format!("{TOP}### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- 用 Github\n\n<!-- include: work/b.md -->\n\n## 技能\n\n用 Mysql\n"));
    std::fs::create_dir(desk.path("work")).expect("a folder");
    desk.write(
        "work/b.md",
        "### 星渚科技 | 会计 | 2018.01 – 2019.12\r\n\r\n- 用 Mysql,也用 redis\r\n- 报销,对账\r\n",
    );
    let said = desk.run(&["check", "a.md", "--fix"]);
    said.ended(0, &["a.md  2 changes", "work/b.md  3 changes"]);
    let text = |name: &str| String::from_utf8(desk.read(name)).expect("text");
    assert!(text("a.md").contains("用 GitHub\n") && text("a.md").contains("用 MySQL\n"));
    assert_eq!(
        text("work/b.md"),
        "### 星渚科技 | 会计 | 2018.01 – 2019.12\r\n\r\n- 用 MySQL,也用 Redis\r\n- 报销，对账\r\n"
    );
}

#[test]
fn a_layout_of_ones_own_is_changed_and_none_of_the_bundled_ones() {
    let desk = TestFolder::new();
    desk.write(
        "a.md",
        &format!("---\nlayout: my.toml\n---\n{TOP}### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- 报销\n"),
    );
    desk.write("my.toml", "extends = \"clasic\"\n\n[page]\nmargni = \"20mm\"\n");
    desk.run(&["check", "a.md", "--fix"]).ended(0, &["my.toml  2 changes"]);
    assert_eq!(desk.read("my.toml"), b"extends = \"classic\"\n\n[page]\nmargin = \"20mm\"\n");
}

#[test]
fn a_difference_is_shown_and_nothing_written() {
    let desk = TestFolder::new();
    let text = format!("{TOP}### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- 用 Github\n");
    desk.write("a.md", &text);
    let said = desk.run(&["check", "a.md", "--diff"]);
    said.ended(0, &["J301"]);
    let shown = String::from_utf8(said.out).expect("text");
    assert!(
        shown.starts_with("--- a/a.md\n+++ b/a.md\n@@ ") && shown.ends_with("-- 用 Github\n+- 用 GitHub\n"),
        "{shown}"
    );
    assert_eq!(desk.read("a.md"), text.as_bytes());
    desk.write("b.md", &text.replace("Github", "GitHub"));
    let said = desk.run(&["check", "a.md", "b.md", "--diff"]);
    assert_eq!(String::from_utf8(said.out).expect("text"), shown);
    desk.run(&["check", "a.md", "b.md", "--fix"]).ended(0, &["a.md  1 change"]);
    assert_eq!(desk.read("a.md"), desk.read("b.md"));
}

#[test]
fn standard_input_goes_to_standard_output() {
    let desk = TestFolder::new();
    let through = |text: &str| {
        let mut child = desk.command(&["check", "-", "--fix"]);
        let child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = child.spawn().expect("it runs");
        child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("written");
        String::from_utf8(child.wait_with_output().expect("it ends").stdout).expect("text")
    };
    let text = format!("{TOP}### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- 用 Github\n");
    let right = text.replace("Github", "GitHub");
    assert_eq!((through(&text), through(&right)), (right.clone(), right));
}

#[test]
fn what_is_silenced_or_not_asked_for_is_left() {
    let text = format!(
        "---\nallow: [J301]\n---\n{TOP}### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- 用 Github，见 `Github`\n"
    );
    becomes(&text, &text);
}
