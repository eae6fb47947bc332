//! Full stops at the end of a line that is no sentence.

use super::Builder;
use super::descriptions::begins_with_job;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;

impl Builder<'_> {
    /// Takes the full stop off a line that gives time, employer and post.
    pub(super) fn without_stop(&mut self, line: Rich, kind: SectionKind) -> Rich {
        let text = line.text();
        // `2017 – 2023. Sample University, Testville.`
        let led = split::dated_line(&line)
            .is_some_and(|dated| dated.outer.start == 0 && text[dated.outer.end..].starts_with(". "));
        let whole = text.trim_end();
        let len = match whole.strip_suffix('.').filter(|_| led) {
            Some(head) if !ends_abbreviated(head) => head.len(),
            _ => whole.trim_end_matches('。').len(),
        };
        if len == text.len() || !led && !begins_with_job(&text, kind) {
            return if kind == SectionKind::Education { self.without_last_stop(line) } else { line };
        }
        self.consume(&line.slice(len..text.len()), "full stop after an entry");
        line.slice(0..len)
    }

    /// `Historic Linguistics (PhD). *University of Sampleton*.`: takes the stop off a school that stands alone now.
    pub(super) fn without_stop_of_school(&mut self, entry: &mut Entry) {
        let school = |part: &&mut Part| part.role == PartRole::Organization;
        if entry.section != SectionKind::Education {
            return;
        }
        let Some(part) = entry.parts.iter_mut().find(school) else { return };
        let text = part.text.text();
        // `University of St. Sample` is one name.
        let inside =
            |(at, _): (usize, &str)| text[..at].rsplit(' ').next().is_some_and(|word| word.len() > 3);
        let parted = |name: &str| name.match_indices(". ").any(inside);
        let named = |name: &&str| words::is_school(name) && !parted(name) && !ends_abbreviated(name);
        let Some(len) = text.strip_suffix('.').filter(named).map(str::len) else { return };
        let all = text.len();
        self.consume(&part.text.slice(len..all), "full stop after an entry");
        part.text = part.text.slice(0..len);
    }

    /// A full stop behind the date that ends a line says nothing.
    pub(super) fn without_last_stop(&mut self, line: Rich) -> Rich {
        let Some(len) = len_without_stop(&line) else { return line };
        self.consume(&line.slice(len..line.text().len()), "full stop after an entry");
        line.slice(0..len)
    }
}

/// Returns whether a full stop after some words would belong to the last one: `Sample Co`.
pub(super) fn ends_abbreviated(words: &str) -> bool {
    const SHORT: [&str; 12] =
        ["inc", "ltd", "co", "corp", "jr", "sr", "llc", "bros", "etc", "dept", "univ", "inst"];
    let last = words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    last.chars().count() < 2 || SHORT.contains(&last.to_lowercase().as_str())
}

/// Returns the date at the end of a line with a full stop after it: `PhD, Physics, University of Sampleton, 2014.`
pub(super) fn studied_until(line: &Rich, kind: SectionKind) -> Option<split::Dated> {
    let text = line.text();
    let studied = kind == SectionKind::Education && (words::is_school(&text) || words::is_degree(&text));
    let len = len_without_stop(line).filter(|_| studied)?;
    split::dated_line(&line.slice(0..len))
}

/// Returns where a line ends without the full stop after the date that ends it; `None` without such a full stop.
fn len_without_stop(line: &Rich) -> Option<usize> {
    let text = line.text();
    let len = text.trim_end().trim_end_matches(['.', '。']).len();
    let ends = len < text.len()
        && split::dated_line(&line.slice(0..len)).is_some_and(|dated| dated.outer.end == len);
    ends.then_some(len)
}
