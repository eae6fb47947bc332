//! Marks scaled and cut, with expected values worked out by hand.

use super::*;
use crate::lines::{Glyph, GlyphRun, ImageMark, PathMark, Shape};

const TAG: TagId = TagId(7);
const HALF: Ratio = Ratio { num: 1, den: 2 };

fn at(x: i64, y: i64) -> Point {
    Point { x: Pt::new(x), y: Pt::new(y) }
}

fn size(width: i64, height: i64) -> Size {
    Size { width: Pt::new(width), height: Pt::new(height) }
}

/// Three letters of 10 pt, each 8 pt wide and 2 pt below the line.
fn letters() -> GlyphRun {
    let glyph = |at| Glyph { id: 5, advance: Pt::new(8), offset: self::at(0, 2), text: at..at + 1 };
    GlyphRun {
        size: Pt::new(10),
        glyphs: (0..3).map(glyph).collect(),
        text: "abc".to_owned(),
        link: Some("https://example.com".to_owned()),
        embolden: Pt::new(1),
        ..GlyphRun::default()
    }
}

fn image(radius: i64) -> ImageMark {
    let radius = Pt::new(radius);
    ImageMark { src: "photo.png".to_owned(), size: size(20, 40), crop: [10, 0, 100, 200], radius }
}

/// Returns what is left of a mark on a page of 100 × 200 pt, halved and moved by (1000, 2000).
fn shrunk(at: Point, kind: MarkKind) -> Option<Mark> {
    let marks = vec![Mark { at, tag: None, kind }];
    let page = Page { size: size(100, 200), bleed: Pt::new(9), marks };
    shrink::page(&page, HALF, self::at(1000, 2000), TAG).pop()
}

#[test]
fn every_kind_of_mark_is_scaled_about_the_corner_of_its_page_and_moved() {
    let Some(Mark { at: place, tag, kind: MarkKind::Glyphs(run) }) =
        shrunk(at(10, 20), MarkKind::Glyphs(letters()))
    else {
        panic!("the text is lost");
    };
    assert_eq!((place, tag), (at(1005, 2010), Some(TAG)));
    assert_eq!((run.size, run.width(), run.embolden), (Pt::new(5), Pt::new(12), HALF.of(Pt::new(1))));
    assert_eq!((run.glyphs[1].offset, &*run.text, run.link), (at(0, 1), "abc", None));

    let rule = shrunk(at(10, 20), MarkKind::Rule { size: size(4, 2), color: Color::BLACK });
    let kind = MarkKind::Rule { size: size(2, 1), color: Color::BLACK };
    assert_eq!(rule, Some(Mark { at: at(1005, 2010), tag: Some(TAG), kind }));

    let dot = |points| PathMark { shape: Shape::Dot, size: Pt::new(points), color: Color::BLACK };
    let path = shrunk(at(10, 20), MarkKind::Path(dot(4)));
    assert_eq!(path, Some(Mark { at: at(1005, 2010), tag: Some(TAG), kind: MarkKind::Path(dot(2)) }));

    let picture = shrunk(at(10, 20), MarkKind::Image(image(10)));
    let kind = MarkKind::Image(ImageMark { size: size(10, 20), ..image(5) });
    assert_eq!(picture, Some(Mark { at: at(1005, 2010), tag: Some(TAG), kind }));
}

#[test]
fn what_goes_into_the_bleed_ends_at_the_trim() {
    let band = |width| MarkKind::Rule { size: size(width, 20), color: Color::BLACK };
    let Some(Mark { at: place, kind: MarkKind::Rule { size: seen, .. }, .. }) = shrunk(at(-9, -9), band(118))
    else {
        panic!("the band is lost");
    };
    assert_eq!((place, seen), (at(1000, 2000), Size { height: HALF.of(Pt::new(11)), ..size(50, 0) }));
    assert_eq!(shrunk(at(100, 0), band(9)), None);

    let Some(Mark { at: place, kind: MarkKind::Image(seen), .. }) =
        shrunk(at(-5, 180), MarkKind::Image(image(0)))
    else {
        panic!("the picture is lost");
    };
    assert_eq!((place, seen.size), (at(1000, 2090), Size { width: HALF.of(Pt::new(15)), ..size(0, 10) }));
    assert_eq!(seen.crop, [35, 0, 75, 100]);
}

#[test]
fn glyphs_beyond_the_edge_are_left_out() {
    let seen = |x, y| match shrunk(at(x, y), MarkKind::Glyphs(letters())) {
        Some(Mark { at, kind: MarkKind::Glyphs(run), .. }) => Some((at, run.glyphs.len())),
        _ => None,
    };
    assert_eq!(seen(90, 20), Some((at(1045, 2010), 1)));
    assert_eq!(seen(-10, 20), Some((at(999, 2010), 2)));
    assert_eq!(seen(100, 20), None);
    assert_eq!(seen(10, 220), None);
    let dot = PathMark { shape: Shape::Dot, size: Pt::new(4), color: Color::BLACK };
    assert_eq!(shrunk(at(99, 20), MarkKind::Path(dot)), None);
}

#[test]
fn rows_are_filled_evenly_and_pages_stand_on_them() {
    let document = |height| {
        let page = Page { size: size(412, height), ..Page::default() };
        ("a".to_owned(), Document { pages: vec![page], ..Document::default() })
    };
    let sheet = |heights: &[i64]| {
        let documents: Vec<_> = heights.iter().map(|&height| document(height)).collect();
        let fonts = FontBook::default();
        let tags = vec![TAG; documents.len()];
        Shelves::new(&documents, &caption::set(&documents, &tags, &fonts))
    };
    assert_eq!(sheet(&[600; 4]).size.width, Pt::new(1000));
    assert_eq!(sheet(&[600; 12]).size.width, Pt::new(1000));
    let five = sheet(&[600, 500, 600, 600, 600]);
    assert_eq!(five.size.width, MARGIN * 2 + CELL * 3 + GUTTER * 2);
    assert_eq!(five.feet[..3].iter().map(|foot| foot.y).collect::<Vec<_>>(), [MARGIN + Pt::new(300); 3]);
    assert!(five.feet[3].x == MARGIN && five.feet[3].y > five.feet[2].y);
    assert_eq!(sheet(&[]).size.height, MARGIN * 2);
}
