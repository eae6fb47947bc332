//! Ranges whose first date leaves out what the second one gives, and ranges of two-digit years.

use super::Date;
use super::fold::{digit, is_cjk, is_letter};
use super::joint::{Joint, Lead};
use super::point::{Point, Shape, full_year};
use super::range::{End, Span};
use super::scan::{Scan, is_closing, is_opening};

impl Scan<'_> {
    /// `Mar - Jul 2019`, `03 - 07/2019`, `3–7 March 2020`, `March 3 – 7, 2020`
    pub fn halves(&mut self, lead: Option<Lead>) -> Option<Span> {
        let first = self.peek()?;
        if digit(first).is_some() {
            if self.digits_ahead() > 2 {
                return None;
            }
            return self.attempt(Self::number_and_date);
        }
        // Most words are no month, and few come before a range's sign.
        if !is_letter(first) || !self.is_word_before_joint(lead) {
            return None;
        }
        self.attempt(|s| {
            let month = s.month_name()?;
            s.month_and_date(month, None, lead).or_else(|| s.days_of_month(month))
        })
    }

    fn is_word_before_joint(&self, lead: Option<Lead>) -> bool {
        self.ahead(|s| {
            let rest = s.rest();
            let letters = rest.trim_start_matches(is_letter);
            let dayless = letters.trim_start_matches(['.', ' ']);
            if dayless.starts_with(|c| digit(c).is_some()) {
                return rest.len() - letters.len() <= 40;
            }
            s.at += rest.len() - letters.len();
            s.eat(".");
            s.joint(lead == Some(Lead::Between)).is_some() || s.peek() == Some('/')
        })
    }

    /// The rest of `Mar - Jul 2019` after `Mar`.
    fn month_and_date(&mut self, month: u8, day: Option<u8>, lead: Option<Lead>) -> Option<Span> {
        self.attempt(|s| {
            let mark = match s.joint(lead == Some(Lead::Between)) {
                Some(joint) => joint.mark,
                None => {
                    let start = s.at;
                    s.eat("/").then_some(())?;
                    start..s.at
                }
            };
            s.article();
            let last = s.point().filter(|last| last.shape == Shape::Named)?;
            let end = last.date.month?;
            // `Nov – Feb 2020` began a year before.
            let year = if month > end { last.date.year.checked_sub(1)? } else { last.date.year };
            let first = Point::new(Date { year, month: Some(month), day }, Shape::Named);
            Some(Span { first, mark: Some(mark), end: End::At(last), expected: false })
        })
    }

    /// The rest of `March 3 – 7, 2020` after `March`.
    fn days_of_month(&mut self, month: u8) -> Option<Span> {
        self.blanks();
        let first = self.day()?;
        let mark = self.joint(false)?.mark;
        let last = self.day().filter(|last| *last > first)?;
        self.eat(",").then_some(())?;
        self.blanks();
        let year = self.year()?;
        let point = |day| Point::new(Date { year, month: Some(month), day: Some(day) }, Shape::Named);
        Some(Span { first: point(first), mark: Some(mark), end: End::At(point(last)), expected: false })
    }

    /// `3–7 March 2020`, `15 Mar – 20 Apr 2020`, `03 - 07/2019`
    fn number_and_date(&mut self) -> Option<Span> {
        let (number, len) = self.digits(2)?;
        let number = u8::try_from(number).ok().filter(|number| (1..=31).contains(number))?;
        let named = self.attempt(|s| {
            s.ordinal();
            s.blanks();
            s.connect();
            let month = s.month_name()?;
            s.month_and_date(month, Some(number), None)
        });
        if named.is_some() {
            return named;
        }
        self.eat(".");
        let joint = self.joint(false)?;
        let two = self.digits_ahead() == 2;
        let last = self.point()?;
        let date = match (last.shape, last.date.day) {
            (Shape::Named, Some(day)) if number < day => Date { day: Some(number), ..last.date },
            (Shape::Number, None) if len == 2 && two && Some(number) < last.date.month => {
                Date { month: Some(number), ..last.date }
            }
            _ => return None,
        };
        let first = Point::new(date, last.shape);
        Some(Span { first, mark: Some(joint.mark), end: End::At(last), expected: false })
    }

    /// `19.03-20.05`, `18/09-22/06`, `03/19 – 05/20`, `19年3月-20年5月`, if nothing else is next to it.
    pub fn two_digit_range(&mut self, start: usize) -> Option<Span> {
        // The start of the line is checked first, since numbers are common.
        if !self.is_digit_next() || self.digits_ahead() > 2 || self.at != start {
            return None;
        }
        if let Some(span) = self.attempt(|s| s.two_digit_years(start)) {
            return Some(span);
        }
        self.attempt(|s| {
            let first = s.pair()?;
            let joint = s.joint(false)?;
            if s.open() {
                // `14/10-至今`, `03/21 – Present`; `10/11 - present` is ambiguous.
                let date = match (first.date(true), first.date(false)) {
                    (Some(date), None) => date,
                    (None, Some(date)) if first.mark == '/' && first.is_whole() => date,
                    _ => return None,
                };
                let is_last = first.is_whole() && s.is_last(start);
                let first = Point::new(date, Shape::Short);
                let span = Span { first, mark: Some(joint.mark), end: End::Open, expected: false };
                return (is_last || s.is_alone(start)).then_some(span);
            }
            if let Some(end) = s.rest_of_pair(&first, &joint, start) {
                let first = Point::new(first.date(true)?, Shape::Short);
                return Some(Span { first, mark: Some(joint.mark), end, expected: false });
            }
            let last = s.pair().filter(|last| last.mark == first.mark)?;
            let read = |year_first| {
                let (first, last) = (first.date(year_first)?, last.date(year_first)?);
                (first <= last).then_some((first, last))
            };
            let (a, b) = match (read(true), read(false)) {
                // `09/10 - 11/12` is ambiguous.
                (Some(_), Some(_)) if first.mark != '.' && first.mark != '年' => return None,
                (Some(dates), _) | (None, Some(dates)) => dates,
                (None, None) => return None,
            };
            let point = |date| Point::new(date, Shape::Short);
            let end = End::At(point(b));
            let span = Span { first: point(a), mark: Some(joint.mark), end, expected: false };
            // `16/7 - 17/6 某公司`, `7/16 - 7/19 Bäcker`
            let slashed = |c: char| first.mark == '/' && c.is_uppercase();
            let leads = start == 0
                && s.rest().starts_with([' ', '\u{3000}', '\t'])
                && s.rest().trim_start().starts_with(|c| is_cjk(c) || slashed(c));
            let full = first.is_whole() && last.is_whole() && s.is_last(start);
            (leads || full || s.is_alone(start)).then_some(span)
        })
    }

    /// `14年至今`, `11年－14年` at the beginning of a line, or alone; `10年-15年经验` counts years.
    fn two_digit_years(&mut self, start: usize) -> Option<Span> {
        let year = |s: &mut Self| {
            let (two, len) = s.digits(2)?;
            (len == 2 && s.eat_sign(&["年"])).then_some(())?;
            Some(Date::of_year(full_year(two).filter(|year| *year <= 2032)?))
        };
        let first = year(self)?;
        let joint = self.joint(false)?;
        let end = if self.open() { None } else { Some(year(self)?) };
        let ordered = end.is_none_or(|end| first < end);
        let leads = self.text[..start].trim().is_empty() || self.is_alone(start);
        let point = |date| Point::new(date, Shape::Short);
        (ordered && leads && !self.peek().is_some_and(is_cjk)).then_some(Span {
            first: point(first),
            mark: Some(joint.mark),
            end: end.map_or(End::Open, |end| End::At(point(end))),
            expected: false,
        })
    }

    /// Returns whether a range at the end of a line comes after Chinese words and a blank, `本科 17.09 - 21.06`, or after
    /// a separator from any words, `Example Co., Testville - 03/20 – 01/21`,
    /// perhaps with a remark in brackets or another range after it.
    fn is_last(&self, start: usize) -> bool {
        let head = self.text.get(..start).unwrap_or_default();
        let beside = |c: char| c.is_whitespace() || is_opening(c) || matches!(c, ';' | '；' | ',' | '，');
        let gap = head.len() - head.trim_end().len() > 1 || head.ends_with('\t');
        let parted = head.ends_with(' ') && head.trim_end().ends_with(['-', '–', '—', '|', '｜', '·']);
        let led = head.is_empty()
            || gap
            || parted
            || head.ends_with(beside)
                && head.trim_end().ends_with(|c: char| {
                    is_cjk(c) || is_closing(c) || is_opening(c) || matches!(c, ';' | '；' | ',' | '，')
                });
        let lasted = self.ahead(|s| s.duration().map_or(s.at, |_| s.at));
        let next = self.text[lasted..].trim_start().chars().next();
        led && next.is_none_or(|c| is_opening(c) || is_closing(c) || matches!(c, ';' | '；'))
    }

    /// `14.05-` and `13.06-14`, with nothing else beside them: an open end, or the year of the last one.
    fn rest_of_pair(&mut self, first: &Pair, joint: &Joint, start: usize) -> Option<End> {
        self.attempt(|s| {
            (first.is_whole() && first.mark == '.' && joint.sign).then_some(())?;
            if s.is_end() {
                return (s.text[..start].trim().is_empty()).then_some(End::Open);
            }
            let (year, len) = s.digits(2)?;
            (len == 2 && year > 12 && s.is_alone(start)).then_some(())?;
            let began = full_year(first.a)?;
            let year = full_year(year).filter(|year| (began + 1..=2032).contains(year))?;
            Some(End::At(Point::new(Date::of_year(year), Shape::Short)))
        })
    }

    fn pair(&mut self) -> Option<Pair> {
        let (a, long_a) = self.digits(2)?;
        if self.eat("年") {
            let (b, _) = self.digits(2)?;
            let pair = Pair { a, b, mark: '年', two: (long_a == 2, false) };
            return self.eat("月").then_some(pair);
        }
        let mark = self.eat_any(&['.', '/', '-'])?;
        let (b, long_b) = self.digits(2)?;
        Some(Pair { a, b, mark, two: (long_a == 2, long_b == 2) })
    }
}

/// Two numbers, one the last digits of a year, the other a month.
#[derive(Clone, Copy)]
struct Pair {
    a: u32,
    b: u32,
    mark: char,
    two: (bool, bool),
}

impl Pair {
    /// Returns whether both numbers have two digits, a dot or a slash between them.
    fn is_whole(&self) -> bool {
        matches!(self.mark, '.' | '/') && self.two == (true, true)
    }

    fn date(&self, year_first: bool) -> Option<Date> {
        let (year, month, two) =
            if year_first { (self.a, self.b, self.two.0) } else { (self.b, self.a, self.two.1) };
        // `1.10-1.12` are versions.
        let version = self.mark == '.' && !year_first && !self.two.0;
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month) && !version)?;
        let year = full_year(year).filter(|year| two && *year <= 2032)?;
        Some(Date { year, month: Some(month), day: None })
    }
}
