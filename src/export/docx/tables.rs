//! Tables, and pictures.

use super::pictures::{self, Picture, Place};
use super::{Body, runs};
use crate::diag::Error;
use crate::export::walk::{Event, Step};
use crate::model::{Image, Table};
use crate::source::markdown::Align;

/// The widest photo, in CSS pixels: 26 mm.
const PHOTO: u32 = 98;

impl Body<'_> {
    pub(super) fn table(&mut self, table: &Table, next: Option<&Step<'_>>) -> Result<(), Error> {
        let columns = table.align.len().max(1);
        let width = (self.look.measure / columns as i64).to_string();
        self.xml.open("w:tbl", &[]);
        self.xml.open("w:tblPr", &[]);
        self.xml.value("w:tblStyle", "TableGrid");
        self.xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
        self.xml.close("w:tblPr");
        self.xml.open("w:tblGrid", &[]);
        (0..columns).for_each(|_| self.xml.empty("w:gridCol", &[("w:w", &width)]));
        self.xml.close("w:tblGrid");
        if !table.head.is_empty() {
            self.table_row(table, None, &width)?;
        }
        for row in 0..table.rows.len() {
            self.table_row(table, Some(row), &width)?;
        }
        self.xml.close("w:tbl");
        self.below_table = true;
        // Two adjacent tables would become one.
        if matches!(next.map(|next| next.event), Some(Event::Table(_)) | None) {
            self.paragraph("Normal", false, |_| {});
        }
        Ok(())
    }

    fn table_row(&mut self, table: &Table, row: Option<usize>, width: &str) -> Result<(), Error> {
        let cells = row.map_or(Some(&table.head), |row| table.rows.get(row)).cloned().unwrap_or_default();
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        if row.is_none() {
            self.xml.empty("w:tblHeader", &[]);
        }
        self.xml.close("w:trPr");
        for column in 0..table.align.len().max(1) {
            self.xml.open("w:tc", &[]);
            self.xml.open("w:tcPr", &[]);
            self.xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            self.xml.close("w:tcPr");
            self.xml.open("w:p", &[]);
            self.xml.open("w:pPr", &[]);
            self.xml.value("w:pStyle", "Normal");
            match table.align.get(column) {
                Some(Align::Center) => self.xml.value("w:jc", "center"),
                Some(Align::End) => self.xml.value("w:jc", "right"),
                _ => {}
            }
            self.xml.close("w:pPr");
            if let Some(cell) = cells.get(column) {
                self.rich(cell, row.is_none().then_some("Strong"));
            }
            let images = table.images.iter().filter(|found| found.row == row && found.column == column);
            for found in images {
                self.picture(&found.image, Place::Line)?;
            }
            self.xml.close("w:p");
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
        Ok(())
    }

    pub(super) fn image(&mut self, image: &Image) -> Result<(), Error> {
        if self.resume.images.contains_key(&image.src) {
            let style = self.part_style().unwrap_or(self.style("Normal"));
            self.open_paragraph(style, false);
            self.picture(&self.sized(image), Place::Line)?;
            self.xml.close("w:p");
        }
        Ok(())
    }

    /// Writes a picture; a drawing is replaced by its description.
    pub(super) fn picture(&mut self, image: &Image, place: Place) -> Result<(), Error> {
        let Some(asset) = self.resume.images.get(&image.src) else { return Ok(()) };
        let Some((ending, bytes)) = pictures::file(asset)? else {
            runs::plain(&mut self.xml, &image.alt, None);
            return Ok(());
        };
        let (across, down) = (asset.pixels.0.max(1), asset.pixels.1.max(1));
        // Twips to pixels.
        let most = u32::try_from(self.look.measure / 15).unwrap_or(across);
        let most = if place == Place::Right { PHOTO } else { most };
        let width = image.width.unwrap_or(across).clamp(1, most);
        let height = (u64::from(width) * u64::from(down) / u64::from(across)).clamp(1, 10_000);
        let relation = self.relations.picture(ending, bytes);
        self.pictures += 1;
        let size = (width, u32::try_from(height).unwrap_or(1));
        let picture = Picture { relation: &relation, number: self.pictures, alt: &image.alt, size };
        pictures::run(&mut self.xml, &picture, place);
        Ok(())
    }
}
