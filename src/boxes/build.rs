//! The walk over the résumé: which region takes what, section by section.

use super::rows::{NewHeading, Place, Values};
use super::structure::{Role, Structure, TagId};
use super::{Block, Content, Flow, Heading, Tree};
use crate::layout::{Layout, Take};
use crate::model::{BlockKind, Resume, Section, SectionKind};
use crate::source::Source;

/// Returns the boxes of a résumé in a layout; `source` gives the sizes of images. Never fails: both
/// are valid.
pub fn build(resume: &Resume, source: &Source, layout: &Layout) -> Tree {
    let mut build = Build {
        layout,
        source,
        lang: resume.meta.lang.clone(),
        structure: Structure::default(),
        outline: Vec::new(),
    };
    let mut regions: Vec<Flow> =
        layout.regions.iter().map(|region| Flow { measure: region.measure(), blocks: Vec::new() }).collect();
    // In reading order, which is the order of the regions: an element has to be added to the tag
    // tree when its content's turn comes.
    for (at, flow) in regions.iter_mut().enumerate() {
        build.header(&resume.header, at, flow);
        for section in &resume.sections {
            if build.region_of(&Take::Section(section.kinds.first().copied().unwrap_or_default())) == at {
                build.section(section, flow);
            }
        }
    }
    let running = build.running(&resume.header);
    Tree {
        regions,
        running,
        structure: build.structure,
        outline: build.outline,
        stacks: layout.stacks.clone(),
        lang: resume.meta.lang.clone(),
    }
}

/// What the walk carries along: where it looks things up and what it collects.
pub(super) struct Build<'a> {
    pub layout: &'a Layout,
    pub source: &'a Source,
    pub lang: String,
    pub structure: Structure,
    pub outline: Vec<Heading>,
}

impl Build<'_> {
    /// Returns the region that takes something: the first that names it, else the one that takes the
    /// rest, else the last.
    pub(super) fn region_of(&self, what: &Take) -> usize {
        let regions = &self.layout.regions;
        let naming = |take: &Take| regions.iter().position(|region| region.takes.contains(take));
        naming(what).or_else(|| naming(&Take::Rest)).unwrap_or(regions.len().saturating_sub(1))
    }

    fn section(&mut self, section: &Section, flow: &mut Flow) {
        let sect = self.structure.add(TagId::ROOT, Role::Sect);
        if !section.title.is_blank() {
            let title = self.section_title(section, sect);
            flow.blocks.extend(title);
        }
        let kind = section.kinds.first().copied().unwrap_or(SectionKind::Other);
        // A rule that ends a section stands where the next title makes its own division.
        let rules = section.blocks.iter().rev().take_while(|b| b.kind == BlockKind::Rule).count();
        let body = &section.blocks[..section.blocks.len() - rules];
        flow.blocks.extend(self.blocks(body, sect, kind));
    }

    fn section_title(&mut self, section: &Section, sect: TagId) -> Option<Block> {
        let heading = NewHeading { level: 2, title: section.title.text() };
        let mut place = Place { parent: sect, heading: Some(heading) };
        self.element(&self.layout.section, Values::Section(section), &mut place)
    }
}

/// Returns a stack of boxes, or the only one of them.
pub(super) fn stack(mut blocks: Vec<Block>) -> Block {
    if blocks.len() == 1
        && let Some(block) = blocks.pop()
    {
        return block;
    }
    Block { content: Content::Stack(blocks), ..Block::default() }
}
