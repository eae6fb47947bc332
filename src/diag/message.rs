//! A sentence for the writer: in English where it is made, translated where it is read.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use super::Speech;

/// A sentence, or a word in one. It is its English text, with the key to its translation.
///
/// Made by `message!`, from a text, or from a text that needs no translation ([`Message::verbatim`]).
///
/// It is as small as a pointer, since most errors contain some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message(Arc<Inner>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Inner {
    english: String,
    body: Body,
}

/// The composition of a sentence.
#[derive(Debug, Default, PartialEq, Eq)]
enum Body {
    /// The English text is looked up as it is.
    #[default]
    Whole,
    /// The same in every language: names, numbers, the text of a file.
    Verbatim,
    /// An error message of the system or a library; replaced by these words where it has no translation.
    Foreign(&'static str),
    /// A template with holes, and the parts that fill them.
    Filled(&'static str, Vec<(&'static str, Message)>),
    /// A number of things.
    Counted(usize, &'static str),
    /// Several, one after the other.
    List(Vec<Message>),
    /// Several, joined by this separator.
    Joined(&'static str, Vec<Message>),
}

impl Message {
    fn made(english: String, body: Body) -> Message {
        Message(Arc::new(Inner { english, body }))
    }

    /// Returns a message that is the same in every language: a name, a number, the text of a file.
    pub fn verbatim(text: impl Into<String>) -> Message {
        Message::made(text.into(), Body::Verbatim)
    }

    /// Returns an English message of the system or a library: in a language that has no translation of it,
    /// `general` is used instead.
    pub fn foreign(english: impl Into<String>, general: &'static str) -> Message {
        Message::made(english.into(), Body::Foreign(general))
    }

    /// Returns a sentence with its holes filled: `{name}` by the part with that name, `{{` by a brace.
    ///
    /// Call it through `message!`, which checks at compile time that names and holes agree.
    pub fn filled(template: &'static str, parts: Vec<(&'static str, Message)>) -> Message {
        let english = fill(template, &parts, |part| Cow::Borrowed(part));
        Message::made(english, Body::Filled(template, parts))
    }

    /// Returns an enumeration, with the comma of the language: `a, b`, `a、b`.
    pub fn list<M: Into<Message>>(items: impl IntoIterator<Item = M>) -> Message {
        let items: Vec<Message> = items.into_iter().map(Into::into).collect();
        Message::made(items.join(", "), Body::List(items))
    }

    /// Returns an enumeration of names, which are the same in every language.
    pub fn names<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Message {
        Message::list(items.into_iter().map(|item| Message::verbatim(item.as_ref())))
    }

    /// Returns sentences or words with a separator between them that is the same in every language.
    pub fn joined<M: Into<Message>>(mark: &'static str, items: impl IntoIterator<Item = M>) -> Message {
        let items: Vec<Message> = items.into_iter().map(Into::into).collect();
        Message::made(items.join(mark), Body::Joined(mark, items))
    }

    /// Returns the English text.
    pub fn as_str(&self) -> &str {
        &self.0.english
    }

    /// Returns the text in a language; parts without a translation stay in English.
    pub fn translated(&self, speech: Speech) -> Cow<'_, str> {
        if speech == Speech::ENGLISH {
            return Cow::Borrowed(&self.0.english);
        }
        let word = |text: &'static str| speech.word(text).unwrap_or(text);
        match &self.0.body {
            Body::Verbatim => Cow::Borrowed(&self.0.english),
            Body::Whole => Cow::Borrowed(speech.word(&self.0.english).unwrap_or(&self.0.english)),
            Body::Foreign(general) => {
                // The parser's list of what it expected consists of its own symbols.
                let fault = self.0.english.split(", expected ").next().unwrap_or_default();
                Cow::Borrowed(speech.word(fault).or_else(|| speech.word(general)).unwrap_or(&self.0.english))
            }
            Body::Filled(template, parts) => {
                Cow::Owned(fill(word(template), parts, |part| part.translated(speech)))
            }
            Body::Counted(count, thing) => {
                let thing = speech.word_in("count", thing).unwrap_or(thing);
                let parts = [("count", count.part()), ("thing", Message::verbatim(thing))];
                Cow::Owned(fill(word("{count} {thing}"), &parts, |part| part.translated(speech)))
            }
            Body::List(items) => Cow::Owned(all(items, speech).join(word(", "))),
            Body::Joined(mark, items) => Cow::Owned(all(items, speech).join(mark)),
        }
    }

    /// Returns the same in a language, as a text that is not translated again.
    #[must_use]
    pub fn in_speech(&self, speech: Speech) -> Message {
        if speech == Speech::ENGLISH { self.clone() } else { Message::verbatim(self.translated(speech)) }
    }
}

fn all(items: &[Message], speech: Speech) -> Vec<Cow<'_, str>> {
    items.iter().map(|item| item.translated(speech)).collect()
}

/// Returns a number of things: `1 page`, `2 pages`, `2 页`.
pub fn counted(count: usize, thing: &'static str) -> Message {
    let english = format!("{count} {thing}{}", if count == 1 { "" } else { "s" });
    Message::made(english, Body::Counted(count, thing))
}

/// Returns a template with its holes filled. Anything that is not a hole stays as it is.
fn fill<'a>(
    template: &str,
    parts: &'a [(&'static str, Message)],
    say: impl Fn(&'a Message) -> Cow<'a, str>,
) -> String {
    let mut out = String::with_capacity(template.len() + 16 * parts.len());
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        out.push_str(before);
        let twice = brace.as_bytes().get(1) == brace.as_bytes().first();
        let hole = brace.strip_prefix('{').filter(|_| !twice).and_then(|inner| inner.split_once('}'));
        let part = hole.and_then(|(name, _)| parts.iter().find(|(own, _)| *own == name));
        rest = match (hole, part) {
            (Some((_, behind)), Some((_, part))) => {
                out.push_str(&say(part));
                behind
            }
            _ => {
                out.push_str(&brace[..1]);
                &brace[if twice { 2 } else { 1 }..]
            }
        };
    }
    out + rest
}

/// Returns whether the holes of a template match the names, and no name is left over.
pub const fn agree(template: &str, names: &[&str]) -> bool {
    let text = template.as_bytes();
    let (mut at, mut used) = (0, 0u64);
    while at < text.len() {
        let twice = at + 1 < text.len() && text[at] == text[at + 1];
        if text[at] == b'{' && !twice {
            let mut end = at + 1;
            while end < text.len() && text[end] != b'}' {
                end += 1;
            }
            let mut nth = 0;
            while nth < names.len() && !same(text, at + 1, end, names[nth].as_bytes()) {
                nth += 1;
            }
            if nth == names.len() || end == text.len() {
                return false;
            }
            used |= 1 << nth;
            at = end;
        } else if matches!(text[at], b'{' | b'}') {
            if !twice {
                return false;
            }
            at += 1;
        }
        at += 1;
    }
    used == (1 << names.len()) - 1
}

const fn same(text: &[u8], from: usize, to: usize, name: &[u8]) -> bool {
    if to - from != name.len() {
        return false;
    }
    let mut at = 0;
    while at < name.len() {
        if text[from + at] != name[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Makes a [`Message`] from a template and parts for its holes: `message!("no layout is called `{name}`", name)`,
/// `message!("{count} more", count = found.len())`. Each hole is named, so that a language may put them in any order.
///
/// A text or a number is taken as it is; a word that is to be translated is a `Message` itself. The compiler checks
/// that names and holes agree.
macro_rules! message {
    ($template:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const { assert!($crate::diag::agree($template, &[$(stringify!($name)),*]), "each hole has its name") };
        $crate::diag::Message::filled(
            $template,
            vec![$((stringify!($name), $crate::diag::message!(@part $name $(= $value)?))),*],
        )
    }};
    (@part $name:ident) => { $crate::diag::Part::part(&$name) };
    (@part $name:ident = $value:expr) => { $crate::diag::Part::part(&$value) };
}
pub(crate) use message;

/// A part that can fill a hole of a [`Message`].
pub trait Part {
    /// Returns it as a message: a sentence as it is, a text or a number as a message that is the same in every
    /// language.
    fn part(&self) -> Message;
}

impl Part for Message {
    fn part(&self) -> Message {
        self.clone()
    }
}

impl<T: Part + ?Sized> Part for &T {
    fn part(&self) -> Message {
        (**self).part()
    }
}

macro_rules! verbatim_parts {
    ($($kind:ty),*) => {$(
        impl Part for $kind {
            fn part(&self) -> Message {
                Message::verbatim(self.to_string())
            }
        }
    )*};
}
verbatim_parts!(str, String, Cow<'_, str>, char, usize, u8, u16, u32, u64, u128, i32, i64, f64);
verbatim_parts!(std::path::Display<'_>, crate::geom::Pt);

impl From<&str> for Message {
    fn from(text: &str) -> Message {
        Message::from(text.to_owned())
    }
}

impl From<String> for Message {
    fn from(english: String) -> Message {
        Message::made(english, Body::Whole)
    }
}

impl From<&String> for Message {
    fn from(text: &String) -> Message {
        Message::from(text.clone())
    }
}

impl From<&Message> for Message {
    fn from(message: &Message) -> Message {
        message.clone()
    }
}

impl Deref for Message {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.english
    }
}

impl Borrow<str> for Message {
    fn borrow(&self) -> &str {
        &self.0.english
    }
}

impl AsRef<str> for Message {
    fn as_ref(&self) -> &str {
        &self.0.english
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.english)
    }
}

/// Allows it inside an `std::io::Error`, from which it is taken again when that is reported.
impl std::error::Error for Message {}

impl PartialEq<str> for Message {
    fn eq(&self, other: &str) -> bool {
        self.0.english == other
    }
}

impl PartialEq<&str> for Message {
    fn eq(&self, other: &&str) -> bool {
        self.0.english == *other
    }
}

impl PartialEq<String> for Message {
    fn eq(&self, other: &String) -> bool {
        self.0.english == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_in_any_order() {
        let parts = [("one", Message::verbatim("1")), ("two", Message::verbatim("{one}"))];
        let filled = |template| fill(template, &parts, |part| Cow::Borrowed(part));
        assert_eq!(filled("a {one} b {two}"), "a 1 b {one}");
        assert_eq!(filled("{two}{one}"), "{one}1");
        assert_eq!(filled("{{one}} {three} }"), "{one} {three} }");
        assert_eq!(filled("x {"), "x {");
    }

    #[test]
    fn the_compiler_sees_holes_without_a_name_and_names_without_a_hole() {
        assert!(agree("a {b} {{c}} {b}", &["b"]) && agree("", &[]));
        assert!(!agree("a {b}", &[]) && !agree("a", &["b"]) && !agree("{b}", &["c"]));
        assert!(!agree("{b", &["b"]) && !agree("b}", &[]));
    }

    #[test]
    fn what_a_file_says_is_never_translated() {
        let word = Message::from("section");
        let said = Message::filled("{a} {b}", vec![("a", word), ("b", "section".part())]);
        assert_eq!(said, "section section");
        let zh = Speech::named("zh-Hans").expect("Chinese");
        assert!(said.translated(zh).ends_with(" section") && !said.translated(zh).starts_with("section"));
    }

    #[test]
    fn things_are_counted_as_each_language_does() {
        let zh = Speech::named("zh-Hans").expect("Chinese");
        assert_eq!(counted(1, "page"), "1 page");
        assert_eq!(counted(2, "page"), "2 pages");
        assert_eq!(counted(2, "page").translated(zh), "2 页");
    }
}
