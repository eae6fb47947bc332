//! A school with the subject right after it: `某某大学某学院会计专业`.

use super::seams::{Joint, Seam};
use crate::model::resume::PartRole;
use crate::model::words;
use crate::source::chars::is_han;

/// `某某大学某学院会计专业`, `某某大学会计本科`: a school, and the subject right after it.
pub(super) fn studied(text: &str) -> Option<Seam> {
    if let Some(seam) = studied_in_words(text) {
        return Some(seam);
    }
    const ENDS: [&str; 8] = ["大学", "大學", "学院", "學院", "学校", "學校", "分校", "校区"];
    let cut = ENDS.iter().filter_map(|end| text.rfind(end).map(|at| at + end.len())).max()?;
    let (school, subject) = (&text[..cut], &text[cut..]);
    let wide =
        subject.chars().count() >= 3 && subject.chars().all(|c| is_han(c) || matches!(c, '与' | '（' | '）'));
    let told = subject.ends_with("专业") || subject.ends_with("專業") || subject.ends_with("方向");
    let degree = words::is_degree(subject)
        && ["本科", "硕士", "碩士", "博士", "学士", "學士", "专科", "大专", "研究生"]
            .iter()
            .any(|end| subject.ends_with(end));
    let pieces = [0..cut, cut..text.len()];
    let roles = [PartRole::Organization, PartRole::Subject];
    (wide && (told || degree) && words::is_school(school) && school.chars().count() >= 4).then(|| Seam {
        joint: Joint::None,
        pieces,
        rest: None,
        gaps: Vec::new(),
        roles,
        sure: true,
    })
}

/// `某某大学 某学院 会计`: a school, a part of it, and a word in Han that is neither, blanks between them.
fn studied_in_words(text: &str) -> Option<Seam> {
    let mut pieces = text.split_whitespace();
    let (Some(school), Some(part), Some(subject), None) =
        (pieces.next(), pieces.next(), pieces.next(), pieces.next())
    else {
        return None;
    };
    let whole = ["大学", "大學"].iter().any(|end| school.ends_with(end));
    let inside = ["学院", "學院", "系"].iter().any(|end| part.ends_with(end));
    let told = subject.chars().all(is_han)
        && (2..=12).contains(&subject.chars().count())
        && !words::is_school(subject)
        && !words::is_company(subject)
        && !words::is_place(subject);
    let end = text.find(part)? + part.len();
    let start = text.rfind(subject)?;
    let roles = [PartRole::Organization, PartRole::Subject];
    (whole && inside && told).then(|| Seam::between(Joint::None, text, end..start, roles, true))
}
