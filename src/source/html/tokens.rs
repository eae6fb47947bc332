//! Raw HTML → tags, comments and the text between them, each with its bytes.
//!
//! html5gum reads it as browsers do (WHATWG, 13.2.5), with two differences, since no text may be lost: what a
//! browser swallows (a tag that never ends, `x<y</p>`) stays text, and `<a@example.com>` or `<https://example.com>`
//! is not a tag.

use std::ops::Range;

use html5gum::{DefaultEmitter, Emitter, ForwardingEmitter, HtmlString, Spanned, StartTag, State, Tokenizer};

/// How often reading begins anew after something that never ends; then the rest is text.
const MOST_RESTARTS: usize = 4;

/// A piece of raw HTML and its bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Its bytes in the fragment.
    pub range: Range<usize>,
    /// Its token.
    pub token: Token,
}

/// The kinds of piece.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// Characters between tags, as written.
    Text,
    /// The content of `<script>`, `<style>` and `<iframe>`.
    Raw,
    /// `<!-- text -->`, trimmed.
    Comment(String),
    /// `<name …>` or `</name>`.
    Tag(Tag),
    /// `<!DOCTYPE …>`, `<?…?>`, `<![CDATA[…]]>`.
    Other,
}

/// A tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    /// Its name in lower case.
    pub name: String,
    /// `</name>`.
    pub closing: bool,
    /// `<name/>`.
    pub empty: bool,
    /// Its attributes by name, names in lower case, values without entities.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// Returns the value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Returns the words of the `class` attribute.
    pub fn classes(&self) -> impl Iterator<Item = &str> {
        self.attribute("class").unwrap_or_default().split_ascii_whitespace()
    }
}

/// Splits a fragment into pieces. Every byte is in exactly one; linear; never fails.
pub fn tokens(html: &str) -> Vec<Piece> {
    let mut cutter = Cutter { html, pieces: Vec::new(), done: 0, raw: false, restarts: 0 };
    let mut from = Some(0);
    while let Some(start) = from {
        from = cutter.run(start);
    }
    cutter.text_until(html.len());
    cutter.pieces
}

/// Returns text with its character references resolved: all names of HTML, and numbers.
pub fn unescape(text: &str) -> String {
    // Text that looks like a tag here is not one.
    let text = text.replace('<', "&lt;");
    let tokenizer = Tokenizer::new_with_emitter(&text, Quiet(DefaultEmitter::new_with_span()));
    let strings = tokenizer.filter_map(|token| match token {
        Ok(html5gum::Token::String(string)) => Some(lossy(&string)),
        _ => None,
    });
    strings.collect::<String>().replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "")
}

/// Emits no errors: every fragment is taken as it is.
struct Quiet(DefaultEmitter<usize>);

impl ForwardingEmitter for Quiet {
    type Token = html5gum::Token<usize>;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

struct Cutter<'a> {
    html: &'a str,
    pieces: Vec<Piece>,
    /// Where the last piece ended.
    done: usize,
    /// Whether it is inside `<script>` and the like.
    raw: bool,
    restarts: usize,
}

impl Cutter<'_> {
    /// Splits the fragment from an offset on; returns the offset from which it has to be read anew, if so.
    fn run(&mut self, from: usize) -> Option<usize> {
        let emitter = Quiet(DefaultEmitter::new_with_span());
        let mut tokenizer = Tokenizer::new_with_emitter(&self.html[from..], emitter);
        let mut seen = from;
        while let Some(Ok(token)) = tokenizer.next() {
            let (span, token) = match token {
                html5gum::Token::StartTag(tag) => (tag.span, Some(start_tag(&tag))),
                html5gum::Token::EndTag(tag) => {
                    let name = lossy(&tag.name);
                    (tag.span, Some(Tag { name, closing: true, ..Tag::default() }))
                }
                html5gum::Token::Comment(comment) => (comment.span, None),
                html5gum::Token::Doctype(doctype) => (doctype.span, None),
                html5gum::Token::String(_) | html5gum::Token::Error(_) => continue,
            };
            let range = from + span.start..from + span.end;
            let Some(body) = self.html.get(range.clone()).filter(|body| body.starts_with('<')) else {
                continue;
            };
            let finished = if body.starts_with("<!--") {
                body.ends_with("-->") || body.ends_with("--!>")
            } else {
                body.ends_with('>')
            };
            if !finished {
                return self.restart(range.start, range.start + 1);
            }
            seen = range.end;
            match token {
                // Browsers swallow `</1>` and `<!…>`; Markdown does not.
                None if !is_markup(body) => {}
                None => self.push(range, markup(body)),
                Some(tag) => {
                    if let Some(inner) = opening_inside(body) {
                        self.text_until(range.start);
                        return Some(range.start + inner);
                    }
                    if !is_name(&tag.name) {
                        continue;
                    }
                    let state = raw_state(&tag);
                    let closing = tag.closing;
                    self.push(range, Token::Tag(tag));
                    self.raw = matches!(state, Some(State::RawText | State::ScriptData)) && !closing;
                    state.into_iter().for_each(|state| tokenizer.set_state(state));
                }
            }
        }
        let unfinished = seen + tag_start(&self.html[seen..]).filter(|_| !self.raw)?;
        let rest = &self.html[unfinished..];
        let line = rest.find('\n').filter(|_| rest.contains('>'));
        self.restart(unfinished, line.map_or(self.html.len(), |at| unfinished + at + 1))
    }

    /// Leaves the bytes from `start` on as text; reading continues at `next`.
    fn restart(&mut self, start: usize, next: usize) -> Option<usize> {
        self.text_until(start);
        self.restarts += 1;
        (self.restarts <= MOST_RESTARTS).then_some(next)
    }

    fn push(&mut self, range: Range<usize>, token: Token) {
        self.text_until(range.start);
        self.done = range.end;
        self.pieces.push(Piece { range, token });
    }

    fn text_until(&mut self, end: usize) {
        if self.done < end {
            let token = if self.raw { Token::Raw } else { Token::Text };
            self.pieces.push(Piece { range: self.done..end, token });
            self.done = end;
        }
    }
}

fn start_tag(tag: &StartTag<usize>) -> Tag {
    let value = |(name, value): (&HtmlString, &Spanned<HtmlString>)| (lossy(name), lossy(value));
    let attributes = tag.attributes.iter().map(value).collect();
    Tag { name: lossy(&tag.name), closing: false, empty: tag.self_closing, attributes }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn markup(body: &str) -> Token {
    match body.strip_prefix("<!--") {
        Some(comment) => {
            let text = comment.strip_suffix("-->").or_else(|| comment.strip_suffix("--!>"));
            Token::Comment(text.unwrap_or_default().trim().to_owned())
        }
        None => Token::Other,
    }
}

/// Returns whether a text is a comment, a declaration or an instruction.
fn is_markup(body: &str) -> bool {
    let declares = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '['));
    body.starts_with("<?") || body.strip_prefix("<!").is_some_and(declares)
}

/// Returns the position of the last `<` outside quotation marks in a tag, after its first byte.
fn opening_inside(body: &str) -> Option<usize> {
    let (mut quote, mut last) = (None, None);
    for (at, byte) in body.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'<') => last = Some(at),
            _ => {}
        }
    }
    last
}

/// Returns the position of a possible tag in a text.
fn tag_start(text: &str) -> Option<usize> {
    let begins = |rest: &str| rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
    text.match_indices('<').map(|(at, _)| at).find(|at| begins(&text[at + 1..]))
}

fn is_name(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')) || name == "o:p"
}

/// Returns how the content of a tag is read, where that is unusual.
fn raw_state(tag: &Tag) -> Option<State> {
    match tag.name.as_str() {
        _ if tag.closing || tag.empty => None,
        "script" => Some(State::ScriptData),
        "style" | "iframe" => Some(State::RawText),
        "title" | "textarea" => Some(State::RcData),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows the pieces, text in quotation marks.
    fn cut(html: &str) -> String {
        let pieces = tokens(html);
        let joined: String = pieces.iter().map(|piece| &html[piece.range.clone()]).collect();
        assert_eq!(joined, html);
        let shown = |piece: &Piece| match &piece.token {
            Token::Text => format!("'{}'", &html[piece.range.clone()]),
            Token::Raw => "raw".to_owned(),
            Token::Comment(text) => format!("!{text}"),
            Token::Tag(tag) if tag.closing => format!("/{}", tag.name),
            Token::Tag(tag) => tag.name.clone(),
            Token::Other => "other".to_owned(),
        };
        pieces.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_fragment_is_cut_into_tags_comments_and_text() {
        assert_eq!(cut("<p>甲<!-- keep --></p>乙<br/>"), "p '甲' !keep /p '乙' br");
        assert_eq!(cut("<?php x ?><!doctype html><![CDATA[x]]>"), "other other other");
        assert_eq!(
            cut("<style>p > a{}</style>甲<script>'<b>'</script>"),
            "style raw /style '甲' script raw /script"
        );
        assert_eq!(cut("<STYLE>\na{}\n"), "style raw");
        let html = "<img src=\"a.png\"width=96 alt='甲 &amp; 乙'/>";
        let [Piece { token: Token::Tag(image), .. }] = &tokens(html)[..] else { panic!("{html}") };
        assert_eq!((image.attribute("alt"), image.attribute("width")), (Some("甲 & 乙"), Some("96")));
        assert!(image.empty);
    }

    #[test]
    fn what_is_no_tag_stays_text() {
        assert_eq!(cut("1 < 2 <3 <甲> </甲> <!甲>"), "'1 < 2 <3 <甲> </甲> <!甲>'");
        assert_eq!(cut("<p><a@b.cn> <https://b.cn/?a=\"c\">"), "p '<a@b.cn> <https://b.cn/?a=\"c\">'");
        assert_eq!(cut("x<y</p>z"), "'x' '<y' /p 'z'");
        assert_eq!(cut("甲 <div class=\"乙>\n<p>丙</p>"), "'甲 ' '<div class=\"乙>\n' p '丙' /p");
        assert_eq!(cut("甲<!-- 乙\n<b>丙</b>"), "'甲' '<!-- 乙\n' b '丙' /b");
        assert_eq!(cut("<a <b <i"), "'<a <b <i'");
    }

    #[test]
    fn references_of_every_form_are_read() {
        let text = "&lt;<b>&#x4e2d;&#20013;&hearts;&nope;&Aacute;&#7;&";
        assert_eq!(unescape(text), "<<b>中中♥&nope;Á&");
    }
}
