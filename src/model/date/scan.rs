//! A text and the position up to which it has been read.

use super::fold::{digit, fold, is_accent, is_cjk, is_letter};

/// A text and the position up to which it has been read.
pub(super) struct Scan<'a> {
    pub text: &'a str,
    pub at: usize,
    /// Whether the day is first, as in `15/07/2019`; known once a number above 12 was seen.
    pub day_first: Option<bool>,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a str, at: usize) -> Scan<'a> {
        Scan { text, at, day_first: None }
    }

    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Returns the character before `at`, ignoring blanks.
    pub fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.trim_end().chars().next_back()
    }

    pub fn eat(&mut self, prefix: &str) -> bool {
        let hit = self.rest().starts_with(prefix);
        if hit {
            self.at += prefix.len();
        }
        hit
    }

    pub fn eat_any(&mut self, of: &[char]) -> Option<char> {
        let c = self.peek().filter(|c| of.contains(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Eats the first of some words that need no word boundaries, with blanks before it: 月, 년, 까지.
    pub fn eat_sign(&mut self, of: &[&str]) -> bool {
        self.attempt(|s| {
            s.blanks();
            of.iter().any(|sign| s.eat(sign)).then_some(())
        })
        .is_some()
    }

    pub fn blanks(&mut self) -> bool {
        let rest = self.rest();
        let blanks = rest.len() - rest.trim_start().len();
        self.at += blanks;
        blanks > 0
    }

    /// Returns a number of at most `most` digits, and its number of digits.
    pub fn digits(&mut self, most: usize) -> Option<(u32, usize)> {
        let (mut value, mut count, mut bytes) = (0, 0, 0);
        for c in self.rest().chars() {
            let Some(d) = digit(c) else { break };
            count += 1;
            if count > most {
                return None;
            }
            value = value * 10 + d;
            bytes += c.len_utf8();
        }
        self.at += bytes;
        (count > 0).then_some((value, count))
    }

    /// Counts the digits that come next, up to 9.
    pub fn digits_ahead(&self) -> usize {
        self.rest().chars().take(9).take_while(|c| digit(*c).is_some()).count()
    }

    pub fn is_digit_next(&self) -> bool {
        self.peek().is_some_and(|c| digit(c).is_some())
    }

    /// Runs a part of the grammar; goes back if it fails.
    pub fn attempt<T>(&mut self, part: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let result = part(self);
        if result.is_none() {
            self.at = start;
        }
        result
    }

    /// Runs a part of the grammar without advancing.
    pub fn ahead<T>(&self, part: impl FnOnce(&mut Scan<'a>) -> T) -> T {
        part(&mut Scan { text: self.text, at: self.at, day_first: self.day_first })
    }

    /// Eats some words, ignoring case and accents. Where they end in letters, no letter may
    /// follow; a space in them matches any blanks.
    pub fn eat_words(&mut self, words: &str) -> bool {
        self.attempt(|s| {
            let mut last = ' ';
            for wanted in words.chars() {
                last = wanted;
                if wanted == ' ' {
                    s.blanks().then_some(())?;
                    continue;
                }
                let c = s.peek()?;
                (fold(c) == fold(wanted)).then_some(())?;
                s.at += c.len_utf8();
                while let Some(accent) = s.peek().filter(|c| is_accent(*c)) {
                    s.at += accent.len_utf8();
                }
            }
            (!is_letter(last) || !s.peek().is_some_and(is_letter)).then_some(())
        })
        .is_some()
    }

    /// Eats the longest entry of a table that comes next. The table is sorted by its folded words.
    pub fn eat_one(&mut self, table: &[&'static str]) -> bool {
        self.find_in(table.len(), |at| table[at]).is_some()
    }

    /// Does the same, and returns the value of the entry.
    pub fn lookup<T: Copy>(&mut self, table: &[(&'static str, T)]) -> Option<T> {
        self.find_in(table.len(), |at| table[at].0).map(|at| table[at].1)
    }

    /// Finds the longest entry that comes next. The first two letters rule out most entries.
    fn find_in(&mut self, len: usize, word: impl Fn(usize) -> &'static str) -> Option<usize> {
        let wanted = initials(self.rest());
        let (mut from, mut to) = (0, len);
        while from < to {
            let middle = from + (to - from) / 2;
            if initials(word(middle)) < wanted {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        let same = |at: &usize| initials(word(*at)) == wanted;
        let count = (from..len).take_while(same).count();
        (from..from + count).rev().find(|at| self.eat_words(word(*at)))
    }

    /// Returns whether the current part of the line ends or pauses here: at its end, a closing bracket, a
    /// comma, a bar.
    pub fn is_bound(&self) -> bool {
        let next = self.rest().trim_start().chars().next();
        next.is_none_or(|c| is_closing(c) || is_bar(c) || ",，;；、。".contains(c))
    }

    /// Returns whether a part of the line ends here.
    pub fn is_end(&self) -> bool {
        self.rest().trim_start().chars().next().is_none_or(|c| is_closing(c) || is_bar(c))
    }

    /// Returns whether nothing else is next to what was read from `start` on: ends of the line, brackets
    /// or bars surround it.
    pub fn is_alone(&self, start: usize) -> bool {
        self.before(start).is_none_or(|c| is_opening(c) || is_bar(c)) && self.is_end()
    }

    /// Returns whether a word with a capital follows a date without a blank: `August 2019Operator`.
    fn is_glued(&self, next: char) -> bool {
        let before = self.text.get(..self.at).and_then(|text| text.chars().next_back());
        let small = self.rest().chars().skip(1).take(3).take_while(|c| c.is_lowercase()).count();
        next.is_uppercase() && small >= 2 && before.is_some_and(|c| c.is_ascii_digit() || c.is_lowercase())
    }

    /// Returns whether a date may end here: no word or number continues.
    pub fn ends(&self) -> bool {
        let mut rest = self.rest().chars();
        match rest.next() {
            None => true,
            Some('_' | '%' | '@' | '+') => false,
            // `2018.10/4个月`: how long it took.
            Some('/') if self.ahead(|s| s.duration().is_some()) => true,
            Some('.' | '-' | '/' | ':' | ',') => rest.next().is_none_or(|c| digit(c).is_none()),
            Some(c) if self.is_glued(c) => true,
            Some(c) => !(is_letter(c) || digit(c).is_some() || matches!(c, '年' | '月' | '日' | '년' | '월')),
        }
    }
}

/// Returns the first two letters of a text, folded; zero for anything but a letter.
fn initials(text: &str) -> (char, char) {
    let mut chars = text.chars().filter(|c| !is_accent(*c));
    let first = chars.next().map_or('\0', fold);
    let second = chars.next().filter(|c| is_letter(*c)).map_or('\0', fold);
    (first, second)
}

pub(super) fn is_opening(c: char) -> bool {
    "([{（［【「〔『〈《<".contains(c)
}

pub(super) fn is_closing(c: char) -> bool {
    ")]}）］】」〕』〉》>".contains(c)
}

/// A sign between the parts of an entry's line.
pub(super) fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '·' | '•' | '\t')
}

/// Returns whether two characters belong to one word, so that no date begins between them.
pub(super) fn joins(before: char, c: char) -> bool {
    if digit(c).is_some() {
        is_letter(before)
            || digit(before).is_some()
            || matches!(
                before,
                '.' | '-' | '/' | '+' | '_' | '#' | '@' | '\'' | '’' | '$' | '¥' | '￥' | '€' | '£'
            )
    } else {
        before.is_alphanumeric() && !is_cjk(before)
    }
}
