//! Lines that link to the résumé in another language, or to other pages of a site: `[English](README.en.md) | 中文`,
//! `[Home](/) | [Blog](/blog) | [CV](/cv)`. They are for the screen.

use super::lines::Line;
use super::{Edit, Note, NoteKind, Repairs};

/// The number of non-empty lines at the beginning that may be such a line; it may also be the last one.
const FIRST: usize = 12;
/// The longest such line, in bytes; a longer one says more.
const LONGEST: usize = 400;

/// The names of languages that résumés are written in, in lower case.
const NAMES: [&str; 64] = [
    "english",
    "en",
    "eng",
    "en-us",
    "en-gb",
    "us",
    "uk",
    "gb",
    "chinese",
    "simplified chinese",
    "traditional chinese",
    "中文",
    "简体中文",
    "繁體中文",
    "繁体中文",
    "簡體中文",
    "正體中文",
    "简体",
    "繁體",
    "繁体",
    "英文",
    "英语",
    "英語",
    "zh",
    "zh-cn",
    "zh-tw",
    "zh-hans",
    "zh-hant",
    "cn",
    "tw",
    "日本語",
    "日文",
    "japanese",
    "ja",
    "jp",
    "한국어",
    "korean",
    "ko",
    "kr",
    "deutsch",
    "german",
    "de",
    "français",
    "francais",
    "french",
    "fr",
    "español",
    "espanol",
    "spanish",
    "es",
    "português",
    "portugues",
    "portuguese",
    "pt",
    "pt-br",
    "br",
    "italiano",
    "italian",
    "it",
    "polski",
    "pl",
    "русский",
    "russian",
    "ru",
];
/// Words next to the name of a language: `English version`, `Resume in English`, 中文版, 英文简历.
const BESIDE: [&str; 46] = [
    "version",
    "versión",
    "versione",
    "versão",
    "wersja",
    "resume",
    "résumé",
    "cv",
    "curriculum",
    "vitae",
    "lebenslauf",
    "in",
    "en",
    "em",
    "auf",
    "the",
    "this",
    "read",
    "see",
    "view",
    "here",
    "click",
    "for",
    "of",
    "my",
    "available",
    "also",
    "is",
    "page",
    "lang",
    "language",
    "version:",
    "语言",
    "語言",
    "版本",
    "简历",
    "簡歷",
    "履历",
    "履歷",
    "版",
    "阅读",
    "点击",
    "查看",
    "請",
    "请",
    "点此",
];

/// Removes such lines, and notes it.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter().enumerate() {
        let text = line.text(source);
        let near = (at < FIRST || at == last) && text.len() <= LONGEST;
        if near
            && (is_switch(text) || is_menu(text) || in_markdown(text).is_some_and(|text| is_switch(&text)))
        {
            found.edits.push(Edit::text(line.range.clone(), ""));
            found.notes.push(Note { range: line.range.clone(), kind: NoteKind::Languages });
        }
    }
}

/// Returns a line that begins with an HTML link, with its links in Markdown.
fn in_markdown(text: &str) -> Option<String> {
    let mut rest = text.strip_prefix("<a ").map(|_| text)?;
    let mut out = String::new();
    while let Some((before, tag)) = rest.split_once("<a ") {
        let (attributes, behind) = tag.split_once('>')?;
        let (words, behind) = behind.split_once("</a>")?;
        let target = attributes.split_once("href=")?.1;
        let quote = target.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let target = target[1..].split_once(quote)?.0;
        out.push_str(&format!("{before}[{words}]({target})"));
        rest = behind;
    }
    out.push_str(rest);
    Some(out)
}

/// Returns whether a line is nothing but names of languages, at least one of them a link, with punctuation between
/// them.
fn is_switch(text: &str) -> bool {
    let (mut links, mut named) = (0, 0);
    let mut rest = text.trim_start_matches(['#', '>', ' ']);
    let mut words = String::new();
    while let Some(c) = rest.chars().next() {
        if c == '[' {
            let Some((inner, behind)) = rest[1..].split_once("](") else { return false };
            let Some((target, behind)) = behind.split_once(')') else { return false };
            if inner.contains(['[', ']', '!']) || !is_beside(target) || !is_language(inner, &mut named) {
                return false;
            }
            links += 1;
            rest = behind;
        } else if parts(c) {
            if !words.trim().is_empty() && !is_language(&words, &mut named) {
                return false;
            }
            words.clear();
            rest = &rest[c.len_utf8()..];
        } else {
            words.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    (words.trim().is_empty() || is_language(&words, &mut named)) && links > 0 && named > 0
}

/// Returns whether a line is nothing but three or more links to files next to the source, with punctuation between
/// them.
fn is_menu(text: &str) -> bool {
    let (mut links, mut rest) = (0, text);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || parts(c));
        if rest.is_empty() {
            return links > 2;
        }
        let Some((words, behind)) = rest.strip_prefix('[').and_then(|rest| rest.split_once("](")) else {
            return false;
        };
        let Some((target, behind)) = behind.split_once(')') else { return false };
        if words.contains(['[', ']']) || !is_beside(target) {
            return false;
        }
        links += 1;
        rest = behind;
    }
}

fn parts(c: char) -> bool {
    matches!(
        c,
        '|' | '｜'
            | '/'
            | '·'
            | '🌐'
            | '•'
            | '*'
            | '_'
            | '—'
            | '–'
            | '('
            | ')'
            | '（'
            | '）'
            | '【'
            | '】'
            | '-'
    )
}

/// Returns whether a link leads to a file next to the source, or to a site's page in another language; a page of
/// the person's own elsewhere is a contact.
fn is_beside(target: &str) -> bool {
    let target = target.trim();
    let local = !target.contains(':') && !target.starts_with("//") && !target.starts_with("www.");
    let stored = target.contains("github.com/") && target.contains("/blob/");
    local && !target.is_empty() && !target.starts_with('#') || stored
}

/// Returns whether words only name a language, and counts it.
fn is_language(words: &str, named: &mut usize) -> bool {
    let lower = words.to_lowercase();
    let plain = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if plain.is_empty() {
        return true;
    }
    if NAMES.contains(&plain) {
        *named += 1;
        return true;
    }
    // 英文简历, 中文版: nothing separates the words.
    let wide = NAMES.iter().filter(|name| !name.is_ascii()).find_map(|name| plain.strip_prefix(*name));
    if let Some(rest) = wide {
        *named += 1;
        return rest.trim().is_empty() || BESIDE.contains(&rest.trim());
    }
    let mut known = false;
    let all =
        plain.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).all(|word| {
            // `en` is a word of Spanish and French, too.
            let name = NAMES.contains(&word) && (word.len() > 2 || !word.is_ascii());
            known |= name;
            name || BESIDE.contains(&word)
        });
    *named += usize::from(known);
    all && known
}

#[cfg(test)]
mod tests {
    use super::super::Prepared;
    use super::super::tests::shown;

    #[test]
    fn switches_of_languages_are_left_out() {
        for line in [
            "[FR](fr.html) | [EN](en.html)",
            "[English](README.en.md) | 中文",
            "[简体中文](./README.md) · [English](./README_EN.md)",
            "**English** | [Deutsch](lebenslauf.md)",
            "[Resume in English](resume-en.md)",
            "[English Version](/en/cv)",
            "[英文简历](resume_en.md)",
            "> [中文版](cv.md)",
            "🌐 [日本語](ja.md) / [English](en.md)",
            "|[Home](index.md) |[Research](research.md) |[CV](cv.md) |",
            "[首页](/) · [博客](/blog/) · [关于](/about/)",
        ] {
            let source = format!("# 例\n\n{line}\n\ntext\n");
            assert_eq!(shown(&source), "# 例\n\n\n\ntext\n", "{line}");
            assert!(!Prepared::new(&source).notes.is_empty());
        }
    }

    #[test]
    fn other_lines_are_none() {
        for line in [
            "[FR](https://example.com/fr) | [EN](https://example.com/en)",
            "English | 中文",
            "- Languages: [English](certificate.pdf)",
            "[Portfolio](work.md) | [English](en.md)",
            "[Blog](blog.md)",
            "[Home](/) | [Blog](/blog) | [GitHub](https://github.com/example)",
            "English, fluent",
            "[De](de)rk",
        ] {
            let source = format!("# 例\n\n{line}\n\ntext\n");
            assert_eq!(shown(&source), source, "{line}");
        }
    }
}
