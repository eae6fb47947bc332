//! Runs, widths and decorations of finished lines.

use super::show::{paragraph, set_with, setting};
use super::square;
use crate::boxes::{Emblem, Icon, Inline, Paragraph, TagId, Text};
use crate::diag::{Sink, Span};
use crate::geom::Pt;
use crate::layout::{Align, Color, Stack};
use crate::lines::galley::Slab;
use crate::lines::paragraph::Setter;
use crate::lines::{GlyphRun, MarkKind};
use crate::model::ContactKind;

fn set(p: &Paragraph, ems: i64) -> Vec<Slab> {
    set_with(square::book(), &["Square"], p, Pt::new(10 * ems)).0
}

fn runs(slab: &Slab) -> Vec<&GlyphRun> {
    let mut found = Vec::new();
    for mark in &slab.marks {
        if let MarkKind::Glyphs(run) = &mark.kind {
            found.push(run);
        }
    }
    found
}

fn piece(text: &str, start: u32) -> Text {
    let span = Span { start, end: start + text.len() as u32, ..Span::default() };
    Text { text: text.to_owned(), span, ..Text::default() }
}

fn of_pieces(inlines: Vec<Inline>) -> Paragraph {
    Paragraph { inlines, setting: setting(), ..Paragraph::default() }
}

fn setter_widths(p: &Paragraph) -> (i64, i64) {
    let stacks = [Stack { latin: Vec::new(), body: vec!["Square".to_owned()], scale: Default::default() }];
    let mut sink = Sink::default();
    let mut setter = Setter::new(square::book(), &stacks, "zh-Hans", &mut sink);
    let ems = |width: Pt| width.scale(10, Pt::UNITS).units();
    (ems(setter.natural_width(p)), ems(setter.narrowest(p)))
}

#[test]
fn runs_know_their_place_in_the_source() {
    let lines = set(&of_pieces(vec![Inline::Text(piece("甲乙", 10)), Inline::Text(piece("丙丁戊", 30))]), 3);
    let spans: Vec<_> =
        lines.iter().flat_map(runs).map(|run| (run.text.as_str(), run.span.range())).collect();
    assert_eq!(spans, [("甲乙", 10..16), ("丙", 30..33), ("丁戊", 33..39)]);
}

#[test]
fn text_that_is_not_the_sources_own_keeps_its_whole_place() {
    let mut text = piece("&", 7);
    text.span.end = 12; // &amp;
    let lines = set(&of_pieces(vec![Inline::Text(text)]), 3);
    assert_eq!(runs(&lines[0])[0].span.range(), 7..12);
}

#[test]
fn rule_31_links_and_underlines_leave_the_gap_out() {
    let mut link = piece("乙", 3);
    link.link = Some("https://example.com".to_owned());
    link.style.style.underline = true;
    let lines = set(
        &of_pieces(vec![Inline::Text(piece("A", 0)), Inline::Text(link), Inline::Text(piece("B", 9))]),
        9,
    );
    let widths: Vec<String> = runs(&lines[0]).iter().map(|run| run.width().to_string()).collect();
    assert_eq!(widths, ["10", "10", "10"]);
    let rule = lines[0].marks.iter().find(|mark| matches!(mark.kind, MarkKind::Rule { .. })).unwrap();
    assert_eq!((rule.at.x.to_string().as_str(), rule.bounds().size.width), ("12.5", Pt::new(10)));
    assert_eq!(rule.tag, None);
}

#[test]
fn natural_and_narrowest_widths() {
    assert_eq!(setter_widths(&paragraph("甲乙，AB")), (500, 200));
    assert_eq!(setter_widths(&paragraph("甲乙")), (200, 100));
    assert_eq!(setter_widths(&paragraph("甲，乙")), (300, 150));
    assert_eq!(setter_widths(&paragraph("")), (0, 0));
}

#[test]
fn icons_stand_before_their_text_and_spaces_of_the_layout_vanish_at_line_ends() {
    let icon = Icon {
        kind: Emblem::Contact(ContactKind::Phone),
        size: Pt::new(10),
        advance: Pt::new(10),
        color: Color::BLACK,
        alt: None,
        tag: Some(TagId(4)),
    };
    let inlines = vec![
        Inline::Text(piece("甲乙丙", 0)),
        Inline::Space(Pt::new(20)),
        Inline::Icon(icon),
        Inline::Text(piece("丁戊己", 9)),
    ];
    let lines = set(&of_pieces(inlines), 4);
    assert_eq!(lines.len(), 2);
    let icon = &lines[1].marks[0];
    assert!(matches!(icon.kind, MarkKind::Path(_)));
    assert_eq!((icon.at.x, icon.tag), (Pt::ZERO, Some(TagId(4))));
    assert_eq!(lines[1].marks[1].at.x, Pt::new(10));
}

#[test]
fn asked_line_ends_are_kept() {
    let inlines =
        vec![Inline::Text(piece("甲", 0)), Inline::Break, Inline::Break, Inline::Text(piece("乙", 3))];
    let lines = set(&of_pieces(inlines), 10);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1].marks, []);
    assert_eq!(lines[1].height, Pt::new(16));
}

#[test]
fn nothing_to_print_is_no_line() {
    assert_eq!(set(&paragraph(""), 10), []);
    assert_eq!(set(&of_pieces(Vec::new()), 10), []);
}

#[test]
fn ragged_lines_stand_where_they_are_told() {
    let at = |align| {
        let mut p = paragraph("甲乙丙");
        p.setting.align = align;
        set(&p, 10)[0].marks[0].at.x
    };
    assert_eq!(at(Align::Start), Pt::ZERO);
    assert_eq!(at(Align::Center), Pt::new(35));
    assert_eq!(at(Align::End), Pt::new(70));
}

#[test]
fn folios_are_set_in_figures() {
    let p = of_pieces(vec![Inline::Folio(crate::boxes::Folio::Pages, Default::default())]);
    let stacks = [];
    let mut sink = Sink::default();
    let mut setter = Setter::new(square::book(), &stacks, "zh-Hans", &mut sink);
    setter.folio = (2, 13);
    let lines = setter.paragraph(&p, Pt::new(100));
    assert_eq!(runs(&lines[0])[0].text, "13");
    assert!(runs(&lines[0])[0].span.is_empty());
}
