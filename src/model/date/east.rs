//! One date with the signs of China, Japan and Korea: 年月日, 년월일, reigns, numbers in Han.

use super::Date;
use super::fold::is_cjk;
use super::point::{Point, Shape};
use super::scan::Scan;

/// Parts of a year after its sign, longer ones before what they begin with.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "上半年", "下半年", "春季学期", "秋季学期", "春季學期", "秋季學期", "春学期", "秋学期", "上学期", "下学期",
    "第一学期", "第二学期", "第一季度", "第二季度", "第三季度", "第四季度", "第1四半期", "第2四半期", "第3四半期",
    "第4四半期", "春季", "夏季", "秋季", "冬季", "年初", "年底", "年末", "年中", "全年", "前期", "後期", "前半", "後半",
    "상반기", "하반기", "1학기", "2학기", "1분기", "2분기", "3분기", "4분기",
];
/// Words directly after the sign that make it a fiscal or a school year.
const KINDS: &[&str] = &["学年度", "學年度", "学年", "學年", "학년도", "度", "도"];
/// The same in one character: it may be the first of another word, as in 初级.
const BRIEF: &[char] = &['春', '夏', '秋', '冬', '初', '底', '末', '中', '봄', '초', '말'];
/// Parts of a month.
const DECADES: &[&str] = &["份", "上旬", "中旬", "下旬", "초", "말", "중순"];

impl Scan<'_> {
    /// `年3月`, ` 년 3월` after a year.
    pub fn signed(&mut self, bare: Date) -> Option<Point> {
        let korean = self.eat_sign(&["년"]);
        (korean || self.eat_sign(&["年"])).then(|| self.after_year_sign(bare, korean))
    }

    /// ` 4月` behind a year that lost its sign: `2018 4月`.
    pub fn signed_month_after(&mut self, bare: Date) -> Option<Point> {
        self.blanks().then_some(())?;
        let month = self.number(12)?;
        (self.eat("月") || self.eat("월")).then(|| {
            self.eat("份");
            Point::new(Date { month: Some(month), ..bare }, Shape::Signed)
        })
    }

    fn after_year_sign(&mut self, bare: Date, korean: bool) -> Point {
        let signed = |date| Point::new(date, Shape::Signed);
        let (month_sign, day_sign): (&[&str], &[&str]) =
            if korean { (&["월"], &["일"]) } else { (&["月"], &["日", "号", "號"]) };
        if let Some(point) = self.attempt(|s| s.months_of(bare, month_sign)) {
            return point;
        }
        let Some(month) = self.attempt(|s| s.signed_month(month_sign)) else {
            self.part_of_year();
            return signed(bare);
        };
        let date = Date { month: Some(month), ..bare };
        let day = self.attempt(|s| {
            s.blanks();
            let day = s.number(31)?;
            s.eat_sign(day_sign).then_some(day)
        });
        if day.is_none() && !DECADES.iter().any(|part| self.eat(part)) {
            self.brief_part();
        }
        signed(Date { day, ..date })
    }

    /// `3月`, or `03` with nothing or a range's mark after it, or a figure right after the year's sign: `2021年2`.
    fn signed_month(&mut self, sign: &[&str]) -> Option<u8> {
        let apart = self.blanks();
        self.eat("第");
        let bare = self.digits_ahead() == 2 || !apart && self.digits_ahead() == 1;
        let month = self.number(12)?;
        (self.eat_sign(sign) || (bare && (self.is_bound() || self.is_mark_ahead()))).then_some(month)
    }

    /// `3-7月` of one year.
    fn months_of(&mut self, bare: Date, sign: &[&str]) -> Option<Point> {
        self.blanks();
        let first = self.number(12)?;
        self.blanks();
        self.mark()?;
        self.blanks();
        let last = self.number(12)?;
        self.eat_sign(sign).then_some(())?;
        let month = |month| Date { month: Some(month), ..bare };
        (first < last).then_some(Point { date: month(first), until: Some(month(last)), shape: Shape::Signed })
    }

    fn part_of_year(&mut self) {
        // 度假 is a holiday.
        if !self.rest().starts_with("度假") {
            let _ = KINDS.iter().any(|kind| self.eat(kind));
        }
        if !self.eat_sign(PARTS) {
            self.brief_part();
        }
    }

    /// `学年` after a year without a sign.
    pub fn school_year(&mut self) {
        let _ = KINDS.iter().take_while(|kind| **kind != "度").any(|kind| self.eat_sign(&[kind]));
    }

    fn brief_part(&mut self) {
        let _ = self.attempt(|s| {
            s.blanks();
            s.eat_any(BRIEF)?;
            (!s.peek().is_some_and(|c| is_cjk(c) && !"至到からより".contains(c))).then_some(())
        });
    }

    /// A number up to `most`, in digits or in Han: 12, 十二, 二十三.
    fn number(&mut self, most: u8) -> Option<u8> {
        if self.is_digit_next() {
            let (number, _) = self.digits(2)?;
            return u8::try_from(number).ok().filter(|number| (1..=most).contains(number));
        }
        let (mut number, mut ten) = (0, None);
        while let Some(c) = self.peek() {
            match han_digit(c) {
                Some(value) if number == 0 && value > 0 => number = value as u8,
                _ if c == '十' && ten.is_none() => {
                    ten = Some(if number == 0 { 10 } else { number * 10 });
                    number = 0;
                }
                _ => break,
            }
            self.at += c.len_utf8();
        }
        let number = ten.unwrap_or(0) + number;
        (1..=most).contains(&number).then_some(number)
    }

    /// `二〇二〇年三月`
    pub fn han_year(&mut self) -> Option<Point> {
        let mut year = 0;
        for _ in 0..4 {
            let c = self.peek()?;
            year = year * 10 + han_digit(c)?;
            self.at += c.len_utf8();
        }
        (1900..2100).contains(&year).then_some(())?;
        self.signed(Date::of_year(year as u16))
    }

    /// `令和2年3月`, `民國109年`
    pub fn era(&mut self) -> Option<Point> {
        const ERAS: [(&str, u16, u16); 8] = [
            ("令和", 2018, 81),
            ("平成", 1988, 31),
            ("昭和", 1925, 64),
            ("中華民國", 1911, 188),
            ("中华民国", 1911, 188),
            ("民國", 1911, 188),
            ("民国", 1911, 188),
            ("中華民国", 1911, 188),
        ];
        let (_, before, last) = ERAS.into_iter().find(|era| self.eat(era.0))?;
        self.blanks();
        let nth = if self.eat("元") { 1 } else { self.digits(3)?.0 as u16 };
        (1..=last).contains(&nth).then_some(())?;
        self.eat_sign(&["年"]).then(|| self.after_year_sign(Date::of_year(before + nth), false))
    }

    /// `114 年 6 月`: a year of the Republic without its name, recognised by the month that follows.
    pub fn republic(&mut self) -> Option<Point> {
        let (nth, len) = self.digits(3)?;
        (len == 3 && (100..=130).contains(&nth) && self.eat_sign(&["年"])).then_some(())?;
        let point = self.after_year_sign(Date::of_year(1911 + nth as u16), false);
        point.date.month.map(|_| point)
    }

    /// `7月`, `4月2日`, `15日` after a range's mark: in the year, or the month, in which the range began.
    pub fn signed_rest(&mut self, first: Date) -> Option<Date> {
        self.attempt(|s| {
            let number = s.number(31)?;
            if s.eat_sign(&["日", "号", "號", "일"]) {
                first.day?;
                return Some(Date { day: Some(number), ..first });
            }
            s.eat_sign(&["月", "월"]).then_some(())?;
            let day = s.attempt(|s| {
                s.blanks();
                let day = s.number(31)?;
                s.eat_sign(&["日", "号", "號", "일"]).then_some(day)
            });
            (number <= 12).then_some(Date { month: Some(number), day, ..first })
        })
    }
}

fn han_digit(c: char) -> Option<u32> {
    match c {
        '○' | '零' => Some(0),
        c => "〇一二三四五六七八九".chars().position(|digit| digit == c).map(|at| at as u32),
    }
}
