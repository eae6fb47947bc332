//! The language of a document, from its letters.

use crate::source::Source;
use crate::source::chars::{is_han, is_hangul, is_kana};
use crate::source::markdown;

/// Returns the BCP 47 tag of a document: what its front matter says, else what its letters say.
pub(super) fn of(source: &Source) -> String {
    if let Some(lang) = &source.front.lang
        && !lang.text.is_empty()
    {
        return lang.text.clone();
    }
    let mut count = Count::default();
    markdown::texts(&source.markdown.blocks, &mut |text, _| text.chars().for_each(|c| count.add(c)));
    count.language().to_owned()
}

#[derive(Default)]
struct Count {
    han: usize,
    kana: usize,
    hangul: usize,
    latin: usize,
    simplified: usize,
    traditional: usize,
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

impl Count {
    fn add(&mut self, c: char) {
        // The first pages say it all.
        if self.han + self.latin > 50_000 {
            return;
        }
        if c.is_ascii() {
            self.latin += usize::from(c.is_ascii_alphabetic());
        } else if is_kana(c) {
            self.kana += 1;
        } else if is_hangul(c) {
            self.hangul += 1;
        } else if is_han(c) {
            self.han += 1;
            // Some hundred characters tell the scripts apart.
            if self.traditional + self.simplified > 200 {
                return;
            }
            self.traditional += usize::from(TRADITIONAL.binary_search(&c).is_ok());
            self.simplified += usize::from(SIMPLIFIED.binary_search(&c).is_ok());
        }
    }

    /// An ideograph says about as much as three letters.
    fn language(&self) -> &'static str {
        let wide = self.han + self.kana + self.hangul;
        if wide == 0 || wide * 12 < self.latin {
            "en"
        } else if self.hangul * 3 > wide {
            "ko"
        } else if self.kana * 8 > wide {
            "ja"
        } else if self.traditional > self.simplified {
            "zh-Hant"
        } else {
            "zh-Hans"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(TRADITIONAL.is_sorted() && SIMPLIFIED.is_sorted());
    }

    #[test]
    fn letters_tell_the_language() {
        let of = |text: &str| {
            let mut count = Count::default();
            text.chars().for_each(|c| count.add(c));
            count.language()
        };
        assert_eq!(of("负责 Kubernetes 集群的开发"), "zh-Hans");
        assert_eq!(of("負責專案開發與維護"), "zh-Hant");
        assert_eq!(of("フロントエンドの開発を担当"), "ja");
        assert_eq!(of("백엔드 개발을 담당"), "ko");
        assert_eq!(of("Worked in Beijing (北京) for five years as a software engineer"), "en");
        assert_eq!(of(""), "en");
    }
}
