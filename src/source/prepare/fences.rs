//! A résumé that is all in one code fence, as a chat hands it over: what stands in the fence is the text.

use std::ops::Range;

use super::{Edit, NoteKind, Repairs};

/// The languages that such a fence names, or none.
const PLAIN: [&str; 8] = ["", "text", "txt", "plain", "plaintext", "markdown", "md", "mdx"];
/// The part of the text that stands in it, at least, in hundredths.
const MOST: usize = 70;
/// A fence with fewer lines that are not empty is a sample of something.
const FEWEST: usize = 8;

/// Returns the lines that open and close a fence round all of a text; the second is empty at the end of a text
/// without it.
pub(super) fn round_all(source: &str) -> Option<[Range<usize>; 2]> {
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
            }
            (None, Some(mark)) => {
                let count = run(text, mark);
                let plain = PLAIN.contains(&text[count..].trim().to_ascii_lowercase().as_str());
                fences.push(Fence { mark, count, plain, open: line, close: None, bytes: 0, lines: 0 });
            }
            (None, None) => outside += text.len(),
        }
    }
    let inside: usize = fences.iter().map(|fence| fence.bytes).sum();
    let fence = fences.into_iter().max_by_key(|fence| fence.bytes)?;
    let most = fence.bytes * 100 >= (inside + outside) * MOST;
    let end = source.len()..source.len();
    (fence.plain && most && fence.lines >= FEWEST).then(|| [fence.open, fence.close.unwrap_or(end)])
}

/// Leaves the two lines out, and says so.
pub(super) fn open(lines: &[Range<usize>; 2], found: &mut Repairs) {
    found.leave_out(lines[0].clone(), NoteKind::Fence);
    found.edits.push(Edit::text(lines[1].clone(), ""));
}

struct Fence {
    mark: char,
    count: usize,
    plain: bool,
    open: Range<usize>,
    close: Option<Range<usize>>,
    bytes: usize,
    lines: usize,
}

/// Returns how often a mark stands at the start of a text.
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
