//! Whether both texts have the same contacts.

use super::sides::Drift;
use crate::diag::{Message, Span, code, message};
use crate::model::{Contact, ContactKind, Resume};

/// The digits of a telephone number without its country code.
const NATIONAL: usize = 8;

/// Compares the contacts that both texts have; one that is only in one text is intentional.
pub fn compare(drift: &mut Drift<'_>) {
    let (one, two) = (drift.one.resume, drift.two.resume);
    let mut kinds: Vec<ContactKind> = Vec::new();
    for kind in one.header.contacts.iter().flat_map(|contact| &contact.kinds) {
        if !kinds.contains(kind) && *kind != ContactKind::Location {
            kinds.push(*kind);
        }
    }
    for kind in kinds {
        let (left, right) = (of(one, kind), of(two, kind));
        let only = |these: &[(String, &Contact)], those: &[(String, &Contact)]| -> Option<(String, Span)> {
            let missing =
                these.iter().find(|(form, _)| !those.iter().any(|(other, _)| is_same(form, other, kind)));
            missing.map(|(_, contact)| (contact.value.text().into_owned(), contact.span))
        };
        let (alone, alone_there) = (only(&left, &right), only(&right, &left));
        if let (Some((here, place)), Some((there, place_there))) = (alone, alone_there) {
            let message =
                message!("`{here}` here, `{there}` in {other}", here, there, other = drift.two.name);
            drift.differ(code::DRIFT_CONTACT, (place, place_there), message, Message::default());
        }
    }
}

fn of(resume: &Resume, kind: ContactKind) -> Vec<(String, &Contact)> {
    let contacts = resume.header.contacts.iter().filter(|contact| contact.kinds.contains(&kind));
    contacts.map(|contact| (form(&contact.value.text(), kind), contact)).collect()
}

/// Normalises a value for comparison.
fn form(text: &str, kind: ContactKind) -> String {
    let text = text.trim().to_lowercase();
    match kind {
        ContactKind::Phone => text.chars().filter(char::is_ascii_digit).collect(),
        _ => {
            let bare = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
            bare.trim_start_matches("www.").trim_end_matches('/').to_owned()
        }
    }
}

fn is_same(one: &str, two: &str, kind: ContactKind) -> bool {
    let long = one.len() >= NATIONAL && two.len() >= NATIONAL;
    let (short, other) = if one.len() < two.len() { (one, two) } else { (two, one) };
    // `(020) 0000 0000` is `+44 20 0000 0000`.
    let national = short.trim_start_matches('0');
    one == two || kind == ContactKind::Phone && long && other.ends_with(national)
}
