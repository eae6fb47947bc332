//! Fit to pages: a loop outside [`crate::compile()`]. It varies what the layout declares elastic
//! (`[fit]`) until the text takes the pages that were asked for and fills them.
//!
//! The text is understood once; each try resolves the layout anew and sets and paginates its boxes.
//!
//! - Too long: the keys give one after the other in the layout's `order`, each from its ideal to its
//!   minimum; after the spaces and before the keys whose change is seen at once (leading, margins, size),
//!   paragraphs lose a line, starting with those that bear it best (`setting`, `search`).
//! - Too short, or its last page not well filled: all keys grow together towards their maximum, then the
//!   type size.
//! - No number asked for, and the last page nearly empty: keys that can give unnoticed give a little (`spill`).
//! - If even that is not enough, the writer is told by how much, and which cuts would be enough: they were
//!   tried (`cuts`, `advice`).

mod advice;
mod cuts;
mod goal;
mod longest;
mod paragraphs;
mod report;
mod search;
mod setting;
mod spill;
mod trials;

pub use report::Change;

use crate::boxes;
use crate::diag::{Failed, Message, Sink};
use crate::geom::Em;
use crate::layout::Layout;
use crate::pages::Document;
pub use goal::{Fitter, PageGoal};
use search::Short;
use trials::{Trial, Trials};

/// In a longer text one page fewer matters little, and each setting takes time: nothing is tried unasked.
const MOST_PAGES: usize = 12;

/// A résumé that fits.
#[derive(Clone, Debug)]
pub struct Fitted {
    /// Its pages.
    pub document: Document,
    /// Its layout, with the changes made.
    pub layout: Layout,
    /// The changes, in the order in which things give; empty if it fitted as it was.
    pub changes: Vec<Change>,
    /// The changes in words; empty if there are none.
    pub told: Message,
    /// How full the last page is, in percent, if a text that had to grow still leaves it too empty to count as
    /// filled: nothing that the layout allows fills it better.
    pub short: Option<u32>,
    /// The number of times the text was set.
    pub tries: usize,
}

impl Fitter<'_> {
    /// Sets the résumé on the pages asked for and fills them, moving what its layout declares elastic no
    /// farther than it allows.
    ///
    /// Pure, as [`crate::compile()`] is. Costs no more than that if the text fits as it is.
    ///
    /// # Errors
    /// [`Failed`] if it cannot be made to fit; `sink` says by how much it misses, and what would help.
    pub fn fit(&self, goal: PageGoal, sink: &mut Sink) -> Result<Fitted, Failed> {
        let mut trials = Trials::new(self);
        let pages = goal.pages;
        let ideal = trials.ideal();
        let too_long = ideal.pages() > pages;
        let found = if too_long {
            search::shorten(&mut trials, ideal, pages)
        } else {
            search::lengthen(&mut trials, ideal, pages)
        };
        match found.map_err(|short| *short) {
            Ok(tried) => {
                boxes::report_hidden(self.resume, &tried.layout, sink);
                let tried = without_idle(&trials, tried);
                let fill = Some(tried.document.last_page_fill);
                let short = fill.filter(|fill| !too_long && *fill < search::SHORT);
                Ok(Fitted { short, ..fitted(&trials, tried, sink) })
            }
            Err(Short::TooLong(densest)) => {
                let densest = without_idle(&trials, densest);
                sink.report(advice::too_long(&mut trials, &densest, goal));
                Err(Failed)
            }
            Err(Short::TooShort(loosest)) => {
                let loosest = without_idle(&trials, loosest);
                sink.report(advice::too_short(&trials, &loosest, goal));
                Err(Failed)
            }
        }
    }

    /// Reports a last page that is nearly empty, with the cuts that would save it unless there are more
    /// pages than a résumé has. Costs nothing if the last page is fuller.
    pub fn advise(&self, document: &Document, sink: &mut Sink) {
        let pages = document.pages.len();
        if advice::nearly_empty(pages, document.last_page_fill) {
            let mut trials = Trials::new(self);
            let cuts = if pages <= MOST_PAGES { cuts::saving_a_page(&mut trials) } else { Vec::new() };
            sink.report(advice::last_page(&trials, document, &cuts));
        }
    }
}

/// Turns the chosen try into the result, and reports its findings.
fn fitted(trials: &Trials<'_>, tried: Trial, sink: &mut Sink) -> Fitted {
    let ideal = trials.sheet.ideal();
    let changes = report::changes(ideal, &tried);
    let told = report::in_words(&changes, ideal, &tried.layout);
    for finding in tried.found.into_sorted() {
        sink.report(finding);
    }
    Fitted { document: tried.document, layout: tried.layout, changes, told, short: None, tries: trials.tries }
}

/// Returns a try in which the keys that changed nothing are not moved: the gaps of lists in a text
/// without lists.
fn without_idle(trials: &Trials<'_>, mut tried: Trial) -> Trial {
    let tree = trials.tree(&tried.layout);
    let keys: Vec<String> = tried.setting.factors.iter().map(|(key, _)| key.to_owned()).collect();
    for key in keys.iter().filter(|key| !setting::seen(key)) {
        let mut without = tried.setting.factors.clone();
        without.set(key, Em::ONE);
        let Some(layout) = trials.sheet.layout(&without) else { continue };
        if trials.tree(&layout) == tree {
            tried.setting.factors = without;
            tried.layout = layout;
        }
    }
    tried
}
