//! A subject and a degree in one part: `理学学士，地理专业，GPA 3.5/4`, `计算机科学 硕士`, `硕士 (计算机)`.

use crate::model::build::Builder;
use crate::model::cut::Cut;
use crate::model::entry::roles::cut_at;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::is_han;

/// The marks between them, the surest first.
const MARKS: [&[char]; 3] = [&['，', '；'], &[',', '、', '/'], &[' ', '\u{3000}', '\u{A0}', '\t']];

impl Builder<'_> {
    /// Splits them in an entry of a school.
    pub(super) fn part_degree(&mut self, entry: &mut Entry) {
        if entry.section != SectionKind::Education {
            return;
        }
        let studies = |part: &Part| matches!(part.role, PartRole::Subject | PartRole::Degree);
        let mut told = entry.parts.iter().enumerate().filter(|(_, part)| studies(part));
        let (Some((place, part)), None) = (told.next(), told.next()) else { return };
        let Some(cut) = parted(&part.text) else { return };
        cut.separators.iter().for_each(|separator| self.consume(separator, "separator"));
        let several = cut.pieces.iter().filter(|piece| is_subject(&piece.text())).count() > 1;
        let mut parts: Vec<Part> = Vec::new();
        for text in cut.pieces {
            let free = |role| parts.iter().all(|part: &Part| part.role != role);
            let role = match words::is_degree(&text.text()) {
                true if free(PartRole::Degree) => PartRole::Degree,
                false if free(PartRole::Subject) && !is_beside(&text.text(), several) => PartRole::Subject,
                _ => PartRole::Other,
            };
            parts.push(Part { role, text });
        }
        entry.parts.splice(place..=place, parts);
    }
}

/// Returns where a part is cut if one of its pieces is a degree and another is none: all Chinese, except a grade.
fn parted(part: &Rich) -> Option<Cut> {
    let text = part.text();
    MARKS.iter().find_map(|marks| {
        let cut = cut_at(part, &text, marks)?;
        let pieces: Vec<_> = cut.pieces.iter().map(Rich::text).collect();
        let bracketed = |text: &str| text.starts_with(['(', '（']) && !is_bare_degree(text);
        let named = pieces.iter().all(|text| (text.contains(is_han) || is_grade(text)) && !bracketed(text));
        let degrees = pieces.iter().filter(|text| words::is_degree(text)).count();
        let subject = pieces.iter().any(|text| is_subject(text));
        // Blanks occur in names, too.
        let sure = marks.contains(&'，') || pieces.iter().any(|text| is_bare_degree(text));
        (pieces.len() <= 4 && named && degrees == 1 && subject && sure).then_some(cut)
    })
}

fn is_subject(text: &str) -> bool {
    !words::is_degree(text) && !is_grade(text)
}

/// 本科, 硕士, （博士）: a degree and nothing else.
fn is_bare_degree(text: &str) -> bool {
    const DEGREES: [&str; 16] = [
        "本科",
        "硕士",
        "碩士",
        "博士",
        "学士",
        "學士",
        "专科",
        "專科",
        "大专",
        "大專",
        "研究生",
        "博士后",
        "中专",
        "高中",
        "硕士研究生",
        "博士研究生",
    ];
    DEGREES.contains(&text.trim_matches(['(', ')', '（', '）']))
}

/// Returns true for pieces other than subjects: a grade, or a department if a subject is given as well.
fn is_beside(text: &str, several: bool) -> bool {
    is_grade(text) || several && text.ends_with(['系', '部', '所']) || several && text.ends_with("学院")
}

/// `GPA 3.5/4`, 前 10%
fn is_grade(text: &str) -> bool {
    text.to_ascii_uppercase().contains("GPA") || text.contains(|c: char| c.is_ascii_digit())
}
