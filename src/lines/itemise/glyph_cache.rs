//! The type case: every glyph and every word that was needed once, ready to be used again.
//!
//! Han is not shaped per paragraph: a glyph is looked up by its character. Words
//! are shaped once each.

use std::collections::HashMap;

use super::diacritics;
use super::equals::equal;
use crate::font::{FaceId, FontBook, Kind, Manner, Region, Shaped, Shaper};
use crate::geom::{Em, Pt};
use crate::layout::{Caps, Stack, Style};
use crate::lines::text::class::{Class, is_invisible};
use crate::lines::text::emoji;
use crate::lines::text::locale::Locale;

/// A piece of type: a glyph that represents one character by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) struct CharGlyph {
    /// The candidate of the table that it comes from; [`CharGlyph::EMPTY`] if it has not been looked up yet.
    candidate: u16,
    /// The glyph; 0 if no face has the character.
    pub glyph: u16,
    /// Its width in 1/65 536 of the type size.
    pub advance: i32,
    /// The left and right edges of its ink, in 1/1 024 of the type size; for marks only.
    pub ink: (i16, i16),
    /// Whether a remark applies to it.
    remarkable: bool,
}

impl CharGlyph {
    const EMPTY: CharGlyph =
        CharGlyph { candidate: u16::MAX, glyph: 0, advance: 0, ink: (0, 0), remarkable: false };
}

/// A face at the size that fits its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) struct ScaledFont {
    /// The face.
    pub face: FaceId,
    /// Its size relative to the others.
    pub scale: Em,
    /// Whether a missing bold is made by stroking.
    pub embolden: bool,
}

/// A remark about a character that was looked up for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) enum Remark {
    /// No face has it.
    Missing(char),
    /// It comes from a face that the layout does not name.
    Fallback(char, FaceId),
    /// It should be bold, and the face is not.
    Light(FaceId),
    /// The face lacks the forms of its language.
    Foreign(FaceId, Locale),
    /// A word is written from right to left.
    RightToLeft,
}

/// The glyphs of one style: Han, Latin or emoji.
#[derive(Debug)]
struct GlyphTable {
    key: Key,
    candidates: Vec<crate::font::Candidate>,
    /// 128 glyphs per page, by code point.
    pages: Vec<Option<Box<[CharGlyph; 128]>>>,
}

/// The key of a table.
#[derive(Debug)]
struct Key {
    stack: u16,
    weight: u16,
    italic: bool,
    kind: Kind,
    lang: String,
}

/// A shaped word: its glyphs in the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Word {
    /// The first glyph.
    pub start: u32,
    /// After the last glyph.
    pub end: u32,
    /// Whether it is written from right to left: its clusters descend.
    pub rtl: bool,
}

/// Words of one face, language and treatment.
#[derive(Debug)]
struct WordCache {
    key: (FaceId, Caps, bool, String),
    words: HashMap<Box<str>, Word>,
}

/// Everything taken from the faces so far. Valid for one book and its stacks.
#[derive(Debug, Default)]
pub(in crate::lines) struct GlyphStore {
    tables: Vec<GlyphTable>,
    words_of: Vec<WordCache>,
    glyphs: Vec<Shaped>,
}

/// The faces and everything taken from them.
pub(in crate::lines) struct GlyphCache<'a> {
    book: &'a FontBook,
    stacks: &'a [Stack],
    shaper: Shaper<'a>,
    /// Everything taken so far.
    pub store: GlyphStore,
    /// The remarks, in the order of finding.
    pub remarks: Vec<Remark>,
    /// Whether anything was taken to which a remark applies, for the first time or again.
    pub remarkable: bool,
}

/// Returns whether a face may draw a character differently from a region and the face with that region's forms
/// lacks it; true if there is no such face.
fn native_lacks(book: &FontBook, face: FaceId, region: Region, c: char) -> bool {
    book.native_of(face, region).is_none_or(|native| book.face(native).leaves_foreign(c))
}

/// The number of shaped glyphs beyond which they are dropped between two paragraphs.
const MOST_GLYPHS: usize = 1 << 18;
/// The number beyond which they are not kept for the next document.
const MOST_KEPT: usize = 1 << 14;

impl GlyphStore {
    /// Drops words if there are too many for the next document.
    pub fn tidy(&mut self) {
        self.keep_at_most(MOST_KEPT);
    }

    fn keep_at_most(&mut self, glyphs: usize) {
        if self.glyphs.len() > glyphs {
            self.glyphs.clear();
            self.words_of.clear();
        }
    }
}

impl<'a> GlyphCache<'a> {
    /// Returns an empty cache.
    pub fn new(book: &'a FontBook, stacks: &'a [Stack]) -> GlyphCache<'a> {
        let (shaper, store) = (Shaper::new(book), GlyphStore::default());
        GlyphCache { book, stacks, shaper, store, remarks: Vec::new(), remarkable: false }
    }

    /// Drops words if there are too many; earlier [`Word`]s become invalid.
    pub fn tidy(&mut self) {
        self.store.keep_at_most(MOST_GLYPHS);
    }

    /// Returns the number of the table of a style.
    pub fn table(&mut self, style: &Style, kind: Kind, lang: &str) -> usize {
        let italic = style.italic && kind == Kind::Narrow;
        let (stack, weight) = (style.stack.0, style.weight);
        let known = |GlyphTable { key, .. }: &GlyphTable| {
            (key.stack, key.weight, key.italic, key.kind, &*key.lang) == (stack, weight, italic, kind, lang)
        };
        if let Some(known) = self.store.tables.iter().position(known) {
            return known;
        }
        let key = Key { stack, weight, italic, kind, lang: lang.to_owned() };
        let none = Stack { latin: Vec::new(), body: Vec::new(), scale: Default::default() };
        let stack = self.stacks.get(usize::from(style.stack.0)).unwrap_or(&none);
        let candidates = self.book.cascade(stack, style, kind, Locale::of(lang).region(lang));
        self.store.tables.push(GlyphTable { key, candidates, pages: Vec::new() });
        self.store.tables.len() - 1
    }

    /// Returns the glyph of a character from a table.
    pub fn char_glyph(&mut self, table: usize, c: char, class: Class) -> CharGlyph {
        let (page, at) = (c as usize >> 7, c as usize & 127);
        let Some(place) = self.store.tables.get(table) else { return CharGlyph::EMPTY };
        if let Some(Some(glyphs)) = place.pages.get(page)
            && glyphs[at].candidate != CharGlyph::EMPTY.candidate
        {
            self.remarkable |= glyphs[at].remarkable;
            return glyphs[at];
        }
        let said = self.remarks.len();
        let glyph = self.look_up(table, c, class);
        let glyph = CharGlyph { remarkable: self.remarks.len() > said, ..glyph };
        self.remarkable |= glyph.remarkable;
        let pages = &mut self.store.tables[table].pages;
        if pages.len() <= page {
            pages.resize_with(page + 1, || None);
        }
        pages[page].get_or_insert_with(|| Box::new([CharGlyph::EMPTY; 128]))[at] = glyph;
        glyph
    }

    /// Returns the face of a glyph.
    pub fn font(&self, table: usize, glyph: CharGlyph) -> ScaledFont {
        let candidates = self.store.tables.get(table).map_or(&[][..], |table| &table.candidates);
        let candidate = candidates.get(usize::from(glyph.candidate)).or(candidates.first());
        candidate.map_or(ScaledFont { face: FaceId(0), scale: Em::ONE, embolden: false }, |candidate| {
            ScaledFont { face: candidate.face, scale: candidate.scale, embolden: candidate.light }
        })
    }

    /// Returns the first face of a table that has a character, without a remark.
    pub fn face_of(&self, table: usize, c: char) -> Option<FaceId> {
        let candidates = &self.store.tables.get(table)?.candidates;
        candidates
            .iter()
            .map(|candidate| candidate.face)
            .find(|face| self.book.face(*face).covers(c).is_some())
    }

    /// Returns the face that has all visible characters of a cluster, if any does; else that of its
    /// first.
    pub fn font_of_cluster(&mut self, table: usize, cluster: &str, class: Class) -> ScaledFont {
        let first = cluster.chars().next().unwrap_or(' ');
        let glyph = self.char_glyph(table, first, class);
        let rest: Vec<char> =
            cluster.chars().skip(1).filter(|&c| !is_invisible(c) && !emoji::is_tone(c)).take(64).collect();
        let usual = self.font(table, glyph);
        let has_all = |face: FaceId| rest.iter().all(|c| self.book.face(face).covers(*c).is_some());
        if rest.is_empty() || has_all(usual.face) {
            return usual;
        }
        let candidates = self.store.tables.get(table).map_or(&[][..], |table| &table.candidates);
        let better = candidates.iter().find(|candidate| {
            self.book.face(candidate.face).covers(first).is_some() && has_all(candidate.face)
        });
        better.map_or(usual, |c| ScaledFont { face: c.face, scale: c.scale, embolden: c.light })
    }

    /// Returns whether any stack of the layout names the family of a face.
    fn is_named(&self, face: FaceId) -> bool {
        let family = &self.book.face(face).family;
        self.stacks.iter().any(|stack| stack.latin.contains(family) || stack.body.contains(family))
    }

    fn look_up(&mut self, table: usize, c: char, class: Class) -> CharGlyph {
        let Some(GlyphTable { key, candidates, .. }) = self.store.tables.get(table) else {
            return CharGlyph::EMPTY;
        };
        let of = |c: char| {
            candidates.iter().position(|candidate| self.book.face(candidate.face).covers(c).is_some())
        };
        let (found, c) = match (of(c), equal(c)) {
            (None, Some(other)) => (of(other), other),
            (found, _) => (found, c),
        };
        let at = found.unwrap_or(0);
        let Some(candidate) = candidates.get(at).copied() else {
            return CharGlyph { candidate: 0, ..CharGlyph::EMPTY };
        };
        let face = self.book.face(candidate.face);
        if found.is_none() {
            self.remarks.push(Remark::Missing(c));
        } else if !candidate.named && !self.is_named(candidate.face) {
            self.remarks.push(Remark::Fallback(c, candidate.face));
        }
        if candidate.light && class != Class::Sp {
            self.remarks.push(Remark::Light(candidate.face));
        }
        let locale = Locale::of(&key.lang);
        let regional = matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..);
        if let (true, Some(region)) = (regional, locale.region(&key.lang))
            && !face.has_forms_of(region)
            && native_lacks(self.book, candidate.face, region, c)
        {
            self.remarks.push(Remark::Foreign(candidate.face, locale));
        }
        let (mut glyph, mut units) = (face.covers(c).unwrap_or(0), None);
        if key.kind == Kind::Wide && found.is_some() {
            // The language may have another form or width for it (rules 38, 53).
            let mut shaped = Vec::with_capacity(2);
            let manner = Manner { han: true, lang: &key.lang, small_caps: false };
            self.shaper.shape(candidate.face, std::iter::once((0, c)), manner, &mut shaped);
            if let [one] = shaped[..] {
                (glyph, units) = (one.id, Some(one.advance));
            }
        }
        let upem = i64::from(face.units_per_em());
        let scale = i64::from(candidate.scale.units());
        let advance = i64::from(units.unwrap_or_else(|| face.advance(glyph))) * scale / upem;
        // Not by its class, which may differ in the next text.
        let may_have_halves = !c.is_alphanumeric();
        let ink = if may_have_halves { face.ink(glyph).unwrap_or_default() } else { Default::default() };
        let part = |units: i32| (i64::from(units) * scale / 64 / upem).clamp(-32_000, 32_000) as i16;
        CharGlyph {
            candidate: at as u16,
            glyph,
            advance: advance.clamp(0, i64::from(i32::MAX)) as i32,
            ink: (part(ink.left), part(ink.right)),
            ..CharGlyph::EMPTY
        }
    }

    /// Returns a word as glyphs; `caps` is the kind of capitals, `han` treats it as Chinese.
    ///
    /// Clusters count from the start of `text`.
    pub fn word(&mut self, face: FaceId, text: &str, lang: &str, (caps, han): (Caps, bool)) -> Word {
        let fits = |cache: &WordCache| {
            let (of, with_caps, as_han, of_lang) = &cache.key;
            (*of, *with_caps, *as_han, of_lang.as_str()) == (face, caps, han, lang)
        };
        let at = self.store.words_of.iter().position(fits).unwrap_or_else(|| {
            let key = (face, caps, han, lang.to_owned());
            self.store.words_of.push(WordCache { key, words: HashMap::new() });
            self.store.words_of.len() - 1
        });
        if let Some(word) = self.store.words_of[at].words.get(text) {
            self.remarkable |= word.rtl;
            return *word;
        }
        let start = self.store.glyphs.len() as u32;
        let manner = Manner { han, lang, small_caps: caps == Caps::Small };
        let offsets =
            text.char_indices().filter(|&(at, c)| !is_bidi_control(c) && (at == 0 || !emoji::only_tints(c)));
        // What the face draws for a sign that it lacks.
        let of = self.book.face(face);
        let offsets = offsets.map(|(at, c)| match equal(c) {
            Some(other) if of.covers(c).is_none() && of.covers(other).is_some() => (at, other),
            _ => (at, c),
        });
        let rtl = if caps == Caps::All {
            let capitals = offsets.flat_map(|(at, c)| c.to_uppercase().map(move |upper| (at as u32, upper)));
            self.shaper.shape(face, capitals, manner, &mut self.store.glyphs)
        } else {
            self.shaper.shape(face, offsets.map(|(at, c)| (at as u32, c)), manner, &mut self.store.glyphs)
        };
        let word = Word { start, end: self.store.glyphs.len() as u32, rtl };
        if rtl {
            self.remarks.push(Remark::RightToLeft);
            self.remarkable = true;
        }
        if !rtl {
            diacritics::seat(self.book.face(face), text, &mut self.store.glyphs[start as usize..]);
        }
        if !han && text.contains(WIDE_MARKS) {
            self.narrow_marks(face, text, start as usize);
        }
        self.store.words_of[at].words.insert(text.into(), word);
        word
    }

    /// Reduces Latin quotes and hyphens to the room of their ink in faces that draw them for Chinese, an em wide
    /// (typography.md §9).
    fn narrow_marks(&mut self, face: FaceId, text: &str, from: usize) {
        let face = self.book.face(face);
        let em = i32::from(face.units_per_em());
        let bearing = em / 25;
        for glyph in self.store.glyphs.iter_mut().skip(from) {
            let mark = text.get(glyph.cluster as usize..).is_some_and(|rest| rest.starts_with(WIDE_MARKS));
            if let (true, Some(ink)) = (mark && glyph.advance > em / 5 * 4, face.ink(glyph.id)) {
                glyph.dx += bearing - ink.left;
                glyph.advance = ink.right - ink.left + 2 * bearing;
            }
        }
    }

    /// Returns the glyphs of a word.
    pub fn glyphs(&self, word: Word) -> &[Shaped] {
        self.store.glyphs.get(word.start as usize..word.end as usize).unwrap_or(&[])
    }

    /// Converts a length in font units of a face to a type size.
    pub fn length(&self, units: i32, font: ScaledFont, size: Pt) -> i64 {
        let upem = i64::from(self.book.face(font.face).units_per_em());
        let em = font.scale.of(size).units();
        (2 * i64::from(units) * em + upem).div_euclid(2 * upem)
    }

    /// Returns all faces.
    pub fn book(&self) -> &'a FontBook {
        self.book
    }
}

/// Marks of Latin text that faces for Chinese draw an em wide.
const WIDE_MARKS: [char; 6] = ['“', '”', '‘', '’', '‐', '‑'];

/// Returns whether a character only changes the direction of writing; a shaper has no use for it.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
