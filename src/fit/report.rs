//! What fitting changed, in words.

use super::trials::Trial;
use crate::diag::counted;
use crate::geom::{Em, Pt};
use crate::layout::Layout;

/// One thing that fitting changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An elastic key of the layout.
    Key {
        /// Its path: `section.space`.
        key: String,
        /// What it came to, as a factor of the value declared.
        factor: Em,
    },
    /// So many paragraphs have a line fewer than would look best.
    Lines(usize),
}

/// The keys, as a reader knows them.
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
pub(super) fn in_words(changes: &[Change], ideal: &Layout, now: &Layout) -> String {
    let words: Vec<String> = changes.iter().map(|change| one(change, ideal, now)).collect();
    words.join(", ")
}

fn one(change: &Change, ideal: &Layout, now: &Layout) -> String {
    let Change::Key { key, factor } = change else {
        let Change::Lines(count) = change else { return String::new() };
        return format!("{} a line shorter", counted(*count, "paragraph"));
    };
    let name = NAMES.iter().find(|(known, _)| known == key).map_or(key.as_str(), |(_, name)| name);
    let times = |layout: &Layout| layout.setting.leading.to_f64() / layout.setting.size.to_f64().max(1.0);
    match key.as_str() {
        "type.size" => {
            format!("{name} {} → {} pt", points(ideal.setting.size), points(now.setting.size))
        }
        "type.leading" => format!("{name} {} → {}", number(times(ideal)), number(times(now))),
        _ => {
            let percent = ((factor.to_f64() - 1.0) * 100.0).round();
            let sign = if percent < 0.0 { "\u{2212}" } else { "+" };
            format!("{name} {sign}{} %", percent.abs())
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
