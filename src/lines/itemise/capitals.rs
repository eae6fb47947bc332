//! Small capitals: where a face has none, small letters become capitals of four fifths of the size. The
//! text layer keeps what the author wrote.

use std::borrow::Cow;
use std::ops::Range;

use super::glyph_cache::GlyphCache;
use crate::boxes::{Inline, Paragraph, Text};
use crate::font::Kind;
use crate::geom::{Em, Pt};
use crate::layout::{Caps, Style};
use crate::lines::text::class::Class;

/// The size of capitals that replace small letters, relative to the others.
const SIZE: (i64, i64) = (80, 100);
/// The maximum tracking between two letters of different sizes: from 0.03 em, poppler takes it for a
/// blank.
const CLOSE: Em = Em::from_units(Em::ONE.units() / 50);

/// Returns a paragraph with capitals in place of the small capitals that its faces lack; unchanged if it
/// has none to set.
pub(in crate::lines) fn small<'p>(
    paragraph: &'p Paragraph,
    lang: &str,
    glyphs: &mut GlyphCache<'_>,
) -> Cow<'p, Paragraph> {
    let label = paragraph.label.iter().flat_map(|label| &label.inlines);
    if !paragraph.inlines.iter().chain(label).any(|inline| text_of(inline).is_some()) {
        return Cow::Borrowed(paragraph);
    }
    let mut own = paragraph.clone();
    own.inlines = set(own.inlines, lang, glyphs);
    if let Some(label) = &mut own.label {
        label.inlines = set(std::mem::take(&mut label.inlines), lang, glyphs);
    }
    Cow::Owned(own)
}

/// Returns the text of a piece to be set in small capitals. One in a box stays whole.
fn text_of(inline: &Inline) -> Option<&Text> {
    match inline {
        Inline::Text(text) if text.style.style.caps == Caps::Small => {
            (!text.verbatim && text.frame.is_none()).then_some(text)
        }
        _ => None,
    }
}

fn set(inlines: Vec<Inline>, lang: &str, glyphs: &mut GlyphCache<'_>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match text_of(&inline) {
            Some(text) => parted(text, lang, glyphs, &mut out),
            None => out.push(inline),
        }
    }
    out
}

/// Splits a text where capitals replace small letters.
fn parted(text: &Text, lang: &str, glyphs: &mut GlyphCache<'_>, out: &mut Vec<Inline>) {
    let lang = text.lang.as_deref().unwrap_or(lang);
    let (mut from, mut made) = (0, false);
    for (at, c) in text.text.char_indices() {
        // Marks stay with their letter.
        let makes = if Class::of(c) == Class::Cm { made } else { lacks(c, &text.style.style, lang, glyphs) };
        if makes != made {
            flush(text, from..at, made, out);
            (from, made) = (at, makes);
        }
    }
    out.extend(part(text, from..text.text.len(), made));
}

/// Adds a part that is followed by another size. Inside a word its last letter has hardly any tracking after it.
fn flush(text: &Text, range: Range<usize>, made: bool, out: &mut Vec<Inline>) {
    let letters = text.text.get(range.clone()).unwrap_or("");
    let last = letters.char_indices().rev().find(|(_, c)| Class::of(*c) != Class::Cm);
    let next = text.text.get(range.end..).and_then(|rest| rest.chars().next());
    let inside = |c: char| Class::of(c).is_narrow();
    let Some((at, _)) = last.filter(|(_, c)| inside(*c) && next.is_some_and(inside)) else {
        return out.extend(part(text, range, made));
    };
    out.extend(part(text, range.start..range.start + at, made));
    if let Some(Inline::Text(mut letter)) = part(text, range.start + at..range.end, made) {
        let style = &mut letter.style.style;
        style.tracking_latin = style.tracking_latin.min(CLOSE);
        out.push(Inline::Text(letter));
    }
}

fn part(text: &Text, range: Range<usize>, made: bool) -> Option<Inline> {
    let letters = text.text.get(range.clone()).filter(|letters| !letters.is_empty())?;
    let mut part = Text { text: letters.to_owned(), ..text.clone() };
    if text.span.len() == text.text.len() {
        part.span.end = text.span.start + range.end as u32;
        part.span.start = text.span.start + range.start as u32;
    } else if part.span.len() == letters.len() {
        part.span = Default::default(); // by chance as long as the part, whose place nobody knows
    }
    if made {
        let style = &mut part.style.style;
        style.caps = Caps::All;
        style.size = style.size.scale(SIZE.0, SIZE.1).max(Pt::from_units(1));
    }
    Some(Inline::Text(part))
}

/// Returns whether a character is a small letter for which its face has no small capital.
fn lacks(c: char, style: &Style, lang: &str, glyphs: &mut GlyphCache<'_>) -> bool {
    if !c.is_lowercase() || !has_capitals(c) {
        return false;
    }
    let table = glyphs.table(style, Kind::Narrow, lang);
    let Some(face) = glyphs.face_of(table, c) else { return false };
    let word = glyphs.word(face, c.encode_utf8(&mut [0; 4]), lang, (Caps::Small, false));
    matches!(glyphs.glyphs(word), [one] if Some(one.id) == glyphs.book().face(face).covers(c))
}

/// Returns whether a letter is of a script whose capitals look like small capitals: Latin, Greek, Cyrillic.
fn has_capitals(c: char) -> bool {
    let mut upper = c.to_uppercase();
    let scripts = matches!(c,
        'a'..='z' | '\u{b5}'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{370}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}'
        | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1fff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a640}'..='\u{a69f}'
        | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}');
    scripts && upper.next() != Some(c)
}
