//! What the file says of itself: XMP, the information dictionary, its language.
//!
//! No date is written: the same source has to give the same bytes, and none of the standards claimed
//! asks for one.

use lopdf::{Dictionary, Stream, dictionary};

use super::objects::text;
use crate::model::Meta;

/// What made the file.
const PRODUCER: &str = concat!("jianli ", env!("CARGO_PKG_VERSION"));

/// Returns the title: a file without one is not accessible (ISO 14289-1, 7.1).
fn title(meta: &Meta) -> &str {
    [meta.title.trim(), meta.author.trim()].into_iter().find(|title| !title.is_empty()).unwrap_or("Résumé")
}

/// Returns a language tag that is well-formed (RFC 3066), none otherwise.
pub fn language(tag: &str) -> Option<&str> {
    let mut parts = tag.split('-').enumerate();
    let fits = |(at, part): (usize, &str)| {
        let letters = |byte: u8| byte.is_ascii_alphabetic() || at > 0 && byte.is_ascii_digit();
        matches!(part.len(), 1..=8) && part.bytes().all(letters)
    };
    parts.all(fits).then_some(tag)
}

/// Returns the document's language, undetermined if the model does not say.
pub fn document_language(meta: &Meta) -> &str {
    language(&meta.lang).unwrap_or("und")
}

/// Returns the information dictionary; it has to agree with the XMP (ISO 19005-2, 6.6.3).
pub fn info(meta: &Meta) -> Dictionary {
    let mut info = dictionary! { "Title" => text(title(meta)), "Producer" => text(PRODUCER) };
    if !meta.author.is_empty() {
        info.set("Author", text(&meta.author));
    }
    info
}

/// Returns the XMP packet as a stream that stays readable without decompression.
pub fn xmp(meta: &Meta) -> Stream {
    let dict = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(dict, packet(meta).into_bytes()).with_compression(false)
}

fn packet(meta: &Meta) -> String {
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
         xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n\
         xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n\
         xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         {creator}\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\n\
         <pdfaid:part>2</pdfaid:part>\n\
         <pdfaid:conformance>A</pdfaid:conformance>\n\
         <pdfuaid:part>1</pdfuaid:part>\n\
         {EXTENSION}\
         </rdf:Description>\n\
         </rdf:RDF>\n\
         </x:xmpmeta>\n\
         <?xpacket end=\"r\"?>",
        title = escape(title(meta)),
        language = document_language(meta),
    )
}

/// Describes the one property that PDF/A does not know (ISO 19005-2, 6.6.2.3).
const EXTENSION: &str = "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n\
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n\
    <pdfaProperty:name>part</pdfaProperty:name>\n\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n\
    <pdfaProperty:category>internal</pdfaProperty:category>\n\
    <pdfaProperty:description>part of ISO 14289 to which the file conforms</pdfaProperty:description>\n\
    </rdf:li></rdf:Seq></pdfaSchema:property>\n\
    </rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

/// Returns text for XML, without the characters that XML cannot hold (XML 1.0, 2.2).
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
        assert!(packet(&meta).contains(">A &amp; &lt;B&gt; </rdf:li>"));
        assert_eq!(title(&Meta::default()), "Résumé");
        assert_eq!(title(&Meta { author: "Ann".to_owned(), ..Meta::default() }), "Ann");
    }
}
