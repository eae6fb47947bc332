//! Classes of characters for reading and understanding: wide, Han, kana, hangul, punctuation.

/// Returns whether a character is set full width among Han characters: Han, kana, hangul, bopomofo, their
/// punctuation, fullwidth forms.
pub fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{2FDF}' | '\u{2FF0}'..='\u{303F}'
        | '\u{3040}'..='\u{33FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{1B000}'..='\u{1B16F}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// Returns whether a character is an ideograph.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FDF}' | '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Returns whether a character is hiragana or katakana.
pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'
        | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}')
}

/// Returns whether a character is hangul, a syllable or a letter of one.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7FF}' | '\u{FFA0}'..='\u{FFDC}')
}

/// Returns whether a mark is as wide as its neighbours: quotation marks, dashes, dots.
pub fn is_wide_beside_han(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Returns whether a character is a bar that separates two texts, whichever key or program produced it.
pub fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '∣' | '‖' | '¦' | '❘' | '￨' | '丨' | 'ǀ')
}

/// Returns the width of a character in half ems, only for estimates of length: 2 for wide ones, 1 for others.
pub fn half_ems(c: char) -> usize {
    if is_wide(c) { 2 } else { 1 }
}

/// Returns whether a character is for private use: a glyph of an icon font, which no other font can draw.
pub fn is_private_use(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// Returns whether a character has neither ink nor width and only affects line ends or the direction of text. In
/// the text of a PDF it hides the word around it from every search.
pub fn hides_words(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Returns whether a joiner after a character has a meaning: only emoji and scripts whose letters change shape use
/// joiners.
pub fn takes_joiners(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{1CFF}' | '\u{A840}'..='\u{A87F}' | '\u{10A00}'..='\u{11FFF}') || is_emoji(c)
}

/// Returns whether a character is half of a flag.
pub fn is_flag(c: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&c)
}

/// Returns whether a character is an emoji or only part of one: pictographs, flags, keycaps, variation selectors,
/// joiners. Digits and signs that may be either (`#`, `©`) do not count.
pub fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{200D}' | '\u{20E3}' | '\u{FE0E}' | '\u{FE0F}' | '\u{231A}'..='\u{231B}' | '\u{23CF}'
        | '\u{23E9}'..='\u{23FA}' | '\u{2600}'..='\u{2604}' | '\u{260E}' | '\u{2611}' | '\u{2614}'..='\u{2615}'
        | '\u{2618}' | '\u{261D}' | '\u{2620}'..='\u{2623}' | '\u{2638}'..='\u{263A}' | '\u{2640}' | '\u{2642}'
        | '\u{2648}'..='\u{2653}' | '\u{2668}' | '\u{267B}' | '\u{267F}' | '\u{2692}'..='\u{26FF}'
        | '\u{2702}' | '\u{2705}' | '\u{2708}'..='\u{270F}' | '\u{2712}' | '\u{2728}' | '\u{2733}'..='\u{2734}'
        | '\u{2744}' | '\u{2747}' | '\u{274C}' | '\u{274E}' | '\u{2753}'..='\u{2755}' | '\u{2757}'
        | '\u{2763}'..='\u{2764}' | '\u{2795}'..='\u{2797}' | '\u{2B1B}'..='\u{2B1C}' | '\u{2B50}' | '\u{2B55}'
        | '\u{1F000}'..='\u{1FAFF}' | '\u{E0020}'..='\u{E007F}')
}
