//! The terms of a job advertisement, and where a résumé has them.
//!
//! ```text
//! ad (what is asked, and how much it weighs) ─▶ terms (the words for it) ─┐
//! résumé ─▶ lines (what is said where) ──────────────────────────────────┴▶ Coverage
//! ```
//!
//! Nothing leaves the machine, nothing is scored, and no word is put into a résumé: the result is a list of what is
//! covered and what is not.

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

/// Returns the coverage of an advertisement by a résumé. An ongoing period lasts until `today`, or without it until
/// the latest date in the résumé.
pub fn coverage(resume: &Resume, ad: &Ad, today: Option<Date>) -> Coverage {
    let lines = lines::of(resume);
    let terms = terms::of(ad, &lines);
    Coverage { terms, years: years::asked(ad), worked: years::worked(resume, today) }
}

/// Makes several coverages comparable by measuring them against the same terms: a term that only some have among
/// their skills is asked of the others, too.
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
        // Terms of one weight stay in order.
        coverage.terms.sort_by_key(|term| std::cmp::Reverse((term.weight, term.times)));
    }
}
