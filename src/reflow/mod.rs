//! The text of a PDF from any source as Markdown.
//!
//! ```text
//! readback ─▶ ink ─▶ tagged  ─┐ lines ─▶ shape ─▶ flow, blocks ─▶ markdown
//!              └───▶ columns ─┘
//! ```
//!
//! Where the file is tagged, its tags give the order and the kinds of the text; else positions and looks do.
//! Nothing is corrected and nothing invented: text that could not be read is reported.

mod aside;
mod blocks;
mod columns;
mod entries;
mod flow;
mod furniture;
mod ink;
mod line;
mod markdown;
mod marker;
mod place;
mod shape;
mod tagged;
mod title;

use std::collections::BTreeSet;

use crate::diag::{Message, counted, message};
use crate::readback::{self, Reading, Unreadable};
use ink::{Ink, Unread};
use line::Typed;
use marker::Drawn;
use shape::Kind;

/// A résumé read from pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reflowed {
    /// Its Markdown.
    pub markdown: String,
    /// What could not be read or is a guess, in sentences.
    pub notes: Vec<Message>,
}

/// Returns the text of a PDF as Markdown.
///
/// Bounded in time and memory, whatever the bytes are.
///
/// # Errors
/// The reason why there is no text in it, in a few words.
pub fn import(bytes: &[u8]) -> Result<Reflowed, Message> {
    let reading = readback::read(bytes).map_err(|Unreadable(why)| why)?;
    markdown(&reading, Order::Tags)
}

/// The source of the order of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The tags, if the file has them, else the positions.
    Tags,
    /// The positions alone.
    Places,
}

/// Returns the text of a PDF that has been read, as Markdown.
///
/// # Errors
/// The reason why there is no text in it, in a few words.
pub fn markdown(reading: &Reading, order: Order) -> Result<Reflowed, Message> {
    let (mut inks, unread) = ink::of(reading, order);
    if inks.iter().all(|ink| ink.text == ink::UNKNOWN) {
        return Err(nothing(reading, unread));
    }
    let typed = Typed::of(&inks);
    let mut notes = unread_notes(reading, &inks, unread);
    let tagged = if order == Order::Tags { tagged::read(reading, &inks, typed) } else { None };
    let mut lines = match tagged {
        Some(lines) => lines,
        None => {
            let running = furniture::take(&mut inks, &reading.pages);
            if !running.is_empty() {
                notes.push(message!(
                    "left out at the edges of pages: {texts}",
                    texts = Message::names(running)
                ));
            }
            let placed = place::read(&inks, typed);
            if !placed.columns.is_empty() {
                let pages = placed.columns.iter().map(|page| (page + 1).to_string());
                let pages = pages.collect::<Vec<String>>().join(", ");
                notes.push(message!(
                    "columns were read one after another on page {pages}: check their order",
                    pages
                ));
            }
            placed.lines
        }
    };
    lines = shape::part_titles(lines);
    line::find_edges(&mut lines);
    let (mut kinds, looks) = shape::kinds(&mut lines, &Drawn::of(&reading.shapes));
    let above = furniture::above_name(&mut lines, &mut kinds);
    if !above.is_empty() {
        notes.push(message!("left out at the edges of pages: {texts}", texts = Message::names(above)));
    }
    notes.extend(unsure(&kinds));
    let blocks = blocks::blocks(&lines, &kinds, &looks, (&reading.links, typed));
    let (blocks, between) = entries::gathered(blocks);
    if !between.is_empty() {
        notes.push(message!(
            "it cannot be told to which entry these dates belong: {dates}",
            dates = Message::names(between)
        ));
    }
    Ok(Reflowed { markdown: markdown::markdown(&blocks), notes })
}

/// Returns the reason why there is no text.
fn nothing(reading: &Reading, unread: Unread) -> Message {
    if unread.unknown > 0 {
        return message!(
            "it does not say which characters its {glyphs} are",
            glyphs = counted(unread.unknown, "glyph")
        );
    }
    if reading.shapes.iter().any(|shape| shape.image) {
        return "it has no text, only pictures, like a scan; jianli does not do OCR".into();
    }
    "it has no text".into()
}

/// Reports what could not be read.
fn unread_notes(reading: &Reading, inks: &[Ink], unread: Unread) -> Vec<Message> {
    let mut notes = Vec::new();
    if unread.unknown > 0 {
        notes.push(message!(
            "{glyphs} left out: the file does not say which characters they are",
            glyphs = counted(unread.unknown, "glyph")
        ));
    }
    if unread.turned > 0 {
        notes.push(message!("{glyphs} left out: they are rotated", glyphs = counted(unread.turned, "glyph")));
    }
    let written: BTreeSet<usize> = inks.iter().map(|ink| ink.page).collect();
    let pictured = |page: &usize| reading.shapes.iter().any(|shape| shape.image && shape.page == *page);
    let bare = (0..reading.pages.len()).filter(|page| !written.contains(page)).filter(pictured);
    for page in bare.take(20) {
        notes.push(message!(
            "page {page} has no text, only pictures; jianli does not do OCR",
            page = page + 1
        ));
    }
    notes
}

/// Reports the guesses.
fn unsure(kinds: &[Kind]) -> Vec<Message> {
    let has = |wanted: fn(&Kind) -> bool| kinds.iter().any(wanted);
    let mut notes = Vec::new();
    if !has(|kind| *kind == Kind::Name) {
        notes.push("no line looks like a name: write `# ` before it".into());
    }
    if !has(|kind| *kind == Kind::Title) {
        notes.push("no line looks like the title of a section: write `## ` before each".into());
    }
    notes
}
