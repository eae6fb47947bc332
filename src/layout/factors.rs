//! By how much elastic lengths differ from what the layout says.

use std::collections::BTreeMap;

use crate::geom::Em;

/// How far elastic keys are moved: each a factor of the value declared. Keys that are not named stay
/// as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Factors(BTreeMap<String, Em>);

impl Factors {
    /// Returns the factor of a key.
    pub fn of(&self, key: &str) -> Em {
        self.0.get(key).copied().unwrap_or(Em::ONE)
    }

    /// Moves a key.
    pub fn set(&mut self, key: &str, factor: Em) {
        if factor == Em::ONE {
            self.0.remove(key);
        } else {
            self.0.insert(key.to_owned(), factor);
        }
    }

    /// Returns the keys that are moved, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Em)> {
        self.0.iter().map(|(key, factor)| (key.as_str(), *factor))
    }
}
