//! Samples in the findings, in the letters of the document: 张三 is of no use in a German one.

/// Samples of what to write, shown to the author of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Samples {
    /// For a document without a name.
    pub name: &'static str,
    /// For one without a contact.
    pub contact: &'static str,
    /// For a line with dates that became no entry.
    pub entry: &'static str,
}

const CHINESE: Samples = Samples {
    name: "begin the file with `# 张三`, or with an item `- 姓名：张三`",
    contact: "put one under the name: `- 邮箱：zhangsan@example.com`",
    entry: "write it as a heading: `### 公司 | 职位 | 2020.03 – 至今`",
};
const JAPANESE: Samples = Samples {
    name: "begin the file with `# 山田 太郎`, or with an item `- 氏名：山田 太郎`",
    contact: "put one under the name: `- メール：taro@example.com`",
    entry: "write it as a heading: `### 会社名 | 職種 | 2020年3月 – 現在`",
};
const LATIN: Samples = Samples {
    name: "begin the file with `# Alex Sample`, or with an item `- Name: Alex Sample`",
    contact: "put one under the name: `- Email: alex@example.com`",
    entry: "write it as a heading: `### Firm | Role | Mar 2020 – Present`",
};

/// Returns the samples for a document in a language, by its BCP 47 tag.
pub(super) fn of(lang: &str) -> Samples {
    match lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "zh" | "yue" => CHINESE,
        "ja" => JAPANESE,
        _ => LATIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_in_the_letters_of_the_document() {
        for lang in ["zh", "zh-Hans", "zh-TW", "ZH_hant"] {
            assert_eq!(of(lang), CHINESE, "{lang}");
        }
        assert_eq!(of("ja"), JAPANESE);
        for lang in ["en", "de-AT", "ru", "ko", "", "zhuang"] {
            assert_eq!(of(lang), LATIN, "{lang}");
        }
    }
}
