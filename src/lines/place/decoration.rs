//! Lines under and through characters (rule 52), and dots below them (rule 51).

use super::origin::Place;
use crate::boxes::Text;
use crate::font::{FontBook, outline};
use crate::geom::{Em, Point, Pt, Size};
use crate::layout::{Color, Frame};
use crate::lines::galley::{Glyph, Mark, MarkKind, Panel, PathMark, Shape};
use crate::lines::itemise::glyph_cache::ScaledFont;
use crate::lines::text::paragraph::{Piece, What};

/// The depth of an underline below the baseline, the height of a strike above it, and the thickness of
/// both, in hundredths of the em of the paragraph: one depth per line, whatever faces it has.
const UNDER: i64 = 11;
const THROUGH: i64 = 33;
const THICKNESS: i64 = 5;
/// The white between an underline and the ink that it makes room for, and the shortest piece
/// kept between two such gaps.
const CLEARANCE: i64 = 6;
const SHORTEST: i64 = 10;
/// The depth of an emphasis dot below the baseline, its width, and the white between it and an
/// underline above it.
const DOT_TOP: i64 = 16;
const DOT: i64 = 14;
const DOT_CLEARANCE: i64 = 4;

/// The decorations of one line of text, while it is put together from left to right.
pub(in crate::lines) struct Decorations<'p> {
    place: Place,
    under: Vec<Stretch<'p>>,
    through: Vec<Stretch<'p>>,
    /// The positions where ink crosses the underlines.
    ink: Vec<(i64, i64)>,
    dots: Vec<Mark>,
    boxes: Vec<Boxed>,
}

/// A box around a piece of text.
struct Boxed {
    /// The number of the piece.
    piece: usize,
    from: i64,
    to: i64,
    /// Its type size.
    size: Pt,
    frame: Frame,
}

/// A line under or through characters.
struct Stretch<'p> {
    from: i64,
    to: i64,
    /// The position from which another character with the line extends it: after the blank that follows `to`.
    reach: i64,
    color: Color,
    link: Option<&'p str>,
}

impl<'p> Decorations<'p> {
    /// Returns empty decorations for a line of text.
    pub fn new(place: Place) -> Decorations<'p> {
        Decorations {
            place,
            under: Vec::new(),
            through: Vec::new(),
            ink: Vec::new(),
            dots: Vec::new(),
            boxes: Vec::new(),
        }
    }

    /// Draws the lines of a piece along one of its characters.
    pub fn cover(&mut self, piece: &Piece<'p>, from: i64, to: i64) {
        let look = piece.style();
        let color = look.style.color;
        let link = match piece.what {
            What::Text(text) => text.link.as_deref(),
            _ => None,
        };
        if look.style.underline {
            lengthen(&mut self.under, Stretch { from, to, reach: to, color, link });
        }
        if look.strike {
            lengthen(&mut self.through, Stretch { from, to, reach: to, color, link: None });
        }
    }

    /// Draws the box of a piece, if it has one, around one more of its characters.
    pub fn enclose(&mut self, (number, piece): (usize, &Piece<'p>), from: i64, to: i64) {
        let What::Text(Text { frame: Some(frame), style, .. }) = piece.what else { return };
        match self.boxes.last_mut() {
            Some(last) if last.piece == number => last.to = to,
            _ => self.boxes.push(Boxed { piece: number, from, to, size: style.style.size, frame: *frame }),
        }
    }

    /// Returns the boxes, which are painted before what they surround: around the em box of Han.
    pub fn boxes(&mut self) -> Vec<Mark> {
        let baseline = Pt::from_units(self.place.baseline);
        let mark = |boxed: Boxed| {
            let Boxed { from, to, size, frame, .. } = boxed;
            let pad = frame.pad;
            let at =
                Point { x: Pt::from_units(from) - pad.left, y: baseline - size.scale(88, 100) - pad.top };
            let width = Pt::from_units(to - from) + pad.left + pad.right;
            let area = Size { width, height: size + pad.top + pad.bottom };
            let stroke = frame.stroke.map(|stroke| (stroke.width, stroke.color));
            let panel = Panel { size: area, radius: frame.radius, fill: frame.fill, stroke };
            Mark { at, tag: None, kind: MarkKind::Panel(panel) }
        };
        self.boxes.drain(..).map(mark).collect()
    }

    /// Continues the lines under and those through the text over a blank, if the next character has
    /// them too.
    pub fn bridge(&mut self, from: i64, to: i64, (under, through): (bool, bool)) {
        for (lines, goes_on) in [(&mut self.under, under), (&mut self.through, through)] {
            if let Some(last) = lines.last_mut().filter(|last| goes_on && last.reach == from) {
                last.reach = to;
            }
        }
    }

    /// Makes the underline give way to the ink of a glyph with its pen at `x`, on a baseline that
    /// is `rise` above that of the line.
    pub fn make_way(
        &mut self,
        glyph: &Glyph,
        x: i64,
        (font, size, rise): (ScaledFont, Pt, Pt),
        book: &FontBook,
    ) {
        let size = font.scale.of(size);
        let drop = rise.units() - glyph.offset.y.units();
        let of_size = |depth: i64| {
            let bound = 1 << 30;
            Em::ratio((drop + depth).clamp(-bound, bound) as i32, size.units().clamp(1, bound) as i32)
        };
        let band = [UNDER, UNDER + THICKNESS].map(|depth| of_size(self.part(depth)));
        let drawn = outline::glyph(book.face(font.face), glyph.id);
        if let Some((left, right)) = outline::ink_between(&drawn, band[0], band[1]) {
            let origin = x + glyph.offset.x.units();
            self.ink.push((origin + left.of(size).units(), origin + right.of(size).units()));
        }
    }

    /// Puts an emphasis dot below the middle of a character, and below the underline if it has one.
    pub fn dot(&mut self, piece: &Piece<'_>, from: i64, to: i64) {
        let style = piece.style().style;
        let size = self.part(DOT);
        let top = if style.underline { UNDER + THICKNESS + DOT_CLEARANCE } else { DOT_TOP };
        let x = from + (to - from - size) / 2;
        let at = Point { x: Pt::from_units(x), y: Pt::from_units(self.place.baseline + self.part(top)) };
        let path = PathMark { shape: Shape::Dot, size: Pt::from_units(size), color: style.color };
        self.dots.push(Mark { at, tag: None, kind: MarkKind::Path(path) });
    }

    /// Returns the marks, none of which are text.
    pub fn into_marks(mut self) -> Vec<Mark> {
        self.part_links();
        self.ink.sort_unstable();
        let mut marks = Vec::new();
        for line in &self.under {
            for (from, to) in self.pieces(line) {
                marks.extend(self.mark(from, to, (UNDER, line.color)));
            }
        }
        marks.extend(
            self.through.iter().filter_map(|line| self.mark(line.from, line.to, (-THROUGH, line.color))),
        );
        marks.append(&mut self.dots);
        marks
    }

    /// Separates the underlines of two adjacent links.
    fn part_links(&mut self) {
        let half = self.part(CLEARANCE) / 2;
        for k in 1..self.under.len() {
            let (before, after) = self.under.split_at_mut(k);
            if let (Some(a), Some(b)) = (before.last_mut(), after.first_mut())
                && a.to == b.from
            {
                a.to -= half;
                b.from += half;
            }
        }
    }

    /// Returns the pieces of an underline that the ink leaves.
    fn pieces(&self, line: &Stretch<'_>) -> Vec<(i64, i64)> {
        let (clear, shortest) = (self.part(CLEARANCE), self.part(SHORTEST));
        let mut pieces = Vec::new();
        let mut from = line.from;
        // No ink below a line is wider than an em.
        let first = self.ink.partition_point(|ink| ink.0 + self.place.em < line.from);
        for &(left, right) in self.ink.iter().skip(first).take_while(|ink| ink.0 - clear < line.to) {
            if left - clear - from >= shortest {
                pieces.push((from, left - clear));
            }
            from = from.max(right + clear);
        }
        if line.to - from >= shortest || from == line.from {
            pieces.push((from, line.to));
        }
        pieces
    }

    /// Returns a line as a mark; `None` if it has no length.
    fn mark(&self, from: i64, to: i64, (depth, color): (i64, Color)) -> Option<Mark> {
        let size = Size { width: Pt::from_units(to - from), height: Pt::from_units(self.part(THICKNESS)) };
        let at = Point { x: Pt::from_units(from), y: Pt::from_units(self.place.baseline + self.part(depth)) };
        (to > from).then_some(Mark { at, tag: None, kind: MarkKind::Rule { size, color } })
    }

    /// Converts hundredths of the paragraph's em into a length.
    fn part(&self, hundredths: i64) -> i64 {
        self.place.em * hundredths / 100
    }
}

/// Adds a stretch: to the last one, if it continues that in the same colour for the same link.
fn lengthen<'p>(lines: &mut Vec<Stretch<'p>>, more: Stretch<'p>) {
    match lines.last_mut() {
        Some(last) if (last.reach, last.color, last.link) == (more.from, more.color, more.link) => {
            (last.to, last.reach) = (more.to, more.reach);
        }
        _ => lines.push(more),
    }
}
