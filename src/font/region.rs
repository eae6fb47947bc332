//! Whether a face has a region's forms of Han: 门, 骨 and 直 look different in Taipei, Tokyo and
//! Beijing, and so do stops (rule 53).

use skrifa::raw::types::Tag;
use skrifa::raw::{FontRef, TableProvider};

use super::Face;

/// A region as OpenType describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The tags of its languages in `GSUB`.
    pub languages: &'static [&'static [u8; 4]],
    /// The bit of its code page in `OS/2`.
    pub code_page: u32,
}

/// The languages of China, Japan and Korea in `GSUB`.
const EAST_ASIAN: [&[u8; 4]; 5] = [b"ZHS ", b"ZHT ", b"ZHH ", b"JAN ", b"KOR "];
/// The bit of Simplified Chinese in `OS/2`.
const SIMPLIFIED: u32 = 18;

impl Face {
    /// Returns whether this face has the forms of a region: it can switch to them, or it was drawn for
    /// that region, as far as its file says.
    pub fn has_forms_of(&self, region: Region) -> bool {
        let Ok(font) = FontRef::from_index(self.bytes(), self.index) else { return false };
        let languages = languages(&font);
        if languages.iter().any(|tag| region.languages.contains(&tag)) {
            return true;
        }
        let pages = font.os2().ok().and_then(|table| table.ul_code_page_range_1()).unwrap_or(0);
        let has = |bit: u32| pages >> bit & 1 == 1;
        languages.iter().all(|tag| !EAST_ASIAN.contains(&tag)) && has(region.code_page) && !has(SIMPLIFIED)
    }
}

/// A table of our own in faces with a region's forms of another's characters: those that they lack, as
/// LEB128 numbers: the distance of each range from the last, and its length less one.
const LACKS: Tag = Tag::new(b"jlLK");

impl Face {
    /// Returns whether a region draws a character differently from this face's companion and this face
    /// lacks it: the companion's glyph is then a foreign form.
    pub(crate) fn leaves_foreign(&self, c: char) -> bool {
        let Ok(font) = FontRef::from_index(self.bytes(), self.index) else { return false };
        let Some(table) = font.table_data(LACKS) else { return false };
        let (mut numbers, mut last, wanted) = (Numbers(table.as_bytes()), 0_u32, u32::from(c));
        while let (Some(gap), Some(more)) = (numbers.next(), numbers.next()) {
            let first = last.saturating_add(gap);
            last = first.saturating_add(more);
            if last >= wanted {
                return first <= wanted;
            }
        }
        false
    }
}

/// Reads LEB128 numbers.
struct Numbers<'a>(&'a [u8]);

impl Iterator for Numbers<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u32, 0_u32);
        loop {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 127).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 128 {
                return Some(number);
            }
        }
    }
}

/// Returns the languages for which a face has forms of its own.
fn languages(font: &FontRef<'_>) -> Vec<[u8; 4]> {
    let Some(list) = font.gsub().ok().and_then(|table| table.script_list().ok()) else { return Vec::new() };
    let data = list.offset_data();
    let scripts = list.script_records().iter().filter_map(|record| record.script(data).ok());
    let languages = scripts.flat_map(|script| {
        let tags = script.lang_sys_records().iter().map(|record| record.lang_sys_tag().to_be_bytes());
        tags.collect::<Vec<_>>()
    });
    languages.collect()
}

#[cfg(all(test, feature = "embed-fonts"))]
mod tests {
    use super::*;
    use crate::font::FontBook;

    #[test]
    fn rule_53_faces_tell_their_regions() {
        let book = FontBook::bundled();
        let has = |family: &str, region| {
            let mut faces = book.faces().filter(|(_, face)| face.family == family);
            faces.any(|(_, face)| face.has_forms_of(region))
        };
        let taiwan = Region { languages: &[b"ZHT "], code_page: 20 };
        let japan = Region { languages: &[b"JAN "], code_page: 17 };
        assert!(!has("Noto Sans SC", taiwan));
        assert!(!has("Noto Sans SC", japan));
        assert!(has("Resume Noto Sans CJK Ext", taiwan));
        assert!(has("Resume Noto Sans CJK Ext", japan));
    }
}
