//! The words by which sections and contacts are known.

/// What a section is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it; the words for each are in the table below")]
pub enum SectionKind {
    Personal,
    Summary,
    Work,
    Education,
    Projects,
    Skills,
    Awards,
    Certificates,
    Publications,
    Volunteer,
    Languages,
    Interests,
    References,
    #[default]
    Other,
}

/// What a contact is; layouts may show an icon for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it; the words for each are in the table below")]
pub enum ContactKind {
    Phone,
    Email,
    Website,
    Github,
    Gitee,
    Gitlab,
    Linkedin,
    Juejin,
    Zhihu,
    Csdn,
    Leetcode,
    Bilibili,
    Stackoverflow,
    X,
    Telegram,
    Qiita,
    Zenn,
    Orcid,
    Scholar,
    Medium,
    Whatsapp,
    Wechat,
    Qq,
    Line,
    Kakao,
    Location,
}
