//! A date with all that belongs to it: the other end of its range, an open end, words for a date to come.

use std::ops::Range;

use super::Date;
use super::find::{Found, Reading};
use super::joint::{Joint, Lead};
use super::point::{Point, Shape};
use super::scan::Scan;
use super::words::{SINCE_EAST, SINCE_TAIL};

/// How a range ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum End {
    Open,
    At(Point),
}

/// A range without the words before and after it.
pub(super) struct Span {
    pub first: Point,
    pub mark: Option<Range<usize>>,
    pub end: End,
    pub expected: bool,
}

/// Returns the date that begins at a byte, or the range that is torn there.
pub(super) fn read(text: &str, start: usize) -> Option<Reading> {
    let mut s = Scan::new(text, start);
    let expected = s.expected_before();
    let lead = s.lead();
    let opening = s.at;
    let Some(first) = s.point() else {
        let span = s.halves(lead).or_else(|| s.two_digit_range(start))?;
        return s.whole(start, expected, span);
    };
    let early = s.expected_behind();
    let after_first = s.at;
    if let Some(mut span) = s.second(first, lead) {
        if span.first.date.month.is_none() && s.day_first.is_some() {
            // The second end shows whether days or months come first.
            let again = Scan { text, at: opening, day_first: s.day_first }.point();
            span.first = again.unwrap_or(span.first);
        }
        return s.whole(start, expected || early, span);
    }
    if let Some(torn) = s.torn(start, &first) {
        return Some(Reading::Torn(torn));
    }
    if s.ahead(|s| s.joint(false).is_some() && s.point().is_some()) {
        // `2019 - 2016x`: half of it would be wrong.
        return None;
    }
    s.at = after_first;
    s.single(start, first, expected || early, lead)
}

impl Scan<'_> {
    /// Returns the rest of a range whose first date was read.
    fn second(&mut self, first: Point, lead: Option<Lead>) -> Option<Span> {
        self.attempt(|s| {
            // `2018.9.-2019.6.`; the slash in `2018/09/--2019/06` is a typing error.
            let dotted = s.eat(".") || s.ahead(|s| s.eat("/") && s.mark().is_some()) && s.eat("/");
            if let Some(mark) = s.now_behind_comma() {
                return Some(Span { first, mark: Some(mark), end: End::Open, expected: false });
            }
            let Some(joint) = s.joint(lead == Some(Lead::Between)) else {
                return if dotted { None } else { s.second_behind_slash(first) };
            };
            let mark = Some(joint.mark.clone());
            if s.open() {
                return Some(Span { first, mark, end: End::Open, expected: false });
            }
            let expected = s.expected_before();
            s.article();
            let last = s.point().or_else(|| s.rest_of(first, &joint))?;
            fits(first.shape, last.shape).then_some(())?;
            s.ends().then_some(())?;
            if dotted && !s.ahead(|s| s.eat(".") && s.is_digit_next()) {
                s.eat(".");
            }
            Some(Span { first, mark, end: End::At(last), expected })
        })
    }

    /// `2018.09/2022.06`: a slash connects two whole dates, the earlier one first; `Sep 2019 / Present`.
    fn second_behind_slash(&mut self, first: Point) -> Option<Span> {
        self.blanks();
        let start = self.at;
        self.eat("/").then_some(())?;
        let mark = Some(start..self.at);
        self.blanks();
        if self.ahead(|s| s.open() && s.is_bound()) && self.open() {
            return Some(Span { first, mark, end: End::Open, expected: false });
        }
        let last = self.point()?;
        let whole = first.date.month.is_some() && last.date.month.is_some();
        let end = End::At(last);
        let span = Span { first, mark, end, expected: false };
        (whole && fits(first.shape, last.shape) && first.date.is_before(last.date)).then_some(span)
    }

    /// The second date of a range, which leaves out what both have in common: `2019年3月-7月`, `2015-16`.
    fn rest_of(&mut self, first: Point, joint: &Joint) -> Option<Point> {
        let date = first.date;
        if let Some(date) = self.signed_rest(date) {
            return Some(Point::new(date, first.shape));
        }
        if first.shape == Shape::Named && date.month.is_some() {
            let day_first = self.attempt(|s| {
                let day = s.day()?;
                s.ordinal();
                s.blanks().then_some(())?;
                let month = s.month_name().filter(|month| Some(*month) >= date.month)?;
                let date = Date { month: Some(month), day: Some(day), ..date };
                s.is_bound().then_some(Point::new(date, first.shape))
            });
            return day_first.or_else(|| {
                self.attempt(|s| {
                    let month = s.month_name().filter(|month| Some(*month) >= date.month)?;
                    let day = s.attempt(|s| s.blanks().then(|| s.day())?);
                    let date = Date { month: Some(month), day, ..date };
                    s.is_bound().then_some(Point::new(date, first.shape))
                })
            });
        }
        if let Some(point) = self.attempt(|s| s.short_rest(first)) {
            return Some(point);
        }
        let rest = self.attempt(|s| {
            let (number, len) = s.digits(2)?;
            let tight = joint.may_be_inside(s.text);
            let wave = joint.is_wave(s.text);
            let small = u8::try_from(number).ok()?;
            let rest = match (date.month, date.day) {
                (None, _) if first.shape == Shape::Year && len == 2 => {
                    let year = later_year(date.year, number)?;
                    // `2009-10` is October.
                    (number > 12 || !(tight || joint.apart)).then_some(Date::of_year(year))
                }
                (Some(month), None) if !tight && (len == 2 || wave) && small > month && small <= 12 => {
                    Some(Date { month: Some(small), ..date })
                }
                (_, Some(day)) if !tight && small > day && small <= 31 => {
                    Some(Date { day: Some(small), ..date })
                }
                _ => None,
            };
            (s.ends() && (s.is_bound() || date.month.is_none())).then_some(rest?)
        })?;
        Some(Point::new(rest, first.shape))
    }

    /// `23.6` after `2022.6 -`: the second year without its century.
    fn short_rest(&mut self, first: Point) -> Option<Point> {
        (first.shape == Shape::Number && first.date.month.is_some() && first.date.day.is_none())
            .then_some(())?;
        let (year, len) = self.digits(2)?;
        self.eat_any(&['.', '/'])?;
        let month = self.month()?;
        let year = later_year(first.date.year, year).filter(|_| len == 2)?;
        Some(Point::new(Date { month: Some(month), ..Date::of_year(year) }, first.shape))
    }

    /// Eats the words that leave a single date open: `起`, `(Current)`, a sign with nothing after it.
    fn open_behind(&mut self, start: usize, lead: Option<Lead>) -> (Option<Range<usize>>, bool) {
        let since = self.attempt(|s| {
            s.blanks();
            let sign = lead.is_some() && (s.eat("起") || s.eat("开始") || s.eat("以来"));
            // `2025-onwards`
            s.eat("-");
            let tail = sign || SINCE_EAST.iter().any(|word| s.eat(word)) || s.eat_one(SINCE_TAIL);
            (tail && (sign || s.is_bound())).then_some(())
        });
        if since.is_some() || self.now_in_brackets() {
            return (None, true);
        }
        let left = self.attempt(|s| {
            s.eat(".");
            let joint = s.joint(false)?;
            let end = joint.mark.end;
            s.is_left_open(&joint, start).then_some(())?;
            s.at = end;
            Some(joint.mark)
        });
        let open =
            left.is_some() || lead == Some(Lead::Since) || (lead == Some(Lead::From) && self.is_alone(start));
        (left, open)
    }

    /// Finishes a date that no other one follows.
    fn single(mut self, start: usize, first: Point, early: bool, lead: Option<Lead>) -> Option<Reading> {
        let (mark, open) = self.open_behind(start, lead);
        let dependent = match first.shape {
            Shape::Compact(_) => true,
            Shape::Short => !self.is_alone(start),
            Shape::Year => !early && self.counts(start, false),
            _ => false,
        };
        let wanting = lead.is_some_and(|lead| lead != Lead::Until);
        if ((dependent || wanting) && !open) || !self.ends() {
            return None;
        }
        let expected = self.expected_behind() || early;
        // `（2015-04之前）`: the other end is not given, and the word stays with the date.
        let _ = self.attempt(|s| {
            s.blanks();
            (s.eat_sign(&["之前", "以前", "之后", "之後", "以后", "以後"]) && s.is_end()).then_some(())
        });
        let range = start..self.at;
        let duration = self.duration();
        let (start, end) = (Some(first.date), first.until);
        Some(Reading::Date(Found { range, start, end, open, expected, mark, duration }))
    }

    /// Finishes a range.
    fn whole(mut self, start: usize, expected: bool, span: Span) -> Option<Reading> {
        let first = span.first;
        let mut found = Found {
            range: start..self.at,
            start: Some(first.date),
            end: None,
            open: span.end == End::Open,
            expected: expected || span.expected,
            mark: span.mark,
            duration: None,
        };
        if let End::At(last) = span.end {
            found.end = Some(last.until.unwrap_or(last.date));
            self.year_word();
            let _ = self.eat_sign(&["まで", "까지", "为止", "為止", "止"]);
            let years = first.shape == Shape::Year && last.shape == Shape::Year;
            // `2018 现在` is no end of anything.
            if last.shape == Shape::Year && self.ahead(|s| s.blanks() && s.open()) {
                return None;
            }
            if !self.ends() || (years && self.counts(start, true)) {
                return None;
            }
            found.expected |= self.expected_behind();
        } else if !self.ends() {
            return None;
        }
        found.range.end = self.at;
        found.duration = self.duration();
        Some(Reading::Date(found))
    }
}

/// Returns whether dates of two shapes may be the ends of one range.
fn fits(first: Shape, last: Shape) -> bool {
    match (first, last) {
        (Shape::Compact(a), Shape::Compact(b)) => a == b,
        (Shape::Compact(_), _) | (_, Shape::Compact(_)) => false,
        (Shape::Short, other) | (other, Shape::Short) => matches!(other, Shape::Short | Shape::Named),
        _ => true,
    }
}

/// Returns the last year of a range that gives only its last two digits.
fn later_year(first: u16, two: u32) -> Option<u16> {
    let century = u32::from(first) / 100 * 100;
    let year = if two < u32::from(first) % 100 { century + 100 + two } else { century + two };
    (year > u32::from(first) && year < u32::from(first) + 31).then_some(year as u16)
}
