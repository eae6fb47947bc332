//! Short codes: `:rocket:` in running text is 🚀, as in most Markdown readers. The names are GitHub's; unknown names
//! stay as typed.

use std::ops::Range;

use super::chars::is_wide;
use super::markdown::{Block, BlockKind, Inline, InlineKind};
use crate::diag::Span;

/// The longest name that is looked up, in bytes: longer than any known one.
const LONGEST_NAME: usize = 64;

/// Replaces short codes by their emoji. Code, comments and addresses are left alone.
pub(super) fn resolve(blocks: &mut [Block], source: &str) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => inlines(content, source),
            BlockKind::List { items, .. } => {
                items.iter_mut().for_each(|item| resolve(&mut item.blocks, source));
            }
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => resolve(blocks, source),
            BlockKind::Table { head, rows, .. } => {
                head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| inlines(cell, source));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    inlines(&mut definition.term, source);
                    definition.details.iter_mut().for_each(|blocks| resolve(blocks, source));
                }
            }
            BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => {}
        }
    }
}

fn inlines(list: &mut Vec<Inline>, source: &str) {
    let mut any = false;
    for inline in &mut *list {
        match &mut inline.kind {
            InlineKind::Text(text) => any |= text.bytes().filter(|byte| *byte == b':').nth(1).is_some(),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strike(content)
            | InlineKind::Link { content, .. } => inlines(content, source),
            _ => {}
        }
    }
    if any {
        *list = std::mem::take(list).into_iter().flat_map(|inline| pieces(inline, source)).collect();
    }
}

/// Returns an inline, or the parts of a text: words as they were, and emoji, each at the place of its short code.
/// If a text is not the source's own bytes, all parts have its place.
fn pieces(inline: Inline, source: &str) -> Vec<Inline> {
    let InlineKind::Text(text) = &inline.kind else { return vec![inline] };
    let before = source.get(..inline.span.range().start).and_then(|before| before.chars().next_back());
    let codes = codes(text, before);
    if codes.is_empty() {
        return vec![inline];
    }
    let own = inline.span.len() == text.len();
    let start = inline.span.range().start;
    let piece = |range: Range<usize>, text: &str| Inline {
        span: if own {
            Span::new(inline.span.file, start + range.start..start + range.end)
        } else {
            inline.span
        },
        kind: InlineKind::Text(text.to_owned()),
    };
    let (mut parts, mut done) = (Vec::with_capacity(2 * codes.len() + 1), 0);
    for (range, emoji) in codes {
        if done < range.start {
            parts.push(piece(done..range.start, &text[done..range.start]));
        }
        done = range.end;
        parts.push(piece(range, emoji));
    }
    if done < text.len() {
        parts.push(piece(done..text.len(), &text[done..]));
    }
    parts
}

/// Returns the short codes of a text with their emoji, in order. `before` is the character before the text in the
/// source. Linear in the length of the text.
fn codes(text: &str, before: Option<char>) -> Vec<(Range<usize>, &'static str)> {
    let mut found: Vec<(Range<usize>, &'static str)> = Vec::new();
    let mut at = 0;
    while let Some(colon) = text[at..].find(':').map(|offset| at + offset) {
        let (head, tail) = (&text[..colon], &text[colon + 1..]);
        let behind_code = found.last().is_some_and(|(last, _)| last.end == colon);
        // `Email:e-mail: a@example.com`: a long name directly after a word, which does not continue.
        let behind_word = head.ends_with(|c: char| c.is_ascii_alphabetic()) && stands_alone(tail);
        let opens = behind_code || behind_word || head.chars().next_back().or(before).is_none_or(may_precede);
        match name(tail).filter(|_| opens).and_then(|name| Some((name, emojis::get_by_shortcode(name)?))) {
            Some((name, emoji)) if stands_apart(name, &tail[name.len() + 1..]) => {
                at = colon + name.len() + 2;
                found.push((colon..at, emoji.as_str()));
            }
            _ => at = colon + 1,
        }
    }
    found
}

/// Returns the name that ends with the first colon of a text, if it may be one.
fn name(text: &str) -> Option<&str> {
    let may_be_in_name = |b: &u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'+' | b'-');
    let length = text.bytes().take(LONGEST_NAME).take_while(|b| may_be_in_name(b)).count();
    (length > 0 && text.as_bytes().get(length) == Some(&b':')).then(|| &text[..length])
}

/// Returns whether a short code may follow a character: not within a word, number, path or escape.
fn may_precede(c: char) -> bool {
    match c {
        '/' | '\\' | ':' | '.' | '-' | '+' | '=' | '&' | '#' | '@' | '%' | '$' => false,
        _ => !c.is_alphanumeric() || is_wide(c),
    }
}

/// Returns whether a long name ends where the word does: a blank or a separate colon follows.
fn stands_alone(tail: &str) -> bool {
    name(tail).is_some_and(|name| {
        let rest = &tail[name.len() + 1..];
        name.len() > 4 && (rest.is_empty() || rest.starts_with(' '))
    })
}

/// Returns whether the text after a short code allows it to be one. `:phone:138` does; names of one or two letters
/// are too often something else: `en:us:gb`, `:b:c`.
fn stands_apart(name: &str, rest: &str) -> bool {
    name.len() > 2 || !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let (mut out, mut done) = (String::new(), 0);
        for (range, emoji) in codes(text, None) {
            out.push_str(&text[done..range.start]);
            out.push_str(emoji);
            done = range.end;
        }
        out + &text[done..]
    }

    #[test]
    fn names_of_emoji_are_emoji() {
        for (code, emoji) in [
            (":rocket:", "🚀"),
            (":phone: 138-0000-0000", "☎\u{fe0f} 138-0000-0000"),
            (":email:a@example.com", "📧a@example.com"),
            ("(:mortar_board: 本科)", "(🎓 本科)"),
            ("热爱开源:heart:与:coffee:。", "热爱开源❤\u{fe0f}与☕。"),
            (":tada::sparkles: v2", "🎉✨ v2"),
            (":+1: :-1: :100: :1234:", "👍 👎 💯 🔢"),
            ("a :b: c", "a 🅱\u{fe0f} c"),
            ("Hi!:wave:", "Hi!👋"),
            (":house:杭州:iphone:138", "🏠杭州📱138"),
            (":e-mail: :man_technologist:", "📧 👨\u{200d}💻"),
        ] {
            assert_eq!(shown(code), emoji);
        }
    }

    #[test]
    fn what_only_looks_like_a_short_code_stays() {
        for text in [
            "10:30:45",
            "a:b:c",
            "std::rocket::new",
            "https://example.com/:rocket:/",
            "tel:key:value",
            "::rocket",
            ": rocket:",
            ":rocket :",
            ":no_such_name_at_all:",
            ":Rocket:",
            "x=:rocket:",
            ":b:c",
            "语言:en:us1",
            "ratio 3:100:4",
            "é:rocket:",
            ":",
            "::",
            ":::",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn an_escaped_colon_opens_nothing() {
        assert_eq!(codes(":rocket:", Some('\\')), []);
        assert_eq!(codes(":rocket:", Some('*')).len(), 1);
        assert_eq!(codes(":rocket:", Some('\n')).len(), 1);
        assert_eq!(codes(":rocket:", Some('x')), []);
    }

    #[test]
    fn hostile_texts_take_no_time() {
        for text in [":".repeat(1 << 16), ":a".repeat(1 << 16), ":ok".repeat(1 << 16)] {
            codes(&text, None);
        }
        assert_eq!(codes(&":ok:".repeat(1 << 12), None).len(), 1 << 12);
        assert_eq!(codes(&format!(":{}:", "a".repeat(1 << 16)), None), []);
    }
}
