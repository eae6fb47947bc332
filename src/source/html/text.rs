//! Blocks → running text: headings, summaries, terms, cells.

use super::row;
use crate::diag::Span;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, plain_text, texts};

/// Returns a heading, followed by its content that is not running text.
pub fn heading(level: u8, content: Vec<Block>, span: Span) -> Vec<Block> {
    let is_text = |block: &Block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Heading { .. });
    let texts = content.iter().take_while(|block| is_text(block)).count();
    let mut content = content;
    let rest = content.split_off(texts);
    let content = inlines(content, &row::tab);
    let mut out = Vec::new();
    if !content.is_empty() {
        out.push(Block { span, kind: BlockKind::Heading { level, setext: false, content } });
    }
    out.extend(rest);
    out
}

/// Returns a bold line, unless it is a heading.
pub fn summary(content: Vec<Block>, span: Span) -> Vec<Block> {
    let plain = content.iter().all(|block| matches!(block.kind, BlockKind::Paragraph(_)));
    if !plain || content.is_empty() {
        return content;
    }
    let bold = InlineKind::Strong(inlines(content, &separator));
    let kind = BlockKind::Paragraph(vec![Inline { span, kind: bold }]);
    vec![Block { span, kind }]
}

/// Returns whether a text only says that there is more to see: `show / hide`, 点击展开, `Voir plus …`.
pub fn only_opens(block: &Block) -> bool {
    const DOING: [&str; 22] = [
        "show",
        "hide",
        "expand",
        "collapse",
        "click",
        "see",
        "view",
        "open",
        "read",
        "toggle",
        "voir",
        "lire",
        "anzeigen",
        "ver",
        "leggi",
        "mostra",
        "pokaż",
        "подробнее",
        "показать",
        "скрыть",
        "ausklappen",
        "afficher",
    ];
    const BESIDE: [&str; 18] = [
        "more", "less", "details", "here", "to", "me", "for", "the", "plus", "moins", "la", "suite", "mehr",
        "weniger", "más", "mais", "tutto", "więcej",
    ];
    const WIDE: [&str; 15] = [
        "展开",
        "收起",
        "展开收起",
        "点击展开",
        "点击查看",
        "查看更多",
        "查看详情",
        "展開",
        "點擊展開",
        "もっと見る",
        "詳細を見る",
        "펼치기",
        "더보기",
        "내용펼치기",
        "자세히보기",
    ];
    let BlockKind::Paragraph(content) = &block.kind else { return false };
    let text = plain_text(content).to_lowercase();
    let squeezed: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let known = |word: &&str| DOING.contains(word) || BESIDE.contains(word);
    words.iter().any(|word| DOING.contains(word)) && words.iter().all(known)
        || WIDE.contains(&squeezed.as_str())
}

/// Returns blocks as running text, separated by `between`. Blocks that are not running text give their texts.
pub fn inlines(blocks: Vec<Block>, between: &impl Fn(Span) -> Inline) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for block in blocks {
        let more = match block.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => content,
            kind => all_texts(&[Block { span: block.span, kind }]),
        };
        if let (false, Some(first)) = (out.is_empty(), more.first()) {
            out.push(between(first.span));
        }
        out.extend(more);
    }
    out
}

fn all_texts(blocks: &[Block]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    texts(blocks, &mut |text, span| {
        if !out.is_empty() {
            out.push(separator(span));
        }
        out.push(Inline { span, kind: InlineKind::Text(text.to_owned()) });
    });
    out
}

/// Returns a line end before a place.
pub fn separator(at: Span) -> Inline {
    Inline { span: Span { end: at.start, ..at }, kind: InlineKind::HardBreak }
}
