//! The order of a résumé's sections, and their titles.

use std::collections::BTreeMap;

use crate::model::SectionKind;

/// A layout's rules for the order of sections and for their titles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sections {
    /// Kinds that come before all others, in this order.
    pub pin: Vec<SectionKind>,
    /// Kinds in their order; `None` is the position of all others, in the author's order. Without it,
    /// they come last.
    pub order: Vec<Option<SectionKind>>,
    /// Kinds that are not printed.
    pub hide: Vec<SectionKind>,
    /// Titles that replace the author's, by kind and language; `""` is every language.
    pub titles: BTreeMap<SectionKind, BTreeMap<String, String>>,
}

impl Sections {
    /// Returns the rank by which the sections of a kind are sorted.
    pub fn rank(&self, kind: SectionKind) -> usize {
        if let Some(at) = self.pin.iter().position(|&pinned| pinned == kind) {
            return at;
        }
        let place = |wanted| self.order.iter().position(|&ordered| ordered == wanted);
        let at = place(Some(kind)).or_else(|| place(None)).unwrap_or(self.order.len());
        self.pin.len() + at
    }

    /// Returns the title of a kind in a language, if the layout has one: that of this exact tag, of its
    /// first part (`zh` for `zh-Hans`), or of every language.
    pub fn title(&self, kind: SectionKind, lang: &str) -> Option<&str> {
        let titles = self.titles.get(&kind)?;
        let first = lang.split('-').next().unwrap_or(lang);
        [lang, first, ""].into_iter().find_map(|tag| titles.get(tag)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SectionKind::{Awards, Education, Projects, Skills, Work};

    #[test]
    fn pinned_sections_come_first_and_the_rest_where_it_is_named() {
        let sections = Sections {
            pin: vec![Education],
            order: vec![Some(Work), None, Some(Skills)],
            ..Sections::default()
        };
        let mut kinds = [Skills, Awards, Work, Projects, Education];
        kinds.sort_by_key(|&kind| sections.rank(kind));
        assert_eq!(kinds, [Education, Work, Awards, Projects, Skills]);
        let mut kinds = [Skills, Awards, Work];
        kinds.sort_by_key(|&kind| Sections::default().rank(kind));
        assert_eq!(kinds, [Skills, Awards, Work], "no order is the author's");
    }

    #[test]
    fn titles_are_found_by_language() {
        let titles = [("zh", "专业技能"), ("", "Skills")].map(|(lang, title)| (lang.into(), title.into()));
        let sections =
            Sections { titles: [(Skills, titles.into_iter().collect())].into(), ..Sections::default() };
        assert_eq!(sections.title(Skills, "zh-Hans"), Some("专业技能"));
        assert_eq!(sections.title(Skills, "en"), Some("Skills"));
        assert_eq!(sections.title(Work, "en"), None);
    }
}
