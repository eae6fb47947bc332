//! The mark before an item of a list: a bullet, a number, a drawn mark.

use super::line::{Line, Words};
use crate::model::HandNumber;
use crate::readback::Shape;
use crate::source::chars::is_wide;

/// A mark before an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// Where it begins.
    pub x: f64,
    /// The number, as written; `None` for a bullet.
    pub number: Option<Number>,
}

/// The number of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    /// One that makes a list in Markdown: `1.`.
    List(String),
    /// Any other, which is text at the beginning of a line, with the blank behind it if there is one: `(1)`.
    Text(String),
}

/// Characters that are bullets wherever a line begins with them.
const BULLETS: &str = "•●▪■◦○‣⁃∙➢➤►▶◆◇❖✓✔□▫⚫⬤";
/// Characters that are bullets if a blank or a gap follows.
const DASHES: &str = "-–—*·o»›>\u{FFFD}";

/// Removes the mark from a line and returns it, if the line begins with one.
pub fn take(line: &mut Line) -> Option<Marker> {
    let x = line.left();
    let first = line.cells.first()?;
    let text = first.text();
    let alone = first.words.first()?.text.trim().chars().count() == 1
        && (first.words.len() > 1 || line.cells.len() > 1);
    let begins = text.chars().next()?;
    let apart = text.chars().nth(1).is_none_or(char::is_whitespace);
    let more = text.chars().nth(1).is_some() || line.cells.len() > 1;
    let bullet = BULLETS.contains(begins) || (DASHES.contains(begins) && apart && (begins != 'o' || alone));
    if bullet && more {
        cut(line, begins.len_utf8());
        return Some(Marker { x, number: None });
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = &text[digits..];
    let closed = behind.starts_with(". ")
        || behind.starts_with(") ")
        || (matches!(behind, "." | ")") && line.cells.len() > 1);
    if (1..=3).contains(&digits) && closed {
        let number = text[..=digits].to_owned();
        cut(line, digits + 1);
        return Some(Marker { x, number: Some(Number::List(number)) });
    }
    None
}

/// Removes a number that is not one of a list in Markdown from a line and returns it: `(1)`, `①`, `一、`.
pub fn take_text(line: &mut Line) -> Option<Marker> {
    let x = line.left();
    let first = line.cells.first()?;
    let text = first.text();
    let number = HandNumber::at_start(&text)?;
    let alone = text.trim_end().len() == number.len;
    let behind = match line.cells.get(1).filter(|_| alone) {
        Some(cell) => cell.text(),
        None => text[number.len..].to_owned(),
    };
    let gap = line.cells.get(1).filter(|_| alone).map_or(0.0, |cell| cell.x[0] - first.x[1]);
    let wide = behind.chars().next().is_none_or(is_wide);
    let blank = behind.starts_with(' ') || text.ends_with(' ') || gap > 0.4 * line.size || (alone && !wide);
    let mut written = text[..number.len].to_owned();
    if blank {
        written.push(' ');
    }
    cut(line, number.len);
    Some(Marker { x, number: Some(Number::Text(written)) })
}

/// Removes bytes, and the blanks after them, from the beginning of a line.
fn cut(line: &mut Line, bytes: usize) {
    let mut left = bytes;
    for cell in &mut line.cells {
        for words in &mut cell.words {
            let len = words.text.len().min(left);
            words.text.drain(..len);
            left -= len;
        }
        cell.words.retain(|words: &Words| !words.text.is_empty());
        if let Some(words) = cell.words.first_mut() {
            words.text = words.text.trim_start().to_owned();
            if words.text.is_empty() {
                cell.words.remove(0);
            }
        }
        if left == 0 && !cell.words.is_empty() {
            break;
        }
    }
    line.cells.retain(|cell| !cell.words.is_empty());
}

/// The marks that are drawn on the pages.
pub struct Drawn<'a> {
    small: Vec<&'a Shape>,
}

impl<'a> Drawn<'a> {
    /// Selects them from all shapes.
    pub fn of(shapes: &'a [Shape]) -> Drawn<'a> {
        let is_small = |shape: &&Shape| {
            !shape.image && (1.0..8.0).contains(&shape.width()) && (1.0..8.0).contains(&shape.height())
        };
        let mut small: Vec<&Shape> = shapes.iter().filter(is_small).collect();
        small.sort_by(|a, b| a.page.cmp(&b.page).then(a.y[0].total_cmp(&b.y[0])));
        Drawn { small }
    }

    /// Returns the one before a line.
    pub fn before(&self, line: &Line) -> Option<Marker> {
        let from = self
            .small
            .partition_point(|shape| (shape.page, shape.y[0]) < (line.page, line.y - line.size * 0.2));
        let near = self.small[from..]
            .iter()
            .take_while(|shape| shape.page == line.page && shape.y[0] < line.y + line.size);
        let before = |shape: &&&Shape| {
            let gap = line.left() - shape.x[1];
            shape.height() < 0.7 * line.size && gap > 0.1 * line.size && gap < 2.5 * line.size
        };
        // Dots of a rating are in a row.
        let found: Vec<&&Shape> = near.filter(before).collect();
        match found.as_slice() {
            [one] => Some(Marker { x: one.x[0], number: None }),
            _ => None,
        }
    }
}
