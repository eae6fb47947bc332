//! Two texts combined into one: the words that are kept, removed and added.

use std::ops::Range;

use crate::source::chars::is_wide;

/// The most tokens of texts that are compared word by word: longer texts are replaced as a whole.
const MOST: usize = 2000;

/// Words of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// In both texts.
    Same(String),
    /// Only in the old one.
    Gone(String),
    /// Only in the new one.
    Come(String),
}

/// Returns the tokens of a text with their places: single wide characters, and words, numbers and punctuation.
pub fn tokens(text: &str) -> Vec<(Range<usize>, &str)> {
    let in_word = |c: char| c.is_alphanumeric() && !is_wide(c);
    let mut tokens: Vec<(Range<usize>, &str)> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if c.is_whitespace() {
            continue;
        }
        while in_word(c) && end < text.len() {
            let rest = &text[end..];
            let mut ahead = rest.chars();
            let (next, behind) = (ahead.next(), ahead.next());
            // `1.5`, `30,000`, `node.js` are single tokens.
            let joint = matches!(next, Some('.' | ',' | '\'' | '’')) && behind.is_some_and(in_word);
            if !joint && !next.is_some_and(in_word) {
                break;
            }
            end += next.map_or(0, char::len_utf8);
            chars.next();
        }
        tokens.push((start..end, &text[start..end]));
    }
    tokens
}

/// Returns how alike two texts are, in thousandths: twice what they have in common, relative to their total.
pub fn likeness(old: &[&str], new: &[&str]) -> usize {
    let all = old.len() + new.len();
    if all == 0 {
        return 1000;
    }
    2000 * table(old, new).first().copied().unwrap_or_default() as usize / all
}

/// Returns for each pair of positions how many tokens after both are in common, in order: row by row, with one row
/// and one column more than there are tokens. Empty if there are too many (Wagner & Fischer 1974).
fn table(old: &[&str], new: &[&str]) -> Vec<u16> {
    let width = new.len() + 1;
    if old.len() > MOST || new.len() > MOST {
        return Vec::new();
    }
    let mut best = vec![0u16; (old.len() + 1) * width];
    for (row, one) in old.iter().enumerate().rev() {
        for (column, two) in new.iter().enumerate().rev() {
            let at = row * width + column;
            best[at] = if one == two { best[at + width + 1] + 1 } else { best[at + width].max(best[at + 1]) };
        }
    }
    best
}

/// Returns two texts combined into one.
pub fn between(old: &str, new: &str) -> Vec<Words> {
    let (left, right) = (tokens(old), tokens(new));
    let bare = |tokens: &[(Range<usize>, &str)]| -> Vec<String> {
        tokens.iter().map(|(_, token)| (*token).to_owned()).collect()
    };
    let (one, two) = (bare(&left), bare(&right));
    let (one, two): (Vec<&str>, Vec<&str>) =
        (one.iter().map(String::as_str).collect(), two.iter().map(String::as_str).collect());
    let best = table(&one, &two);
    if best.is_empty() {
        return vec![Words::Gone(old.to_owned()), Words::Come(new.to_owned())];
    }
    let width = two.len() + 1;
    let (mut row, mut column) = (0, 0);
    let mut out = Woven { old, new, at: (0, 0), words: Vec::new() };
    while row < one.len() && column < two.len() {
        let at = row * width + column;
        if one[row] == two[column] {
            out.same(left[row].0.end, right[column].0.end);
            (row, column) = (row + 1, column + 1);
        } else if best[at + width] >= best[at + 1] {
            out.gone(left[row].0.end);
            row += 1;
        } else {
            out.come(right[column].0.end);
            column += 1;
        }
    }
    out.gone(old.len());
    out.come(new.len());
    out.words
}

/// Two texts being combined.
struct Woven<'a> {
    old: &'a str,
    new: &'a str,
    /// The number of tokens taken from each.
    at: (usize, usize),
    words: Vec<Words>,
}

impl Woven<'_> {
    fn same(&mut self, old: usize, new: usize) {
        let text = &self.new[self.at.1..new];
        match self.words.last_mut() {
            Some(Words::Same(before)) => before.push_str(text),
            _ => self.words.push(Words::Same(text.to_owned())),
        }
        self.at = (old, new);
    }

    fn gone(&mut self, end: usize) {
        let text = &self.old[self.at.0..end];
        self.at.0 = end;
        match self.words.as_mut_slice() {
            [.., Words::Gone(before)] | [.., Words::Gone(before), Words::Come(_)] => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.words.push(Words::Gone(text.to_owned())),
        }
    }

    fn come(&mut self, end: usize) {
        let text = &self.new[self.at.1..end];
        self.at.1 = end;
        match self.words.last_mut() {
            Some(Words::Come(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.words.push(Words::Come(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn woven(old: &str, new: &str) -> String {
        let one = |words: &Words| match words {
            Words::Same(text) => text.clone(),
            Words::Gone(text) => format!("[-{text}-]"),
            Words::Come(text) => format!("{{+{text}+}}"),
        };
        between(old, new).iter().map(one).collect()
    }

    #[test]
    fn a_wide_character_is_a_word_and_a_number_is_one() {
        assert_eq!(
            woven("吞吐量提升 30%，日活 3 万", "吞吐量提升 40%，日活 3 万"),
            "吞吐量提升[- 30-]{+ 40+}%，日活 3 万"
        );
        assert_eq!(
            woven("Led a team of 5.", "Led a team of six people."),
            "Led a team of[- 5-]{+ six people+}."
        );
        assert_eq!(woven("", "a"), "{+a+}");
        assert_eq!(woven("1,000 in node.js", "1,200 in node.js"), "[-1,000-]{+1,200+} in node.js");
    }

    #[test]
    fn what_is_woven_can_be_taken_apart() {
        for (old, new) in [
            ("a b c d", "b x d e"),
            ("甲乙丙", "丙乙甲"),
            ("", ""),
            ("x", ""),
            ("他 did 3 件", "他did 4 件事"),
        ] {
            let (mut one, mut two) = (String::new(), String::new());
            for words in between(old, new) {
                match words {
                    Words::Same(text) => {
                        [&mut one, &mut two].into_iter().for_each(|side| side.push_str(&text));
                    }
                    Words::Gone(text) => one.push_str(&text),
                    Words::Come(text) => two.push_str(&text),
                }
            }
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!((bare(&one), bare(&two)), (bare(old), bare(new)), "{old} → {new}");
        }
    }

    #[test]
    fn likeness_is_what_is_in_common() {
        let of = |old, new| {
            let bare = |text| tokens(text).into_iter().map(|(_, token)| token).collect::<Vec<_>>();
            likeness(&bare(old), &bare(new))
        };
        assert_eq!((of("a b", "a b"), of("a b", "c d"), of("a b", "a c"), of("", "")), (1000, 0, 500, 1000));
    }
}
