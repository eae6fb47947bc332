//! One date that begins with a number and not with its year: `15/07/2019`, `03/2020`, `3. März 2020`.

use super::Date;
use super::point::{Point, Shape};
use super::scan::Scan;
use super::words::{OF, ORDINALS, TERMS};

impl Scan<'_> {
    /// `202003`, `20200315`
    pub fn compact(&mut self) -> Option<Point> {
        let (number, len) = self.digits(8)?;
        let (year, month, day) = match len {
            6 => (number / 100, number % 100, None),
            _ => (number / 10_000, number / 100 % 100, Some((number % 100) as u8)),
        };
        let real = (1960..2060).contains(&year)
            && (1..=12).contains(&month)
            && day.is_none_or(|day| (1..=31).contains(&day));
        let date = Date { year: year as u16, month: Some(month as u8), day };
        real.then_some(Point::new(date, Shape::Compact(len)))
    }

    /// `15/07/2019`, `26.06.1988`, `07/15/2019`. If either could be the month, only the year is known.
    pub fn day_month_year(&mut self) -> Option<Point> {
        let (a, _) = self.digits(2)?;
        let mark = self.eat_any(&['.', '/', '-'])?;
        let spaced = mark == '.' && self.blanks();
        let (b, _) = self.digits(2)?;
        self.eat_any(&[mark])?;
        if spaced {
            self.blanks();
        }
        let year = self.year()?;
        let day_first = match (a, b) {
            _ if mark == '.' => Some(b <= 12),
            (13.., _) => Some(true),
            (_, 13..) => Some(false),
            _ if a == b => Some(true),
            _ => self.day_first,
        };
        if mark != '.' && a != b {
            self.day_first = day_first;
        }
        let Some(day_first) = day_first else {
            let real = (1..=12).contains(&a) && (1..=12).contains(&b);
            return real.then_some(Point::new(Date::of_year(year), Shape::Number));
        };
        let (day, month) = if day_first { (a, b) } else { (b, a) };
        let real = (1..=31).contains(&day) && (1..=12).contains(&month);
        self.year_word();
        let date = Date { year, month: Some(month as u8), day: Some(day as u8) };
        real.then_some(Point::new(date, Shape::Number))
    }

    /// `03/2020`, `3.2020`, `03-2020`
    pub fn month_first(&mut self) -> Option<Point> {
        let two = self.digits_ahead() == 2;
        let month = self.month()?;
        let led = self.blanks();
        let mark = self.eat_any(&['/', '.', '-', '／', '．'])?;
        let spaced = self.blanks();
        let plain = !led && !spaced && (mark != '-' || two);
        (plain || (led && spaced && two && mark == '/')).then_some(())?;
        let year = self.year()?;
        self.year_word();
        Some(Point::new(Date { year, month: Some(month), day: None }, Shape::Number))
    }

    /// `15 Mar 2020`, `3. März 2020`, `1er mars 2020`, `12 de marzo de 2020`, `15-Mar-2020`
    pub fn day_first(&mut self) -> Option<Point> {
        let day = self.day()?;
        self.ordinal();
        if !self.blanks() {
            self.eat_any(&['-', '/']);
        }
        self.connect();
        let point = self.month_and_year()?;
        Some(Point { date: Date { day: Some(day), ..point.date }, ..point })
    }

    /// `3. Quartal 2020`, `1er semestre de 2020`, `3Q 2020`
    pub fn nth_part(&mut self) -> Option<Point> {
        let (nth, _) = self.digits(2)?;
        (1..=4).contains(&nth).then_some(())?;
        if self.eat_any(&['Q', 'H']).is_some() {
            self.eat_any(&['/', '-']);
        } else {
            self.ordinal();
            self.blanks();
            self.eat_one(TERMS).then_some(())?;
            self.blanks();
            self.connect();
        }
        self.blanks();
        Some(Point::new(Date::of_year(self.year()?), Shape::Named))
    }

    /// The ending of an ordinal number.
    pub fn ordinal(&mut self) {
        let _ = self.eat_one(ORDINALS) || self.eat(".") || self.eat("º") || self.eat("°");
    }

    /// Eats the word between a day, a month and a year: `de`, `of`.
    pub fn connect(&mut self) {
        if self.eat_one(OF) {
            self.blanks();
        }
    }
}
