//! The languages of jianli's messages. The language of a résumé is a different matter, and no PDF depends on these.
//!
//! English is in the code. A further language is a catalogue in gettext's format (`speech/zh-Hans.po`: `msgid` is
//! the English text, `msgstr` its translation), a page for each code (`speech/zh-Hans.md`), and a line of
//! [`LOCALES`].

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

/// A language other than English.
struct Locale {
    /// Its tag (BCP 47).
    tag: &'static str,
    /// The beginning of the names of its locales on POSIX systems.
    begins: &'static str,
    /// The translations, by English text.
    catalogue: &'static str,
    /// The pages of the codes.
    pages: &'static str,
    /// The catalogue, once it has been read.
    words: OnceLock<BTreeMap<String, String>>,
}

static LOCALES: [Locale; 1] = [Locale {
    tag: "zh-Hans",
    begins: "zh",
    catalogue: include_str!("speech/zh-Hans.po"),
    pages: include_str!("speech/zh-Hans.md"),
    words: OnceLock::new(),
}];

/// A language of jianli's messages.
#[derive(Clone, Copy, Default)]
pub struct Speech(Option<&'static Locale>);

impl Speech {
    /// The language that is used by default.
    pub const ENGLISH: Speech = Speech(None);

    /// Returns every language, English first.
    pub fn all() -> impl Iterator<Item = Speech> {
        std::iter::once(Speech::ENGLISH).chain(LOCALES.iter().map(|locale| Speech(Some(locale))))
    }

    /// Returns the language that a tag names: `en`, `zh`, `zh-Hans`.
    pub fn named(tag: &str) -> Option<Speech> {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let exact = Speech::all().find(|speech| speech.tag().eq_ignore_ascii_case(tag));
        exact.or_else(|| Speech::all().find(|speech| primary(speech.tag()) == tag.to_ascii_lowercase()))
    }

    /// Returns the language of a POSIX locale: `zh_CN.UTF-8`; English for `C` and unsupported languages.
    pub fn of_locale(name: &str) -> Speech {
        let language = name.split(['_', '.', '@', '-']).next().unwrap_or_default();
        Speech(LOCALES.iter().find(|locale| locale.begins.eq_ignore_ascii_case(language)))
    }

    /// Returns the tag of the language (BCP 47).
    pub fn tag(self) -> &'static str {
        self.0.map_or("en", |locale| locale.tag)
    }

    /// Returns the translation of an English text, if there is one. There is none into English.
    pub fn word(self, english: &str) -> Option<&'static str> {
        let locale = self.0?;
        let words = locale.words.get_or_init(|| read(locale.catalogue).collect());
        words.get(english).map(String::as_str)
    }

    /// Returns the translation of a word in a context (gettext's `msgctxt`), or else its general translation.
    pub fn word_in(self, context: &str, english: &str) -> Option<&'static str> {
        self.word(&format!("{context}\u{4}{english}")).or_else(|| self.word(english))
    }

    /// Returns the translation of an English text, or the text itself if there is none.
    pub fn of(self, english: &'static str) -> &'static str {
        self.word(english).unwrap_or(english)
    }

    /// Returns all translations with their English texts.
    pub fn words(self) -> impl Iterator<Item = (String, String)> {
        self.0.into_iter().flat_map(|locale| read(locale.catalogue))
    }

    /// Returns the pages of the codes, if they are not those in English.
    pub(super) fn pages(self) -> Option<&'static str> {
        self.0.map(|locale| locale.pages)
    }
}

impl PartialEq for Speech {
    fn eq(&self, other: &Speech) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Speech {}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// Reads a catalogue: the subset of gettext's PO format that translators' tools write for a language without
/// plurals.
fn read(catalogue: &'static str) -> impl Iterator<Item = (String, String)> {
    let entry = |lines: &str| {
        let (mut id, mut said, mut behind) = (String::new(), String::new(), false);
        for line in lines.lines().filter(|line| !line.starts_with('#')) {
            behind |= line.starts_with("msgstr");
            let text = line.find('"').map_or("", |at| &line[at..]).trim();
            let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default();
            if behind { &mut said } else { &mut id }.push_str(&unescaped(text));
            // As in gettext's own files.
            if line.starts_with("msgctxt") {
                id.push('\u{4}');
            }
        }
        // The first entry has no text: it is the header of the file.
        (!id.is_empty() && !said.is_empty()).then_some((id, said))
    };
    catalogue.split("\n\n").filter_map(entry)
}

fn unescaped(text: &str) -> String {
    let (mut out, mut chars) = (String::with_capacity(text.len()), text.chars());
    while let Some(c) = chars.next() {
        match if c == '\\' { chars.next() } else { Some(c) } {
            Some('n') if c == '\\' => out.push('\n'),
            Some('t') if c == '\\' => out.push('\t'),
            Some(c) => out.push(c),
            None => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_is_read_as_gettext_does() {
        let text = "msgid \"\"\nmsgstr \"Language: x\\n\"\n\n# why\nmsgid \"a \"\n\"b \\\"c\\\"\\n\"\nmsgstr \"甲\\\\\"\n\nmsgid \"d\"\nmsgstr \"\"\n";
        let read: Vec<_> = read(text).collect();
        assert_eq!(read, [("a b \"c\"\n".to_owned(), "甲\\".to_owned())]);
    }

    #[test]
    fn locales_and_tags_name_a_language() {
        let zh = Speech::named("zh").expect("Chinese");
        assert!(["zh_CN.UTF-8", "zh_TW", "zh", "ZH_cn.gbk"].iter().all(|name| Speech::of_locale(name) == zh));
        assert!(
            ["C", "", "POSIX", "en_GB.UTF-8", "zhx", "de_DE"]
                .iter()
                .all(|name| Speech::of_locale(name).tag() == "en")
        );
        assert_eq!(
            (Speech::named("ZH-hans"), Speech::named("en-GB"), Speech::named("tlh")),
            (Some(zh), None, None)
        );
        assert_eq!(Speech::named("en"), Some(Speech::ENGLISH));
    }
}
