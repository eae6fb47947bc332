//! Headers of invented people, each told from its text.

use crate::diag::{Files, Sink};
use crate::model::resume::{KeyValue, Resume};

fn build(text: &str) -> Resume {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    crate::model::build(&source, &mut sink).expect("no errors")
}

/// Returns the name and the headline: `张三 / 会计`, `-` for what there is not.
fn head(text: &str) -> String {
    let header = build(text).header;
    let name = header.name.map_or("-".into(), |name| name.text().into_owned());
    let headline = header.headline.map_or("-".into(), |headline| headline.value.text().into_owned());
    format!("{name} / {headline}")
}

/// Returns contacts, then facts, without their keys.
fn items(text: &str) -> Vec<String> {
    let header = build(text).header;
    let contacts = header.contacts.iter().map(|contact| contact.value.text().into_owned());
    let fact = |fact: &KeyValue| fact.value.text().into_owned();
    contacts.chain(header.facts.iter().map(fact)).collect()
}

/// Returns the titles of the sections.
fn sections(text: &str) -> Vec<String> {
    build(text).sections.iter().map(|section| section.title.text().into_owned()).collect()
}

const REST: &str = "\n\n- a@example.com\n\n## Education\n\nText.\n";

#[test]
fn a_heading_holds_a_name_and_what_the_person_is() {
    for (title, want) in [
        (
            "Иван Примеров — Младший веб-разработчик интерфейсов",
            "Иван Примеров / Младший веб-разработчик интерфейсов",
        ),
        (
            "Alex Sample – Senior Engineer for Distributed Storage",
            "Alex Sample / Senior Engineer for Distributed Storage",
        ),
        (
            "Ann Lee, Ph.D., Chips & Packaging of Small Things",
            "Ann Lee, Ph.D. / Chips & Packaging of Small Things",
        ),
        ("Alex Sample, Engineer", "Alex Sample / Engineer"),
        ("张三·前端开发工程师", "张三 / 前端开发工程师"),
        ("李四 • 会计", "李四 / 会计"),
        // One name.
        ("买买提·艾力", "买买提·艾力 / -"),
        ("Alex Sample, PhD", "Alex Sample, PhD / -"),
        ("Sample, Alex", "Sample, Alex / -"),
    ] {
        assert_eq!(head(&format!("# {title}{REST}")), want, "{title}");
    }
}

#[test]
fn a_line_holds_a_post_and_a_name_behind_a_tab() {
    assert_eq!(head("Développeur Web\tCamille EXEMPLE\n\nTexte.\n"), "Camille EXEMPLE / Développeur Web");
    assert_eq!(head("Software Engineer\tAlex Sample\n\nText.\n"), "Alex Sample / Software Engineer");
    assert_eq!(head("前端工程师\t张三\n\n文字。\n"), "张三 / 前端工程师");
    assert!(head("Software Engineer\tExample Company GmbH\n\nText.\n").starts_with("- / "));
}

#[test]
fn the_sex_behind_a_name_is_a_fact() {
    for text in ["# 张三（男）", "# 李四 (女)", "# 王五（男性）"] {
        let header = build(&format!("{text}{REST}")).header;
        assert_eq!(header.facts.len(), 1, "{text}");
        assert!(!header.name.expect("a name").text().contains(['(', '（']), "{text}");
    }
    assert_eq!(head(&format!("# 张三（小三）{REST}")), "张三（小三） / -");
}

#[test]
fn a_title_of_the_paper_is_not_printed_whatever_its_date() {
    for title in
        ["履歴書・職務経歴書 更新:2024-01-01", "职务经历书 2024-01", "Lebenslauf Stand 2024", "简历 v2"]
    {
        assert_eq!(
            head(&format!("# {title}\n\n- Name: Alex Sample\n\n## Education\n\nText.\n")),
            "Alex Sample / -"
        );
    }
    let pasted = "个人简历\n求职意向：会计\n姓名：张三\n电话：138-0000-0000\n邮箱：a@example.com\n";
    assert_eq!(head(pasted), "张三 / 会计");
    assert_eq!(items(pasted), ["138-0000-0000", "a@example.com"]);
    assert_eq!(head(&format!("# Alex Sample 2024{REST}")), "Alex Sample 2024 / -");
}

#[test]
fn a_first_title_over_a_list_is_a_section() {
    for title in ["専門", "得意なこと", "Dinge, die ich mag"] {
        let text = format!("### {title}\n- Rust\n- Go\n\n### Education\n- School\n");
        assert_eq!(sections(&text), [title, "Education"], "{title}");
    }
    assert_eq!(head("### Beispiel\n- a@example.com\n- Berlin\n\n### Education\n- School\n"), "Beispiel / -");
}

#[test]
fn what_is_wished_for_in_a_paragraph_is_a_section() {
    let long = "想做与数据有关的工作，时间相对灵活。".repeat(8);
    let text = format!("# 张三\n\n- a@example.com\n\n## 求职意向\n\n{long}\n\n## 教育背景\n\n大学\n");
    assert_eq!((head(&text), sections(&text).len()), ("张三 / -".into(), 2));
    for wish in ["数据分析师", "会计、出纳", "后端工程师（上海）"] {
        let text = format!("# 张三\n\n- a@example.com\n\n## 求职意向\n\n{wish}\n\n## 教育背景\n\n大学\n");
        assert_eq!(head(&text), format!("张三 / {wish}"));
    }
}

#[test]
fn facts_in_a_row_are_no_headline() {
    for row in ["男 24岁 本科", "女，汉族，1999", "Male | 24"] {
        assert!(
            head(&format!("# 张三\n- {row}\n- a@example.com\n\n## 教育背景\n\n大学\n")).ends_with("/ -"),
            "{row}"
        );
    }
    assert_eq!(head("# 张三\n\n男, 全栈工程师\n\n## 教育背景\n\n大学\n"), "张三 / 男, 全栈工程师");
}

#[test]
fn rows_of_a_form_that_was_not_filled_in_are_left_out() {
    let table = "# Alex Sample\n\n## Contact\n\n| key | value |\n|---|---|\n| Phone | |\n| Mail | a@example.com |\n\
        | youtube | |\n| Web Site | |\n| Qiita | alex |\n\n## Education\n\nText.\n";
    assert_eq!(items(table), ["a@example.com", "alex"]);
    let tw = "# 王五\n\n## 個人資訊\n\n| 項目 | 資訊 |\n|---|---|\n| 電話 | 0900-000-000 |\n| Email | a@example.com |\n\n\
        ## 學歷\n\n大學\n";
    assert_eq!(items(tw), ["0900-000-000", "a@example.com"]);
    // A cell that says something of its own stays.
    let said = table.replace("| youtube | |", "| alex.example.com | |");
    assert_eq!(items(&said).len(), 3);
}
