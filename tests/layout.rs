//! The layout stage: what files say, what is wrong with them, what the bundled ones come to.

use std::fs;
use std::path::Path;

use jianli::diag::{self, Diagnostic, Files, Sink, Stop};
use jianli::layout::{self, BUNDLED, Choice, Layout, Override};

const FAMILIES: &[&str] = &[
    "Noto Sans SC",
    "Noto Serif SC",
    "Inter",
    "Source Sans 3",
    "Source Serif 4",
    "Source Code Pro",
    "Resume Noto Sans CJK Ext",
    "Resume Noto Serif CJK Ext",
];

/// A layout or why there is none, and everything said on the way.
struct Outcome {
    layout: Result<Layout, Stop>,
    found: Vec<Diagnostic>,
    files: Files,
}

fn load_set(name: &str, folder: &Path, sets: &[&str]) -> Outcome {
    let mut files = Files::default();
    let mut sink = Sink::default();
    files.add("resume.md", "---\nlayout: mine\n---\n");
    let overrides: Vec<Override> =
        sets.iter().map(|set| Override::flag(set, &mut files).expect("has a value")).collect();
    let choice =
        Choice { name, place: None, folder: Some(folder), overrides: &overrides, families: FAMILIES };
    let layout = layout::load(&choice, &mut files, &mut sink);
    Outcome { layout, found: sink.into_sorted(), files }
}

/// Loads a layout file of this text.
fn load(toml: &str) -> Outcome {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("my.toml"), toml).expect("written");
    load_set("my.toml", folder.path(), &[])
}

#[test]
fn dump() {
    for b in BUNDLED {
        let out = load_set(b.name, Path::new("."), &[]);
        for d in &out.found {
            println!("{}", diag::render(d, &out.files, Default::default()));
        }
        println!("{:#?}", out.layout.unwrap().header);
    }
    let out = load("pagee = 3\n[page]\nsize='0mm'\nmargin=nan\n[header]\nrows=['{nam}', '{name:nme}']\n");
    for d in &out.found {
        println!(
            "{:?} {:?} {:?} {:?}",
            d.code,
            out.files.line_column(d.primary.unwrap()),
            d.message,
            d.hints
        );
    }
}
