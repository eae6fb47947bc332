//! Cuts decided by the sisters of an entry, not by its words: `### Founder, foo.example` among
//! `### Engineer, Example Co.`

use std::collections::BTreeMap;

use super::kin::{Kin, is_name, is_post_alone};
use super::seams::{Joint, Seam, in_brackets, place_behind};
use crate::model::resume::PartRole;
use crate::model::words;

/// The shape of entries that are cut alike.
type Made = (Joint, [PartRole; 2]);

/// Returns the shape of the entries of a section that were cut, if they are enough to decide for the others: as many,
/// or all others can be cut like them. If none was cut, words that several of them share on one side of a comma are
/// the employer.
pub(super) fn pattern(cut: &[&Seam], others: &[String]) -> Option<Made> {
    let in_common = || shared(others).or_else(|| posts_at(others));
    let Some(made) = cut.first().map(|seam| seam.made()) else { return in_common() };
    let one = cut.iter().all(|seam| seam.made() == made);
    let fit = || others.iter().all(|text| self::cut(text, Kin::Work, made).is_some());
    // The words that lead to an employer are few, and nearly suffice by themselves.
    let enough = cut.len() >= 2 || made.0 == Joint::At;
    let decided = one && enough && (cut.len() >= others.len().max(2) || fit());
    decided.then_some(made).or_else(in_common)
}

/// `Padeira na Amostra` and `Bolsista no IPX`: posts by their words, and names after words that lead to an employer.
fn posts_at(texts: &[String]) -> Option<Made> {
    let roles = [Kin::Work.own(), PartRole::Organization];
    let is_post = |text: &String| {
        at_word(text, Kin::Work, roles).is_some_and(|seam| Kin::Work.is_own(&text[seam.pieces[0].clone()]))
    };
    (texts.len() >= 2 && texts.iter().all(is_post)).then_some((Joint::At, roles))
}

/// `Bread, Sample Co.` and `Cakes, Sample Co.` among entries with one comma each: what they share is the employer.
fn shared(texts: &[String]) -> Option<Made> {
    let halves: Vec<(&str, &str)> = texts.iter().filter_map(|text| text.split_once(", ")).collect();
    if halves.len() < texts.len() {
        return None;
    }
    let most = |half: &dyn Fn(&(&str, &str)) -> String| {
        let mut counted: BTreeMap<String, usize> = BTreeMap::new();
        halves.iter().for_each(|pair| *counted.entry(half(pair)).or_default() += 1);
        counted.into_values().max().unwrap_or_default()
    };
    let (first, last) = (most(&|pair| pair.0.to_owned()), most(&|pair| pair.1.to_owned()));
    let enough = |count: usize| count >= 2 && count * 2 >= halves.len();
    let own = Kin::Work.own();
    match (enough(first), enough(last)) {
        (false, true) => Some((Joint::Comma, [own, PartRole::Organization])),
        (true, false) => Some((Joint::Comma, [PartRole::Organization, own])),
        // What one did repeats itself, too, but less than where.
        (true, true) if last > first => Some((Joint::Comma, [own, PartRole::Organization])),
        _ => None,
    }
}

/// Cuts a part as the sisters of its entry are cut: at the one mark of their kind, if no word contradicts it.
pub(super) fn cut(text: &str, kin: Kin, (joint, roles): Made) -> Option<Seam> {
    let marks: &[&str] = match joint {
        Joint::Comma => &[", "],
        Joint::Colon => &[": "],
        Joint::Dash => &[" - ", " – ", " — "],
        Joint::At => return at_word(text, kin, roles),
        _ => return None,
    };
    let found = marks.iter().flat_map(|mark| text.match_indices(mark));
    let mut outside = found.filter(|(at, _)| !in_brackets(text, *at));
    let (at, mark) = outside.next()?;
    // `Visiting Researcher, Sample Lab, Testville`: nothing but a post stands before the first of several commas.
    let post = || joint == Joint::Comma && roles[0] == PartRole::Role && is_post_alone(&text[..at]);
    if outside.next().is_some() && !post() {
        return None;
    }
    let (before, after) = (text[..at].trim_end(), text[at + mark.len()..].trim_start());
    let own_first = roles[0] != PartRole::Organization;
    let (own, house) = if own_first { (before, after) } else { (after, before) };
    let only_place = words::is_place(house) && place_behind(house).is_none();
    let against = kin.is_house(own) || words::is_place(own) || only_place || kin.is_own(house);
    let gap = before.len()..text.len() - after.len();
    (!against && !before.is_empty() && kin == Kin::Work)
        .then(|| Seam::between(joint, text, gap, roles, false))
}

/// `Bolsista no IPX` among `Padeira na Padaria Amostra`: the last word that leads to an employer, and a name after it.
fn at_word(text: &str, kin: Kin, roles: [PartRole; 2]) -> Option<Seam> {
    const WORDS: [&str; 16] = [
        " @ ", " at ", " bei ", " chez ", " presso ", " na ", " no ", " em ", " en ", " w ", " в ", " for ",
        " für ", " bij ", " hos ", " in ",
    ];
    let found = WORDS.iter().flat_map(|word| text.match_indices(word));
    let (at, word) = found.filter(|(at, _)| !in_brackets(text, *at)).max_by_key(|(at, _)| *at)?;
    let (before, after) = (text[..at].trim_end(), text[at + word.len()..].trim_start());
    let named = is_name(after) && !words::is_place(after) && !before.is_empty();
    let gap = before.len()..text.len() - after.len();
    (named && kin == Kin::Work).then(|| Seam::between(Joint::At, text, gap, roles, false))
}
