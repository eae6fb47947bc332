//! Emoji: which characters form one picture (UTS #51).

use icu_properties::CodePointSetData;
use icu_properties::props::Emoji;

/// Selectors for a picture, for a textual sign, for a key with the character on it.
const PICTURE: char = '\u{fe0f}';
pub(in crate::lines) const TEXT: char = '\u{fe0e}';
const KEYCAP: char = '\u{20e3}';

/// Returns whether a character becomes a picture because of the one after it. Commercial marks do not: © ® ™
/// are text whatever a keyboard puts after them, and so is a digit without its key.
pub(super) fn makes_picture(c: char, behind: char) -> bool {
    match behind {
        PICTURE => {
            !c.is_ascii() && !matches!(c, '©' | '®' | '™') && CodePointSetData::new::<Emoji>().contains(c)
        }
        KEYCAP => matches!(c, '0'..='9' | '#' | '*'),
        _ => false,
    }
}

/// Returns whether a character is a skin tone, which no drawing here has.
pub(in crate::lines) fn is_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Returns whether a character only tints the one before it.
pub(in crate::lines) fn only_tints(c: char) -> bool {
    is_tone(c) || matches!(c, PICTURE | TEXT)
}
