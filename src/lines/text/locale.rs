//! The meaning of a language tag to the setter.

use crate::font::Region;

/// The languages whose rules differ here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::lines) enum Locale {
    /// Simplified Chinese, and Chinese without a script.
    #[default]
    Hans,
    /// Traditional Chinese.
    Hant,
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
    /// Everything else.
    Other,
}

impl Locale {
    /// Reads a BCP 47 tag; an empty one is Simplified Chinese.
    pub fn of(tag: &str) -> Locale {
        let mut parts = tag.split(['-', '_']);
        let language = parts.next().unwrap_or("");
        let is = |part: &str, names: &[&str]| names.iter().any(|name| part.eq_ignore_ascii_case(name));
        match language {
            "" => Locale::Hans,
            zh if is(zh, &["zh"]) => {
                let hant = parts.any(|part| is(part, &["Hant", "TW", "HK", "MO"]));
                if hant { Locale::Hant } else { Locale::Hans }
            }
            ja if is(ja, &["ja"]) => Locale::Ja,
            ko if is(ko, &["ko"]) => Locale::Ko,
            _ => Locale::Other,
        }
    }

    /// Returns the region whose forms of Han a text in this language wants; `None` if any will do.
    pub fn region(self, tag: &str) -> Option<Region> {
        let hong_kong = ["hk", "mo"].iter().any(|part| tag.to_ascii_lowercase().ends_with(part));
        match self {
            Locale::Hans | Locale::Other => None,
            Locale::Hant if hong_kong => Some(Region { languages: &[b"ZHH ", b"ZHT "], code_page: 20 }),
            Locale::Hant => Some(Region { languages: &[b"ZHT "], code_page: 20 }),
            Locale::Ja => Some(Region { languages: &[b"JAN "], code_page: 17 }),
            Locale::Ko => Some(Region { languages: &[b"KOR "], code_page: 19 }),
        }
    }

    /// Returns whether it is Chinese.
    pub fn is_zh(self) -> bool {
        matches!(self, Locale::Hans | Locale::Hant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read() {
        assert_eq!(Locale::of("zh-Hans"), Locale::Hans);
        assert_eq!(Locale::of("zh"), Locale::Hans);
        assert_eq!(Locale::of("zh-Hant-TW"), Locale::Hant);
        assert_eq!(Locale::of("zh_HK"), Locale::Hant);
        assert_eq!(Locale::of("ja-JP"), Locale::Ja);
        assert_eq!(Locale::of("en-GB"), Locale::Other);
    }
}
