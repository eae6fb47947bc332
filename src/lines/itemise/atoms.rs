//! Copy → atoms: units that no line end divides, each with its width and the joint after it.

use super::atom::{Atom, Ink};
use super::input::ItemiseInput;
use super::{joints, marks, words};
use crate::geom::Pt;
use crate::lines::text::class::Class;
use crate::lines::text::paragraph::What;

/// The number of bytes per atom after which a portion ends, so that one endless word is not read whole.
const BYTES_AN_ATOM: usize = 4;

/// Returns the atoms from an offset: all, or about `enough` of them.
pub(in crate::lines) fn cut(input: &mut ItemiseInput<'_, '_, '_>, from: usize, enough: usize) -> Vec<Atom> {
    let mut at = from;
    let far = from.saturating_add(enough.saturating_mul(BYTES_AN_ATOM));
    // A Han character has three bytes, a word has more.
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
fn blank(input: &mut ItemiseInput<'_, '_, '_>, at: usize, atoms: &mut Vec<Atom>) -> usize {
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

fn object(input: &mut ItemiseInput<'_, '_, '_>, at: usize, atoms: &mut Vec<Atom>) -> usize {
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
