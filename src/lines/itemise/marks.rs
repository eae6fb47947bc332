//! Characters on the em grid: Han, and the marks whose blank half is glue (rules 9, 21–28).

use super::atom::{Atom, Ink};
use super::cluster::{LONGEST_CLUSTER, prefix};
use super::glyph_cache::CharGlyph;
use super::input::ItemiseInput;
use super::pictures;
use crate::layout::{Caps, Punctuation};
use crate::lines::text::class::{Class, is_invisible};
use crate::lines::text::locale::Locale;
use crate::lines::text::paragraph;
use crate::lines::text::paragraph::ParagraphText;

/// Returns whether the character at `at` is an atom of its own.
pub(super) fn is_by_itself(copy: &ParagraphText<'_>, at: usize, class: Class) -> bool {
    class.is_wide() || class == Class::Sy && matches!(copy.char_at(at), '·' | '‧')
}

/// Adds the atom at `at` and returns the offset after it.
pub(super) fn cut(input: &mut ItemiseInput<'_, '_, '_>, at: usize, atoms: &mut Vec<Atom>) -> usize {
    let copy = input.copy;
    let class = copy.class[at];
    let look = copy.look_at(at);
    let mut end = copy.after_cluster(at);
    let c = paragraph::shown(copy.char_at(at), input.look(look).rating);
    let mut single = end - at == c.len_utf8();
    if matches!(class, Class::Da | Class::El) && single && copy.char_at(end) == c && copy.look_at(end) == look
    {
        end = copy.after_cluster(end); // —— and …… are units
        single = false;
    }
    let mut atom = Atom::new(at..end, look, class);
    atom.joint.open = true;
    let text = copy.text.get(at..end).unwrap_or("");
    if class == Class::Em {
        pictures::cut(input, &mut atom, text);
    } else if single || text.chars().skip(1).all(is_invisible) && !text.contains('\u{fe0f}') {
        let table = if class.is_wide() { input.faces(look).wide } else { input.faces(look).narrow };
        let glyph = input.glyphs.char_glyph(table, c, class);
        measure(input, &mut atom, glyph, (table, c));
        second_of_pair(input, &mut atom, atoms.last());
    } else {
        cluster(input, &mut atom, text);
    }
    if !input.glyphs.remarks.is_empty() {
        input.collect_remarks(at);
    }
    atoms.push(atom);
    end
}

/// Sets what an atom of several characters prints.
fn cluster(input: &mut ItemiseInput<'_, '_, '_>, atom: &mut Atom, text: &str) {
    let look = *input.look(atom.look);
    let faces = input.faces(atom.look);
    let text = prefix(text, LONGEST_CLUSTER);
    let font = input.glyphs.font_of_cluster(faces.wide, text, atom.class.0);
    let word = input.glyphs.word(font.face, text, look.lang, (Caps::None, true));
    let size = look.style.style.size;
    let glyphs = input.glyphs.glyphs(word);
    atom.width = glyphs.iter().map(|glyph| input.glyphs.length(glyph.advance, font, size)).sum();
    atom.ink = Ink::Word { font, word, base: atom.start };
}

/// Sets the width of a single character, its blank halves and the position of its glyph.
fn measure(input: &ItemiseInput<'_, '_, '_>, atom: &mut Atom, glyph: CharGlyph, (table, c): (usize, char)) {
    let em = input.em(atom.look);
    let of_em = |part: i64| part * em / 1024;
    let font = input.glyphs.font(table, glyph);
    let advance = (i64::from(glyph.advance) * em + (1 << 15)) >> 16;
    let (left, right) = (i64::from(glyph.ink.0), i64::from(glyph.ink.1));
    let wide = i64::from(glyph.advance) * 10 >= 8 * 65_536; // narrower ones are proportional already
    let style = input.setting.punctuation;
    let half = em / 2;
    let mut dx = 0;
    atom.width = advance;
    if matches!(c, '·' | '‧') {
        let box_width = if input.look(atom.look).locale == Locale::Hant { em } else { half };
        let proportional = atom.class.0 == Class::Sy && i64::from(glyph.advance) * 10 < 6 * 65_536;
        if !proportional {
            // Rule 27: the box is ours, not the font's.
            atom.width = box_width;
            dx = box_width / 2 - of_em(left + right) / 2;
            // At a line end the font's box stays inside the measure.
            atom.joint.overhang = (dx + advance - box_width).max(0);
        }
    } else if wide && style != Punctuation::Plain {
        // Rule 22: the ink shows which half is blank; a mark in the middle keeps its em.
        match atom.class.0 {
            Class::Op if left >= 390 => {
                atom.blank.0 = advance - half;
                dx = half - advance;
            }
            Class::Cl if right <= 634 => atom.blank.1 = advance - half,
            // Noto's Taipei stops end at 0.6 em, but are centred in the em.
            Class::St | Class::Sc | Class::Fs | Class::Fq if right <= 634 && left + right < 820 => {
                atom.blank.1 = advance - half;
            }
            Class::Md => {
                atom.blank = (em / 4, em / 4);
                dx = -(em / 4);
            }
            _ => {}
        }
        atom.width -= atom.blank.0 + atom.blank.1;
        let fixed = match style {
            Punctuation::Quanjiao | Punctuation::Plain => false,
            Punctuation::Kaiming => !matches!(atom.class.0, Class::Fs | Class::Fq),
            Punctuation::Banjiao => true,
        };
        if fixed {
            atom.blank = (0, 0);
        }
    }
    atom.ink = Ink::Glyph { font, glyph: glyph.glyph, dx };
}

/// Rule 28: ！？ together fill one em.
fn second_of_pair(input: &ItemiseInput<'_, '_, '_>, atom: &mut Atom, before: Option<&Atom>) {
    let calls = |at: u32| matches!(input.copy.char_at(at as usize), '！' | '？');
    let Some(before) = before.filter(|before| before.next == atom.start) else { return };
    if calls(atom.start) && calls(before.start) && before.blank.1 > 0 {
        atom.blank.1 = 0;
    }
}
