//! Lines that make one title: those that an editor wrapped, and those in paragraphs of their own.

use super::opening::{OPENING, TITLE, begins_bold, is_date, is_open_to_entries, is_short};
use crate::model::blocks::Part;
use crate::model::flow::{self, Chunk, Joint, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::rich::{Rich, Run};
use crate::model::split;
use crate::model::words;
use crate::source::chars::{half_ems, is_han};

/// The shortest line that an editor wraps, in half ems.
const WRAPPED: usize = 50;

/// Joins a bold line, the short lines under it and the line with its dates, if each is a paragraph: they are
/// the head of one entry.
pub(in crate::model) fn stack<'a>(parts: &mut Vec<Part<'a>>, kind: SectionKind) {
    if !is_open_to_entries(kind) {
        return;
    }
    super::heads::join(parts);
    join_wrapped_titles(parts);
    super::school_keys::join(parts, kind);
    parts.iter_mut().for_each(join_behind_comma);
    let mut out: Vec<Part<'a>> = Vec::new();
    let rest = std::mem::take(parts);
    let mut waiting: Vec<Part<'a>> = Vec::new();
    for part in rest {
        let line = only_line(&part)
            // A bold line with dates is an entry of its own.
            .filter(|line| !(begins_bold(line) && ends_in_range(line)))
            .map(|line| (line.all(|marks| marks.strong), ends_in_range(line)));
        match line {
            Some((true, false)) => {
                out.append(&mut waiting);
                waiting.push(part);
            }
            Some((false, false)) if (1..3).contains(&waiting.len()) => waiting.push(part),
            Some((false, true)) if (2..4).contains(&waiting.len()) => {
                waiting.push(part);
                out.extend(one_part(std::mem::take(&mut waiting)));
            }
            _ => {
                out.append(&mut waiting);
                out.push(part);
            }
        }
    }
    out.append(&mut waiting);
    *parts = out;
}

/// `**Sample Exchange (formerly Example)** - Graduate Baking` over `Engineer`, and its dates in the next paragraph: an editor
/// wrapped the title.
fn join_wrapped_titles(parts: &mut [Part<'_>]) {
    for at in 1..parts.len() {
        let (above, below) = parts.split_at_mut(at);
        let (Some(Part::Text(chunks, marked)), Some(Part::Text(dates, _))) =
            (above.last_mut(), below.first())
        else {
            continue;
        };
        let dated = matches!(dates.first(), Some(Chunk::Lines(lines)) if lines.first().is_some_and(|line| is_date(&line.text)));
        let [Chunk::Lines(lines)] = chunks.as_mut_slice() else { continue };
        let [first, next] = lines.as_slice() else { continue };
        let wrapped = begins_bold(&first.text) && !begins_bold(&next.text) && may_be_wrapped(first, next);
        let short = width(&next.text) <= WRAPPED && width(&first.text) + width(&next.text) <= TITLE;
        let plain = [first, next].iter().all(|line| !split::has_date(&line.text));
        if dated && wrapped && short && plain && !marked.off {
            *lines = vec![Line { joint: Joint::Start, text: flow::join(std::mem::take(lines)) }];
        }
    }
}

/// `**BSc, Physics**, Sample College,` over `University of Example, 2013 - 2016`: a line that begins in bold continues
/// after its comma, and ends in a range there.
fn join_behind_comma(part: &mut Part<'_>) {
    let Part::Text(chunks, marked) = part else { return };
    let [Chunk::Lines(lines)] = chunks.as_mut_slice() else { return };
    let [first, next] = lines.as_slice() else { return };
    let lead = first.text.runs().find(|run| run.text.contains(char::is_alphanumeric));
    let told = lead.is_some_and(|run| run.marks.strong)
        && first.text.text().trim_end().ends_with([',', '，'])
        && matches!(next.joint, Joint::Soft { .. })
        && !begins_bold(&next.text)
        && ends_in_range(&next.text)
        && !split::has_date(&first.text);
    if told && !marked.off && width(&first.text) + width(&next.text) <= TITLE {
        *lines = vec![Line { joint: Joint::Start, text: flow::join(std::mem::take(lines)) }];
    }
}

pub(super) fn one_part(parts: Vec<Part<'_>>) -> Option<Part<'_>> {
    let mut parts = parts.into_iter();
    let Some(Part::Text(mut chunks, marked)) = parts.next() else { return None };
    let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return None };
    for part in parts {
        let Part::Text(more, _) = part else { continue };
        for chunk in more {
            let Chunk::Lines(more) = chunk else { continue };
            lines.extend(more.into_iter().map(|line| Line { joint: Joint::Hard, ..line }));
        }
    }
    Some(Part::Text(chunks, marked))
}

/// Returns the line of a paragraph that is one short line, and no running text.
fn only_line<'p>(part: &'p Part<'_>) -> Option<&'p Rich> {
    let Part::Text(chunks, marked) = part else { return None };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    let [line] = lines.as_slice() else { return None };
    let text = line.text.text();
    let plain = !marked.off
        && !marked.page_break
        && (is_short(&line.text) || line.text.all(|marks| marks.strong) && width(&line.text) <= TITLE)
        && !text.trim_end().ends_with(['.', '！', '!', '?', '？', '，'])
        && key::at_start(&text, key::GRID_KEY).is_none();
    plain.then_some(&line.text)
}

fn ends_in_range(line: &Rich) -> bool {
    let text = line.text();
    split::dated_line(line).is_some_and(|dated| {
        dated.firm && dated.found.is_range() && text[dated.outer.end..].trim().is_empty()
    })
}

/// Joins the lines of a title that its author's editor wrapped: `**2012** MSc, University of` over `Testville`.
pub(super) fn unwrap(lines: &mut Vec<Line>) {
    if let [first, next, ..] = lines.as_slice()
        && is_torn_range(first, next)
    {
        let rest = lines.split_off(2);
        *lines = vec![Line { joint: Joint::Start, text: flow::join(std::mem::take(lines)) }];
        lines.extend(rest);
    }
    while let [first, next, ..] = lines.as_slice()
        && (is_wrapped(first, next) || lines.len() == 2 && may_be_wrapped(first, next))
        && split::dated_line(&first.text).is_some_and(|dated| dated.outer.start == 0)
        && (is_within_marks(first, next) && width(&first.text) <= OPENING || is_rest(first, next))
    {
        let rest = lines.split_off(2);
        *lines = vec![Line { joint: Joint::Start, text: flow::join(std::mem::take(lines)) }];
        lines.extend(rest);
    }
}

/// Returns whether a line may be the rest of a title: not set apart, no posts, and both together not too long.
fn is_rest(first: &Line, next: &Line) -> bool {
    !begins_bold(&next.text)
        && !next.text.all(|marks| marks.emphasis)
        && !are_posts(&next.text.text())
        && !is_told_below(&first.text.text(), &next.text.text())
        && width(&first.text) + width(&next.text) <= TITLE
}

/// Joins into the first line those that an editor wrapped.
pub(super) fn rewrap(lines: &mut Vec<Line>) {
    while let [first, next, ..] = lines.as_slice()
        && may_be_wrapped(first, next)
        && !begins_bold(&next.text)
    {
        let rest = lines.split_off(2);
        *lines = vec![Line { joint: Joint::Start, text: flow::join(std::mem::take(lines)) }];
        lines.extend(rest);
    }
}

/// `… *June 2021 -` over `April 2022*`: a range that an editor wrapped.
fn is_torn_range(line: &Line, next: &Line) -> bool {
    let (text, after) = (line.text.text(), next.text.text());
    let head = text.trim_end();
    let begun = head.ends_with(['-', '–', '—']) && split::has_date(&line.text);
    let dates = crate::model::date::find_all(after.trim_start());
    matches!(next.joint, Joint::Soft { .. })
        && begun
        && dates.first().is_some_and(|found| found.range.start == 0)
}

/// `2008 - 2010 某公司 会计` over a sentence in Han: the post ends the title, and the sentence describes it.
fn is_told_below(first: &str, next: &str) -> bool {
    let last = first.trim_end().rsplit([' ', '\u{3000}', '|', '｜', '\t']).next().unwrap_or_default();
    let post = last.contains(is_han) && words::is_job(last) && !last.contains(['，', '。', '；']);
    post && next.contains(is_han) && next.trim_end().ends_with('。')
}

/// `会计，出纳`: posts and nothing else, in a line of their own.
fn are_posts(text: &str) -> bool {
    text.contains(is_han) && text.trim().split(['，', ',', '、', '/']).all(words::is_job)
}

/// Returns whether an editor wrapped a line before the next one: it is long, and its text continues there.
pub(super) fn is_wrapped(line: &Line, next: &Line) -> bool {
    let (text, after) = (line.text.text(), next.text.text());
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let leads = [
        "of", "and", "&", "the", "for", "de", "des", "du", "la", "et", "y", "e", "di", "und", "für", "von",
        "и",
    ];
    if matches!(next.joint, Joint::Soft { .. }) && (leads.contains(&last) || is_within_marks(line, next)) {
        return true;
    }
    let open = last.ends_with([',', '-', '&', '/', '，', '、'])
        || (last.chars().count() <= 4 && !last.is_empty() && last.chars().all(char::is_lowercase));
    may_be_wrapped(line, next) && (open || after.starts_with(|c: char| c.is_lowercase() || c == '('))
}

/// Returns whether emphasis that begins in a line continues in the next one, with only the line's end between.
fn is_within_marks(line: &Line, next: &Line) -> bool {
    let (Some(last), Some(first)) = (line.text.runs().last(), next.text.runs().next()) else { return false };
    let marked = |run: &Run| run.marks.emphasis || run.marks.strong;
    let gap = first.span.range().start.saturating_sub(last.span.range().end);
    marked(last) && marked(first) && last.marks == first.marks && (1..=2).contains(&gap)
}

/// Returns whether an editor may have wrapped a line before the next one.
pub(super) fn may_be_wrapped(line: &Line, next: &Line) -> bool {
    matches!(next.joint, Joint::Soft { .. })
        && width(&line.text) >= WRAPPED
        // Text that its author set apart as in columns was not wrapped.
        && !line.text.text().contains("    ")
        && !line.text.text().trim_end().ends_with(['.', '。', '；', ';', '：', ':', '！', '!'])
}

pub(super) fn width(line: &Rich) -> usize {
    line.text().chars().map(half_ems).sum()
}
