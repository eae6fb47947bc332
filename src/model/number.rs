//! Hand-written numbers: `(1)`, `（1.2）`, `1)`, `①`, `一、`, `（一）`, `1、`, `第一，`.
//!
//! They are text, kept as written; reading them serves lines, lists and one lint.

/// A number at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandNumber {
    /// Its length in bytes, without the blank after it.
    pub len: usize,
    /// Its parts: `(1.1.4)` is 1, 1, 4.
    pub path: Vec<u32>,
    /// Its style; numbers of different styles are counted separately.
    pub style: NumberStyle,
}

/// The style of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberStyle {
    /// `(1)` or `（1）`
    Brackets,
    /// `1)` or `1）`
    Bracket,
    /// `①`
    Circle,
    /// `一、` or `第一，`
    Han,
    /// `（一）`
    HanBrackets,
    /// `1、` or `1.` before a wide character
    Stop,
}

/// If a Latin word follows a number, Han has to follow within this number of characters.
const FEW: usize = 12;
/// The longest path: `(1.1.1.1)`.
const MOST_PARTS: usize = 4;

impl HandNumber {
    /// Returns the number that a line begins with.
    pub fn at_start(text: &str) -> Option<HandNumber> {
        let first = text.chars().next()?;
        match first {
            '(' | '（' => brackets(text, first.len_utf8()),
            '0'..='9' => digits_then_mark(text),
            '①'..='⑳' => Some(circle(first, '①')),
            '⑴'..='⒇' => Some(circle(first, '⑴')),
            '⒈'..='⒛' => Some(circle(first, '⒈')),
            '第' => han(text, '第'.len_utf8()),
            _ => han(text, 0),
        }
    }

    /// Returns whether a number may follow another: one more at some level, or a first one.
    pub fn may_follow(&self, before: &HandNumber) -> bool {
        let Some((last, head)) = self.path.split_last() else { return true };
        if *last == 1 {
            return true;
        }
        before.path.get(..head.len()) == Some(head) && before.path.get(head.len()) == Some(&(last - 1))
    }
}

fn brackets(text: &str, open: usize) -> Option<HandNumber> {
    let inside = &text[open..];
    let close = inside.char_indices().take(16).find(|(_, c)| matches!(c, ')' | '）'))?;
    let (body, len) = (inside[..close.0].trim(), open + close.0 + close.1.len_utf8());
    match path(body) {
        Some(path) => Some(HandNumber { len, path, style: NumberStyle::Brackets }),
        None => Some(HandNumber { len, path: vec![han_value(body)?], style: NumberStyle::HanBrackets }),
    }
}

/// Returns `1.2.3` as its parts; each has at most two digits, which excludes years.
fn path(text: &str) -> Option<Vec<u32>> {
    let parts: Vec<_> = text
        .split(['.', '-', '．'])
        .map(|part| {
            let short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            short.then(|| part.parse().ok()).flatten()
        })
        .collect::<Option<_>>()?;
    (parts.len() <= MOST_PARTS).then_some(parts)
}

fn digits_then_mark(text: &str) -> Option<HandNumber> {
    let body = text.bytes().take(12).take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = &text[..body];
    let mut rest = text[body..].chars();
    let next = rest.next();
    let (number, len, style) = match next {
        Some(c @ (')' | '）')) => (number, body + c.len_utf8(), NumberStyle::Bracket),
        Some('、') => (number, body + '、'.len_utf8(), NumberStyle::Stop),
        Some('．') => (number, body + '．'.len_utf8(), NumberStyle::Stop),
        // `1.负责`: no Markdown list for lack of a blank, but meant as a number.
        Some(c) if crate::source::chars::is_wide(c) => (number.strip_suffix('.')?, body, NumberStyle::Stop),
        // `2.APP接口`; `3.js` is a name.
        Some(c) if c.is_ascii_uppercase() && rest.take(FEW).any(crate::source::chars::is_wide) => {
            (number.strip_suffix('.')?, body, NumberStyle::Stop)
        }
        _ => return None,
    };
    Some(HandNumber { len, path: path(number)?, style })
}

fn circle(c: char, first: char) -> HandNumber {
    let value = u32::from(c) - u32::from(first) + 1;
    HandNumber { len: c.len_utf8(), path: vec![value], style: NumberStyle::Circle }
}

fn han(text: &str, from: usize) -> Option<HandNumber> {
    let body: usize =
        text[from..].chars().take(4).take_while(|c| han_digit(*c).is_some()).map(char::len_utf8).sum();
    let mark = text[from + body..].chars().next()?;
    let ends =
        if from == 0 { matches!(mark, '、' | '．') } else { matches!(mark, '、' | '，' | '：' | '.') };
    let value = han_value(&text[from..from + body])?;
    ends.then(|| HandNumber {
        len: from + body + mark.len_utf8(),
        path: vec![value],
        style: NumberStyle::Han,
    })
}

fn han_digit(c: char) -> Option<u32> {
    "一二三四五六七八九十".chars().position(|digit| digit == c).map(|at| at as u32 + 1)
}

/// Returns the value of 一 … 九十九.
fn han_value(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text.chars().take(4).map(han_digit).collect::<Option<_>>()?;
    match digits[..] {
        [one] => Some(one),
        [10, one] if one < 10 => Some(10 + one),
        [ten, 10] if ten < 10 => Some(ten * 10),
        [ten, 10, one] if ten < 10 && one < 10 => Some(ten * 10 + one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<(Vec<u32>, &str)> {
        HandNumber::at_start(text).map(|n| (n.path.clone(), &text[..n.len]))
    }

    #[test]
    fn every_way_of_numbering_is_known() {
        for (text, path, taken) in [
            ("(1)容器", vec![1], "(1)"),
            ("（12）容器", vec![12], "（12）"),
            ("(1.1.4) 网络", vec![1, 1, 4], "(1.1.4)"),
            ("2) x", vec![2], "2)"),
            ("③ x", vec![3], "③"),
            ("二、项目", vec![2], "二、"),
            ("（十一）项目", vec![11], "（十一）"),
            ("1、负责", vec![1], "1、"),
            ("3.负责", vec![3], "3."),
            ("第二，", vec![2], "第二，"),
        ] {
            assert_eq!(number(text), Some((path, taken)), "{text}");
        }
        for text in [
            "(2015-07 ~ 2016-07)",
            "(2019)",
            "(raft)",
            "2.0 版",
            "3个人",
            "一个人",
            "第一个",
            "10 月",
            "(100%)",
            "1.5倍",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_follows_its_predecessor() {
        let n = |text: &str| HandNumber::at_start(text).unwrap();
        assert!(n("(2)").may_follow(&n("(1)")));
        assert!(n("(1.2)").may_follow(&n("(1.1)")));
        assert!(n("(2)").may_follow(&n("(1.3)")));
        assert!(n("(5.1)").may_follow(&n("(5)")));
        assert!(!n("(1.1.4)").may_follow(&n("(1.3)")));
        assert!(!n("(3)").may_follow(&n("(1)")));
    }
}
