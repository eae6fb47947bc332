//! Entries: the line that opens one.

mod alike;
mod apart;
mod barred;
mod below;
mod cells;
mod coded;
mod date_first;
mod date_printed;
mod dated_lines;
mod dates_below;
mod definitions;
mod descriptions;
mod details;
mod dress;
mod employers;
mod facts;
mod fields;
mod further_roles;
mod head_items;
mod heads;
mod hints;
mod houses;
mod in_step;
mod item_posts;
mod items;
mod keyed;
mod keys;
mod labels;
mod lead;
mod line_titles;
mod lone_lines;
mod opening;
mod order;
mod over;
mod over_employer;
mod pair_table;
mod pairs;
mod pictured;
mod posts;
mod quotes;
mod remark;
mod roles;
mod school_keys;
mod second_posts;
mod several;
mod stack;
mod stops;
mod table;
mod tags;
mod terms;
mod two_headings;
mod undated;
mod under;
mod whole_posts;

use super::Builder;
use super::blocks::Part;
use super::build::is_employment;
use super::kinds::SectionKind;
use super::resume::{Block, Entry, EntryKind, Part as EntryPart, PartRole};
use super::rich::{Piece, Rich};
use super::section::Around;
use super::split::{self, Dated, Style};
use super::words;
pub(super) use alike::{alike, is_label};
pub(super) use dated_lines::{dated_lines, part_dated_lines};
pub(super) use hints::{
    announces_dates, leave_post_to_headings_below, leave_post_to_those_below, post_below_entry,
};
use hints::{begins_with_year, by_slash, is_of_project, kind_by_words};
pub(super) use houses::{houses, is_post};
pub(super) use in_step::stay_text;
pub(super) use item_posts::is_title_over_items;
pub(super) use labels::is_labelled_list;
pub(super) use order::{in_one_degree, in_one_order, in_one_place};
pub(super) use over::{is_title_over_date, is_title_over_key};
pub(super) use over_employer::join_posts;
pub(super) use posts::{
    are_posts_below, become_dated_post, become_post, is_of_a_person, is_title_over_posts,
};
use roles::{roles, seams};
pub(super) use second_posts::join_second_posts;
pub(super) use several::{part_openings, part_sentences};
pub(super) use stack::stack;
pub(super) use undated::join_pairs;

/// The position of an entry in its section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rank<'a> {
    /// 0 directly in the section.
    pub depth: u8,
    /// The entry around it.
    pub parent: Option<&'a Entry>,
    /// Whether the heading around it all is the title of a section in the section: `### 工作经历` under `## 履历`.
    pub grouped: bool,
}

impl Rank<'_> {
    /// Returns whether it is an entry of its section, or of a section in it.
    fn is_first(&self) -> bool {
        self.depth == u8::from(self.grouped)
    }
}

/// Where the line of an entry may be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seams {
    /// At bars: the author declared the parts between them.
    Declared,
    /// At the author's separators, and where the words are sure.
    Inferred,
    /// Also at dashes and semicolons: its date is elsewhere.
    Parted,
    /// At commas as well.
    Commas,
    /// Its date alone would not make it an entry, but its siblings do.
    Alike,
}

impl Builder<'_> {
    /// Returns the entry that a heading opens, without its body.
    pub fn entry(&mut self, title: Rich, kind: SectionKind, rank: Rank<'_>, off: bool) -> Entry {
        if off {
            let span = title.span().unwrap_or_default();
            let parts = vec![EntryPart { role: PartRole::Title, text: title }];
            return Entry { depth: rank.depth, section: kind, span, parts, ..Entry::default() };
        }
        let seams = match self.has_declared_parts(&title) {
            true => Seams::Declared,
            false if begins_with_year(&title, kind) => Seams::Alike,
            false => Seams::Inferred,
        };
        let title = self.without_title_key(title, is_employment(kind) && rank.is_first());
        let mut entry = self.entry_at(title.clone(), kind, rank, seams);
        if seams != Seams::Declared && is_employment(kind) {
            self.part_by_dress(&mut entry, &title);
        }
        entry.house_leads = entry.is_led_by_house(&title);
        entry
    }

    /// Returns the entries in the items of a list, the rows of a table, or terms and their texts; `None` if
    /// they are text.
    pub fn entries_of_part(&mut self, part: &Part<'_>, rank: Rank<'_>, around: Around) -> Option<Vec<Block>> {
        self.entries_of_fields(part, rank, around)
            .or_else(|| self.entries_of_heads(part, rank, around))
            .or_else(|| self.entries_of_terms(part, rank, around))
            .or_else(|| self.entries_of_list(part, rank, around))
            .or_else(|| self.entries_of_definitions(part, rank, around))
            .or_else(|| self.entries_of_table(part, rank, around))
    }

    /// Returns the entry that a line opens, without its body.
    fn entry_at(&mut self, title: Rich, kind: SectionKind, rank: Rank<'_>, seams: Seams) -> Entry {
        let span = title.span().unwrap_or_default();
        let kind = if self.mixed { kind_by_words(&title.text(), kind) } else { kind };
        let mut entry = Entry { depth: rank.depth, section: kind, span, ..Entry::default() };
        let title = self.without_attributes(title);
        let title = self.without_decoration(title);
        let title = match kind {
            SectionKind::Projects => self.without_tags(title, &mut entry),
            _ => title,
        };
        let (number, title) = self.numbered(title, rank.depth);
        entry.number = number;
        let (title, dates) = self.without_dated_remark(title);
        entry.dates = dates;
        let dated = match seams {
            Seams::Alike => split::at_an_end(&title),
            _ if entry.dates.is_some() => None,
            _ => split::dated_line(&title),
        };
        let (title, dated) = self.named_in_brackets(title, dated);
        let title = match &dated {
            Some(dated) => without_code(title, dated),
            None => title,
        };
        let parted = dated.is_some() && (is_employment(kind) || kind == SectionKind::Education);
        let style = match seams {
            Seams::Declared => Style::Declared,
            Seams::Commas => Style::Commas,
            Seams::Parted => Style::Dashes,
            // `2019.1 - 2020.10 / Example Co. / Baker`
            Seams::Inferred | Seams::Alike
                if parted && dated.as_ref().is_some_and(|dated| by_slash(&title, dated)) =>
            {
                Style::Slashes
            }
            Seams::Inferred | Seams::Alike if parted => Style::Dashes,
            Seams::Inferred | Seams::Alike => Style::Bars,
        };
        let style = match style {
            Style::Dashes | Style::Slashes if barred::parts(&title.masked(), dated.as_ref()) => Style::Bars,
            Style::Dashes
                if (self.house_below || !rank.is_first())
                    && barred::is_post_and_field(&title.masked(), dated.as_ref()) =>
            {
                Style::Bars
            }
            style => style,
        };
        let house = barred::linked_house(&title).filter(|_| dated.is_none() && seams != Seams::Declared);
        let mut pieces = match house {
            Some(gap) => {
                self.consume(&title.slice(gap.clone()), "separator");
                vec![title.slice(0..gap.start), title.slice(gap.end..title.text().len())]
            }
            None => self.pieces(&title, dated.as_ref(), style),
        };
        let sure = dated.is_some() || entry.dates.is_some() || seams == Seams::Parted;
        if sure && seams != Seams::Declared {
            pieces = self.refined(pieces, kind);
        }
        if let Some(dated) = &dated {
            entry.dates = Some(self.dates(&title, dated));
        }
        entry.kind = match entry_kind(&entry, rank) {
            EntryKind::Role if is_of_project(&title.text()) => EntryKind::Project,
            kind => kind,
        };
        let named = if rank.is_first() { EntryKind::Entry } else { entry.kind };
        entry.parts = roles(pieces, kind, named);
        if seams != Seams::Declared {
            self.keys_of_parts(&mut entry);
        }
        if is_by_order(&entry) {
            self.doubt(
                span,
                "the parts are named by their order",
                "name one with a key under it: `职位：`, `Role:`",
            );
        }
        if entry.parts.is_empty() {
            entry.parts.push(EntryPart { role: PartRole::Title, text: Rich::default() });
        }
        self.unbracket_place(&mut entry);
        entry
    }

    /// `2020 - 2022 (某公司 北京)` alone in a title: a remark if other words were next to it, here the name.
    fn named_in_brackets(&mut self, title: Rich, dated: Option<Dated>) -> (Rich, Option<Dated>) {
        let text = title.text().into_owned();
        let Some(mut dated) = dated else { return (title, None) };
        let remark = dated.found.duration.clone().filter(|_| text.trim().len() == dated.outer.len());
        let inner = remark.as_ref().and_then(|remark| {
            let inner = text[remark.clone()].trim().strip_prefix(['(', '（'])?.strip_suffix([')', '）'])?;
            (!inner.contains(|c: char| c.is_ascii_digit()) && !words::is_employment_kind(inner))
                .then_some(inner)
        });
        let (Some(remark), Some(inner)) = (remark, inner) else { return (title, Some(dated)) };
        let start = remark.start + text[remark.clone()].find(inner).unwrap_or_default();
        self.consume(&title.slice(remark.start..start), "brackets round a line");
        self.consume(&title.slice(start + inner.len()..text.len()), "brackets round a line");
        let mut name = title.slice(0..dated.found.range.end);
        name.append(Rich::plain(" ", crate::diag::Span::default()));
        name.append(title.slice(start..start + inner.len()));
        dated.found.duration = None;
        dated.outer = dated.found.range.clone();
        (name, Some(dated))
    }

    /// Cuts a lone piece where its words are sure, at the author's separators.
    fn refined(&mut self, pieces: Vec<Rich>, kind: SectionKind) -> Vec<Rich> {
        let [piece] = pieces.as_slice() else { return pieces };
        let Some(cut) = seams(piece, kind) else { return pieces };
        // `博士, 生物信息学`: the school is elsewhere, and a comma separates nothing from it.
        let is_comma = |mark: &Rich| matches!(mark.text().trim(), "," | "，");
        let commas = cut.separators.iter().any(is_comma)
            && cut.separators.iter().all(|mark| is_comma(mark) || mark.is_blank());
        let school = cut.pieces.iter().any(|piece| words::is_school(&piece.text()));
        if kind == SectionKind::Education && commas && !school {
            return pieces;
        }
        for separator in cut.separators {
            self.consume(&separator, "separator");
        }
        cut.pieces
    }

    /// `2020年4月～現在／営業部`: a slash that parted a date from what it dates.
    fn without_slash(&mut self, piece: Rich) -> Rich {
        let text = piece.text();
        let len = text.len() - text.trim_start_matches(['/', '／', ' ']).len();
        if len == 0 || len == text.len() {
            return piece;
        }
        self.consume(&piece.slice(0..len), "separator");
        piece.slice(len..text.len())
    }

    fn numbered(&mut self, title: Rich, depth: u8) -> (Option<Rich>, Rich) {
        if let Some(len) = hints::number_before_date(&title.text()) {
            let number = title.slice(0..len);
            return (Some(number), title.slice(len..title.text().len()).trim());
        }
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

    /// Cuts a line at its separators, without its date; the omitted characters are recorded.
    fn pieces(&mut self, line: &Rich, dated: Option<&Dated>, style: Style) -> Vec<Rich> {
        let cut = split::line(&line.masked(), dated, style);
        if let Some(dated) = dated {
            for bracket in [
                dated.outer.start..dated.found.range.start,
                dated.found.end_with_duration().min(dated.outer.end)..dated.outer.end,
            ] {
                self.consume(&line.slice(bracket), "brackets round a date");
            }
        }
        for separator in cut.separators {
            self.consume(&line.slice(separator), "separator");
        }
        cut.pieces
            .into_iter()
            .map(|piece| self.without_slash(line.slice(piece).trim()))
            .filter(|piece| !piece.is_blank())
            .collect()
    }
}

/// Removes the code span around a date and more (`` `2020 – 2024 | Testville` ``), which only sets it apart.
fn without_code(mut line: Rich, dated: &Dated) -> Rich {
    let mut at = 0;
    for piece in &mut line.0 {
        let Piece::Run(run) = piece else {
            at += 1;
            continue;
        };
        let here = at..at + run.text.len();
        at = here.end;
        if here.start <= dated.found.range.start && dated.found.range.end <= here.end {
            run.marks.code = false;
        }
    }
    line
}

/// Returns whether an employer and a position are distinguished only by their order.
fn is_by_order(entry: &Entry) -> bool {
    let (Some(first), Some(second)) = (entry.part(PartRole::Organization), entry.part(PartRole::Role)) else {
        return false;
    };
    let (first, second) = (first.text(), second.text());
    is_employment(entry.section)
        && !words::is_company(&first)
        && !words::is_job(&second)
        && !words::is_job(&first)
}

/// Under an employer: with a date a role, unless the employer's own line names one; else a project.
fn entry_kind(entry: &Entry, rank: Rank<'_>) -> EntryKind {
    if rank.depth == 0 {
        return EntryKind::Entry;
    }
    let projects = entry.section == SectionKind::Projects;
    let parent_has_role = rank.parent.is_some_and(|parent| parent.part(PartRole::Role).is_some());
    let role =
        entry.dates.is_some() && rank.depth == 1 + u8::from(rank.grouped) && !projects && !parent_has_role;
    if role { EntryKind::Role } else { EntryKind::Project }
}
