//! Changes of a text that cure what was found in it.

use std::collections::BTreeMap;

use super::{Diagnostic, FileId, Span};

/// A change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The place that changes.
    pub span: Span,
    /// What stands there. Where something else does, the place is not the one that was meant.
    pub was: String,
    /// What is to stand there.
    pub text: String,
}

impl Fix {
    /// Returns a change of `was`, which stands at a place, into another text.
    pub fn new(span: Span, was: impl Into<String>, text: impl Into<String>) -> Fix {
        Fix { span, was: was.into(), text: text.into() }
    }

    /// Returns a change of what a text has at a place; none if it has nothing there.
    pub fn of(source: &str, span: Span, text: impl Into<String>) -> Option<Fix> {
        let was = source.get(span.range()).filter(|was| !was.is_empty())?;
        Some(Fix::new(span, was, text))
    }

    /// Returns a change of a name that stands at a place as it is, or in quotes; none if something else does, by its
    /// length.
    pub fn of_name(span: Span, was: &str, text: &str) -> Option<Fix> {
        let inner = match span.len().checked_sub(was.len()) {
            Some(0) => span,
            Some(2) => Span { start: span.start + 1, end: span.end - 1, ..span },
            _ => return None,
        };
        Some(Fix::new(inner, was, text))
    }

    /// Returns a change of a name into the known one that was meant, as [`Fix::of_name`]; none if that is not certain: one
    /// letter may be wrong, missing or at another place, or two of a long name.
    pub fn of_slip(span: Span, was: &str, known: &str) -> Option<Fix> {
        let most = match known.chars().count() {
            0..=3 => 0,
            4..=6 => 1,
            _ => 2,
        };
        let slip = (1..=most).contains(&strsim::damerau_levenshtein(was, known));
        slip.then(|| Fix::of_name(span, was, known)).flatten()
    }

    /// Tells whether a text has at its place what it changes.
    pub fn fits(&self, text: &str) -> bool {
        !self.was.is_empty() && text.get(self.span.range()) == Some(self.was.as_str())
    }

    fn touches(&self, other: &Fix) -> bool {
        let (this, that) = (self.span, other.span);
        this.file == that.file && this.start < that.end && that.start < this.end
    }
}

/// Returns the changes that cure findings, by file and in the order of their places. What would change a place that
/// another finding changes otherwise is left for the next time.
pub fn changes(found: &[Diagnostic]) -> BTreeMap<FileId, Vec<Fix>> {
    // Those that are taken do not overlap.
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

/// Returns the last of some changes that a change touches.
fn touched<'f>(changes: &'f BTreeMap<Span, Fix>, fix: &Fix) -> Option<&'f Fix> {
    let behind = Span { start: fix.span.end, ..fix.span };
    let (_, last) = changes.range(..behind).next_back()?;
    Some(last).filter(|last| last.touches(fix))
}

/// Returns a text with changes, which are in the order of their places and do not overlap. A change that does not fit is
/// left out.
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
