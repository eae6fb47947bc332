//! Names that are the same in any language: `Kafka`, `C++`.

use crate::source::chars::is_wide;

/// A word with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    pub text: &'a str,
    pub start: usize,
}

/// Returns whether a text is in wide letters, among which each Latin word is a name.
pub fn is_wide_text(text: &str) -> bool {
    let wide = text.chars().filter(|c| is_wide(*c)).count();
    let narrow = text.chars().filter(char::is_ascii_alphabetic).count();
    wide * 3 > narrow
}

/// Returns the Latin words of a text that are names: each of them among wide letters, else those not written like a
/// common word (`GitHub`, `K8s`).
pub fn proper(text: &str) -> Vec<Word<'_>> {
    let wide = is_wide_text(text);
    let in_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '.' | '-' | '\'');
    let mut words = Vec::new();
    let mut at = 0;
    for part in text.split(|c: char| !in_word(c)) {
        let offset = part.as_ptr() as usize - text.as_ptr() as usize;
        let bare = part.trim_matches(['.', '-', '\'', '+', '#']);
        at = offset.max(at);
        let end = part.trim_end_matches(['.', '-', '\'']);
        let lead = end.len() - end.trim_start_matches(['.', '-', '\'', '+', '#']).len();
        let word = &end[lead..];
        let letters = bare.bytes().filter(u8::is_ascii_alphabetic).count();
        let inner = bare.bytes().skip(1).any(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        // `B.Sc.` among narrow letters is an abbreviation.
        let inner = inner && !bare.contains('.');
        let url = text[at..].starts_with("http") || word.contains("://");
        let signed = letters == 1 && (word.ends_with('+') || word.ends_with('#'));
        if (letters >= 2 || signed)
            && bare.starts_with(|c: char| c.is_ascii_alphabetic())
            && (wide || inner)
            && !url
        {
            words.push(Word { text: word, start: at + lead });
        }
    }
    words
}

/// Returns whether a text has a word, whatever its case and ending.
pub fn has(text: &str, word: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| !matches!(c, '-' | ' ' | '.')).flat_map(char::to_lowercase).collect()
    };
    plain(text).contains(&plain(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_among_wide_letters_are_all_latin_words() {
        let of = |text| proper(text).iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        assert_eq!(of("用 Kafka 与 Rust 重写，C++、Node.js、K8s。"), "Kafka Rust C++ Node.js K8s");
        assert_eq!(of("Rewrote the service in Rust with GitHub Actions on K8s"), "GitHub K8s");
        assert_eq!(of("见 A、B"), "");
        assert!(has("two APIs on node-js", "Node.js") && has("two APIs", "API") && !has("Go", "Rust"));
    }
}
