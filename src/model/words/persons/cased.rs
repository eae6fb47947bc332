//! Names in scripts with capitals.

use super::{WordSet, fold, tables::common, tokens, word_set};
use crate::model::words::jobs;

/// The largest number of words in a name, particles and initials included.
const MOST_WORDS: usize = 5;

/// Returns whether a text in these scripts has the shape of a name: at least two words with capitals.
pub(super) fn is_name(text: &str) -> bool {
    let text = without_honours(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let full = words.iter().filter(|word| is_full(word)).count();
    let initials = words.iter().filter(|word| is_initial(word) && word.contains('.')).count();
    (2..=MOST_WORDS).contains(&words.len())
        && (full >= 2 || (full == 1 && initials + 1 == words.len()))
        && words.iter().all(|word| is_full(word) || is_initial(word) || is_particle(word))
        && !is_particle(words[words.len() - 1])
        && !holds_common_word(text)
        && !are_acronyms(&words)
}

/// Returns whether each word begins with a capital, except particles.
pub(super) fn has_capitals(text: &str) -> bool {
    text.split_whitespace().all(|word| is_full(word) || is_initial(word) || is_particle(word))
}

/// Returns whether a text has a word that occurs in no name.
pub(super) fn holds_common_word(text: &str) -> bool {
    static WORDS: WordSet = word_set!(common::NOT_NAMES);
    tokens(text)
        .filter(|word| !is_particle(word))
        .map(fold)
        .any(|word| WORDS.has(&word) || (jobs::is_job_word(&word) && !TRADES.contains(&word.as_str())))
}

/// Trades that are names too.
const TRADES: [&str; 16] = [
    "cook",
    "baker",
    "koch",
    "carpenter",
    "judge",
    "gardener",
    "dean",
    "fellow",
    "coach",
    "dev",
    "guard",
    "pilot",
    "rep",
    "actor",
    "lider",
    "chef",
];

/// `Tim Cook` is no post: its only word for a trade is also a name, and not the first word.
pub(super) fn is_trade_and_name(text: &str) -> bool {
    let trades: Vec<String> = tokens(text).map(fold).filter(|word| jobs::is_job_word(word)).collect();
    trades.iter().all(|word| TRADES.contains(&word.as_str())) && is_name(text)
}

/// Returns `Dr. Alex Sample, PhD` without its titles.
pub(super) fn without_honours(text: &str) -> &str {
    const BEFORE: [&str; 14] =
        ["dr", "prof", "mr", "ms", "mrs", "mx", "herr", "frau", "dipling", "ing", "mag", "sr", "sra", "dott"];
    const BEHIND: [&str; 22] = [
        "phd", "jr", "sr", "ii", "iii", "iv", "md", "mba", "msc", "bsc", "ma", "ba", "ms", "bs", "pmp",
        "cpa", "esq", "rn", "pe", "cfa", "jd", "mph",
    ];
    let mut text = text.trim();
    while let Some((first, rest)) = text.split_once(char::is_whitespace)
        && BEFORE.contains(&fold(first).as_str())
    {
        text = rest.trim_start();
    }
    while let Some((rest, last)) =
        text.rsplit_once([' ', ',']).filter(|(rest, _)| rest.trim().contains(' ') || rest.ends_with(','))
        && BEHIND.contains(&fold(last).as_str())
    {
        text = rest.trim_end_matches([' ', ',']);
    }
    text
}

/// A word of at least two letters that begins with a capital: Sample, O'Sample, Jean-Pierre, SAMPLE.
fn is_full(word: &str) -> bool {
    let word = word.strip_prefix("d'").or_else(|| word.strip_prefix("d’")).unwrap_or(word);
    let letters =
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '\u{300}'..='\u{36F}'));
    let cased =
        word.chars().next().is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
    letters && cased && word.chars().count() >= 2
}

/// `J.`, `J.R.`, J
fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    word.chars().all(|c| c.is_uppercase() || c == '.')
        && (letters == 1 || (word.contains('.') && letters <= 3))
}

fn is_particle(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "de" | "da"
            | "do"
            | "dos"
            | "das"
            | "del"
            | "della"
            | "di"
            | "du"
            | "des"
            | "la"
            | "le"
            | "los"
            | "las"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "ten"
            | "zu"
            | "zum"
            | "zur"
            | "bin"
            | "bint"
            | "ibn"
            | "al"
            | "el"
            | "e"
            | "y"
            | "af"
            | "av"
            | "vom"
            | "vander"
            | "mc"
            | "st."
            | "ul"
            | "abu"
            | "ben"
            | "i"
    )
}

/// `AWS GCP`: capitals without a vowel, or all words of at most three letters.
fn are_acronyms(words: &[&str]) -> bool {
    let loud = |word: &&&str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    // `Power BI`: two capitals are a name only if they can be pronounced as one, `Wei LI`.
    const SHORT: &str =
        "li wu hu xu yu ma he lu fu gu su du le do vo ng ho so oh no im an yi de la al el von van";
    let short =
        |word: &&&str| word.chars().count() == 2 && !SHORT.split(' ').any(|known| known == fold(word));
    let vowel = |word: &&str| {
        fold(word).contains(['a', 'e', 'i', 'o', 'u', 'y', 'а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'і'])
    };
    let shouted: Vec<&&str> = words.iter().filter(loud).collect();
    shouted.len() == words.len() && shouted.iter().all(|word| word.chars().count() <= 3)
        || shouted.iter().any(|word| !vowel(word) || short(word))
}
