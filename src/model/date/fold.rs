//! Letters without case and accents, so that `Août`, `AOUT` and `août` are one word.

use crate::source::chars::{is_han, is_hangul, is_kana};

/// Returns a letter in lower case without its accent; a typographic apostrophe becomes a straight one, any
/// blank a space.
pub(super) fn fold(c: char) -> char {
    if c.is_ascii() {
        return if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() };
    }
    if c.is_whitespace() {
        return ' ';
    }
    let plain = without_accent(c);
    if plain != c || is_cjk(c) {
        return plain;
    }
    without_accent(c.to_lowercase().next().unwrap_or(c))
}

fn without_accent(small: char) -> char {
    match small {
        'à'..='å' | 'ā' | 'ă' | 'ą' | '\u{1EA1}'..='\u{1EB7}' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | '\u{1EB9}'..='\u{1EC7}' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'į' | 'ı' | '\u{1EC9}'..='\u{1ECB}' => 'i',
        'ł' | 'ľ' | 'ĺ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ơ' | '\u{1ECD}'..='\u{1EE3}' => 'o',
        'ř' | 'ŕ' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' | '\u{1EE5}'..='\u{1EF1}' => 'u',
        'ý' | 'ÿ' | '\u{1EF3}'..='\u{1EF9}' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'й' => 'и',
        'ё' => 'е',
        '’' | '‘' | 'ʼ' | '＇' => '\'',
        other => other,
    }
}

/// Returns whether a character is a separate accent after its letter (NFD).
pub(super) fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Returns the value of a digit, full width or not.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// Returns whether a character needs no blank next to a word.
pub(super) fn is_cjk(c: char) -> bool {
    c >= '\u{1100}' && (is_han(c) || is_kana(c) || is_hangul(c))
}

/// Returns whether a character continues a word of letters: any except those that need no blank.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        'À'..='ɏ' | '\u{370}'..='\u{52F}' => true,
        c => is_accent(c) || (!is_cjk(c) && c.is_alphabetic()),
    }
}
