//! The dates of an entry below its title: in a line or a paragraph of their own, or between a name and a place.

use super::Builder;
use super::below::ends_like_text;
use super::further_roles::{free_employer, further_roles};
use super::opening::begins_bold;
use super::under::{MOST_LINES, SHORT_LINE, is_sentence};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::date;
use crate::model::flow::{Chunk, Joint, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, EntryKind, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;

impl Builder<'_> {
    /// The dates of an entry in a line of their own, the only one of its kind among the lines that stay text: below
    /// `GPA: 3.9`.
    pub(super) fn date_among_lines(&mut self, entry: &mut Entry, parts: &mut [Part<'_>]) {
        let Some(Part::Text(chunks, marked)) = parts.first_mut() else { return };
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return };
        if entry.dates.is_some() || marked.off {
            return;
        }
        let ranged = |line: &Line| date::parse(&line.text.text()).is_some_and(|found| found.is_range());
        let own = |line: &Line| line.joint == Joint::Hard && ranged(line);
        let mut found = (1..lines.len().min(MOST_LINES + 1)).filter(|at| own(&lines[*at]));
        if let (Some(at), None) = (found.next(), found.next()) {
            let line = lines.remove(at).text;
            self.merge(entry, &line);
        }
    }

    /// `M.Sc., Bread (2012)` over `2010 – 2012`: the range dates the entry, and the year in brackets stays where it is.
    pub(super) fn year_over_range(&mut self, entry: &mut Entry, lines: &[Line], at: usize) -> bool {
        let line = &lines[at].text;
        let text = line.text();
        let range = lines
            .get(at + 1)
            .and_then(|next| date::parse(&next.text.text()).filter(|found| found.is_range()));
        let year = split::dated(&text).filter(|dated| {
            let bracketed = text[dated.outer.clone()].ends_with([')', '）']);
            bracketed
                && !dated.found.is_range()
                && dated.outer.start > 0
                && dated.outer.end == text.trim_end().len()
        });
        let taken = entry.dates.is_none() && range.is_some() && year.is_some();
        if taken {
            self.merge_with(entry, line, false);
        }
        taken
    }

    /// The dates of an entry in a paragraph of their own, one short line between title and dates, or two of which the
    /// first is bold: `**Example Co.**` over `Department of Bread`. What is bold throughout belongs to the entry as well.
    pub(super) fn date_behind_line(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let [Part::Text(first, above), Part::Text(second, below), ..] = parts.as_slice() else { return };
        let ([Chunk::Lines(between)], [Chunk::Lines(dates)]) = (first.as_slice(), second.as_slice()) else {
            return;
        };
        let (Some(lead), [dates]) = (between.first(), dates.as_slice()) else { return };
        let short = |line: &Line| {
            let text = line.text.text();
            text.chars().map(half_ems).sum::<usize>() <= SHORT_LINE
                && !ends_like_text(&text)
                && !is_sentence(&text)
        };
        let ranged = date::parse(&dates.text.text()).is_some_and(|found| found.is_range());
        let free = entry.dates.is_none() && !above.off && !below.off && !below.page_break;
        let bold =
            lead.text.all(|marks| marks.strong) && key::at_start(&lead.text.text(), key::GRID_KEY).is_none();
        let fits = between.len() == 1 || bold && between.len() == 2 && between[1].joint == Joint::Hard;
        if !(free && fits && ranged && between.iter().all(short)) {
            return;
        }
        let named = bold
            && entry.kind == EntryKind::Entry
            && entry.parts.len() == 1
            && (is_employment(entry.section) || entry.section == SectionKind::Education)
            && parts.iter().filter(|part| only_range(part).is_some()).count() == 1;
        let (lines, line) = (between.clone(), dates.text.clone());
        parts.remove(1);
        self.merge(entry, &line);
        if named {
            parts.remove(0);
            free_employer(entry);
            lines.iter().for_each(|line| self.merge(entry, &line.text));
            // `Cook - Full-time` is cut afterwards.
            let title = entry.parts[0].text.text();
            let whole = [" - ", " – ", " — "].iter().all(|dash| !title.contains(dash));
            let employs =
                whole && entry.part(PartRole::Organization).is_none() && is_employment(entry.section);
            if let Some(part) = entry.parts.get_mut(1).filter(|part| employs && part.role == PartRole::Other)
            {
                part.role = PartRole::Organization;
            }
        }
    }

    /// The dates of an entry in a paragraph of their own after all other text, the only one of its kind.
    pub(super) fn date_at_end(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        if entry.dates.is_some() || parts.iter().filter(|part| only_range(part).is_some()).count() != 1 {
            return;
        }
        // `**Project**` in it has its own.
        let titled = |part: &Part<'_>| match part {
            Part::Text(chunks, _) => {
                matches!(chunks.first(), Some(Chunk::Lines(lines)) if lines.first().is_some_and(|line| begins_bold(&line.text)))
            }
            _ => false,
        };
        if parts.iter().any(titled) {
            return;
        }
        let Some(line) = parts.last().and_then(only_range).cloned() else { return };
        parts.pop();
        self.merge(entry, &line);
    }

    /// Reads a name and a place with a range between them: `Example Bakery 02/2016 – 02/2018 Sampleton, France.`
    pub(super) fn date_between(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text();
        let mut all = date::find_all(&text);
        let (Some(found), None, None) = (all.pop(), all.pop(), entry.dates.as_ref()) else { return false };
        let outer = found.range.start..found.end_with_duration();
        let len = text.trim_end().trim_end_matches(['.', '。']).len().max(outer.end);
        let is_mark = |c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '·' | '•' | ',' | '，');
        let (name, town) =
            (text[..outer.start].trim_end_matches(is_mark), text[outer.end..len].trim_start_matches(is_mark));
        let (end, begin) = (name.len(), len - town.len());
        let pieces = [line.slice(0..end).trim(), line.slice(begin..len).trim()];
        if !found.is_range()
            || !name.contains(char::is_alphanumeric)
            || is_sentence(name)
            || !words::is_place(town.trim())
        {
            return false;
        }
        self.consume(&line.slice(end..outer.start), "separator");
        self.consume(&line.slice(outer.end..begin), "separator");
        self.consume(&line.slice(len..text.len()), "full stop after an entry");
        let roles = further_roles(&pieces, entry);
        entry.parts.extend(roles.into_iter().zip(pieces).map(|(role, text)| EntryPart { role, text }));
        entry.dates = Some(self.dates(line, &split::Dated { found, outer, firm: true }));
        true
    }
}

/// Returns the line of a paragraph that is a range of dates and nothing else.
fn only_range<'p>(part: &'p Part<'_>) -> Option<&'p Rich> {
    let Part::Text(chunks, marked) = part else { return None };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    let [line] = lines.as_slice() else { return None };
    let ranged = date::parse(&line.text.text()).is_some_and(|found| found.is_range());
    (ranged && !marked.off && !marked.page_break).then_some(&line.text)
}
