//! The parts of a letter among the paragraphs.

use super::Body;
use super::letters::id;
use crate::export::letter::part_at;
use crate::model::{Image, LetterPart};

/// The height of a signature, and its greatest width, in CSS pixels: 14 mm and 60 mm.
const SIGNATURE: (u32, u32) = (53, 227);

impl Body<'_> {
    /// Returns the style of the current block as a part of a letter.
    pub(super) fn part_style(&self) -> Option<&'static str> {
        let part = part_at(self.resume, self.span)?;
        (self.lists.is_empty() && self.quotes == 0).then(|| id(part))
    }

    /// Returns whether this is a letter whose sender comes below the recipient.
    pub(super) fn is_sender_below(&self) -> bool {
        self.resume.letter.as_ref().is_some_and(|letter| letter.sender_before.is_some())
    }

    /// Returns an image in its size: a signature is no larger than one by hand.
    pub(super) fn sized(&self, image: &Image) -> Image {
        let signature = part_at(self.resume, self.span) == Some(LetterPart::Signature);
        let pixels = self.resume.images.get(&image.src).map(|asset| asset.pixels);
        let mut image = image.clone();
        if let (true, Some((across, down))) = (signature, pixels) {
            let (height, most) = SIGNATURE;
            image.width = Some((height.saturating_mul(across) / down.max(1)).clamp(1, most));
        }
        image
    }
}
