//! Titles above a name or above all sections that belong to no section.

use super::Heading;
use crate::model::header::is_slug;
use crate::model::kinds::SectionKind;

/// Unmarks a single heading above the titles of several sections, with nothing between: `# 履历`.
pub(super) fn banner(headings: &mut [Heading]) {
    let Some((first, rest)) = headings.split_first_mut() else { return };
    let alone = rest.iter().all(|heading| heading.level > first.level)
        && rest.first().is_some_and(|next| next.at == first.at + 1);
    let next = rest.first().map_or(0, |next| next.level);
    let known = rest.iter().filter(|heading| heading.level == next && heading.exact).count();
    // `# 个人简介` over `## 基本信息`
    let about = rest.first().is_some_and(|next| next.personal && !next.bare)
        && SectionKind::of_title(&first.title) == [SectionKind::Summary];
    if first.exact && alone && (known >= 3 || about) {
        (first.exact, first.known, first.banner) = (false, false, true);
    }
}

/// Makes the name of a repository right above that of a person the title of the paper: `# example-cv` over
/// `## Alex Sample`.
pub(super) fn slug(headings: &mut [Heading]) {
    let [first, next, ..] = headings else { return };
    if is_slug(&first.title) && !first.known && next.level > first.level && next.is_person() {
        first.paper = true;
    }
}

/// Unmarks the titles of personal data right above the name: `## Contacts` over `# Alex Sample`.
pub(super) fn personal(headings: &mut [Heading]) {
    let above = headings.iter().take_while(|heading| heading.personal && heading.exact).count();
    let (personal, [name, rest @ ..]) = headings.split_at_mut(above) else { return };
    let higher = |heading: &Heading| heading.level > name.level;
    if !personal.is_empty()
        && (name.is_person() || name.may_be_person())
        && !name.known
        && personal.iter().chain(&*rest).all(higher)
    {
        for heading in personal {
            (heading.exact, heading.known, heading.paper) = (false, false, true);
            heading.level = name.level;
        }
    }
}
