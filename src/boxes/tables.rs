//! Tables and images.

use super::structure::{Role, TagId};
use super::text::inlines;
use super::walk::Build;
use super::{Block, Content, ImageBox, Paragraph, RuleBox, TableBox};
use crate::geom::{Pt, Size};
use crate::layout::{Align, role};
use crate::model::{Image, Rich, Table};

impl Build<'_> {
    pub(super) fn table(&mut self, table: &Table, parent: TagId) -> Block {
        let tag = self.structure.add(parent, Role::Table);
        let mut head = Vec::new();
        if !table.head.is_empty() {
            let part = self.structure.add(tag, Role::THead);
            head = self.table_row(table, &table.head, (part, Role::TH));
        }
        let part = self.structure.add(tag, Role::TBody);
        let rows: Vec<Vec<Paragraph>> =
            table.rows.iter().map(|row| self.table_row(table, row, (part, Role::TD))).collect();
        let images = table.images.iter().filter_map(|held| {
            let row = held.row.map_or(Some(&head), |row| rows.get(row))?;
            let cell = row.get(held.column)?.tag?;
            Some((held.row, held.column, self.image_box(&held.image, cell)?))
        });
        let images = images.collect();
        let look = &self.layout.table;
        let content = TableBox {
            head,
            tallest_repeated: self.layout.page.size.height / 3,
            rows,
            images,
            pad: look.pad,
            rule: look.rule.map(RuleBox::from),
            border: look.border,
            head_fill: look.head_fill,
        };
        Block {
            before: look.space.before,
            after: look.space.after,
            content: Content::Table(content),
            ..Block::default()
        }
    }

    fn table_row(&mut self, table: &Table, cells: &[Rich], (part, cell): (TagId, Role)) -> Vec<Paragraph> {
        let row = self.structure.add(part, Role::TR);
        let name = if cell == Role::TH { role::TABLE_HEAD } else { role::BODY };
        let style = *self.layout.style(name);
        let each = cells.iter().enumerate().map(|(at, text)| {
            let tag = self.structure.add(row, cell);
            let mut paragraph = self.ragged(inlines(text, &style, self.layout), &style, tag);
            paragraph.setting.align = match table.align.get(at) {
                Some(crate::source::markdown::Align::Center) => Align::Center,
                Some(crate::source::markdown::Align::End) => Align::End,
                _ => Align::Start,
            };
            paragraph
        });
        each.collect()
    }

    /// Returns an image at the width that the author asked for, or at 96 pixels per inch.
    fn image_box(&mut self, image: &Image, parent: TagId) -> Option<ImageBox> {
        let look = self.layout.image;
        let (wide, high) = self.images.get(&image.src)?.pixels;
        let width = Pt::new(i64::from(image.width.unwrap_or(wide).clamp(1, 100_000))).scale(3, 4);
        let height = width.scale(i64::from(high.max(1)), i64::from(wide.max(1)));
        // If taller than a page, it would run over its foot; half a page will do unless the author asked for more.
        let page = &self.layout.page;
        let text = page.size.height - page.margin.top - page.margin.bottom;
        let highest = if image.width.is_some() { text } else { text / 2 };
        let size = match height > highest && highest > Pt::ZERO {
            true => Size { width: width.scale(highest.units(), height.units()), height: highest },
            false => Size { width, height },
        };
        let tag = self.figure(image, parent);
        Some(ImageBox {
            src: image.src.clone(),
            size,
            most: look.most,
            crop: [0, 0, wide, high],
            radius: look.radius,
            align: look.align,
            tag,
        })
    }

    pub(super) fn image(&mut self, image: &Image, parent: TagId) -> Option<Block> {
        let look = self.layout.image;
        let image = self.image_box(image, parent)?;
        Some(Block {
            before: look.space.before,
            after: look.space.after,
            content: Content::Image(image),
            ..Block::default()
        })
    }
}
