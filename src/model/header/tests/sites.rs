//! Headers of pages of sites: their front matter, their feet, their greetings.

use super::{REST, build, head, items, sections};

fn paper(text: &str) -> Option<String> {
    build(text).header.paper.map(|title| title.text().into_owned())
}

#[test]
fn what_a_site_says_at_its_foot_is_no_header() {
    let body = "# Ann Sample\n\n## Experience\n\nText.\n\n";
    for foot in [
        "> Made with care by [Ann](https://ann.example.com) || Contact ann@example.com",
        "> © 2024 Ann Sample, ann@example.com",
        "> Powered by a small program | ann@example.com",
        "> Last updated in May | ann@example.com",
        "> 版权所有 ann@example.com",
    ] {
        assert_eq!(items(&format!("{body}{foot}\n")), [""; 0], "{foot}");
    }
    assert_eq!(items(&format!("{body}> <ann@example.com> • +1 555 010 0000\n")).len(), 2);
}

#[test]
fn keys_at_the_top_without_a_fence_are_the_pages_own() {
    let text = "Title: CV\nStatus: hidden\nDate: 2020-01-01\n\n# Ann Sample\n\n- a@example.com\n";
    assert_eq!((head(text), items(text)), ("Ann Sample / -".into(), vec!["a@example.com".into()]));
    // One without signs of a site is contacts.
    let text = "Name: Ann Sample\nEmail: a@example.com\n\n## Education\n\nText.\n";
    assert_eq!((head(text), items(text)), ("Ann Sample / -".into(), vec!["a@example.com".into()]));
}

#[test]
fn the_front_matter_heads_a_page_that_names_nobody() {
    let body = "\n## Utbildning\n\nText.\n";
    let text = |front: &str| format!("---\n{front}\n---\n{body}");
    assert_eq!(head(&text("title: CV\nsubtitle: Glasblåsare f. 1961")), "- / Glasblåsare f. 1961");
    assert_eq!(paper(&text("title: CV\nsubtitle: Glasblåsare f. 1961")).as_deref(), Some("CV"));
    assert_eq!(paper(&text("title: 履历")).as_deref(), Some("履历"));
    assert_eq!(paper(&text("title: Bread and rolls")), None);
    assert_eq!(paper(&format!("---\ntitle: CV\n---\n# Ann Sample\n{body}")), None);
    assert_eq!(paper(&format!("---\ntitle: CV\n---\n- a@example.com\n{body}")), None);
    // Links to other pages of the site, and hidden figures.
    let text = "---\nlink:\n  url: /en/\n  text: English\nphone: 130********\n---\n# 张三\n\n## 教育\n\n甲\n";
    assert_eq!(items(text), ["130********"]);
}

#[test]
fn a_title_among_its_sisters_is_no_name_if_it_has_not_the_letters_of_one() {
    let text = |title: &str, below: &str| {
        format!("### {title}\n\n{below}\n\n### 工作经历\n\n乙\n\n### 教育背景\n\n丙\n")
    };
    for (title, below, name) in [
        ("一分钟认识我", "做过三年仓库管理。", "-"),
        ("快速重点", "- 熟悉库存", "-"),
        ("一分钟认识我", "邮箱：a@example.com", "一分钟认识我"),
        ("应聘简历", "仓管员，做过三年。", "-"),
        ("王小明", "做过三年仓库管理。", "王小明"),
        ("小明", "做过三年仓库管理。", "小明"),
    ] {
        assert_eq!(head(&text(title, below)), format!("{name} / -"), "{title} over {below}");
    }
    let deep = format!("# Welcome to my pages\n\nLook around.\n\n#### *Ann Sample*\n{REST}");
    assert_eq!(head(&deep), "Ann Sample / -");
    assert_eq!(sections(&deep), ["Education"]);
}

#[test]
fn a_bold_key_needs_no_colon() {
    for (line, want) in [
        ("**微信** sample_wx", "sample_wx"),
        ("**电话** 13800000000", "13800000000"),
        ("**Location** Testville", "Testville"),
        ("**现居** 杭州", "杭州"),
    ] {
        let text = format!("# 张三\n\n{line}\n\n## 教育\n\n甲\n");
        assert_eq!(items(&text), [want], "{line}");
    }
    assert_eq!(head("# 张三\n\n**求职意向** 仓管员\n\n## 教育\n\n甲\n"), "张三 / 仓管员");
    for line in ["**面包** 我烤得很好", "**Email** me about bread and rolls, please.", "**微信**"] {
        assert_eq!(items(&format!("# 张三\n\n{line}\n\n## 教育\n\n甲\n")), [""; 0], "{line}");
    }
}

#[test]
fn links_to_things_are_no_contacts() {
    for line in [
        "**Favourite tools:** [Oven](https://oven.example), [Whisk](https://whisk.example)",
        "Links to my [second loaf](https://a.example) and the [third one](https://b.example).",
    ] {
        assert_eq!(
            items(&format!("# Ann Sample\n\n- a@example.com\n\n{line}\n")),
            ["a@example.com"],
            "{line}"
        );
    }
    let found =
        items("# Ann Sample\n\nFind me: [GitHub](https://github.com/ann), [Blog](https://ann.example.com)\n");
    assert_eq!(found, ["GitHub, Blog"]);
}

#[test]
fn where_someone_belongs_stands_under_the_name_line_by_line() {
    let text = "# Ann Sample\n\nAssociate Professor, PhD\\\nDepartment of Loaves\\\nExample University\\\n\
                8000 Sampleton, Denmark\n\nann@example.com\n\nHomepages\n\n- [Work](https://work.example/ann)\n";
    assert_eq!(head(text), "Ann Sample / Associate Professor, PhD");
    let found = items(text);
    assert_eq!(
        found[..4],
        ["Department of Loaves", "Example University", "8000 Sampleton, Denmark", "ann@example.com"]
    );
    assert_eq!(found[4..], ["Work"], "the label over links only heads them");
    let text = "# Ann Sample\n\nLecturer  \nInstitute of Rolls  \nSample College\n\n- a@example.com\n";
    assert_eq!(head(text), "Ann Sample / Lecturer");
    assert_eq!(items(text), ["Institute of Rolls", "Sample College", "a@example.com"]);
    // A school is no place, whatever its first word.
    assert_ne!(
        build("# 张三\n\n西北示例大学 | 13800000000\n").header.contacts[0].kinds,
        [crate::model::kinds::ContactKind::Location]
    );
}

#[test]
fn tables_of_contacts_have_heads_that_say_nothing() {
    for head in ["| Persönliche Daten |  |", "| 機構/地點 | 詳情 |", "| 項目 | 詳細資料 |"] {
        let text = format!(
            "# Ann Sample\n\n{head}\n|--|--|\n| E-Mail | a@example.com |\n| Telefon | 000 555 010 |\n\n## Education\n\nText.\n"
        );
        let header = build(&text).header;
        assert!(header.headline.is_none(), "{head}");
        assert_eq!(items(&text), ["a@example.com", "000 555 010"], "{head}");
    }
}

#[test]
fn an_address_tells_which_of_several_keys_it_has() {
    use crate::model::kinds::ContactKind::Github;
    let kinds = |line: &str| {
        build(&format!("# Ann Sample\n\n- {line}\n\n## Education\n\nText.\n")).header.contacts[0].kinds[0]
    };
    assert_eq!(kinds("LinkedIn / GitHub: https://github.com/ann"), Github);
    assert_eq!(
        head("# 髙橋　試（たかはし　ためし）\n\n- a@example.com\n"),
        "髙橋　試（たかはし　ためし） / -"
    );
    let text = "# Ann Sample\n\n- a@example.com\n- Delegate at the 2016 [Young Bakers Summit](https://bakers.example)\n";
    assert_ne!(build(text).header.contacts.len(), 2, "a thing that someone did is no way to reach them");
    let text = "# 我的简历\n\n> 个人信息\n> ====\n>\n> 姓名：张三\n> 邮箱：a@example.com\n\n## 教育\n\n甲\n";
    assert_eq!(head(text), "张三 / -");
}

#[test]
fn skills_of_a_person_are_skills() {
    let text = "# Anna Esempio\n\n- a@example.com\n\n### Capacità e competenze personali\n\n> + Lavoro in gruppo\n\n### Istruzione\n\nTesto.\n";
    assert_eq!(sections(text), ["Capacità e competenze personali", "Istruzione"]);
}
