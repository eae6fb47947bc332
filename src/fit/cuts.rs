//! The cheapest cuts: paragraphs whose last line is short, each a line shorter without it. The cuts that are
//! named were tried: with them the text fits.

use std::collections::BTreeMap;

use super::paragraphs;
use super::trials::{Trial, Trials};
use crate::diag::Span;
use crate::lines::Survey;

/// The most cuts that are named: no writer follows more advice.
const MOST: usize = 12;

/// A paragraph that saves a line if its end is cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The paragraph.
    paragraph: Span,
    /// Where its last line begins in the source.
    pub from: u32,
    /// The last line.
    pub text: String,
}

impl Cut {
    /// Returns the place of the cut: the paragraph from its last line on.
    pub fn place(&self) -> Span {
        Span { start: self.from.min(self.paragraph.end), ..self.paragraph }
    }

    /// Returns how many characters are cut.
    pub fn characters(&self) -> usize {
        self.text.chars().count()
    }
}

/// Returns the fewest of the cheapest cuts with which a text that is too long for `pages` when set in
/// some way fits them in the same way; empty if it takes too many.
pub(super) fn enough(trials: &mut Trials<'_>, tried: &Trial, pages: usize) -> Vec<Cut> {
    if tried.excess(pages) > MOST {
        return Vec::new();
    }
    let mut cuts = candidates(trials, tried);
    cuts.truncate(MOST);
    if !suffice(trials, tried, (&cuts, pages)) {
        return Vec::new();
    }
    let (mut few, mut known) = (0, cuts.len());
    while known - few > 1 {
        let middle = few + (known - few) / 2;
        if suffice(trials, tried, (&cuts[..middle], pages)) {
            known = middle;
        } else {
            few = middle;
        }
    }
    cuts.truncate(known);
    cuts
}

/// Returns the fewest cuts with which a text set as its layout declares takes a page fewer; empty if it takes too many.
pub(super) fn saving_a_page(trials: &mut Trials<'_>) -> Vec<Cut> {
    let ideal = trials.ideal();
    let pages = ideal.pages().saturating_sub(1);
    trials.shorten_to(pages, &ideal);
    enough(trials, &ideal, pages)
}

/// Returns the cuts to choose from, the shortest first.
fn candidates(trials: &mut Trials<'_>, tried: &Trial) -> Vec<Cut> {
    let mut tree = trials.tree(&tried.layout);
    trials.tighten(&mut tree, &tried.layout, tried.setting.tight);
    let useful = trials.useful(&tree);
    let surveyed = trials.survey(&tree);
    let by_place: BTreeMap<Span, &Survey> =
        surveyed.iter().filter(|survey| useful.contains(&survey.span)).map(|s| (s.span, s)).collect();
    let mut cuts = Vec::new();
    paragraphs::each(&mut tree, &mut |_, paragraph| {
        let place = Survey::place(paragraph);
        let Some(survey) = by_place.get(&place).filter(|survey| !survey.tail.is_empty()) else { return };
        let from = survey.tail.start;
        let Some(text) = paragraphs::truncate(paragraph, from) else { return };
        let length: usize = paragraphs::length(paragraph);
        // A last line more than half full is not a cheap cut.
        let short = 2 * text.chars().count() * (survey.lines - 1).max(1) <= length;
        if short && !text.trim().is_empty() {
            cuts.push(Cut { paragraph: place, from, text });
        }
    });
    cuts.sort_by_key(|cut| (cut.characters(), cut.from));
    cuts.dedup();
    cuts
}

/// Returns whether the text fits with some cuts.
fn suffice(trials: &mut Trials<'_>, tried: &Trial, (cuts, pages): (&[Cut], usize)) -> bool {
    let mut tree = trials.tree(&tried.layout);
    paragraphs::each(&mut tree, &mut |_, paragraph| {
        let place = Survey::place(paragraph);
        if let Some(cut) = cuts.iter().find(|cut| cut.paragraph == place) {
            paragraphs::truncate(paragraph, cut.from);
        }
    });
    trials.set_changed(tree, tried.setting.clone()).is_some_and(|tried| tried.pages() <= pages)
}
