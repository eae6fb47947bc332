//! The layouts in the binary.

/// A layout in the binary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// The name by which it is requested.
    pub name: &'static str,
    /// The whole of its file.
    pub toml: &'static str,
}

macro_rules! bundled {
    ($($name:literal),*) => {
        [$(Bundled { name: $name, toml: include_str!(concat!("../../layouts/", $name, ".toml")) }),*]
    };
}

/// The bundled layouts; the first one is the default.
pub const BUNDLED: &[Bundled] = &bundled![
    "classic",
    "compact",
    "serif",
    "sidebar",
    "two-column",
    "timeline",
    "modern",
    "academic",
    "minimal",
    "american",
    "campus",
    "jake",
    "harvard",
    "tech",
    "awesome",
    "banking",
    "deedy",
    "europass",
    "grid",
    "rirekisho"
];

/// The base of every layout: each key with its value. It has no look of its own, so it is not in
/// [`BUNDLED`].
pub(super) const BASE: Bundled = {
    let [base] = bundled!["base"];
    base
};

impl Bundled {
    /// Returns the bundled layout with this name, or `base`.
    pub fn named(name: &str) -> Option<Bundled> {
        BUNDLED.iter().chain([&BASE]).find(|b| b.name == name).copied()
    }

    /// Returns whether the program was built with the faces that it names.
    pub fn has_its_faces(&self) -> bool {
        !(left_out(SERIF) && self.toml.contains(SERIF))
    }
}

const SERIF: &str = "Noto Serif SC";

/// Returns whether a bundled family was left out when the program was built: `slim` without `serif`.
pub(super) fn left_out(family: &str) -> bool {
    cfg!(all(feature = "slim", not(feature = "serif"))) && family.eq_ignore_ascii_case(SERIF)
}
