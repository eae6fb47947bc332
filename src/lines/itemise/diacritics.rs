//! Marks above and below letters in faces that do not say where they go.
//!
//! A face for Chinese has the accents of Europe as letters of their own, and the marks alone as signs to the right of
//! the pen, where the next letter comes: ọ̀ of Yoruba is not a letter of Unicode, and its grave would be over what
//! follows. Where the shaper attached nothing, a mark is put over the middle of the ink of its letter, as HarfBuzz
//! does for faces without rules.

use crate::font::{Face, Shaped};

/// The distance of a mark from the ink below it: an em divided by this.
const GAP: i32 = 25;

/// Puts the marks of a shaped word on their letters. Words from right to left are left unchanged.
pub(super) fn seat(face: &Face, text: &str, glyphs: &mut [Shaped]) {
    if !text.chars().any(is_mark) {
        return;
    }
    let mut from = 0;
    while let Some(first) = glyphs.get(from) {
        let alike = glyphs[from..].iter().take_while(|glyph| glyph.cluster == first.cluster).count();
        let next = glyphs.get(from + alike).map_or(text.len(), |next| next.cluster as usize);
        let cluster = text.get(first.cluster as usize..next).unwrap_or("");
        // The mark can be identified only if each character has its own glyph.
        if alike > 1 && cluster.chars().count() == alike {
            seat_cluster(face, cluster, &mut glyphs[from..from + alike]);
        }
        from += alike;
    }
}

fn seat_cluster(face: &Face, cluster: &str, glyphs: &mut [Shaped]) {
    let Some((base, marks)) = glyphs.split_first_mut() else { return };
    let Some(letter) = face.ink(base.id) else { return };
    let gap = i32::from(face.units_per_em()) / GAP;
    let middle = (letter.left + letter.right) / 2 + base.dx - base.advance;
    let mut top = letter.top + base.dy;
    for (mark, c) in marks.iter_mut().zip(cluster.chars().skip(1)) {
        let attached = (mark.dx, mark.dy) != (0, 0);
        let Some(ink) = face.ink(mark.id).filter(|_| is_mark(c) && !attached) else { continue };
        mark.dx = middle - (ink.left + ink.right) / 2;
        mark.advance = 0;
        if is_above(c) {
            mark.dy = (top + gap - ink.bottom).max(0);
            top = ink.top + mark.dy;
        }
    }
}

/// Returns whether a character is a mark on letters of Europe, Africa, America or transliterations.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{34E}' | '\u{350}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

/// Returns whether its combining class is 230: above (UnicodeData.txt).
fn is_above(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{314}' | '\u{33D}'..='\u{344}' | '\u{346}' | '\u{34A}'..='\u{34C}'
        | '\u{350}'..='\u{352}' | '\u{357}' | '\u{35B}' | '\u{363}'..='\u{36F}' | '\u{1DC4}'..='\u{1DC9}')
}

#[cfg(all(test, feature = "embed-fonts"))]
mod tests {
    use super::*;
    use crate::font::{FontBook, Manner, Shaper};

    /// Returns the glyphs of a cluster with its marks seated, in a given face.
    fn seated(book: &FontBook, face: crate::font::FaceId, text: &str) -> Vec<Shaped> {
        let mut glyphs = Vec::new();
        let characters = text.char_indices().map(|(at, c)| (at as u32, c));
        Shaper::new(book).shape(
            face,
            characters,
            Manner { han: false, lang: "yo", small_caps: false },
            &mut glyphs,
        );
        seat(book.face(face), text, &mut glyphs);
        glyphs
    }

    #[test]
    fn marks_stand_over_their_own_letters() {
        let book = FontBook::bundled();
        let mut seen = 0;
        for (id, face) in book.faces() {
            for text in ["ọ\u{300}", "Ọ\u{300}", "ẹ\u{301}", "m\u{303}", "A\u{324}", "ê\u{304}"] {
                if !text.chars().all(|c| face.covers(c).is_some()) {
                    continue;
                }
                let glyphs = seated(&book, id, text);
                let [base, mark] = glyphs[..] else { continue };
                let (letter, ink) = (face.ink(base.id).unwrap(), face.ink(mark.id).unwrap());
                let middle = base.advance + mark.dx + (ink.left + ink.right) / 2;
                assert!((letter.left..=letter.right).contains(&middle), "{face:?} {text}: {base:?} {mark:?}");
                if text != "A\u{324}" {
                    assert!(ink.bottom + mark.dy >= letter.top, "{face:?} {text}: over it");
                }
                assert_eq!(mark.advance, 0, "{face:?} {text}");
                seen += 1;
            }
        }
        assert!(seen > 20, "{seen}");
    }

    #[test]
    fn what_a_face_places_itself_stays() {
        let book = FontBook::bundled();
        let (id, face) = book.faces().find(|(_, face)| face.postscript == "Inter-Regular").unwrap();
        let mut plain = Vec::new();
        let text = "Z\u{308}";
        let characters = text.char_indices().map(|(at, c)| (at as u32, c));
        Shaper::new(&book).shape(
            id,
            characters,
            Manner { han: false, lang: "de", small_caps: false },
            &mut plain,
        );
        let seated = seated(&book, id, text);
        assert_eq!(
            plain.iter().map(|g| (g.dx, g.dy)).collect::<Vec<_>>(),
            seated.iter().map(|g| (g.dx, g.dy)).collect::<Vec<_>>(),
            "{face:?}"
        );
    }
}
