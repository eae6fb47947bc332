//! The paper, its columns and its running lines; whether there is room for text.

use std::collections::BTreeMap;

use super::element::row;
use super::scope::{Limit, ROOM, Scope};
use super::slots::Where;
use super::style::flag;
use super::{color, elastic, regions};
use crate::diag::{Diagnostic, Message, Span, code, message};
use crate::geom::{Pt, Sides, Size};
use crate::layout::file::schema::{self, Element, Length};
use crate::layout::file::{Amount, At, Key, Or, Raw};
use crate::layout::{Page, Region, Running};

/// The range of a page's sides.
const PAPER: Limit = Limit::mm(40.0, 1500.0);
const MARGIN: Limit = Limit::mm(0.0, 500.0);
const BLEED: Limit = Limit::mm(0.0, 20.0);
/// The default offset of a running line: in the middle of a usual margin.
const OFFSET: Pt = Pt::from_units(8 * 72 * 10 * Pt::UNITS / 254);
/// The paper sizes by name, in millimetres.
const PAPERS: &[(&str, f64, f64)] = &[
    ("A3", 297.0, 420.0),
    ("A4", 210.0, 297.0),
    ("A5", 148.0, 210.0),
    ("B5", 176.0, 250.0),
    ("Letter", 215.9, 279.4),
    ("Legal", 215.9, 355.6),
];

/// Returns the paper and its margins, without running lines.
pub fn page(file: &schema::Page, scope: &mut Scope<'_>) -> Page {
    let size = paper(file, scope);
    let mut margin = elastic::sides(scope.sides(&file.margin, MARGIN), scope.factors.of("page.margin"));
    if let Some(at) = file.margin.at().filter(|_| !leaves_room(margin, size, scope)) {
        let room = size.width.min(size.height) - scope.least_room();
        let most = (room.to_f64() / 2.0 * 25.4 / 72.0).max(0.0);
        scope.wrong(
            at,
            "leaves no room for text",
            message!("at most {most}mm on each side of this page", most = format!("{most:.0}")),
        );
        margin = Sides::default();
    }
    Page {
        size,
        margin,
        bleed: scope.length(&file.bleed, BLEED),
        header: None,
        footer: None,
        background: color::of(&file.background, scope),
    }
}

fn leaves_room(margin: Sides, size: Size, scope: &Scope<'_>) -> bool {
    let least = scope.least_room();
    size.width - margin.left - margin.right >= least && size.height - margin.top - margin.bottom >= least
}

fn paper(file: &schema::Page, scope: &mut Scope<'_>) -> Size {
    let a4 = Size { width: Pt::from_f64(595.276), height: Pt::from_f64(841.89) };
    let Some(at) = file.size.at() else { return a4 };
    let size = match at.value.0.as_slice() {
        [name] => name.at().and_then(|name| named(name, scope)),
        [width, height] => {
            let mut side = |key: &Key<Raw>, usual| key.at().map_or(usual, |at| length(at, usual, scope));
            Some(Size { width: side(width, a4.width), height: side(height, a4.height) })
        }
        _ => {
            scope.wrong(at, "is neither a name nor two lengths", "such as \"A4\" or [\"210mm\", \"297mm\"]");
            None
        }
    };
    size.unwrap_or(a4)
}

fn named(at: &At<Raw>, scope: &mut Scope<'_>) -> Option<Size> {
    let name = match &at.value {
        Raw::Text(name) => name.as_str(),
        Raw::Number(_) => "",
    };
    let Some((_, width, height)) = PAPERS.iter().find(|(known, _, _)| known.eq_ignore_ascii_case(name))
    else {
        let names: Vec<&str> = PAPERS.iter().map(|(name, _, _)| *name).collect();
        let hint = message!(
            "one of {names}, or two lengths: [\"210mm\", \"297mm\"]",
            names = Message::names(names.iter())
        );
        scope.wrong(at, "is not a paper size", hint);
        return None;
    };
    let mm = |length: f64| Pt::from_f64(length * 72.0 / 25.4);
    Some(Size { width: mm(*width), height: mm(*height) })
}

fn length(at: &At<Raw>, usual: Pt, scope: &mut Scope<'_>) -> Pt {
    match at.value.amount() {
        Ok(amount) => {
            let key: Length =
                Key(Some(At::<Amount> { place: at.place, path: at.path.clone(), value: amount }));
            scope.length_or(&key, PAPER, usual)
        }
        Err(wrong) => {
            scope.wrong(at, wrong.message, wrong.hint);
            usual
        }
    }
}

/// Returns the columns in reading order. If there are none, the whole text area is one.
pub fn regions(
    file: &BTreeMap<String, Key<schema::Region>>,
    page: &Page,
    header: &BTreeMap<String, &Element>,
    scope: &mut Scope<'_>,
) -> Vec<Region> {
    let regions = regions::regions(file, page, header, scope);
    let least = scope.least_room();
    for region in &regions {
        let place = file.get(&region.name).and_then(Key::at).map(|at| at.place);
        let height = page.size.height - region.inset.0 - region.inset.1 - region.pad.top - region.pad.bottom;
        for (side, left) in [("width", region.measure()), ("height", height)] {
            // Margins that leave no room have been reported already.
            if left < least && place.is_some() {
                scope.sink.report(no_room(region, side, (left, least), place));
            }
        }
    }
    regions
}

fn no_room(region: &Region, side: &'static str, (left, least): (Pt, Pt), place: Option<Span>) -> Diagnostic {
    let message = message!(
        "the region `{region}` has {left}pt of {side} for text",
        region = region.name,
        left,
        side = Message::from(side)
    );
    let hint = message!(
        "at least {least}pt, {characters} characters: make it wider, or its `pad` smaller",
        least,
        characters = ROOM
    );
    Diagnostic::new(code::LAYOUT_VALUE, place, message).hint(hint)
}

/// Adds the running lines.
pub fn running(file: &schema::Page, page: &mut Page, scope: &mut Scope<'_>) {
    page.header = line(&file.header, page.size, scope);
    page.footer = line(&file.footer, page.size, scope);
}

/// Resolves a running line. An empty string removes an inherited one.
fn line(key: &Key<Or<schema::Running, String>>, size: Size, scope: &mut Scope<'_>) -> Option<Running> {
    let at = key.at()?;
    let plain = schema::Running::default();
    let (text, file) = match &at.value {
        Or::Plain(text) if text.is_empty() => return None,
        Or::Plain(text) => (At { place: at.place, path: at.path.clone(), value: text.clone() }, &plain),
        Or::Table(file) => match file.row.at() {
            Some(row) => (row.clone(), file),
            None => {
                scope.wrong(at, "has no `row`", "such as row = \"{name} <> {folio}/{pages}\"");
                return None;
            }
        },
    };
    let half = Limit::pt(0.0, size.height.to_f64() / 2.0);
    let offset = file.offset.at().map_or(OFFSET, |_| scope.length(&file.offset, half));
    // It is in the margin, and keeps its place there when the margin gives.
    let offset = scope.factors.of("page.margin").of(offset);
    Some(Running {
        row: row(&text, Where::Running, scope)?,
        first: flag(&file.first, true),
        single: flag(&file.single, false),
        offset,
    })
}
