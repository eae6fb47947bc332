//! Font stacks.

use crate::diag::message;
use std::collections::BTreeMap;

use super::scope::{Limit, Scope};
use crate::geom::Em;
use crate::layout::Stack;
use crate::layout::bundled::left_out;
use crate::layout::file::schema::{self, Font};
use crate::layout::file::{Key, Many, Or};

const SCALE: Limit = Limit::factor(0.5, 2.0);

/// Returns the font stacks: `body`, `mono`, then the layout's own by name. Their names are stored in the
/// scope, in the same order.
pub fn stacks(file: &Font, families: &[&str], scope: &mut Scope<'_>) -> Vec<Stack> {
    let mut scale = BTreeMap::new();
    for (family, key) in &file.scale {
        if let Some(at) = key.at() {
            let _ = known(family, at, families, scope);
        }
        scale.insert(family.clone(), Em::from_f64(scope.factor(key, SCALE)));
    }
    let own = file.stacks.keys().map(String::as_str).filter(|name| !["body", "mono"].contains(name));
    scope.stacks = ["body", "mono"].into_iter().chain(own).map(str::to_owned).collect();
    let latin = file.latin.value().map_or(&[][..], Vec::as_slice);
    let latin = list(latin, families, scope);
    let names = scope.stacks.clone();
    names
        .iter()
        .map(|name| {
            let empty = Key::default();
            let mut stack = stack(file.stacks.get(name).unwrap_or(&empty), families, scope);
            if name == "body" && stack.latin.is_empty() {
                stack.latin.clone_from(&latin);
            }
            stack.scale.clone_from(&scale);
            stack
        })
        .collect()
}

fn stack(key: &schema::Families, families: &[&str], scope: &mut Scope<'_>) -> Stack {
    let many = |key: &Key<Many<Key<String>>>| key.value().map_or_else(Vec::new, |many| many.0.clone());
    let (body, latin) = match key.value() {
        Some(Or::Table(stack)) => (many(&stack.families), many(&stack.latin)),
        Some(Or::Plain(Many(body))) => (body.clone(), Vec::new()),
        None => Default::default(),
    };
    if let Some(at) = key.at().filter(|_| body.is_empty()) {
        scope.wrong(at, "names no font family", "name at least one, such as \"Noto Sans SC\"");
    }
    let body = list(&body, families, scope);
    Stack { latin: list(&latin, families, scope), body, scale: BTreeMap::new() }
}

fn list(keys: &[Key<String>], families: &[&str], scope: &mut Scope<'_>) -> Vec<String> {
    keys.iter().filter_map(Key::at).filter_map(|at| known(&at.value, at, families, scope)).collect()
}

/// Returns the family's name as spelt by the faces.
fn known<T>(
    name: &str,
    at: &crate::layout::file::At<T>,
    families: &[&str],
    scope: &mut Scope<'_>,
) -> Option<String> {
    let family = families.iter().find(|family| family.eq_ignore_ascii_case(name));
    match family {
        None if left_out(name) => {
            let hint = "use the jianli with all faces or another layout, or give a folder with this one: --font-path DIR";
            scope.lacking(at, message!("this jianli was built without `{name}`", name), hint);
        }
        None => scope.unknown(at, "font family", name, families),
        Some(_) => {}
    }
    family.map(|&family| family.to_owned())
}
