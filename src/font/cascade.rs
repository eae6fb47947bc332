//! Which faces are tried for a character, and in which order (rule 54).

use super::{FaceId, FontBook};
use crate::geom::Em;
use crate::layout::{Stack, Style};

/// What a family lacks is taken from its companion: rare Han and hangul, slanted letters.
const COMPANIONS: &[(&str, &str)] = &[
    ("Noto Sans SC", "Source Sans 3"),
    ("Noto Sans SC", "Resume Noto Sans CJK Ext"),
    ("Noto Serif SC", "Source Serif 4"),
    ("Noto Serif SC", "Resume Noto Serif CJK Ext"),
];

/// Sizes beside Noto at which x-heights agree (typography.md §9), when the layout names none.
const SCALES: &[(&str, Em)] = &[
    ("Source Sans 3", Em::ratio(111, 100)),
    ("Source Serif 4", Em::ratio(108, 100)),
    ("Source Code Pro", Em::ratio(111, 100)),
];

/// A face to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The face.
    pub face: FaceId,
    /// Its size beside the others.
    pub scale: Em,
    /// Whether its family is one that the layout names.
    pub named: bool,
    /// Whether a heavy weight was wanted and this face is light.
    pub light: bool,
}

impl FontBook {
    /// Returns the faces to try for the characters of a style, best first. Empty only for an empty
    /// book.
    ///
    /// `wide` is for Han, kana, hangul and their marks, which are never slanted (rule 51); all else
    /// begins with the stack's Latin families.
    pub(crate) fn cascade(&self, stack: &Stack, style: &Style, wide: bool) -> Vec<Candidate> {
        let mut families: Vec<&str> = Vec::new();
        if !wide {
            families.extend(stack.latin.iter().map(String::as_str));
        }
        families.extend(stack.body.iter().map(String::as_str));
        let named = families.len();
        for at in 0..named {
            let of = families[at];
            families.extend(COMPANIONS.iter().filter(|(family, _)| *family == of).map(|&(_, other)| other));
        }
        families.extend(self.families());
        let mut tried: Vec<Candidate> = Vec::new();
        let slanted = style.italic && !wide;
        // Slanted letters come from the first family that has any, upright ones likewise.
        for italic in if slanted { [true, false] } else { [false, true] } {
            for (at, family) in families.iter().enumerate() {
                let Some(face) = self.nearest(family, style.weight, italic) else { continue };
                if tried.iter().all(|c| c.face != face) {
                    let scale = scale_of(stack, family);
                    let light = style.weight >= 600 && self.face(face).weight < 600;
                    tried.push(Candidate { face, scale, named: at < named, light });
                }
            }
        }
        tried
    }

    /// Returns the face of a family and slope nearest to a weight, the heavier of two equally near.
    fn nearest(&self, family: &str, weight: u16, italic: bool) -> Option<FaceId> {
        let of_family = self.faces().filter(|(_, f)| f.family == family && f.italic == italic);
        of_family.min_by_key(|(_, f)| (f.weight.abs_diff(weight), u16::MAX - f.weight)).map(|(id, _)| id)
    }
}

fn scale_of(stack: &Stack, family: &str) -> Em {
    let common = SCALES.iter().find(|(name, _)| *name == family).map(|&(_, scale)| scale);
    stack.scale.get(family).copied().or(common).unwrap_or(Em::ONE)
}
