//! Repetitions in the header, and labels of missing things.

use crate::model::build::Builder;
use crate::model::kinds::fold;
use crate::model::resume::{Contact, Header};
use crate::model::rich::Rich;

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
