//! Where lines end: boxes, glue and prices → the cheapest line ends. Nothing here knows a character, a script or
//! a font.

mod choose;
mod demerits;
pub(super) mod item;
mod rivers;
mod search;

pub(super) use choose::{choose, choose_each};
