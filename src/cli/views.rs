//! Which views are meant, and what each result of them is called.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use glob::Pattern;

use super::args::{BuildArgs, LookArgs, ViewArgs};
use super::names;
use super::options::request;
use crate::diag::Error;
use crate::session::{self, Options};

/// Returns the arguments for each result of a file, in the order of the front matter.
///
/// # Errors
/// [`Error::Read`] if the file cannot be read.
pub fn expand(views: &ViewArgs, file: &Path) -> Result<Vec<ViewArgs>, Error> {
    if !views.may_be_several() {
        return Ok(vec![views.clone()]);
    }
    let declared = session::views(&request(file, Options::default())?).result.unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &String| {
        if !names.contains(name) {
            names.push(name.clone());
        }
    };
    if views.all_views {
        declared.iter().for_each(&mut add);
    }
    for wanted in &views.view {
        let pattern = Pattern::new(wanted).ok().filter(|_| !declared.contains(wanted));
        let fits = |name: &&String| pattern.as_ref().is_some_and(|pattern| pattern.matches(name));
        let mut found = declared.iter().filter(fits).peekable();
        match found.peek() {
            Some(_) => found.for_each(&mut add),
            // Whoever builds it says that there is none.
            None => add(wanted),
        }
    }
    if names.is_empty() {
        return Err(refused(file, "it declares no views: write `views:` into its front matter"));
    }
    Ok(names.iter().map(|name| views.of(name)).collect())
}

fn refused(file: &Path, why: &str) -> Error {
    Error::Read { path: file.to_owned(), source: io::Error::other(why.to_owned()) }
}

/// Refuses more than one view where only one can be shown.
///
/// # Errors
/// [`Error::Read`].
pub fn only_one(views: &ViewArgs, file: &Path) -> Result<(), Error> {
    match views.may_be_several() {
        true => Err(refused(file, "one view at a time is shown: name it with --view NAME")),
        false => Ok(()),
    }
}

/// Returns the builds of each result of a build: with a name of its own if there are several.
///
/// # Errors
/// As [`expand`].
pub fn builds(build: &BuildArgs, ending: &str) -> Result<Vec<BuildArgs>, Error> {
    let views = expand(&build.look.views, build.file())?;
    let several = views.len() > 1;
    let one = |views: ViewArgs| {
        let beside = build.file().with_extension(ending);
        let path = build.output.as_ref().unwrap_or(&beside);
        let output = match views.one().filter(|_| several) {
            Some(view) if !names::is_template(path) => Some(named(path, &view)),
            _ => build.output.clone(),
        };
        let look = LookArgs { views, ..build.look.clone() };
        BuildArgs { output, look, ..build.clone() }
    };
    Ok(views.into_iter().map(one).collect())
}

/// Returns `NAME-VIEW.pdf` for `NAME.pdf`.
fn named(path: &Path, view: &str) -> PathBuf {
    let mut name = OsString::from(path.file_stem().unwrap_or_default());
    name.push("-");
    name.push(names::safe(view));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// Returns who makes a result, for messages: the file, and its view if it has one.
pub fn label(build: &BuildArgs) -> PathBuf {
    match build.look.views.one() {
        Some(view) => format!("{} (view {view})", build.file().display()).into(),
        None => build.file().to_owned(),
    }
}
