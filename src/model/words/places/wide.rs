//! Places in Han, kana and hangul.

use super::{is_remote, latin, parts};
use crate::model::kinds::{WordSet, fold, word_set};
use crate::model::words::tables::places;
use crate::source::chars::{is_hangul, is_wide};

/// The longest part of an address, in characters.
const LONGEST: usize = 24;

/// Returns whether a text with wide letters is a place: each of its parts is one, the first by itself.
pub(super) fn is_place(text: &str) -> bool {
    if text.contains(is_hangul) {
        return is_korean(text);
    }
    let text = postal_code(text);
    let mut all = parts(text)
        .flat_map(|part| part.split(['-', ' ', '\u{3000}', ',', '，']))
        .filter(|part| !part.is_empty());
    let Some(first) = all.next() else { return false };
    let dotted = text.contains(['·', '•']);
    stands_alone(first) && all.all(|part| stands_alone(part) || goes_on(part, dotted))
}

/// `〒100-0001 東京都`
fn postal_code(text: &str) -> &str {
    text.strip_prefix('〒').map_or(text, |rest| rest.trim_start_matches(|c: char| !is_wide(c)))
}

fn stands_alone(part: &str) -> bool {
    if part.chars().count() > LONGEST {
        return false;
    }
    if !part.contains(is_wide) {
        return latin::is_place(part);
    }
    let part = fold(part);
    is_remote(&part) || is_chinese(&part) || is_district(&part, true) || is_japanese(&part)
}

/// Returns whether a part may follow a place: 北京 海淀, 北京·中关村.
fn goes_on(part: &str, dotted: bool) -> bool {
    let folded = fold(part);
    is_district(&folded, false) || is_area(&folded) || (dotted && folded.chars().count() <= 3)
}

/// 北京, 北京市, 浙江省杭州市, 北京市海淀区, 深圳南山.
fn is_chinese(part: &str) -> bool {
    static NAMES: WordSet = word_set!(places::HAN);
    const UNITS: [&str; 9] =
        ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "地区", "省", "市"];
    let mut rest = part;
    let mut any = false;
    while let Some(name) = NAMES.at_start(rest) {
        any = true;
        rest = &rest[name.len()..];
        rest = UNITS.iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest);
    }
    any && (rest.is_empty() || is_district(rest, false) || is_area(rest))
}

/// 海淀, 海淀区; `alone`: only with 区, without a city before it.
fn is_district(part: &str, alone: bool) -> bool {
    static NAMES: WordSet = word_set!(places::DISTRICTS);
    let bare = part.strip_suffix("新区").or_else(|| part.strip_suffix('区'));
    bare.is_some_and(|bare| NAMES.has(bare)) || (!alone && NAMES.has(part))
}

/// 某某区, 某某县: a part of a city that the table lacks.
fn is_area(part: &str) -> bool {
    let short = (2..=5).contains(&part.chars().count());
    let inside = ["社区", "园区", "小区", "专区"].iter().any(|word| part.ends_with(word));
    short && !inside && part.ends_with(['区', '县', '旗', '镇', '市'])
}

/// 东京, 东京都涩谷区, 大阪府大阪市北区1-2-3; folded.
fn is_japanese(part: &str) -> bool {
    static NAMES: WordSet = word_set!(places::PREFECTURES);
    if NAMES.has(part) {
        return true;
    }
    let prefecture = NAMES.at_start(part).map(|name| part.split_at(name.len()));
    prefecture.is_some_and(|(name, rest)| {
        let address = rest.trim_end_matches(|c: char| c.is_ascii_digit() || "丁目番地号の-".contains(c));
        let full = name.ends_with(['都', '道', '府', '县']);
        full && address.ends_with(['市', '区', '町', '村', '郡'])
    })
}

/// 서울, 서울특별시 강남구, 경기도 성남시 분당구.
fn is_korean(text: &str) -> bool {
    static NAMES: WordSet = word_set!(places::HANGUL);
    let mut words = parts(text).flat_map(str::split_whitespace);
    let known = |word: &str| NAMES.has(word) || is_remote(word);
    let Some(first) = words.next() else { return false };
    let unit = |word: &str| {
        word.ends_with(['시', '구', '군', '동', '읍', '면', '로', '길']) && word.chars().count() <= 6
    };
    known(first) && words.all(|word| known(word) || unit(word))
}
