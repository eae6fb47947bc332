//! The widths of lines, estimated: the document is set by the faces of its reader.

use super::look::Look;
use crate::source::chars::is_wide;

/// Returns whether a title with its dates surely fits in a line, at a size in half points.
///
/// Where the title leaves the stop at the right edge out of reach, a program breaks the dates at one of their blanks.
/// No-break blanks would not be found by who searches for dates as they were typed, and a right indent of the title
/// hides them in LibreOffice.
pub fn fit(title: &str, dates: &str, half_points: u32, look: &Look) -> bool {
    // A blank of one em between the two.
    let hundredths = 100 + width(title, look.is_serif) + width(dates, look.is_serif);
    hundredths * i64::from(half_points) / 10 <= look.measure * 97 / 100
}

/// Returns a width in hundredths of the size. It is that of a wide face such as Arial or Georgia, since a reader may
/// have none of those that the document names.
fn width(text: &str, serif: bool) -> i64 {
    let of = |c: char| match c {
        c if is_wide(c) || matches!(c, '–' | '—' | '…' | '“' | '”') => 100,
        ' ' | '.' | ',' | ':' | ';' | '|' | '/' | '-' | '(' | ')' | '\'' | 'i' | 'j' | 'l' | 't' | 'f'
        | 'r' | 'I' => 34,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' => 90,
        c if c.is_uppercase() => 72,
        _ => 58,
    };
    text.chars().map(of).sum::<i64>() * if serif { 105 } else { 100 } / 100
}
