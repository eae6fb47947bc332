//! Where Latin words may be hyphenated (rule 18).

use hypher::Lang;

/// Returns the offsets inside a word where a hyphen may be added, with their prices: dearer near the
/// ends of the word. Names stay whole: they are recognised by their look, and searched for as they are written.
pub(super) fn of(word: &str, lang: &str, price: u16) -> Vec<(usize, i32)> {
    let letters = word.chars().count();
    if !(5..=60).contains(&letters) || is_name(word, lang) {
        return Vec::new();
    }
    let Some(language) = language(lang) else { return Vec::new() };
    let mut places = Vec::new();
    let mut at = 0;
    for syllable in hypher::hyphenate_bounded(word, language, 2, 3) {
        at += syllable.len();
        let before = word.get(..at).map_or(0, |part| part.chars().count());
        let nearest = before.min(letters - before);
        let steps = 5_usize.saturating_sub(nearest) as i32;
        if at < word.len() {
            places.push((at, i32::from(price) * (100 + 15 * steps) / 100));
        }
    }
    places
}

/// Returns whether a word is a name by its capitals: one inside, as in PostgreSQL, or at its beginning, except in
/// German, where every noun has one.
fn is_name(word: &str, lang: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let german = lang.split('-').next().is_some_and(|code| code.eq_ignore_ascii_case("de"));
    first && !german || letters.any(char::is_uppercase)
}

/// Returns the patterns of a language: English ones for those that have no Latin words of their own, and
/// none for those that have them but no patterns, such as Vietnamese and Indonesian.
fn language(tag: &str) -> Option<Lang> {
    let code = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match code.as_str() {
        "" | "zh" | "ja" | "ko" => Some(Lang::English),
        code => Lang::from_iso(code.as_bytes().try_into().ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(word: &str) -> String {
        let mut text = word.to_owned();
        for (at, _) in of(word, "zh-Hans", 100).into_iter().rev() {
            text.insert(at, '-');
        }
        text
    }

    #[test]
    fn rule_18_two_letters_before_and_three_after() {
        assert_eq!(shown("extensive"), "ex-ten-sive");
    }

    #[test]
    fn rule_18_each_language_has_its_patterns_or_no_hyphens() {
        let parts = |word: &str, lang: &str| of(word, lang, 100).len();
        for (lang, word) in [
            ("de", "Weiterentwicklung"),
            ("fr", "développement"),
            ("es", "conocimientos"),
            ("pt", "desenvolvimento"),
            ("it", "progettazione"),
            ("pl", "doświadczenie"),
            ("ru", "разработчиком"),
            ("nl", "werkzaamheden"),
            ("sv", "erfarenheter"),
            ("tr", "geliştirilmesi"),
            ("ja", "infrastructure"),
            ("en-GB", "infrastructure"),
        ] {
            assert!(parts(word, lang) > 0, "{lang}");
        }
        for lang in ["vi", "id", "eo", "x", "quechua"] {
            assert_eq!(parts("pengembangan", lang), 0, "{lang}");
        }
    }

    #[test]
    fn rule_18_names_stay_whole() {
        for whole in
            ["KUBERNETES", "macOS", "PostgreSQL", "TypeScript", "Kubernetes", "Elasticsearch", "Montgomery"]
        {
            assert_eq!(shown(whole), whole);
        }
        assert!(!of("Weiterentwicklung", "de", 100).is_empty());
        assert!(of("GesundheitsApp", "de", 100).is_empty());
    }
}
