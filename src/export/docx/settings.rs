//! The settings, the lists and the metadata of a document.

use super::look::Look;
use super::styles::W;
use super::xml::Xml;
use crate::export::title::title;
use crate::model::Resume;

/// Returns the part with the settings.
pub fn settings(look: &Look) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", W)]);
    xml.value("w:defaultTabStop", "420");
    xml.value("w:characterSpacingControl", "compressPunctuation");
    xml.open("w:compat", &[]);
    let word = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", word), ("w:val", "15")]);
    xml.close("w:compat");
    xml.empty("w:themeFontLang", &[("w:val", look.latin_lang()), ("w:eastAsia", look.wide_lang())]);
    xml.close("w:settings");
    xml.bytes()
}

/// Returns the part with the lists: bullets, and the first number of each numbered list.
pub fn numbering(starts: &[(u64, u8)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:numbering", &[("xmlns:w", W)]);
    for (id, bullets) in [("0", true), ("1", false)] {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
        xml.value("w:multiLevelType", "hybridMultilevel");
        for level in 0..3u32 {
            xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
            xml.value("w:start", "1");
            xml.value("w:numFmt", if bullets { "bullet" } else { "decimal" });
            let text = if bullets {
                ["•", "◦", "▪"][level as usize].to_owned()
            } else {
                format!("%{}.", level + 1)
            };
            xml.value("w:lvlText", &text);
            xml.value("w:lvlJc", "left");
            xml.open("w:pPr", &[]);
            xml.empty("w:ind", &[("w:left", &(360 * (level + 1)).to_string()), ("w:hanging", "360")]);
            xml.close("w:pPr");
            xml.close("w:lvl");
        }
        xml.close("w:abstractNum");
    }
    xml.open("w:num", &[("w:numId", "1")]);
    xml.value("w:abstractNumId", "0");
    xml.close("w:num");
    for (at, (start, level)) in starts.iter().enumerate() {
        xml.open("w:num", &[("w:numId", &(at + 2).to_string())]);
        xml.value("w:abstractNumId", "1");
        xml.open("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
        xml.value("w:startOverride", &start.to_string());
        xml.close("w:lvlOverride");
        xml.close("w:num");
    }
    xml.close("w:numbering");
    xml.bytes()
}

/// Returns the part with the metadata of the document.
pub fn core(resume: &Resume, made: Option<&str>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.text("dc:title", &[], &title(resume));
    xml.text("dc:creator", &[], &resume.meta.author);
    for name in ["dcterms:created", "dcterms:modified"] {
        if let Some(made) = made {
            xml.text(name, &[("xsi:type", "dcterms:W3CDTF")], made);
        }
    }
    xml.text("dc:language", &[], &resume.meta.lang);
    xml.close("cp:coreProperties");
    xml.bytes()
}
