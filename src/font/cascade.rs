//! The faces tried for a character, and their order (rule 54).

use super::bundled::is_bundled;
use super::{FaceId, FontBook, Region};
use crate::geom::Em;
use crate::layout::{Stack, Style};

/// The companions from which a family takes what it lacks: rare Han and hangul, slanted letters.
const COMPANIONS: &[(&str, &str)] = &[
    ("Noto Sans SC", "Source Sans 3"),
    ("Noto Sans SC", "Resume Noto Sans CJK Ext"),
    ("Noto Serif SC", "Source Serif 4"),
    ("Noto Serif SC", "Resume Noto Serif CJK Ext"),
];

/// Families with a language's own forms: the language in `GSUB`, the family that differs, the one with its own forms.
const NATIVE: &[(&[u8; 4], &str, &str)] = &[
    (b"ZHT ", "Noto Sans SC", "Resume Noto Sans CJK TC Delta"),
    (b"ZHT ", "Noto Serif SC", "Resume Noto Serif CJK TC Delta"),
    (b"JAN ", "Noto Sans SC", "Resume Noto Sans CJK JP Delta"),
    (b"JAN ", "Noto Serif SC", "Resume Noto Serif CJK JP Delta"),
    (b"KOR ", "Noto Sans SC", "Resume Noto Sans CJK KR Delta"),
    (b"KOR ", "Noto Serif SC", "Resume Noto Serif CJK KR Delta"),
];

/// Sizes relative to Noto at which x-heights agree (typography.md §9), when the layout names none.
const SCALES: &[(&str, Em)] = &[
    ("Source Sans 3", Em::ratio(111, 100)),
    ("Source Serif 4", Em::ratio(108, 100)),
    ("Source Code Pro", Em::ratio(111, 100)),
];

/// The family that draws emoji.
const EMOJI: &str = "Resume Noto Emoji";

/// The families of signs and pictures: whatever the layout names, they are used by design, and they
/// are neither bold nor slanted.
const PICTURES: [&str; 2] = ["Resume Noto Symbols", EMOJI];

/// The characters for which faces are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Han, kana, hangul and their marks, which are never slanted (rule 51).
    Wide,
    /// All other text: begins with the stack's Latin families.
    Narrow,
    /// Characters to be drawn as emoji (UTS #51): text faces come last, though some draw ⚽ and ☎.
    Emoji,
}

/// A face to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The face.
    pub face: FaceId,
    /// Its size relative to the others.
    pub scale: Em,
    /// Whether its family is one that the layout names, or is there for signs and pictures.
    pub named: bool,
    /// Whether a heavy weight was wanted and this face is light.
    pub light: bool,
}

impl FontBook {
    /// Returns the faces to try for the characters of a style, best first; a region's own forms come
    /// before the family that draws them differently (rule 53). Empty only for an empty book.
    pub(crate) fn cascade(
        &self,
        stack: &Stack,
        style: &Style,
        kind: Kind,
        region: Option<Region>,
    ) -> Vec<Candidate> {
        let mut families: Vec<&str> = Vec::new();
        if kind != Kind::Wide {
            families.extend(stack.latin.iter().map(String::as_str));
        }
        families.extend(stack.body.iter().map(String::as_str));
        let named = families.len();
        let korean = region.is_some_and(|region| region.languages.contains(&b"KOR "));
        for at in 0..named {
            let of = families[at];
            families.extend(COMPANIONS.iter().filter(|(family, _)| *family == of).map(|&(_, other)| other));
        }
        // Hangul comes from a companion by design.
        let named = if korean { families.len() } else { named };
        families.extend(self.families());
        // For narrow characters, only the width of marks would differ.
        let region = region.filter(|_| kind == Kind::Wide);
        let with_native = families.iter().enumerate().flat_map(|(at, &family)| {
            let native = region.and_then(|region| native_to(region, family));
            native.into_iter().chain([family]).map(move |family| (family, at < named))
        });
        let families: Vec<(&str, bool)> = with_native.collect();
        let mut tried: Vec<Candidate> = Vec::new();
        let slanted = style.italic && kind == Kind::Narrow;
        // Slanted letters come from the first family that has any, upright ones likewise.
        for italic in if slanted { [true, false] } else { [false, true] } {
            for &(family, named) in &families {
                let Some(face) = self.nearest(family, style.weight, italic) else { continue };
                if tried.iter().all(|c| c.face != face) {
                    let scale = scale_of(stack, family);
                    let picture = PICTURES.contains(&family);
                    let light = style.weight >= 600 && self.face(face).weight < 600 && !picture;
                    tried.push(Candidate { face, scale, named: named || picture, light });
                }
            }
        }
        if kind == Kind::Emoji {
            // An author's own face that the layout names is intended.
            let meant =
                |family: &str| family == EMOJI || !is_bundled(family) && families.contains(&(family, true));
            tried.sort_by_key(|candidate| !meant(&self.face(candidate.face).family));
        }
        tried
    }

    /// Returns the face with a region's own forms of what a face of the family draws differently; `None` if
    /// there is none, in which case those forms are unknown.
    pub(crate) fn native_of(&self, face: FaceId, region: Region) -> Option<FaceId> {
        let of = self.face(face);
        self.nearest(native_to(region, &of.family)?, of.weight, false)
    }

    /// Returns the face of a family and slope nearest to a weight, the heavier of two equally near.
    fn nearest(&self, family: &str, weight: u16, italic: bool) -> Option<FaceId> {
        let of_family = self.faces().filter(|(_, f)| f.family == family && f.italic == italic);
        of_family.min_by_key(|(_, f)| (f.weight.abs_diff(weight), u16::MAX - f.weight)).map(|(id, _)| id)
    }
}

/// Returns the family with a region's own forms of what a family draws differently.
fn native_to(region: Region, family: &str) -> Option<&'static str> {
    let fits = |entry: &&(&[u8; 4], &str, &str)| region.languages.contains(&entry.0) && entry.1 == family;
    NATIVE.iter().find(fits).map(|&(.., native)| native)
}

fn scale_of(stack: &Stack, family: &str) -> Em {
    let common = SCALES.iter().find(|(name, _)| *name == family).map(|&(_, scale)| scale);
    stack.scale.get(family).copied().or(common).unwrap_or(Em::ONE)
}

#[cfg(all(test, feature = "embed-fonts"))]
mod tests {
    use super::super::Face;
    use super::*;

    /// Returns the families in the order in which they are tried, with the author's `Mine` in the book.
    fn tried(body: &[&str], weight: u16, kind: Kind) -> Vec<String> {
        let mut book = FontBook::bundled();
        book.faces.insert(0, Face::from_bytes("Mine", 400, false, "Mine", Vec::new()));
        let body = body.iter().map(|family| (*family).to_owned()).collect();
        let stack = Stack { latin: vec!["Inter".to_owned()], body, scale: Default::default() };
        let candidates = book.cascade(&stack, &Style { weight, ..Style::PLAIN }, kind, None);
        assert!(
            candidates.iter().all(|c| !(c.light && PICTURES.contains(&book.face(c.face).family.as_str())))
        );
        candidates.iter().map(|candidate| book.face(candidate.face).family.clone()).collect()
    }

    fn place(families: &[String], family: &str) -> usize {
        families.iter().position(|other| other == family).expect(family)
    }

    #[test]
    fn emoji_come_from_their_face_unless_the_layout_names_one_of_the_authors() {
        assert_eq!(tried(&["Noto Sans SC"], 400, Kind::Emoji)[0], EMOJI);
        assert_eq!(tried(&["Noto Serif SC"], 700, Kind::Emoji)[0], EMOJI);
        assert_eq!(tried(&["Mine", "Noto Sans SC"], 400, Kind::Emoji)[..2], ["Mine", EMOJI]);
    }

    #[test]
    fn signs_come_behind_text_faces_and_before_those_that_nobody_named() {
        for kind in [Kind::Wide, Kind::Narrow] {
            let families = tried(&["Noto Sans SC"], 700, kind);
            let order = ["Noto Sans SC", "Resume Noto Sans CJK Ext", PICTURES[0], EMOJI, "Source Code Pro"];
            let places: Vec<usize> = order.iter().map(|family| place(&families, family)).collect();
            assert!(places.is_sorted(), "{families:?}");
            assert!(place(&families, "Mine") < place(&families, PICTURES[0]));
        }
    }
}
