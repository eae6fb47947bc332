//! Marks and words between the two dates of a range, and words for an open end.

use std::ops::Range;

use super::fold::{is_cjk, is_letter};
use super::scan::{Scan, is_closing, is_opening};
use super::words::{AND, ARTICLES, LEADS, NOW, NOW_BRIEF, NOW_EAST, TO, TO_EAST};

/// The word before a date that begins a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// The range is open unless an end is given: `since`.
    Since,
    /// An end must follow: `from`.
    From,
    /// An end with `and` must follow: `between`.
    Between,
    /// It ends then, and nobody says when it began: `until`.
    Until,
}

/// The mark or word that connects two dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joint {
    /// The range of its sign, or of its word if it has none.
    pub mark: Range<usize>,
    /// Whether it has a sign.
    pub sign: bool,
    /// Whether blanks surround it.
    pub apart: bool,
}

const WAVES: [char; 6] = ['~', '～', '〜', '∼', '∽', '˜'];

impl Joint {
    fn first(&self, text: &str) -> Option<char> {
        text.get(self.mark.clone())?.chars().next()
    }

    pub fn is_wave(&self, text: &str) -> bool {
        self.first(text).is_some_and(|c| WAVES.contains(&c))
    }

    /// Returns whether it is one hyphen without blanks, which may also be part of a date.
    pub fn may_be_inside(&self, text: &str) -> bool {
        !self.apart && matches!(text.get(self.mark.clone()), Some("-" | "‐" | "‑" | "－" | "/"))
    }
}

impl Scan<'_> {
    /// Eats the sign of a range: dashes, a wave, an arrow.
    pub fn mark(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let is_mark = |c: char| {
            WAVES.contains(&c)
                || matches!(
                    c,
                    '-' | '–'
                        | '—'
                        | '―'
                        | '−'
                        | '－'
                        | '‐'
                        | '‑'
                        | '─'
                        | '━'
                        | '﹣'
                        | '﹘'
                        | '⸺'
                        | '→'
                        | '➔'
                        | '➜'
                        | '➝'
                        | '➞'
                        | '⟶'
                        | '⇒'
                )
        };
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_mark).len();
        if self.at > start {
            self.eat(">");
        } else if !self.eat("=>") && !self.eat("ー") {
            // Some type the Han digit one for a dash.
            self.eat("一");
        }
        (self.at > start).then_some(start..self.at)
    }

    /// Eats what connects two dates: a sign, words, or both (`- bis`).
    pub fn joint(&mut self, between: bool) -> Option<Joint> {
        self.attempt(|s| {
            let led = s.blanks();
            let sign = s.mark();
            let start = s.at;
            let mut end = start;
            let mut apart = led | s.blanks();
            for _ in 0..2 {
                let word =
                    TO_EAST.iter().any(|word| s.eat(word)) || s.eat_one(TO) || (between && s.eat_one(AND));
                if !word {
                    break;
                }
                end = s.at;
                apart |= s.blanks();
            }
            let words = if end > start { Some(s.text[..end].trim_end().len()) } else { None };
            let mark = sign.clone().or_else(|| words.map(|end| start..end.max(start)))?;
            Some(Joint { mark, sign: sign.is_some(), apart })
        })
    }

    pub fn is_mark_ahead(&self) -> bool {
        self.ahead(|s| s.joint(false).is_some())
    }

    /// Eats `since`, `from`, 自 before a date.
    pub fn lead(&mut self) -> Option<Lead> {
        self.attempt(|s| {
            let start = s.at;
            let lead = match s.peek()? {
                c if is_cjk(c) => {
                    s.eat_any(&['自', '从', '從', '由'])?;
                    Lead::From
                }
                _ => s.lookup(LEADS)?,
            };
            // AB is a form of company, DE a state: the words meant here are in lower case.
            let word = s.text.get(start..s.at)?;
            let code = (2..4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
            (!code).then_some(())?;
            s.blanks();
            s.article();
            Some(lead)
        })
    }

    pub fn article(&mut self) {
        let _ = self.attempt(|s| {
            s.eat_one(ARTICLES).then_some(())?;
            s.blanks();
            Some(())
        });
    }

    /// Eats the words for an open end: 至今's 今, `Present`, `(Current)`, `?`.
    pub fn open(&mut self) -> bool {
        if !self.now() && !self.now_in_brackets() {
            return false;
        }
        // 현재 재직중; 至今（在职）
        let again = self.attempt(|s| {
            s.blanks();
            s.peek().filter(|c| is_cjk(*c))?;
            s.now().then_some(())
        });
        if again.is_none() {
            self.now_in_brackets();
        }
        true
    }

    /// `(Current)`, perhaps with blanks before it.
    pub fn now_in_brackets(&mut self) -> bool {
        self.attempt(|s| {
            s.blanks();
            let open = s.peek().filter(|c| is_opening(*c))?;
            s.at += open.len_utf8();
            // (bis heute)
            s.joint(false);
            s.blanks();
            s.now().then_some(())?;
            s.blanks();
            let close = s.peek().filter(|c| is_closing(*c))?;
            s.at += close.len_utf8();
            Some(())
        })
        .is_some()
    }

    /// `, present` after a date, if nothing else can be meant.
    pub fn now_behind_comma(&mut self) -> Option<Range<usize>> {
        self.attempt(|s| {
            let start = s.at;
            s.eat_any(&[',', '，'])?;
            let mark = start..s.at;
            s.blanks();
            let word = s.at;
            let named = s.eat_one(NOW) && s.text.get(word..s.at)?.chars().count() > 3;
            (named && (s.is_bound() || s.ahead(|s| s.blanks() && s.peek().is_some_and(is_opening))))
                .then_some(mark)
        })
    }

    fn now(&mut self) -> bool {
        self.attempt(|s| {
            s.article();
            let c = s.peek()?;
            if is_cjk(c) {
                return s.now_east();
            }
            if matches!(c, '?' | '？' | '∞' | '…') || s.rest().starts_with("...") {
                let rest = s.rest();
                s.at += rest.len() - rest.trim_start_matches(['?', '？', '∞', '…', '.']).len();
                return Some(());
            }
            if s.eat_one(NOW) || s.now_glued() {
                return Some(());
            }
            (s.eat_one(NOW_BRIEF) && s.is_bound()).then_some(())
        })
        .is_some()
    }

    /// `CurrentClerk`: a capital right after the word begins another one.
    fn now_glued(&mut self) -> bool {
        let word = self.rest().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let capital = word.char_indices().skip(3).find(|(_, c)| c.is_uppercase());
        let Some((len, _)) = capital else { return false };
        let mut word = Scan::new(&self.text[..self.at + len], self.at);
        let now = word.eat_one(NOW) && word.at == self.at + len;
        if now {
            self.at += len;
        }
        now
    }

    fn now_east(&mut self) -> Option<()> {
        let behind = self.text.get(..self.at)?.ends_with(['至', '到', '迄']);
        if let Some(word) = NOW_EAST.iter().find(|word| self.rest().starts_with(**word)) {
            self.at += word.len();
            let _ = ["为止", "為止", "に至る", "까지"].iter().any(|word| self.eat(word));
            return Some(());
        }
        // 今 begins many names: 今日.
        self.eat_any(&['今'])?;
        let _ = self.eat("为止") || self.eat("為止");
        (behind || !self.peek().is_some_and(is_cjk)).then_some(())
    }

    /// Returns whether a range's sign with nothing after it leaves it open: a wave at the end of a part,
    /// any sign if nothing else is next to the date.
    pub fn is_left_open(&self, joint: &Joint, start: usize) -> bool {
        // `Fellow, Example University, 2016–.`
        // `Engineer 2018 -- `: a dash, and nothing at all after it.
        let dash = !matches!(self.text[joint.mark.clone()].trim(), "-" | "~" | "～");
        let apart = joint.apart && !(dash && joint.sign && self.rest().trim().is_empty());
        let last = matches!(self.rest().trim(), "" | ".")
            && !apart
            && self.text[..start].ends_with(char::is_whitespace);
        // `February 2019--: Administrator`, `2023 - : PhD`
        let colon = self.rest().trim_start().starts_with([':', '：']) && self.text[..start].trim().is_empty();
        if joint.sign && colon {
            return true;
        }
        if joint.sign && self.hugs_sign(joint, start) {
            return true;
        }
        let end = self.is_end() || self.rest().trim() == ".";
        joint.sign && end && (joint.is_wave(self.text) || self.is_alone(start) || last)
    }

    /// `2019年11月- 某公司`: the dash at the beginning of a line touches the month, not the name.
    fn hugs_sign(&self, joint: &Joint, start: usize) -> bool {
        // `2023〜　Sample Co.`
        let first = &self.text[..joint.mark.start];
        // `2024-        Sample Co.`: text set apart as in a column is not the other end.
        // `2025 -   Sample Co.`
        let least = if first.ends_with(char::is_whitespace) { 3 } else { 4 };
        let column = self.text[joint.mark.end..].chars().take_while(|c| c.is_whitespace()).count() >= least;
        let first = if column { first.trim_end() } else { first };
        let year = (joint.is_wave(self.text) || column)
            && first.ends_with(|c: char| c.is_ascii_digit() || c == '年');
        // `September 2022– Research Fellow`: a dash that hugs its month has no other end.
        let month = self.text[start..joint.mark.start].contains(|c: char| c.is_alphabetic() || c == '/');
        let hugs = month
            && matches!(&self.text[joint.mark.clone()], "–" | "-")
            && first.ends_with(|c: char| c.is_ascii_digit());
        let signed = year || hugs || first.ends_with(['月', '월']);
        let behind = &self.text[joint.mark.end..];
        let named = behind.trim_start().starts_with(is_letter) || behind.trim_start().starts_with(is_cjk);
        signed
            && named
            && behind.starts_with([' ', '\u{3000}', '\u{A0}'])
            && self.text[..start].trim().is_empty()
    }
}
