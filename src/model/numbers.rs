//! J204: hand-written numbers out of sequence, and what they should be.

use std::collections::BTreeMap;

use super::number::{HandNumber, NumberStyle};
use super::rich::Rich;
use crate::diag::{Diagnostic, Fix, Sink, code, message};

/// The hand-written numbers of a text, as they are read.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// The last number of each style, at each depth.
    last: BTreeMap<(NumberStyle, u8), Last>,
    found: Vec<Diagnostic>,
}

#[derive(Clone, Debug)]
struct Last {
    number: HandNumber,
    /// What it would be if all before it were in sequence.
    ought: u32,
    /// The finding whose fix changes those after it as well.
    finding: Option<usize>,
}

impl Numbers {
    /// Takes the next number; `written` is its text in the source.
    pub fn add(&mut self, number: &HandNumber, depth: u8, written: &Rich, source: &str) {
        let place = (number.style, depth);
        let own = number.path.last().copied().unwrap_or(1);
        let mut next = Last { number: number.clone(), ought: own, finding: None };
        let Some(before) = self.last.get(&place) else {
            // The number of a title above went with that title.
            if depth == 0 && (2..=4).contains(&own) && number.path.len() == 1 {
                let message = message!(
                    "the first number printed is {number}: the title before it is in the header",
                    number = written.text()
                );
                let finding = Diagnostic::new(code::NUMBERING, written.span(), message);
                self.found.push(finding.hint("number the titles from here, or leave the numbers out"));
            }
            self.last.insert(place, next);
            return;
        };
        let follows = number.may_follow(&before.number);
        // An inserted or deleted one shifts all after it; a larger jump means something else.
        let near = match (before.number.path.as_slice(), number.path.as_slice()) {
            ([last], [this]) if own > 1 => (*last..=last + 2).contains(this),
            _ => false,
        };
        let fix = near.then(|| renumbered(written, before.ought + 1, source)).flatten();
        next.finding = before.finding.filter(|_| near);
        if !follows {
            let message = message!("the number {number} is out of sequence", number = written.text());
            let finding = Diagnostic::new(code::NUMBERING, written.span(), message);
            self.found.push(finding.hint("it is printed as written"));
            next.finding = next.finding.or(near.then_some(self.found.len() - 1));
        }
        if let Some(finding) = next.finding.and_then(|finding| self.found.get_mut(finding)) {
            next.ought = before.ought + 1;
            finding.fixes.extend(fix.filter(|fix| fix.text != fix.was));
        }
        self.last.insert(place, next);
    }

    /// Reports the findings.
    pub fn report(self, sink: &mut Sink) {
        self.found.into_iter().for_each(|finding| sink.report(finding));
    }
}

/// Returns the change of a number into another one, in the same style.
fn renumbered(written: &Rich, number: u32, source: &str) -> Option<Fix> {
    let text = written.text();
    let is_number = |c: char| c.is_ascii_digit() || circled(c).is_some() || HAN.contains(c);
    let start = text.find(is_number)?;
    let rest = &text[start..];
    let end = start + rest.find(|c| !is_number(c)).unwrap_or(rest.len());
    let first = rest.chars().next()?;
    let instead = match circled(first) {
        Some(one) => char::from_u32(u32::from(one) + number - 1).filter(|_| number <= 20)?.to_string(),
        None if first.is_ascii_digit() => number.to_string(),
        None => han(number)?,
    };
    let span = written.slice(start..end).span()?;
    Fix::of(source, span, instead).filter(|fix| fix.was == text[start..end])
}

const HAN: &str = "一二三四五六七八九十";

/// Returns the first of the series, of circled numbers or of those in brackets, to which a character belongs.
fn circled(c: char) -> Option<char> {
    match c {
        '①'..='⑳' => Some('①'),
        '⑴'..='⒇' => Some('⑴'),
        '⒈'..='⒛' => Some('⒈'),
        _ => None,
    }
}

/// Returns 一 … 九十九.
fn han(number: u32) -> Option<String> {
    let digit = |n: u32| HAN.chars().nth(n as usize - 1).map(String::from);
    let ones = |n: u32| if n.is_multiple_of(10) { Some(String::new()) } else { digit(n % 10) };
    match number {
        1..=10 => digit(number),
        11..=19 => Some(format!("十{}", ones(number)?)),
        20..=99 => Some(format!("{}十{}", digit(number / 10)?, ones(number)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, amended, changes};

    fn cured(text: &str) -> String {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
        let _ = crate::model::build(&source, &mut sink);
        let found: Vec<Diagnostic> =
            sink.into_sorted().into_iter().filter(|found| found.code == code::NUMBERING).collect();
        let changes = changes(&found);
        changes.values().next().map_or_else(|| text.to_owned(), |changes| amended(text, changes))
    }

    #[test]
    fn what_was_inserted_or_deleted_moves_all_behind_it() {
        for (numbers, want) in [
            ("(1)甲 (2)乙 (2)丙 (3)丁", "(1)甲 (2)乙 (3)丙 (4)丁"),
            ("(1)甲 (3)乙 (4)丙", "(1)甲 (2)乙 (3)丙"),
            ("一、甲 三、乙 四、丙", "一、甲 二、乙 三、丙"),
            ("①甲 ②乙 ②丙", "①甲 ②乙 ③丙"),
            ("（9）甲 （11）乙", "（9）甲 （10）乙"),
        ] {
            let text = |list: &str| format!("# 甲\n\n## 乙\n\n{}\n", list.replace(' ', "\n\n"));
            assert_eq!(cured(&text(numbers)), text(want));
            assert_eq!(cured(&text(want)), text(want));
        }
    }

    #[test]
    fn what_begins_anew_or_jumps_is_left() {
        for numbers in ["(1)甲 (2)乙 (1)丙 (2)丁", "(1)甲 (7)乙", "(1.1)甲 (1.3)乙"] {
            let text = format!("# 甲\n\n## 乙\n\n{}\n", numbers.replace(' ', "\n\n"));
            assert_eq!(cured(&text), text);
        }
    }

    #[test]
    fn han_numbers_are_written_out() {
        let all: Vec<String> = [1, 10, 11, 20, 35, 99].into_iter().filter_map(han).collect();
        assert_eq!(all, ["一", "十", "十一", "二十", "三十五", "九十九"]);
        assert_eq!(han(100), None);
    }
}
