//! The composition of elements: rows, columns, space, keeps; grids, lists, tables.

use super::row_scope::RowScope;
use super::scope::{Limit, SPACE, Scope};
use super::slots::Where;
use super::style::flag;
use super::{color, row as rows};
use crate::diag::{Diagnostic, Span, code, message};
use crate::geom::{Glue, Pt};
use crate::layout::file::schema::{self, Length, RowText};
use crate::layout::file::{Amount, At, Key, Many, Unit};
use crate::layout::{Break, Column, Element, Grid, Keep, Keys, List, Row, Space, Table, Width};

const SHARE: Limit = Limit::factor(0.01, 100.0);
/// The maximum number of rows in an element.
const MOST_ROWS: usize = 60;
/// The range of indents: an element may extend beyond its container.
const INDENT: Limit = Limit::pt(-200.0, 200.0);
const COLUMNS: Limit = Limit::factor(1.0, 8.0);
const COLUMNS_BODY: Limit = Limit::factor(1.0, 4.0);

/// The factors by which spaces may shrink and grow on a page.
#[derive(Clone, Copy, Debug)]
pub struct Elasticity {
    least: f64,
    most: f64,
}

/// Returns `page.elastic`.
pub fn elasticity(file: &schema::Page, scope: &mut Scope<'_>) -> Elasticity {
    let rigid = Elasticity { least: 1.0, most: 1.0 };
    let Some(at) = file.elastic.at() else { return rigid };
    let [least, most] = at.value.as_slice() else {
        scope.wrong(at, "is not two factors", "the minimum and maximum of a space: [0.8, 1.3]");
        return rigid;
    };
    Elasticity {
        least: scope.factor(least, Limit::factor(0.0, 1.0)),
        most: scope.factor(most, Limit::factor(1.0, 4.0)),
    }
}

/// Returns the row that a string describes; `None` if it cannot be read, which is reported.
pub fn row(at: &At<String>, place: Where, scope: &mut Scope<'_>) -> Option<Row> {
    let given = RowScope { place, roles: &scope.roles, size: scope.size, measure: scope.measure };
    match rows::parse(&at.value, given) {
        Ok(row) => Some(row),
        Err(error) => {
            let message = message!("`{path}`: {what}", path = at.path, what = error.message);
            let place = inside(at, error.range);
            scope.sink.report(Diagnostic::new(error.code, place, message).hint(error.hint));
            None
        }
    }
}

/// Returns the place of a part of a string. Only a string without escapes has as many bytes in the
/// file as in memory, quotes aside; for any other, the place of the whole is returned.
fn inside(at: &At<String>, range: std::ops::Range<usize>) -> Span {
    let quotes = match at.place.len().checked_sub(at.value.len()) {
        Some(0) => 0,
        Some(2) => 1,
        Some(6) => 3,
        _ => return at.place,
    };
    let start = at.place.start as usize + quotes;
    Span::new(at.place.file, start + range.start..start + range.end)
}

/// Resolves elements in one layout.
pub struct Elements<'a, 'b> {
    /// Units and names.
    pub scope: &'a mut Scope<'b>,
    /// The elasticity of spaces.
    pub elastic: Elasticity,
}

impl Elements<'_, '_> {
    /// Returns the composition of an element.
    pub fn element(&mut self, file: &schema::Element, place: Where) -> Element {
        Element {
            columns: self.columns(file, place),
            collapse: flag(&file.collapse, true),
            gutter: self.scope.length(&file.gutter, SPACE),
            row_gap: self.glue(&file.row_gap),
            space: self.space(&file.space),
            indent: self.scope.length_or(&file.indent, INDENT, Pt::ZERO),
            indent_body: self.scope.length_or(&file.indent_body, INDENT, Pt::ZERO),
            columns_body: self.columns_body(file),
            beside: self.beside(file),
            rule: self.rule(&file.rule),
            frame: self.frame(&file.frame),
            marker: self.marker(&file.marker),
            rail: self.rail(&file.rail),
            keep: keep(&file.keep),
            break_before: match file.r#break.value() {
                Some(schema::Break::Page) => Some(Break::Page),
                Some(schema::Break::Region) => Some(Break::Region),
                Some(schema::Break::Foot) => Some(Break::Foot),
                Some(schema::Break::None) | None => None,
            },
        }
    }

    /// Returns the width of the column for rows beside the following content, which needs room too.
    fn beside(&mut self, file: &schema::Element) -> Option<Pt> {
        let at = file.beside.at()?;
        let width = self.scope.length(&file.beside, SPACE);
        let left = self.scope.measure - width - self.scope.length(&file.gutter, SPACE);
        if width > Pt::ZERO && left < self.scope.least_room() {
            let hint = message!(
                "the text is {measure}pt wide, at least {least}pt is needed",
                measure = self.scope.measure,
                least = self.scope.least_room()
            );
            self.scope.wrong(at, message!("and `gutter` leave {left}pt for what is beside it", left), hint);
        }
        (width > Pt::ZERO).then_some(width)
    }

    /// Returns the number of columns for the content below the rows; each of them needs room.
    fn columns_body(&mut self, file: &schema::Element) -> u32 {
        let Some(at) = file.columns_body.at() else { return 1 };
        let count = self.scope.count(&file.columns_body, COLUMNS_BODY).max(1);
        let gutters = self.scope.length(&file.gutter, SPACE) * i64::from(count - 1);
        let each = (self.scope.measure - gutters).max(Pt::ZERO) / i64::from(count);
        if count > 1 && each < self.scope.least_room() {
            let (measure, least) = (self.scope.measure, self.scope.least_room());
            let hint = message!("the text is {measure}pt wide, at least {least}pt is needed", measure, least);
            self.scope.wrong(at, message!("and `gutter` leave {each}pt for each column", each), hint);
        }
        count
    }

    fn columns(&mut self, file: &schema::Element, place: Where) -> Vec<Column> {
        let whole;
        let columns: Vec<&[RowText]> = match (file.rows.at(), file.columns.at()) {
            (Some(at), Some(_)) => {
                let hint = "`rows` is one column; to have several, give `columns` alone";
                self.scope.wrong(at, "and `columns` are both given", hint);
                return Vec::new();
            }
            (Some(at), None) => {
                whole = at.value.as_slice();
                vec![whole]
            }
            (None, Some(at)) => {
                at.value.iter().map(|key| key.value().map_or(&[][..], |rows| rows.0.as_slice())).collect()
            }
            (None, None) => Vec::new(),
        };
        let rows: usize = columns.iter().map(|rows| rows.len()).sum();
        if let Some(place) = [file.rows.place(), file.columns.place()].into_iter().flatten().next()
            && rows > MOST_ROWS
        {
            let message = message!("an element with {rows} rows", rows);
            let finding = Diagnostic::new(code::LAYOUT_VALUE, place, message);
            self.scope.sink.report(finding.hint(message!("allowed: up to {most}", most = MOST_ROWS)));
            return Vec::new();
        }
        let widths = self.widths(file, columns.len());
        let mut column = |(rows, width): (&[RowText], Width)| {
            let rows = rows.iter().filter_map(Key::at).filter_map(|at| row(at, place, self.scope)).collect();
            Column { width, rows }
        };
        columns.into_iter().zip(widths).map(&mut column).collect()
    }

    fn widths(&mut self, file: &schema::Element, columns: usize) -> Vec<Width> {
        let Some(at) = file.widths.at() else { return vec![Width::default(); columns] };
        if at.value.len() != columns {
            let message =
                message!("has {count} widths for {columns} columns", count = at.value.len(), columns);
            self.scope.wrong(at, &message, "give each column its width, such as [\"1fr\", \"25mm\"]");
            return vec![Width::default(); columns];
        }
        let widths: Vec<Width> = at.value.iter().map(|key| self.width(key)).collect();
        let fixed = |width: &Width| if let Width::Fixed(length) = width { *length } else { Pt::ZERO };
        let taken: Pt = widths.iter().map(fixed).sum();
        if taken > self.scope.measure {
            let hint = message!("the text is {measure}pt wide", measure = self.scope.measure);
            self.scope.wrong(at, message!("add up to {taken}pt", taken), hint);
        }
        widths
    }

    fn width(&mut self, key: &Length) -> Width {
        match key.at() {
            Some(at) if at.value.unit == Unit::Fr => {
                let value = Amount { unit: Unit::Factor, ..at.value };
                let share = self.scope.factor(&Key(Some(At { value, ..at.clone() })), SHARE);
                Width::Share((share * 100.0) as u32)
            }
            _ => Width::Fixed(self.scope.length(key, Limit::pt(0.0, self.scope.measure.to_f64()))),
        }
    }

    /// Returns the space before and after, given as two lengths or one for both.
    pub fn space(&mut self, key: &Key<Many<Length>>) -> Space {
        let Some(at) = key.at() else { return Space::default() };
        match at.value.0.as_slice() {
            [both] => {
                let both = self.glue(both);
                Space { before: both, after: both }
            }
            [before, after] => Space { before: self.glue(before), after: self.glue(after) },
            list => {
                let message = message!("has {count} lengths", count = list.len());
                self.scope.wrong(at, &message, "give the space before and after: [\"8pt\", \"2pt\"]");
                Space::default()
            }
        }
    }

    fn glue(&mut self, key: &Length) -> Glue {
        let natural = self.scope.length(key, SPACE);
        let part = |factor: f64| Pt::from_f64(natural.to_f64() * factor);
        let Elasticity { least, most } = self.elastic;
        Glue { natural, stretch: part(most - 1.0), shrink: part(1.0 - least) }
    }

    /// Returns the grid of facts.
    pub fn grid(&mut self, file: &schema::Grid) -> Grid {
        let columns = match file.columns.value().map(|many| many.0.as_slice()) {
            Some([exactly]) => {
                let exactly = self.scope.count(exactly, COLUMNS);
                (exactly, exactly)
            }
            Some([least, most]) => {
                let (least, most) = (self.scope.count(least, COLUMNS), self.scope.count(most, COLUMNS));
                (least.min(most), least.max(most))
            }
            Some(_) => {
                if let Some(at) = file.columns.at() {
                    self.scope.wrong(
                        at,
                        "is not one number or two",
                        "the minimum and maximum number of columns: [2, 3]",
                    );
                }
                (1, 1)
            }
            None => (1, 1),
        };
        Grid {
            columns,
            keys: file.keys.value().copied().unwrap_or(Keys::Align),
            gutter: self.scope.length(&file.gutter, SPACE),
            row_gap: self.glue(&file.row_gap),
            space: self.space(&file.space),
            border: self.scope.line(&file.border),
            key_fill: color::of(&file.key_fill, self.scope),
            pad: self.scope.sides(&file.pad, SPACE),
        }
    }

    /// Returns the look of lists.
    pub fn list(&mut self, file: &schema::List) -> List {
        let markers = file.marker.value().map_or(&[][..], |many| many.0.as_slice());
        List {
            markers: markers.iter().filter_map(Key::value).cloned().collect(),
            indent: self.scope.length(&file.indent, SPACE),
            gap: self.scope.length(&file.gap, SPACE),
            space: self.space(&file.space),
            item: self.glue(&file.item),
        }
    }

    /// Returns the look of tables.
    pub fn table(&mut self, file: &schema::Table) -> Table {
        Table {
            pad: self.scope.sides(&file.pad, SPACE),
            rule: self.rule(&file.rule),
            border: self.scope.line(&file.border),
            head_fill: color::of(&file.head_fill, self.scope),
            space: self.space(&file.space),
        }
    }
}

fn keep(key: &Key<Many<Key<schema::Keep>>>) -> Keep {
    let words = key.value().map_or(&[][..], |many| many.0.as_slice());
    let has = |word| words.iter().any(|key| key.value() == Some(&word));
    Keep { with_next: has(schema::Keep::WithNext), together: has(schema::Keep::Together) }
}
