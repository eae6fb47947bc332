//! Running text, written as Markdown that reads as the same text.

use crate::model::{Marks, Piece, Rich, Run};
use crate::source::chars::is_wide;

/// The place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a paragraph or an item.
    Line,
    /// In a heading, where a line cannot end.
    Heading,
    /// In a cell of a table.
    Cell,
}

/// Returns a text as Markdown.
pub fn inline(text: &Rich, place: Place) -> String {
    let mut out = Out { text: String::new(), place, counts: Counts::of(text) };
    let mut runs: Vec<&Run> = Vec::new();
    for piece in &text.0 {
        match piece {
            Piece::Run(run) => runs.push(run),
            Piece::Break => {
                out.runs(&runs, 0, None);
                runs.clear();
                out.line_end();
            }
        }
    }
    out.runs(&runs, 0, None);
    out.text
}

/// Escapes a line of a paragraph so that nothing reads as the beginning of another block.
pub fn guarded(line: &str) -> String {
    let trimmed = line.trim_start();
    let Some(first) = trimmed.chars().next() else { return String::new() };
    let rest = &trimmed[first.len_utf8()..];
    let digits = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = &trimmed[digits..];
    let numbered =
        digits > 0 && (behind.starts_with(". ") || behind.starts_with(") ") || matches!(behind, "." | ")"));
    match first {
        '#' | '>' | '|' => format!("\\{trimmed}"),
        ':' if rest.starts_with(' ') => format!("\\{trimmed}"),
        '-' | '+' | '*' if rest.starts_with(' ') || rest.is_empty() => format!("\\{trimmed}"),
        '-' | '=' if trimmed.trim_end().chars().all(|c| c == first) => format!("\\{trimmed}"),
        '~' if trimmed.starts_with("~~~") => format!("\\{trimmed}"),
        // Backslashes only escape ASCII characters.
        '•' | '●' | '·' | '➢' | '■' => format!("&#{};{rest}", u32::from(first)),
        _ if numbered => format!("{}\\{behind}", &trimmed[..digits]),
        _ => trimmed.to_owned(),
    }
}

/// Characters that have a meaning only in pairs.
#[derive(Default)]
struct Counts {
    tildes: usize,
    carets: usize,
    dollars: usize,
}

impl Counts {
    fn of(text: &Rich) -> Counts {
        let mut counts = Counts::default();
        for run in text.runs().filter(|run| !run.marks.code) {
            for byte in run.text.bytes() {
                match byte {
                    b'~' => counts.tildes += 1,
                    b'^' => counts.carets += 1,
                    b'$' => counts.dollars += 1,
                    _ => {}
                }
            }
        }
        counts
    }
}

struct Out {
    text: String,
    place: Place,
    counts: Counts,
}

/// The number of levels of formatting, the outermost first.
const LEVELS: usize = 8;

/// Returns the formatting of a run at a level: none, or what all runs of a group have in common.
fn mark(run: &Run, level: usize) -> Option<&str> {
    let Marks { strong, emphasis, code: _, strike, underline, superscript, subscript } = run.marks;
    let has = |mark: bool, sign: &'static str| mark.then_some(sign);
    match level {
        0 => run.lang.as_deref(),
        1 => run.link.as_deref(),
        2 => has(strike, "~~"),
        3 => has(strong, "**"),
        4 => has(emphasis, "*"),
        5 => has(underline, "u"),
        6 => has(superscript, "sup"),
        _ => has(subscript, "sub"),
    }
}

impl Out {
    fn line_end(&mut self) {
        let end = match self.place {
            Place::Line => "\\\n",
            Place::Heading | Place::Cell => "<br>",
        };
        self.text.push_str(end);
    }

    /// Writes runs, grouped by formatting. `next` is the character after them.
    fn runs(&mut self, runs: &[&Run], level: usize, next: Option<char>) {
        if level == LEVELS {
            return self.code_or_text(runs, next);
        }
        let mut at = 0;
        while at < runs.len() {
            let common = mark(runs[at], level);
            let len = runs[at..].iter().take_while(|run| mark(run, level) == common).count();
            let group = &runs[at..at + len];
            at += len;
            let next = runs.get(at).and_then(|run| run.text.chars().next()).or(next);
            match common {
                None => self.runs(group, level + 1, next),
                Some(mark) => self.marked(group, level, mark, next),
            }
        }
    }

    /// Writes runs with the same formatting, leaving blanks at their ends outside it.
    fn marked(&mut self, group: &[&Run], level: usize, mark: &str, next: Option<char>) {
        let whole: String = group.iter().map(|run| run.text.as_str()).collect();
        let inner = whole.trim();
        if inner.is_empty() {
            self.text.push_str(&whole);
            return;
        }
        let lead = whole.len() - whole.trim_start().len();
        let trail = whole.len() - whole.trim_end().len();
        let kept = cut(group, lead, whole.len() - trail);
        let kept: Vec<&Run> = kept.iter().collect();
        self.text.push_str(&whole[..lead]);
        let behind = if trail > 0 { Some(' ') } else { next };
        match level {
            0 => self.tagged(&kept, level, ("span lang=\"", mark), behind),
            1 => self.link(&kept, mark, behind),
            2..=4 => {
                let tag = ["s", "strong", "em"][level - 2];
                let plain = level == 2 || fits(self.text.chars().next_back(), inner, behind);
                let joined = self.text.ends_with(&mark[..1]) || behind == mark.chars().next();
                if plain && !joined {
                    self.text.push_str(mark);
                    self.runs(&kept, level + 1, mark.chars().next());
                    self.text.push_str(mark);
                } else {
                    self.tagged(&kept, level, (tag, ""), behind);
                }
            }
            _ => self.tagged(&kept, level, (mark, ""), behind),
        }
        self.text.push_str(&whole[whole.len() - trail..]);
    }

    fn tagged(&mut self, group: &[&Run], level: usize, (tag, value): (&str, &str), next: Option<char>) {
        let close = tag.split(' ').next().unwrap_or(tag);
        let quote = if value.is_empty() { "" } else { "\"" };
        self.text.push_str(&format!("<{tag}{}{quote}>", attribute(value)));
        self.runs(group, level + 1, next.and(Some('<')));
        self.text.push_str(&format!("</{close}>"));
    }

    fn link(&mut self, group: &[&Run], url: &str, next: Option<char>) {
        let text: String = group.iter().map(|run| run.text.as_str()).collect();
        let unmarked = group.iter().all(|run| run.marks == Marks::default());
        if unmarked && is_found(&text, url) {
            self.text.push_str(&text);
        } else if unmarked && text == url && url.contains("://") && !url.contains(['<', '>', ' ']) {
            self.text.push_str(&format!("<{url}>"));
        } else {
            self.text.push('[');
            self.runs(group, 2, next.and(Some(']')));
            self.text.push_str(&format!("]({})", destination(url)));
        }
    }

    fn code_or_text(&mut self, runs: &[&Run], next: Option<char>) {
        for (at, run) in runs.iter().enumerate() {
            let next = runs.get(at + 1).and_then(|run| run.text.chars().next()).or(next);
            if run.marks.code {
                self.code(&run.text);
            } else {
                self.plain(&run.text, next);
            }
        }
    }

    fn code(&mut self, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let pad =
            text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' '));
        let pad = if pad { " " } else { "" };
        let text = if self.place == Place::Cell { text.replace('|', "\\|") } else { text.to_owned() };
        self.text.push_str(&format!("{fence}{pad}{text}{pad}{fence}"));
    }

    fn plain(&mut self, text: &str, next: Option<char>) {
        let mut before = self.text.chars().next_back();
        for (at, c) in text.char_indices() {
            let rest = &text[at + c.len_utf8()..];
            let after = rest.chars().next().or(next);
            if self.is_sign(c, before, after, rest) {
                self.text.push('\\');
            }
            self.text.push(c);
            before = Some(c);
        }
    }

    /// Returns whether a character would have a special meaning.
    fn is_sign(&self, c: char, before: Option<char>, after: Option<char>, rest: &str) -> bool {
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            '`' => true,
            '*' => !(blank(before) && blank(after)),
            '_' => !(word(before) && word(after) || blank(before) && blank(after)),
            '\\' => {
                after.is_some_and(|c| c.is_ascii_punctuation() || c.is_ascii_alphabetic()) || after.is_none()
            }
            '[' => opens_link(rest),
            ']' => after == Some('(') || after == Some('['),
            '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => is_entity(rest),
            '~' => self.counts.tildes > 1 && !(blank(before) && blank(after)),
            '^' => self.counts.carets > 1,
            '$' => self.counts.dollars > 1,
            '!' => after == Some('['),
            '|' => self.place == Place::Cell,
            '#' => self.place == Place::Heading && rest.trim().is_empty(),
            _ => false,
        }
    }
}

/// Returns whether `[` and what follows would read as anything other than brackets around words.
fn opens_link(rest: &str) -> bool {
    let Some(end) = rest.find(']') else { return false };
    let inside = &rest[..end];
    inside.starts_with(['^', '@'])
        || matches!(inside, " " | "x" | "X" | "")
        || rest[end + 1..].starts_with(['(', '[', ':'])
        || inside.eq_ignore_ascii_case("toc")
        || inside.starts_with("cite")
}

fn is_entity(rest: &str) -> bool {
    let Some(end) = rest.find(';').filter(|end| *end <= 32) else { return false };
    let name = rest[..end].strip_prefix('#').unwrap_or(&rest[..end]);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Returns whether a reader links the bare text to this address.
fn is_found(text: &str, url: &str) -> bool {
    if let Some(address) = url.strip_prefix("mailto:") {
        return address == text && !text.contains(['*', '<', '>']);
    }
    if let Some(number) = url.strip_prefix("tel:") {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let plain = |c: char| c.is_ascii_digit() || "+- ()".contains(c);
        return digits(number) == digits(text) && text.chars().all(plain) && digits(text).len() >= 7;
    }
    false
}

/// Returns an address as written in the brackets of a link.
pub fn destination(url: &str) -> String {
    let bare = !url.is_empty() && !url.contains(|c: char| c.is_whitespace() || "()<>\\".contains(c));
    if bare { url.to_owned() } else { format!("<{}>", url.replace('<', "%3C").replace('>', "%3E")) }
}

fn attribute(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Returns whether stars around a text open and close emphasis there (CommonMark 0.31, 6.2; as in the reader, a
/// wide character counts as punctuation).
fn fits(before: Option<char>, inner: &str, after: Option<char>) -> bool {
    let apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_mark(c) || is_wide(c));
    let (first, last) = (inner.chars().next(), inner.chars().next_back());
    let inside = |c: Option<char>| c.is_some_and(|c| !is_mark(c));
    (inside(first) || apart(before)) && (inside(last) || apart(after))
}

fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation() || (!c.is_alphanumeric() && !c.is_whitespace())
}

/// Returns the bytes `from..to` of the joined text of some runs.
fn cut(group: &[&Run], from: usize, to: usize) -> Vec<Run> {
    let mut at = 0;
    let mut out = Vec::new();
    for run in group {
        let (start, end) = (at, at + run.text.len());
        at = end;
        let (low, high) = (from.max(start), to.min(end));
        if let Some(text) = (low < high).then(|| run.text.get(low - start..high - start)).flatten() {
            out.push(Run { text: text.to_owned(), ..(*run).clone() });
        }
    }
    out
}
