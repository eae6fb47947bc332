//! Items that open an entry by the blocks under them: brackets with the rest of its head, posts, a school.

use super::{Opening, first_lines, is_sure, is_title};
use crate::model::Builder;
use crate::model::directive::Marked;
use crate::model::entry::Rank;
use crate::model::entry::opening::{OPENING, extent};
use crate::model::entry::over::in_brackets;
use crate::model::flow::Line;
use crate::model::kinds::SectionKind;
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The name of a house over posts there is no longer than this, in half ems.
const HOUSE: usize = 220;

impl Builder<'_> {
    /// `- Example Co.` over a paragraph `(Engineer, May 2016 – May 2018)`.
    pub(super) fn over_brackets(
        &self,
        item: &md::Item,
        lines: &[Line],
        marked: &Marked<'_>,
        (kind, rank): (SectionKind, Rank<'_>),
    ) -> Option<Opening> {
        let with = self.opened_with_next(item, lines, marked)?;
        let [title, below, ..] = with.as_slice() else { return None };
        // `Robots & Friends: Company for Samples` is a title here.
        let text = title.text.text();
        let long = text.chars().map(half_ems).sum::<usize>() > OPENING;
        let told = text.trim_end().ends_with(['。', '；', ';', '：', ':', '，', '！', '.']);
        let title = !long && !told && split::dated_line(&title.text).is_none();
        let bracketed = in_brackets(&below.text.text()).is_some();
        (title && bracketed && is_sure(kind, rank)).then_some(Opening::Title)
    }

    /// `- Example Co.` over `- Engineer (2016 – 2018)`: a short name, whose own list begins with a post.
    pub(super) fn over_posts(
        &self,
        item: &md::Item,
        lines: &[Line],
        marked: &Marked<'_>,
        (kind, rank): (SectionKind, Rank<'_>),
    ) -> Option<Opening> {
        let md::BlockKind::List { items, .. } = &item.blocks.get(1)?.kind else { return None };
        let [line] = lines else { return None };
        // Over posts the name of a house may be long.
        let text = line.text.text();
        let long = extent(&text) <= HOUSE && is_title(&line.text.slice(0..text.find(", ").unwrap_or(0)));
        let title = (is_title(&line.text) || long && !text.ends_with(['.', ':', ';', '。', '：', '；']))
            && split::dated_line(&line.text).is_none();
        let posts = || self.posts(items, marked, kind, &line.text.text());
        (title && rank.depth == 0 && posts().is_some()).then_some(Opening::Title)
    }

    /// `- PhD, Breads, March 1995,` over `  - University of Samples`: a degree with its date, and a school alone.
    pub(super) fn over_school(
        &self,
        item: &md::Item,
        lines: &[Line],
        marked: &Marked<'_>,
        (kind, rank): (SectionKind, Rank<'_>),
    ) -> Option<Opening> {
        let md::BlockKind::List { items, .. } = &item.blocks.get(1)?.kind else { return None };
        let [line] = lines else { return None };
        let school = first_lines(self, items.first()?, marked)?;
        let [school] = school.as_slice() else { return None };
        let text = line.text.text();
        let degree =
            text.split([',', '，', ' ']).next().is_some_and(words::is_degree) || words::is_degree(&text);
        let named = words::is_school(&school.text.text()) && !split::has_date(&school.text);
        (kind == SectionKind::Education
            && is_sure(kind, rank)
            && degree
            && named
            && split::has_date(&line.text))
        .then_some(Opening::Title)
    }
}
