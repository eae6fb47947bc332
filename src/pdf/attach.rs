//! Files that a PDF carries with it (PDF 32000-1, 7.11.4; ISO 19005-3, 6.8).

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::objects::text;
use super::options::Attachment;
use super::{Date, Options};

/// Writes the files and adds them to the catalog: as the sources of the document, and to its name tree, which has
/// to be in order.
pub fn write(file: &mut lopdf::Document, options: &Options) {
    if options.attached.is_empty() {
        return;
    }
    let mut files: Vec<(Vec<u8>, Object, ObjectId)> = Vec::new();
    for attachment in &options.attached {
        let key = text(&attachment.name);
        let spec = specification(file, attachment, options.date);
        let sorted = key.as_str().map(<[u8]>::to_vec).unwrap_or_default();
        files.push((sorted, key, file.add_object(spec)));
    }
    let associated: Vec<Object> = files.iter().map(|(.., spec)| Object::from(*spec)).collect();
    files.sort_by(|one, other| one.0.cmp(&other.0));
    let names: Vec<Object> = files.into_iter().flat_map(|(_, key, spec)| [key, spec.into()]).collect();
    let Ok(catalog) = file.catalog_mut() else { return };
    catalog.set("AF", associated);
    catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
}

fn specification(file: &mut lopdf::Document, attachment: &Attachment, date: Option<Date>) -> Dictionary {
    let (media_type, description) = attachment.kind.description();
    let mut parameters = dictionary! { "Size" => attachment.bytes.len() as i64 };
    if let Some(date) = date {
        parameters.set("ModDate", Object::string_literal(date.pdf()));
    }
    let dict = dictionary! { "Type" => "EmbeddedFile", "Subtype" => media_type, "Params" => parameters };
    let stream = file.add_object(Stream::new(dict, attachment.bytes.clone()));
    dictionary! {
        "Type" => "Filespec",
        "F" => text(&attachment.name),
        "UF" => text(&attachment.name),
        "Desc" => Object::string_literal(description),
        "EF" => dictionary! { "F" => stream, "UF" => stream },
        "AFRelationship" => "Source",
    }
}
