//! Fixes of all findings, applied to a text.

use std::collections::BTreeMap;

use super::fix::Fix;
use super::{Diagnostic, FileId, Span};

/// Returns the changes that cure findings, by file and in the order of their places. A change that conflicts with
/// that of another finding is left for the next run.
pub fn changes(found: &[Diagnostic]) -> BTreeMap<FileId, Vec<Fix>> {
    // The changes taken do not overlap.
    let mut taken: BTreeMap<Span, Fix> = BTreeMap::new();
    for finding in found {
        let mut own: BTreeMap<Span, Fix> = BTreeMap::new();
        let free =
            finding.fixes.iter().all(|fix| match touched(&taken, fix).or_else(|| touched(&own, fix)) {
                Some(other) => other == fix,
                None => own.insert(fix.span, fix.clone()).is_none(),
            });
        if free {
            taken.append(&mut own);
        }
    }
    let mut files: BTreeMap<FileId, Vec<Fix>> = BTreeMap::new();
    taken.into_values().for_each(|fix| files.entry(fix.span.file).or_default().push(fix));
    files
}

/// Returns the last of some changes that overlaps a change.
pub(super) fn touched<'f>(changes: &'f BTreeMap<Span, Fix>, fix: &Fix) -> Option<&'f Fix> {
    let behind = Span { start: fix.span.end, ..fix.span };
    let (_, last) = changes.range(..behind).next_back()?;
    Some(last).filter(|last| last.touches(fix))
}

/// Returns a text with the given changes, which are in the order of their places and do not overlap. A change that
/// does not fit is left out.
pub fn amended(text: &str, changes: &[Fix]) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for fix in changes.iter().filter(|fix| fix.fits(text)) {
        let range = fix.span.range();
        if let Some(kept) = text.get(at..range.start) {
            out.push_str(kept);
            out.push_str(&fix.text);
            at = range.end;
        }
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code;

    fn fix(range: std::ops::Range<usize>, was: &str, text: &str) -> Fix {
        Fix::new(Span::new(FileId::RESUME, range), was, text)
    }

    fn finding(fixes: &[Fix]) -> Diagnostic {
        fixes.iter().cloned().fold(Diagnostic::new(code::BRAND, None, ""), Diagnostic::fix)
    }

    #[test]
    fn all_changes_of_a_finding_are_made_or_none() {
        let text = "ab cd ef";
        let found = [
            finding(&[fix(6..8, "ef", "EF"), fix(0..2, "ab", "AB")]),
            finding(&[fix(1..4, "b c", "-"), fix(5..6, " ", "")]),
            finding(&[fix(0..2, "ab", "AB"), fix(3..5, "cd", "CD")]),
        ];
        let changes = changes(&found);
        assert_eq!(amended(text, &changes[&FileId::RESUME]), "AB CD EF");
    }

    #[test]
    fn very_many_changes_are_no_trouble() {
        let text = "Github,".repeat(60_000);
        let all = |offset: usize, was: &str, to: &str| -> Vec<Fix> {
            (0..60_000).map(|at| fix(7 * at + offset..7 * at + offset + was.len(), was, to)).collect()
        };
        let found =
            [finding(&all(0, "Github", "GitHub")), finding(&all(6, ",", "，")), finding(&all(0, "G", "g"))];
        let changes = changes(&found);
        assert_eq!(amended(&text, &changes[&FileId::RESUME]), "GitHub，".repeat(60_000));
    }

    #[test]
    fn what_does_not_fit_changes_nothing() {
        for wrong in [fix(0..2, "xy", "z"), fix(1..3, "中", "z"), fix(7..9, "x", "z"), fix(0..0, "", "z")] {
            assert_eq!(amended("中文", &[wrong]), "中文");
        }
    }

    #[test]
    fn a_name_is_found_in_its_quotes() {
        let span = Span::new(FileId::RESUME, 4..10);
        assert_eq!(Fix::of_name(span, "jake", "joke").map(|fix| fix.span.range()), Some(5..9));
        assert_eq!(Fix::of_name(span, "abcdef", "x").map(|fix| fix.span.range()), Some(4..10));
        assert_eq!(Fix::of_name(span, "abc", "x"), None);
    }

    #[test]
    fn a_slip_is_a_letter_or_two_of_a_long_name() {
        let slip =
            |was: &str, known| Fix::of_slip(Span::new(FileId::RESUME, 0..was.len()), was, known).is_some();
        for (was, known) in
            [("layuot", "layout"), ("nmae", "name"), ("headlnie", "headline"), ("contact", "contacts")]
        {
            assert!(slip(was, known), "{was}");
        }
        for (was, known) in [("date", "name"), ("set", "sat"), ("layout", "layout"), ("lyuot", "layout")] {
            assert!(!slip(was, known), "{was}");
        }
    }
}
