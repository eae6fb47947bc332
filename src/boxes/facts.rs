//! Keys and values as grids: facts, key–value lists, and contacts among facts.

use super::entry::owned;
use super::spans;
use super::structure::{Role, TagId};
use super::text::{generated, inlines};
use super::walk::Build;
use super::{Block, Content, GridBox, Inline, Paragraph};
use crate::layout::{Frame, SlotOptions, Style, role};
use crate::model::{Contact, Header, KeyValue, Rich};
use crate::source::chars::is_han;

/// The content of a grid's cell.
#[derive(Clone, Copy)]
enum Fact<'a> {
    Pair(&'a KeyValue),
    /// A contact, and its options.
    Contact(&'a Contact, &'a SlotOptions),
}

impl Fact<'_> {
    /// Returns whether something is printed in the place of its key.
    fn is_keyed(&self) -> bool {
        match self {
            Fact::Pair(pair) => pair.key.is_some(),
            Fact::Contact(..) => true,
        }
    }
}

impl<'a> Fact<'a> {
    /// Returns its key, unless an icon replaces it.
    fn key(self) -> Option<&'a Rich> {
        match self {
            Fact::Pair(pair) => pair.key.as_ref(),
            Fact::Contact(contact, options) => {
                contact.key.as_ref().filter(|_| !(options.icons && contact.icons_tell()))
            }
        }
    }
}

impl Build<'_> {
    /// Returns keys and values as a grid, a list in the tag tree. Values without a key, such as `男 / 1990`, share
    /// a line: no empty column of keys comes before them.
    pub(super) fn grid(&mut self, pairs: &[KeyValue], parent: TagId) -> Block {
        self.grid_of(&pairs.iter().map(Fact::Pair).collect::<Vec<_>>(), parent)
    }

    /// Returns contacts and then facts as one grid: programs that read résumés take the first thing that looks like
    /// a telephone number for one, and a date of birth does.
    pub(super) fn all_facts(&mut self, header: &Header, options: &SlotOptions) -> Block {
        let contacts = header.contacts.iter().map(|contact| Fact::Contact(contact, options));
        let all: Vec<Fact<'_>> = contacts.chain(header.facts.iter().map(Fact::Pair)).collect();
        self.grid_of(&all, TagId::ROOT)
    }

    fn grid_of(&mut self, facts: &[Fact<'_>], parent: TagId) -> Block {
        let space = self.layout.facts.space;
        let mut blocks: Vec<Block> = facts
            .chunk_by(|a, b| a.is_keyed() == b.is_keyed())
            .map(|facts| match facts[0].is_keyed() {
                true => self.keyed_grid(facts, parent),
                false => self.keyless_line(facts, parent),
            })
            .collect();
        let block = match blocks.len() {
            1 => blocks.remove(0),
            _ => Block { content: Content::Stack(blocks), ..Block::default() },
        };
        Block { before: space.before, after: space.after, ..block }
    }

    /// Returns values without a key one after the other, each a list item of its own in the tag tree.
    fn keyless_line(&mut self, facts: &[Fact<'_>], parent: TagId) -> Block {
        let body = *self.layout.style(role::BODY);
        let row = self.structure.add(parent, Role::P);
        let list = self.contact_list(row);
        let each: Vec<Vec<Inline>> = facts
            .iter()
            .map(|fact| {
                let item = self.structure.add(list, Role::LI);
                let tag = Some(self.structure.add(item, Role::LBody));
                self.fact_value(*fact, &body).into_iter().map(|piece| owned(piece, tag)).collect()
            })
            .collect();
        let gap = Inline::Space(body.size.scale(7, 4));
        let paragraph = self.ragged(each.join(&gap), &body, row);
        // Among bordered cells it is as far from their lines as their content is.
        let look = &self.layout.facts;
        let frame = look.border.map(|_| Frame { pad: look.pad, ..Frame::default() });
        Block { frame, content: Content::Paragraph(paragraph), ..Block::default() }
    }

    fn keyed_grid(&mut self, facts: &[Fact<'_>], parent: TagId) -> Block {
        let list = self.structure.add(parent, Role::L);
        let label = *self.layout.style(role::LABEL);
        let body = *self.layout.style(role::BODY);
        // A key that was a title of its own, `## 求职意向`, gets a colon where the other keys have one.
        let marked = |fact: &Fact<'_>| fact.key().is_some_and(|key| key.text().trim_end().ends_with('：'));
        let colons = facts.iter().any(marked);
        let pairs = facts.iter().map(|fact| {
            let item = self.structure.add(list, Role::LI);
            let mut key = self.fact_key(*fact, &label, item);
            let bare = fact.key().is_some_and(|key| key.text().trim_end().ends_with(is_han));
            key.inlines.extend((colons && bare && key.tag.is_some()).then(|| generated("：", &label)));
            let tag = self.structure.add(item, Role::LBody);
            let value = self.ragged(self.fact_value(*fact, &body), &body, tag);
            (key, value)
        });
        let pairs = pairs.collect();
        // A full-width colon at the end of a key loses its blank half there: this gives it back. Where only
        // white space separates the longest key from its value, the gap is twice as wide.
        let ends =
            |fact: &Fact<'_>| fact.key().is_none_or(|key| key.text().trim_end().ends_with(['：', ':']));
        let key_gap = if colons || facts.iter().all(ends) { label.size / 2 } else { label.size };
        let grid = GridBox { grid: self.layout.facts.clone(), key_gap, pairs };
        Block { content: Content::Grid(grid), ..Block::default() }
    }

    /// Returns the key of a fact. A contact without one has its icon instead.
    fn fact_key(&mut self, fact: Fact<'_>, label: &Style, item: TagId) -> Paragraph {
        let key = fact.key();
        if let (None, Fact::Contact(contact, _)) = (key, fact) {
            let icons = self.contact_icons(contact, label, true, item);
            return Paragraph { tag: None, ..self.ragged(icons, label, item) };
        }
        let tag = self.structure.add(item, Role::Lbl);
        let key = key.map_or(Vec::new(), |key| inlines(key, label, self.layout));
        self.ragged(key, label, tag)
    }

    fn fact_value(&self, fact: Fact<'_>, style: &Style) -> Vec<Inline> {
        match fact {
            Fact::Pair(pair) => spans::parted(&pair.value, style, self.layout),
            Fact::Contact(contact, options) => self.contact_value(contact, style, options),
        }
    }
}
