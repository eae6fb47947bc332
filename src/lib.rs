//! jianli (简历) compiles one Markdown file into a print-ready résumé: a PDF, and pictures of the very
//! same pages. It reads Markdown as people already write it, sets Chinese as a good printer would, and
//! uses no browser, no TeX, no network and no system font.
//!
//! # The house
//!
//! A straight chain of pure functions over plain, immutable trees: one folder per stage, one public
//! function per stage. [`compile()`] is the chain, with a line for each stage.
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
//! | [`drift`] | two résumés | where they say different things ([`drift::compare`]) |
//! | [`layout`] | a TOML file | how it looks, nothing left optional ([`layout::Layout`]) |
//! | [`boxes`] | résumé × layout | what is above and next to what ([`boxes::Tree`]); knows no font |
//! | [`font`] | faces | coverage, metrics, glyphs; opens only what it is asked for |
//! | [`lines`] | boxes × faces | lines in their measure, every glyph at its place ([`lines::Galley`]) |
//! | [`pages`] | the galley | pages of marks at coordinates in points, tags, outline ([`pages::Document`]) |
//! | [`gallery`] | several documents | one more: all of them on a sheet, scaled down; or two, one over the other |
//! | [`pdf`], [`png`], [`svg`] | the document | bytes; a back end does no layout |
//! | [`diff`] | two résumés | what changed, by meaning ([`diff::Change`]) |
//! | [`coverage`] | a résumé and a job advertisement | which of its terms the résumé has ([`coverage::Coverage`]) |
//! | [`export`] | the résumé, without pages | the same as text, Markdown, a web page or a Word document: folds over one walk |
//! | [`exchange`] | a résumé, or another tool's file | the other tool's file, or Markdown; nothing is lost either way |
//! | [`readback`] | the bytes of a PDF | what readers find in them, compared with the résumé |
//! | [`extract`] | a PDF | the files that it carries |
//! | [`reflow`] | a PDF from any source | its text as Markdown ([`reflow::Reflowed`]) |
//!
//! To build a résumé, go through [`session`], the one door: a request goes in (text from the disk or from
//! memory, and options), an outcome comes out (files in memory, findings, every path looked at). The command
//! line goes through it, and so does a program that embeds the library.
//!
//! [`fit`] runs the middle of this chain again and again until the text fits the pages that were asked for.
//! [`geom`] has the lengths, [`diag`] the messages to the writer, [`cli`] the command line. Nothing
//! flows back: a stage knows only the stages before it (a test reads the sources to check this), and
//! each third-party crate lives in the one stage that needs it.
//!
//! The chain has no memory. What makes later builds faster is handed in and never affects the output:
//! [`lines::ParagraphCache`] (set paragraphs, and what was looked up in the fonts), [`pdf::Cache`] (subset
//! fonts and compressed streams) and the layout. A [`session::Session`] holds them for `watch`, `preview`
//! and many files at once.
//!
//! # What every stage guarantees
//!
//! - Text out = text in. Each node carries the span it came from, down to the glyph; the characters
//!   that are not printed are listed in [`model::Resume::consumed`].
//! - Same input, same bytes, on every machine: lengths are fixed-point ([`geom::Pt`]), maps are
//!   ordered, nothing asks for the time, a random number, the environment or a system font.
//! - No input makes it panic. A fault of the document is a [`diag::Diagnostic`] with a place and a cure; a
//!   fault of the machine is a [`diag::Error`].
//! - The cost grows with the document and with nothing else.
//!
//! # Glossary
//!
//! Each word has one meaning, in code, comments and messages to contributors.
//!
//! | word | meaning |
//! |---|---|
//! | span | a range of bytes of a file that was read |
//! | finding | something about the document for its author: code, message, place, cure ([`diag::Diagnostic`]) |
//! | sink | where findings are reported ([`diag::Sink`]) |
//! | fix | a change to the text that cures a finding ([`diag::Fix`]) |
//! | view | what one application sees of a text; an excerpt is the text less the rest ([`view::Excerpt`]) |
//! | directive | a comment in the text that is meant for jianli: `<!-- … -->` |
//! | section | a titled part of a résumé; its kinds say what it is about |
//! | entry | a post, a study, a project: a line of parts and a body |
//! | part | a piece of an entry's line that has a role: employer, post, place |
//! | fact | a key with its value in the header or in a grid |
//! | layout | how a résumé looks, nothing left optional; a sheet is the layout with its elastic keys |
//! | region | a part of the page with a measure of its own |
//! | element | how one kind of thing is composed: columns of rows |
//! | row, cell | a line of cells side by side; one of them with its content |
//! | slot | a place in a row for a value of the model |
//! | role | the name of a style |
//! | stack | faces to try in order |
//! | face | one file of glyphs; a family has several |
//! | subset | a face with only the glyphs that a document uses |
//! | block | a box with the space around it; boxes know no font |
//! | measure | the width that lines have |
//! | look | everything that decides how characters are shaped, apart from colour |
//! | atom | a unit that is never divided by a line end: a Han character, a word or a part of one |
//! | joint | the boundary between two atoms: its width, how far it gives, the price of a line end |
//! | glue | space that stretches and shrinks |
//! | penalty, price | the cost of ending a line or a page here |
//! | slab | a band across a column that is set: a line, a row, an image |
//! | galley | columns of slabs, glue and penalties that know no page yet |
//! | mark | the smallest thing printed: glyphs on a baseline, a rule, a path, an image |
//! | folio | the number of a page, or of all pages |
//! | goal, trial | a number of pages; a layout tried to reach it |
//! | request, outcome | what a session is asked for, and what it returns |

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

/// The page on the library, whose examples are run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
mod page {}
