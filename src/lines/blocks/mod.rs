//! Boxes → a column of slabs: paragraphs, rows, grids, tables and columns, one below the other.

mod abreast;
mod balance;
mod bands;
mod column;
mod columns;
mod compose;
mod grid;
mod lattice;
mod rows;
mod side;
mod slabs;
mod spread;
mod survey;
mod table;

pub(super) use compose::column;
pub(super) use rows::set as row;
pub(super) use spread::set as spread;
pub use survey::survey;
