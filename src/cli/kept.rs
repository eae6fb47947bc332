//! What a session keeps of one build for the next.

use std::rc::Rc;
use std::sync::Arc;

use crate::diag::{Files, TextFile};
use crate::layout::{Choice, Sheet};
use crate::lines::Standing;

/// What is kept, all of it valid for one book of faces.
#[derive(Default)]
pub struct Kept {
    /// Paragraphs as they were set.
    pub standing: Standing,
    sheet: Option<KeptSheet>,
}

/// A layout of which no part stands on the disk, where it could change.
struct KeptSheet {
    name: String,
    set: Vec<(String, String)>,
    /// The files of which it was made.
    files: Vec<Arc<TextFile>>,
    sheet: Rc<Sheet>,
}

impl Kept {
    /// Nothing yet, for résumés that have nothing in common.
    pub fn of_many() -> Kept {
        Kept { standing: Standing::distributed(), ..Kept::default() }
    }

    /// Returns the layout if the last one was chosen alike; its files become some of `files` again.
    pub fn sheet(&self, choice: &Choice, files: &mut Files) -> Option<Rc<Sheet>> {
        let kept = self.sheet.as_ref()?;
        let set = choice.overrides.iter().map(|set| (&set.key, &set.value));
        if kept.name != choice.name || !set.eq(kept.set.iter().map(|(key, value)| (key, value))) {
            return None;
        }
        for file in &kept.files {
            files.add_again(file.clone());
        }
        Some(kept.sheet.clone())
    }

    /// Keeps a layout, of which the files from this number on were read.
    pub fn keep(&mut self, choice: &Choice, sheet: &Rc<Sheet>, files: &Files, from: u16) {
        self.sheet = Some(KeptSheet {
            name: choice.name.to_owned(),
            set: choice.overrides.iter().map(|set| (set.key.clone(), set.value.clone())).collect(),
            files: files.added_since(from),
            sheet: sheet.clone(),
        });
    }
}
