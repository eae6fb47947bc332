//! Fonts as a reader knows them: the text, the width and the glyph of each code.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};

use super::cmap;
use super::file::{File, number};

/// A font of a page.
pub struct Font {
    texts: BTreeMap<u32, String>,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// The glyph of each code, two bytes each; none: the code is the glyph.
    glyphs: Option<Vec<u8>>,
}

/// Widths of more codes are not read.
const MOST: usize = 1 << 16;

impl Font {
    /// Reads a composite font with codes of two bytes, which all of ours are (PDF 32000-1, 9.7). Of any
    /// other kind nothing is known but that it is there.
    pub fn read(file: &File, font: &Dictionary) -> Font {
        let texts = font.get(b"ToUnicode").ok().and_then(|map| file.unpacked(map)).unwrap_or_default();
        let descendants = file.at(font, "DescendantFonts").and_then(|list| list.as_array().ok());
        let descendant = descendants.and_then(|list| file.follow(list.first()?)?.as_dict().ok());
        let in_descendant = |key| descendant.and_then(|dict| file.at(dict, key));
        Font {
            texts: cmap::read(&texts),
            widths: in_descendant("W")
                .and_then(|w| w.as_array().ok())
                .map_or_else(BTreeMap::new, |list| widths(file, list)),
            default_width: in_descendant("DW").and_then(number).unwrap_or(1000.0),
            glyphs: in_descendant("CIDToGIDMap").and_then(|map| file.unpacked(map)),
        }
    }

    /// Returns what a code stands for; none if the font does not say.
    pub fn text(&self, code: u32) -> Option<&str> {
        self.texts.get(&code).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// Returns the width of a code in ems.
    pub fn width(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.default_width) / 1000.0
    }

    /// Tells whether a code shows a glyph: `.notdef`, an empty box at best, is none (9.7.4.2).
    pub fn shows(&self, code: u32) -> bool {
        let Some(map) = &self.glyphs else { return code != 0 };
        let at = code as usize * 2;
        map.get(at..at + 2).is_some_and(|glyph| glyph != [0, 0])
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
