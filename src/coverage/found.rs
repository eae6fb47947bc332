//! What was looked for, and where it was found.

use super::ad::Weight;
use super::years::Years;
use crate::diag::Span;

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
