//! Entries that are the rows of a table with a column of dates: `| Zeitraum | Position | Unternehmen |`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cells;
use super::opening::begins_bold;
use super::roles::roles;
use super::{Builder, Rank, Seams, entry_kind};
use crate::diag::Span;
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::columns;
use crate::model::date;
use crate::model::flow;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::resume::{Block, Entry, Part as EntryPart, PartRole};
use crate::model::rich::{Piece, Rich, Run};
use crate::model::section::{Around, entry_block};
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The number of columns in such a table.
const COLUMNS: Range<usize> = 2..8;

/// The longest name in a cell, in half ems.
const NAME: usize = 50;

/// The columns of such a table.
struct Columns {
    /// One column of dates, or one of beginnings and the next of ends.
    dates: Range<usize>,
    /// The roles of the others, where known; `None` for a column of dates.
    roles: Vec<Option<PartRole>>,
    /// Those whose cells tell more below what they name.
    tells: Vec<usize>,
}

impl Builder<'_> {
    /// Returns the rows of a table as entries, if each of them has a date, or continues the one above.
    pub(in crate::model) fn entries_of_table(
        &mut self,
        part: &Part<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::Table { head, rows, .. } = &marked.block.kind else { return None };
        let told = is_employment(around.kind) || around.kind == SectionKind::Education;
        // Above entries with headings a table only gives an overview of them.
        let overview = rank.depth == 0 && self.headed;
        if marked.off || !told || overview || !rank.is_first() {
            return None;
        }
        let manner = self.manner_of(marked);
        let cells = |row: &Vec<Vec<md::Inline>>| -> Option<Vec<Rich>> {
            let cell = |cell: &Vec<md::Inline>| {
                let (text, images) = flow::rich(cell, &manner);
                images.is_empty().then(|| text.trim())
            };
            row.iter().map(cell).collect()
        };
        let mut head = cells(head)?;
        let mut rows = rows.iter().map(cells).collect::<Option<Vec<_>>>()?;
        if let Some(entry) = self
            .entry_of_pairs(&head, &rows, rank, around.kind)
            .or_else(|| self.entry_of_layout(&head, &rows, rank, around.kind))
        {
            return Some(vec![entry_block(entry, marked.keep)]);
        }
        let words = columns::fill(&mut head, &mut rows, &BTreeSet::new()).words;
        // Markdown has no table without a head: it may be the first row.
        if head.iter().any(|cell| date::parse(&cell.text()).is_some()) {
            rows.insert(0, std::mem::take(&mut head));
        }
        let columns = Columns::of(&head, &rows, around.kind)?;
        head.iter().chain(&words).for_each(|cell| self.consume(cell, "head of a table of entries"));
        let mut entries: Vec<Entry> = Vec::new();
        for row in rows {
            let dated = columns.date_of(&row).is_some_and(|date| !date.is_blank());
            match entries.last_mut() {
                Some(last) if !dated => {
                    row.iter().for_each(|cell| last.body.extend(self.told_in_cell(&cells::lines(cell))));
                }
                _ => entries.push(self.entry_of_row(row, &columns, rank, around.kind)),
            }
        }
        Some(entries.into_iter().map(|entry| entry_block(entry, marked.keep)).collect())
    }

    fn entry_of_row(
        &mut self,
        row: Vec<Rich>,
        columns: &Columns,
        rank: Rank<'_>,
        kind: SectionKind,
    ) -> Entry {
        // In a table of both schools and jobs the words of a row decide.
        let says = |what: fn(&str) -> bool| row.iter().any(|cell| what(&cell.text()));
        let job = says(words::is_job) && !says(words::is_degree) && !says(words::is_school);
        let kind = if job && kind == SectionKind::Education { SectionKind::Work } else { kind };
        let date = columns.date_of(&row);
        let span = row.iter().filter_map(Rich::span).reduce(Span::to).unwrap_or_default();
        let others = row.into_iter().enumerate().filter(|(at, _)| !columns.dates.contains(at));
        let mut entry = Entry { depth: rank.depth, section: kind, ..Entry::default() };
        let (mut cells, mut told, mut behind) = (Vec::new(), Vec::new(), Vec::new());
        let names_it = columns.names_it();
        for (at, cell) in others {
            if is_empty(&cell) {
                self.consume(&cell, "mark of an empty cell");
                continue;
            }
            let mut lines = if columns.tells.contains(&at) { cells::lines(&cell) } else { Vec::new() };
            let cell = if lines.is_empty() { cell } else { lines.remove(0) };
            behind.extend(lines);
            match columns.roles.get(at).copied().flatten() {
                Some(role) => cells.push(EntryPart { role, text: cell }),
                // A department between an employer and a post, or a subject before a school.
                None if names_it
                    && is_name(&cell)
                    && (kind == SectionKind::Education || columns.leads(at)) =>
                {
                    let subject = kind == SectionKind::Education && !columns.says(PartRole::Subject);
                    let degree = subject && words::is_degree(&cell.text()) && !columns.says(PartRole::Degree);
                    let school =
                        subject && words::is_school(&cell.text()) && !columns.says(PartRole::Organization);
                    let own = match (school, degree) {
                        (true, _) => PartRole::Organization,
                        (_, true) => PartRole::Degree,
                        _ => PartRole::Subject,
                    };
                    let taken = |role| cells.iter().any(|part: &EntryPart| part.role == role);
                    let role = if subject && !taken(own) { own } else { PartRole::Other };
                    cells.push(EntryPart { role, text: cell });
                }
                None => told.push(cell),
            }
        }
        if !names_it && !told.is_empty() {
            let lead = if cells.is_empty() { told.len() } else { 1 };
            let mut lead: Vec<Rich> = told.drain(..lead).collect();
            if lead.len() == 1 {
                entry = self.entry_at(lead.remove(0), kind, rank, Seams::Parted);
            } else {
                entry.parts = roles(lead, kind, entry.kind);
            }
        }
        entry.parts.extend(cells);
        entry.body.extend(self.told_in_cell(&behind));
        told.iter().for_each(|cell| entry.body.extend(self.told_in_cell(&cells::lines(cell))));
        if let Some(date) = date
            && let Some(dated) = split::dated(&date.text()).filter(|_| entry.dates.is_none())
        {
            entry.dates = Some(self.dates(&date, &dated));
        }
        if entry.parts.is_empty() {
            entry.parts.push(EntryPart { role: PartRole::Title, text: Rich::default() });
        }
        entry.span = span;
        entry.kind = entry_kind(&entry, rank);
        entry
    }
}

impl Builder<'_> {
    /// `| **Sample Co.** | 2020 – present |` over `| *Engineer* | Testville |`: a small table that only moves the dates
    /// of one entry to the right. Returns that entry.
    fn entry_of_layout(
        &mut self,
        head: &[Rich],
        rows: &[Vec<Rich>],
        rank: Rank<'_>,
        kind: SectionKind,
    ) -> Option<Entry> {
        let cells: Vec<&Rich> =
            head.iter().chain(rows.iter().flatten()).filter(|cell| !is_empty(cell)).collect();
        let is_range = |cell: &&&Rich| date::parse(&cell.text()).is_some_and(|found| found.is_range());
        let named = cells.first().is_some_and(|cell| begins_bold(cell) && !is_range(&cell));
        let small = rows.len() <= 2 && cells.len() <= 6 && cells.iter().all(|cell| is_name(cell));
        // `| **Sample Co.** | Testville |` over `| *Engineer* | 2020 – present |` dates it below.
        let keyed = |cell: &Rich| EntryKey::of_key(&cell.text()).is_some();
        let below = rows.len() == 1 && !head.iter().any(keyed);
        let one =
            cells.iter().filter(is_range).count() == 1 && (below || head.iter().any(|cell| is_range(&&cell)));
        if !(named && small && one) {
            return None;
        }
        let (first, others) = cells.split_first()?;
        let mut entry = self.opened((*first).clone(), kind, rank);
        others.iter().for_each(|cell| self.merge(&mut entry, cell));
        entry.span = cells.iter().filter_map(|cell| cell.span()).reduce(Span::to).unwrap_or_default();
        Some(entry)
    }
}

impl Columns {
    fn of(head: &[Rich], rows: &[Vec<Rich>], kind: SectionKind) -> Option<Columns> {
        let width = rows.iter().map(Vec::len).chain([head.len()]).max()?;
        let column =
            |at: usize| rows.iter().filter_map(move |row| row.get(at)).filter(|cell| !cell.is_blank());
        let dated = |at: usize| {
            let mut cells = column(at).map(|cell| date::parse(&cell.text())).peekable();
            cells.peek().is_some() && cells.all(|found| found.is_some())
        };
        let first = (0..width).find(|at| dated(*at))?;
        let single =
            column(first).all(|cell| date::parse(&cell.text()).is_some_and(|found| !found.is_range()));
        let paired = |row: &Vec<Rich>| {
            let [from, to] =
                [row.get(first), row.get(first + 1)].map(|cell| cell.filter(|cell| !cell.is_blank()));
            from.zip(to).is_none_or(|(from, to)| date::parse(&joined(from, to).text()).is_some())
        };
        let last = if single && first + 2 < width && rows.iter().all(paired) { first + 2 } else { first + 1 };
        let schools = |at: usize| column(at).any(|cell| words::is_school(&cell.text()));
        let named = |at: usize| {
            head.get(at).is_some_and(|cell| role_of(&cell.text(), kind) == Some(PartRole::Organization))
        };
        let is_beside_schools = |at: usize| {
            !schools(at) && (0..width).any(|other| other != at && (named(other) || schools(other)))
        };
        let is_of_places = |at: usize| {
            at > 0 && column(at).next().is_some() && column(at).all(|cell| words::is_place(&cell.text()))
        };
        let mut roles: Vec<Option<PartRole>> = Vec::new();
        for at in 0..width {
            let role = head.get(at).and_then(|cell| role_of(&cell.text(), kind));
            // The place of a school is its name, where nothing else is.
            let role = match role {
                Some(PartRole::Place) if kind == SectionKind::Education && !is_beside_schools(at) => {
                    Some(PartRole::Organization)
                }
                None if head.get(at).is_none_or(Rich::is_blank) && is_of_places(at) => Some(PartRole::Place),
                role => role,
            };
            let role = role.filter(|_| !(first..last).contains(&at));
            roles.push(role.map(|role| if roles.contains(&Some(role)) { PartRole::Other } else { role }));
        }
        let tells = (0..width).filter(|at| column(*at).any(cells::names_and_tells)).collect();
        let columns = Columns { dates: first..last, roles, tells };
        let ranged = rows.iter().filter(|row| {
            columns
                .date_of(row)
                .and_then(|date| date::parse(&date.text()))
                .is_some_and(|found| found.is_range())
        });
        let named = |row: &&Vec<Rich>| {
            let says = |text: &str| words::is_school(text) || words::is_degree(text) || words::is_job(text);
            row.iter().any(|cell| says(&cell.text()))
        };
        // A list of courses has terms, too.
        let told = kind != SectionKind::Education || rows.iter().filter(named).count() * 2 >= rows.len();
        let sure = columns.names_it() || told && ranged.count() * 2 >= rows.len();
        let begins = rows.first()?.get(first).is_some_and(|cell| !cell.is_blank());
        (COLUMNS.contains(&width) && last - first < width && sure && begins).then_some(columns)
    }

    /// Returns whether the head names the column of the employer, the school, the post or the subject.
    fn names_it(&self) -> bool {
        use PartRole::{Degree, Organization, Role, Subject, Title};
        self.roles.iter().flatten().any(|role| matches!(role, Organization | Role | Subject | Degree | Title))
    }

    /// Returns whether a column comes before one that the head names: columns after all of these describe the work.
    fn leads(&self, at: usize) -> bool {
        self.roles.iter().skip(at + 1).any(Option::is_some)
    }

    /// Returns whether the head gives a column this role.
    fn says(&self, role: PartRole) -> bool {
        self.roles.contains(&Some(role))
    }

    /// Returns the date of a row; of two columns the range from one to the other.
    fn date_of(&self, row: &[Rich]) -> Option<Rich> {
        let first = row.get(self.dates.start)?;
        match row.get(self.dates.end - 1).filter(|last| self.dates.len() > 1 && !last.is_blank()) {
            Some(last) => Some(joined(first, last)),
            None => Some(first.clone()),
        }
    }
}

/// Returns the role of a column from its head, by the words of keys.
fn role_of(head: &str, kind: SectionKind) -> Option<PartRole> {
    Some(match EntryKey::of_key(head)? {
        EntryKey::Date => return None,
        // `Tätigkeit` in a table of schools may be any activity there.
        EntryKey::Role if kind == SectionKind::Education => return None,
        EntryKey::Role => PartRole::Role,
        EntryKey::Organization | EntryKey::School => PartRole::Organization,
        EntryKey::Place => PartRole::Place,
        EntryKey::Subject => PartRole::Subject,
        EntryKey::Degree => PartRole::Degree,
        EntryKey::Title => PartRole::Title,
    })
}

/// Returns two dates with a dash between them that is not in the source: the table implies it.
fn joined(from: &Rich, to: &Rich) -> Rich {
    let mut out = from.clone();
    let at = from.span().unwrap_or_default();
    let span = Span { start: at.end, ..at };
    out.0.push(Piece::Run(Run { text: " – ".to_owned(), span, ..Run::default() }));
    out.0.extend(to.0.iter().cloned());
    out
}

/// `-`, `—`, `/`: marks for an empty cell.
fn is_empty(cell: &Rich) -> bool {
    let text = cell.text();
    text.trim().chars().all(|c| matches!(c, '-' | '–' | '—' | '/' | '_'))
}

/// Returns whether a cell may name something: short, and no sentence.
fn is_name(cell: &Rich) -> bool {
    let text = cell.text();
    text.chars().map(half_ems).sum::<usize>() <= NAME && !text.trim_end().ends_with(['.', '。', '；', ';'])
}
