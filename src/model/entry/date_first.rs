//! Paragraphs whose first line is a date, the name of what it dates below it: `` `2021` `` over a paper, `*2016 – 2018*` over
//! `**Baker**`.

use super::entry_kind;
use super::opening::{begins_bold, extent, is_short, is_sure, unbold};
use super::over::is_date_over_text;
use super::roles::roles;
use super::{Builder, Rank};
use crate::model::date;
use crate::model::flow::{Joint, Line};
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, EntryKind};
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;

/// The title of a paper before its full stop is no longer than this, in half ems.
const CITED: usize = 180;

/// Returns whether such lines open an entry; nothing if the first of them is no date.
pub(super) fn opens(lines: &[Line], kind: SectionKind, rank: Rank<'_>) -> Option<bool> {
    let [first, next, ..] = lines else { return None };
    let (first, next) = (&first.text, &next.text);
    let text = first.text();
    let coded = first.all(|marks| marks.code);
    let is_date = is_date_over_text(&text) || coded && date::ongoing(&text).is_some();
    if !is_date {
        return None;
    }
    let marked = first.all(|marks| marks.code || marks.emphasis || marks.strong);
    let titled = next.all(|marks| marks.strong);
    let ranged = || date::parse(&text).is_some_and(|found| found.is_range());
    let plain = is_sure(kind, rank) && ranged();
    let bold = || begins_bold(next) && is_short(next) && rank.depth == 0 && ranged();
    Some(
        marked && (titled || is_short(next))
            || plain && is_short(next)
            || coded && (begins_bold(next) || cited(next).is_some())
            || bold(),
    )
}

/// `A study of rye: how it rises. Talk, Sample School.`: returns where the title ends that stands before the first full stop
/// of a long line.
fn cited(line: &Rich) -> Option<usize> {
    let text = line.text();
    let end = text.find(". ").filter(|end| *end > 0)?;
    (!is_short(line) && extent(&text[..end]) <= CITED && !begins_bold(line)).then_some(end)
}

impl Builder<'_> {
    /// Takes what stands behind the title of a paper off its line. Returns that as a line.
    pub(super) fn behind_title(&mut self, line: &mut Rich) -> Option<Line> {
        let (end, len) = (cited(line)?, line.text().len());
        self.consume(&line.slice(end..end + 1), "separator");
        let rest = line.slice(end + 1..len).trim();
        *line = line.slice(0..end);
        Some(Line { joint: Joint::Hard, text: rest })
    }

    /// The entry of a line below its date. A date in the line itself belongs to a name in it: `Sample Conference 2022`.
    pub(super) fn entry_below_date(&mut self, line: Rich, kind: SectionKind, rank: Rank<'_>) -> Entry {
        if !split::has_date(&line) {
            return self.opened(line, kind, rank);
        }
        let mut entry = Entry { depth: rank.depth, section: kind, ..Entry::default() };
        entry.span = line.span().unwrap_or_default();
        entry.kind = entry_kind(&entry, rank);
        let named = if rank.is_first() { EntryKind::Entry } else { entry.kind };
        entry.parts = roles(vec![unbold(line)], kind, named);
        entry
    }
}

/// `May, 2015: **Example University**`: a month or a range, and the bold name of a school or an employer, a degree or a post.
pub(super) fn leads_bold(line: &Rich, kind: SectionKind) -> bool {
    let text = line.text();
    let Some(dated) = split::at_an_end(line).filter(|dated| dated.outer.start == 0) else { return false };
    let behind = text[dated.outer.end..].trim_start_matches([' ', ':', '：', ',', '-', '–', '—', '|']);
    let rest = line.slice(text.len() - behind.len()..text.len());
    let lead: String = rest.runs().take_while(|run| run.marks.strong).map(|run| run.text.as_str()).collect();
    let named = match kind {
        SectionKind::Education => words::is_school(&lead) || words::is_degree(&lead),
        _ => words::is_company(&lead) || words::is_job(&lead) || words::is_school(&lead),
    };
    named && (dated.found.is_range() || dated.found.has_month())
}
