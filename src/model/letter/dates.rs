//! The date of a letter in the form that its readers expect.

use super::{Form, plain};
use crate::model::rich::{Piece, Rich, Run};
use crate::source::Value;
use crate::source::letters::FrontLetter;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// Returns the line with the place and date of a letter; `None` if it has neither.
pub(super) fn line(front: &FrontLetter, form: Form) -> Option<Rich> {
    let date = front.date.as_ref().map(|date| date_of(date, form));
    let Some(place) = &front.place else { return date };
    let Some(date) = date else { return Some(plain(place)) };
    let mark = match form {
        Form::Chinese | Form::Japanese => "　",
        Form::American | Form::British | Form::German | Form::Korean => ", ",
    };
    let mut line = plain(place);
    line.push(Piece::Run(Run { text: mark.to_owned(), ..Run::default() }));
    line.append(date);
    Some(line)
}

/// Returns a date as it is printed: ISO 8601 in the style of the form, anything else as written.
fn date_of(date: &Value, form: Form) -> Rich {
    let Some((year, month, day)) = iso(&date.text) else { return plain(date) };
    let name = |names: [&'static str; 12]| names.get(month - 1).copied().unwrap_or_default();
    let text = match form {
        Form::Chinese | Form::Japanese => format!("{year}年{month}月{day}日"),
        Form::Korean => format!("{year}년 {month}월 {day}일"),
        Form::American => format!("{} {day}, {year}", name(ENGLISH)),
        Form::British => format!("{day} {} {year}", name(ENGLISH)),
        Form::German => format!("{day}. {} {year}", name(GERMAN)),
    };
    Rich::plain(&text, date.span)
}

/// Returns year, month and day of a date in ISO 8601.
fn iso(text: &str) -> Option<(u16, usize, u8)> {
    let mut parts = text.trim().split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits =
        |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;

    #[test]
    fn a_date_is_printed_as_the_form_has_it() {
        let printed = |text: &str, form| {
            date_of(&Value { text: text.to_owned(), span: Span::default() }, form).text().into_owned()
        };
        for (form, want) in [
            (Form::Chinese, "2026年11月8日"),
            (Form::American, "November 8, 2026"),
            (Form::British, "8 November 2026"),
            (Form::German, "8. November 2026"),
            (Form::Japanese, "2026年11月8日"),
            (Form::Korean, "2026년 11월 8일"),
        ] {
            assert_eq!(printed("2026-11-08", form), want);
            assert_eq!(printed("令和8年11月8日", form), "令和8年11月8日");
            assert_eq!(printed("2026-13-08", form), "2026-13-08");
        }
    }
}
