//! Where Latin words may be hyphenated (rule 18).

use hypher::Lang;

use super::prices;

/// Returns the places inside a word where a hyphen may be added, with their prices: dearer near the
/// ends of the word.
pub(super) fn of(word: &str, lang: &str) -> Vec<(usize, i32)> {
    let letters = word.chars().count();
    if !(5..=60).contains(&letters) {
        return Vec::new();
    }
    if word.chars().skip(1).any(char::is_uppercase) {
        return humps(word);
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
            places.push((at, i32::from(prices::HYPHEN) * (100 + 15 * steps) / 100));
        }
    }
    places
}

/// Returns the places in a word with capitals inside: none in ALL CAPS, and in a name put together
/// such as PostgreSQL or ClickHouse the joint, if three letters stand on each side. The patterns know
/// nothing of names.
fn humps(word: &str) -> Vec<(usize, i32)> {
    let pairs = word.char_indices().zip(word.chars().skip(1));
    let hump = pairs.filter(|((_, a), b)| a.is_lowercase() && b.is_uppercase());
    let places = hump.map(|((at, a), _)| at + a.len_utf8());
    let three = |part: &str| part.chars().count() >= 3;
    let inner = places.filter(|&at| three(&word[..at]) && three(&word[at..]));
    inner.map(|at| (at, i32::from(prices::HUMP))).collect()
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
        for (at, _) in of(word, "zh-Hans").into_iter().rev() {
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
        let parts = |word: &str, lang: &str| of(word, lang).len();
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
    fn rule_18_capitals_inside_part_a_name_at_its_joint_or_not_at_all() {
        for whole in ["KUBERNETES", "macOS", "LaTeX", "GraphQL", "OAuth", "APIs"] {
            assert_eq!(shown(whole), whole);
        }
        assert_eq!(shown("PostgreSQL"), "Postgre-SQL");
        assert_eq!(shown("ElasticSearchService"), "Elastic-Search-Service");
    }
}
