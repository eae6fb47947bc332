//! jianli (简历) compiles one Markdown file into a print-ready résumé: a PDF, and pictures of the very
//! same pages. It reads Markdown as people already write it, sets Chinese as a good printer would, and
//! uses no browser, no TeX, no network and no system font.
//!
//! # The house
//!
//! A straight chain of pure functions over plain, immutable trees; one folder a stage, one public
//! function a stage. [`compile()`] is the chain, a line a stage.
//!
//! ```text
//! source ─▶ view ─▶ model ─▶ boxes ─▶ lines ─▶ pages ─▶ pdf | png | svg
//!                     │  layout ─┘       font ──┘
//!                     └─▶ export ◀─▶ exchange
//! ```
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`source`] | bytes | a Markdown tree, front matter and images, every node with its place |
//! | [`view`] | the tree | the text less what an application is not to see ([`view::Excerpt`]) |
//! | [`model`] | the tree | what it says: header, sections, entries, dates ([`model::Resume`]) |
//! | [`drift`] | two résumés | where they say something else ([`drift::compare`]) |
//! | [`layout`] | a TOML file | how it looks, nothing left optional ([`layout::Layout`]) |
//! | [`boxes`] | résumé × layout | what stands above and beside what ([`boxes::Tree`]); knows no font |
//! | [`font`] | faces | coverage, metrics, glyphs; opens nothing but what is asked |
//! | [`lines`] | boxes × faces | lines in their measure, every glyph at its place ([`lines::Galley`]) |
//! | [`pages`] | the galley | pages of marks at points, tags, outline ([`pages::Document`]) |
//! | [`gallery`] | several documents | one more: all of them on a sheet, scaled down; or two, one over the other |
//! | [`pdf`], [`png`], [`svg`] | the document | bytes; a back end does no layout |
//! | [`diff`] | two résumés | what changed, by meaning ([`diff::Change`]) |
//! | [`coverage`] | a résumé and a job advertisement | what of it the résumé says ([`coverage::Coverage`]) |
//! | [`export`] | the résumé, without pages | the same as text, Markdown, a web page or a Word document: folds over one walk |
//! | [`exchange`] | a résumé, or another tool's file | the other tool's file, or Markdown; nothing is lost either way |
//! | [`readback`] | the bytes of a PDF | what readers find in them, compared with the résumé |
//! | [`extract`] | a PDF | the files that it carries |
//! | [`reflow`] | a PDF, by whomever it was made | its text as Markdown ([`reflow::Reflowed`]) |
//!
//! Whoever wants a résumé built asks [`session`], the one door: a request goes in (text from the disk or from
//! memory, and options), an outcome comes out (files in memory, findings, every path looked at). The command
//! line goes through it, and so does a program that embeds the library.
//!
//! [`fit`] goes round the middle of this chain until the text fits the pages that were asked for.
//! [`geom`] has the lengths, [`diag`] what is said to the writer, [`cli`] the command line. Nothing
//! flows back: a stage knows only the stages before it (a test reads the sources and says so), and
//! each third-party crate lives in the one stage that needs it.
//!
//! The chain has no memory. What makes a build after the first sooner is handed in and is never seen in
//! what comes out: [`lines::ParagraphCache`] (paragraphs as they were set, and what was looked up in the
//! fonts), [`pdf::Cache`] (subset fonts and streams, compressed) and the layout. A [`session::Session`] holds
//! them for `watch`, `preview` and many files at once.
//!
//! # What every stage keeps
//!
//! - Text out = text in. Each node carries the span it came from, down to the glyph; the characters
//!   that are not printed are listed in [`model::Resume::consumed`].
//! - Same input, same bytes, on every machine: lengths are fixed-point ([`geom::Pt`]), maps are
//!   ordered, nothing asks for the time, a random number, the environment or a system font.
//! - No input makes it panic. What is wrong with the document is a [`diag::Diagnostic`] with a place
//!   and a cure; what is wrong with the machine is a [`diag::Error`].
//! - The cost grows with the document and with nothing else.

pub mod geom;

pub mod diag;

pub mod source;

pub mod view;

pub mod model;

pub mod drift;

pub mod layout;

pub mod font;

pub mod boxes;

pub mod lines;

pub mod pages;

pub mod gallery;

pub mod export;

pub mod exchange;

pub mod diff;

pub mod coverage;

pub mod pdf;

pub mod readback;

pub mod extract;

pub mod reflow;

pub mod image;

pub mod png;

pub mod svg;

#[cfg(feature = "cli")]
#[allow(clippy::disallowed_methods, reason = "the command line is where the machine is")]
#[allow(clippy::print_stdout, clippy::print_stderr, reason = "and where it is spoken to")]
pub mod cli;

pub mod fit;

pub mod session;

mod compile;

pub use compile::{CompileOptions, Compiled, compile, set, understand};
