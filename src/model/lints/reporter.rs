//! Findings of one code after another, not too many of each.

use crate::diag::{Code, Diagnostic, Message, Sink, Span};

/// How many findings of one code are reported one by one.
const SHOWN: usize = 8;

/// Reports findings, and knows how many of each code there are: of many of one kind the first ones are enough.
pub(super) struct Reporter<'a> {
    counts: Vec<(Code, usize)>,
    /// How an entry is written.
    pub entry: &'static str,
    pub source: &'a str,
    sink: &'a mut Sink,
}

impl<'a> Reporter<'a> {
    /// Returns one that has reported nothing yet; `entry` says how an entry is written.
    pub fn new(entry: &'static str, source: &'a str, sink: &'a mut Sink) -> Reporter<'a> {
        Reporter { counts: Vec::new(), entry, source, sink }
    }

    /// Returns how often a code was reported.
    pub fn count(&self, code: Code) -> usize {
        self.counts.iter().find(|(known, _)| *known == code).map_or(0, |(_, count)| *count)
    }

    /// Reports a finding, unless there are many of its code already.
    pub fn report(&mut self, code: Code, span: Span, message: impl Into<Message>, hint: impl Into<Message>) {
        self.report_found(Diagnostic::new(code, span, message).hint(hint));
    }

    pub fn report_found(&mut self, found: Diagnostic) {
        let code = found.code;
        let at = self.counts.iter().position(|(known, _)| *known == code).unwrap_or_else(|| {
            self.counts.push((code, 0));
            self.counts.len() - 1
        });
        self.counts[at].1 += 1;
        if self.counts[at].1 <= SHOWN {
            self.sink.report(found);
        }
    }
}
