//! The SVG of a page.

use super::*;
use crate::boxes::{Structure, TagId};
use crate::diag::{FileId, Span};
use crate::geom::{Point, Pt, Size};
use crate::lines::{Glyph, GlyphRun};
use crate::model::Meta;
use crate::pages::Page;
use crate::source::Images;

fn page(marks: Vec<Mark>) -> Document {
    let size = Size { width: Pt::new(200), height: Pt::new(100) };
    Document {
        pages: vec![Page { size, bleed: Pt::ZERO, marks }],
        structure: Structure::default(),
        outline: Vec::new(),
        meta: Meta { title: "A & B".to_owned(), lang: "zh-Hans".to_owned(), ..Meta::default() },
        last_page_fill: 0,
        wide_from: None,
        images: Images::new(),
    }
}

fn run(text: &str, link: Option<&str>) -> Mark {
    let glyph = Glyph { id: 20, advance: Pt::new(10), offset: Point::default(), text: 0..text.len() as u32 };
    let span = Span { file: FileId::RESUME, start: 7, end: 7 + text.len() as u32 };
    let run = GlyphRun {
        size: Pt::new(10),
        glyphs: vec![glyph],
        text: text.to_owned(),
        span,
        link: link.map(str::to_owned),
        ..GlyphRun::default()
    };
    Mark { at: Point { x: Pt::new(20), y: Pt::new(30) }, tag: Some(TagId::ROOT), kind: MarkKind::Glyphs(run) }
}

fn rendered(marks: Vec<Mark>) -> String {
    let fonts = FontBook::usual().expect("the faces");
    render(&page(marks), 0, &fonts).expect("a page")
}

#[test]
fn glyphs_are_outlines_with_their_characters_over_them() {
    let svg = rendered(vec![run("<甲&", None)]);
    assert!(svg.contains("<path id=\"f0g20\" d=\"M"), "{svg}");
    assert!(svg.contains("translate(20 30) scale(1)"), "{svg}");
    assert!(svg.contains("data-start=\"7\" data-end=\"12\""), "{svg}");
    assert!(svg.contains(">&lt;甲&amp;</text>"), "{svg}");
    assert!(svg.contains("<title>A &amp; B</title>"), "{svg}");
}

#[test]
fn an_outline_is_defined_once() {
    let svg = rendered(vec![run("a", None), run("b", None)]);
    assert_eq!(svg.matches("id=\"f0g20\"").count(), 1);
    assert_eq!(svg.matches("<use href=\"#f0g20\"").count(), 2);
}

#[test]
fn a_link_cannot_leave_its_attribute() {
    let svg = rendered(vec![run("a", Some("https://example.com/\"><script>"))]);
    assert!(svg.contains("<a href=\"https://example.com/&quot;&gt;&lt;script&gt;\">"), "{svg}");
}

#[test]
fn there_is_no_page_beyond_the_last() {
    let fonts = FontBook::usual().expect("the faces");
    assert_eq!(render(&page(Vec::new()), 1, &fonts), None);
}
