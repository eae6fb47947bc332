//! Titles that greet: `你好，我是张三！`, `Hi, I'm Alex Sample`, `Bonjour, je suis Alex !`.

use std::ops::Range;

use crate::model::kinds::SectionKind;
use crate::model::words;

/// Words right before the name.
const BEFORE: [&str; 32] = [
    "我是",
    "我叫",
    "私は",
    "저는 ",
    "제 이름은 ",
    "i'm ",
    "i’m ",
    "i am ",
    "this is ",
    "my name is ",
    "ich bin ",
    "ich heiße ",
    "mein name ist ",
    "je suis ",
    "je m'appelle ",
    "je m’appelle ",
    "soy ",
    "me llamo ",
    "mi nombre es ",
    "eu sou ",
    "sou ",
    "meu nome é ",
    "sono ",
    "mi chiamo ",
    "меня зовут ",
    "я — ",
    "я - ",
    "я ",
    "jestem ",
    "nazywam się ",
    "ik ben ",
    "jag heter ",
];
/// Words right after it.
const BEHIND: [&str; 8] = ["입니다", "이에요", "예요", "です", "と申します", "といいます", "and i", "—"];
/// Words at the beginning.
const GREETINGS: [&str; 24] = [
    "hi",
    "hello",
    "hey",
    "welcome",
    "你好",
    "您好",
    "大家好",
    "hallo",
    "moin",
    "servus",
    "bonjour",
    "salut",
    "hola",
    "olá",
    "oi",
    "ciao",
    "salve",
    "привет",
    "здравствуйте",
    "cześć",
    "안녕하세요",
    "こんにちは",
    "はじめまして",
    "hej",
];
/// The longest title that greets, in characters.
const LONGEST: usize = 60;

/// Returns where the name is in a title that greets, or that says it is about someone.
pub(super) fn name_in(title: &str) -> Option<Range<usize>> {
    if title.chars().count() > LONGEST {
        return None;
    }
    if let Some(name) = about(title) {
        return Some(name);
    }
    let lower = title.to_lowercase();
    // Some letters have another length in lower case: nothing is found then.
    if lower.len() != title.len() {
        return None;
    }
    let opens = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let greets = GREETINGS.iter().any(|word| opens.strip_prefix(word).is_some_and(ends_word));
    let at = BEFORE.iter().find_map(|word| {
        let at = lower.find(word)?;
        let begins = lower[..at].chars().next_back().is_none_or(|c| !c.is_alphabetic() || !c.is_lowercase());
        begins.then_some(at + word.len())
    });
    let start = match at {
        Some(at) => at,
        // `안녕하세요. 개발자 홍길동입니다.`
        None if greets && BEHIND.iter().any(|word| lower.contains(word)) => title.rfind(' ')? + 1,
        None => return None,
    };
    let rest = &title[start..];
    let behind = BEHIND.iter().filter_map(|word| lower[start..].find(word)).min().unwrap_or(rest.len());
    let closes = |c: char| !c.is_alphanumeric() && !matches!(c, ')' | '）');
    let name = rest[..behind].trim_end_matches(closes);
    let lead = name.len() - name.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let range = start + lead..start + name.len();
    let name = &title[range.clone()];
    let bare = name.split(['(', '（']).next().unwrap_or_default().trim();
    let person = words::is_person(name) || words::is_person(bare);
    (person || (greets && words::may_be_person(bare, 1) && !bare.is_empty())).then_some(range)
}

/// Returns where the name is beside the words of a summary: `About me – Alex Sample`, `关于我：张三`, `Alex Sample | Über mich`.
fn about(title: &str) -> Option<Range<usize>> {
    const MARKS: [char; 9] = ['-', '–', '—', '－', ':', '：', '|', '｜', '·'];
    let summary = |text: &str| {
        let text = text.trim();
        SectionKind::is_exact_title(text)
            && matches!(
                SectionKind::of_title(text).as_slice(),
                [SectionKind::Summary | SectionKind::Personal]
            )
    };
    let range = |part: &str| {
        let part = part.trim();
        let start = part.as_ptr() as usize - title.as_ptr() as usize;
        start..start + part.len()
    };
    let person = |text: &str| words::is_person(text.trim());
    let before = title.split_once(MARKS).filter(|(left, name)| summary(left) && person(name));
    let behind = || title.rsplit_once(MARKS).filter(|(name, right)| summary(right) && person(name));
    before.map(|(_, name)| range(name)).or_else(|| behind().map(|(name, _)| range(name)))
}

/// Returns whether a title has the words of a summary and the name of a person beside them.
pub(in crate::model) fn is_about_person(title: &str) -> bool {
    title.chars().count() <= LONGEST && about(title).is_some()
}

/// Returns whether a title greets and says the name.
pub(in crate::model) fn greets_by_name(title: &str) -> bool {
    let opens = title.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let greets = || GREETINGS.iter().any(|word| opens.strip_prefix(word).is_some_and(ends_word));
    about(title).is_some() || greets() && name_in(title).is_some()
}

/// Returns whether a word ends here.
fn ends_word(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !c.is_alphabetic() || crate::source::chars::is_wide(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_greets_says_the_name() {
        for (title, name) in [
            ("你好，我是张三！", "张三"),
            ("Hi, I'm Alex Sample", "Alex Sample"),
            ("Hello, I am Alex (sample)", "Alex (sample)"),
            ("Bonjour, je suis Camille !", "Camille"),
            ("Привет, я Иван (primer)", "Иван (primer)"),
            ("안녕하세요. 개발자 홍길동입니다.", "홍길동"),
            ("Mein Name ist Erika Beispiel.", "Erika Beispiel"),
            ("こんにちは、私は山田太郎です", "山田太郎"),
            ("O mnie - Jan Przykładowy", "Jan Przykładowy"),
            ("Sobre mim – Rui Amostra", "Rui Amostra"),
            ("Über mich: Anna Muster", "Anna Muster"),
            ("关于我：张三", "张三"),
            ("Alex Sample | About me", "Alex Sample"),
            ("Обо мне — Иван Примеров", "Иван Примеров"),
        ] {
            assert_eq!(name_in(title).map(|range| &title[range]), Some(name), "{title}");
        }
        for title in
            ["Who I am", "我是谁", "Hi, I am a designer", "This is my work", "История", "About me", ""]
        {
            assert_eq!(name_in(title), None, "{title}");
        }
    }
}
