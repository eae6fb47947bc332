//! The factors by which elastic lengths differ from the layout's values.

use std::collections::BTreeMap;

use crate::geom::Em;

/// The factors of elastic keys, relative to the values declared. Keys that are not named are
/// unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Factors(BTreeMap<String, Em>);

impl Factors {
    /// Returns the factor of a key.
    pub fn of(&self, key: &str) -> Em {
        self.0.get(key).copied().unwrap_or(Em::ONE)
    }

    /// Sets the factor of a key.
    pub fn set(&mut self, key: &str, factor: Em) {
        if factor == Em::ONE {
            self.0.remove(key);
        } else {
            self.0.insert(key.to_owned(), factor);
        }
    }

    /// Returns the keys with a factor other than one, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Em)> {
        self.0.iter().map(|(key, factor)| (key.as_str(), *factor))
    }
}
