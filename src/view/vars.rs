//! Words that differ between applications.

use super::directive::Word;
use super::select::{Edit, EditKind};
use super::survey::Survey;
use crate::diag::{Diagnostic, Sink, Span, code, message};
use crate::source::views::folded;
use crate::source::{Source, Value};

/// A variable of the text, between its comments.
pub(super) struct Var {
    name: String,
    /// The place from the first comment to the last.
    span: Span,
    /// The place between them.
    inner: std::ops::Range<usize>,
}

/// Returns the variables of a text; reports those that are not closed on their line.
pub(super) fn find(survey: &mut Survey, text: &str) -> Vec<Var> {
    let (mut vars, mut open): (Vec<Var>, Option<(Span, String)>) = (Vec::new(), None);
    let mut faults: Vec<Span> = Vec::new();
    for (span, word) in &survey.words {
        match word {
            Word::Var(name) => faults.extend(open.replace((*span, name.clone())).map(|(span, _)| span)),
            Word::EndVar => match open.take() {
                Some((start, name)) if is_one_line(text, start, *span) => {
                    let inner = start.range().end..span.range().start;
                    vars.push(Var { name: folded(&name), span: start.to(*span), inner });
                }
                Some((start, _)) => faults.push(start),
                None => faults.push(*span),
            },
            _ => {}
        }
    }
    faults.extend(open.map(|(span, _)| span));
    for span in faults {
        let found = Diagnostic::new(code::DIRECTIVE, span, "a variable begins and ends in one line");
        survey.found.push(found.hint("write <!-- var: company -->your company<!-- /var -->"));
    }
    vars
}

fn is_one_line(text: &str, start: Span, end: Span) -> bool {
    text.get(start.range().start..end.range().end).is_some_and(|part| !part.contains('\n'))
}

/// Reports values that no variable uses, and variables that have no value.
pub(super) fn check(vars: &[Var], whole: &Source, values: &[(Value, Value)], sink: &mut Sink) {
    let text = whole.text.as_str();
    let above = |name: &Value| whole.front.letter.as_ref().is_some_and(|letter| letter.has(&name.text));
    for (name, _) in values.iter().filter(|(name, _)| !above(name)) {
        if !vars.iter().any(|var| var.name == folded(&name.text)) {
            let message = message!("the text has no variable `{name}`", name = name.text);
            let cure =
                message!("write <!-- var: {name} -->…<!-- /var --> where it should go", name = name.text);
            sink.report(Diagnostic::new(code::FRONT_MATTER_KEY, name.span, message).hint(cure));
        }
    }
    for var in vars.iter().filter(|var| var.words(text, values).is_none()) {
        let message = message!("the variable `{var}` has no value", var = var.name);
        let cure = "give it one under `vars` of the view, or write one between its comments";
        sink.report(Diagnostic::new(code::VARIABLE, var.span, message).hint(cure));
    }
}

impl Var {
    /// Returns the words for it: its value, else the text between its comments.
    fn words<'a>(&self, text: &'a str, values: &'a [(Value, Value)]) -> Option<&'a str> {
        let value = values.iter().find(|(name, _)| folded(&name.text) == self.name);
        let usual = text.get(self.inner.clone()).filter(|usual| !usual.trim().is_empty());
        value.map(|(_, value)| value.text.as_str()).or(usual)
    }
}

/// Returns the changes that put the words of each in place.
pub(super) fn edits(vars: &[Var], text: &str, values: &[(Value, Value)]) -> Vec<Edit> {
    let edit = |var: &Var| {
        let with = var.words(text, values).unwrap_or_default().to_owned();
        Edit { range: var.span.range(), with, kind: EditKind::Inline }
    };
    vars.iter().map(edit).collect()
}
