//! Row strings: `"{organization} <> {date}"`. Parsed once, on loading.
//!
//! ```text
//! row    = { cell | fill }
//! fill   = "<>" | "<30mm>" | "<|40mm|>"
//! cell   = { slot | literal }
//! slot   = "{" value { "??" value } "}"
//! value  = name [":" role] ["|" option { "," option }]
//! literal= any text; {{ }} << >> for { } < >
//! ```

use std::collections::BTreeSet;
use std::ops::Range;

use super::options;
use super::row_scope::{RowError, RowScope, length};
use super::slots::{SLOTS, SlotRule, Where};
use crate::diag::{Message, code, message};
use crate::layout::file::nearest;
use crate::layout::{Cell, CellPart, FieldKey, Row, Slot, Start};

/// Returns the row that a string describes.
///
/// # Errors
/// The first error in it.
pub fn parse(text: &str, scope: RowScope<'_>) -> Result<Row, RowError> {
    let mut cells = Vec::new();
    let mut cell = Cell { start: Start::Edge, parts: Vec::new() };
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (part, next) = match c {
            '{' if !text[at..].starts_with("{{") => slot(text, at, scope)?,
            '<' if !text[at..].starts_with("<<") => {
                let (start, next) = fill(text, at, scope)?;
                close(&mut cells, std::mem::replace(&mut cell, Cell { start, parts: Vec::new() }));
                at = next;
                continue;
            }
            _ => literal(text, at)?,
        };
        cell.parts.push(part);
        at = next;
    }
    close(&mut cells, cell);
    let slots: Vec<_> = cells.iter().flat_map(|cell| &cell.parts).filter_map(first).collect();
    // A number comes before the subject of the row.
    let Some((_, first)) = slots.iter().find(|(slot, _)| *slot != Slot::Number).or(slots.first()).cloned()
    else {
        return Err(RowError::new(
            0..text.len(),
            "this row has no slot",
            "a row shows values, such as {name}",
        ));
    };
    Ok(Row { cells, role: first.unwrap_or_else(|| scope.place.role().to_owned()) })
}

/// Returns the slot of a part, for alternatives the first one, with its style.
fn first(part: &CellPart) -> Option<(Slot, Option<String>)> {
    match part {
        CellPart::Slot { slot, role, .. } => Some((*slot, role.clone())),
        CellPart::FirstOf(parts) => parts.first().and_then(first),
        CellPart::Literal(_) => None,
    }
}

/// Ends a cell: blanks at its ends are not printed. There is no cell before a leading fill;
/// there is one after a trailing fill, so that `<> {name} <>` is centred.
fn close(cells: &mut Vec<Cell>, mut cell: Cell) {
    if let Some(CellPart::Literal(text)) = cell.parts.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(CellPart::Literal(text)) = cell.parts.last_mut() {
        *text = text.trim_end().to_owned();
    }
    cell.parts.retain(|part| !matches!(part, CellPart::Literal(text) if text.is_empty()));
    if !(cell.parts.is_empty() && cell.start == Start::Edge) {
        cells.push(cell);
    }
}

/// Reads text up to the next slot or fill.
fn literal(text: &str, from: usize) -> Result<(CellPart, usize), RowError> {
    let mut shown = String::new();
    let mut at = from;
    while let Some(c) = text[at..].chars().next() {
        let twice = text[at + c.len_utf8()..].starts_with(c);
        match c {
            '{' | '<' if !twice => break,
            '}' | '>' if !twice => {
                let message = message!("`{c}` closes nothing", c);
                return Err(RowError::new(at..at + 1, message, message!("write {c}{c} to print one", c)));
            }
            '{' | '<' | '}' | '>' => at += 1,
            _ => {}
        }
        shown.push(c);
        at += c.len_utf8();
    }
    Ok((CellPart::Literal(shown), at))
}

/// Reads `<>`, `<30mm>`, `<|40mm|>`.
fn fill(text: &str, from: usize, scope: RowScope<'_>) -> Result<(Start, usize), RowError> {
    let Some(end) = text[from..].find('>').map(|length| from + length) else {
        let hint = "a fill is <>, <30mm> or <|40mm|>; write << to print <";
        return Err(RowError::new(from..text.len(), "`<` is not closed", hint));
    };
    let inner = &text[from + 1..end];
    if inner.is_empty() {
        return Ok((Start::Fill, end + 1));
    }
    let tab = inner.strip_prefix('|').and_then(|rest| rest.strip_suffix('|'));
    let length = length(tab.unwrap_or(inner), scope)
        .map_err(|hint| RowError::new(from..end + 1, message!("`<{inner}>` is not a fill", inner), hint))?;
    Ok((if tab.is_some() { Start::Tab(length) } else { Start::Gap(length) }, end + 1))
}

/// Reads `{name:role|option,option}`, or several of them separated by `??`.
fn slot(text: &str, from: usize, scope: RowScope<'_>) -> Result<(CellPart, usize), RowError> {
    let Some(end) = text[from..].find('}').map(|length| from + length) else {
        let hint = "a slot looks like {name}; write {{ to print {";
        return Err(RowError::new(from..text.len(), "`{` is not closed", hint));
    };
    let mut parts = Vec::new();
    let mut seen = BTreeSet::new();
    for inner in options::split(text, from + 1..end, "??") {
        let part = value(text, inner.clone(), scope)?;
        if let CellPart::Slot { slot, .. } = &part
            && !seen.insert(*slot)
        {
            let message = message!("`{slot}` is listed twice", slot = text[inner.clone()].trim());
            return Err(RowError::new(inner, message, "name each slot once between { and }"));
        }
        parts.push(part);
    }
    let part = if parts.len() == 1 { parts.remove(0) } else { CellPart::FirstOf(parts) };
    Ok((part, end + 1))
}

/// Reads `name:role|option,option`.
fn value(text: &str, inner: Range<usize>, scope: RowScope<'_>) -> Result<CellPart, RowError> {
    let end = inner.end;
    let (head, options) = match text[inner.clone()].find('|') {
        Some(bar) => (inner.start..inner.start + bar, Some(inner.start + bar + 1..end)),
        None => (inner, None),
    };
    let (name, role) = match text[head.clone()].find(':') {
        Some(colon) => (head.start..head.start + colon, Some(head.start + colon + 1..head.end)),
        None => (head, None),
    };
    if let Some(key) = text[name.clone()].trim().strip_prefix("field.") {
        let slot = field(key, name, scope)?;
        let role = role.map(|range| known_role(text, range, scope)).transpose()?;
        return match options {
            Some(range) => Err(RowError::new(range, "a field has no options", "write {field.NAME}")),
            None => Ok(CellPart::Slot { slot, role, options: Default::default() }),
        };
    }
    let rule = find(text, name, scope)?;
    let role = role.map(|range| known_role(text, range, scope)).transpose()?;
    let options = match options {
        Some(range) => options::parse(text, range, rule, scope)?,
        None => Default::default(),
    };
    let role = role.or_else(|| rule.role_in(scope.place).map(str::to_owned));
    Ok(CellPart::Slot { slot: rule.slot, role, options })
}

/// Returns the slot for one of the author's own keys.
fn field(key: &str, range: Range<usize>, scope: RowScope<'_>) -> Result<Slot, RowError> {
    let place = scope.place.in_words();
    if !matches!(scope.place, Where::Header | Where::Running) {
        let hint = "fields go in the header and in running lines";
        return Err(RowError::new(
            range,
            message!("{place} has no fields", place = Message::from(place)),
            hint,
        ));
    }
    let hint = "its name may have letters, digits, `-` and `_`, 32 bytes at most";
    FieldKey::new(key)
        .map(Slot::Field)
        .ok_or_else(|| RowError::new(range, message!("`{key}` is not a field name", key), hint))
}

/// Finds a slot that is allowed here.
fn find(text: &str, range: Range<usize>, scope: RowScope<'_>) -> Result<&'static SlotRule, RowError> {
    let name = text[range.clone()].trim();
    if let Some(rule) = SLOTS.iter().find(|rule| rule.name == name && rule.places.contains(&scope.place)) {
        return Ok(rule);
    }
    let here = SLOTS.iter().filter(|rule| rule.places.contains(&scope.place)).map(|rule| rule.name);
    let place = Message::from(scope.place.in_words());
    let offered = message!("{place} offers: {names}", place, names = Message::names(here.clone()));
    if SLOTS.iter().any(|rule| rule.name == name) {
        return Err(RowError::new(range, message!("{place} has no `{name}`", place, name), offered));
    }
    let hint = nearest(name, here).map_or(offered, |near| message!("did you mean `{near}`?", near));
    Err(RowError::new(range, message!("no slot is called `{name}`", name), hint))
}

fn known_role(text: &str, range: Range<usize>, scope: RowScope<'_>) -> Result<String, RowError> {
    let name = text[range.clone()].trim();
    if scope.roles.contains(name) {
        return Ok(name.to_owned());
    }
    let hint = match nearest(name, scope.roles.iter().map(String::as_str)) {
        Some(near) => message!("did you mean `{near}`?", near),
        None => message!("declare it as [style.{name}]", name),
    };
    let error = RowError::new(range, message!("no style is called `{name}`", name), hint);
    Err(RowError { code: code::LAYOUT_NAME, ..error })
}
