//! Emoji: one picture for a cluster, drawn from a face without colours.

use super::atom::{Atom, Ink};
use super::cluster::{LONGEST_CLUSTER, prefix};
use super::glyph_cache::Word;
use super::input::ItemiseInput;
use crate::font::Kind;
use crate::layout::Caps;
use crate::lines::text::emoji::TEXT;

/// Sets what the atom of an emoji prints: one glyph, or the two letters of an unknown flag. If the face has no
/// drawing for joined pictures, the first represents all.
pub(super) fn cut(input: &mut ItemiseInput<'_, '_, '_>, atom: &mut Atom, text: &str) {
    let look = *input.look(atom.look);
    let kind = if text.contains(TEXT) { Kind::Wide } else { Kind::Emoji };
    let table = input.glyphs.table(&look.style.style, kind, look.lang);
    let text = prefix(text, LONGEST_CLUSTER);
    let font = input.glyphs.font_of_cluster(table, text, atom.class.0);
    let word = input.glyphs.word(font.face, text, look.lang, (Caps::None, true));
    let letters = text.chars().take_while(|c| matches!(c, '\u{1f1e6}'..='\u{1f1ff}')).count();
    let end = word.end.min(word.start + letters.max(1) as u32);
    let word = Word { end, ..word };
    let size = look.style.style.size;
    let glyphs = input.glyphs.glyphs(word);
    atom.width = glyphs.iter().map(|glyph| input.glyphs.length(glyph.advance, font, size)).sum();
    atom.ink = Ink::Word { font, word, base: atom.start };
}
