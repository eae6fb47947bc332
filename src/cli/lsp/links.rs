//! Links to the files and pages that a text names; and colours.

use std::ops::Range;
use std::str::FromStr;

use lsp_types::{
    Color, ColorInformation, ColorPresentation, ColorPresentationParams, DocumentLink, GotoDefinitionParams,
    Location, Uri,
};

use super::at::At;
use super::complete::front_path;
use super::uri;
use crate::session::folder_of;
use crate::source::markdown::{InlineKind, running};

/// A place and the target that it names.
struct Named {
    place: Range<usize>,
    target: Uri,
}

/// Returns the files and pages that a text names.
pub fn of(at: &At<'_>) -> Vec<DocumentLink> {
    let link = |named: Named| DocumentLink {
        range: at.document.text.range(named.place, at.encoding),
        target: Some(named.target),
        tooltip: None,
        data: None,
    };
    named(at).into_iter().map(link).collect()
}

/// Returns the file that is named at a place.
pub fn definition(params: GotoDefinitionParams, at: &At<'_>) -> Option<Location> {
    let offset = at.document.text.offset(params.text_document_position_params.position, at.encoding);
    let here =
        named(at).into_iter().find(|named| named.place.start <= offset && offset <= named.place.end)?;
    uri::path(&here.target).map(|_| Location::new(here.target, lsp_types::Range::default()))
}

fn named(at: &At<'_>) -> Vec<Named> {
    let mut found = Vec::new();
    let text = at.document.text.as_str();
    let folder = at.document.path.as_deref().map(folder_of);
    let file = |name: &str| {
        let path = folder.as_deref()?.join(name);
        path.is_file().then(|| uri::uri(&path)).flatten()
    };
    if let Some(said) = &at.analysis.content {
        running(&said.source.markdown.blocks, &mut |inline| {
            let Some(place) = at.analysis.place(inline.span) else { return };
            let target = match &inline.kind {
                InlineKind::Link { url, .. } => Uri::from_str(url).ok(),
                InlineKind::Image { src, .. } => file(src),
                _ => None,
            };
            found.extend(target.map(|target| Named { place, target }));
        });
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let include = line.strip_prefix("<!-- include:").and_then(|rest| rest.split_once("-->"));
        let key = line
            .split_once([':', '='])
            .filter(|(key, _)| matches!(key.trim(), "layout" | "photo" | "extends"));
        let is_key = at.document.is_toml() || front_path(text, start).is_some();
        let name = include.map(|(name, _)| name).or(key.filter(|_| is_key).map(|(_, value)| value));
        if let Some(name) = name.map(|name| name.trim().trim_matches(['"', '\'']))
            && let (Some(target), Some(inside)) = (file(name), line.find(name).filter(|_| !name.is_empty()))
        {
            found.push(Named { place: start + inside..start + inside + name.len(), target });
        }
        start += line.len();
    }
    found
}

/// Returns the colours that a front matter or a layout has: `#rrggbb`.
pub fn colours(at: &At<'_>) -> Vec<ColorInformation> {
    let text = at.document.text.as_str();
    let whole = if at.document.is_toml() { text } else { front(text) };
    let signs = whole.match_indices('#').filter_map(|(at, _)| Some((at, colour(whole.get(at..)?)?)));
    let shown = |(start, color): (usize, Color)| ColorInformation {
        range: at.document.text.range(start..start + 7, at.encoding),
        color,
    };
    signs.map(shown).collect()
}

fn front(text: &str) -> &str {
    let end = text.strip_prefix("---").and_then(|rest| rest.find("\n---"));
    text.get(..end.map_or(0, |end| end + 3)).unwrap_or_default()
}

fn colour(text: &str) -> Option<Color> {
    let digits = text.get(1..7).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    if text[7..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let part =
        |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map(|part| f32::from(part) / 255.0).ok();
    Some(Color { red: part(0)?, green: part(2)?, blue: part(4)?, alpha: 1.0 })
}

/// Returns the notation of a colour.
pub fn presentations(params: ColorPresentationParams, _: &At<'_>) -> Vec<ColorPresentation> {
    let part = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    let Color { red, green, blue, .. } = params.color;
    let label = format!("#{:02x}{:02x}{:02x}", part(red), part(green), part(blue));
    vec![ColorPresentation { label, ..ColorPresentation::default() }]
}
