//! Names of languages, as the links to the same text in another one have them.

/// The longest line that leads to other languages, in characters.
const LONGEST: usize = 60;

const NAMES: &str = "
    en eng english de deutsch german fr fra français francais french es español espanol spanish pt português portugues
    portuguese br it italiano italian pl polski polish ru rus русский russian английский ua українська ukrainian
    ja jp 日本語 japanese ko kr 한국어 korean zh cn 中文 汉语 漢語 英文 英语 英語 chinese 简体中文 簡體中文 繁體中文 繁体中文
    简体 繁體 中文版 英文版 日文版 nl nederlands dutch tr türkçe turkish vi sv svenska";
/// Words that lead to one.
const LEADING: &str = "
    version versión versão versione wersja версия language languages lang sprache langue idioma język язык 语言 語言
    言語 언어 read view in switch to this also available 切换";
/// Scripts and countries behind a code: `zh-Hans`, `en_US`.
const PARTS: &str = "hans hant us gb tw hk";

/// Returns whether a line has only names of languages, and words that lead to them: `🌐 EN | RU`, `English Version`.
pub(in crate::model) fn leads_to_languages(text: &str) -> bool {
    let listed = |words: &str, word: &str| words.split_whitespace().any(|known| known == word);
    let lower = text.trim().to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    lower.chars().count() <= LONGEST
        && words().any(|word| listed(NAMES, word))
        && words().all(|word| [NAMES, LEADING, PARTS].iter().any(|words| listed(words, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_lead_to_other_languages() {
        for text in [
            "EN",
            "🌐 EN | RU",
            "English Version",
            "[中文] / English",
            "Deutsch · Français",
            "zh-Hans | en-US",
        ] {
            assert!(leads_to_languages(text), "{text}");
        }
        for text in ["", "English teacher", "Languages:", "Read more", "Alex Sample", "1990"] {
            assert!(!leads_to_languages(text), "{text}");
        }
    }
}
