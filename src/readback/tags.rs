//! The tag tree of the file: its sequences, in order (PDF 32000-1, 14.7).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::file::{File, text};

/// A marked-content sequence: its page, from 0, and its number there.
pub type Sequence = (usize, i64);

/// The content of the tag tree.
#[derive(Debug, Default)]
pub struct Tags {
    /// The sequences in reading order, each with its element.
    pub order: Vec<(Sequence, Option<ObjectId>)>,
    /// The element to which the parent tree maps each sequence.
    pub parents: BTreeMap<Sequence, ObjectId>,
    /// The texts read out instead of figures, in reading order.
    pub alternatives: Vec<String>,
    /// All elements.
    pub elements: BTreeMap<ObjectId, Element>,
}

/// An element of the tag tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its standard type: `H1`, `LI`.
    pub role: String,
    /// The element that contains it; `None` directly below the root.
    pub parent: Option<ObjectId>,
    /// The text read out instead of it.
    pub alt: Option<String>,
}

impl Tags {
    /// Returns an element and all elements that contain it, from inside out.
    pub fn path(&self, element: Option<ObjectId>) -> Vec<(ObjectId, &str)> {
        let mut path = Vec::new();
        let mut next = element;
        while let Some((id, found)) = next.and_then(|id| Some((id, self.elements.get(&id)?))) {
            path.push((id, found.role.as_str()));
            next = found.parent.filter(|_| path.len() < DEEPEST);
        }
        path
    }
}

/// The longest path to the root that is followed.
const DEEPEST: usize = 128;

/// The most steps that are taken.
const MOST: usize = 2_000_000;

/// Reads the tags of a file; one without tags has none.
pub fn read(file: &File) -> Tags {
    let mut tags = Tags::default();
    let root = file.catalog().and_then(|catalog| file.dictionary_at(catalog, "StructTreeRoot"));
    let Some(root) = root else { return tags };
    walk(file, root, &mut tags);
    tags.name_roles(file, root);
    let numbers =
        file.dictionary_at(root, "ParentTree").map(|tree| number_tree(file, tree)).unwrap_or_default();
    for (number, page) in file.pages.iter().enumerate() {
        let key = file.dictionary(*page).and_then(|page| file.at(page, "StructParents")?.as_i64().ok());
        let list = key.and_then(|key| numbers.get(&key)).and_then(|list| list.as_array().ok());
        for (mcid, element) in list.into_iter().flatten().enumerate() {
            if let Ok(element) = element.as_reference() {
                tags.parents.insert((number, mcid as i64), element);
            }
        }
    }
    tags
}

impl Tags {
    /// Replaces the author's own types of elements by the standard ones (PDF 32000-1, 14.8.4).
    fn name_roles(&mut self, file: &File, root: &Dictionary) {
        let Some(map) = file.dictionary_at(root, "RoleMap") else { return };
        for element in self.elements.values_mut() {
            for _ in 0..8 {
                let next = file.at(map, &element.role).and_then(|role| role.as_name().ok());
                match next.map(|role| String::from_utf8_lossy(role).into_owned()) {
                    Some(role) if role != element.role => element.role = role,
                    _ => break,
                }
            }
        }
    }
}

/// A step of the walk: the object to read, its element, and its page unless it names one itself.
struct Step<'a> {
    kid: &'a Object,
    element: Option<ObjectId>,
    page: Option<ObjectId>,
}

/// Goes through the tree, kids in order. Each element is read once, whatever refers to it.
fn walk(file: &File, root: &Dictionary, tags: &mut Tags) {
    let mut seen: BTreeSet<ObjectId> = BTreeSet::new();
    let mut steps = Vec::new();
    push_kids(root, None, None, &mut steps);
    let mut left = MOST;
    while let Some(Step { kid, element, page }) = steps.pop() {
        left -= 1;
        if left == 0 {
            return;
        }
        let on = |page: Option<ObjectId>| page.and_then(|page| file.page_number(page));
        match kid {
            Object::Integer(mcid) => tags.order.extend(on(page).map(|page| ((page, *mcid), element))),
            Object::Reference(id) if seen.insert(*id) => match file.follow(kid) {
                Some(Object::Dictionary(dict)) => {
                    let role = dict.get(b"S").and_then(Object::as_name).unwrap_or_default();
                    let role = String::from_utf8_lossy(role).into_owned();
                    let alt = dict.get(b"Alt").ok().and_then(text);
                    tags.elements.insert(*id, Element { role, parent: element, alt });
                    visit(dict, Some(*id), page, (&mut steps, tags));
                }
                // A list of kids may be an object of its own.
                Some(Object::Array(kids)) => {
                    steps.extend(kids.iter().rev().map(|kid| Step { kid, element, page }));
                }
                _ => {}
            },
            Object::Dictionary(dict) => match dict.get(b"MCID").and_then(Object::as_i64) {
                Ok(mcid) => {
                    let own = dict.get(b"Pg").and_then(Object::as_reference).ok();
                    tags.order.extend(on(own.or(page)).map(|page| ((page, mcid), element)));
                }
                Err(_) => visit(dict, element, page, (&mut steps, tags)),
            },
            _ => {}
        }
    }
}

/// Reads an element: its alternative text and its content.
fn visit<'a>(
    dict: &'a Dictionary,
    id: Option<ObjectId>,
    page: Option<ObjectId>,
    (steps, tags): (&mut Vec<Step<'a>>, &mut Tags),
) {
    if dict.has_type(b"OBJR") {
        return;
    }
    tags.alternatives.extend(dict.get(b"Alt").ok().and_then(text));
    let own = dict.get(b"Pg").and_then(Object::as_reference).ok();
    push_kids(dict, id, own.or(page), steps);
}

fn push_kids<'a>(
    dict: &'a Dictionary,
    element: Option<ObjectId>,
    page: Option<ObjectId>,
    steps: &mut Vec<Step<'a>>,
) {
    match dict.get(b"K") {
        Ok(Object::Array(kids)) => steps.extend(kids.iter().rev().map(|kid| Step { kid, element, page })),
        Ok(kid) => steps.push(Step { kid, element, page }),
        Err(_) => {}
    }
}

/// Returns the pairs of a number tree (PDF 32000-1, 7.9.7).
fn number_tree<'a>(file: &'a File, root: &'a Dictionary) -> BTreeMap<i64, &'a Object> {
    let (mut numbers, mut nodes, mut left) = (BTreeMap::new(), vec![root], MOST);
    while let Some(node) = nodes.pop() {
        let pairs = file.at(node, "Nums").and_then(|pairs| pairs.as_array().ok());
        for pair in pairs.into_iter().flat_map(|pairs| pairs.chunks_exact(2)) {
            if let (Ok(key), Some(value)) = (pair[0].as_i64(), file.follow(&pair[1])) {
                numbers.insert(key, value);
            }
        }
        let kids = file.at(node, "Kids").and_then(|kids| kids.as_array().ok());
        for kid in kids.into_iter().flatten() {
            // A cyclic tree ends here.
            left -= 1;
            if left == 0 {
                return numbers;
            }
            nodes.extend(file.follow(kid).and_then(|kid| kid.as_dict().ok()));
        }
    }
    numbers
}
