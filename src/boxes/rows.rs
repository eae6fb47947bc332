//! The rows of an element: slots filled with values, empty ones dropped with their literals.

use super::slots::slots;
use super::structure::{Role, TagId};
use super::text::{generated, part_brackets, setting, slot_inlines};
use super::values::{NewHeading, Place, Show, Values};
use super::walk::Build;
use super::{
    Block, CellBox, CellWidth, Content, Emblem, Folio, Heading, Icon, Inline, Paragraph, RowBox, RuleBox,
    TextStyle, name,
};
use crate::geom::{Glue, Pt};
use crate::layout::{
    Align, Around, Cell, CellPart, Column, Element, Frame, Keep, Row, Rule, RulePlace, Slot, Start, Style,
    Width, role,
};
use crate::model::EntryKind;

impl Build<'_> {
    /// Returns the boxes of an element, inside its space, rule and frame; `None` if all its slots are
    /// empty.
    pub(super) fn element(
        &mut self,
        element: &Element,
        values: Values<'_>,
        place: &mut Place,
    ) -> Option<Block> {
        let mut columns: Vec<(&Column, Vec<Block>)> =
            element.columns.iter().map(|column| (column, self.column(column, values, place))).collect();
        for row in columns.iter_mut().flat_map(|(_, rows)| rows.iter_mut().skip(1)) {
            row.before = element.row_gap;
        }
        let stays = !element.collapse && columns.iter().any(|(_, blocks)| !blocks.is_empty());
        columns.retain(|(_, blocks)| stays || !blocks.is_empty());
        let mut blocks = beside(columns, element.gutter)?;
        if let Some(rule) = element.rule {
            ruled(&mut blocks, rule);
        }
        let last = blocks.len() - 1;
        for block in &mut blocks[..last] {
            block.keep.with_next = true;
        }
        Some(Block {
            before: element.space.before,
            after: element.space.after,
            indent: (element.indent, Pt::ZERO),
            keep: element.keep,
            break_before: element.break_before,
            frame: element
                .frame
                .filter(|frame| frame.around == Around::Rows)
                .map(|frame| Frame { head: None, ..frame }),
            marker: element.marker,
            content: Content::Stack(blocks),
            ..Block::default()
        })
    }

    pub(super) fn column(&mut self, column: &Column, values: Values<'_>, place: &mut Place) -> Vec<Block> {
        let mut blocks = Vec::new();
        for row in &column.rows {
            if row.cells.iter().all(|cell| !filled(cell, values)) {
                continue;
            }
            let tag = self.row_tag(row, values, place);
            blocks.extend(self.row(row, values, tag));
        }
        blocks
    }

    /// Returns a new element for a row: the heading for the first row that shows a title, else a
    /// paragraph.
    fn row_tag(&mut self, row: &Row, values: Values<'_>, place: &mut Place) -> TagId {
        let is_role = matches!(values, Values::Entry(entry, _) if entry.kind == EntryKind::Role);
        let titles = |slot| match slot {
            Slot::Name | Slot::NameFirst | Slot::NameRest | Slot::Title | Slot::Organization => true,
            Slot::Role => is_role,
            _ => false,
        };
        let titled = row.cells.iter().flat_map(slots).any(|slot| titles(slot) && values.has(slot));
        match place.heading.take_if(|_| titled) {
            Some(NewHeading { level, title }) => {
                let tag = self.structure.add(place.parent, Role::Heading(level));
                self.outline.push(Heading { title, depth: level - 1, tag });
                tag
            }
            None => self.structure.add(place.parent, Role::P),
        }
    }

    /// Returns the boxes of one row that is known not to be empty.
    fn row(&mut self, row: &Row, values: Values<'_>, tag: TagId) -> Vec<Block> {
        if let [cell] = row.cells.as_slice()
            && let Some(block) = self.block_slot(cell, values, tag)
        {
            return vec![block];
        }
        let mut cells = Vec::new();
        let mut fill = false;
        for cell in &row.cells {
            fill |= cell.start == Start::Fill;
            if slots(cell).next().is_some() && !filled(cell, values) {
                continue; // its gap goes with it; the fill before it pushes what comes next
            }
            let paragraph = self.cell(cell, row, values, tag);
            // A box at the edge has its padding inside the measure.
            let frame = match paragraph.inlines.first() {
                Some(Inline::Text(text)) => text.frame,
                _ => None,
            };
            let pad = frame.map_or(Pt::ZERO, |frame| frame.pad.left);
            let indent = (pad, pad);
            // Its padding above and below is not part of the line; twice that keeps it off its neighbours.
            let apart = Glue::fixed(frame.map_or(Pt::ZERO, |frame| frame.pad.top.max(frame.pad.bottom) * 2));
            let content = Content::Paragraph(paragraph);
            let block = Block { before: apart, after: apart, indent, content, ..Block::default() };
            let start = if fill { Start::Fill } else { cell.start };
            cells.push(CellBox { start, width: CellWidth::Natural, blocks: vec![block] });
            fill = false;
        }
        if let [only] = cells.as_mut_slice()
            && only.start == Start::Edge
        {
            return std::mem::take(&mut only.blocks);
        }
        vec![Block { content: Content::Row(RowBox { cells }), ..Block::default() }]
    }

    /// Returns the box of a cell that holds nothing but a slot with boxes of its own, such as the
    /// photo; `None` for all others.
    fn block_slot(&mut self, cell: &Cell, values: Values<'_>, tag: TagId) -> Option<Block> {
        let [CellPart::Slot { slot, options, .. }] = cell.parts.as_slice() else { return None };
        match (slot, values) {
            (Slot::Photo, Values::Header(header)) => self.photo(header.photo.as_ref()?, options),
            (Slot::Facts, Values::Header(header)) => Some(self.grid(&header.facts, TagId::ROOT)),
            (Slot::FactsAll, Values::Header(header)) => Some(self.all_facts(header, options)),
            (Slot::Contacts, Values::Header(header)) if options.stack => {
                let style = self.slot_style(cell);
                Some(self.contact_lines(&header.contacts, &style, options, tag))
            }
            _ => None,
        }
    }

    fn slot_style(&self, cell: &Cell) -> Style {
        match cell.parts.as_slice() {
            [CellPart::Slot { role: Some(role), .. }, ..] => *self.layout.style(role),
            _ => *self.layout.style(role::BODY),
        }
    }

    fn cell(&mut self, cell: &Cell, row: &Row, values: Values<'_>, tag: TagId) -> Paragraph {
        let mut style = *self.layout.style(&row.role);
        let mut tallest: Option<Style> = None;
        let mut paragraph = Paragraph { tag: Some(tag), ..Paragraph::default() };
        let mut printed = false;
        for (at, part) in cell.parts.iter().enumerate() {
            match part {
                CellPart::FirstOf(_) => {} // its element was chosen from: see `choice`
                CellPart::Literal(text) => {
                    if literal_stands(&cell.parts, at, printed, values) {
                        paragraph.inlines.push(generated(text, tallest.as_ref().unwrap_or(&style)));
                    }
                }
                CellPart::Slot { slot, role, options } => {
                    if !values.has(*slot) {
                        continue;
                    }
                    let look = role.as_ref().map_or(style, |role| *self.layout.style(as_shown(role, values)));
                    printed = true;
                    if tallest.is_none_or(|t| look.leading > t.leading) {
                        tallest = Some(look);
                    }
                    self.slot(Show { slot: *slot, options, style: &look }, values, &mut paragraph);
                }
            }
        }
        if matches!(values, Values::Entry(..)) {
            paragraph.inlines = part_brackets(paragraph.inlines);
        }
        style = tallest.unwrap_or(style);
        paragraph.setting = setting(&style, self.layout, &self.lang);
        // Text under a title is set as running text: its lines are filled, not balanced.
        let is_text = matches!(values, Values::Entry(..)) && style.weight < BOLD && cell.start != Start::Fill;
        paragraph.setting.heading = !is_text;
        if paragraph.setting.align == Align::Justify {
            paragraph.setting.align = Align::Start;
        }
        if cell.start == Start::Fill {
            paragraph.setting.align = Align::End;
        }
        paragraph
    }

    /// Adds the value of one non-empty slot to a paragraph.
    fn slot(&mut self, show: Show<'_>, values: Values<'_>, paragraph: &mut Paragraph) {
        let Show { slot, options, style } = show;
        match (values, slot) {
            (Values::Header(header), Slot::Contacts) => {
                let inlines = self.contacts(&header.contacts, style, options, paragraph.tag);
                paragraph.inlines.extend(inlines);
            }
            (Values::Header(header), Slot::Headline) => {
                if let Some(headline) = &header.headline {
                    paragraph.inlines.extend(self.key_value(headline, style));
                }
            }
            (Values::Header(_), Slot::Folio) => {
                paragraph.inlines.push(Inline::Folio(Folio::Page, plain(style)));
            }
            (Values::Header(_), Slot::Pages) => {
                paragraph.inlines.push(Inline::Folio(Folio::Pages, plain(style)));
            }
            (Values::Header(header), Slot::Name) => {
                if let Some(name) = header.title() {
                    paragraph.inlines.extend(slot_inlines(name, style, self.layout));
                }
            }
            (Values::Header(header), Slot::Field(key)) => {
                if let Some(value) = header.field(key.name()) {
                    paragraph.inlines.extend(slot_inlines(value, style, self.layout));
                }
            }
            (Values::Header(header), Slot::NameFirst | Slot::NameRest) => {
                if let Some(name) = header.title() {
                    let (first, rest) = name::parts(name);
                    let part = if slot == Slot::NameFirst { first } else { rest };
                    paragraph.inlines.extend(slot_inlines(&part, style, self.layout));
                }
            }
            (Values::Section(section), Slot::Icon) => {
                let kind = Emblem::Section(section.kinds.first().copied().unwrap_or_default());
                let (size, advance) = (style.size, style.size.scale(3, 2));
                let icon = Icon { kind, size, advance, color: style.color, alt: None, tag: None };
                paragraph.inlines.push(Inline::Icon(icon));
            }
            (Values::Section(section), Slot::Title) => {
                paragraph.inlines.extend(slot_inlines(&section.title, style, self.layout));
            }
            (Values::Entry(entry, assigned), _) => {
                self.entry_slot((entry, assigned), show, paragraph);
            }
            _ => {}
        }
    }
}

/// Returns the role in which the head of a part of a project looks like one that is not a heading in the source.
fn as_shown<'r>(named: &'r str, values: Values<'_>) -> &'r str {
    match values {
        Values::Entry(_, assigned) if assigned.is_caption && named == role::MINOR_TITLE => role::CAPTION,
        _ => named,
    }
}

fn filled(cell: &Cell, values: Values<'_>) -> bool {
    slots(cell).any(|slot| values.has(slot))
}

/// Returns whether a literal is printed: one between two slots if something is printed before it and the
/// next slot is filled; one at the edge of its cell if the slot next to it is.
fn literal_stands(parts: &[CellPart], at: usize, printed: bool, values: Values<'_>) -> bool {
    let filled = |part: &CellPart| match part {
        CellPart::Slot { slot, .. } => Some(values.has(*slot)),
        CellPart::Literal(_) | CellPart::FirstOf(_) => None,
    };
    let before = parts[..at].iter().rev().find_map(filled);
    let after = parts[at + 1..].iter().find_map(filled);
    match (before, after) {
        (Some(_), Some(next)) => printed && next,
        (Some(beside), None) | (None, Some(beside)) => beside,
        (None, None) => true,
    }
}

/// Returns the boxes of columns side by side; if there is only one, its own boxes.
fn beside(mut columns: Vec<(&Column, Vec<Block>)>, gutter: Pt) -> Option<Vec<Block>> {
    if columns.len() < 2 {
        return columns.pop().map(|(_, blocks)| blocks);
    }
    let cells = columns
        .into_iter()
        .enumerate()
        .map(|(at, (column, blocks))| CellBox {
            start: if at == 0 { Start::Edge } else { Start::Gap(gutter) },
            width: CellWidth::Given(column.width),
            blocks,
        })
        .collect();
    Some(vec![Block { content: Content::Row(RowBox { cells }), ..Block::default() }])
}

/// Adds a rule to rows, of which there is at least one.
fn ruled(blocks: &mut Vec<Block>, rule: Rule) {
    let line = |raise| Block {
        content: Content::Rule(RuleBox { width: rule.width, color: rule.color, raise }),
        ..Block::default()
    };
    let gap = Glue::fixed(rule.gap);
    match (rule.place, blocks.pop()) {
        (RulePlace::Beside, Some(Block { content: Content::Paragraph(text), .. })) => {
            // At half the height of a Han character, 0.38 em above the baseline.
            let middle = || text.inlines.iter().find_map(Inline::size).unwrap_or_default().scale(38, 100);
            let raise = rule.raise.unwrap_or_else(middle);
            let title = Block { content: Content::Paragraph(text), ..Block::default() };
            let title = CellBox { start: Start::Edge, width: CellWidth::Natural, blocks: vec![title] };
            let width = CellWidth::Given(Width::Share(1));
            let rest = CellBox { start: Start::Gap(rule.gap), width, blocks: vec![line(raise)] };
            let row = RowBox { cells: vec![title, rest] };
            blocks.push(Block { content: Content::Row(row), ..Block::default() });
        }
        (RulePlace::Above, last) => {
            blocks.extend(last);
            blocks.insert(0, Block { after: gap, ..line(Pt::ZERO) });
        }
        (RulePlace::Below | RulePlace::Beside | RulePlace::Both, last) => {
            blocks.extend(last);
            if rule.place == RulePlace::Both {
                blocks.insert(0, Block { after: gap, ..line(Pt::ZERO) });
            }
            blocks.push(Block { before: gap, ..line(Pt::ZERO) });
        }
    }
}

/// The weight from which a row of an entry is a title.
const BOLD: u16 = 600;

/// Keeps a box with the one below.
pub(super) const WITH_NEXT: Keep = Keep { with_next: true, together: false };

pub(super) fn plain(style: &Style) -> TextStyle {
    TextStyle { style: *style, ..TextStyle::default() }
}
