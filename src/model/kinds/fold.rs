//! One form for the words of the tables: lower case, no blanks, simplified characters.

use std::collections::HashMap;

/// Brings a word to the form of the tables: lower case, no blanks, simplified characters.
pub(super) fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':' | '-' | '・' | '·' | '.' | '*'))
        .flat_map(char::to_lowercase)
        .map(simplified)
        .collect()
}

/// Returns a table the other way round: what each of its words means. Of two meanings the first counts.
pub(super) fn by_word<K: Copy>(table: &[(K, &'static [&'static str])]) -> HashMap<&'static str, K> {
    let mut meanings = HashMap::new();
    for (meaning, words) in table {
        for word in *words {
            meanings.entry(*word).or_insert(*meaning);
        }
    }
    meanings
}

/// Returns the simplified form of the traditional characters that the tables need.
fn simplified(c: char) -> char {
    match SIMPLIFIED.binary_search_by_key(&c, |(from, _)| *from) {
        Ok(at) => SIMPLIFIED[at].1,
        Err(_) => c,
    }
}

/// Traditional and simplified characters, by code point.
const SIMPLIFIED: &[(char, char)] = &[
    ('個', '个'),
    ('動', '动'),
    ('務', '务'),
    ('區', '区'),
    ('單', '单'),
    ('園', '园'),
    ('學', '学'),
    ('實', '实'),
    ('專', '专'),
    ('愛', '爱'),
    ('應', '应'),
    ('於', '于'),
    ('書', '书'),
    ('會', '会'),
    ('校', '校'),
    ('業', '业'),
    ('榮', '荣'),
    ('機', '机'),
    ('歲', '岁'),
    ('歷', '历'),
    ('獎', '奖'),
    ('現', '现'),
    ('畢', '毕'),
    ('發', '发'),
    ('碼', '码'),
    ('簡', '简'),
    ('結', '结'),
    ('絡', '络'),
    ('經', '经'),
    ('綜', '综'),
    ('網', '网'),
    ('總', '总'),
    ('績', '绩'),
    ('繫', '系'),
    ('聘', '聘'),
    ('聯', '联'),
    ('職', '职'),
    ('興', '兴'),
    ('薦', '荐'),
    ('號', '号'),
    ('術', '术'),
    ('訊', '讯'),
    ('話', '话'),
    ('語', '语'),
    ('論', '论'),
    ('證', '证'),
    ('譽', '誉'),
    ('資', '资'),
    ('趣', '趣'),
    ('踐', '践'),
    ('郵', '邮'),
    ('開', '开'),
    ('關', '关'),
    ('電', '电'),
    ('頁', '页'),
    ('項', '项'),
    ('領', '领'),
    ('齡', '龄'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(SIMPLIFIED.is_sorted_by_key(|(from, _)| *from));
    }
}
