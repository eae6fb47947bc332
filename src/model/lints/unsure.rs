//! J212 to J221: text that may have been understood otherwise than its author meant. Reported at every build: an
//! author who reads no documentation still gets the best guess.

use super::reporter::Reporter;
use super::walk::Words;
use super::{entries, lost, raw, samples};
use crate::diag::{Diagnostic, Fix, Sink, Span, code};
use crate::model::kinds::{ContactKind, SectionKind};
use crate::model::resume::{Contact, Header, Resume};
use crate::model::rich::{Rich, Run};
use crate::model::{contact, date, link, words};
use crate::source::Source;
use crate::source::chars::{half_ems, is_han};
use crate::source::links::is_email;

/// Headlines are seldom longer than this, in half ems.
const LONG_HEADLINE: usize = 60;

/// Reports uncertain guesses.
pub fn check(resume: &Resume, words: &[Words<'_>], source: &Source, sink: &mut Sink) {
    let samples = samples::of(&resume.meta.lang);
    let start = Span::new(source.file, 0..0);
    let mut reporter = Reporter::new(samples, &source.text, sink);
    no_section(resume, start, &mut reporter);
    name(resume, &mut reporter);
    headline(resume, &mut reporter);
    contacts(&resume.header, &mut reporter);
    entries::check_header(&resume.header, &mut reporter);
    resume.sections.iter().for_each(|section| entries::check(section, &mut reporter));
    lost::capitals(&resume.sections, &mut reporter);
    resume.sections.iter().for_each(|section| lost::fenced(&section.blocks, &mut reporter));
    words.iter().for_each(|words| raw::check(words, &mut reporter));
}

fn no_section(resume: &Resume, start: Span, reporter: &mut Reporter<'_>) {
    if resume.sections.is_empty() && resume.header.blocks.len() > 2 {
        let hint = reporter.samples.sections();
        reporter.report(code::NO_SECTION, start, "no section was found: all of the text is one piece", hint);
    }
}

fn name(resume: &Resume, reporter: &mut Reporter<'_>) {
    let Some(name) = &resume.header.name else { return };
    let text = name.text();
    let span = name.span().unwrap_or_default();
    if SectionKind::is_title_of_paper(&text) {
        let hint = "write `# ` and the name alone; the document speaks for itself";
        reporter.report(code::PAPER_NAME, span, "the name says what the document is", hint);
    } else if words::is_job(&text) && !words::is_person(&text) && !text.contains(['|', ',', '，']) {
        let hint = "write `# ` and the name above it";
        reporter.report(code::PAPER_NAME, span, "the name sounds like a post", hint);
    } else if !is_like_a_name(&text) && !resume.consumed.iter().any(|gone| gone.why == "key of the name") {
        let hint = "write `# ` and the name alone, or give it a key: `姓名：张三`, `Name: Alex Sample`";
        reporter.report(code::GUESSED, span, "this is printed as the name, but does not look like one", hint);
    }
}

/// Returns whether a text, or a part of it, may be the name of a person; one word of letters may be a given name.
fn is_like_a_name(text: &str) -> bool {
    let parts =
        || text.split(['|', '｜', '/', ',', '，', '·', '(', '（', ')', '）', '-', '–', '—']).map(str::trim);
    let like = |part: &str| words::is_person(part) || words::may_be_person(part, 1);
    // `JD Sample`: two letters that are no degree here.
    let initials = |first: &str| first.len() == 2 && first.bytes().all(|b| b.is_ascii_uppercase());
    let led = || text.trim().split_once(' ').is_some_and(|(first, rest)| initials(first) && like(rest));
    text.trim().chars().all(|c| c.is_ascii_alphabetic())
        || like(text)
        || led()
        || parts().filter(|part| !part.is_empty()).any(like)
}

/// Returns whether a line names a school, counts something, is long or speaks of the writer: a headline seldom does.
fn is_unlike_a_headline(text: &str) -> bool {
    const SPEAKING: [&str; 8] = ["我", "本人", "这", "這", "I ", "I'", "I’", "My "];
    words::is_school(text)
        || text.chars().filter(char::is_ascii_digit).count() >= 2
        || text.chars().map(half_ems).sum::<usize>() > LONG_HEADLINE
        || SPEAKING.iter().any(|word| text.trim_start().starts_with(word))
}

/// Reports a headline found by its place alone.
fn headline(resume: &Resume, reporter: &mut Reporter<'_>) {
    let Some(headline) = resume.header.headline.as_ref().filter(|headline| headline.key.is_none()) else {
        return;
    };
    let text = headline.value.text();
    let mut pieces = text.split(['|', '｜', '·', '/', ' ', '，']).map(str::trim);
    let reaches =
        pieces.any(is_email) || text.split(['|', '｜', '·']).any(|piece| link::phone(piece).is_some());
    if reaches {
        let hint = "write it as an item of its own under the name";
        let message = "the headline has a telephone number or an address in it";
        return reporter.report(code::UNLINKED, headline.span, message, hint);
    }
    let guessed = resume.doubts.iter().any(|doubt| doubt.span == headline.span);
    if guessed && is_unlike_a_headline(&headline.value.text()) {
        let hint = "give it a key, `求职意向：` or `Title:`, or put a title above it if it is text";
        reporter.report(code::GUESSED, headline.span, "this line is taken as the headline", hint);
    }
}

/// Reports contacts that lead nowhere, in characters that cannot be dialled or copied, and keys of one character.
fn contacts(header: &Header, reporter: &mut Reporter<'_>) {
    for contact in &header.contacts {
        contact_of(contact, reporter);
    }
    for fact in &header.facts {
        let key = fact.key.as_ref().map(|key| key.text().trim_end_matches(['：', ':', ' ']).to_owned());
        if key.is_some_and(|key| key.chars().count() == 1 && key.chars().all(is_han)) {
            let hint = "write the key in one piece: `姓名：`";
            reporter.report(
                code::STRAY_KEY,
                fact.span,
                "a key of one character looks like part of a longer one",
                hint,
            );
        }
        unlinked(&fact.value, fact.span, reporter);
    }
}

fn contact_of(contact: &Contact, reporter: &mut Reporter<'_>) {
    use ContactKind::{Email, Location, Phone, Qq, Wechat};
    let text = contact.value.text();
    let wide = text.chars().any(|c| matches!(c, '０'..='９' | '＠' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'));
    let dashed = contact.kinds.contains(&Phone) && text.contains(['–', '—', '－']);
    let stop = contact.kinds.contains(&Email) && text.contains(['。', '．']);
    if !contact.kinds.contains(&Location) && (wide || dashed || stop) {
        let hint = "type it in half-width characters: `138-0000-0000`, `zhangsan@example.com`";
        let message = "nobody can dial or copy this: it has full-width characters";
        let found = Diagnostic::new(code::FULL_WIDTH, contact.span, message).hint(hint);
        let half = |c: char| half_width(c, dashed, stop);
        let wide = contact.value.runs().filter(|run| run.text.chars().any(|c| half(c) != c));
        let fix =
            |run: &Run| Fix::of(reporter.source, run.span, run.text.chars().map(half).collect::<String>());
        let fixes: Vec<Fix> = wide.filter(|run| run.is_verbatim()).filter_map(fix).collect();
        return reporter.report_found(fixes.into_iter().fold(found, Diagnostic::fix));
    }
    let linked = contact.value.runs().any(|run| run.link.is_some());
    if contact.kinds == [Location] && contact.key.is_none() && words::is_job(&text) && !words::is_place(&text)
    {
        let hint = "take the sign off it if it is no place";
        reporter.report(code::GUESSED, contact.span, "this is printed as a place", hint);
    }
    let promised = matches!(contact.kinds.first(), Some(Phone | Email));
    if promised && !linked && raw::is_masked(&text) {
        // Hidden on purpose: there is nothing to dial.
    } else if contact.kinds.contains(&Email) && !linked && contact::is_disguised(&text) {
        let hint = "write it as it is, `name@example.com`, if the PDF is not for everybody to see";
        let message = "no program reads this address: it is spelled out";
        reporter.report(code::UNLINKED, contact.span, message, hint);
    } else if promised && !linked {
        let hint = "write the number or address alone after its key";
        reporter.report(code::UNLINKED, contact.span, "no number or address was found in this", hint);
    } else if !linked && !matches!(contact.kinds.first(), Some(Location | Qq | Wechat)) {
        unlinked(&contact.value, contact.span, reporter);
    }
}

/// Returns a character as it is typed in a number or an address: `dashed` if a dash is used for a hyphen there, `stop`
/// if a full stop is used for a point.
fn half_width(c: char, dashed: bool, stop: bool) -> char {
    match c {
        '０'..='９' | '＠' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＋' | '＿' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '–' | '—' | '－' if dashed => '-',
        '。' | '．' if stop => '.',
        _ => c,
    }
}

/// A telephone number or an address that is no link.
fn unlinked(value: &Rich, span: Span, reporter: &mut Reporter<'_>) {
    let text = value.text();
    let linked = value.runs().any(|run| run.link.is_some());
    let address = text.contains('@') && text.contains('.') && !text.contains(' ');
    // The years of `(2013-2017)某大学` are no number.
    let years = |range: &std::ops::Range<usize>| {
        date::find_all(&text)
            .iter()
            .any(|found| found.range.start < range.end && range.start < found.range.end)
    };
    let number = link::phone(&text).is_some_and(|(range, _)| !years(&range));
    if !linked && (address || number) {
        let hint = "give it a key (`电话：`, `Email:`) or a line of its own";
        reporter.report(code::UNLINKED, span, "this looks like a contact but leads nowhere", hint);
    }
}
