//! The language of each part of a text, where it is not the document's: another voice reads it, and another face
//! shows it.

use std::ops::Range;

use crate::model::{Piece, Resume, Rich, TextMut, each_text};
use crate::source::chars::is_wide;
use crate::source::tongues::foreign;

/// Returns a résumé whose runs say their language wherever it is not the document's.
pub fn marked(resume: &Resume) -> Resume {
    let mut marked = resume.clone();
    let own = resume.meta.lang.as_str();
    each_text(&mut marked, &mut |text| {
        if let TextMut::Printed(text) = text {
            mark(text, own);
        }
    });
    marked
}

/// Gives the runs of a text their language, unless the author did, or they are code.
fn mark(text: &mut Rich, own: &str) {
    let found = stretches(&text.text(), own);
    if found.is_empty() {
        return;
    }
    let (mut out, mut at) = (Vec::new(), 0);
    for (range, lang) in found {
        out.extend(text.slice(at..range.start).0);
        let mut stretch = text.slice(range.clone());
        for piece in &mut stretch.0 {
            if let Piece::Run(run) = piece
                && run.lang.is_none()
                && !run.marks.code
            {
                run.lang = Some(lang.to_owned());
            }
        }
        out.extend(stretch.0);
        at = range.end;
    }
    out.extend(text.slice(at..usize::MAX).0);
    *text = Rich(out);
}

/// Returns the stretches of a text in another language than the document's, in order.
fn stretches(text: &str, own: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut out: Vec<(Range<usize>, &'static str)> = Vec::new();
    for (range, lang) in foreign(text, own) {
        match out.last_mut() {
            // Punctuation between two words belongs to both.
            Some((last, same))
                if *same == lang && !text[last.end..range.start].contains(char::is_alphanumeric) =>
            {
                last.end = range.end;
            }
            _ => out.push((range, lang)),
        }
    }
    if ["zh", "ja", "ko", "yue"].iter().any(|wide| own.split('-').next() == Some(wide)) {
        out.extend(english(text).into_iter().map(|range| (range, "en")));
        out.sort_by_key(|(range, _)| range.start);
    }
    out
}

/// Returns what is English in a text of wide letters: sentences and phrases, not single names.
fn english(text: &str) -> Vec<Range<usize>> {
    let (mut out, mut from) = (Vec::new(), 0);
    let ends = text.char_indices().filter(|(_, c)| is_wide(*c) || *c == '\n');
    for (at, after) in ends.map(|(at, c)| (at, at + c.len_utf8())).chain([(text.len(), text.len())]) {
        let part = &text[from..at];
        let start = from + part.len() - part.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let bare = text[start..at].trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?)".contains(c));
        if is_english(bare) {
            out.push(start..start + bare.len());
        }
        from = after;
    }
    out
}

/// Returns whether words are an English phrase, by the small words in it, or by an apostrophe as English has it.
fn is_english(text: &str) -> bool {
    const SURE: [&str; 11] = ["the", "of", "and", "with", "from", "for", "to", "by", "that", "this", "which"];
    const LIKELY: [&str; 20] = [
        "a", "an", "in", "on", "at", "is", "are", "was", "were", "be", "as", "it", "its", "our", "my",
        "their", "who", "not", "more", "into",
    ];
    let apostrophe = |c: char| c == '’' || c == '\'';
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic() && !apostrophe(c))
        .filter(|word| word.contains(char::is_alphabetic))
        .map(|word| word.trim_matches(apostrophe).to_lowercase())
        .collect();
    let is = |known: &[&str]| words.iter().filter(|word| known.contains(&word.as_str())).count();
    let (sure, likely) = (is(&SURE), is(&LIKELY));
    let short = ["s", "t", "re", "ve", "ll", "d", "m"];
    let owned = words.iter().any(|word| {
        word.split_once(apostrophe).is_some_and(|(before, after)| {
            word.replace('’', "").is_ascii() && (short.contains(&after) || before == "o")
        })
    });
    owned || words.len() >= 4 && sure > 0 && sure + likely >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_another_language_are_found_by_letters_and_english_by_its_small_words() {
        let told = |text: &str, own: &str| -> Vec<String> {
            stretches(text, own).into_iter().map(|(range, lang)| format!("{lang} {}", &text[range])).collect()
        };
        assert_eq!(told("Wrote 你好，世界 and テスト", "en"), ["zh 你好，世界", "ja テスト"]);
        assert_eq!(
            told("Built the company’s first churn model (AUC 0.87).", "zh-Hans"),
            ["en Built the company’s first churn model (AUC 0.87)."]
        );
        assert_eq!(
            told("论文《A Study of Small Shops and Their Customers》获奖", "zh-Hans"),
            ["en A Study of Small Shops and Their Customers"]
        );
        assert_eq!(told("为 O’Reilly 译书", "zh-Hans"), ["en O’Reilly"]);
        for names in
            ["用 Rust、Go 和 Apache Spark 写服务", "交换一学期至 Universität Neustadt", "他说“先做完再说”"]
        {
            assert_eq!(told(names, "zh-Hans"), [""; 0], "{names}");
        }
        assert_eq!(told("Built the company’s model", "en"), [""; 0]);
    }
}
