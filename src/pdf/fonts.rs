//! The faces in the file: their subsets, and a code for each glyph and each text that it stands for.
//!
//! `ToUnicode` gives a code one text, but one glyph may stand for several: 目 and the radical ⽬ look the same, and
//! so do many blanks and dots. Each further text gets a code of its own: in TrueType from the number of glyphs
//! upwards, mapped back to the glyph by a `CIDToGIDMap`; a CFF font has no such map and is entered a second time
//! (PDF 32000-1, 9.7.4 and 9.10.3).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::clusters::clusters;
use super::programs::{Program, Programs};
use super::sides::AllSides;
use crate::diag::Error;
use crate::font::subset::{Form, Outlines, Subset, subset};
use crate::font::{Face, FaceId, FontBook};
use crate::lines::{GlyphRun, MarkKind};
use crate::pages::Document;

/// The faces that a document uses, in the order of their numbers.
pub struct Typefaces<'a> {
    faces: Vec<Typeface<'a>>,
}

/// One face and its codes.
pub struct Typeface<'a> {
    /// The embedded program.
    pub program: Program,
    /// The name in the file: `ABCDEF+NotoSansSC-Regular`.
    pub name: String,
    /// 400 regular, 700 bold.
    pub weight: u16,
    /// The first text of each glyph of the subset, whose code is the glyph's number; empty for a glyph without one.
    texts: Vec<&'a str>,
    /// The further texts of the few glyphs that stand for several, in order of appearance.
    further: BTreeMap<u16, Vec<(&'a str, Code)>>,
    /// The glyphs of the codes after the last glyph.
    aliases: Vec<u16>,
}

/// How a glyph with a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The entry of the face: 0, or one more for each further text of a CFF glyph.
    pub entry: usize,
    /// The two bytes in the content.
    pub code: u16,
}

/// Subsets the faces that a document uses, unless their subsets were kept, and assigns the codes.
///
/// # Errors
/// [`Error::Backend`] if a face cannot be subset.
pub fn typefaces<'a>(
    document: &'a Document,
    sides: &AllSides,
    fonts: &FontBook,
    kept: &Programs,
) -> Result<Typefaces<'a>, Error> {
    let mut shown = Vec::with_capacity(runs(document).map(|(_, run)| run.glyphs.len()).sum());
    shown.extend(
        runs(document).flat_map(|(mark, run)| coded(run, sides.forms(mark, run).map(|(form, _)| form))),
    );
    let mut faces = Vec::new();
    for (id, glyphs) in used(&shown) {
        faces.push(Typeface::new(id, fonts.face(id), glyphs, kept)?);
    }
    let mut typefaces = Typefaces { faces };
    for of_face in shown.chunk_by(|(face, ..), (next, ..)| face == next) {
        let at = of_face.first().and_then(|(face, ..)| typefaces.position(*face));
        let Some(typeface) = at.map(|at| &mut typefaces.faces[at]) else { continue };
        of_face.iter().for_each(|(_, form, text)| typeface.enter(*form, text));
    }
    Ok(typefaces)
}

/// Returns the glyph runs of a document, each with its page and its index among the marks there.
fn runs(document: &Document) -> impl Iterator<Item = ([usize; 2], &GlyphRun)> {
    let marks =
        document.pages.iter().enumerate().flat_map(|(number, page)| {
            page.marks.iter().enumerate().map(move |(at, mark)| ([number, at], mark))
        });
    marks.filter_map(|(at, mark)| match &mark.kind {
        MarkKind::Glyphs(run) => Some((at, run)),
        _ => None,
    })
}

/// Returns the face, the form and the text of each glyph of a run that is written as a code.
fn coded(run: &GlyphRun, forms: impl Iterator<Item = Form>) -> impl Iterator<Item = (FaceId, Form, &str)> {
    let codes = clusters(run).map(|(_, text)| text).zip(forms).filter(|(text, form)| has_code(*form, text));
    codes.map(|(text, form)| (run.face, form, text))
}

/// Returns whether a glyph is written as a code. The others are drawn: a further glyph of a cluster has no text,
/// and readers invent one for a code without any; `.notdef` may not be shown at all, and a code may not stand for a
/// noncharacter or a private one (ISO 14289-1, 7.21; ISO 19005-2, 6.2.11.7).
pub fn has_code(form: Form, text: &str) -> bool {
    let public = |c| !matches!(c, '\0' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFFE}' | '\u{F0000}'..='\u{10FFFF}');
    let missing = form.glyph == 0 && form.sides.is_none();
    !missing && !text.is_empty() && text.chars().all(public)
}

/// Returns the glyphs used, by face.
fn used(shown: &[(FaceId, Form, &str)]) -> BTreeMap<FaceId, BTreeSet<Form>> {
    // A bit for each glyph that a face can have: most occur again and again.
    let mut faces: BTreeMap<FaceId, (Vec<u64>, BTreeSet<Form>)> = BTreeMap::new();
    for of_face in shown.chunk_by(|(face, ..), (next, ..)| face == next) {
        let Some((face, ..)) = of_face.first() else { continue };
        let none = || (vec![0; (usize::from(u16::MAX) + 1) / 64], BTreeSet::new());
        let (words, sided) = faces.entry(*face).or_insert_with(none);
        for (_, form, _) in of_face {
            match form.sides {
                None => words[usize::from(form.glyph / 64)] |= 1 << (form.glyph % 64),
                Some(_) => _ = sided.insert(*form),
            }
        }
    }
    let numbers =
        |words: Vec<u64>| (0..).zip(words).flat_map(|(word, bits)| ones(bits).map(move |at| word * 64 + at));
    let forms = |(words, sided)| numbers(words).map(Form::plain).chain(sided).collect();
    faces.into_iter().map(|(face, used)| (face, forms(used))).collect()
}

/// Returns the positions of the ones in a word, from the lowest.
fn ones(mut bits: u64) -> impl Iterator<Item = u16> {
    std::iter::from_fn(move || {
        let lowest = (bits != 0).then(|| bits.trailing_zeros() as u16);
        bits &= bits.wrapping_sub(1);
        lowest
    })
}

impl<'a> Typefaces<'a> {
    /// Returns the faces, with the numbers in their resource names.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Typeface<'a>)> {
        self.faces.iter().enumerate()
    }

    /// Returns a face and its number; `None` only for a face that no run uses.
    pub fn get(&self, id: FaceId) -> Option<(usize, &Typeface<'a>)> {
        self.position(id).map(|at| (at, &self.faces[at]))
    }

    /// Returns the faces, mutably.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Typeface<'a>> {
        self.faces.iter_mut()
    }

    /// Returns the embedded program of each face.
    pub fn into_programs(self) -> Vec<Program> {
        self.faces.into_iter().map(|typeface| typeface.program).collect()
    }

    fn position(&self, id: FaceId) -> Option<usize> {
        self.faces.iter().position(|typeface| typeface.program.face == id)
    }
}

impl<'a> Typeface<'a> {
    fn new(id: FaceId, face: &Face, glyphs: BTreeSet<Form>, kept: &Programs) -> Result<Typeface<'a>, Error> {
        let name = format!("{}+{}", tag(&face.postscript, &glyphs), face.postscript);
        let program = match kept.of(id, &glyphs) {
            Some(program) => program.clone(),
            None => {
                let subset = Arc::new(subset(face, &glyphs)?);
                Program { face: id, glyphs, subset, compressed: None }
            }
        };
        let texts = vec![""; program.subset.len()];
        let (further, aliases) = (BTreeMap::new(), Vec::new());
        Ok(Typeface { program, name, weight: face.weight, texts, further, aliases })
    }

    /// Returns the face with only the glyphs of the document.
    pub fn subset(&self) -> &Subset {
        &self.program.subset
    }

    /// Assigns a code to a glyph with a text, if it has none.
    fn enter(&mut self, form: Form, text: &'a str) {
        let glyph = self.subset().form(form);
        let first = &mut self.texts[usize::from(glyph)];
        if first.is_empty() {
            *first = text;
        }
        if *first == text {
            return;
        }
        let further = self.further.entry(glyph).or_default();
        if further.iter().any(|(known, _)| *known == text) {
            return;
        }
        let subset = &self.program.subset;
        let code = match (subset.outlines, u16::try_from(subset.len() + self.aliases.len())) {
            (Outlines::TrueType, Ok(code)) => {
                self.aliases.push(glyph);
                Code { entry: 0, code }
            }
            _ => Code { entry: further.len() + 1, code: glyph },
        };
        further.push((text, code));
    }

    /// Returns the code assigned to a glyph of the face with a text.
    pub fn code(&self, form: Form, text: &str) -> Code {
        let glyph = self.subset().form(form);
        if self.further.is_empty() || self.texts[usize::from(glyph)] == text {
            return Code { entry: 0, code: glyph };
        }
        let mut further = self.further.get(&glyph).into_iter().flatten();
        further.find(|(known, _)| *known == text).map_or(Code { entry: 0, code: 0 }, |(_, code)| *code)
    }

    /// Returns the width of a code as readers see it: whole thousandths of an em.
    pub fn width(&self, code: u16) -> u16 {
        let alias = usize::from(code).checked_sub(self.subset().len());
        let glyph = alias.and_then(|at| self.aliases.get(at)).copied().unwrap_or(code);
        self.subset().thousandths(glyph)
    }

    /// Returns the number of entries of the face, at least one.
    pub fn count(&self) -> usize {
        self.further.values().flatten().map(|(_, code)| code.entry + 1).max().unwrap_or(1)
    }

    /// Returns the codes of each entry in ascending order with their texts; entry 0 always exists.
    pub fn entries(&self) -> Vec<Vec<(u16, &'a str)>> {
        let mut entries = vec![Vec::new(); self.count()];
        let first = (0..).zip(&self.texts).map(|(code, text)| (code, *text));
        entries[0] = first.filter(|(_, text)| !text.is_empty()).collect();
        for &(text, code) in self.further.values().flatten() {
            entries[code.entry].push((code.code, text));
        }
        entries.iter_mut().for_each(|codes| codes.sort_unstable());
        entries
    }

    /// Returns the `CIDToGIDMap` that aliases need; `None` if every code is its glyph's number.
    pub fn cid_to_gid(&self) -> Option<Vec<u8>> {
        let numbers = (0..self.subset().len() as u16).chain(self.aliases.iter().copied());
        (!self.aliases.is_empty()).then(|| numbers.flat_map(u16::to_be_bytes).collect())
    }
}

/// The resource name of an entry of a face: `F0`, `F0e1`, `F0e2` …
pub struct ResourceName(pub usize, pub usize);

impl fmt::Display for ResourceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ResourceName(face, 0) => write!(f, "F{face}"),
            ResourceName(face, entry) => write!(f, "F{face}e{entry}"),
        }
    }
}

/// Returns the six letters that tell one subset from another (PDF 32000-1, 9.6.4).
fn tag(postscript: &str, glyphs: &BTreeSet<Form>) -> String {
    let mut hash = Sha256::new();
    hash.update(postscript);
    for form in glyphs {
        hash.update(form.glyph.to_be_bytes());
        if let Some(sides) = form.sides {
            hash.update(sides.shift.to_be_bytes());
            hash.update(sides.advance.to_be_bytes());
        }
    }
    hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
