//! Grids of keys and values: the number of columns that gives the fewest rows, the values of each column
//! beginning at one x (rule 49).

use super::bands::{SetCell, bands};
use super::lattice;
use super::lattice::Cells;
use crate::boxes::{GridBox, Inline, Paragraph};
use crate::geom::{Em, Pt};
use crate::layout::Keys;
use crate::lines::galley::{Item, Slab};
use crate::lines::paragraph::Setter;
use crate::lines::text::class::Class;

/// A pair's place: its first column and the number that it spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    row: usize,
    column: usize,
    span: usize,
}

/// A pair's natural widths, the key's including the gap after it.
#[derive(Clone, Copy, Debug)]
struct Widths {
    key: Pt,
    value: Pt,
}

/// Sets a grid. Returns its rows, each as slabs from top to bottom.
pub(super) fn rows(grid: &GridBox, measure: Pt, setter: &mut Setter<'_>) -> Vec<Vec<Slab>> {
    let look = &grid.grid;
    let frame = Frame::of(grid);
    let gutter = if look.border.is_some() { Pt::ZERO } else { look.gutter };
    let widths: Vec<Widths> = grid
        .pairs
        .iter()
        .map(|(key, value)| Widths {
            key: setter.natural_width(key) + frame.key,
            value: setter.natural_width(value) + frame.value,
        })
        .collect();
    let (least, most) = (look.columns.0.max(1) as usize, look.columns.1.max(1) as usize);
    let candidates = (least..=most.max(least)).rev().map(|columns| {
        let cells = flow(&widths, columns, column_width(measure, columns, gutter), gutter, look.keys);
        (columns, cells)
    });
    // Three columns and more only if all rows share their stops: a pair that spans some of them shifts the others.
    let even = |&(columns, ref cells): &(usize, Vec<Cell>)| {
        columns <= least.max(2) || cells.iter().all(|cell| cell.span == 1 || cell.span == columns)
    };
    let candidates = candidates.filter(even);
    // Fewest rows; if equal, fewest columns, which make a calmer page.
    let best = candidates.min_by_key(|(columns, cells)| (cells.last().map_or(0, |cell| cell.row), *columns));
    let Some((columns, mut cells)) = best else { return Vec::new() };
    if look.border.is_some() {
        fill_rows(&mut cells, columns);
    }
    let width = column_width(measure, columns, gutter);
    let keys = key_widths(&widths, &cells, columns);
    let count = cells.last().map_or(0, |cell| cell.row + 1);
    let mut rows: Vec<(Vec<SetCell>, Cells)> = (0..count).map(|_| Default::default()).collect();
    for ((pair, cell), natural) in grid.pairs.iter().zip(&cells).zip(&widths) {
        let x = (width + gutter) * cell.column as i64;
        let room = width * cell.span as i64 + gutter * (cell.span as i64 - 1);
        let key = match look.keys {
            Keys::Align | Keys::Justify => keys[cell.column].min(room.scale(1, 2)),
            Keys::Inline => natural.key.min(room.scale(1, 2)),
            Keys::Above => Pt::ZERO,
        };
        let wider = if look.keys == Keys::Justify { key - natural.key } else { Pt::ZERO };
        let spread = spread(&pair.0, wider);
        let (set, enclosed) = &mut rows[cell.row];
        set.extend(pair_columns((&spread, &pair.1), (x, key, room), frame, setter));
        enclosed.edges.push(x);
        enclosed.fills.push(look.key_fill.filter(|_| frame.apart));
        if frame.apart {
            enclosed.edges.push(x + key);
            enclosed.fills.push(None);
        }
    }
    let bordered = |(set, mut cells): (Vec<SetCell>, Cells)| {
        let mut bands = bands(set);
        if look.border.is_some() {
            cells.edges.push(measure);
            lattice::pad(&mut bands, look.pad);
            cells.enclose(&mut bands, look.border);
        }
        bands
    };
    let mut rows: Vec<Vec<Slab>> = rows.into_iter().map(bordered).collect();
    if let (Some(last), Some((width, _))) = (rows.last_mut().and_then(|row| row.last_mut()), look.border) {
        last.height += width; // its lower line hung out
    }
    rows
}

/// The room that the borders of a grid take from its cells.
#[derive(Clone, Copy, Debug, Default)]
struct Frame {
    /// The distances from the edges of a cell to its text, at the left and at the right.
    pad: (Pt, Pt),
    /// The room that a key, and a value, takes beyond its text.
    key: Pt,
    value: Pt,
    /// Whether keys have cells of their own.
    apart: bool,
}

impl Frame {
    fn of(grid: &GridBox) -> Frame {
        let Some((width, _)) = grid.grid.border else {
            return Frame { key: grid.key_gap, ..Frame::default() };
        };
        // The outer lines are inside the grid; of those between two cells, each has a half.
        let pad = (grid.grid.pad.left + width, grid.grid.pad.right + width);
        let both = pad.0 + pad.1;
        let apart = matches!(grid.grid.keys, Keys::Align | Keys::Justify);
        let key = if grid.grid.keys == Keys::Inline { grid.key_gap } else { both };
        Frame { pad, key, value: both, apart }
    }
}

/// Gives the last pair of each row the rest of that row.
fn fill_rows(cells: &mut [Cell], columns: usize) {
    for row in cells.chunk_by_mut(|a, b| a.row == b.row) {
        if let Some(last) = row.last_mut() {
            last.span = columns - last.column;
        }
    }
}

/// Returns key and value as two small columns, or as one with the key above.
fn pair_columns(
    (key, value): (&Paragraph, &Paragraph),
    (x, key_width, room): (Pt, Pt, Pt),
    frame: Frame,
    setter: &mut Setter<'_>,
) -> Vec<SetCell> {
    let (left, both) = (frame.pad.0, frame.pad.0 + frame.pad.1);
    let inside = |width: Pt| (width - both).max(Pt::ZERO);
    if key_width == Pt::ZERO {
        let mut lines = setter.paragraph(key, inside(room));
        lines.extend(setter.paragraph(value, inside(room)));
        return vec![(x + left, stacked(lines))];
    }
    let (key_room, value_x) = if frame.apart && both > Pt::ZERO {
        (inside(key_width), x + key_width + left)
    } else {
        (key_width, x + left + key_width)
    };
    let keys = stacked(setter.paragraph(key, key_room));
    let values = stacked(setter.paragraph(value, inside(room - key_width)));
    vec![(x + left, keys), (value_x, values)]
}

/// Returns a key of two Han or more widened by `wider`, in equal parts between them; others unchanged.
fn spread(key: &Paragraph, wider: Pt) -> Paragraph {
    let mut key = key.clone();
    let Some(Inline::Text(text)) = key.inlines.first() else { return key };
    let han = text.text.chars().take_while(|&c| Class::of(c) == Class::Id).count();
    let letters = text.text.chars().filter(|&c| Class::of(c).is_han() || Class::of(c).is_narrow()).count();
    if wider <= Pt::ZERO || han < 2 || letters > han || key.inlines.len() > 1 {
        return key;
    }
    let last = text.text.char_indices().nth(han - 1).map_or(0, |(at, _)| at);
    let (mut first, mut rest) = (text.clone(), text.clone());
    rest.text = first.text.split_off(last);
    if text.span.len() == text.text.len() {
        first.span.end = first.span.start + last as u32;
        rest.span.start = first.span.end;
    }
    let style = &mut first.style.style;
    let each = wider.units() / (han as i64 - 1);
    let ems = Em::ratio(each.clamp(0, 1 << 30) as i32, style.size.units().clamp(1, 1 << 30) as i32);
    style.tracking = Em::from_units(style.tracking.units() + ems.units());
    key.inlines = vec![Inline::Text(first), Inline::Text(rest)];
    key
}

fn stacked(lines: Vec<Slab>) -> Vec<(Pt, Slab)> {
    super::bands::placed(lines.into_iter().map(Item::Slab).collect())
}

fn column_width(measure: Pt, columns: usize, gutter: Pt) -> Pt {
    ((measure - gutter * (columns as i64 - 1)) / columns as i64).max(Pt::ZERO)
}

/// Puts the pairs in order into rows of `columns`; a pair too wide for one column spans several.
fn flow(widths: &[Widths], columns: usize, width: Pt, gutter: Pt, keys: Keys) -> Vec<Cell> {
    let (mut row, mut column) = (0, 0);
    let longest_key = widths.iter().map(|w| w.key).max().unwrap_or_default();
    let cells = widths.iter().map(|pair| {
        let need = match keys {
            Keys::Align | Keys::Justify => pair.key.max(longest_key.min(width.scale(1, 2))) + pair.value,
            Keys::Inline => pair.key + pair.value,
            Keys::Above => pair.key.max(pair.value),
        };
        let span =
            (1..=columns).find(|&n| need <= width * n as i64 + gutter * (n as i64 - 1)).unwrap_or(columns);
        if column + span > columns {
            row += 1;
            column = 0;
        }
        let cell = Cell { row, column, span };
        column += span;
        cell
    });
    cells.collect()
}

/// Returns, for each column, the width of its widest key.
fn key_widths(widths: &[Widths], cells: &[Cell], columns: usize) -> Vec<Pt> {
    let mut keys = vec![Pt::ZERO; columns];
    for (pair, cell) in widths.iter().zip(cells) {
        keys[cell.column] = keys[cell.column].max(pair.key);
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boxes::Text;
    use crate::diag::Span;

    fn pairs(values: &[i64]) -> Vec<Widths> {
        values.iter().map(|&value| Widths { key: Pt::new(30), value: Pt::new(value) }).collect()
    }

    #[test]
    fn a_long_value_spans_columns_and_order_is_kept() {
        let widths = pairs(&[20, 20, 150, 20]);
        let cells = flow(&widths, 3, Pt::new(100), Pt::ZERO, Keys::Align);
        let places: Vec<_> = cells.iter().map(|cell| (cell.row, cell.column, cell.span)).collect();
        assert_eq!(places, [(0, 0, 1), (0, 1, 1), (1, 0, 2), (1, 2, 1)]);
    }

    #[test]
    fn rule_49_keys_are_spread_to_one_width() {
        let text = |text: &str| Text {
            text: text.to_owned(),
            span: Span { end: text.len() as u32, ..Span::default() },
            ..Text::default()
        };
        let key =
            |source: &str| Paragraph { inlines: vec![Inline::Text(text(source))], ..Paragraph::default() };
        let pieces = |p: &Paragraph| -> Vec<(String, f64)> {
            let texts = p.inlines.iter().filter_map(|inline| match inline {
                Inline::Text(text) => Some((text.text.clone(), text.style.style.tracking.to_f64())),
                _ => None,
            });
            texts.collect()
        };
        let size = Text::default().style.style.size;
        let wide = spread(&key("姓名："), size * 2);
        assert_eq!(pieces(&wide), [("姓".to_owned(), 2.0), ("名：".to_owned(), 0.0)]);
        assert_eq!(
            pieces(&spread(&key("出生日："), size)),
            [("出生".to_owned(), 0.5), ("日：".to_owned(), 0.0)]
        );
        for whole in ["Name:", "名：", "QQ号：", "姓A："] {
            assert_eq!(spread(&key(whole), size), key(whole));
        }
    }

    #[test]
    fn what_is_wider_than_the_grid_has_a_row_of_its_own() {
        let cells = flow(&pairs(&[20, 900, 20]), 2, Pt::new(100), Pt::ZERO, Keys::Inline);
        let places: Vec<_> = cells.iter().map(|cell| (cell.row, cell.column, cell.span)).collect();
        assert_eq!(places, [(0, 0, 1), (1, 0, 2), (2, 0, 1)]);
    }
}
