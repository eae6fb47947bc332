//! A letter: the sender at the top, then its parts, each set as its form prescribes.

use super::structure::{Role, TagId};
use super::text::{generated, inlines, run_on, setting};
use super::walk::{Build, Within};
use super::{Block, Content, Flow, FoldMark, ImageBox, Inline, Paragraph};
use crate::geom::{Em, Glue, Pt, Size};
use crate::layout::{Align, RegionPlace, SlotOptions, Style, Take, role};
use crate::model::{
    self, BlockKind, ContactKind, Form, Header, Letter, LetterPart, Rich, Section, SectionKind, TextLine,
};

/// The heights in the address field (DIN 5008): above the address, the postal notes and the sender's line.
const NOTES: Pt = Pt::hundredths_of_mm(1_770);
const ADDRESS: Pt = Pt::hundredths_of_mm(2_730);
/// Where the sheet is folded, from the top of that field, and where it is punched, from its own edge: at 105, 210 and
/// 148.5 mm in form B.
const FOLDS: [Pt; 2] = [Pt::hundredths_of_mm(6_000), Pt::hundredths_of_mm(16_500)];
const PUNCH: Pt = Pt::hundredths_of_mm(14_850);
/// The lengths of these marks: the one for the punch is recognised by its length.
const FOLD_LENGTH: Pt = Pt::hundredths_of_mm(400);
const PUNCH_LENGTH: Pt = Pt::hundredths_of_mm(700);
/// The space between the field and the text below it.
const BELOW_FIELD: Pt = Pt::hundredths_of_mm(846);
/// The left edge of the text: 20 mm to the field, 5 mm inside it.
const EDGE: Pt = Pt::hundredths_of_mm(2_500);
/// The greatest width of a signature.
const WIDEST_SIGNATURE: Pt = Pt::hundredths_of_mm(6_000);

/// The setting of a part of a letter.
#[derive(Clone, Copy)]
struct Look {
    style: Style,
    align: Align,
    /// The indent of its first line.
    first: Pt,
    /// The space above it.
    before: Pt,
}

impl Build<'_> {
    /// Adds the text of a letter to the region that takes it; the header is there already, except where the sender
    /// comes further down.
    pub(super) fn letter(
        &mut self,
        letter: &Letter,
        section: &Section,
        header: &Header,
        regions: &mut [Flow],
    ) {
        let at = self.region_of(&Take::Rest);
        let above = if letter.form == Form::German { self.head_for_window(at, regions) } else { Pt::ZERO };
        let Some(flow) = regions.get_mut(at) else { return };
        for block in &section.blocks {
            if letter.sender_before == Some(block.span) {
                flow.blocks.push(self.sender(header));
            }
            let part = letter.part(block);
            match (letter.form, part) {
                (Form::German, LetterPart::Recipient) => {
                    flow.blocks.extend(self.window(block, header, above));
                }
                _ => flow.blocks.extend(self.part(letter, part, block)),
            }
        }
        if let (Form::German, Some(region)) = (letter.form, self.layout.regions.get(at)) {
            let moved = (EDGE - region.column_x(0)).max(Pt::ZERO);
            flow.blocks.iter_mut().for_each(|block| block.indent.0 += moved);
        }
    }

    /// Makes the part above the text tall enough for the address to be at the window. Returns the white space that is
    /// still needed above the line of the sender.
    fn head_for_window(&self, at: usize, regions: &mut [Flow]) -> Pt {
        let layout = self.layout;
        let notes = NOTES - layout.style(role::FOLIO).leading;
        let Some(main) = layout.regions.get(at) else { return notes };
        for (region, flow) in layout.regions.iter().zip(regions.iter_mut()) {
            if region.place == RegionPlace::Top && !flow.blocks.is_empty() {
                let white = region.pad.top + region.pad.bottom + main.pad.top;
                at_least(flow, layout.letter.window - region.inset.0 - white);
                return notes;
            }
        }
        let white = layout.letter.window - main.inset.0 - main.pad.top + notes;
        match regions.get_mut(at).filter(|flow| !flow.blocks.is_empty()) {
            // A tall head reaches into the room for postal notes.
            Some(flow) => {
                at_least(flow, white);
                Pt::ZERO
            }
            None => white,
        }
    }

    /// Returns the field of the address: the sender in one small line, an artifact, and the recipient.
    fn window(&mut self, block: &model::Block, header: &Header, above: Pt) -> Vec<Block> {
        let folio = *self.layout.style(role::FOLIO);
        let home = header.contacts.iter().find(|contact| contact.kinds.contains(&ContactKind::Location));
        let said = header
            .name
            .as_ref()
            .zip(home)
            .map(|(name, home)| format!("{} · {}", name.text(), home.value.text()));
        let line = said.map_or(Vec::new(), |line| vec![generated(&line, &folio)]);
        let paragraph = Paragraph {
            inlines: line,
            setting: setting(&folio, self.layout, &self.lang),
            ..Paragraph::default()
        };
        let line = Block { content: Content::Paragraph(paragraph), ..Block::default() };
        let above = Block { least: above, ..Block::default() };
        // The window shows six lines of it.
        let mut plain = self.plain(Pt::ZERO);
        plain.style.leading = plain.style.leading.min(ADDRESS / 6);
        let address = Block {
            least: ADDRESS + BELOW_FIELD,
            content: Content::Stack(self.lines(block, plain)),
            ..Block::default()
        };
        vec![above, line, address]
    }

    /// Returns the sender, line by line at the right.
    fn sender(&mut self, header: &Header) -> Block {
        let style = *self.layout.style(role::BODY);
        let mut lines: Vec<Vec<Inline>> =
            header.name.iter().map(|name| inlines(name, &style, self.layout)).collect();
        for contact in &header.contacts {
            let mut line = contact.key.as_ref().map_or(Vec::new(), |key| inlines(key, &style, self.layout));
            let blank = contact.key.as_ref().filter(|key| !key.text().ends_with(['：', ' ']));
            line.extend(blank.map(|_| generated(" ", &style)));
            line.extend(self.contact_value(contact, &style, &SlotOptions::default()));
            lines.push(line);
        }
        let look = Look { align: Align::End, ..self.plain(Pt::ZERO) };
        let lines = lines.into_iter().map(|line| self.line(line, look)).collect();
        let before = Glue::fixed(self.layout.setting.leading / 2);
        Block { before, content: Content::Stack(lines), ..Block::default() }
    }

    /// Returns the boxes of a part.
    fn part(&mut self, letter: &Letter, part: LetterPart, block: &model::Block) -> Vec<Block> {
        let look = self.look(letter, part);
        match &block.kind {
            BlockKind::Image(image) if part == LetterPart::Signature => {
                self.signature(image, look).into_iter().collect()
            }
            BlockKind::Paragraph(_) => self.lines(block, look),
            _ => {
                let mut boxes = self.blocks(
                    std::slice::from_ref(block),
                    TagId::ROOT,
                    Within::section(SectionKind::Other),
                    Pt::ZERO,
                );
                if let Some(first) = boxes.first_mut().filter(|first| first.before.natural < look.before) {
                    first.before = Glue::fixed(look.before);
                }
                boxes
            }
        }
    }

    /// Returns the marks at the edge of the first page that show where it is folded and punched.
    pub(super) fn fold_marks(&self, letter: &Letter) -> Vec<FoldMark> {
        let own = self.layout.letter;
        if letter.form != Form::German || !own.has_fold_marks {
            return Vec::new();
        }
        let color = self.layout.style(role::FOLIO).color;
        let folds = FOLDS.map(|fold| FoldMark { y: own.window + fold, length: FOLD_LENGTH, color });
        let punch = FoldMark { y: PUNCH, length: PUNCH_LENGTH, color };
        let height = self.layout.page.size.height;
        folds.into_iter().chain([punch]).filter(|mark| mark.y < height).collect()
    }

    fn plain(&self, before: Pt) -> Look {
        let style = *self.layout.style(role::BODY);
        Look { style, align: style.align, first: Pt::ZERO, before }
    }

    /// Returns the setting of a part.
    fn look(&self, letter: &Letter, part: LetterPart) -> Look {
        use LetterPart::{
            Body, Closing, Date, Enclosures, End, Name, Note, Recipient, Salutation, Signature, Subject, Wish,
        };
        let leading = self.layout.setting.leading;
        let em = self.layout.style(role::BODY).size;
        let plain = |tenths: i64| self.plain(leading.scale(tenths, 10));
        let at = |align: Align, tenths: i64| Look { align, ..plain(tenths) };
        let bold = |look: Look| Look { style: Style { weight: 700, ..look.style }, ..look };
        let title = |align: Align| {
            let look = bold(at(align, 10));
            let style = Style {
                size: look.style.size.scale(13, 10),
                leading: look.style.leading.scale(13, 10),
                ..look.style
            };
            Look { style, ..look }
        };
        let moved = |look: Look, ems: i64| Look { first: em * ems, ..look };
        let signed = letter.parts.iter().any(|(_, part)| *part == Signature);
        // Room for a signature by hand.
        let name = if signed { 2 } else { 32 };
        let look = match (letter.form, part) {
            (Form::Chinese, Subject) => title(Align::Center),
            (Form::Chinese, Recipient | Salutation) => plain(8),
            (Form::Chinese, Body) => moved(plain(0), 2),
            (Form::Chinese, Closing) => moved(plain(0), 2),
            (Form::Chinese, Wish) => plain(0),
            (Form::Chinese, Name) => at(Align::End, if signed { 2 } else { 15 }),
            (Form::Chinese, Signature) => at(Align::End, 8),
            (Form::Chinese, Date) => at(Align::End, 0),
            (Form::Chinese, Enclosures) => plain(10),
            (Form::Japanese, Date) => at(Align::End, 0),
            (Form::Japanese, Recipient) => plain(8),
            (Form::Japanese, Subject) => title(Align::Center),
            (Form::Japanese, Body) => moved(plain(0), 1),
            (Form::Japanese, End) => at(Align::End, 0),
            (Form::Japanese, Note) => at(Align::Center, 10),
            (Form::Japanese, Signature | Name) => at(Align::End, 8),
            (Form::Korean, Recipient) => plain(10),
            (Form::Korean, Subject) => bold(plain(4)),
            (Form::Korean, Date) => at(Align::Center, 18),
            (Form::Korean, Name) => at(Align::End, if signed { 2 } else { 12 }),
            (Form::Korean, Signature) => at(Align::End, 8),
            (Form::Korean, Body) => plain(7),
            (Form::German, Date) => at(Align::End, 0),
            (Form::German, Subject) => bold(at(Align::Start, 20)),
            (Form::German, Salutation) => at(Align::Start, 20),
            (Form::German, Name) => at(Align::Start, name),
            (Form::German, _) => at(Align::Start, 10),
            (_, Subject) => bold(at(Align::Start, 10)),
            (_, Body) => plain(8),
            (_, Name) => at(Align::Start, name),
            (_, Signature) => at(Align::Start, 5),
            (_, Enclosures) => at(Align::Start, 15),
            _ => at(Align::Start, 10),
        };
        match self.layout.letter.date.filter(|_| part == Date) {
            Some(align) => Look { align, ..look },
            None => look,
        }
    }

    /// Returns the lines of a block, one below the other.
    fn lines(&mut self, block: &model::Block, look: Look) -> Vec<Block> {
        let BlockKind::Paragraph(lines) = &block.kind else { return Vec::new() };
        let texts: Vec<Vec<Inline>> = lines.iter().map(|line| self.text(line, &look.style)).collect();
        let mut boxes: Vec<Block> = texts.into_iter().map(|text| self.line(text, look)).collect();
        if let Some(first) = boxes.first_mut() {
            first.before = Glue::fixed(look.before);
        }
        let last = boxes.len().saturating_sub(1);
        if let Some(title) = boxes.last_mut().filter(|_| look.align == Align::Center) {
            title.after = Glue::fixed(self.layout.setting.leading.scale(6, 10));
        }
        boxes.iter_mut().take(last).for_each(|line| line.keep.with_next = true);
        boxes
    }

    fn text(&self, line: &TextLine, style: &Style) -> Vec<Inline> {
        let label: Option<&Rich> = line.label.as_ref().map(|label| &label.text);
        let label = label.map_or(Vec::new(), |label| inlines(label, style, self.layout));
        label.into_iter().chain(inlines(&line.body, style, self.layout)).collect()
    }

    fn line(&mut self, inlines: Vec<Inline>, look: Look) -> Block {
        let tag = self.structure.add(TagId::ROOT, Role::P);
        let mut setting = setting(&look.style, self.layout, &self.lang);
        (setting.align, setting.first) = (look.align, look.first);
        let mut paragraph = Paragraph { inlines, label: None, setting, tag: Some(tag) };
        run_on(&mut paragraph, self.layout);
        Block { content: Content::Paragraph(paragraph), ..Block::default() }
    }

    fn signature(&mut self, image: &model::Image, look: Look) -> Option<Block> {
        let (wide, high) = self.images.get(&image.src)?.pixels;
        let (wide, high) = (i64::from(wide.max(1)), i64::from(high.max(1)));
        let width = self.layout.letter.signature.scale(wide, high).min(WIDEST_SIGNATURE);
        let size = Size { width, height: width.scale(high, wide) };
        let crop = [0, 0, wide as u32, high as u32];
        let tag = self.figure(image, TagId::ROOT);
        let src = image.src.clone();
        let image = ImageBox { src, size, most: Em::ONE, crop, radius: Pt::ZERO, align: look.align, tag };
        Some(Block { before: Glue::fixed(look.before), content: Content::Image(image), ..Block::default() })
    }
}

/// Turns the boxes of a flow into one that has at least the given height.
fn at_least(flow: &mut Flow, least: Pt) {
    let blocks = std::mem::take(&mut flow.blocks);
    flow.blocks.push(Block { least, content: Content::Stack(blocks), ..Block::default() });
}
