//! RenderCV (rendercv.com, 2.8), both ways.

mod read;
mod write;

pub use read::markdown;
pub use write::tree;

use super::tree::Tree;
use crate::model::{ContactKind, PartRole};

/// The networks that it knows, their sites, and our kinds of contact for them.
const NETWORKS: &[(&str, &str, Option<ContactKind>)] = &[
    ("LinkedIn", "https://linkedin.com/in/", Some(ContactKind::Linkedin)),
    ("GitHub", "https://github.com/", Some(ContactKind::Github)),
    ("GitLab", "https://gitlab.com/", Some(ContactKind::Gitlab)),
    ("IMDB", "https://imdb.com/name/", None),
    ("Instagram", "https://instagram.com/", None),
    ("ORCID", "https://orcid.org/", Some(ContactKind::Orcid)),
    ("StackOverflow", "https://stackoverflow.com/users/", Some(ContactKind::Stackoverflow)),
    ("ResearchGate", "https://researchgate.net/profile/", None),
    ("YouTube", "https://youtube.com/@", None),
    ("Google Scholar", "https://scholar.google.com/citations?user=", Some(ContactKind::Scholar)),
    ("Telegram", "https://t.me/", Some(ContactKind::Telegram)),
    ("WhatsApp", "https://wa.me/", Some(ContactKind::Whatsapp)),
    ("Leetcode", "https://leetcode.com/u/", Some(ContactKind::Leetcode)),
    ("X", "https://x.com/", Some(ContactKind::X)),
    ("Bluesky", "https://bsky.app/profile/", None),
    ("Reddit", "https://reddit.com/user/", None),
];

/// The kind of the entries of a section; all entries of a section have one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    Education,
    Experience,
    Normal,
    Publication,
    OneLine,
    Bullet,
    Number,
    Reversed,
    Text,
}

impl EntryKind {
    const NAMES: [(&'static str, EntryKind); 9] = [
        ("institution", EntryKind::Education),
        ("company", EntryKind::Experience),
        ("authors", EntryKind::Publication),
        ("label", EntryKind::OneLine),
        ("bullet", EntryKind::Bullet),
        ("number", EntryKind::Number),
        ("reversed_number", EntryKind::Reversed),
        ("name", EntryKind::Normal),
        ("text", EntryKind::Text),
    ];

    /// Returns the kind of an entry, by the member that only this kind has.
    fn of(entry: &Tree) -> Option<EntryKind> {
        match entry {
            Tree::Text(_) => Some(EntryKind::Text),
            Tree::Map(_) => {
                EntryKind::NAMES.iter().find(|(key, _)| entry.get(key).is_some()).map(|(_, kind)| *kind)
            }
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        EntryKind::NAMES.iter().find(|(_, kind)| *kind == self).map_or("text", |(name, _)| name)
    }

    fn named(name: &str) -> Option<EntryKind> {
        EntryKind::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// Returns whether it is an entry with a line of its own.
    fn is_entry(self) -> bool {
        !self.keys().is_empty()
    }

    /// Returns the members that are parts of an entry's line, in order, each with its role.
    fn keys(self) -> &'static [(&'static str, PartRole)] {
        use PartRole::{Degree, Organization, Place, Role, Subject, Title};
        match self {
            EntryKind::Education => {
                &[("institution", Organization), ("area", Subject), ("degree", Degree), ("location", Place)]
            }
            EntryKind::Experience => &[("company", Organization), ("position", Role), ("location", Place)],
            EntryKind::Normal => &[("name", Title), ("location", Place)],
            EntryKind::Publication => &[("title", Title), ("journal", Organization)],
            _ => &[],
        }
    }
}

/// Returns the title that RenderCV prints for a key: `selected_honors` is Selected Honors.
fn title_of(key: &str) -> String {
    if !key.contains('_') && key.chars().any(|c| c.is_uppercase() || !c.is_ascii()) || key.contains(' ') {
        return key.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
            .unwrap_or_default()
    };
    key.split('_').map(word).collect::<Vec<_>>().join(" ")
}

/// Returns the data about the sections of a file that an export needs, by their titles: key and kind.
pub fn known(file: &Tree) -> Tree {
    let Some(Tree::Map(sections)) = file.get("cv").and_then(|cv| cv.get("sections")) else {
        return Tree::default();
    };
    let mut known = Tree::Map(Vec::new());
    for (key, entries) in sections {
        let Tree::List(entries) = entries else { continue };
        let mut hint = Tree::Map(vec![("key".to_owned(), key.as_str().into())]);
        hint.put("kind", entries.first().and_then(EntryKind::of).map(EntryKind::name));
        known.put(&title_of(key), hint);
    }
    known
}
