//! Blocks → Markdown, as one would type it.

use super::blocks::{Block, is_contact_text};
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
            Block::Item { depth, number, lines } => out.item(*depth, number.as_deref(), lines),
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
    }

    fn item(&mut self, depth: usize, number: Option<&str>, lines: &[Vec<Rich>]) {
        let mark = number.map_or_else(|| "-".to_owned(), str::to_owned);
        if self.marks.is_empty() && !self.text.is_empty() {
            self.text.push('\n');
        }
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
        pieces.push(text.slice(from..at).trim());
        from = at + len;
    }
    pieces.push(text.slice(from..whole.len()).trim());
    pieces
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
