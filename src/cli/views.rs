//! The views that are meant, and the names of their results.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use glob::Pattern;

use super::args::{BuildArgs, LookArgs, ViewArgs};
use super::names;
use super::options::{request, request_of};
use super::report;
use crate::diag::{Error, Message, message};
use crate::session::{self, Declared, Options, Reading, Request};

/// Returns the looks of the results of a file: each view in each language, in the order of the front matter.
///
/// # Errors
/// [`Error::Read`] if the file cannot be read.
pub fn expand(look: &LookArgs, file: &Path) -> Result<Vec<LookArgs>, Error> {
    match look.views.may_be_several() {
        true => looks(look, &request(file, Options::default())?, file, &Reading::default()),
        false => Ok(vec![look.clone()]),
    }
}

/// Returns the looks of the results of a file that was read.
fn looks(look: &LookArgs, request: &Request, file: &Path, reading: &Reading) -> Result<Vec<LookArgs>, Error> {
    let views = &look.views;
    let declared = session::declared_in(request, reading).result.unwrap_or_default();
    let names = names_of(views, &declared);
    if names.is_empty() && (views.all_views || !views.view.is_empty()) {
        return Err(refused(file, "it declares no views: write `views:` into its front matter"));
    }
    if declared.languages.is_empty() && views.all_langs {
        let why = "it is written in one language: write `languages: [zh-Hans, en]` into its front matter";
        return Err(refused(file, why));
    }
    let looks = if names.is_empty() {
        vec![views.clone()]
    } else {
        names.iter().map(|name| views.of(name)).collect()
    };
    let mut all = Vec::new();
    for one in looks {
        let own = declared.views.iter().find(|(name, _)| Some(name) == one.one().as_ref());
        let lang = own.and_then(|(_, lang)| lang.clone());
        // A view with a language of its own is in no other.
        let langs = match (views.all_langs, lang) {
            (false, _) => vec![look.lang.clone()],
            (true, Some(lang)) => vec![Some(lang)],
            (true, None) => declared.languages.iter().cloned().map(Some).collect(),
        };
        let views = ViewArgs { all_langs: false, ..one };
        all.extend(langs.into_iter().map(|lang| LookArgs { lang, views: views.clone(), ..look.clone() }));
    }
    Ok(all)
}

/// Returns the names of the views that are meant.
fn names_of(views: &ViewArgs, declared: &Declared) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &String| {
        if !names.contains(name) {
            names.push(name.clone());
        }
    };
    let declared: Vec<&String> = declared.views.iter().map(|(name, _)| name).collect();
    if views.all_views {
        declared.iter().copied().for_each(&mut add);
    }
    for wanted in &views.view {
        let pattern = Pattern::new(wanted).ok().filter(|_| !declared.contains(&wanted));
        let fits = |name: &&String| pattern.as_ref().is_some_and(|pattern| pattern.matches(name));
        let mut found = declared.iter().copied().filter(fits).peekable();
        match found.peek() {
            Some(_) => found.for_each(&mut add),
            // The build reports that there is no such view.
            None => add(wanted),
        }
    }
    names
}

fn refused(file: &Path, why: &str) -> Error {
    Error::Read { path: file.to_owned(), source: io::Error::other(Message::from(why)) }
}

/// Refuses more than one view where only one can be shown.
///
/// # Errors
/// [`Error::Read`].
pub fn only_one(views: &ViewArgs, file: &Path) -> Result<(), Error> {
    match views.may_be_several() {
        true => Err(refused(file, "one view at a time is shown: name it with --view NAME, and --lang TAG")),
        false => Ok(()),
    }
}

/// Returns the builds of each result of a build: with a name of its own if there are several. `text` is the bytes of
/// the file, if it was read already.
///
/// # Errors
/// As [`expand`].
pub fn builds(
    build: &BuildArgs,
    ending: &str,
    text: Option<(&[u8], &Reading)>,
) -> Result<Vec<BuildArgs>, Error> {
    let (look, file) = (&build.look, build.file());
    let looks = match text.filter(|_| look.views.may_be_several()) {
        Some((bytes, reading)) => looks(look, &request_of(file, bytes, Options::default())?, file, reading)?,
        None => expand(look, file)?,
    };
    let several =
        |of: &dyn Fn(&LookArgs) -> Option<String>| looks.windows(2).any(|pair| of(&pair[0]) != of(&pair[1]));
    let view = |look: &LookArgs| look.views.one();
    let lang = |look: &LookArgs| look.lang.clone();
    let (views, langs) = (several(&view), several(&lang));
    let one = |look: &LookArgs| {
        let beside = build.file().with_extension(ending);
        let path = build.output.as_ref().unwrap_or(&beside);
        let parts = [view(look).filter(|_| views), lang(look).filter(|_| langs)];
        let mut output = build.output.clone();
        if !names::is_template(path) {
            let parts = parts.into_iter().flatten();
            output = parts.fold(output, |output, part| Some(named(output.as_ref().unwrap_or(path), &part)));
        }
        BuildArgs { output, look: look.clone(), ..build.clone() }
    };
    Ok(looks.iter().map(one).collect())
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

/// Returns the name of a result for messages: the file, with its view and language if they were chosen.
pub fn label(build: &BuildArgs) -> PathBuf {
    let said = qualifier(&build.look);
    if said.is_empty() { build.file().to_owned() } else { format!("{}{said}", build.file().display()).into() }
}

/// Returns the view and the language of a result, for messages: ` (view fe, en)`.
pub fn qualifier(look: &LookArgs) -> String {
    qualifier_of(look.views.one().as_deref(), look.lang.as_deref())
}

/// Returns the same, given their names.
pub fn qualifier_of(view: Option<&str>, lang: Option<&str>) -> String {
    let view = view.map(|view| report::localized(&message!("view {view}", view)));
    let said: Vec<String> = view.into_iter().chain(lang.map(str::to_owned)).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}
