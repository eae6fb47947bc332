//! What a résumé is made into besides pages: text, Markdown, a web page, JSON.

mod look;

use std::collections::BTreeMap;

use jianli::diag::{Files, Sink};
use jianli::export::{self, Event, Tags};
use jianli::model::{self, Resume};
use jianli::session::{Format, Options, Outcome, Request, Session};
use jianli::source;
use proptest::prelude::*;
use serde_json::Value;

use crate::cli::TestFolder;
use crate::pieces::resume;
use crate::{golden, setup};

/// Returns what a text says; its images are not looked for.
fn understood(text: &str) -> Resume {
    let (mut files, mut sink) = (Files::closed(), Sink::default());
    let source = source::draft("a.md", text.as_bytes(), None, &mut files, &mut sink).unwrap();
    model::build(&source, &mut Sink::default()).unwrap()
}

/// Returns what `explain --json` says, without places, without what is not printed, and without the colons of keys,
/// which a table has not.
fn explained(resume: &Resume) -> Value {
    let mut value: Value = serde_json::from_str(&model::explain_json(resume, &Files::closed())).unwrap();
    let object = value.as_object_mut().unwrap();
    ["consumed", "doubts"].iter().for_each(|key| drop(object.remove(*key)));
    without_spelling(&mut value);
    value
}

fn without_spelling(value: &mut Value) {
    match value {
        Value::Array(items) => {
            let runs = |item: &Value| {
                item == "\n" || item.get("text").is_some_and(Value::is_string) && item.get("label").is_none()
            };
            match items.iter().all(runs) && items.iter().any(Value::is_object) {
                true => *value = marked(items).into(),
                false => items.iter_mut().for_each(without_spelling),
            }
        }
        Value::Object(members) => {
            members.remove("span");
            members.remove("of");
            members.values_mut().for_each(without_spelling);
            if let Some(Value::String(key)) = members.get_mut("key") {
                // The colon may be marked as the key is, or not.
                key.truncate(key.trim_end_matches([':', '：', ' ']).trim_end_matches("{}").len());
            }
        }
        Value::String(text) => *text = words(text),
        _ => {}
    }
}

fn words(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns runs as a text with their marks; blanks have none.
fn marked(runs: &[Value]) -> String {
    let (mut out, mut last) = (String::new(), String::new());
    for run in runs {
        let Some(members) = run.as_object() else {
            out.push('\n');
            continue;
        };
        let mut look = members.clone();
        let text = look.remove("text").unwrap();
        look.remove("span");
        let look = format!("{look:?}");
        for c in text.as_str().unwrap().chars() {
            if !c.is_whitespace() && last != look {
                out.push_str(&look);
                last.clone_from(&look);
            }
            out.push(c);
        }
    }
    words(&out)
}

/// Returns the letters of a text, and nothing between them.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Tells the first text of a résumé that an export has not, in the order of the résumé.
fn lost(resume: &Resume, export: &str) -> Option<String> {
    let export = letters(export);
    let mut at = 0;
    for (_, text) in model::texts(resume) {
        let wanted = letters(&text);
        match export[at..].find(&wanted) {
            Some(found) => at += found + wanted.len(),
            None => return Some(text),
        }
    }
    None
}

/// Returns the words of a page, without its style and its data.
fn visible(html: &str) -> String {
    let body = html.split_once("<main").unwrap().1;
    let mut text = String::new();
    for part in body.split('<').skip(1) {
        text.push_str(part.split_once('>').map_or("", |(_, words)| words));
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
}

fn page(resume: &Resume) -> String {
    export::html(resume, &setup::layout("classic", &setup::fonts())).unwrap()
}

/// Returns a Word document. Nothing in it is compressed.
fn document(resume: &Resume) -> Vec<u8> {
    export::docx(resume, &setup::layout("classic", &setup::fonts()), None).unwrap()
}

/// Returns a part of a Word document.
fn part<'a>(docx: &'a str, name: &str) -> &'a str {
    let begin = docx.find(&format!("{name}<?xml")).unwrap_or_else(|| panic!("{name}")) + name.len();
    let behind = &docx[begin..];
    &behind[..behind.find("PK\u{3}\u{4}").or(behind.find("PK\u{1}\u{2}")).unwrap()]
}

/// Returns the words of a Word document: a line each paragraph.
fn written(docx: &[u8]) -> String {
    let docx = String::from_utf8_lossy(docx);
    let body = part(&docx, "word/document.xml").replace("<w:tab/>", "<w:t>\t</w:t>");
    let paragraphs = body.split("</w:p>").map(|paragraph| {
        let runs = paragraph.split("<w:t").skip(1).filter(|run| run.starts_with([' ', '>']));
        runs.filter_map(|run| run.split_once('>')?.1.split("</w:t>").next()).collect::<String>()
    });
    let text = paragraphs.collect::<Vec<_>>().join("\n");
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

#[test]
fn what_examples_say_is_what_their_markdown_says() {
    for file in setup::markdown_files("examples") {
        let text = std::fs::read_to_string(&file).unwrap();
        let resume = understood(&text);
        let made = export::markdown(&resume, Tags::Kept);
        assert_eq!(made.differences, Vec::<String>::new(), "{}", file.display());
        let again = understood(&made.text);
        assert_eq!(explained(&again), explained(&resume), "{}\n{}", file.display(), made.text);
        assert_eq!(export::markdown(&again, Tags::Kept).text, made.text, "{}", file.display());
    }
}

#[test]
fn whatever_comes_back_otherwise_is_told_and_that_is_seldom() {
    let (mut files, mut exact) = (0, 0);
    for file in
        setup::markdown_files("tests/suite/model").into_iter().chain(setup::markdown_files("tests/suite"))
    {
        let resume = understood(&std::fs::read_to_string(&file).unwrap());
        let made = export::markdown(&resume, Tags::Kept);
        let same = explained(&understood(&made.text)) == explained(&resume);
        assert!(same || !made.differences.is_empty(), "{}\n{}", file.display(), made.text);
        files += 1;
        exact += usize::from(same);
    }
    // Those that are left are headers made like no other.
    assert!(exact * 100 >= files * 76, "{exact} of {files}");
}

#[test]
fn no_word_is_lost_in_any_export() {
    for file in setup::markdown_files("examples").into_iter().chain(setup::markdown_files("tests/suite")) {
        let resume = understood(&std::fs::read_to_string(&file).unwrap());
        let name = file.display();
        assert_eq!(lost(&resume, &export::text(&resume)), None, "{name}");
        assert_eq!(lost(&resume, &visible(&page(&resume))), None, "{name}");
        assert_eq!(lost(&resume, &written(&document(&resume))), None, "{name}");
        let markdown = export::markdown(&resume, Tags::Kept).text;
        assert_eq!(lost(&resume, &markdown), None, "{name}\n{markdown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_resume_says_is_what_its_markdown_says_or_it_is_told(text in resume()) {
        let resume = understood(&text);
        let made = export::markdown(&resume, Tags::Kept);
        let again = understood(&made.text);
        if made.differences.is_empty() {
            prop_assert_eq!(explained(&again), explained(&resume), "{}", made.text);
        }
        prop_assert_eq!(lost(&resume, &made.text), None, "{}", made.text);
        let plain = export::text(&resume);
        prop_assert_eq!(lost(&resume, &plain), None, "{}", plain);
        prop_assert!(is_for_forms(&plain), "{plain:?}");
    }

    #[test]
    fn the_walk_opens_and_closes_in_pairs(text in resume()) {
        let resume = understood(&text);
        let mut open: Vec<&str> = Vec::new();
        for step in export::walk(&resume) {
            let name = match step.event {
                Event::Section(_) | Event::EndSection => "section",
                Event::Entry(_) | Event::EndEntry => "entry",
                Event::List(_) | Event::EndList => "list",
                Event::Item(_) | Event::EndItem => "item",
                Event::Quote | Event::EndQuote => "quote",
                _ => continue,
            };
            if step.event.opens() {
                open.push(name);
            } else {
                prop_assert_eq!(open.pop(), Some(name));
            }
        }
        prop_assert!(open.is_empty());
    }
}

/// Tells whether a text has what forms take: no tabs, no blanks at the ends of lines, no two empty lines, a last newline.
fn is_for_forms(text: &str) -> bool {
    let lines_end = text.lines().all(|line| line == line.trim_end());
    let plain = !text.contains(['\t', '\r', '\u{FEFF}']) && !text.contains("\n\n\n");
    lines_end && plain && (text.is_empty() || text.ends_with('\n') && !text.starts_with('\n'))
}

#[test]
fn golden_exports_are_as_before() {
    let mut made = BTreeMap::new();
    for name in ["student", "english", "engineer"] {
        let text = std::fs::read_to_string(setup::path(&format!("examples/{name}.md"))).unwrap();
        let resume = understood(&text);
        made.insert(format!("{name}.txt"), export::text(&resume));
        made.insert(format!("{name}.md"), export::markdown(&resume, Tags::Kept).text);
    }
    let text = std::fs::read_to_string(setup::path("examples/english.md")).unwrap();
    made.insert("english.html".to_owned(), page(&understood(&text)));
    golden::agree("export", &made);
}

const ODD: &str = "# Ada Example\n\n- [<b>mail</b>](mailto:a@example.com)\n- [x](javascript:alert(1))\n\n## Skills\n\n\
    - `a|b` & <3 \\*no\\* C:\\\\x \"q\" </script><script>alert(1)</script>\n- **bold**`code` *it*~~no~~\n\n| a | b |\n|--|:-:|\n| 1 \\| 2 | `x\\|y` |\n";

#[test]
fn signs_mean_themselves_in_every_export() {
    let resume = understood(ODD);
    let html = page(&resume);
    assert!(!html.contains("<script>") && !html.contains("javascript:"), "{html}");
    assert_eq!(html.matches("<script").count(), 1, "{html}");
    let made = export::markdown(&resume, Tags::Kept);
    assert_eq!(explained(&understood(&made.text)), explained(&resume), "{}", made.text);
}

#[test]
fn a_page_fetches_nothing_and_runs_nothing() {
    let photo = std::fs::read(setup::path("examples/photo.png")).unwrap();
    let text = std::fs::read_to_string(setup::path("examples/photo.md")).unwrap();
    let mut options = Options::default();
    options.formats = vec![Format::Html];
    let request = Request::new("cv.md", text).with_file("photo.png", photo).with_options(options);
    let built = Session::new().unwrap().build(&request).result.unwrap();
    let html = String::from_utf8(built.artefacts[0].bytes.clone()).unwrap();
    assert!(html.contains("default-src 'none'") && html.contains("src=\"data:image/png;base64,"));
    for fetched in [" src=\"http", "<link", "@import", "url(", "<iframe", "onload", "photo.png"] {
        assert!(!html.contains(fetched), "{fetched}");
    }
    assert!(built.document.pages.is_empty());
}

#[test]
fn a_word_document_has_styles_lists_stops_and_links() {
    let text = std::fs::read_to_string(setup::path("examples/english.md")).unwrap();
    let bytes = document(&understood(&text));
    assert!(bytes == document(&understood(&text)), "twice is not the same");
    let docx = String::from_utf8_lossy(&bytes).into_owned();
    let body = part(&docx, "word/document.xml");
    for style in ["Title", "Subtitle", "Contact", "Heading1", "Heading2", "Heading3", "ListBullet"] {
        assert!(body.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
        assert!(part(&docx, "word/styles.xml").contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    assert!(!body.contains("<w:tbl>") && !body.contains("txbx"), "{body}");
    assert!(part(&docx, "word/styles.xml").contains("<w:tab w:val=\"right\""));
    assert!(written(&bytes).contains("Staff Engineer\tJan 2023 – Present"), "{}", written(&bytes));
    let links = part(&docx, "word/_rels/document.xml.rels");
    assert!(links.contains("Target=\"mailto:amelia@example.com\" TargetMode=\"External\""), "{links}");
    assert!(
        part(&docx, "docProps/core.xml").contains("Amelia Hartwell") && !docx.contains("dcterms:created")
    );
}

#[test]
fn a_word_document_in_chinese_has_faces_and_a_language_for_it() {
    let bytes = document(&understood(
        "# 张三\n\n- 邮箱：a@example.com\n\n## 技能\n\n3. **三**\n4. *四*\n\n- [x] 完\n\n| 甲 | 乙 |\n|:--|--:|\n| a | b |\n",
    ));
    let docx = String::from_utf8_lossy(&bytes).into_owned();
    let (styles, body) = (part(&docx, "word/styles.xml"), part(&docx, "word/document.xml"));
    assert!(
        styles.contains("w:eastAsia=\"Microsoft YaHei\"") && styles.contains("w:eastAsia=\"zh-CN\""),
        "{styles}"
    );
    assert!(part(&docx, "word/numbering.xml").contains("<w:startOverride w:val=\"3\"/>"));
    assert!(
        body.contains("<w:numId w:val=\"2\"/>")
            && body.contains("<w:b/><w:bCs/>")
            && body.contains("<w:em w:val=\"dot\"/>")
    );
    assert_eq!(body.matches("<w:tbl>").count(), 1);
    assert!(written(&bytes).contains("☑\t完"), "{}", written(&bytes));
}

#[test]
fn parts_that_were_named_are_what_they_are_called() {
    let part = |text: &str| {
        let resume = understood(text);
        let entry = export::walk(&resume).into_iter().find_map(|step| match step.event {
            Event::Entry(entry) => Some(entry.parts.iter().map(|part| part.role.name()).collect::<Vec<_>>()),
            _ => None,
        });
        entry.unwrap_or_default().join(" ")
    };
    let of = |named: &str| {
        part(&format!(
            "# A\n\n## Experience\n\n<!-- parts: {named} -->\n### Baker - Sample | Oven | 2020 – 2021\n\n- a\n"
        ))
    };
    assert_eq!(of("organization, role"), "organization role");
    assert_eq!(of("role，place"), "role place");
    assert_eq!(of("title | other"), "title other");
    let told = |text: &str| {
        let mut sink = Sink::default();
        let source = setup::parse(text, &mut sink);
        drop(model::build(&source, &mut sink));
        sink.into_sorted()
            .into_iter()
            .filter(|found| found.code.id == "J104")
            .map(|found| found.message.to_string())
            .collect::<String>()
    };
    let with = |named: &str| {
        format!("# A\n\n## Experience\n\n<!-- parts: {named} -->\n### Baker | 2020 – 2021\n\n- a\n")
    };
    assert!(told(&with("role, place")).contains("has 1 part"), "{}", told(&with("role, place")));
    assert!(told(&with("employer")).contains("cannot be read"));
    assert!(told("# A\n\n## Experience\n\n<!-- parts: role -->\n- a\n").contains("no line of an entry"));
    assert_eq!(told(&with("role")), "");
}

#[test]
fn what_is_made_goes_by_the_ending_of_the_output() {
    let desk = TestFolder::new();
    desk.write("cv.md", "# Ada Example\n\n- a@example.com\n\n## Skills\n\n- Rust\n- Go\n");
    for (name, begins) in [
        ("a.txt", "Ada Example\nEmail: a@example.com\n\nSkills\n"),
        ("b.md", "# Ada Example\n\n- a@example.com\n\n## Skills\n"),
        ("c.html", "<!doctype html>\n<html lang=\"en\">"),
        ("d.json", "{\n  \"header\": {"),
        ("e.DOCX", "PK\u{3}\u{4}"),
    ] {
        let said = desk.run(&["cv.md", "-o", name, "--quiet"]);
        assert_eq!(said.status, Some(0), "{name}: {}", said.err);
        assert!(String::from_utf8_lossy(&desk.read(name)).starts_with(begins), "{name}");
    }
    let json = String::from_utf8(desk.read("d.json")).unwrap();
    assert!(json.contains("\"schema_version\": 1"));
    assert_eq!(String::from_utf8(desk.run(&["explain", "--json", "cv.md"]).out).unwrap(), json);
    let over = desk.run(&["cv.md", "--format", "md"]);
    assert!(over.status == Some(2) && over.err.contains("it is the résumé itself"), "{}", over.err);
    assert_eq!(desk.run(&["cv.md", "--format", "txt,html,pdf", "-o", "x", "--quiet"]).status, Some(0));
    assert!(["x.txt", "x.html", "x.pdf"].iter().all(|name| desk.files().contains(&(*name).to_owned())));
}

#[test]
fn a_view_is_exported_without_what_it_does_not_see() {
    let text = "---\nviews:\n  a: { tags: [a] }\n---\n# Ada Example\n\n- a@example.com\n\n## Skills\n\n- Rust <!-- tags: a -->\n- Cobol <!-- tags: b -->\n- Go\n";
    for format in [Format::Text, Format::Markdown, Format::Html, Format::Json] {
        let mut options = Options::default();
        options.formats = vec![format];
        options.view = Some("a".to_owned());
        let outcome: Outcome<_> =
            Session::new().unwrap().build(&Request::new("cv.md", text).with_options(options));
        let made = String::from_utf8(outcome.result.unwrap().artefacts[0].bytes.clone()).unwrap();
        assert!(
            made.contains("Rust")
                && made.contains("Go")
                && !made.contains("Cobol")
                && !made.contains("tags:"),
            "{made}"
        );
    }
}
