//! Repetitions in the header, and labels of missing things.

use crate::diag::Span;
use crate::model::build::Builder;
use crate::model::kinds::{ContactKind, KeyKind, fold};
use crate::model::resume::{Contact, Header};
use crate::model::rich::{Piece, Rich};

impl Builder<'_> {
    /// Adds a contact, unless the same one is above: a number in the line under the name and in a
    /// list below.
    pub(super) fn contact(&mut self, header: &mut Header, contact: Contact) {
        let letters = |text: &Rich| text.text().split_whitespace().collect::<String>();
        let one = letters(&contact.value);
        let same = |old: &Contact| old.kinds == contact.kinds && letters(&old.value) == one;
        if one.is_empty() || contact.kinds.is_empty() || !header.contacts.iter().any(same) {
            return header.contacts.push(contact);
        }
        contact.key.iter().for_each(|key| self.consume(key, "key of a contact given above"));
        self.consume(&contact.value, "contact, given above");
    }
}

/// The longest word for an address, in characters.
const WORD: usize = 12;
/// The longest address that is printed instead of its word, in characters.
const ADDRESS: usize = 40;

impl Builder<'_> {
    /// `[邮箱](a@example.com)`, `[网站](https://example.com)`: on paper the word alone says nothing, and its address is shown.
    pub(super) fn with_address(&mut self, mut contact: Contact) -> Contact {
        use ContactKind::{Email, Phone, Website};
        let word = contact.value.text().trim().to_owned();
        let Some(link) = contact.value.runs().find_map(|run| run.link.clone()) else { return contact };
        let kind = contact.kinds.first().copied();
        let says_kind = KeyKind::of_key(&word).iter().any(|key| matches!(key, KeyKind::Contact(_)));
        let short = word.chars().count() <= WORD && word.chars().all(|c| c.is_alphabetic() || c == ' ');
        let plain = contact.key.is_none() && says_kind && short;
        if !plain || !matches!(kind, Some(Email | Phone | Website)) {
            return contact;
        }
        let address =
            ["mailto:", "tel:", "https://", "http://"].iter().find_map(|lead| link.strip_prefix(lead));
        let address = address.map(|address| address.split('?').next().unwrap_or(address));
        let Some(address) = address.filter(|address| address.chars().count() <= ADDRESS) else {
            return contact;
        };
        self.consume(&contact.value, "word for an address that is printed");
        let mut value =
            Rich::plain(address.trim_end_matches('/'), Span { end: contact.span.start, ..contact.span });
        for piece in &mut value.0 {
            if let Piece::Run(run) = piece {
                run.link = Some(link.clone());
            }
        }
        contact.value = value;
        contact
    }
}

/// Returns whether a text is the label of a photo that is elsewhere, or missing: 照片, `Photo:`.
pub(super) fn is_photo_label(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "照片",
        "个人照片",
        "证件照",
        "头像",
        "相片",
        "个人照",
        "本人照片",
        "photo",
        "picture",
        "avatar",
        "foto",
        "写真",
        "证明写真",
        "사진",
    ];
    WORDS.contains(&fold(text.trim().trim_end_matches([':', '：'])).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_photos() {
        for text in ["照片", "證件照：", "Photo:", " avatar "] {
            assert!(is_photo_label(text), "{text}");
        }
        for text in ["摄影", "Photographer", "照片处理"] {
            assert!(!is_photo_label(text), "{text}");
        }
    }
}
