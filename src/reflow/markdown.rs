//! Blocks → Markdown, as one would type it.

use super::blocks::{Block, is_contact_text};
use super::marker::Number;
use crate::diag::Span;
use crate::export::{Place, guarded, inline};
use crate::model::Rich;

/// Signs between contacts in one line.
const BETWEEN: [&str; 8] = [" | ", " • ", " · ", " ｜ ", " ∙ ", " ⋄ ", " ♦ ", " ❖ "];
/// The longest line in the header that can be a fact; a longer one is text.
const LONGEST_FACT: usize = 60;

/// Returns the blocks as Markdown.
pub fn markdown(blocks: &[Block]) -> String {
    let first = blocks.iter().position(|block| matches!(block, Block::Title(_))).unwrap_or(0);
    let mut out = Out::default();
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Name(name) => out.block(&format!("# {}", inline(name, Place::Heading))),
            Block::Title(title) => out.block(&format!("## {}", inline(title, Place::Heading))),
            Block::Head(level, parts) => {
                let parts = parts.iter().map(|part| inline(part, Place::Heading)).collect::<Vec<String>>();
                out.block(&format!("{} {}", "#".repeat(2 + usize::from(*level)), parts.join(" | ")));
            }
            Block::Paragraph(lines) if at < first => out.header(lines),
            Block::Paragraph(lines) => out.block(&paragraph(lines, "\\\n")),
            Block::Item { depth, number, lines } => out.item(*depth, number.as_ref(), lines),
            Block::Table(rows) => out.block(&table(rows)),
        }
    }
    out.text
}

#[derive(Default)]
struct Out {
    text: String,
    /// The widths of the marks of the items that the next one may be in; empty after any other block.
    marks: Vec<usize>,
    /// Whether the last block is a line with a number that Markdown knows nothing of.
    numbered: bool,
}

impl Out {
    fn block(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text += text.trim_end();
        self.text.push('\n');
        self.marks.clear();
        self.numbered = false;
    }

    fn item(&mut self, depth: usize, number: Option<&Number>, lines: &[Vec<Rich>]) {
        let mark = match number {
            Some(Number::Text(number)) => return self.numbered(number, lines),
            Some(Number::List(number)) => number,
            None => "-",
        };
        if (self.marks.is_empty() || self.numbered) && !self.text.is_empty() {
            self.text.push('\n');
            self.marks.clear();
        }
        self.numbered = false;
        self.marks.truncate(depth);
        let indent = " ".repeat(self.marks.iter().sum());
        let hang = format!("\\\n{indent}{}", " ".repeat(mark.len() + 1));
        let text = paragraph(lines, &hang);
        if text.trim().is_empty() {
            return;
        }
        self.text += &format!("{indent}{mark} {}\n", text.trim_end());
        self.marks.push(mark.len() + 1);
    }

    /// Writes a line that begins with a number: lines below each other, each with its own.
    fn numbered(&mut self, number: &str, lines: &[Vec<Rich>]) {
        let text = format!("{number}{}", paragraph(lines, "\\\n").trim_end());
        if self.numbered {
            self.text += &text;
            self.text.push('\n');
        } else {
            self.block(&text);
        }
        self.numbered = true;
    }

    /// Writes a paragraph above the first title: contacts and facts are items, one each.
    fn header(&mut self, lines: &[Vec<Rich>]) {
        // A line of only words above them is the headline.
        let plain = |line: &Vec<Rich>| {
            line.iter().flat_map(parted).count() == 1 && line.iter().all(|part| !is_fact(&part.text()))
        };
        let heads = lines.iter().take_while(|line| plain(line)).count().min(lines.len());
        let (above, lines) = lines.split_at(if heads < lines.len() { heads } else { 0 });
        if !above.is_empty() {
            self.block(&paragraph(above, "\\\n"));
        }
        let mut pieces: Vec<Rich> = Vec::new();
        for piece in lines.iter().flatten().flat_map(parted).filter(|piece| !piece.is_blank()) {
            // A value that had no room after its key.
            match pieces.last_mut().filter(|last| last.text().ends_with([':', '：'])) {
                Some(last) => last.0.extend(piece.0),
                None => pieces.push(piece),
            }
        }
        let texts: Vec<String> = pieces.iter().map(|piece| piece.text().into_owned()).collect();
        let long = texts.iter().any(|text| text.chars().count() > LONGEST_FACT && !is_contact_text(text));
        let told = texts.len() > 1 || texts.iter().any(|text| is_fact(text));
        if long || !told {
            return self.block(&paragraph(lines, "\\\n"));
        }
        pieces.into_iter().for_each(|piece| self.item(0, None, &[vec![piece]]));
    }
}

fn is_fact(text: &str) -> bool {
    is_contact_text(text) || text.contains('：') || text.contains(": ")
}

/// Splits a text of several contacts.
fn parted(text: &Rich) -> Vec<Rich> {
    let whole = text.text().into_owned();
    let mut pieces = Vec::new();
    let mut from = 0;
    loop {
        let next = BETWEEN
            .iter()
            .filter_map(|sign| whole[from..].find(sign).map(|at| (from + at, sign.len())))
            .min();
        let Some((at, len)) = next else { break };
        pieces.push(bare(text.slice(from..at)));
        from = at + len;
    }
    pieces.push(bare(text.slice(from..whole.len())));
    pieces
}

/// Removes a sign that was set between contacts from the ends of one.
fn bare(text: Rich) -> Rich {
    let whole = text.text().into_owned();
    let sign = |c: char| c.is_whitespace() || BETWEEN.iter().any(|between| between.contains(c));
    let from = whole.len() - whole.trim_start_matches(sign).len();
    let to = whole.trim_end_matches(sign).len();
    if from < to { text.slice(from..to) } else { Rich::default() }
}

fn paragraph(lines: &[Vec<Rich>], end: &str) -> String {
    let line = |parts: &Vec<Rich>| {
        let parts: Vec<String> = parts.iter().map(|part| inline(part, Place::Line)).collect();
        guarded(&parts.join(" | "))
    };
    lines.iter().map(line).filter(|line| !line.trim().is_empty()).collect::<Vec<String>>().join(end)
}

fn table(rows: &[Vec<Rich>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let empty = Rich::plain("", Span::default());
    let row = |cells: &Vec<Rich>| {
        let cells = (0..columns).map(|at| inline(cells.get(at).unwrap_or(&empty), Place::Cell));
        format!("| {} |", cells.collect::<Vec<String>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(row).collect();
    lines.insert(1.min(lines.len()), format!("|{}", "--|".repeat(columns)));
    lines.join("\n")
}
