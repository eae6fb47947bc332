//! One order for the entries of a section: an author who writes `Engineer - Example Co.` once does so throughout,
//! also where the words of a part do not give its role.

use crate::model::build::is_employment;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, BlockKind, Entry, EntryKind, Part, PartRole};
use crate::model::words;
use crate::source::chars::{half_ems, is_han};

/// The longest place, in half ems.
const PLACE: usize = 40;

/// The order of an entry's first two parts, by their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    RoleFirst,
    EmployerFirst,
    Unsure,
}

/// Orders the employer and position of the unsure entries like those whose words are sure; the words of sure entries
/// decide their own.
pub(in crate::model) fn in_one_order(blocks: &mut [Block]) {
    blocks.iter_mut().for_each(by_words);
    let orders = || blocks.iter().filter_map(|block| entry(block).map(order));
    let role_first = orders().filter(|order| *order == Order::RoleFirst).count();
    let employer_first = orders().filter(|order| *order == Order::EmployerFirst).count();
    if role_first == employer_first {
        return;
    }
    let roles = if role_first > employer_first {
        [PartRole::Role, PartRole::Organization]
    } else {
        [PartRole::Organization, PartRole::Role]
    };
    for block in blocks {
        let BlockKind::Entry(entry) = &mut block.kind else { continue };
        if is_pair(entry) && order(entry) == Order::Unsure {
            main_parts(entry).zip(roles).for_each(|(part, role)| part.role = role);
        }
    }
}

/// `**Engineer**` over `Example Sample`, `### Engineer` over `**Example Co.** (2020 - 2022)`: what alone was taken for
/// the employer is the post next to one.
fn by_words(block: &mut Block) {
    let BlockKind::Entry(entry) = &mut block.kind else { return };
    entry.body.iter_mut().for_each(by_words);
    degree_over_school(entry);
    let roles = match is_pair(entry).then(|| order(entry)) {
        Some(Order::RoleFirst) => [PartRole::Role, PartRole::Organization],
        Some(Order::EmployerFirst) => [PartRole::Organization, PartRole::Role],
        _ => return,
    };
    main_parts(entry).zip(roles).for_each(|(part, role)| part.role = role);
}

/// `**PhD, Biology**` over `Example University`, `**硕士 - 会计学**` over `*某大学* | *2018 - 2021*`: the degree was in the
/// place of the school.
fn degree_over_school(entry: &mut Entry) {
    let [first, rest @ ..] = entry.parts.as_mut_slice() else { return };
    let above = first.text.text().into_owned();
    let is_degree = words::is_degree(&above) || words::is_degree(first_word(&above));
    let other = rest.iter().any(|part| matches!(part.role, PartRole::Degree | PartRole::Organization));
    let school = |part: &Part| part.role == PartRole::Subject && words::is_school(&part.text.text());
    let at = rest.iter().position(school).filter(|at| *at == 0 || is_degree);
    let Some(named) = at.and_then(|at| rest.get_mut(at)) else { return };
    let taken = entry.section == SectionKind::Education && first.role == PartRole::Organization;
    if !taken || other || words::is_school(&above) {
        return;
    }
    named.role = PartRole::Organization;
    first.role = match is_degree {
        true => PartRole::Degree,
        false if words::is_job(&above) => PartRole::Role,
        false => PartRole::Subject,
    };
}

/// 硕士 of `硕士 - 会计学`.
fn first_word(text: &str) -> &str {
    text.split([' ', '-', '–', '—', '·', '|', '｜', '，', ',']).next().unwrap_or(text)
}

fn entry(block: &Block) -> Option<&Entry> {
    match &block.kind {
        BlockKind::Entry(entry) if is_pair(entry) => Some(entry),
        _ => None,
    }
}

/// Returns whether an entry has an employer and a position, distinguished when its line was read.
fn is_pair(entry: &Entry) -> bool {
    let once = |role| entry.parts.iter().filter(|part| part.role == role).count() == 1;
    is_employment(entry.section)
        && entry.kind == EntryKind::Entry
        && once(PartRole::Organization)
        && once(PartRole::Role)
}

fn main_parts(entry: &mut Entry) -> impl Iterator<Item = &mut Part> {
    entry.parts.iter_mut().filter(|part| matches!(part.role, PartRole::Organization | PartRole::Role))
}

fn order(entry: &Entry) -> Order {
    let mut texts = entry
        .parts
        .iter()
        .filter(|part| matches!(part.role, PartRole::Organization | PartRole::Role))
        .map(|part| part.text.text());
    let (Some(first), Some(second)) = (texts.next(), texts.next()) else { return Order::Unsure };
    let is_job = |text: &str| words::is_job(text) && !words::is_company(text);
    // `Testville, TX (and other towns)` is neither.
    if [&first, &second]
        .iter()
        .any(|text| text.split('(').next().is_some_and(|head| words::is_place(head.trim())))
    {
        return Order::Unsure;
    }
    match (is_job(&first), is_job(&second)) {
        (true, false) => Order::RoleFirst,
        (false, true) => Order::EmployerFirst,
        _ => match (words::is_company(&first), words::is_company(&second)) {
            (false, true) => Order::RoleFirst,
            (true, false) => Order::EmployerFirst,
            _ => Order::Unsure,
        },
    }
}

/// The roles of an entry's parts.
type Pattern = Vec<PartRole>;

/// Makes places of the parts where most entries of a section have theirs: `*Red Sample, NJ*`.
pub(in crate::model) fn in_one_place(blocks: &mut [Block]) {
    // Few patterns are in use; rare ones decide nothing.
    let mut counted: Vec<(Pattern, usize)> = Vec::new();
    for pattern in blocks.iter().filter_map(pattern) {
        match counted.iter().position(|(known, _)| *known == pattern) {
            Some(at) => counted[at].1 += 1,
            None if counted.len() < 16 => counted.push((pattern, 1)),
            None => {}
        }
    }
    for block in blocks {
        let (Some(own), BlockKind::Entry(entry)) = (pattern(block), &mut block.kind) else { continue };
        let alike = counted.iter().find(|(known, _)| *known == own).map_or(1, |(_, count)| *count);
        let best = counted
            .iter()
            .filter(|(most, _)| most.len() == own.len() && most.contains(&PartRole::Place))
            .max_by_key(|(_, count)| *count);
        let Some((most, count)) = best.filter(|_| !own.contains(&PartRole::Place)) else { continue };
        let fits = entry.parts.iter().zip(most.iter()).all(|(part, role)| {
            let text = part.text.text();
            let other = words::is_job(&text)
                || words::is_company(&text)
                || words::is_school(&text)
                || words::is_degree(&text);
            let small = text.chars().map(half_ems).sum::<usize>() <= PLACE;
            // Chinese towns are recognised by their words.
            let named = text.chars().next().is_some_and(char::is_uppercase) && !text.contains(is_han);
            *role != PartRole::Place || (small && named && !other)
        });
        if *count >= alike && fits && own.first() == most.first() {
            entry.parts.iter_mut().zip(most.iter()).for_each(|(part, role)| part.role = *role);
        }
    }
}

fn pattern(block: &Block) -> Option<Pattern> {
    match &block.kind {
        BlockKind::Entry(entry) => Some(entry.parts.iter().map(|part| part.role).collect()),
        _ => None,
    }
}

/// `BSc | UNED` is a degree and a school where a sibling says `BSc | University of Example`.
pub(in crate::model) fn in_one_degree(blocks: &mut [Block]) {
    let schooled = blocks.iter().any(|block| match &block.kind {
        BlockKind::Entry(entry) => {
            entry.parts.first().is_some_and(|part| part.role == PartRole::Degree)
                && entry.part(PartRole::Organization).is_some_and(|text| words::is_school(&text.text()))
        }
        _ => false,
    });
    for block in blocks {
        let BlockKind::Entry(entry) = &mut block.kind else { continue };
        if let [first, second, rest @ ..] = entry.parts.as_mut_slice()
            && schooled
            && entry.section == SectionKind::Education
            && (first.role, second.role) == (PartRole::Title, PartRole::Subject)
        {
            first.role = PartRole::Degree;
            // `BSc - Biology` over `Example University`: the subject was in its place.
            if let Some(third) = rest.first_mut().filter(|third| words::is_school(&third.text.text())) {
                third.role = PartRole::Organization;
                continue;
            }
            second.role = PartRole::Organization;
            if let Some(third) = rest.first_mut().filter(|third| third.role == PartRole::Other) {
                third.role = PartRole::Subject;
            }
        }
    }
}
