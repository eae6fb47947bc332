//! One face, read lazily.

use std::sync::{Arc, OnceLock};

use skrifa::GlyphId;
use skrifa::font::Font;
use skrifa::font::{Blob, Source};
use skrifa::raw::FontRef;

use super::subset::Outlines;

/// One face: a family at one weight and slope.
pub struct Face {
    /// The family's name, as layouts write it.
    pub family: String,
    /// 400 regular, 700 bold.
    pub weight: u16,
    /// Whether it is slanted.
    pub italic: bool,
    /// The PostScript name, for the PDF.
    pub postscript: String,
    /// The index of the face in its file; 0 unless the file is a collection.
    pub index: u32,
    data: Data,
    /// The opened face. Opening reads the table directory, and waits until something is asked for.
    open: OnceLock<Option<Font>>,
}

/// The storage of a face's bytes.
#[derive(Clone)]
pub(super) enum Data {
    /// In the binary.
    #[cfg_attr(not(feature = "slim"), allow(dead_code, reason = "nothing is embedded"))]
    Embedded(&'static [u8]),
    /// In a file, mapped: pages are loaded when touched.
    Mapped(Arc<memmap2::Mmap>),
    /// In memory.
    Owned(Arc<Vec<u8>>),
}

/// The extent of a glyph's ink, in font units from its origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    /// Its left edge.
    pub left: i32,
    /// Its right edge.
    pub right: i32,
    /// Its upper edge above the baseline.
    pub top: i32,
    /// Its lower edge above the baseline; mostly negative or zero.
    pub bottom: i32,
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Face({})", self.postscript)
    }
}

impl Data {
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Data::Embedded(bytes) => bytes,
            Data::Mapped(map) => map,
            Data::Owned(bytes) => bytes,
        }
    }

    fn source(&self) -> Source {
        match self {
            Data::Embedded(bytes) => Blob::Static(bytes).into(),
            Data::Mapped(map) => Blob::Shared(map.clone()).into(),
            Data::Owned(bytes) => Blob::Shared(bytes.clone()).into(),
        }
    }

    pub(super) fn open(&self, index: u32) -> Option<Font> {
        Font::new(self.source(), index)
    }
}

impl Face {
    /// Returns a face with a known name whose file has not been touched yet.
    pub(super) fn new(family: &str, weight: u16, italic: bool, postscript: &str, data: Data) -> Face {
        Face {
            family: family.to_owned(),
            weight,
            italic,
            postscript: postscript.to_owned(),
            index: 0,
            data,
            open: OnceLock::new(),
        }
    }

    /// Returns a face that is already in memory.
    pub fn from_bytes(family: &str, weight: u16, italic: bool, postscript: &str, bytes: Vec<u8>) -> Face {
        Face::new(family, weight, italic, postscript, Data::Owned(Arc::new(bytes)))
    }

    /// Returns a face whose name is read from its file; `None` if the file is not a usable font.
    pub(super) fn read(data: Data, index: u32) -> Option<Face> {
        use skrifa::raw::types::NameId;
        let font = data.open(index)?;
        if font.num_glyphs() == 0 || font.num_glyphs() > 65_535 || !font.charmap().has_unicode() {
            return None;
        }
        let name = |id: NameId| -> Option<String> {
            let text: String = font.names().get(id)?.english_or_first()?.name().chars().collect();
            Some(text.trim().to_owned()).filter(|t| !t.is_empty())
        };
        let family = name(NameId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(NameId::FAMILY_NAME))?;
        let postscript = name(NameId::POSTSCRIPT_NAME).unwrap_or_else(|| family.replace(' ', ""));
        let attributes = font.default_attributes();
        let weight = attributes.weight.value().clamp(1.0, 1000.0) as u16;
        let italic = attributes.style != skrifa::font::attribute::Style::Normal;
        Some(Face { family, weight, italic, postscript, index, data, open: OnceLock::from(Some(font)) })
    }

    /// Returns the whole font file. Callers should touch as little of it as possible.
    pub fn bytes(&self) -> &[u8] {
        self.data.bytes()
    }

    /// Returns the opened face; `None` if the file is not a font (only a damaged bundled file).
    pub(super) fn font(&self) -> Option<&Font> {
        self.open.get_or_init(|| self.data.open(self.index)).as_ref()
    }

    /// Returns the number of font units in an em; 1 000 for a broken face.
    pub fn units_per_em(&self) -> u16 {
        self.font().map_or(1000, |font| font.units_per_em().max(1))
    }

    /// Returns the number of glyphs.
    pub fn glyph_count(&self) -> u32 {
        self.font().map_or(0, Font::num_glyphs)
    }

    /// Returns how its outlines are stored.
    pub fn outlines(&self) -> Outlines {
        FontRef::from_index(self.bytes(), self.index).map_or(Outlines::TrueType, |file| Outlines::of(&file))
    }

    /// Returns the glyph of a character before any substitution; `None` if the face lacks it.
    pub fn covers(&self, c: char) -> Option<u16> {
        let glyph = self.font()?.charmap().map_unicode(c)?;
        u16::try_from(glyph.to_u32()).ok().filter(|&id| id != 0)
    }

    /// Returns the advance width of a glyph in font units; 0 if there is no such glyph.
    pub fn advance(&self, glyph: u16) -> i32 {
        self.font().map_or(0, |font| font.glyph_metrics().h_advance(GlyphId::from(glyph)) as i32)
    }

    /// Returns the extent of a glyph's ink; `None` if it has none.
    pub fn ink(&self, glyph: u16) -> Option<Ink> {
        let extents = self.font()?.glyph_metrics().extents(GlyphId::from(glyph))?;
        let left = extents.x_bearing as i32;
        let top = extents.y_bearing as i32;
        let right = left.saturating_add(extents.width as i32);
        Some(Ink { left, right, top, bottom: top.saturating_sub(extents.height as i32) })
    }

    /// Returns the face's extent above and below its baseline according to `hhea`, in font units; the
    /// second is negative. For the PDF's font descriptor, never for line pitch (rule 50).
    pub fn ascent_descent(&self) -> (i32, i32) {
        let line = self.font().and_then(|font| font.metrics().hhea_line);
        line.map_or((880, -120), |line| (line.ascender.to_f32() as i32, line.descender.to_f32() as i32))
    }

    /// Returns the height of capitals in font units; seven tenths of the em if the face does not say.
    pub fn cap_height(&self) -> i32 {
        let height = self.font().and_then(|font| font.metrics().cap_height);
        height.map_or(i32::from(self.units_per_em()) * 7 / 10, |height| height.to_f32() as i32)
    }
}

#[cfg(all(test, feature = "embed-fonts"))]
impl Face {
    /// Returns whether anything has been read yet.
    pub(crate) fn is_open(&self) -> bool {
        self.open.get().is_some()
    }
}
