//! Titles and keys that an import writes, in the language of the document.

use super::tree::Tree;
use crate::model::SectionKind;

/// The languages that titles and keys are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Chinese,
    Japanese,
    Korean,
    English,
}

impl Tongue {
    /// Returns the language of a text, by its letters.
    pub fn of(text: &str) -> Tongue {
        let (mut han, mut kana, mut hangul, mut latin) = (0usize, 0usize, 0usize, 0usize);
        for c in text.chars() {
            match c {
                '\u{4E00}'..='\u{9FFF}' => han += 1,
                '\u{3040}'..='\u{30FF}' => kana += 1,
                '\u{AC00}'..='\u{D7A3}' => hangul += 1,
                _ if c.is_alphabetic() => latin += 1,
                _ => {}
            }
        }
        if kana * 8 > han + kana && kana > 4 {
            Tongue::Japanese
        } else if hangul * 2 > han && hangul * 4 > latin {
            Tongue::Korean
        } else if han * 4 > latin {
            Tongue::Chinese
        } else {
            Tongue::English
        }
    }

    /// Returns the language of the text in a tree.
    pub fn of_tree(tree: &Tree) -> Tongue {
        let mut text = String::new();
        collect(tree, &mut text);
        Tongue::of(&text)
    }

    /// Returns its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Tongue::Chinese => "zh-Hans",
            Tongue::Japanese => "ja",
            Tongue::Korean => "ko",
            Tongue::English => "en",
        }
    }

    fn word(self, words: [&'static str; 4]) -> &'static str {
        let [zh, ja, ko, en] = words;
        match self {
            Tongue::Chinese => zh,
            Tongue::Japanese => ja,
            Tongue::Korean => ko,
            Tongue::English => en,
        }
    }

    /// Returns the title of a section.
    pub fn title(self, kind: SectionKind) -> &'static str {
        use SectionKind as K;
        self.word(match kind {
            K::Summary => ["个人简介", "自己PR", "자기소개", "Summary"],
            K::Work => ["工作经历", "職歴", "경력", "Experience"],
            K::Education => ["教育背景", "学歴", "학력", "Education"],
            K::Projects => ["项目经历", "プロジェクト", "프로젝트", "Projects"],
            K::Skills => ["专业技能", "スキル", "기술", "Skills"],
            K::Awards => ["荣誉奖项", "受賞", "수상", "Awards"],
            K::Certificates => ["证书", "資格", "자격증", "Certificates"],
            K::Publications => ["论文", "論文", "논문", "Publications"],
            K::Volunteer => ["志愿经历", "ボランティア", "봉사", "Volunteer"],
            K::Languages => ["语言能力", "語学", "외국어", "Languages"],
            K::Interests => ["兴趣爱好", "趣味", "취미", "Interests"],
            K::References => ["推荐人", "推薦者", "추천인", "References"],
            K::Personal | K::Other => ["其他", "その他", "기타", "Other"],
        })
    }

    /// Returns the word for an ongoing period.
    pub fn present(self) -> &'static str {
        self.word(["至今", "現在", "현재", "Present"])
    }

    /// Returns the key of a grade, and that of courses.
    pub fn studies(self) -> (&'static str, &'static str) {
        (self.word(["成绩", "成績", "학점", "Score"]), self.word(["课程", "科目", "과목", "Courses"]))
    }

    /// Returns a colon and the separator of the items of a list.
    pub fn marks(self) -> (&'static str, &'static str) {
        if matches!(self, Tongue::Chinese | Tongue::Japanese) { ("：", "、") } else { (": ", ", ") }
    }

    /// Returns an ISO 8601 date as people write it; anything else stays as it is. The day is left out.
    pub fn date(self, iso: &str) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let mut parts = iso.split('-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next().and_then(|month| month.parse::<usize>().ok());
        let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        match (plain, month) {
            (true, Some(month)) if (1..=12).contains(&month) => match self {
                Tongue::English => format!("{} {year}", MONTHS[month - 1]),
                _ => format!("{year}.{month:02}"),
            },
            (true, None) => year.to_owned(),
            _ => iso.to_owned(),
        }
    }
}

/// Returns whether a key is that of a grade.
pub fn is_score(key: &str) -> bool {
    let key = key.trim().trim_end_matches([':', '：', ' ']).to_lowercase();
    ["成绩", "成績", "학점", "score", "gpa", "grade", "绩点"].contains(&key.as_str())
}

/// Returns whether a key is that of courses.
pub fn is_courses(key: &str) -> bool {
    let key = key.trim().trim_end_matches([':', '：', ' ']).to_lowercase();
    ["课程", "主修课程", "核心课程", "科目", "과목", "courses", "coursework", "relevant coursework"]
        .contains(&key.as_str())
}

/// Recurses as deep as the data, which the parser bounds.
fn collect(tree: &Tree, text: &mut String) {
    match tree {
        Tree::Text(words) if !words.contains("://") => text.push_str(words),
        Tree::List(items) => items.iter().for_each(|item| collect(item, text)),
        Tree::Map(members) => members.iter().for_each(|(_, value)| collect(value, text)),
        _ => {}
    }
}
