//! Words and numbers that must not appear, and their places in a text.

use std::ops::Range;

use super::classes::{Class, Classes};
use super::organizations::{letters, without_form};
use super::words::Words;
use crate::model::{Contact, ContactKind};

/// The number of digits in the shortest number searched for.
const LEAST_DIGITS: usize = 7;
/// The number of digits in a number without its country code.
const NATIONAL: usize = 11;

/// Words and numbers that must not appear, and their replacements.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    words: Vec<Word>,
    /// The last digits of the numbers.
    numbers: Vec<String>,
    /// The originals, as written.
    originals: Vec<String>,
    phones: bool,
    mails: bool,
    papers: bool,
    /// Whether the person must not be identified.
    blind: bool,
    name: &'static str,
    hidden: &'static str,
    /// The organisations, each with its replacement.
    organizations: Vec<(String, String)>,
}

/// A word that must not appear.
#[derive(Clone, Debug)]
struct Word {
    /// Lower case without blanks.
    form: String,
    /// Its replacement.
    instead: Instead,
    near: Near,
}

/// The replacement of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Instead {
    /// A note that it was taken out.
    Hidden,
    /// A word for a person.
    Name,
    /// A label for an organisation: its index among those taken out.
    Organization(usize),
}

/// Where an occurrence of a word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Near {
    /// Anywhere.
    Anywhere,
    /// If it begins with a capital: `Baker` is a name, `baker` is none.
    Capital,
    /// In an address: after `/`, `@` or `~`, or before `@`.
    Address,
}

impl Secrets {
    pub(super) fn new(classes: &Classes, words: Words) -> Secrets {
        let (name, hidden) = (words.person, words.gone);
        let (phones, mails) = (classes.has(Class::Phone), classes.has(Class::Email));
        let papers = classes.has(Class::IdNumber);
        Secrets { phones, mails, papers, blind: classes.has(Class::Name), name, hidden, ..Secrets::default() }
    }

    fn word(&mut self, text: &str, instead: Instead) {
        if self.add(text, instead, Near::Anywhere) {
            self.originals.push(text.trim().to_owned());
        }
    }

    /// Adds a word if it is long enough to be distinctive; returns whether it is new.
    fn add(&mut self, text: &str, instead: Instead, near: Near) -> bool {
        let form: String = folded(text).into_iter().map(|(c, _)| c).collect();
        let wide = !form.is_ascii();
        let known = self.words.iter().any(|known| known.form == form);
        let new = form.chars().count() >= if wide { 2 } else { 4 } && !known;
        if new {
            self.words.push(Word { form, instead, near });
        }
        new
    }

    /// Adds a user name, on a network or before the `@`: it identifies the person anywhere in an address.
    fn user(&mut self, address: &str) {
        const LEAST_USER: usize = 5;
        let address = address.trim_end_matches('/');
        let user = match address.split_once('@') {
            Some((user, host)) if !user.is_empty() && host.contains('.') => user,
            _ => address.rsplit(['/', '@', '~']).next().unwrap_or_default(),
        };
        let plain =
            user.len() >= LEAST_USER && user.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        if plain && address.len() > user.len() && !user.ends_with(".com") {
            self.add(user, Instead::Hidden, Near::Address);
        }
    }

    fn number(&mut self, text: &str) {
        let digits: String = folded(text).into_iter().map(|(c, _)| c).filter(char::is_ascii_digit).collect();
        let last = digits.len().saturating_sub(NATIONAL);
        if digits.len() >= LEAST_DIGITS {
            self.numbers.push(digits[last..].to_owned());
            self.originals.push(text.trim().to_owned());
            self.originals.push(digits);
        }
    }

    pub(super) fn contact(&mut self, contact: &Contact) {
        let text = contact.value.text();
        if contact.kinds.contains(&ContactKind::Phone) {
            self.number(&text);
        }
        self.word(&text, Instead::Hidden);
        for link in contact.value.runs().filter_map(|run| run.link.as_deref()) {
            let place = link.split_once("://").map_or(link, |(_, place)| place);
            let place = ["mailto:", "tel:", "sms:"]
                .iter()
                .find_map(|scheme| place.strip_prefix(scheme))
                .unwrap_or(place);
            self.word(place.trim_start_matches("www.").trim_end_matches('/'), Instead::Hidden);
            if self.blind {
                self.user(place);
            }
        }
        if self.blind {
            self.user(&text);
        }
    }

    pub(super) fn fact(&mut self, class: Class, text: &str) {
        if matches!(class, Class::Birth | Class::IdNumber) {
            self.word(text, Instead::Hidden);
            self.number(text);
        }
    }

    /// Adds a name; one in two scripts is searched for in each, and with its parts in the other order.
    pub(super) fn name(&mut self, name: &str) {
        self.word(name, Instead::Name);
        let wide: String = name.chars().filter(|c| !c.is_ascii()).collect();
        self.word(&wide, Instead::Name);
        let narrow: Vec<&str> = name
            .split(|c: char| !c.is_ascii_alphabetic() && c != '-')
            .filter(|part| !part.is_empty())
            .collect();
        if narrow.len() >= 2 {
            self.word(&narrow.concat(), Instead::Name);
            let (last, first) = (&narrow[narrow.len() - 1..], &narrow[..narrow.len() - 1]);
            self.word(&[last, first].concat().concat(), Instead::Name);
            self.citations(first, last[0]);
        }
    }

    /// Adds a name as authors are cited, and its parts alone: `Calder, M. O.`, `M. Calder`, `Calder MO`, `Dr. Calder`.
    fn citations(&mut self, first: &[&str], last: &str) {
        let initials: Vec<&str> = first.iter().filter_map(|part| part.get(..1)).collect();
        for initials in [&initials[..1], &initials[..]] {
            let dotted: String = initials.iter().map(|initial| format!("{initial}.")).collect();
            let forms = [
                format!("{last},{dotted}"),
                format!("{dotted}{last}"),
                format!("{last}{}", initials.concat()),
                format!("{last},{}", initials.concat()),
            ];
            for form in &forms {
                self.add(form, Instead::Name, Near::Capital);
            }
        }
        for part in first.iter().chain([&last]) {
            self.add(part, Instead::Name, Near::Capital);
        }
    }

    /// Returns the replacement of an organisation: one letter per name, with or without its legal form.
    pub(super) fn organization(&mut self, name: &str, kind: &str) -> String {
        let bare = without_form(name.trim());
        let key: String = folded(bare).into_iter().map(|(c, _)| c).collect();
        let known = self.organizations.iter().position(|(other, _)| *other == key);
        let nth = known.unwrap_or_else(|| {
            let count = self.organizations.iter().filter(|(_, label)| label.starts_with(kind)).count();
            self.organizations.push((key, format!("{kind} {}", letters(count))));
            self.organizations.len() - 1
        });
        self.word(name, Instead::Organization(nth));
        self.word(bare, Instead::Organization(nth));
        self.organizations.get(nth).map_or_else(String::new, |(_, label)| label.clone())
    }

    /// Returns the words that must not appear, as written.
    pub fn originals(&self) -> impl Iterator<Item = &str> {
        self.originals.iter().map(String::as_str)
    }

    /// Returns whether a text contains what was taken out, whatever is next to it.
    pub fn are_in(&self, text: &str) -> bool {
        let chars = folded(text);
        self.is_worded(text)
            || sequences(&chars).iter().any(|digits| {
                let digits: String = digits.iter().map(|&at| chars[at].0).collect();
                self.numbers.iter().any(|number| digits.contains(number.as_str()))
            })
    }

    /// Does the same where numbers are mostly lengths: digits are ignored.
    pub fn is_worded(&self, text: &str) -> bool {
        let chars = folded(text);
        let line: String = chars.iter().map(|(c, _)| *c).collect();
        let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
        self.words.iter().any(|word| {
            let mut places = line.match_indices(word.form.as_str()).map(|(at, _)| at);
            // In adjacent texts, a longer word is found whatever is before and after it.
            let anyhow = word.form.len() >= 8 && word.near == Near::Anywhere;
            places.any(|at| anyhow || word.is_at(text, &place(&chars, &starts, at, word.form.len())))
        })
    }

    /// Returns the places of the secrets in a text, in order, each with its replacement.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, &str)> {
        let mut found: Vec<(Range<usize>, &str)> = Vec::new();
        let chars = folded(text);
        let line: String = chars.iter().map(|(c, _)| *c).collect();
        let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
        for word in &self.words {
            for (at, _) in line.match_indices(word.form.as_str()) {
                let range = place(&chars, &starts, at, word.form.len());
                if word.is_at(text, &range) {
                    let instead = match word.instead {
                        Instead::Hidden => self.hidden,
                        Instead::Name => self.name,
                        Instead::Organization(nth) => {
                            self.organizations.get(nth).map_or("", |(_, label)| label)
                        }
                    };
                    found.push((range, instead));
                }
            }
        }
        self.shapes(&chars, &mut found);
        found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        found.retain(|(range, _)| {
            let fits = range.start >= end;
            end = end.max(range.end);
            fits
        });
        found
    }

    /// Adds telephone numbers, addresses and numbers of papers by their shape.
    fn shapes<'s>(&'s self, chars: &[(char, Range<usize>)], found: &mut Vec<(Range<usize>, &'s str)>) {
        for digits in sequences(chars) {
            let text: String = digits.iter().map(|&at| chars[at].0).collect();
            let known = self
                .numbers
                .iter()
                .any(|number| text.ends_with(number.as_str()) || text.contains(number.as_str()));
            let paper = self.papers && matches!(text.len(), 17 | 18);
            if known || paper || self.phones && is_phone(chars, &digits, &text) {
                let (first, last) = (digits[0], digits[digits.len() - 1]);
                // With the sign of the country, and the letter that ends some numbers of identity papers.
                let first =
                    first.checked_sub(1).filter(|at| matches!(chars[*at].0, '+' | '(')).unwrap_or(first);
                let last = if paper && chars.get(last + 1).is_some_and(|(c, _)| *c == 'x') {
                    last + 1
                } else {
                    last
                };
                found.push((chars[first].1.start..chars[last].1.end, self.hidden));
            }
        }
        if self.mails {
            let at_signs = chars.iter().enumerate().filter(|(_, (c, _))| *c == '@');
            found.extend(at_signs.filter_map(|(at, _)| mail(chars, at)).map(|range| (range, self.hidden)));
        }
    }
}

impl Word {
    /// Returns whether the text at a place is this word and no part of a longer one.
    fn is_at(&self, text: &str, range: &Range<usize>) -> bool {
        let inside = text.get(range.clone()).unwrap_or_default();
        let before = text[..range.start].chars().next_back();
        let near = match self.near {
            Near::Anywhere => true,
            Near::Capital => inside.starts_with(char::is_uppercase),
            Near::Address => {
                matches!(before, Some('/' | '@' | '~')) || text[range.end..].starts_with(['@', '＠'])
            }
        };
        near && is_whole(text, range)
    }
}

/// Returns the bytes of a text for a range of its folded form, given where each character begins there.
fn place(chars: &[(char, Range<usize>)], starts: &[usize], at: usize, len: usize) -> Range<usize> {
    let first = starts.partition_point(|start| *start < at);
    let last = starts.partition_point(|start| *start < at + len);
    chars[first].1.start..chars[last - 1].1.end
}

/// Returns the characters of a text in one form (narrow, lower case, without blanks), each with its place.
fn folded(text: &str) -> Vec<(char, Range<usize>)> {
    let mut out = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let narrow = match u32::from(c) {
            wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
            _ => c,
        };
        if narrow.is_whitespace() || matches!(narrow, '\u{200B}'..='\u{200D}' | '\u{00AD}' | '\u{2060}') {
            continue;
        }
        out.extend(narrow.to_lowercase().map(|small| (small, at..at + c.len_utf8())));
    }
    out
}

/// Returns whether a place is no part of a longer Latin word.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (before, inside, behind) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    !(letter(before.chars().next_back()) && letter(inside.chars().next())
        || letter(behind.chars().next()) && letter(inside.chars().next_back()))
}

/// Returns the sequences of digits separated at most by hyphens, dots and brackets: the index of each digit.
fn sequences(chars: &[(char, Range<usize>)]) -> Vec<Vec<usize>> {
    let (mut all, mut now): (Vec<Vec<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    for (at, (c, _)) in chars.iter().enumerate() {
        if c.is_ascii_digit() {
            now.push(at);
        } else if !matches!(c, '-' | '.' | '(' | ')' | '·' | '–' | '‐' | '‑' | '−') {
            all.push(std::mem::take(&mut now));
        }
    }
    all.push(now);
    all.retain(|digits| digits.len() >= LEAST_DIGITS);
    all
}

/// Returns whether digits are a telephone number by their shape: a mobile number in China, or one with a country code.
fn is_phone(chars: &[(char, Range<usize>)], digits: &[usize], text: &str) -> bool {
    let country = digits[0].checked_sub(1).is_some_and(|at| chars[at].0 == '+');
    let mobile = text.len() == NATIONAL && text.starts_with('1') && !text[1..].starts_with(['0', '1', '2']);
    let groups = digits.windows(2).filter(|pair| pair[1] > pair[0] + 1).count();
    country || mobile && groups <= 2
}

/// Returns the address around an `@`.
fn mail(chars: &[(char, Range<usize>)], at: usize) -> Option<Range<usize>> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let before = chars[..at].iter().rev().take_while(|(c, _)| part(*c)).count();
    let behind = chars[at + 1..].iter().take_while(|(c, _)| part(*c)).count();
    let host: String = chars[at + 1..at + 1 + behind].iter().map(|(c, _)| *c).collect();
    let trimmed = host.trim_end_matches(['.', '-']).len();
    (before > 0 && host[..trimmed].contains('.'))
        .then(|| chars[at - before].1.start..chars[at + trimmed].1.end)
}
