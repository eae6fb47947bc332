//! The tag tree as objects of the file (PDF 32000-1, 14.7).

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::bytes::{Ready, write_entry, write_item};
use super::groups::Groups;
use super::metadata::language;
use super::objects::{number, rectangle, text};
use super::tag_tree::{Element, Kid, Tree};
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

/// Writes the tree and the references back to it from the pages and the annotations; returns its root and its
/// elements.
pub fn write(
    file: &mut lopdf::Document,
    tree: &Tree,
    document: &Document,
    referred: &Referred,
) -> (ObjectId, Ready) {
    let root = file.new_object_id();
    let mut ids = vec![root; tree.elements.len()];
    let order = tree.preorder();
    for &at in &order {
        ids[at] = file.new_object_id();
    }
    let elements = Elements { tree, ids, document, referred };
    let mut ready = Ready::default();
    for &at in &order {
        let parent = if at == 0 { root } else { elements.ids[tree.elements[at].parent] };
        ready.starts.push((elements.ids[at].0, ready.bytes.len()));
        elements.write(&mut ready.bytes, &tree.elements[at], parent);
        ready.bytes.push(b' ');
    }
    let (parents, next) = elements.parents(&order);
    let parents = file.add_object(parents);
    let object = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![elements.ids[0].into()],
        "ParentTree" => parents,
        "ParentTreeNextKey" => next,
    };
    file.objects.insert(root, object.into());
    (root, ready)
}

/// The elements and the objects that they become.
struct Elements<'a> {
    tree: &'a Tree<'a>,
    ids: Vec<ObjectId>,
    document: &'a Document,
    referred: &'a Referred<'a>,
}

impl Elements<'_> {
    fn write(&self, out: &mut Vec<u8>, element: &Element, parent: ObjectId) {
        let page = element.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            _ => None,
        });
        out.extend_from_slice(b"<</S/");
        out.extend_from_slice(name(element.role).as_bytes());
        write_entry(out, b"P", &parent.into());
        match element.kids[..] {
            [] => {}
            [kid] => write_entry(out, b"K", &self.kid(kid, page)),
            ref kids => {
                out.extend_from_slice(b"/K[");
                kids.iter().enumerate().for_each(|(at, kid)| write_item(out, at, &self.kid(*kid, page)));
                out.push(b']');
            }
        }
        if let Some(page) = page {
            write_entry(out, b"Pg", &self.referred.pages[page].into());
        }
        if let Some(lang) = element.lang.and_then(language) {
            write_entry(out, b"Lang", &Object::string_literal(lang));
        }
        match element.role {
            Role::Figure => self.describe_figure(out, element),
            Role::TH => {
                let scope = dictionary! { "O" => "Table", "Scope" => self.scope(element) };
                write_entry(out, b"A", &scope.into());
            }
            _ => {}
        }
        out.extend_from_slice(b">>");
    }

    /// Returns a piece of an element's content as an object; a sequence on the element's own page is just its
    /// number.
    fn kid(&self, kid: Kid, own: Option<usize>) -> Object {
        let Referred { pages, annotations } = self.referred;
        match kid {
            Kid::Element(child) => self.ids[child].into(),
            Kid::Content { page, mcid } if Some(page) == own => Object::Integer(mcid as i64),
            Kid::Content { page, mcid } => {
                dictionary! { "Type" => "MCR", "Pg" => pages[page], "MCID" => mcid as i64 }.into()
            }
            Kid::Annotation { link, area } => {
                dictionary! { "Type" => "OBJR", "Obj" => annotations[link][area] }.into()
            }
        }
    }

    /// Writes the description and the place of a figure (ISO 14289-1, 7.3). A photo without a description is
    /// described as the person's.
    fn describe_figure(&self, out: &mut Vec<u8>, element: &Element) {
        let mut known = [element.alt, Some(&self.document.meta.author)].into_iter().flatten();
        let alt = known.find(|alt| !alt.trim().is_empty());
        write_entry(out, b"Alt", &text(alt.unwrap_or("Photo")));
        if let Some((page, rect)) = element.figure {
            let height = self.document.pages.get(page).map_or(Pt::ZERO, |page| page.size.height);
            let place = dictionary! {
                "O" => "Layout",
                "Placement" => "Block",
                "BBox" => rectangle(rect, height),
                "Width" => number(rect.size.width),
                "Height" => number(rect.size.height),
            };
            write_entry(out, b"A", &place.into());
        }
    }

    /// Returns the scope of a header cell: whether it heads a row or a column (ISO 14289-1, 7.5).
    fn scope(&self, cell: &Element) -> &'static str {
        let part = self.tree.elements[cell.parent].parent;
        if self.tree.elements[part].role == Role::THead { "Column" } else { "Row" }
    }

    /// Returns the number tree from sequences and annotations to elements, and its next key: first the pages, then
    /// the annotations in the order of the links.
    fn parents(&self, order: &[usize]) -> (Dictionary, i64) {
        let Referred { pages, annotations } = self.referred;
        let mut sequences: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
        let mut areas: Vec<Vec<Object>> =
            annotations.iter().map(|areas| vec![Object::Null; areas.len()]).collect();
        for &at in order {
            for kid in &self.tree.elements[at].kids {
                match *kid {
                    Kid::Content { page, mcid } => {
                        let length = sequences[page].len().max(mcid + 1);
                        sequences[page].resize(length, Object::Null);
                        sequences[page][mcid] = self.ids[at].into();
                    }
                    Kid::Annotation { link, area } => areas[link][area] = self.ids[at].into(),
                    Kid::Element(_) => {}
                }
            }
        }
        let values = sequences.into_iter().map(Object::Array).chain(areas.into_iter().flatten());
        let pairs = values.enumerate().flat_map(|(key, value)| [Object::Integer(key as i64), value]);
        let pairs: Vec<Object> = pairs.collect();
        let next = pairs.len() as i64 / 2;
        (dictionary! { "Nums" => pairs }, next)
    }
}

/// Returns the key of a link's first annotation in the parent tree.
pub fn first_key(groups: &Groups, link: usize) -> i64 {
    let before = groups.links.iter().take(link).map(|link| link.areas.len()).sum::<usize>();
    (groups.pages.len() + before) as i64
}
