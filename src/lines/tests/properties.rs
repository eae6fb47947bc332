//! What holds for any text and any measure (typography.md §8).

use proptest::prelude::*;

use super::show::{is_added, paragraph, set_with, text};
use super::square;
use crate::boxes::Inline;
use crate::geom::Pt;
use crate::layout::Color;
use crate::lines::MarkKind;
use crate::lines::galley::Slab;

/// Text as résumés have it, with everything that the rules are about.
fn prose() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "甲",
        "乙",
        "丙丁",
        "，",
        "。",
        "、",
        "：",
        "；",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "——",
        "……",
        "·",
        "！",
        "？",
        "Go",
        "word",
        "API",
        "C++",
        "https://a.b/c/d",
        "a_b.c",
        "12",
        "3.5",
        "%",
        "380 ms",
        "2016-07 ~ 2019-07",
        " ",
        "  ",
        "-",
        "/",
        "か",
        "っ",
        "ー",
        "한",
        "국어",
        "\u{301}",
        "\u{200b}",
        "\u{ad}",
        "\u{a0}",
        "×",
        "℃",
        "￥",
        "$",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

/// Sentences with all the line ends that the rules ask for: Han after Han, short words, marks
/// one or two together.
fn legal_prose() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec!["甲", "乙丙", "丁戊己", "Go", "API", "1260", "85", "x86"]);
    let marks = prop::sample::select(vec!["", "", "", "，", "。", "；", "、", "：", "！", "％", "·"]);
    let wraps =
        prop::sample::select(vec![("", ""), ("", ""), ("", ""), ("（", "）"), ("“", "”"), ("《", "》")]);
    let piece =
        (words, marks, wraps).prop_map(|(word, mark, (open, close))| format!("甲{open}{word}{close}{mark}"));
    prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

/// Any text at all.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        prose(),
        ".{0,80}",
        prop::collection::vec(any::<char>(), 0..60).prop_map(|c| c.into_iter().collect())
    ]
}

fn set(source: &str, measure: Pt) -> Vec<Slab> {
    set_with(square::book(), &["Square"], &paragraph(source), measure).0
}

/// Returns the position of each glyph that prints something.
fn places(slab: &Slab) -> Vec<(u16, i64)> {
    let mut found = Vec::new();
    for mark in &slab.marks {
        let MarkKind::Glyphs(run) = &mark.kind else { continue };
        let mut x = mark.at.x;
        for glyph in &run.glyphs {
            if glyph.id != 1 {
                found.push((glyph.id, (x + glyph.offset.x).units()));
            }
            x += glyph.advance;
        }
    }
    found
}

/// Returns how far the tracking of Han is sure to fill a line: an eighth of an em between any two, but nothing
/// if there are fewer than three joints (rule 43).
fn reach(line: &str) -> i64 {
    let han = |c: char| "甲乙丙丁戊己".contains(c);
    let chars: Vec<char> = line.trim_end().chars().collect();
    let tracked = |pair: &&[char]| {
        (han(pair[0]) || "，。、；）》".contains(pair[0])) && (han(pair[1]) || "（《".contains(pair[1]))
    };
    let places = chars.windows(2).filter(tracked).count() as i64;
    if places < 3 { 0 } else { places * Pt::new(10).units() / 8 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_lost(source in anything(), measure in 0..400_i64) {
        let lines = set(&source, Pt::new(measure));
        let kept: String = lines.iter().map(text).collect();
        prop_assert!(kept == source || source.trim().is_empty());
        for slab in &lines {
            for mark in &slab.marks {
                let MarkKind::Glyphs(run) = &mark.kind else { continue };
                if is_added(run) {
                    continue;
                }
                let mut at = 0;
                for glyph in &run.glyphs {
                    prop_assert_eq!(glyph.text.start, at, "the glyphs cover the text in order");
                    prop_assert!(run.text.is_char_boundary(glyph.text.end as usize));
                    at = glyph.text.end;
                }
                prop_assert_eq!(at as usize, run.text.len());
                prop_assert_eq!(run.span.len(), run.text.len());
            }
        }
    }

    #[test]
    fn full_lines_fill_their_measure(source in prose(), ems in 8..40_i64) {
        let lines = set(&source, Pt::new(10 * ems));
        for slab in lines.iter().rev().skip(1) {
            let inked = places(slab);
            prop_assert!(inked.iter().all(|(_, x)| *x >= -Pt::new(20).units()));
            prop_assert!(inked.iter().all(|(_, x)| *x < Pt::new(10 * ems).units()));
        }
    }

    #[test]
    fn no_rule_of_line_ends_is_broken_where_a_legal_break_is_near(source in legal_prose(), ems in 12..40_i64) {
        let lines: Vec<String> = set(&source, Pt::new(10 * ems)).iter().map(text).collect();
        for pair in lines.windows(2) {
            let (before, after) = (pair[0].trim_end(), pair[1].trim_start());
            let starts = after.chars().next().is_some_and(|c| "，。、：；！？）”》】%％℃々·…,.;:)".contains(c));
            let ends = before.chars().next_back().is_some_and(|c| "（“《【(￥$".contains(c));
            prop_assert!(!starts && !ends, "{:?}", lines);
        }
    }

    #[test]
    fn justified_lines_end_at_the_measure(source in legal_prose(), ems in 20..40_i64) {
        let measure = Pt::new(10 * ems).units();
        for slab in set(&source, Pt::new(10 * ems)).iter().rev().skip(1) {
            let line = text(slab);
            let last = line.trim_end().chars().next_back().unwrap_or(' ');
            let Some((_, x)) = places(slab).last().copied() else { continue };
            // In the square face a mark has its ink in the left half of an em, a dot in its middle.
            let width = if "，。、：；！？）”》】".contains(last) { 5 } else { 10 };
            let end = x + Pt::new(width).units();
            let ragged = measure - end > reach(&line);
            prop_assert!((measure - end).abs() <= 1 || ragged || last == '·', "{line}: {} off", measure - end);
        }
    }

    #[test]
    fn typed_spaces_between_han_and_latin_change_nothing(source in legal_prose(), ems in 6..40_i64) {
        let wide = |c: char| "甲乙丙丁戊己".contains(c);
        let narrow = |c: char| c.is_ascii_alphanumeric();
        let mut spaced = String::new();
        let mut before = '，';
        for c in source.chars() {
            if wide(before) && narrow(c) || narrow(before) && wide(c) {
                spaced.push(' ');
            }
            spaced.push(c);
            before = c;
        }
        let inked = |source: &str| -> Vec<Vec<(u16, i64)>> {
            set(source, Pt::new(10 * ems)).iter().map(places).collect()
        };
        prop_assert_eq!(inked(&source), inked(&spaced));
    }

    #[test]
    fn han_alone_never_needs_more_lines_in_a_wider_measure(count in 1..200_usize, ems in 2..40_i64) {
        let source = "甲".repeat(count);
        prop_assert!(set(&source, Pt::new(10 * ems + 10)).len() <= set(&source, Pt::new(10 * ems)).len());
    }

    #[test]
    fn another_colour_moves_nothing(source in prose(), cut in 0..60_usize, ems in 4..30_i64) {
        let whole = paragraph(&source);
        let at = source.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(source.len());
        let mut parts = paragraph(&source);
        let (mut first, mut second) = (paragraph(&source[..at]), paragraph(&source[at..]));
        if let Some(Inline::Text(text)) = second.inlines.first_mut() {
            text.style.style.color = Color { rgb: [200, 0, 0], cmyk: None };
        }
        parts.inlines = first.inlines.drain(..).chain(second.inlines.drain(..)).collect();
        let set = |p| -> Vec<Vec<(u16, i64)>> {
            let lines = set_with(square::book(), &["Square"], p, Pt::new(10 * ems)).0;
            lines.iter().map(places).collect()
        };
        prop_assert_eq!(set(&whole), set(&parts));
    }

    #[test]
    fn twice_the_size_in_twice_the_measure_is_the_same(source in prose(), ems in 4..30_i64) {
        let once = set(&source, Pt::new(10 * ems));
        let mut double = paragraph(&source);
        for inline in &mut double.inlines {
            if let Inline::Text(text) = inline {
                text.style.style.size = Pt::new(20);
            }
        }
        let twice = set_with(square::book(), &["Square"], &double, Pt::new(20 * ems)).0;
        prop_assert_eq!(once.len(), twice.len());
        for (a, b) in once.iter().zip(&twice) {
            for ((_, x), (_, y)) in places(a).into_iter().zip(places(b)) {
                prop_assert!((2 * x - y).abs() < 400, "{x} {y}"); // rounding only
            }
        }
    }

    #[test]
    fn the_same_twice(source in anything(), measure in 0..300_i64) {
        prop_assert_eq!(set(&source, Pt::new(measure)), set(&source, Pt::new(measure)));
    }
}
