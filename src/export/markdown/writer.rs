//! The writer of blocks: the beginnings of lines, and the empty lines.

use super::inline::{Place, guarded, inline};
use crate::export::walk::{Event, Step};
use crate::model::{self, Contact, Entry, Image, Item, KeyValue, Rich, Section, Table, TextLine};
use crate::source;
use crate::source::markdown::Align;

/// Returns keys and values as a table, whose header row identifies it as such.
pub(super) fn table_of(pairs: &[KeyValue]) -> String {
    let row = |pair: &KeyValue| {
        let key = pair.key.as_ref().map(|key| inline(key, Place::Cell)).unwrap_or_default();
        format!("| {key} | {} |", inline(&pair.value, Place::Cell))
    };
    let rows: Vec<String> = pairs.iter().map(row).collect();
    format!("| key | value |\n| --- | --- |\n{}", rows.join("\n"))
}

/// The beginnings of lines inside a container.
pub(super) struct Frame {
    /// The beginning of the first line, if that is yet to be written: the mark of an item.
    pub first: Option<String>,
    /// The beginning of the other lines.
    pub rest: String,
}

pub(super) struct Writer {
    pub out: String,
    pub frames: Vec<Frame>,
    /// Whether the next block is preceded by an empty line.
    pub blank: bool,
    pub colon: &'static str,
    /// The number of open entries.
    pub level: usize,
}

impl Writer {
    pub fn block(&mut self, text: &str) {
        if std::mem::replace(&mut self.blank, true) && !self.out.is_empty() {
            let before: String = self
                .frames
                .iter()
                .take_while(|frame| frame.first.is_none())
                .map(|frame| frame.rest.as_str())
                .collect();
            self.out.push_str(before.trim_end());
            self.out.push('\n');
        }
        for line in text.split('\n') {
            let mut start = String::new();
            for frame in &mut self.frames {
                start.push_str(&frame.first.take().unwrap_or_else(|| frame.rest.clone()));
            }
            start.push_str(line);
            self.out.push_str(start.trim_end());
            self.out.push('\n');
        }
    }

    pub fn step(&mut self, steps: &[Step<'_>], at: usize, event: Event<'_>) {
        match event {
            Event::Name(name) | Event::Paper(name) => {
                self.block(&format!("# {}", inline(name, Place::Heading)));
            }
            Event::Headline(KeyValue { key: None, value, .. }) => self.paragraph_of(value),
            Event::Headline(pair) | Event::Fact(pair) => {
                self.item_of(steps, at, pair.key.as_ref(), &pair.value);
            }
            Event::Contact(Contact { key, value, .. }) => self.item_of(steps, at, key.as_ref(), value),
            Event::Photo(image) => self.block(&picture(image, Some("right"))),
            Event::Section(section) => self.section(section),
            Event::Entry(entry) => self.entry(entry),
            Event::EndEntry => self.level = self.level.saturating_sub(1),
            Event::Paragraph(lines) => self.paragraph(lines),
            Event::List(_) => {
                if at > 0 && matches!(steps[at - 1].event, Event::EndList) {
                    self.block("<!-- -->");
                }
                self.blank &= !matches!(self.frames.last(), Some(frame) if frame.rest.trim().is_empty());
            }
            Event::Item(item) => self.item(steps, at, item),
            Event::EndItem => self.end_item(),
            Event::Pairs(pairs) => self.pairs(pairs),
            Event::Table(content) => self.block(&table(content)),
            Event::Quote => {
                let mark = "> ".to_owned();
                self.frames.push(Frame { first: Some(mark.clone()), rest: mark });
            }
            Event::EndQuote => {
                self.frames.pop();
            }
            Event::Code(text) => self.block(&code(text)),
            Event::Image(image) => self.block(&picture(image, None)),
            Event::Rule => self.block("---"),
            Event::PageBreak => self.block("<!-- pagebreak -->"),
            Event::EndSection | Event::EndList => {}
        }
    }

    /// Writes an item of the header.
    fn item_of(&mut self, steps: &[Step<'_>], at: usize, key: Option<&Rich>, value: &Rich) {
        let is_item = |event: &Event<'_>| match event {
            Event::Headline(pair) => pair.key.is_some(),
            Event::Contact(_) | Event::Fact(_) => true,
            _ => false,
        };
        let first =
            !at.checked_sub(1).and_then(|before| steps.get(before)).is_some_and(|step| is_item(&step.event));
        self.blank &= first;
        self.block(&format!("- {}", self.pair(key, value).replace('\n', "\n  ")));
    }

    /// Returns a key and its value on one line.
    fn pair(&self, key: Option<&Rich>, value: &Rich) -> String {
        let value = inline(value, Place::Line);
        let Some(key) = key else { return guarded(&value) };
        let key = inline(key, Place::Line);
        let bare =
            key.trim_end().trim_end_matches(['*', '_', '>', 'b', '/', '<', 's', 't', 'r', 'o', 'n', 'g']);
        let colon = if bare.ends_with([':', '：']) { "" } else { self.colon };
        let full = bare.ends_with('：') || colon == "：";
        let blank = if full || value.is_empty() { "" } else { " " };
        guarded(&format!("{}{colon}{blank}{value}", key.trim_end()))
    }

    fn section(&mut self, section: &Section) {
        self.level = 0;
        // Entries right below the name have no title above them.
        if !section.title.is_blank() {
            let title = inline(&section.title, Place::Heading);
            self.block(format!("## {title}").trim_end());
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let marks = "#".repeat((3 + self.level).min(6));
        self.level += 1;
        let mut parts: Vec<String> = entry
            .parts
            .iter()
            .map(|part| inline(&part.text, Place::Heading))
            .filter(|part| !part.is_empty())
            .collect();
        if let (Some(number), Some(first)) = (&entry.number, parts.first_mut()) {
            *first = label(&inline(number, Place::Heading), first);
        }
        parts.extend(entry.dates.iter().map(|dates| inline(&dates.raw, Place::Heading)));
        self.block(format!("{marks} {}", parts.join(" | ")).trim_end());
        if !entry.tags.is_empty() {
            let tags: Vec<String> = entry.tags.iter().map(|tag| inline(&as_code(tag), Place::Line)).collect();
            self.block(&tags.join(" "));
        }
    }

    fn paragraph_of(&mut self, text: &Rich) {
        let text = inline(text, Place::Line);
        let lines: Vec<String> = text.split('\n').map(guarded).collect();
        self.block(&lines.join("\n"));
    }

    fn paragraph(&mut self, lines: &[TextLine]) {
        let line = |line: &TextLine| {
            let body = inline(&line.body, Place::Line);
            let text = match &line.label {
                Some(text) => label(&inline(&text.text, Place::Line), &body),
                None => body,
            };
            text.split('\n').map(guarded).collect::<Vec<_>>().join("\n")
        };
        let lines: Vec<String> = lines.iter().map(line).filter(|line| !line.is_empty()).collect();
        self.block(&lines.join("\\\n"));
    }

    fn item(&mut self, steps: &[Step<'_>], at: usize, item: &Item) {
        if !matches!(steps.get(at.wrapping_sub(1)).map(|step| step.event), Some(Event::List(_))) {
            self.blank = false;
        }
        let mark = item.number.as_deref().unwrap_or("-");
        let task = match item.task {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        let rest = " ".repeat(mark.len() + 1);
        self.frames.push(Frame { first: Some(format!("{mark} {task}")), rest });
    }

    fn end_item(&mut self) {
        if self.frames.last().is_some_and(|frame| frame.first.is_some()) {
            self.block("");
        }
        self.frames.pop();
    }

    fn pairs(&mut self, pairs: &[KeyValue]) {
        let lines: Vec<String> = pairs
            .iter()
            .map(|pair| format!("- {}", self.pair(pair.key.as_ref(), &pair.value).replace('\n', "\n  ")))
            .collect();
        self.block(&lines.join("\n"));
    }
}

/// Returns a hand-written number or a run-in key with the text that belongs to it.
fn label(label: &str, body: &str) -> String {
    let wide = body.chars().next().is_some_and(source::chars::is_wide);
    let glued =
        !label.ends_with(|c: char| c.is_ascii()) || (wide && !label.trim_end_matches('*').ends_with(':'));
    let blank = if glued || body.is_empty() { "" } else { " " };
    format!("{label}{blank}{body}")
}

/// Returns a tag as it is written, in a code span.
fn as_code(tag: &Rich) -> Rich {
    let mut tag = tag.clone();
    for piece in &mut tag.0 {
        if let model::Piece::Run(run) = piece {
            run.marks.code = true;
        }
    }
    tag
}

fn code(text: &Rich) -> String {
    let text = text.text();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{text}\n{fence}")
}

/// Returns an image, as HTML where Markdown cannot express everything.
fn picture(image: &Image, align: Option<&str>) -> String {
    let (src, alt) = (&image.src, &image.alt);
    let quoted = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    if align.is_none() && image.width.is_none() {
        let alt = alt.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        let plain = !src.contains(|c: char| c.is_whitespace() || "()<>".contains(c));
        return if plain { format!("![{alt}]({src})") } else { format!("![{alt}](<{src}>)") };
    }
    let align = align.map(|side| format!(" align=\"{side}\"")).unwrap_or_default();
    let width = image.width.map(|width| format!(" width=\"{width}\"")).unwrap_or_default();
    format!("<img src=\"{}\"{align}{width} alt=\"{}\">", quoted(src), quoted(alt))
}

fn table(table: &Table) -> String {
    let width = table.align.len().max(1);
    let row = |cells: &[Rich], number: Option<usize>| {
        let mut texts: Vec<String> = cells.iter().map(|cell| inline(cell, Place::Cell)).collect();
        texts.resize(width, String::new());
        for found in table.images.iter().filter(|found| found.row == number) {
            if let Some(text) = texts.get_mut(found.column) {
                text.push_str(&picture(&found.image, None));
            }
        }
        format!("| {} |", texts.join(" | "))
    };
    let rule = table.align.iter().map(|align| match align {
        Align::Start => "---",
        Align::Center => ":-:",
        Align::End => "--:",
    });
    let mut lines = vec![row(&table.head, None), format!("| {} |", rule.collect::<Vec<_>>().join(" | "))];
    lines.extend(table.rows.iter().enumerate().map(|(at, cells)| row(cells, Some(at))));
    lines.join("\n")
}
