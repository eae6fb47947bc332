//! Words next to a date: that it is still to come, and how long it took.

use std::ops::Range;

use super::fold::{digit, is_cjk, is_letter};
use super::scan::{Scan, is_closing, is_opening};
use super::words::{ABOUT, EXPECTED, EXPECTED_EAST, GOAL, UNIT_AND, UNITS, UNITS_EAST};

impl Scan<'_> {
    /// Eats `预计`, `Expected graduation:`, `(expected)` before a date.
    pub fn expected_before(&mut self) -> bool {
        self.attempt(|s| {
            if s.peek().is_some_and(is_opening) {
                s.expected_in_brackets()?;
            } else {
                s.expected_words()?;
                let _ = s.eat(":") || s.eat("：") || s.eat("于") || s.eat("於");
            }
            s.blanks();
            Some(())
        })
        .is_some()
    }

    /// Eats `（预计毕业）`, `expected`, `卒業見込み` after a date.
    pub fn expected_behind(&mut self) -> bool {
        self.attempt(|s| {
            s.blanks();
            if s.peek().is_some_and(is_opening) {
                return s.expected_in_brackets();
            }
            s.eat_any(&[',', '，']);
            s.blanks();
            // 预计 after a date may lead to another one.
            let sure = s.peek().is_some_and(|c| is_cjk(c) && !"预預将將拟擬".contains(c));
            s.expected_words()?;
            (sure || s.is_bound()).then_some(())
        })
        .is_some()
    }

    fn expected_in_brackets(&mut self) -> Option<()> {
        self.attempt(|s| {
            let open = s.peek().filter(|c| is_opening(*c))?;
            s.at += open.len_utf8();
            s.blanks();
            if !["应届毕业生", "应届", "應屆", "在读", "在讀"].iter().any(|word| s.eat(word)) {
                s.expected_words()?;
            }
            s.blanks();
            let close = s.peek().filter(|c| is_closing(*c))?;
            s.at += close.len_utf8();
            Some(())
        })
    }

    fn expected_words(&mut self) -> Option<()> {
        if self.peek().is_some_and(is_cjk) {
            return EXPECTED_EAST.iter().any(|word| self.eat(word)).then_some(());
        }
        self.eat_one(EXPECTED).then_some(())?;
        self.eat(".");
        for _ in 0..3 {
            let goal = self.attempt(|s| {
                s.blanks();
                s.eat_one(GOAL).then_some(())
            });
            if goal.is_none() {
                break;
            }
        }
        Some(())
    }

    /// Eats how long it took, in brackets, after a dot or comma, or at the end of a part: `(9 months)`,
    /// `· 2 yrs 3 mos`, `（1年2个月）`. The range returned has no blanks before it.
    pub fn duration(&mut self) -> Option<Range<usize>> {
        self.attempt(|s| {
            s.blanks();
            let start = s.at;
            let brackets = s.peek().is_some_and(is_opening);
            if brackets {
                s.at += s.peek()?.len_utf8();
            } else {
                s.eat_any(&['·', '•', ',', '，', '、', '/']);
            }
            s.blanks();
            s.stretch()?;
            if brackets {
                s.blanks();
                s.at += s.peek().filter(|c| is_closing(*c))?.len_utf8();
            } else {
                s.is_bound().then_some(())?;
            }
            Some(start..s.at)
        })
    }

    /// `2 yrs 3 mos`, `约1年2个月`, `一年半`, `2 anos e 8 meses`
    fn stretch(&mut self) -> Option<()> {
        let _ = self.eat_one(ABOUT)
            || self.eat_any(&['约', '約', '共', '近', '계', '총', '약', '~', '≈', '<', '>']).is_some();
        self.eat(".");
        self.blanks();
        let mut any = false;
        while self.attempt(|s| s.stretch_part(any)).is_some() {
            any = true;
        }
        // `(1 year+)`, `（3年以上）`
        let _ = any && (self.eat("+") || self.eat("以上") || self.eat("多") || self.eat("＋"));
        any.then_some(())
    }

    fn stretch_part(&mut self, second: bool) -> Option<()> {
        if second {
            self.blanks();
            self.eat(",");
            self.blanks();
            if self.eat_one(UNIT_AND) || self.eat_any(&['&', '+', '又', '零', '과']).is_some() {
                self.blanks();
            }
        }
        self.amount()?;
        self.blanks();
        if self.peek().is_some_and(is_cjk) {
            let unit = UNITS_EAST.iter().any(|unit| self.eat(unit)) || (second && self.eat("月"));
            unit.then_some(())?;
            let _ = self.eat("間") || self.eat("间") || self.eat("半") || self.eat("余");
            return Some(());
        }
        self.eat_one(UNITS).then_some(())?;
        self.eat(".");
        Some(())
    }

    /// `3`, `2.5`, `10+`, `半`, `十八`
    fn amount(&mut self) -> Option<()> {
        if self.is_digit_next() {
            self.digits(3)?;
            let part = self.attempt(|s| {
                s.eat_any(&['.', ','])?;
                s.digits(2)
            });
            if part.is_none() {
                self.eat_any(&['½', '+']);
            }
            return Some(());
        }
        let rest = self.rest();
        let han = |c: char| "半一二两三四五六七八九十".contains(c);
        let bytes = rest.chars().take(4).take_while(|c| han(*c)).map(char::len_utf8).sum::<usize>();
        self.at += bytes;
        (bytes > 0).then_some(())
    }

    /// Returns whether a year's number is that of something else: a standard, money, a count.
    pub fn counts(&self, start: usize, range: bool) -> bool {
        let mut behind = self.rest().chars();
        let counter = behind.next().is_some_and(|c| COUNTERS.contains(c));
        if counter && behind.next().is_none_or(|c| !is_cjk(c) || "以左的多余".contains(c)) {
            return true;
        }
        if range {
            return false;
        }
        let head = self.text.get(..start).unwrap_or_default();
        let word = head.trim_end();
        let word = word.rsplit(|c: char| !(is_letter(c) || digit(c).is_some() || "/+$¥￥€£₩".contains(c)));
        let word = word.clone().next().unwrap_or_default();
        let number = word.len() > 2 && word.bytes().all(|b| b.is_ascii_digit());
        let another_number = self.ahead(|s| s.blanks() && (3..9).contains(&s.digits_ahead()));
        let phone = |number: bool| number && head.ends_with(char::is_whitespace);
        STANDARDS.contains(&word)
            || word.ends_with(['$', '¥', '￥', '€', '£', '₩'])
            || (phone(number) && !is_year(word))
            || (another_number && !self.ahead(|s| s.blanks() && s.year().is_some()))
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

const COUNTERS: &str = "元块万千亿人名个個次字行条條篇家台件项項倍种種套张張円圓원명개건회";
const STANDARDS: &[&str] = &[
    "ISO", "IEC", "ISO/IEC", "IEEE", "RFC", "GB", "GB/T", "DIN", "EN", "ANSI", "JIS", "USD", "RMB", "CNY",
    "EUR", "JPY", "KRW",
];
