//! Lines that head what follows them, and the distances between blocks.

use std::collections::BTreeSet;

use super::rows::WITH_NEXT;
use super::structure::{Role, TagId};
use super::text::{setting, slot_inlines};
use super::walk::{Build, Within};
use super::{Block, Content, Paragraph};
use crate::geom::Glue;
use crate::layout::role;
use crate::model::{self, BlockKind, EntryKind, LabelKind, TextLine};
use crate::source::chars::half_ems;

/// The widest key, in half ems, under whose text further lines hang.
const WIDEST: usize = 12;

impl Build<'_> {
    /// Returns the box of a line that heads a part of a project.
    pub(super) fn caption(&mut self, line: &TextLine, parent: TagId) -> Block {
        let style = *self.layout.style(role::CAPTION);
        let tag = self.structure.add(parent, Role::P);
        let inlines = slot_inlines(&line.body, &style, self.layout);
        let setting = setting(&style, self.layout, &self.lang);
        let content = Content::Paragraph(Paragraph { inlines, label: None, setting, tag: Some(tag) });
        let space = self.layout.paragraph;
        Block { before: space.before, after: space.after, keep: WITH_NEXT, content, ..Block::default() }
    }

    /// Returns the space above a line that heads what follows.
    pub(super) fn above_caption(&self, (among_entries, within): (bool, Within)) -> Glue {
        let space = |kind| self.layout.entry(kind, within.section).space.before;
        match (within.in_project, among_entries) {
            (true, _) => Glue::fixed(self.layout.setting.leading / 5),
            // It heads what follows as entries do, and has the same space above it.
            (_, true) => space(EntryKind::Entry),
            _ => space(EntryKind::Project),
        }
    }

    /// Returns the space between a block and the one above, if it is more than their own spaces.
    pub(super) fn space_between(
        &self,
        (above, block): (&model::Block, &model::Block),
        spaced: bool,
        within: Within,
    ) -> Option<Glue> {
        let BlockKind::Paragraph(lines) = &block.kind else { return None };
        if lines.len() > 1 && is_bold(&lines[0]) {
            return Some(self.layout.entry(EntryKind::Project, within.section).space.before);
        }
        let apart = match &above.kind {
            BlockKind::Paragraph(_) => spaced,
            BlockKind::List(_) => lines.len() > 1 || lines.iter().all(is_lead),
            _ => false,
        };
        apart.then(|| Glue::fixed(self.layout.setting.leading / 4))
    }

    /// Returns whether paragraphs are separated by space: otherwise only their last lines show where one ends and the
    /// next begins, if anything does. If two of them are, so are all of their neighbours.
    pub(super) fn part_by_space(&self, pair: &[model::Block]) -> bool {
        match pair {
            [above, below] if is_caption(above, Some(below)) => false,
            [
                model::Block { kind: BlockKind::Paragraph(above), .. },
                model::Block { kind: BlockKind::Paragraph(below), .. },
            ] => self.takes_lines(above) || self.takes_lines(below),
            _ => false,
        }
    }

    /// Returns whether a block is one line above a list that elaborates on it: it is never the last line of a page.
    pub(super) fn is_line_over_list(&self, block: &model::Block, next: Option<&model::Block>) -> bool {
        let BlockKind::Paragraph(lines) = &block.kind else { return false };
        matches!(next.map(|next| &next.kind), Some(BlockKind::List(_))) && !self.takes_lines(lines)
    }

    /// Returns whether further lines hang under the text after a key: where all keys that have such lines are equally
    /// wide, and narrow, the texts share one edge. Otherwise each would have its own.
    pub(super) fn keys_hang(&self, blocks: &[model::Block]) -> bool {
        let lines = blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(lines) => Some(lines),
            _ => None,
        });
        let keyed = lines.flatten().filter_map(|line| Some((line, line.label.as_ref()?)));
        let keyed = keyed.filter(|(_, label)| label.kind == LabelKind::Key);
        let widths: BTreeSet<usize> = keyed
            .map(|(line, label)| (width(&label.text.text()), width(&line.body.text())))
            .filter(|(key, text)| self.is_wider(key + text))
            .map(|(key, _)| key)
            .collect();
        widths.len() <= 1 && widths.iter().all(|width| *width <= WIDEST)
    }

    /// Returns whether a paragraph takes several lines, as far as can be known without a font.
    fn takes_lines(&self, lines: &[TextLine]) -> bool {
        lines.len() > 1 || lines.iter().any(|line| self.is_wider(width(&line.body.text())))
    }

    /// Returns whether a width in half ems is more than a line holds.
    fn is_wider(&self, half_ems: usize) -> bool {
        self.layout.setting.size * half_ems as i64 / 2 > self.measure
    }
}

/// Returns the width of a text in half ems.
fn width(text: &str) -> usize {
    text.chars().map(half_ems).sum()
}

/// Returns whether a block is a line above a list or a text that belongs to it: all of it bold, and short.
pub(super) fn is_caption(block: &model::Block, next: Option<&model::Block>) -> bool {
    let BlockKind::Paragraph(lines) = &block.kind else { return false };
    let [line] = lines.as_slice() else { return false };
    let follows = match next.map(|next| &next.kind) {
        Some(BlockKind::List(_) | BlockKind::KeyValues(_)) => true,
        Some(BlockKind::Paragraph(lines)) => lines.first().is_some_and(|line| !is_bold(line)),
        _ => false,
    };
    follows && is_bold(line)
}

/// Returns whether a line is nothing but a key that leads to what follows: `技术选型：`.
fn is_lead(line: &TextLine) -> bool {
    line.label.as_ref().is_some_and(|label| label.kind != LabelKind::Number) && line.body.is_blank()
}

/// Returns whether a line is bold as a whole, and short.
fn is_bold(line: &TextLine) -> bool {
    const LONGEST: usize = 40;
    line.label.is_none()
        && line.body.all(|marks| marks.strong)
        && line.body.text().chars().nth(LONGEST).is_none()
}
