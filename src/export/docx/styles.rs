//! The styles of a document.

use super::look::Look;
use super::xml::Xml;
use crate::export::inks::Ink;

pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The styles of paragraphs that Word has not.
const CUSTOM: [&str; 12] = [
    "Contact",
    "Facts",
    "Tags",
    "Code",
    "Sender",
    "Recipient",
    "Subject",
    "Wish",
    "Ending",
    "Note",
    "SignaturePicture",
    "Enclosures",
];

pub fn hex([r, g, b]: Ink) -> String {
    format!("{r:02X}{g:02X}{b:02X}")
}

/// A style of paragraphs; the order of its members is that of the schema.
#[derive(Default)]
pub struct Paragraph<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub next: Option<&'a str>,
    pub keep_next: bool,
    /// Whether it has a line below it.
    pub ruled: bool,
    /// Whether it has a tab stop at the right edge.
    pub stop: bool,
    /// Before and after, in twentieths of a point.
    pub space: (u32, u32),
    /// The left indent, and how far the first line hangs to the left of it.
    pub indent: Option<(u32, u32)>,
    /// How far its first line is moved in, in ems.
    pub first: u32,
    pub align: Option<&'a str>,
    pub outline: Option<u8>,
    pub list: Option<(u32, u8)>,
    pub bold: bool,
    pub italic: bool,
    pub color: Option<Ink>,
    pub size: Option<u32>,
    pub face: Option<&'a str>,
}

/// Returns the part with the styles, of which some are only in this document.
pub fn styles(look: &Look, own: &[Paragraph<'_>]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:styles", &[("xmlns:w", W)]);
    defaults(&mut xml, look);
    for style in paragraphs(look).iter().chain(own) {
        paragraph(&mut xml, look, style);
    }
    character(&mut xml, "Strong", "Strong", |xml| {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    });
    character(&mut xml, "Hyperlink", "Hyperlink", |xml| {
        xml.value("w:color", &hex(look.inks.link));
        xml.value("w:u", "single");
    });
    character(&mut xml, "Dates", "Dates", |xml| xml.value("w:color", &hex(look.inks.quiet)));
    character(&mut xml, "CodeChar", "Code Char", |xml| {
        xml.empty("w:rFonts", &[("w:ascii", "Consolas"), ("w:hAnsi", "Consolas"), ("w:cs", "Consolas")]);
    });
    tables(&mut xml);
    xml.close("w:styles");
    xml.bytes()
}

fn paragraphs(look: &Look) -> Vec<Paragraph<'static>> {
    let plain = || Paragraph { space: (0, 60), ..Paragraph::default() };
    let mut all = vec![
        Paragraph { id: "Normal", name: "Normal", ..plain() },
        Paragraph {
            id: "Title",
            name: "Title",
            next: Some("Subtitle"),
            keep_next: true,
            bold: true,
            size: Some(look.name),
            space: (0, 40),
            ..plain()
        },
        Paragraph {
            id: "Subtitle",
            name: "Subtitle",
            next: Some("Contact"),
            keep_next: true,
            size: Some(look.headline),
            ..plain()
        },
        Paragraph { id: "Contact", name: "Contact", ..plain() },
        Paragraph { id: "Facts", name: "Facts", ..plain() },
        Paragraph { id: "Tags", name: "Tags", color: Some(look.inks.quiet), ..plain() },
        Paragraph {
            id: "Heading1",
            name: "heading 1",
            next: Some("Normal"),
            keep_next: true,
            ruled: true,
            outline: Some(0),
            bold: true,
            color: Some(look.inks.accent),
            size: Some(look.section),
            space: (240, 100),
            ..plain()
        },
    ];
    for (at, (id, name)) in [("Heading2", "heading 2"), ("Heading3", "heading 3"), ("Heading4", "heading 4")]
        .into_iter()
        .enumerate()
    {
        all.push(Paragraph {
            id,
            name,
            next: Some("Normal"),
            keep_next: true,
            stop: true,
            outline: Some(at as u8 + 1),
            size: Some(if at == 0 { look.entry } else { look.body }),
            space: (if at == 0 { 140 } else { 100 }, 40),
            ..plain()
        });
    }
    let lists = [
        ("ListBullet", "List Bullet", 0u8),
        ("ListBullet2", "List Bullet 2", 1),
        ("ListBullet3", "List Bullet 3", 2),
        ("ListNumber", "List Number", 0),
        ("ListNumber2", "List Number 2", 1),
        ("ListNumber3", "List Number 3", 2),
        ("ListContinue", "List Continue", 0),
        ("ListContinue2", "List Continue 2", 1),
        ("ListContinue3", "List Continue 3", 2),
    ];
    for (id, name, level) in lists {
        let bulleted = id.starts_with("ListBullet");
        let left = 360 * (u32::from(level) + 1);
        let hanging = if id.starts_with("ListContinue") { 0 } else { 360 };
        all.push(Paragraph {
            id,
            name,
            space: (0, 40),
            indent: Some((left, hanging)),
            list: bulleted.then_some((1, level)),
            ..plain()
        });
    }
    all.push(Paragraph {
        id: "Quote",
        name: "Quote",
        italic: !["zh", "ja", "ko"].iter().any(|lang| look.lang.starts_with(lang)),
        indent: Some((360, 0)),
        color: Some(look.inks.quiet),
        ..plain()
    });
    all.push(Paragraph {
        id: "Code",
        name: "Code",
        face: Some("Consolas"),
        indent: Some((200, 0)),
        ..plain()
    });
    all
}

fn defaults(xml: &mut Xml, look: &Look) {
    let size = look.body.to_string();
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    let faces =
        [("w:ascii", look.latin), ("w:eastAsia", look.wide), ("w:hAnsi", look.latin), ("w:cs", look.latin)];
    xml.empty("w:rFonts", &faces);
    xml.value("w:color", &hex(look.inks.ink));
    xml.value("w:sz", &size);
    xml.value("w:szCs", &size);
    xml.empty(
        "w:lang",
        &[("w:val", look.latin_lang()), ("w:eastAsia", look.wide_lang()), ("w:bidi", "ar-SA")],
    );
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.open("w:pPrDefault", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:widowControl", &[]);
    xml.empty("w:spacing", &[("w:line", &look.leading.to_string()), ("w:lineRule", "auto")]);
    xml.close("w:pPr");
    xml.close("w:pPrDefault");
    xml.close("w:docDefaults");
}

fn paragraph(xml: &mut Xml, look: &Look, style: &Paragraph<'_>) {
    let normal = style.id == "Normal";
    let custom = CUSTOM.contains(&style.id);
    let mut attributes = vec![("w:type", "paragraph")];
    attributes.extend(normal.then_some(("w:default", "1")));
    attributes.extend(custom.then_some(("w:customStyle", "1")));
    attributes.push(("w:styleId", style.id));
    xml.open("w:style", &attributes);
    xml.value("w:name", style.name);
    if !normal {
        xml.value("w:basedOn", "Normal");
    }
    if let Some(next) = style.next {
        xml.value("w:next", next);
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if style.keep_next {
        xml.empty("w:keepNext", &[]);
        xml.empty("w:keepLines", &[]);
    }
    if let Some((list, level)) = style.list {
        number(xml, list, level);
    }
    if style.ruled {
        xml.open("w:pBdr", &[]);
        let line = hex(style.color.unwrap_or(look.inks.quiet));
        xml.empty("w:bottom", &[("w:val", "single"), ("w:sz", "4"), ("w:space", "2"), ("w:color", &line)]);
        xml.close("w:pBdr");
    }
    if style.stop {
        xml.open("w:tabs", &[]);
        xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &look.measure.to_string())]);
        xml.close("w:tabs");
    }
    let (before, after) = (style.space.0.to_string(), style.space.1.to_string());
    xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
    if let Some((left, hanging)) = style.indent {
        xml.empty("w:ind", &[("w:left", &left.to_string()), ("w:hanging", &hanging.to_string())]);
    }
    if style.first > 0 {
        let (chars, twips) = ((style.first * 100).to_string(), (style.first * look.body * 10).to_string());
        xml.empty("w:ind", &[("w:firstLineChars", &chars), ("w:firstLine", &twips)]);
    }
    if let Some(align) = style.align {
        xml.value("w:jc", align);
    }
    if let Some(level) = style.outline {
        xml.value("w:outlineLvl", &level.to_string());
    }
    xml.close("w:pPr");
    xml.open("w:rPr", &[]);
    if let Some(face) = style.face {
        xml.empty("w:rFonts", &[("w:ascii", face), ("w:hAnsi", face), ("w:cs", face)]);
    }
    for (on, tag) in
        [(style.bold, "w:b"), (style.bold, "w:bCs"), (style.italic, "w:i"), (style.italic, "w:iCs")]
    {
        if on {
            xml.empty(tag, &[]);
        }
    }
    if let Some(color) = style.color {
        xml.value("w:color", &hex(color));
    }
    if let Some(size) = style.size {
        xml.value("w:sz", &size.to_string());
        xml.value("w:szCs", &size.to_string());
    }
    xml.close("w:rPr");
    xml.close("w:style");
}

/// Writes the number of a list and the level in it.
pub fn number(xml: &mut Xml, list: u32, level: u8) {
    xml.open("w:numPr", &[]);
    xml.value("w:ilvl", &level.to_string());
    xml.value("w:numId", &list.to_string());
    xml.close("w:numPr");
}

fn character(xml: &mut Xml, id: &str, name: &str, look: impl Fn(&mut Xml)) {
    let custom = matches!(id, "Dates" | "CodeChar");
    let mut attributes = vec![("w:type", "character")];
    attributes.extend(custom.then_some(("w:customStyle", "1")));
    attributes.push(("w:styleId", id));
    xml.open("w:style", &attributes);
    xml.value("w:name", name);
    xml.value("w:basedOn", "DefaultParagraphFont");
    xml.open("w:rPr", &[]);
    look(xml);
    xml.close("w:rPr");
    xml.close("w:style");
}

fn tables(xml: &mut Xml) {
    xml.open(
        "w:style",
        &[("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")],
    );
    xml.value("w:name", "Default Paragraph Font");
    xml.close("w:style");
    xml.open("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")]);
    xml.value("w:name", "Normal Table");
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    cell_margins(xml);
    xml.close("w:tblPr");
    xml.close("w:style");
    xml.open("w:style", &[("w:type", "table"), ("w:styleId", "TableGrid")]);
    xml.value("w:name", "Table Grid");
    xml.value("w:basedOn", "TableNormal");
    xml.open("w:tblPr", &[]);
    xml.open("w:tblBorders", &[]);
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "BFBFBF")];
        xml.empty(&format!("w:{side}"), &line);
    }
    xml.close("w:tblBorders");
    xml.close("w:tblPr");
    xml.close("w:style");
}

fn cell_margins(xml: &mut Xml) {
    xml.open("w:tblCellMar", &[]);
    for (side, wide) in [("top", "0"), ("left", "108"), ("bottom", "0"), ("right", "108")] {
        xml.empty(&format!("w:{side}"), &[("w:w", wide), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
}
