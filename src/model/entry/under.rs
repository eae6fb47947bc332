//! The lines under a title that belong to it: dates, role and place, tags, and keys that name them.

use super::Builder;
use super::barred;
use super::below::{
    ends_like_text, is_enumeration, is_keyed, is_post_and_year, is_town_below, names_a_role,
    names_the_employer,
};
use super::facts::{names_what_is_missing, take_long_degree};
use super::further_roles::{free_employer, further_roles, is_employer_with_town};
use super::houses::post_between_blanks;
use super::labels;
use super::opening::{TITLE, begins_bold, extent};
use super::over::in_brackets;
use super::roles::roles;
use super::stack::is_wrapped;
use crate::model::blocks::{Part, is_label};
use crate::model::build::is_employment;
use crate::model::date;
use crate::model::flow::{Chunk, Joint, Line};
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::split::{self, Style};
use crate::model::words;
use crate::source::chars::is_emoji;

/// The longest line under a title that is not text, in half ems.
pub(super) const SHORT_LINE: usize = 110;
/// The largest number of lines, and paragraphs, under a title that may belong to it.
pub(super) const MOST_LINES: usize = 4;

impl Builder<'_> {
    /// Takes the lines that belong to a title off the text under it: dates, role and place, tags.
    pub fn lines_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        if labels::are_dated_paragraphs(parts, entry.section) {
            return;
        }
        let whole = self.house_follows(entry, parts);
        self.posts_in_paragraphs(entry, parts);
        for _ in 0..MOST_LINES {
            if !self.paragraph_under_title(entry, parts) && !self.quote_under_title(entry, parts) {
                break;
            }
        }
        self.date_among_lines(entry, parts);
        self.date_behind_line(entry, parts);
        self.date_under_key(entry, parts);
        self.date_at_end(entry, parts);
        if self.posts_in_items(entry, parts) {
            return;
        }
        self.head_in_list(entry, parts);
        // Before keys name a further part: `### Engineer - Example Co.` over `- Area: Networks`.
        self.cut_at_dashes(entry, whole);
        self.keys_under_title(entry, parts);
        self.cut_at_dashes(entry, whole);
        self.posts_under_title(entry, parts);
    }

    /// Takes lines off the first paragraph; returns whether it is used up and the next one may follow.
    fn paragraph_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) -> bool {
        let Some(Part::Text(chunks, marked)) = parts.first_mut() else { return false };
        if marked.off || marked.page_break {
            return false;
        }
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return false };
        let mut taken = 0;
        while taken < MOST_LINES
            && taken < lines.len()
            && !is_prose(lines, taken)
            && self.line_under_title(entry, lines, taken)
        {
            taken += 1;
        }
        lines.drain(..taken);
        if let [first, next, ..] = lines.as_mut_slice()
            && is_enumeration(&first.text.text())
            && first.text.all(|marks| marks.emphasis)
        {
            next.joint = Joint::Hard;
        }
        match lines.first_mut() {
            Some(first) => first.joint = Joint::Start,
            None => {
                chunks.remove(0);
            }
        }
        let spent = chunks.is_empty();
        if spent {
            parts.remove(0);
        }
        // Tags may be in a paragraph of their own, below that of role and place.
        spent && taken > 0 && (entry.tags.is_empty() || entry.dates.is_none())
    }

    /// `工程师 - 某公司` is two parts once a line under it was found to hold its dates.
    fn cut_at_dashes(&mut self, entry: &mut Entry, whole: bool) {
        let kind = entry.section;
        let [EntryPart { text, .. }, rest @ ..] = entry.parts.as_slice() else { return };
        let only_places = rest.iter().all(|part| part.role == PartRole::Place);
        let no_employer = rest.iter().all(|part| part.role != PartRole::Organization);
        // `#### Lead - Bread systems` below an employer is one post.
        if (entry.depth > 0 || whole) && barred::is_post_and_field(&text.masked(), None) {
            return;
        }
        if entry.dates.is_none()
            || !(only_places || no_employer && is_employment(kind))
            || !(is_employment(kind) || kind == SectionKind::Education)
        {
            return;
        }
        let title = text.clone();
        if !only_places {
            // `Example Co. - Berlin` over `*Engineer*` is left alone: only a position is split from the employer.
            let cut = split::line(&title.masked(), None, Style::Dashes);
            let jobs =
                cut.pieces.iter().filter(|piece| words::is_job(&title.text()[(*piece).clone()])).count();
            if cut.pieces.len() != 2 || jobs != 1 {
                return;
            }
        }
        let pieces = self.pieces(&title, None, Style::Dashes);
        let pieces = self.refined(pieces, kind);
        if pieces.len() > 1 {
            let others: Vec<EntryPart> = entry.parts.drain(1..).collect();
            entry.parts = roles(pieces, kind, entry.kind);
            for part in others {
                let taken = part.role != PartRole::Place && entry.part(part.role).is_some();
                let role = if taken { PartRole::Other } else { part.role };
                entry.parts.push(EntryPart { role, ..part });
            }
        }
    }

    /// Reads the line `at` under a title, if it belongs to it.
    fn line_under_title(&mut self, entry: &mut Entry, lines: &[Line], at: usize) -> bool {
        let line = &lines[at].text;
        let text = line.text();
        // `2013-2016` over a line that begins in bold: that is the title, however long.
        let untitled = entry.parts.iter().all(|part| part.text.is_blank());
        let most =
            if begins_bold(line) && (untitled || is_dated_house(&text, entry)) { TITLE } else { SHORT_LINE };
        if extent(&text) > most {
            return false;
        }
        if let Some(rest) = text.strip_prefix('~').filter(|rest| rest.starts_with(' ')) {
            self.consume(&line.slice(0..1), "marker of another tool");
            let rest = line.slice(text.len() - rest.len()..text.len()).trim();
            self.merge(entry, &rest);
            return true;
        }
        if let Some(rest) = goes_on(&text).filter(|_| entry.dates.is_none() && has_date(line)) {
            self.consume(&line.slice(0..rest), "separator");
            self.merge(entry, &line.slice(rest..text.len()));
            return true;
        }
        if self.key_of_entry(entry, line) {
            return true;
        }
        if let Some(inner) = in_brackets(&text).filter(|_| entry.dates.is_none()) {
            self.consume(&line.slice(0..inner.start), "brackets round a line");
            self.consume(&line.slice(inner.end..text.len()), "brackets round a line");
            self.merge(entry, &line.slice(inner));
            return true;
        }
        let only_date = split::dated(&text).is_some_and(|dated| dated.outer.len() == text.trim().len());
        if only_date && entry.dates.is_none() {
            self.merge(entry, line);
            return true;
        }
        if self.house_in_code(entry, line)
            || self.tags(entry, line)
            || self.year_and_degree(entry, line)
            || self.date_between(entry, line)
        {
            return true;
        }
        if post_between_blanks(entry, line) || self.posts_and_place(entry, line) {
            return true;
        }
        if self.year_over_range(entry, lines, at) {
            return true;
        }
        let stands_in = entry.parts.iter().all(|part| part.text.is_blank());
        let near = lines.iter().skip(at + 1).take(2);
        let follows = near.clone().any(|next| has_date(&next.text))
            && near.take_while(|next| !has_date(&next.text)).all(|next| !ends_like_text(&next.text.text()));
        if entry.dates.is_none() && is_one_of_several(lines, at) {
            return false;
        }
        let employer = is_employer_with_town(&text, entry) && !ends_like_text(&text);
        if employer {
            free_employer(entry);
        }
        let dates_next = lines.iter().skip(at + 1).take(2).any(|next| super::opening::is_date(&next.text));
        if (stands_in && !ends_like_text(&text) && !is_sentence(&text))
            || names_a_role(line, &text, entry)
            || is_dated_line(&text, entry)
            || entry.dates.is_none() && is_employment(entry.section) && is_post_and_year(line)
            || names_what_is_missing(&text, entry)
            || employer
            || is_town_below(&text, entry)
            || (follows
                && entry.dates.is_none()
                && !is_keyed(&text)
                && names_the_employer(line, entry, dates_next))
        {
            self.merge(entry, line);
            return true;
        }
        self.studies_below_school(entry, line) || take_long_degree(entry, line)
    }

    /// Reads a line of code spans as tags.
    fn tags(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let parting = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '/' | '|' | '·' | '•');
        let tags = line.runs().filter(|run| run.marks.code).count();
        let only = line.runs().all(|run| run.marks.code || run.text.chars().all(parting));
        // `` `Physics | 2006-2014` `` dates the entry.
        let dates = || entry.dates.is_none() && has_date(line);
        if tags == 0 || !only || is_label(line) || !entry.tags.is_empty() || dates() {
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

    /// Takes emoji, and the look of code, off the pieces of a line; returns which one a pin marks as a place.
    fn without_pins(&mut self, pieces: Vec<Rich>) -> (Vec<Rich>, Option<usize>) {
        let (mut out, mut pinned) = (Vec::with_capacity(pieces.len()), None);
        for piece in pieces {
            let text = piece.text().into_owned();
            let rest = text.trim_start_matches(|c: char| is_emoji(c) || c.is_whitespace());
            let len = text.len() - rest.len();
            self.consume(&piece.slice(0..len), "emoji before a line");
            if rest.is_empty() {
                continue;
            }
            if text.starts_with(['📍', '🏠', '🗺', '🌍', '🌎', '🌏']) {
                pinned.get_or_insert(out.len());
            }
            let mut piece = piece.slice(len..text.len());
            // A code span only set it apart: `` `2020 – today` `Testville` ``.
            if piece.all(|marks| marks.code) {
                piece.dress(|marks| marks.code = false);
            }
            out.push(piece);
        }
        (out, pinned)
    }

    /// Adds the content of a further line to an entry.
    pub(in crate::model) fn merge(&mut self, entry: &mut Entry, line: &Rich) {
        let dates = entry.dates.is_none();
        self.merge_with(entry, line, dates);
    }

    /// Does the same; `dates` says whether the dates of the line are those of the entry.
    pub(super) fn merge_with(&mut self, entry: &mut Entry, line: &Rich, dates: bool) {
        let text = line.text();
        let icons = text.len() - text.trim_start_matches(|c: char| is_emoji(c) || c.is_whitespace()).len();
        self.consume(&line.slice(0..icons), "emoji before a line");
        let line = line.slice(icons..text.len());
        let dated = split::dated_line(&line).filter(|_| dates);
        let line = match &dated {
            Some(dated) => super::without_code(line, dated),
            None => line,
        };
        let stands_in = entry.parts.iter().all(|part| part.text.is_blank());
        let style = if dated.is_some() { Style::Slashes } else { Style::Bars };
        let pieces = self.pieces(&line, dated.as_ref(), style);
        let (pieces, pinned) = self.without_pins(pieces);
        if stands_in {
            let pieces = self.refined(pieces, entry.section);
            if !pieces.is_empty() {
                entry.parts = roles(pieces, entry.section, entry.kind);
            }
        } else {
            give_way(entry, &pieces);
            if pieces.iter().any(|piece| is_employer_with_town(&piece.text(), entry)) {
                free_employer(entry);
            }
            let mut roles = further_roles(&pieces, entry);
            let free = entry.part(PartRole::Place).is_none() && !roles.contains(&PartRole::Place);
            if let Some(at) = pinned.filter(|_| free) {
                roles[at] = PartRole::Place;
            }
            entry.parts.extend(roles.into_iter().zip(pieces).map(|(role, text)| EntryPart { role, text }));
            self.unbracket_place(entry);
        }
        if let Some(dated) = dated {
            entry.dates = Some(self.dates(&line, &dated));
        }
        // A title that was only a placeholder.
        if entry.parts.len() > 1 {
            entry.parts.retain(|part| !part.text.is_blank());
        }
    }
}

/// `### Sample Co. | Accounts` over `**Trainee**`: a part in the place of a post gives way to one.
fn give_way(entry: &mut Entry, pieces: &[Rich]) {
    let post = pieces.iter().any(|piece| words::is_job(&piece.text()) && !words::is_company(&piece.text()));
    let told = is_employment(entry.section) && entry.part(PartRole::Organization).is_some();
    let taken = entry.parts.iter_mut().find(|part| part.role == PartRole::Role);
    if let Some(part) = taken.filter(|part| post && told && !words::is_job(&part.text.text())) {
        part.role = PartRole::Other;
    }
}

/// `· 2014 – 2018 · BSc` below a title continues it; returns where the words begin.
fn goes_on(text: &str) -> Option<usize> {
    let rest = text.trim_start().strip_prefix(['·', '•', '|', '｜', '/'])?;
    let words = rest.trim_start();
    (words.len() < rest.len() && !words.is_empty()).then_some(text.len() - words.len())
}

/// Returns whether a line is the first of wrapped text: nothing in it marks it as a line of its own.
fn is_prose(lines: &[Line], at: usize) -> bool {
    matches!(&lines[at..], [line, next, ..] if is_wrapped(line, next) && !has_date(&line.text) && !has_date(&next.text))
}

/// `**MD**, Medicine, 2025.` over `**PhD**, Biology, 2023–`: lines that begin in bold and each end in a date of their
/// own. None of them dates the text above.
fn is_one_of_several(lines: &[Line], at: usize) -> bool {
    let own = |line: &Line| {
        let text = line.text.text();
        let found = date::find_all(&text);
        let [found] = found.as_slice() else { return false };
        let last = text[found.end_with_duration()..].trim_matches([' ', '.', '。']).is_empty();
        begins_bold(&line.text) && !line.text.all(|marks| marks.strong) && last && found.range.start > 0
    };
    let beside = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(own);
    own(&lines[at]) && (beside(at.checked_sub(1)) || beside(Some(at + 1))) || leads_dated_names(&lines[at..])
}

/// `Shaping: 2009 – 2010` over `Rye and wheat: 2012, 2015` over `Ovens: 2018`: three or more lines, each a name, a
/// colon, and a time.
fn leads_dated_names(lines: &[Line]) -> bool {
    let own = |line: &&Line| {
        let text = line.text.text();
        let dates = text.rsplit_once([':', '：']).map(|(_, dates)| dates.trim());
        dates.is_some_and(|dates| split::dated(dates).is_some_and(|dated| dated.outer.len() == dates.len()))
    };
    lines.iter().take_while(own).count() >= 3
}

/// `Joined the sample team in Testville.`: words that end in a full stop, which belongs to no name such as `Inc.`
pub(super) fn is_sentence(text: &str) -> bool {
    let Some(head) = text.trim_end().strip_suffix('.') else { return false };
    let last = head.rsplit([' ', '.']).next().unwrap_or_default();
    last.chars().count() > 4 && head.split_whitespace().count() > 4
}

fn has_date(line: &Rich) -> bool {
    split::dated(&line.text()).is_some_and(|dated| dated.firm)
}

/// Returns whether a line is a date and a few short cells: `杭州 | 2016.07 – 2018.07`, `BSc, June 2014`.
pub(super) fn is_dated_line(text: &str, entry: &Entry) -> bool {
    if entry.dates.is_some() || ends_like_text(text) {
        return false;
    }
    let text = text.trim_start_matches(|c: char| is_emoji(c) || c.is_whitespace());
    let Some(dated) = split::dated(text) else { return false };
    let (before, after) = (text[..dated.outer.start].trim(), text[dated.outer.end..].trim());
    let rest = extent(before) + extent(after);
    let end = before.is_empty() || after.is_empty() && !before.ends_with('.');
    // `Graduated with honours, June 2020 — GPA: 3.9`
    let graduated = text.get(..9).is_some_and(|word| word.eq_ignore_ascii_case("graduated"));
    let end = (end || graduated && entry.section == SectionKind::Education) && !after.ends_with('.');
    let parted = dated.firm || before.ends_with([',', '，', '|', '｜', '/', '·', '-', '–', '—']);
    // A range in brackets after it leaves no doubt, however long the name of the employer.
    let bracketed = dated.found.is_range() && text.trim_end().ends_with([')', '）']) && after.is_empty();
    end && parted && (rest <= if bracketed { 90 } else { 60 } || is_dated_house(text, entry))
}

/// `**Sample House (Laboratory for Samples)**, Testville, ST — *May 2020 – July 2020*` below a post.
fn is_dated_house(text: &str, entry: &Entry) -> bool {
    let Some(dated) = split::dated(text).filter(|dated| dated.firm && dated.found.is_range()) else {
        return false;
    };
    let house = text[..dated.outer.start].trim_end_matches([' ', '—', '–', '-', '|', ',']);
    text[dated.outer.end..].trim().is_empty() && is_employer_with_town(house, entry)
}
