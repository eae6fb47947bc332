//! The changes that fitting made, in words.

use super::trials::Trial;
use crate::diag::{Message, counted, message};
use crate::geom::{Em, Pt};
use crate::layout::Layout;

/// One thing that fitting changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An elastic key of the layout.
    Key {
        /// Its path: `section.space`.
        key: String,
        /// Its new value, as a factor of the declared one.
        factor: Em,
    },
    /// The number of paragraphs that have a line fewer than would look best.
    Lines(usize),
}

/// The keys and the names by which a reader knows them.
const NAMES: [(&str, &str); 15] = [
    ("section.space", "section gaps"),
    ("entry.space", "entry gaps"),
    ("role.space", "role gaps"),
    ("project.space", "project gaps"),
    ("list.item", "item gaps"),
    ("list.space", "list gaps"),
    ("paragraph.space", "paragraph gaps"),
    ("facts.row-gap", "fact gaps"),
    ("facts.space", "gaps around facts"),
    ("header.space", "header gap"),
    ("table.space", "table gaps"),
    ("page.margin", "margins"),
    ("regions.pad", "padding"),
    ("type.leading", "leading"),
    ("type.size", "size"),
];

/// Returns what differs between the layout as declared and a try, in the order in which things give.
pub(super) fn changes(ideal: &Layout, tried: &Trial) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for range in &ideal.fit {
        let factor = tried.setting.factors.of(&range.key);
        if factor != Em::ONE {
            changes.push(Change::Key { key: range.key.clone(), factor });
        }
    }
    if tried.tight > 0 {
        let gap = |change: &Change| matches!(change, Change::Key { key, .. } if !super::setting::seen(key));
        let at = changes.iter().position(|change| !gap(change)).unwrap_or(changes.len());
        changes.insert(at, Change::Lines(tried.tight));
    }
    changes
}

/// Returns changes in words, from one layout to another.
pub(super) fn in_words(changes: &[Change], ideal: &Layout, now: &Layout) -> Message {
    Message::list(changes.iter().map(|change| one(change, ideal, now)))
}

fn one(change: &Change, ideal: &Layout, now: &Layout) -> Message {
    let Change::Key { key, factor } = change else {
        let Change::Lines(count) = change else { return Message::default() };
        return message!("{paragraphs} a line shorter", paragraphs = counted(*count, "paragraph"));
    };
    let known = NAMES.iter().find(|(known, _)| known == key);
    let name = known.map_or_else(|| Message::verbatim(key), |(_, name)| Message::from(*name));
    let times = |layout: &Layout| layout.setting.leading.to_f64() / layout.setting.size.to_f64().max(1.0);
    match key.as_str() {
        "type.size" => {
            let (was, is) = (points(ideal.setting.size), points(now.setting.size));
            message!("{name} {was} → {is} pt", name, was, is)
        }
        "type.leading" => {
            message!("{name} {was} → {is}", name, was = number(times(ideal)), is = number(times(now)))
        }
        _ => {
            let percent = ((factor.to_f64() - 1.0) * 100.0).round();
            let sign = if percent < 0.0 { "\u{2212}" } else { "+" };
            message!("{name} {sign}{percent} %", name, sign, percent = percent.abs())
        }
    }
}

fn points(length: Pt) -> String {
    number(length.to_f64())
}

/// Returns a number with two decimals at most, trailing zeros dropped.
fn number(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
