//! Comparison of two résumés as data, whatever their spelling.

use super::super::walk::{Event, Step, walk};
use crate::model::{Contact, Entry, Image, KeyValue, Marks, Piece, Resume, Rich, TextLine};

/// A place at which two résumés differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Lang,
    Title,
    /// A step of the walk over the first one.
    Step(usize),
}

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    pub at: At,
    /// The words that are understood differently.
    pub what: String,
    /// Whether the other line has more parts: text under it was taken for one.
    pub swallowed: bool,
}

/// Returns the differences from another résumé: all places as long as the two walks run in parallel, then the first
/// at which they diverge.
pub(super) fn differences(resume: &Resume, steps: &[Step<'_>], other: &Resume) -> Vec<Difference> {
    let mut found = Vec::new();
    if resume.meta.lang != other.meta.lang {
        found.push(Difference {
            at: At::Lang,
            what: format!("the language {}", resume.meta.lang),
            swallowed: false,
        });
    } else if resume.meta.title != other.meta.title {
        found.push(Difference { at: At::Title, what: resume.meta.title.clone(), swallowed: false });
    }
    let others = walk(other);
    for (at, step) in steps.iter().enumerate() {
        let mine = signature(step.event);
        let theirs = others.get(at).map(|step| signature(step.event));
        if theirs.as_ref() == Some(&mine) {
            continue;
        }
        let swallowed = match (step.event, others.get(at).map(|step| step.event)) {
            (Event::Entry(mine), Some(Event::Entry(theirs))) => theirs.parts.len() > mine.parts.len(),
            _ => false,
        };
        found.push(Difference { at: At::Step(place(steps, at)), what: mine.1.clone(), swallowed });
        if theirs.is_none_or(|theirs| theirs.0 != mine.0) {
            return found;
        }
    }
    if others.len() > steps.len() {
        found.push(Difference {
            at: At::Step(steps.len()),
            what: "something is added".to_owned(),
            swallowed: false,
        });
    }
    found
}

/// Returns the outermost list or quotation that contains a step, else the step.
fn place(steps: &[Step<'_>], at: usize) -> usize {
    let (mut depth, mut first) = (0usize, at);
    for (index, step) in steps[..at].iter().enumerate() {
        match step.event {
            Event::List(_) | Event::Quote => {
                if depth == 0 {
                    first = index;
                }
                depth += 1;
            }
            Event::EndList | Event::EndQuote => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    first = at;
                }
            }
            _ => {}
        }
    }
    first
}

/// Returns the kind and the content of a step, regardless of spelling.
fn signature(event: Event<'_>) -> (&'static str, String) {
    match event {
        Event::Name(name) => ("name", rich(name)),
        Event::Paper(title) => ("paper", rich(title)),
        Event::Headline(value) => ("headline", pair(value)),
        Event::Contact(Contact { kinds, key, value, .. }) => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            ("contact", format!("{} {}{}", kinds.join("+"), bare_key(key.as_ref()), rich(value)))
        }
        Event::Fact(value) => ("fact", pair(value)),
        Event::Photo(image) | Event::Image(image) => ("image", picture(image)),
        Event::Section(section) => {
            let kinds: Vec<&str> = section.kinds.iter().map(|kind| kind.name()).collect();
            ("section", format!("{} ({})", rich(&section.title), kinds.join("+")))
        }
        Event::EndSection => ("/section", String::new()),
        Event::Entry(content) => ("entry", entry(content)),
        Event::EndEntry => ("/entry", String::new()),
        Event::Paragraph(lines) => ("paragraph", lines.iter().map(line).collect::<Vec<_>>().join(" / ")),
        Event::List(list) => ("list", if list.ordered { "numbers".to_owned() } else { String::new() }),
        Event::Item(item) => ("item", format!("{:?}{:?}", item.number, item.task)),
        Event::EndItem => ("/item", String::new()),
        Event::EndList => ("/list", String::new()),
        Event::Pairs(pairs) => ("pairs", pairs.iter().map(pair).collect::<Vec<_>>().join(" / ")),
        Event::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            let cells = |cells: &Vec<Rich>| cells.iter().map(rich).collect::<Vec<_>>().join(" | ");
            let images = table.images.iter().map(|found| picture(&found.image)).collect::<String>();
            (
                "table",
                format!("{:?} {} {images}", table.align, rows.map(cells).collect::<Vec<_>>().join(" / ")),
            )
        }
        Event::Quote => ("quote", String::new()),
        Event::EndQuote => ("/quote", String::new()),
        Event::Code(text) => ("code", text.text().into_owned()),
        Event::Rule => ("rule", String::new()),
        Event::PageBreak => ("page break", String::new()),
    }
}

fn entry(entry: &Entry) -> String {
    let number = entry.number.as_ref().map(rich).unwrap_or_default();
    let mut out = format!("{number} ");
    for part in &entry.parts {
        out.push_str(&format!("{} ({:?}) | ", rich(&part.text), part.role));
    }
    if let Some(dates) = &entry.dates {
        out.push_str(&rich(&dates.raw));
    }
    let tags: Vec<_> = entry.tags.iter().map(|tag| tag.text().into_owned()).collect();
    format!("{out} {} {:?} {}", tags.join("·"), entry.kind, entry.depth)
}

fn line(line: &TextLine) -> String {
    let Some(label) = &line.label else { return rich(&line.body) };
    format!("[{}]({:?}) {}", rich(&label.text), label.kind, rich(&line.body))
}

fn pair(pair: &KeyValue) -> String {
    format!("{}{}", bare_key(pair.key.as_ref()), rich(&pair.value))
}

/// Returns a key without its colon, which tables do not have.
fn bare_key(key: Option<&Rich>) -> String {
    let Some(key) = key else { return String::new() };
    let text = key.text();
    let len = text.trim_end_matches([':', '：', ' ', '\u{3000}']).len();
    format!("{}: ", rich(&key.slice(0..len)))
}

fn picture(image: &Image) -> String {
    format!("{} {} {:?}", image.src, image.alt, image.width)
}

/// Returns a text with its formatting and links; blanks have none, and several count as one.
fn rich(text: &Rich) -> String {
    let mut out = String::new();
    let mut last: Option<(Marks, Option<&str>, Option<&str>)> = None;
    let mut blank = false;
    for piece in &text.0 {
        let Piece::Run(run) = piece else {
            out.push('\n');
            blank = false;
            continue;
        };
        let look = (run.marks, run.link.as_deref(), run.lang.as_deref());
        for c in run.text.chars() {
            if c.is_whitespace() {
                blank = !out.is_empty() && !out.ends_with('\n');
                continue;
            }
            if std::mem::take(&mut blank) {
                out.push(' ');
            }
            if last != Some(look) {
                if last.is_some() || look.0 != Marks::default() || look.1.is_some() || look.2.is_some() {
                    out.push_str(&shown(look));
                }
                last = Some(look);
            }
            out.push(c);
        }
    }
    out
}

fn shown((marks, link, lang): (Marks, Option<&str>, Option<&str>)) -> String {
    let signs = [
        (marks.strong, 'b'),
        (marks.emphasis, 'i'),
        (marks.code, 'c'),
        (marks.strike, 's'),
        (marks.underline, 'u'),
        (marks.superscript, '^'),
        (marks.subscript, 'v'),
    ];
    let signs: String = signs.iter().filter(|(on, _)| *on).map(|(_, sign)| *sign).collect();
    format!(
        "‹{signs}{}{}›",
        link.map(|link| format!("→{link}")).unwrap_or_default(),
        lang.unwrap_or_default()
    )
}
