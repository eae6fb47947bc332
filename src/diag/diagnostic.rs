//! A finding about the document: the fault, its place, and its cure.

use super::codes::Code;
use super::fix::Fix;
use super::message::Message;
use super::severity::Severity;
use super::span::Span;
use super::speech::Speech;

/// One finding about the document, with its place and its cure.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The stable code, such as `J203`.
    pub code: Code,
    /// The code's own severity, unless it was changed.
    pub severity: Severity,
    /// The fault: one line, lower case, no full stop; in English, and translatable.
    pub message: Message,
    /// The place concerned, if there is one.
    pub primary: Option<Span>,
    /// Further places, each with a label.
    pub labels: Vec<(Span, Message)>,
    /// What to do about it, one line each.
    pub hints: Vec<Message>,
    /// The changes of the text that together cure it, where there is only one cure and it is certain.
    pub fixes: Vec<Fix>,
    /// Places whose words could be cut to make a text short enough; all of them together do.
    pub cuts: Vec<Span>,
}

impl Diagnostic {
    /// Returns a finding with its code's severity, at a place.
    pub fn new(code: Code, place: impl Into<Option<Span>>, message: impl Into<Message>) -> Diagnostic {
        Diagnostic {
            code,
            severity: code.severity,
            message: message.into(),
            primary: place.into(),
            labels: Vec::new(),
            hints: Vec::new(),
            fixes: Vec::new(),
            cuts: Vec::new(),
        }
    }

    /// Returns the same finding with one more piece of advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Message>) -> Diagnostic {
        self.hints.push(hint.into());
        self
    }

    /// Returns the same finding with one more place.
    #[must_use]
    pub fn label(mut self, place: Span, text: impl Into<Message>) -> Diagnostic {
        self.labels.push((place, text.into()));
        self
    }

    /// Returns the same finding with one more change that belongs to its cure, if there is one.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<Option<Fix>>) -> Diagnostic {
        self.fixes.extend(fix.into());
        self
    }

    /// Returns the same finding with all its places moved.
    #[must_use]
    pub fn moved(mut self, place: impl Fn(Span) -> Span) -> Diagnostic {
        self.primary = self.primary.map(&place);
        self.labels.iter_mut().for_each(|(span, _)| *span = place(*span));
        self.fixes.iter_mut().for_each(|fix| fix.span = place(fix.span));
        self.cuts.iter_mut().for_each(|cut| *cut = place(*cut));
        self
    }

    /// Returns the same finding in a language. Codes, places and severities are the same in all.
    #[must_use]
    pub fn in_speech(&self, speech: Speech) -> Diagnostic {
        Diagnostic {
            message: self.message.in_speech(speech),
            labels: self.labels.iter().map(|(place, text)| (*place, text.in_speech(speech))).collect(),
            hints: self.hints.iter().map(|hint| hint.in_speech(speech)).collect(),
            fixes: self.fixes.clone(),
            cuts: self.cuts.clone(),
            ..*self
        }
    }
}
