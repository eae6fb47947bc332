//! One date that begins with a number: year, month and day in the orders and with the signs in use.

use super::Date;
use super::fold::{digit, is_letter};
use super::scan::Scan;
use super::words::{MONTHS, SEASONS, YEARS};

/// One date as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub date: Date,
    /// The second year or month, if it is two in one: `2019/20`, `2019年3-7月`.
    pub until: Option<Date>,
    pub shape: Shape,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A year in digits.
    Year,
    /// Numbers with marks between them.
    Number,
    /// With a month or a season in words.
    Named,
    /// With 年 or 년.
    Signed,
    /// This many digits without any mark: no date alone.
    Compact(usize),
    /// A year of two digits: no date alone, next to other text.
    Short,
}

impl Date {
    pub(super) fn of_year(year: u16) -> Date {
        Date { year, month: None, day: None }
    }
}

impl Point {
    pub fn new(date: Date, shape: Shape) -> Point {
        Point { date, until: None, shape }
    }
}

/// Returns a year from its last two digits.
pub(super) fn full_year(two: u32) -> Option<u16> {
    match two {
        0..=49 => Some(2000 + two as u16),
        70..=99 => Some(1900 + two as u16),
        _ => None,
    }
}

impl Scan<'_> {
    pub fn point(&mut self) -> Option<Point> {
        let first = self.peek()?;
        if digit(first).is_some() {
            return match self.digits_ahead() {
                3 => self.attempt(Self::republic),
                4 => self.attempt(Self::year_first),
                6 | 8 => self.attempt(Self::compact),
                1 | 2 => self
                    .attempt(Self::day_month_year)
                    .or_else(|| self.attempt(Self::month_first))
                    .or_else(|| self.attempt(Self::day_first))
                    .or_else(|| self.attempt(Self::nth_part)),
                _ => None,
            };
        }
        if is_letter(first) {
            return self.attempt(Self::named);
        }
        match first {
            '令' | '平' | '昭' | '民' | '中' => self.attempt(Self::era),
            '一' | '二' => self.attempt(Self::han_year),
            '\'' | '’' | '‘' => self.attempt(Self::short),
            _ => None,
        }
    }

    pub fn year(&mut self) -> Option<u16> {
        let (year, len) = self.digits(4)?;
        (len == 4 && (1900..2100).contains(&year)).then_some(year as u16)
    }

    pub fn month(&mut self) -> Option<u8> {
        let (month, _) = self.digits(2)?;
        (1..=12).contains(&month).then_some(month as u8)
    }

    pub fn day(&mut self) -> Option<u8> {
        let (day, _) = self.digits(2)?;
        (1..=31).contains(&day).then_some(day as u8)
    }

    fn year_first(&mut self) -> Option<Point> {
        let year = self.year()?;
        let bare = Date::of_year(year);
        if let Some(point) = self.attempt(|s| s.signed(bare)) {
            return Some(point);
        }
        // `2019 下半年`
        if self.eat_sign(&["上半年", "下半年", "상반기", "하반기"]) {
            return Some(Point::new(bare, Shape::Signed));
        }
        if let Some(point) = self.attempt(|s| s.signed_month_after(bare)) {
            return Some(point);
        }
        if let Some(date) = self.attempt(|s| s.month_after(bare)) {
            return Some(Point::new(date, Shape::Number));
        }
        if let Some(date) = self.attempt(|s| s.name_after(bare)) {
            return Some(Point::new(date, Shape::Named));
        }
        let until = self.attempt(|s| s.second_year(year));
        self.year_word();
        self.school_year();
        Some(Point { date: bare, until, shape: Shape::Year })
    }

    /// `.03`, `/3/15`, `-03-15`, `. 3. 15`, ` / 03`
    fn month_after(&mut self, bare: Date) -> Option<Date> {
        let led = self.blanks();
        let mark = self.eat_any(&['.', '/', '-', '．', '／', '。', '－', '‐', '‑'])?;
        let spaced = self.blanks();
        let loose = match mark {
            // `2018 / 03`, and `2018. 3. 1.` as Koreans write.
            '/' if led && spaced && (1..=2).contains(&self.digits_ahead()) => true,
            '.' if !led && spaced => true,
            _ if led || spaced => return None,
            _ => false,
        };
        let month = self.month()?;
        let tight = self.number_ends(mark);
        tight.then_some(())?;
        let day = self.attempt(|s| {
            s.eat_any(&[mark])?;
            if s.blanks() && !loose {
                return None;
            }
            s.day().filter(|_| !s.is_digit_next())
        });
        if day.is_some() {
            let _ = self.eat("日") || self.eat("号");
        } else if self.eat("月") {
            self.eat("份");
        }
        if loose && mark == '.' {
            self.eat(".");
        }
        let goes_on = self.is_bound() || self.rest().starts_with('.') || self.is_mark_ahead();
        (!loose || goes_on).then_some(Date { month: Some(month), day, ..bare })
    }

    /// After a month: no digit follows, and no third number but a day.
    fn number_ends(&self, mark: char) -> bool {
        if self.is_digit_next() {
            return false;
        }
        let Some(more) = self.rest().strip_prefix(mark) else { return true };
        let digits = more.chars().take(6).take_while(|c| digit(*c).is_some()).count();
        // `2015-07-2016-07` is a range, `1.2.3.4` no date.
        digits != 3 && !(mark == '.' && digits > 4)
    }

    /// ` March`, `, March`, `-Mar`, ` Q3`, ` Spring`
    fn name_after(&mut self, bare: Date) -> Option<Date> {
        let comma = self.eat_any(&[',', '，']).is_some();
        let loose = self.blanks() || comma;
        // `2017 / summer`
        if loose && self.eat("/") {
            self.blanks();
        }
        if !loose {
            self.eat_any(&['-', '/', '.']);
        }
        let word = self.at;
        let capital = self.peek()?.is_uppercase();
        if capital && self.quarter().is_some() {
            return Some(bare);
        }
        let month = self.lookup(MONTHS);
        if month.is_none() {
            self.eat_one(SEASONS).then_some(())?;
        }
        let sure = capital || self.text[word..self.at].chars().count() > 3;
        self.eat(".");
        let day = self.attempt(|s| (s.blanks() || s.eat_any(&['-', '/', '.']).is_some()).then(|| s.day())?);
        let another = self.ahead(|s| {
            s.blanks();
            s.digits_ahead() == 4
        });
        let ends = !loose || self.is_bound() || self.is_mark_ahead();
        let date = Date { month, day: day.filter(|_| month.is_some()), ..bare };
        (sure && ends && !another && self.ends()).then_some(date)
    }

    /// `/20` after 2019, `/2020`: one school year; `2008/2012` are two versions.
    pub fn second_year(&mut self, year: u16) -> Option<Date> {
        self.eat_any(&['/', '／'])?;
        let (second, len) = self.digits(4)?;
        let next = u32::from(year) + 1;
        let whole = match len {
            2 if second == next % 100 => next,
            4 if second == next => next,
            _ => return None,
        };
        self.ends().then_some(Date::of_year(whole as u16))
    }

    /// ` г.`, ` roku` after a year.
    pub fn year_word(&mut self) {
        let _ = self.attempt(|s| {
            s.blanks();
            matches!(s.peek(), Some('г' | 'Г' | 'r' | 'R')).then_some(())?;
            s.eat_one(YEARS).then_some(())?;
            (!s.peek().is_some_and(is_letter)).then_some(())
        });
    }
}
