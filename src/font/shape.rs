//! Words → glyphs, through the font's own rules.

use harfrust::{Buffer, Direction, Feature, Language, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};

use super::{FaceId, FontBook};

/// The manner in which a word is shaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner<'a> {
    /// Whether it is set as Chinese: — and … are parts of a Han line, marks sit where the language has them (rule 38).
    pub han: bool,
    /// The language, a BCP 47 tag.
    pub lang: &'a str,
    /// Whether small letters use the small capitals of the face, if it has any.
    pub small_caps: bool,
}

/// A glyph of a shaped word, in font units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shaped {
    /// Its number in the face.
    pub id: u16,
    /// The offset of the first of its characters, as it was given to [`Shaper::shape`].
    pub cluster: u32,
    /// The distance that the pen advances.
    pub advance: i32,
    /// Its offset to the right of the pen.
    pub dx: i32,
    /// Its offset above the baseline.
    pub dy: i32,
}

/// Shapes words and keeps the compiled rules of the faces: one for a whole build.
pub struct Shaper<'a> {
    book: &'a FontBook,
    fonts: Vec<Option<ShaperFont<'a, 'static>>>,
    plans: Vec<(FaceId, (bool, bool), ShapePlan)>,
    buffer: Buffer,
}

/// Contextual alternates draw arrows for `->` and other signs for `x`; ligatures hide letters from
/// readers of the text layer. Both are switched off where a script can do without them.
const OFF: [&[u8; 4]; 3] = [b"liga", b"clig", b"calt"];

impl<'a> Shaper<'a> {
    /// Returns a shaper for the faces of a book.
    pub fn new(book: &'a FontBook) -> Shaper<'a> {
        Shaper { book, fonts: Vec::new(), plans: Vec::new(), buffer: Buffer::new() }
    }

    /// Shapes one word of one script in one face.
    ///
    /// `characters` come with the offsets that [`Shaped::cluster`] reports. The glyphs are appended
    /// to `glyphs` from left to right; returns whether the script runs from right to left, so that
    /// their clusters descend. Never fails: a broken face gives its `.notdef`.
    pub fn shape(
        &mut self,
        face: FaceId,
        characters: impl Iterator<Item = (u32, char)>,
        manner: Manner<'_>,
        glyphs: &mut Vec<Shaped>,
    ) -> bool {
        let at = usize::from(face.0);
        if self.fonts.len() <= at {
            self.fonts.resize_with(at + 1, || None);
        }
        if self.fonts[at].is_none() {
            self.fonts[at] = self.book.face(face).font().map(ShaperFont::new);
        }
        let Some(font) = &self.fonts[at] else { return false };
        let buffer = &mut self.buffer;
        buffer.reset();
        let (mut marks, mut letters) = (false, false);
        for (offset, c) in characters {
            buffer.push(u32::from(c), offset);
            marks |= matches!(c, '…' | '—' | '“' | '”' | '‘' | '’');
            letters |= c.is_alphabetic();
        }
        if manner.han {
            buffer.set_script(Some(Script::HAN));
        } else if marks && !letters {
            // A lone ellipsis has no script, and faces for Chinese then draw it in the middle of the em.
            buffer.set_script(Some(Script::LATIN));
        }
        buffer.set_language(Language::new(manner.lang));
        buffer.guess_segment_properties();
        let rtl = buffer.direction() == Direction::RightToLeft;
        let features = features_for(buffer.script(), manner.small_caps);
        let fits = |plan: &ShapePlan| {
            (plan.script(), plan.direction(), plan.language())
                == (buffer.script(), buffer.direction(), buffer.language())
        };
        let set = (manner.han, manner.small_caps);
        let known = self.plans.iter().position(|(of, with, plan)| (*of, *with) == (face, set) && fits(plan));
        let known = known.unwrap_or_else(|| {
            let (direction, script) = (buffer.direction(), buffer.script());
            let plan = ShapePlan::new(font, direction, script, buffer.language(), &features);
            self.plans.push((face, set, plan));
            self.plans.len() - 1
        });
        let options =
            ShapeOptions::new().plan(self.plans.get(known).map(|(.., plan)| plan)).features(&features);
        if harfrust::shape(font, buffer, options).is_err() {
            return false;
        }
        let shaped = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        glyphs.extend(shaped.map(|(info, position)| Shaped {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            cluster: info.cluster,
            advance: position.x_advance,
            dx: position.x_offset,
            dy: position.y_offset,
        }));
        rtl
    }
}

/// Returns the features to set for a script. Latin, Greek and Cyrillic lose ligatures; scripts with
/// joined letters keep everything. Capitals are never made smaller (`c2sc`).
fn features_for(script: Option<Script>, small_caps: bool) -> Vec<Feature> {
    let plain = [Script::LATIN, Script::GREEK, Script::CYRILLIC, Script::COMMON, Script::HAN];
    if script.is_some_and(|script| !plain.contains(&script)) {
        return Vec::new();
    }
    let small = small_caps.then(|| Feature::new(Tag::new(b"smcp"), 1, ..));
    OFF.iter().map(|tag| Feature::new(Tag::new(tag), 0, ..)).chain(small).collect()
}
