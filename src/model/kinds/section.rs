//! What a section is about, from its title.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::{by_word, fold};
use crate::model::number::HandNumber;

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

impl SectionKind {
    /// Returns what a title says a section is: the kind of its first part, then the others'.
    pub fn of_title(title: &str) -> Vec<SectionKind> {
        let mut kinds: Vec<SectionKind> = Vec::new();
        let bare = bare_title(title);
        let whole = fold(&bare);
        let parts = std::iter::once(whole).chain(title_parts(&bare));
        for kind in parts.filter_map(|part| section_kind(&part)) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        if kinds.is_empty() {
            kinds.push(SectionKind::Other);
        }
        kinds
    }

    /// Tells whether a title says what the paper is, not what stands under it: 简历, Resume.
    pub(in crate::model) fn is_title_of_paper(title: &str) -> bool {
        const PAPERS: [&str; 12] = [
            "简历",
            "个人简历",
            "我的简历",
            "履历",
            "个人履历",
            "resume",
            "résumé",
            "cv",
            "curriculumvitae",
            "履歴書",
            "职务経歴书",
            "이력서",
        ];
        PAPERS.contains(&fold(&bare_title(title)).as_str())
    }

    /// Returns the kind that a directive names: `projects`.
    pub fn by_name(name: &str) -> Option<SectionKind> {
        Self::NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, kind)| *kind)
    }

    /// Returns its name: `projects`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("other", |(name, _)| name)
    }

    /// All kinds with their names.
    pub const NAMES: [(&'static str, SectionKind); 14] = [
        ("personal", SectionKind::Personal),
        ("summary", SectionKind::Summary),
        ("work", SectionKind::Work),
        ("education", SectionKind::Education),
        ("projects", SectionKind::Projects),
        ("skills", SectionKind::Skills),
        ("awards", SectionKind::Awards),
        ("certificates", SectionKind::Certificates),
        ("publications", SectionKind::Publications),
        ("volunteer", SectionKind::Volunteer),
        ("languages", SectionKind::Languages),
        ("interests", SectionKind::Interests),
        ("references", SectionKind::References),
        ("other", SectionKind::Other),
    ];
}

/// Takes a title without its number (`一、`, `1.`) and icons.
fn bare_title(title: &str) -> String {
    let title = title.trim();
    let number = HandNumber::at_start(title).map_or(0, |number| number.len);
    let title =
        title[number..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || !c.is_alphanumeric());
    title.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Cuts `工作经历及项目经验` into its titles.
fn title_parts(title: &str) -> Vec<String> {
    let parting = |c: char| {
        matches!(
            c,
            '及' | '与' | '與' | '和' | '&' | '/' | '・' | '·' | '、' | '|' | '（' | '(' | '：' | '）' | ')'
        )
    };
    let title = title.to_lowercase().replace(" and ", "&").replace(" - ", "&");
    title.split(parting).map(fold).filter(|part| !part.is_empty()).collect()
}

fn section_kind(word: &str) -> Option<SectionKind> {
    static MEANINGS: LazyLock<HashMap<&str, SectionKind>> = LazyLock::new(|| by_word(SECTIONS));
    MEANINGS.get(word).copied()
}

/// The titles, folded: Chinese, English, Japanese, Korean.
const SECTIONS: &[(SectionKind, &[&str])] = &[
    (
        SectionKind::Personal,
        &[
            "个人介绍",
            "个人信息",
            "基本信息",
            "基本资料",
            "个人资料",
            "联系方式",
            "联系信息",
            "personalinformation",
            "personalinfo",
            "personaldetails",
            "personal",
            "contact",
            "contactinformation",
            "contactinfo",
            "contacts",
            "个人情报",
            "个人情報",
            "基本情報",
            "基本情报",
            "連络先",
            "인적사항",
            "기본정보",
            "연락처",
        ],
    ),
    (
        SectionKind::Summary,
        &[
            "自我评价",
            "自我介绍",
            "个人简介",
            "个人描述",
            "个人优势",
            "个人总结",
            "关于我",
            "简介",
            "自我描述",
            "个人评价",
            "优势",
            "summary",
            "profile",
            "about",
            "aboutme",
            "professionalsummary",
            "objective",
            "overview",
            "自己pr",
            "职务要约",
            "职务要約",
            "要約",
            "자기소개",
            "요약",
            "소개",
        ],
    ),
    (
        SectionKind::Work,
        &[
            "工作经历",
            "工作经验",
            "实习经历",
            "职业经历",
            "工作",
            "实习",
            "实习经验",
            "工作履历",
            "工作实习经历",
            "从业经历",
            "任职经历",
            "experience",
            "workexperience",
            "employment",
            "workhistory",
            "employmenthistory",
            "professionalexperience",
            "work",
            "internships",
            "internship",
            "internshipexperience",
            "careerhistory",
            "职历",
            "职歴",
            "职务经历",
            "职务経歴",
            "业务経歴",
            "경력",
            "경력사항",
            "업무경험",
        ],
    ),
    (
        SectionKind::Education,
        &[
            "教育背景",
            "教育经历",
            "学历",
            "教育",
            "教育经验",
            "学习经历",
            "学历背景",
            "education",
            "educationalbackground",
            "academicbackground",
            "academics",
            "学歴",
            "학력",
            "학력사항",
        ],
    ),
    (
        SectionKind::Projects,
        &[
            "项目经历",
            "项目经验",
            "开源项目",
            "项目",
            "个人项目",
            "开源经历",
            "开源贡献",
            "开源",
            "主要项目",
            "作品",
            "科研经历",
            "projects",
            "project",
            "opensource",
            "personalprojects",
            "opensourceprojects",
            "projectexperience",
            "selectedprojects",
            "プロジェクト",
            "プロジェクト経歴",
            "제작",
            "프로젝트",
        ],
    ),
    (
        SectionKind::Skills,
        &[
            "专业技能",
            "技能",
            "技能清单",
            "技术栈",
            "个人技能",
            "技能特长",
            "技术能力",
            "技能专长",
            "职业技能",
            "专业能力",
            "技能列表",
            "技能点",
            "技术清单",
            "相关技能",
            "掌握技能",
            "专业技术",
            "技术特长",
            "skills",
            "technologies",
            "skill",
            "technicalskills",
            "techstack",
            "coreskills",
            "skillset",
            "スキル",
            "技术",
            "기술",
            "기술스택",
            "보유기술",
        ],
    ),
    (
        SectionKind::Awards,
        &[
            "获奖",
            "荣誉",
            "获奖情况",
            "获奖经历",
            "奖项",
            "荣誉奖项",
            "所获荣誉",
            "个人荣誉",
            "荣誉奖励",
            "奖励",
            "竞赛经历",
            "awards",
            "honors",
            "honours",
            "achievements",
            "受賞",
            "受賞歴",
            "수상",
            "수상경력",
        ],
    ),
    (
        SectionKind::Certificates,
        &[
            "证书",
            "资格证书",
            "技能证书",
            "认证",
            "所获证书",
            "certificates",
            "licenses",
            "certifications",
            "certification",
            "资格",
            "免許",
            "免許资格",
            "资格证",
            "자격증",
            "자격",
        ],
    ),
    (
        SectionKind::Publications,
        &[
            "论文",
            "发表",
            "专利",
            "发表论文",
            "学术论文",
            "论文发表",
            "著作",
            "publications",
            "publication",
            "patents",
            "papers",
            "talks",
            "特許",
            "논문",
            "특허",
        ],
    ),
    (
        SectionKind::Volunteer,
        &[
            "校园经历",
            "社会实践",
            "志愿",
            "志愿者",
            "志愿经历",
            "在校经历",
            "学生工作",
            "社团经历",
            "校内经历",
            "volunteer",
            "activities",
            "volunteering",
            "volunteerexperience",
            "extracurricularactivities",
            "leadership",
            "ボランティア",
            "課外活动",
            "봉사",
            "대외활동",
        ],
    ),
    (
        SectionKind::Languages,
        &["语言", "语言能力", "外语", "外语能力", "languages", "language", "语学", "외국어", "언어"],
    ),
    (SectionKind::Interests, &["兴趣", "爱好", "兴趣爱好", "interests", "hobbies", "hobby", "趣味", "취미"]),
    (SectionKind::References, &["推荐人", "references", "referees", "推荐者", "추천인"]),
];

/// Returns every word of the table.
#[cfg(test)]
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().flat_map(|(_, words)| words.iter().copied())
}
