//! Running text with words in place of absent images, and blanks where they are needed.

use super::{Absent, LAST_HEADING, is_printed, only_icons};
use crate::diag::Span;
use crate::source::assets::words::is_word;
use crate::source::chars::is_wide;
use crate::source::markdown::{Inline, InlineKind, plain_text};

impl Absent<'_> {
    /// Returns inlines with absent images replaced by words, or removed.
    pub(super) fn replaced(&self, inlines: Vec<Inline>) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
        let mut joint = Joint::None;
        let mut lone = self.lone_in_links(&inlines).into_iter().peekable();
        let said = said_by_next(&inlines);
        for (at, mut inline) in inlines.into_iter().enumerate() {
            let address = lone.next_if(|(image, _)| *image == at).map(|(_, address)| address);
            if matches!(inline.kind, InlineKind::Comment(_)) {
                out.push(inline);
                continue;
            }
            let absent = match &mut inline.kind {
                InlineKind::Image { src, .. } if !self.assets.contains_key(src) => {
                    let words = self.words(&inline).filter(|_| !said[at]);
                    let Some(words) = words.or(address) else {
                        joint = if joint == Joint::None { Joint::Gone } else { joint };
                        continue;
                    };
                    inline = words;
                    true
                }
                InlineKind::Icon(_) if address.is_some() => {
                    inline = address.unwrap_or(inline);
                    true
                }
                InlineKind::Link { url, content } if only_icons(content) => {
                    if let Some(address) = self.address(url, inline.span) {
                        content.push(address);
                    }
                    true
                }
                // An icon before the words of its link: `[![Mail](mail.svg) a@example.com](mailto:…)`.
                InlineKind::Link { content, .. }
                    if self.lacks(content) && !plain_text(content).trim().is_empty() =>
                {
                    let here = |inline: &Inline| match &inline.kind {
                        InlineKind::Image { src, .. } => self.assets.contains_key(src),
                        _ => true,
                    };
                    content.retain(here);
                    content.first_mut().into_iter().for_each(trim_start);
                    true
                }
                InlineKind::Link { url, content } if self.lacks(content) => {
                    *content = self.replaced(std::mem::take(content));
                    if !is_printed(content)
                        && let Some(address) = self.address(url, inline.span)
                    {
                        *content = vec![address];
                    }
                    if !is_printed(content) {
                        joint = if joint == Joint::None { Joint::Gone } else { joint };
                        continue;
                    }
                    true
                }
                InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Strike(content)
                    if self.lacks(content) =>
                {
                    *content = self.replaced(std::mem::take(content));
                    if !is_printed(content) {
                        joint = if joint == Joint::None { Joint::Gone } else { joint };
                        continue;
                    }
                    true
                }
                _ => false,
            };
            join(&mut out, &mut inline, absent, joint);
            joint = if absent { Joint::Words } else { Joint::None };
            out.push(inline);
        }
        out
    }

    /// Returns the images that are the whole content of an HTML link, with the visible part of its address.
    pub(super) fn lone_in_links(&self, inlines: &[Inline]) -> Vec<(usize, Inline)> {
        let mut found = Vec::new();
        let (mut open, mut image): (Option<(&str, Span)>, Option<usize>) = (None, None);
        for (at, inline) in inlines.iter().enumerate() {
            match &inline.kind {
                InlineKind::Tag { name, closing: false, attributes } if name == "a" => {
                    let to = attributes.iter().find(|(name, _)| name == "href");
                    (open, image) = (to.map(|(_, url)| (url.as_str(), inline.span)), None);
                }
                InlineKind::Tag { name, closing: true, .. } if name == "a" => {
                    let address = open.take().and_then(|(url, at)| self.address(url, at));
                    found.extend(image.take().zip(address));
                }
                InlineKind::Image { src, .. } if open.is_some() && !self.assets.contains_key(src) => {
                    // If there are several, none is alone.
                    image = image.is_none().then_some(at);
                }
                InlineKind::Icon(_) if open.is_some() => image = image.is_none().then_some(at),
                InlineKind::Text(text) if text.trim().is_empty() => {}
                InlineKind::Tag { .. } => {}
                _ => open = None,
            }
        }
        found
    }

    /// Returns an address as shown in place of an absent icon, as written in the source within `link`: above the
    /// third heading, where an icon in a link is a contact of the person.
    fn address(&self, url: &str, link: Span) -> Option<Inline> {
        let shown = ["https://", "http://", "mailto:"].iter().find_map(|scheme| url.strip_prefix(scheme))?;
        let picture =
            [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"].iter().any(|end| shown.ends_with(end));
        let shown = legible(shown);
        if self.headings > LAST_HEADING || picture || shown.is_empty() {
            return None;
        }
        let at = self.text.get(link.range())?.find(shown)? as u32;
        let start = link.start + at;
        let span = Span { start, end: start + shown.len() as u32, ..link };
        Some(Inline { span, kind: InlineKind::Text(shown.to_owned()) })
    }

    /// Returns the words of an image with their place.
    fn words(&self, image: &Inline) -> Option<Inline> {
        let InlineKind::Image { alt, .. } = &image.kind else { return None };
        let words = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_word(&words) {
            return None;
        }
        let whole = image.span.range();
        let at = self.text.get(whole.clone()).and_then(|own| own.find(&words));
        let mut span = image.span;
        if let Some(at) = at {
            span.start += at as u32;
            span.end = span.start + words.len() as u32;
        }
        Some(Inline { span, kind: InlineKind::Text(words) })
    }
}

/// Returns the readable part of an address: all of it without the query, or the host alone.
fn legible(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or(address).trim_end_matches('/');
    let is_short = path.chars().count() <= 60 && !path.contains('%');
    if is_short { path } else { path.split('/').next().unwrap_or(path) }
}

/// Returns for each image whether the following link has the same words, or the following marked text begins with
/// them: `![GitHub](a.svg)[GitHub](…)`, `![Sample](logo.png) **Sample Ovens Ltd**`.
fn said_by_next(inlines: &[Inline]) -> Vec<bool> {
    let blank = |inline: &&Inline| !matches!(&inline.kind, InlineKind::Text(text) if text.trim().is_empty());
    let said =
        |at: usize| match (&inlines[at].kind, inlines[at + 1..].iter().find(blank).map(|next| &next.kind)) {
            (InlineKind::Image { alt, .. }, Some(InlineKind::Link { content, .. })) => {
                !alt.trim().is_empty() && plain_text(content).trim().eq_ignore_ascii_case(alt.trim())
            }
            (
                InlineKind::Image { alt, .. },
                Some(InlineKind::Strong(content) | InlineKind::Emphasis(content)),
            ) => begins_with_word(&plain_text(content), alt.trim()),
            _ => false,
        };
    (0..inlines.len()).map(said).collect()
}

/// Returns whether a text begins with one or more words, whatever their case.
fn begins_with_word(text: &str, word: &str) -> bool {
    let text = text.trim_start();
    let same = text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    same && !word.is_empty() && !text[word.len()..].starts_with(char::is_alphanumeric)
}

/// What was before an inline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Something that is still there.
    None,
    /// An image that was removed.
    Gone,
    /// The words of an image.
    Words,
}

/// Adjusts the blank between an inline and the one before it, one of which was an image.
fn join(out: &mut Vec<Inline>, next: &mut Inline, absent: bool, joint: Joint) {
    let silent = |inline: &&Inline| !matches!(inline.kind, InlineKind::Comment(_));
    let before = out.iter().rev().find(silent).and_then(last);
    if joint == Joint::Gone && before.is_none_or(char::is_whitespace) {
        trim_start(next);
    }
    if !absent && joint != Joint::Words {
        return;
    }
    let (Some(before), Some(after)) = (before, first(next)) else { return };
    let badges = absent && joint == Joint::Words;
    let letters = |c: char| c.is_alphanumeric() && !is_wide(c);
    if (badges || (letters(before) && letters(after))) && !before.is_whitespace() && !after.is_whitespace() {
        let span = Span { end: next.span.start, ..next.span };
        out.push(Inline { span, kind: InlineKind::Text(" ".to_owned()) });
    }
}

fn last(inline: &Inline) -> Option<char> {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text.chars().next_back(),
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strike(content)
        | InlineKind::Link { content, .. } => content.last().and_then(last),
        InlineKind::SoftBreak { .. } | InlineKind::HardBreak => Some('\n'),
        _ => None,
    }
}

fn first(inline: &Inline) -> Option<char> {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text.chars().next(),
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strike(content)
        | InlineKind::Link { content, .. } => content.first().and_then(first),
        _ => None,
    }
}

fn trim_start(inline: &mut Inline) {
    if let InlineKind::Text(text) = &mut inline.kind {
        let blanks = text.len() - text.trim_start_matches(' ').len();
        if text.len() == inline.span.len() {
            inline.span.start += blanks as u32;
        }
        text.drain(..blanks);
    }
}
