//! One date that begins with a word: a month, a season, a half or a quarter of a year.

use super::Date;
use super::fold::{digit, is_letter};
use super::point::{Point, Shape, full_year};
use super::scan::Scan;
use super::words::{MONTHS, SEASONS, VIETNAMESE};

impl Scan<'_> {
    /// `Mar 2020`, `March 15, 2020`, `marzo de 2020`, `Spring 2020`, `Q3 2020`, `WS 2019/20`
    pub fn named(&mut self) -> Option<Point> {
        if !self.is_beside_number() {
            return None;
        }
        self.attempt(Self::month_and_year)
            .or_else(|| self.attempt(Self::season))
            .or_else(|| self.attempt(Self::quarter_and_year))
    }

    /// Returns whether a number follows the next word, perhaps with a short word between them. This alone rules
    /// out most words as months.
    fn is_beside_number(&self) -> bool {
        let gap = |c: char| c.is_whitespace() || "., '’‘-/".contains(c);
        let word = |text: &mut &str, most: usize| {
            let count = text.chars().take(most + 1).take_while(|c| is_letter(*c)).count();
            *text = text.trim_start_matches(is_letter).trim_start_matches(gap);
            count <= most
        };
        let is_number = |text: &str| text.chars().next().is_some_and(|c| digit(c).is_some());
        let mut rest = self.rest();
        // A month of 13 letters, with perhaps only two digits of its year.
        word(&mut rest, 20) && (is_number(rest) || (word(&mut rest, 3) && is_number(rest)))
    }

    /// `Mar 2020`, `March 15, 2020`, `Mar '20`, `dez/20`
    pub fn month_and_year(&mut self) -> Option<Point> {
        let month = self.month_name()?;
        let with_day = self.attempt(|s| {
            s.blanks();
            let day = s.day()?;
            s.ordinal();
            (s.is_blank_next() || s.peek() == Some(',')).then_some(())?;
            Some((Some(day), s.year_after_name()?))
        });
        let (day, (year, shape)) = match with_day {
            Some(dated) => dated,
            None => (None, self.year_after_name()?),
        };
        let date = Date { year, month: Some(month), day };
        self.year_word();
        Some(Point::new(date, shape))
    }

    /// A month in words, including the dot of an abbreviation; `tháng 3`.
    pub fn month_name(&mut self) -> Option<u8> {
        if let Some(month) = self.lookup(MONTHS) {
            self.eat(".");
            return Some(month);
        }
        self.attempt(|s| {
            if s.ahead(|s| s.eat("T") && s.is_digit_next()) {
                s.at += 1;
                return s.month().filter(|_| s.peek() == Some('/'));
            }
            s.eat_one(VIETNAMESE).then_some(())?;
            s.blanks();
            let month = s.month();
            s.eat(".");
            month
        })
    }

    fn is_blank_next(&self) -> bool {
        self.peek().is_some_and(char::is_whitespace)
    }

    /// The year after a month or a season.
    fn year_after_name(&mut self) -> Option<(u16, Shape)> {
        // `Jan18` is a year, `Jan.18` a day.
        let dotted = self.text.get(..self.at).is_some_and(|text| text.ends_with('.'));
        self.attempt(|s| {
            s.eat_any(&[',', '，']);
            let apart = s.blanks();
            s.connect();
            if s.eat_any(&['\'', '’', '‘', '`']).is_some() {
                return s.two_digits().map(|year| (year, Shape::Named));
            }
            let mark = if apart { None } else { s.eat_any(&['-', '/', '.']) };
            match (s.digits_ahead(), mark) {
                (4, _) => s.year().map(|year| (year, Shape::Named)),
                (2, Some('-' | '/')) => s.two_digits().map(|year| (year, Shape::Short)),
                (2, None) if !apart && !dotted => s.two_digits().map(|year| (year, Shape::Short)),
                _ => None,
            }
        })
    }

    /// A year of two digits.
    pub fn two_digits(&mut self) -> Option<u16> {
        let (two, len) = self.digits(2)?;
        full_year(two).filter(|_| len == 2)
    }

    /// `Spring 2020`, `Summer of 2020`, `été 2020`, `WS 2019/20`, `Early 2020`
    fn season(&mut self) -> Option<Point> {
        self.eat_one(SEASONS).then_some(())?;
        self.eat(".");
        let terse = self.attempt(|s| {
            s.blanks();
            let year = s.two_digits()?;
            let until = s.second_year(year)?;
            Some(Point { date: Date::of_year(year), until: Some(until), shape: Shape::Named })
        });
        if terse.is_some() {
            return terse;
        }
        let (year, shape) = self.year_after_name()?;
        let until = self.attempt(|s| s.second_year(year));
        self.year_word();
        Some(Point { date: Date::of_year(year), until, shape })
    }

    /// `Q3`, `H1`: a numbered part of a year.
    pub fn quarter(&mut self) -> Option<()> {
        self.attempt(|s| {
            let most = match s.eat_any(&['Q', 'q', 'H', 'h'])? {
                'Q' | 'q' => 4,
                _ => 2,
            };
            let (nth, len) = s.digits(1)?;
            (len == 1 && (1..=most).contains(&nth)).then_some(())?;
            (!s.peek().is_some_and(is_letter)).then_some(())
        })
    }

    fn quarter_and_year(&mut self) -> Option<Point> {
        self.quarter()?;
        let (year, _) = self.year_after_name()?;
        Some(Point::new(Date::of_year(year), Shape::Named))
    }

    /// `'19`, `'19.10`, in a range.
    pub fn short(&mut self) -> Option<Point> {
        self.eat_any(&['\'', '’', '‘'])?;
        let year = self.two_digits()?;
        let month = self.attempt(|s| {
            s.eat_any(&['.', '/'])?;
            s.month().filter(|_| s.ends())
        });
        Some(Point::new(Date { year, month, day: None }, Shape::Short))
    }
}
