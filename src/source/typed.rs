//! Letters as people type them, where a program wrote a look-alike.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// Returns whether a character is never typed, since it is a form of another one: a ligature, a dictionary radical,
/// an ideograph that only exists for an old standard (The Unicode Standard, 23).
fn is_form(c: char) -> bool {
    matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1D}')
}

/// Returns a text with the letters that people would type.
pub fn typed(text: &str) -> Cow<'_, str> {
    if !text.contains(is_form) {
        return Cow::Borrowed(text);
    }
    let compatible = ComposingNormalizerBorrowed::new_nfkc();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_form(c) { out.push_str(&compatible.normalize(c.encode_utf8(&mut [0; 4]))) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// Returns a text in which each letter is composed with its marks (NFC).
pub fn accented(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_become_letters_and_nothing_else_changes() {
        assert_eq!(typed("ofﬁce ⽬标 ⼯作"), "office 目标 工作");
        assert_eq!(typed("①½ＡＢ　ﬀ"), "①½ＡＢ　ff");
    }
}
