//! Other people's programs. Each is used where it is installed.

use crate::setup;
use std::io::Write;
use std::path::Path;
use std::process::Output;

fn run(program: &str, before: &[&str], after: &[&str], bytes: &[u8]) -> Option<Output> {
    let mut file = tempfile::Builder::new().suffix(".pdf").tempfile().ok()?;
    file.write_all(bytes).ok()?;
    let mut command = setup::command(program);
    command.args(before).arg(file.path()).args(after).output().ok()
}

/// Keeps a file to be looked at.
pub fn keep(name: &str, bytes: &[u8]) {
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), bytes).unwrap();
}

/// Asserts that qpdf and veraPDF find nothing wrong.
pub fn check(bytes: &[u8]) {
    check_as(bytes, ["ua1", "2a"]);
}

/// Does what [`check`] does, against other standards.
pub fn check_as(bytes: &[u8], flavours: [&str; 2]) {
    if let Some(output) = run("qpdf", &["--check"], &[], bytes) {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    // The program may be named; it takes seconds to start.
    let verapdf = std::env::var("VERAPDF").unwrap_or_else(|_| "verapdf".to_owned());
    if Path::new(&verapdf).is_file() || verapdf == "verapdf" {
        for flavour in flavours {
            let Some(output) = run(&verapdf, &["--format", "text", "-f", flavour], &[], bytes) else {
                return;
            };
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(said.starts_with("PASS"), "{flavour}: {said}");
        }
    }
}

/// Returns the text that poppler reads, in the order of the content.
pub fn text(bytes: &[u8]) -> Option<String> {
    let output = run("pdftotext", &["-raw"], &["-"], bytes)?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
