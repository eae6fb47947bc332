//! Where UAX #14, revision 55 (Unicode 17.0), lets a line end: the only use of the segmenter, without
//! any tailoring. Our differences are in `pairs.txt` and in the scanner of tokens.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, LineBreak};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

/// Returns the offsets at which a line may end, in order, including the end of the text.
///
/// Thai and similar scripts, which would need a dictionary, break at spaces only.
pub(in crate::lines) fn line_ends(text: &str) -> Vec<usize> {
    let segmenter = LineSegmenter::new_17_for_non_complex_scripts(LineBreakOptions::default());
    let simple = text.chars().all(|c| c < '\u{e00}' || !is_complex(c));
    let ends = |text: &str| segmenter.segment_str(text).skip(1).collect();
    if simple { ends(text) } else { ends(&text.chars().map(resolved).collect::<String>()) }
}

fn is_complex(c: char) -> bool {
    CodePointMapData::<LineBreak>::new().get(c) == LineBreak::ComplexContext
}

/// Returns the character to which LB1 resolves one of class SA, as long in UTF-8: a mark, or a
/// letter. The segmenter leaves this to a dictionary even if it has none.
fn resolved(c: char) -> char {
    if !is_complex(c) {
        return c;
    }
    let mark = GeneralCategoryGroup::NonspacingMark.union(GeneralCategoryGroup::SpacingMark);
    match (mark.contains(CodePointMapData::<GeneralCategory>::new().get(c)), c.len_utf8()) {
        (true, 3) => '\u{20d0}',
        (true, _) => '\u{1d165}',
        (false, 3) => '\u{1e00}',
        (false, _) => '\u{10400}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_the_text() {
        assert_eq!(line_ends("ab cd"), [3, 5]);
        assert_eq!(line_ends("กา ขา"), [7, 13]);
        assert_eq!(line_ends(""), [] as [usize; 0]);
    }
}
