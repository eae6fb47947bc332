//! Entries without a heading: lines of paragraphs and items of lists that hold a date.

use super::descriptions::{
    self, has_bold_comma, is_key, is_studies, names_job, part_dated_bold, stands_between,
};
use super::stack::{is_wrapped, rewrap, unwrap};
use super::stops::studied_until;
use super::{Builder, Rank, Seams};
use super::{below, date_first, keyed, labels, over};
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::flow::{Chunk, Joint, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::number::HandNumber;
use crate::model::resume::Entry;
use crate::model::rich::Rich;
use crate::model::section::Around;
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;

/// The longest line that opens an entry, in half ems.
pub(super) const OPENING: usize = 130;
/// The longest title that is bold throughout, in half ems.
pub(super) const TITLE: usize = 180;
/// The longest line between a title and its date, in half ems.
const STACKED: usize = 110;

/// The longest text next to a date below the line that opens an entry, in characters.
const BESIDE: usize = 60;
/// The same below a line that is bold throughout.
const WHOLE: usize = 90;

/// How lines open an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The first line is its title.
    Title,
    /// The first line is its date, the second its title.
    DateFirst,
}

impl Builder<'_> {
    /// Returns the entry that a paragraph opens with a line that holds a date, or that one follows; the line
    /// is taken off the paragraph.
    pub fn entry_of_paragraph(
        &mut self,
        part: &mut Part<'_>,
        rank: Rank<'_>,
        around: Around,
        alike: bool,
    ) -> Option<Entry> {
        let Part::Text(chunks, marked) = part else { return None };
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return None };
        if marked.off || labels::is_over_dated_lines(lines, around.kind) {
            return None;
        }
        part_dated_bold(lines, |lines| opening(lines, around.kind, rank).is_some());
        let own = opening(lines, around.kind, rank);
        let opening = own.or(alike.then_some(Opening::Title))?;
        if opening == Opening::Title {
            unwrap(lines);
        }
        let mut first = lines.remove(0);
        if opening == Opening::DateFirst {
            // The line under the date opens the entry, and its date is found below.
            let coded = first.text.all(|marks| marks.code);
            if coded {
                rewrap(lines);
            }
            let mut dates = std::mem::replace(&mut first, lines.remove(0));
            dates.text = self.without_colon(dates.text);
            lines.insert(0, dates);
            let rest = coded.then(|| self.behind_bold(&mut first.text)).flatten();
            if let Some(rest) = rest.or_else(|| coded.then(|| self.behind_title(&mut first.text)).flatten()) {
                lines.insert(1, rest);
            }
        }
        let title = first.clone();
        let house = below::is_bold_house(&first.text, lines, around.kind).then(|| lines.remove(0).text);
        let mut entry = match opening {
            Opening::Title => self.opened(first.text, around.kind, rank),
            Opening::DateFirst => self.entry_below_date(first.text, around.kind, rank),
        };
        house.into_iter().for_each(|house| below::name_house(&mut entry, house));
        if own.is_none() {
            self.take_house(&mut entry, lines, &title);
        }
        match lines.first_mut() {
            Some(next) => next.joint = Joint::Start,
            None => {
                chunks.remove(0);
            }
        }
        Some(entry)
    }

    /// Returns the entry of a bold line alone, whose date is in the next paragraph.
    pub fn entry_of_title(&mut self, part: &mut Part<'_>, rank: Rank<'_>, around: Around) -> Option<Entry> {
        let Part::Text(chunks, _) = part else { return None };
        let [Chunk::Lines(lines)] = chunks.as_mut_slice() else { return None };
        if !is_open_to_entries(around.kind) {
            return None;
        }
        let line = lines.pop()?.text;
        chunks.clear();
        if line.all(|marks| marks.strong) {
            return Some(self.opened(line, around.kind, rank));
        }
        Some(self.entry_at(unbold(line), around.kind, rank, Seams::Parted))
    }

    /// Returns the entry of a line that is no heading: its bold only marks the beginning of an entry.
    pub(super) fn opened(&mut self, line: Rich, kind: SectionKind, rank: Rank<'_>) -> Entry {
        let bold = begins_bold(&line);
        let dated = keyed::dated_name(&line).is_some();
        if dated || keyed::names_an_entry(&line) || keyed::names_keyed(&line) || keyed::is_field(&line) {
            return self.entry_of_keys(&line, kind, rank);
        }
        if !bold && let Some(span) = line.span() {
            let why = match kind == SectionKind::Projects && !split::has_date(&line) {
                true => "an entry, judging by what is around it",
                false => "an entry, judging by its dates",
            };
            self.doubt(span, why, "write `### ` before it, or `<!-- jianli: off -->` if it is text");
        }
        let plain = self.without_stop(unbold(line.clone()), kind);
        let seams = match split::dated_line(&plain) {
            None => Seams::Alike,
            _ if split::is_comma_entry(&plain.text()) && !has_bold_comma(&line) => Seams::Commas,
            _ => Seams::Inferred,
        };
        let looks = Entry::two_looks(&line, kind).filter(|_| rank.is_first()).map(|both| both.map(unbold));
        let mut entry = self.entry_at(plain, kind, rank, seams);
        match looks {
            Some(both) => entry.parts = entry.parts_of_looks(both),
            None => {
                self.part_bold_post(&mut entry, &line);
                self.part_by_dress(&mut entry, &line);
            }
        }
        entry.house_leads = entry.is_led_by_house(&line);
        entry
    }
}

pub(super) fn restart(mut lines: Vec<Line>) -> Vec<Line> {
    if let Some(first) = lines.first_mut() {
        first.joint = Joint::Start;
    }
    lines
}

/// Returns false for sections in which a line with a date is a remark.
pub(super) fn is_open_to_entries(kind: SectionKind) -> bool {
    use SectionKind::{Interests, Personal, Skills, Summary};
    !matches!(kind, Summary | Personal | Interests | Skills)
}

pub(super) fn begins_bold(line: &Rich) -> bool {
    line.runs().find(|run| !run.text.trim().is_empty()).is_some_and(|run| run.marks.strong)
}

/// Returns whether and how lines open an entry in a section of some kind.
pub(super) fn opening(lines: &[Line], kind: SectionKind, rank: Rank<'_>) -> Option<Opening> {
    if !is_open_to_entries(kind) {
        return None;
    }
    let first = &lines.first()?.text;
    if let Some(opens) = date_first::opens(lines, kind, rank) {
        return opens.then_some(Opening::DateFirst);
    }
    if labels::is_over_dated_lines(lines, kind) {
        return None;
    }
    let text = first.text();
    let sentence = text.trim_end().ends_with(['。', '；', ';', '：', ':', '，', '！']);
    let titled = first.all(|marks| marks.strong) && !text.trim_end().ends_with('.');
    let most = if titled { TITLE } else { OPENING };
    if sentence && !is_studies(&text, kind) && !names_job(&text, kind)
        || extent(&text) > most
        || descriptions::is_text(first, kind)
    {
        return None;
    }
    let fields = is_sure(kind, rank) && keyed::is_field(first) && keyed::are_fields(lines, kind);
    let named = is_sure(kind, rank) && keyed::dated_name(first).is_some();
    if keyed::names_an_entry(first) || keyed::name_over_range(lines) || fields || named {
        return Some(Opening::Title);
    }
    let bold = begins_bold(first);
    if is_sure(kind, rank) && (is_post_and_years(first) || date_first::leads_bold(first, kind)) {
        return Some(Opening::Title);
    }
    if key::at_start(&text, key::GRID_KEY).is_some_and(|key| is_key(&text, key, kind, bold)) {
        return None;
    }
    if names_job(&text, kind) && rank.is_first() {
        return Some(Opening::Title);
    }
    let dated = split::dated_line(first).or_else(|| studied_until(first, kind));
    let beside = |dated: &split::Dated| [&text[..dated.outer.start], &text[dated.outer.end..]].concat();
    // `工作经历 2011.10 - 至今` gives the time of the section.
    if dated.as_ref().is_some_and(|dated| is_title_of(&beside(dated), kind)) {
        return None;
    }
    // `**PhD (expected 2028)**, Physics, Example University` is no reference.
    let studied = kind == SectionKind::Education && (words::is_degree(&text) || words::is_school(&text));
    if dated.as_ref().is_some_and(|dated| over::is_reference(&text, dated) && !(bold && studied)) {
        return None;
    }
    let opens = match &dated {
        Some(dated) if bold => dated.firm || may_be_single(kind, first, dated),
        // `*City, Country, 2016 - 2018*` is the last line of an entry, and opens none.
        // Over a bold post it gives its place and time: `*Example University 2013-2016*` over `***Dean***`.
        Some(dated) if first.all(|marks| marks.emphasis) => {
            let bold = |next: &Line| next.text.all(|marks| marks.strong) && words::is_job(&next.text.text());
            is_sure(kind, rank) && dated.firm && dated.outer.start > 0 && lines.get(1).is_some_and(bold)
        }
        Some(dated) if is_coded_over_bold(first, dated) => true,
        Some(dated) => {
            is_sure(kind, rank) && (stands_alone(&text, dated, kind) || is_marked(first, dated))
                || kind == SectionKind::Other && rank.depth == 0 && over::is_in_cells(&text, dated)
                || rank.depth == 0 && over::is_row_of_cells(&text, dated)
        }
        // `… Ph.D. candidate, School of` over `Philosophy, 2010 to present`
        None if matches!(lines, [line, next, ..] if is_wrapped(line, next) && !is_date(&next.text)) => false,
        None if bold => {
            (is_bold_title(first)
                || over::is_over_range(lines)
                || over::is_stack_over_range(lines, kind)
                || keyed::is_title_over_keys(lines)
                || is_sure(kind, rank)
                    && (over::is_post_over_employer(lines) || over::is_name_over_dated_line(lines, kind))
                || over::is_school_over_range(lines, kind)
                || kind == SectionKind::Education && words::is_degree(&text) && lines.len() > 2)
                && date_follows(lines)
        }
        None if rank.is_first() => {
            let degree = || text.split([',', '-', '–', '|']).any(|part| words::is_degree(part.trim()));
            let named = names_an_employer(&text, kind);
            is_sure(kind, rank)
                && (named && date_follows(lines)
                    || over::is_title_over_range(lines)
                    || over::is_house_over_dated_post(lines)
                    || kind == SectionKind::Education && over::is_over_range(lines) && degree())
        }
        None => over::is_further_post(lines, kind),
    };
    opens.then_some(Opening::Title)
}

/// `**Teaching assistant: 2023, 2024**`: a bold line of a post, a colon, and years.
fn is_post_and_years(line: &Rich) -> bool {
    let text = line.text();
    let Some(key) = key::at_start(&text, key::GRID_KEY) else { return false };
    let years = || {
        split::at_an_end(line)
            .is_some_and(|dated| text[key.value..dated.outer.start.max(key.value)].is_empty())
    };
    line.all(|marks| marks.strong) && words::is_job(text[..key.len].trim_end_matches([':', '：'])) && years()
}

/// Returns whether words are the title of a section of some kind, and nothing else.
fn is_title_of(words: &str, kind: SectionKind) -> bool {
    let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–' | '—'));
    SectionKind::is_exact_title(words) && SectionKind::of_title(words).contains(&kind)
}

/// Returns whether a line begins with its date, set apart by marks: `*2016* **Engineer**, Example Co.`
fn is_marked(line: &Rich, dated: &split::Dated) -> bool {
    let date = line.slice(dated.outer.clone());
    dated.outer.start == 0 && date.all(|marks| marks.emphasis || marks.code || marks.strong)
}

/// Returns whether a code span that is a date leads a line, with bold words after it: `` `2016` **Engineer**, … ``
fn is_coded_over_bold(line: &Rich, dated: &split::Dated) -> bool {
    let rest = line.slice(dated.outer.end..line.text().len());
    dated.outer.start == 0 && line.slice(dated.outer.clone()).all(|marks| marks.code) && begins_bold(&rest)
}

/// In these kinds a plain line with dates is an entry, unless it is under one; elsewhere it is a remark.
pub(super) fn is_sure(kind: SectionKind, rank: Rank<'_>) -> bool {
    use SectionKind::{Education, Projects, Volunteer, Work};
    rank.is_first() && matches!(kind, Work | Education | Projects | Volunteer)
}

/// Returns whether a text is a school or an employer by its words.
fn names_an_employer(text: &str, kind: SectionKind) -> bool {
    match kind {
        // `会计学-大专` over `2013.9~2016.6 某大学`
        SectionKind::Education => words::is_school(text) || words::is_degree(text),
        SectionKind::Work => words::is_company(text) || words::is_job(text),
        _ => false,
    }
}

/// Returns whether a line is bold, except for the comma after it: `**Engineer**,` over `Example Co., 2016 – 2018`.
fn is_bold_title(line: &Rich) -> bool {
    let text = line.text();
    let len = text.trim_end_matches([',', '，', ' ']).len();
    len > 0 && line.slice(0..len).all(|marks| marks.strong)
}

/// Returns whether one of the next lines, all of them short, is a date or has one in a cell of its own.
fn date_follows(lines: &[Line]) -> bool {
    // Blanks that fill a line to its measure count as one.
    let narrow = |text: &str| text.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>();
    for line in lines.iter().skip(1).take(4) {
        let text = line.text.text();
        if text.starts_with("~ ") || is_date(&line.text) || over::is_dated_key(&text) {
            return true;
        }
        if !is_short(&line.text) {
            return false;
        }
        // A title in bold may be above the whole name of an employer.
        let most = if lines[0].text.all(|marks| marks.strong) { WHOLE } else { BESIDE };
        let dated = split::dated(&text);
        if dated.is_some_and(|dated| dated.firm && narrow(&text) - narrow(&text[dated.outer.clone()]) <= most)
        {
            return true;
        }
    }
    false
}

pub(super) fn is_short(line: &Rich) -> bool {
    let text = line.text();
    extent(&text) <= STACKED && !text.trim_end().ends_with(['。', '；', ';', '：', ':'])
}

/// Returns the length of a text in half ems; blanks that fill a line to its measure count as one.
pub(super) fn extent(text: &str) -> usize {
    let filled = |(at, c): &(usize, char)| c.is_whitespace() && text[..*at].ends_with(char::is_whitespace);
    text.char_indices().filter(|pair| !filled(pair)).map(|(_, c)| half_ems(c)).sum()
}

/// Returns whether a line is a date and nothing else, or a word such as `Ongoing` in its place.
pub(super) fn is_date(line: &Rich) -> bool {
    let text = line.text();
    date::parse(&text).is_some() || date::ongoing(&text).is_some() || over::is_dates_and_remark(&text)
}

/// A month alone dates a degree; a year alone a job or a degree whose title is bold and the year is not.
fn may_be_single(kind: SectionKind, line: &Rich, dated: &split::Dated) -> bool {
    use SectionKind::{Education, Projects, Volunteer, Work};
    let text = line.text();
    let beside = text.len() > dated.outer.len();
    let plain = !line.slice(dated.outer.clone()).all(|marks| marks.strong);
    let last = text[dated.outer.end..].trim().is_empty() || dated.outer.start == 0;
    beside
        && (kind == Education && dated.found.has_month()
            || plain && last && matches!(kind, Work | Education | Projects | Volunteer))
}

/// Returns whether the date of a plain line is where that of an entry would be: a range at one end, separated
/// from the rest of the text, with no sentence around it.
fn stands_alone(text: &str, dated: &split::Dated, kind: SectionKind) -> bool {
    let degree = kind == SectionKind::Education && (words::is_school(text) || words::is_degree(text));
    let cells = dated.firm && text.contains(['|', '｜']);
    if !(dated.found.is_range() || degree && dated.firm || cells) {
        return false;
    }
    let (before, after) = (&text[..dated.outer.start], &text[dated.outer.end..]);
    // `1、2020.07 - 至今　某公司　会计`
    let numbered = HandNumber::at_start(before).is_some_and(|number| before[number.len..].trim().is_empty());
    let before = if numbered { "" } else { before };
    // `Lecturer, Example University, 2015–16.`
    let after = if after.trim() == "." { "" } else { after };
    let apart = |c: Option<char>| {
        c.is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '，' | ',' | '：' | ':' | '|' | '｜' | '、' | '/' | '—' | '-' | '；' | '·')
        })
    };
    let bracketed = dated.outer != dated.found.range;
    let at_end =
        after.trim().is_empty() && (bracketed || apart(before.chars().next_back()) || dated.found.open);
    // `2017 – 2023. University of Sampleton, Testville`
    let stopped = dated.found.is_range() && after.starts_with(". ");
    let at_start = before.trim().is_empty() && (bracketed || stopped || apart(after.chars().next()));
    let rest = if at_start { after.trim_end().trim_end_matches('。') } else { before };
    // A sentence has marks inside; a name has no or few marks.
    let marks = rest.chars().filter(|c| matches!(c, '。' | '；' | '！' | '？')).count();
    let commas = rest.chars().filter(|c| matches!(c, '，' | ',' | '、')).count();
    let middle = bracketed && after.chars().count() <= 20 && !after.contains(['，', '。']);
    let other = date::find_all(rest).iter().any(date::Found::is_range);
    let told = at_end || at_start || middle || stands_between(before, after, kind);
    told && !other && !rest.trim().is_empty() && marks == 0 && commas <= 4
}

/// Removes the bold of an opening line, which only marks its beginning: the layout sets titles; `**MSc**; University`
/// is two parts.
pub(super) fn unbold(mut text: Rich) -> Rich {
    text.dress(|marks| marks.strong = false);
    text
}
