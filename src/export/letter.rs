//! The conventions of letters, for exports that have a look: what stands where, as on the pages.

use super::walk::{Event, Step};
use crate::diag::Span;
use crate::layout::{Align, Layout};
use crate::model::{Form, Letter, LetterPart, Resume};

/// The sides that a part can stand at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// At the left.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the right.
    End,
}

/// How a part of a letter is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    pub side: Side,
    pub bold: bool,
    /// Whether it is a title, larger than the text.
    pub large: bool,
    /// How far its first line is moved in, in ems.
    pub first: u8,
    /// The space above it, in tenths of a line.
    pub before: u32,
}

/// All parts, each with its name in styles: those that Word knows have Word's own.
pub const PARTS: [(LetterPart, &str); 12] = [
    (LetterPart::Recipient, "Recipient"),
    (LetterPart::Date, "Date"),
    (LetterPart::Subject, "Subject"),
    (LetterPart::Salutation, "Salutation"),
    (LetterPart::Body, "Body Text"),
    (LetterPart::Closing, "Closing"),
    (LetterPart::Wish, "Wish"),
    (LetterPart::End, "Ending"),
    (LetterPart::Note, "Note"),
    (LetterPart::Signature, "Signature Picture"),
    (LetterPart::Name, "Signature"),
    (LetterPart::Enclosures, "Enclosures"),
];

/// Returns the name of a part in styles.
pub fn name_of(part: LetterPart) -> &'static str {
    PARTS.iter().find(|(known, _)| *known == part).map_or("Body Text", |(_, name)| name)
}

/// Returns the part of a letter that a block is; `None` in a résumé.
pub fn part_at(resume: &Resume, span: Span) -> Option<LetterPart> {
    let letter = resume.letter.as_ref()?;
    Some(letter.parts.iter().find(|(place, _)| *place == span).map_or(LetterPart::Body, |(_, part)| *part))
}

/// Returns the step, among those behind the header, before which the header goes: in Japan the sender comes below
/// the recipient.
pub fn sender_at(resume: &Resume, rest: &[Step<'_>]) -> usize {
    let before = resume.letter.as_ref().and_then(|letter| letter.sender_before);
    before.and_then(|span| rest.iter().position(|step| step.span == span && is_block(step))).unwrap_or(0)
}

fn is_block(step: &Step<'_>) -> bool {
    !matches!(step.event, Event::Section(_))
}

/// Returns how a part is set. The date stands where the layout wants it.
pub fn manner(letter: &Letter, layout: &Layout, part: LetterPart) -> Manner {
    let manner = usual(letter, part);
    let side = layout.letter.date.filter(|_| part == LetterPart::Date).map(|align| match align {
        Align::Center => Side::Center,
        Align::End => Side::End,
        _ => Side::Start,
    });
    Manner { side: side.unwrap_or(manner.side), ..manner }
}

fn usual(letter: &Letter, part: LetterPart) -> Manner {
    use LetterPart::{
        Body, Closing, Date, Enclosures, End, Name, Note, Recipient, Salutation, Signature, Subject, Wish,
    };
    let at = |side: Side, before: u32| Manner { side, before, ..Manner::default() };
    let start = |before: u32| at(Side::Start, before);
    let title = Manner { bold: true, large: true, ..at(Side::Center, 10) };
    // Room for a signature by hand.
    let signed = letter.parts.iter().any(|(_, part)| *part == Signature);
    let name = |by_hand: u32| if signed { 2 } else { by_hand };
    match (letter.form, part) {
        (Form::Chinese | Form::Japanese, Subject) => title,
        (Form::Chinese, Recipient | Salutation) => start(8),
        (Form::Chinese, Body | Closing) => Manner { first: 2, ..start(0) },
        (Form::Chinese, Wish) => start(0),
        (Form::Chinese, Name) => at(Side::End, name(15)),
        (Form::Chinese, Date) => at(Side::End, 0),
        (Form::Japanese, Date | End) => at(Side::End, 0),
        (Form::Japanese, Recipient) => start(8),
        (Form::Japanese, Body) => Manner { first: 1, ..start(0) },
        (Form::Japanese, Note) => at(Side::Center, 10),
        (Form::Japanese, Name) => at(Side::End, 8),
        (Form::Chinese | Form::Japanese | Form::Korean, Signature) => at(Side::End, 8),
        (Form::Korean, Subject) => Manner { bold: true, ..start(4) },
        (Form::Korean, Date) => at(Side::Center, 18),
        (Form::Korean, Name) => at(Side::End, name(12)),
        (Form::Korean, Body) => start(7),
        (Form::German, Date) => at(Side::End, 0),
        (Form::German, Subject) => Manner { bold: true, ..start(20) },
        (Form::German, Salutation) => start(20),
        (_, Subject) => Manner { bold: true, ..start(10) },
        (Form::American | Form::British, Body) => start(8),
        (Form::American | Form::British, Signature) => start(5),
        (Form::American | Form::British, Enclosures) => start(15),
        (_, Name) => start(name(32)),
        _ => start(10),
    }
}
