//! Lines that belong to page builders and other résumé tools: `[block]` … `[/block]`, variables of templates such
//! as `$website_label: Portfolio`.

use std::collections::BTreeSet;

use super::super::lines::Line;
use super::super::{Edit, Note, NoteKind, Repairs};

/// The longest name, in bytes.
const LONGEST: usize = 24;

/// Removes them, and notes the first of each kind.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    short_codes(source, lines, found);
    variables(source, lines, found);
}

/// Removes `[block]` and `[/block]`, each alone on its line.
fn short_codes(source: &str, lines: &[Line], found: &mut Repairs) {
    let closed: BTreeSet<&str> = lines
        .iter()
        .filter_map(|line| name(line.text(source)).filter(|(closes, _)| *closes))
        .map(|(_, name)| name)
        .collect();
    if closed.is_empty() {
        return;
    }
    let label = |line: &Line| line.text(source).strip_prefix('[')?.split_once("]:").map(|(name, _)| name);
    let defined: BTreeSet<&str> = lines.iter().filter_map(label).collect();
    let opened: BTreeSet<&str> = lines
        .iter()
        .filter_map(|line| name(line.text(source)).filter(|(closes, _)| !closes))
        .map(|(_, name)| name)
        .filter(|name| closed.contains(name) && !defined.contains(name))
        .collect();
    let mut told = BTreeSet::new();
    for line in lines {
        let Some((_, name)) = name(line.text(source)).filter(|(_, name)| opened.contains(name)) else {
            continue;
        };
        found.edits.push(Edit::text(line.range.clone(), ""));
        if told.insert(name) {
            found.notes.push(Note { range: line.range.clone(), kind: NoteKind::Leftover });
        }
    }
}

/// Returns the name of a short code that is a whole line, and whether it closes one; attributes may follow the
/// name.
fn name(line: &str) -> Option<(bool, &str)> {
    let inner = line.trim_end().strip_prefix('[')?.strip_suffix(']')?;
    let (closes, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let name = inner.split(' ').next().unwrap_or_default();
    let attributes = &inner[name.len()..];
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_');
    let fits = !name.is_empty()
        && name.len() <= LONGEST
        && name.bytes().all(plain)
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && !attributes.contains(['[', ']'])
        && (attributes.is_empty() || !closes && attributes.contains('='));
    fits.then_some((closes, name))
}

/// Reads `$email: a@example.com`, where the sign belongs to the template. `$website_label: Blog` is the words of a
/// link on a page, not a fact.
fn variables(source: &str, lines: &[Line], found: &mut Repairs) {
    let variables: Vec<(&Line, &str)> =
        lines.iter().filter_map(|line| Some((line, variable(line.text(source))?))).collect();
    if variables.len() < 2 {
        return;
    }
    let mut told = (false, false);
    for (line, name) in variables {
        let start = line.start(source);
        let label = name.ends_with("_label");
        let range = if label { line.range.clone() } else { start..start + 1 };
        found.edits.push(Edit::text(range.clone(), ""));
        let first = if label { &mut told.0 } else { &mut told.1 };
        if !std::mem::replace(first, true) {
            found.notes.push(Note { range, kind: NoteKind::Leftover });
        }
    }
}

/// Returns the name of the variable that a line sets: `$name: Alex Sample`.
fn variable(line: &str) -> Option<&str> {
    let (name, value) = line.strip_prefix('$')?.split_once(": ")?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let fits =
        !name.is_empty() && name.len() <= LONGEST && name.bytes().all(plain) && !value.trim().is_empty();
    fits.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::super::Prepared;
    use super::super::super::tests::shown;

    #[test]
    fn short_codes_alone_on_their_lines_are_left_out() {
        for (source, want) in [
            ("[block]\n\n甲\n\n[/block]\n", "\n\n甲\n\n\n"),
            ("[col size=\"2\"]\n甲\n[/col]\n", "\n甲\n\n"),
            ("[a]\n[/a]\n[a]\n乙\n[/a]\n", "\n\n\n乙\n\n"),
            ("$name: 甲\n$mail_label: 乙\n$mail: a@example.com\n", "name: 甲\n\nmail: a@example.com\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
            assert!(!Prepared::new(source).notes.is_empty());
        }
        assert_eq!(Prepared::new("[a]\n[/a]\n[a]\n[/a]\n").notes.len(), 1);
    }

    #[test]
    fn what_only_looks_like_them_stays() {
        for source in [
            "[block]\n\n甲\n",
            "[Block]\n[/Block]\n",
            "[a]\n[/a]\n\n[a]: https://example.com\n",
            "甲 [a] 乙 [/a]\n",
            "$5: 甲\n",
            "$100 and more\n",
            "Baker /// Writer\n",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
