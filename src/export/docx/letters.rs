//! The styles of letters: those that Word has for them, and others for what it has none.

use super::look::Look;
use super::styles::Paragraph;
use crate::export::letter::{Manner, PARTS, Side, manner};
use crate::layout::Layout;
use crate::model::{LetterPart, Resume};

/// The style of the lines of a sender below the recipient.
pub const SENDER: &str = "Sender";

/// Returns the identifier of a part's style.
pub fn id(part: LetterPart) -> &'static str {
    match part {
        LetterPart::Recipient => "Recipient",
        LetterPart::Date => "Date",
        LetterPart::Subject => "Subject",
        LetterPart::Salutation => "Salutation",
        LetterPart::Body => "BodyText",
        LetterPart::Closing => "Closing",
        LetterPart::Wish => "Wish",
        LetterPart::End => "Ending",
        LetterPart::Note => "Note",
        LetterPart::Signature => "SignaturePicture",
        LetterPart::Name => "Signature",
        LetterPart::Enclosures => "Enclosures",
    }
}

/// Returns the styles of a letter; none for a résumé.
pub fn styles(resume: &Resume, layout: &Layout, look: &Look) -> Vec<Paragraph<'static>> {
    let Some(letter) = &resume.letter else { return Vec::new() };
    // A line in twips: system fonts are about 1.2 times as high as their size.
    let line = look.body * 122 * look.leading / 2400;
    let mut all = vec![Paragraph { id: SENDER, name: SENDER, align: Some("right"), ..Paragraph::default() }];
    for (part, name) in PARTS {
        let Manner { side, bold, large, first, before } = manner(letter, layout, part);
        all.push(Paragraph {
            id: id(part),
            name,
            bold,
            size: large.then_some(look.body * 13 / 10),
            space: (line * before / 10, if large { line * 6 / 10 } else { 0 }),
            first: u32::from(first),
            align: match side {
                Side::Start => None,
                Side::Center => Some("center"),
                Side::End => Some("right"),
            },
            ..Paragraph::default()
        });
    }
    all
}
