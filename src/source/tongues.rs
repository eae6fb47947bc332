//! The stretches of a text in another language than the document's, recognised by their script.

use std::ops::Range;

use super::chars::{is_han, is_hangul, is_kana};

/// Scripts that identify a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Han,
    Kana,
    Hangul,
}

/// Returns the stretches of a text in another language, in order.
pub fn foreign(text: &str, document: &str) -> Vec<(Range<usize>, &'static str)> {
    if text.is_ascii() {
        return Vec::new();
    }
    let own = document.split('-').next().unwrap_or_default();
    let mut stretches: Vec<(Range<usize>, Script)> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(script) = script(c) else { continue };
        let end = at + c.len_utf8();
        match stretches.last_mut() {
            // Han next to kana are Japanese, unless Han are the document's own.
            Some((last, of)) if last.end == at && (*of == script || joins(*of, script, own)) => {
                last.end = end;
                *of = if *of == Script::Han { script } else { *of };
            }
            _ => stretches.push((at..end, script)),
        }
    }
    let lang = |script| match (script, own) {
        (Script::Hangul, "ko") | (Script::Kana, "ja") | (Script::Han, "zh" | "ja" | "ko" | "yue") => None,
        (Script::Hangul, _) => Some("ko"),
        (Script::Kana, _) => Some("ja"),
        (Script::Han, _) => Some("zh"),
    };
    stretches.into_iter().filter_map(|(range, script)| Some((range, lang(script)?))).collect()
}

fn joins(before: Script, script: Script, own: &str) -> bool {
    !matches!(own, "zh" | "yue" | "ko") && before != Script::Hangul && script != Script::Hangul
}

fn script(c: char) -> Option<Script> {
    if is_kana(c) {
        Some(Script::Kana)
    } else if is_han(c) {
        Some(Script::Han)
    } else if is_hangul(c) {
        Some(Script::Hangul)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, document: &str) -> Vec<String> {
        foreign(text, document).into_iter().map(|(range, lang)| format!("{lang} {}", &text[range])).collect()
    }

    #[test]
    fn scripts_tell_the_languages_of_words_among_others() {
        assert_eq!(
            told("Localised for 株式会社サンプル and 中文 readers", "en"),
            ["ja 株式会社サンプル", "zh 中文"]
        );
        assert_eq!(told("产品「マイノート」与한국어团队", "zh-Hans"), ["ja マイノート", "ko 한국어"]);
        assert_eq!(told("業務でRustを使う", "ja"), [""; 0]);
        assert_eq!(told("서울에서 漢字와 ひらがな", "ko"), ["ja ひらがな"]);
        assert_eq!(told("Größe — naïve", "de"), [""; 0]);
    }
}
