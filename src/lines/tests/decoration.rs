//! Dots below Han and lines below letters: rules 51 and 52, with the bundled faces.

use super::show::{paragraph, set_with};
use crate::boxes::{Inline, Paragraph, Text};
use crate::font::FontBook;
use crate::geom::Pt;
use crate::layout::{Emphasis, StackId};
use crate::lines::{Mark, MarkKind, PathMark, Shape};

fn piece(text: &str, change: impl Fn(&mut Text)) -> Inline {
    let mut piece = Text { text: text.to_owned(), ..Text::default() };
    change(&mut piece);
    Inline::Text(piece)
}

/// Sets pieces on one line and returns its marks.
fn marks(inlines: Vec<Inline>, change: impl Fn(&mut Paragraph)) -> Vec<Mark> {
    let book = FontBook::usual().expect("the bundled faces");
    let mut p = Paragraph { inlines, ..paragraph("") };
    change(&mut p);
    let mut lines = set_with(&book, &["Noto Sans SC"], &p, Pt::new(1_000)).0;
    assert_eq!(lines.len(), 1);
    lines.remove(0).marks
}

/// Returns the positions of dots, in hundredths of an em: their middle, and their top below the baseline.
fn dots(marks: &[Mark]) -> Vec<(i64, i64)> {
    let hundredths = |length: Pt| length.scale(10, Pt::UNITS).units();
    let dot = |mark: &Mark| match &mark.kind {
        MarkKind::Path(PathMark { shape: Shape::Dot, size, .. }) => {
            let baseline = marks[0].at.y;
            Some((hundredths(mark.at.x + *size / 2), hundredths(mark.at.y - baseline)))
        }
        _ => None,
    };
    marks.iter().filter_map(dot).collect()
}

/// Returns the rules: their start and end, in points, and their distance below the baseline.
fn rules(marks: &[Mark]) -> Vec<(f64, f64, f64)> {
    let rule = |mark: &Mark| match mark.kind {
        MarkKind::Rule { size, .. } => {
            let from = mark.at.x.to_f64();
            Some((from, from + size.width.to_f64(), (mark.at.y - marks[0].at.y).to_f64()))
        }
        _ => None,
    };
    marks.iter().filter_map(rule).collect()
}

#[test]
fn rule_51_han_has_dots_and_is_never_slanted() {
    let italic = |text: &mut Text| text.style.style.italic = true;
    let emphasis = || vec![piece("甲", |_| {}), piece("乙，丙Go丁", italic)];
    let found = marks(emphasis(), |_| {});
    // 乙 is at 100, its comma has none, 丙 is at 300, Go is italic, 丁 comes after two gaps.
    let places = dots(&found);
    assert_eq!(places.len(), 3);
    assert_eq!((places[0], places[1]), ((150, 16), (350, 16)));
    let faces: Vec<bool> = {
        let book = FontBook::usual().expect("the bundled faces");
        let run = |mark: &Mark| match &mark.kind {
            MarkKind::Glyphs(run) => Some(book.face(run.face).italic),
            _ => None,
        };
        found.iter().filter_map(run).collect()
    };
    assert!(!faces[0] && !faces[1] && faces.contains(&true), "Latin is italic: {faces:?}");
    assert!(
        found.iter().filter(|mark| matches!(mark.kind, MarkKind::Path(_))).all(|mark| mark.tag.is_none())
    );
    let upright = marks(emphasis(), |p| p.setting.emphasis = Emphasis::Upright);
    assert_eq!(dots(&upright), []);
    let faced = marks(emphasis(), |p| p.setting.emphasis = Emphasis::Face(StackId(0)));
    assert_eq!(dots(&faced), []);
}

#[test]
fn rule_52_one_depth_over_mixed_faces_and_sizes() {
    let underline = |text: &mut Text| text.style.style.underline = true;
    let small = |text: &mut Text| {
        text.style.style.underline = true;
        text.style.style.size = Pt::new(7);
        text.style.style.weight = 700;
    };
    let found = rules(&marks(vec![piece("甲乙", underline), piece("丙丁", small)], |_| {}));
    assert_eq!(found.iter().map(|rule| rule.2).collect::<Vec<_>>(), vec![found[0].2; found.len()]);
    assert_eq!((found[0].0, found.last().map(|rule| rule.1)), (0.0, Some(34.0)));
}

#[test]
fn rule_52_ink_below_the_line_is_skipped() {
    let underline = |text: &mut Text| text.style.style.underline = true;
    let of = |source: &str| rules(&marks(vec![piece(source, underline)], |_| {}));
    assert_eq!(of("Han").len(), 1, "nothing goes below");
    assert_eq!(of("apa").len(), 2, "the stem of p");
    assert_eq!(of("gg").len(), 0, "nothing worth drawing is left");
    assert_eq!(of("甲乙").len(), 1, "Han is not skipped");
    let whole = of("apa");
    assert!(whole[0].1 < whole[1].0 && whole[1].0 - whole[0].1 < 3.0, "{whole:?}");
    let strike = |text: &mut Text| text.style.strike = true;
    assert_eq!(rules(&marks(vec![piece("apa", strike)], |_| {})).len(), 1, "a strike is not interrupted");
}

#[test]
fn rule_52_neighbouring_links_stay_apart() {
    let to = |target: &'static str| {
        move |text: &mut Text| {
            text.style.style.underline = true;
            text.link = Some(target.to_owned());
        }
    };
    let found = rules(&marks(
        vec![piece("甲", to("https://a.example")), piece("乙", to("https://b.example"))],
        |_| {},
    ));
    assert_eq!(found.len(), 2);
    assert!(found[0].1 + 0.5 < found[1].0, "a gap tells two links from one");
}

#[test]
fn rule_52_a_line_ends_with_its_characters() {
    let found = rules(&marks(vec![piece("ab ", underlined), piece("cd", |_| {})], |_| {}));
    let alone = rules(&marks(vec![piece("ab", underlined)], |_| {}));
    assert_eq!(found, alone, "not under the blank behind them");
    let words = rules(&marks(vec![piece("ab cd", underlined)], |_| {}));
    assert_eq!(words.len(), 1, "but between them");
}

fn underlined(text: &mut Text) {
    text.style.style.underline = true;
}

fn struck(text: &mut Text) {
    text.style.strike = true;
}

/// Returns the end of a line's text, in points.
fn end(marks: &[Mark]) -> f64 {
    let glyphs = marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Glyphs(_)));
    glyphs.map(|mark| mark.bounds().right()).max().unwrap_or_default().to_f64()
}

#[test]
fn rule_52_a_line_is_as_long_as_its_own_characters() {
    let word = marks(vec![piece("nn", underlined)], |_| {});
    let of = |inlines| rules(&marks(inlines, |_| {})).iter().map(|rule| (rule.0, rule.1)).collect::<Vec<_>>();
    let whole = [(0.0, end(&word))];
    assert_eq!(of(vec![piece("nn", underlined), piece(" nn", |_| {})]), whole, "the space has no line");
    assert_eq!(of(vec![piece("nn", underlined), piece("nn", |_| {})]), whole, "half a word has one");
    assert_eq!(of(vec![piece("甲，", underlined), piece("乙", |_| {})]), [(0.0, 15.0)]);
}

#[test]
fn rule_52_raised_letters_leave_the_line_whole() {
    let raised = |text: &mut Text| {
        underlined(text);
        text.style.style.size = Pt::new(6);
        text.style.rise = Pt::new(4);
    };
    assert_eq!(rules(&marks(vec![piece("x", underlined), piece("gyp", raised)], |_| {})).len(), 1);
}

#[test]
fn rule_52_a_strike_runs_over_gaps_and_minds_no_underline() {
    let mixed = marks(vec![piece("用Go写", struck)], |_| {});
    assert_eq!(rules(&mixed).iter().map(|rule| (rule.0, rule.1)).collect::<Vec<_>>(), [(0.0, end(&mixed))]);
    let both = rules(&marks(vec![piece("甲", struck), piece("乙", underlined)], |_| {}));
    assert_eq!(both.iter().map(|rule| (rule.0, rule.1)).collect::<Vec<_>>(), [(10.0, 20.0), (0.0, 10.0)]);
}

#[test]
fn rule_51_dots_stand_clear_of_an_underline() {
    let both = |text: &mut Text| {
        underlined(text);
        text.style.style.italic = true;
    };
    let found =
        marks(vec![piece("甲", |_| {}), piece("乙", both)], |p| p.setting.emphasis = Emphasis::Dots);
    let line_end = rules(&found)[0].2 + 0.5;
    let top = dots(&found)[0].1 as f64 / 10.0;
    assert!(top >= line_end + 0.3, "{top} {line_end}");
}
