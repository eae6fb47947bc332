//! The package of a document: its parts in a ZIP, and the relations between them (ECMA-376, part 2).

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;
use crate::diag::{Error, Message};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The targets of a document: parts of its own, pictures, external addresses.
#[derive(Default)]
pub struct Relations {
    links: BTreeMap<String, usize>,
    order: Vec<String>,
    /// The pictures, each with its extension and its bytes.
    pub media: Vec<(&'static str, Vec<u8>)>,
}

impl Relations {
    /// Returns the name of the relation to an address.
    pub fn link(&mut self, url: &str) -> String {
        let next = self.order.len();
        let number = *self.links.entry(url.to_owned()).or_insert(next);
        if number == next {
            self.order.push(url.to_owned());
        }
        format!("link{}", number + 1)
    }

    /// Adds a picture; returns the name of the relation to it.
    pub fn picture(&mut self, ending: &'static str, bytes: Vec<u8>) -> String {
        self.media.push((ending, bytes));
        format!("picture{}", self.media.len())
    }

    fn xml(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        xml.open("Relationships", &[("xmlns", RELATIONS)]);
        for part in ["styles", "numbering", "settings"] {
            let (kind, target) = (format!("{OFFICE}/{part}"), format!("{part}.xml"));
            xml.empty("Relationship", &[("Id", part), ("Type", &kind), ("Target", &target)]);
        }
        let (hyperlink, image) = (format!("{OFFICE}/hyperlink"), format!("{OFFICE}/image"));
        for (at, url) in self.order.iter().enumerate() {
            let id = format!("link{}", at + 1);
            let there =
                [("Id", id.as_str()), ("Type", &hyperlink), ("Target", url), ("TargetMode", "External")];
            xml.empty("Relationship", &there);
        }
        for (at, (ending, _)) in self.media.iter().enumerate() {
            let (id, target) = (format!("picture{}", at + 1), format!("media/image{}.{ending}", at + 1));
            xml.empty("Relationship", &[("Id", &id), ("Type", &image), ("Target", &target)]);
        }
        xml.close("Relationships");
        xml.bytes()
    }
}

/// The parts that are written elsewhere.
pub struct Parts {
    pub document: Vec<u8>,
    pub styles: Vec<u8>,
    pub numbering: Vec<u8>,
    pub settings: Vec<u8>,
    pub core: Vec<u8>,
    pub relations: Relations,
}

/// Returns the package. Nothing in it is compressed, so that it has the same bytes on every machine; its times are
/// the earliest that a ZIP can hold.
///
/// # Errors
/// [`Error::Backend`] if it is larger than a ZIP can be.
pub fn package(parts: Parts) -> Result<Vec<u8>, Error> {
    let relations = parts.relations.xml();
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".to_owned(), types()),
        ("_rels/.rels".to_owned(), roots()),
        ("docProps/core.xml".to_owned(), parts.core),
        ("word/document.xml".to_owned(), parts.document),
        ("word/_rels/document.xml.rels".to_owned(), relations),
        ("word/styles.xml".to_owned(), parts.styles),
        ("word/numbering.xml".to_owned(), parts.numbering),
        ("word/settings.xml".to_owned(), parts.settings),
    ];
    for (at, (ending, bytes)) in parts.relations.media.into_iter().enumerate() {
        files.push((format!("word/media/image{}.{ending}", at + 1), bytes));
    }
    zipped(files).map_err(|error| Error::Backend {
        what: "docx",
        reason: Message::foreign(error.to_string(), "it could not be made"),
    })
}

fn zipped(files: Vec<(String, Vec<u8>)>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn types() -> Vec<u8> {
    const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", TYPES)]);
    for (ending, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ] {
        xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
    for (part, kind) in [
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/numbering.xml", format!("{WORD}.numbering+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        ("/docProps/core.xml", core),
    ] {
        xml.empty("Override", &[("PartName", part), ("ContentType", &kind)]);
    }
    xml.close("Types");
    xml.bytes()
}

fn roots() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    let document = format!("{OFFICE}/officeDocument");
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    xml.empty("Relationship", &[("Id", "document"), ("Type", &document), ("Target", "word/document.xml")]);
    xml.empty("Relationship", &[("Id", "core"), ("Type", core), ("Target", "docProps/core.xml")]);
    xml.close("Relationships");
    xml.bytes()
}
