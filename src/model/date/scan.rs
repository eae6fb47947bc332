//! Finding dates by their shape.

use std::ops::Range;

use super::Date;

/// A date or a range of dates in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its bytes.
    pub range: Range<usize>,
    /// When it began, or the only date.
    pub start: Date,
    /// When it ended.
    pub end: Option<Date>,
    /// It goes on.
    pub open: bool,
    /// It is still to come.
    pub expected: bool,
}

impl Found {
    /// Tells whether it is two dates, or one that goes on.
    pub fn is_range(&self) -> bool {
        self.open || self.end.is_some()
    }
}

/// Returns the dates of a text that is nothing else, blanks at its ends apart.
pub fn parse(text: &str) -> Option<Found> {
    let start = text.len() - text.trim_start().len();
    let found = at(text, start)?;
    (found.range.end == text.trim_end().len()).then_some(found)
}

/// Returns all dates of a text in order. Linear.
pub fn find_all(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut before = None;
    let mut done = 0;
    for (at_byte, c) in text.char_indices() {
        let may_start = match before {
            _ if at_byte < done => false,
            None => true,
            Some(b) => !joins(b, c),
        };
        before = Some(c);
        if may_start && let Some(date) = at(text, at_byte) {
            done = date.range.end;
            found.push(date);
        }
    }
    found
}

/// Tells whether two characters belong to one word, so that no date begins between them.
fn joins(before: char, c: char) -> bool {
    if c.is_ascii_digit() {
        before.is_ascii_alphanumeric() || matches!(before, '.' | '-' | '/' | '+' | '_' | '#' | '@' | '\'')
    } else {
        before.is_alphanumeric() && c.is_ascii_alphabetic()
    }
}

/// Returns the date that begins at a byte.
fn at(text: &str, start: usize) -> Option<Found> {
    let mut scan = Scan { text, at: start };
    let mut expected = scan.expected();
    let first = scan.point()?;
    expected |= scan.expected();
    let mut found = Found { range: start..scan.at, start: first, end: None, open: false, expected };
    if scan.separator() {
        if scan.open() {
            found.open = true;
        } else {
            found.expected |= scan.expected();
            found.end = scan.point().or_else(|| scan.month_of(first.year));
            found.expected |= found.end.is_some() && scan.expected();
        }
    }
    if found.is_range() {
        found.range.end = scan.at;
    } else {
        scan.at = found.range.end;
    }
    scan.ends().then_some(found)
}

/// A text and how far it was read.
pub(super) struct Scan<'a> {
    text: &'a str,
    pub(super) at: usize,
}

const OPEN: [&str; 14] = [
    "至今", "迄今", "现在", "現在", "目前", "今", "present", "now", "current", "today", "ongoing", "현재",
    "지금", "heute",
];
const EXPECTED: [&str; 6] = ["预计", "預計", "expected", "見込み", "見込", "예정"];

impl<'a> Scan<'a> {
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn eat(&mut self, prefix: &str) -> bool {
        let hit = self.rest().starts_with(prefix);
        if hit {
            self.at += prefix.len();
        }
        hit
    }

    /// Eats a word without regard to case; it has to end there if it is Latin.
    fn eat_word(&mut self, word: &str) -> bool {
        let Some(head) = self.rest().get(..word.len()) else { return false };
        let next = self.rest()[word.len()..].chars().next();
        let whole = !word.is_ascii() || !next.is_some_and(|c| c.is_ascii_alphanumeric());
        let hit = head.eq_ignore_ascii_case(word) && whole;
        if hit {
            self.at += word.len();
        }
        hit
    }

    pub(super) fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    pub(super) fn digits(&mut self, most: usize) -> Option<(u16, usize)> {
        let len = self.rest().bytes().take(most + 1).take_while(u8::is_ascii_digit).count();
        if len == 0 || len > most {
            return None;
        }
        let value = self.rest()[..len].parse().ok()?;
        self.at += len;
        Some((value, len))
    }

    /// Runs a part of the grammar; goes back if it fails.
    pub(super) fn attempt<T>(&mut self, part: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let result = part(self);
        if result.is_none() {
            self.at = start;
        }
        result
    }

    fn separator(&mut self) -> bool {
        self.attempt(|s| {
            s.blanks();
            let start = s.at;
            if s.rest().starts_with("至今") {
                return Some(());
            }
            for word in ["から", "至", "到", "to", "until", "through"] {
                if s.eat_word(word) {
                    s.eat_word("现在");
                    break;
                }
            }
            if s.at == start {
                let marks = |c: char| {
                    matches!(
                        c,
                        '-' | '–' | '—' | '―' | '−' | '－' | '~' | '～' | '〜' | '∼' | '→' | '‐' | '‑'
                    )
                };
                let rest = s.rest();
                s.at += rest.len() - rest.trim_start_matches(marks).len();
            } else if s.text[..s.at].ends_with("现在") {
                s.at -= "现在".len();
            }
            let any = s.at > start;
            s.blanks();
            any.then_some(())
        })
        .is_some()
    }

    fn open(&mut self) -> bool {
        OPEN.iter().any(|word| self.eat_word(word))
    }

    /// `预计` before, `（预计）` after a date.
    fn expected(&mut self) -> bool {
        // Asked at nearly every character.
        if !self.rest().trim_start().starts_with(['(', '（', '预', '預', 'e', 'E', '見', '예']) {
            return false;
        }
        self.attempt(|s| {
            s.blanks();
            let bracket = s.eat("(") || s.eat("（");
            let any = EXPECTED.iter().any(|word| s.eat_word(word));
            if bracket {
                (s.eat(")") || s.eat("）")).then_some(())?;
            } else {
                s.blanks();
                // A blank after `Expected` belongs to it only before a date.
                let rest = s.text[..s.at].trim_end().len();
                if s.rest().is_empty() {
                    s.at = rest;
                }
            }
            any.then_some(())
        })
        .is_some()
    }

    /// Tells whether a date may end here: no word goes on.
    fn ends(&self) -> bool {
        let mut rest = self.rest().chars();
        match rest.next() {
            None => true,
            Some(c) if c.is_ascii_alphanumeric() || matches!(c, '_' | '%' | '@' | '+') => false,
            Some('.' | '-' | '/' | ':' | ',') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) => !matches!(c, '年' | '月' | '日' | '년' | '월'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first range, else the first date.
    fn find(text: &str) -> Option<Found> {
        let all = find_all(text);
        all.iter().find(|found| found.is_range()).or(all.first()).cloned()
    }

    fn shown(text: &str) -> String {
        let Some(found) = find(text) else { return "-".into() };
        let end = match (found.end, found.open) {
            (Some(end), _) => format!(" → {end}"),
            (None, true) => " → now".into(),
            (None, false) => String::new(),
        };
        let sure = if found.expected { " expected" } else { "" };
        format!("{}{end}{sure} [{}]", found.start, &text[found.range])
    }

    #[test]
    fn points_and_ranges_of_every_shape() {
        for (text, want) in [
            ("2020.03 – 至今", "2020-03 → now [2020.03 – 至今]"),
            ("2015-07 ~ 2016-07", "2015-07 → 2016-07 [2015-07 ~ 2016-07]"),
            ("2015-07-2016-07", "2015-07 → 2016-07 [2015-07-2016-07]"),
            ("2016-2019", "2016 → 2019 [2016-2019]"),
            ("2020-03", "2020-03 [2020-03]"),
            ("1991-10-10", "1991-10-10 [1991-10-10]"),
            ("2020/3", "2020-03 [2020/3]"),
            ("2012年9月 ~ 2014年9月", "2012-09 → 2014-09 [2012年9月 ~ 2014年9月]"),
            ("2019年3月-7月", "2019-03 → 2019-07 [2019年3月-7月]"),
            ("2020年春", "2020 [2020年春]"),
            ("Mar 2020 to Present", "2020-03 → now [Mar 2020 to Present]"),
            ("Sept. 2018 — Dec 2019", "2018-09 → 2019-12 [Sept. 2018 — Dec 2019]"),
            ("03/2020 - 11/2021", "2020-03 → 2021-11 [03/2020 - 11/2021]"),
            ("Spring 2020", "2020 [Spring 2020]"),
            ("15 Mar 2020", "2020-03-15 [15 Mar 2020]"),
            ("2016.07至今", "2016-07 → now [2016.07至今]"),
            ("2018年到现在", "2018 → now [2018年到现在]"),
            ("令和2年3月から現在", "2020-03 → now [令和2年3月から現在]"),
            ("2019년 3월 ~ 현재", "2019-03 → now [2019년 3월 ~ 현재]"),
            ("预计 2025年6月", "2025-06 expected [预计 2025年6月]"),
            ("2021.09 - 2025.06（预计）", "2021-09 → 2025-06 expected [2021.09 - 2025.06（预计）]"),
            ("Dec 2013 -- Dec 2014", "2013-12 → 2014-12 [Dec 2013 -- Dec 2014]"),
            ("北京 2015.7-2016.8 工程师", "2015-07 → 2016-08 [2015.7-2016.8]"),
        ] {
            assert_eq!(shown(text), want, "{text}");
        }
    }

    #[test]
    fn every_word_for_what_is_to_come_is_found() {
        for word in EXPECTED {
            for word in [word.to_owned(), word.to_uppercase(), format!(" （{word}）")] {
                assert!(Scan { text: &word, at: 0 }.expected(), "{word}");
            }
        }
    }

    #[test]
    fn numbers_that_are_no_dates() {
        for text in [
            "138-2020-0000",
            "13820200000",
            "v2020.3",
            "2020.03.04.05",
            "1.2.2020.3",
            "ISO-2020",
            "12:30",
            "2300",
            "3-2020x",
            "10.0.2020",
            "20200",
            "A2020",
            "2020px",
            "may the force",
            "+2020",
        ] {
            assert_eq!(shown(text), "-", "{text}");
        }
    }
}
