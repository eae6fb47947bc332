//! J215: marks of Markdown, of TeX and of other tools that are printed as they are.

use super::reporter::Reporter;
use super::walk::{Kind, Words};
use crate::diag::{code, message};
use crate::source::chars::is_wide;

/// Reports a mark that is printed.
pub(super) fn check(words: &Words<'_>, reporter: &mut Reporter<'_>) {
    if words.kind == Kind::Fixed {
        return;
    }
    let text = words.text.masked();
    let Some(mark) = mark_in(&text) else { return };
    let Some(span) = words.text.span() else { return };
    reporter.report(
        code::MARKUP,
        span,
        message!("`{mark}` is printed as it is", mark),
        "close or delete the markup, or put a `\\` before it if it is meant",
    );
}

/// Returns the first mark in a text that its author did not mean to be read.
fn mark_in(text: &str) -> Option<String> {
    const MARKS: [&str; 11] = ["](", ":::", "{{", "{%", "![", "<div", "</", "| --", "|--", "| |", "|  |"];
    let start = text.trim_start();
    let found = MARKS.iter().find(|mark| text.contains(**mark)).map(|mark| (*mark).to_owned());
    let stars = || text.contains("**") && !text.contains("***") && !is_rating(text) && !is_masked(text);
    let signs = || {
        let len = start.len() - start.trim_start_matches('#').len();
        // `#1 of 50`, `#rust`
        let heading = len > 0 && start[len..].starts_with(' ') || len > 1 && len < 7;
        heading.then(|| start[..len].to_owned())
    };
    found
        .or_else(|| stars().then(|| "**".to_owned()))
        .or_else(signs)
        .or_else(|| command(text))
        .or_else(|| tag(start))
        .or_else(|| dashes(text))
        .or_else(|| (start.starts_with("{ ") || is_unpaired(text)).then(|| "{".to_owned()))
        .or_else(|| is_star_between(text).then(|| "*".to_owned()))
}

/// `\href{…`: a command of TeX.
fn command(text: &str) -> Option<String> {
    let at = text.find('\\')?;
    let rest = &text[at + 1..];
    let len = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    (len > 1 && rest[len..].starts_with(['{', '['])).then(|| text[at..at + 1 + len].to_owned())
}

/// `@meta 2020 – today`: a word of another tool that begins a line.
fn tag(start: &str) -> Option<String> {
    const WORDS: [&str; 12] = [
        "meta", "role", "link", "footer", "summary", "date", "title", "company", "location", "tags", "stack",
        "org",
    ];
    let word = start.strip_prefix('@')?.split(' ').next()?;
    WORDS.contains(&word).then(|| format!("@{word}"))
}

/// ` --- ` between words, where one dash is meant.
fn dashes(text: &str) -> Option<String> {
    let at = text.find(" ---")?;
    let rest = text[at + 1..].trim_start_matches('-');
    // `2020.3 ---- today` is a range.
    let dated = text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit())
        || rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let words = rest.starts_with(' ') && rest.contains(char::is_alphanumeric) && !dated;
    words.then(|| text[at + 1..text.len() - rest.len()].to_owned())
}

/// `alex@example.com }`: a brace without the other one, and a blank before it.
fn is_unpaired(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(" }") && !text.contains('{') || text.ends_with('{')
}

/// `……的开发* 数据抓取`: one asterisk in wide text, behind which an item was meant to begin.
fn is_star_between(text: &str) -> bool {
    let Some(at) = text.find("* ").filter(|at| *at > 0) else { return false };
    let apart = text[..at].chars().next_back().is_some_and(|c| is_wide(c) || matches!(c, '。' | '；'));
    apart && text[at + 2..].starts_with(is_wide) && !is_rating(text)
}

/// `Git **` of five: asterisks that rate.
fn is_rating(text: &str) -> bool {
    text.trim_end().ends_with('*')
}

/// Returns whether digits of a number are hidden: `199-**-0000`, `138****0000`, `09xx-xxx-xxx`.
pub(super) fn is_masked(text: &str) -> bool {
    let mut hidden = 0;
    let mut digits = false;
    let mut before = ' ';
    for c in text.chars() {
        let mask =
            matches!(c, '*' | 'x' | 'X' | '×') && (before == c || before.is_ascii_digit() || before == '-');
        hidden = if mask { hidden + 1 } else { hidden };
        digits |= c.is_ascii_digit();
        before = c;
    }
    let strange = |c: char| !(c.is_ascii_digit() || " +-*xX×()（）".contains(c));
    let number = text.split_once([':', '：']).map_or(text, |(_, number)| number);
    hidden > 1 && digits && !number.contains(strange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_are_printed() {
        for (text, mark) in [
            ("see [here](", "]("),
            ("| --- | --- |", "| --"),
            ("###Projects", "###"),
            ("## Projects", "##"),
            ("\\href{https://example.com}{\\underline{x}}", "\\href"),
            ("@meta 2020 – today", "@meta"),
            ("Bread --- BSc", "---"),
            ("github.com/alex }", "{"),
            ("扩展的开发* 数据抓取", "*"),
            ("a ** b", "**"),
        ] {
            assert_eq!(mark_in(text).as_deref(), Some(mark), "{text}");
        }
        for text in [
            "C# and #1",
            "#rust",
            "2 * 3",
            "Git **",
            "@alex",
            "--flag",
            "C:\\Users",
            "{a}",
            "f(x) { … }",
            "GPA 3.9/4.0*",
            "2020.3 ---- 至今",
        ] {
            assert_eq!(mark_in(text), None, "{text}");
        }
    }
}
