//! Indented text that CommonMark takes for code: in a résumé it is just indented text.

use super::lines::Line;
use super::{Edit, Repairs};
use crate::source::chars::is_wide;

/// Where the text of a definition begins, after `: `.
const DETAIL: usize = 2;

/// Removes the indent of indented blocks outside lists that do not look like code.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    let (mut in_list, mut defined) = (false, false);
    // The column at which the text of the last item with little indent begins.
    let mut item_text = None;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if line.indent < 4 {
            let text = line.text(source);
            // `:      text`: with more than three blanks it would be code in the definition.
            if let Some(rest) = text.strip_prefix(':') {
                let body = rest.trim_start_matches(' ').len();
                let start = line.start(source) + 1;
                if rest.len() - body > 4 {
                    found.edits.push(Edit::text(start..start + rest.len() - body - 3, ""));
                }
            }
            if let Some(width) = item_width(text) {
                let more = text[width..].len() - text[width..].trim_start_matches(' ').len();
                item_text = Some(line.indent + width + if more < 4 { more } else { 0 });
            } else if line.after_blank && line.indent == 0 {
                item_text = None;
            }
            defined = text.starts_with(':') || defined && !line.after_blank;
            in_list = if line.after_blank || begins_item(text) {
                begins_item(text) || (in_list && line.indent > 0)
            } else {
                in_list
            };
            at += 1;
            continue;
        }
        // A block of indented lines, blank ones between them.
        let end = at + lines[at..].iter().take_while(|line| line.indent >= 4).count();
        let block = &lines[at..end];
        // A heading ends its own line: indented text below it would be code as well.
        let headed = at.checked_sub(1).is_some_and(|above| lines[above].text(source).starts_with('#'));
        let apart = line.after_blank || headed;
        if defined {
            shift_items(source, block, found);
        }
        if let Some(column) = item_text.filter(|_| in_list) {
            raise_items(source, block, column, found);
        }
        // Below running text the marks of a list so far to the right would be more of that text.
        let below_text = !apart && !in_list && !defined;
        if below_text && item_width(line.text(source)).is_some_and(|width| width == 2) {
            let least = block.iter().map(|line| line.indent).min().unwrap_or(0);
            for line in block {
                let range = line.range.start..line.range.start + width(source, line, least);
                found.edits.push(Edit::text(range, ""));
            }
        }
        let running = |line: &Line| is_text(line.text(source)) || goes_on(line.text(source));
        if apart && !in_list && is_text(line.text(source)) && block.iter().all(running) {
            let least = block.iter().map(|line| line.indent).min().unwrap_or(0);
            let mut item = None;
            for line in block {
                let text = line.text(source);
                if line.after_blank && line.indent == least || begins_item(text) {
                    item = item_width(text).filter(|_| line.indent == least).or(item);
                }
                // Below an item and an empty line it is a paragraph of the item, to which it was indented.
                let own = line.after_blank && line.indent == least && !begins_item(text);
                let blanks = item.filter(|_| own).map_or(String::new(), |width| " ".repeat(width));
                let range = line.range.start..line.range.start + width(source, line, least);
                found.edits.push(Edit::text(range, blanks));
            }
        }
        at = end;
    }
}

/// Moves a list in a definition to its other text: indented by four more blanks it would be code.
fn shift_items(source: &str, block: &[Line], found: &mut Repairs) {
    let item = |line: &&Line| line.after_blank && item_width(line.text(source)).is_some();
    let Some(first) = block.iter().find(item).filter(|first| first.indent >= DETAIL + 4) else { return };
    for line in block.iter().filter(|line| line.indent >= first.indent) {
        let range = line.range.start..line.range.start + width(source, line, first.indent - DETAIL - 2);
        found.edits.push(Edit::text(range, ""));
    }
}

/// Moves a list below an item to the item's text, `column`: indented by four more blanks it would be more of that
/// text, markers included, or code.
fn raise_items(source: &str, block: &[Line], column: usize, found: &mut Repairs) {
    let Some(first) = block.first() else { return };
    let deep = first.indent >= column + 4 && item_width(first.text(source)).is_some();
    if !deep || !block.iter().all(|line| line.indent >= first.indent) {
        return;
    }
    for line in block {
        let range = line.range.start..line.range.start + width(source, line, first.indent - column);
        let blanks = line.indent - first.indent + column;
        let removed = width(source, line, line.indent);
        let whole = line.range.start..line.range.start + removed;
        // A tab is as wide as it appears; blanks are equivalent.
        match source[whole.clone()].contains('\t') {
            true => found.edits.push(Edit::text(whole, " ".repeat(blanks))),
            false => found.edits.push(Edit::text(range, "")),
        }
    }
}

/// Returns the number of bytes at the start of a line that make up an indent.
fn width(source: &str, line: &Line, indent: usize) -> usize {
    let mut columns = 0;
    let blanks = source[line.range.clone()].chars().take_while(|c| {
        let fits = columns < indent && c.is_whitespace();
        columns += if *c == '\t' { 4 } else { 1 };
        fits
    });
    blanks.map(char::len_utf8).sum()
}

/// Returns whether a line begins an item of a list, a quotation, a definition, or HTML: indented text below it
/// belongs to it.
fn begins_item(text: &str) -> bool {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    // `2016.12 - 2017.01` is a date.
    let numbered = number.len() < text.len()
        && number
            .strip_prefix(['.', ')'])
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    // `**Python:**` does not count.
    let marked =
        text.len() > 1 && text.starts_with(['-', '*', '+']) && !text[1..].starts_with(['-', '*', '+']);
    numbered || marked || text.starts_with(['>', ':', '<', '•', '·', '●', '[']) || text.starts_with("#.")
}

/// Returns the offset of an item's text from the beginning of its marker: `- 甲`, `1. 甲`.
fn item_width(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark =
        if digits > 0 { text[digits..].starts_with(['.', ')']) } else { text.starts_with(['-', '*', '+']) };
    (mark && digits < 4 && text[digits + 1..].starts_with(' ')).then_some(digits + 2)
}

/// Words that begin the lines of programs and of commands typed at a prompt.
const PROGRAM: [&str; 30] = [
    "import", "from", "def", "class", "for", "if", "else", "elif", "while", "return", "print", "const",
    "let", "var", "public", "private", "static", "void", "int", "func", "fn", "use", "package", "select",
    "sudo", "npm", "pip", "git", "cd", "echo",
];

/// Returns whether a line below words may be the rest of them: `a plotter.`
fn goes_on(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !PROGRAM.contains(&first) && text.chars().all(|c| c.is_alphabetic() || " ,.'’-".contains(c))
}

/// Returns whether a line is words: no program syntax, and Chinese, an item, a title or a sentence.
pub(super) fn is_text(text: &str) -> bool {
    let code = ["{", "}", "()", "=>", "==", "&&", "||", "</", "/>", "#!", "$ ", "::", "//", " = "]
        .iter()
        .any(|mark| text.contains(mark) && !text.contains("://"));
    // A sentence in Chinese may mention `foo()`; a comment in a program has its marker.
    let wide = text.chars().filter(|c| is_wide(*c)).count();
    let remark = ["//", "#", "/*", "--", "\""].iter().any(|mark| text.starts_with(mark));
    let code = code && (remark || wide < 10 || wide * 3 < text.chars().count());
    let item = ["- ", "+ ", "* "].iter().any(|mark| text.starts_with(mark));
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let code = code || (PROGRAM.contains(&first) && !text.contains(is_wide));
    // `Weather data`: short, and capitalised as a title is.
    let titled = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && text.chars().all(|c| c.is_alphanumeric() || " ,.:&'’-–/()+#".contains(c));
    let words = item || titled || text.contains(is_wide) || text.split_whitespace().count() >= 3;
    !code && words && !text.ends_with(';') && !text.starts_with(['<', '|'])
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn text_that_was_moved_is_text() {
        for (source, want) in [
            (
                "## 技能\n\n    熟悉花卉养护\n\n    熟悉苗木采购\n",
                "## 技能\n\n熟悉花卉养护\n\n熟悉苗木采购\n",
            ),
            ("甲\n\n\t负责仓库\n", "甲\n\n负责仓库\n"),
            ("A\n\n     Led a team of five\n", "A\n\nLed a team of five\n"),
            (
                "**Python:**\n\n    I wrote a parser for weather\n",
                "**Python:**\n\nI wrote a parser for weather\n",
            ),
            ("##### 2020\n\t+ [App]\n\t\t- task one\n", "##### 2020\n+ [App]\n\t- task one\n"),
            ("2016.12-2017.01 甲\n\n 乙\n\n    做事的丙\n", "2016.12-2017.01 甲\n\n 乙\n\n做事的丙\n"),
            ("    - 甲\n\n    2018 年\n\n    乙丙丁\n", "- 甲\n\n  2018 年\n\n  乙丙丁\n"),
            ("甲\n\n    1. 乙\n\n    丙丁\n", "甲\n\n1. 乙\n\n   丙丁\n"),
            (
                "甲\n\n    店里的账都在 old() 里，没有人看得懂\n",
                "甲\n\n店里的账都在 old() 里，没有人看得懂\n",
            ),
            ("甲\n\n    Weather data\n", "甲\n\nWeather data\n"),
            ("甲\n\n    I wrote a parser and\n    a plotter.\n", "甲\n\nI wrote a parser and\na plotter.\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn a_list_far_to_the_right_below_text_is_a_list() {
        for (source, want) in [
            ("2009-2013　甲\n  负责:\n    * 乙\n    * 丙\n", "2009-2013　甲\n  负责:\n* 乙\n* 丙\n"),
            ("Did:\n\t- one\n\t\t- two\n", "Did:\n- one\n\t- two\n"),
            ("甲\n    - 乙\n丙\n", "甲\n- 乙\n丙\n"),
            ("甲\n    -5 度\n", "甲\n    -5 度\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn lists_too_far_from_their_items_are_theirs() {
        for (source, want) in [
            ("1. 甲:\n\t   - 乙\n\t   - 丙\n", "1. 甲:\n   - 乙\n   - 丙\n"),
            ("- 甲\n      - 乙\n        - 丙\n", "- 甲\n  - 乙\n    - 丙\n"),
            ("1.  甲\n\t    - 乙\n", "1.  甲\n    - 乙\n"),
            ("* 甲\n\n\t  * 乙\n\n\t  * 丙\n", "* 甲\n\n  * 乙\n\n  * 丙\n"),
            ("10. 甲\n\t\t1. 乙\n", "10. 甲\n    1. 乙\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
        for source in ["1. 甲\n   - 乙\n\t - 丙\n", "- 甲\n    - 乙\n", "1. 甲\n       接着说明\n"]
        {
            assert_eq!(shown(source), source, "{source}");
        }
    }

    #[test]
    fn code_and_what_belongs_to_items_stays() {
        for source in [
            "甲\n\n    let x = 1;\n",
            "甲\n\n    if (a) {\n    做事\n    }\n",
            "- 甲\n\n    接着说明\n",
            "1. 甲\n\n    接着说明\n",
            "2015\n:   **甲**\n\n    *论文题目*\n",
            "甲\n    接着说明\n",
            "## 甲\n\n    import os\n    for name in names\n",
            "## 甲\n    git clone the repository here\n",
            "甲\n\n    npm_config=1\n",
            "甲\n\n    // 这一行是程序里的注释 old()\n",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
