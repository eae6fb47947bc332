//! Findings of one code, limited in number.

use super::samples::Samples;
use crate::diag::{Code, Diagnostic, Message, Sink, Span};

/// The number of findings of one code reported one by one.
const SHOWN: usize = 40;

/// Reports findings and counts them by code: of many of one kind the first ones are enough.
pub(super) struct Reporter<'a> {
    counts: Vec<(Code, usize)>,
    /// What to write, in the letters of the document.
    pub samples: Samples,
    /// Studies are looked at.
    pub studies: bool,
    pub source: &'a str,
    sink: &'a mut Sink,
}

impl<'a> Reporter<'a> {
    /// Returns one that has reported nothing yet; `samples` say what to write.
    pub fn new(samples: Samples, source: &'a str, sink: &'a mut Sink) -> Reporter<'a> {
        Reporter { counts: Vec::new(), samples, studies: false, source, sink }
    }

    /// Returns how an entry is written.
    pub fn entry(&self) -> Message {
        if self.studies { self.samples.study() } else { self.samples.entry() }
    }

    /// Returns the number of reports of a code.
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
