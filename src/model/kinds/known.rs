//! What the titles of a document mean, kept because several steps look each of them up.

use std::collections::BTreeMap;

use super::SectionKind;

/// The meaning of one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::model) struct TitleMeaning {
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
    meanings: BTreeMap<String, TitleMeaning>,
}

impl Known {
    /// Returns the meaning of a title; each is analysed once.
    pub fn of(&mut self, title: &str) -> &TitleMeaning {
        if !self.meanings.contains_key(title) {
            let meaning = TitleMeaning {
                kinds: SectionKind::of_title(title),
                exact: SectionKind::is_exact_title(title),
                paper: SectionKind::is_title_of_paper(title),
            };
            self.meanings.insert(title.to_owned(), meaning);
        }
        &self.meanings[title]
    }
}
