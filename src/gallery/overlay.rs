//! Two documents one over the other: what only one of them prints has its own colour.

use std::collections::{BTreeMap, BTreeSet};

use super::border;
use crate::boxes::{Structure, TagId};
use crate::geom::{Point, Pt, Size};
use crate::layout::Color;
use crate::lines::{Glyph, GlyphRun, ImageMark, Mark, MarkKind, Panel, PathMark};
use crate::pages::{Document, Page};

/// The colour of what both print in the same place.
const SAME: Color = Color { rgb: [0x33, 0x33, 0x33], cmyk: None };
/// The colour of what the new one prints in another place than the old one.
const MOVED: Color = Color { rgb: [0x8c, 0x8c, 0x8c], cmyk: None };
/// The colour of what only the old one prints.
const OLD: Color = Color { rgb: [0xd3, 0x2f, 0x2f], cmyk: None };
/// The colour of what only the new one prints.
const NEW: Color = Color { rgb: [0x15, 0x65, 0xc0], cmyk: None };
/// The colour of rules, boxes and icons, which are not read.
const GROUND: Color = Color { rgb: [0xe4, 0xe4, 0xe4], cmyk: None };

/// Returns the pages of two documents, set with the same fonts, one over the other: what both print in the same place
/// is dark grey, what the new one prints in another place grey, what only the old one prints red, and what only the new
/// one prints blue. Images are shown as frames. Nothing is tagged: the result is to be looked at.
pub fn overlay(old: &Document, new: &Document) -> Document {
    let moved = Moved::between(old, new);
    let count = old.pages.len().max(new.pages.len());
    let pages = (0..count).map(|at| page(old.pages.get(at), new.pages.get(at), &moved)).collect();
    Document {
        pages,
        structure: Structure::default(),
        outline: Vec::new(),
        meta: new.meta.clone(),
        last_page_fill: 100,
        wide_from: None,
        images: BTreeMap::new(),
    }
}

/// The elements whose text is in both documents, wherever it is.
struct Moved {
    old: BTreeSet<u32>,
    new: BTreeSet<u32>,
}

impl Moved {
    fn between(old: &Document, new: &Document) -> Moved {
        let (left, right) = (texts(old), texts(new));
        let mut places: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        left.iter().rev().for_each(|(tag, text)| places.entry(text).or_default().push(*tag));
        let mut moved = Moved { old: BTreeSet::new(), new: BTreeSet::new() };
        for (tag, text) in &right {
            if let Some(before) = places.get_mut(text.as_str()).and_then(Vec::pop) {
                moved.old.insert(before);
                moved.new.insert(*tag);
            }
        }
        moved
    }
}

/// Returns the text of each element of a document, without blanks: lines may be broken elsewhere.
fn texts(document: &Document) -> BTreeMap<u32, String> {
    let mut texts: BTreeMap<u32, String> = BTreeMap::new();
    for mark in document.pages.iter().flat_map(|page| &page.marks) {
        if let (Some(TagId(tag)), MarkKind::Glyphs(run)) = (mark.tag, &mark.kind) {
            let text = run.text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}');
            texts.entry(tag).or_default().extend(text);
        }
    }
    texts
}

/// A glyph at its place: page coordinates of its pen, its face and size, and its number.
type Placed = (Pt, Pt, u64, u16);

fn page(old: Option<&Page>, new: Option<&Page>, moved: &Moved) -> Page {
    let size = |page: Option<&Page>| page.map_or(Size::default(), |page| page.size);
    let (one, two) = (size(old), size(new));
    let marks = |page: Option<&'_ Page>| page.map(|page| page.marks.clone()).unwrap_or_default();
    let (before, now) = (marks(old), marks(new));
    let (there, here) = (placed(&before), placed(&now));
    let mut out = Vec::new();
    now.iter().for_each(|mark| out.extend(ground(mark, before.contains(mark))));
    before.iter().filter_map(|mark| frame(mark, &now, OLD)).for_each(|frame| out.extend(frame));
    now.iter().filter_map(|mark| frame(mark, &before, NEW)).for_each(|frame| out.extend(frame));
    for mark in &before {
        // Text that moved is shown where it is now.
        let gone = mark.tag.is_none_or(|tag| !moved.old.contains(&tag.0));
        out.extend(split(mark, &here, |same| if same || !gone { None } else { Some(OLD) }));
    }
    for mark in &now {
        let other = if mark.tag.is_some_and(|tag| moved.new.contains(&tag.0)) { MOVED } else { NEW };
        out.extend(split(mark, &there, |same| Some(if same { SAME } else { other })));
    }
    let size = Size { width: one.width.max(two.width), height: one.height.max(two.height) };
    Page { size, bleed: Pt::ZERO, marks: out }
}

/// Returns the glyphs of a page.
fn placed(marks: &[Mark]) -> BTreeSet<Placed> {
    let mut found = BTreeSet::new();
    for mark in marks {
        if let MarkKind::Glyphs(run) = &mark.kind {
            let mut pen = mark.at;
            for glyph in &run.glyphs {
                found.insert(place(pen, run, glyph));
                pen.x += glyph.advance;
            }
        }
    }
    found
}

fn place(pen: Point, run: &GlyphRun, glyph: &Glyph) -> Placed {
    // To a tenth of a point: the eye sees no less.
    let tenth = |length: Pt| Pt::from_units(length.units() / (Pt::UNITS / 10));
    let face = u64::from(run.face.0) << 32 | u64::from(run.size.units().unsigned_abs() as u32);
    (tenth(pen.x + glyph.offset.x), tenth(pen.y + glyph.offset.y), face, glyph.id)
}

/// Splits a run into parts of one colour each: `color` gives that of the glyphs which are also in the other document
/// (`true`) or are not; with `None` they are left out.
fn split(mark: &Mark, other: &BTreeSet<Placed>, color: impl Fn(bool) -> Option<Color>) -> Vec<Mark> {
    let MarkKind::Glyphs(run) = &mark.kind else { return Vec::new() };
    let mut parts: Vec<(bool, Point, Vec<Glyph>)> = Vec::new();
    let mut pen = mark.at;
    for glyph in &run.glyphs {
        let same = other.contains(&place(pen, run, glyph));
        match parts.last_mut() {
            Some((before, _, glyphs)) if *before == same => glyphs.push(glyph.clone()),
            _ => parts.push((same, pen, vec![glyph.clone()])),
        }
        pen.x += glyph.advance;
    }
    let part = |(same, at, glyphs): (bool, Point, Vec<Glyph>)| {
        let color = color(same)?;
        let run = GlyphRun { color, glyphs, link: None, ..run.clone() };
        Some(Mark { at, tag: None, kind: MarkKind::Glyphs(run) })
    };
    parts.into_iter().filter_map(part).collect()
}

/// Returns a mark behind the text, pale; only those of the new document are shown.
fn ground(mark: &Mark, same: bool) -> Option<Mark> {
    let color = if same { GROUND } else { Color { rgb: [0xcf, 0xd8, 0xe4], cmyk: None } };
    let kind = match &mark.kind {
        MarkKind::Rule { size, .. } => MarkKind::Rule { size: *size, color },
        MarkKind::Path(path) => MarkKind::Path(PathMark { color, ..path.clone() }),
        MarkKind::Panel(panel) => {
            let stroke = panel.stroke.map(|(width, _)| (width, color));
            // A fill inside a border would hide it.
            let fill = panel.fill.map(|_| if stroke.is_some() { Color::WHITE } else { color });
            MarkKind::Panel(Panel { fill, stroke, ..*panel })
        }
        MarkKind::Glyphs(_) | MarkKind::Image(_) => return None,
    };
    Some(Mark { at: mark.at, tag: None, kind })
}

/// Returns a frame in place of an image: in the colour of its document unless the other shows it there, too.
fn frame(mark: &Mark, others: &[Mark], color: Color) -> Option<[Mark; 4]> {
    let MarkKind::Image(ImageMark { src, .. }) = &mark.kind else { return None };
    let same = others.iter().any(|other| {
        other.at == mark.at && matches!(&other.kind, MarkKind::Image(image) if image.src == *src)
    });
    let color = if same { MOVED } else { color };
    let edge = |area: crate::geom::Rect| super::rule(area, color, None);
    Some(border(mark.bounds()).map(edge))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str, at: (i64, i64), tag: u32) -> Mark {
        let glyph = |(at, c): (usize, char)| Glyph {
            id: c as u16,
            advance: Pt::new(10),
            offset: Point::default(),
            text: at as u32..at as u32 + 1,
        };
        let glyphs = text.char_indices().map(glyph).collect();
        let run = GlyphRun { size: Pt::new(10), glyphs, text: text.to_owned(), ..GlyphRun::default() };
        let at = Point { x: Pt::new(at.0), y: Pt::new(at.1) };
        Mark { at, tag: Some(TagId(tag)), kind: MarkKind::Glyphs(run) }
    }

    fn document(marks: Vec<Mark>) -> Document {
        let size = Size { width: Pt::new(100), height: Pt::new(100) };
        Document { pages: vec![Page { size, bleed: Pt::ZERO, marks }], ..Document::default() }
    }

    /// Returns each part as its colour and its letters.
    fn shown(document: &Document) -> Vec<(Color, String)> {
        let part = |mark: &Mark| match &mark.kind {
            MarkKind::Glyphs(run) => {
                Some((run.color, run.glyphs.iter().map(|glyph| char::from(glyph.id as u8)).collect()))
            }
            _ => None,
        };
        document.pages.iter().flat_map(|page| &page.marks).filter_map(part).collect()
    }

    #[test]
    fn only_the_letters_that_differ_have_a_colour() {
        let old = document(vec![letters("up 30", (0, 10), 1), letters("same", (0, 20), 2)]);
        let new = document(vec![letters("up 40", (0, 10), 1), letters("same", (0, 30), 5)]);
        let part = |color, text: &str| (color, text.to_owned());
        assert_eq!(
            shown(&overlay(&old, &new)),
            [part(OLD, "3"), part(SAME, "up "), part(NEW, "4"), part(SAME, "0"), part(MOVED, "same")]
        );
        assert!(shown(&overlay(&old, &old)).iter().all(|(color, _)| *color == SAME));
    }

    #[test]
    fn a_page_that_only_one_has_is_in_its_colour() {
        let (none, one) = (document(Vec::new()), document(vec![letters("a", (0, 10), 1)]));
        assert_eq!(shown(&overlay(&none, &one)), [(NEW, "a".to_owned())]);
        assert_eq!(shown(&overlay(&one, &Document::default())), [(OLD, "a".to_owned())]);
    }
}
