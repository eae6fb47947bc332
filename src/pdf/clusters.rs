//! Which glyph stands for which characters.

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

use crate::geom::Pt;
use crate::lines::{Glyph, GlyphRun};
use crate::source::chars::{hides_words, takes_joiners};

/// Returns the glyphs of a run, each with the text that is read out for it.
///
/// Where several glyphs show one cluster, each takes one character of it and the last one the rest. The exception
/// is a letter with its accents, which the first glyph takes whole: readers that go by position would separate a
/// mark from its letter. If there are more glyphs than characters, the last ones stand for nothing. Invisible
/// characters that would hide a word from a search are left out next to visible ones; the glyph that shows where a
/// word is divided keeps its soft hyphen.
pub fn clusters(run: &GlyphRun) -> impl Iterator<Item = (&Glyph, &str)> {
    let mut rest = "";
    run.glyphs.iter().enumerate().map(move |(at, glyph)| {
        if !glyph.text.is_empty() {
            let range = glyph.text.start as usize..glyph.text.end as usize;
            rest = run.text.get(range).unwrap_or("");
        }
        let last = run.glyphs.get(at + 1).is_none_or(|next| !next.text.is_empty());
        let first = || rest.chars().next().map_or(0, char::len_utf8);
        let text;
        (text, rest) = if last || is_accented_letter(rest) { (rest, "") } else { rest.split_at(first()) };
        // Readers lose a blank that has no width.
        let text = if text == " " && glyph.advance <= Pt::ZERO { "" } else { text };
        (glyph, found_by_search(text))
    })
}

fn is_accented_letter(text: &str) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new();
    let mut characters = text.chars();
    characters.next().is_some_and(char::is_alphabetic)
        && characters.all(|c| category.get(c) == GeneralCategory::NonspacingMark)
}

/// Returns whether a text consists of single characters separated by blanks, one of them a digit: 8 年. Poppler
/// takes equal gaps between all characters of a line for letterspacing, and drops the blanks unless the text is
/// given as a whole.
pub fn are_letters_apart(text: &str) -> bool {
    let parts = || text.split(' ');
    let single = text.len() < 16 && parts().count() > 1 && parts().all(|part| part.chars().count() == 1);
    single && text.contains(|c: char| c.is_ascii_digit())
}

fn found_by_search(text: &str) -> &str {
    let joiner = |c| matches!(c, '\u{200C}' | '\u{200D}');
    let plain = text.chars().next().is_some_and(|c| !takes_joiners(c));
    // Blanks that have no glyph of their own are part of the white of a mark.
    let seen = text.trim_end_matches(' ').trim_matches(|c| hides_words(c) || plain && joiner(c));
    if seen.is_empty() { text } else { seen }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Point;

    fn texts(text: &str, ranges: &[[u32; 2]]) -> Vec<String> {
        let glyph = |&[start, end]: &[u32; 2]| Glyph {
            id: 1,
            advance: Pt::ZERO,
            offset: Point::default(),
            text: start..end,
        };
        let glyphs = ranges.iter().map(glyph).collect();
        let run = GlyphRun { text: text.to_owned(), glyphs, ..GlyphRun::default() };
        clusters(&run).map(|(_, text)| text.to_owned()).collect()
    }

    #[test]
    fn a_cluster_is_shared_out_in_order() {
        assert_eq!(texts("ab", &[[0, 1], [1, 2]]), ["a", "b"]);
        assert_eq!(texts("ffi", &[[0, 3]]), ["ffi"]);
        assert_eq!(texts("ọ\u{300}x", &[[0, 5], [5, 5], [5, 6]]), ["ọ\u{300}", "", "x"]);
        assert_eq!(texts("ab", &[[0, 2], [2, 2]]), ["a", "b"]);
        assert_eq!(texts("éx", &[[0, 2], [2, 2], [2, 3]]), ["é", "", "x"]);
        assert_eq!(texts("a", &[[0, 9], [0, 1]]), ["", "a"]);
    }

    #[test]
    fn single_characters_apart_are_told_from_words() {
        for apart in ["8 年", "2 / 3"] {
            assert!(are_letters_apart(apart), "{apart}");
        }
        for words in ["10 年", "1 bc", "8", " 年", "王 小 明"] {
            assert!(!are_letters_apart(words), "{words}");
        }
    }

    #[test]
    fn what_hides_a_word_from_a_search_is_left_out() {
        let whole = |text: &str| texts(text, &[[0, text.len() as u32]]).concat();
        for (text, read) in [
            ("r\u{ad}", "r"),
            ("a\u{200b}", "a"),
            ("\u{feff}中", "中"),
            ("e\u{301}\u{2060}\u{ad}", "e\u{301}"),
            ("x\u{200d}", "x"),
            ("\u{ad}", "\u{ad}"),
            ("می\u{200c}", "می\u{200c}"),
            ("👩\u{200d}", "👩\u{200d}"),
            ("葛\u{e0100}", "葛\u{e0100}"),
            ("： ", "："),
            ("  ", "  "),
        ] {
            assert_eq!(whole(text), read, "{text:?}");
        }
    }
}
