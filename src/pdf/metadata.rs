//! The metadata of the file: XMP, the information dictionary, its language.
//!
//! No date is written unless one is given: the same source has to give the same bytes. Only PDF/X-4 requires one,
//! and then gets the same each time.

use lopdf::{Dictionary, Object, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::objects::text;
use super::{Date, Options};
use crate::model::Meta;

/// The program that made the file.
const PRODUCER: &str = concat!("jianli ", env!("CARGO_PKG_VERSION"));

/// The sources of the metadata.
pub struct About<'a> {
    /// The metadata of the document.
    pub meta: &'a Meta,
    /// The options of the file.
    pub options: &'a Options,
}

/// Returns the title: a file without one is not accessible (ISO 14289-1, 7.1).
fn title(meta: &Meta) -> &str {
    [meta.title.trim(), meta.author.trim()].into_iter().find(|title| !title.is_empty()).unwrap_or("Résumé")
}

/// Returns a language tag if it is well-formed (RFC 3066).
pub fn language(tag: &str) -> Option<&str> {
    let mut parts = tag.split('-').enumerate();
    let fits = |(at, part): (usize, &str)| {
        let letters = |byte: u8| byte.is_ascii_alphabetic() || at > 0 && byte.is_ascii_digit();
        matches!(part.len(), 1..=8) && part.bytes().all(letters)
    };
    parts.all(fits).then_some(tag)
}

/// Returns the document's language, undetermined if the model does not give one.
pub fn document_language(meta: &Meta) -> &str {
    language(&meta.lang).unwrap_or("und")
}

/// Returns the information dictionary; it has to agree with the XMP (ISO 19005-2, 6.6.3).
pub fn info(about: &About) -> Dictionary {
    let meta = about.meta;
    let mut info = dictionary! { "Title" => text(title(meta)), "Producer" => text(PRODUCER) };
    if !meta.author.is_empty() {
        info.set("Author", text(&meta.author));
    }
    if let Some(date) = about.options.written() {
        info.set("CreationDate", Object::string_literal(date.pdf()));
        info.set("ModDate", Object::string_literal(date.pdf()));
    }
    if about.options.print.is_some() {
        info.set("Trapped", "False");
    }
    info
}

/// Returns the XMP packet as a stream that stays readable without decompression.
pub fn xmp(about: &About, file: &lopdf::Document) -> Stream {
    let dict = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(dict, packet(about, &identity(file)).into_bytes()).with_compression(false)
}

/// Returns a name that no other file has, derived from the content of this one.
fn identity(file: &lopdf::Document) -> String {
    let mut hash = Sha256::new();
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    let hash: String = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let part = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
    format!("uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

fn packet(about: &About, identity: &str) -> String {
    let &About { meta, options } = about;
    let (mut own, mut schemas) = (String::new(), String::new());
    if let Some(date) = options.written().map(Date::xmp) {
        own += &format!(
            "<xmp:CreateDate>{date}</xmp:CreateDate>\n\
             <xmp:ModifyDate>{date}</xmp:ModifyDate>\n\
             <xmp:MetadataDate>{date}</xmp:MetadataDate>\n"
        );
    }
    if options.print.is_some() {
        // ISO 15930-7, 6.7.2
        own += &format!(
            "<xmpMM:DocumentID>{identity}</xmpMM:DocumentID>\n\
             <xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n\
             <xmpMM:VersionID>1</xmpMM:VersionID>\n\
             <pdf:Trapped>False</pdf:Trapped>\n\
             <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
        );
        schemas += &schema(["Adobe PDF", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Text"]);
        schemas += &schema(["PDF/X", "http://www.npes.org/pdfx/ns/id/", "pdfxid", "GTS_PDFXVersion", "Text"]);
    }
    schemas += &schema(["PDF/UA", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer"]);
    let creator = match meta.author.as_str() {
        "" => String::new(),
        author => {
            format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escape(author))
        }
    };
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\"\n\
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n\
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n\
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n\
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n\
         xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"\n\
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n\
         xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"\n\
         xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n\
         xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n\
         xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         {creator}\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\n\
         <pdfaid:part>{part}</pdfaid:part>\n\
         <pdfaid:conformance>A</pdfaid:conformance>\n\
         <pdfuaid:part>1</pdfuaid:part>\n\
         {own}\
         <pdfaExtension:schemas><rdf:Bag>\n{schemas}</rdf:Bag></pdfaExtension:schemas>\n\
         </rdf:Description>\n\
         </rdf:RDF>\n\
         </x:xmpmeta>\n\
         <?xpacket end=\"r\"?>",
        title = escape(title(meta)),
        part = if options.attached.is_empty() { 2 } else { 3 },
        language = document_language(meta),
    )
}

/// Describes a property that PDF/A does not define (ISO 19005-2, 6.6.2.3): the standard that defines it, its
/// namespace and prefix, its name and type.
fn schema([standard, uri, prefix, name, kind]: [&str; 5]) -> String {
    format!(
        "<rdf:li rdf:parseType=\"Resource\">\n\
         <pdfaSchema:schema>{standard} schema</pdfaSchema:schema>\n\
         <pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI>\n\
         <pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>\n\
         <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n\
         <pdfaProperty:name>{name}</pdfaProperty:name>\n\
         <pdfaProperty:valueType>{kind}</pdfaProperty:valueType>\n\
         <pdfaProperty:category>internal</pdfaProperty:category>\n\
         <pdfaProperty:description>what {standard} wants to know of the file</pdfaProperty:description>\n\
         </rdf:li></rdf:Seq></pdfaSchema:property>\n\
         </rdf:li>\n"
    )
}

/// Escapes text for XML, and drops the characters that XML cannot hold (XML 1.0, 2.2).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_are_checked() {
        assert_eq!(language("zh-Hans"), Some("zh-Hans"));
        for bad in ["", "zh_CN", "zh-", "中文", "a)b", "1a", "abcdefghi"] {
            assert_eq!(language(bad), None, "{bad}");
        }
    }

    #[test]
    fn titles_are_escaped_and_never_empty() {
        let meta = Meta { title: "A & <B>\u{1}".to_owned(), ..Meta::default() };
        let packet = packet(&About { meta: &meta, options: &Options::default() }, "");
        assert!(packet.contains(">A &amp; &lt;B&gt; </rdf:li>"));
        assert_eq!(title(&Meta::default()), "Résumé");
        assert_eq!(title(&Meta { author: "Ann".to_owned(), ..Meta::default() }), "Ann");
    }
}
