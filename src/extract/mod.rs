//! A PDF → its attached files. Reads what [`crate::pdf`] writes with attachments, and refuses the rest.
//!
//! The file may come from anyone, so nothing in it is trusted: the bytes inflated, the values read and their depth
//! are bounded for the whole file, each object is read once, and a name is a name, never a path.

use crate::diag::{Message, message};
mod file;
mod syntax;

use file::File;
use syntax::{Dict, Value};

/// A file attached to a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// Its name, which is valid in a folder and is not a path.
    pub name: String,
    /// Whether it is declared to be Markdown.
    pub markdown: bool,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The most files that are read from one PDF: a résumé and its layouts are far fewer.
const MOST_FILES: usize = 64;

/// Returns the files attached to a PDF, in the order of its name tree.
///
/// # Errors
/// The reason why there are none, in a few words: it is not a PDF, cut off, encrypted, not one of ours,
/// unreasonably large, or its files have names that are paths.
pub fn attachments(pdf: &[u8]) -> Result<Vec<Extracted>, Message> {
    const NONE: &str = "it carries no files: they are in a PDF that was made with `jianli --attach`";
    let mut file = File::open(pdf)?;
    let catalog = file.catalog()?;
    let names = file.dict(catalog.get(&b"Names"[..])).ok_or(NONE)?;
    let tree = file.dict(names.get(&b"EmbeddedFiles"[..])).ok_or(NONE)?;
    let Some(Value::Array(list)) = tree.get(&b"Names"[..]) else { return Err(NONE.into()) };
    let entries: Vec<&Value> = list.iter().skip(1).step_by(2).collect();
    if entries.len() > MOST_FILES {
        return Err(message!("it carries more than {most} files", most = MOST_FILES));
    }
    let mut found: Vec<Extracted> = Vec::new();
    for entry in entries {
        let spec = file.dict(Some(entry)).ok_or(file::DAMAGED)?;
        let extracted = extracted(&mut file, &spec)?;
        if found.iter().any(|other| other.name == extracted.name) {
            return Err(message!("it carries two files named `{name}`", name = extracted.name));
        }
        found.push(extracted);
    }
    if found.is_empty() { Err(NONE.into()) } else { Ok(found) }
}

fn extracted(file: &mut File, spec: &Dict) -> Result<Extracted, Message> {
    let name = [&b"UF"[..], b"F"].into_iter().find_map(|key| match spec.get(key) {
        Some(Value::Text(bytes)) => Some(text(bytes)),
        _ => None,
    });
    let name = name.ok_or(file::DAMAGED)?;
    if !is_plain(&name) {
        let shown: String = name.chars().filter(|c| !c.is_control()).take(80).collect();
        return Err(message!("it carries a file whose name is a path or is hidden: `{shown}`", shown));
    }
    let embedded = file.dict(spec.get(&b"EF"[..])).ok_or(file::DAMAGED)?;
    let (dict, bytes) = file.stream(embedded.get(&b"F"[..]))?;
    let markdown = matches!(dict.get(&b"Subtype"[..]), Some(Value::Name(kind)) if kind == b"text/markdown");
    Ok(Extracted { name, markdown, bytes })
}

/// Returns a text string (PDF 32000-1, 7.9.2.2).
fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> =
                units.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}

/// Returns whether a name is valid in a folder on any system and unambiguous: no path, no drive, not hidden, no
/// option of a command, no device of Windows, nothing that is displayed otherwise than it is written.
pub fn is_plain(name: &str) -> bool {
    let whole = !name.is_empty() && name.len() <= 255 && !name.contains(is_odd);
    whole && !name.starts_with(['.', '-', ' ']) && !name.ends_with(['.', ' ']) && !is_device(name)
}

/// Returns whether a character has no place in a file's name: a separator of some system, a control, or a character
/// that changes the direction of the following text (UAX #9, 2) or is invisible.
pub fn is_odd(c: char) -> bool {
    let turns =
        matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let unseen =
        matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{FEFF}');
    let separates = matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    c.is_control() || turns || unseen || separates
}

/// Returns whether Windows opens a device under this name, whatever its extension ("Naming Files, Paths, and
/// Namespaces").
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |port: &str| {
        let number = stem.strip_prefix(port).map(|number| number.chars().collect::<Vec<char>>());
        number.is_some_and(|number| matches!(number.as_slice(), ['0'..='9' | '¹' | '²' | '³']))
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"].contains(&stem.as_str())
        || numbered("COM")
        || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_paths() {
        assert!(["张三.md", "a b.toml", "x"].into_iter().all(is_plain));
        let long = "x".repeat(256);
        for name in
            ["", ".", "..", ".bashrc", "../a", "/etc/passwd", "a/b", "a\\b", "C:a", "a\0", "a\n", &long]
        {
            assert!(!is_plain(name), "{name:?}");
        }
        for name in
            ["con", "NUL.md", "com1.toml", "LPT9", "aux .md", "COM¹.md", "CONOUT$", "a.md.", "a.md ", " a"]
        {
            assert!(!is_plain(name), "{name:?}");
        }
        for name in ["-rf", "--help.md", "a\u{202E}dm.exe", "a\u{2066}.md", "a\u{200B}.md", "\u{200F}a.md"] {
            assert!(!is_plain(name), "{name:?}");
        }
        assert!(["con-sulting.md", "command.md", "com10.md", "a-b c.md", "LPT.md"].into_iter().all(is_plain));
    }

    #[test]
    fn text_strings_have_two_codings() {
        assert_eq!(text(b"a.md"), "a.md");
        assert_eq!(text(b"\xFE\xFF\x5F\x20\x4E\x09"), "张三");
    }

    #[test]
    fn what_is_no_pdf_is_refused() {
        for bytes in [
            &b""[..],
            b"%PDF-1.7",
            b"# a\n",
            b"%PDF-1.7\nstartxref\n9999\n%%EOF",
            b"%PDF-1.7\nstartxref\n0\n",
        ] {
            assert!(attachments(bytes).is_err());
        }
    }
}
