//! The header: name, headline, contacts, facts, photo; and the rows that run on every page.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::chosen;
use super::entry::owned;
use super::slots::offered;
use super::structure::{Role, TagId};
use super::text::{emphasise, generated, inlines, separator, setting, slot_inlines};
use super::values::{NewHeading, Place, Values};
use super::walk::{Build, Within};
use super::{
    Block, Content, Emblem, Flow, Hanging, HangingWidth, Icon, ImageBox, Inline, Paragraph, RowBox,
    RunningBox, name,
};
use crate::geom::{Em, Glue, Pt, Size};
use crate::layout::{Align, Element, Running, Slot, SlotOptions, Style, Take, role};
use crate::model::{Contact, Header, Image, KeyValue, Rich, SectionKind};
use crate::source::chars::is_han;

/// The width of a photo to which the layout gives none: that of a Chinese one-inch print.
const PHOTO_WIDTH: Pt = Pt::from_units(25 * 72 * Pt::UNITS * 10 / 254);

impl Build<'_> {
    /// Adds the parts of the header that a region takes.
    pub(super) fn header(&mut self, header: &Header, region: usize, flow: &mut Flow) {
        let mut parts = chosen(self.layout.header.values(), Values::Header(header));
        name::complete(&mut parts);
        let shown: BTreeSet<Slot> = parts.iter().flat_map(|element| offered(element)).collect();
        let parts: BTreeMap<&str, _> = self.layout.header.keys().map(String::as_str).zip(&parts).collect();
        for name in parts_of(self, region) {
            let part = parts.get(name).and_then(|element| self.header_part(header, element));
            flow.blocks.extend(part);
        }
        let shown = |slot| shown.contains(&slot) || shown.contains(&Slot::FactsAll);
        if !header.facts.is_empty() && !shown(Slot::Facts) && self.region_of(&Take::Facts) == region {
            flow.blocks.push(self.grid(&header.facts, TagId::ROOT));
        }
        if self.region_of(&Take::Rest) == region {
            if !shown(Slot::Contacts) && !header.contacts.is_empty() {
                let style = *self.layout.style(role::CONTACT);
                flow.blocks.push(self.contact_lines(
                    &header.contacts,
                    &style,
                    &SlotOptions::default(),
                    TagId::ROOT,
                ));
            }
            let within = Within::section(SectionKind::Personal);
            flow.blocks.extend(self.blocks(&header.blocks, TagId::ROOT, within, Pt::ZERO));
        }
    }

    fn header_part(&mut self, header: &Header, element: &Element) -> Option<Block> {
        let title = header.title().map(Rich::text).unwrap_or_default().into_owned();
        let mut place = Place { parent: TagId::ROOT, heading: Some(NewHeading { level: 1, title }) };
        self.element(element, Values::Header(header), &mut place)
    }

    /// Returns key (if any) and value as running text.
    pub(super) fn key_value(&self, pair: &KeyValue, style: &Style) -> Vec<Inline> {
        let mut all = Vec::new();
        if let Some(key) = &pair.key {
            all.extend(slot_inlines(key, style, self.layout));
            all.extend(behind_key(key).map(|mark| generated(mark, style)));
        }
        all.extend(slot_inlines(&pair.value, style, self.layout));
        all
    }

    /// Returns contacts one after the other, each a list item of its own in the tag tree, so that
    /// nothing reads them as one word.
    pub(super) fn contacts(
        &mut self,
        contacts: &[Contact],
        style: &Style,
        options: &SlotOptions,
        row: Option<TagId>,
    ) -> Vec<Inline> {
        let list = self.contact_list(row.unwrap_or(TagId::ROOT));
        let each: Vec<Vec<Inline>> =
            contacts.iter().map(|contact| self.contact(contact, style, options, list)).collect();
        let gap = Inline::Space(style.size.scale(7, 4));
        match &options.separator {
            Some(text) if !text.trim().is_empty() => each.join(&separator(text, style)),
            _ => each.join(&gap),
        }
    }

    /// Returns contacts one below the other, as far apart as the leading of their style. The lines of one
    /// contact are closer, and hang after its icon.
    pub(super) fn contact_lines(
        &mut self,
        contacts: &[Contact],
        style: &Style,
        options: &SlotOptions,
        row: TagId,
    ) -> Block {
        let list = self.contact_list(row);
        let body = self.layout.style(role::BODY);
        let leading = body.leading.scale(style.size.units(), body.size.units()).min(style.leading);
        let apart = Glue::fixed(style.leading - leading);
        let lines = contacts.iter().enumerate().map(|(nth, contact)| {
            // In a line of its own, a long contact breaks where its kind breaks best.
            let mut inlines = self.contact(contact, style, options, list);
            inlines.iter_mut().for_each(|inline| {
                if let Inline::Text(text) = inline {
                    text.unbroken = false;
                }
            });
            let icons = inlines.iter().take_while(|inline| matches!(inline, Inline::Icon(_))).count();
            let text = inlines.split_off(icons);
            let label = Hanging { inlines, width: HangingWidth::Natural, tag: None };
            let mut setting = setting(style, self.layout, &self.lang);
            setting.leading = leading;
            if setting.align == Align::Justify {
                setting.align = Align::Start;
            }
            let label = (icons > 0).then_some(label);
            let paragraph = Paragraph { inlines: text, label, setting, tag: None };
            let before = if nth == 0 { Glue::default() } else { apart };
            Block { before, content: Content::Paragraph(paragraph), ..Block::default() }
        });
        Block { content: Content::Stack(lines.collect()), ..Block::default() }
    }

    /// Adds a list next to the paragraph of its row: a list cannot be inside a paragraph.
    pub(super) fn contact_list(&mut self, row: TagId) -> TagId {
        let parent = self.structure.node(row).parent;
        self.structure.add(parent, Role::L)
    }

    fn contact(
        &mut self,
        contact: &Contact,
        style: &Style,
        options: &SlotOptions,
        list: TagId,
    ) -> Vec<Inline> {
        let item = self.structure.add(list, Role::LI);
        let key = contact.key.as_ref();
        let told = options.icons && contact.icons_tell() || options.bare && contact.value_tells();
        let hide_key = told && !options.keys;
        let mut all = Vec::new();
        if options.icons {
            all = self.contact_icons(contact, style, hide_key, item);
        }
        if let Some(key) = key.filter(|_| !hide_key) {
            let label = Some(self.structure.add(item, Role::Lbl));
            all.extend(inlines(key, style, self.layout).into_iter().map(|piece| owned(piece, label)));
            all.extend(behind_key(key).map(|mark| owned(generated(mark, style), label)));
        }
        let body = Some(self.structure.add(item, Role::LBody));
        let value = self.contact_value(contact, style, options);
        all.extend(value.into_iter().map(|piece| owned(piece, body)));
        all
    }

    /// Returns the value of a contact.
    pub(super) fn contact_value(
        &self,
        contact: &Contact,
        style: &Style,
        options: &SlotOptions,
    ) -> Vec<Inline> {
        let value = if options.full { contact.value.clone() } else { contact.brief() };
        inlines(&value, style, self.layout).into_iter().map(|piece| unlinked(piece, style)).collect()
    }

    /// Returns the icons of a contact; those that hide its key replace it.
    pub(super) fn contact_icons(
        &mut self,
        contact: &Contact,
        style: &Style,
        hide_key: bool,
        item: TagId,
    ) -> Vec<Inline> {
        let key = contact.key.as_ref();
        let mut all = Vec::new();
        // Two icons replace a key that names two ways; next to a key, one is enough.
        let icons = if hide_key { contact.kinds.len() } else { 1 };
        for (nth, &kind) in contact.kinds.iter().take(icons).enumerate() {
            let alt = key.filter(|_| hide_key && nth == 0).map(|key| key.text().into_owned());
            let tag = alt.as_ref().map(|alt| {
                let figure = self.structure.add(item, Role::Lbl);
                let figure = self.structure.add(figure, Role::Figure);
                self.structure.node_mut(figure).alt = Some(alt.clone());
                figure
            });
            let advance = style.size.scale(13, 10);
            let kind = Emblem::Contact(kind);
            all.push(Inline::Icon(Icon { kind, size: style.size, advance, color: style.color, alt, tag }));
        }
        all
    }

    /// Returns a paragraph that is not justified.
    pub(super) fn ragged(&self, inlines: Vec<Inline>, style: &Style, tag: TagId) -> Paragraph {
        let mut setting = setting(style, self.layout, &self.lang);
        setting.align = Align::Start;
        let mut paragraph = Paragraph { inlines, label: None, setting, tag: Some(tag) };
        emphasise(&mut paragraph, self.layout);
        paragraph
    }

    /// Returns the photo in the size and crop that the layout asks for; `None` if it could not be read.
    pub(super) fn photo(&mut self, photo: &Image, options: &SlotOptions) -> Option<Block> {
        let (wide, high) = self.images.get(&photo.src)?.pixels;
        let (across, down) = if options.circle { (1, 1) } else { options.crop.unwrap_or((wide, high)) };
        let crop = crop(wide, high, across, down);
        let width = options.width.unwrap_or(PHOTO_WIDTH);
        let size = Size { width, height: width.scale(i64::from(crop[3]), i64::from(crop[2])) };
        let tag = self.figure(photo, TagId::ROOT);
        let radius = if options.circle { size.width / 2 } else { options.radius };
        let (src, align) = (photo.src.clone(), Align::Start);
        let image = ImageBox { src, size, most: Em::ONE, crop, radius, align, tag };
        Some(Block { content: Content::Image(image), ..Block::default() })
    }

    /// Adds the element of an image.
    pub(super) fn figure(&mut self, image: &Image, parent: TagId) -> TagId {
        let tag = self.structure.add(parent, Role::Figure);
        self.structure.node_mut(tag).alt = Some(image.alt.clone());
        tag
    }

    /// Returns the rows above and below the text of every page.
    pub(super) fn running(&mut self, header: &Header) -> [Option<RunningBox>; 2] {
        let page = &self.layout.page;
        [page.header.as_ref(), page.footer.as_ref()].map(|row| row.map(|row| self.running_row(row, header)))
    }

    fn running_row(&mut self, running: &Running, header: &Header) -> RunningBox {
        // A running row is an artifact: the elements made on the way are dropped in favour of this clone.
        let structure = self.structure.clone();
        let mut place = Place { parent: TagId::ROOT, heading: None };
        let column = crate::layout::Column { rows: vec![running.row.clone()], ..Default::default() };
        let element = Element { columns: vec![column], ..Element::PLAIN };
        let values = Values::Header(header);
        let element = chosen([&element], values).remove(0);
        let blocks = element.columns.first().map_or(Vec::new(), |row| self.column(row, values, &mut place));
        self.structure = structure;
        let row = blocks.into_iter().next().map_or_else(RowBox::default, |block| match block.content {
            Content::Row(row) => row,
            content => RowBox::single(Block { content, ..Block::default() }),
        });
        RunningBox { row: row.running(), first: running.first, single: running.single }
    }
}

/// Returns a piece of text in the colour of its role: among contacts, links need not differ from other text.
fn unlinked(piece: Inline, style: &Style) -> Inline {
    match piece {
        Inline::Text(mut text) => {
            text.style.style.color = style.color;
            text.style.style.underline = style.underline;
            Inline::Text(text)
        }
        other => other,
    }
}

/// Returns the parts of the header that a region takes: first those that it names, in that order, then
/// those that no region names.
fn parts_of<'a>(build: &Build<'a>, region: usize) -> Vec<&'a str> {
    let layout = build.layout;
    let mut parts = Vec::new();
    for take in layout.regions.get(region).into_iter().flat_map(|region| &region.takes) {
        if let Take::Header(part) = take {
            parts.push(part.as_str());
        }
    }
    for part in layout.header.keys() {
        let taken = build.region_of(&Take::Header(part.clone())) == region;
        if taken && !parts.contains(&part.as_str()) {
            parts.push(part);
        }
    }
    parts
}

/// Returns the largest middle part of a picture with the given proportions, in pixels; most of what is
/// cut from the height is cut at the bottom, where a portrait has no face.
fn crop(wide: u32, high: u32, across: u32, down: u32) -> [u32; 4] {
    let (wide, high) = (wide.max(1), high.max(1));
    let width =
        (u64::from(high) * u64::from(across) / u64::from(down.max(1))).clamp(1, u64::from(wide)) as u32;
    let height =
        (u64::from(width) * u64::from(down) / u64::from(across.max(1))).clamp(1, u64::from(high)) as u32;
    [(wide - width) / 2, (high - height) / 3, width, height]
}

/// Returns the text between a key and its value: a blank after a half-width colon, and a colon after a key that was
/// a title of its own, `## 求职意向`.
fn behind_key(key: &Rich) -> Option<&'static str> {
    let text = key.text();
    match text.trim_end().chars().next_back() {
        Some('：') => None,
        _ if text.ends_with(' ') => None,
        Some(last) if is_han(last) => Some("："),
        _ => Some(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::crop;

    #[test]
    fn a_crop_is_the_largest_part_of_its_shape() {
        assert_eq!(crop(400, 400, 3, 4), [50, 0, 300, 400]);
        assert_eq!(crop(300, 900, 3, 4), [0, 166, 300, 400]);
        assert_eq!(crop(413, 579, 413, 579), [0, 0, 413, 579]);
        assert_eq!(crop(0, 0, 1, 1), [0, 0, 1, 1]);
    }
}
