//! Emphasis next to wide characters, and emphasis that its author closed and CommonMark does not.
//!
//! CommonMark lets `**` close after punctuation only if a blank or punctuation follows, so that `**项目成果：**提升` is
//! not bold. Here a run of `*` or `~~` next to a wide character counts as one next to punctuation (the rule of the
//! markdown-cjk-friendly proposal): where that changes the outcome, a punctuation mark is put at the letter's side
//! of the run. On a line with equally many `**` that open and close, they are pairs whatever is next to them:
//! `**技术:**Vue`, `**内容: **`. A single `~` (`2016~2019`) is not markup; nor is a colon at the start of a line
//! without a blank after it.

use std::ops::Range;

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

use super::lines::{self, Line};
use super::{Edit, Put, Repairs};
use crate::source::chars::is_wide;

/// Finds the places where a repair changes the outcome.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    single_marks(source, found);
    for line in lines {
        let text = &source[line.range.clone()];
        if text.bytes().any(|byte| matches!(byte, b'*' | b'~' | b'_')) && !typed_twice(source, line, found) {
            in_line(source, line, found);
        }
    }
}

/// Removes the escaped stars in `***\*Example*\***`, where an editor took pasted stars for text and put its own
/// around them. Returns whether the line has such stars, which are bold.
fn typed_twice(source: &str, line: &Line, found: &mut Repairs) -> bool {
    let text = &source[line.range.clone()];
    let mut at = 0;
    let count = found.edits.len();
    while let Some((open, body)) = ["***\\*", "**\\*"].iter().find_map(|open| {
        let start = at + text[at..].find(open)?;
        Some((start, start + open.len()))
    }) {
        let close = format!("\\*{}", &text[open..body - 2]);
        let Some(end) = text[body..].find(&close).map(|end| body + end) else { break };
        if end == body {
            break;
        }
        let edit = |range: Range<usize>| {
            Edit::text(line.range.start + range.start..line.range.start + range.end, "**")
        };
        found.edits.extend([edit(open..body), edit(end..end + close.len())]);
        at = end + close.len();
    }
    found.edits.len() > count
}

/// Puts stand-ins for single tildes, and for colons that begin a line without a blank after them.
fn single_marks(source: &str, found: &mut Repairs) {
    let bytes = source.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            // A backslash escapes the next character.
            b'\\' => at += 2,
            b'~' => {
                let end = at + bytes[at..].iter().take_while(|&&b| b == byte).count();
                if end == at + 1 {
                    found.edits.push(Edit { range: at..end, put: Put::Tilde });
                }
                at = end;
            }
            b':' => {
                if is_no_definition(bytes, at) {
                    found.edits.push(Edit { range: at..at + 1, put: Put::Colon });
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Returns whether a colon begins a line without a blank after it, as in `::: left`: the parser would take the line
/// for a definition. (`:--` opens a table's second row.)
fn is_no_definition(bytes: &[u8], at: usize) -> bool {
    let indent = bytes[..at].iter().rev().take(4).take_while(|b| **b == b' ').count();
    let first = at == indent || bytes.get(at.wrapping_sub(indent + 1)) == Some(&b'\n');
    first && !matches!(bytes.get(at + 1), None | Some(b' ' | b'\t' | b'\n' | b'-'))
}

/// A run of one mark.
#[derive(Clone, Debug)]
struct Run {
    range: Range<usize>,
    mark: u8,
}

fn in_line(source: &str, line: &Line, found: &mut Repairs) {
    let runs = without_inner(source, runs(source, line), found);
    let (strong, others): (Vec<Run>, Vec<Run>) =
        runs.into_iter().partition(|run| run.mark != b'~' && (2..=3).contains(&run.range.len()));
    let (stars, bars): (Vec<Run>, Vec<Run>) = strong.into_iter().partition(|run| run.mark == b'*');
    for runs in [stars, bars] {
        let even = runs.len() % 2 == 0
            && runs.chunks(2).all(|pair| pair.iter().all(|run| run.range.len() == pair[0].range.len()));
        if even {
            runs.chunks_exact(2).for_each(|pair| close(source, line, pair, found));
        } else {
            let stars = runs.iter().filter(|run| run.mark == b'*');
            found.edits.extend(stars.filter_map(|run| beside(source, &run.range)));
        }
    }
    // `~~甲 ~~`: two on a line are a pair whatever is next to them.
    let (struck, others): (Vec<Run>, Vec<Run>) = others.into_iter().partition(|run| run.mark == b'~');
    if struck.len().is_multiple_of(2) {
        struck.chunks_exact(2).for_each(|pair| close(source, line, pair, found));
    } else {
        found.edits.extend(struck.iter().filter_map(|run| beside(source, &run.range)));
    }
    // `****Example University - **** BSc`: a program closed and reopened text that was already bold.
    let four: Vec<Run> =
        others.iter().filter(|run| run.mark == b'*' && run.range.len() == 4).cloned().collect();
    if four.len().is_multiple_of(2) && four.len() == others.len() {
        four.chunks_exact(2).for_each(|pair| close(source, line, pair, found));
    }
    // `*2011 - 2016 *`: two single stars on a line are a pair as well.
    let single: Vec<Run> =
        others.iter().filter(|run| run.mark == b'*' && run.range.len() == 1).cloned().collect();
    let marker = line.text(source).starts_with("* ");
    if let ([open, end], false) = (single.as_slice(), marker)
        && source[..end.range.start].ends_with(' ')
        && !source[open.range.end..].starts_with(' ')
    {
        close(source, line, &single, found);
        return;
    }
    let others = others.iter().filter(|run| run.mark != b'_');
    found.edits.extend(others.filter_map(|run| beside(source, &run.range)));
}

/// Removes `****` inside bold text, which closes and reopens it (`**big**** data**`), and escapes the star of a
/// note after a word (`**_A. Zhu*_**`).
fn without_inner(source: &str, mut runs: Vec<Run>, found: &mut Repairs) -> Vec<Run> {
    let stars =
        |runs: &[Run], len| runs.iter().filter(|run| run.mark == b'*' && run.range.len() == len).count();
    if stars(&runs, 2) == 0 || !stars(&runs, 2).is_multiple_of(2) {
        return runs;
    }
    let lone = stars(&runs, 1) == 1;
    let mut open = false;
    runs.retain(|run| {
        let Range { start, end } = run.range;
        match (run.mark, run.range.len()) {
            (b'*', 2) => open = !open,
            (b'*', 4) if open => {
                found.edits.push(Edit::text(start..end, ""));
                return false;
            }
            (b'*', 1) if open && lone => {
                let word = |c: char| c.is_alphanumeric();
                if source[..start].ends_with(word) && !source[end..].starts_with(word) {
                    found.edits.push(Edit::text(start..start, "\\"));
                    return false;
                }
            }
            _ => {}
        }
        true
    });
    runs
}

/// Returns the delimiter runs of a line, excluding escapes, code, single tildes, list markers and rules.
fn runs(source: &str, line: &Line) -> Vec<Run> {
    let text = &source[line.range.clone()];
    let spans = lines::code_spans(text);
    let bytes = text.as_bytes();
    let (mut runs, mut at) = (Vec::new(), 0);
    while let Some(&mark) = bytes.get(at) {
        if mark == b'\\' {
            at += 2;
            continue;
        }
        if !matches!(mark, b'*' | b'~' | b'_') {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|&&b| b == mark).count();
        let counts = match mark {
            b'~' => end - at == 2,
            b'_' => end - at >= 2,
            _ => true,
        };
        if counts && !lines::inside(&spans, at) {
            runs.push(Run { range: line.range.start + at..line.range.start + end, mark });
        }
        at = end;
    }
    // `***` and `* * *` are rules.
    let rule = text.chars().all(|c| matches!(c, '*' | '_') || c.is_whitespace());
    if rule { Vec::new() } else { runs }
}

/// Makes a pair of runs open and close emphasis.
fn close(source: &str, line: &Line, pair: &[Run], found: &mut Repairs) {
    let [open, close] = pair else { return };
    let content = &source[open.range.end..close.range.start];
    if content.trim().is_empty() {
        return;
    }
    let before = source[line.range.start..open.range.start].chars().next_back();
    let after = source[close.range.end..line.range.end].chars().next();
    let (first, last) = (content.chars().next(), content.chars().next_back());
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let mark = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_punctuation(c));
    // `2 ** 3 ** 4` is not emphasis.
    if blank(first) && blank(last) && !(before.is_none() || after.is_none()) {
        return;
    }
    // Inside a word `_` is a letter.
    if open.mark == b'_' && !(mark(before) && (mark(last) || mark(after))) {
        return;
    }
    let put = |at: usize, found: &mut Repairs| found.edits.push(Edit::stand_in(at));
    if !mark(before) && mark(first) {
        put(open.range.start, found);
    }
    if blank(first) {
        put(open.range.end, found);
    }
    if blank(last) {
        put(close.range.start, found);
    }
    if mark(last) && !mark(after) {
        put(close.range.end, found);
    }
}

/// Returns where a stand-in has to go next to a delimiter run, if anywhere.
fn beside(source: &str, run: &Range<usize>) -> Option<Edit> {
    let before = source[..run.start].chars().next_back().filter(|c| !c.is_whitespace())?;
    let after = source[run.end..].chars().next().filter(|c| !c.is_whitespace())?;
    match (is_punctuation(before), is_punctuation(after)) {
        // Would not open: `使用**（重点）**`. Wide punctuation does not hinder it, nor does any after a wide letter.
        (false, true) if is_wide(after) || is_wide(before) => Some(Edit::stand_in(run.start)),
        // Would not close: `**成果：**提升`.
        (true, false) if is_wide(before) || is_wide(after) => Some(Edit::stand_in(run.end)),
        _ => None,
    }
}

/// Returns whether a character counts as punctuation for flanking (CommonMark 2.1): categories P and S.
fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Punctuation.contains(category) || GeneralCategoryGroup::Symbol.contains(category)
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;
    use super::*;

    #[test]
    fn stars_that_an_editor_wrapped_again_are_bold() {
        for (source, want) in [
            (r"***\*示例系统(2018 – 2020)\****", "**示例系统(2018 – 2020)**"),
            (r"**\*甲：\*** 乙 **\*丙\***", "**甲：** 乙 **丙**"),
        ] {
            assert_eq!(shown(source), want);
        }
        let source = r"**\*** 甲 \*";
        assert_eq!(shown(source), source);
    }

    #[test]
    fn marks_go_where_the_rule_changes_the_outcome() {
        assert_eq!(shown("**成果：**提升"), "**成果：**¦提升");
        assert_eq!(shown("**“灯塔”**项目"), "**“灯塔”**¦项目");
        assert_eq!(shown("使用**Rust（2021）**编写"), "使用**Rust（2021）**¦编写");
        assert_eq!(shown("见**（重点）**内容"), "见¦**（重点）**¦内容");
        assert_eq!(shown("a**b**c *斜体*文字 2**10 __粗__体"), "a**b**c *斜体*文字 2**10 __粗__体");
        assert_eq!(shown(r"\*（甲）\*乙"), r"\*（甲）\*乙");
        assert_eq!(shown("2016~2019 ~~旧~~"), "2016∼2019 ~~旧~~");
        assert_eq!(shown("甲\n: 乙\n::: 丙\n:-:|-\n a:b"), "甲\n: 乙\n∶:: 丙\n:-:|-\n a:b");
    }

    #[test]
    fn pairs_on_a_line_open_and_close() {
        for (source, want) in [
            ("**key:**value", "**key:**¦value"),
            ("**Stack: **Rust", "**Stack: ¦**¦Rust"),
            ("**内容: **", "**内容: ¦**"),
            ("~~若感兴趣 ~~", "~~若感兴趣 ¦~~"),
            ("甲 ~~ 旧~~ 乙", "甲 ~~¦ 旧~~ 乙"),
            ("a ~~ b ~~ c", "a ~~ b ~~ c"),
            ("** 职责**：甲", "**¦ 职责**：甲"),
            ("- **甲:**x，**乙:**y", "- **甲:**¦x，**乙:**¦y"),
            ("***甲：***x", "***甲：***¦x"),
            ("__职责：__负责", "__职责：__¦负责"),
            ("*2011.10 - 至今 *", "*2011.10 - 至今 ¦*"),
            ("****Uni - **** BSc", "****Uni - ¦**** BSc"),
            ("**big**** data**", "**big data**"),
            ("**甲（****b.example****），全职**", "**甲（b.example），全职**"),
            ("**_A. Zhu*_**, *B*", "**_A. Zhu*_**, *B*"),
            ("**_A. Zhu*_**, B", "**_A. Zhu\\*_**, B"),
            ("**x** ****y****", "**x** ****y****"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("2 ** 3 ** 4", "2 ** 3 ** 4"),
            ("* * *", "* * *"),
            ("`**a:**b`", "`**a:**b`"),
            ("a__b__c __init__", "a__b__c __init__"),
            ("**a:**b **c", "**a:**b **c"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    /// The parser must agree on what punctuation is, or a stand-in would do harm.
    #[test]
    fn punctuation_is_what_the_parser_takes_for_it() {
        // The parser knows an older Unicode: these blocks have not changed since.
        let blocks = [
            ('!', '\u{1AFF}'),
            ('\u{2010}', '\u{20C0}'),
            ('\u{2190}', '\u{2426}'),
            ('\u{2460}', '\u{2B95}'),
            ('\u{3001}', '\u{303F}'),
            ('\u{FE30}', '\u{FFEF}'),
            ('\u{1F300}', '\u{1F6D7}'),
        ];
        let all = blocks.into_iter().flat_map(|(first, last)| first..=last);
        for c in all.filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\\' && *c != '*') {
            let text = format!("x**{c}y**");
            let strong = pulldown_cmark::Parser::new(&text)
                .any(|event| matches!(event, pulldown_cmark::Event::Start(pulldown_cmark::Tag::Strong)));
            assert_ne!(strong, is_punctuation(c), "{c:?}");
        }
    }
}
