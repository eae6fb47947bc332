//! Words beside a date that say what was then: `Graduated May 2013`, 2020.06毕业.

use std::ops::Range;

/// `Graduated May of 2013`: the word that leads a line to its date belongs to it.
pub(super) fn word_before(text: &str, start: usize) -> Option<usize> {
    const WORDS: [&str; 32] = [
        "graduated",
        "graduated in",
        "graduating",
        "graduation",
        "completed",
        "completed in",
        "completion",
        "earned",
        "awarded",
        "received",
        "obtained",
        "issued",
        "promoción",
        "graduado en",
        "egreso",
        "finalizado",
        "finalizado en",
        "concluído em",
        "conclusão",
        "obtenu",
        "obtention",
        "promotion",
        "abgeschlossen",
        "conseguito nel",
        "laureato nel",
        "laureata nel",
        "conferred",
        "class of",
        "diplômé en",
        "obtenu en",
        "abschluss",
        "titulado en",
    ];
    // `Sample University, Graduated 2006`
    let before = &text[..start];
    let part = before
        .trim_end_matches([':', ' '])
        .rfind([',', '，', '|', '｜', '•', '·', '(', '（', ';', ':'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let word = before[part..].trim().trim_end_matches(':').to_lowercase();
    let lead = before[part..].len() - before[part..].trim_start().len();
    WORDS.contains(&word.as_str()).then_some(part + lead)
}

/// `2020.06毕业`: the word belongs to the date.
pub(super) fn word_behind(text: &str, end: usize) -> Option<Range<usize>> {
    const WORDS: [&str; 22] = [
        "毕业",
        "畢業",
        "卒業",
        "入学",
        "入學",
        "在读",
        "在讀",
        "졸업",
        "입학",
        "中途退学",
        "中退",
        "退学",
        "退學",
        "肄业",
        "肄業",
        "修了",
        "在学",
        "在籍",
        "수료",
        "중퇴",
        "재학",
        "휴학",
    ];
    WORDS.iter().find(|word| text[end..].starts_with(**word)).map(|word| end..end + word.len())
}
