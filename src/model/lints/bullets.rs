//! J305 and J306: bullets that are too long, and items that end differently.

use super::walk::{self, Words};
use crate::diag::{Diagnostic, Fix, Sink, Span, code, message};
use crate::model::{Block, BlockKind, Resume, Rich};
use crate::source::chars::half_ems;

/// The most lines of a bullet, and the width of a line in half ems: that of A4 at ten points.
const MOST_LINES: usize = 5;
const LINE: usize = 98;

/// Reports faults in the items of lists.
pub fn check(resume: &Resume, words: &[Words<'_>], source: &str, sink: &mut Sink) {
    long(&resume.header.blocks, sink);
    resume.sections.iter().for_each(|section| long(&section.blocks, sink));
    for list in walk::siblings(resume) {
        ends(&list, sink);
    }
    words.iter().for_each(|words| doubled(words.text, source, sink));
}

/// Reports long bullets. Depth is that of the model, which is bounded.
fn long(blocks: &[Block], sink: &mut Sink) {
    for block in blocks {
        match &block.kind {
            BlockKind::Entry(entry) => long(&entry.body, sink),
            BlockKind::Quote(quoted) => long(quoted, sink),
            BlockKind::List(list) => {
                for item in &list.items {
                    if let Some(Block { kind: BlockKind::Paragraph(lines), .. }) = item.blocks.first()
                        && let [line] = lines.as_slice()
                    {
                        let label = line.label.iter().map(|label| width(&label.text)).sum::<usize>();
                        too_long(label + width(&line.body), item.span, sink);
                    }
                    long(&item.blocks, sink);
                }
            }
            _ => {}
        }
    }
}

fn width(text: &Rich) -> usize {
    text.text().chars().map(half_ems).sum()
}

fn too_long(width: usize, place: Span, sink: &mut Sink) {
    if width > MOST_LINES * LINE {
        let message = message!("the bullet takes about {lines} lines", lines = width.div_ceil(LINE));
        let found = Diagnostic::new(code::LONG_BULLET, place, message);
        sink.report(found.hint("make it two or three, each with its result first"));
    }
}

/// How a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// With a mark, or a colon before something else.
    Marked,
    /// Without one.
    Bare,
    /// A word or two: no sentence.
    Short,
}

fn end(text: &str) -> End {
    let text = text.trim_end().trim_end_matches(['”', '’', '」', '』', '"', ')', '）', '\u{1}']);
    let marked = text.ends_with(['。', '.', '！', '!', '？', '?', '；', ';', '…', '：', ':', '，', ',']);
    // Fifteen Han characters, or five words.
    let short = text.chars().map(half_ems).sum::<usize>() < 30;
    match (marked, short) {
        (true, _) => End::Marked,
        (false, true) => End::Short,
        (false, false) => End::Bare,
    }
}

/// Reports the first item without a mark at its end, if at least as many have one.
fn ends(list: &[&Rich], sink: &mut Sink) {
    let ends: Vec<End> = list.iter().map(|text| end(&text.masked())).collect();
    let count = |wanted: End| ends.iter().filter(|end| **end == wanted).count();
    let (marked, bare) = (count(End::Marked), count(End::Bare));
    let first = list.iter().zip(&ends).find(|(_, end)| **end == End::Bare);
    if let Some((text, _)) = first.filter(|_| marked >= bare) {
        let message = message!(
            "{bare} of {all} items end without a mark, the others with one",
            bare,
            all = marked + bare
        );
        let place = last(text);
        sink.report(
            Diagnostic::new(code::SENTENCE_END, place, message).hint("end all of them in the same way"),
        );
    }
}

/// Returns the place of the last character.
fn last(text: &Rich) -> Option<Span> {
    let said = text.text();
    let trimmed = said.trim_end();
    let start = trimmed.char_indices().next_back().map_or(0, |(at, _)| at);
    text.slice(start..trimmed.len()).span()
}

/// Reports `。。` at the end; three points are an ellipsis.
fn doubled(text: &Rich, source: &str, sink: &mut Sink) {
    let said = text.masked();
    let trimmed = said.trim_end();
    let wrong = ["。。", "；。", "，。", "。；", "；；", "、。"].iter().any(|end| trimmed.ends_with(end))
        || trimmed.ends_with("..") && !trimmed.ends_with("...");
    if wrong {
        let found = Diagnostic::new(code::SENTENCE_END, last(text), "the sentence ends twice");
        // Which of two different marks is meant cannot be known.
        let twice = last(text).filter(|last| {
            let mark = source.get(last.range()).unwrap_or_default();
            !mark.is_empty() && source.get(..last.range().start).is_some_and(|before| before.ends_with(mark))
        });
        let fix = twice.and_then(|last| Fix::of(source, last, ""));
        sink.report(found.hint("delete one of the marks").fix(fix));
    }
}
