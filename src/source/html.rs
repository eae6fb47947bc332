//! The little HTML that is read: a tokenizer for tags, comments and text, and the entities of text.

use std::ops::Range;

/// A piece of raw HTML and its bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// Its bytes in the fragment.
    pub range: Range<usize>,
    /// What it is.
    pub token: Token,
}

/// The kinds of piece.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// Characters between tags, as written.
    Text,
    /// `<!-- text -->`, trimmed.
    Comment(String),
    /// `<name …>` or `</name>`.
    Tag(Tag),
    /// `<!DOCTYPE …>`, `<?…?>`, and the content of `<script>` and `<style>`.
    Other,
}

/// A tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tag {
    /// Its name in lower case.
    pub name: String,
    /// `</name>`.
    pub closing: bool,
    /// Its attributes, names in lower case, values without entities.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// Returns the value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Cuts a fragment into pieces. Every byte is in exactly one; linear; never fails.
pub(super) fn tokens(html: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut at, mut text) = (0, 0);
    // `find` for an end that is missing would make many openings quadratic: look once.
    let no_more = |mark: &str| html.rfind(mark).unwrap_or(0);
    let (last_comment, last_angle) = (no_more("-->"), no_more(">"));
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        let next = if rest.starts_with("<!--") && last_comment > start {
            comment(rest)
        } else if last_angle > start {
            tag(rest)
        } else {
            None
        };
        let Some((len, token)) = next else {
            at = start + 1;
            continue;
        };
        if text < start {
            pieces.push(Piece { range: text..start, token: Token::Text });
        }
        let raw = matches!(&token, Token::Tag(tag) if !tag.closing && ["script", "style"].contains(&tag.name.as_str()));
        pieces.push(Piece { range: start..start + len, token });
        at = start + len;
        if raw {
            let end = html[at..].find("</").map_or(html.len(), |found| at + found);
            pieces.push(Piece { range: at..end, token: Token::Other });
            at = end;
        }
        text = at;
    }
    if text < html.len() {
        pieces.push(Piece { range: text..html.len(), token: Token::Text });
    }
    pieces.retain(|piece| !piece.range.is_empty());
    pieces
}

fn comment(rest: &str) -> Option<(usize, Token)> {
    let end = rest[4..].find("-->")? + 4;
    Some((end + 3, Token::Comment(rest[4..end].trim().to_owned())))
}

fn tag(rest: &str) -> Option<(usize, Token)> {
    let bytes = rest.as_bytes();
    match bytes.get(1)? {
        b'!' | b'?' => Some((rest.find('>')? + 1, Token::Other)),
        b'/' => {
            let end = rest.find('>')?;
            let name = rest[2..end].trim().to_ascii_lowercase();
            is_name(&name).then(|| (end + 1, Token::Tag(Tag { name, closing: true, attributes: Vec::new() })))
        }
        byte if byte.is_ascii_alphabetic() => open_tag(rest),
        _ => None,
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn open_tag(rest: &str) -> Option<(usize, Token)> {
    let name_end = rest[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))? + 1;
    let name = rest[1..name_end].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut at = name_end;
    loop {
        at += blanks(&rest[at..]);
        match rest.as_bytes().get(at)? {
            b'>' => return Some((at + 1, Token::Tag(Tag { name, closing: false, attributes }))),
            b'/' => at += 1,
            b'<' => return None,
            _ => {
                let (len, attribute) = attribute(&rest[at..])?;
                attributes.push(attribute);
                at += len;
            }
        }
    }
}

fn attribute(rest: &str) -> Option<(usize, (String, String))> {
    let end = rest.find(|c: char| c.is_ascii_whitespace() || "=>/<\"'".contains(c))?;
    if end == 0 {
        return None;
    }
    let name = rest[..end].to_ascii_lowercase();
    let mut at = end + blanks(&rest[end..]);
    if rest.as_bytes().get(at) != Some(&b'=') {
        return Some((end, (name, String::new())));
    }
    at += 1;
    at += blanks(&rest[at..]);
    let (len, value) = match rest.as_bytes().get(at)? {
        quote @ (b'"' | b'\'') => {
            let inside = &rest[at + 1..];
            let close = inside.find(char::from(*quote))?;
            (close + 2, &inside[..close])
        }
        _ => {
            let close = rest[at..].find(|c: char| c.is_ascii_whitespace() || c == '>')?;
            (close, &rest[at..at + close])
        }
    };
    Some((at + len, (name, unescape(value))))
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_whitespace()).len()
}

/// Returns text with the usual entities read; others stay as they are.
pub(super) fn unescape(text: &str) -> String {
    read_entities(text).into_iter().map(|(_, words)| words).collect()
}

/// Cuts text at its entities, which are read: pieces of the text's own bytes, and single characters.
pub(super) fn read_entities(text: &str) -> Vec<(Range<usize>, String)> {
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text[at..].find('&') {
        let start = at + found;
        let Some((len, c)) = entity(&text[start..]) else {
            at = start + 1;
            continue;
        };
        if done < start {
            pieces.push((done..start, text[done..start].to_owned()));
        }
        at = start + len;
        done = at;
        pieces.push((start..at, c.to_string()));
    }
    if done < text.len() {
        pieces.push((done..text.len(), text[done..].to_owned()));
    }
    pieces
}

fn entity(rest: &str) -> Option<(usize, char)> {
    // No entity read here is longer: a missing `;` must not make the search quadratic.
    let end = rest.bytes().take(12).position(|b| b == b';')?;
    let name = &rest[1..end];
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "emsp" => '\u{2003}',
        "ensp" => '\u{2002}',
        "middot" => '·',
        "bull" => '•',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "copy" => '©',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    };
    Some((end + 1, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_is_cut_into_tags_comments_and_text() {
        let html = "<img src=\"a.png\" width=96 alt='甲 &amp; 乙'/>甲<!-- keep --></p><a<b>1 < 2";
        let kinds: Vec<_> = tokens(html).into_iter().map(|p| (p.range, p.token)).collect();
        let Token::Tag(image) = &kinds[0].1 else { panic!("{kinds:?}") };
        assert_eq!(image.attribute("alt"), Some("甲 & 乙"));
        assert_eq!(image.attribute("width"), Some("96"));
        assert_eq!(kinds[1].1, Token::Text);
        assert_eq!(kinds[2].1, Token::Comment("keep".into()));
        assert!(matches!(&kinds[3].1, Token::Tag(tag) if tag.closing && tag.name == "p"));
        assert_eq!(&html[kinds[4].0.clone()], "<a");
        let joined: String = kinds.iter().map(|(range, _)| &html[range.clone()]).collect();
        assert_eq!(joined, html);
    }

    #[test]
    fn entities_of_every_form_are_read() {
        assert_eq!(unescape("&lt;&#x4e2d;&#20013;&nope;&"), "<中中&nope;&");
    }
}
