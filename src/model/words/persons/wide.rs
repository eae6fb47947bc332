//! Names in Han, kana and hangul.

use super::{WordSet, fold, tables::names, word_set};
use crate::source::chars::{is_han, is_hangul, is_kana};

/// With the commonest surnames a name may have two characters; with the others two are more likely a word.
const COMMONEST: usize = 210;

/// Returns whether a text in these scripts has the shape of a name.
pub(super) fn is_name(text: &str) -> bool {
    let letters = |is: fn(char) -> bool| text.chars().filter(|c| c.is_alphabetic()).all(is);
    if letters(is_hangul) {
        return is_korean(text);
    }
    if !letters(|c| is_han(c) || is_kana(c)) || holds_common_word(text) {
        return false;
    }
    let parts: Vec<&str> = text.split_whitespace().collect();
    match parts.as_slice() {
        [one] => is_chinese(one) || is_japanese(one) || is_with_dot(one),
        [surname, given] => is_spaced(surname, given),
        // 张 小 明
        [a, b, c] => parts.iter().all(|part| part.chars().count() == 1) && is_chinese(&format!("{a}{b}{c}")),
        _ => false,
    }
}

/// Returns whether a text has a word that occurs in no name.
pub(super) fn holds_common_word(text: &str) -> bool {
    static HANGUL: WordSet = word_set!(names::NOT_HANGUL);
    static START: WordSet = word_set!(names::NOT_HAN);
    static INSIDE: WordSet = word_set!(names::NEVER_HAN);
    let folded = fold(text);
    if text.contains(is_hangul) {
        return HANGUL.at_start(&folded).is_some();
    }
    START.at_start(&folded).is_some() || INSIDE.is_in(&folded)
}

/// 张三, 王小明, 欧阳小明.
fn is_chinese(text: &str) -> bool {
    let name: Vec<char> = fold(text).chars().collect();
    if !name.iter().copied().all(is_han) {
        return false;
    }
    let surname = names::SURNAMES.chars().position(|surname| name.first() == Some(&surname));
    let ends_badly =
        name.last().is_some_and(|last| "员师部组院系市省县区机版型端率费表性者类层岗题书".contains(*last));
    match name.len() {
        2 => surname.is_some_and(|rank| rank < COMMONEST) && !ends_badly,
        3 => (surname.is_some() || compound(&name)) && !ends_badly,
        4 => compound(&name) && !ends_badly,
        _ => false,
    }
}

fn compound(name: &[char]) -> bool {
    static SURNAMES: WordSet = word_set!(names::COMPOUND);
    SURNAMES.has(&name.iter().take(2).collect::<String>())
}

/// 山田太郎, 佐々木花子: a common surname, or an unmistakable given name.
fn is_japanese(text: &str) -> bool {
    static SURNAMES: WordSet = word_set!(names::JAPANESE);
    let folded = fold(text);
    let letters: Vec<usize> = folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
    let count = letters.len() - 1;
    if !(3..=6).contains(&count) {
        return false;
    }
    let known = [2, 3].iter().any(|len| count > *len && SURNAMES.has(&folded[..letters[*len]]));
    let given = ["太郎", "一郎", "次郎", "二郎", "三郎", "花子"].iter().any(|given| folded.ends_with(given));
    let place = folded
        .ends_with(['县', '市', '区', '町', '村', '府', '都', '駅', '店', '部', '课', '社', '所', '院']);
    !place && (known || given)
}

/// 张 三, 山田 太郎, 例示 さくら.
fn is_spaced(surname: &str, given: &str) -> bool {
    static SURNAMES: WordSet = word_set!(names::JAPANESE);
    let long = (surname.chars().count(), given.chars().count());
    let whole = format!("{surname}{given}");
    let japanese = SURNAMES.has(&fold(surname)) && (1..=4).contains(&long.1);
    match long {
        (1, 1..=2) => names::SURNAMES.contains(fold(surname).as_str()) || is_japanese(&whole),
        (2, 1..=2) if compound(&fold(surname).chars().collect::<Vec<_>>()) => true,
        (1..=4, 1..=4) => japanese || is_japanese(&whole),
        _ => false,
    }
}

/// 阿依古丽·买买提.
fn is_with_dot(text: &str) -> bool {
    let Some((left, right)) = text.split_once(['·', '•']) else { return false };
    let part = |part: &str| (2..=8).contains(&part.chars().count()) && part.chars().all(is_han);
    part(left) && part(right) && text.chars().count() >= 6
}

/// 홍길동, 홍 길동, 남궁민수.
fn is_korean(text: &str) -> bool {
    let name: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let words = text.split_whitespace().count();
    let joined: String = name.iter().collect();
    let compound = names::KOREAN_COMPOUND.split(' ').any(|surname| joined.starts_with(surname.trim()));
    let single = name.first().is_some_and(|first| names::KOREAN.contains(*first));
    let fits = match name.len() {
        3 => single || compound,
        4 => compound,
        _ => false,
    };
    fits && words <= 2 && !holds_common_word(&joined)
}
