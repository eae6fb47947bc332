//! The tags inside running text: hidden text is removed, icons are added, and text that HTML sets apart is
//! separated, on lines of its own by breaks, on one line by tabs.

use std::collections::BTreeMap;

use super::chips;
use super::element::{self, Kind};
use super::icon;
use super::line::Line;
use super::tokens::Tag;
use crate::diag::Span;
use crate::source::markdown::{Inline, InlineKind, inline_texts};
use crate::source::notes::{Hidden, Notes};

/// Returns running text with its tags processed; a heading is one line.
pub fn tidy(inlines: Vec<Inline>, heading: bool, notes: &mut Notes<'_>) -> Vec<Inline> {
    let inlines = icon::short_codes(inlines);
    if !inlines.iter().any(|inline| matches!(inline.kind, InlineKind::Tag { .. })) {
        return inlines;
    }
    if let Some(chips) = chips::find(&inlines) {
        return chips;
    }
    let tags: Vec<Option<Tag>> = inlines.iter().map(tag_of).collect();
    let ends = ends(&tags);
    let inlines = chips::renamed(inlines, &ends);
    let tags: Vec<Option<Tag>> = inlines.iter().map(tag_of).collect();
    let joints = Joints::of(&inlines, &tags, &ends);
    let mut inlines: Vec<Option<Inline>> = inlines.into_iter().map(Some).collect();
    let (mut line, mut at) = (Line::new(heading), 0);
    while at < inlines.len() {
        let here = at;
        at += 1;
        let Some(inline) = inlines[here].take() else { continue };
        let Some(tag) = &tags[here] else {
            line.push(inline);
            continue;
        };
        let inside = at..ends[here].unwrap_or(inlines.len());
        let fate = fate(tag, &inlines[inside.clone()], ends[here].is_some());
        let place = inline.span;
        let parts = match fate {
            Fate::Kept => is_spacer(tag, &inlines[inside.clone()], ends[here].is_some()),
            _ => joints.at(here),
        };
        if parts {
            line.cell();
        }
        match fate {
            Fate::Hidden { .. } | Fate::Icon(_) => {
                let content: Vec<Inline> =
                    inlines[inside.clone()].iter_mut().filter_map(Option::take).collect();
                match fate {
                    Fate::Hidden { why, loud } => {
                        notes.hide_inlines(&Hidden { name: &tag.name, place, why, loud }, &content);
                    }
                    _ => inline_texts(&content, &mut |text, span| notes.drop(text, span, "drawn as an icon")),
                }
                // The closing tag is removed too.
                at = inside.end + usize::from(ends[here].is_some());
            }
            Fate::IconAndText(_) | Fate::IconAlone(_) | Fate::Kept => {}
        }
        match fate {
            Fate::Icon(name) | Fate::IconAlone(name) => {
                line.push(Inline { span: place, kind: InlineKind::Icon(name) });
            }
            Fate::IconAndText(name) => {
                line.push(Inline { span: before(place), kind: InlineKind::Icon(name) });
                line.tag(tag, inline, false);
            }
            Fate::Kept => {
                line.tag(tag, inline, joints.at(here));
                let hollow = ends[here] == Some(at) && element::is_component(&tag.name);
                let raw = notes.source.get(place.range()).unwrap_or_default();
                let printed = if hollow { super::inlines::printed(tag, raw, place) } else { None };
                printed.into_iter().for_each(|printed| line.push(printed));
            }
            Fate::Hidden { .. } => {}
        }
    }
    line.finish()
}

/// Returns whether an element is empty and only keeps its neighbours apart: `Lab<span class="fill"></span>2022`.
/// One with a name is the target of a link.
fn is_spacer(tag: &Tag, content: &[Option<Inline>], closed: bool) -> bool {
    let blank = |inline: &Option<Inline>| match inline.as_ref().map(|inline| &inline.kind) {
        Some(InlineKind::Text(text)) => text.trim().is_empty(),
        Some(_) => false,
        None => true,
    };
    closed
        && tag.name == "span"
        && !tag.closing
        && content.len() <= 1
        && content.iter().all(blank)
        && tag.attribute("id").or_else(|| tag.attribute("name")).is_none()
        && !tag.attribute("class").is_some_and(|class| class.contains("icon"))
}

/// The treatment of an element.
enum Fate {
    /// It is kept.
    Kept,
    Hidden {
        why: &'static str,
        loud: bool,
    },
    /// It is an icon, whatever glyph it holds.
    Icon(String),
    /// It is an icon that was not closed.
    IconAlone(String),
    IconAndText(String),
}

fn fate(tag: &Tag, content: &[Option<Inline>], closed: bool) -> Fate {
    if tag.closing {
        return Fate::Kept;
    }
    let hidden = match element::kind(tag) {
        Kind::Hidden { why, loud } if !element::is_void(&tag.name) => Fate::Hidden { why, loud },
        _ => Fate::Kept,
    };
    let drawing = tag.name == "svg";
    if matches!(hidden, Fate::Hidden { .. }) && !drawing {
        return hidden;
    }
    let of_use = || {
        let mut inner = content.iter().flatten().filter_map(tag_of);
        inner.find_map(|inner| icon::of_tag(&inner).filter(|_| inner.name == "use"))
    };
    let named = icon::of_tag(tag).or_else(|| if drawing { of_use() } else { None });
    let ligature = match content {
        [Some(Inline { kind: InlineKind::Text(name), .. })] if icon::is_ligature(tag) => icon::bare(name),
        _ => None,
    };
    // At most as many as in an icon's element: looking far into each of many would cost too much.
    let hollow = content.len() <= 8 && content.iter().flatten().all(is_near_empty);
    match (ligature.filter(|_| closed), named) {
        (Some(name), _) => Fate::Icon(name),
        (None, Some(name)) if closed && (drawing || hollow) => Fate::Icon(name),
        (None, Some(name)) if closed => Fate::IconAndText(name),
        (None, Some(name)) => Fate::IconAlone(name),
        (None, None) => hidden,
    }
}

/// Returns whether an inline in an icon's element is not text: blanks, tags, a glyph.
fn is_near_empty(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => icon::is_glyphs(text),
        InlineKind::Tag { .. } | InlineKind::SoftBreak { .. } | InlineKind::Comment(_) => true,
        _ => false,
    }
}

/// Returns an inline's tag.
fn tag_of(inline: &Inline) -> Option<Tag> {
    match &inline.kind {
        InlineKind::Tag { name, closing, attributes } => {
            Some(Tag { name: name.clone(), closing: *closing, empty: false, attributes: attributes.clone() })
        }
        _ => None,
    }
}

/// Returns for each opening tag the position of its closing one.
fn ends(tags: &[Option<Tag>]) -> Vec<Option<usize>> {
    let mut ends = vec![None; tags.len()];
    let mut open: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, tag) in tags.iter().enumerate() {
        let Some(tag) = tag else { continue };
        let of_name = open.entry(&tag.name).or_default();
        if tag.closing {
            if let Some(start) = of_name.pop() {
                ends[start] = Some(at);
            }
        } else if !element::is_void(&tag.name) {
            of_name.push(at);
        }
    }
    ends
}

/// The places where tags separate cells of one line.
pub struct Joints {
    /// Whether a cell begins or ends at each tag.
    cells: Vec<bool>,
}

impl Joints {
    fn of(inlines: &[Inline], tags: &[Option<Tag>], ends: &[Option<usize>]) -> Joints {
        let mut cells = vec![false; tags.len()];
        let only = only_spans(inlines, tags);
        // The opening tag of each closing one.
        let mut starts = vec![None; tags.len()];
        for (start, end) in ends.iter().enumerate() {
            if let Some(end) = end {
                starts[*end] = Some(start);
            }
        }
        // The element that ended last, with only blanks since.
        let mut before: Option<(usize, bool)> = None;
        for (at, inline) in inlines.iter().enumerate() {
            match &tags[at] {
                Some(tag) if tag.closing => {
                    let glued = before.is_none_or(|(_, glued)| glued);
                    before = starts[at].map(|start| (start, glued)).or(before);
                }
                Some(tag) => {
                    if ends[at].is_some() && element::is_apart(tag) {
                        cells[at] = true;
                        ends[at].into_iter().for_each(|end| cells[end] = true);
                    }
                    let other = before.take().and_then(|(start, glued)| Some((tags[start].as_ref()?, glued)));
                    if other.is_some_and(|(other, glued)| are_cells(other, tag, glued, only)) {
                        cells[at] = true;
                    }
                }
                None => match &inline.kind {
                    InlineKind::Text(text) if text.trim().is_empty() => {
                        before = before.map(|(start, _)| (start, false));
                    }
                    InlineKind::SoftBreak { .. } => before = before.map(|(start, _)| (start, false)),
                    InlineKind::Comment(_) | InlineKind::Html(_) => {}
                    _ => before = None,
                },
            }
        }
        Joints { cells }
    }

    fn at(&self, at: usize) -> bool {
        self.cells.get(at).copied().unwrap_or(false)
    }
}

/// Returns whether two consecutive elements are cells: spans without a look of their own, spans that are the whole
/// line, and elements that would be read as one word (`glued`) although they are two things.
fn are_cells(a: &Tag, b: &Tag, glued: bool, only_spans: bool) -> bool {
    let span = |tag: &Tag| tag.name == "span";
    if span(a) && span(b) {
        return only_spans || (is_bare(a) && is_bare(b));
    }
    let thing = |tag: &Tag| {
        element::kind(tag) == Kind::Unknown
            || matches!(
                tag.name.as_str(),
                "a" | "code" | "kbd" | "mark" | "label" | "time" | "span" | "small"
            )
    };
    // `<b>Sample Corp</b><span>2020 – today</span>`
    let dressed = |tag: &Tag| matches!(tag.name.as_str(), "b" | "strong" | "i" | "em");
    let beside = dressed(a) && (span(b) || b.name == "time") || dressed(b) && (span(a) || a.name == "time");
    glued && (thing(a) && thing(b) || beside)
}

/// Returns whether a tag only says where its text goes.
fn is_bare(tag: &Tag) -> bool {
    tag.attributes.iter().all(|(name, _)| matches!(name.as_str(), "id" | "style" | "class"))
        && (element::side(tag).is_some() || !tag.attributes.iter().any(|(name, _)| name != "id"))
}

/// Returns whether all visible text is in spans, and there are several.
fn only_spans(inlines: &[Inline], tags: &[Option<Tag>]) -> bool {
    let (mut depth, mut spans) = (0usize, 0);
    for (inline, tag) in inlines.iter().zip(tags) {
        match tag {
            Some(tag) if tag.name == "span" && tag.closing => depth = depth.saturating_sub(1),
            Some(tag) if tag.name == "span" => {
                spans += usize::from(depth == 0);
                depth += 1;
            }
            Some(_) => {}
            None if depth == 0 && is_text(inline) => return false,
            None => {}
        }
    }
    spans > 1
}

/// Returns whether an inline shows text.
fn is_text(inline: &Inline) -> bool {
    let picture = matches!(inline.kind, InlineKind::Image { .. } | InlineKind::Icon(_));
    super::line::is_visible(inline) && !picture
}

/// Returns the empty place before something.
fn before(span: Span) -> Span {
    Span { end: span.start, ..span }
}
