//! Emoji: one picture for a sequence, in its own face, with all of its characters in the text.

use super::show::{paragraph, set_with, text};
use crate::boxes::{Inline, Paragraph, Text};
use crate::diag::Diagnostic;
use crate::font::FontBook;
use crate::geom::Pt;
use crate::lines::galley::Slab;
use crate::lines::{GlyphRun, MarkKind};

fn set(source: &str, ems: i64, look: impl FnOnce(&mut Text)) -> (Vec<Slab>, Vec<Diagnostic>) {
    let book = FontBook::usual().expect("the bundled faces");
    let mut p = paragraph(source);
    if let Some(Inline::Text(text)) = p.inlines.first_mut() {
        look(text);
    }
    set_with(&book, &["Noto Sans SC"], &Paragraph { ..p }, Pt::new(10 * ems))
}

/// Returns family and number of glyphs of each run, without blanks.
fn drawn(source: &str) -> Vec<(String, usize)> {
    drawn_as(source, |_| {})
}

fn drawn_as(source: &str, look: impl FnOnce(&mut Text)) -> Vec<(String, usize)> {
    let book = FontBook::usual().expect("the bundled faces");
    let (lines, found) = set(source, 1_000, look);
    assert_eq!(found, [], "{source}");
    assert_eq!(lines.iter().map(text).collect::<String>(), source);
    let runs = lines.iter().flat_map(|line| &line.marks).filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) => Some(run),
        _ => None,
    });
    let of = |run: &GlyphRun| {
        assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "{source}");
        assert_eq!(run.embolden, Pt::ZERO, "{source}");
        (book.face(run.face).family.clone(), run.glyphs.len())
    };
    runs.map(of).collect()
}

#[test]
fn a_sequence_is_one_picture() {
    for emoji in [
        "🚀",
        "☎\u{fe0f}",
        "❤\u{fe0f}",
        "⭐",
        "⚡",
        "🛠",
        "👍🏽",
        "👋🏿",
        "👨\u{200d}💻",
        "👩🏻\u{200d}💻",
        "👨\u{200d}👩\u{200d}👧\u{200d}👦",
        "🏳\u{fe0f}\u{200d}🌈",
        "❤\u{fe0f}\u{200d}🔥",
        "1\u{fe0f}\u{20e3}",
        "#\u{20e3}",
        "🇨🇳",
        "🇬🇧",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    ] {
        assert_eq!(drawn(emoji), [("Resume Noto Emoji".to_owned(), 1)], "{emoji}");
        let bold = drawn_as(emoji, |text| text.style.style.weight = 700);
        assert_eq!(bold, [("Resume Noto Emoji".to_owned(), 1)], "{emoji} in bold");
        let italic = drawn_as(emoji, |text| text.style.style.italic = true);
        assert_eq!(italic, [("Resume Noto Emoji".to_owned(), 1)], "{emoji} in italics");
    }
}

#[test]
fn joined_pictures_without_a_drawing_are_the_first_of_them() {
    for emoji in [
        "🧑\u{200d}🦽\u{200d}➡\u{fe0f}",
        "🚀\u{200d}🐍",
        "🧍🏽\u{200d}♀\u{fe0f}",
        "🐈\u{200d}🚀\u{200d}🍕",
        "🏃\u{200d}♂\u{fe0f}\u{200d}➡\u{fe0f}",
        "😀\u{200d}",
    ] {
        assert_eq!(drawn(emoji), [("Resume Noto Emoji".to_owned(), 1)], "{emoji}");
    }
    assert_eq!(drawn("🇽🇽"), [("Resume Noto Emoji".to_owned(), 2)], "a flag nobody has is two letters");
}

#[test]
fn what_is_no_picture_stays_in_the_face_of_the_text() {
    for text in ["3", "#", "*", "©", "®", "™", "©\u{fe0f}", "™\u{fe0f}", "7\u{fe0f}", "★", "☎", "♂", "→"]
    {
        assert_eq!(drawn(text)[0].0, "Noto Sans SC", "{text}");
    }
    for sign in ["✔", "✉", "❤", "➤", "⚙", "☐", "✆", "❯"] {
        assert_eq!(drawn(sign), [("Resume Noto Symbols".to_owned(), 1)], "{sign}");
        let bold = drawn_as(sign, |text| text.style.style.weight = 700);
        assert_eq!(bold, [("Resume Noto Symbols".to_owned(), 1)], "{sign} in bold");
    }
    assert_eq!(drawn("⚡\u{fe0e}")[0].0, "Resume Noto Symbols", "U+FE0E asks for text");
}

#[test]
fn no_line_ends_inside_a_sequence() {
    for emoji in ["👩\u{200d}👩\u{200d}👧\u{200d}👦", "👍🏽", "🇨🇳", "1\u{fe0f}\u{20e3}", "☎\u{fe0f}", "⚡"]
    {
        let source = format!("甲{emoji}").repeat(12);
        let (lines, found) = set(&source, 5, |_| {});
        assert!(lines.len() > 4 && found.is_empty(), "{emoji} {found:?}");
        for line in lines {
            let line = text(&line);
            let whole = line.matches(emoji).count() * emoji.len() + line.matches('甲').count() * 3;
            assert_eq!(whole, line.len(), "{line:?}");
        }
    }
}

#[test]
fn an_emoji_is_a_little_wider_than_an_em() {
    let (lines, _) = set("🚀", 10, |_| {});
    let MarkKind::Glyphs(run) = &lines[0].marks[0].kind else { panic!("{lines:?}") };
    let width = run.width().scale(100, Pt::UNITS).units();
    assert!((1_000..=1_250).contains(&width), "{width}");
}

#[test]
fn a_text_without_emoji_does_not_open_their_faces() {
    let book = FontBook::bundled();
    let source = "他用 Rust 写了 3 个工具，“快”了 20%：见 §2 ① ★☆ → ✓。";
    let (_, found) = set_with(&book, &["Noto Sans SC"], &paragraph(source), Pt::new(2_000));
    assert_eq!(found, []);
    assert!(
        book.faces().filter(|(_, face)| face.postscript.starts_with("ResumeNoto")).all(|(_, f)| !f.is_open())
    );
    set_with(&book, &["Noto Sans SC"], &paragraph("甲🚀"), Pt::new(2_000));
    assert!(book.faces().any(|(_, face)| face.postscript == "ResumeNotoEmoji-Regular" && face.is_open()));
}
