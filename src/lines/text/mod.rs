//! A paragraph's text: the class of each character, and what is known of a break before it.

pub(super) mod class;
mod dates;
pub(super) mod emoji;
pub(super) mod locale;
pub(super) mod numbers;
pub(super) mod paragraph;
mod quotes;
pub(super) mod tokens;
pub(super) mod uax14;

use crate::boxes::Inline;
use paragraph::ParagraphText;

/// Returns the text of some inlines without [`Inline::Break`], with everything that the scanners know of it.
///
/// `lang` is the paragraph's language, `folio` the page numbers to show.
pub(super) fn read<'p>(inlines: &'p [Inline], lang: &'p str, folio: (u32, u32)) -> ParagraphText<'p> {
    let mut text = ParagraphText::of(inlines, lang, folio);
    quotes::resolve(&mut text);
    tokens::scan(&mut text);
    text
}
