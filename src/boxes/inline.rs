//! The pieces of a paragraph: text, icons, blanks, numbers of pages.

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
    /// A line end that was asked for.
    Break,
    /// A blank that may grow, between contacts or tags: no text, vanishes at line ends; a line may
    /// end here.
    Space(Pt),
    /// What is printed between contacts, blanks included: an artifact, which vanishes at line ends; a
    /// line may end here. Its text says nothing but how it looks.
    Separator(Text),
    /// A picture for a contact, standing on the baseline: an artifact unless it has a text.
    Icon(Icon),
    /// A number known only when the pages are: set in figures of equal width.
    Folio(Folio, TextStyle),
}

/// Characters of one look, from one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// What is printed and what the text layer says.
    pub text: String,
    /// Where it stands in the source; of the same length in bytes exactly when it is the source's
    /// own text. Empty for text of the layout.
    pub span: Span,
    /// How it looks.
    pub style: TextStyle,
    /// Where it leads.
    pub link: Option<String>,
    /// Its language, where it differs from the paragraph's.
    pub lang: Option<String>,
    /// Code: verbatim, no gap, no ligature inside (rule 20).
    pub verbatim: bool,
    /// Its own element within the paragraph's, if it has one (a key in its `Lbl`).
    pub tag: Option<TagId>,
    /// No line ends inside it (contacts, dates), if it fits one.
    pub unbroken: bool,
    /// A box round it, which needs blanks beside it for its padding.
    pub frame: Option<Frame>,
    /// What is printed for marks such as ★.
    pub rating: RatingMarks,
}

/// The look of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextStyle {
    /// Size, weight, faces, colour …
    pub style: Style,
    /// How far the baseline is raised.
    pub rise: Pt,
    /// Struck through.
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
    /// What it stands for.
    pub kind: Emblem,
    /// Its em.
    pub size: Pt,
    /// How far the pen moves on: its em and the space behind it.
    pub advance: Pt,
    /// Its ink.
    pub color: Color,
    /// What is read out instead, when it takes the place of a key.
    pub alt: Option<String>,
    /// Its element, when it has a text.
    pub tag: Option<TagId>,
}

/// What an icon stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emblem {
    /// A way to reach the person.
    Contact(ContactKind),
    /// A section.
    Section(SectionKind),
}

/// A number of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folio {
    /// The number of this page.
    Page,
    /// How many there are.
    Pages,
}

impl Inline {
    /// Returns the type size of a piece; none of a blank or a break.
    pub fn size(&self) -> Option<Pt> {
        match self {
            Inline::Text(text) | Inline::Separator(text) => Some(text.style.style.size),
            Inline::Folio(_, style) => Some(style.style.size),
            Inline::Icon(icon) => Some(icon.size),
            Inline::Space(_) | Inline::Break => None,
        }
    }
}
