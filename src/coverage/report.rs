//! What is covered and what is not, for people and for programs.

use serde_json::{Value, json};

use super::{Coverage, Found, Term, Weight};
use crate::diag::{Message, Span, Speech, message};

/// The most places of one term that are shown to people; further ones are only counted.
const MOST: usize = 2;

/// Returns the coverage for people: missing terms first, since they need attention.
pub fn text(coverage: &Coverage, place: &dyn Fn(Span) -> String) -> String {
    text_in(Speech::ENGLISH, coverage, place)
}

/// Does what [`text`] does, in a given language.
pub fn text_in(speech: Speech, coverage: &Coverage, place: &dyn Fn(Span) -> String) -> String {
    let (covered, missing): (Vec<&Term>, Vec<&Term>) =
        coverage.terms.iter().partition(|term| !term.found.is_empty());
    let mut out = String::new();
    let width = coverage.terms.iter().map(|term| width(&term.text)).max().unwrap_or(0).min(28);
    for (title, terms) in [("covered", &covered), ("not in the résumé", &missing)] {
        if terms.is_empty() {
            continue;
        }
        out += &format!("{}\n", speech.of(title));
        for term in terms {
            let gap = " ".repeat(width.saturating_sub(self::width(&term.text)));
            let times = if term.times > 1 { format!(" ×{}", term.times) } else { String::new() };
            let weight = format!("{}{times}", speech.of(term.weight.name()));
            let places = places(speech, &term.found, place);
            let column = " ".repeat(13usize.saturating_sub(self::width(&weight)));
            out += format!("  {}{gap}  {weight}{column}{places}", term.text).trim_end();
            out.push('\n');
        }
    }
    for years in &coverage.years {
        let asked = message!(
            "{least} years asked for ({weight}: {line}); the résumé shows {worked}",
            least = years.least,
            weight = Message::from(years.weight.name()),
            line = years.text,
            worked = worked(coverage)
        );
        out += &format!("{}\n", asked.translated(speech));
    }
    out
}

fn worked(coverage: &Coverage) -> Message {
    let (years, months) = (coverage.worked / 12, coverage.worked % 12);
    match (years, months) {
        (0, months) => message!("{months} months of work", months),
        (years, 0) => message!("{years} years of work", years),
        (years, months) => message!("{years} years and {months} months of work", years, months),
    }
}

fn places(speech: Speech, found: &[Found], place: &dyn Fn(Span) -> String) -> String {
    let one = |found: &Found| {
        let section = if found.section.is_empty() { String::new() } else { format!("{}, ", found.section) };
        let page = found.page.map_or_else(String::new, |(page, third)| {
            let third = ["top", "middle", "bottom"].get(third - 1).copied().unwrap_or_default();
            let third = Message::from(third);
            message!(", page {page} {third}", page, third).translated(speech).into_owned()
        });
        let what = speech.word_in("explain", found.what).unwrap_or(found.what);
        format!("{} ({section}{what}{page})", place(found.span))
    };
    let mut shown: Vec<String> = found.iter().take(MOST).map(one).collect();
    if found.len() > MOST {
        shown.push(message!("and {more} more", more = found.len() - MOST).translated(speech).into_owned());
    }
    shown.join("; ")
}

/// Returns the width of a text in a terminal, in half ems.
fn width(text: &str) -> usize {
    text.chars().map(crate::source::chars::half_ems).sum()
}

/// Returns the coverage for programs, with places formatted by `place`.
pub fn json(coverage: &Coverage, place: &dyn Fn(Span) -> Value) -> Value {
    let found = |found: &Found| {
        let page = found.page.map(|(page, third)| json!({ "page": page, "third": third }));
        json!({ "text": found.text, "section": found.section, "what": found.what, "place": place(found.span), "page": page })
    };
    let term = |term: &Term| {
        let found: Vec<Value> = term.found.iter().map(found).collect();
        json!({
            "term": term.text, "weight": term.weight.name(), "times": term.times, "covered": !found.is_empty(), "found": found,
        })
    };
    let of = |weight: &Weight| {
        let (covered, all) = coverage.of(*weight);
        (weight.name().to_owned(), json!({ "covered": covered, "all": all }))
    };
    let years: Vec<Value> = coverage
        .years
        .iter()
        .map(|years| json!({ "least": years.least, "weight": years.weight.name(), "line": years.text }))
        .collect();
    json!({
        "terms": coverage.terms.iter().map(term).collect::<Value>(),
        "counts": Weight::ALL.iter().map(of).collect::<serde_json::Map<String, Value>>(),
        "years": { "asked": years, "worked_months": coverage.worked },
    })
}
