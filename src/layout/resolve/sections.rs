//! The order of sections and their titles.

use std::collections::BTreeMap;

use super::scope::Scope;
use crate::layout::Sections;
use crate::layout::file::schema;
use crate::layout::file::{At, Key, Or};
use crate::layout::kinds::{KINDS, kind};
use crate::model::SectionKind;

/// The word for all kinds not named.
const REST: &str = "rest";

/// Resolves a layout's order and titles of sections.
pub fn sections(file: &schema::Sections, scope: &mut Scope<'_>) -> Sections {
    let order = names(&file.order);
    let order = order.into_iter().filter_map(|at| match at.value.as_str() {
        REST => Some(None),
        _ => known(at, scope).map(Some),
    });
    let order = order.collect();
    let pin = names(&file.pin).into_iter().filter_map(|at| known(at, scope)).collect();
    let hide = names(&file.hide).into_iter().filter_map(|at| known(at, scope)).collect();
    let mut titles = BTreeMap::new();
    for (name, key) in &file.titles {
        let Some(at) = key.at() else { continue };
        let place = At { place: at.place, path: at.path.clone(), value: name.clone() };
        if let Some(kind) = known(&place, scope) {
            titles.insert(kind, by_language(&at.value));
        }
    }
    Sections { pin, order, hide, titles }
}

fn names(key: &Key<Vec<Key<String>>>) -> Vec<&At<String>> {
    key.value().map_or(&[][..], Vec::as_slice).iter().filter_map(Key::at).collect()
}

/// Returns the kind with this name; an unknown one is reported.
fn known(at: &At<String>, scope: &mut Scope<'_>) -> Option<SectionKind> {
    let found = kind(&at.value);
    if found.is_none() {
        let names: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
        scope.unknown(at, "kind of section", &at.value, &names);
    }
    found
}

fn by_language(titles: &Or<BTreeMap<String, Key<String>>, String>) -> BTreeMap<String, String> {
    match titles {
        Or::Plain(title) => BTreeMap::from([(String::new(), title.clone())]),
        Or::Table(each) => {
            let said = |(lang, key): (&String, &Key<String>)| Some((lang.clone(), key.value()?.clone()));
            each.iter().filter_map(said).collect()
        }
    }
}
