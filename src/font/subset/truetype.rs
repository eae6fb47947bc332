//! A face with quadratic outlines cut down: `glyf`, `loca` and `hmtx` rewritten, a few tables changed or
//! kept, the others left out: a PDF wants no `name`, `OS/2`, `post` or `cmap` of such a font (PDF 32000-1, 9.9).

use std::collections::BTreeMap;
use std::ops::Range;

use skrifa::GlyphId;
use skrifa::raw::tables::loca::Loca;
use skrifa::raw::{FontRef, ReadError, TableProvider};

use super::Sides;
use super::cut::Cut;
use super::sfnt::{self, Tag};

/// The tables for hinting, which outlines may refer to.
const HINTING: [Tag; 3] = [*b"cvt ", *b"fpgm", *b"prep"];

/// The bytes reserved for an outline: most Han have fewer.
const USUAL: usize = 256;

/// Returns a font file with only some glyphs. They are numbered in the order given, followed by the parts of
/// composite glyphs and by those of `sided`, which are among `glyphs`, with their sides.
///
/// # Errors
/// If a required table is missing, or a glyph is outside of it.
pub fn cut(face: &FontRef<'_>, glyphs: &[u16], sided: &[(u16, Sides)]) -> Result<Cut, ReadError> {
    let mut outlines = outlines(face, glyphs)?;
    let units_per_em = face.head()?.units_per_em();
    let moved = sided.iter().map(|&(glyph, sides)| outlines.add(glyph, sides, units_per_em));
    let moved: Vec<(u16, i16)> = moved.collect::<Result<_, _>>()?;
    let Outlines { kept, glyf, starts, coordinates } = outlines;
    let long = glyf.len() > 2 * usize::from(u16::MAX);
    let loca: Vec<u8> = match long {
        true => starts.iter().flat_map(|start| start.to_be_bytes()).collect(),
        false => starts.iter().flat_map(|start| ((start / 2) as u16).to_be_bytes()).collect(),
    };
    let measures = face.hmtx()?;
    let ids = || kept.iter().map(|&glyph| GlyphId::from(glyph));
    let mut advances: Vec<u16> = ids().map(|glyph| measures.advance(glyph).unwrap_or(0)).collect();
    let mut bearings: Vec<i16> = ids().map(|glyph| measures.side_bearing(glyph).unwrap_or(0)).collect();
    advances.extend(moved.iter().map(|(advance, _)| advance));
    bearings.extend(moved.iter().map(|(_, bearing)| bearing));
    let count = u16::try_from(advances.len()).map_err(|_| ReadError::OutOfBounds)?;
    let (hmtx, metrics) = widths(&advances, &bearings);

    let head = changed(face, *b"head", 50, u16::from(long))?;
    let hhea = changed(face, *b"hhea", 34, metrics)?;
    let mut maxp = changed(face, *b"maxp", 4, count)?;
    if !sided.is_empty() {
        allow_composites(&mut maxp);
    }
    let made = [(*b"glyf", glyf), (*b"head", head), (*b"hhea", hhea), (*b"hmtx", hmtx), (*b"loca", loca)];
    let mut tables: Vec<(Tag, &[u8])> = made.iter().map(|(tag, table)| (*tag, &table[..])).collect();
    tables.push((*b"maxp", &maxp));
    tables.extend(HINTING.iter().filter_map(|&tag| Some((tag, sfnt::table(face, tag)?))));
    let bytes = sfnt::file([0, 1, 0, 0], tables);
    let start = sfnt::start(&bytes, *b"glyf").unwrap_or_default();
    let coordinates = coordinates.into_iter().map(|range| start + range.start..start + range.end).collect();
    Ok(Cut { bytes, coordinates, advances })
}

/// Glyphs with all their parts.
struct Outlines {
    /// Their numbers in the face.
    kept: Vec<u16>,
    /// Their outlines.
    glyf: Vec<u8>,
    /// The start of each, and the end of the last.
    starts: Vec<u32>,
    /// The ranges of their coordinates.
    coordinates: Vec<Range<usize>>,
}

/// Returns some glyphs with all their parts.
fn outlines(face: &FontRef<'_>, glyphs: &[u16]) -> Result<Outlines, ReadError> {
    let (loca, whole) = (face.loca(None)?, face.glyf()?.offset_data().as_bytes());
    let mut numbers: BTreeMap<u16, u16> = BTreeMap::new();
    let mut kept = glyphs.to_vec();
    let mut glyf = Vec::with_capacity(USUAL * glyphs.len());
    let mut starts = Vec::with_capacity(glyphs.len() + 1);
    starts.push(0);
    let mut coordinates = Vec::with_capacity(glyphs.len());
    let mut taken = 0;
    while let Some(&glyph) = kept.get(starts.len() - 1) {
        let outline = outline(&loca, whole, glyph)?;
        // In a sound file glyphs do not overlap; in another their total could be any multiple of its size.
        taken += outline.len();
        if taken > whole.len() {
            return Err(ReadError::MalformedData("glyphs overlap"));
        }
        let start = glyf.len();
        glyf.extend_from_slice(outline);
        coordinates.extend(description(outline).map(|length| start + length..glyf.len()));
        for part in parts(outline)? {
            if numbers.is_empty() {
                numbers = kept.iter().copied().zip(0..).collect();
            }
            let place = &mut glyf[start + part..][..2];
            let number = *numbers.entry(u16::from_be_bytes([place[0], place[1]])).or_insert_with_key(|old| {
                kept.push(*old);
                (kept.len() - 1) as u16
            });
            place.copy_from_slice(&number.to_be_bytes());
        }
        glyf.resize(glyf.len().next_multiple_of(2), 0); // short offsets are halves
        starts.push(glyf.len() as u32);
    }
    Ok(Outlines { kept, glyf, starts, coordinates })
}

impl Outlines {
    /// Adds a glyph again with other sides, as a composite with it as its only part; returns its advance
    /// and its left side bearing in font units.
    fn add(&mut self, glyph: u16, sides: Sides, units_per_em: u16) -> Result<(u16, i16), ReadError> {
        let number = self.kept.iter().position(|&kept| kept == glyph).ok_or(ReadError::OutOfBounds)?;
        let place = self.starts.get(number).zip(self.starts.get(number + 1));
        let (from, to) = place.map_or((0, 0), |(&from, &to)| (from as usize, to as usize));
        let bounds: Option<[u8; 8]> =
            self.glyf.get(from..to).and_then(|outline| outline.get(2..10)?.try_into().ok());
        let half = |units: i32| units.clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        let shift = half(Sides::units(sides.shift.into(), units_per_em));
        let mut bearing = 0;
        if let Some(bounds) = bounds {
            let [left, bottom, right, top] =
                std::array::from_fn(|at| i16::from_be_bytes([bounds[2 * at], bounds[2 * at + 1]]));
            bearing = left.saturating_add(shift);
            // Two words for the part's position, which are distances.
            const FLAGS: i16 = 0x0001 | 0x0002;
            let composite =
                [-1, bearing, bottom, right.saturating_add(shift), top, FLAGS, number as i16, shift, 0];
            self.glyf.extend(composite.iter().flat_map(|half| half.to_be_bytes()));
        }
        self.starts.push(self.glyf.len() as u32);
        let advance = Sides::units(sides.advance.into(), units_per_em).clamp(0, u16::MAX.into()) as u16;
        Ok((advance, bearing))
    }
}

/// Records in a `maxp` that a glyph may be a composite of any other (OpenType, `maxp`, version 1.0).
fn allow_composites(maxp: &mut [u8]) {
    const POINTS: usize = 6;
    const CONTOURS: usize = 8;
    const COMPOSITE_POINTS: usize = 10;
    const COMPOSITE_CONTOURS: usize = 12;
    const PARTS: usize = 28;
    const DEPTH: usize = 30;
    let half = |at: usize| maxp.get(at..at + 2).map_or(0, |bytes| u16::from_be_bytes([bytes[0], bytes[1]]));
    let least = [
        (COMPOSITE_POINTS, half(COMPOSITE_POINTS).max(half(POINTS))),
        (COMPOSITE_CONTOURS, half(COMPOSITE_CONTOURS).max(half(CONTOURS))),
        (PARTS, half(PARTS).max(1)),
        (DEPTH, half(DEPTH).saturating_add(1)),
    ];
    for (at, value) in least {
        if let Some(place) = maxp.get_mut(at..at + 2) {
            place.copy_from_slice(&value.to_be_bytes());
        }
    }
}

/// Returns the outline of a glyph, empty for a blank.
fn outline<'a>(loca: &Loca, glyf: &'a [u8], glyph: u16) -> Result<&'a [u8], ReadError> {
    let at = |index: usize| loca.get_raw(index).map(|offset| offset as usize);
    let range = at(usize::from(glyph)).zip(at(usize::from(glyph) + 1));
    range.and_then(|(from, to)| glyf.get(from..to)).ok_or(ReadError::OutOfBounds)
}

/// Returns the maximum number of bytes that an outline has before its coordinates: bounds, the last point of each
/// contour, instructions, point flags. `None` for a blank and for a composite (OpenType, `glyf`).
fn description(outline: &[u8]) -> Option<usize> {
    let half = |at: usize| Some(usize::from(u16::from_be_bytes(*outline.get(at..)?.first_chunk()?)));
    let contours = half(0).filter(|&count| (1..1 << 15).contains(&count))?;
    let ends = 10 + 2 * contours;
    let points = half(ends - 2)? + 1;
    let instructions = half(ends)?;
    Some(ends + 2 + instructions + points).filter(|&length| length < outline.len())
}

/// Returns the offsets of the part numbers in an outline; none for one that has contours of its own
/// (OpenType, `glyf`, composite glyphs).
fn parts(outline: &[u8]) -> Result<Vec<usize>, ReadError> {
    const WORDS: u16 = 0x0001;
    const SCALE: u16 = 0x0008;
    const MORE: u16 = 0x0020;
    const TWO_SCALES: u16 = 0x0040;
    const MATRIX: u16 = 0x0080;
    let half = |at: usize| match outline.get(at..at + 2) {
        Some(bytes) => Ok(u16::from_be_bytes([bytes[0], bytes[1]])),
        None => Err(ReadError::OutOfBounds),
    };
    let mut places = Vec::new();
    if outline.is_empty() || (half(0)? as i16) >= 0 {
        return Ok(places);
    }
    let mut at = 10; // behind the count of contours and the bounds
    loop {
        let flags = half(at)?;
        half(at + 2)?;
        places.push(at + 2);
        if flags & MORE == 0 {
            return Ok(places);
        }
        let has = |flag: u16, bytes: usize| if flags & flag == 0 { 0 } else { bytes };
        at += 6 + has(WORDS, 2) + has(SCALE, 2) + has(TWO_SCALES, 4) + has(MATRIX, 8);
    }
}

/// Returns an `hmtx` and the number of advances in it: the last applies to all glyphs after it.
fn widths(advances: &[u16], bearings: &[i16]) -> (Vec<u8>, u16) {
    let named = match advances.iter().rposition(|advance| Some(advance) != advances.last()) {
        Some(other) => other + 2,
        None => 1,
    };
    let mut table = Vec::with_capacity(4 * advances.len());
    for (at, (advance, bearing)) in advances.iter().zip(bearings).enumerate() {
        if at < named {
            table.extend(advance.to_be_bytes());
        }
        table.extend(bearing.to_be_bytes());
    }
    (table, named as u16)
}

/// Returns a table of the face with two of its bytes changed.
fn changed(face: &FontRef<'_>, tag: Tag, at: usize, half: u16) -> Result<Vec<u8>, ReadError> {
    let mut table = sfnt::table(face, tag).ok_or(ReadError::TableIsMissing(skrifa::Tag::new(&tag)))?.to_vec();
    table.get_mut(at..at + 2).ok_or(ReadError::OutOfBounds)?.copy_from_slice(&half.to_be_bytes());
    Ok(table)
}
