//! Lines under and through characters (rule 52), and dots below them (rule 51).

use super::atoms::{Atom, Bench, Ink};
use super::copy::What;
use super::mark::{Mark, MarkKind, PathMark, Shape};
use super::place::{Place, style_of};
use crate::boxes::TextStyle;
use crate::font::outline;
use crate::geom::{Em, Point, Pt, Size};
use crate::layout::{Color, Emphasis};

/// How far below the baseline an underline begins, how far above it a strike does, and how thick both
/// are, in hundredths of the em of the paragraph: one depth a line, whatever faces it has.
const UNDER: i64 = 11;
const THROUGH: i64 = 33;
const THICKNESS: i64 = 5;
/// The white between an underline and the ink that it makes room for, and the shortest piece that is
/// left between two such places.
const CLEARANCE: i64 = 6;
const SHORTEST: i64 = 10;
/// How far below the baseline an emphasis dot begins, and how wide it is.
const DOT_TOP: i64 = 16;
const DOT: i64 = 14;

/// The decorations of one line.
#[derive(Default)]
pub(super) struct Decorations {
    lines: Vec<Stretch>,
    dots: Vec<Mark>,
}

/// A line under or through characters.
struct Stretch {
    from: i64,
    to: i64,
    /// Where the next character would have to stand for the line to go on.
    reach: i64,
    top: i64,
    thickness: i64,
    color: Color,
    link: Option<String>,
    through: bool,
    /// Where ink crosses it.
    gaps: Vec<(i64, i64)>,
}

impl Decorations {
    /// Notes what decorates an atom that stands between two places.
    pub fn add(&mut self, bench: &Bench<'_, '_, '_>, atom: &Atom, (from, to): (i64, i64), place: Place) {
        let Some(piece) = bench.copy.pieces.get(bench.copy.piece_at(atom.start as usize)) else { return };
        let style = style_of(piece);
        let link = match &piece.what {
            What::Text(text) => text.link.as_ref(),
            _ => None,
        };
        let part = |hundredths: i64| place.em * hundredths / 100;
        for (wanted, through, depth) in
            [(style.style.underline, false, part(UNDER)), (style.strike, true, -part(THROUGH))]
        {
            if !wanted {
                continue;
            }
            let color = style.style.color;
            let goes_on = self.lines.iter_mut().rev().find(|line| {
                (line.through, line.color, line.link.as_ref(), line.reach) == (through, color, link, from)
            });
            let line = match goes_on {
                Some(line) => line,
                None => {
                    // What ends here belongs to another link.
                    for other in self.lines.iter_mut().filter(|line| line.to == from) {
                        other.to -= part(CLEARANCE);
                    }
                    let top = place.baseline + depth;
                    let thickness = part(THICKNESS);
                    let link = link.cloned();
                    let line = Stretch {
                        from,
                        to,
                        reach: to,
                        top,
                        thickness,
                        color,
                        link,
                        through,
                        gaps: Vec::new(),
                    };
                    self.lines.push(line);
                    let last = self.lines.len() - 1;
                    &mut self.lines[last]
                }
            };
            (line.to, line.reach) = (to, to);
            if !through {
                crossings(bench, atom, from, (depth, depth + line.thickness), &mut line.gaps);
            }
        }
        if style.style.italic && bench.setting.emphasis == Emphasis::Dots && atom.class.0.is_han() {
            let size = part(DOT);
            let x = from + (atom.width - size) / 2;
            let at = Point { x: Pt::from_units(x), y: Pt::from_units(place.baseline + part(DOT_TOP)) };
            let path = PathMark { shape: Shape::Dot, size: Pt::from_units(size), color: style.style.color };
            self.dots.push(Mark { at, tag: None, kind: MarkKind::Path(path) });
        }
    }

    /// Lets lines go on over a blank from one place to another, if the next character has them too.
    pub fn bridge(&mut self, from: i64, to: i64) {
        for line in self.lines.iter_mut().filter(|line| line.reach == from) {
            line.reach = to;
        }
    }

    /// Returns the marks, none of which is text.
    pub fn into_marks(self) -> impl Iterator<Item = Mark> {
        self.lines.into_iter().flat_map(Stretch::marks).chain(self.dots)
    }
}

impl Stretch {
    fn marks(self) -> Vec<Mark> {
        let em = self.thickness * 100 / THICKNESS;
        let (clear, shortest) = (em * CLEARANCE / 100, em * SHORTEST / 100);
        let mut marks = Vec::new();
        let mut from = self.from;
        let ends = self.gaps.iter().map(|&(left, right)| (left - clear, right + clear));
        for (left, right) in ends.chain([(self.to, self.to)]) {
            let to = left.min(self.to);
            if to - from >= shortest || (to > from && self.gaps.is_empty()) {
                let size = Size { width: Pt::from_units(to - from), height: Pt::from_units(self.thickness) };
                let at = Point { x: Pt::from_units(from), y: Pt::from_units(self.top) };
                let kind = MarkKind::Rule { size, color: self.color };
                marks.push(Mark { at, tag: None, kind });
            }
            from = from.max(right);
        }
        marks
    }
}

/// Adds where the ink of Latin letters crosses a band below the baseline. Han and their marks end above
/// it, or are so dense that a line had better run on.
fn crossings(
    bench: &Bench<'_, '_, '_>,
    atom: &Atom,
    from: i64,
    band: (i64, i64),
    gaps: &mut Vec<(i64, i64)>,
) {
    let Ink::Word { fount, word, .. } = atom.ink else { return };
    if atom.class.0.is_wide() {
        return;
    }
    let face = bench.case.book().face(fount.face);
    let TextStyle { style, .. } = bench.look(atom.look).style;
    let size = fount.scale.of(style.size);
    let of_size =
        |depth: i64| Em::ratio(depth.clamp(0, 1 << 30) as i32, size.units().clamp(1, 1 << 30) as i32);
    let tracking = super::joints::tracking(bench, atom.look);
    let mut x = from;
    let glyphs = bench.case.glyphs(word);
    for (k, glyph) in glyphs.iter().enumerate() {
        let drawn = outline::glyph(face, glyph.id);
        if let Some((left, right)) = outline::ink_between(&drawn, of_size(band.0), of_size(band.1)) {
            gaps.push((x + left.of(size).units(), x + right.of(size).units()));
        }
        let further = glyphs.get(k + 1).is_some_and(|next| next.cluster != glyph.cluster);
        x += bench.case.length(glyph.advance, fount, style.size) + if further { tracking } else { 0 };
    }
}
