//! Checks whether the address of a letter is in the window of its envelope.

use crate::diag::{Diagnostic, Sink, code};
use crate::layout::Letter;
use crate::lines::MarkKind;
use crate::model::{Form, LetterPart, Resume};
use crate::pages::Document;

/// The window for an address, in millimetres (DIN 5008): from the left edge of the paper, and from the top of its
/// field.
const ACROSS: (f64, f64) = (20.0, 105.0);
const DOWN: (f64, f64) = (17.7, 45.0);

/// Reports a German letter whose address no window shows, given where its layout has the window.
pub(super) fn check(resume: &Resume, document: &Document, look: Letter, sink: &mut Sink) {
    let Some(letter) = resume.letter.as_ref().filter(|letter| letter.form == Form::German) else { return };
    let Some((address, _)) = letter.parts.iter().find(|(_, part)| *part == LetterPart::Recipient) else {
        return;
    };
    let mm = |points: f64| points * 25.4 / 72.0;
    let Some(page) = document.pages.first() else { return };
    let seen = page.marks.iter().all(|mark| match &mark.kind {
        MarkKind::Glyphs(run)
            if run.span.file == address.file
                && run.span.start < address.end
                && address.start < run.span.end =>
        {
            let (left, right, base) = (
                mm(mark.at.x.to_f64()),
                mm((mark.at.x + run.width()).to_f64()),
                mm((mark.at.y - look.window).to_f64()),
            );
            left >= ACROSS.0 && right <= ACROSS.1 && base >= DOWN.0 && base <= DOWN.1
        }
        _ => true,
    });
    if !seen {
        let found =
            Diagnostic::new(code::WINDOW, *address, "the address is not in the window of an envelope");
        sink.report(
            found.hint(
                "use a layout with a head of at most 45 mm and its text on the left, such as `classic`",
            ),
        );
    }
}
