//! Places in scripts with capitals.

use super::is_remote;
use crate::model::kinds::{WordSet, fold, word_set};
use crate::model::words::{jobs, tables::common, tables::world, tokens};

/// The largest number of words in a town's name.
const MOST_WORDS: usize = 4;

/// Returns whether a text without wide letters is one place.
pub(super) fn is_place(text: &str) -> bool {
    if is_remote(text) {
        return true;
    }
    if !text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return false;
    }
    is_city(text)
        || is_country(text)
        || with_code_before(text)
        || brazilian(text)
        || with_region(text)
        || with_state(text)
}

fn is_city(text: &str) -> bool {
    static NAMES: WordSet = word_set!(world::CITIES);
    NAMES.has(&fold(text))
}

fn is_country(text: &str) -> bool {
    static NAMES: WordSet = word_set!(world::COUNTRIES);
    NAMES.has(&fold(text))
}

/// `12345 Berlin`, `D-10115 Berlin`, `8000 Zürich`.
fn with_code_before(text: &str) -> bool {
    let Some((code, town)) = text.split_once(' ') else { return false };
    let digits = code.rsplit('-').next().unwrap_or(code);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let known = || is_city(town);
    match digits.len() {
        // 2019 Berlin is a year.
        4 => known() && !digits.starts_with("19") && !digits.starts_with("20"),
        5 => known(),
        _ => false,
    }
}

/// `12345 Musterstadt`, after a street.
fn is_postal(text: &str) -> bool {
    let Some((code, town)) = text.split_once(' ') else { return false };
    code.bytes().any(|b| b.is_ascii_digit()) && code.len() <= 8 && is_town_like(town)
}

/// `Boston MA`: without the comma the town has to be known, since `Physics MA` is a degree.
fn with_state(text: &str) -> bool {
    let Some((town, state)) = text.rsplit_once(' ') else { return false };
    state.len() == 2 && state.bytes().all(|b| b.is_ascii_uppercase()) && is_code(state) && is_city(town)
}

/// `Campinas - SP`, `Campinas/SP`, `Campinas, SP`.
fn brazilian(text: &str) -> bool {
    let Some((town, state)) = text.rsplit_once([',', '-', '/', '–']) else { return false };
    let state = state.trim();
    world::BRAZIL.split(' ').any(|code| code == state) && is_town_like(town.trim())
}

/// `Austin, TX`, `Testville, TX 70000`, `Berlin, Germany`, `Sample St. 1, 12345 Testville`.
fn with_region(text: &str) -> bool {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let [first, middle @ .., last] = parts.as_slice() else { return false };
    let known = is_remote(first) || is_town_like(first);
    let street = is_street(first);
    let end = is_country(last) || is_code(last) || (street && (is_postal(last) || is_city(last)));
    parts.len() <= 4
        && (known || street)
        && end
        && middle
            .iter()
            .all(|part| is_town_like(part) || is_country(part) || is_code(part) || is_postal(part))
}

/// `TX`, `TX 70000`, `CA 94105-1234`.
fn is_code(text: &str) -> bool {
    static CODES: WordSet = word_set!(world::CODES);
    let (code, zip) = text.split_once(' ').unwrap_or((text, ""));
    // `Fl 33460`: before a ZIP code the state may be in lower case.
    let small = || zip.len() == 5 && CODES.has(&code.to_ascii_uppercase());
    let known = CODES.has(code) || is_country(code) || code.len() == 2 && small();
    known
        && zip.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b' ' || b.is_ascii_uppercase())
        && (zip.is_empty() || zip.bytes().any(|b| b.is_ascii_digit()))
}

/// Returns whether a text could be a town: few words with capitals, none of them a common word.
fn is_town_like(text: &str) -> bool {
    static WORDS: WordSet = word_set!(common::NOT_NAMES);
    if is_city(text) {
        return true;
    }
    let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '’' | '-'));
    let words = text.split_whitespace().count();
    let small = |word: &str| {
        matches!(word, "am" | "an" | "der" | "de" | "do" | "da" | "la" | "di" | "sur" | "on" | "upon" | "del")
    };
    let capitals = text.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || small(word));
    // `C, Go` are languages, and `QA` is a trade.
    let shouted = text.chars().count() < 3;
    let other =
        tokens(text).map(fold).any(|word| (WORDS.has(&word) && word != "new") || jobs::is_job_word(&word));
    text.starts_with(char::is_uppercase) && letters && capitals && !shouted && !other && words <= MOST_WORDS
}

/// `Musterstraße 1`, `12 Sample Street`, `Rua Exemplo, 5`.
fn is_street(text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "str", "strasse", "street", "st", "road", "rd", "avenue", "ave", "av", "drive", "dr", "lane", "way",
        "blvd", "weg", "platz", "allee", "gasse", "rue", "calle", "rua", "via", "ul", "ул",
    ];
    const ENDS: [&str; 5] = ["strasse", "str", "weg", "platz", "gasse"];
    let number = text.chars().any(|c| c.is_ascii_digit());
    let named = tokens(text).map(fold).any(|word| {
        WORDS.contains(&word.as_str())
            || ENDS.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
    });
    number && named
}
