//! What the faces lack, as findings.

use super::case::Remark;
use crate::diag::{Diagnostic, Span, code};
use crate::font::{FaceId, FontBook};

/// What was told already: each thing once a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    /// A character is missing.
    Missing(char),
    /// A fallback face was used.
    Fallback(FaceId),
    /// A face is not bold.
    Light(FaceId),
}

/// Returns a remark as a finding, with what tells it from others of its kind.
pub(super) fn tell(book: &FontBook, remark: Remark, place: Option<Span>) -> Option<(Told, Diagnostic)> {
    match remark {
        Remark::Missing(c) => {
            let message = format!("no font has {} (U+{:04X})", shown(c), u32::from(c));
            let hint = "write it differently, or give a folder with a font that has it: --font-path DIR";
            Some((Told::Missing(c), Diagnostic::new(code::NO_GLYPH, place, message).hint(hint)))
        }
        Remark::Fallback(c, face) => {
            let family = &book.face(face).family;
            let message = format!("{} (U+{:04X}) is set in {family}", shown(c), u32::from(c));
            Some((Told::Fallback(face), Diagnostic::new(code::FALLBACK, place, message)))
        }
        Remark::Light(face) => {
            let name = &book.face(face).family;
            let message = format!("{name} has no bold face; its regular one is thickened");
            Some((Told::Light(face), Diagnostic::new(code::BOLD, place, message)))
        }
    }
}

/// Returns a character as it can be shown on one line.
fn shown(c: char) -> String {
    if c.is_control() || super::class::is_invisible(c) {
        "a character without ink".to_owned()
    } else {
        format!("“{c}”")
    }
}
