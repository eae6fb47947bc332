//! What was understood, for people (`explain`), and which characters are not printed (`explain_text`).

use super::date::Dates;
use super::key;
use super::resume::{
    Block, BlockKind, CellImage, Doubt, Entry, EntryKind, Header, Item, LabelKind, PartRole, Resume, TextLine,
};
use super::rich::Rich;
use super::{DirectiveKind, SectionKind};
use crate::diag::{FileId, Files, Message, Span, Speech, message};
use crate::source::Source;
use crate::source::chars::half_ems;

mod json;
mod texts;
mod unseen;

pub use json::explain_json;
pub use texts::{Account, account, texts};

/// Returns what was understood of a source: one line per block, with its line in the source. Text that a view leaves
/// out is marked as such, with `—`.
///
/// Never fails.
pub fn explain(resume: &Resume, source: &Source, files: &Files) -> String {
    explain_in(Speech::ENGLISH, resume, source, files)
}

/// Does the same as [`explain`], in a given language.
pub fn explain_in(speech: Speech, resume: &Resume, source: &Source, files: &Files) -> String {
    let table = print(rows(speech, resume, source, files));
    let lang = message!("lang {tag}", tag = resume.meta.lang);
    format!("{}  {}\n{table}", source.name, lang.translated(speech))
}

fn rows(speech: Speech, resume: &Resume, source: &Source, files: &Files) -> Vec<Row> {
    let mut table = Table { files, speech, doubts: &resume.doubts, rows: Vec::new() };
    table.header(&resume.header);
    for section in &resume.sections {
        let names: Vec<&str> = section.kinds.iter().map(|kind| kind.name()).collect();
        let kinds = message!("kind {names}", names = Message::names(&names));
        let kinds = table.say(&kinds);
        table.row(section.span, "section", &section.title.text(), kinds);
        table.blocks(&section.blocks, 0);
    }
    for directive in &resume.directives {
        let said = match &directive.kind {
            DirectiveKind::Tags(tags) => message!("tags {names}", names = Message::names(tags)),
            DirectiveKind::Columns(count) => message!("columns {count}", count = usize::from(*count)),
        };
        table.row(directive.span, "directive", &said.translated(speech), String::new());
    }
    table.unseen(source);
    table.rows
}

/// A block as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Its place in the files that were read.
    pub place: Span,
    /// Its kind: `bullet`, `entry`.
    pub what: String,
    /// Its text.
    pub text: String,
    /// Anything else worth reporting.
    pub note: String,
}

/// Returns the lines of [`explain`], each with its place, in the order of the résumé.
pub fn explained(resume: &Resume, source: &Source, files: &Files) -> Vec<Explained> {
    explained_in(Speech::ENGLISH, resume, source, files)
}

/// Does the same as [`explained`], in a given language.
pub fn explained_in(speech: Speech, resume: &Resume, source: &Source, files: &Files) -> Vec<Explained> {
    let rows = rows(speech, resume, source, files).into_iter();
    rows.map(|Row { place, what, text, note, .. }| Explained { place, what, text, note }).collect()
}

/// Returns the characters of the source that are not printed, each with its place and the reason.
///
/// Generated text comes from the layout and from Markdown: list markers, folios.
pub fn explain_text(resume: &Resume, files: &Files) -> String {
    explain_text_in(Speech::ENGLISH, resume, files)
}

/// Does the same as [`explain_text`], in a given language.
pub fn explain_text_in(speech: Speech, resume: &Resume, files: &Files) -> String {
    let mut out = speech.of("not printed, apart from Markdown markup:").to_owned() + "\n";
    for consumed in &resume.consumed {
        let (line, column) = files.line_column(files.origin(consumed.span));
        let text: String = consumed.text.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&format!("{line:>4}:{column:<4} {}  {}\n", pad(&text, 24), speech.of(consumed.why)));
    }
    for contact in &resume.header.contacts {
        for run in contact.shortened().1.runs() {
            let (line, column) = files.line_column(files.origin(run.span));
            let why = speech.of("it is in the link");
            out.push_str(&format!("{line:>4}:{column:<4} {}  {why}\n", pad(&run.text, 24)));
        }
    }
    if resume.consumed.is_empty() {
        out.push_str(&format!("   {}\n", speech.word_in("explain", "nothing").unwrap_or("nothing")));
    }
    out.push_str(speech.of("generated: list markers, folios, and what the layout declares"));
    out.push('\n');
    out
}

struct Row {
    line: usize,
    place: Span,
    what: String,
    text: String,
    note: String,
}

struct Table<'a> {
    files: &'a Files,
    speech: Speech,
    doubts: &'a [Doubt],
    rows: Vec<Row>,
}

impl Table<'_> {
    fn row(&mut self, span: Span, what: &str, text: &str, mut note: String) {
        let begin = self.doubts.partition_point(|doubt| doubt.span.start < span.start);
        if let Some(doubt) = self.doubts.get(begin).filter(|doubt| doubt.span.start == span.start) {
            let parted = if note.is_empty() { "" } else { " · " };
            let doubt =
                message!("? {why}: {cure}", why = Message::from(doubt.why), cure = Message::from(doubt.cure));
            note = format!("{note}{parted}{}", self.say(&doubt));
        }
        let place = self.files.origin(span);
        let mut line = self.files.line_column(place).0;
        if place.file != FileId::RESUME {
            // From an included file: it goes after what is before it.
            let parted = if note.is_empty() { "" } else { " · " };
            note = format!("{note}{parted}{}:{line}", self.files.name(place.file));
            line = self.rows.last().map_or(1, |row| row.line);
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.rows.push(Row { line, place, what: self.named(what), text: shorten(&text), note });
    }

    fn say(&self, message: &Message) -> String {
        message.translated(self.speech).into_owned()
    }

    fn number(&self, number: &str) -> String {
        self.say(&message!("number {number}", number))
    }

    fn key(&self, key: &str) -> String {
        self.say(&message!("key {key}", key))
    }

    fn key_note(&self, key: Option<&Rich>) -> String {
        key.map(|key| self.key(bare(&key.text()))).unwrap_or_default()
    }

    fn word(&self, word: &'static str) -> &'static str {
        self.speech.word_in("explain", word).unwrap_or(word)
    }

    /// Returns the names of a row's kind, `··bullet` or `email+phone`, in the language of the table.
    fn named(&self, what: &str) -> String {
        let names = what.trim_start_matches('·');
        let words: Vec<&str> =
            names.split('+').map(|name| self.speech.word_in("explain", name).unwrap_or(name)).collect();
        what[..what.len() - names.len()].to_owned() + &words.join("+")
    }

    fn header(&mut self, header: &Header) {
        if let Some(name) = &header.name {
            self.row(name.span().unwrap_or(header.span), "name", &name.text(), String::new());
        }
        if let Some(paper) = &header.paper {
            self.row(paper.span().unwrap_or(header.span), "paper", &paper.text(), String::new());
        }
        if let Some(headline) = &header.headline {
            self.row(headline.span, "headline", &headline.value.text(), self.key_note(headline.key.as_ref()));
        }
        for contact in &header.contacts {
            let mut kinds: Vec<&str> = contact.kinds.iter().map(|kind| kind.name()).collect();
            if kinds.is_empty() {
                kinds.push("beside");
            }
            let mut notes: Vec<String> = Vec::new();
            notes.extend(contact.key.as_ref().map(|key| self.key_note(Some(key))));
            for link in contact.value.runs().filter_map(|run| run.link.as_deref()) {
                let note = format!("→ {link}");
                if link != contact.value.text().trim() && !notes.contains(&note) {
                    notes.push(note);
                }
            }
            self.row(contact.span, &kinds.join("+"), &contact.value.text(), notes.join(" · "));
        }
        for fact in &header.facts {
            self.row(fact.span, "fact", &fact.value.text(), self.key_note(fact.key.as_ref()));
        }
        if let Some(photo) = &header.photo {
            self.row(photo.span, "photo", &photo.src, photo.alt.clone());
        }
        self.blocks(&header.blocks, 0);
    }

    /// Adds rows for blocks. Depth is that of the model, which is bounded.
    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            let first = self.rows.len();
            self.block(block, depth);
            let kept = self.word("kept together");
            if let Some(row) = self.rows.get_mut(first).filter(|_| block.keep) {
                let note = [row.note.as_str(), kept].into_iter().filter(|note| !note.is_empty());
                row.note = note.collect::<Vec<_>>().join(" · ");
            }
        }
    }

    fn block(&mut self, block: &Block, depth: usize) {
        match &block.kind {
            BlockKind::Entry(entry) => {
                self.entry(entry);
                self.blocks(&entry.body, 0);
            }
            BlockKind::Paragraph(lines) => {
                for line in lines {
                    self.text_line(line, depth);
                }
            }
            BlockKind::List(list) => {
                for item in &list.items {
                    self.item(item, list.ordered, depth);
                }
            }
            BlockKind::KeyValues(pairs) => {
                for pair in pairs {
                    self.row(pair.span, "pair", &pair.value.text(), self.key_note(pair.key.as_ref()));
                }
            }
            BlockKind::Table(table) => {
                let cells: Vec<_> = table.head.iter().map(Rich::text).collect();
                let (rows, columns) = (table.rows.len(), table.align.len());
                let size = self.say(&message!("{rows} rows × {columns} columns", rows, columns));
                self.row(block.span, "table", &cells.join(" | "), size);
                for CellImage { image, .. } in &table.images {
                    self.row(image.span, "image", &image.src, image.alt.clone());
                }
            }
            BlockKind::Quote(blocks) => {
                self.row(block.span, "quote", "", String::new());
                self.blocks(blocks, depth);
            }
            BlockKind::Code { text } => self.row(block.span, "code", &text.text(), String::new()),
            BlockKind::Image(image) => self.row(image.span, "image", &image.src, image.alt.clone()),
            BlockKind::Rule => self.row(block.span, "rule", "", String::new()),
            BlockKind::PageBreak => self.row(block.span, "pagebreak", "", String::new()),
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let what = match entry.kind {
            EntryKind::Entry => "entry",
            EntryKind::Role => "role",
            EntryKind::Project => "project",
        };
        let mut fields: Vec<String> = Vec::new();
        fields.extend(entry.number.as_ref().map(|number| self.number(number.text().as_ref())));
        fields.extend(
            entry
                .parts
                .iter()
                .map(|part| format!("{} {}", self.word(part_name(part.role)), part.text.text())),
        );
        fields.extend(entry.dates.as_ref().map(|span| dates(span, self.speech)));
        let roles = entry.body.iter().filter(|block| is_role(block)).count();
        if roles > 0 {
            fields.push(self.say(&message!("{roles} roles", roles)));
        }
        let mut notes: Vec<String> = Vec::new();
        if entry.body.is_empty() {
            notes.push(self.word("empty").into());
        }
        if entry.dates.is_none() && entry.depth == 0 && roles == 0 && wants_dates(entry.section) {
            notes.push(self.word("? no date found").into());
        }
        let what = format!("{}{what}", "·".repeat(usize::from(entry.depth)));
        self.row(entry.span, &what, &fields.join(" · "), notes.join(" · "));
        if let Some(span) = entry.tags.iter().find_map(Rich::span) {
            let tags: Vec<_> = entry.tags.iter().map(Rich::text).collect();
            self.row(span, "tags", &tags.join(", "), String::new());
        }
    }

    fn text_line(&mut self, line: &TextLine, depth: usize) {
        let (what, note) = match &line.label {
            None => ("text", String::new()),
            Some(label) => match label.kind {
                LabelKind::Number => ("numbered", self.number(label.text.text().as_ref())),
                LabelKind::Title => ("title", self.number(label.text.text().as_ref())),
                LabelKind::Key => ("keyed", self.key_note(Some(&label.text))),
            },
        };
        let what = format!("{}{what}", "·".repeat(depth));
        self.row(line.span, &what, &line.body.text(), note);
    }

    fn item(&mut self, item: &Item, ordered: bool, depth: usize) {
        let what = format!("{}{}", "·".repeat(depth), if ordered { "item" } else { "bullet" });
        let mut blocks = item.blocks.as_slice();
        let mut notes: Vec<String> = Vec::new();
        notes.extend(item.number.as_ref().map(|number| self.number(number)));
        notes.extend(item.task.map(|done| self.word(if done { "done" } else { "to do" }).to_owned()));
        let mut text = String::new();
        if let Some((Block { kind: BlockKind::Paragraph(lines), .. }, rest)) = blocks.split_first()
            && let [line] = lines.as_slice()
        {
            blocks = rest;
            text.extend(line.label.as_ref().map(|label| label.text.text()));
            text += &line.body.text();
            notes.extend(key::at_start(&text, key::GRID_KEY).map(|key| self.key(bare(&text[..key.len]))));
        }
        self.row(item.span, &what, &text, notes.join(" · "));
        self.blocks(blocks, depth + 1);
    }
}

fn print(mut rows: Vec<Row>) -> String {
    rows.sort_by_key(|row| row.line);
    let mut out = String::new();
    for row in rows {
        let text = if row.note.is_empty() { row.text } else { pad(&row.text, 52) };
        out.push_str(&format!("{:>4}  {}  {text}", row.line, pad(&row.what, 12)));
        if !row.note.is_empty() {
            out.push_str(&format!("  {}", row.note));
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}

fn is_role(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Entry(entry) if entry.kind == EntryKind::Role)
}

fn wants_dates(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Work | SectionKind::Education)
}

fn dates(dates: &Dates, speech: Speech) -> String {
    let start = dates.start.map(|date| date.to_string()).unwrap_or_default();
    let end = match (dates.end, dates.open) {
        (Some(end), _) => format!(" → {end}"),
        (None, true) => format!(" → {}", speech.word_in("explain", "now").unwrap_or("now")),
        (None, false) => String::new(),
    };
    let expected = if dates.expected { speech.of(" expected") } else { "" };
    format!("{start}{end}{expected}")
}

fn part_name(role: PartRole) -> &'static str {
    match role {
        PartRole::Title => "title",
        PartRole::Organization => "organization",
        PartRole::Role => "role",
        PartRole::Subject => "subject",
        PartRole::Degree => "degree",
        PartRole::Place => "place",
        PartRole::Other => "other",
    }
}

fn bare(key: &str) -> &str {
    key.trim_end_matches(['：', ':', ' '])
}

/// Cuts a text to one line of the table.
fn shorten(text: &str) -> String {
    let mut width = 0;
    for (at, c) in text.char_indices() {
        width += half_ems(c);
        if width > 96 {
            return format!("{}…", &text[..at]);
        }
    }
    text.to_owned()
}

fn pad(text: &str, width: usize) -> String {
    let have = text.chars().map(half_ems).sum::<usize>();
    format!("{text}{}", " ".repeat(width.saturating_sub(have)))
}
