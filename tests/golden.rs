//! What each stage makes of every example, in both layouts, and of every case in `tests/suite`, as
//! text in `tests/golden/stages`. After a change that is meant to be seen,
//!
//! ```sh
//! JIANLI_RENEW=1 cargo test golden
//! ```
//!
//! rewrites these files and the other ones below `tests/golden`; the difference is to be read before
//! it is committed. A golden file that nothing makes any more fails.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jianli::diag::{Files, Sink};
use jianli::font::FontBook;
use jianli::{boxes, lines, model, pages};

use crate::{dump, setup};

#[test]
fn golden_dumps_are_as_before() {
    let fonts = setup::fonts();
    let mut dumps = BTreeMap::new();
    for file in setup::markdown_files("examples") {
        setup::LAYOUTS.iter().for_each(|layout| dump_stages(&file, layout, &fonts, &mut dumps));
    }
    for file in setup::markdown_files("tests/suite") {
        dump_stages(&file, setup::LAYOUTS[0], &fonts, &mut dumps);
    }
    agree("stages", &dumps);
}

/// Fails unless a folder below `tests/golden` holds these files and no others, or makes it so when
/// that is asked for.
pub fn agree(folder: &str, dumps: &BTreeMap<String, String>) {
    let folder = setup::path("tests/golden").join(folder);
    if std::env::var_os("JIANLI_RENEW").is_some() {
        return renew(&folder, dumps);
    }
    let faults = compare(&folder, dumps);
    assert!(faults.is_empty(), "{}\nJIANLI_RENEW=1 cargo test golden accepts this", faults.join("\n"));
}

#[test]
fn a_changed_a_missing_and_an_orphaned_dump_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let now: BTreeMap<String, String> = [("same", "a\n"), ("changed", "a\nb\nc\n"), ("missing", "a\n")]
        .map(|(k, v)| (k.into(), v.into()))
        .into();
    for (name, text) in [("same", "a\n"), ("changed", "a\nB\nc\n"), ("orphan", "a\n")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let faults = compare(folder.path(), &now);
    assert_eq!(
        faults,
        ["changed:2\n  was: B\n  now: b", "missing: no such golden file", "orphan: nothing makes this file"]
    );
    renew(folder.path(), &now);
    assert_eq!(compare(folder.path(), &now), Vec::<String>::new());
}

/// Adds what each stage makes of a file: `NAME.model.txt` and what `jianli explain` says of it, then
/// `NAME.LAYOUT.STAGE.txt` of the others.
fn dump_stages(file: &Path, layout_name: &str, fonts: &FontBook, dumps: &mut BTreeMap<String, String>) {
    let name = file.file_stem().unwrap().to_string_lossy();
    let layout = setup::layout(layout_name, fonts);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = setup::open(file, &mut files, &mut sink);
    let resume = model::build(&source, &mut sink).unwrap_or_else(|_| panic!("{name}: {sink:?}"));
    let found = dump::findings(&sink.clone().into_sorted(), &files);
    dumps.insert(format!("{name}.model.txt"), dump::model(&resume) + &found);
    let explained = model::explain(&resume, &source, &files) + &model::explain_text(&resume, &files);
    dumps.insert(format!("{name}.explain.txt"), explained);
    let tree = boxes::build(&resume, &layout);
    let galley = lines::set(&tree, fonts, &mut sink);
    let set = dump::galley(&galley, fonts);
    let document = pages::paginate(galley, &layout, &resume.meta, fonts, &mut sink);
    let found = dump::findings(&sink.into_sorted(), &files);
    let stages =
        [("boxes", dump::boxes(&tree)), ("galley", set), ("pages", dump::pages(&document, fonts) + &found)];
    for (stage, text) in stages {
        dumps.insert(format!("{name}.{layout_name}.{stage}.txt"), text);
    }
}

/// Returns a line for each file that is not as it should be.
fn compare(folder: &Path, dumps: &BTreeMap<String, String>) -> Vec<String> {
    let mut kept = golden_files(folder);
    let mut faults = Vec::new();
    for (name, now) in dumps {
        match kept.remove(name) {
            None => faults.push(format!("{name}: no such golden file")),
            Some(was) if was != *now => faults.push(first_difference(name, &was, now)),
            Some(_) => {}
        }
    }
    faults.extend(kept.keys().map(|name| format!("{name}: nothing makes this file")));
    faults
}

fn first_difference(name: &str, was: &str, now: &str) -> String {
    let same = was.lines().zip(now.lines()).take_while(|(was, now)| was == now).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(end)").to_owned();
    format!("{name}:{}\n  was: {}\n  now: {}", same + 1, line(was), line(now))
}

fn golden_files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap());
    let read = |entry: fs::DirEntry| {
        let text = fs::read_to_string(entry.path()).unwrap().replace("\r\n", "\n");
        (entry.file_name().to_string_lossy().into_owned(), text)
    };
    entries.map(read).collect()
}

fn renew(folder: &Path, dumps: &BTreeMap<String, String>) {
    fs::create_dir_all(folder).unwrap();
    for name in golden_files(folder).keys().filter(|name| !dumps.contains_key(*name)) {
        fs::remove_file(folder.join(name)).unwrap();
    }
    for (name, text) in dumps {
        fs::write(folder.join(name), text).unwrap();
    }
}
