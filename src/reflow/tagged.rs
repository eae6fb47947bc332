//! Lines in the order of the tags, each with its tag.

use std::collections::{BTreeMap, BTreeSet};

use super::ink::Ink;
use super::line::{Cell, Line, Typed, Words, lines};
use crate::readback::{Owner, Reading, Sequence};
use crate::source::chars::is_han;

/// The number of an element in the file.
type Id = (u32, u16);

/// The tag of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// The paragraph, heading or cell that it belongs to.
    pub block: Option<Id>,
    /// The level of the heading, from 1, if it is one.
    pub heading: Option<u8>,
    /// The item that it is in.
    pub item: Option<Id>,
    /// How many items it is nested in.
    pub depth: usize,
    /// Whether it only marks an item.
    pub label: bool,
    /// The table, row and cell that it is in.
    pub cell: Option<[Id; 3]>,
}

/// Returns all lines in the order of the tags; `None` if the tags do not hold the text.
pub fn read(reading: &Reading, inks: &[Ink], typed: Typed) -> Option<Vec<Line>> {
    let mut of_sequence: BTreeMap<Sequence, Vec<&Ink>> = BTreeMap::new();
    for ink in inks {
        if let Owner::Sequence(number) = reading.glyphs[ink.glyph].owner {
            of_sequence.entry((ink.page, number)).or_default().push(ink);
        }
    }
    let mut blocks: Vec<(Tag, Vec<&Ink>)> = Vec::new();
    let mut icons: BTreeMap<Id, &str> = BTreeMap::new();
    let mut held = 0;
    for (sequence, element) in &reading.tags.order {
        let path = reading.tags.path(*element);
        let tag = tag(&path);
        let Some(own) = of_sequence.remove(sequence) else {
            // The alternative text of an icon before an item is its key.
            let alt = element.and_then(|id| reading.tags.elements.get(&id)?.alt.as_deref());
            icons.extend(tag.item.zip(alt));
            continue;
        };
        held += own.len();
        match blocks.last_mut().filter(|(last, _)| *last == tag && tag.block.is_some()) {
            Some((_, inks)) => inks.extend(own),
            None => blocks.push((tag, own)),
        }
    }
    // A few words outside all tags are a running head; many mean that the tags are of no use.
    let lines = || blocks.into_iter().flat_map(|(tag, inks)| set(tag, inks, typed)).collect();
    (held * 10 >= inks.len() * 9 && held > 0)
        .then(|| super::aside::joined(labelled(untabled(lines()), &icons)))
}

/// Puts the mark or the key of an item on the line that it precedes.
fn labelled(lines: Vec<Line>, icons: &BTreeMap<Id, &str>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut waiting: Option<Line> = None;
    let mut open = None;
    for mut line in lines {
        let tag = line.tag.unwrap_or_default();
        if tag.label {
            out.extend(waiting.replace(line));
            continue;
        }
        let icon = tag.item.filter(|item| open != Some(*item)).and_then(|item| icons.get(&item));
        open = tag.item;
        match waiting.take() {
            Some(label) if label.tag.and_then(|tag| tag.item) == tag.item => {
                let mut cells = label.cells;
                close_key(&mut cells, &line);
                cells.append(&mut line.cells);
                line.cells = cells;
            }
            other => out.extend(other),
        }
        if let (Some(icon), Some(first)) =
            (icon.filter(|icon| icon.chars().any(char::is_alphanumeric)), line.cells.first())
        {
            let key = icon.trim().trim_end_matches([':', '：']).to_owned();
            let style = first.words.first().map(|words| words.style).unwrap_or_default();
            let mut cells = vec![Cell { x: first.x, words: vec![Words { text: key, style, link: None }] }];
            close_key(&mut cells, &line);
            cells.append(&mut line.cells);
            line.cells = cells;
        }
        out.push(line);
    }
    out.extend(waiting);
    out
}

/// Adds the colon of a key, which a layout may leave out; a bullet or a number gets none.
fn close_key(cells: &mut [Cell], line: &Line) {
    let text: String = cells.iter().map(Cell::text).collect();
    let words = text.trim();
    if words.chars().count() < 2
        || !words.contains(char::is_alphabetic)
        || words.ends_with([':', '：', '.', ')', '）', '、'])
    {
        return;
    }
    let wide = text.chars().chain(line.text().chars()).any(is_han) && words.chars().any(is_han);
    if let Some(last) = cells.last_mut().and_then(|cell| cell.words.last_mut()) {
        last.text = last.text.trim_end().to_owned() + if wide { "：" } else { ":" };
    }
}

/// The most characters in a cell of a table; a longer one is not a cell.
const LONGEST_CELL: usize = 160;

/// Dissolves tables that are only used for layout: their cells hold lists, titles or several paragraphs.
fn untabled(lines: Vec<Line>) -> Vec<Line> {
    let mut layouts: BTreeSet<Id> = BTreeSet::new();
    let table = |line: &Line| line.tag.and_then(|tag| tag.cell);
    for cell in lines.chunk_by(|a, b| table(a) == table(b)) {
        let Some([table, ..]) = table(&cell[0]) else { continue };
        let tags = || cell.iter().filter_map(|line| line.tag);
        let several = tags().any(|tag| tag.block != cell[0].tag.and_then(|tag| tag.block));
        let held = tags().any(|tag| tag.heading.is_some() || tag.item.is_some());
        let long = cell.iter().map(|line| line.text().chars().count()).sum::<usize>() > LONGEST_CELL;
        if several || held || long {
            layouts.insert(table);
        }
    }
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut row = None;
    let mut begins = 0;
    for mut line in lines {
        let Some([table, own, _]) = table(&line).filter(|[table, ..]| layouts.contains(table)) else {
            out.push(line);
            continue;
        };
        if row != Some((table, own)) {
            (row, begins) = (Some((table, own)), out.len());
        }
        if let Some(tag) = &mut line.tag {
            tag.cell = None;
        }
        let beside =
            |other: &&mut Line| other.page == line.page && (other.y - line.y).abs() < 0.3 * line.size;
        match out[begins..].iter_mut().rev().take(100).find(beside) {
            Some(other) => {
                other.cells.append(&mut line.cells);
                other.cells.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
            }
            None => out.push(line),
        }
    }
    out
}

/// Reads the path from an element to the root.
fn tag(path: &[(Id, &str)]) -> Tag {
    let mut tag = Tag::default();
    let mut cell = None;
    let mut row = None;
    for &(id, role) in path {
        let inline = matches!(
            role,
            "Span"
                | "Link"
                | "Strong"
                | "Em"
                | "Code"
                | "Quote"
                | "Reference"
                | "Annot"
                | "Note"
                | "NonStruct"
                | "Sub"
        );
        if tag.block.is_none() && !inline {
            tag.block = Some(id);
            tag.label = role == "Lbl";
        }
        match role {
            "Title" => tag.heading = tag.heading.or(Some(1)),
            "H" => tag.heading = tag.heading.or(Some(2)),
            "LI" => {
                tag.depth += 1;
                tag.item = tag.item.or(Some(id));
            }
            "TD" | "TH" => cell = cell.or(Some(id)),
            "TR" => row = row.or(Some(id)),
            "Table" => {
                if let (Some(cell), Some(row), None) = (cell, row, tag.cell) {
                    tag.cell = Some([id, row, cell]);
                }
            }
            _ => {
                let level = role.strip_prefix('H').and_then(|level| level.parse().ok());
                tag.heading = tag.heading.or(level);
            }
        }
    }
    tag
}

/// Sets the ink of one block into lines, column by column in writing order.
fn set(tag: Tag, inks: Vec<&Ink>, typed: Typed) -> Vec<Line> {
    let goes_back = |before: &Ink, ink: &Ink| {
        ink.page != before.page || ink.y > before.y + 2.0 * ink.size.max(before.size)
    };
    let parts = inks.chunk_by(|before, ink| !goes_back(before, ink));
    let mut all: Vec<Line> = parts.flat_map(|part| lines(part.to_vec(), typed)).collect();
    all.iter_mut().for_each(|line| line.tag = Some(tag));
    all
}
