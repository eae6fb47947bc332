//! Text that no author means to write: it is set all the same, in time, and whatever a reader would find odd
//! is reported.

use std::collections::BTreeSet;

use super::show::{paragraph, set_with, text};
use crate::font::FontBook;
use crate::geom::Pt;

/// Sets a text in a column of `ems`; returns the codes of its findings.
#[track_caller]
fn set(source: &str, ems: i64) -> BTreeSet<&'static str> {
    let book = FontBook::usual().expect("the bundled faces");
    let (lines, found) = set_with(&book, &["Noto Sans SC"], &paragraph(source), Pt::new(10 * ems));
    let kept: String = lines.iter().map(text).collect();
    assert!(kept == source, "text was lost");
    found.iter().map(|found| found.code.id).collect()
}

#[test]
fn unassigned_and_private_characters() {
    assert!(set("甲\u{378}乙\u{e0080}丙\u{e000}丁\u{10ffff}戊", 4).contains("J501"));
}

#[test]
fn marks_and_selectors_with_nothing_before_them() {
    assert_eq!(set("\u{301}\u{302}甲", 8), BTreeSet::new());
    set("\u{fe0f}\u{e0100}", 8);
    set(&"\u{301}".repeat(5_000), 8);
    set(&format!("甲{}", "\u{e0101}".repeat(5_000)), 8);
}

#[test]
fn emoji_joined_to_one() {
    let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦";
    assert_eq!(set(&format!("甲{family}乙🇨🇳丙👍🏽"), 4), BTreeSet::new());
    set(&"👩\u{200d}".repeat(2_000), 8);
}

#[test]
fn words_from_right_to_left() {
    let found = set("他叫 مرحبا بالعالم，你好 שלום", 12);
    assert!(found.contains("J505"), "{found:?}");
}

#[test]
fn a_word_without_end() {
    assert_eq!(set(&"a".repeat(1 << 16), 40), BTreeSet::from(["J602"]));
}

#[test]
fn brackets_that_open_and_never_close() {
    assert_eq!(set(&"（".repeat(30), 8), BTreeSet::from(["J602"]));
    assert_eq!(set(&"“".repeat(30), 8), BTreeSet::from(["J602"]));
    set(&"“‘（《".repeat(5_000), 20);
}

#[test]
fn a_column_of_one_em() {
    let found = set("他用Rust写（2021年）的程序，跑了38 ms。", 1);
    assert!(found.contains("J602"), "{found:?}");
    assert_eq!(set("甲乙丙", 1), BTreeSet::new());
    set("他用Rust写（2021年）的程序，跑了38 ms。", 0);
}
