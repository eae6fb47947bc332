//! Headers as in templates and other tools.

use super::{REST, build, head, items, sections};

fn texts(text: &str) -> Vec<String> {
    let header = build(text).header;
    let lines = header.blocks.iter().flat_map(|block| match &block.kind {
        crate::model::resume::BlockKind::Paragraph(lines) => lines.clone(),
        _ => Vec::new(),
    });
    lines
        .map(|line| {
            let label = line.label.map(|label| format!("{} ", label.text.text())).unwrap_or_default();
            format!("{label}{}", line.body.text())
        })
        .collect()
}

#[test]
fn the_title_of_a_paper_is_nobodys_name() {
    let body = "\n\n## Education\n\nText.\n";
    for title in [
        "📄 **Resume**",
        "Daten und Lebenslauf",
        "職務経歴書20240401",
        "履歴書・職務経歴書",
        "CV & Lebenslauf",
    ] {
        let text = format!("# {title}{body}");
        assert_eq!(head(&text), "- / -", "{title}");
        // The file gets this title; nothing of it is printed.
        assert_eq!(texts(&text), [""; 0], "{title}");
        let meta = build(&text).meta;
        assert!(meta.author.is_empty());
        assert_eq!(meta.title, title.trim_start_matches("📄 ").replace("**", ""));
        // Above contacts it adds nothing.
        assert_eq!(texts(&format!("# {title}{REST}")), [""; 0], "{title}");
    }
    assert_eq!(
        items(&format!("# 履歴書・職務経歴書 更新:2024-09-18{REST}")),
        ["a@example.com", "更新:2024-09-18"]
    );
    assert_eq!(items(&format!("# Lebenslauf (Stand: 05/2024){REST}")).len(), 2);
    assert_eq!(items(&format!("# 个人简历 v1.2{REST}")), ["a@example.com"]);
}

#[test]
fn a_name_behind_a_summary_is_found() {
    for (data, name) in [
        ("|key|value|\n|--|--|\n|Name|山田 試|\n|Mail|y@example.com|", "山田 試"),
        ("- 氏名：山田 試\n- 電話：000-0000-0000", "山田 試"),
        ("名前: 山田 試\\\nメール: y@example.com", "山田 試"),
    ] {
        let text = format!(
            "# 職務経歴書\n\n## 自己紹介\n\nパンを焼きます。\n\n## 基本情報\n\n{data}\n\n## 職務経歴\n\n甲\n"
        );
        assert_eq!(head(&text), format!("{name} / -"), "{data}");
        assert_eq!(sections(&text), ["自己紹介", "職務経歴"]);
    }
    // After jobs it stays where it is, and so does one below a name and a way to reach the person.
    let late = "# 山田 試\n\n- y@example.com\n\n## 自己紹介\n\n甲\n\n## 基本情報\n\n- 氏名：山田 試\n- 電話：000-0000-0000\n";
    assert_eq!(sections(late), ["自己紹介", "基本情報"]);
    let late = "# 山田 試\n\n## 職務経歴\n\n甲\n\n## 基本情報\n\n- 電話：000-0000-0000\n";
    assert_eq!(sections(late), ["職務経歴", "基本情報"]);
}

#[test]
fn contacts_behind_a_summary_are_the_headers() {
    for data in [
        "- **Email:** a@example.com\n- **City:** Testville",
        "**Phone:** 555 010 0000\\\n**Email:** a@example.com",
        "* a@example.com\n* https://example.com",
        "|Email|a@example.com|\n|--|--|\n|City|Testville|",
        "Email: a@example.com | Phone: 555 010 0000",
    ] {
        let text =
            format!("# Ann Sample\n\n## Summary\n\nBakes.\n\n## Contact\n\n{data}\n\n## Work\n\nText.\n");
        assert_eq!(sections(&text), ["Summary", "Work"], "{data}");
        let text = format!(
            "# Ann Sample\n\n## Profile\n\nBakes.\n\n#### Contact Details\n\n{data}\n\nMore.\n\n## Work\n\nText.\n"
        );
        assert!(head(&text).starts_with("Ann Sample"));
        assert_eq!(sections(&text), ["Profile", "Work"], "{data}");
    }
}

#[test]
fn the_front_matter_may_name_the_person() {
    let body = "\n甲\n\n新闻\n====\n\n- 乙\n\n联系方式\n====\n\n- 邮箱：a@example.com\n";
    for (front, name) in [
        ("title: \"何试例\"", "何试例"),
        ("title: CV\nheading: Ann B. Sample", "Ann B. Sample"),
        ("author: Ícaro\ntitle: Curriculum", "Ícaro"),
    ] {
        assert_eq!(head(&format!("---\n{front}\n---\n\n## Education\n\nText.\n")), format!("{name} / -"));
    }
    assert_eq!(head(&format!("---\ntitle: 何试例\n---\n{body}")), "何试例 / -");
    assert_eq!(sections(&format!("---\ntitle: 何试例\n---\n{body}")), ["新闻", "联系方式"]);
    // The heading gives it in its own form.
    assert_eq!(head(&format!("---\ntitle: Xiaoman Liu\n---\n# 刘小满， 博士{REST}")), "刘小满， 博士 / -");
    for author in ["admin", "web_team", "Team", "Resume", "a@example.com"] {
        assert_eq!(
            head(&format!("---\nauthor: {author}\n---\n\n## Education\n\nText.\n")),
            "- / -",
            "{author}"
        );
    }
}

#[test]
fn the_business_of_a_site_is_no_headline() {
    for (front, headline) in [
        ("position: 1", "-"),
        ("weight: 3\nsubtitle: 2", "-"),
        ("header:\n  overlay_color: \"#000\"\n  caption: by X\n  cta_label: More", "-"),
        ("excerpt: About me", "-"),
        ("excerpt: \"Baker | Pastry Cook | Teacher\"", "Baker | Pastry Cook | Teacher"),
        ("description: Front-end developer", "Front-end developer"),
        ("tagline: Bread for everyone", "Bread for everyone"),
        ("description: Resume of a software engineer", "-"),
    ] {
        let text = format!("---\n{front}\n---\n# Ann Sample{REST}");
        assert_eq!(head(&text), format!("Ann Sample / {headline}"), "{front}");
        assert_eq!(items(&text), ["a@example.com"], "{front}");
    }
    assert_eq!(
        items("---\nheader: {email: b@example.com, image: x.png}\n---\n# Ann Sample\n"),
        ["b@example.com"]
    );
}

#[test]
fn words_in_a_row_under_a_key_are_no_contacts() {
    for line in [
        "**Tools:** Oven | Whisk.SC | Spoon | Palo Alto",
        "<p><strong>Security Tools:</strong> Oven | Node.JS | Spoon</p>",
        "Languages: Python | Vue.js | HTML",
    ] {
        let text = format!("# Ann Sample\n\na@example.com\n\nI bake.\n\n{line}\n\n## Education\n\nText.\n");
        assert_eq!(items(&text), ["a@example.com"], "{line}");
        assert_eq!(texts(&text).first().map(String::as_str), Some("I bake."), "{line}");
    }
    assert_eq!(items(&format!("# Ann Sample\n\nHomes: a.example.com | b.example.com{REST}")).len(), 3);
}

#[test]
fn a_line_below_the_name_is_what_someone_is() {
    for (line, headline) in [
        (
            "**試例大學 資訊系 (2022 – 2026)** *熱衷於 AI 應用的資管專才*",
            "試例大學 資訊系 (2022 – 2026) 熱衷於 AI 應用的資管專才",
        ),
        ("**Sample College** *who loves bread and trains*", "Sample College who loves bread and trains"),
    ] {
        assert_eq!(head(&format!("# 何試例\n{line}{REST}")), format!("何試例 / {headline}"));
    }
    let cell = "<table><tr><td>x</td><td><b>박시험 | Frontend Engineer</b><br><b>Email</b>: a@example.com<br>\
                <b>Location</b>: 서울</td></tr></table>\n\n## 소개\n\nText.\n";
    assert_eq!(head(&cell.replace("<td>x</td>", "")), "박시험 / Frontend Engineer");
    let switch =
        "<div id=\"lang\">\n<a class=\"on\" href=\"../fr/\">FR</a> | <a href=\"../en/\">EN</a>\n</div>\n\n";
    assert_eq!(
        head(&format!("{switch}# Jean Exemple\nIngénieur, 37 ans.{REST}")),
        "Jean Exemple / Ingénieur, 37 ans."
    );
}

#[test]
fn a_key_is_said_once() {
    for (line, want) in [
        ("> Contact [a@example.com](mailto:a@example.com)", "a@example.com"),
        ("kaggle | [kaggle](https://www.kaggle.com/ann)", "kaggle"),
        ("- Kontakt [a@example.com](mailto:a@example.com)", "a@example.com"),
        ("- connpass: [connpass](https://connpass.com/user/ann)", "connpass"),
        ("- *微信：annsample*\n- GitHub：https://github.com/ann", "annsample"),
    ] {
        let text = format!("# Ann Sample\n\n{line}\n\n## Education\n\nText.\n");
        assert_eq!(items(&text)[0], want, "{line}");
        assert!(!build(&text).header.contacts[0].value.all(|marks| marks.emphasis), "{line}");
    }
    let table = "Service | Link\n--|--\nSlides | [SpeakerDeck](https://speakerdeck.com/ann)\nkaggle | [kaggle](https://kaggle.com/ann)\n";
    let header = build(&format!("# Ann Sample\n\n{table}\n## Education\n\nText.\n")).header;
    assert_eq!(header.contacts[0].key.as_ref().map(|key| key.text().into_owned()).as_deref(), Some("Slides"));
    assert_eq!(header.contacts.len(), 2);
}

#[test]
fn several_numbers_under_one_key_stay_together() {
    let text = "# Ana Ejemplo\n\nTeléfono\n:   600 000 865 / 980 000 740\n\nCorreo Electrónico\n:   ana@example.com\n\n\
                Fecha de Nacimiento\n:   1 de Abril de 1976\n\n## Experiencia\n\nText.\n";
    assert_eq!(items(text), ["600 000 865 / 980 000 740", "ana@example.com", "1 de Abril de 1976"]);
    let links = |text: &str| {
        let contact = build(text).header.contacts.remove(0);
        contact.value.runs().filter_map(|run| run.link.clone()).collect::<Vec<_>>()
    };
    assert_eq!(links(text), ["tel:600000865", "tel:980000740"]);
    assert_eq!(links("# Ana Ejemplo\n\n**Telegram/Whatsapp:** +55 11 90000 0000\n"), ["tel:+5511900000000"]);
    assert_eq!(links("# Ana Ejemplo\n\n- Telegram: @ana\n"), ["https://t.me/ana"]);
}

#[test]
fn a_fence_of_contacts_is_read() {
    let fence =
        "```\n1 Sample Street            ann@example.com\nTestville, CA          +1 555 010 0000\n```";
    for text in [
        format!("# Ann Sample\n\n## Contact\n\n{fence}\n\n## Education\n\nText.\n"),
        format!("# Ann Sample\n\n{fence}\n\n## Education\n\nText.\n"),
    ] {
        let want = ["1 Sample Street", "ann@example.com", "Testville, CA", "+1 555 010 0000"];
        assert_eq!(items(&text), want, "{text}");
    }
    let code = "# Ann Sample\n\n- a@example.com\n\n```\nlet x = 1;\n```\n\n## Education\n\nText.\n";
    assert_eq!(items(code), ["a@example.com"]);
}

#[test]
fn a_row_that_is_only_a_link_is_no_empty_key() {
    let table = "|  |  |\n|--|--|\n| Email | ann@example.com |\n| Phone | |\n| [References](/ref.html)|\n| Web | ann.example.com |\n";
    let all = items(&format!("# Ann Sample\n\n{table}\n## Education\n\nText.\n"));
    assert!(all.contains(&"References".to_owned()) && !all.contains(&"Phone".to_owned()), "{all:?}");
}

#[test]
fn a_bold_line_under_the_name_is_the_headline() {
    for line in [
        "Head of Baking. Sourdough Infrastructure, Baker Experience. Ex-Sample.",
        "Head Baker, Testville. Rye, wheat and spelt. Previously of Example Mill.",
        "烘焙主管。酸种面包、面包工程。曾任样本面包房经理。",
        "Software Engineer; ovens, mills and the bakers who use them; Testville.",
        "Ingeniera de panes. Hornos y molinos.",
    ] {
        assert_eq!(head(&format!("# Ann Sample\n\n**{line}**{REST}")), format!("Ann Sample / {line}"));
    }
    for line in [
        "I am a baker. I bake.",
        "Objective: a job as a baker",
        "我是会计。",
        "Bread is life. Life is bread.",
    ] {
        assert_eq!(head(&format!("# Ann Sample\n\n**{line}**{REST}")), "Ann Sample / -", "{line}");
    }
}

#[test]
fn links_to_the_paper_are_left_out() {
    for link in [
        "[Download CV](https://example.com/cv.pdf)",
        "[Download in PDF format :page_with_curl:](https://example.com/cv.pdf)",
        "[PDF version](https://example.com/cv.pdf)",
        "[下载简历](https://example.com/cv.pdf)",
        "[Descargar CV](https://example.com/cv.pdf)",
    ] {
        assert_eq!(
            items(&format!("# Ann Sample\n\n- a@example.com\n- {link}\n\n## Work\n\nText.\n")),
            ["a@example.com"],
            "{link}"
        );
    }
    for link in ["[Download my app](https://example.com/app)", "[Bread :bread: Atlas](https://example.com)"] {
        assert_eq!(
            items(&format!("# Ann Sample\n\n- a@example.com\n- {link}\n\n## Work\n\nText.\n")).len(),
            2,
            "{link}"
        );
    }
}

#[test]
fn the_source_of_a_quotation_is_no_contact() {
    let said =
        "A loaf that nobody eats has been baked for nothing, and one that somebody eats was baked twice.";
    for text in [
        format!("> {said}\n> [source](https://example.org)"),
        format!("> {said}\n>\n> [www.example.org](https://www.example.org)"),
        format!("<p style=\"font-style:italic\">\n{said}\n[www.example.org](https://www.example.org)\n</p>"),
        format!("*{said}*\n[A. Baker](https://example.org)"),
        format!("> {said}  \n> <https://example.org>"),
    ] {
        let text = format!("# Ann Sample\n\n- a@example.com\n\n{text}\n\n## Work\n\nText.\n");
        assert_eq!(items(&text), ["a@example.com"], "{text}");
    }
}
