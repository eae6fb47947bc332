//! Copy → atoms: what no line end divides, each with its width, and what stands behind it.

use super::class::Class;
use super::copy::{Look, ParagraphText, What};
use super::glyph_cache::{GlyphCache, ScaledFont, Word};
use super::joints::{self, Joint};
use super::pairs::Pairs;
use super::{marks, words};
use crate::boxes::ParagraphSetting;
use crate::geom::Pt;

/// How far the setter goes to find breaks (the fallback ladder of typography.md §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pass {
    /// Only good breaks.
    Fine,
    /// Breaks in identifiers and the like too.
    Late,
    /// Tokens wider than the measure break anywhere, and every rule has a price.
    Forced,
}

/// What no line end divides: a character of Han, a word or a part of one, an icon.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    /// Offset of its first byte.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// Offset behind the blanks that follow it.
    pub next: u32,
    /// Its look.
    pub look: u16,
    /// The class of its first and of its last character.
    pub class: (Class, Class),
    /// What is printed.
    pub ink: Ink,
    /// Its width without blank halves.
    pub width: i64,
    /// The blank halves before and after it, as far as they are there when no one presses.
    pub blank: (i64, i64),
    /// The blanks that follow it.
    pub blanks: Blanks,
    /// What stands between it and the next.
    pub joint: Joint,
}

/// What an atom prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ink {
    /// Nothing.
    Nothing,
    /// One glyph for one cluster, moved right by `dx`.
    Glyph { font: ScaledFont, glyph: u16, dx: i64 },
    /// Glyphs of a shaped word, whose clusters count from the offset `base`.
    Word { font: ScaledFont, word: Word, base: u32 },
    /// The object of a piece.
    Object(u32),
}

/// What blanks follow an atom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Blanks {
    /// A space was typed.
    pub space: bool,
    /// How many of them stand in code, where each counts; a tab is four.
    pub columns: u16,
    /// A no-break space was typed.
    pub glued: bool,
    /// U+200B.
    pub free: bool,
    /// U+00AD.
    pub soft: bool,
    /// How many ideographic spaces were typed.
    pub full: u16,
    /// A blank of the layout.
    pub object: Option<Pt>,
    /// What is printed in it, unless a line ends there.
    pub separator: Option<(ScaledFont, Word)>,
}

/// What the builder of atoms needs to know.
pub(super) struct ItemizeInput<'c, 'p, 'a> {
    /// The copy.
    pub copy: &'c ParagraphText<'p>,
    /// The glyphs.
    pub glyphs: &'c mut GlyphCache<'a>,
    /// The pair tables by locale, in the order of the looks.
    pub pairs: &'c [&'static Pairs],
    /// The faces of each look.
    pub faces: &'c [LookFaces],
    /// How the paragraph is set.
    pub setting: &'c ParagraphSetting,
    /// The measure.
    pub measure: i64,
    /// How far to go.
    pub pass: Pass,
    /// The offset of the last character that was looked up for the first time, for remarks.
    pub remarked: &'c mut Vec<(super::glyph_cache::Remark, usize)>,
}

/// The faces of a look, with the two characters that the setter adds by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct LookFaces {
    /// The glyph table of Han.
    pub wide: usize,
    /// The table of Latin.
    pub narrow: usize,
    /// The face of space and hyphen.
    pub font: ScaledFont,
    /// The glyph of a space and its width.
    pub space: (u16, i64),
    /// The glyph of a hyphen and its width.
    pub hyphen: (u16, i64),
}

impl<'p> ItemizeInput<'_, 'p, '_> {
    /// Returns the faces of a look.
    pub fn faces(&self, look: u16) -> LookFaces {
        self.faces[usize::from(look)]
    }

    /// Returns a look.
    pub fn look(&self, look: u16) -> &Look<'p> {
        &self.copy.looks[usize::from(look)]
    }

    /// Returns the type size of a look, its Han em.
    pub fn em(&self, look: u16) -> i64 {
        self.look(look).style.style.size.units()
    }

    /// Notes where the characters stand about which the case has something to say.
    pub fn collect_remarks(&mut self, at: usize) {
        let remarks = self.glyphs.remarks.drain(..);
        self.remarked.extend(remarks.map(|remark| (remark, at)));
    }
}

/// A portion ends after so many bytes an atom, so that one endless word is not read whole.
const BYTES_AN_ATOM: usize = 4;

/// Returns the atoms from an offset on: all, or about `enough` of them.
pub(super) fn cut(input: &mut ItemizeInput<'_, '_, '_>, from: usize, enough: usize) -> Vec<Atom> {
    let mut at = from;
    let far = from.saturating_add(enough.saturating_mul(BYTES_AN_ATOM));
    // Han have three bytes each, words more.
    let mut atoms: Vec<Atom> =
        Vec::with_capacity(input.copy.text.len().min(far).saturating_sub(from) / 3 + 1);
    while at < input.copy.text.len().min(far) && atoms.len() < enough {
        let class = input.copy.class[at];
        at = match class {
            Class::Sp | Class::Gl | Class::Zw | Class::Sh | Class::Bl | Class::Cm => {
                blank(input, at, &mut atoms)
            }
            Class::Ob => object(input, at, &mut atoms),
            class if marks::is_by_itself(input.copy, at, class) => marks::cut(input, at, &mut atoms),
            _ => words::cut(input, at, &mut atoms),
        };
    }
    for k in 1..atoms.len() {
        let (before, after) = atoms.split_at_mut(k);
        if let (Some(a), Some(b)) = (before.last_mut(), after.first())
            && (b.start > a.end || a.joint.open)
        {
            a.joint = joints::between(input, a, b);
        }
    }
    atoms
}

/// Adds blanks to the atom before them.
fn blank(input: &mut ItemizeInput<'_, '_, '_>, at: usize, atoms: &mut Vec<Atom>) -> usize {
    let copy = input.copy;
    let end = copy.after_cluster(at);
    if atoms.is_empty() {
        atoms.push(Atom::new(at..at, copy.look_at(at), Class::Sy));
    }
    let Some(atom) = atoms.last_mut() else { return end };
    atom.next = end as u32;
    let blanks = &mut atom.blanks;
    match copy.class[at] {
        Class::Sp if copy.char_at(at) == '\u{3000}' => blanks.full = blanks.full.saturating_add(1),
        Class::Sp => {
            blanks.space = true;
            if copy.looks.get(usize::from(copy.look_at(at))).is_some_and(|look| look.verbatim) {
                let columns = if copy.char_at(at) == '\t' { 4 } else { 1 };
                blanks.columns = blanks.columns.saturating_add(columns);
            }
        }
        Class::Gl => blanks.glued = true,
        Class::Zw => blanks.free = true,
        Class::Sh => blanks.soft = true,
        Class::Bl => match copy.pieces.get(copy.piece_at(at)).map(|piece| &piece.what) {
            Some(What::Blank(width)) => blanks.object = Some(*width),
            Some(What::Separator(text)) => {
                let (font, word, width) = words::separator(input, copy.look_at(at), &text.text);
                blanks.object = Some(Pt::from_units(width));
                blanks.separator = Some((font, word));
            }
            _ => {}
        },
        _ => {}
    }
    end
}

fn object(input: &mut ItemizeInput<'_, '_, '_>, at: usize, atoms: &mut Vec<Atom>) -> usize {
    let copy = input.copy;
    let end = copy.after_cluster(at);
    let piece = copy.piece_at(at);
    let mut atom = Atom::new(at..end, copy.look_at(at), Class::Ob);
    if let Some(What::Icon(icon)) = copy.pieces.get(piece).map(|piece| &piece.what) {
        atom.width = icon.advance.units();
        atom.ink = Ink::Object(piece as u32);
    }
    atoms.push(atom);
    end
}

impl Atom {
    /// Returns an atom that prints nothing yet.
    pub fn new(range: std::ops::Range<usize>, look: u16, class: Class) -> Atom {
        Atom {
            start: range.start as u32,
            end: range.end as u32,
            next: range.end as u32,
            look,
            class: (class, class),
            ink: Ink::Nothing,
            width: 0,
            blank: (0, 0),
            blanks: Blanks::default(),
            joint: Joint::default(),
        }
    }
}
