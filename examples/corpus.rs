//! Compiles every Markdown file of a folder and prints a line for each: whether it builds, what is said,
//! the name found, the sections by kind, entries with and without dates, contacts without a link, and the first text
//! that neither is printed nor is said not to be. So a change of what is understood is judged on hundreds of files in
//! a second:
//!
//! ```sh
//! cargo run --release --example corpus -- FOLDER [--only WORD]
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program speaks to its user")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jianli::diag::{Files, Severity, Sink, Span};
use jianli::font::FontBook;
use jianli::layout::{self, Choice};
use jianli::model::{self, Account, Block, BlockKind, Resume};
use jianli::source::{self, Source};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.first() else {
        eprintln!("usage: corpus FOLDER [--only WORD]");
        return ExitCode::from(2);
    };
    let only = arguments.iter().position(|word| word == "--only").and_then(|at| arguments.get(at + 1));
    let mut paths = Vec::new();
    markdown_files(Path::new(folder), &mut paths);
    paths.sort();
    let Ok(fonts) = FontBook::usual() else {
        eprintln!("there are no faces");
        return ExitCode::from(2);
    };
    let mut sums = Sums::default();
    println!(
        "exit  {:28} {:18} work/edu/proj/skill/other  entries (undated)  unlinked  codes",
        "file", "name"
    );
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if only.is_none_or(|word| name.contains(word.as_str())) {
            println!("{}", line(&path, &name, &fonts, &mut sums));
        }
    }
    println!(
        "{} files, {} build, {} have a name, {} sections of no known kind, {} lose text",
        sums.files, sums.built, sums.named, sums.other, sums.lost
    );
    ExitCode::SUCCESS
}

#[derive(Default)]
struct Sums {
    files: usize,
    built: usize,
    named: usize,
    other: usize,
    lost: usize,
}

fn markdown_files(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        if path.is_dir() {
            markdown_files(&path, paths);
        } else if path.extension().is_some_and(|end| end == "md" || end == "markdown") {
            paths.push(path);
        }
    }
}

/// Reads, understands and sets one file, and tells about it in a line.
fn line(path: &Path, name: &str, fonts: &FontBook, sums: &mut Sums) -> String {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let bytes = std::fs::read(path).unwrap_or_default();
    let read = source::parse(name, &bytes, path.parent(), &mut files, &mut sink);
    let resume = read.as_ref().ok().and_then(|source| model::build(source, &mut sink).ok());
    let families = fonts.families();
    let choice = Choice { name: "classic", place: None, folder: None, overrides: &[], families: &families };
    let set = read.as_ref().ok().is_some_and(|source| {
        let layout = layout::load(&choice, &mut files, &mut sink);
        layout.is_ok_and(|layout| jianli::compile(source, &layout, fonts, &mut sink).is_ok())
    });
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for found in sink.into_sorted().iter().filter(|found| found.severity >= Severity::Warning) {
        *codes.entry(found.code.id).or_default() += 1;
    }
    let codes: Vec<String> = codes.iter().map(|(code, count)| format!("{code}×{count}")).collect();
    sums.files += 1;
    sums.built += usize::from(set);
    let counts = resume.as_ref().map(counts).unwrap_or_default();
    let whose =
        resume.as_ref().and_then(|resume| resume.header.name.as_ref()).map(|name| name.text().into_owned());
    sums.named += usize::from(whose.is_some());
    sums.other += counts.kinds[4];
    let lost = read.as_ref().ok().zip(resume.as_ref()).and_then(|(source, resume)| lost(source, resume));
    sums.lost += usize::from(lost.is_some());
    let lost = lost.map(|text| format!("  LOST {text}")).unwrap_or_default();
    let [work, education, projects, skills, other] = counts.kinds;
    format!(
        "{:4}  {name:28} {:18} {work}/{education}/{projects}/{skills}/{other}  {} ({})  {}  {}{lost}",
        if set { "ok" } else { "FAIL" },
        whose.unwrap_or_else(|| "-".to_owned()),
        counts.entries,
        counts.undated,
        counts.unlinked,
        codes.join(" ")
    )
}

/// Returns the text at which what is printed, or is said not to be, first differs from the source.
fn lost(source: &Source, resume: &Resume) -> Option<String> {
    let Account { mut written, mut understood } = model::account(source, resume);
    // What is at no place is not to be compared by it: an address instead of its word.
    for texts in [&mut written, &mut understood] {
        texts.retain(|(span, _)| !span.is_empty());
    }
    let (before, after) = (characters(&written), characters(&understood));
    let same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let shown = |text: &[char]| text[same..].iter().take(16).collect::<String>();
    (same < before.len().max(after.len())).then(|| format!("“{}” for “{}”", shown(&after), shown(&before)))
}

/// Letters and figures: marks beside a date may go with it.
fn characters(texts: &[(Span, String)]) -> Vec<char> {
    texts.iter().flat_map(|(_, text)| text.chars()).filter(|c| c.is_alphanumeric()).collect()
}

#[derive(Default)]
struct Counts {
    /// Sections of work, education, projects, skills, and of no known kind.
    kinds: [usize; 5],
    entries: usize,
    undated: usize,
    unlinked: usize,
}

fn counts(resume: &Resume) -> Counts {
    let mut counts = Counts::default();
    for section in &resume.sections {
        let at = match section.kinds.first().map(|kind| kind.name()) {
            Some("work") => 0,
            Some("education") => 1,
            Some("projects") => 2,
            Some("skills") => 3,
            Some("other") => 4,
            _ => continue,
        };
        counts.kinds[at] += 1;
    }
    let contacts = resume.header.contacts.iter();
    counts.unlinked = contacts.filter(|contact| contact.value.runs().all(|run| run.link.is_none())).count();
    resume.sections.iter().for_each(|section| entries(&section.blocks, &mut counts));
    counts
}

fn entries(blocks: &[Block], counts: &mut Counts) {
    for block in blocks {
        if let BlockKind::Entry(entry) = &block.kind {
            counts.entries += 1;
            counts.undated += usize::from(entry.dates.is_none());
            entries(&entry.body, counts);
        }
    }
}
