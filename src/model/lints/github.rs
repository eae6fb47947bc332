//! J106: where GitHub, and any strict CommonMark reader, shows something else.

use super::walk::Words;
use crate::diag::{Diagnostic, Message, Sink, Span, code, message};
use crate::source::Source;
use crate::source::markdown::BlockKind;

/// Reports marks that would be shown there, and blocks that would run together.
pub fn check(words: &[Words<'_>], source: &Source, sink: &mut Sink) {
    for words in words {
        let shown = words.text.runs().find(|run| {
            (run.marks.strong || run.marks.emphasis) && !run.marks.code && stays(&source.text, run.span)
        });
        if let Some(run) = shown {
            let found = Diagnostic::new(code::ELSEWHERE, run.span, "GitHub shows the asterisks around this");
            sink.report(
                found.hint("put the punctuation outside of them: `**职责**：` instead of `**职责：**`"),
            );
        }
    }
    for block in &source.markdown.blocks {
        let text = source.text.get(block.span.range()).unwrap_or("");
        let said = match &block.kind {
            BlockKind::Definitions(_) => {
                Some(("a term and its text in one paragraph", "write a list: `- 键：值`"))
            }
            BlockKind::Heading { .. } if text.contains("||") => {
                Some(("the two bars", "write one bar: ` | `"))
            }
            BlockKind::Paragraph(_) if text.starts_with(":::") => Some(("the colons", "leave them out")),
            BlockKind::Paragraph(_) if text.starts_with("\\newpage") || text.starts_with("\\pagebreak") => {
                Some(("the command", "write `<!-- pagebreak -->`"))
            }
            _ => None,
        };
        if let Some((what, hint)) = said {
            let found = Diagnostic::new(
                code::ELSEWHERE,
                block.span,
                message!("GitHub shows {what} here", what = Message::from(what)),
            );
            sink.report(found.hint(hint));
        }
    }
}

/// Returns whether the asterisks around a place are shown, by the rules of flanking (CommonMark 0.31, 6.2): those
/// after a mark need a blank or a mark after them, those before a mark one before them.
fn stays(source: &str, span: Span) -> bool {
    let (Some(before), Some(inside), Some(behind)) =
        (source.get(..span.start as usize), source.get(span.range()), source.get(span.end as usize..))
    else {
        return false;
    };
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
    let mark = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace() && c != '*');
    let rest = behind.trim_start_matches('*');
    let closed = rest.len() < behind.len() && mark(inside.chars().next_back()) && letter(rest.chars().next());
    let start = before.trim_end_matches('*');
    let opened =
        start.len() < before.len() && mark(inside.chars().next()) && letter(start.chars().next_back());
    closed || opened
}
