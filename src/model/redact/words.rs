//! Replacements for removed text, in the language of the résumé.

/// The words that replace removed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// For the name.
    pub person: &'static str,
    /// For repetitions in running text.
    pub gone: &'static str,
    /// For a school, before a letter.
    pub school: &'static str,
    /// For an employer, before a letter.
    pub employer: &'static str,
}

/// By the language; traditional Chinese by script and by region.
const WORDS: &[(&[&str], Words)] = &[
    (
        &["zh-hant", "zh-tw", "zh-hk", "zh-mo"],
        Words { person: "候選人", gone: "［已隱去］", school: "某學校", employer: "某公司" },
    ),
    (&["zh"], Words { person: "候选人", gone: "［已隐去］", school: "某学校", employer: "某公司" }),
    (&["ja"], Words { person: "応募者", gone: "［非公開］", school: "某校", employer: "某社" }),
    (&["ko"], Words { person: "지원자", gone: "[비공개]", school: "학교", employer: "회사" }),
    (&["de"], Words { person: "Bewerbung", gone: "[geschwärzt]", school: "Hochschule", employer: "Firma" }),
];

const ENGLISH: Words =
    Words { person: "Candidate", gone: "[redacted]", school: "School", employer: "Company" };

impl Words {
    /// Returns the words of a language; English ones if it has none.
    pub fn of(lang: &str) -> Words {
        let tag = lang.to_ascii_lowercase().replace('_', "-");
        let is = |known: &&str| tag == **known || tag.starts_with(&format!("{known}-"));
        WORDS.iter().find(|(tags, _)| tags.iter().any(is)).map_or(ENGLISH, |(_, words)| *words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_words() {
        for (lang, person) in [
            ("zh-Hans", "候选人"),
            ("zh-CN", "候选人"),
            ("zh-Hant-HK", "候選人"),
            ("zh_TW", "候選人"),
            ("ja", "応募者"),
            ("ko-KR", "지원자"),
            ("en-GB", "Candidate"),
            ("fr", "Candidate"),
            ("", "Candidate"),
        ] {
            assert_eq!(Words::of(lang).person, person, "{lang}");
        }
    }
}
