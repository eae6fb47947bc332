//! The documentation as a book: in both languages the same, every command in it runs, every link leads somewhere.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::setup;

/// The folders of the English book and of the Chinese one.
const BOOKS: [&str; 2] = ["docs", "docs/zh"];

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the pages that the table of contents of a book names.
fn pages(book: &str) -> Vec<String> {
    let contents = read(&setup::path(&format!("{book}/SUMMARY.md")));
    links(&contents)
}

fn events(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).collect()
}

fn links(text: &str) -> Vec<String> {
    let target = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    };
    events(text).into_iter().filter_map(target).collect()
}

/// Returns the blocks of code of a page, each with its language.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for event in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                open = Some((language, String::new()));
            }
            Event::Text(words) => open.iter_mut().for_each(|(_, code)| code.push_str(&words)),
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// Returns code without what is said about it in the language of the page.
fn bare(language: &str, code: &str) -> String {
    let line = |line: &str| match language {
        "toml" | "sh" | "yaml" => without_comment(line).trim_end().to_owned(),
        "text" => line.split("   ").next().unwrap_or_default().to_owned(),
        _ => line.to_owned(),
    };
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Returns a line without a comment that a blank, or nothing, stands before; `#` in quotes begins none.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        quoted ^= c == '"';
        if c == '#' && before == ' ' && !quoted && line[at..].starts_with("# ") {
            return &line[..at];
        }
        before = c;
    }
    line
}

/// Returns what has to be the same in both languages, in the order of the page.
fn outline(text: &str) -> Vec<String> {
    let mut outline = Vec::new();
    let mut in_code = false;
    for event in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Heading { level, .. }) => outline.push(level.to_string()),
            Event::Start(Tag::Item) => outline.push("item".to_owned()),
            Event::Start(Tag::TableHead | Tag::TableRow) => outline.push("row".to_owned()),
            Event::Start(Tag::TableCell) => outline.push("cell".to_owned()),
            Event::Start(Tag::Paragraph) if !in_code => outline.push("paragraph".to_owned()),
            _ => {}
        }
    }
    outline
        .extend(blocks(text).iter().map(|(language, code)| format!("{language}\n{}", bare(language, code))));
    // In a paragraph the links may stand in another order.
    let mut targets: Vec<String> = links(text)
        .iter()
        .filter(|target| !target.contains("://"))
        .map(|target| target.split('#').next().unwrap_or_default().trim_start_matches("../").to_owned())
        .collect();
    targets.sort();
    outline.extend(targets);
    outline
}

#[test]
fn both_books_have_the_same_pages_and_each_page_says_the_same() {
    assert_eq!(pages(BOOKS[0]), pages(BOOKS[1]));
    for page in pages(BOOKS[0]) {
        let [english, chinese] = BOOKS.map(|book| outline(&read(&setup::path(&format!("{book}/{page}")))));
        let differs = english.iter().zip(&chinese).position(|(one, other)| one != other);
        if let Some(at) = differs {
            panic!("{page}: part {at} is {:?} in English and {:?} in Chinese", english[at], chinese[at]);
        }
        assert_eq!(english.len(), chinese.len(), "{page}");
    }
}

/// Returns the anchor that GitHub gives a heading.
fn anchor(heading: &str) -> String {
    let kept = |c: char| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
        _ => None,
    };
    heading.to_lowercase().chars().filter_map(kept).collect()
}

fn anchors(text: &str) -> Vec<String> {
    let mut anchors = Vec::new();
    let mut open: Option<String> = None;
    for event in events(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => open = Some(String::new()),
            Event::Text(words) | Event::Code(words) => {
                open.iter_mut().for_each(|heading| heading.push_str(&words));
            }
            Event::End(TagEnd::Heading(_)) => anchors.extend(open.take().map(|heading| anchor(&heading))),
            _ => {}
        }
    }
    anchors
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_are_there() {
    let mut seen = 0;
    for (book, page) in BOOKS.iter().flat_map(|book| pages(book).into_iter().map(move |page| (*book, page))) {
        let path = setup::path(&format!("{book}/{page}"));
        let text = read(&path);
        for target in links(&text).iter().filter(|target| !target.contains("://")) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let file: PathBuf =
                if file.is_empty() { path.clone() } else { path.parent().expect("a folder").join(file) };
            assert!(file.exists(), "{book}/{page}: {target}");
            if !heading.is_empty() {
                assert!(anchors(&read(&file)).iter().any(|own| own == heading), "{book}/{page}: {target}");
            }
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[cfg(unix)]
mod commands {
    use std::env;
    use std::os::unix::fs::symlink;

    use assert_cmd::cargo::cargo_bin;

    use super::*;
    use crate::cli::TestFolder;

    const RESUME: &str = "# 张三\n\n- 邮箱：zhang@example.com\n\n## 工作经历\n\n### 示例科技 | 出纳 | 2018.07 – 2020.02\n\n- 对账\n";

    /// Returns a folder with what the pages speak of: examples, layouts, and the résumés of somebody.
    fn desk() -> TestFolder {
        let desk = TestFolder::new();
        for folder in ["examples", "layouts"] {
            copy(&setup::path(folder), &desk.path(folder));
        }
        fs::create_dir_all(desk.path("cvs/team")).expect("a folder");
        for name in ["张三.md", "a.md", "b.md", "cvs/team/c.md"] {
            desk.write(name, RESUME);
        }
        desk.write("resume.json", r#"{"basics":{"name":"Alex Sample","email":"alex@example.com"}}"#);
        desk.run(&["a.md", "-o", "old.pdf", "--quiet"]).ended(0, &[]);
        desk
    }

    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            match entry.file_type().expect("a kind").is_dir() {
                true => copy(&entry.path(), &to.join(entry.file_name())),
                false => {
                    fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
                }
            }
        }
    }

    #[test]
    fn every_command_of_the_book_runs() {
        let mut seen = 0;
        for page in pages(BOOKS[0]) {
            let desk = desk();
            fs::create_dir(desk.path("bin")).expect("a folder");
            symlink(cargo_bin!("jianli"), desk.path("bin/jianli")).expect("a link");
            let path = env::var("PATH").unwrap_or_default();
            let text = read(&setup::path(&format!("{}/{page}", BOOKS[0])));
            for (_, code) in blocks(&text).iter().filter(|(language, _)| language == "sh") {
                for line in code.lines() {
                    let done = setup::command("sh")
                        .current_dir(desk.path("."))
                        .env("PATH", format!("{}:{path}", desk.path("bin").display()))
                        .args(["-c", line])
                        .output()
                        .expect("it runs");
                    let said = String::from_utf8_lossy(&done.stderr);
                    assert!(done.status.success(), "{page}: {line}: {said}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 40, "{seen}");
    }
}
