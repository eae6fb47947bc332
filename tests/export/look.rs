//! What a reader sees in a page and in a Word document: places, faces, room.

use jianli::session::{Format, Options, Request, Session};

use super::{document, page, part, understood, written};
use crate::setup;

/// Returns the paragraphs of a Word document, as XML.
fn paragraphs(docx: &[u8]) -> Vec<String> {
    let docx = String::from_utf8_lossy(docx);
    part(&docx, "word/document.xml").split("<w:p>").skip(1).map(str::to_owned).collect()
}

/// Returns the paragraph with a text.
fn with(docx: &[u8], text: &str) -> String {
    let all = paragraphs(docx);
    all.iter().find(|one| one.contains(text)).unwrap_or_else(|| panic!("{text}: {all:?}")).clone()
}

/// Returns an example of a letter in a format.
fn letter(name: &str, format: Format) -> Vec<u8> {
    let request = Request::read(&setup::path(&format!("examples/letters/{name}.md"))).unwrap();
    let mut options = Options::default();
    options.formats = vec![format];
    let built = Session::new().unwrap().build(&request.with_options(options)).result.unwrap();
    built.artefacts[0].bytes.clone()
}

const MIXED: &str = "---\nlang: zh-Hans\n---\n# 张三\n\n- 邮箱：a@example.com\n\n## 工作经历\n\n### 示例科技 | 2020.03 – 至今\n\n\
    - Built the company’s first churn model, and a report that 60 managers read.\n- 他说“先做完再说”，用 Rust 和 Apache Spark\n- 与한국어团队合作\n\n\
    ### (1) 支付 Gateway | 2019\n\n(1.1)支付\n\n## 专业技能\n\n- 语言：Rust、Go（含 cgo、asm），SQL\n- 工具：`a、b`\n";

#[test]
fn words_of_another_language_are_called_so_and_have_a_face_of_theirs() {
    let html = page(&understood(MIXED));
    assert!(html.contains("<span lang=\"en\">Built the company’s first"), "{html}");
    assert!(html.contains("与<span lang=\"ko\">한국어</span>团队"), "{html}");
    assert!(!html.contains("<span lang=\"en\">Rust") && !html.contains("<span lang=\"en\">Apache"), "{html}");
    let body = html.split_once("1rem/1.65 ").unwrap().1.split_once(';').unwrap().0;
    let at = |face: &str| body.find(face).unwrap_or_else(|| panic!("{face}: {body}"));
    assert!(at("Source Sans 3") < at("Noto Sans SC") && at("Arial") < at("PingFang SC"), "{body}");
    // The marks of Chinese are wide in the one, and narrow in the other.
    assert!(body.starts_with("wide-marks,") && html.contains("unicode-range:U+2014-2015,U+2018-2019"));
    assert!(html.contains("span:lang(en){font-family:\"Source Sans 3\""), "{html}");
    let english = page(&understood(
        "# Ada Example\n\n- a@example.com\n\n## Summary\n\nRead the 中文，日本 papers of the team\n",
    ));
    assert!(english.contains("the <span lang=\"zh\">中文，日本</span> papers"), "{english}");
    assert!(!english.contains("lang=\"en\">R") && !english.contains("wide-marks"), "{english}");
}

#[test]
fn every_skill_is_called_one() {
    let html = page(&understood(MIXED));
    for skill in ["Rust", "Go（含 cgo、asm）", "SQL", "<code>a、b</code>"] {
        assert!(html.contains(&format!("<span class=\"p-skill\">{skill}</span>")), "{skill}: {html}");
    }
    let text = "# Ada Example\n\n- a@example.com\n\n## Skills\n\n- Rust\n- **Data**: Kafka; SQL\n\
        - Wrote, over a period of nine years, most of the tools that a small bakery needs every day\n\n## Experience\n\n- one, two\n";
    let html = page(&understood(text));
    assert_eq!(html.matches("class=\"p-skill\"").count(), 4, "{html}");
    assert!(html.contains("<span class=\"p-skill\">Wrote, over a period"), "{html}");
}

#[test]
fn a_number_is_parted_from_its_title_alike_everywhere() {
    let html = page(&understood(MIXED));
    assert!(html.contains("\">(1)<span class=\"org\">支付") || html.contains("(1)<span"), "{html}");
    assert!(html.contains("(1.1)支付"), "{html}");
}

#[test]
fn a_page_fits_a_phone_and_prints_without_holes() {
    let html = page(&understood(MIXED));
    let style = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let rule = |start: &str| style.lines().find(|line| line.starts_with(start)).unwrap_or_default();
    for child in [".contacts>*", ".facts>*", ".line>*", ".tags>*", "dd"] {
        assert!(rule(".contacts>*").split('{').next().unwrap().contains(child), "{child}");
    }
    assert!(rule(".contacts>*").contains("min-width:0;overflow-wrap:anywhere"), "{style}");
    assert!(rule("table{font-size:.875rem}").contains("overflow-wrap:anywhere"), "{style}");
    let print = style.split_once("@media print").unwrap().1;
    assert!(print.contains("li,tr,blockquote{break-inside:avoid-page}"), "{print}");
    assert!(!print.contains("article,li") && print.contains("line-height:1.5"), "{print}");
}

#[test]
fn dates_are_whole_and_as_typed_beside_a_title_of_any_length() {
    let title = "字".repeat(34);
    let text = format!(
        "---\nlang: zh-Hans\n---\n# 王五\n\n- a@example.com\n\n## 工作经历\n\n### {title} | 工程师 | 2020.03 – 2021.04\n\n- x\n\n### 甲 | 乙 | 2019.01 – 2019.02\n\n- y\n"
    );
    let docx = document(&understood(&text));
    let (break_, tab) = ("<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>");
    // On a line of their own, at the same stop.
    let heading = with(&docx, &title);
    assert!(heading.contains(&format!("{break_}{tab}")), "{heading}");
    assert!(heading.contains(">2020.03 – 2021.04</w:t>"), "{heading}");
    let short = with(&docx, ">甲<");
    assert!(short.contains(tab) && !short.contains(break_), "{short}");
    let all = String::from_utf8_lossy(&docx).into_owned();
    assert!(!all.contains("w:right=\"4") && !all.contains('\u{A0}'));
}

#[test]
fn a_linked_employer_is_as_bold_as_any_other() {
    let text = "# Ada Example\n\n- [my own site](https://example.com)\n\n## Projects\n\n### [tallybook](https://example.com/t) | 2019 – 2020\n\n- see [this](https://example.com/x)\n";
    let docx = document(&understood(text));
    let bold = |text: &str| with(&docx, text).contains("<w:rStyle w:val=\"Hyperlink\"/><w:b/>");
    assert!(bold("tallybook") && !bold("this") && !bold(">my own site<"));
}

#[test]
fn a_task_has_its_box_for_a_mark_and_a_table_has_room() {
    let text = "# Ada Example\n\n- a@example.com\n\n## Plan\n\n- [x] done\n- [ ] open\n- none\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\nbelow\n";
    let docx = document(&understood(text));
    for (text, boxed) in [("done", "☑"), ("open", "☐")] {
        let task = with(&docx, &format!(">{text}<"));
        assert!(task.contains("<w:numId w:val=\"0\"/>") && task.contains(boxed), "{task}");
        assert!(written(&docx).contains(&format!("{boxed}\t{text}")));
    }
    assert!(!with(&docx, ">none<").contains("w:numPr"));
    assert!(with(&docx, ">none<").contains("<w:spacing w:after=\"120\"/>"));
    assert!(with(&docx, ">below<").contains("<w:spacing w:before=\"120\"/>"));
    assert!(!with(&docx, ">open<").contains("w:spacing"));
}

#[test]
fn an_entry_stays_with_what_follows_only_if_that_belongs_to_it() {
    let text = "# Ada Example\n\n- a@example.com\n\n## Projects\n\n### Oven | 2020\n\n### Mill | 2021\n\n`Rust`\n\n### Shop | 2022\n\n- x\n\n## Empty\n\n## Skills\n\n- y\n";
    let docx = document(&understood(text));
    let loose = |text: &str| with(&docx, &format!(">{text}<")).contains("<w:keepNext w:val=\"0\"/>");
    for (text, wanted) in
        [("Oven", true), ("Mill", false), ("Shop", false), ("Empty", true), ("Projects", false)]
    {
        assert_eq!(loose(text), wanted, "{text}");
    }
}

#[test]
fn the_parts_of_a_letter_stand_where_they_do_on_paper() {
    for (name, text, style, looks) in [
        ("american", "November 28, 2026", "Date", vec![]),
        ("british", "Yours sincerely", "Closing", vec![]),
        ("german", "Bewerbung als", "Subject", vec!["<w:b/>"]),
        ("german", "28. November", "Date", vec!["<w:jc w:val=\"right\"/>"]),
        ("chinese", "应聘后端工程师", "Subject", vec!["<w:b/>", "<w:jc w:val=\"center\"/>"]),
        ("chinese", "您好！我从", "BodyText", vec!["w:firstLineChars=\"200\""]),
        ("chinese", "2026年", "Date", vec!["<w:jc w:val=\"right\"/>"]),
        ("japanese", ">敬具<", "Ending", vec!["<w:jc w:val=\"right\"/>"]),
        ("japanese", ">記<", "Note", vec!["<w:jc w:val=\"center\"/>"]),
        ("japanese", ">以上<", "Ending", vec![]),
        ("japanese", ">例田 花<", "Sender", vec!["<w:jc w:val=\"right\"/>"]),
        ("korean", "2026년", "Date", vec!["<w:jc w:val=\"center\"/>"]),
        ("korean", "제목", "Subject", vec!["<w:b/>"]),
    ] {
        let docx = letter(name, Format::Docx);
        let paragraph = with(&docx, text);
        assert!(paragraph.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{name} {text}: {paragraph}");
        let all = String::from_utf8_lossy(&docx).into_owned();
        let styles = part(&all, "word/styles.xml");
        let style = styles.split_once(&format!("w:styleId=\"{style}\"")).expect(style).1;
        let style = style.split_once("</w:style>").unwrap().0;
        looks.iter().for_each(|look| assert!(style.contains(look), "{name} {text}: {style}"));
    }
    // Room for a signature: three lines.
    let docx = letter("american", Format::Docx);
    let all = String::from_utf8_lossy(&docx).into_owned();
    let style = part(&all, "word/styles.xml").split_once("w:styleId=\"Signature\"").unwrap().1;
    let before = style.split_once("w:before=\"").unwrap().1.split_once('"').unwrap().0;
    assert!(before.parse::<u32>().unwrap() > 700, "{before}");
}

#[test]
fn the_sender_of_a_japanese_letter_is_below_the_recipient() {
    let docx = written(&letter("japanese", Format::Docx));
    let html = String::from_utf8(letter("japanese", Format::Html)).unwrap();
    for text in [docx, html.split_once("<main").unwrap().1.to_owned()] {
        let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("{word}: {text}"));
        assert!(
            at("2026年") < at("見本出版") && at("見本出版") < at("例田") && at("例田") < at("応募書類"),
            "{text}"
        );
    }
    assert!(
        html.contains("<header class=\"top sender h-card\">")
            && html.contains("<p class=\"block ending\">敬具</p>")
    );
    assert!(html.contains(".letter .ending{margin-top:0.00rem;text-align:right}"), "{html}");
}

#[test]
fn every_letter_has_a_title_in_its_language() {
    for (name, title) in [
        ("american", "Avery Sample"),
        ("british", "Rowan Sample"),
        ("german", "Bewerbung als Softwareentwicklerin, Kennziffer 26-114 – Kim Muster"),
        ("chinese", "应聘后端工程师 – "),
        ("japanese", "応募書類の送付について – 例田 花"),
        ("korean", " – "),
    ] {
        let html = String::from_utf8(letter(name, Format::Html)).unwrap();
        let said = html.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0.to_owned();
        assert!(said.contains(title) && !said.contains("제목"), "{name}: {said}");
        let docx = String::from_utf8_lossy(&letter(name, Format::Docx)).into_owned();
        assert!(part(&docx, "docProps/core.xml").contains(&format!("<dc:title>{said}</dc:title>")), "{name}");
    }
    assert!(page(&understood("- 甲\n- 乙\n")).contains("<title>简历</title>"));
}
