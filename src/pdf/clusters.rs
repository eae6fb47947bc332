//! Which glyph stands for which characters.

use crate::lines::{Glyph, GlyphRun};

/// Returns the glyphs of a run, each with the text that is read out for it.
///
/// Where several glyphs show one cluster, each takes one character of it and the last one the rest, so
/// that a letter and its accent are read one after the other; with more glyphs than characters the last
/// ones stand for nothing.
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
        (text, rest) = if last { (rest, "") } else { rest.split_at(first()) };
        (glyph, text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{Point, Pt};

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
        assert_eq!(texts("e\u{301}x", &[[0, 3], [3, 3], [3, 4]]), ["e", "\u{301}", "x"]);
        assert_eq!(texts("éx", &[[0, 2], [2, 2], [2, 3]]), ["é", "", "x"]);
        assert_eq!(texts("a", &[[0, 9], [0, 1]]), ["", "a"]);
    }
}
