//! A face cut down to the glyphs that a document uses: what both back ends embed or draw.
//! One with quadratic outlines is cut here, faster than the `subsetter` crate does it, which matters for many résumés,
//! and without the tables that a PDF does not want. One with cubic outlines, whose tables are a little language
//! of their own, is cut by the crate, which is used for nothing else.

mod cut;
mod form;
mod sfnt;
mod truetype;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use skrifa::raw::{FontRef, ReadError, TableProvider};
use subsetter::GlyphRemapper;

use super::Face;
pub use super::outlines::Outlines;
use crate::diag::{Error, Message, message};
use cut::Cut;
pub use form::{Form, Sides};

/// The first code point of the private `cmap` that [`Subset::with_cmap`] adds: plane 15.
const PRIVATE: u32 = 0xF_0000;

/// A subset of a face. Its glyphs are renumbered: `.notdef`, then those asked for in the order
/// of their old numbers, then parts of composite glyphs, then those with other sides.
#[derive(Clone, Debug)]
pub struct Subset {
    /// The font file, without a `cmap`.
    pub bytes: Vec<u8>,
    /// The storage of its outlines.
    pub outlines: Outlines,
    /// The ranges of coordinates of quadratic outlines in the file, in ascending order: numbers that hardly ever
    /// repeat, unlike a glyph's description of its contours before them.
    pub coordinates: Vec<Range<usize>>,
    /// Its metrics.
    pub metrics: Metrics,
    /// The new number of each old one, 0 for those that are missing; up to the last one present.
    numbers: Vec<u16>,
    /// The new number of each glyph with other sides.
    forms: BTreeMap<(u16, Sides), u16>,
    /// The advance of each new glyph in thousandths of an em.
    widths: Vec<u16>,
}

/// The metrics of a face that a PDF asks for, in its own units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the tables `head`, `hhea` and `OS/2` name them")]
pub struct Metrics {
    pub units_per_em: u16,
    pub ascender: i16,
    pub descender: i16,
    pub cap_height: i16,
    /// Left, bottom, right, top.
    pub bounds: [i16; 4],
    /// Rise and run of the caret.
    pub caret: [i16; 2],
}

impl Subset {
    /// Returns the new number of a glyph; that of `.notdef` if it is not in the subset.
    pub fn glyph(&self, old: u16) -> u16 {
        self.numbers.get(usize::from(old)).copied().unwrap_or(0)
    }

    /// Returns the new number of a glyph with its sides; that of `.notdef` if it is not in the subset.
    pub fn form(&self, form: Form) -> u16 {
        match form.sides {
            None => self.glyph(form.glyph),
            Some(sides) => self.forms.get(&(form.glyph, sides)).copied().unwrap_or(0),
        }
    }

    /// Returns the number of glyphs in the subset, parts of composites included.
    pub fn len(&self) -> usize {
        self.widths.len()
    }

    /// Returns whether it has no glyph; never true, as `.notdef` is always there.
    pub fn is_empty(&self) -> bool {
        self.widths.is_empty()
    }

    /// Returns the advance of a new glyph in thousandths of an em, rounded; zero for an unknown one.
    pub fn thousandths(&self, glyph: u16) -> u16 {
        self.widths.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    /// Returns the character by which the file from [`Subset::with_cmap`] finds a new glyph.
    pub fn character(glyph: u16) -> char {
        char::from_u32(PRIVATE + u32::from(glyph)).unwrap_or('\u{FFFD}')
    }

    /// Returns the font program as a PDF embeds it: the file, or for cubic outlines their table.
    pub fn program(&self) -> &[u8] {
        match self.outlines {
            Outlines::TrueType => &self.bytes,
            Outlines::Cff => {
                self.tables().and_then(|file| sfnt::table(&file, *b"CFF ")).unwrap_or(&self.bytes)
            }
        }
    }

    /// Returns the font file with a `cmap` in which each glyph has its own character, for
    /// programs that load only what a `cmap` reaches.
    pub fn with_cmap(&self) -> Vec<u8> {
        let cmap = private_cmap(self.len());
        let mut tables = self.tables().map(|file| sfnt::tables(&file)).unwrap_or_default();
        tables.push((*b"cmap", &cmap));
        let flavour = if self.outlines == Outlines::Cff { *b"OTTO" } else { [0, 1, 0, 0] };
        sfnt::file(flavour, tables)
    }

    fn tables(&self) -> Option<FontRef<'_>> {
        FontRef::new(&self.bytes).ok()
    }
}

/// Cuts a face down to some glyphs. Only those with quadratic outlines can have other sides; with cubic
/// ones, no such form is in the subset.
///
/// # Errors
/// [`Error::Backend`] if the face is damaged or has outlines of a third kind.
pub fn subset(face: &Face, glyphs: &BTreeSet<Form>) -> Result<Subset, Error> {
    let mut kept = vec![0];
    kept.extend(glyphs.iter().map(|form| form.glyph).filter(|&glyph| glyph != 0));
    kept.dedup();
    let sided = || glyphs.iter().filter_map(|form| form.sides.map(|sides| (form.glyph, sides)));
    let cut = || {
        let whole = FontRef::from_index(face.bytes(), face.index)
            .map_err(|error| Message::foreign(error.to_string(), "its data is damaged"))?;
        let outlines = Outlines::of(&whole);
        let Cut { bytes, coordinates, advances } = match outlines {
            Outlines::TrueType => {
                let sided: Vec<(u16, Sides)> = sided().collect();
                truetype::cut(&whole, &kept, &sided)
                    .map_err(|error| Message::foreign(error.to_string(), "its data is damaged"))?
            }
            Outlines::Cff => {
                let remapper = GlyphRemapper::new_from_glyphs(&kept);
                let cut = subsetter::subset(face.bytes(), face.index, &remapper);
                let bytes =
                    cut.map_err(|error| Message::foreign(error.to_string(), "its data is damaged"))?;
                let advances = advances(&bytes)
                    .map_err(|error| Message::foreign(error.to_string(), "its data is damaged"))?;
                Cut { bytes, coordinates: Vec::new(), advances }
            }
        };
        let metrics =
            metrics(&whole).map_err(|error| Message::foreign(error.to_string(), "its data is damaged"))?;
        let widths = thousandths(&advances, metrics.units_per_em);
        let forms = match outlines {
            Outlines::TrueType => {
                let last = (0..=u16::MAX).take(widths.len());
                let last = last.skip(widths.len().saturating_sub(sided().count()));
                sided().zip(last).collect()
            }
            Outlines::Cff => BTreeMap::new(),
        };
        Ok(Subset { bytes, outlines, coordinates, metrics, numbers: numbers(&kept), forms, widths })
    };
    cut().map_err(|reason: Message| Error::Backend {
        what: "font subset",
        reason: message!("the face {face} cannot be used: {reason}", face = face.postscript, reason),
    })
}

/// Returns advances in thousandths of an em, rounded.
fn thousandths(advances: &[u16], units_per_em: u16) -> Vec<u16> {
    let em = u32::from(units_per_em).max(1);
    let scaled = |&advance: &u16| (u32::from(advance) * 1000 + em / 2) / em;
    advances.iter().map(scaled).map(|width| u16::try_from(width).unwrap_or(u16::MAX)).collect()
}

/// Returns the new number of each old one.
fn numbers(kept: &[u16]) -> Vec<u16> {
    let mut numbers = vec![0; kept.last().map_or(0, |&last| usize::from(last) + 1)];
    for (new, &old) in (0..).zip(kept) {
        numbers[usize::from(old)] = new;
    }
    numbers
}

/// Reads the metrics of a face.
fn metrics(face: &FontRef<'_>) -> Result<Metrics, ReadError> {
    let (head, hhea) = (face.head()?, face.hhea()?);
    let cap_height = face.os2().ok().and_then(|os2| os2.s_cap_height());
    Ok(Metrics {
        units_per_em: head.units_per_em(),
        ascender: hhea.ascender().to_i16(),
        descender: hhea.descender().to_i16(),
        cap_height: cap_height.unwrap_or(hhea.ascender().to_i16()),
        bounds: [head.x_min(), head.y_min(), head.x_max(), head.y_max()],
        caret: [hhea.caret_slope_rise(), hhea.caret_slope_run()],
    })
}

/// Reads the advances of all glyphs of a font file.
fn advances(file: &[u8]) -> Result<Vec<u16>, ReadError> {
    let file = FontRef::new(file)?;
    let hmtx = file.hmtx()?;
    Ok((0..file.maxp()?.num_glyphs()).map(|glyph| hmtx.advance(glyph.into()).unwrap_or(0)).collect())
}

/// Returns a `cmap` that gives each of `count` glyphs a character (OpenType, `cmap`, format 12).
fn private_cmap(count: usize) -> Vec<u8> {
    let last = PRIVATE + (count.clamp(1, 0xFFFE) as u32 - 1);
    let mut table = Vec::with_capacity(40);
    for half in [0_u16, 1, 3, 10] {
        table.extend(half.to_be_bytes()); // version, one record: Windows, full repertoire
    }
    table.extend(12_u32.to_be_bytes());
    for half in [12_u16, 0] {
        table.extend(half.to_be_bytes());
    }
    for word in [28, 0, 1, PRIVATE, last, 0] {
        table.extend(u32::to_be_bytes(word)); // length, language, one group
    }
    table
}
