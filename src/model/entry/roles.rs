//! What the parts of an entry's line are: organisation, role, place, degree.

use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, EntryKind, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::is_han;

/// Cuts `某某大学 计算机 本科` and `某某公司 工程师` at their blanks, where the words are sure.
pub(super) fn han_words(piece: &Rich, kind: SectionKind) -> Option<Vec<Rich>> {
    let text = piece.text();
    let words: Vec<&str> = text.split(' ').collect();
    let sure = match kind {
        SectionKind::Education => {
            words::is_school(words[0]) || words.iter().any(|word| words::is_degree(word))
        }
        SectionKind::Work => words.last().is_some_and(|word| words::is_job(word)) && !words::is_job(words[0]),
        _ => false,
    };
    if !sure || !(2..=4).contains(&words.len()) || !words.iter().all(|word| word.contains(is_han)) {
        return None;
    }
    let mut at = 0;
    let cut = words.iter().map(|word| {
        let piece = piece.slice(at..at + word.len());
        at += word.len() + 1;
        piece
    });
    Some(cut.collect())
}

/// Names the parts of a line by their order, by their words, and by the kind of the section.
pub(super) fn roles(pieces: Vec<Rich>, kind: SectionKind, entry: EntryKind) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let texts: Vec<String> = pieces.iter().map(|piece| piece.text().into_owned()).collect();
    let named: Vec<String> = texts
        .iter()
        .enumerate()
        .filter(|(at, text)| *at == 0 || !words::is_place(text))
        .map(|(_, text)| text.clone())
        .collect();
    let order = order(kind, entry, &named);
    let mut order = order.iter().copied();
    for (at, (text, words)) in pieces.into_iter().zip(&texts).enumerate() {
        let degree = kind == SectionKind::Education && words::is_degree(words);
        let role = if at > 0 && words::is_place(words) {
            PartRole::Place
        } else if degree && !(at == 0 && texts.len() == 1) {
            PartRole::Degree
        } else {
            order.next().unwrap_or(PartRole::Other)
        };
        parts.push(Part { role, text });
    }
    parts
}

fn order(kind: SectionKind, entry: EntryKind, texts: &[String]) -> [PartRole; 2] {
    use PartRole::{Organization, Other, Role, Subject, Title};
    match (entry, kind) {
        (EntryKind::Role, _) => [Role, Other],
        (EntryKind::Project, _) | (_, SectionKind::Projects) => [Title, Role],
        (_, SectionKind::Work | SectionKind::Volunteer) => {
            let role_first = texts.len() > 1 && words::is_job(&texts[0]) && !words::is_job(&texts[1]);
            if role_first { [Role, Organization] } else { [Organization, Role] }
        }
        (_, SectionKind::Education) => {
            let plain: Vec<&String> = texts.iter().filter(|text| !words::is_degree(text)).collect();
            let subject_first = plain.len() > 1 && words::is_school(plain[1]) && !words::is_school(plain[0]);
            if subject_first { [Subject, Organization] } else { [Organization, Subject] }
        }
        _ => [Title, Other],
    }
}

pub(super) fn further_role(text: &str, entry: &Entry) -> PartRole {
    let free = |role| entry.part(role).is_none();
    if words::is_place(text) && free(PartRole::Place) {
        return PartRole::Place;
    }
    match entry.section {
        SectionKind::Education if words::is_degree(text) && free(PartRole::Degree) => PartRole::Degree,
        SectionKind::Education if free(PartRole::Subject) => PartRole::Subject,
        SectionKind::Education => PartRole::Other,
        _ if entry.kind == EntryKind::Role => PartRole::Other,
        _ if free(PartRole::Role) => PartRole::Role,
        _ => PartRole::Other,
    }
}
