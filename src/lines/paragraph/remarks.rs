//! Remarks on what the faces lack, as findings.

use crate::diag::{Diagnostic, Message, Span, code, message};
use crate::font::{FaceId, FontBook};
use crate::geom::Pt;
use crate::lines::itemise::glyph_cache::Remark;
use crate::lines::prices;
use crate::lines::text::locale::Locale;

/// The key of a remark already reported: each once per document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lines) enum RemarkKey {
    /// A character is missing.
    Missing(char),
    /// A fallback face was used.
    Fallback(FaceId),
    /// A face is not bold.
    Light(FaceId),
    /// A face lacks the forms of a language.
    Foreign(FaceId, Locale),
    /// There are words from right to left.
    RightToLeft,
}

/// The hint for a character that no face has.
pub(in crate::lines) const OTHER_FONT: &str =
    "write it differently, or give a folder with a font that has it: --font-path DIR";

/// Returns a remark as a finding, with the key that distinguishes it from others of its kind.
pub(super) fn tell(book: &FontBook, remark: Remark, place: Option<Span>) -> Option<(RemarkKey, Diagnostic)> {
    match remark {
        Remark::Missing(c) => {
            let message = message!(
                "no font has {shown} (U+{hex})",
                shown = shown(c),
                hex = format!("{:04X}", u32::from(c))
            );
            Some((RemarkKey::Missing(c), Diagnostic::new(code::NO_GLYPH, place, message).hint(OTHER_FONT)))
        }
        Remark::Fallback(c, face) => {
            let family = &book.face(face).family;
            let message = message!(
                "{shown} (U+{hex}) is set in {family}",
                shown = shown(c),
                hex = format!("{:04X}", u32::from(c)),
                family
            );
            Some((RemarkKey::Fallback(face), Diagnostic::new(code::FALLBACK, place, message)))
        }
        Remark::Light(face) => {
            let name = &book.face(face).family;
            let message = message!("{name} has no bold face; its regular one is thickened", name);
            Some((RemarkKey::Light(face), Diagnostic::new(code::BOLD, place, message)))
        }
        Remark::RightToLeft => {
            let message = "right-to-left words appear in the order of the source, from left to right";
            let hint = "a single word is right; put several in the order in which they should appear";
            Some((RemarkKey::RightToLeft, Diagnostic::new(code::RIGHT_TO_LEFT, place, message).hint(hint)))
        }
        Remark::Foreign(face, locale) => {
            let family = &book.face(face).family;
            let what = match locale {
                Locale::Ja => "Japanese",
                Locale::Ko => "Korean",
                Locale::Hans | Locale::Hant | Locale::Other => "Traditional Chinese",
            };
            let message = message!(
                "{family} lacks the {what} forms of characters such as this one",
                family,
                what = Message::from(what)
            );
            let hint = "give a folder with a font that has them, --font-path DIR, and name it in the layout";
            Some((RemarkKey::Foreign(face, locale), Diagnostic::new(code::REGION, place, message).hint(hint)))
        }
    }
}

/// Returns the finding that a line is too long by `excess`.
pub(super) fn too_long(excess: Pt, place: Option<Span>) -> Diagnostic {
    let message = message!("a line is {excess} pt too long for its column", excess);
    let hint = "widen the column, or shorten what cannot be broken";
    Diagnostic::new(code::OVERFULL, place, message).hint(hint)
}

/// Returns the finding that a line ends at this price.
pub(super) fn torn(price: i32, place: Option<Span>) -> Diagnostic {
    let message = if price >= prices::VIOLATION {
        "a line begins or ends with a mark that should not be there: no better line break is near"
    } else if price >= prices::EMERGENCY {
        "a word wider than its column is broken without a hyphen"
    } else {
        "a number, date or name is split at a line break: no better one is near"
    };
    Diagnostic::new(code::TORN, place, message).hint("widen the column, or word it differently")
}

/// Returns a character in a form that can be shown on one line.
fn shown(c: char) -> Message {
    if c.is_control() || crate::lines::text::class::is_invisible(c) {
        "an invisible character".into()
    } else {
        Message::verbatim(format!("“{c}”"))
    }
}
