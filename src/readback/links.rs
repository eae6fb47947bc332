//! The clickable areas of the pages (PDF 32000-1, 12.5.6.5).

use super::file::{File, text};

/// An area that links to an address.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The page, from 0.
    pub page: usize,
    /// Left, bottom, right, top, in points.
    pub area: [f64; 4],
    /// The address.
    pub target: String,
}

/// The most areas that are read.
const MOST: usize = 20_000;
/// The longest address that is read.
const LONGEST: usize = 4096;

/// Reads the areas of all pages in order. Links to another place in the file are left out.
pub fn read(file: &File) -> Vec<Link> {
    let mut links = Vec::new();
    for (page, id) in file.pages.iter().enumerate() {
        let annotations = file.dictionary(*id).and_then(|page| file.at(page, "Annots")?.as_array().ok());
        for annotation in annotations.into_iter().flatten() {
            let link = file.follow(annotation).and_then(|annotation| annotation.as_dict().ok());
            let link = link.filter(|link| {
                file.at(link, "Subtype").is_some_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Link"))
            });
            let area = link.and_then(|link| file.sides(file.at(link, "Rect")?));
            let target = link.and_then(|link| text(file.at(file.dictionary_at(link, "A")?, "URI")?));
            if let (Some(area), Some(target)) = (area, target.filter(|target| target.len() <= LONGEST)) {
                links.push(Link { page, area, target });
            }
            if links.len() >= MOST {
                return links;
            }
        }
    }
    links
}
