//! What no word of an entry tells, but its sisters do: `### Founder, foo.example` among `### Engineer, Example Co.`

use super::kin::Kin;
use super::seams::{Joint, Seam, in_brackets};
use crate::model::resume::PartRole;
use crate::model::words;

/// How the entries of a section that were cut are made, if they are enough to decide for the others.
pub(super) fn pattern(cut: &[&Seam], others: usize) -> Option<(Joint, [PartRole; 2])> {
    let made = cut.first()?.made();
    let one = cut.iter().all(|seam| seam.made() == made);
    (one && cut.len() >= 2 && cut.len() >= others).then_some(made)
}

/// Cuts a part as the sisters of its entry are cut: at the one mark of their kind, if no word speaks against it.
pub(super) fn cut(text: &str, kin: Kin, (joint, roles): (Joint, [PartRole; 2])) -> Option<Seam> {
    let marks: &[&str] = match joint {
        Joint::Comma => &[", "],
        Joint::Colon => &[": "],
        Joint::Dash => &[" - ", " – ", " — "],
        _ => return None,
    };
    let found = marks.iter().flat_map(|mark| text.match_indices(mark));
    let mut outside = found.filter(|(at, _)| !in_brackets(text, *at));
    let (at, mark) = outside.next()?;
    if outside.next().is_some() {
        return None;
    }
    let (before, after) = (text[..at].trim_end(), text[at + mark.len()..].trim_start());
    let own_first = roles[0] != PartRole::Organization;
    let (own, house) = if own_first { (before, after) } else { (after, before) };
    let against = kin.is_house(own) || words::is_place(own) || words::is_place(house) || kin.is_own(house);
    let gap = before.len()..text.len() - after.len();
    (!against && !before.is_empty() && kin == Kin::Work)
        .then(|| Seam::between(joint, text, gap, roles, false))
}
