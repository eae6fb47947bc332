//! Whether two texts that are meant to say the same do: one is the other in another language.
//!
//! ```text
//! outline (entries, lines) of each ─▶ pairs (what is which) ─▶ compare (dates, numbers, links, words)
//! ```

mod compare;
mod contacts;
mod numbers;
mod outline;
mod pairs;
mod sides;
mod words;

use crate::diag::{Code, Diagnostic, Message, Sink, Span, code, message};
use outline::{Entry, Line, Outline, Section};
use sides::Drift;
pub use sides::{Compared, Side};

/// Compares two texts and reports the differences; returns how much there was to compare.
pub fn compare(one: &Side<'_>, two: &Side<'_>, sink: &mut Sink) -> Compared {
    let mut drift = Drift { one, two, sink, compared: Compared::default() };
    contacts::compare(&mut drift);
    let (left, right) = (Outline::of(one.resume), Outline::of(two.resume));
    drift.lines(&left.lines, &right.lines);
    for (left, right) in pairs::sections(&left.sections, &right.sections) {
        match (left, right) {
            (Some(left), Some(right)) => drift.section(left, right),
            (Some(left), None) => drift.missing(true, &left.title, left.span, "section"),
            (None, Some(right)) => drift.missing(false, &right.title, right.span, "section"),
            (None, None) => {}
        }
    }
    drift.compared
}

impl Drift<'_> {
    fn section(&mut self, left: &Section, right: &Section) {
        for (left, right) in pairs::entries(&left.entries, &right.entries) {
            match (left, right) {
                (Some(left), Some(right)) => self.entry(left, right),
                (Some(left), None) => self.missing(true, &left.title, left.span, "entry"),
                (None, Some(right)) => self.missing(false, &right.title, right.span, "entry"),
                (None, None) => {}
            }
        }
        self.counts((left.span, &left.lines), (right.span, &right.lines));
        self.lines(&left.lines, &right.lines);
    }

    fn entry(&mut self, left: &Entry, right: &Entry) {
        self.compared.entries += 1;
        compare::dates(self, left, right);
        if let (Some(left), Some(right)) = (&left.line, &right.line) {
            compare::lines(self, left, right);
        }
        self.counts((left.span, &left.lines), (right.span, &right.lines));
        self.lines(&left.lines, &right.lines);
    }

    /// Compares the lines of both, pair by pair.
    fn lines(&mut self, left: &[Line], right: &[Line]) {
        for (left, right) in pairs::lines(left, right) {
            self.compared.lines += 1;
            compare::lines(self, left, right);
        }
    }

    /// Compares the numbers of items.
    fn counts(&mut self, (left, one): (Span, &[Line]), (right, two): (Span, &[Line])) {
        let count = |lines: &[Line]| lines.iter().filter(|line| line.is_item).count();
        let (one, two) = (count(one), count(two));
        if one != two {
            let message = message!("{one} bullets here, {two} in {other}", one, two, other = self.two.name);
            self.differ(code::DRIFT_COUNT, (left, right), message, message!("{two} here", two));
        }
    }

    /// Reports something that is only in one text.
    fn missing(&mut self, first: bool, title: &str, span: Span, what: &'static str) {
        let (own, other) = if first { (self.one, self.two) } else { (self.two, self.one) };
        let title: String = title.chars().take(60).collect();
        let message = message!(
            "the {what} `{title}` of {own} is not in {other}",
            what = Message::from(what),
            title,
            own = own.name,
            other = other.name
        );
        let found = Diagnostic::new(code::DRIFT_MISSING, (own.place)(span), message);
        self.sink.report(found.hint(message!("write it there, or take it out of {own}", own = own.name)));
    }

    /// Reports a difference, with both places.
    fn differ(&mut self, code: Code, (left, right): (Span, Span), message: Message, there: Message) {
        let label = if there.is_empty() { message!("in {other}", other = self.two.name) } else { there };
        let found = Diagnostic::new(code, (self.one.place)(left), message);
        self.sink.report(found.label((self.two.place)(right), label));
    }
}
