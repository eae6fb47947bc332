//! What is covered and what is not, told to people and to programs.

use serde_json::{Value, json};

use super::{Coverage, Found, Term, Weight};
use crate::diag::Span;

/// Places of one term that are told to people; of the others, how many there are.
const MOST: usize = 2;

/// Returns what is covered for people: what is missing first, since that is what there is to think about.
pub fn text(coverage: &Coverage, place: &dyn Fn(Span) -> String) -> String {
    let (covered, missing): (Vec<&Term>, Vec<&Term>) =
        coverage.terms.iter().partition(|term| !term.found.is_empty());
    let mut out = String::new();
    let width = coverage.terms.iter().map(|term| width(&term.text)).max().unwrap_or(0).min(28);
    for (title, terms) in [("covered", &covered), ("not in the résumé", &missing)] {
        if terms.is_empty() {
            continue;
        }
        out += &format!("{title}\n");
        for term in terms {
            let gap = " ".repeat(width.saturating_sub(self::width(&term.text)));
            let times = if term.times > 1 { format!(" ×{}", term.times) } else { String::new() };
            let weight = format!("{}{times}", term.weight.name());
            let places = places(&term.found, place);
            out += format!("  {}{gap}  {weight:<13}{places}", term.text).trim_end();
            out.push('\n');
        }
    }
    for years in &coverage.years {
        let weight = years.weight.name();
        out += &format!(
            "{} years asked ({weight}: {}); the résumé tells of {}\n",
            years.least,
            years.text,
            worked(coverage)
        );
    }
    out
}

fn worked(coverage: &Coverage) -> String {
    let (years, months) = (coverage.worked / 12, coverage.worked % 12);
    match (years, months) {
        (0, months) => format!("{months} months of work"),
        (years, 0) => format!("{years} years of work"),
        (years, months) => format!("{years} years and {months} months of work"),
    }
}

fn places(found: &[Found], place: &dyn Fn(Span) -> String) -> String {
    let one = |found: &Found| {
        let section = if found.section.is_empty() { String::new() } else { format!("{}, ", found.section) };
        let page = found.page.map_or_else(String::new, |(page, third)| {
            let third = ["top", "middle", "bottom"].get(third - 1).copied().unwrap_or_default();
            format!(", page {page} {third}")
        });
        format!("{} ({section}{}{page})", place(found.span), found.what)
    };
    let mut told: Vec<String> = found.iter().take(MOST).map(one).collect();
    if found.len() > MOST {
        told.push(format!("and {} more", found.len() - MOST));
    }
    told.join("; ")
}

/// Returns how wide a text is in a terminal, in half ems.
fn width(text: &str) -> usize {
    text.chars().map(crate::source::chars::half_ems).sum()
}

/// Returns what is covered for programs, with places as `place` tells them.
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
