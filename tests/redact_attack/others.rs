//! Other people's programs, searching a file for all that it says: those that are installed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::setup;

/// What a program found, under its name.
pub type Found = (&'static str, String);

/// Returns what each program finds in a file.
pub fn found(file: &Path) -> Vec<Found> {
    let mut found = strings(file);
    found.extend(run("exiftool", &["-a", "-U", "-G1", "-s", "-ee3"], file).map(|text| ("exiftool", text)));
    if file.extension().is_some_and(|ending| ending == "pdf") {
        found.extend(in_pdf(file));
        found.extend(pdfium(file).map(|text| ("pdfium", text)));
        found.extend(pictures(file));
    }
    found
}

/// Runs a program on a file; nothing if it is not installed.
fn run(program: &str, arguments: &[&str], file: &Path) -> Option<String> {
    output(program, arguments, file, &[])
}

fn output(program: &str, before: &[&str], file: &Path, behind: &[&str]) -> Option<String> {
    let output = setup::command(program).args(before).arg(file).args(behind).output().ok()?;
    Some(lossy(&output.stdout))
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What `strings` finds, in each encoding.
fn strings(file: &Path) -> Vec<Found> {
    let encodings =
        [("strings", "s"), ("strings 16 little", "l"), ("strings 16 big", "b"), ("strings 8", "S")];
    let found = |(name, encoding)| Some((name, run("strings", &["-n", "4", "-e", encoding], file)?));
    encodings.into_iter().filter_map(found).collect()
}

fn in_pdf(file: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    let plain = file.with_extension("qdf");
    let plain_name = plain.to_str().expect("a name in ASCII");
    output("qpdf", &["--qdf", "--object-streams=disable"], file, &[plain_name]);
    if let Ok(bytes) = fs::read(&plain) {
        let wide: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        found.extend([("qpdf --qdf", lossy(&bytes)), ("qpdf --qdf, without zeros", lossy(&wide))]);
    }
    let programs: [(&str, &str, &[&str], &[&str]); 5] = [
        ("mutool text", "mutool", &["draw", "-q", "-F", "text"], &[]),
        ("mutool info", "mutool", &["info"], &[]),
        ("mutool trailer", "mutool", &["show"], &["trailer", "outline", "grep"]),
        ("pdftotext", "pdftotext", &["-raw"], &["-"]),
        ("pdfinfo", "pdfinfo", &["-meta"], &[]),
    ];
    let said =
        |(name, program, before, behind)| Some((name, with_hex(output(program, before, file, behind)?)));
    found.extend(programs.into_iter().filter_map(said));
    found
}

/// Adds to a text what it has in hexadecimal, as mutool prints strings in UTF-16.
fn with_hex(mut text: String) -> String {
    let digits = |part: &str| part.split('>').next().unwrap_or_default().to_owned();
    let coded: Vec<String> = text.split("<FEFF").skip(1).map(digits).collect();
    for digits in coded {
        let unit = |at: usize| u16::from_str_radix(digits.get(at..at + 4)?, 16).ok();
        let units: Vec<u16> = (0..digits.len()).step_by(4).map_while(unit).collect();
        text.push('\n');
        text.push_str(&String::from_utf16_lossy(&units));
    }
    text
}

/// What pdfium finds, if tests/readers/setup.sh has installed it.
fn pdfium(file: &Path) -> Option<String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let python = setup::path("").join(target).join("readers/venv/bin/python");
    let script = setup::path("tests/readers/pdfium.py");
    let output = setup::command(python).arg(script).arg(file).output().ok()?;
    assert!(output.status.success(), "{}", lossy(&output.stderr));
    Some(lossy(&output.stdout))
}

/// What stands in the pictures of a PDF, as poppler takes them out: their bytes, and what exiftool says of them.
fn pictures(file: &Path) -> Vec<Found> {
    let Ok(folder) = tempfile::tempdir() else { return Vec::new() };
    let root = folder.path().join("picture");
    let Some(_) = output("pdfimages", &["-all"], file, &[root.to_str().expect("a name in ASCII")]) else {
        return Vec::new();
    };
    let files = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    let bytes: String = files.iter().map(|picture| lossy(&fs::read(picture).expect("a picture"))).collect();
    let said = files.iter().filter_map(|picture| run("exiftool", &["-a", "-U", "-G1", "-s"], picture));
    let said: String = said.collect();
    [("pdfimages", bytes), ("exiftool of pictures", said)].into_iter().collect()
}
