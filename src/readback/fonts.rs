//! Fonts as a reader sees them: the text, the width and the glyph of each code.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::{File, number};
use super::{cmap, encoding};

/// The look of a font.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// Its name, without the tag of a subset.
    pub name: String,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is slanted.
    pub italic: bool,
    /// Whether all its glyphs are equally wide, as in code.
    pub mono: bool,
}

/// The fonts of a file; each is read once.
#[derive(Default)]
pub struct Faces {
    fonts: Vec<Font>,
    numbers: BTreeMap<ObjectId, usize>,
}

/// The most fonts that are read.
const MOST_FONTS: usize = 4096;

impl Faces {
    /// Returns the number of a font, which is read if it is new; `None` if it is not a font.
    pub fn number(&mut self, file: &File, font: &Object) -> Option<usize> {
        let id = font.as_reference().ok();
        if let Some(number) = id.and_then(|id| self.numbers.get(&id)) {
            return Some(*number);
        }
        let dict = file.follow(font)?.as_dict().ok().filter(|_| self.fonts.len() < MOST_FONTS)?;
        let number = self.fonts.len();
        self.fonts.push(Font::read(file, dict));
        self.numbers.extend(id.map(|id| (id, number)));
        Some(number)
    }

    /// Returns a font.
    pub fn font(&self, number: Option<usize>) -> Option<&Font> {
        self.fonts.get(number?)
    }

    /// Returns the look of each font.
    pub fn into_faces(self) -> Vec<Face> {
        self.fonts.into_iter().map(|font| font.face).collect()
    }
}

/// A font of a page.
pub struct Font {
    face: Face,
    texts: BTreeMap<u32, String>,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// The glyph of each code, two bytes each; `None` if the code is the glyph.
    glyphs: Option<Vec<u8>>,
    /// Whether its codes have one byte.
    simple: bool,
    /// Whether its codes are UTF-16.
    utf16: bool,
    /// The unit of its widths, in ems.
    unit: f64,
}

/// The most codes whose widths are read.
const MOST: usize = 1 << 16;

impl Font {
    /// Reads a font: a composite one with codes of two bytes, as all of ours are (PDF 32000-1, 9.7), or a simple
    /// one with codes of one byte (9.6).
    fn read(file: &File, font: &Dictionary) -> Font {
        let texts = font.get(b"ToUnicode").ok().and_then(|map| file.unpacked(map)).unwrap_or_default();
        let texts = cmap::read(&texts);
        let is_composite = name(file, font, "Subtype") == b"Type0";
        if is_composite { Font::composite(file, font, texts) } else { Font::simple(file, font, texts) }
    }

    fn composite(file: &File, font: &Dictionary, texts: BTreeMap<u32, String>) -> Font {
        let descendants = file.at(font, "DescendantFonts").and_then(|list| list.as_array().ok());
        let descendant = descendants.and_then(|list| file.follow(list.first()?)?.as_dict().ok());
        let in_descendant = |key| descendant.and_then(|dict| file.at(dict, key));
        let coding = name(file, font, "Encoding");
        // The predefined maps with these names use Unicode itself (9.7.5.2).
        let utf16 =
            coding.starts_with(b"Uni") && coding.windows(3).any(|part| part == b"UCS" || part == b"UTF");
        Font {
            face: face(file, font, descendant.unwrap_or(font)),
            texts,
            widths: in_descendant("W")
                .and_then(|w| w.as_array().ok())
                .map_or_else(BTreeMap::new, |list| widths(file, list)),
            default_width: in_descendant("DW").and_then(number).unwrap_or(1000.0),
            glyphs: in_descendant("CIDToGIDMap").and_then(|map| file.unpacked(map)),
            simple: false,
            utf16,
            unit: 0.001,
        }
    }

    fn simple(file: &File, font: &Dictionary, mut texts: BTreeMap<u32, String>) -> Font {
        for (code, text) in encoding::texts(file, font) {
            texts.entry(code).or_insert(text);
        }
        let first = file.at(font, "FirstChar").and_then(|first| first.as_i64().ok());
        let first = first.and_then(|first| u32::try_from(first).ok()).unwrap_or(0).min(255);
        let listed = file.at(font, "Widths").and_then(|list| list.as_array().ok());
        let mut widths: BTreeMap<u32, f64> = (first..256)
            .zip(listed.into_iter().flatten())
            .filter_map(|(code, width)| Some((code, number(file.follow(width)?)?)))
            .collect();
        if listed.is_none() {
            widths = texts.iter().map(|(code, text)| (*code, encoding::usual_width(text))).collect();
        }
        let descriptor = file.dictionary_at(font, "FontDescriptor");
        let missing = descriptor.and_then(|dict| number(file.at(dict, "MissingWidth")?));
        let matrix = file.at(font, "FontMatrix").and_then(|matrix| matrix.as_array().ok());
        let scale = matrix.and_then(|matrix| number(matrix.first()?)).filter(|scale| *scale > 0.0);
        let unit = scale.filter(|_| name(file, font, "Subtype") == b"Type3").unwrap_or(0.001);
        let face = face(file, font, font);
        let default_width = missing.unwrap_or(if listed.is_some() { 0.0 } else { 500.0 });
        Font { face, texts, widths, default_width, glyphs: None, simple: true, utf16: false, unit }
    }

    /// Returns the number of bytes of a code.
    pub fn bytes(&self) -> usize {
        if self.simple { 1 } else { 2 }
    }

    /// Returns the text of a code; `None` if the font does not give it.
    pub fn text(&self, code: u32) -> Option<String> {
        let text = self.texts.get(&code).filter(|text| !text.is_empty());
        let itself = || char::from_u32(code).filter(|_| self.utf16).map(String::from);
        text.cloned().or_else(itself)
    }

    /// Returns the width of a code in ems.
    pub fn width(&self, code: u32) -> f64 {
        let half = self.utf16 && self.widths.is_empty() && code < 0x100;
        let usual = if half { self.default_width / 2.0 } else { self.default_width };
        self.widths.get(&code).copied().unwrap_or(usual) * self.unit
    }

    /// Returns whether a code shows a glyph: `.notdef`, an empty box at best, does not count (9.7.4.2).
    pub fn shows(&self, code: u32) -> bool {
        if self.simple {
            return true;
        }
        let Some(map) = &self.glyphs else { return code != 0 };
        let at = code as usize * 2;
        map.get(at..at + 2).is_some_and(|glyph| glyph != [0, 0])
    }
}

/// Returns the name under a key, or an empty name.
fn name<'a>(file: &'a File, dict: &'a Dictionary, key: &str) -> &'a [u8] {
    file.at(dict, key).and_then(|name| name.as_name().ok()).unwrap_or_default()
}

/// Reads the look of a font from its name, which all programs write alike, and from its descriptor (9.8).
fn face(file: &File, font: &Dictionary, described: &Dictionary) -> Face {
    const FIXED: i64 = 1;
    const ITALIC: i64 = 1 << 6;
    const FORCE_BOLD: i64 = 1 << 18;
    let name = String::from_utf8_lossy(name(file, font, "BaseFont")).into_owned();
    let subset = |tag: &str| tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase());
    let name = name.split_once('+').filter(|(tag, _)| subset(tag)).map_or(name.as_str(), |(_, name)| name);
    let lower = name.to_ascii_lowercase();
    let called = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let descriptor = file.dictionary_at(described, "FontDescriptor");
    let said = |key: &str| descriptor.and_then(|dict| number(file.at(dict, key)?)).unwrap_or(0.0);
    let flags = said("Flags") as i64;
    let bold = called(&["bold", "black", "heavy", "semibold", "demi"]) || lower.starts_with("cmbx");
    let slanted =
        called(&["italic", "oblique", "slanted"]) || lower.starts_with("cmti") || lower.starts_with("cmsl");
    Face {
        bold: bold || said("FontWeight") >= 600.0 || flags & FORCE_BOLD != 0,
        italic: slanted || flags & ITALIC != 0 || said("ItalicAngle") != 0.0,
        mono: flags & FIXED != 0 || called(&["mono", "courier", "consolas", "codepro"]),
        name: name.to_owned(),
    }
}

/// Reads `first [w …]` and `first last w` (PDF 32000-1, 9.7.4.3).
fn widths(file: &File, list: &[Object]) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let code = |object: &Object| object.as_i64().ok().and_then(|code| u32::try_from(code).ok());
    let mut rest = list;
    while let [first, second, behind @ ..] = rest {
        let (Some(first), Some(second)) = (code(first), file.follow(second)) else { break };
        rest = behind;
        if let Object::Array(each) = second {
            widths.extend((first..).zip(each.iter().filter_map(number)).take(MOST));
        } else if let (Some(last), [width, more @ ..]) = (code(second), behind) {
            rest = more;
            let width = number(width).unwrap_or(1000.0);
            widths.extend((first..=last).take(MOST).map(|code| (code, width)));
        }
        if widths.len() > MOST {
            break;
        }
    }
    widths
}
