//! `jianli layouts`: the bundled layouts.

use super::args::{LayoutsArgs, Show};
use super::gallery;
use super::report::{for_people, localized, print, say, speech};
use crate::diag::{CompileError, Diagnostic, Files, Message, Sink, code, message};
use crate::font::FontBook;
use crate::layout::{self, BUNDLED, Bundled, Choice};

/// Lists the bundled layouts, prints the file of one or the schema of all, or shows a résumé in all of them.
///
/// # Errors
/// If there is no layout of that name, or the résumé cannot be built.
pub fn run(args: &LayoutsArgs) -> Result<(), CompileError> {
    match (&args.show, &args.gallery.file) {
        (Some(Show::Show { name }), _) => show(name),
        (Some(Show::Schema), _) => schema(),
        (None, Some(file)) => gallery::run(&args.gallery, file),
        (None, None) => list(),
    }
}

fn list() -> Result<(), CompileError> {
    let fonts = FontBook::usual()?;
    let families = fonts.families();
    let mut text = String::new();
    for bundled in BUNDLED.iter().filter(|bundled| bundled.has_its_faces()) {
        let choice =
            Choice { name: bundled.name, place: None, folder: None, overrides: &[], families: &families };
        let layout = layout::load(&choice, &mut Files::default(), &mut Sink::default())?;
        text +=
            &format!("{:<12}{}\n", bundled.name, speech().word(&layout.summary).unwrap_or(&layout.summary));
    }
    let next = message!("print one to start your own: jianli layouts show classic > my.toml");
    text += &format!("\n{}\n", localized(&next));
    Ok(print(text.as_bytes())?)
}

fn schema() -> Result<(), CompileError> {
    Ok(print(format!("{:#}\n", layout::json_schema()).as_bytes())?)
}

fn show(name: &str) -> Result<(), CompileError> {
    let Some(bundled) = Bundled::named(name) else {
        let names: Vec<&str> = BUNDLED.iter().map(|bundled| bundled.name).collect();
        let finding =
            Diagnostic::new(code::LAYOUT_NAME, None, message!("no bundled layout is called `{name}`", name));
        let finding = finding.hint(message!(
            "bundled: {names}; `base` has every default",
            names = Message::names(names.iter())
        ));
        say(&for_people(&[finding], &Files::default(), false));
        return Err(CompileError::Document);
    };
    Ok(print(bundled.toml.as_bytes())?)
}
