//! The walk over the résumé: which region takes what, section by section.

use std::borrow::Cow;

use super::choice::chosen;
use super::columns::Columns;
use super::frames::framed;
use super::structure::{Role, Structure, TagId};
use super::values::{NewHeading, Place, Values};
use super::walk::{Build, Within};
use super::{Block, Content, Flow, SideBox, Spread, Tree, narrow};
use crate::diag::{Diagnostic, Sink, code, message};
use crate::geom::{Glue, Pt};
use crate::layout::{CellPart, Element, Layout, Region, RegionPlace, RulePlace, Slot, Take};
use crate::model::{BlockKind, Piece, Resume, Rich, Run, Section, SectionKind};

/// Returns the boxes of a résumé in a layout. Never fails: both are valid.
pub fn build(resume: &Resume, layout: &Layout) -> Tree {
    let within: Vec<Cow<'_, Layout>> = layout.regions.iter().map(|region| layout.within(region)).collect();
    let mut build = Build {
        layout,
        images: &resume.images,
        lang: resume.meta.lang.clone(),
        measure: Pt::ZERO,
        region: 0,
        directives: &resume.directives,
        structure: Structure::default(),
        outline: Vec::new(),
    };
    let mut regions: Vec<Flow> =
        layout.regions.iter().map(|region| Flow { measure: region.measure(), blocks: Vec::new() }).collect();
    // In reading order, whichever region holds what: an element has to be added to the tag tree when its
    // content's turn comes. Programs look for the name and the contacts at the beginning.
    let headed = resume.letter.as_ref().is_none_or(|letter| letter.sender_before.is_none());
    for (at, (flow, within)) in regions.iter_mut().zip(&within).enumerate().filter(|_| headed) {
        (build.layout, build.measure, build.region) = (within, flow.measure, at);
        build.header(&resume.header, at, flow);
    }
    let text = resume.letter.as_ref().zip(resume.sections.first());
    if let Some((letter, text)) = text {
        build.layout = layout;
        build.letter(letter, text, &resume.header, &mut regions);
    }
    for section in arranged(resume, layout).into_iter().filter(|_| text.is_none()) {
        let at = build.region_of(&Take::Section(kind_of(section)));
        if let (Some(flow), Some(within)) = (regions.get_mut(at), within.get(at)) {
            (build.layout, build.measure, build.region) = (within, flow.measure, at);
            build.section(section, flow);
        }
    }
    for flow in &mut regions {
        narrow::rag(&mut flow.blocks, flow.measure, layout.setting.size * narrow::NARROWEST);
    }
    build.layout = layout;
    let running = build.running(&resume.header);
    let fold_marks = text.map_or(Vec::new(), |(letter, _)| build.fold_marks(letter));
    Tree {
        regions,
        spread: spread(layout),
        running,
        fold_marks,
        structure: build.structure,
        outline: build.outline,
        stacks: layout.stacks.clone(),
        lang: resume.meta.lang.clone(),
    }
}

/// Returns the region that takes over the width of spent columns, with the room that it has before.
fn spread(layout: &Layout) -> Option<Spread> {
    let (at, region) = layout.regions.iter().enumerate().find(|(_, region)| region.spread.is_some())?;
    let tops = || layout.regions.iter().enumerate().filter(|(_, top)| top.place == RegionPlace::Top);
    let white = |region: &Region| region.pad.top + region.pad.bottom;
    let outside = region.inset.0 + region.inset.1 + white(region);
    let above: Pt = tops().map(|(_, top)| white(top)).sum();
    Some(Spread {
        region: at,
        measure: region.spread.as_ref()?.measure(),
        room: layout.page.size.height - outside - above,
        above: tops().map(|(at, _)| at).collect(),
    })
}

impl Build<'_> {
    /// Returns the region that takes `what`: the first that names it, else the one that takes the
    /// rest, else the last.
    pub(super) fn region_of(&self, what: &Take) -> usize {
        let regions = &self.layout.regions;
        let naming = |take: &Take| regions.iter().position(|region| region.takes.contains(take));
        naming(what).or_else(|| naming(&Take::Rest)).unwrap_or(regions.len().saturating_sub(1))
    }

    fn section(&mut self, section: &Section, flow: &mut Flow) {
        let sect = self.structure.add(TagId::ROOT, Role::Sect);
        let kind = kind_of(section);
        let element = self.layout.section(kind);
        let title = if section.title.is_blank() { None } else { self.section_title(section, sect) };
        // A rule that ends a section is left out: the next title makes its own division.
        let rules = section.blocks.iter().rev().take_while(|b| b.kind == BlockKind::Rule).count();
        let body = &section.blocks[..section.blocks.len() - rules];
        let mut body = self.blocks(body, sect, Within::section(kind), element.indent_body);
        // A title belongs to what follows: only the space below the title's own element counts there.
        if let Some(first) = body.first_mut().filter(|_| title.is_some()) {
            first.before = Glue::default();
        }
        let has_entries = section.blocks.iter().any(|block| matches!(block.kind, BlockKind::Entry(_)));
        let wanted = self.columns_of(section.span).unwrap_or(Columns::of(element));
        let moved = if has_entries { Pt::ZERO } else { element.indent_body };
        let mut body = self.columns(body, wanted, moved);
        if element.rail.is_some() && has_entries {
            body = vec![Block { rail: element.rail, content: Content::Stack(body), ..Block::default() }];
        }
        let blocks = match (title, element.beside) {
            (Some(title), Some(width)) if !body.is_empty() => vec![beside(title, body, element, width)],
            (title, _) => title.into_iter().chain(body).collect(),
        };
        flow.blocks.extend(framed(blocks, element));
    }

    fn section_title(&mut self, section: &Section, sect: TagId) -> Option<Block> {
        let kind = kind_of(section);
        let renamed = self.layout.arrangement.title(kind, &self.lang).map(|title| Section {
            title: Rich(vec![Piece::Run(Run { text: title.to_owned(), ..Run::default() })]),
            ..section.clone()
        });
        let section = renamed.as_ref().unwrap_or(section);
        let heading = NewHeading { level: 2, title: section.title.text().into_owned() };
        let mut place = Place { parent: sect, heading: Some(heading) };
        let values = Values::Section(section);
        let element = chosen([self.layout.section(kind)], values).remove(0);
        self.element(&element, values, &mut place)
    }
}

/// Reports the sections and the fields that a layout leaves out: nothing vanishes silently.
pub fn report_hidden(resume: &Resume, layout: &Layout, sink: &mut Sink) {
    let hide = &layout.arrangement.hide;
    for section in resume.sections.iter().filter(|section| hide.contains(&kind_of(section))) {
        let message = message!("the layout hides the section “{section}”", section = section.title.text());
        let finding = Diagnostic::new(code::HIDDEN, section.span, message);
        sink.report(finding.hint("it is named in `sections.hide` of the layout"));
    }
    let fields = resume.header.fields.iter().filter(|(name, _)| !shows_field(layout, name));
    for (name, value) in fields {
        let message = message!("the layout prints no field `{name}`", name);
        let finding = Diagnostic::new(code::HIDDEN, value.span(), message);
        sink.report(finding.hint(message!("write {{field.{name}}} into a row of its header", name)));
    }
}

/// Returns whether a layout prints a key of the author's own.
fn shows_field(layout: &Layout, name: &str) -> bool {
    fn is(part: &CellPart, name: &str) -> bool {
        match part {
            CellPart::Slot { slot: Slot::Field(key), .. } => key.name() == name,
            CellPart::FirstOf(parts) => parts.iter().any(|part| is(part, name)),
            _ => false,
        }
    }
    let header = layout.header.values().flat_map(|element| &element.columns).flat_map(|column| &column.rows);
    let running =
        [&layout.page.header, &layout.page.footer].into_iter().flatten().map(|running| &running.row);
    header.chain(running).flat_map(|row| &row.cells).flat_map(|cell| &cell.parts).any(|part| is(part, name))
}

/// Returns the sections that are printed, in the layout's order.
fn arranged<'r>(resume: &'r Resume, layout: &Layout) -> Vec<&'r Section> {
    let arrangement = &layout.arrangement;
    let shown = |section: &&Section| !arrangement.hide.contains(&kind_of(section));
    let mut sections: Vec<&Section> = resume.sections.iter().filter(shown).collect();
    sections.sort_by_key(|section| arrangement.rank(kind_of(section)));
    sections
}

fn kind_of(section: &Section) -> SectionKind {
    section.kinds.first().copied().unwrap_or(SectionKind::Other)
}

/// Returns a title placed to the left of its section. A rule above the title spans both of them.
fn beside(mut title: Block, body: Vec<Block>, element: &Element, width: Pt) -> Block {
    let mut above = Vec::new();
    if let Content::Stack(rows) = &mut title.content
        && rows.len() > 1
        && element.rule.is_some_and(|rule| matches!(rule.place, RulePlace::Above | RulePlace::Both))
    {
        above.push(rows.remove(0));
    }
    let (before, after) = (std::mem::take(&mut title.before), std::mem::take(&mut title.after));
    let body = Block {
        indent: (width + element.gutter, Pt::ZERO),
        beside: Some(SideBox { width, blocks: vec![title] }),
        content: Content::Stack(body),
        ..Block::default()
    };
    above.push(body);
    Block {
        before,
        after,
        break_before: element.break_before,
        content: Content::Stack(above),
        ..Block::default()
    }
}

/// Returns a stack of boxes, or the box itself if there is only one.
pub(super) fn stack(mut blocks: Vec<Block>) -> Block {
    if blocks.len() == 1
        && let Some(block) = blocks.pop()
    {
        return block;
    }
    Block { content: Content::Stack(blocks), ..Block::default() }
}
