//! One date: year, month and day in the orders and signs that people write.

use super::Date;
use super::scan::Scan;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONG: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Scan<'_> {
    pub(super) fn point(&mut self) -> Option<Date> {
        let first = self.rest().chars().next()?;
        if first.is_ascii_digit() {
            self.attempt(Self::year_first)
                .or_else(|| self.attempt(Self::month_first))
                .or_else(|| self.attempt(Self::day_name_year))
        } else if first.is_ascii_alphabetic() {
            self.attempt(Self::name_year)
        } else if matches!(first, '令' | '平' | '昭') {
            self.attempt(Self::era)
        } else {
            None
        }
    }

    fn year(&mut self) -> Option<u16> {
        let (year, len) = self.digits(4)?;
        (len == 4 && (1900..2100).contains(&year)).then_some(year)
    }

    fn month(&mut self) -> Option<u8> {
        let (month, _) = self.digits(2)?;
        (1..=12).contains(&month).then_some(month as u8)
    }

    fn day(&mut self) -> Option<u8> {
        let (day, _) = self.digits(2)?;
        (1..=31).contains(&day).then_some(day as u8)
    }

    fn year_first(&mut self) -> Option<Date> {
        let year = self.year()?;
        let bare = Date { year, month: None, day: None };
        let korean = self.attempt(|s| (s.eat("년")).then_some(())).is_some();
        if korean
            || self
                .attempt(|s| {
                    s.blanks();
                    s.eat("年").then_some(())
                })
                .is_some()
        {
            return Some(self.after_year_sign(bare, korean));
        }
        for separator in [".", "/", "-"] {
            let month =
                self.attempt(|s| s.eat(separator).then(|| s.month())?.filter(|_| s.number_ends(separator)));
            if let Some(month) = month {
                let day = self.attempt(|s| {
                    s.eat(separator)
                        .then(|| s.day())?
                        .filter(|_| !s.rest().starts_with(|c: char| c.is_ascii_digit()))
                });
                return Some(Date { year, month: Some(month), day });
            }
        }
        Some(bare)
    }

    /// After a month: no digit, and no third number but a day.
    fn number_ends(&self, separator: &str) -> bool {
        let rest = self.rest();
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let Some(more) = rest.strip_prefix(separator) else { return true };
        let digits = more.bytes().take_while(u8::is_ascii_digit).count();
        // `2015-07-2016-07` is a range, `1.2.3.4` no date.
        digits != 3 && !(separator == "." && digits > 4)
    }

    fn after_year_sign(&mut self, bare: Date, korean: bool) -> Date {
        let (month_sign, day_sign) = if korean { ("월", "일") } else { ("月", "日") };
        let month = self.attempt(|s| {
            s.blanks();
            s.eat("第");
            let month = s.month()?;
            s.blanks();
            s.eat(month_sign).then_some(month)
        });
        if month.is_none() {
            for season in
                ["春季", "夏季", "秋季", "冬季", "春", "夏", "秋", "冬", "年初", "年底", "初", "底", "末"]
            {
                if self.eat(season) {
                    break;
                }
            }
            return bare;
        }
        self.eat("份");
        let day = self.attempt(|s| {
            s.blanks();
            let day = s.day()?;
            s.blanks();
            (s.eat(day_sign) || s.eat("号")).then_some(day)
        });
        Date { month, day, ..bare }
    }

    /// `03/2020`, `3.2020`
    fn month_first(&mut self) -> Option<Date> {
        let month = self.month()?;
        (self.eat("/") || self.eat(".")).then_some(())?;
        let year = self.year()?;
        Some(Date { year, month: Some(month), day: None })
    }

    /// `15 Mar 2020`
    fn day_name_year(&mut self) -> Option<Date> {
        let day = self.day()?;
        self.blanks();
        let date = self.name_year()?;
        Some(Date { day: Some(day), ..date })
    }

    /// `Mar 2020`, `March 15, 2020`, `Spring 2020`
    fn name_year(&mut self) -> Option<Date> {
        let word = self.rest().bytes().take_while(u8::is_ascii_alphabetic).count();
        let name = self.rest().get(..word)?.to_ascii_lowercase();
        let season = ["spring", "summer", "autumn", "fall", "winter"].contains(&name.as_str());
        let month = LONG.iter().position(|long| *long == name).or_else(|| {
            let short = name.get(..3)?;
            (name.len() == 3 || name == "sept").then(|| MONTHS.iter().position(|month| *month == short))?
        });
        if month.is_none() && !season {
            return None;
        }
        self.at += word;
        self.eat(".");
        self.blanks();
        let day = self.attempt(|s| {
            let day = s.day()?;
            s.eat(",").then_some(day)
        });
        self.eat(",");
        self.blanks();
        self.eat("'");
        let year = self.year()?;
        Some(Date { year, month: month.map(|at| at as u8 + 1), day: day.filter(|_| month.is_some()) })
    }

    /// `令和2年3月`
    fn era(&mut self) -> Option<Date> {
        let before = if self.eat("令和") {
            2018
        } else if self.eat("平成") {
            1988
        } else if self.eat("昭和") {
            1925
        } else {
            return None;
        };
        let nth = if self.eat("元") { 1 } else { self.digits(2)?.0 };
        self.eat("年").then_some(())?;
        Some(self.after_year_sign(Date { year: before + nth, month: None, day: None }, false))
    }

    /// `7月` after a range's separator: a month of the same year.
    pub(super) fn month_of(&mut self, year: u16) -> Option<Date> {
        self.attempt(|s| {
            let month = s.month()?;
            s.eat("月").then_some(Date { year, month: Some(month), day: None })
        })
    }
}
