//! Sections in the form of exchange formats: entries with sentences and bullets, lists of words.

use crate::export::{Event, Place, Step, end_of, inline};
use crate::model::{Entry, KeyValue, Marks, Rich, TextLine};

/// An entry with its content as Markdown.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    pub entry: &'a Entry,
    /// A first line that is all in italics.
    pub description: String,
    /// The paragraphs before the bullets.
    pub summary: String,
    /// The bullets; lists inside them are indented lines.
    pub highlights: Vec<String>,
    /// Keys with their values.
    pub pairs: Vec<(String, String)>,
    /// The quotation in it.
    pub quote: String,
    /// The positions in it, and any other entries.
    pub inner: Vec<Record<'a>>,
}

/// A word with the level and the words that belong to it: `**Languages** (expert): Rust, Go`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    pub name: String,
    pub level: String,
    pub value: String,
}

/// Returns the entries among some steps.
pub fn entries<'a>(steps: &[Step<'a>]) -> Vec<Record<'a>> {
    let mut done: Vec<Record<'a>> = Vec::new();
    let mut open: Vec<Record<'a>> = Vec::new();
    let mut at = 0;
    while at < steps.len() {
        match steps[at].event {
            Event::Entry(entry) => open.push(Record {
                entry,
                description: String::new(),
                summary: String::new(),
                highlights: Vec::new(),
                pairs: Vec::new(),
                quote: String::new(),
                inner: Vec::new(),
            }),
            Event::EndEntry => {
                if let Some(record) = open.pop() {
                    match open.last_mut() {
                        Some(outer) => outer.inner.push(record),
                        None => done.push(record),
                    }
                }
            }
            event => {
                let end = end_of(steps, at);
                if let Some(record) = open.last_mut() {
                    record.add(event, &steps[at..=end]);
                }
                at = end;
            }
        }
        at += 1;
    }
    done
}

impl Record<'_> {
    fn add(&mut self, event: Event<'_>, steps: &[Step<'_>]) {
        match event {
            Event::Paragraph(lines) => {
                let first =
                    self.summary.is_empty() && self.highlights.is_empty() && self.description.is_empty();
                let slanted =
                    lines.iter().all(|line| line.label.is_none() && line.body.all(|marks| marks.emphasis));
                if first && slanted {
                    let bare = lines.iter().map(|line| inline(&upright(&line.body), Place::Line));
                    self.description = bare.collect::<Vec<_>>().join("\n");
                } else if self.highlights.is_empty() {
                    append(&mut self.summary, &paragraph(lines));
                } else {
                    self.highlights.push(paragraph(lines));
                }
            }
            Event::List(_) => self.highlights.extend(bullets(steps)),
            Event::Pairs(pairs) => self.pairs.extend(pairs.iter().map(pair)),
            Event::Quote => append(&mut self.quote, &blocks(steps)),
            _ => {}
        }
    }
}

/// Returns the words of a section that is a list of them.
pub fn items(steps: &[Step<'_>]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < steps.len() {
        let end = end_of(steps, at);
        match steps[at].event {
            Event::Pairs(pairs) => items.extend(pairs.iter().map(|one| {
                let (name, value) = pair(one);
                item(&name, value)
            })),
            Event::List(_) => items.extend(bullets(&steps[at..=end]).iter().map(|text| parted(text))),
            Event::Paragraph(lines) => items.extend(lines.iter().map(|line| {
                let label =
                    line.label.as_ref().map(|label| inline(&label.text, Place::Line)).unwrap_or_default();
                parted(&format!("{label}{}", inline(&line.body, Place::Line)))
            })),
            _ => {}
        }
        at = end + 1;
    }
    items.retain(|item| !item.name.is_empty());
    items
}

/// Returns the items of all lists of a section, and its paragraphs, each as a text.
pub fn texts(steps: &[Step<'_>]) -> Vec<String> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < steps.len() {
        let end = end_of(steps, at);
        match steps[at].event {
            Event::List(_) => out.extend(bullets(&steps[at..=end])),
            Event::Paragraph(lines) => out.push(paragraph(lines)),
            Event::Pairs(pairs) => {
                out.extend(pairs.iter().map(pair).map(|(key, value)| format!("{key}: {value}")));
            }
            _ => {}
        }
        at = end + 1;
    }
    out
}

/// Returns the blocks of a section as Markdown, entries left out.
pub fn blocks(steps: &[Step<'_>]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < steps.len() {
        let end = match steps[at].event {
            Event::Quote | Event::EndQuote => at,
            _ => end_of(steps, at),
        };
        match steps[at].event {
            Event::Paragraph(lines) => append(&mut out, &paragraph(lines)),
            Event::List(_) => {
                let lines: Vec<String> =
                    bullets(&steps[at..=end]).iter().map(|text| format!("- {text}")).collect();
                append(&mut out, &lines.join("\n"));
            }
            Event::Pairs(pairs) => {
                let lines: Vec<String> =
                    pairs.iter().map(pair).map(|(key, value)| format!("- {key}: {value}")).collect();
                append(&mut out, &lines.join("\n"));
            }
            _ => {}
        }
        at = end + 1;
    }
    out
}

/// Returns the outermost items of a list, which comprises all of the steps.
fn bullets(steps: &[Step<'_>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut depth = 0usize;
    let mut fresh = false;
    for step in steps {
        match step.event {
            Event::List(_) => depth += 1,
            Event::EndList => depth = depth.saturating_sub(1),
            Event::Item(item) => {
                fresh = true;
                if depth <= 1 {
                    out.push(String::new());
                } else if let Some(text) = out.last_mut() {
                    let mark = item.number.as_deref().unwrap_or("-");
                    text.push_str(&format!("\n{}{mark} ", "  ".repeat(depth - 1)));
                }
            }
            Event::Paragraph(lines) => add(&mut out, &paragraph(lines), std::mem::take(&mut fresh)),
            Event::Pairs(pairs) => {
                let lines: Vec<String> =
                    pairs.iter().map(pair).map(|(key, value)| format!("{key}: {value}")).collect();
                add(&mut out, &lines.join("\n"), std::mem::take(&mut fresh));
            }
            _ => {}
        }
    }
    out.retain(|text| !text.trim().is_empty());
    out
}

fn add(out: &mut [String], text: &str, fresh: bool) {
    if let Some(last) = out.last_mut() {
        if !fresh && !last.is_empty() {
            last.push('\n');
        }
        last.push_str(text);
    }
}

fn append(out: &mut String, text: &str) {
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(text);
}

fn paragraph(lines: &[TextLine]) -> String {
    let line = |line: &TextLine| {
        let label = line.label.as_ref().map(|label| inline(&label.text, Place::Line)).unwrap_or_default();
        let blank = if label.ends_with(':') { " " } else { "" };
        format!("{label}{blank}{}", inline(&line.body, Place::Line).replace("\\\n", "\n"))
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn upright(text: &Rich) -> Rich {
    let mut text = text.clone();
    for piece in &mut text.0 {
        if let crate::model::Piece::Run(run) = piece {
            run.marks = Marks { emphasis: false, ..run.marks };
        }
    }
    text
}

fn pair(pair: &KeyValue) -> (String, String) {
    let key = pair.key.as_ref().map(|key| key.text().trim().trim_end_matches([':', '：', ' ']).to_owned());
    (key.unwrap_or_default(), inline(&pair.value, Place::Line))
}

/// Splits `Languages: Rust, Go` into its two parts.
fn parted(text: &str) -> Item {
    let colon = text.find(['：', ':']).filter(|at| !text[*at..].starts_with("://"));
    match colon {
        Some(at) => {
            let behind = at + text[at..].chars().next().map_or(0, char::len_utf8);
            item(&text[..at], text[behind..].trim_start_matches("**").trim().to_owned())
        }
        None => item(text, String::new()),
    }
}

/// Separates a level in brackets from a name: `Rust (expert)`.
fn item(name: &str, value: String) -> Item {
    let name = name.trim().trim_matches('*').trim();
    let open = name.rfind(['(', '（']).filter(|at| *at > 0 && name.ends_with([')', '）']));
    match open {
        Some(at) => {
            let level = name[at..].trim_start_matches(['(', '（']).trim_end_matches([')', '）']).to_owned();
            Item { name: name[..at].trim().to_owned(), level, value }
        }
        None => Item { name: name.to_owned(), level: String::new(), value },
    }
}

/// Returns the words of a value, split at commas outside brackets and code.
pub fn words(value: &str) -> Vec<String> {
    let (mut out, mut word, mut depth, mut code) = (Vec::new(), String::new(), 0i32, false);
    for c in value.chars() {
        match c {
            '`' => code = !code,
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ => {}
        }
        if matches!(c, ',' | '，' | '、' | ';' | '；') && depth <= 0 && !code {
            out.push(std::mem::take(&mut word).trim().to_owned());
        } else {
            word.push(c);
        }
    }
    out.push(word.trim().to_owned());
    out.retain(|word| !word.is_empty());
    out
}
