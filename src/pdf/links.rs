//! Links as annotations (PDF 32000-1, 12.5.6.5): one for each line, all in the same element.

use lopdf::{Object, ObjectId, dictionary};

use super::groups::{Groups, Link};
use super::objects::{rectangle, text};
use super::tags::first_key;
use crate::geom::Pt;
use crate::pages::Document;

/// Writes the annotations of all links and puts them on their pages.
pub fn write(
    file: &mut lopdf::Document,
    groups: &Groups,
    document: &Document,
    pages: &[ObjectId],
) -> Vec<Vec<ObjectId>> {
    let mut on_pages: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    let mut annotations = Vec::with_capacity(groups.links.len());
    for (at, link) in groups.links.iter().enumerate() {
        let mut areas = Vec::with_capacity(link.areas.len());
        for (key, area) in (first_key(groups, at)..).zip(&link.areas) {
            let height = document.pages.get(area.page).map_or(Pt::ZERO, |page| page.size.height);
            let object = annotation(link, rectangle(area.rect, height), key, pages[area.page]);
            let id = file.add_object(object);
            on_pages[area.page].push(id.into());
            areas.push(id);
        }
        annotations.push(areas);
    }
    for (page, annotations) in pages.iter().zip(on_pages) {
        let Ok(page) = file.get_dictionary_mut(*page) else { continue };
        page.remove(b"Annots");
        if !annotations.is_empty() {
            page.set("Annots", annotations);
        }
    }
    annotations
}

fn annotation(link: &Link, rect: Object, key: i64, page: ObjectId) -> lopdf::Dictionary {
    let corners = match &rect {
        Object::Array(sides) => match sides.as_slice() {
            // Upper left, upper right, lower left, lower right: as readers expect them.
            [l, b, r, t] => [l, t, r, t, l, b, r, b].map(Clone::clone).to_vec(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => rect,
        "QuadPoints" => corners,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(ascii(link.target)) },
        "Contents" => text(readable(link.target)),
        "StructParent" => key,
        "P" => page,
    }
}

/// Returns a target as a URI: non-ASCII characters are percent-encoded (PDF 32000-1, 12.6.4.7).
fn ascii(target: &str) -> String {
    let mut uri = String::with_capacity(target.len());
    for byte in target.bytes() {
        match byte {
            b'!'..=b'~' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// Returns the text that is read out for a target: an address without the scheme, which only machines need.
fn readable(target: &str) -> &str {
    let short = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:"));
    short.filter(|rest| !rest.is_empty()).unwrap_or(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_become_ascii_and_are_read_out_without_their_scheme() {
        assert_eq!(ascii("https://例.cn/a b"), "https://%E4%BE%8B.cn/a%20b");
        assert_eq!(readable("mailto:a@b.cn"), "a@b.cn");
        assert_eq!(readable("https://b.cn"), "https://b.cn");
    }
}
