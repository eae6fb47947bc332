//! Completion of the objects from printpdf.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::bytes::{Ready, ReadyStream};
use super::fonts::{ResourceName, Typeface, Typefaces};
use super::groups::Groups;
use super::objects::number;
use super::{Options, attach, codes, intent, links, metadata, outline, structure, tags};
use crate::font::subset::Outlines;
use crate::geom::Pt;
use crate::pages::{Document, Page};

/// Writes the widths and the texts of the codes of each font.
pub fn complete_codes(file: &mut lopdf::Document, typefaces: &Typefaces) {
    for (number, typeface) in typefaces.iter() {
        for (entry, codes) in typeface.entries().into_iter().enumerate() {
            let Some(font) = font(file, &ResourceName(number, entry).to_string()) else { continue };
            let map = file.get_dictionary(font).and_then(|font| font.get(b"ToUnicode")?.as_reference());
            if let Ok(map) = map {
                file.set_object(map, Stream::new(dictionary! {}, codes::to_unicode(&codes)));
            }
            if let Some(descendant) = descendant(file, font) {
                let widths = codes.iter().map(|&(code, _)| (code, typeface.width(code)));
                descendant.set("W", codes::widths(widths));
                descendant.set("DW", i64::from(codes::DEFAULT_WIDTH));
            }
        }
    }
}

/// Embeds the font programs, one for all entries of a face, and the maps of their aliases.
pub fn embed_fonts(file: &mut lopdf::Document, typefaces: &Typefaces, ready: &mut Ready) {
    for (number, typeface) in typefaces.iter() {
        let program = file.new_object_id();
        ready.programs.push(program_stream(typeface, program));
        let map = match (typeface.subset().outlines, typeface.cid_to_gid()) {
            (Outlines::TrueType, Some(map)) => Some(file.add_object(Stream::new(dictionary! {}, map)).into()),
            (Outlines::TrueType, None) => Some("Identity".into()),
            (Outlines::Cff, _) => None,
        };
        let mut shared = None;
        for entry in 0..typeface.count() {
            let Some(font) = font(file, &ResourceName(number, entry).to_string()) else { continue };
            let Some(descendant) = descendant(file, font) else { continue };
            complete_descendant(descendant, typeface, map.clone());
            let Ok(own) = descendant.get(b"FontDescriptor").and_then(Object::as_reference) else { continue };
            let descriptor = *shared.get_or_insert(own);
            descendant.set("FontDescriptor", descriptor);
            if own == descriptor {
                describe(file, own, typeface, program);
            } else {
                file.objects.remove(&own);
            }
        }
    }
}

/// Returns a compressed font program as a stream.
fn program_stream(typeface: &Typeface, (id, _): ObjectId) -> ReadyStream {
    let content = typeface.program.compressed.clone().unwrap_or_default();
    let mut dict = dictionary! { "Filter" => "FlateDecode", "Length" => content.len() as i64 };
    match typeface.subset().outlines {
        Outlines::TrueType => dict.set("Length1", typeface.subset().program().len() as i64),
        Outlines::Cff => dict.set("Subtype", "CIDFontType0C"),
    }
    ReadyStream { id, dict, content }
}

/// Sets the kind of outlines of a font, and how its codes become glyphs.
fn complete_descendant(descendant: &mut Dictionary, typeface: &Typeface, map: Option<Object>) {
    let kind = match typeface.subset().outlines {
        Outlines::TrueType => "CIDFontType2",
        Outlines::Cff => "CIDFontType0",
    };
    descendant.set("Subtype", kind);
    descendant.remove(b"CIDToGIDMap");
    if let Some(map) = map {
        descendant.set("CIDToGIDMap", map);
    }
}

/// Returns the object of a font resource, which all pages share.
fn font(file: &lopdf::Document, name: &str) -> Option<ObjectId> {
    let page = file.page_iter().next()?;
    let resources = file.get_dictionary(page).ok()?.get_deref(b"Resources", file).ok()?;
    let fonts = resources.as_dict().ok()?.get_deref(b"Font", file).ok()?;
    fonts.as_dict().ok()?.get(name.as_bytes()).ok()?.as_reference().ok()
}

fn descendant(file: &mut lopdf::Document, font: ObjectId) -> Option<&mut Dictionary> {
    let font = file.get_dictionary_mut(font).ok()?;
    font.get_mut(b"DescendantFonts").ok()?.as_array_mut().ok()?.first_mut()?.as_dict_mut().ok()
}

fn describe(file: &mut lopdf::Document, descriptor: ObjectId, typeface: &Typeface, program: ObjectId) {
    let metrics = &typeface.subset().metrics;
    let cap_height = i64::from(metrics.cap_height) * 1000 / i64::from(metrics.units_per_em).max(1);
    let key = match typeface.subset().outlines {
        Outlines::TrueType => "FontFile2",
        Outlines::Cff => "FontFile3",
    };
    if let Ok(descriptor) = file.get_dictionary_mut(descriptor) {
        descriptor.set("CapHeight", cap_height);
        descriptor.set("Flags", if metrics.caret[1] == 0 { 4 } else { 4 | 64 }); // symbolic, italic
        descriptor.set(key, program);
    }
}

/// Puts the contents into the pages.
pub fn complete_pages(file: &mut lopdf::Document, document: &Document, contents: Vec<Vec<u8>>, print: bool) {
    let ids: Vec<ObjectId> = file.page_iter().collect();
    for (key, ((id, page), content)) in ids.into_iter().zip(&document.pages).zip(contents).enumerate() {
        let Ok(object) = file.get_dictionary_mut(id) else { continue };
        object.set("StructParents", key as i64);
        object.set("Tabs", "S");
        if page.bleed > Pt::ZERO {
            object.set("BleedBox", bleed_box(page));
        }
        if print {
            object.remove(b"CropBox"); // else the crop marks would be hidden
        }
        let stream = Stream::new(dictionary! {}, content);
        match object.get(b"Contents").and_then(Object::as_reference) {
            Ok(contents) => file.set_object(contents, stream),
            Err(_) => continue,
        }
    }
}

fn bleed_box(page: &Page) -> Object {
    let Page { size, bleed, .. } = page;
    let sides = [-*bleed, -*bleed, size.width + *bleed, size.height + *bleed];
    Object::Array(sides.map(number).to_vec())
}

/// Adds the document-wide entries; returns the elements of the tag tree.
pub fn complete_catalog(
    file: &mut lopdf::Document,
    document: &Document,
    groups: &Groups,
    options: &Options,
) -> Ready {
    let pages: Vec<ObjectId> = file.page_iter().collect();
    let annotations = links::write(file, groups, document, &pages);
    let tree = structure::tree(document, groups);
    let referred = tags::Referred { pages: &pages, annotations: &annotations };
    let (structure, ready) = tags::write(file, &tree, document, &referred);
    let outline = outline::write(file, document, &pages);
    attach::write(file, options);
    let about = metadata::About { meta: &document.meta, options };
    let metadata = metadata::xmp(&about, file);
    let metadata = file.add_object(metadata);
    let intents = if options.print.is_some() { intent::press(file) } else { vec![intent::screen(file)] };
    let info = file.add_object(metadata::info(&about));
    if let Ok(old) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);

    let Ok(catalog) = file.catalog_mut() else { return ready };
    catalog.remove(b"PageLayout");
    catalog.remove(b"PageMode");
    catalog.set("Lang", Object::string_literal(metadata::document_language(&document.meta)));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", structure);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", intents.into_iter().map(Object::from).collect::<Vec<Object>>());
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    ready
}
