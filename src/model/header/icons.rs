//! The icon that an item of the header begins with: an emoji, a private-use glyph, `icon:weixin`.

use crate::model::icon;
use crate::model::kinds::{ContactKind, KeyKind};
use crate::model::resume::Contact;
use crate::model::rich::Rich;
use crate::source::chars::{is_emoji, is_private_use};

/// Returns whether a contact leads to a known network.
pub(super) fn is_of_network(contact: &Contact) -> bool {
    use ContactKind::{Email, Location, Phone, Website};
    let kind = contact.kinds.first();
    contact.value.runs().any(|run| run.link.is_some())
        && !matches!(kind, None | Some(Email | Location | Phone | Website))
}

/// Returns the length of the icon that an item begins with, including its separator from the text.
pub(super) fn icon_len(text: &str) -> usize {
    if let Some(rest) = text.strip_prefix("icon:") {
        let name = rest.split_whitespace().next().unwrap_or_default();
        let len = "icon:".len() + name.len();
        return if len == text.len() { 0 } else { len };
    }
    let glyphs = text.len() - text.trim_start_matches(|c| is_private_use(c) || is_emoji(c)).len();
    let rest = text[glyphs..].trim_start();
    let rest = rest.strip_prefix([':', '：']).unwrap_or(rest);
    if glyphs == 0 || rest.trim().is_empty() { 0 } else { text.len() - rest.len() }
}

/// Returns the kind that an icon before an item names, and the item without it.
pub(super) fn bare_of_icon(item: Rich) -> (Option<ContactKind>, Rich) {
    let item = item.trim();
    let text = item.text();
    let len = icon_len(&text);
    if len == 0 {
        return (None, item);
    }
    let icon = text[..len].trim_end_matches([':', '：', ' ', '\u{3000}']);
    let word = icon.strip_prefix("icon:").unwrap_or(icon);
    let icon = word.chars().find_map(icon::kind_of);
    let kind = KeyKind::of_key(word.trim_end_matches('\u{FE0F}'))
        .into_iter()
        .chain(KeyKind::of_key(word))
        .find_map(|kind| match kind {
            KeyKind::Contact(kind) => Some(kind),
            _ => None,
        });
    let kind = icon.or(kind);
    let rest = item.slice(len..text.len()).trim();
    // A house before a town marks a residence, before a web address a website.
    let linked = rest.runs().any(|run| run.link.is_some());
    let kind = match kind {
        Some(ContactKind::Website) if !linked && !rest.text().contains('.') => Some(ContactKind::Location),
        Some(ContactKind::Location) if linked => None,
        kind => kind,
    };
    (kind, rest)
}
