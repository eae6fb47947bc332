//! The languages of a text's parts: whole parts in one language, and lines with their translations.

use std::ops::Range;

use super::directive::Word;
use super::tags::{self, Tags};
use crate::diag::{Message, Span, message};
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind};
use crate::source::views::is_language;

/// Languages with which someone may begin a comment meant as a translation.
const COMMON: [&str; 24] = [
    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "it", "ja", "ko", "nl", "pl",
    "pt", "ru", "sv", "th", "uk", "vi", "zh",
];

/// A line with the comments on its language.
#[derive(Clone, Debug, Default)]
pub(super) struct Speech {
    /// The place of its words, if it has any.
    pub content: Option<Range<usize>>,
    /// The comments.
    pub comments: Vec<Span>,
    /// The same words in other languages.
    pub translations: Vec<(String, String)>,
}

impl Speech {
    /// Returns a line without comments, whose words begin with `first` and end before `behind`.
    pub fn of(first: Option<&Inline>, behind: Option<&Inline>) -> Speech {
        let place =
            first.zip(behind).map(|(first, behind)| first.span.range().start..behind.span.range().start);
        Speech { content: place.filter(|place| !place.is_empty()), ..Speech::default() }
    }

    /// Returns the words for a reader of a language; `None` for the original ones.
    pub fn words(&self, language: &str) -> Option<&str> {
        let same = self.translations.iter().find(|(tag, _)| tag == language);
        let near = || self.translations.iter().find(|(tag, _)| tags::matches(tag, language));
        same.or_else(near).map(|(_, words)| words.as_str())
    }
}

/// Normalises the tag of a language for comparison: `zh/hant/tw` for `zh-TW`.
pub(super) fn path(tag: &str) -> String {
    let tag = tag.trim().to_lowercase().replace(['-', '_'], "/");
    match tag.strip_prefix("zh/") {
        Some("cn" | "sg") => tag.replacen("zh/", "zh/hans/", 1),
        Some("tw" | "hk" | "mo") => tag.replacen("zh/", "zh/hant/", 1),
        _ => tag,
    }
}

/// Returns the meaning of a comment on languages: `None` if it is not one, else the word or its correct form.
pub(super) fn parse(comment: &str, languages: &[String]) -> Option<Result<Word, Message>> {
    let comment = comment.trim();
    if comment.eq_ignore_ascii_case("/lang") {
        return Some(Ok(Word::EndOnly));
    }
    let (word, rest) = comment.split_once([':', '：'])?;
    let (word, rest) = (word.trim(), rest.split_whitespace().collect::<Vec<_>>().join(" "));
    let known = |tag: &str| languages.iter().any(|language| tags::matches(&path(tag), language));
    if word.eq_ignore_ascii_case("lang") {
        return match is_language(&rest) {
            true if known(&rest) => Some(Ok(Word::Only(Tags { any: vec![path(&rest)], not: Vec::new() }))),
            // The model reads it as a mark, and reports it if it is none.
            _ => None,
        };
    }
    match is_language(word) {
        true if known(word) && !rest.is_empty() => Some(Ok(Word::Translation(path(word), rest))),
        true if known(word) => Some(Err(message!("{word}: the line in this language", word))),
        _ => None,
    }
}

/// Returns the language of a comment that has the form of a directive but names a language that the text is not
/// written in.
pub(super) fn stranger(comment: &str, languages: &[String]) -> Option<String> {
    let (word, rest) = comment.trim().split_once([':', '：'])?;
    let (word, rest) = (word.trim(), rest.trim());
    let tag = if word.eq_ignore_ascii_case("lang") { rest } else { word };
    let first = tag.split('-').next().unwrap_or_default();
    let common = COMMON.iter().any(|common| first.eq_ignore_ascii_case(common));
    let known = languages.iter().any(|language| tags::matches(&path(tag), language));
    (is_language(tag) && !known && (common || tag == rest)).then(|| tag.to_owned())
}

/// Returns whether a heading is one of several in a row with the same text in different languages: then each is the
/// title of what follows the last one.
pub(super) fn is_beside(blocks: &[Block], at: usize, languages: &[String]) -> bool {
    let title = |block: &Block| match &block.kind {
        BlockKind::Heading { level, content, .. } if is_spoken(content, languages) => Some(*level),
        _ => None,
    };
    let text = |block: &&Block| !matches!(block.kind, BlockKind::Comment(_));
    let Some(own) = blocks.get(at).and_then(title) else { return false };
    let before = blocks[..at].iter().rev().find(text).and_then(title);
    let behind = blocks[at + 1..].iter().find(text).and_then(title);
    before == Some(own) || behind == Some(own)
}

/// Returns whether a comment at the end of a line names its language.
fn is_spoken(content: &[Inline], languages: &[String]) -> bool {
    content.iter().any(|inline| match &inline.kind {
        InlineKind::Comment(comment) => matches!(parse(comment, languages), Some(Ok(Word::Only(_)))),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_languages_is_told_from_remarks() {
        let known = ["zh/hans".to_owned(), "en".to_owned()];
        let parse = |comment: &str| parse(comment, &known);
        for (comment, tag) in
            [("lang: en", "en"), ("lang: en-GB", "en/gb"), ("Lang：zh-CN", "zh/hans/cn"), ("lang: zh", "zh")]
        {
            let wanted = Word::Only(Tags { any: vec![tag.to_owned()], not: Vec::new() });
            assert_eq!(parse(comment), Some(Ok(wanted)), "{comment}");
        }
        let translation = |tag: &str, words: &str| Some(Ok(Word::Translation(tag.into(), words.into())));
        assert_eq!(parse(" en: Raised by 40 %: twice "), translation("en", "Raised by 40 %: twice"));
        assert_eq!(parse("en：Experience"), translation("en", "Experience"));
        assert_eq!(parse("zh: 甲\n  乙"), translation("zh", "甲 乙"));
        assert_eq!(parse("/lang"), Some(Ok(Word::EndOnly)));
        assert!(matches!(parse("en:"), Some(Err(_))));
        for remark in
            ["lang: zh-TW", "lang: fr", "fr: Expérience", "TODO: en", "note: a", "english: a", "tags: en"]
        {
            assert_eq!(parse(remark), None, "{remark}");
        }
        for (comment, tag) in [
            ("fr: a", Some("fr")),
            ("lang: fr", Some("fr")),
            ("lang: xyz", Some("xyz")),
            ("NB: a", None),
            ("en: a", None),
        ] {
            assert_eq!(stranger(comment, &known).as_deref(), tag, "{comment}");
        }
    }

    #[test]
    fn the_nearest_words_are_taken() {
        let translations = vec![("en".to_owned(), "a".to_owned()), ("en/gb".to_owned(), "b".to_owned())];
        let speech = Speech { translations, ..Speech::default() };
        assert_eq!(speech.words("en/gb"), Some("b"));
        assert_eq!((speech.words("en"), speech.words("en/us")), (Some("a"), Some("a")));
        assert_eq!(speech.words("zh/hans"), None);
    }
}
