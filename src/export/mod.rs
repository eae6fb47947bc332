//! A résumé in other forms than pages: plain text, Markdown, a web page, an editable document.
//!
//! ```text
//! model ─▶ walk ─▶ text | markdown | html | docx
//! ```
//!
//! [`walk()`] is the only thing that goes through the model; each export is a fold over its steps.

mod docx;
mod html;
mod inks;
mod labels;
mod letter;
mod markdown;
mod text;
mod title;
mod tongues;
mod walk;

pub use docx::docx;
pub use html::html;
pub use labels::label;
pub use markdown::{Markdown, Place, Tags, destination, differences, guarded, inline, markdown};
pub use text::text;
pub use walk::{Event, Step, end_of, walk};
