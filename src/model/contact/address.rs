//! Where a person lives, in a line of its own: a place, or a postal address.

use crate::model::words;
use crate::source::chars::is_flag;

/// Returns whether a text is a place of residence and nothing else.
pub(in crate::model) fn is_whereabouts(text: &str) -> bool {
    let flagged = |c: char| is_flag(c) || c.is_whitespace() || matches!(c, '-' | '–' | ',');
    let bare = if text.contains(is_flag) { text.trim_end_matches(flagged) } else { text };
    // 西北某大学 begins like a place.
    words::is_place(without_gloss(bare)) && !words::is_school(bare) || is_address(bare)
}

/// Returns a text without the brackets at its end: `Berlin, Germany (open to moving)`.
pub(super) fn without_gloss(text: &str) -> &str {
    let open = text.find(['(', '（']).filter(|_| text.trim_end().ends_with([')', '）']));
    text[..open.unwrap_or(text.len())].trim()
}

/// Returns whether a text is made like a postal address: figures, commas, and hardly a word in lower case.
fn is_address(text: &str) -> bool {
    const STREETS: [&str; 27] = [
        "estrada ",
        "travessa ",
        "rodovia ",
        "praça ",
        "piazza ",
        "viale ",
        "ulica ",
        "улица ",
        "ул. ",
        " st",
        " street",
        " rd",
        " road",
        " ave",
        " avenue",
        " lane",
        " blvd",
        " drive",
        "straße",
        "strasse",
        "str.",
        "rue ",
        "via ",
        "calle ",
        "ul.",
        "路",
        "号",
    ];
    // Words that are others as well: a town has to stand behind them.
    const WAYS: [&str; 14] = [
        " court",
        " close",
        " way",
        " square",
        " terrace",
        " crescent",
        " gardens",
        " parkway",
        " place",
        "allee",
        "platz ",
        "gasse ",
        "avenida ",
        "rua ",
    ];
    let figures = text.chars().any(|c| c.is_ascii_digit());
    let parts = text.split([',', '，']).count();
    let lower = text.to_lowercase();
    let street = STREETS.iter().any(|street| lower.contains(street));
    let numbered = lower.starts_with(|c: char| c.is_ascii_digit());
    // `Rua das Amostras - Bairro Novo - número 12`
    let dashed = text.split("- ").count();
    let parts =
        if street || WAYS.iter().any(|way| lower.starts_with(way)) { parts.max(dashed) } else { parts };
    let way = parts == 2 && numbered && WAYS.iter().any(|way| lower.contains(way));
    const SMALL: [&str; 20] = [
        "de", "da", "do", "das", "dos", "di", "del", "della", "du", "des", "la", "le", "van", "der", "am",
        "an", "nº", "número", "numero", "apto",
    ];
    let small = |word: &&str| word.starts_with(|c: char| c.is_lowercase()) && !SMALL.contains(word);
    let words = text.split([' ', ',']).filter(small).count();
    let short = text.chars().count() <= 90 && !text.contains(['@', ':', '：', '。']);
    let alone = street && text.chars().count() <= 40;
    short
        && figures
        && words <= 1
        && (parts >= 3 || (parts == 2 && street) || alone || way)
        && !words::is_job(text)
}
