//! The characters on the pages, each with its place and its origin.

use std::collections::BTreeMap;

use super::wanted::Wanted;
use crate::diag::{FileId, Span};
use crate::lines::{GlyphRun, Mark, MarkKind};
use crate::pages::Document;
use crate::source::Source;
use crate::source::chars::hides_words;

/// A character on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Char {
    /// The character.
    pub c: char,
    /// Its origin: its own bytes if `verbatim`, else the whole text that it belongs to; `None` for characters that
    /// the layout adds.
    pub span: Option<Span>,
    /// Whether the source has exactly this character.
    pub verbatim: bool,
    /// The page, from 0.
    pub page: usize,
    /// The least and the greatest place where its box begins, in points from the left: where it begins in the face,
    /// and where the pen was, if white was trimmed before it. The characters of a cluster begin where any of its
    /// glyphs does.
    pub left: [f64; 2],
    /// The least and the greatest height of its baseline, in points from below.
    pub baseline: [f64; 2],
}

/// All characters of a document except blanks, in painting order.
#[derive(Debug, Default)]
pub struct Printed {
    /// The characters.
    pub chars: Vec<Char>,
    /// The characters of each byte of the source, and of other texts that are printed with it; several if it is printed
    /// several times.
    by_byte: BTreeMap<(FileId, u32), Vec<usize>>,
    /// The characters that are not the source's own, by their origin.
    by_span: BTreeMap<Span, Vec<usize>>,
}

/// Returns the characters of a document.
pub fn of(document: &Document, source: &Source) -> Printed {
    let mut printed = Printed::default();
    for (number, page) in document.pages.iter().enumerate() {
        let height = page.size.height.to_f64();
        for mark in &page.marks {
            if let MarkKind::Glyphs(run) = &mark.kind {
                printed.run(mark, run, source, (number, height));
            }
        }
    }
    printed
}

impl Printed {
    fn run(&mut self, mark: &Mark, run: &GlyphRun, source: &Source, (page, height): (usize, f64)) {
        // The sender of a letter is in a file of its own; text printed by a layout is in no element.
        let foreign = run.span.file != FileId::RESUME;
        let own = !run.span.is_empty() && (!foreign || mark.tag.is_some());
        let same = || source.text.get(run.span.range()) == Some(run.text.as_str());
        let verbatim = own && if foreign { run.text.len() == run.span.len() } else { same() };
        let mut pen = mark.at.x.to_f64();
        for cluster in run.glyphs.chunk_by(|_, next| next.text.is_empty()) {
            let (mut left, mut baseline) = ([f64::MAX, f64::MIN], [f64::MAX, f64::MIN]);
            for glyph in cluster {
                let drawn = pen + glyph.offset.x.to_f64();
                let y = height - (mark.at.y + glyph.offset.y).to_f64();
                left = [left[0].min(drawn), left[1].max(drawn.max(pen))];
                baseline = [baseline[0].min(y), baseline[1].max(y)];
                pen += glyph.advance.to_f64();
            }
            let range =
                cluster.first().map_or(0..0, |first| first.text.start as usize..first.text.end as usize);
            for (offset, c) in run.text.get(range.clone()).unwrap_or("").char_indices() {
                if is_unseen(c) {
                    continue;
                }
                let start = run.span.start as usize + range.start + offset;
                let exact = Span::new(run.span.file, start..start + c.len_utf8());
                let span = own.then_some(if verbatim { exact } else { run.span });
                self.add(Char { c, span, verbatim, page, left, baseline }, mark.tag.is_some());
            }
        }
    }

    fn add(&mut self, char: Char, tagged: bool) {
        match char.span {
            Some(span) if char.verbatim => {
                self.by_byte.entry((span.file, span.start)).or_default().push(self.chars.len());
            }
            // Running heads only repeat other text.
            Some(span) if tagged => self.by_span.entry(span).or_default().push(self.chars.len()),
            _ => {}
        }
        self.chars.push(char);
    }

    /// Returns the characters that show the one `offset` bytes into a text of the model. In texts that are not the
    /// source's own, the characters are asked for in order: `read` says how far each text was read.
    pub fn showing(&self, of: &Wanted, (offset, c): (usize, char), read: &mut Read) -> Vec<usize> {
        let same = |at: &&usize| self.chars[**at].c == c;
        if of.is_verbatim() {
            let byte = of.span.start + offset as u32;
            if let Some(exact) = self.by_byte.get(&(of.span.file, byte)) {
                return exact.iter().filter(same).copied().collect();
            }
            let around =
                self.by_span.range(..=Span { start: byte, end: u32::MAX, ..of.span }).rev().take(NEAR);
            let holding = around.filter(|(span, _)| span.range().contains(&(byte as usize)));
            return holding.flat_map(|(_, all)| all.iter().take(NEAR).filter(same).copied()).collect();
        }
        let Some(all) = self.by_span.get(&of.span) else { return Vec::new() };
        let next = read.entry(of.span).or_insert(0);
        let found = all.iter().enumerate().skip(*next).take(NEAR).find(|(_, at)| same(at));
        found.map_or_else(Vec::new, |(nth, at)| {
            *next = nth + 1;
            vec![*at]
        })
    }
}

/// Returns whether a character leaves no trace on the page by which it could be found again: blanks, and characters
/// that only affect line ends or how letters join.
pub fn is_unseen(c: char) -> bool {
    c.is_whitespace() || hides_words(c) || matches!(c, '\u{200C}' | '\u{200D}')
}

/// The number of characters read of each text that is not the source's own.
pub type Read = BTreeMap<Span, usize>;

/// How far away a character is searched for that is not where it should be.
const NEAR: usize = 32;
