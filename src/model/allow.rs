//! Findings that the author silences: `allow:` in the front matter, `<!-- jianli: allow J302 -->`
//! in the text.

use super::directive::{self, Command, heading_level};
use crate::diag::{Code, Diagnostic, Severity, Span};
use crate::source::markdown::{Block, BlockKind};
use crate::source::{Source, silenced};

/// The findings that are not reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    /// Each code with the place for which it is silenced; `None`: everywhere.
    codes: Vec<(Code, Option<Span>)>,
}

impl Allowed {
    /// Returns what a source silences. A comment above the first block applies to the whole file, any other
    /// to the next block; if that is a heading, to everything under it.
    pub fn of(source: &Source) -> Allowed {
        let mut codes: Vec<(Code, Option<Span>)> =
            source.front.allow.iter().map(|code| (*code, None)).collect();
        let blocks = &source.markdown.blocks;
        let is_comment = |block: &Block| matches!(block.kind, BlockKind::Comment(_));
        let first = blocks.iter().position(|block| !is_comment(block)).unwrap_or(blocks.len());
        for (at, block) in blocks.iter().enumerate() {
            let BlockKind::Comment(text) = &block.kind else { continue };
            let Some(Ok(Command::Allow(names))) = directive::parse(text) else { continue };
            let place = if at < first { None } else { Some(next(&blocks[at..], block.span)) };
            codes.extend(names.iter().filter_map(|name| silenced(name).ok()).map(|code| (code, place)));
        }
        Allowed { codes }
    }

    /// Returns true if a finding is silenced. Errors never are.
    pub fn silences(&self, found: &Diagnostic) -> bool {
        let here = |place: Option<Span>| match (place, found.primary) {
            (None, _) => true,
            (Some(place), Some(at)) => place.file == at.file && place.range().contains(&(at.start as usize)),
            (Some(_), None) => false,
        };
        found.severity < Severity::Error
            && self.codes.iter().any(|(code, place)| *code == found.code && here(*place))
    }
}

/// Returns the place of the block after a comment.
fn next(blocks: &[Block], comment: Span) -> Span {
    let mut behind = blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Comment(_)));
    let Some(block) = behind.next() else { return comment };
    let Some(level) = heading_level(block) else { return block.span };
    let under = behind.take_while(|block| heading_level(block).is_none_or(|this| this > level));
    under.fold(block.span, |place, block| place.to(block.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, Sink, code};

    fn silences(text: &str, code: Code, words: &str) -> bool {
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut Files::default(), &mut Sink::default());
        let source = source.expect("text");
        let at = text.find(words).expect("words of the text");
        let place = Span::new(source.file, at..at + words.len());
        Allowed::of(&source).silences(&Diagnostic::new(code, place, ""))
    }

    #[test]
    fn a_comment_is_about_the_next_block() {
        let text = "# 甲\n\n<!-- jianli: allow J302 -->\n乙\n\n丙\n";
        assert!(silences(text, code::WIDTH, "乙"));
        assert!(!silences(text, code::WIDTH, "丙") && !silences(text, code::BRAND, "乙"));
    }

    #[test]
    fn before_a_heading_it_is_about_all_under_it() {
        let text = "# 甲\n\n<!-- jianli: allow J204, J302 -->\n## 乙\n\n丙\n\n### 丁\n\n## 戊\n";
        assert!(silences(text, code::WIDTH, "丙") && silences(text, code::NUMBERING, "丁"));
        assert!(!silences(text, code::WIDTH, "戊"));
    }

    #[test]
    fn at_the_top_it_is_about_the_file_and_never_about_errors() {
        let text = "<!-- jianli: allow J302, J801 -->\n\n# 甲\n\n乙\n";
        assert!(silences(text, code::WIDTH, "乙") && !silences(text, code::TEXT_LOST, "乙"));
        assert!(silences("---\nallow: [J302]\n---\n# 甲\n", code::WIDTH, "甲"));
    }
}
