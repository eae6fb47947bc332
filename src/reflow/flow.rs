//! Which lines form one paragraph, and its text.

use std::collections::BTreeSet;

use super::columns::is_date;
use super::ink::{SOFT_HYPHEN, Style};
use super::line::{Cell, Line, Words};
use crate::diag::Span;
use crate::model::{Marks, Piece, Rich, Run};
use crate::readback::Link;
use crate::source::chars::{half_ems, is_han, is_hangul, is_kana, is_wide};

/// The greatest distance between lines of a paragraph, in ems.
const APART: f64 = 2.0;

/// Returns whether a line continues the one above it: it is near, and its first word had no room there.
pub fn joins(above: &Line, line: &Line) -> bool {
    let blocks = [above, line].map(|line| line.tag.and_then(|tag| tag.block));
    if blocks[0] != blocks[1] {
        return false;
    }
    let dated =
        |line: &Line| line.cells.len() > 1 && line.cells.last().is_some_and(|cell| is_date(&cell.text()));
    let label = line.cells.first().and_then(|cell| cell.words.first());
    let label = label.is_some_and(|words| words.style.bold && words.text.trim_end().ends_with([':', '：']));
    if dated(above) || dated(line) || label {
        return false;
    }
    let tagged = blocks[0].is_some();
    let gap = (above.y - line.y) / line.size.max(above.size).max(1.0);
    let near = line.page == above.page && (0.0..APART).contains(&gap);
    // After the foot of a page or a column a paragraph continues, unless a sentence ends there.
    let over = line.page != above.page || gap < 0.0;
    let open = !above.text().trim_end().ends_with(|c: char| "。.!?！？：:;；".contains(c));
    if !(tagged || near || over && open) {
        return false;
    }
    let sized = above.style.size.abs_diff(line.style.size) <= 1;
    (sized || tagged) && (is_one_link(above, line) || is_full(above, line))
}

/// Returns whether a link at the end of a line goes on in the next one.
fn is_one_link(above: &Line, line: &Line) -> bool {
    let last = above.cells.last().and_then(|cell| cell.words.last()).and_then(|words| words.link);
    let first = line.cells.first().and_then(|cell| cell.words.first()).and_then(|words| words.link);
    last.is_some() && last == first
}

/// Returns whether the first word of a line had no room at the end of the one above it.
fn is_full(above: &Line, line: &Line) -> bool {
    let Some(first) = line.cells.first() else { return false };
    let text = first.text();
    let all: usize = text.chars().map(half_ems).sum();
    let word: usize = match text.chars().next() {
        // What is in brackets may be kept together.
        Some('（') if text.chars().take(16).any(|c| c == '）') => {
            text.split_inclusive('）').next().unwrap_or_default().chars().map(half_ems).sum()
        }
        Some(c) if is_wide(c) => text.chars().take(2).map(half_ems).sum(),
        _ => text.split_whitespace().next().unwrap_or_default().chars().map(half_ems).sum(),
    };
    let width = (first.x[1] - first.x[0]) * word as f64 / all.max(1) as f64;
    let blank = 0.2 * line.size;
    // The letters of a word may be wider than the others of its line.
    let slack = if text.starts_with(is_wide) { 0.15 } else { 0.9 };
    let [left, right] = [above.left(), above.column[1]];
    // Unbreakable words may leave more white; an unfinished sentence continues.
    let tagged = line.tag.is_some_and(|tag| tag.block.is_some());
    let share = if tagged { 0.7 } else { 0.8 };
    let most = above.right() - left > share * (right - left);
    let ends = above.text().trim_end().ends_with(|c: char| "。.!?！？：:;；".contains(c));
    let single = above.cells.len() == 1 || (tagged && line.cells.len() == 1);
    above.right() + blank + width > right - slack * line.size || (most && !ends && single)
}

/// The words of a file, to tell a hyphen that was set from one that was written.
pub struct Vocabulary {
    words: BTreeSet<String>,
    /// Whether words are divided at the ends of lines, as by TeX, which leaves no blanks in the file.
    parted: bool,
}

/// Words whose hyphen was written even at the end of a line.
const BEFORE_HYPHENS: [&str; 28] = [
    "cross", "self", "non", "well", "high", "low", "long", "short", "real", "open", "full", "part", "multi",
    "end", "state", "time", "data", "user", "cost", "object", "event", "large", "small", "real", "back",
    "front", "on", "co",
];

impl Vocabulary {
    /// Collects the words of all lines.
    pub fn of(lines: &[Line], parted: bool) -> Vocabulary {
        let texts = lines.iter().map(Line::text);
        let words = texts.flat_map(|text| {
            let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-')).map(str::to_lowercase);
            words.filter(|word| word.len() > 2).collect::<Vec<String>>()
        });
        Vocabulary { words: words.collect(), parted }
    }

    /// Returns whether the hyphen between two parts of a word was only set.
    fn is_set(&self, (before, behind): (&str, &str), hyphen: char) -> bool {
        let part = |text: &str| text.to_lowercase();
        let (before, behind) = (part(before), part(behind));
        if self.words.contains(&format!("{before}{behind}")) {
            return true;
        }
        let written = self.words.contains(&format!("{before}-{behind}")) || before.contains('-');
        let whole = self.words.contains(&before) && self.words.contains(&behind);
        (self.parted || hyphen == '‐') && !written && !whole && !BEFORE_HYPHENS.contains(&before.as_str())
    }
}

/// Adds a line to a text: nothing between Han characters, a blank between words, and a divided word is made whole
/// again.
pub fn append(text: &mut Vec<Words>, line: &Line, vocabulary: &Vocabulary) {
    let words = line.cells.iter().enumerate().flat_map(|(at, cell)| {
        let mut words = cell.words.clone();
        if let Some(first) = words.first_mut().filter(|_| at > 0) {
            first.text.insert(0, ' ');
        }
        words
    });
    let words: Vec<Words> = words.collect();
    if let (Some(last), Some(first)) = (text.last_mut(), words.first()) {
        // An address is divided without a blank.
        let divided = !line.blank && !vocabulary.parted && last.link.is_some() && last.link == first.link;
        let (before, behind) = (last.text.trim_end().to_owned(), first.text.trim_start());
        let word = |text: &str, c: char| {
            text.rsplit(|c: char| !(c.is_alphanumeric() || c == '-'))
                .next()
                .map(|part| part.trim_end_matches(c).to_owned())
        };
        let next: String = behind.chars().take_while(|c| c.is_alphanumeric()).collect();
        if before.ends_with(SOFT_HYPHEN) {
            last.text = before.trim_end_matches(SOFT_HYPHEN).to_owned();
        } else if before.ends_with(['-', '‐']) && next.starts_with(char::is_lowercase) {
            let part = word(before.trim_end_matches('‐'), '-').unwrap_or_default();
            let set = !part.is_empty()
                && part.chars().all(|c| c.is_alphabetic() || c == '-')
                && vocabulary.is_set((&part, &next), before.chars().next_back().unwrap_or('-'));
            last.text = if set { before.trim_end_matches(['-', '‐']).to_owned() } else { before };
        } else if !divided && needs_blank(&before, behind, line.blank) {
            last.text = before + " ";
        }
    }
    for mut words in words {
        words.text = words.text.replace(SOFT_HYPHEN, "");
        text.push(words);
    }
}

fn needs_blank(before: &str, behind: &str, typed: bool) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), behind.chars().next()) else { return false };
    let cjk = |c: char| is_han(c) || is_kana(c) || (is_wide(c) && !c.is_alphanumeric());
    let hangul = is_hangul(last) || is_hangul(first);
    // A path or an address is divided after its separators.
    let address = !typed && (before.ends_with(['/', '_', '@']) || behind.starts_with(['/', '_', '@']));
    // So is a word after its hyphen, and a date.
    let hyphen = before.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric));
    let address = address || (hyphen && !typed && first.is_alphanumeric());
    match (cjk(last), cjk(first)) {
        (true, true) => false,
        (false, false) => (!hangul || typed) && !address,
        _ => typed,
    }
}

/// The usual look of text, and how differences from it are kept.
pub struct Plain<'a> {
    /// The look of running text.
    pub body: Style,
    /// The links of the file.
    pub links: &'a [Link],
    /// Whether only links are kept: titles are bold anyway.
    pub bare: bool,
}

/// The most looks in a paragraph that may have links.
const MOST_WORDS: usize = 2_000;

/// Returns words as running text.
pub fn rich(words: &[Words], plain: &Plain<'_>) -> Rich {
    let mut runs: Vec<Run> = Vec::new();
    for (at, part) in words.iter().enumerate() {
        let marks = Marks {
            strong: part.style.bold && !plain.body.bold && !plain.bare,
            emphasis: part.style.italic
                && !plain.body.italic
                && !plain.bare
                && part.text.contains(|c: char| c.is_alphabetic() && !is_wide(c)),
            code: part.style.mono && !plain.body.mono && !plain.bare,
            ..Marks::default()
        };
        let mut whole: Option<(String, bool)> = None;
        let link = part.link.filter(|_| words.len() < MOST_WORDS).and_then(|link| {
            // The whole content of a link is its text, whatever it looks like.
            let from =
                words[..at].iter().rposition(|other| other.link != part.link).map_or(0, |before| before + 1);
            let text: String = words[from..]
                .iter()
                .take_while(|other| other.link == part.link)
                .map(|words| words.text.as_str())
                .collect();
            let target = plain.links.get(link).map(|link| link.target.clone())?;
            match is_same(&text, &target) {
                false => Some(target),
                // A shortened address is written out in full.
                // That of a host alone is one as it is printed, where links are made of them.
                true if target.starts_with("http") && plain.bare && is_host(&text) => None,
                true if target.starts_with("http") => {
                    whole = Some((target.clone(), from < at));
                    Some(target)
                }
                true => None,
            }
        });
        if let (Some((target, again)), Some(link)) = (&whole, &link) {
            if !again {
                let text = target.trim_end_matches('/').to_owned();
                runs.push(Run {
                    text,
                    span: Span::default(),
                    marks: Marks::default(),
                    link: Some(link.clone()),
                    lang: None,
                });
            }
            let ends = words.get(at + 1).is_some_and(|next| next.link != part.link);
            if ends && part.text.ends_with(' ') {
                runs.push(Run {
                    text: " ".to_owned(),
                    span: Span::default(),
                    marks: Marks::default(),
                    link: None,
                    lang: None,
                });
            }
            continue;
        }
        let text = part.text.replace('\u{FFFD}', "");
        match runs.last_mut().filter(|last| (last.marks, &last.link) == (marks, &link)) {
            Some(last) => last.text.push_str(&text),
            None => runs.push(Run { text, span: Span::default(), marks, link, lang: None }),
        }
    }
    colons_out(&mut runs);
    blanks_out(&mut runs);
    Rich(runs.into_iter().map(Piece::Run).collect()).trim()
}

/// Moves a fullwidth colon at the end of bold words out of them: inside, Markdown does not see where the bold ends.
fn colons_out(runs: &mut [Run]) {
    for at in 1..runs.len() {
        let (before, behind) = runs.split_at_mut(at);
        if let (Some(label), Some(next)) = (before.last_mut(), behind.first_mut())
            && label.marks.strong
            && !next.marks.strong
            && label.text.ends_with('：')
        {
            label.text.truncate(label.text.len() - '：'.len_utf8());
            next.text.insert(0, '：');
        }
    }
}

/// Moves blanks at the end of code out of it.
fn blanks_out(runs: &mut [Run]) {
    for at in 1..runs.len() {
        let (before, behind) = runs.split_at_mut(at);
        if let (Some(code), Some(next)) = (before.last_mut(), behind.first_mut())
            && code.marks.code
            && code.text.ends_with(' ')
        {
            code.text.truncate(code.text.trim_end().len());
            next.text.insert(0, ' ');
        }
    }
}

/// Returns whether a text is the name of a host and nothing else.
fn is_host(text: &str) -> bool {
    let text = text.trim();
    text.contains('.') && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}

/// Returns whether an address only repeats its text.
fn is_same(text: &str, target: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim().to_lowercase();
        let text = ["mailto:", "tel:", "https://", "http://", "www."]
            .iter()
            .fold(text.as_str(), |text, prefix| text.strip_prefix(prefix).unwrap_or(text));
        text.trim_end_matches('/')
            .chars()
            .filter(|c| !c.is_whitespace() && !"-()".contains(*c))
            .collect::<String>()
    };
    let (text, address) = (bare(text), bare(target));
    // A number to dial has its country code, the printed one may not.
    text == address || (target.starts_with("tel:") && address.ends_with(text.trim_start_matches('0')))
}

/// Returns the cells of a line; a key and its value are one.
pub fn cells(line: &Line) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for cell in &line.cells {
        let keyed = |last: &&mut Cell| {
            let text = last.text();
            let text = text.trim();
            text.ends_with([':', '：']) || (text.chars().count() == 1 && text.starts_with(is_han))
        };
        match cells.last_mut().filter(keyed) {
            Some(last) => {
                last.x[1] = cell.x[1];
                let blank =
                    !last.text().trim_end().ends_with('：') && !last.text().trim().starts_with(is_han);
                if let Some(words) = last.words.last_mut().filter(|_| blank) {
                    words.text.push(' ');
                }
                last.words.extend(cell.words.iter().cloned());
            }
            None => cells.push(cell.clone()),
        }
    }
    cells
}
