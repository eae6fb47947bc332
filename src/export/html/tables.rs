//! Tables.

use super::Page;
use super::markup::rich;
use super::picture;
use super::pieces::PLAIN;
use crate::diag::Error;
use crate::model::{Rich, Table};
use crate::source::markdown::Align;

impl Page<'_> {
    pub(super) fn table(&mut self, table: &Table) -> Result<(), Error> {
        self.line("<table class=\"block\">");
        let head = table.head.iter().any(|cell| !cell.is_blank());
        if head {
            self.row(table, None, &table.head)?;
        }
        self.line("<tbody>");
        for (at, cells) in table.rows.iter().enumerate() {
            self.row(table, Some(at), cells)?;
        }
        self.line("</tbody>\n</table>");
        Ok(())
    }

    fn row(&mut self, table: &Table, row: Option<usize>, cells: &[Rich]) -> Result<(), Error> {
        let tag = if row.is_none() { "th scope=\"col\"" } else { "td" };
        let mut out = String::new();
        for (column, cell) in cells.iter().enumerate() {
            let align = match table.align.get(column) {
                Some(Align::Center) => " class=\"c\"",
                Some(Align::End) => " class=\"e\"",
                _ => "",
            };
            let mut text = rich(cell, PLAIN);
            let images = table.images.iter().filter(|found| found.row == row && found.column == column);
            for found in images {
                text.push_str(&picture::html(self.resume, &found.image, "")?);
            }
            // An empty header cell names nothing.
            let tag = if text.is_empty() { "td" } else { tag };
            out.push_str(&format!("<{tag}{align}>{text}</{}>", &tag[..2]));
        }
        self.line(&if row.is_none() {
            format!("<thead><tr>{out}</tr></thead>")
        } else {
            format!("<tr>{out}</tr>")
        });
        Ok(())
    }
}
