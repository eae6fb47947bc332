//! The roles of the parts that stand in the lines below a title.

use super::pairs::place_behind;
use super::posts::is_of_a_person;
use crate::model::build::is_employment;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, EntryKind, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::is_han;

/// Returns the roles of the further parts of an entry; `研发部 | 工程师` leaves the post to the part that is one.
pub(super) fn further_roles(pieces: &[Rich], entry: &Entry) -> Vec<PartRole> {
    let job = |piece: &Rich| words::is_job(&piece.text());
    let told = is_employment(entry.section)
        && entry.kind != EntryKind::Role
        && pieces.iter().filter(|piece| job(piece)).count() == 1;
    let mut parts = entry.clone();
    let mut roles = Vec::new();
    // `某某数字 | 云平台` under a post: the first part of the line is the employer.
    let employs = is_employment(entry.section)
        && entry.kind == EntryKind::Entry
        && entry.part(PartRole::Organization).is_none()
        && entry.part(PartRole::Role).is_some()
        && pieces.len() > 1;
    for (at, piece) in pieces.iter().enumerate() {
        let text = piece.text();
        let role = match further_role(&text, &parts) {
            PartRole::Role if told && !job(piece) => PartRole::Other,
            PartRole::Other if at == 0 && employs && !job(piece) && !words::is_employment_kind(&text) => {
                PartRole::Organization
            }
            role => role,
        };
        parts.parts.push(Part { role, text: piece.clone() });
        roles.push(role);
    }
    roles
}

/// `(Oslo, Norway)`, `(Remote)`, `（远程）`
pub(super) fn is_bracketed_place(text: &str) -> bool {
    const ANYWHERE: [&str; 14] = [
        "remote",
        "hybrid",
        "on-site",
        "onsite",
        "远程",
        "遠端",
        "遠程",
        "リモート",
        "원격",
        "télétravail",
        "remoto",
        "remota",
        "homeoffice",
        "удалённо",
    ];
    let inner = text.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
    inner.is_some_and(|inner| {
        let inner = inner.trim();
        words::is_place(inner) || ANYWHERE.contains(&inner.to_lowercase().as_str())
    })
}

/// Returns whether a line below a post gives its employer and town: `Sample Co., Testville, TX`.
pub(super) fn is_employer_with_town(text: &str, entry: &Entry) -> bool {
    let post = entry.part(PartRole::Role).is_some() && entry.part(PartRole::Organization).is_none();
    is_employment(entry.section)
        && entry.kind == EntryKind::Entry
        && (post || is_lone_post(entry))
        && text.matches(", ").count() > 1
        && place_behind(text).is_some()
}

/// Returns whether an entry has only a post, in the place of the employer for lack of one.
fn is_lone_post(entry: &Entry) -> bool {
    let [Part { role: PartRole::Organization, text }] = entry.parts.as_slice() else { return false };
    let text = text.text();
    words::is_job(&text) && !words::is_company(&text) && is_of_a_person(&text)
}

/// Makes room for an employer if a post has its place.
pub(super) fn free_employer(entry: &mut Entry) {
    if is_lone_post(entry) {
        entry.parts[0].role = PartRole::Role;
    }
}

fn further_role(text: &str, entry: &Entry) -> PartRole {
    let free = |role| entry.part(role).is_none();
    if is_bracketed_place(text) && free(PartRole::Place) {
        return PartRole::Place;
    }
    // `(paused)` next to an employer is no post.
    let remark = text.starts_with(['(', '（']) && !words::is_job(text);
    if words::is_employment_kind(text) || remark && is_employment(entry.section) {
        return PartRole::Other;
    }
    if is_employer_with_town(text, entry) {
        return PartRole::Organization;
    }
    if words::is_place(text) && free(PartRole::Place) {
        return PartRole::Place;
    }
    match entry.section {
        SectionKind::Education if words::is_degree(text) && free(PartRole::Degree) => PartRole::Degree,
        SectionKind::Education if words::is_school(text) && free(PartRole::Organization) => {
            PartRole::Organization
        }
        // `St. Sample College, University of Example`
        SectionKind::Education
            if words::is_school(text)
                && !text.contains(is_han)
                && entry
                    .part(PartRole::Organization)
                    .is_some_and(|house| words::is_school(&house.text())) =>
        {
            PartRole::Other
        }
        SectionKind::Education if free(PartRole::Subject) => PartRole::Subject,
        SectionKind::Education => PartRole::Other,
        // The client of a project is no post.
        SectionKind::Projects if words::is_company(text) && !words::is_job(text) => PartRole::Other,
        _ if entry.kind == EntryKind::Role => PartRole::Other,
        _ if free(PartRole::Role) => PartRole::Role,
        _ => PartRole::Other,
    }
}
