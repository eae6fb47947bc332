//! Ranges of which only one end can be read: better none than half of one.

use std::ops::Range;

use super::fold::{digit, is_cjk, is_letter};
use super::point::{Point, Shape};
use super::scan::{Scan, is_bar, is_closing, is_opening};

const SEPARATORS: &[char] = &['.', '/', '-', '年', '月', '日'];

fn is_century(number: &str) -> bool {
    number.starts_with("19") || number.starts_with("20")
}

/// Returns whether one of several numbers is a year.
fn is_made_like_date(token: &str) -> bool {
    let year = |number: &str| number.len() == 4 && is_century(number);
    token.contains(SEPARATORS) && token.split(SEPARATORS).any(year)
}

impl<'a> Scan<'a> {
    /// Returns the bytes of a range whose second end is no date, though it can be nothing else:
    /// `Oct 2019 - Xyz 2022`, `2020.03 - 2021.13`, `(2020 - onbekend)`. Text that is clearly another part of
    /// the line, as a name in capitals, does not count.
    pub fn torn(&self, start: usize, first: &Point) -> Option<Range<usize>> {
        self.ahead(|s| {
            s.eat(".");
            let joint = s.joint(false).filter(|joint| joint.sign)?;
            // After a dash a date is a separate part: `甲 - 2019 - 乙`.
            let dash = |c: char| matches!(c, '-' | '–' | '—' | '|' | '｜' | '·');
            if s.before(start).is_some_and(dash) && joint.apart {
                return None;
            }
            let bracket = s.before(start).is_some_and(is_opening);
            let torn = s.strange_number()
                || s.strange_month(first)
                || s.strange_word(bracket)
                || (bracket && s.strange_han());
            torn.then_some(start..s.at)
        })
    }

    /// `2021.13`, `13/2021`, `20210`: made like a date.
    fn strange_number(&mut self) -> bool {
        self.attempt(|s| {
            let rest = s.rest();
            let part = |c: char| digit(c).is_some() || SEPARATORS.contains(&c);
            let bytes = rest.chars().take(24).take_while(|c| part(*c)).map(char::len_utf8).sum();
            let token = rest.get(..bytes)?.trim_end_matches(SEPARATORS);
            s.at += token.len();
            let long = token.len() > 4 && token.len() < 9 && is_century(token) && s.is_bound();
            (is_made_like_date(token) || long).then_some(())
        })
        .is_some()
    }

    /// `Xyz 2022`, `xyz. de 2022`: possibly a month in another language.
    fn strange_month(&mut self, first: &Point) -> bool {
        self.attempt(|s| {
            let word = s.word(14)?;
            let dot = s.eat(".");
            s.eat(",");
            s.blanks();
            s.connect();
            s.year()?;
            let short = word.chars().count() <= 5 || dot;
            ((first.shape == Shape::Named || short) && s.ends() && s.is_bound()).then_some(())
        })
        .is_some()
    }

    /// Words in lower case with nothing after them, which may say that it goes on; in brackets up to three
    /// words.
    fn strange_word(&mut self, bracket: bool) -> bool {
        self.attempt(|s| {
            let most = if bracket { 3 } else { 1 };
            for count in 1..=most {
                s.word(14).filter(|word| word.starts_with(char::is_lowercase))?;
                s.eat(".");
                let done = if bracket { s.rest().trim_start().starts_with(is_closing) } else { s.is_end() };
                if done {
                    return Some(());
                }
                if count < most {
                    s.blanks();
                }
            }
            None
        })
        .is_some()
    }

    /// `（2020.10-不详）`
    fn strange_han(&mut self) -> bool {
        self.attempt(|s| {
            let rest = s.rest();
            let bytes: usize = rest.chars().take(4).take_while(|c| is_cjk(*c)).map(char::len_utf8).sum();
            s.at += bytes;
            (bytes > 0 && s.rest().starts_with(is_closing)).then_some(())
        })
        .is_some()
    }

    /// Returns where a torn range begins if its second end is the date just read, but the text before it
    /// is none: `2020.13 - 2021.02`, `Xyz 2019 - Dec 2022` as the whole of a part of a line.
    pub fn torn_before(&self, start: usize, named_end: bool) -> Option<usize> {
        let head = self.text.get(..start)?;
        let dashless = head.trim_end().trim_end_matches(['-', '–', '—', '~', '～']);
        if dashless.len() < head.trim_end().len() {
            let number = dashless.trim_end();
            let part = |c: &char| digit(*c).is_some() || SEPARATORS.contains(c);
            let bytes: usize = number.chars().rev().take(24).take_while(part).map(char::len_utf8).sum();
            let from = number.len() - bytes;
            return is_made_like_date(&number[from..]).then_some(from);
        }
        if !named_end || !head.ends_with(char::is_whitespace) {
            return None;
        }
        let word = head.trim_end().trim_end_matches('.');
        let letters: usize =
            word.chars().rev().take(15).take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
        let from = word.len() - letters;
        let fits = (2..15).contains(&word[from..].chars().count());
        let begins = self.before(from).is_none_or(|c| is_opening(c) || is_bar(c));
        (fits && begins && self.is_end()).then_some(from)
    }

    fn word(&mut self, most: usize) -> Option<&'a str> {
        let rest = self.rest();
        let bytes: usize =
            rest.chars().take(most + 1).take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
        let word = &rest[..bytes];
        self.at += bytes;
        (!word.is_empty() && word.chars().count() <= most).then_some(word)
    }
}
