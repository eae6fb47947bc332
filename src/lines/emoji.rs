//! Emoji: characters that are one picture together (UTS #51), drawn from a face without colours.

use icu_properties::CodePointSetData;
use icu_properties::props::Emoji;

use super::atoms::{Atom, Ink, ItemizeInput};
use super::glyph_cache::Word;
use super::marks::{LONGEST_CLUSTER, prefix};
use crate::font::Kind;
use crate::layout::Caps;

/// Asks for a picture, for a textual sign, for a key with the character on it.
const PICTURE: char = '\u{fe0f}';
const TEXT: char = '\u{fe0e}';
const KEYCAP: char = '\u{20e3}';

/// Tells whether a character becomes a picture by the one behind it. Marks of business do not: © ® ™
/// are text whatever a keyboard puts behind them, and so is a digit without its key.
pub(super) fn makes_picture(c: char, behind: char) -> bool {
    match behind {
        PICTURE => {
            !c.is_ascii() && !matches!(c, '©' | '®' | '™') && CodePointSetData::new::<Emoji>().contains(c)
        }
        KEYCAP => matches!(c, '0'..='9' | '#' | '*'),
        _ => false,
    }
}

/// Tells whether a character is the colour of a skin, which no drawing here has.
pub(super) fn is_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Tells whether a character only says how the one before it is tinted.
pub(super) fn only_tints(c: char) -> bool {
    is_tone(c) || matches!(c, PICTURE | TEXT)
}

/// Sets what the atom of an emoji prints: one glyph, or the two letters of an unknown flag. Of joined
/// pictures that the face has no drawing for, the first stands for all.
pub(super) fn cut(input: &mut ItemizeInput<'_, '_, '_>, atom: &mut Atom, text: &str) {
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
