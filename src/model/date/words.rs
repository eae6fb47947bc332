//! The words of dates in the languages that résumés are written in.

mod beside;
mod months;
mod parts;
mod present;
mod range;

pub(super) use beside::{ABOUT, EXPECTED, EXPECTED_EAST, GOAL, UNIT_AND, UNITS, UNITS_EAST};
pub(super) use months::MONTHS;
pub(super) use parts::{OF, ORDINALS, SEASONS, TERMS, VIETNAMESE, YEARS};
pub(super) use present::{NOT_ALONE, NOW, NOW_BRIEF, NOW_EAST, STANDING_EAST};
pub(super) use range::{AND, ARTICLES, LEADS, SINCE_EAST, SINCE_TAIL, TO, TO_EAST};
