//! The things that a session keeps of one build for the next.

use std::sync::Arc;

use crate::diag::{Files, TextFile};
use crate::layout::{Choice, Sheet};
use crate::lines::ParagraphCache;

/// Cached results, all of them valid for one book of faces.
#[derive(Default)]
pub struct Cache {
    /// Paragraphs as they were set.
    pub paragraphs: ParagraphCache,
    sheet: Option<CachedSheet>,
}

/// A layout no part of which is on the disk, where it could change.
struct CachedSheet {
    name: String,
    set: Vec<(String, String)>,
    /// The files of which it was made.
    files: Vec<Arc<TextFile>>,
    sheet: Arc<Sheet>,
}

impl Cache {
    /// Returns an empty cache, for résumés that have nothing in common.
    pub fn of_many() -> Cache {
        Cache { paragraphs: ParagraphCache::disabled(), ..Cache::default() }
    }

    /// Returns the layout if the last choice was the same; its files are added to `files` again.
    pub fn sheet(&self, choice: &Choice, files: &mut Files) -> Option<Arc<Sheet>> {
        let cached = self.sheet.as_ref()?;
        let set = choice.overrides.iter().map(|set| (&set.key, &set.value));
        if cached.name != choice.name || !set.eq(cached.set.iter().map(|(key, value)| (key, value))) {
            return None;
        }
        for file in &cached.files {
            files.add_again(file.clone());
        }
        Some(cached.sheet.clone())
    }

    /// Keeps a layout, of which the files from this number on were read.
    pub fn keep(&mut self, choice: &Choice, sheet: &Arc<Sheet>, files: &Files, from: u16) {
        self.sheet = Some(CachedSheet {
            name: choice.name.to_owned(),
            set: choice.overrides.iter().map(|set| (set.key.clone(), set.value.clone())).collect(),
            files: files.added_since(from),
            sheet: sheet.clone(),
        });
    }
}
