//! A layout that is read once and can be resolved often: fitting varies its factors.

use super::factors::Factors;
use super::file::{self, Choice};
use super::{Layout, resolve};
use crate::diag::{CompileError, Files, Sink};

/// The merged and checked contents of layout files, with the resulting layout.
#[derive(Debug)]
pub struct Sheet {
    file: file::schema::File,
    name: String,
    families: Vec<String>,
    ideal: Layout,
}

impl Sheet {
    /// Reads a layout with everything it extends and everything set over it; see
    /// [`super::read`].
    pub(super) fn read(choice: &Choice, files: &mut Files, sink: &mut Sink) -> Result<Sheet, CompileError> {
        let tree = file::load(choice, files, sink)?;
        let tree = file::inherit(tree, sink);
        let file = file::read(tree, sink);
        let ideal = resolve::resolve(&file, choice, &Factors::default(), sink);
        sink.check()?;
        Ok(Sheet {
            file,
            name: choice.name.to_owned(),
            families: choice.families.iter().map(|&family| family.to_owned()).collect(),
            ideal,
        })
    }

    /// Returns the layout as declared.
    pub fn ideal(&self) -> &Layout {
        &self.ideal
    }

    /// Returns the layout as declared, consuming the sheet.
    pub fn into_ideal(self) -> Layout {
        self.ideal
    }

    /// Returns the layout with its elastic keys multiplied; lengths in em follow the type
    /// size. `None` if it leaves no room for text, or a value leaves the range of its key.
    pub fn layout(&self, factors: &Factors) -> Option<Layout> {
        let families: Vec<&str> = self.families.iter().map(String::as_str).collect();
        let choice =
            Choice { name: &self.name, place: None, folder: None, overrides: &[], families: &families };
        let mut sink = Sink::default();
        let layout = resolve::resolve(&self.file, &choice, factors, &mut sink);
        (!sink.has_errors()).then_some(layout)
    }
}
