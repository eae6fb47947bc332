//! A résumé as plain text, for the fields of web forms: no tabs, no wrapped lines, ASCII bullets.

use super::labels;
use super::walk::{Event, walk};
use crate::model::{Contact, Entry, KeyValue, Piece, Resume, Rich, Table, TextLine};
use crate::source::chars::is_wide;

/// Returns a résumé as plain text.
pub fn text(resume: &Resume) -> String {
    let lang = resume.meta.lang.as_str();
    let mut out = Out { lang, text: String::new(), blank: false, indent: 0, first: None };
    for step in walk(resume) {
        out.event(step.event);
    }
    out.text
}

struct Out<'a> {
    lang: &'a str,
    text: String,
    /// Whether an empty line precedes the next one.
    blank: bool,
    indent: usize,
    /// The mark of an item whose first line is still to come.
    first: Option<String>,
}

impl Out<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Name(name) | Event::Paper(name) => self.line(&plain(name)),
            Event::Headline(pair) | Event::Fact(pair) => self.line(&self.pair(pair)),
            Event::Contact(contact) => self.line(&self.contact(contact)),
            Event::Section(section) => {
                self.blank = true;
                self.line(&plain(&section.title));
                self.blank = true;
            }
            Event::Entry(entry) => {
                self.blank = true;
                self.entry(entry);
            }
            Event::EndEntry | Event::EndSection => self.blank = true,
            Event::Paragraph(lines) => {
                self.parted();
                lines.iter().for_each(|line| self.line(&text_line(line)));
                self.parted();
            }
            Event::List(_) | Event::EndList => self.parted(),
            Event::Item(item) => {
                let mark = item.number.as_deref().unwrap_or("-");
                let task = match item.task {
                    Some(true) => "[x] ",
                    Some(false) => "[ ] ",
                    None => "",
                };
                self.first = Some(format!("{}{mark} {task}", " ".repeat(self.indent)));
                self.indent += 2;
            }
            Event::EndItem => {
                self.indent = self.indent.saturating_sub(2);
                self.first = None;
            }
            Event::Pairs(pairs) => pairs.iter().for_each(|pair| self.line(&self.pair(pair))),
            Event::Table(table) => self.table(table),
            Event::Code(code) => code.text().lines().for_each(|line| self.line(line)),
            Event::Rule | Event::PageBreak => self.blank = true,
            Event::Quote | Event::EndQuote => self.parted(),
            Event::Photo(_) | Event::Image(_) => {}
        }
    }

    /// Puts an empty line between blocks, but not within items.
    fn parted(&mut self) {
        self.blank |= self.indent == 0;
    }

    /// Writes a text, each of its lines on its own.
    fn line(&mut self, text: &str) {
        for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            if std::mem::take(&mut self.blank) && !self.text.is_empty() {
                self.text.push('\n');
            }
            let start = self.first.take().unwrap_or_else(|| " ".repeat(self.indent));
            self.text.push_str(&start);
            self.text.push_str(&without_tabs(line));
            self.text.push('\n');
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let mut parts: Vec<String> =
            entry.parts.iter().map(|part| plain(&part.text)).filter(|part| !part.is_empty()).collect();
        if let (Some(number), Some(first)) = (&entry.number, parts.first_mut()) {
            *first = labelled(&plain(number), first);
        }
        parts.extend(entry.dates.iter().map(|dates| plain(&dates.raw)));
        self.line(&parts.join(" | "));
        let tags: Vec<String> = entry.tags.iter().map(plain).collect();
        self.line(&tags.join(", "));
        self.blank = true;
    }

    fn contact(&self, contact: &Contact) -> String {
        let value = plain(&contact.value);
        match (&contact.key, contact.kinds.first()) {
            (Some(key), _) => self.keyed(&plain(key), &value),
            (None, Some(kind)) => {
                format!("{}{}{value}", labels::label(*kind, self.lang), labels::colon(self.lang))
            }
            (None, None) => value,
        }
    }

    fn pair(&self, pair: &KeyValue) -> String {
        let value = plain(&pair.value);
        pair.key.as_ref().map_or(value.clone(), |key| self.keyed(&plain(key), &value))
    }

    /// Joins a key and its value with a colon, unless the key has its own.
    fn keyed(&self, key: &str, value: &str) -> String {
        let key = key.trim();
        match key.chars().next_back() {
            Some('：') => format!("{key}{value}"),
            Some(':') => format!("{key} {value}"),
            _ => format!("{key}{}{value}", labels::colon(self.lang)),
        }
    }

    fn table(&mut self, table: &Table) {
        self.parted();
        for row in std::iter::once(&table.head).chain(&table.rows) {
            let cells: Vec<String> = row.iter().map(|cell| plain(cell).replace('\n', " ")).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                self.line(cells.join(" | ").trim_end_matches([' ', '|']));
            }
        }
        self.parted();
    }
}

fn text_line(line: &TextLine) -> String {
    let body = plain(&line.body);
    match &line.label {
        Some(label) => labelled(&plain(&label.text), &body),
        None => body,
    }
}

/// Returns a number or a key with the text after it.
pub(super) fn labelled(label: &str, body: &str) -> String {
    let narrow = |c: char| c.is_ascii();
    let parted = label.ends_with(narrow) && (label.ends_with(':') || !body.starts_with(is_wide));
    format!("{label}{}{body}", if parted && !body.is_empty() { " " } else { "" })
}

/// Returns a text with the addresses of its links after their words.
fn plain(text: &Rich) -> String {
    let mut out = String::new();
    let mut open: Option<(&str, usize)> = None;
    let close = |out: &mut String, open: Option<(&str, usize)>| {
        if let Some((url, start)) = open
            && !is_spelled_out(url, &out[start..])
        {
            out.push_str(&format!(" ({url})"));
        }
    };
    for piece in &text.0 {
        let link = match piece {
            Piece::Run(run) => run.link.as_deref(),
            Piece::Break => None,
        };
        if open.map(|(url, _)| url) != link {
            close(&mut out, open.take());
            open = link.map(|url| (url, out.len()));
        }
        match piece {
            Piece::Run(run) => out.push_str(&run.text),
            Piece::Break => out.push('\n'),
        }
    }
    close(&mut out, open);
    out.trim().to_owned()
}

/// Returns whether the words of a link are its address.
pub(super) fn is_spelled_out(url: &str, words: &str) -> bool {
    if let Some(number) = url.strip_prefix("tel:") {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        return digits(number).ends_with(&digits(words)) || digits(words).ends_with(&digits(number));
    }
    let bare = |text: &str| {
        let text = text.trim().trim_end_matches('/');
        ["https://", "http://", "mailto:"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme))
            .unwrap_or(text)
            .to_owned()
    };
    let (url, words) = (bare(url), bare(words));
    let short = |text: &str| text.strip_prefix("www.").unwrap_or(text).to_lowercase();
    short(&url) == short(&words)
}

fn without_tabs(line: &str) -> String {
    line.replace(['\t', '\u{A0}'], " ")
}
