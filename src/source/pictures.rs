//! Images as people write them where CommonMark sees none: blanks in the path, a size after it, Obsidian's
//! `![[photo.jpg]]`, fullwidth marks. Also the attributes that pandoc and kramdown read after an image.

use std::ops::Range;

use super::markdown::{Inline, InlineKind};
use crate::diag::Span;

/// Extensions of image files, whether they can be printed or not.
const ENDINGS: [&str; 14] =
    ["png", "jpg", "jpeg", "jpe", "webp", "svg", "gif", "heic", "heif", "bmp", "tif", "tiff", "avif", "ico"];
/// The longest alternative text and the longest path that are searched for their ends.
const MOST: [usize; 2] = [400, 1000];

/// Finds images in running text that was read as Markdown. Linear.
pub(super) fn find(inlines: Vec<Inline>) -> Vec<Inline> {
    if !inlines.iter().any(|inline| is_suspect(&inline.kind)) {
        return inlines;
    }
    let mut found: Vec<Inline> = Vec::with_capacity(inlines.len());
    for Inline { span, kind } in without_escapes(inlines) {
        let kind = match kind {
            InlineKind::Text(text) => {
                in_text(&mut found, text, span);
                continue;
            }
            InlineKind::Emphasis(content) => InlineKind::Emphasis(find(content)),
            InlineKind::Strong(content) => InlineKind::Strong(find(content)),
            InlineKind::Strike(content) => InlineKind::Strike(find(content)),
            InlineKind::Link { url, content } => InlineKind::Link { url, content: find(content) },
            other => other,
        };
        found.push(Inline { span, kind });
    }
    found
}

/// Joins the texts on both sides of a backslash (`my\_photo.png`, `photo.png\|120`) inside an image that has begun
/// and not ended.
fn without_escapes(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        if let InlineKind::Text(more) = &inline.kind
            && let Some(Inline { span, kind: InlineKind::Text(text) }) = out.last_mut()
            && span.end + 1 == inline.span.start
            && is_open(text)
        {
            text.push_str(more);
            span.end = inline.span.end;
            continue;
        }
        out.push(inline);
    }
    out
}

/// Returns whether an image begins in the last bytes of a text and does not end there.
fn is_open(text: &str) -> bool {
    let mut from = text.len().saturating_sub(MOST[1]);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = &text[from..];
    tail.rfind("![").is_some_and(|start| image_at(&tail[start..]).is_none())
}

/// Returns whether there may be anything to find, which is rare.
fn is_suspect(kind: &InlineKind) -> bool {
    match kind {
        InlineKind::Text(text) => text.starts_with('{') || next(text, 0).is_some(),
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strike(content)
        | InlineKind::Link { content, .. } => content.iter().any(|inline| is_suspect(&inline.kind)),
        _ => false,
    }
}

/// Returns where the next image may begin, at an offset or after it.
fn next(text: &str, from: usize) -> Option<usize> {
    let marked = |(at, _): (usize, &str)| {
        let before = &text[from..from + at];
        let mark = ['!', '！'].into_iter().find(|mark| before.ends_with(*mark))?;
        Some(from + at - mark.len_utf8())
    };
    text[from..].match_indices('[').find_map(marked)
}

fn in_text(found: &mut Vec<Inline>, text: String, span: Span) {
    let own = text.len() == span.len();
    let place = |range: Range<usize>| {
        let start = span.range().start;
        if own { Span::new(span.file, start + range.start..start + range.end) } else { span }
    };
    let mut done = behind_image(found, &text);
    let mut at = done;
    while let Some(start) = next(&text, at) {
        let Some(image) = image_at(&text[start..]) else {
            // After the bracket.
            at = start + text[start..].find('[').map_or(1, |bracket| bracket + 1);
            continue;
        };
        if done < start {
            let words = InlineKind::Text(text[done..start].to_owned());
            found.push(Inline { span: place(done..start), kind: words });
        }
        let end = start + image.len;
        let kind = InlineKind::Image { src: image.src, alt: image.alt, width: image.width };
        found.push(Inline { span: place(start..end), kind });
        (done, at) = (end, end);
    }
    if done == 0 {
        found.push(Inline { span, kind: InlineKind::Text(text) });
    } else if done < text.len() {
        found.push(Inline { span: place(done..text.len()), kind: InlineKind::Text(text[done..].to_owned()) });
    }
}

/// Reads `{width=120}` after an image, or kramdown's `{: …}` on the next line; returns its length.
fn behind_image(found: &mut Vec<Inline>, text: &str) -> usize {
    let Some((len, wished)) = attributes(text) else { return 0 };
    let broken = matches!(found.last(), Some(Inline { kind: InlineKind::SoftBreak { .. }, .. }));
    if broken && !text.starts_with("{:") {
        return 0;
    }
    let at = found.len().checked_sub(1 + usize::from(broken));
    let Some(InlineKind::Image { width, .. }) =
        at.and_then(|at| found.get_mut(at)).map(|last| &mut last.kind)
    else {
        return 0;
    };
    *width = width.or(wished);
    if broken {
        found.pop();
    }
    len
}

/// An image at the start of a text.
#[derive(Debug, PartialEq, Eq)]
struct Image {
    len: usize,
    src: String,
    alt: String,
    width: Option<u32>,
}

fn image_at(text: &str) -> Option<Image> {
    let open = text.find('[')?;
    let inner = &text[open + 1..];
    let mut image = if inner.starts_with('[') { embed(inner)? } else { in_brackets(inner)? };
    image.len += open + 1;
    if let Some((len, width)) = attributes(&text[image.len..]) {
        image.len += len;
        image.width = image.width.or(width);
    }
    Some(image)
}

/// Reads `[photo.jpg|120]]`, Obsidian's form.
fn embed(text: &str) -> Option<Image> {
    let inner = &text[1..];
    let end = find_within(inner, "]]", MOST[1])?;
    let mut parts = inner[..end].split('|');
    let src = parts.next()?.trim().trim_end_matches('\\');
    let (mut alt, mut width) = (String::new(), None);
    for part in parts {
        match size(part.trim()) {
            Some(across) => width = across,
            None => part.trim().clone_into(&mut alt),
        }
    }
    is_file(src).then(|| Image { len: 1 + end + 2, src: src.to_owned(), alt, width })
}

/// Reads `照片](my photo.jpg "title" =120x140)`, `照片]（photo.jpg）`, `photo.jpg]`.
fn in_brackets(text: &str) -> Option<Image> {
    let close = find_within(text, "]", MOST[0])?;
    if text[..close].contains(['[', '\n']) {
        return None;
    }
    let alt = text[..close].trim();
    let behind = &text[close + 1..];
    let blanks = behind.len() - behind.trim_start_matches([' ', '\u{3000}']).len();
    let Some(inside) = parenthesis(&behind[blanks..]) else {
        let short = || Image { len: close + 1, src: alt.to_owned(), alt: String::new(), width: None };
        return is_file(alt).then(short);
    };
    let (src, width) = target(&behind[blanks..][inside.clone()])?;
    // With a blank between, or fullwidth, it has to be a file beyond doubt.
    let plain = blanks == 0 && behind.starts_with('(');
    // The closing mark may be of the other width.
    let mark = behind[blanks + inside.end..].chars().next().map_or(0, char::len_utf8);
    let len = close + 1 + blanks + inside.end + mark;
    (plain || is_file(&src)).then(|| Image { len, src, alt: alt.to_owned(), width })
}

/// Returns the content of a parenthesis at the start, up to the one that closes it.
fn parenthesis(text: &str) -> Option<Range<usize>> {
    let first = text.chars().next().filter(|c| matches!(c, '(' | '（'))?;
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < MOST[1]) {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            '\n' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(first.len_utf8()..at);
        }
    }
    None
}

/// Returns the file and the width in `my photo.jpg "title" =120x140`; `None` if there is no file.
pub(super) fn target(inside: &str) -> Option<(String, Option<u32>)> {
    let mut rest = inside.trim();
    let mut width = None;
    if let Some((before, last)) = rest.rsplit_once([' ', '\u{3000}'])
        && let Some(across) = last.strip_prefix('=').and_then(size)
    {
        (rest, width) = (before.trim_end(), across);
    }
    for quote in ['"', '\''] {
        let title = rest.strip_suffix(quote).and_then(|body| body.rfind(quote));
        if let Some(open) = title.filter(|open| rest[..*open].ends_with(' ')) {
            rest = rest[..open].trim_end();
        }
    }
    let rest = rest.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(rest).trim();
    (!rest.is_empty()).then(|| (rest.to_owned(), width))
}

/// Returns the file that `![[photo.jpg]]`, `[[photo.jpg]]` or `![](photo.jpg)` names.
pub(super) fn file_of(text: &str) -> Option<String> {
    let marked = if text.starts_with("[[") { format!("!{text}") } else { text.to_owned() };
    let image = marked.starts_with("![").then(|| image_at(&marked)).flatten()?;
    (image.len == marked.len()).then_some(image.src)
}

/// Returns whether a name is that of an image file.
pub(super) fn is_file(name: &str) -> bool {
    let name = name.split(['?', '#']).next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Reads `120`, `120x140`, `x140`, `50%`: returns the width in pixels, if given.
fn size(text: &str) -> Option<Option<u32>> {
    let (across, down) = text.split_once(['x', 'X', '*', '×']).unwrap_or((text, ""));
    let number = |text: &str| text.trim_end_matches("px").trim_end_matches('%').parse::<u32>();
    let good = |text: &str| text.is_empty() || number(text).is_ok();
    let any = !(across.is_empty() && down.is_empty());
    (any && good(across) && good(down)).then(|| number(across).ok().filter(|_| !across.ends_with('%')))
}

/// Reads `{width=120 .photo}` or `{: width="50%"}` at the start of a text; returns its length, and the width in
/// pixels, if given.
fn attributes(text: &str) -> Option<(usize, Option<u32>)> {
    let end = text.starts_with('{').then(|| find_within(text, "}", MOST[0])).flatten()?;
    let inside = text[1..end].trim_start_matches(':').trim();
    let (mut width, mut quoted) = (None, false);
    let blank = |c: char| {
        quoted ^= c == '"';
        c.is_whitespace() && !quoted
    };
    let words: Vec<&str> = inside.split(blank).filter(|word| !word.is_empty()).collect();
    for word in &words {
        match word.split_once('=') {
            Some(("width", value)) => width = width.or_else(|| pixels(value.trim_matches('"'))),
            Some((key, _)) if key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {}
            None if word.starts_with(['.', '#']) && word.len() > 1 => {}
            _ => return None,
        }
    }
    (!words.is_empty()).then_some((end + 1, width))
}

/// Returns a length in CSS pixels (1/96 inch); `None` for a share of a width.
fn pixels(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let number: f64 = digits.parse().ok().filter(|number| (0.0..100_000.0).contains(number))?;
    let unit = match &text[digits.len()..] {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        _ => return None,
    };
    Some((number * unit).round() as u32)
}

/// Finds a mark in the first bytes of a text.
fn find_within(text: &str, mark: &str, most: usize) -> Option<usize> {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].find(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(text: &str) -> Option<(String, String, Option<u32>, usize)> {
        image_at(text).map(|image| (image.src, image.alt, image.width, image.len))
    }

    #[test]
    fn images_of_every_spelling_are_found() {
        for (text, src, alt, width) in [
            ("![照片](my photo.jpg)", "my photo.jpg", "照片", None),
            ("![照片](照片 1.jpg \"title\")", "照片 1.jpg", "照片", None),
            ("![a](my photo (1).png 'b')", "my photo (1).png", "a", None),
            ("![](photo.jpg =100x140)", "photo.jpg", "", Some(100)),
            ("![](photo.jpg =x140)", "photo.jpg", "", None),
            ("![](photo.jpg =50%x)", "photo.jpg", "", None),
            (
                "![a](https://i.example.com/a.jpg \"T\" =300x300)",
                "https://i.example.com/a.jpg",
                "a",
                Some(300),
            ),
            ("![[photo.jpg]]", "photo.jpg", "", None),
            ("![[图/我的 照片.png|我|120x160]]", "图/我的 照片.png", "我", Some(120)),
            ("![[photo.jpg|120]]", "photo.jpg", "", Some(120)),
            ("！[照片](a b.png)", "a b.png", "照片", None),
            ("![照片]（photo.jpg）", "photo.jpg", "照片", None),
            ("![照片] (photo.jpg)", "photo.jpg", "照片", None),
            ("![photo.jpg]", "photo.jpg", "", None),
            ("![a](b c.png){width=3cm}", "b c.png", "a", Some(113)),
        ] {
            let want = Some((src.to_owned(), alt.to_owned(), width, text.len()));
            assert_eq!(image(text), want, "{text}");
        }
    }

    #[test]
    fn what_is_none_stays_text() {
        for text in [
            "![[笔记]]",
            "![照片]",
            "![照片] (见附件)",
            "![a](",
            "![a]()",
            "![",
            "![[a.png",
            "![a\n](b c.png)",
        ] {
            assert_eq!(image(text), None, "{text}");
        }
    }

    #[test]
    fn attributes_are_told_from_braces_of_the_text() {
        for (text, want) in [
            ("{width=120} x", Some((11, Some(120)))),
            ("{: height=\"50%\" width=\"50%\"}", Some((28, None))),
            ("{:.avatar}", Some((10, None))),
            ("{#id .callout}", Some((14, None))),
            ("{ width=1in }", Some((13, Some(96)))),
            ("{甲}", None),
            ("{}", None),
            ("{{ a }}", None),
            ("{% a=b %}", None),
        ] {
            assert_eq!(attributes(text), want, "{text}");
        }
    }

    #[test]
    fn hostile_text_takes_no_longer() {
        let text = "![".repeat(100_000) + &"![a](".repeat(50_000) + &"！[[".repeat(50_000);
        let span = Span::new(crate::diag::FileId::RESUME, 0..text.len());
        let found = find(vec![Inline { span, kind: InlineKind::Text(text.clone()) }]);
        assert!(!found.is_empty());
    }
}
