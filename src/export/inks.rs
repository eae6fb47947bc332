//! The colours of a layout, as far as they are legible on white.

use crate::layout::role;
use crate::layout::{Color, Layout};

/// A colour: red, green, blue.
pub type Ink = [u8; 3];

/// White paper.
pub const PAPER: Ink = [255, 255, 255];

/// The inks of text.
#[derive(Clone, Copy, Debug)]
pub struct Inks {
    /// Running text.
    pub ink: Ink,
    /// Titles of sections.
    pub accent: Ink,
    /// Links.
    pub link: Ink,
    /// Dates and places.
    pub quiet: Ink,
}

impl Inks {
    /// Returns the inks of a layout. An ink meant for a coloured ground is replaced by another.
    pub fn of(layout: &Layout) -> Inks {
        let style = |role: &str| layout.style(role).color;
        let body = style(role::BODY);
        let ink = legible(&[body]).unwrap_or([26, 26, 26]);
        let title = style(role::SECTION_TITLE);
        let first = |inks: &[Color]| legible(inks).unwrap_or(ink);
        Inks {
            ink,
            accent: first(&[title, style(role::ENTRY_ROLE), style(role::LINK), body]),
            link: first(&[style(role::LINK), title, body]),
            quiet: first(&[style(role::DATE), style(role::PLACE), body]),
        }
    }
}

/// Returns the first of some inks that is legible on white (WCAG 2.2, 1.4.3): 4.5 to 1.
fn legible(inks: &[Color]) -> Option<Ink> {
    inks.iter().map(|ink| ink.rgb).find(|ink| contrast(*ink, PAPER) >= 4.5)
}

/// Returns the contrast of two colours (WCAG 2.2, relative luminance).
pub fn contrast(a: Ink, b: Ink) -> f64 {
    let luminance = |rgb: Ink| {
        let [r, g, b] = rgb.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { expanded((c + 0.055) / 1.055) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Returns `x` to the power of about 2.4 (2.40625), using roots, which are the same on every machine.
fn expanded(x: f64) -> f64 {
    let fourth = x.sqrt().sqrt();
    let eighth = fourth.sqrt();
    x * x * fourth * eighth * eighth.sqrt().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_the_guidelines() {
        for (ink, wanted) in
            [([0, 0, 0], 21.0), ([255, 255, 255], 1.0), ([118, 118, 118], 4.54), ([31, 78, 121], 8.6)]
        {
            let found = contrast(ink, PAPER);
            assert!((found - wanted).abs() < 0.1, "{ink:?}: {found}");
        }
    }
}
