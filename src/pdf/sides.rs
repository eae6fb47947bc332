//! The glyphs that need other sides than those in their face.
//!
//! A mark of a Chinese face is an em wide, half of it white. In a line that white is trimmed, and the next glyph
//! moves into it; but a reader of the file knows only the face's advance, and takes overlapping glyphs for two
//! lines, or misses a blank between them. So each such glyph gets a form whose box is the space that it takes up on
//! the page.

use std::collections::BTreeMap;

use crate::font::subset::{Form, Outlines, Sides};
use crate::font::{Face, FontBook};
use crate::geom::{Point, Pt};
use crate::lines::{Glyph, GlyphRun, MarkKind};
use crate::pages::{Document, Page};

/// The least overlap of boxes that is corrected, in thousandths of an em: kerned pairs overlap by less.
const KERNED: i64 = 60;

/// From this overlap on readers take boxes for two lines, in thousandths of an em.
const TORN: i64 = 110;

/// The least width that a blank is given, in thousandths of an em.
const LEAST_BLANK: i64 = 150;

/// Sides are multiples of this, in thousandths of an em, so that a mark has few forms in a justified text. The
/// white that is left is too narrow for readers to take it for a blank, as they do from a tenth of an em on.
const STEP: i64 = 25;

/// The glyphs of a document that have other sides or are moved, by page and mark.
#[derive(Debug, Default)]
pub struct AllSides {
    marks: BTreeMap<[usize; 2], Vec<Shown>>,
}

/// How a glyph is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Shown {
    sides: Option<Sides>,
    /// How far to the left of its place it is shown, in thousandths of an em: a blank that uses the white of the
    /// mark before it.
    back: i64,
}

impl AllSides {
    /// Finds the glyphs of a document that need other sides. A face with cubic outlines cannot have any.
    pub fn of(document: &Document, fonts: &FontBook) -> AllSides {
        let mut all = AllSides::default();
        let mut quadratic = BTreeMap::new();
        for (number, page) in document.pages.iter().enumerate() {
            let mut before = None;
            for (at, mark) in page.marks.iter().enumerate() {
                let MarkKind::Glyphs(run) = &mark.kind else { continue };
                if run.size <= Pt::ZERO {
                    continue; // nothing is shown of it
                }
                let face = fonts.face(run.face);
                let line = Line { start: mark.at, next: next_start(page, at), face };
                let sides = line.sides(run, &mut before);
                let any = sides.iter().any(|shown| *shown != Shown::default());
                let can = || face.outlines() == Outlines::TrueType;
                if any && *quadratic.entry(run.face).or_insert_with(can) {
                    all.marks.insert([number, at], sides);
                }
            }
        }
        all
    }

    /// Returns the forms of the glyphs of a mark, given by its page and its index on it, each with the offset of
    /// its box from its outline, in thousandths of an em to the right.
    pub fn forms<'a>(
        &'a self,
        mark: [usize; 2],
        run: &'a GlyphRun,
    ) -> impl Iterator<Item = (Form, i64)> + 'a {
        let shown = self.marks.get(&mark).map_or(&[][..], Vec::as_slice);
        run.glyphs.iter().enumerate().map(|(at, glyph)| {
            let Shown { sides, back } = shown.get(at).copied().unwrap_or_default();
            let shift = sides.map_or(0, |sides| i64::from(sides.shift));
            (Form { glyph: glyph.id, sides }, -shift - back)
        })
    }
}

/// Returns where the next run begins, if it is on the same line.
fn next_start(page: &Page, at: usize) -> Option<Pt> {
    let here = page.marks.get(at)?.at;
    let mut behind = page.marks.get(at + 1..)?.iter();
    let next = behind.find(|mark| matches!(mark.kind, MarkKind::Glyphs(_)))?.at;
    (next.y == here.y && next.x > here.x).then_some(next.x)
}

/// A run in its line.
struct Line<'a> {
    start: Point,
    /// Where the next run of the line begins.
    next: Option<Pt>,
    face: &'a Face,
}

impl Line<'_> {
    /// Returns the sides of the glyphs of a run. `before` is the end of the previous glyph's box on its baseline,
    /// and is set to that of the last glyph.
    fn sides(&self, run: &GlyphRun, before: &mut Option<Point>) -> Vec<Shown> {
        let em = i64::from(self.face.units_per_em());
        let same_line = before.filter(|end| end.y == self.start.y && end.x < self.start.x + run.size);
        let mut free = same_line.map(|end| end.x);
        let (mut pen, mut spared) = (self.start.x, Pt::ZERO);
        let last = run.glyphs.len().saturating_sub(1);
        let mut all = Vec::with_capacity(run.glyphs.len());
        for (at, glyph) in run.glyphs.iter().enumerate() {
            let cell = pen..pen + glyph.advance;
            pen = cell.end;
            // A blank keeps its width: readers take half of the narrowest blank of a face for the least gap between
            // words. The width that it lacks is taken from the white of the mark before it.
            let moved = std::mem::replace(&mut spared, self.spared(run, at));
            let width = run.size.scale(self.face.advance(glyph.id).into(), em);
            let left = cell.start + glyph.offset.x - moved;
            let given = Extent { left, right: left + width };
            let end = if at == last { self.next.unwrap_or(cell.end) } else { cell.end } - spared;
            let from = free.map_or(cell.start, |free| free.min(cell.start)).max(left);
            let room = Extent { left: from, right: given.right.min(end).max(from) };
            let sides = match glyph.id {
                0 => given.whole(run.size),
                _ if is_blank(run, glyph) => given.narrowed(&room, run.size),
                _ => given.trimmed(&room, run.size),
            };
            free = Some(if sides.is_some() { room.right } else { given.right });
            all.push(Shown { sides, back: thousandths(moved, run.size) });
        }
        *before = free.map(|x| Point { x, y: self.start.y });
        all
    }

    /// Returns how much of its white a glyph can give to a squeezed blank after it.
    fn spared(&self, run: &GlyphRun, at: usize) -> Pt {
        let Some(blank) = run.glyphs.get(at + 1).filter(|next| is_blank(run, next)) else { return Pt::ZERO };
        let em = i64::from(self.face.units_per_em());
        let length = |units: i32| run.size.scale(units.into(), em);
        let lacking = length(self.face.advance(blank.id)) - blank.advance;
        if thousandths(lacking, run.size) <= KERNED {
            return Pt::ZERO;
        }
        let glyph = run.glyphs[at].id;
        let white = self.face.ink(glyph).map_or(Pt::ZERO, |ink| length(self.face.advance(glyph) - ink.right));
        lacking.min(white.max(Pt::ZERO))
    }
}

fn is_blank(run: &GlyphRun, glyph: &Glyph) -> bool {
    run.text.get(glyph.text.start as usize..glyph.text.end as usize).is_some_and(|text| text == " ")
}

/// Returns a length in thousandths of a type size, rounded.
fn thousandths(length: Pt, size: Pt) -> i64 {
    (length.units() * 1000 + size.units() / 2).div_euclid(size.units())
}

/// Where a glyph begins and ends on its line.
struct Extent {
    left: Pt,
    right: Pt,
}

impl Extent {
    /// Returns the sides of the box for a missing character: those of the face, but as a glyph of its own, since
    /// `.notdef` itself may not be shown (ISO 14289-1, 7.21.8), and a glyph that is only drawn has no text.
    fn whole(&self, size: Pt) -> Option<Sides> {
        let advance = thousandths(self.right - self.left, size);
        Some(Sides { shift: 0, advance: u16::try_from(advance).ok()? })
    }

    /// Returns the sides of a blank that overlaps what follows by too much, such as one from a face for code among
    /// Han.
    fn narrowed(&self, room: &Extent, size: Pt) -> Option<Sides> {
        let over = thousandths(self.right - room.right, size);
        let advance = thousandths(room.right - self.left, size).max(LEAST_BLANK);
        Some(Sides { shift: 0, advance: u16::try_from(advance).ok()? }).filter(|_| over > TORN)
    }

    /// Returns the sides that keep a glyph within its room; `None` if those of its face do.
    fn trimmed(&self, room: &Extent, size: Pt) -> Option<Sides> {
        let (left, right) =
            (thousandths(room.left - self.left, size), thousandths(self.right - room.right, size));
        if left <= KERNED && right <= KERNED {
            return None;
        }
        let left = if left <= KERNED { 0 } else { left + (-left).rem_euclid(STEP) };
        let width = thousandths(room.right - self.left, size) - left;
        let advance = (width - width.rem_euclid(STEP)).max(0);
        Some(Sides { shift: i16::try_from(-left).ok()?, advance: u16::try_from(advance).ok()? })
    }
}
