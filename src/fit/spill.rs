//! Pulls back a last page that holds next to nothing, unnoticeably: the spaces between things become a little smaller,
//! and lines a little closer.

use super::setting::Setting;
use super::trials::{Trial, Trials};
use super::{Fitted, Fitter, MOST_PAGES, fitted};
use crate::boxes;
use crate::diag::Sink;
use crate::geom::Em;
use crate::layout::Layout;
use crate::pages::Document;

/// A last page fuller than this, in percent, is worth its sheet. More than what counts as nearly empty: saving the
/// sheet is welcome for a section of a few entries, too.
const EMPTY: u32 = 25;
/// Leading and spaces, in hundredths of their declared values, the least change first. A leading 3 % smaller is not
/// noticed without the other page next to it, and spaces that all shrink alike keep their order.
const STEPS: [(i32, i32); 3] = [(99, 94), (98, 87), (97, 80)];
/// The spaces that give.
const SPACES: [&str; 2] = ["section.space", "entry.space"];

impl Fitter<'_> {
    /// Sets a résumé so that it takes a page fewer if its last page is nearly empty and next to nothing has to change
    /// for that, within the ranges that its layout declares; `None` otherwise. Costs nothing if the page is fuller, and
    /// one more setting if it does not help.
    pub fn pull_back(&self, document: &Document, sink: &mut Sink) -> Option<Fitted> {
        if !(2..=MOST_PAGES).contains(&document.pages.len()) || document.last_page_fill >= EMPTY {
            return None;
        }
        let mut trials = Trials::new(self);
        let mut set = |step| trials.set(setting(self.sheet.ideal(), step)?);
        let saves = |tried: &Trial| tried.pages() < document.pages.len();
        let [lighter @ .., most] = STEPS;
        let most = set(most).filter(saves)?;
        let tried = lighter.into_iter().find_map(|step| set(step).filter(saves)).unwrap_or(most);
        boxes::report_hidden(self.resume, &tried.layout, sink);
        Some(fitted(&trials, tried, sink))
    }
}

/// Returns a setting in which the keys that the layout lets give have given a little; `None` if none has.
fn setting(layout: &Layout, (leading, spaces): (i32, i32)) -> Option<Setting> {
    let mut setting = Setting::default();
    for range in &layout.fit {
        let wanted = match range.key.as_str() {
            "type.leading" => Em::ratio(leading, 100),
            key if SPACES.contains(&key) => Em::ratio(spaces, 100),
            _ => continue,
        };
        setting.factors.set(&range.key, wanted.max(range.least));
    }
    (setting != Setting::default()).then_some(setting)
}
