//! Names of persons.

mod cased;
mod wide;

use super::{is_company, is_degree, is_job, is_place, is_school, tables, tokens};
use crate::model::kinds::{SectionKind, WordSet, fold, word_set};
use crate::source::chars::{is_han, is_wide};

/// The longest name, in characters, including the gloss in brackets.
const LONGEST: usize = 60;
/// The longest gloss, in characters.
const LONGEST_GLOSS: usize = 30;

/// Returns whether a text has the shape of a person's name and is nothing else known: 张三, 张 三, 张三（男）,
/// 王小明 Xiaoming Wang, `Alex van Sample, PhD`, ИВАН ПРИМЕРОВ, 山田 太郎（やまだ たろう）, 홍길동.
pub(in crate::model) fn is_person(text: &str) -> bool {
    let text = without_handle(text.trim());
    if text.is_empty()
        || text.chars().count() > LONGEST
        || text.contains(['：', ':', '。', '，', '@', '|', '_'])
    {
        return false;
    }
    let Some((name, gloss)) = without_gloss(text) else { return is_name(text) };
    // 张三（某项目） is no person, and neither is `Ruby Silver（取得予定）`.
    let another = match (name.contains(is_wide), gloss.contains(is_wide)) {
        (true, _) => wide::holds_common_word(gloss) || is_company(gloss),
        (false, true) => gloss.chars().count() > 2 && !wide::is_name(gloss),
        (false, false) => false,
    };
    let numbered = gloss.contains(|c: char| c.is_ascii_digit()) && !name.contains(is_wide);
    gloss.chars().count() <= LONGEST_GLOSS && !numbered && !another && is_name(name)
}

/// Returns whether a text that is surely a name may be that of a person, though not a known one:
/// at least `least` wide letters or words, and neither job, company, school nor place.
pub(in crate::model) fn may_be_person(text: &str, least: usize) -> bool {
    let text = text.trim();
    let small = |c: char| matches!(c, ' ' | '\u{3000}' | '.' | '\'' | '’' | '-' | '·' | '・');
    if text.is_empty() || !text.chars().all(|c| c.is_alphabetic() || small(c)) || is_another_thing(text) {
        return false;
    }
    if text.contains(is_wide) {
        let letters = text.chars().filter(|c| is_wide(*c)).count();
        // 個人での受託: words joined by particles are no name.
        let joined = text.contains(is_han) && text.contains(['の', 'を', 'で', 'に', 'は']);
        return !joined
            && (least..=6).contains(&letters)
            && text.chars().all(|c| is_wide(c) || small(c))
            && !wide::holds_common_word(text);
    }
    let words = text.split_whitespace().count();
    (least..=4).contains(&words) && cased::has_capitals(text) && !cased::holds_common_word(text)
}

/// Takes the handle in brackets off a name: `Alex Sample (@asample)`, also where the brackets are of two widths.
fn without_handle(text: &str) -> &str {
    let handle = text.strip_suffix([')', '）']).and_then(|inner| {
        let at = inner.rfind(['(', '（'])?;
        let word = inner[at..].trim_start_matches(['(', '（']).trim().strip_prefix('@')?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        (!word.is_empty() && word.chars().all(plain)).then(|| inner[..at].trim_end())
    });
    handle.unwrap_or(text)
}

/// Splits 张三（男） into name and gloss.
fn without_gloss(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix([')', '）', ']', '】'])?;
    let open = inner.find(['(', '（', '[', '【']).filter(|at| *at > 0)?;
    let gloss = inner[open..].trim_start_matches(['(', '（', '[', '【']);
    (!gloss.contains(['(', '（'])).then(|| (text[..open].trim_end(), gloss))
}

fn is_name(text: &str) -> bool {
    if !text.contains(is_wide) {
        return cased::is_name(text) && !is_another_thing(cased::without_honours(text));
    }
    if text.chars().all(|c| is_wide(c) || c.is_whitespace() || matches!(c, '·' | '・' | '•')) {
        return wide::is_name(text) && !is_another_thing(text);
    }
    in_two_scripts(text)
}

/// 王小明 Xiaoming Wang, `Sam Wang 王小明`, 张三 Sam.
fn in_two_scripts(text: &str) -> bool {
    let first_wide = text.starts_with(is_wide);
    let Some(turn) = text.char_indices().find(|(_, c)| c.is_alphabetic() && is_wide(*c) != first_wide) else {
        return false;
    };
    let (left, right) = text.split_at(turn.0);
    let (wide, cased) = if first_wide { (left, right) } else { (right, left) };
    let cased = cased.trim().trim_matches(['/', '-', '·', ',']).trim();
    let one = cased.split_whitespace().count() == 1
        && cased::has_capitals(cased)
        && !cased::holds_common_word(cased);
    !cased.contains(is_wide) && wide::is_name(wide.trim()) && (one || cased::is_name(cased))
}

/// Returns whether a text is something else known: a title, a job, a company, a school, a place.
fn is_another_thing(text: &str) -> bool {
    SectionKind::of_title(text) != [SectionKind::Other]
        || is_job(text) && !cased::is_trade_and_name(text)
        || is_company(text)
        || is_school(text)
        || is_place(text)
        || is_degree(text)
}

#[cfg(test)]
mod tests;
