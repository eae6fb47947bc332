//! Sets one résumé again and again, each time in another way, and counts its pages.

use std::collections::{BTreeMap, BTreeSet};

use super::Fitter;
use super::paragraphs;
use super::setting::Setting;
use crate::boxes::{self, Tree};
use crate::compile::paginate;
use crate::diag::{Sink, Span};
use crate::font::FontBook;
use crate::geom::Pt;
use crate::layout::{Layout, Region, Sheet};
use crate::lines::{self, MarkKind, Survey};
use crate::model::Resume;
use crate::pages::Document;

/// The state that all tries share.
pub(super) struct Trials<'a> {
    /// The text.
    pub text: &'a str,
    /// The résumé that was understood from it.
    pub resume: &'a Resume,
    /// The layout, with its elastic keys.
    pub sheet: &'a Sheet,
    fonts: &'a FontBook,
    /// For each region, whether saving lines in it saves a page.
    long: Vec<bool>,
    /// The paragraphs that could have a line fewer, cheapest first, keyed by what decides it: the measures
    /// of the regions and the type size.
    shortenable: BTreeMap<Vec<Pt>, Vec<Span>>,
    /// The number of times the text was set.
    pub tries: usize,
}

/// The text, set in one way.
pub(super) struct Trial {
    /// The way in which it was set.
    pub setting: Setting,
    /// The resulting layout.
    pub layout: Layout,
    /// The number of paragraphs that actually have a line fewer.
    pub tight: usize,
    /// The pages.
    pub document: Document,
    /// The findings of this try.
    pub found: Sink,
}

impl<'a> Trials<'a> {
    /// Returns trials that have set nothing yet.
    pub fn new(fitter: &Fitter<'a>) -> Trials<'a> {
        let &Fitter { text, resume, sheet, fonts } = fitter;
        let long = vec![true; sheet.ideal().regions.len()];
        Trials { text, resume, sheet, fonts, long, shortenable: BTreeMap::new(), tries: 0 }
    }

    /// Records that only regions with lines beyond `pages` have to become shorter.
    pub fn shorten_to(&mut self, pages: usize, ideal: &Trial) {
        self.long = ideal.beyond(pages).iter().map(|&lines| lines > 0).collect();
        self.shortenable.clear();
    }

    /// Sets the text in one way; `None` if the layout does not hold with its keys moved that far.
    pub fn set(&mut self, setting: Setting) -> Option<Trial> {
        let layout = self.sheet.layout(&setting.factors)?;
        let tree = self.tree(&layout);
        Some(self.set_tree(tree, (setting, layout)))
    }

    /// Sets the text in the layout as declared.
    pub fn ideal(&mut self) -> Trial {
        let layout = self.sheet.ideal().clone();
        let tree = self.tree(&layout);
        self.set_tree(tree, (Setting::default(), layout))
    }

    /// Sets boxes that were changed by hand; the paragraphs that could have a line fewer are looked for anew.
    pub fn set_changed(&mut self, tree: Tree, setting: Setting) -> Option<Trial> {
        let layout = self.sheet.layout(&setting.factors)?;
        let known = std::mem::take(&mut self.shortenable);
        let tried = self.set_tree(tree, (setting, layout));
        self.shortenable = known;
        Some(tried)
    }

    /// Returns the boxes of a layout.
    pub fn tree(&self, layout: &Layout) -> Tree {
        boxes::build(self.resume, layout)
    }

    /// Returns whether the layout holds with its keys moved that far.
    pub fn holds(&self, setting: &Setting) -> bool {
        self.sheet.layout(&setting.factors).is_some()
    }

    fn set_tree(&mut self, mut tree: Tree, (setting, layout): (Setting, Layout)) -> Trial {
        let tight = self.tighten(&mut tree, &layout, setting.tight);
        let mut found = Sink::default();
        let galley = lines::set(&tree, self.fonts, &mut found);
        let document = paginate(galley, self.resume, &layout, self.fonts, &mut found);
        self.tries += 1;
        Trial { setting, layout, tight, document, found }
    }

    /// Gives `count` paragraphs a line fewer, or as many as could have one, and returns how many.
    pub fn tighten(&mut self, tree: &mut Tree, layout: &Layout, count: usize) -> usize {
        if count == 0 {
            return 0;
        }
        let shortenable = self.shortenable(tree, layout);
        let chosen: BTreeSet<Span> = shortenable.into_iter().take(count).collect();
        paragraphs::each(tree, &mut |_, paragraph| {
            if chosen.contains(&Survey::place(paragraph)) {
                paragraph.setting.looseness = -1;
            }
        });
        chosen.len()
    }

    /// Returns the paragraphs that could have a line fewer, the cheapest first.
    pub fn shortenable(&mut self, tree: &Tree, layout: &Layout) -> Vec<Span> {
        let mut by: Vec<Pt> = layout.regions.iter().map(Region::measure).collect();
        by.push(layout.setting.size);
        if let Some(known) = self.shortenable.get(&by) {
            return known.clone();
        }
        let useful = paragraphs::places(tree, &self.long);
        let surveyed = self.survey(tree);
        let mut priced: Vec<(i64, Span)> = surveyed
            .iter()
            .filter(|survey| useful.contains(&survey.span))
            .filter_map(|survey| Some((survey.fewer?, survey.span)))
            .collect();
        priced.sort();
        priced.dedup_by_key(|(_, place)| *place);
        let shortenable: Vec<Span> = priced.into_iter().map(|(_, place)| place).collect();
        self.shortenable.insert(by, shortenable.clone());
        shortenable
    }

    /// Returns what each paragraph could do: have a line fewer or a line more.
    pub fn survey(&self, tree: &Tree) -> Vec<Survey> {
        lines::survey(tree, self.fonts)
    }

    /// Returns the places of the paragraphs that have to become shorter.
    pub fn useful(&self, tree: &Tree) -> BTreeSet<Span> {
        paragraphs::places(tree, &self.long)
    }
}

impl Trial {
    /// Returns the number of pages.
    pub fn pages(&self) -> usize {
        self.document.pages.len()
    }

    /// Returns the number of lines of each region beyond the first `pages`.
    pub fn beyond(&self, pages: usize) -> Vec<usize> {
        beyond(&self.document, &self.layout, pages)
    }

    /// Returns the number of lines by which the text is too long for `pages`.
    pub fn excess(&self, pages: usize) -> usize {
        self.beyond(pages).into_iter().max().unwrap_or(0)
    }
}

/// Returns the number of lines of each region beyond the first `pages`.
pub(super) fn beyond(document: &Document, layout: &Layout, pages: usize) -> Vec<usize> {
    let count = |region: &Region| {
        let lines = document.pages.iter().enumerate().skip(pages).map(|(number, page)| {
            let wide = document.wide_from.is_some_and(|from| from <= number);
            let region = if wide { region.spread.as_deref() } else { Some(region) };
            let inside = page.marks.iter().filter(|mark| mark.tag.is_some()).filter(|mark| {
                let is_in = |r: &Region| (r.x..r.x + r.width).contains(&mark.at.x);
                matches!(mark.kind, MarkKind::Glyphs(_)) && region.is_some_and(is_in)
            });
            baselines(inside.map(|mark| mark.at.y).collect(), layout)
        });
        lines.sum()
    };
    layout.regions.iter().map(count).collect()
}

/// Counts baselines; raised letters are closer to theirs than lines are to each other.
pub(super) fn baselines(mut heights: Vec<Pt>, layout: &Layout) -> usize {
    heights.sort_unstable();
    let near = layout.setting.leading / 2;
    let mut last = None;
    heights.retain(|&y| {
        let new = last.is_none_or(|last| y - last > near);
        if new {
            last = Some(y);
        }
        new
    });
    heights.len()
}
