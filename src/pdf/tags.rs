//! The tag tree as objects of the file (PDF 32000-1, 14.7).

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::groups::Groups;
use super::metadata::language;
use super::objects::{number, rectangle, text};
use super::structure::{Element, Kid, Tree};
use crate::boxes::structure::Role;
use crate::geom::Pt;
use crate::pages::Document;

/// The objects that the tree refers to.
pub struct Referred<'a> {
    /// The page objects.
    pub pages: &'a [ObjectId],
    /// The annotations of each link.
    pub annotations: &'a [Vec<ObjectId>],
}

/// Returns a structure type's name in the file.
pub fn name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Sect => "Sect",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::P => "P",
        Role::L => "L",
        Role::LI => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Table => "Table",
        Role::THead => "THead",
        Role::TBody => "TBody",
        Role::TR => "TR",
        Role::TH => "TH",
        Role::TD => "TD",
        Role::Figure => "Figure",
        Role::Span => "Span",
        Role::Link => "Link",
        Role::BlockQuote => "BlockQuote",
        Role::Code => "Code",
    }
}

/// Writes the tree, the marks of the pages and annotations that lead back to it, and its root.
pub fn write(file: &mut lopdf::Document, tree: &Tree, document: &Document, referred: &Referred) -> ObjectId {
    let root = file.new_object_id();
    let mut ids = vec![root; tree.elements.len()];
    let order = tree.preorder();
    for &at in &order {
        ids[at] = file.new_object_id();
    }
    for &at in &order {
        let parent = if at == 0 { root } else { ids[tree.elements[at].parent] };
        let object = element(tree, at, parent, &ids, document, referred);
        file.objects.insert(ids[at], object.into());
    }
    let (parents, next) = parents(tree, &order, &ids, referred);
    let parents = file.add_object(parents);
    let object = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![ids[0].into()],
        "ParentTree" => parents,
        "ParentTreeNextKey" => next,
    };
    file.objects.insert(root, object.into());
    root
}

fn element(
    tree: &Tree,
    at: usize,
    parent: ObjectId,
    ids: &[ObjectId],
    document: &Document,
    referred: &Referred,
) -> Dictionary {
    let element = &tree.elements[at];
    let mut object = dictionary! { "S" => name(element.role), "P" => parent };
    let page = element.kids.iter().find_map(|kid| match kid {
        Kid::Content { page, .. } => Some(*page),
        _ => None,
    });
    let kids = element.kids.iter().map(|kid| match *kid {
        Kid::Element(child) => ids[child].into(),
        Kid::Content { page: on, mcid } if Some(on) == page => Object::Integer(mcid as i64),
        Kid::Content { page, mcid } => {
            dictionary! { "Type" => "MCR", "Pg" => referred.pages[page], "MCID" => mcid as i64 }.into()
        }
        Kid::Annotation { link, area } => {
            dictionary! { "Type" => "OBJR", "Obj" => referred.annotations[link][area] }.into()
        }
    });
    let mut kids: Vec<Object> = kids.collect();
    match kids.len() {
        0 => {}
        1 => object.set("K", kids.remove(0)),
        _ => object.set("K", kids),
    }
    if let Some(page) = page {
        object.set("Pg", referred.pages[page]);
    }
    if let Some(lang) = element.lang.and_then(language) {
        object.set("Lang", Object::string_literal(lang));
    }
    describe(&mut object, element, tree, document);
    object
}

/// Adds what figures and header cells must say of themselves (ISO 14289-1, 7.3 and 7.5).
fn describe(object: &mut Dictionary, element: &Element, tree: &Tree, document: &Document) {
    match element.role {
        Role::Figure => {
            // A photo without a description is the person's.
            let known = [element.alt, Some(&document.meta.author)].into_iter().flatten();
            let alt = known.filter(|alt| !alt.trim().is_empty()).next();
            object.set("Alt", text(alt.unwrap_or("Photo")));
            if let Some((page, rect)) = element.figure {
                let height = document.pages.get(page).map_or(Pt::ZERO, |page| page.size.height);
                let place = dictionary! {
                    "O" => "Layout",
                    "Placement" => "Block",
                    "BBox" => rectangle(rect, height),
                    "Width" => number(rect.size.width),
                    "Height" => number(rect.size.height),
                };
                object.set("A", place);
            }
        }
        Role::TH => {
            let row = &tree.elements[element.parent];
            let head = tree.elements[row.parent].role == Role::THead;
            let scope = if head { "Column" } else { "Row" };
            object.set("A", dictionary! { "O" => "Table", "Scope" => scope });
        }
        _ => {
            if let Some(alt) = element.alt {
                object.set("Alt", text(alt));
            }
        }
    }
}

/// Returns the number tree that leads from sequences and annotations to elements, and its next key:
/// first the pages, then the annotations in the order of the links.
fn parents(tree: &Tree, order: &[usize], ids: &[ObjectId], referred: &Referred) -> (Dictionary, i64) {
    let mut pages: Vec<Vec<Object>> = vec![Vec::new(); referred.pages.len()];
    let mut annotations: Vec<Vec<Object>> =
        referred.annotations.iter().map(|areas| vec![Object::Null; areas.len()]).collect();
    for &at in order {
        for kid in &tree.elements[at].kids {
            match *kid {
                Kid::Content { page, mcid } => {
                    let length = pages[page].len().max(mcid + 1);
                    pages[page].resize(length, Object::Null);
                    pages[page][mcid] = ids[at].into();
                }
                Kid::Annotation { link, area } => annotations[link][area] = ids[at].into(),
                Kid::Element(_) => {}
            }
        }
    }
    let values = pages.into_iter().map(Object::Array).chain(annotations.into_iter().flatten());
    let mut pairs: Vec<Object> = Vec::new();
    for (key, value) in values.enumerate() {
        pairs.extend([Object::Integer(key as i64), value]);
    }
    let next = pairs.len() as i64 / 2;
    (dictionary! { "Nums" => pairs }, next)
}

/// Returns the key of a link's first annotation in the parent tree.
pub fn first_key(groups: &Groups, link: usize) -> i64 {
    let before = groups.links.iter().take(link).map(|link| link.areas.len()).sum::<usize>();
    (groups.pages.len() + before) as i64
}
