//! Entries: the line that opens one.

mod opening;
mod roles;
mod under;

use super::Builder;
use super::build::is_employment;
use super::date::Dates;
use super::kinds::SectionKind;
use super::resume::{Entry, EntryKind, Part as EntryPart, PartRole};
use super::rich::{Piece, Rich};
use super::split::{self, Dated, Style};
use roles::{han_words, roles};

/// Where an entry stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rank<'a> {
    /// 0 directly in the section.
    pub depth: u8,
    /// The entry around it.
    pub parent: Option<&'a Entry>,
}

impl Builder<'_> {
    /// Returns the entry that a line opens, without body.
    pub fn entry(&mut self, title: Rich, kind: SectionKind, rank: Rank<'_>, off: bool) -> Entry {
        let span = title.span().unwrap_or_default();
        let mut entry = Entry { depth: rank.depth, section: kind, span, ..Entry::default() };
        if off {
            entry.parts = vec![EntryPart { role: PartRole::Title, text: title }];
            return entry;
        }
        let title = self.without_attributes(title);
        let (number, title) = self.numbered(title, rank.depth);
        entry.number = number;
        let dated = split::dated(&title.text());
        let style = if dated.is_some() && (is_employment(kind) || kind == SectionKind::Education) {
            Style::Dashes
        } else {
            Style::Bars
        };
        let mut pieces = self.pieces(&title, dated.as_ref(), style);
        if let ([piece], true) = (pieces.as_slice(), dated.is_some())
            && let Some(words) = han_words(piece, kind)
        {
            pieces = words;
        }
        entry.dates = dated.map(|dated| dates_of(&title, &dated));
        entry.kind = entry_kind(&entry, rank);
        entry.parts = roles(pieces, kind, entry.kind);
        if entry.parts.is_empty() {
            entry.parts.push(EntryPart { role: PartRole::Title, text: Rich::default() });
        }
        entry
    }

    fn numbered(&mut self, title: Rich, depth: u8) -> (Option<Rich>, Rich) {
        let Some(number) = self.number(&title, depth + 1) else { return (None, title) };
        let rest = title.slice(number.len..title.text().len()).trim();
        if rest.is_blank() { (None, title) } else { (Some(title.slice(0..number.len)), rest) }
    }

    /// Takes `{.@tag}` off the end of a title, as Resumx writes it.
    fn without_attributes(&mut self, title: Rich) -> Rich {
        let text = title.text();
        let Some(open) = text.rfind('{').filter(|_| text.ends_with('}')) else { return title };
        let inside = &text[open + 1..text.len() - 1];
        let attribute = |word: &str| word.starts_with(['.', '#']) || word.contains('=');
        if inside.is_empty() || !inside.split_whitespace().all(attribute) {
            return title;
        }
        self.consume(&title.slice(open..text.len()), "attributes of another tool");
        title.slice(0..open).trim()
    }

    /// Cuts a line at its separators, without its date; what is left out is recorded.
    fn pieces(&mut self, line: &Rich, dated: Option<&Dated>, style: Style) -> Vec<Rich> {
        let cut = split::line(&line.masked(), dated, style);
        if let Some(dated) = dated {
            for bracket in
                [dated.outer.start..dated.found.range.start, dated.found.range.end..dated.outer.end]
            {
                self.consume(&line.slice(bracket), "brackets round a date");
            }
        }
        for separator in cut.separators {
            self.consume(&line.slice(separator), "separator");
        }
        cut.pieces
            .into_iter()
            .map(|piece| line.slice(piece).trim())
            .filter(|piece| !piece.is_blank())
            .collect()
    }
}

fn dates_of(line: &Rich, dated: &Dated) -> Dates {
    let mut raw = line.slice(dated.found.range.clone());
    for piece in &mut raw.0 {
        // A date in a code span or in italics was marked to stand apart; now it does.
        if let Piece::Run(run) = piece {
            run.marks = Default::default();
        }
    }
    Dates::new(raw, &dated.found)
}

/// Under an employer: with a date a role, unless the employer's own line names one; else a project.
fn entry_kind(entry: &Entry, rank: Rank<'_>) -> EntryKind {
    if rank.depth == 0 {
        return EntryKind::Entry;
    }
    let projects = entry.section == SectionKind::Projects;
    let parent_has_role = rank.parent.is_some_and(|parent| parent.part(PartRole::Role).is_some());
    let role = entry.dates.is_some() && rank.depth == 1 && !projects && !parent_has_role;
    if role { EntryKind::Role } else { EntryKind::Project }
}
