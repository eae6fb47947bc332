//! The kinds of the two parts: a post and an employer, or a degree and a school.

use super::super::posts::is_of_a_person;
use crate::model::resume::PartRole;
use crate::model::words;
use crate::source::chars::is_wide;

/// The largest number of words in a post.
const POST: usize = 8;

/// The subject of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kin {
    /// Posts and employers.
    Work,
    /// Degrees and schools.
    Study,
}

impl Kin {
    /// Returns whether a text describes the person: a post, a degree.
    pub fn is_own(self, text: &str) -> bool {
        match self {
            Kin::Work => words::is_job(text) && text.split_whitespace().count() <= POST,
            Kin::Study => words::is_degree(text) && !is_school(text),
        }
    }

    /// Returns whether a text is an employer or a school by its words.
    pub fn is_house(self, text: &str) -> bool {
        match self {
            Kin::Work => words::is_company(text) || words::is_school(text),
            Kin::Study => words::is_school(text) && !words::is_degree(text),
        }
    }

    /// Returns whether a text may be the name of an employer or a school next to a post or a degree.
    pub fn may_be_house(self, text: &str) -> bool {
        match self {
            Kin::Work => is_name(text),
            // `MSc, Physics` names no school.
            Kin::Study => self.is_house(text),
        }
    }

    pub fn own(self) -> PartRole {
        match self {
            Kin::Work => PartRole::Role,
            Kin::Study => PartRole::Degree,
        }
    }
}

/// Returns whether a text is a post and nothing else: `Senior Baker`, `Head of Sales`, `Java 开发工程师`.
pub(in crate::model::entry) fn is_post_alone(text: &str) -> bool {
    let text = text.trim();
    // `Translator & Editor (Madrid, Spain)`
    let placed = |open: &usize| words::is_place(text[*open..].trim_matches(['(', ')', '（', '）']));
    let text = text.find(['(', '（']).filter(placed).map_or(text, |open| text[..open].trim_end());
    if !Kin::Work.is_own(text)
        || text.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '，' | '@' | ':' | '：'))
    {
        return false;
    }
    // 某某设计, 例子システム開発 may be companies.
    if !is_of_a_person(text) {
        return false;
    }
    let mut words = text.split(['(', '（']).next().unwrap_or(text).split_whitespace();
    let led = || {
        let mut rest = text.split_whitespace().skip_while(|word| !words::is_job(word)).skip(1);
        rest.next().is_some_and(|word| matches!(word, "of" | "for" | "für" | "de" | "in"))
    };
    let last = words.next_back();
    let ranked = last.is_some_and(is_rank_behind) && words.next_back().is_some_and(words::is_job);
    last.is_some_and(words::is_job) || led() || ranked
}

/// `Pesquisador Visitante`, `Ingénieur principal`, `Baker II`: a word after a post that gives its rank.
fn is_rank_behind(word: &str) -> bool {
    const RANKS: [&str; 25] = [
        "associado",
        "associada",
        "asociado",
        "asociada",
        "associé",
        "associée",
        "visitante",
        "invité",
        "invitado",
        "senior",
        "sênior",
        "sénior",
        "junior",
        "júnior",
        "pleno",
        "principal",
        "principale",
        "titular",
        "titulaire",
        "adjunto",
        "adjoint",
        "ii",
        "iii",
        "iv",
        "i",
    ];
    RANKS.contains(&word.to_lowercase().as_str())
}

/// `Sample High School` is a school, `High School Diploma` is not.
fn is_school(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    words::is_school(text) && !words::is_degree(last)
}

/// `Samplesoft`, `example.com`: words that may be a name.
pub(super) fn is_name(text: &str) -> bool {
    let text = text.trim_start_matches(['“', '"', '‘', '«', '„']);
    let domain = text.contains('.') && !text.contains(' ');
    domain || text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || is_wide(c))
}

/// Returns whether a few words next to an employer recognised by its words can only be a post.
pub(super) fn is_beside_house(before: &str, after: &str) -> bool {
    let named = Kin::Work.is_house(before) || words::is_place(before) || before.ends_with(['部', '组', '組']);
    Kin::Work.is_house(after) && !named && before.split_whitespace().count() <= 4
}

/// `Operations`, `Sales and Marketing`: a field of work, not an employer.
pub(super) fn is_field(text: &str) -> bool {
    const FIELDS: [&str; 34] = [
        "accounting",
        "admissions",
        "advertising",
        "analytics",
        "business",
        "communications",
        "compliance",
        "customer",
        "data",
        "design",
        "development",
        "engineering",
        "finance",
        "hr",
        "human",
        "infrastructure",
        "it",
        "legal",
        "logistics",
        "marketing",
        "operations",
        "partnerships",
        "planning",
        "platform",
        "policy",
        "procurement",
        "product",
        "production",
        "quality",
        "research",
        "risk",
        "sales",
        "strategy",
        "technology",
    ];
    let mut words = text.split([' ', ',', '/', '-']).filter(|word| !word.is_empty());
    words.next().is_some_and(|word| FIELDS.contains(&word.to_lowercase().as_str()))
}
