//! The setter of paragraphs: the faces and what was taken from them, the sink for findings, and the first two steps.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::cache::ParagraphCache;
use super::job::{Job, input, span_at};
use super::remarks;
use super::survey::Survey;
use crate::boxes::{Inline, Paragraph, ParagraphSetting};
use crate::diag::Sink;
use crate::font::{FontBook, Kind};
use crate::layout::{Emphasis, Stack};
use crate::lines::itemise::atom::Atom;
use crate::lines::itemise::glyph_cache::GlyphCache;
use crate::lines::itemise::input::{LookFaces, Pass};
use crate::lines::itemise::pairs::{Pairs, Rules};
use crate::lines::text::class::Class;
use crate::lines::{itemise, text};

/// Sets paragraphs, and keeps what it takes from the faces: one for a whole build.
pub(in crate::lines) struct Setter<'a> {
    /// The faces and everything taken from them.
    pub(in crate::lines) glyphs: GlyphCache<'a>,
    pub(super) lang: Rc<str>,
    pub(super) sink: &'a mut Sink,
    pub(in crate::lines) told: BTreeSet<remarks::RemarkKey>,
    /// Whether this paragraph was already reported as too wide: once is enough.
    pub(super) too_long: bool,
    /// Whether a line end of this paragraph was already reported.
    pub(super) torn: bool,
    /// The value of [`crate::boxes::Folio`]: the number of the page, and the number of pages.
    pub folio: (u32, u32),
    /// What paragraphs could do for a page, if that is asked for.
    pub surveyed: Option<Vec<Survey>>,
    /// The cache from the last build, if any.
    pub cache: Option<&'a mut ParagraphCache>,
    /// Whether a finding was reported on the lines of this paragraph.
    pub spoke: bool,
    /// Whether a remark was made on a character.
    pub remarked: bool,
}

/// The maximum number of atoms on one line: bounds memory for measures that no paper has.
pub(super) const LONGEST_LINE: usize = 1 << 18;

impl<'a> Setter<'a> {
    /// Returns a setter for a document in a language.
    pub fn new(fonts: &'a FontBook, stacks: &'a [Stack], lang: &str, sink: &'a mut Sink) -> Setter<'a> {
        Setter {
            glyphs: GlyphCache::new(fonts, stacks),
            lang: lang.into(),
            sink,
            told: BTreeSet::new(),
            too_long: false,
            torn: false,
            folio: (0, 0),
            surveyed: None,
            cache: None,
            spoke: false,
            remarked: false,
        }
    }

    /// Returns the sink for findings.
    pub(in crate::lines) fn sink(&mut self) -> &mut Sink {
        self.sink
    }

    pub(super) fn lang_of(&self, paragraph: &Paragraph) -> Rc<str> {
        let own = &paragraph.setting.lang;
        if own.is_empty() { self.lang.clone() } else { own.as_str().into() }
    }

    /// Prepares the text between two forced line ends.
    pub(in crate::lines) fn job<'p>(
        &mut self,
        inlines: &'p [Inline],
        setting: &'p ParagraphSetting,
        lang: &'p str,
    ) -> Job<'p> {
        let copy = text::read(inlines, lang, self.folio);
        let mut pairs = Vec::with_capacity(copy.looks.len());
        let mut faces = Vec::with_capacity(copy.looks.len());
        for look in &copy.looks {
            pairs.push(Pairs::of(Rules::of(look.locale, setting.strictness, setting.punctuation)));
            let style = &look.style.style;
            let mut han = *style;
            if let (true, Emphasis::Face(stack)) = (style.italic, setting.emphasis) {
                han.stack = stack;
            }
            let (wide, narrow) = (
                self.glyphs.table(&han, Kind::Wide, look.lang),
                self.glyphs.table(style, Kind::Narrow, look.lang),
            );
            let space = self.glyphs.char_glyph(narrow, ' ', Class::Sp);
            let hyphen = self.glyphs.char_glyph(narrow, '-', Class::Hy);
            let width = |advance: i32| (i64::from(advance) * style.size.units() + (1 << 15)) >> 16;
            self.glyphs.remarks.clear(); // nobody typed these two
            faces.push(LookFaces {
                wide,
                narrow,
                font: self.glyphs.font(narrow, space),
                space: (space.glyph, width(space.advance)),
                hyphen: (hyphen.glyph, width(hyphen.advance)),
            });
        }
        Job { copy, pairs, faces, setting }
    }

    /// Returns atoms from an offset and reports what the faces lack.
    pub(in crate::lines) fn cut(
        &mut self,
        job: &Job<'_>,
        (from, enough): (usize, usize),
        measure: i64,
        pass: Pass,
    ) -> Vec<Atom> {
        let mut remarked = Vec::new();
        let mut input = input(&mut self.glyphs, job, (measure, pass), &mut remarked);
        let atoms = itemise::cut(&mut input, from, enough);
        let book = self.glyphs.book();
        for (remark, at) in remarked {
            if let Some(told) = remarks::tell(book, remark, span_at(&job.copy, at)) {
                let (key, diagnostic) = told;
                self.remarked = true;
                if self.told.insert(key) {
                    self.sink.report(diagnostic);
                }
            }
        }
        atoms
    }
}
