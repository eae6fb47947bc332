//! A paragraph → lines: the steps in order, how far they go, and what is remembered from the last build.

mod anew;
mod cache;
pub(super) mod fit;
mod job;
mod label;
mod ladder;
mod recall;
mod remarks;
mod setter;
mod survey;
mod widths;

pub use cache::ParagraphCache;
pub(super) use job::em_of;
pub(super) use remarks::OTHER_FONT;
pub(super) use setter::Setter;
pub use survey::Survey;
