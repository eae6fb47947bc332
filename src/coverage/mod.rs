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
mod lines;
mod repeated;
mod skills;
mod terms;
mod told;
mod years;

pub use ad::{Ad, Weight};
pub use told::{json, text, text_in};
pub use years::Years;

use crate::diag::Span;
use crate::model::{Date, Resume};

/// What of an advertisement is in a résumé.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// What is asked for, the weightiest first.
    pub terms: Vec<Term>,
    /// The years of work that are asked for.
    pub years: Vec<Years>,
    /// The months of work that the résumé tells of, each counted once.
    pub worked: u32,
}

/// Something that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As the advertisement has it.
    pub text: String,
    /// Where it is asked for: the weightiest place.
    pub weight: Weight,
    /// How often.
    pub times: usize,
    /// Where the résumé says it.
    pub found: Vec<Found>,
}

/// A place of a résumé that says what is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words, as the résumé has them.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The title of the section; empty for the header.
    pub section: String,
    /// What says it: `title`, `bullet`, `tags` …
    pub what: &'static str,
    /// The page, from 1, and the third of it, from 1, if the pages are known.
    pub page: Option<(usize, usize)>,
}

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

impl Coverage {
    /// Returns how many of the terms of a weight are covered, and how many there are.
    pub fn of(&self, weight: Weight) -> (usize, usize) {
        let those = self.terms.iter().filter(|term| term.weight == weight);
        (those.clone().filter(|term| !term.found.is_empty()).count(), those.count())
    }

    /// Returns how much is covered: for comparing one résumé's views with each other, and for nothing else.
    pub fn rank(&self) -> usize {
        let covered = self.terms.iter().filter(|term| !term.found.is_empty());
        covered.map(|term| term.weight.points()).sum()
    }
}
