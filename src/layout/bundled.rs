//! The layouts in the binary.

/// A layout in the binary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// The name it is asked for by.
    pub name: &'static str,
    /// Its file, whole.
    pub toml: &'static str,
}

macro_rules! bundled {
    ($($name:literal),*) => {
        [$(Bundled { name: $name, toml: include_str!(concat!("../../layouts/", $name, ".toml")) }),*]
    };
}

/// The bundled layouts; the first one is taken when none is asked for.
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

/// What every layout starts from: each key with its value. No look of its own, so not in
/// [`BUNDLED`].
pub(super) const BASE: Bundled = {
    let [base] = bundled!["base"];
    base
};

impl Bundled {
    /// Returns the bundled layout of a name, or `base`.
    pub fn named(name: &str) -> Option<Bundled> {
        BUNDLED.iter().chain([&BASE]).find(|b| b.name == name).copied()
    }

    /// Tells whether the program was built with the faces that it names.
    pub fn has_its_faces(&self) -> bool {
        !(left_out(SERIF) && self.toml.contains(SERIF))
    }
}

const SERIF: &str = "Noto Serif SC";

/// Tells whether a bundled family was left out when the program was built: `slim` without `serif`.
pub(super) fn left_out(family: &str) -> bool {
    cfg!(all(feature = "slim", not(feature = "serif"))) && family.eq_ignore_ascii_case(SERIF)
}
