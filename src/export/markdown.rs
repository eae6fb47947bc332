//! A résumé as canonical Markdown: headings, `a | b | dates` under them, bullets, `key: value`.
//!
//! The text is read again, and where it would be understood otherwise, directives make it clear.

mod inline;
mod same;
mod writer;

pub use inline::{Place, destination, guarded, inline};

use std::collections::BTreeSet;

use super::walk::{Event, Step, end_of, walk};
use crate::diag::{Files, Sink};
use crate::model::{self, DirectiveKind, Resume};
use crate::source;
use writer::Writer;

/// A résumé as Markdown.
#[derive(Clone, Debug)]
pub struct Markdown {
    /// The text.
    pub text: String,
    /// Where reading it gives a different résumé, in words of the original; empty if it says the same.
    pub differences: Vec<String>,
}

/// Whether the tags for views are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tags {
    /// All of them.
    Kept,
    /// None of them: a view was chosen.
    Dropped,
}

/// The most times that a text is rewritten with more directives.
const MOST_ROUNDS: usize = 6;

/// Returns a résumé as Markdown.
pub fn markdown(resume: &Resume, tags: Tags) -> Markdown {
    let steps = walk(resume);
    let mut said = Annotations { tags: tags == Tags::Kept, ..Annotations::default() };
    for _ in 0..MOST_ROUNDS {
        let text = write(resume, &steps, &said);
        let Some(read) = read(resume, &text) else { break };
        let found = same::differences(resume, &steps, &read);
        if found.is_empty() {
            return Markdown { text, differences: Vec::new() };
        }
        if !said.more(&found, &steps) {
            break;
        }
    }
    let text = write(resume, &steps, &said);
    let differences = match read(resume, &text) {
        Some(read) => same::differences(resume, &steps, &read).into_iter().map(|found| found.what).collect(),
        None => vec!["all of it".to_owned()],
    };
    Markdown { text, differences }
}

/// Returns where another résumé differs from the first, in words of the first.
pub fn differences(resume: &Resume, other: &Resume) -> Vec<String> {
    same::differences(resume, &walk(resume), other).into_iter().map(|found| found.what).collect()
}

/// Reads a text as a résumé, with the images of the résumé that it was made from.
fn read(resume: &Resume, text: &str) -> Option<Resume> {
    let (mut files, mut sink) = (Files::closed(), Sink::default());
    let mut source = source::draft("a.md", text.as_bytes(), None, &mut files, &mut sink).ok()?;
    source.assets.clone_from(&resume.images);
    model::build(&source, &mut Sink::default()).ok()
}

/// The annotations by directives and in the front matter.
#[derive(Clone, Debug, Default)]
struct Annotations {
    tags: bool,
    lang: bool,
    title: bool,
    /// Sections whose kind is stated.
    kinds: BTreeSet<usize>,
    /// Entries whose parts are named.
    parts: BTreeSet<usize>,
    /// Keys and values that are written as a table: in a list they would be read as items.
    tables: BTreeSet<usize>,
    /// Blocks in which nothing is inferred.
    off: BTreeSet<usize>,
}

impl Annotations {
    /// Annotates more where the text is misread; returns `false` if nothing more can be annotated.
    fn more(&mut self, found: &[same::Difference], steps: &[Step<'_>]) -> bool {
        let mut more = false;
        // After a block that was taken for a part of a line, everything is read one step too early.
        let swallowed = found.iter().any(|difference| difference.swallowed);
        for difference in found.iter().filter(|difference| difference.swallowed || !swallowed) {
            more |= match difference.at {
                same::At::Lang => !std::mem::replace(&mut self.lang, true),
                same::At::Title => !std::mem::replace(&mut self.title, true),
                same::At::Step(at) => match steps.get(at).map(|step| step.event) {
                    Some(Event::Section(_)) => self.kinds.insert(at),
                    Some(Event::Entry(_)) if difference.swallowed && is_first(steps, at + 1) => {
                        self.off.insert(at + 1)
                    }
                    Some(Event::Entry(_)) => self.parts.insert(at),
                    Some(Event::Pairs(_)) if !self.tables.contains(&at) => self.tables.insert(at),
                    Some(
                        Event::Paragraph(_)
                        | Event::List(_)
                        | Event::Pairs(_)
                        | Event::Table(_)
                        | Event::Quote,
                    ) => is_first(steps, at) && self.off.insert(at),
                    _ => false,
                },
            };
        }
        more
    }
}

/// Returns whether a block is in no list and no quotation: directives are read only there.
fn is_first(steps: &[Step<'_>], at: usize) -> bool {
    let mut depth = 0usize;
    for step in &steps[..at] {
        match step.event {
            Event::List(_) | Event::Quote => depth += 1,
            Event::EndList | Event::EndQuote => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    depth == 0
}

fn write(resume: &Resume, steps: &[Step<'_>], said: &Annotations) -> String {
    let chinese = ["zh", "ja"].iter().any(|lang| resume.meta.lang.starts_with(lang));
    let colon = if chinese { "：" } else { ":" };
    let mut out = Writer { out: String::new(), frames: Vec::new(), blank: false, colon, level: 0 };
    front_matter(resume, said, &mut out);
    let mut closing: Vec<usize> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        directives(resume, steps, at, said, &mut out);
        if said.off.contains(&at) {
            out.block("<!-- jianli: off -->");
            closing.push(end_of(steps, at));
        }
        match step.event {
            Event::Pairs(pairs) if said.tables.contains(&at) => out.block(&writer::table_of(pairs)),
            event => out.step(steps, at, event),
        }
        if closing.last() == Some(&at) {
            closing.pop();
            out.block("<!-- jianli: on -->");
        }
    }
    out.out
}

fn front_matter(resume: &Resume, said: &Annotations, out: &mut Writer) {
    if !said.lang && !said.title {
        return;
    }
    out.out.push_str("---\n");
    if said.lang {
        out.out.push_str(&format!("lang: {}\n", resume.meta.lang));
    }
    if said.title {
        // A string of JSON is one of YAML 1.2.
        out.out.push_str(&format!("title: {}\n", serde_json::Value::from(resume.meta.title.as_str())));
    }
    out.out.push_str("---\n");
    out.blank = true;
}

/// Writes the comments before a step.
fn directives(resume: &Resume, steps: &[Step<'_>], at: usize, said: &Annotations, out: &mut Writer) {
    let step = &steps[at];
    if step.event.closes() || matches!(step.event, Event::Item(_)) || !out.frames.is_empty() {
        return;
    }
    for directive in
        resume.directives.iter().filter(|found| found.of.is_some_and(|of| of.start == step.span.start))
    {
        match &directive.kind {
            DirectiveKind::Tags(tags) if said.tags => {
                out.block(&format!("<!-- tags: {} -->", tags.join(", ")));
            }
            DirectiveKind::Columns(count) => out.block(&format!("<!-- columns: {count} -->")),
            DirectiveKind::Tags(_) => {}
        }
    }
    if step.keep {
        out.block("<!-- keep -->");
    }
    match step.event {
        Event::Section(section) if said.kinds.contains(&at) => {
            let kind = section.kinds.first().copied().unwrap_or_default();
            out.block(&format!("<!-- section: {} -->", kind.name()));
        }
        Event::Entry(entry) if said.parts.contains(&at) => {
            let parts = entry.parts.iter().filter(|part| !part.text.is_blank());
            let roles: Vec<&str> = parts.map(|part| part.role.name()).collect();
            if !roles.is_empty() {
                out.block(&format!("<!-- parts: {} -->", roles.join(", ")));
            }
        }
        _ => {}
    }
}
