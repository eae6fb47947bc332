//! Directives in running text, where they are about nothing.

use super::directive::{self, Command, DirectiveKind};
use crate::diag::{Diagnostic, Sink, Span, code};
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind};

/// Reports them. A page may begin in running text; what says for whom something is has been looked at before.
pub(super) fn report(blocks: &[Block], sink: &mut Sink) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => inlines(content, sink),
            BlockKind::List { items, .. } => items.iter().for_each(|item| report(&item.blocks, sink)),
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => report(blocks, sink),
            BlockKind::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| inlines(cell, sink));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    inlines(&definition.term, sink);
                    definition.details.iter().for_each(|blocks| report(blocks, sink));
                }
            }
            BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => {}
        }
    }
}

fn inlines(list: &[Inline], sink: &mut Sink) {
    for inline in list {
        match &inline.kind {
            InlineKind::Comment(comment) => said(comment, inline.span, sink),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strike(content)
            | InlineKind::Link { content, .. } => inlines(content, sink),
            _ => {}
        }
    }
}

fn said(comment: &str, span: Span, sink: &mut Sink) {
    let (message, cure) = match directive::parse(comment) {
        None | Some(Ok(Command::PageBreak | Command::View | Command::Other(DirectiveKind::Tags(_)))) => {
            return;
        }
        Some(Ok(_)) => ("this directive has no meaning here", "put it on a line of its own".to_owned()),
        Some(Err(form)) => ("this directive cannot be read", format!("write <!-- {form} -->")),
    };
    sink.report(Diagnostic::new(code::DIRECTIVE, span, message).hint(cure));
}
