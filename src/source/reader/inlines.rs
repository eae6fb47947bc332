//! Running text: emphasis, links, code spans, inline HTML.

use pulldown_cmark::{Event, Tag};

use super::{MAX_DEPTH, MAX_DROPPED, Reader, is_inline};
use crate::diag::{Diagnostic, Span, code};
use crate::source::markdown::{Inline, InlineKind};
use crate::source::{breaks, fragment, links};

impl<'p> Reader<'_, 'p> {
    /// Reads running text. `open`: up to the next block or the end of the enclosing one, which stays;
    /// else up to the end of this one, which is consumed.
    pub(super) fn inlines(&mut self, depth: usize, open: bool) -> Vec<Inline> {
        let mut inlines = self.nested(depth, open);
        trim_ends(&mut inlines);
        breaks::resolve(&mut inlines);
        inlines
    }

    fn nested(&mut self, depth: usize, open: bool) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::new();
        let mut flattened = 0usize;
        while let Some((event, _)) = self.events.peek() {
            if open && flattened == 0 && !is_inline(event) {
                break;
            }
            let Some((event, range)) = self.events.next() else { break };
            let span = self.span(&range);
            let kind = match event {
                Event::End(_) if flattened == 0 => break,
                Event::End(_) => {
                    flattened -= 1;
                    continue;
                }
                Event::Text(text) => InlineKind::Text(self.prepared.restore(&text)),
                Event::Code(text) => InlineKind::Code(self.prepared.restore(&text)),
                Event::InlineHtml(html) | Event::Html(html) => {
                    let html = self.prepared.restore(&html);
                    inlines.extend(fragment::inlines(self, &html, span));
                    continue;
                }
                Event::SoftBreak => InlineKind::SoftBreak { space: true },
                Event::HardBreak => InlineKind::HardBreak,
                Event::FootnoteReference(label) => {
                    InlineKind::FootnoteReference(self.prepared.restore(&label))
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    InlineKind::Image { src: self.prepared.restore(&dest_url), alt: self.alt(), width: None }
                }
                Event::Start(_) if depth >= MAX_DEPTH => {
                    self.note_depth(&range);
                    flattened += 1;
                    continue;
                }
                Event::Start(tag) => {
                    let content = self.nested(depth + 1, false);
                    match self.wrapped(tag, content, span) {
                        Ok(kind) => kind,
                        Err(content) => {
                            content.into_iter().for_each(|inline| push(&mut inlines, inline));
                            continue;
                        }
                    }
                }
                _ => continue,
            };
            let span = if let InlineKind::Code(text) = &kind { self.inside(span, text) } else { span };
            push(&mut inlines, Inline { span, kind });
        }
        inlines
    }

    /// Returns the place of a code span's text, without back-quotes and padding; that of the whole span
    /// where the text is not the source's own bytes (a newline in it).
    fn inside(&self, span: Span, text: &str) -> Span {
        let code = &self.source[span.range()];
        let ticks = code.bytes().take_while(|b| *b == b'`').count();
        let Some(inner) = code.get(ticks..code.len().saturating_sub(ticks)) else { return span };
        let pad = usize::from(inner != text);
        let start = span.range().start + ticks + pad;
        if self.source.get(start..start + text.len()) == Some(text) && inner.len() == text.len() + 2 * pad {
            Span::new(span.file, start..start + text.len())
        } else {
            span
        }
    }

    /// Returns emphasis or a link; the bare content where the target is dropped.
    fn wrapped(&mut self, tag: Tag<'p>, content: Vec<Inline>, span: Span) -> Result<InlineKind, Vec<Inline>> {
        match tag {
            Tag::Emphasis => Ok(InlineKind::Emphasis(content)),
            Tag::Strong => Ok(InlineKind::Strong(content)),
            Tag::Strikethrough => Ok(InlineKind::Strike(content)),
            Tag::Link { dest_url, .. } => match self.target(&self.prepared.restore(&dest_url), span) {
                Some(url) => Ok(InlineKind::Link { url, content }),
                None => Err(content),
            },
            _ => Err(content),
        }
    }

    /// Returns where a link leads; none, and a finding, where a PDF must not or cannot go.
    pub(in crate::source) fn target(&mut self, url: &str, place: Span) -> Option<String> {
        let message = match links::target(url) {
            links::Target::Url(url) => return Some(url),
            links::Target::Local if url.is_empty() || url.starts_with('#') => return None,
            links::Target::Local => "a link to a file beside the source leads nowhere from a PDF".to_owned(),
            links::Target::Refused(scheme) => format!("links with `{scheme}:` are not put into a PDF"),
        };
        // A text with more of them is no résumé; the first ones show what is wrong.
        self.dropped += 1;
        if self.dropped > MAX_DROPPED {
            return None;
        }
        let hint = "its text is printed; link to a web page (https://…), mailto: or tel:";
        self.sink.report(Diagnostic::new(code::LINK, place, message).hint(hint));
        None
    }

    /// Reads up to the end of an image and returns its text.
    fn alt(&mut self) -> String {
        let (mut alt, mut open) = (String::new(), 0usize);
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 0 => break,
                Event::End(_) => open -= 1,
                Event::Text(text) | Event::Code(text) => alt.push_str(&self.prepared.restore(&text)),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        alt
    }
}

/// Adds an inline; text goes on where the text before it ended.
fn push(inlines: &mut Vec<Inline>, next: Inline) {
    if let InlineKind::Text(more) = &next.kind
        && let Some(last) = inlines.last_mut()
        && let InlineKind::Text(text) = &mut last.kind
        && last.span.end == next.span.start
        && text.len() == last.span.len()
        && more.len() == next.span.len()
    {
        text.push_str(more);
        last.span.end = next.span.end;
        return;
    }
    if !matches!(&next.kind, InlineKind::Text(text) if text.is_empty()) {
        inlines.push(next);
    }
}

/// Takes away blanks before a line end: one is nothing, two were a break.
fn trim_ends(inlines: &mut [Inline]) {
    for at in 0..inlines.len() {
        let ends_line = inlines
            .get(at + 1)
            .is_none_or(|next| matches!(next.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak));
        let Some(Inline { span, kind: InlineKind::Text(text) }) = inlines.get_mut(at).filter(|_| ends_line)
        else {
            continue;
        };
        let kept = text.trim_end_matches([' ', '\t']).len();
        if text.len() == span.len() {
            span.end -= (text.len() - kept) as u32;
        }
        text.truncate(kept);
    }
}
