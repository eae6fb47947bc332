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

/// Frequent characters that only one of the two scripts has, in pairs: traditional, simplified.
const PAIRS: &str = "經经歷历學学業业專专開开發发時时間间國国會会個个為为與与與与這这對对來来們们從从進进過过還还長长門门問问實实應应當当種种點点電电話话機机網网團团隊队負负責责項项設设計计語语說说請请課课資资訊讯質质購购車车輸输運运達达選选邊边關关際际階阶難难題题類类顯显";

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
            if let Some(at) = PAIRS.chars().position(|known| known == c) {
                *if at % 2 == 0 { &mut self.traditional } else { &mut self.simplified } += 1;
            }
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
