//! One order for the entries of a section: who writes `Engineer - Example Co.` once writes it so throughout,
//! also where the words of a part do not tell what it is.

use crate::model::build::is_employment;
use crate::model::resume::{Block, BlockKind, Entry, EntryKind, Part, PartRole};
use crate::model::words;

/// What the words of an entry's first two parts say of their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    RoleFirst,
    EmployerFirst,
    Unsure,
}

/// Names employer and position of the unsure entries as those that are sure have them.
pub(in crate::model) fn in_one_order(blocks: &mut [Block]) {
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

fn entry(block: &Block) -> Option<&Entry> {
    match &block.kind {
        BlockKind::Entry(entry) if is_pair(entry) => Some(entry),
        _ => None,
    }
}

/// Tells whether an entry has an employer and a position, told apart when its line was read.
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
