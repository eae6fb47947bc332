//! What a job advertisement asks for, and where a résumé says it.
//!
//! ```text
//! ad (what is asked, and how much it weighs) ─▶ terms (the words for it) ─┐
//! résumé ─▶ lines (what is said where) ──────────────────────────────────┴▶ Coverage
//! ```
//!
//! Nothing leaves the machine, nothing is scored, and no word is put into a résumé: it is a list of what is covered and what
//! is not.

mod ad;
mod found;
mod lines;
mod repeated;
mod report;
mod skills;
mod terms;
mod years;

pub use ad::{Ad, Weight};
pub use report::{json, text, text_in};
pub use years::Years;

use crate::model::{Date, Resume};
pub use found::{Coverage, Found, Term};

/// Returns what of an advertisement is in a résumé. What goes on goes on until `today`; without it, until the latest date that
/// the résumé has.
pub fn coverage(resume: &Resume, ad: &Ad, today: Option<Date>) -> Coverage {
    let lines = lines::of(resume);
    let terms = terms::of(ad, &lines);
    Coverage { terms, years: years::asked(ad), worked: years::worked(resume, today) }
}

/// Lets several texts be measured against the same terms: what only some of them have among their skills is asked of the
/// others, too.
pub fn level(all: &mut [&mut Coverage]) {
    let mut terms: Vec<Term> = Vec::new();
    for term in all.iter().flat_map(|coverage| &coverage.terms) {
        if !terms.iter().any(|other| other.text == term.text) {
            terms.push(Term { found: Vec::new(), ..term.clone() });
        }
    }
    for coverage in all {
        let lacks = |term: &&Term| !coverage.terms.iter().any(|other| other.text == term.text);
        let more: Vec<Term> = terms.iter().filter(lacks).cloned().collect();
        coverage.terms.extend(more);
        // Those of one weight stay in their order.
        coverage.terms.sort_by_key(|term| std::cmp::Reverse((term.weight, term.times)));
    }
}
