//! Names and towns recognised by their shape, and texts outside the header.

use super::{REST, build, head, items, sections};

#[test]
fn the_name_of_a_repository_is_not_that_of_the_person() {
    for slug in ["example-school-cv", "**cv_2024**", "ann.example.com"] {
        assert_eq!(head(&format!("# {slug}\n\n---\n\n## **Ann Sample**{REST}")), "Ann Sample / -", "{slug}");
    }
    // No name is under these.
    assert_eq!(head(&format!("# ann-sample\n\n## Baker{REST}")), "ann-sample / Baker");
    assert_eq!(head(&format!("# Ann-Sample\n{REST}")), "Ann-Sample / -");
}

#[test]
fn a_name_with_its_reading_stays_whole() {
    for name in ["山田　太郎（やまだ　たろう）", "佐藤 花子(サトウ ハナコ)", "鈴木　一郎（Suzuki Ichiro）"]
    {
        let want = format!("{name} / -").replace('　', "");
        assert_eq!(head(&format!("# {name}{REST}")).replace('　', ""), want, "{name}");
    }
    assert_eq!(head(&format!("# 山田　会計{REST}")), "山田 / 会計");
}

#[test]
fn a_town_with_its_code_is_no_headline() {
    for place in ["Lake Sample, Fl 33460", "Testville, Tx 70000", "Sample Town, ca 90001"] {
        assert_eq!(head(&format!("# Ann Sample\n\n#### {place}{REST}")), "Ann Sample / -", "{place}");
    }
    assert_eq!(head(&format!("# Ann Sample\n\n#### Baker, It{REST}")), "Ann Sample / Baker, It");
}

#[test]
fn the_navigation_of_a_web_page_is_left_out() {
    for class in ["topnav", "navbar dark", "site-nav"] {
        let bar = "<a href=\"/about.html\">About</a>\n<a href=\"/contact.html\">Contact</a>";
        let text = format!("<div class=\"{class}\">\n{bar}\n</div>\n\n# Ann Sample{REST}");
        assert_eq!(head(&text), "Ann Sample / -", "{class}");
        assert_eq!(sections(&text), ["Education"], "{class}");
    }
    let text = "<div class=\"top\"><a href=\"https://example.com\">example.com</a></div>\n\n# Ann Sample\n";
    assert_eq!(items(text), ["example.com"]);
}

#[test]
fn a_line_about_another_file_of_the_paper_is_printed() {
    for line in ["[Resume (PDF)](cv/a.pdf)", "[Full Curriculum Vitae (PDF)](a.pdf)", "[Resume PDF](a.pdf)"] {
        let text = format!("# Curriculum Vitae\n\n{line}\n\nAnn Sample\n\n## Skills\n\n- Rust\n");
        let header = build(&text).header;
        let words = line[1..].split(']').next().unwrap_or_default();
        assert_eq!(header.name.map(|name| name.text().into_owned()).as_deref(), Some("Ann Sample"), "{line}");
        assert_eq!(items(&text), [words], "{line}");
    }
    let twice = "# Curriculum Vitae\n\nResume\n\nAnn Sample\n\n## Skills\n\n- Rust\n";
    assert!(items(twice).is_empty(), "a second title of the document is none");
}

#[test]
fn contacts_in_the_title_are_contacts() {
    let rest = "\n\n## 工作经历\n\n### 示例店 | 店员 | 2020.03 – 2022.04\n";
    for (title, want, reached) in [
        ("# 张小样 138-0000-0000", "张小样 / -", &["138-0000-0000"][..]),
        ("# 张小样的简历（13800000000）", "张小样 / -", &["13800000000"]),
        ("# 个人简历-张小样-电话：13800000000", "张小样 / -", &["13800000000"]),
        (
            "# 张小样 | 会计 | 13800000000 | zhang@example.com",
            "张小样 / 会计",
            &["13800000000", "zhang@example.com"],
        ),
        ("# 简历 13800000000", "- / -", &["13800000000"]),
        ("# Alex Sample, alex@example.com", "Alex Sample / -", &["alex@example.com"]),
        (
            "# Alex Sample (alex@example.com, +1 555-010-0142)",
            "Alex Sample / -",
            &["alex@example.com", "+1 555-010-0142"],
        ),
        ("# 山田太郎　090-0000-0000", "山田太郎 / -", &["090-0000-0000"]),
    ] {
        let text = format!("{title}{rest}");
        assert_eq!(
            (head(&text).as_str(), items(&text)),
            (want, reached.iter().map(|s| (*s).to_owned()).collect()),
            "{title}"
        );
    }
}
