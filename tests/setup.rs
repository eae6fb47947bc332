//! The only place where tests and benchmarks say how a source, a layout and the faces are had.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use jianli::diag::{Failed, Files, Sink};
use jianli::fit::{Fitted, Fitter, PageGoal};
use jianli::font::FontBook;
use jianli::layout::{self, Choice, Layout, Override, Sheet};
use jianli::source::{self, Source};
use jianli::understand;

/// The layouts that come with jianli.
pub const LAYOUTS: &[&str] = &["classic", "compact"];

/// Returns a path in the project.
pub fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// Returns all Markdown files of a folder of the project by name.
pub fn markdown_files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(path(folder)).expect(folder);
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect(folder).path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "md"));
    files.sort();
    files
}

/// Returns a command that speaks English, whatever whoever runs the tests speaks.
#[allow(dead_code, reason = "benchmarks run none")]
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env("LC_ALL", "C");
    command
}

/// Returns a résumé that was read from a file. Its findings go to the sink.
pub fn open(file: &Path, files: &mut Files, sink: &mut Sink) -> Source {
    let bytes = source::read(file).expect("the file can be read");
    let name = file.file_name().expect("it is a file").to_string_lossy();
    source::parse(&name, &bytes, file.parent(), files, sink).unwrap_or_else(|_| panic!("{name}: {sink:?}"))
}

/// Returns a résumé that was read from a text, as from standard input.
pub fn parse(text: &str, sink: &mut Sink) -> Source {
    let parsed = source::parse("<test>", text.as_bytes(), None, &mut Files::default(), sink);
    parsed.unwrap_or_else(|_| panic!("{sink:?}\n{text}"))
}

/// Fits a résumé to so many pages.
pub fn fit(
    source: &Source,
    sheet: &Sheet,
    fonts: &FontBook,
    pages: usize,
    sink: &mut Sink,
) -> Result<Fitted, Failed> {
    let resume = understand(source, sink)?;
    let fitter = Fitter { text: &source.text, resume: &resume, sheet, fonts };
    fitter.fit(PageGoal { pages, place: None }, sink)
}

/// Returns a bundled layout.
pub fn layout(name: &str, fonts: &FontBook) -> Layout {
    sheet(name, &[], fonts).into_ideal()
}

/// Returns a bundled layout, keys set over it, that can be moved.
pub fn sheet(name: &str, sets: &[&str], fonts: &FontBook) -> Sheet {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let sets = sets.iter().map(|set| Override::flag(set, &mut files).expect("it has a value"));
    let sets: Vec<Override> = sets.collect();
    let families = fonts.families();
    let choice = Choice { name, place: None, folder: None, overrides: &sets, families: &families };
    layout::read(&choice, &mut files, &mut sink)
        .unwrap_or_else(|_| panic!("{name}: {:?}", sink.into_sorted()))
}

/// Returns the bundled faces, mapped from the project's own folder whatever the features.
pub fn fonts() -> FontBook {
    FontBook::from_folder(&path("fonts")).expect("fonts/ is whole")
}
