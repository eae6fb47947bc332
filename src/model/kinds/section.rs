//! The subject of a section, from its title.

use super::paper::PaperTitle;
use super::title::Title;

/// The subject of a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it; the words for each are in the tables of titles")]
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
    /// Returns the kinds of a section by its title: the kind of its first part, then the others'.
    pub fn of_title(title: &str) -> Vec<SectionKind> {
        let mut kinds: Vec<SectionKind> = Vec::new();
        for kind in Title::of(title).kinds() {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        if kinds.is_empty() {
            kinds.push(SectionKind::Other);
        }
        kinds
    }

    /// Returns whether a text is the title of a section and can be nothing else, wherever it occurs: 教育背景,
    /// `Work Experience`, but neither 技术栈 nor 工作内容, which are labels inside an entry.
    ///
    /// A number, icons, brackets and a colon around it do not matter; a title in Latin or Cyrillic letters
    /// begins with a capital.
    pub fn is_exact_title(title: &str) -> bool {
        Title::of(title).is_exact()
    }

    /// Returns whether a title names the document, not what is under it: 简历, `Resume`.
    pub(in crate::model) fn is_title_of_paper(title: &str) -> bool {
        const KINDS: [&str; 3] = ["職務経歴書", "業務経歴書", "履歴書"];
        let alone = |title: &str| {
            PaperTitle::is_of_paper(title)
                && PaperTitle::of(title).is_some_and(|title| title.name.is_none() && title.headline.is_none())
        };
        // In two languages: `Curriculum-Vitae 履歴書`; of a kind: オープン職務経歴書.
        let words = || title.split([' ', '/', '|', '　']).filter(|word| !word.is_empty());
        let short = title.chars().count() <= 16;
        let kind = KINDS.iter().any(|paper| title.trim().ends_with(paper));
        let whole = |title: &str| alone(title) || (short && kind);
        // `職務経歴書 更新:2024-01-01`: the date of writing is no part of it.
        let dated = || {
            if !KINDS.iter().any(|paper| title.contains(paper)) {
                return false;
            }
            let said: Vec<&str> = words().filter(|word| !PaperTitle::is_noise(word)).collect();
            said.len() == 1 && words().count() > 1 && KINDS.iter().any(|paper| said[0].ends_with(paper))
        };
        // `職務経歴書20240401`, `resume_2024-04`
        let stamp = |c: char| c.is_ascii_digit() || "-_./ 年月日".contains(c);
        let bare = title.trim();
        let unstamped = bare.trim_end_matches(stamp);
        let stamped = || {
            let digits = bare[unstamped.len()..].chars().filter(char::is_ascii_digit).count();
            digits >= 4 && (alone(unstamped) || KINDS.contains(&unstamped.trim()))
        };
        whole(title)
            || PaperTitle::is_unnamed(title)
            || stamped()
            || (words().count() > 1 && words().all(alone))
            || dated()
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
