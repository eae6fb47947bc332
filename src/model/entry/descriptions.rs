//! Signs that a plain line opens an entry, or that it only describes the one above.

use super::Builder;
use super::opening::{OPENING, begins_bold};
use crate::model::date;
use crate::model::flow::{Joint, Line};
use crate::model::key;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::rich::{Piece, Rich};
use crate::model::split;
use crate::model::words;
use crate::source::chars::{half_ems, is_han};

/// The longest name after `2016 - 2019: `, in half ems.
const NAME: usize = 66;
/// The same in Han characters.
const NAME_IN_HAN: usize = 100;

/// A text that describes something is longer than this, in half ems; a post is shorter.
const DESCRIPTION: usize = 24;

impl Builder<'_> {
    /// Takes the text after the bold words off a line that is too long for a title, or has no other separator there:
    /// the bold words are the title, and the rest describes it. Returns the rest as a line.
    pub(super) fn behind_bold(&mut self, line: &mut Rich) -> Option<Line> {
        let text = line.text().into_owned();
        if !begins_bold(line) {
            return None;
        }
        let bold: usize = line
            .0
            .iter()
            .take_while(
                |piece| matches!(piece, Piece::Run(run) if run.marks.strong || run.text.trim().is_empty()),
            )
            .map(|piece| piece.text().len())
            .sum();
        let rest = text[bold..].trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '，' | '；' | '：')
        });
        let start = text.len() - rest.len();
        // `**Example Ovens** Consultant`: only the marks separate them.
        let apart = text[bold..start].trim().is_empty();
        let long = text.chars().map(half_ems).sum::<usize>() > OPENING;
        if rest.is_empty() || rest.starts_with('.') || !(apart || long) {
            return None;
        }
        self.consume(&line.slice(bold..start), "separator");
        let rest = Line { joint: Joint::Hard, text: line.slice(start..text.len()) };
        *line = line.slice(0..bold).trim();
        Some(rest)
    }
}

/// `**Example Studio 2014.1 – 2014.6** A program that …`: the bold words end in a range, and the rest describes them.
/// Returns the lines with the text after the bold as a line of its own.
pub(super) fn behind_dated_bold(lines: &[Line]) -> Option<Vec<Line>> {
    let first = lines.first()?;
    let text = first.text.text();
    let strong = |piece: &&Piece| matches!(piece, Piece::Run(run) if run.marks.strong);
    let bold: usize = first.text.0.iter().take_while(strong).map(|piece| piece.text().len()).sum();
    let (title, rest) = (first.text.slice(0..bold), &text[bold..]);
    let dated = split::dated_line(&title)?;
    let named = dated.outer.start > 0 && title.text()[dated.outer.end..].trim().is_empty();
    let told = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphanumeric);
    // `**Tutor, Ovens 1 (2020)** Instructed students in …`: after a single date the text has to be a sentence.
    let bracketed = || title.text().trim_end().ends_with([')', '）']) && is_sentence(rest, &lines[1..]);
    (named && told && dated.firm && (dated.found.is_range() || bracketed())).then(|| {
        let from = text.len() - rest.trim_start().len();
        let rest = Line { joint: Joint::Hard, text: first.text.slice(from..text.len()) };
        [&[Line { text: title.trim(), ..first.clone() }, rest], &lines[1..]].concat()
    })
}

/// Returns whether most of the first words of a text, which continues in the lines after it, are no names.
fn is_sentence(text: &str, behind: &[Line]) -> bool {
    let soft = behind.iter().take_while(|line| matches!(line.joint, Joint::Soft { .. }));
    let rest: Vec<String> = soft.map(|line| line.text.text().into_owned()).collect();
    let words: Vec<&str> =
        text.split_whitespace().chain(rest.iter().flat_map(|line| line.split_whitespace())).take(6).collect();
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    words.len() >= 4 && small * 2 >= words.len()
}

/// `**Tutor**, Sample School (2020 – present): taught bread to …`: bold words lead to a range in brackets, and the text
/// after its colon describes them. Returns the lines with that text as a line of its own.
pub(super) fn behind_dated_colon(lines: &[Line]) -> Option<Vec<Line>> {
    let first = lines.first().filter(|line| begins_bold(&line.text))?;
    let text = first.text.text();
    let dated = split::dated(&text).filter(|dated| dated.found.is_range() && dated.outer.start > 0)?;
    let title = &text[..dated.outer.end];
    let rest = text[dated.outer.end..].strip_prefix([':', '：'])?.trim_start();
    let short = title.chars().map(half_ems).sum::<usize>() <= OPENING && !title.contains([':', '：']);
    let told = rest.contains(is_han) || rest.split_whitespace().nth(1).is_some();
    (short && told && title.ends_with([')', '）'])).then(|| {
        let from = text.len() - rest.len();
        let rest = Line { joint: Joint::Hard, text: first.text.slice(from..text.len()) };
        [&[Line { text: first.text.slice(0..dated.outer.end), ..first.clone() }, rest], &lines[1..]].concat()
    })
}

/// `2016 – 2017 [示例电网](…) 使用 C++ 开发继保产品，…`: a range, a name that is a link or bold, and Chinese text that
/// describes it. Returns the lines with that text as a line of its own.
pub(super) fn behind_dated_name(lines: &[Line]) -> Option<Vec<Line>> {
    let first = lines.first()?;
    let text = first.text.text();
    let dated =
        split::dated_line(&first.text).filter(|dated| dated.outer.start == 0 && dated.found.is_range())?;
    let name = name_behind(&first.text, dated.outer.end)?;
    let led = text[dated.outer.end..name.start].trim().is_empty();
    let rest = text[name.end..].trim_start();
    let told = rest.starts_with(is_han) && rest.chars().map(half_ems).sum::<usize>() > DESCRIPTION;
    (led && told && !words::is_job(&text[name.clone()])).then(|| {
        let from = text.len() - rest.len();
        let rest = Line { joint: Joint::Hard, text: first.text.slice(from..text.len()) };
        [&[Line { text: first.text.slice(0..name.end), ..first.clone() }, rest], &lines[1..]].concat()
    })
}

/// `**2016 - 2019** [Sample GmbH](…), Ghent, Belgium. I was the head of …`: a date, a name that is a link or bold, and
/// a sentence after its place. Returns the lines with that sentence as a line of its own. If `sure`, no place is
/// needed: others of the section have this shape.
pub(super) fn behind_dated_place(lines: &[Line], sure: bool) -> Option<Vec<Line>> {
    let first = lines.first()?;
    let text = first.text.text();
    let dated = split::dated_line(&first.text).filter(|dated| dated.outer.start == 0)?;
    let name = name_behind(&first.text, dated.outer.end)?;
    let led = text[dated.outer.end..name.start].trim().is_empty();
    let (place, rest) = text[name.end..].split_once(". ")?;
    let place = place.strip_prefix([',', ' '])?.trim();
    let placed = words::is_place(place) || sure && place.chars().map(half_ems).sum::<usize>() <= OPENING;
    let told = rest.split_whitespace().nth(3).is_some() && rest.starts_with(char::is_uppercase);
    (led && told && placed).then(|| {
        let (end, from) = (text.len() - rest.len() - ". ".len(), text.len() - rest.len());
        let rest = Line { joint: Joint::Hard, text: first.text.slice(from..text.len()) };
        [&[Line { text: first.text.slice(0..end), ..first.clone() }, rest], &lines[1..]].concat()
    })
}

/// `**Baker**, Sample Ovens, 2020 – present. Baked for …`: bold words lead to a range, and the text after its full stop
/// describes them. Returns the lines with that text as a line of its own.
pub(super) fn behind_dated_stop(lines: &[Line]) -> Option<Vec<Line>> {
    let first =
        lines.first().filter(|line| begins_bold(&line.text) && !line.text.all(|marks| marks.strong))?;
    let text = first.text.text();
    let stop = text.match_indices(". ").map(|(at, _)| at).find(|at| {
        let title = first.text.slice(0..*at);
        let words = title.text();
        // `**Ph.D.** in Samples, Example University, 2017. Advisor: …`
        let studied = || words::is_degree(words.split([',', '(']).next().unwrap_or_default());
        let dated = split::at_an_end(&title)
            .filter(|dated| dated.outer.start > 0 && (dated.found.is_range() && dated.firm || studied()));
        dated.is_some_and(|dated| text[dated.outer.end..*at].trim().is_empty())
    })?;
    let short = text[..stop].chars().map(half_ems).sum::<usize>() <= OPENING;
    let rest = text[stop + 1..].trim_start();
    let told = rest.split_whitespace().nth(2).is_some() && rest.starts_with(char::is_uppercase);
    (short && told).then(|| {
        let from = text.len() - rest.len();
        let rest = Line { joint: Joint::Hard, text: first.text.slice(from..text.len()) };
        [&[Line { text: first.text.slice(0..stop), ..first.clone() }, rest], &lines[1..]].concat()
    })
}

/// Returns the first name that is a link or bold, from a position on.
fn name_behind(line: &Rich, from: usize) -> Option<std::ops::Range<usize>> {
    let named = |piece: &Piece| match piece {
        Piece::Run(run) => run.link.is_some() || run.marks.strong,
        Piece::Break => false,
    };
    let mut at = 0;
    line.0.iter().find_map(|piece| {
        let here = at..at + piece.text().len();
        at = here.end;
        (here.start >= from && named(piece)).then_some(here)
    })
}

/// `**MSc, Ovens**, Sample College, 2016 – 2018`: the bold words are one part, whatever commas they contain.
pub(super) fn has_bold_comma(line: &Rich) -> bool {
    let first = line.runs().find(|run| run.text.contains(char::is_alphanumeric));
    first.is_some_and(|run| run.marks.strong)
        && !line.all(|marks| marks.strong)
        && line.runs().any(|run| run.marks.strong && run.text.trim_end_matches(',').contains(", "))
}

/// Splits a first line of this shape, if it then opens an entry.
pub(super) fn part_dated_bold(lines: &mut Vec<Line>, opens: impl Fn(&[Line]) -> bool) {
    if let Some(parted) = behind_dated_bold(lines).filter(|parted| opens(parted)) {
        *lines = parted;
    }
}

/// Returns whether a key describes the entry above, as `**项目时间**：2023 至今` does. A school, an employer, a post
/// or a date in its place opens an entry instead: `2013.09-2016.06：某学院`.
pub(super) fn is_key(text: &str, key: key::Key, kind: SectionKind, bold: bool) -> bool {
    let name = text[..key.len].trim_end_matches([':', '：']).trim();
    let ranged = |text: &str| date::parse(text).map(|found| found.is_range());
    if begins_with_range(name) {
        // `2019 - 2021: Tutored students in …` is running text, and its dates are keys.
        let most = if text.contains(is_han) { NAME_IN_HAN } else { NAME };
        return !bold && text[key.value..].chars().map(half_ems).sum::<usize>() > most;
    }
    let studies = kind == SectionKind::Education && (words::is_school(name) || words::is_degree(name));
    let named = studies || words::is_school(name) || words::is_company(name) || words::is_job(name);
    match ranged(&text[key.value..]) {
        // `School: 2014-2017`
        // `**Lecturer: 2022**`
        Some(range) => !(range && studies || bold && named),
        None => EntryKey::of_key(name).is_some() || !(bold || named),
    }
}

/// Returns whether a text begins with a range of dates that ends it, or that a gap separates from the rest.
fn begins_with_range(name: &str) -> bool {
    let Some(found) = date::find_all(name).into_iter().next() else { return false };
    let rest = &name[found.end_with_duration()..];
    let blanks = &rest[..rest.len() - rest.trim_start().len()];
    found.is_range() && found.range.start == 0 && (rest.is_empty() || split::is_wide_blank(blanks))
}

/// `1997-2002，某大学，数学系，本科。`: a person's studies, with a full stop after them and none inside.
pub(super) fn is_studies(text: &str, kind: SectionKind) -> bool {
    let inner = text.trim_end().strip_suffix('。');
    kind == SectionKind::Education
        && inner.is_some_and(|inner| !inner.contains(['。', '；', '！']) && words::is_school(inner))
}

/// Returns the text after the range at its beginning and the mark after that: `2020年5月 - 至今。某公司，
/// 担任某工程师。`
fn behind_range(text: &str) -> Option<&str> {
    let found = date::find_all(text).into_iter().next()?;
    let led = found.is_range() && text[..found.range.start].trim().is_empty();
    let rest = text[found.end_with_duration()..].trim().strip_prefix(['。', '，', '：', '；', ',', ':'])?;
    led.then(|| rest.trim_end_matches('。'))
}

/// Returns whether a text begins with a range and an employer, a mark after each.
pub(super) fn begins_with_job(text: &str, kind: SectionKind) -> bool {
    let employer =
        |rest: &str| words::is_company(rest.split(['，', ',', '、', '；', '。']).next().unwrap_or(rest));
    kind == SectionKind::Work && behind_range(text).is_some_and(employer)
}

/// Returns whether it also gives the post, and no more.
pub(super) fn names_job(text: &str, kind: SectionKind) -> bool {
    let Some(rest) = behind_range(text).filter(|_| begins_with_job(text, kind)) else { return false };
    let mut parts = rest.split(['，', ',', '、', '；']).skip(1);
    parts.next().is_some_and(words::is_job) && parts.next().is_none() && !rest.contains(['。', '！'])
}

/// Returns whether there are wide blanks on both sides.
fn is_gap(before: &str, after: &str) -> bool {
    let (head, tail) = (before.trim_end(), after.trim_start());
    split::is_wide_blank(&before[head.len()..]) && split::is_wide_blank(&after[..after.len() - tail.len()])
}

/// Returns whether a range is between the parts of a person's studies: `某大学，2007-2011，会计，本科`,
/// `本科：2011.9-2016.7  某大学  会计`.
pub(super) fn stands_between(before: &str, after: &str, kind: SectionKind) -> bool {
    let parts = |c: char| matches!(c, '，' | ',' | '：' | ':' | '|' | '｜' | '、' | '/' | '；' | '·');
    let apart = |c: Option<char>, blanks: &str| c.is_some_and(|c| split::is_wide_blank(blanks) || parts(c));
    let (head, tail) = (before.trim_end(), after.trim_start());
    let left = apart(head.chars().next_back(), &before[head.len()..]);
    let right = apart(tail.chars().next(), &after[..after.len() - tail.len()]);
    let school = words::is_school(head) || words::is_school(tail);
    // Jobs and studies may be in one section: 工作及教育经历.
    let employer = words::is_company(head) && words::is_job(tail);
    let named = kind == SectionKind::Education && school
        || kind == SectionKind::Work && (school || employer) && is_gap(before, after);
    // `某有限公司 2020.03 - 至今 会计`
    let blanks = before.ends_with(' ') && after.starts_with(' ') && tail.chars().count() <= 20;
    let job = kind == SectionKind::Work && employer && blanks && !head.contains(['，', ',', '。']);
    (named && left && right || job)
        && head.matches(['，', ',']).count() + tail.matches(['，', ',']).count() <= 5
        && !tail.trim_end_matches('。').contains(['。', '；', '！', '.'])
}

/// Returns whether a line holds dates and is text all the same: several activities with a date each, or a sentence that
/// begins in bold, where prizes and the like are told.
pub(super) fn is_text(line: &Rich, kind: SectionKind) -> bool {
    use SectionKind::{Education, Projects, Volunteer, Work};
    let text = line.text();
    let sure = matches!(kind, Work | Education | Projects | Volunteer);
    // `**Awards**: Roll Prize (2023), Rye Prize (2021 – 2024)` among studies.
    let listed = kind != Education || key::at_start(&text, key::GRID_KEY).is_some();
    listed && holds_several(&text) || !sure && is_bold_sentence(line, &text)
}

/// `Helper at Sample Aid (2024), Scouts (2012 – 2018)`: each of several names has its dates in brackets.
pub(super) fn holds_several(text: &str) -> bool {
    let inside = |found: &date::Found| {
        let (before, after) =
            (text[..found.range.start].trim_end(), text[found.end_with_duration()..].trim_start());
        before.ends_with(['(', '（']) && after.starts_with([')', '）'])
    };
    let found: Vec<date::Found> = date::find_all(text).into_iter().filter(inside).collect();
    found.windows(2).any(|pair| {
        let between = &text[pair[0].end_with_duration()..pair[1].range.start];
        let between = between.trim_start_matches([' ', ')', '）']);
        let listed = between.starts_with([',', '，', '、', ';', '；'])
            || ["and ", "und ", "et ", "e ", "y ", "& "].iter().any(|word| between.starts_with(word));
        listed && between.contains(char::is_alphabetic)
    })
}

/// `**Awarded a stipend** by the Ministry of Samples for 2014–16.`: small letters go on behind the bold ones, to a stop.
fn is_bold_sentence(line: &Rich, text: &str) -> bool {
    let lead: usize = line.runs().take_while(|run| run.marks.strong).map(|run| run.text.len()).sum();
    let rest = text.get(lead..).unwrap_or_default().trim();
    lead > 0 && rest.ends_with('.') && rest.starts_with(char::is_lowercase) && rest.split(' ').count() > 4
}
