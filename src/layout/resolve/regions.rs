//! The columns of the page: their positions and what they take.

use std::collections::BTreeMap;

use super::scope::{Limit, SPACE, Scope};
use super::style::flag;
use super::{color, elastic};
use crate::diag::{Diagnostic, code, message};
use crate::geom::{Pt, Sides};
use crate::layout::file::schema::{self, Element};
use crate::layout::file::{Amount, At, Key, Unit};
use crate::layout::kinds::{KINDS, kind};
use crate::layout::{Color, Page, Region, RegionPlace, Take};

const SHARE: Limit = Limit::factor(0.01, 100.0);
const COLUMNS: Limit = Limit::factor(1.0, 4.0);
const PERCENT: Limit = Limit::factor(1.0, 100.0);

/// The amount by which parts of a width may exceed the whole.
const ROUNDING: Pt = Pt::from_units(64);

/// A region's width before the shares are distributed.
enum Measure {
    Fixed(Pt),
    Share(f64),
}

/// Returns the regions in reading order.
pub fn regions(
    file: &BTreeMap<String, Key<schema::Region>>,
    page: &Page,
    header: &BTreeMap<String, &Element>,
    scope: &mut Scope<'_>,
) -> Vec<Region> {
    let area = page.size.width - page.margin.left - page.margin.right;
    let mut declared: Vec<(&String, &At<schema::Region>)> =
        file.iter().filter_map(|(name, key)| Some((name, key.at()?))).collect();
    if declared.is_empty() {
        return vec![region("main", page, (page.margin.left, area))];
    }
    declared.sort_by_key(|(_, at)| (at.value.order.value().copied().unwrap_or(0), at.place));
    let is_top = |at: &At<schema::Region>| at.value.place.value() == Some(&RegionPlace::Top);
    let columns: Vec<_> = declared.iter().copied().filter(|(_, at)| !is_top(at)).collect();
    if columns.is_empty() {
        let (_, at) = declared[0];
        scope.wrong(at, "has no column below it", "give one region place = \"column\"");
    }
    let mut widths = widths(&columns, area, scope).into_iter();
    let mut x = page.margin.left;
    let mut regions = Vec::new();
    for (name, at) in &declared {
        let across =
            if is_top(at) { (page.margin.left, area) } else { (x, widths.next().unwrap_or_default()) };
        if !is_top(at) {
            x += across.1;
        }
        let first = across.0 == page.margin.left;
        let place = resolved(at, header, region(name, page, across), scope);
        let rule = place.rule.filter(|_| !first || place.columns > 1);
        regions.push((at.value.reads.value().copied().unwrap_or(0), Region { rule, ..place }));
    }
    check_takes(&declared, &regions, scope);
    if let Some(at) = spreading(&declared, scope) {
        spread(&mut regions, at);
    }
    regions.sort_by_key(|(reads, _)| *reads);
    regions.into_iter().map(|(_, region)| region).collect()
}

/// Returns the region that takes the width of spent columns, if any: a column, and only one.
fn spreading(declared: &[(&String, &At<schema::Region>)], scope: &mut Scope<'_>) -> Option<usize> {
    let mut found = None;
    for (number, (_, at)) in declared.iter().enumerate() {
        let Some(key) = at.value.spread.at().filter(|key| key.value) else { continue };
        if at.value.place.value() == Some(&RegionPlace::Top) {
            scope.wrong(
                key,
                "is only for columns",
                "a region with place = \"top\" is already as wide as the page",
            );
        } else if found.is_some() {
            scope.wrong(key, "is set for two regions", "one of them can have the width of the others");
        } else {
            found = Some(number);
        }
    }
    found
}

/// Sets the region's form once the other columns are spent: their width, and the white space that the
/// outermost of them have at the edges of the page. A lone region has all of the width already.
fn spread(regions: &mut [(i64, Region)], at: usize) {
    let columns = || regions.iter().map(|(_, region)| region).filter(|r| r.place == RegionPlace::Column);
    let first = columns().min_by_key(|region| region.x);
    let last = columns().max_by_key(|region| region.x + region.width);
    let (Some(first), Some(last), Some((_, own))) = (first, last, regions.get(at)) else { return };
    if columns().count() < 2 {
        return;
    }
    let wide = Region {
        x: first.x,
        width: last.x + last.width - first.x,
        pad: Sides { left: first.pad.left, right: last.pad.right, ..own.pad },
        rule: own.rule.filter(|_| own.columns > 1),
        ..own.clone()
    };
    if let Some((_, region)) = regions.get_mut(at) {
        region.spread = Some(Box::new(wide));
    }
}

/// Returns a region with its position and everything in its table.
fn resolved(
    at: &At<schema::Region>,
    header: &BTreeMap<String, &Element>,
    plain: Region,
    scope: &mut Scope<'_>,
) -> Region {
    let file = &at.value;
    Region {
        place: file.place.value().copied().unwrap_or_default(),
        pad: elastic::sides(scope.sides(&file.pad, SPACE), scope.factors.of("regions.pad")),
        background: color::of(&file.background, scope),
        inks: inks(&file.color, scope),
        columns: file.columns.at().map_or(1, |_| scope.count(&file.columns, COLUMNS)),
        gutter: scope.length(&file.gutter, SPACE),
        balance: flag(&file.balance, false),
        rule: scope.line(&file.rule),
        takes: takes(at, header, scope),
        ..plain
    }
}

/// Returns a region as tall as the text area that takes everything.
fn region(name: &str, page: &Page, (x, width): (Pt, Pt)) -> Region {
    Region {
        name: name.to_owned(),
        place: RegionPlace::Column,
        x,
        width,
        inset: (page.margin.top, page.margin.bottom),
        pad: Default::default(),
        background: None,
        inks: Vec::new(),
        styles: BTreeMap::new(),
        columns: 1,
        gutter: Pt::ZERO,
        balance: false,
        rule: None,
        takes: vec![Take::Rest],
        spread: None,
    }
}

/// Returns the width of each region: lengths and percentages of the text area first, then shares of the rest.
fn widths(declared: &[(&String, &At<schema::Region>)], area: Pt, scope: &mut Scope<'_>) -> Vec<Pt> {
    let measures: Vec<Measure> =
        declared.iter().map(|(_, at)| measure(&at.value.width, area, scope)).collect();
    let mut left = area;
    for (measure, (_, at)) in measures.iter().zip(declared) {
        let Measure::Fixed(width) = measure else { continue };
        left -= *width;
        if left < Pt::ZERO - ROUNDING {
            let message = message!("is {left}pt wider than the page has room for", left = Pt::ZERO - left);
            scope.wrong(at, &message, message!("the text area is {area}pt wide; make `width` smaller", area));
            left = Pt::ZERO;
        }
    }
    let shares: f64 = measures.iter().map(|m| if let Measure::Share(share) = m { *share } else { 0.0 }).sum();
    let width = |measure: &Measure| match measure {
        Measure::Fixed(width) => *width,
        Measure::Share(share) => Pt::from_f64(left.to_f64() * share / shares),
    };
    measures.iter().map(width).collect()
}

/// Returns the inks of a region: for each colour of the layout that it names, its replacement.
fn inks(file: &BTreeMap<String, schema::Ink>, scope: &mut Scope<'_>) -> Vec<(Color, Color)> {
    let mut inks = Vec::new();
    for (name, key) in file {
        let (Some(at), Some(own)) = (key.at(), color::of(key, scope)) else { continue };
        match scope.colors.get(name) {
            Some(&common) => inks.push((common, own)),
            None => {
                let known = scope.colors.clone();
                let known: Vec<&str> = known.keys().map(String::as_str).collect();
                scope.unknown(at, "colour", name, &known);
            }
        }
    }
    inks
}

fn measure(key: &schema::Length, area: Pt, scope: &mut Scope<'_>) -> Measure {
    let plain = |at: &At<Amount>| {
        let value = Amount { unit: Unit::Factor, ..at.value };
        Key(Some(At { value, ..at.clone() }))
    };
    match key.at() {
        None => Measure::Share(1.0),
        Some(at) if at.value.unit == Unit::Fr => Measure::Share(scope.factor(&plain(at), SHARE)),
        Some(at) if at.value.unit == Unit::Percent => {
            let percent = scope.factor(&plain(at), PERCENT);
            Measure::Fixed(Pt::from_f64(area.to_f64() * percent / 100.0))
        }
        Some(_) => Measure::Fixed(scope.length(key, Limit::pt(0.0, area.to_f64()))),
    }
}

fn takes(at: &At<schema::Region>, header: &BTreeMap<String, &Element>, scope: &mut Scope<'_>) -> Vec<Take> {
    let Some(names) = at.value.takes.value() else { return vec![Take::Rest] };
    names.iter().filter_map(Key::at).filter_map(|name| take(name, header, scope)).collect()
}

fn take(at: &At<String>, header: &BTreeMap<String, &Element>, scope: &mut Scope<'_>) -> Option<Take> {
    match at.value.as_str() {
        "rest" => return Some(Take::Rest),
        "facts" => return Some(Take::Facts),
        "header" if header.contains_key("") => return Some(Take::Header(String::new())),
        name => {
            if let Some(part) = name.strip_prefix("header.").filter(|part| header.contains_key(*part)) {
                return Some(Take::Header(part.to_owned()));
            }
            if let Some(kind) = kind(name) {
                return Some(Take::Section(kind));
            }
        }
    }
    let parts =
        header.keys().map(|part| if part.is_empty() { "header".into() } else { format!("header.{part}") });
    let known: Vec<String> = parts
        .chain(["facts", "rest"].map(str::to_owned))
        .chain(KINDS.iter().map(|(name, _)| (*name).to_owned()))
        .collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    scope.unknown(at, "part of a résumé", &at.value, &known);
    None
}

/// Checks that each thing is taken once, and that there is a place for the rest.
fn check_takes(
    declared: &[(&String, &At<schema::Region>)],
    regions: &[(i64, Region)],
    scope: &mut Scope<'_>,
) {
    let mut seen: Vec<&Take> = Vec::new();
    for ((_, at), (_, region)) in declared.iter().zip(regions) {
        for take in &region.takes {
            if seen.contains(&take) {
                let what =
                    message!("takes what another region already takes: {taken}", taken = take.in_words());
                scope.wrong(at, &what, "a part of the résumé goes in one region; name it once in `takes`");
            }
            seen.push(take);
        }
    }
    if !seen.contains(&&Take::Rest) {
        let place = declared.first().map(|(_, at)| at.place);
        let message = "no region takes the rest of the résumé";
        let finding = Diagnostic::new(code::LAYOUT_VALUE, place, message);
        scope.sink.report(finding.hint("add \"rest\" to the `takes` of one region"));
    }
}

impl Take {
    /// Names it as in layout files.
    fn in_words(&self) -> String {
        match self {
            Take::Header(part) if part.is_empty() => "header".to_owned(),
            Take::Header(part) => format!("header.{part}"),
            Take::Facts => "facts".to_owned(),
            Take::Section(of) => {
                KINDS.iter().find(|(_, kind)| kind == of).map_or("", |(name, _)| name).to_owned()
            }
            Take::Rest => "rest".to_owned(),
        }
    }
}
