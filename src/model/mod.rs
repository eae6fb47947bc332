//! The content of a résumé: header, sections, entries, dates, rich text, inferred from shape and words.
//!
//! Nothing the author wrote is lost or reordered; text that cannot be classified stays ordinary text. The
//! few characters that do not reach the page (separators, brackets around a date that moved to the
//! date column) are recorded in [`Resume::consumed`].
//!
//! ```text
//! directive ─▶ outline ─▶ header                      contact, key, kinds, link
//!                     └─▶ section ─▶ entry ─▶ blocks  split, date, number, lines, flow
//! ```

mod allow;
mod blocks;
mod brief;
mod build;
mod columns;
mod contact;
mod cut;
mod date;
mod directive;
mod entry;
mod explain;
mod flow;
mod headed;
mod header;
mod hoist;
mod icon;
mod key;
mod kinds;
mod language;
mod letter;
mod levels;
mod lines;
mod link;
mod lints;
mod margin;
mod misplaced;
mod nested;
mod number;
mod numbers;
mod outline;
mod parts;
mod redact;
mod renumber;
mod resume;
mod rich;
mod section;
mod setext;
mod split;
mod texts;
mod titles;
mod unprinted;
mod unwrap;
mod words;
mod wrap;

pub use allow::Allowed;
pub use build::called;
pub use date::{Date, Dates, date_places};
pub use directive::{Directive, DirectiveKind};
pub use explain::{
    Account, Explained, account, explain, explain_in, explain_json, explain_text, explain_text_in, explained,
    explained_in, texts,
};
pub use kinds::{ContactKind, SectionKind};

pub use letter::{Form, Letter, LetterPart, letter_size, sign};
pub(crate) use number::HandNumber;
pub use redact::{Class, Classes, Secrets, pictures_left, redact};
pub use resume::*;
pub use rich::{Marks, Piece, Rich, Run};
pub(crate) use texts::{TextMut, each_text};
pub use unprinted::unprinted;

pub use lints::proofread;

use crate::diag::{Failed, Sink};
use crate::source::Source;
use build::Builder;

/// Returns the résumé in a source.
///
/// # Errors
/// [`Failed`] if the sink holds an error, from here or from reading.
pub fn build(source: &Source, sink: &mut Sink) -> Result<Resume, Failed> {
    let resume = build::resume(source, sink);
    sink.check()?;
    Ok(resume)
}

/// Returns the header of a source and its sections as [`build`] does, without the content under their titles.
pub fn outline(source: &Source) -> Resume {
    build::bare(source)
}
