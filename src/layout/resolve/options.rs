//! The options of a slot: `{contacts|icons, sep= · }`.

use std::ops::Range;

use super::row_scope::{RowError, RowScope, length};
use super::slots::SlotRule;
use crate::diag::{Message, message};
use crate::layout::SlotOptions;
use crate::layout::file::nearest;

/// Reads the options between `|` and `}`.
pub fn parse(
    text: &str,
    range: Range<usize>,
    rule: &SlotRule,
    scope: RowScope<'_>,
) -> Result<SlotOptions, RowError> {
    let mut options = SlotOptions::default();
    for range in split(text, range, ",") {
        let (name, value) = match text[range.clone()].split_once('=') {
            Some((name, value)) => (name.trim(), Some(value)),
            None => (text[range.clone()].trim(), None),
        };
        if name.is_empty() {
            let hint = "if a separator contains a comma, put it in quotes: sep=\", \"";
            return Err(RowError::new(range, "an option is missing here", hint));
        }
        if !rule.options.contains(&name) {
            let hint = match nearest(name, rule.options.iter().copied()) {
                Some(near) => message!("did you mean `{near}`?", near),
                None if rule.options.is_empty() => "it takes none".into(),
                None => message!("it takes: {names}", names = Message::names(rule.options.iter())),
            };
            let message = message!("`{slot}` has no option `{name}`", slot = rule.name, name);
            return Err(RowError::new(range, message, hint));
        }
        set(&mut options, name, value, scope).map_err(|hint| {
            RowError::new(range, message!("the option `{name}` cannot be read", name), hint)
        })?;
    }
    Ok(options)
}

/// Splits a range at every `mark`, such as the commas of options, that is not in quotes.
pub(super) fn split(text: &str, range: Range<usize>, mark: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    let mut quote = None;
    for (at, c) in text[range.clone()].char_indices() {
        let at = range.start + at;
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if text[start..at].ends_with('=') => quote = Some(c),
            (None, _) if at >= start && text[at..range.end].starts_with(mark) => {
                parts.push(start..at);
                start = at + mark.len();
            }
            _ => {}
        }
    }
    parts.push(start..range.end);
    parts
}

/// Sets one option; for a wrong value, returns a message on what it should look like.
fn set(
    options: &mut SlotOptions,
    name: &str,
    value: Option<&str>,
    scope: RowScope<'_>,
) -> Result<(), Message> {
    match (name, value) {
        ("icons", None) => options.icons = true,
        ("keys", None) => options.keys = true,
        ("bare", None) => options.bare = true,
        ("full", None) => options.full = true,
        ("stack", None) => options.stack = true,
        ("wrap", None) => options.stack = false,
        ("chips", None) => options.chips = true,
        ("sep", Some(value)) => options.separator = Some(unquote(value).to_owned()),
        ("sep", None) => return Err("write sep= and the separator, such as sep= · ".into()),
        ("width", value) => {
            let hint = "write width= and a length, such as width=25mm";
            options.width = Some(length(value.ok_or(hint)?, scope).map_err(|_| hint)?);
        }
        ("radius", value) => {
            let hint = "write radius= and a length, such as radius=2mm";
            options.radius = length(value.ok_or(hint)?, scope).map_err(|_| hint)?;
        }
        ("crop", Some("circle")) => options.circle = true,
        ("crop", value) => {
            let ratio = value.and_then(ratio);
            options.crop = Some(ratio.ok_or("write crop=3:4 (width to height) or crop=circle")?);
        }
        _ => return Err(message!("`{name}` takes no value", name)),
    }
    Ok(())
}

/// Removes quotes, which allow a comma in a value. A separator keeps its blanks.
fn unquote(value: &str) -> &str {
    let trimmed = value.trim();
    let inner = ['"', '\''].iter().find_map(|&q| trimmed.strip_prefix(q)?.strip_suffix(q));
    inner.unwrap_or(value)
}

fn ratio(text: &str) -> Option<(u32, u32)> {
    let (across, down) = text.trim().split_once(':')?;
    let side = |text: &str| text.trim().parse().ok().filter(|side| (1..=1000).contains(side));
    Some((side(across)?, side(down)?))
}
