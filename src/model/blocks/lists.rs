//! Lists, including those of keys and values.

use std::collections::BTreeSet;

use super::one_line;
use crate::model::Builder;
use crate::model::directive::Marked;
use crate::model::flow;
use crate::model::key;
use crate::model::kinds::fold;
use crate::model::resume::{Block, BlockKind, Item, KeyValue, List};
use crate::model::rich::Rich;
use crate::model::split;
use crate::source::chars::half_ems;
use crate::source::markdown::{self as md, Definition};

/// Joins the list at the end of some blocks to the one right before it, if both are of the same kind.
pub(super) fn mend(blocks: &mut Vec<Block>, at: usize) {
    let [.., before, after] = blocks.as_mut_slice() else { return };
    if let (BlockKind::List(first), BlockKind::List(second)) = (&mut before.kind, &mut after.kind)
        && first.ordered == second.ordered
    {
        first.items.append(&mut second.items);
        before.span = before.span.to(after.span);
        blocks.truncate(at);
    } else if let (BlockKind::KeyValues(first), BlockKind::KeyValues(second)) =
        (&mut before.kind, &mut after.kind)
    {
        first.append(second);
        before.span = before.span.to(after.span);
        blocks.truncate(at);
    }
}

/// Which lists of a section are set as keys and values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grids {
    /// None of them.
    Never,
    /// Those of two or more items.
    OfSeveral,
    /// Those of one item as well, to look like their sisters.
    EvenOfOne,
}

impl Grids {
    /// Returns whether a list with this number of items may be set so.
    pub fn hold(self, items: usize) -> bool {
        match self {
            Grids::Never => false,
            Grids::OfSeveral => items > 1,
            Grids::EvenOfOne => items > 0,
        }
    }
}

/// Values longer than this, in half ems, are prose and stay a list.
const SHORT_VALUE: usize = 80;

impl Builder<'_> {
    /// Returns which lists in some blocks can be set as keys and values: sisters look alike. [`Grids::Never`] if one
    /// that is labelled cannot, or shares a key with one that can.
    pub fn grids_of(&self, blocks: &[Marked<'_>]) -> Grids {
        let mut shared = (BTreeSet::new(), BTreeSet::new());
        let (mut grids, mut alone) = (0, false);
        for marked in blocks.iter().filter(|marked| !marked.off) {
            let md::BlockKind::List { start: None, items, .. } = &marked.block.kind else { continue };
            let keys = self.keys_of(items, marked);
            if self.key_values(items, marked).is_some() {
                grids += usize::from(items.len() > 1);
                alone |= items.len() == 1;
                shared.0.extend(keys);
            } else if items.len() > 1 && keys.len() * 2 > items.len() {
                return Grids::Never;
            } else {
                shared.1.extend(keys);
            }
        }
        match shared.0.is_disjoint(&shared.1) {
            false => Grids::Never,
            true if alone && grids > 0 => Grids::EvenOfOne,
            true => Grids::OfSeveral,
        }
    }

    /// Returns the keys that items of a list begin with, folded.
    fn keys_of(&self, items: &[md::Item], marked: &Marked<'_>) -> Vec<String> {
        let manner = self.manner_of(marked);
        let key = |item: &md::Item| match item.blocks.first().map(|block| &block.kind) {
            Some(md::BlockKind::Paragraph(content)) => {
                let (text, _) = flow::rich(content, &manner);
                let text = text.text();
                key::at_start(&text, key::GRID_KEY).map(|key| fold(&text[..key.len]))
            }
            _ => None,
        };
        items.iter().filter_map(key).collect()
    }

    pub(super) fn list(&mut self, start: Option<u64>, items: &[md::Item], marked: &Marked<'_>) -> BlockKind {
        if start.is_none()
            && !marked.off
            && !self.in_item
            && self.grids.hold(items.len())
            && let Some(pairs) = self.key_values(items, marked)
        {
            return BlockKind::KeyValues(pairs);
        }
        if let Some(pairs) = self.defined_items(items, marked) {
            return BlockKind::KeyValues(pairs);
        }
        let mut out: Vec<Item> = Vec::new();
        for (number, item, inner) in flattened(start, items) {
            let own = Item {
                number,
                task: item.task,
                blocks: self.nested(&item.blocks, marked, true),
                span: item.span,
            };
            match out.last_mut().filter(|above| inner && is_announcement(above)) {
                // `- 任务：` over `- - 甲`: the items of an inner list are what it announces.
                Some(above) => below(above, own),
                None => out.push(own),
            }
        }
        BlockKind::List(List { ordered: start.is_some(), items: out })
    }

    /// Returns items that are each a term and its text as keys and values.
    fn defined_items(&self, items: &[md::Item], marked: &Marked<'_>) -> Option<Vec<KeyValue>> {
        let manner = self.manner_of(marked);
        items
            .iter()
            .map(|item| match item.blocks.as_slice() {
                [md::Block { kind: md::BlockKind::Definitions(definitions), .. }] => {
                    let [definition] = definitions.as_slice() else { return None };
                    defined(definition, &manner)
                }
                _ => None,
            })
            .collect()
    }

    /// Returns the items as keys and values, if all are short.
    fn key_values(&self, items: &[md::Item], marked: &Marked<'_>) -> Option<Vec<KeyValue>> {
        let pairs: Vec<KeyValue> =
            items.iter().map(|item| self.key_value(item, marked)).collect::<Option<_>>()?;
        // `- Sample Province: Excellent Baker (2021)`: a row of dated events is no list of keys and values.
        let dated = |pair: &KeyValue| {
            let text = pair.value.text();
            text.trim_end().ends_with([')', '）']) && split::at_an_end(&pair.value).is_some()
        };
        (!pairs.iter().all(dated)).then_some(pairs)
    }

    fn key_value(&self, item: &md::Item, marked: &Marked<'_>) -> Option<KeyValue> {
        let [md::Block { kind: md::BlockKind::Paragraph(content), .. }] = item.blocks.as_slice() else {
            return None;
        };
        let line = one_line(content, &self.manner_of(marked)).filter(|_| item.task.is_none())?;
        let pair = split_key(&line)?;
        let value = pair.value.text();
        let sentence = value.ends_with(['。', '；', ';', '！']);
        let short = value.chars().map(half_ems).sum::<usize>() <= SHORT_VALUE;
        (short && !sentence && !value.is_empty()).then_some(pair)
    }
}

/// Returns a term with one line of text as a key and its value.
pub(super) fn defined(definition: &Definition, manner: &flow::Manner) -> Option<KeyValue> {
    let [blocks] = definition.details.as_slice() else { return None };
    let [md::Block { kind: md::BlockKind::Paragraph(content), .. }] = blocks.as_slice() else { return None };
    let value = one_line(content, manner)?;
    let (key, _) = flow::rich(&definition.term, manner);
    Some(KeyValue { key: Some(key), value, span: definition.span })
}

/// Returns the items of a list with their numbers; an item that holds only a list (`- - 甲`, `- 1. 甲`) gives its
/// items, with their numbers there. The flag marks items of such an inner list.
fn flattened(start: Option<u64>, items: &[md::Item]) -> Vec<(Option<String>, &md::Item, bool)> {
    let mut out: Vec<(Option<String>, &md::Item, bool)> = Vec::new();
    let start = start.map(|first| Count::of(first, items));
    for item in items {
        match item.blocks.as_slice() {
            [md::Block { kind: md::BlockKind::List { items: inner, start: inner_start, .. }, .. }]
                if !inner.is_empty() && item.task.is_none() =>
            {
                let inner_start = inner_start.map(|first| Count::of(first, inner));
                for (at, item) in inner.iter().enumerate() {
                    let own = number(inner_start, at, item);
                    out.push((own.or_else(|| number(start, out.len(), item)), item, true));
                }
            }
            _ => out.push((number(start, out.len(), item), item, false)),
        }
    }
    out
}

/// Returns whether an item is a line that ends in a colon, with nothing but such items below it.
fn is_announcement(item: &Item) -> bool {
    let [Block { kind: BlockKind::Paragraph(lines), .. }, rest @ ..] = item.blocks.as_slice() else {
        return false;
    };
    let [line] = lines.as_slice() else { return false };
    let text = line.body.text();
    let told = text.trim_end().ends_with([':', '：']) || text.trim().is_empty() && line.label.is_some();
    told && matches!(rest, [] | [Block { kind: BlockKind::List(_), .. }])
}

/// Puts an item into the list below another one.
fn below(above: &mut Item, own: Item) {
    match above.blocks.last_mut() {
        Some(Block { kind: BlockKind::List(list), span, .. }) => {
            *span = span.to(own.span);
            list.items.push(own);
        }
        _ => {
            let (span, ordered) = (own.span, own.number.is_some());
            let list = List { ordered, items: vec![own] };
            above.blocks.push(Block { span, keep: false, kind: BlockKind::List(list) });
        }
    }
}

/// How the items of a list are counted.
#[derive(Clone, Copy)]
enum Count {
    /// From a number on, as Markdown has it: authors write `1.` before each.
    From(u64),
    /// As their author wrote them: years, and numbers that go down.
    Written,
}

impl Count {
    fn of(first: u64, items: &[md::Item]) -> Count {
        let written = |item: &md::Item| item.marker.trim_end_matches(['.', ')']).parse::<u64>().ok();
        let numbers: Option<Vec<u64>> = items.iter().map(written).collect();
        let down = |numbers: &Vec<u64>| numbers.len() > 1 && numbers.windows(2).all(|pair| pair[0] > pair[1]);
        let year = (1900..2100).contains(&first);
        match numbers.filter(|numbers| year || down(numbers)) {
            Some(_) => Count::Written,
            None => Count::From(first),
        }
    }
}

/// Returns the number of an item: `3.`; `None` in an unnumbered list.
fn number(count: Option<Count>, at: usize, item: &md::Item) -> Option<String> {
    count.map(|count| match count {
        Count::Written => item.marker.clone(),
        // The inner marker of `1. - 甲` says nothing.
        Count::From(first) => {
            let mark = item.marker.chars().next_back().filter(|mark| *mark == ')').unwrap_or('.');
            format!("{}{mark}", first.saturating_add(at as u64))
        }
    })
}

/// Cuts `键：值` in two.
fn split_key(line: &Rich) -> Option<KeyValue> {
    let text = line.text();
    // `` `[例如：某奖]` ``: a code span is never split.
    if line.all(|marks| marks.code) {
        return None;
    }
    let key = key::at_start(&text, key::GRID_KEY)?;
    let span = line.span()?;
    Some(KeyValue { key: Some(line.slice(0..key.len)), value: line.slice(key.value..text.len()), span })
}
