//! Running text: emphasis, links, code spans, inline HTML.

use pulldown_cmark::{Event, Tag};

use super::{Reader, is_inline};
use crate::diag::Span;
use crate::source::bound::MAX_DEPTH;
use crate::source::markdown::{Inline, InlineKind};
use crate::source::{breaks, html, pictures};

impl<'p> Reader<'_, 'p, '_> {
    /// Reads running text: if `open`, up to the next block or the end of the enclosing one, which is left; else up
    /// to the end of this one, which is consumed.
    pub(super) fn inlines(&mut self, depth: usize, open: bool) -> Vec<Inline> {
        let mut inlines = self.nested(depth, open);
        let breaks = |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak { .. });
        let leading = inlines.iter().take_while(|inline| breaks(inline)).count();
        inlines.drain(..leading);
        trim_ends(&mut inlines);
        trim_break(&mut inlines);
        let mut inlines = pictures::find(inlines);
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
                // Something was put into it or taken out: each piece has a place of its own.
                Event::Text(text)
                    if !self.in_html && text.len() == range.len() && text.len() != span.len() =>
                {
                    for piece in self.prepared.pieces(range.clone()) {
                        let words = text.get(piece.start - range.start..piece.end - range.start);
                        let kind = InlineKind::Text(self.restore(words.unwrap_or_default()));
                        push(&mut inlines, Inline { span: self.span(&piece), kind });
                    }
                    continue;
                }
                Event::End(_) if flattened == 0 => break,
                Event::End(_) => {
                    flattened -= 1;
                    continue;
                }
                Event::Text(text) => InlineKind::Text(self.restore(&text)),
                Event::Code(text) => InlineKind::Code(self.restore(&text)),
                Event::InlineHtml(html) | Event::Html(html) => {
                    let html = self.restore(&html);
                    inlines.extend(html::inlines(&html, span, self.notes));
                    continue;
                }
                Event::SoftBreak => InlineKind::SoftBreak { space: true },
                Event::HardBreak => InlineKind::HardBreak,
                Event::FootnoteReference(label) => InlineKind::FootnoteReference(self.restore(&label)),
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let src = self.as_written(self.restore(&dest_url), span);
                    InlineKind::Image { src, alt: self.alt(), width: None }
                }
                // `！[照片](photo.jpg)`
                Event::Start(Tag::Link { dest_url, .. })
                    if pictures::is_file(&dest_url) && takes_mark(&mut inlines) =>
                {
                    let src = self.restore(&dest_url);
                    InlineKind::Image { src, alt: self.alt(), width: None }
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
            let span = match &kind {
                InlineKind::Code(text) => self.inside(span, text),
                InlineKind::Text(text) if self.in_html => self.own(span, text),
                _ => span,
            };
            push(&mut inlines, Inline { span, kind });
        }
        html::tidy(inlines, self.in_heading, self.notes)
    }

    /// Returns the place of a text; one that replaces other bytes has an empty place.
    pub(super) fn own(&self, span: Span, text: &str) -> Span {
        let other = text.len() == span.len() && self.source(span) != text;
        if other { Span { end: span.start, ..span } } else { span }
    }

    /// Returns the place of a code span's text, without backticks and padding; that of the whole span if the text
    /// is not the source's own bytes (a newline in it).
    fn inside(&self, span: Span, text: &str) -> Span {
        let code = self.source(span);
        let ticks = code.bytes().take_while(|b| *b == b'`').count();
        let Some(inner) = code.get(ticks..code.len().saturating_sub(ticks)) else { return span };
        let pad = usize::from(inner != text);
        let start = span.range().start + ticks + pad;
        if self.notes.source.get(start..start + text.len()) == Some(text)
            && inner.len() == text.len() + 2 * pad
        {
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
            Tag::Link { dest_url, .. } => match self.notes.target(&self.restore(&dest_url), span) {
                Some(url) => Ok(InlineKind::Link { url, content }),
                None => Err(content),
            },
            _ => Err(content),
        }
    }

    /// Returns the path of an image with its backslashes: on Windows they separate folders, while in Markdown they
    /// escape the next character.
    fn as_written(&self, path: String, image: Span) -> String {
        let own = self.source(image);
        let Some((_, behind)) = own.split_once("](").filter(|_| own.contains('\\')) else { return path };
        let raw = behind.strip_suffix(')').unwrap_or(behind).trim();
        let raw = raw.split([' ', '\n']).next().unwrap_or_default();
        if raw.len() > path.len() && raw.replace('\\', "") == path.replace('\\', "") {
            raw.to_owned()
        } else {
            path
        }
    }

    /// Reads up to the end of an image and returns its text.
    fn alt(&mut self) -> String {
        let (mut alt, mut open) = (String::new(), 0usize);
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 0 => break,
                Event::End(_) => open -= 1,
                Event::Text(text) | Event::Code(text) => alt.push_str(&self.restore(&text)),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        alt
    }
}

/// Adds an inline; text continues the text before it.
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

/// Removes the fullwidth exclamation mark of an image from the end of a text; returns whether it was there.
fn takes_mark(inlines: &mut Vec<Inline>) -> bool {
    let Some(Inline { span, kind: InlineKind::Text(text) }) = inlines.last_mut() else { return false };
    if !text.ends_with('！') {
        return false;
    }
    let own = text.len() == span.len();
    text.pop();
    span.end -= if own { '！'.len_utf8() as u32 } else { 0 };
    if text.is_empty() {
        inlines.pop();
    }
    true
}

/// Removes the backslash of a line end where the text ends anyway. That of a folder stays: `C:\`.
fn trim_break(inlines: &mut Vec<Inline>) {
    let Some(Inline { span, kind: InlineKind::Text(text) }) = inlines.last_mut() else { return };
    let Some(kept) = text.strip_suffix('\\').filter(|kept| !kept.contains('\\') && !kept.ends_with(':'))
    else {
        return;
    };
    let kept = kept.trim_end().len();
    if text.len() == span.len() {
        span.end -= (text.len() - kept) as u32;
    }
    text.truncate(kept);
    if text.is_empty() && inlines.len() > 1 {
        inlines.pop();
        while inlines
            .last()
            .is_some_and(|last| matches!(last.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak))
        {
            inlines.pop();
        }
    }
}

/// Removes blanks before a line end: one means nothing, two were a break.
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
