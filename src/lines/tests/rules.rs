//! The rules of typography.md, each by its number, in a square face at 10 pt.

use super::show::{paragraph, set_with, text};
use super::square;
use crate::boxes::{Hanging, HangingWidth, Inline, Paragraph, Text};
use crate::diag::{Span, code};
use crate::geom::Pt;
use crate::layout::{Punctuation, Strictness};
use crate::lines::MarkKind;
use crate::lines::galley::Slab;

/// Sets a text in lines of `ems` and shows them, with `|` for a line end.
pub(super) fn broken(source: &str, ems: i64) -> String {
    broken_as(source, ems, |_| {})
}

pub(super) fn broken_as(source: &str, ems: i64, change: impl Fn(&mut Paragraph)) -> String {
    let lines: Vec<String> = lines_as(source, ems, change).iter().map(text).collect();
    assert_eq!(lines.concat(), source, "the text of the lines is the text of the paragraph");
    lines.join("|")
}

pub(super) fn lines_as(source: &str, ems: i64, change: impl Fn(&mut Paragraph)) -> Vec<Slab> {
    let mut p = paragraph(source);
    change(&mut p);
    set_with(square::book(), &["Square"], &p, Pt::new(10 * ems)).0
}

/// Returns the position of each glyph in a line and its extent, in hundredths of an em.
pub(super) fn places(slab: &Slab) -> Vec<(String, i64)> {
    let mut found = Vec::new();
    for mark in &slab.marks {
        let MarkKind::Glyphs(run) = &mark.kind else { continue };
        let mut x = mark.at.x;
        for glyph in &run.glyphs {
            let text = &run.text[glyph.text.start as usize..glyph.text.end as usize];
            found.push((text.to_owned(), (x + glyph.offset.x).scale(10, Pt::UNITS).units()));
            x += glyph.advance;
        }
    }
    found
}

/// Returns the width of a text on one line, in hundredths of an em.
pub(super) fn width(source: &str) -> i64 {
    let lines = lines_as(source, 100, |_| {});
    let end = |slab: &Slab| slab.marks.last().map(|mark| mark.bounds().right());
    lines.first().and_then(end).unwrap_or_default().scale(10, Pt::UNITS).units()
}

#[test]
fn rule_1_no_line_begins_with_a_closing_mark() {
    assert_eq!(broken("甲乙丙丁戊己庚辛壬癸，子丑寅卯", 10), "甲乙丙丁戊己庚辛壬|癸，子丑寅卯");
    // The mark is pulled in if the line can shrink.
    assert_eq!(broken("甲，乙丙丁戊己庚辛壬，子丑寅卯", 10), "甲，乙丙丁戊己庚辛壬，|子丑寅卯");
    for mark in "，、：；。．！？）〕］｝〉》」』】〗·々〻％℃～!%),.:;?]}".chars() {
        let source = format!("甲乙丙丁戊己庚辛壬癸{mark}子丑寅卯辰巳");
        let lines = broken(&source, 10);
        assert!(!lines.contains(&format!("|{mark}")), "{lines}");
    }
}

#[test]
fn rule_2_no_line_ends_with_an_opening_mark() {
    for mark in "（〔［｛〈《「『【〖￥([{".chars() {
        let source = format!("甲乙丙丁戊己庚辛壬{mark}子丑寅卯辰巳");
        let lines = broken(&source, 10);
        assert!(!lines.contains(&format!("{mark}|")), "{lines}");
    }
}

#[test]
fn rule_3_a_solidus_neither_begins_nor_ends_a_line() {
    let lines = broken("甲乙丙丁戊己庚辛／子丑寅卯辰巳", 9);
    assert!(!lines.contains("|／") && !lines.contains("／|"), "{lines}");
    let basic = |p: &mut Paragraph| p.setting.strictness = Some(Strictness::Basic);
    assert_eq!(broken_as("甲乙丙丁戊己庚辛／子丑寅卯辰巳", 9, basic), "甲乙丙丁戊己庚辛／|子丑寅卯辰巳");
}

#[test]
fn rule_4_strictly_no_line_begins_with_a_dash() {
    let strict = |p: &mut Paragraph| p.setting.strictness = Some(Strictness::Strict);
    assert_eq!(broken("甲乙丙丁戊己庚辛——子丑寅卯辰巳", 8), "甲乙丙丁戊己庚辛|——子丑寅卯辰巳");
    assert!(!broken_as("甲乙丙丁戊己庚辛——子丑寅卯辰巳", 8, strict).contains("|——"));
    assert!(!broken("甲乙丙丁戊己庚辛……子丑寅卯辰巳", 8).contains("|……"));
}

#[test]
fn rule_6_where_nothing_is_legal_something_is_done() {
    let opening = "“".repeat(30);
    assert!(broken(&opening, 5).contains('|'));
    assert!(broken(&"。，、；".repeat(8), 4).contains('|'));
    assert!(broken("。甲乙丙", 2).starts_with("。甲"));
    let found = set_with(square::book(), &["Square"], &paragraph(&opening), Pt::new(50)).1;
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [code::TORN], "once is enough");
    assert!(found[0].primary.is_some());
}

#[test]
fn rule_7_a_colon_stays_with_its_key() {
    assert_eq!(broken("甲乙丙丁戊己：子丑寅卯辰巳", 7), "甲乙丙丁戊己：|子丑寅卯辰巳");
}

#[test]
fn rule_9_dashes_and_ellipses_are_units() {
    for unit in ["——", "……"] {
        for before in 1..12 {
            let source = format!("{}{unit}子丑寅卯辰巳午未", "甲".repeat(before));
            let lines = broken(&source, 8);
            assert!(lines.contains(unit), "{lines}");
        }
    }
    assert_eq!(width("甲——乙"), 400);
}

#[test]
fn rule_10_numbers_keep_their_units() {
    for token in ["1,260", "12:30", "9%", "8万", "￥12", "85℃", "第3"] {
        for before in 1..8 {
            let source = format!("{}{token}子丑寅卯辰巳午未申酉戌亥", "甲".repeat(before));
            let lines = broken(&source, 12);
            assert!(lines.contains(token), "{lines}");
        }
    }
}

#[test]
fn rule_11_a_typed_space_before_a_unit_does_not_break() {
    for before in 4..12 {
        let lines = broken(&format!("{}38 ms子丑寅卯辰巳午未申酉戌亥", "甲".repeat(before)), 14);
        assert!(lines.contains("38 ms"), "{lines}");
    }
}

#[test]
fn rule_12_ranges_break_after_their_connector() {
    for before in 1..12 {
        let lines = broken(&format!("{}2016-07 ~ 2019-07子丑寅卯", "甲".repeat(before)), 24);
        assert!(lines.contains("2016-07 ~"), "{lines}");
        assert!(lines.contains("2019-07"), "{lines}");
    }
}

#[test]
fn rule_13_telephone_numbers_and_versions_are_whole() {
    for token in ["138 0013 8000", "+86 138-0013-8000", "v2.10.0-rc.1+build.7", "10.0.12.7"] {
        for before in 1..20 {
            let lines = broken(&format!("{}{token}子丑寅卯辰巳午未", "甲".repeat(before)), 24);
            assert!(lines.contains(token), "{lines}");
        }
    }
}

#[test]
fn rule_15_characters_that_forbid_or_allow_a_line_end() {
    for before in 3..9 {
        let start = "甲".repeat(before);
        assert!(broken(&format!("{start}AB\u{a0}CD子丑寅卯"), 10).contains("AB\u{a0}CD"));
    }
    assert_eq!(broken("ABCDEF\u{200b}GHIJKL", 8), "ABCDEF\u{200b}|GHIJKL");
    assert_eq!(broken("ABCDEF\u{ad}GHIJKL", 8), "ABCDEF\u{ad}|GHIJKL");
}

#[test]
fn rule_16_a_url_breaks_after_its_slashes() {
    let lines = broken("https://example.com/path/to/page", 20);
    assert_eq!(lines, "https://example.com/|path/to/page");
}

#[test]
fn rule_19_a_token_wider_than_the_measure_breaks_anywhere() {
    let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert!(lines_as(hash, 16, |_| {}).iter().all(|line| places(line).len() <= 16));
    assert_eq!(broken(hash, 16).matches('|').count(), 3);
    let found = set_with(square::book(), &["Square"], &paragraph(hash), Pt::new(160)).1;
    assert_eq!(found[0].message, "a word wider than its column is broken without a hyphen");
}

#[test]
fn rule_22_marks_in_the_middle_of_their_em_keep_it() {
    let width = |source: &str, lang: &str| {
        let mut p = paragraph(source);
        p.setting.lang = lang.to_owned();
        let lines = set_with(square::with_stops_in_the_middle(), &["Square"], &p, Pt::new(1_000)).0;
        places(&lines[0]).last().map_or(0, |(_, x)| *x)
    };
    assert_eq!(width("甲，。乙", "zh-Hant"), 300, "nothing is trimmed");
    assert_eq!(width("甲））乙", "zh-Hant"), 250, "but for brackets");
    let left = set_with(square::book(), &["Square"], &paragraph("甲，。乙"), Pt::new(1_000)).0;
    assert_eq!(places(&left[0]).last().map(|(_, x)| *x), Some(250), "the ink decides, not the name");
}

#[test]
fn rule_23_neighbours_share_their_blanks() {
    for (marks, ems) in [("：“", 150), ("。”", 150), ("）》。", 200), ("；（", 150), ("」，", 150)]
    {
        let lone = width("甲乙");
        assert_eq!(width(&format!("甲{marks}乙")) - lone, ems, "{marks}");
    }
    assert_eq!(width("甲（（乙") - width("甲乙"), 150);
    assert_eq!(width("甲（）乙") - width("甲乙"), 200);
}

#[test]
fn rule_24_opening_bracket_at_line_start() {
    let lines = lines_as("（甲乙丙丁戊己庚辛）", 20, |_| {});
    assert_eq!(places(&lines[0])[0], ("（".to_owned(), -50));
    assert_eq!(places(&lines[0])[1], ("甲".to_owned(), 50));
}

#[test]
fn rule_25_closing_mark_at_line_end() {
    let lines = lines_as("甲乙丙丁戊己庚辛壬。子丑寅卯", 10, |_| {});
    assert_eq!(places(&lines[0])[9].1, 950, "the mark takes half an em and the rest is shared out");
}

#[test]
fn rule_26_styles_change_blanks_alone() {
    let in_style = |style| {
        let set = move |p: &mut Paragraph| p.setting.punctuation = style;
        places(&lines_as("甲，乙。丙", 20, set)[0]).last().map_or(0, |(_, x)| *x)
    };
    assert_eq!(in_style(Punctuation::Quanjiao), 400);
    assert_eq!(in_style(Punctuation::Kaiming), 350);
    assert_eq!(in_style(Punctuation::Banjiao), 300);
    assert_eq!(in_style(Punctuation::Plain), 400);
}

#[test]
fn rule_27_a_dot_between_han_has_half_an_em() {
    let lines = lines_as("甲·乙", 20, |_| {});
    let found: Vec<i64> = places(&lines[0]).into_iter().map(|(_, x)| x).collect();
    assert_eq!(found, [0, 75, 150]);
}

#[test]
fn rule_28_two_calls_fill_one_em() {
    assert_eq!(width("甲！？乙") - width("甲乙"), 100);
    assert_eq!(width("甲！！！乙") - width("甲乙"), 200);
}

#[test]
fn rule_30_a_quarter_em_between_han_and_latin() {
    assert_eq!(width("用G写"), 350);
    assert_eq!(width("第3页"), 350);
}

#[test]
fn rule_32_typed_spaces_change_nothing() {
    for (a, b) in [("用Go写前端，再用AB写后端", "用 Go 写前端，再用  AB  写后端")] {
        for ems in 3..16 {
            let at = |source| -> Vec<Vec<(String, i64)>> {
                let lines = lines_as(source, ems, |_| {});
                let inked =
                    |line: &Slab| places(line).into_iter().filter(|(t, _)| !t.trim().is_empty()).collect();
                lines.iter().map(inked).collect()
            };
            assert_eq!(at(a), at(b));
        }
    }
}

#[test]
fn rule_33_no_gap_beside_marks() {
    assert_eq!(width("甲，G"), 300);
    assert_eq!(width("甲， G"), 300);
    assert_eq!(width("G（甲"), 300);
}

#[test]
fn rule_36_gaps_can_be_switched_off() {
    let without = |p: &mut Paragraph| p.setting.autospace = (true, false);
    let end = |line: &Slab| places(line).last().map_or(0, |(_, x)| *x);
    assert_eq!(end(&lines_as("甲3乙A丙", 20, without)[0]), 450);
}

#[test]
fn rule_37_quotes_are_chinese_by_what_they_hold() {
    assert_eq!(width("甲“乙”丙"), 500, "Chinese quotes are marks of an em");
    // Latin quotes have the room of their ink: three tenths and two bearings of a twenty-fifth.
    assert_eq!(width("say “a”"), 300 + 25 + 38 + 100 + 38);
    assert_eq!(width("it’s"), 300 + 38);
}

#[test]
fn rule_41_where_both_fit_a_line_is_narrowed() {
    // With 癸 the comma gives half its blank; without it, each place would gain a twentieth.
    let source = "甲，乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    let mut narrower = Pt::new(100);
    narrower += Pt::new(5);
    let lines = set_with(square::book(), &["Square"], &paragraph(source), narrower).0;
    assert_eq!(text(&lines[0]), "甲，乙丙丁戊己庚辛壬癸");
    assert_eq!(places(&lines[0])[2].1, 150, "the blank of the comma is gone");
}

#[test]
fn rule_42_han_stand_in_columns() {
    let lines = lines_as(&"甲".repeat(25), 10, |_| {});
    for line in &lines {
        assert!(places(line).iter().enumerate().all(|(k, (_, x))| *x == 100 * k as i64));
    }
}

#[test]
fn rule_44_the_last_line_is_not_stretched() {
    let lines = lines_as("甲乙丙丁戊己庚辛壬癸子丑寅", 10, |_| {});
    assert_eq!(places(&lines[1])[2].1, 200);
}

#[test]
fn rule_46_no_han_stands_alone_on_the_last_line() {
    for count in 11..60 {
        let source = format!("{}，{}。", "甲乙，".repeat(count / 4), "丙".repeat(count % 4 + 1));
        let lines = broken(&source, 12);
        let last = lines.rsplit('|').next().unwrap_or("");
        assert!(last.chars().filter(|c| !"，。".contains(*c)).count() > 1 || !lines.contains('|'), "{lines}");
    }
}

#[test]
fn rule_48_labels_hang_before_the_first_line() {
    let label = |p: &mut Paragraph| {
        let text = Text { text: "1.".to_owned(), ..Text::default() };
        let width = HangingWidth::Fixed { indent: Pt::new(30), gap: Pt::new(5) };
        p.label = Some(Hanging { inlines: vec![Inline::Text(text)], width, tag: None });
    };
    let lines = lines_as("甲乙丙丁戊己庚辛壬癸", 8, label);
    assert_eq!(places(&lines[0])[0], ("1".to_owned(), 50), "it ends half an em before the text");
    assert_eq!(places(&lines[0])[2], ("甲".to_owned(), 300));
    assert_eq!(places(&lines[1])[0].1, 300, "further lines begin under the first character");
    let run_in = |p: &mut Paragraph| {
        let text = Text { text: "一、".to_owned(), ..Text::default() };
        p.label =
            Some(Hanging { inlines: vec![Inline::Text(text)], width: HangingWidth::Natural, tag: None });
    };
    assert_eq!(places(&lines_as("甲乙", 8, run_in)[0])[2], ("甲".to_owned(), 200));
    let wide = |p: &mut Paragraph| {
        let text = Text { text: "子丑寅卯辰巳午未申酉：".to_owned(), ..Text::default() };
        p.label =
            Some(Hanging { inlines: vec![Inline::Text(text)], width: HangingWidth::Natural, tag: None });
    };
    let lines: Vec<String> = lines_as("甲乙丙", 8, wide).iter().map(text).collect();
    assert_eq!(lines, ["子丑寅卯辰巳午未", "申酉：甲乙丙"], "a label too wide to hang is broken like text");
}

#[test]
fn rule_50_the_pitch_is_constant_and_from_the_em_box() {
    for line in lines_as("甲乙丙丁戊己庚辛壬癸", 4, |_| {}) {
        assert_eq!((line.height, line.baseline.to_string().as_str()), (Pt::new(16), "11.8"));
    }
}

#[test]
fn rule_54_what_no_face_has_is_told_with_its_place() {
    let p = paragraph("甲𠮷乙");
    let (lines, found) = set_with(square::book(), &["Square"], &p, Pt::new(100));
    assert_eq!(text(&lines[0]), "甲𠮷乙");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, code::NO_GLYPH);
    assert!(found[0].message.contains("U+20BB7"));
    assert_eq!(found[0].primary.map(Span::range), Some(3..7));
}
