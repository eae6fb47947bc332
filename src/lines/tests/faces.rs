//! Rules about what the bundled faces print: widths of marks, forms by language, Latin next to Han.

use super::show::{paragraph, set_with, text};
use crate::boxes::{Inline, Paragraph, Text};
use crate::diag::{Diagnostic, code};
use crate::font::FontBook;
use crate::geom::Pt;
use crate::lines::galley::Slab;
use crate::lines::{GlyphRun, MarkKind};

fn set_as(p: &Paragraph, family: &str) -> (Slab, Vec<Diagnostic>) {
    let book = FontBook::usual().expect("the bundled faces");
    let (mut lines, found) = set_with(&book, &[family], p, Pt::new(2_000));
    assert_eq!(lines.len(), 1);
    (lines.remove(0), found)
}

fn set(source: &str) -> Slab {
    set_as(&paragraph(source), "Noto Sans SC").0
}

fn runs(slab: &Slab) -> Vec<&GlyphRun> {
    let runs = slab.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) => Some(run),
        _ => None,
    });
    runs.collect()
}

/// Returns the extent of a line, in thousandths of an em at 10 pt.
fn reach(slab: &Slab) -> i64 {
    slab.marks.last().map_or(0, |mark| mark.bounds().right().scale(100, Pt::UNITS).units())
}

#[test]
fn rule_21_a_mark_is_half_an_em_and_a_blank() {
    for family in ["Noto Sans SC", "Noto Serif SC"] {
        let width = |source: &str| reach(&set_as(&paragraph(source), family).0);
        for mark in "，、：；。！？）】》”".chars() {
            assert_eq!(width(&format!("甲{mark}乙")), 3_000, "{mark}");
            assert_eq!(width(&format!("甲{mark}")), 1_500, "{mark}: the blank goes at the end");
        }
        for mark in "（【《“".chars() {
            assert_eq!(width(&format!("甲{mark}乙")), 3_000, "{mark}");
            assert_eq!(width(&format!("{mark}乙")), 1_500, "{mark}: the blank goes at the start");
        }
    }
}

#[test]
fn rule_29_no_half_width_glyphs() {
    let face_of = |source: &str| runs(&set(source))[0].glyphs[1].id;
    assert_eq!(face_of("甲，乙"), face_of("甲，“乙"), "trimming moves the pen, the glyph is the same");
}

#[test]
fn rule_38_dashes_and_ellipses_are_two_ems_beside_han() {
    assert_eq!(reach(&set("甲——乙")), 4_000);
    assert_eq!(reach(&set("甲……乙")), 4_000);
    assert!(reach(&set("a——b")) < 3_500, "Latin ones are the face's own");
    assert_eq!(reach(&set("甲“乙”丙")), 5_000);
    assert!(reach(&set("a “b” c")) < 3_500);
    let mut ja = paragraph("甲“乙");
    ja.setting.lang = "ja".to_owned();
    assert!(reach(&set_as(&ja, "Noto Sans SC").0) < 3_000, "a Japanese one without a partner is Latin");
}

#[test]
fn rule_53_a_face_without_the_forms_of_the_language_is_told() {
    let found = |lang: &str, source: &str| {
        let mut p = paragraph(source);
        p.setting.lang = lang.to_owned();
        let found = set_as(&p, "Noto Sans SC").1;
        found
            .iter()
            .filter(|found| found.code == code::REGION)
            .map(|found| found.message.to_string())
            .collect()
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(found("zh-Hans", "门骨直令"), none);
    assert_eq!(found("en", "门骨直令"), none);
    // What most people write is in the language's own face.
    for lang in ["zh-Hant-TW", "zh-HK", "ja", "ko"] {
        assert_eq!(found(lang, "門骨直令"), none, "{lang}");
    }
    let hant: Vec<String> = found("zh-Hant-TW", "骨剡哆");
    assert_eq!(hant, ["Noto Sans SC lacks the Traditional Chinese forms of characters such as this one"]);
    assert_eq!(found("ja", "直丂俈").len(), 1, "once a document");
    assert_eq!(found("ja", "かな"), none);
    assert_eq!(found("ko", "한국어"), none);
}

#[test]
fn rule_54_fallback_goes_by_cluster_and_weight() {
    let slab = set("甲𠮷乙");
    let faces: Vec<_> = runs(&slab).iter().map(|run| run.face).collect();
    assert_eq!(faces.len(), 3);
    assert_eq!(faces[0], faces[2]);
    assert_ne!(faces[0], faces[1]);
    let mut bold = paragraph("");
    let mut piece = Text { text: "甲𠮷".to_owned(), ..Text::default() };
    piece.style.style.weight = 700;
    bold.inlines = vec![Inline::Text(piece)];
    let book = FontBook::usual().expect("the bundled faces");
    for run in runs(&set_as(&bold, "Noto Sans SC").0) {
        assert_eq!(book.face(run.face).weight, 700);
    }
}

#[test]
fn rule_55_the_text_layer_is_the_source() {
    for source in ["人用⼈長", "ﬁ fi ffi", "——…·-–", "Ａ１，", "①②③", "e\u{301}é", "℃Ω", "𠮷龘", "a\u{ad}b"]
    {
        assert_eq!(text(&set(source)), source);
        for run in runs(&set(source)) {
            let parts =
                run.glyphs.iter().map(|glyph| &run.text[glyph.text.start as usize..glyph.text.end as usize]);
            assert_eq!(parts.collect::<String>(), run.text, "cluster by cluster");
        }
    }
}

#[test]
fn latin_is_kerned_by_its_face() {
    let letters: i64 = ["A", "V"].iter().map(|letter| reach(&set(letter))).sum();
    assert!(reach(&set("AV")) < letters, "A and V stand closer than side by side");
}

#[test]
fn code_is_verbatim() {
    let mut p = paragraph("");
    let code = |text: &str| Inline::Text(Text { text: text.to_owned(), verbatim: true, ..Text::default() });
    p.inlines = vec![code("a -> b -- fi != c")];
    let (slab, _) = set_as(&p, "Source Code Pro");
    assert_eq!(text(&slab), "a -> b -- fi != c");
    let glyphs: usize = runs(&slab).iter().map(|run| run.glyphs.len()).sum();
    assert_eq!(glyphs, text(&slab).chars().count(), "a glyph a character");
}
