//! Special cases at line ends, and paragraphs with a line more or fewer.

use super::show::{paragraph, set_with, text};
use super::square;
use crate::boxes::{Block, Content, Flow, Paragraph, Tree};
use crate::diag::Sink;
use crate::geom::Pt;
use crate::layout::Stack;
use crate::lines::MarkKind;
use crate::lines::blocks::survey;
use crate::lines::galley::{Item, Slab};

/// Sets a paragraph in a measure of `ems`.
fn set(p: &Paragraph, ems: i64) -> Vec<Slab> {
    set_with(square::book(), &["Square"], p, Pt::new(10 * ems)).0
}

fn show(lines: &[Slab]) -> String {
    lines.iter().map(text).collect::<Vec<_>>().join("|")
}

/// Returns the end of a line's last glyph, in hundredths of an em; its box has a whole one.
fn end(line: &Slab) -> i64 {
    let Some(MarkKind::Glyphs(run)) = line.marks.last().map(|mark| &mark.kind) else { return 0 };
    let last = run.glyphs.last().map_or(Pt::ZERO, |glyph| glyph.offset.x - glyph.advance);
    line.marks.last().map_or(0, |mark| (mark.bounds().right() + last).scale(10, Pt::UNITS).units())
}

#[test]
fn rule_25_in_japanese_a_closing_mark_keeps_its_blank_if_there_is_room() {
    let mut p = paragraph("甲乙丙丁戊己庚辛壬。子丑寅卯");
    p.setting.lang = "ja".to_owned();
    let lines = set(&p, 10);
    assert_eq!(show(&lines), "甲乙丙丁戊己庚辛壬。|子丑寅卯");
    assert_eq!(end(&lines[0]), 900, "the mark has its em, and nothing is stretched");
    let mut p = paragraph("甲乙丙丁戊己庚辛壬癸。子丑寅卯");
    p.setting.lang = "ja".to_owned();
    let lines = set_with(square::book(), &["Square"], &p, Pt::new(105)).0;
    assert_eq!(show(&lines), "甲乙丙丁戊己庚辛壬癸。|子丑寅卯");
    assert_eq!(end(&lines[0]), 1_000, "here it has half of it");
}

#[test]
fn rule_45_stops_hang_only_if_they_may_and_must() {
    let mut p = paragraph("甲乙丙丁戊己庚辛壬癸，子丑寅卯");
    assert_eq!(show(&set(&p, 10)), "甲乙丙丁戊己庚辛壬|癸，子丑寅卯");
    p.setting.hang = true;
    let lines = set(&p, 10);
    assert_eq!(show(&lines), "甲乙丙丁戊己庚辛壬癸，|子丑寅卯");
    assert_eq!(end(&lines[0]), 1_000, "the stop stands beyond the measure");
    let mut p = paragraph("甲乙丙丁戊己庚辛壬，子丑寅卯");
    p.setting.hang = true;
    assert_eq!(end(&set(&p, 10)[0]), 950, "there is room for it");
    for mark in ["。", "、"] {
        let mut p = paragraph(&format!("甲乙丙丁戊己庚辛壬癸{mark}子丑寅卯"));
        p.setting.hang = true;
        assert!(show(&set(&p, 10)).contains(&format!("{mark}|")));
    }
    for mark in ["——", "！", "）", "；"] {
        let mut p = paragraph(&format!("甲乙丙丁戊己庚辛壬癸{mark}子丑寅卯"));
        p.setting.hang = true;
        assert!(!show(&set(&p, 10)).contains(&format!("{mark}|")));
    }
}

#[test]
fn rule_47_pages_turn_behind_two_lines_and_before_two() {
    let turns = |han: usize| -> Vec<usize> {
        let stacks =
            vec![Stack { latin: Vec::new(), body: vec!["Square".to_owned()], scale: Default::default() }];
        let block = Block { content: Content::Paragraph(paragraph(&"甲".repeat(han))), ..Block::default() };
        let regions = vec![Flow { measure: Pt::new(100), blocks: vec![block] }];
        let tree = Tree { regions, stacks, lang: "zh".into(), ..Tree::default() };
        let galley = crate::lines::set(&tree, square::book(), &mut Sink::default());
        let (mut lines, mut turns) = (0, Vec::new());
        for item in &galley.columns[0] {
            match item {
                Item::Slab(_) => lines += 1,
                Item::Penalty(price) if *price < Item::NEVER => turns.push(lines),
                _ => {}
            }
        }
        turns
    };
    assert_eq!(turns(20), [0; 0], "two lines");
    assert_eq!(turns(30), [0; 0], "three lines");
    assert_eq!(turns(40), [2]);
    assert_eq!(turns(60), [2, 3, 4]);
}

/// A paragraph with many joints that give, so that it can have a line more or fewer.
const ELASTIC: &str = "负责A与B的重构，把C的延迟从D降到E，吞吐由F提升到G；主导H与I的迁移，缩短J的时间，\
                       减少K的故障；编写L与M的规范，在N与O之间推广，培训P与Q的同事。";

#[test]
fn a_paragraph_can_have_a_line_more_or_fewer() {
    let (mut more, mut fewer) = (0, 0);
    for ems in 12..30 {
        let count = |looseness| {
            let mut p = paragraph(ELASTIC);
            p.setting.looseness = looseness;
            let lines = set(&p, ems);
            assert_eq!(lines.iter().map(text).collect::<String>(), ELASTIC);
            lines.len()
        };
        let best = count(0);
        assert!((best..=best + 1).contains(&count(1)));
        assert!((best - 1..=best).contains(&count(-1)));
        more += usize::from(count(1) > best);
        fewer += usize::from(count(-1) < best);
    }
    assert!(more >= 3 && fewer >= 3, "{more} can grow, {fewer} can shrink");
}

#[test]
fn a_survey_tells_what_paragraphs_can_do() {
    let stacks =
        vec![Stack { latin: Vec::new(), body: vec!["Square".to_owned()], scale: Default::default() }];
    for ems in 12..30 {
        let block = |p: &Paragraph| Block { content: Content::Paragraph(p.clone()), ..Block::default() };
        let blocks = vec![block(&paragraph("甲乙")), block(&paragraph(ELASTIC))];
        let flow = Flow { measure: Pt::new(10 * ems), blocks };
        let tree = Tree { regions: vec![flow], stacks: stacks.clone(), lang: "zh".into(), ..Tree::default() };
        let found = survey(&tree, square::book());
        assert_eq!(found.len(), 1, "a paragraph of one line can do nothing");
        let of = |looseness| {
            let mut p = paragraph(ELASTIC);
            p.setting.looseness = looseness;
            set(&p, ems).len()
        };
        assert_eq!(found[0].lines, of(0));
        assert_eq!(found[0].fewer.is_some(), of(-1) < of(0));
        assert_eq!(found[0].more.is_some(), of(1) > of(0));
        assert!(found[0].fewer.is_none_or(|price| price > 0));
        assert!(found[0].last <= Pt::new(10 * ems));
        let last = set(&paragraph(ELASTIC), ems).last().map(text).unwrap_or_default();
        assert_eq!(found[0].tail.range(), ELASTIC.len() - last.len()..ELASTIC.len());
    }
}

#[test]
fn a_line_that_cannot_be_filled_is_as_full_as_can_be() {
    // The word in the middle is as long as most of a line.
    let words = "ab cd ef gh ij kl mn op qr st";
    let long = "x".repeat(30);
    let lines = set(&paragraph(&format!("{words} {long} {words} {words}")), 40);
    let first = show(&lines[..1]);
    assert_eq!(first, format!("{words} "), "and not less for the sake of the next line");
    // A line without spaces that lacks next to nothing is no reason for another one to be half empty.
    let address = ["abcdefgh"; 9].join("/");
    let lines = show(&set(&paragraph(&format!("{words} http://{address}")), 40));
    assert!(lines.starts_with(&format!("{words} http://abc")), "{lines}");
}
