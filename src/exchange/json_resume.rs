//! JSON Resume (jsonresume.org, schemas 1.0.1 and 1.3.1), both ways.

mod read;
mod write;

pub use read::markdown;
pub use write::{tree, tree_with_studies};
