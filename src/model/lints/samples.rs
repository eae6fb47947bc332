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
    /// The same among studies.
    pub study: &'static str,
    /// For a line with dates above the first section.
    pub above: &'static str,
    /// For the title of a section that has dates.
    pub below: &'static str,
    /// For a document without sections.
    pub sections: &'static str,
}

const CHINESE: Samples = Samples {
    name: "begin the file with `# 张三`, or with an item `- 姓名：张三`",
    contact: "put one under the name: `- 邮箱：zhangsan@example.com`",
    entry: "write it as a heading: `### 公司 | 职位 | 2020.03 – 至今`",
    study: "write it as a heading: `### 学校 | 专业 | 2016.09 – 2020.06`",
    above: "put a title above it: `## 工作经历`",
    below: "write it with `### ` below a title such as `## 工作经历`",
    sections: "write titles as headings: `## 工作经历`, `## 教育经历`",
};
const JAPANESE: Samples = Samples {
    name: "begin the file with `# 山田 太郎`, or with an item `- 氏名：山田 太郎`",
    contact: "put one under the name: `- メール：taro@example.com`",
    entry: "write it as a heading: `### 会社名 | 職種 | 2020年3月 – 現在`",
    study: "write it as a heading: `### 大学名 | 学部 | 2016年4月 – 2020年3月`",
    above: "put a title above it: `## 職務経歴`",
    below: "write it with `### ` below a title such as `## 職務経歴`",
    sections: "write titles as headings: `## 職務経歴`, `## 学歴`",
};
const KOREAN: Samples = Samples {
    name: "begin the file with `# 홍길동`, or with an item `- 성명: 홍길동`",
    contact: "put one under the name: `- 이메일: hong@example.com`",
    entry: "write it as a heading: `### 회사 | 직무 | 2020.03 – 현재`",
    study: "write it as a heading: `### 학교 | 전공 | 2016.03 – 2020.02`",
    above: "put a title above it: `## 경력`",
    below: "write it with `### ` below a title such as `## 경력`",
    sections: "write titles as headings: `## 경력`, `## 학력`",
};
const LATIN: Samples = Samples {
    name: "begin the file with `# Alex Sample`, or with an item `- Name: Alex Sample`",
    contact: "put one under the name: `- Email: alex@example.com`",
    entry: "write it as a heading: `### Firm | Role | Mar 2020 – Present`",
    study: "write it as a heading: `### School | Degree | Sep 2016 – Jun 2020`",
    above: "put a title above it: `## Experience`",
    below: "write it with `### ` below a title such as `## Experience`",
    sections: "write titles as headings: `## Experience`, `## Education`",
};

/// Returns the samples for a document in a language, by its BCP 47 tag.
pub(super) fn of(lang: &str) -> Samples {
    match lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "zh" | "yue" => CHINESE,
        "ja" => JAPANESE,
        "ko" => KOREAN,
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
        assert_eq!(of("ko-KR"), KOREAN);
        for lang in ["en", "de-AT", "ru", "", "zhuang"] {
            assert_eq!(of(lang), LATIN, "{lang}");
        }
    }
}
