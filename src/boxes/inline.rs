//! The pieces of a paragraph: text, icons, blanks, page numbers.

use super::structure::TagId;
use crate::diag::Span;
use crate::geom::Pt;
use crate::layout::{Color, Frame, RatingMarks, Style};
use crate::model::{ContactKind, SectionKind};

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Characters of one look.
    Text(Text),
    /// A forced line end.
    Break,
    /// A blank that may stretch, between contacts or tags: no text, vanishes at line ends; a line may
    /// end here.
    Space(Pt),
    /// A printed separator between contacts, blanks included: an artifact, which vanishes at line ends; a
    /// line may end here. Its text matters only for its look.
    Separator(Text),
    /// A picture for a contact, on the baseline: an artifact unless it has a text.
    Icon(Icon),
    /// A number known only once the pages are: set in figures of equal width.
    Folio(Folio, TextStyle),
}

/// Characters of one look, from one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// The characters as they are printed and as the text layer has them.
    pub text: String,
    /// Its place in the source; of the same length in bytes exactly when it is the source's
    /// own text. Empty for text of the layout.
    pub span: Span,
    /// Its look.
    pub style: TextStyle,
    /// The target of its link.
    pub link: Option<String>,
    /// Its language, where it differs from the paragraph's.
    pub lang: Option<String>,
    /// Code: verbatim, no gap, no ligature inside (rule 20).
    pub verbatim: bool,
    /// Its own element within the paragraph's, if it has one (a key in its `Lbl`).
    pub tag: Option<TagId>,
    /// Whether no line ends inside it (contacts, dates), if it fits on one.
    pub unbroken: bool,
    /// A box around it, which needs blanks on both sides for its padding.
    pub frame: Option<Frame>,
    /// The look of ratings such as ★★★☆☆.
    pub rating: RatingMarks,
}

/// The look of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextStyle {
    /// Size, weight, faces, colour and so on.
    pub style: Style,
    /// The distance by which the baseline is raised.
    pub rise: Pt,
    /// Whether the characters are struck through.
    pub strike: bool,
}

impl Default for TextStyle {
    fn default() -> TextStyle {
        TextStyle { style: Style::PLAIN, rise: Pt::ZERO, strike: false }
    }
}

/// A small picture in running text.
#[derive(Clone, Debug, PartialEq)]
pub struct Icon {
    /// Its meaning.
    pub kind: Emblem,
    /// Its em.
    pub size: Pt,
    /// The distance by which the pen advances: its em and the space after it.
    pub advance: Pt,
    /// Its ink.
    pub color: Color,
    /// The text that is read out instead, when it replaces a key.
    pub alt: Option<String>,
    /// Its element, when it has a text.
    pub tag: Option<TagId>,
}

/// The meaning of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emblem {
    /// A way to reach the person.
    Contact(ContactKind),
    /// A section.
    Section(SectionKind),
}

/// A page number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folio {
    /// The number of this page.
    Page,
    /// The number of pages.
    Pages,
}

impl Inline {
    /// Returns the type size of a piece; `None` for a blank or a break.
    pub fn size(&self) -> Option<Pt> {
        match self {
            Inline::Text(text) | Inline::Separator(text) => Some(text.style.style.size),
            Inline::Folio(_, style) => Some(style.style.size),
            Inline::Icon(icon) => Some(icon.size),
            Inline::Space(_) | Inline::Break => None,
        }
    }
}
