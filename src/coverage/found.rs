//! The terms that were looked for, and where they were found.

use super::ad::Weight;
use super::years::Years;
use crate::diag::Span;

/// The coverage of an advertisement by a résumé.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The terms asked for, the weightiest first.
    pub terms: Vec<Term>,
    /// The years of work asked for.
    pub years: Vec<Years>,
    /// The months of work in the résumé, each counted once.
    pub worked: u32,
}

/// A term that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its text in the advertisement.
    pub text: String,
    /// The weightiest place where it is asked for.
    pub weight: Weight,
    /// How often it is asked for.
    pub times: usize,
    /// Where it is in the résumé.
    pub found: Vec<Found>,
}

/// A place of a term in a résumé.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words in the résumé.
    pub text: String,
    /// Their place.
    pub span: Span,
    /// The title of the section; empty for the header.
    pub section: String,
    /// The kind of text that contains it: `title`, `bullet`, `tags` …
    pub what: &'static str,
    /// The page, from 1, and the third of it, from 1, if the pages are known.
    pub page: Option<(usize, usize)>,
}

impl Coverage {
    /// Returns how many terms of a weight are covered, and how many there are.
    pub fn of(&self, weight: Weight) -> (usize, usize) {
        let those = self.terms.iter().filter(|term| term.weight == weight);
        (those.clone().filter(|term| !term.found.is_empty()).count(), those.count())
    }

    /// Returns a number for comparing views of one résumé with each other, and for nothing else.
    pub fn rank(&self) -> usize {
        let covered = self.terms.iter().filter(|term| !term.found.is_empty());
        covered.map(|term| term.weight.points()).sum()
    }
}
