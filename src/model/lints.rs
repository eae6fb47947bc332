//! Findings about the content of a résumé; nothing is changed.

mod brands;
mod bullets;
mod candidates;
mod date_style;
mod entries;
mod github;
mod invisible;
mod letters;
mod lost;
mod phrases;
mod raw;
mod reporter;
mod samples;
mod sections;
mod sisters;
mod unsure;
mod walk;
mod widths;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::date::Date;
use super::kinds::{ContactKind, SectionKind};
use super::resume::{Block, BlockKind, Entry, Resume};
use super::rich::Rich;
use crate::diag::{Diagnostic, Fix, Message, Sink, Span, code, message};
use crate::source::Source;
use crate::source::markdown::{self as md};

/// Reports what a careful friend would say after reading it all: for `check`, not for every build.
pub fn proofread(resume: &Resume, source: &Source, sink: &mut Sink) {
    let words = walk::words(resume);
    github::check(&words, source, sink);
    sections::check(resume, sink);
    date_style::check(resume, &source.text, sink);
    brands::check(&words, &source.text, sink);
    widths::check(&words, &source.text, sink);
    // A letter speaks of its writer.
    if resume.letter.is_none() {
        phrases::check(resume, &words, sink);
        bullets::check(resume, &words, &source.text, sink);
    }
    invisible::check(&words, &source.text, sink);
}

/// Reports what a reader of the résumé would miss or stumble over.
pub(super) fn check(resume: &Resume, source: &Source, sink: &mut Sink) {
    if resume.letter.is_some() {
        // The writer's name is in another file, and a letter does not need what a résumé needs.
        setext(&source.markdown.blocks, source, sink);
        return;
    }
    letters::check(source, sink);
    let start = Span::new(source.file, 0..0);
    let samples = samples::of(&resume.meta.lang);
    if resume.header.name.is_none() {
        no_name(resume, source, samples, sink);
    }
    let words = walk::words(resume);
    let reachable = |kind| resume.header.contacts.iter().any(|contact| contact.kinds.contains(&kind));
    let in_header = reachable(ContactKind::Email) || reachable(ContactKind::Phone);
    let below = words.iter().find_map(|words| {
        let links = |run: &&super::rich::Run| {
            run.link.as_deref().is_some_and(|link| link.starts_with("mailto:") || link.starts_with("tel:"))
        };
        words.text.runs().find(links).map(|run| run.span)
    });
    if let Some(below) = below.filter(|_| !in_header) {
        let message = far_from_the_name(resume, below);
        let found = Diagnostic::new(code::NO_CONTACT, below, message);
        sink.report(found.hint("move it under the name"));
    } else if let Some(span) = unread(&words).filter(|_| !in_header) {
        let message = "the address or number in this line is not read as one";
        let found = Diagnostic::new(code::NO_CONTACT, span, message);
        sink.report(found.hint("write it alone after its key, under the name"));
    } else if !in_header {
        let found = Diagnostic::new(
            code::NO_CONTACT,
            start,
            "there is neither an e-mail address nor a telephone number",
        );
        sink.report(found.hint(samples.contact()));
    }
    let mut empties = Vec::new();
    for section in &resume.sections {
        if section.blocks.is_empty() {
            empties.push(("section", section.title.text(), section.span));
        }
        entries(&section.blocks, &mut empties, sink);
        if matches!(
            section.kinds.first(),
            Some(SectionKind::Work | SectionKind::Education | SectionKind::Projects)
        ) {
            order(&section.blocks, sink);
        }
    }
    report_empty(&empties, sink);
    setext(&source.markdown.blocks, source, sink);
    unsure::check(resume, &words, source, sink);
}

/// Reports that there is no name, at the line that may be it if there is one.
fn no_name(resume: &Resume, source: &Source, samples: samples::Samples, sink: &mut Sink) {
    let start = Span::new(source.file, 0..0);
    if let Some(line) = candidates::name(resume) {
        let found = Diagnostic::new(code::NO_NAME, line, "there is no name: this line may be it");
        return sink.report(found.hint(samples.only_name()));
    }
    let empty =
        resume.sections.is_empty() && resume.header.blocks.is_empty() && resume.header.facts.is_empty();
    let comment = source.text.find("<!--").filter(|_| empty && resume.header.contacts.is_empty());
    if let Some(at) = comment {
        let place = Span::new(source.file, at..at + 4);
        let found = Diagnostic::new(code::NO_NAME, place, "all of the text is inside a comment");
        return sink.report(found.hint("delete the `<!--` before it and the `-->` behind it"));
    }
    let found = Diagnostic::new(code::NO_NAME, start, "there is no name");
    sink.report(found.hint(samples.name()));
}

/// Returns the place of a text with an apparent mail address, or a telephone number alone.
fn unread(words: &[walk::Words<'_>]) -> Option<Span> {
    let address = |word: &str| {
        word.split_once('@').or_else(|| word.split_once("[at]")).is_some_and(|(user, host)| {
            let clean = |c: char| c.is_alphanumeric() || "._-+[]".contains(c);
            user.chars().all(clean) && host.chars().all(clean) && !user.is_empty() && host.contains('.')
        })
    };
    let looks = |text: &str| {
        text.contains(['@', '[']) && text.split([' ', '：', ':', '(', ')', '，', '<', '>']).any(address)
            || super::link::phone(text).is_some_and(|(number, _)| !text[number].contains(" - "))
    };
    words.iter().find(|words| looks(&words.text.text())).and_then(|words| words.text.span())
}

/// Returns the message about contacts further down, with their section.
fn far_from_the_name(resume: &Resume, at: Span) -> Message {
    let section = resume.sections.iter().rev().find(|section| section.span.start <= at.start);
    let personal = section.filter(|section| section.kinds.first() == Some(&SectionKind::Personal));
    match personal {
        Some(section) => {
            let title: String = section.title.text().chars().take(40).collect();
            message!("the contacts are under `{title}`; programs look for them right under the name", title)
        }
        None => "the address or number is far from the name, where programs do not look for it".into(),
    }
}

/// A section or an entry without content: its kind, its title, its place.
type Empty<'a> = (&'static str, Cow<'a, str>, Span);

/// Reports empty sections and entries: each of the first hundred, then the number of the others.
fn report_empty(empties: &[Empty], sink: &mut Sink) {
    const SHOWN: usize = 100;
    for (what, title, span) in empties.iter().take(SHOWN) {
        let title: String = title.chars().take(40).collect();
        let found = Diagnostic::new(
            code::EMPTY,
            *span,
            message!("the {what} `{title}` is empty", what = Message::from(*what), title),
        );
        sink.report(found.hint("write something under it, or delete it; it is printed as it is"));
    }
    if let Some((_, _, span)) = empties.get(SHOWN) {
        let more = message!("{more} more sections and entries are empty", more = empties.len() - SHOWN);
        sink.report(Diagnostic::new(code::EMPTY, *span, more));
    }
}

/// Returns whether a title is complete by itself: a key with its value, or a list of tools.
fn says_itself(title: &str) -> bool {
    let value = title.split_once(['：', ':']).map(|(_, value)| value.trim());
    value.is_some_and(|value| !value.is_empty()) || title.contains(" + ")
}

/// Finds empty entries. Depth is bounded by the six levels of headings.
fn entries<'a>(blocks: &'a [Block], empties: &mut Vec<Empty<'a>>, sink: &mut Sink) {
    for block in blocks {
        let BlockKind::Entry(entry) = &block.kind else { continue };
        let said = entry.dates.is_some() || entry.parts.len() > 1 || !entry.tags.is_empty();
        let title = entry.parts.first().map(|part| part.text.text()).unwrap_or_default();
        if entry.body.is_empty() && !said && !says_itself(&title) {
            empties.push(("entry", title, entry.span));
        }
        dates(entry, sink);
        entries(&entry.body, empties, sink);
    }
}

fn dates(entry: &Entry, sink: &mut Sink) {
    let Some(dates) = &entry.dates else {
        entry.parts.iter().for_each(|part| misread(&part.text, sink));
        return;
    };
    if let (Some(start), Some(end)) = (dates.start, dates.end)
        && end.is_before(start)
    {
        let message = message!(
            "the end {end} is before the start {start}",
            end = end.to_string(),
            start = start.to_string()
        );
        sink.report(
            Diagnostic::new(code::DATE, dates.raw.span(), message)
                .hint("correct one of them; both are printed as written"),
        );
    }
}

/// Reports a part that looks like a date and is none: `2020.13 - 2021.02`, `Oct 2019 - Xyz 2022`.
fn misread(text: &Rich, sink: &mut Sink) {
    let words = text.text();
    if let Some(torn) = super::date::torn(&words) {
        let message = message!("one end of the range `{range}` is not understood", range = &words[torn]);
        sink.report(
            Diagnostic::new(code::DATE, text.span(), message).hint("write it like 2020.03 – 2021.02"),
        );
        return;
    }
    let inside = words.trim().trim_matches(['(', ')', '（', '）']);
    let digits = inside.chars().filter(char::is_ascii_digit).count();
    let made =
        inside.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "./-–—~～年月日至".contains(c));
    if made
        && digits >= 5
        && (inside.starts_with("19") || inside.starts_with("20"))
        && super::date::parse(inside).is_none()
    {
        let message = message!("the date `{inside}` is not understood", inside);
        sink.report(
            Diagnostic::new(code::DATE, text.span(), message).hint("write it like 2020.03 – 2021.02"),
        );
    }
}

/// Reports entries that are not newest first, as is usual.
fn order(blocks: &[Block], sink: &mut Sink) {
    let mut before: Option<(&Entry, Date)> = None;
    for block in blocks {
        let BlockKind::Entry(entry) = &block.kind else { continue };
        let Some(start) = entry.period().map(|period| period.0) else { continue };
        // An entry that still goes on is as new as any, whenever it began.
        let goes_on = |entry: &Entry| entry.dates.as_ref().is_some_and(|dates| dates.open);
        if let Some((earlier, date)) = before
            && date.is_before(start)
            && !goes_on(earlier)
        {
            let found = Diagnostic::new(
                code::ORDER,
                entry.span,
                message!(
                    "this entry ({start}) is newer than the one above it ({date})",
                    start = start.to_string(),
                    date = date.to_string()
                ),
            );
            let found = found.label(earlier.span, "the older one");
            sink.report(found.hint("readers look for the newest first; the order is printed as written"));
            return;
        }
        before = Some((entry, start));
    }
}

/// Reports `甲乙丙` over `---`, meant as a line across the page.
fn setext(blocks: &[md::Block], source: &Source, sink: &mut Sink) {
    let longest = super::setext::longest_title(blocks, &source.text);
    for block in blocks {
        let md::BlockKind::Heading { setext: true, content, .. } = &block.kind else { continue };
        if super::setext::is_accidental(block, content, &source.text, longest)
            && !super::setext::is_label(block, content, &source.text)
        {
            let message = "the text right above `---` would become a heading";
            let found = Diagnostic::new(code::SETEXT, block.span, message);
            let text = &source.text[block.span.range()];
            let fix = text.trim_end().rfind('\n').and_then(|end| {
                let at = block.span.range().start + end;
                Fix::of(&source.text, Span::new(block.span.file, at..at + 1), "\n\n")
            });
            sink.report(
                found.hint("it is read as text over a rule; put an empty line before `---`").fix(fix),
            );
        }
    }
}
