//! The dates of a line as they are printed.

use std::ops::Range;

use crate::diag::Span;
use crate::model::Builder;
use crate::model::date::Dates;
use crate::model::rich::{Piece, Rich, Run};
use crate::model::split::Dated;

/// What stands round each end of `[08/2022] - [10/2022]`.
const BRACKETS: [char; 8] = [')', ']', '）', '】', '(', '[', '（', '【'];

impl Builder<'_> {
    /// The dates of a line; what is not printed as it was written is recorded.
    pub(super) fn dates(&mut self, line: &Rich, dated: &Dated) -> Dates {
        let dates = dates_of(line, dated);
        let Some(mark) = dated.found.mark.clone() else { return dates };
        let between = line.slice(mark);
        let (inside, text) = (without_brackets(&between.text()), between.text());
        self.consume(&between.slice(0..inside.start), "brackets round a date");
        self.consume(&between.slice(inside.end..text.len()), "brackets round a date");
        if is_hyphens(&text[inside.clone()]) {
            self.consume(&between.slice(inside), "hyphens, printed as a dash");
        }
        dates
    }
}

/// Returns the dates of a line as they are printed: without the marks that only set them apart, a duration
/// behind them kept, and with a dash for the two hyphens that stand for one.
pub(super) fn dates_of(line: &Rich, dated: &Dated) -> Dates {
    let found = &dated.found;
    let mut raw = line.slice(found.range.start..found.end_with_duration());
    if let Some(mark) = &found.mark {
        let at = mark.start - found.range.start..mark.end - found.range.start;
        let inside = without_brackets(&raw.text()[at.clone()]);
        let (start, end) = (at.start + inside.start, at.start + inside.end);
        if inside.len() < at.len() {
            let mut bare = raw.slice(0..at.start);
            bare.append(raw.slice(start..end));
            bare.append(raw.slice(at.end..raw.text().len()));
            raw = bare;
        }
        raw = with_dash(raw, at.start..at.start + inside.len());
    }
    for piece in &mut raw.0 {
        // A date in a code span or in italics was marked to stand apart; now it does.
        if let Piece::Run(run) = piece {
            run.marks = Default::default();
        }
    }
    Dates::new(raw, found)
}

/// Returns what stands between two dates without the brackets round each of them.
fn without_brackets(between: &str) -> Range<usize> {
    let start = between.len() - between.trim_start_matches(BRACKETS).len();
    start..start + between[start..].trim_end_matches(BRACKETS).len()
}

fn is_hyphens(text: &str) -> bool {
    let hyphens = text.trim();
    hyphens.len() > 1 && hyphens.bytes().all(|b| b == b'-')
}

/// Prints an en dash for `--` and `---`; the hyphens are given to nobody, the dash is nobody's.
fn with_dash(raw: Rich, mark: Range<usize>) -> Rich {
    let text = raw.text();
    let Some(between) = text.get(mark.clone()).filter(|between| is_hyphens(between)) else { return raw };
    let (mut out, rest) = (raw.slice(0..mark.start), raw.slice(mark.end..text.len()));
    let at = raw.slice(mark.clone()).span().unwrap_or_default();
    let dash = between.replace(between.trim(), "–");
    out.0.push(Piece::Run(Run { text: dash, span: Span { end: at.start, ..at }, ..Default::default() }));
    out.0.extend(rest.0);
    out
}
