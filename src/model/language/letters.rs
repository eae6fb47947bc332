//! The scripts of a text, and the languages that its ideographs indicate.

use crate::source::chars::{is_han, is_hangul, is_kana};

/// The number of letters of each script in a text.
#[derive(Default)]
pub(super) struct Letters {
    pub latin: usize,
    pub cyrillic: usize,
    han: usize,
    kana: usize,
    hangul: usize,
    simplified: usize,
    traditional: usize,
    /// Ideographs that only Chinese has.
    chinese: usize,
    /// Ideographs that only Japanese has.
    japanese: usize,
}

/// Frequent characters that only traditional Chinese has.
const TRADITIONAL: &[char] = &[
    '來', '個', '們', '問', '國', '團', '學', '實', '專', '對', '從', '應', '時', '會', '業', '機', '歷',
    '為', '當', '發', '種', '經', '網', '與', '計', '訊', '設', '話', '語', '說', '課', '請', '負', '責',
    '資', '質', '購', '車', '輸', '這', '進', '運', '過', '達', '選', '還', '邊', '長', '門', '開', '間',
    '關', '隊', '階', '際', '難', '電', '項', '題', '類', '顯', '點',
];
/// Frequent characters that only simplified Chinese has.
const SIMPLIFIED: &[char] = &[
    '与', '专', '业', '个', '为', '从', '们', '会', '关', '历', '发', '团', '国', '学', '实', '对', '应',
    '开', '当', '时', '显', '机', '来', '点', '电', '种', '类', '经', '网', '计', '讯', '设', '话', '语',
    '说', '请', '课', '负', '责', '质', '购', '资', '车', '输', '边', '达', '过', '运', '还', '这', '进',
    '选', '长', '门', '问', '间', '队', '阶', '际', '难', '项', '题',
];
/// Those of both tables that Japanese does not write: it has 国, 会 and 時, 問 too.
const CHINESE: &[char] = &[
    '专', '业', '为', '们', '來', '們', '关', '历', '发', '团', '國', '團', '學', '实', '實', '对', '專',
    '對', '应', '开', '從', '應', '时', '显', '會', '歷', '电', '當', '發', '种', '类', '經', '经', '與',
    '說', '计', '讯', '设', '话', '语', '说', '请', '课', '负', '责', '质', '购', '资', '车', '输', '边',
    '达', '过', '运', '还', '这', '进', '选', '這', '邊', '长', '關', '门', '问', '间', '队', '阶', '际',
    '难', '顯', '项', '题', '點',
];
/// Frequent characters that only Japanese has.
const JAPANESE: &[char] = &[
    '両', '価', '処', '剣', '労', '効', '単', '収', '営', '囲', '図', '圏', '圧', '増', '変', '奨', '実',
    '対', '専', '帯', '帰', '広', '応', '悪', '戦', '戻', '択', '拠', '拡', '挙', '捜', '摂', '撃', '検',
    '楽', '様', '権', '歩', '歴', '気', '沢', '済', '渋', '満', '産', '発', '県', '経', '絵', '続', '総',
    '緑', '縦', '聴', '脳', '舎', '蔵', '薬', '覚', '覧', '観', '訳', '説', '読', '転', '軽', '辺', '郷',
    '釈', '鉄', '録', '関', '閲', '険', '隠', '雑', '頼', '顔', '顕', '駅', '駆', '験', '黒', '齢',
];

/// The tables contain only ideographs of the first block, 4E00 to 9FFF.
const FIRST: u32 = 0x4E00;

/// The tables that contain each of them, as bits.
static IN_TABLES: [u8; 0x5200] = {
    let tables = [TRADITIONAL, SIMPLIFIED, CHINESE, JAPANESE];
    let mut all = [0; 0x5200];
    let (mut nth, mut at) = (0, 0);
    while nth < tables.len() {
        if at == tables[nth].len() {
            (nth, at) = (nth + 1, 0);
            continue;
        }
        all[(tables[nth][at] as u32 - FIRST) as usize] |= 1 << nth;
        at += 1;
    }
    all
};

impl Letters {
    pub fn add(&mut self, c: char) {
        if c.is_ascii() {
            self.latin += usize::from(c.is_ascii_alphabetic());
        } else if is_kana(c) {
            self.kana += 1;
        } else if is_hangul(c) {
            self.hangul += 1;
        } else if is_han(c) {
            self.add_han(c);
        } else if ('\u{400}'..='\u{52F}').contains(&c) {
            self.cyrillic += 1;
        } else if c.is_alphabetic() {
            self.latin += 1;
        }
    }

    fn add_han(&mut self, c: char) {
        self.han += 1;
        // A few hundred characters suffice to distinguish the languages.
        if self.han > 5_000 {
            return;
        }
        let tables = u32::from(c).checked_sub(FIRST).and_then(|at| IN_TABLES.get(at as usize));
        let is_in = |nth: usize| tables.map_or(0, |tables| usize::from(tables >> nth & 1));
        self.traditional += is_in(0);
        self.simplified += is_in(1);
        self.chinese += is_in(2);
        self.japanese += is_in(3);
    }

    /// Returns the number of letters as wide as an ideograph.
    pub fn wide(&self) -> usize {
        self.han + self.kana + self.hangul
    }

    /// Returns the language of a text in wide letters.
    pub fn language(&self) -> &'static str {
        if self.hangul * 3 > self.wide() {
            "ko"
        } else if self.is_japanese() {
            "ja"
        } else if self.traditional > self.simplified {
            "zh-Hant"
        } else {
            "zh-Hans"
        }
    }

    /// One Japanese line does not outweigh the characters of a Chinese text that Japanese lacks, and a list
    /// of terms in kanji, with little kana between them, is Japanese by the characters that only it has.
    fn is_japanese(&self) -> bool {
        let own = self.kana + 2 * self.japanese;
        own > 2 * self.chinese && (own * 8 > self.wide() || (own * 20 > self.wide() && self.chinese == 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        for table in [TRADITIONAL, SIMPLIFIED, CHINESE, JAPANESE] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
