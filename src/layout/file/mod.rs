//! From layout files to the values that they set, each with its place.

mod inherit;
mod json;
mod load;
mod overrides;
mod place;
mod read;
pub mod schema;
mod tree;
mod words;

pub use inherit::inherit;
pub use json::json_schema;
pub use load::{Choice, load};
pub use overrides::Override;
pub use place::{At, Key, Many, Or};
pub use read::{nearest, read};
pub use words::{Amount, Raw, Unit};
