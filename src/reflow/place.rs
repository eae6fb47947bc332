//! Lines in the order of their positions: strips from top to bottom, columns from left to right, over all pages.

use super::columns::{Column, strips};
use super::ink::Ink;
use super::line::{Line, Typed, lines};
use crate::model::SectionKind;

/// The lines of the pages.
#[derive(Debug, Default)]
pub struct Placed {
    /// All lines.
    pub lines: Vec<Line>,
    /// The pages that have columns, from 0.
    pub columns: Vec<usize>,
}

/// The greatest distance, in points, between the sides of columns that continue each other.
const NEAR: f64 = 15.0;

/// Open columns: their lines continue on the next page.
#[derive(Default)]
struct Streams {
    streams: Vec<Stream>,
}

struct Stream {
    x: [f64; 2],
    lines: Vec<Line>,
}

/// Sets all pages into lines.
pub fn read(inks: &[Ink], typed: Typed) -> Placed {
    let mut placed = Placed::default();
    let mut open = Streams::default();
    for page in inks.chunk_by(|a, b| a.page == b.page) {
        for strip in strips(page.iter().collect()) {
            if strip.len() > 1 && placed.columns.last() != Some(&page[0].page) {
                placed.columns.push(page[0].page);
            }
            if !open.goes_on(&strip) {
                open.close(&mut placed.lines);
                open.streams = strip.iter().map(|column| Stream { x: column.x, lines: Vec::new() }).collect();
            }
            for column in strip {
                open.add(column, typed);
            }
        }
    }
    open.close(&mut placed.lines);
    placed
}

impl Streams {
    /// Returns whether each column of a strip continues an open one.
    fn goes_on(&self, strip: &[Column<'_>]) -> bool {
        self.streams.len() > 1 && strip.iter().all(|column| self.stream(column).is_some())
    }

    fn stream(&self, column: &Column<'_>) -> Option<usize> {
        self.streams
            .iter()
            .position(|stream| (stream.x[0] - column.x[0]).abs() < NEAR && column.x[1] < stream.x[1] + NEAR)
    }

    fn add(&mut self, column: Column<'_>, typed: Typed) {
        let Some(at) = self.stream(&column) else { return };
        let stream = &mut self.streams[at];
        stream.x = [stream.x[0].min(column.x[0]), stream.x[1].max(column.x[1])];
        stream.lines.extend(lines(column.inks, typed));
    }

    /// Ends the columns. The one with the largest type comes first: it contains the name. What the others have
    /// above their first title goes with the name.
    fn close(&mut self, out: &mut Vec<Line>) {
        let mut streams = std::mem::take(&mut self.streams);
        for stream in &mut streams {
            stream.lines.iter_mut().for_each(|line| line.column = stream.x);
        }
        let largest = |stream: &Stream| stream.lines.iter().map(|line| (line.size * 5.0) as u32).max();
        let first = (0..streams.len()).rev().max_by_key(|&at| largest(&streams[at])).unwrap_or(0);
        if streams.is_empty() {
            return;
        }
        let main = streams.remove(first).lines;
        let above_all = titled(out).is_none();
        let head = if above_all { titled(&main).unwrap_or(0) } else { 0 };
        let mut main = main.into_iter();
        out.extend(main.by_ref().take(head));
        let mut rest = Vec::new();
        for stream in streams {
            let above = if above_all { titled(&stream.lines).unwrap_or(0) } else { 0 };
            let mut lines = stream.lines.into_iter();
            out.extend(lines.by_ref().take(above));
            rest.extend(lines);
        }
        out.extend(main);
        out.extend(rest);
    }
}

/// Returns the place of the first title of a section.
fn titled(lines: &[Line]) -> Option<usize> {
    lines.iter().position(|line| {
        let text = line.text();
        line.cells.len() == 1 && text.chars().count() <= 40 && SectionKind::is_exact_title(text.trim())
    })
}
