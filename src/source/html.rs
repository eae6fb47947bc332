//! HTML inside Markdown, read for its content.
//!
//! A block of it is split at the tags that separate blocks (`tokens`); the text between them is Markdown again
//! (`segment`) and goes through the same reader. The results, the tags, and the Markdown before and after form one
//! `stream`, from which `build` makes lists, tables, headings. The tags inside running text are read one by one
//! (`inlines`) and then together (`cells`). `class` and `style` only matter where they say that something is
//! hidden, an icon, or on the same line as something else.

mod build;
mod builder;
mod cells;
mod chips;
mod element;
mod fragment;
mod icon;
mod inlines;
mod line;
mod lists;
mod row;
mod segment;
mod stream;
mod table;
mod text;
mod tokens;

pub(super) use build::blocks;
pub(super) use cells::tidy;
pub(super) use element::{Kind, is_interactive, is_void, kind};
pub(super) use fragment::{Fragment, Places};
pub(super) use inlines::read as inlines;
pub(super) use line::is_visible;
pub(super) use segment::{GUARD, Segment};
pub(super) use stream::Stream;
pub(super) use tokens::{Piece, Tag, Token, tokens, unescape};
