//! A layout that was read once and can be resolved often: what fitting varies are factors.

use super::factors::Factors;
use super::file::{self, Choice};
use super::{Layout, resolve};
use crate::diag::{CompileError, Files, Sink};

/// What layout files say, merged and checked, with the layout that it comes to.
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

    /// Returns the layout as declared, to keep.
    pub fn into_ideal(self) -> Layout {
        self.ideal
    }

    /// Returns the layout with its elastic keys multiplied; what is measured in em follows the type
    /// size. None if it leaves no room for text, or a value leaves the range that its key has.
    pub fn layout(&self, factors: &Factors) -> Option<Layout> {
        let families: Vec<&str> = self.families.iter().map(String::as_str).collect();
        let choice =
            Choice { name: &self.name, place: None, folder: None, overrides: &[], families: &families };
        let mut sink = Sink::default();
        let layout = resolve::resolve(&self.file, &choice, factors, &mut sink);
        (!sink.has_errors()).then_some(layout)
    }
}
