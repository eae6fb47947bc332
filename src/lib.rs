//! jianli (简历) compiles one Markdown file into a print-ready résumé.

#![warn(missing_docs)]

pub mod boxes;
pub mod cli;
mod compile;
pub mod diag;
pub mod font;
pub mod geom;
pub mod layout;
pub mod lines;
pub mod model;
pub mod pages;
pub mod pdf;
pub mod png;
pub mod source;

pub use compile::compile;
