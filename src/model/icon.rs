//! Icons of other tools in the header: their meaning, while its lines are cut and sorted.
//!
//! An icon is one character of the last private-use plane, without a place in the source: no author types one,
//! and none is ever printed.

use super::kinds::{ContactKind, KeyKind};
use super::rich::{Piece, Rich, Run};
use crate::diag::Span;

/// The first of the characters, one for each kind of contact.
const FIRST: u32 = 0x10_0000;
/// Names of icons that are not names of keys.
const ALIASES: [(&str, ContactKind); 21] = [
    ("envelope", ContactKind::Email),
    ("mail", ContactKind::Email),
    ("at", ContactKind::Email),
    ("inbox", ContactKind::Email),
    ("phone", ContactKind::Phone),
    ("mobile", ContactKind::Phone),
    ("call", ContactKind::Phone),
    ("tel", ContactKind::Phone),
    ("map", ContactKind::Location),
    ("geo", ContactKind::Location),
    ("location", ContactKind::Location),
    ("pin", ContactKind::Location),
    ("globe", ContactKind::Website),
    ("link", ContactKind::Website),
    ("earth", ContactKind::Website),
    ("weixin", ContactKind::Wechat),
    ("github", ContactKind::Github),
    ("gitlab", ContactKind::Gitlab),
    ("linkedin", ContactKind::Linkedin),
    ("twitter", ContactKind::X),
    ("telegram", ContactKind::Telegram),
];

/// Returns an icon by its name; `None` for one that is no kind of contact.
pub(super) fn piece(name: &str, at: Span) -> Option<Piece> {
    let kind = kind_of_name(name)?;
    let nth = ContactKind::NAMES.iter().position(|(_, known)| *known == kind)?;
    let icon = char::from_u32(FIRST + nth as u32)?;
    Some(Piece::Run(Run { text: icon.to_string(), span: Span { end: at.start, ..at }, ..Run::default() }))
}

/// Returns the kind of contact in an icon's name: `phone-alt`, `linkedin-in`, `geo-alt-fill`.
pub(super) fn kind_of_name(name: &str) -> Option<ContactKind> {
    let known = KeyKind::of_key(name).into_iter().find_map(|kind| match kind {
        KeyKind::Contact(kind) => Some(kind),
        _ => None,
    });
    known.or_else(|| {
        let mut words = name.split(['-', '_', ':', ' ']);
        words.find_map(|word| ALIASES.iter().find(|(alias, _)| *alias == word).map(|(_, kind)| *kind))
    })
}

/// Returns whether a character is an icon.
pub(super) fn is_icon(c: char) -> bool {
    kind_of(c).is_some()
}

/// Returns the kind of contact of an icon.
pub(super) fn kind_of(c: char) -> Option<ContactKind> {
    let nth = u32::from(c).checked_sub(FIRST)?;
    ContactKind::NAMES.get(nth as usize).map(|(_, kind)| *kind)
}

/// Takes the icons out of a text.
pub(super) fn without(mut text: Rich) -> Rich {
    text.0.retain(
        |piece| !matches!(piece, Piece::Run(run) if run.span.is_empty() && run.text.chars().all(is_icon)),
    );
    text.trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_kinds() {
        for (name, kind) in [
            ("phone-alt", "phone"),
            ("envelope-o", "email"),
            ("geo-alt-fill", "location"),
            ("linkedin-in", "linkedin"),
            ("github-square", "github"),
            ("weixin", "wechat"),
            ("globe2", ""),
            ("rocket", ""),
        ] {
            assert_eq!(kind_of_name(name).map_or("", ContactKind::name), kind, "{name}");
        }
    }
}
