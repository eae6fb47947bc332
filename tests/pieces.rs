//! Random résumés, put together from what people write.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Returns a résumé of any shape: sometimes with a header, sections of any blocks in any order.
pub fn resume() -> impl Strategy<Value = String> {
    (header(), vec(section(), 0..4)).prop_map(|(header, sections)| header + &sections.concat())
}

fn header() -> impl Strategy<Value = String> {
    let plain = (name(), sentence(), vec(fact(), 0..6))
        .prop_map(|(name, headline, facts)| format!("# {name}\n\n{headline}\n\n{}\n", facts.concat()));
    let personal = (name(), vec(fact(), 1..8))
        .prop_map(|(name, facts)| format!("# 个人介绍\n* 姓名：{name}\n{}\n", facts.concat()));
    let line = (name(), vec(contact(), 1..4))
        .prop_map(|(name, contacts)| format!("# {name}\n\n{}\n\n", contacts.join(" | ")));
    prop_oneof![3 => plain, 2 => personal, 2 => line, 1 => Just(String::new())]
}

fn name() -> impl Strategy<Value = &'static str> {
    select(vec!["林墨", "欧阳示例", "Robin Ashdown", "顾言 Yan Gu", "**沈**砚舟"])
}

fn contact() -> impl Strategy<Value = &'static str> {
    select(vec![
        "138-0000-0000",
        "a@example.com",
        "a@example.com或b@example.org",
        "<https://example.com/a-b_c>",
        "杭州",
    ])
}

fn fact() -> impl Strategy<Value = String> {
    let key = select(vec![
        "性别",
        "电话",
        "联系电话/微信号",
        "邮箱",
        "GitHub",
        "现居",
        "Location",
        "学历",
        "应聘职位",
    ]);
    let value = prop_oneof![contact().prop_map(str::to_owned), words(1..8)];
    (key, select(vec!["：", ": "]), value).prop_map(|(key, colon, value)| format!("- {key}{colon}{value}\n"))
}

fn section() -> impl Strategy<Value = String> {
    let title = select(vec![
        "工作经历",
        "教育背景",
        "项目经历及获奖",
        "技能",
        "自我评价",
        "随便什么",
        "Experience",
        "職歴",
        "一、工作经历",
    ]);
    (1usize..3, title, vec(block(), 0..7)).prop_map(|(level, title, blocks)| {
        format!("{} {title}\n\n{}\n", "#".repeat(level), blocks.join("\n"))
    })
}

fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => entry(),
        4 => sentence().prop_map(|text| text + "\n"),
        2 => vec(sentence(), 2..4).prop_map(|lines| lines.join("\n") + "\n"),
        3 => vec((0usize..3, sentence()), 1..5).prop_map(bullets),
        2 => vec(sentence(), 1..4).prop_map(numbered),
        1 => vec(sentence(), 1..3).prop_map(|lines| lines.iter().map(|l| format!("难点：{l}\n")).collect()),
        1 => vec(sentence(), 2..4).prop_map(|lines| lines.iter().map(|l| format!("- **键**：{l}\n")).collect()),
        1 => vec(vec(words(0..5), 3), 1..4).prop_map(table),
        1 => sentence().prop_map(|text| format!("> {text}\n")),
        1 => words(1..9).prop_map(|text| format!("```\n{text}\n```\n")),
        1 => select(vec!["---\n", "<!-- pagebreak -->\n", "<!-- keep -->\n", "`Rust` `Go`\n", "1. 甲\n2. 乙\n"])
            .prop_map(str::to_owned),
    ]
}

fn entry() -> impl Strategy<Value = String> {
    let parts = vec(words(1..5), 1..4);
    let date = select(vec![
        "",
        "(2015-07 ~ 2016-07)",
        " | 2020.03 – 至今",
        " | Mar 2020 – Present",
        "（2020年3月）",
        "(依赖外部)",
    ]);
    (3usize..6, parts, date)
        .prop_map(|(level, parts, date)| format!("{} {}{date}\n", "#".repeat(level), parts.join(" | ")))
}

fn bullets(items: Vec<(usize, String)>) -> String {
    let mut depth = 0;
    let mut list = String::new();
    for (wanted, text) in items {
        depth = wanted.min(depth + 1) * usize::from(!list.is_empty());
        list += &format!("{}- {text}\n", "  ".repeat(depth));
    }
    list
}

fn numbered(lines: Vec<String>) -> String {
    let lines = lines.iter().enumerate().map(|(at, line)| format!("({}){line}\n", at + 1));
    format!("主要内容：\n{}", lines.collect::<String>())
}

fn table(rows: Vec<Vec<String>>) -> String {
    let row = |cells: &Vec<String>| format!("| {} |\n", cells.join(" | "));
    format!("| 甲 | 乙 | C |\n|:--|--:|:-:|\n{}", rows.iter().map(row).collect::<String>())
}

fn sentence() -> impl Strategy<Value = String> {
    (words(1..24), select(vec!["。", "；", ".", "", "……", "！”"])).prop_map(|(text, end)| text + end)
}

/// Returns pieces glued together as they come: Han beside Latin, marks beside marks.
fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let piece = select(vec![
        "负责",
        "系统的稳定性",
        "从零开始",
        "一",
        "，",
        "、",
        "（括号）",
        "“引号”",
        "《书名》",
        "——",
        "：",
        "……",
        "。",
        " Rust ",
        "Kubernetes",
        " a ",
        "cpu.cfs_quota_us",
        "`code_span`",
        "100",
        "85%",
        "−10℃",
        "3.5 km",
        "2020-03-15",
        "**粗体：**",
        "*斜体*",
        "~~删去~~",
        "[链接](https://example.com/x)",
        "https://example.com/a/very/long/path?x=1&y=2",
        "\\*",
        "&amp;",
        " responsible for instrumentation ",
        "😀",
        "𠮷",
        "한국어",
        "e\u{301}",
        "<b>粗</b>",
        "é",
        "ﬁ",
    ]);
    vec(piece, count).prop_map(|pieces| pieces.concat().trim().to_owned())
}
