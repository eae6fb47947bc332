//! What many tables have: lengths, inks, rows, sides; and how a table is written.

use crate::layout::file::{Amount, Key, Many, Or};

/// A length, a factor or a share.
pub type Length = Key<Amount>;
/// The name of a colour, or `#rrggbb`.
pub type Ink = Key<String>;
/// A row string.
pub type RowText = Key<String>;
/// Four sides: a table, one length, or four.
pub type FourSides = Key<Or<Sides, Many<Length>>>;

macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, serde::Deserialize, schemars::JsonSchema)]
        #[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
        pub struct $name { $($(#[$about])* pub $field: $kind,)* }
    };
}
pub(in crate::layout::file) use table;

table! {
    /// Four sides; a side's own name beats `x` and `y`.
    Sides {
        /// Left and right. Example: `page.margin = { x = "18mm", y = "16mm" }`
        x: Length,
        /// Above and below. Example: `page.margin = { x = "18mm", y = "16mm" }`
        y: Length,
        /// Above. Example: `page.margin = { x = "18mm", top = "16mm", bottom = "18mm" }`
        top: Length,
        /// At the right. Example: `page.margin = { left = "30mm", right = "18mm", y = "16mm" }`
        right: Length,
        /// Below. Example: `page.margin = { x = "18mm", top = "16mm", bottom = "18mm" }`
        bottom: Length,
        /// At the left. Example: `page.margin = { left = "30mm", right = "18mm", y = "16mm" }`
        left: Length,
    }
}
