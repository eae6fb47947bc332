//! Directives in running text, where they apply to nothing.

use super::directive::{self, Command, DirectiveKind};
use crate::diag::{Diagnostic, Sink, Span, code, message};
use crate::source::markdown::{Block, InlineKind, running};

/// Reports them. A page may begin in running text; the directives of views have been handled before.
pub(super) fn report(blocks: &[Block], source: &str, sink: &mut Sink) {
    running(blocks, &mut |inline| {
        if let InlineKind::Comment(comment) = &inline.kind {
            said(comment, inline.span, source, sink);
        }
    });
}

fn said(comment: &str, span: Span, source: &str, sink: &mut Sink) {
    let mut fix = None;
    let (message, cure) = match directive::parse(comment) {
        None | Some(Ok(Command::PageBreak | Command::View | Command::Other(DirectiveKind::Tags(_)))) => {
            return;
        }
        Some(Ok(_)) => ("this directive has no meaning here", "put it on a line of its own".into()),
        Some(Err(form)) => {
            fix = directive::cure(comment, &form, span, source);
            ("this directive cannot be read", message!("write <!-- {form} -->", form))
        }
    };
    sink.report(Diagnostic::new(code::DIRECTIVE, span, message).hint(cure).fix(fix));
}
