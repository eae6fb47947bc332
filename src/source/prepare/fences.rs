//! A résumé inside one code fence, as chatbots output it: the content of the fence is the text.

use std::ops::Range;

use super::indents::is_text;
use super::{Edit, NoteKind, Repairs};
use crate::source::chars::is_wide;

/// The languages that such a fence may name; it may also name none.
const PLAIN: [&str; 8] = ["", "text", "txt", "plain", "plaintext", "markdown", "md", "mdx"];
/// The least share of the text that is inside it, in hundredths.
const MOST: usize = 70;
/// The fewest non-empty lines of such a fence; a shorter one is a sample of something.
const FEWEST: usize = 8;

/// Returns the lines that open and close a fence around all of a text; the second is empty at the end of a text
/// without it.
pub(super) fn round_all(source: &str) -> Option<[Range<usize>; 2]> {
    let (fences, outside) = all(source);
    let inside: usize = fences.iter().map(|fence| fence.bytes).sum();
    let fence = fences.into_iter().max_by_key(|fence| fence.bytes)?;
    let most = fence.bytes * 100 >= (inside + outside) * MOST;
    let end = source.len()..source.len();
    (fence.plain && most && fence.lines >= FEWEST).then(|| [fence.open, fence.close.unwrap_or(end)])
}

/// Returns the fences of a text, and the number of bytes outside them.
fn all(source: &str) -> (Vec<Fence>, usize) {
    let mut fences: Vec<Fence> = Vec::new();
    let (mut at, mut outside) = (0, 0);
    for whole in source.split_inclusive('\n') {
        let line = at..at + whole.trim_end().len();
        at += whole.len();
        let text = whole.trim();
        let open = fences.last_mut().filter(|fence| fence.close.is_none());
        let mark = ['`', '~'].into_iter().find(|mark| run(text, *mark) >= 3);
        match (open, mark) {
            (Some(fence), Some(mark))
                if mark == fence.mark && run(text, mark) == text.len() && run(text, mark) >= fence.count =>
            {
                fence.close = Some(line);
            }
            (Some(fence), _) => {
                fence.bytes += text.len();
                fence.lines += usize::from(!text.is_empty());
                fence.worded += usize::from(is_worded(text));
            }
            (None, Some(mark)) => {
                let count = run(text, mark);
                let plain = PLAIN.contains(&text[count..].trim().to_ascii_lowercase().as_str());
                fences.push(Fence {
                    mark,
                    count,
                    plain,
                    open: line,
                    close: None,
                    bytes: 0,
                    lines: 0,
                    worded: 0,
                });
            }
            (None, None) => outside += text.len(),
        }
    }
    (fences, outside)
}

/// Returns whether a line is Chinese text: most of it, and nothing that a program would contain.
fn is_worded(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let wide = text.chars().filter(|c| is_wide(*c)).count();
    wide * 5 >= letters * 2 && wide >= 4 && is_text(text)
}

/// Removes the two lines, and notes it. Returns them.
pub(super) fn open(lines: [Range<usize>; 2], found: &mut Repairs) -> Vec<Range<usize>> {
    found.leave_out(lines[0].clone(), NoteKind::Fence);
    found.edits.push(Edit::text(lines[1].clone(), ""));
    lines.into()
}

/// Removes the lines that open and close fences around Chinese text, which is not code: the fences only keep its
/// lines as they are, and these stay so. Returns the removed lines.
pub(super) fn open_words(source: &str, found: &mut Repairs) -> Vec<Range<usize>> {
    let worded = |fence: &Fence| fence.plain && fence.lines > 0 && fence.worded == fence.lines;
    let (fences, _) = all(source);
    let mut out = Vec::new();
    for Fence { open, close, .. } in fences.into_iter().filter(worded) {
        let Some(close) = close else { continue };
        let mut lines = source[open.end..close.start].split_inclusive('\n').peekable();
        let mut at = open.end;
        while let Some(line) = lines.next() {
            let end = at + line.trim_end().len();
            at += line.len();
            let goes_on = lines.peek().is_some_and(|next| !next.trim().is_empty() && at < close.start);
            if goes_on && !line.trim().is_empty() {
                found.edits.push(Edit::text(end..end, "  "));
            }
        }
        out.extend([open, close]);
    }
    found.edits.extend(out.iter().map(|line| Edit::text(line.clone(), "")));
    out
}

struct Fence {
    mark: char,
    count: usize,
    plain: bool,
    open: Range<usize>,
    close: Option<Range<usize>>,
    bytes: usize,
    /// The number of non-empty lines.
    lines: usize,
    /// The number of lines of Chinese text.
    worded: usize,
}

/// Returns the length of the run of a character at the start of a text.
fn run(text: &str, mark: char) -> usize {
    text.chars().take_while(|c| *c == mark).count()
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    const TEXT: &str = "# Alex Sample\n\na@example.com\n\n## Work\n\n- one\n- two\n- three\n- four\n- five\n";

    #[test]
    fn a_fence_round_all_is_none() {
        for (open, close) in [("```markdown", "```"), ("~~~", "~~~"), ("````text", "````"), ("```", "")] {
            let source = format!("Here it is:\n\n{open}\n{TEXT}{close}\n");
            assert_eq!(shown(&source), format!("Here it is:\n\n\n{TEXT}\n"), "{open}");
        }
    }

    #[test]
    fn chinese_text_in_a_fence_is_text_in_its_lines() {
        let source = "甲乙\n```\n熟练使用示例框架\n  了解示例数据库\n\n2016.8 - 2018.7  某某公司\n```\n";
        let want = "甲乙\n\n熟练使用示例框架  \n  了解示例数据库\n\n2016.8 - 2018.7  某某公司\n\n";
        assert_eq!(shown(source), want);
        for source in
            ["```\n// 这是一个示例程序\n```\n", "```js\n熟练使用示例框架\n```\n", "```\n甲乙丙丁 {\n}\n```\n"]
        {
            assert_eq!(shown(source), source);
        }
    }

    #[test]
    fn samples_of_code_stay() {
        for source in [
            format!("```rust\n{TEXT}```\n"),
            format!("{TEXT}\n```\n{TEXT}```\n"),
            "```\n# one\n```\n".to_owned(),
        ] {
            assert_eq!(shown(&source), source);
        }
    }
}
