//! Tables that stay tables.

use crate::model::Builder;
use crate::model::columns;
use crate::model::flow;
use crate::model::resume::{BlockKind, CellImage, Table};
use crate::model::rich::Rich;
use crate::source::markdown::{self as md, Inline};

impl Builder<'_> {
    pub(super) fn table(
        &mut self,
        align: &[md::Align],
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
    ) -> BlockKind {
        let mut images: Vec<CellImage> = Vec::new();
        let manner = self.manner.clone();
        let mut cells = |row: Option<usize>, cells: &[Vec<Inline>]| -> Vec<Rich> {
            let cell = |(column, cell): (usize, &Vec<Inline>)| {
                let (text, more) = flow::rich(cell, &manner);
                images.extend(more.into_iter().map(|image| CellImage { row, column, image }));
                text
            };
            cells.iter().enumerate().map(cell).collect()
        };
        let mut head = cells(None, head);
        let mut rows: Vec<Vec<Rich>> =
            rows.iter().enumerate().map(|(at, row)| cells(Some(at), row)).collect();
        let pictured = images.iter().map(|image| image.column).collect();
        let columns::Filled { left, words } = columns::fill(&mut head, &mut rows, &pictured);
        words.iter().for_each(|word| self.consume(word, "head of a column of links"));
        for image in &mut images {
            image.column = left.binary_search(&image.column).unwrap_or(image.column);
        }
        if columns::is_headless(&head, &rows) {
            rows.insert(0, std::mem::take(&mut head));
            images.iter_mut().for_each(|image| image.row = Some(image.row.map_or(0, |row| row + 1)));
        }
        if head.iter().all(Rich::is_blank) && images.iter().all(|image| image.row.is_some()) {
            head.clear();
        }
        let widest = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        rows.iter_mut().for_each(|row| row.resize(widest, Rich::default()));
        if !head.is_empty() {
            head.resize(widest, Rich::default());
        }
        let mut align: Vec<md::Align> = left.iter().filter_map(|at| align.get(*at).copied()).collect();
        align.resize(widest, md::Align::default());
        BlockKind::Table(Table { align, head, rows, images })
    }
}
