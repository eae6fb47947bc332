//! What the titles of a document mean, kept because several steps look each of them up.

use std::collections::BTreeMap;

use super::SectionKind;

/// The meaning of one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::model) struct Told {
    /// [`SectionKind::of_title`].
    pub kinds: Vec<SectionKind>,
    /// [`SectionKind::is_exact_title`].
    pub exact: bool,
    /// [`SectionKind::is_title_of_paper`].
    pub paper: bool,
}

/// The titles of a document looked up so far, with their meanings.
#[derive(Debug, Default)]
pub(in crate::model) struct Known {
    told: BTreeMap<String, Told>,
}

impl Known {
    /// Returns the meaning of a title; each is analysed once.
    pub fn of(&mut self, title: &str) -> &Told {
        if !self.told.contains_key(title) {
            let told = Told {
                kinds: SectionKind::of_title(title),
                exact: SectionKind::is_exact_title(title),
                paper: SectionKind::is_title_of_paper(title),
            };
            self.told.insert(title.to_owned(), told);
        }
        &self.told[title]
    }
}
