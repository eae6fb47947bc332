//! Entries: the line that opens one, and the lines under it that belong to it.

use super::Builder;
use super::blocks::Part;
use super::build::is_employment;
use super::date::{self, Dates};
use super::directive::Marked;
use super::flow::{Chunk, Joint, Line};
use super::kinds::SectionKind;
use super::resume::{Block, Entry, EntryKind, Part as EntryPart, PartRole};
use super::rich::Rich;
use super::section::{Around, entry_block};
use super::split::{self, Dated, Style};
use super::words;
use crate::source::chars::{half_ems, is_han};
use crate::source::markdown as md;

/// Where an entry stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rank<'a> {
    /// 0 directly in the section.
    pub depth: u8,
    /// The entry around it.
    pub parent: Option<&'a Entry>,
}

/// A line under a title that is longer than this, in half ems, is text.
const SHORT_LINE: usize = 80;
/// A line that opens an entry is no longer than this, in half ems.
const OPENING: usize = 130;

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

    /// Takes the lines that belong to a title off the text under it: dates, role and place, tags.
    pub fn lines_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let Some(Part::Text(chunks, marked)) = parts.first_mut() else { return };
        if marked.off || marked.page_break {
            return;
        }
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return };
        let mut taken = 0;
        while taken < 4 && taken < lines.len() && self.line_under_title(entry, &lines[taken].text) {
            taken += 1;
        }
        lines.drain(..taken);
        self.cut_at_dashes(entry);
        let Some(Part::Text(chunks, _)) = parts.first_mut() else { return };
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return };
        match lines.first_mut() {
            Some(first) => first.joint = Joint::Start,
            None => {
                chunks.remove(0);
            }
        }
        if chunks.is_empty() {
            parts.remove(0);
            // Tags may stand in a paragraph of their own, below that of role and place.
            if taken > 0 && entry.tags.is_empty() {
                self.tags_under_title(entry, parts);
            }
        }
    }

    /// `工程师 - 某公司` is two parts once a line under it was found to hold its dates.
    fn cut_at_dashes(&mut self, entry: &mut Entry) {
        let kind = entry.section;
        let [EntryPart { text, .. }] = entry.parts.as_slice() else { return };
        if entry.dates.is_none() || !(is_employment(kind) || kind == SectionKind::Education) {
            return;
        }
        let title = text.clone();
        let pieces = self.pieces(&title, None, Style::Dashes);
        if pieces.len() > 1 {
            entry.parts = roles(pieces, kind, entry.kind);
        }
    }

    fn tags_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let Some(Part::Text(chunks, _)) = parts.first() else { return };
        let [Chunk::Lines(lines)] = chunks.as_slice() else { return };
        let [line] = lines.as_slice() else { return };
        let text = line.text.clone();
        if self.tags(entry, &text) {
            parts.remove(0);
        }
    }

    fn line_under_title(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text();
        if text.chars().map(half_ems).sum::<usize>() > SHORT_LINE {
            return false;
        }
        if let Some(rest) = text.strip_prefix('~').filter(|rest| rest.starts_with(' ')) {
            self.consume(&line.slice(0..1), "marker of another tool");
            let rest = line.slice(text.len() - rest.len()..text.len()).trim();
            self.merge(entry, &rest);
            return true;
        }
        let only_date = split::dated(&text).is_some_and(|dated| dated.outer.len() == text.trim().len());
        if only_date && entry.dates.is_none() {
            self.merge(entry, line);
            return true;
        }
        if self.tags(entry, line) {
            return true;
        }
        if names_a_role(line, &text, entry) {
            self.merge(entry, line);
            return true;
        }
        false
    }

    /// Reads a line of code spans as tags.
    fn tags(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let parting = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '/' | '|' | '·' | '•');
        let tags = line.runs().filter(|run| run.marks.code).count();
        let only = line.runs().all(|run| run.marks.code || run.text.chars().all(parting));
        if tags == 0 || !only || !entry.tags.is_empty() {
            return false;
        }
        let mut at = 0;
        for run in line.runs() {
            let piece = line.slice(at..at + run.text.len());
            at += run.text.len();
            if run.marks.code {
                entry.tags.push(piece);
            } else {
                self.consume(&piece, "separator");
            }
        }
        true
    }

    /// Adds what a further line says to an entry.
    fn merge(&mut self, entry: &mut Entry, line: &Rich) {
        let dated = split::dated(&line.text()).filter(|_| entry.dates.is_none());
        for text in self.pieces(line, dated.as_ref(), Style::Bars) {
            let role = further_role(&text.text(), entry);
            entry.parts.push(EntryPart { role, text });
        }
        if let Some(dated) = dated {
            entry.dates = Some(dates_of(line, &dated));
        }
        // A title that was only a stand-in.
        if entry.parts.len() > 1 {
            entry.parts.retain(|part| !part.text.is_blank());
        }
    }

    /// Returns the entry that a paragraph opens with a bold line that holds a date; the line is taken
    /// off the paragraph.
    pub fn entry_of_paragraph(
        &mut self,
        part: &mut Part<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Entry> {
        let Part::Text(chunks, marked) = part else { return None };
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return None };
        if marked.off || !may_open(around.kind) || !opens_entry(lines) {
            return None;
        }
        let mut first = lines.remove(0);
        if is_date_line(&first.text) && !lines.is_empty() {
            // The dates come first: the line under them opens the entry, and they are found below it.
            let dates = std::mem::replace(&mut first, lines.remove(0));
            lines.insert(0, dates);
        }
        match lines.first_mut() {
            Some(next) => next.joint = Joint::Start,
            None => {
                chunks.remove(0);
            }
        }
        Some(self.entry(unbold(first.text), around.kind, rank, false))
    }

    /// Returns a list as entries, if each of its items opens one.
    pub fn entries_of_list(&mut self, part: &Part<'_>, rank: Rank<'_>, around: Around) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::List { start: None, items, .. } = &marked.block.kind else { return None };
        if marked.off || !may_open(around.kind) {
            return None;
        }
        let firsts: Vec<Vec<Line>> =
            items.iter().map(|item| first_lines(self, item, marked)).collect::<Option<_>>()?;
        let comma = |lines: &Vec<Line>| {
            let sure = matches!(around.kind, SectionKind::Education | SectionKind::Work);
            sure && lines.len() == 1 && split::is_comma_entry(&lines[0].text.text())
        };
        let bold = firsts.iter().all(|lines| opens_entry(lines));
        if firsts.is_empty() || !(bold || firsts.iter().all(comma)) {
            return None;
        }
        let mut out = Vec::new();
        for (item, lines) in items.iter().zip(firsts) {
            let mut lines = lines.into_iter();
            let first = lines.next()?;
            let mut entry = if bold {
                self.entry(unbold(first.text), around.kind, rank, false)
            } else {
                self.comma_entry(first.text, around.kind, rank)
            };
            entry.span = item.span;
            let rest: Vec<Line> = lines.collect();
            let inside: Vec<Marked<'_>> = item.blocks[1..]
                .iter()
                .map(|block| Marked {
                    block,
                    page_break: false,
                    keep: false,
                    section: None,
                    ..(*marked).clone()
                })
                .collect();
            let mut parts = Vec::new();
            let holder = Marked { page_break: false, keep: false, ..(*marked).clone() };
            if !rest.is_empty() {
                parts.push(Part::Text(vec![Chunk::Lines(restart(rest))], &holder));
            }
            parts.extend(self.parts_of(&inside));
            self.lines_under_title(&mut entry, &mut parts);
            entry.body.extend(self.body(parts, around.keyed));
            out.push(entry_block(entry, false));
        }
        Some(out)
    }

    /// `硕士，某大学，计算机，2016.9~2019.7`
    fn comma_entry(&mut self, line: Rich, kind: SectionKind, rank: Rank<'_>) -> Entry {
        let dated = split::dated(&line.text());
        let pieces = self.pieces(&line, dated.as_ref(), Style::Commas);
        let span = line.span().unwrap_or_default();
        let mut entry = Entry { depth: rank.depth, section: kind, span, ..Entry::default() };
        entry.dates = dated.map(|dated| dates_of(&line, &dated));
        entry.parts = roles(pieces, kind, EntryKind::Entry);
        entry
    }
}

fn restart(mut lines: Vec<Line>) -> Vec<Line> {
    if let Some(first) = lines.first_mut() {
        first.joint = Joint::Start;
    }
    lines
}

/// Returns the lines of an item's first paragraph.
fn first_lines(builder: &Builder<'_>, item: &md::Item, marked: &Marked<'_>) -> Option<Vec<Line>> {
    let md::BlockKind::Paragraph(content) = &item.blocks.first()?.kind else { return None };
    let manner = builder.manner_of(marked);
    match super::flow::chunks(content, &manner).as_slice() {
        [Chunk::Lines(lines)] if item.task.is_none() => Some(lines.clone()),
        _ => None,
    }
}

/// In these kinds bold lines with dates are entries; elsewhere they are remarks.
fn may_open(kind: SectionKind) -> bool {
    !matches!(kind, SectionKind::Summary | SectionKind::Personal | SectionKind::Interests)
}

/// Tells whether lines begin with a bold one that holds a date, or a date follows it alone.
fn opens_entry(lines: &[Line]) -> bool {
    let Some(first) = lines.first() else { return false };
    let text = first.text.text();
    if is_date_line(&first.text) {
        return lines.get(1).is_some_and(|next| next.text.all(|marks| marks.strong));
    }
    let bold = first.text.runs().find(|run| !run.text.trim().is_empty()).is_some_and(|run| run.marks.strong);
    if !bold
        || text.chars().map(half_ems).sum::<usize>() > OPENING
        || text.trim_end().ends_with(['。', '；', ';', '：', ':'])
    {
        return false;
    }
    if split::dated(&text).is_some_and(|dated| dated.firm) {
        return true;
    }
    let next = lines.get(1).map(|line| line.text.text()).unwrap_or_default();
    first.text.all(|marks| marks.strong) && (next.starts_with("~ ") || date::parse(&next).is_some())
}

/// Tells whether a line is a date in a code span, in italics or in bold, and nothing else.
fn is_date_line(line: &Rich) -> bool {
    line.all(|marks| marks.code || marks.emphasis || marks.strong) && date::parse(&line.text()).is_some()
}

/// The bold of an opening line only says that it opens something: the layout sets titles.
fn unbold(mut text: Rich) -> Rich {
    for piece in &mut text.0 {
        if let super::rich::Piece::Run(run) = piece {
            run.marks.strong = false;
        }
    }
    text
}

fn dates_of(line: &Rich, dated: &Dated) -> Dates {
    let mut raw = line.slice(dated.found.range.clone());
    for piece in &mut raw.0 {
        // A date in a code span or in italics was marked to stand apart; now it does.
        if let super::rich::Piece::Run(run) = piece {
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

/// Cuts `某某大学 计算机 本科` and `某某公司 工程师` at their blanks, where the words are sure.
fn han_words(piece: &Rich, kind: SectionKind) -> Option<Vec<Rich>> {
    let text = piece.text();
    let words: Vec<&str> = text.split(' ').collect();
    let sure = match kind {
        SectionKind::Education => {
            words::is_school(words[0]) || words.iter().any(|word| words::is_degree(word))
        }
        SectionKind::Work => words.last().is_some_and(|word| words::is_job(word)) && !words::is_job(words[0]),
        _ => false,
    };
    if !sure || !(2..=4).contains(&words.len()) || !words.iter().all(|word| word.contains(is_han)) {
        return None;
    }
    let mut at = 0;
    let cut = words.iter().map(|word| {
        let piece = piece.slice(at..at + word.len());
        at += word.len() + 1;
        piece
    });
    Some(cut.collect())
}

/// Names the parts of a line by their order, by their words, and by the kind of the section.
fn roles(pieces: Vec<Rich>, kind: SectionKind, entry: EntryKind) -> Vec<EntryPart> {
    let mut parts: Vec<EntryPart> = Vec::new();
    let texts: Vec<String> = pieces.iter().map(Rich::text).collect();
    let named: Vec<String> = texts
        .iter()
        .enumerate()
        .filter(|(at, text)| *at == 0 || !words::is_place(text))
        .map(|(_, text)| text.clone())
        .collect();
    let order = order(kind, entry, &named);
    let mut order = order.iter().copied();
    for (at, (text, words)) in pieces.into_iter().zip(&texts).enumerate() {
        let degree = kind == SectionKind::Education && words::is_degree(words);
        let role = if at > 0 && words::is_place(words) {
            PartRole::Place
        } else if degree && !(at == 0 && texts.len() == 1) {
            PartRole::Degree
        } else {
            order.next().unwrap_or(PartRole::Other)
        };
        parts.push(EntryPart { role, text });
    }
    parts
}

fn order(kind: SectionKind, entry: EntryKind, texts: &[String]) -> [PartRole; 2] {
    use PartRole::{Organization, Other, Role, Subject, Title};
    match (entry, kind) {
        (EntryKind::Role, _) => [Role, Other],
        (EntryKind::Project, _) | (_, SectionKind::Projects) => [Title, Role],
        (_, SectionKind::Work | SectionKind::Volunteer) => {
            let role_first = texts.len() > 1 && words::is_job(&texts[0]) && !words::is_job(&texts[1]);
            if role_first { [Role, Organization] } else { [Organization, Role] }
        }
        (_, SectionKind::Education) => {
            let plain: Vec<&String> = texts.iter().filter(|text| !words::is_degree(text)).collect();
            let subject_first = plain.len() > 1 && words::is_school(plain[1]) && !words::is_school(plain[0]);
            if subject_first { [Subject, Organization] } else { [Organization, Subject] }
        }
        _ => [Title, Other],
    }
}

fn further_role(text: &str, entry: &Entry) -> PartRole {
    let free = |role| entry.part(role).is_none();
    if words::is_place(text) && free(PartRole::Place) {
        return PartRole::Place;
    }
    match entry.section {
        SectionKind::Education if words::is_degree(text) && free(PartRole::Degree) => PartRole::Degree,
        SectionKind::Education if free(PartRole::Subject) => PartRole::Subject,
        SectionKind::Education => PartRole::Other,
        _ if entry.kind == EntryKind::Role => PartRole::Other,
        _ if free(PartRole::Role) => PartRole::Role,
        _ => PartRole::Other,
    }
}

/// Tells whether a line under a title names role, place or dates: `*Role* | Place`.
fn names_a_role(line: &Rich, text: &str, entry: &Entry) -> bool {
    if text.trim_end().ends_with(['。', '；', '：', '，', ':', ';']) {
        return false;
    }
    let emphasis = |marks: &super::Marks| marks.emphasis && !marks.code;
    if line.all(emphasis) {
        return !text.trim_end().ends_with('.');
    }
    let dated = split::dated(text);
    let cut = split::line(&line.masked(), dated.as_ref(), Style::Bars);
    let Some(first) = cut.pieces.first().map(|first| line.slice(first.clone()).trim()) else { return false };
    let parted = cut.pieces.len() + usize::from(dated.is_some()) > 1;
    let says = (dated.is_some() && entry.dates.is_none())
        || cut.pieces.iter().any(|piece| words::is_place(text[piece.clone()].trim()));
    parted && (first.all(emphasis) || (first.all(|marks| marks.strong) && says))
}
