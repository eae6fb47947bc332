//! Paragraphs → lines: the ladder from copy to marks.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::Slab;
use super::atoms::{self, Atom, LookFaces, Pass};
use super::cache::ParagraphCache;
use super::capitals;
use super::class::Class;
use super::copy::ParagraphText;
use super::glyph_cache::GlyphCache;
use super::job::{Job, Part, em_of, input, pitch, span_at, trailing};
use super::justify::{self, Fill};
use super::mark::Mark;
use super::pairs::{Pairs, Rules};
use super::place::{self, Place};
use super::survey::Survey;
use super::{prices, remarks};
use crate::boxes::{Hanging, HangingWidth, Inline, Paragraph, ParagraphSetting};
use crate::diag::Sink;
use crate::font::{FontBook, Kind};
use crate::geom::Pt;
use crate::layout::{Align, Emphasis, Stack};

/// Sets paragraphs, and keeps what it took from the faces: one for a whole build.
pub(crate) struct Setter<'a> {
    /// The faces and what was taken from them.
    pub(super) glyphs: GlyphCache<'a>,
    lang: Rc<str>,
    sink: &'a mut Sink,
    pub(super) told: BTreeSet<remarks::Told>,
    /// Whether this paragraph was already reported as too wide: once is enough.
    too_long: bool,
    /// Whether a line end of this paragraph was already reported.
    torn: bool,
    /// What [`crate::boxes::Folio`] prints: the number of the page, and how many there are.
    pub folio: (u32, u32),
    /// What paragraphs could do for a page, if somebody asks.
    pub surveyed: Option<Vec<Survey>>,
    /// What stands from the last build, if anybody keeps it.
    pub cache: Option<&'a mut ParagraphCache>,
    /// Whether anything was said of the lines of this paragraph.
    pub spoke: bool,
    /// Whether anything was said of a character.
    pub remarked: bool,
}

/// As many atoms are treated at once; the lines at the end of a portion are set again with the next.
const PORTION: usize = 2_048;
/// So many lines: what follows rarely reaches farther back.
const UNSETTLED: usize = 4;
/// The most atoms on one line: bounds memory for measures that no paper has.
const LONGEST_LINE: usize = 1 << 18;

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

    /// Returns where findings go.
    pub(super) fn sink(&mut self) -> &mut Sink {
        self.sink
    }

    /// Sets a paragraph, whatever stands already.
    pub(super) fn set_anew(&mut self, paragraph: &Paragraph, measure: Pt) -> Vec<Slab> {
        self.glyphs.tidy();
        let em = em_of(paragraph);
        let lang = self.lang_of(paragraph);
        let paragraph = &*capitals::small(paragraph, &lang, &mut self.glyphs);
        self.too_long = false;
        self.torn = false;
        let label = paragraph.label.as_ref().map(|label| self.label(label, paragraph, &lang, em));
        let alone = (0, paragraph.setting.first.units());
        let (indent, first) = label.as_ref().map_or(alone, |label| (label.indent, label.first));
        if first > measure.units() / 2
            && let Some(run_in) = run_in(paragraph)
        {
            return self.set_anew(&run_in, measure);
        }
        let rest = (measure.units() - indent).max(0);
        let room = (rest - (first - indent)).max(0);
        let mut parts = Vec::new();
        for inlines in paragraph.inlines.split(|inline| *inline == Inline::Break) {
            let room = if parts.is_empty() { (room, rest) } else { (rest, rest) };
            parts.push(Part { job: self.job(inlines, &paragraph.setting, &lang), room });
        }
        let looseness = paragraph.setting.looseness;
        let changed = self.cheapest(&parts, looseness).map(|(part, _)| part);
        let mut slabs: Vec<Slab> = Vec::new();
        for (k, part) in parts.iter().enumerate() {
            let start = if k == 0 { first } else { indent };
            let place = Place { x: indent, baseline: 0, em, tag: paragraph.tag };
            let looseness = if changed == Some(k) { looseness } else { 0 };
            self.part(part, (start, place, looseness), &mut slabs);
        }
        if self.surveyed.is_some() && slabs.len() > 1 {
            let [fewer, more] = [-1, 1].map(|by| self.cheapest(&parts, by).map(|(_, price)| price));
            self.surveyed.get_or_insert_default().push(Survey::of(paragraph, &slabs, (fewer, more)));
        }
        let nothing = slabs.iter().all(|slab| slab.marks.is_empty());
        if nothing && label.is_none() {
            slabs.clear();
        }
        if let Some(label) = label {
            let mut marks = label.marks;
            if slabs.is_empty() {
                slabs.push(Slab::default());
            }
            marks.append(&mut slabs[0].marks);
            slabs[0].marks = marks;
        }
        let (height, baseline) = pitch(paragraph, em);
        for slab in &mut slabs {
            slab.height = height;
            slab.baseline = baseline;
            for mark in &mut slab.marks {
                mark.at.y += baseline;
            }
        }
        slabs
    }

    /// Measures a paragraph's widest line, whatever stands already.
    pub(super) fn widest_line(&mut self, paragraph: &Paragraph) -> Pt {
        self.widest(paragraph, |atoms| {
            let joints = atoms.iter().rev().skip(1).map(|atom| atom.joint.natural);
            atoms.iter().map(|atom| atom.width).sum::<i64>() + joints.sum::<i64>()
        })
    }

    /// Measures a paragraph's widest piece that no line end divides, whatever stands already.
    pub(super) fn widest_piece(&mut self, paragraph: &Paragraph) -> Pt {
        self.widest(paragraph, |atoms| widest_run(atoms, |atom| atom.joint.penalty.is_some()))
    }

    /// Measures a paragraph's widest word, hyphens left aside, whatever stands already.
    pub(super) fn widest_word(&mut self, paragraph: &Paragraph) -> Pt {
        let ends = |atom: &Atom| atom.joint.penalty.is_some() && atom.joint.hyphen == 0;
        self.widest(paragraph, |atoms| widest_run(atoms, ends))
    }

    fn widest(&mut self, paragraph: &Paragraph, of: impl Fn(&[Atom]) -> i64) -> Pt {
        self.glyphs.tidy();
        let lang = self.lang_of(paragraph);
        let em = em_of(paragraph);
        let paragraph = &*capitals::small(paragraph, &lang, &mut self.glyphs);
        let label = paragraph.label.as_ref().map(|label| self.label(label, paragraph, &lang, em));
        let mut widest = 0;
        for inlines in paragraph.inlines.split(|inline| matches!(inline, Inline::Break)) {
            let job = self.job(inlines, &paragraph.setting, &lang);
            // Far wider than any paper, so that nothing is taken for too wide.
            let atoms = self.cut(&job, (0, LONGEST_LINE), Pt::MAX.units(), Pass::Fine);
            widest = widest.max(of(&atoms));
        }
        Pt::from_units(label.map_or(0, |label| label.first) + widest)
    }

    fn lang_of(&self, paragraph: &Paragraph) -> Rc<str> {
        let own = &paragraph.setting.lang;
        if own.is_empty() { self.lang.clone() } else { own.as_str().into() }
    }

    /// Prepares the text between two forced line ends.
    pub(super) fn job<'p>(
        &mut self,
        inlines: &'p [Inline],
        setting: &'p ParagraphSetting,
        lang: &'p str,
    ) -> Job<'p> {
        let copy = ParagraphText::of(inlines, lang, self.folio);
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

    /// Returns atoms from an offset on and reports what the faces lack.
    pub(super) fn cut(
        &mut self,
        job: &Job<'_>,
        (from, enough): (usize, usize),
        measure: i64,
        pass: Pass,
    ) -> Vec<Atom> {
        let mut remarked = Vec::new();
        let mut input = input(&mut self.glyphs, job, (measure, pass), &mut remarked);
        let atoms = atoms::cut(&mut input, from, enough);
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

    /// Sets the text between two forced line ends.
    fn part(
        &mut self,
        Part { job, room: (room, rest) }: &Part<'_>,
        (start, place, looseness): (i64, Place, i8),
        slabs: &mut Vec<Slab>,
    ) {
        let (room, rest) = (*room, *rest);
        let mut from = 0;
        let mut enough = PORTION;
        let mut first = true;
        if job.copy.text.is_empty() {
            slabs.push(Slab::default());
        }
        while from < job.copy.text.len() {
            let first_room = if first { room } else { rest };
            let mut lines = self.lines(job, (from, enough), (first_room, rest), looseness);
            let whole = lines.atoms.last().is_none_or(|atom| atom.next as usize >= job.copy.text.len());
            if !whole {
                // The last lines of a portion did not know what follows.
                let settled = lines.ends.len().saturating_sub(UNSETTLED);
                if settled == 0 && enough < LONGEST_LINE {
                    enough *= 4;
                    continue;
                }
                lines.ends.truncate(settled.max(1));
            }
            let mut begin = 0;
            for &end in &lines.ends {
                let x = if first { start } else { place.x };
                let measure = if first { room } else { rest };
                let last = whole && end == lines.atoms.len();
                let Some(atoms) = lines.atoms.get(begin..end) else { break };
                slabs.push(self.line(job, atoms, (measure, last), Place { x, ..place }));
                (begin, first) = (end, false);
            }
            let Some(next) = begin.checked_sub(1).and_then(|k| lines.atoms.get(k)).map(|atom| atom.next)
            else {
                break;
            };
            from = next as usize;
        }
    }

    /// Fills one line and places it; reports what a reader would see.
    fn line(&mut self, job: &Job<'_>, atoms: &[Atom], (measure, last): (i64, bool), place: Place) -> Slab {
        let joints: Vec<_> =
            atoms.iter().take(atoms.len().saturating_sub(1)).map(|atom| atom.joint).collect();
        let width = atoms.iter().map(|atom| atom.width).sum::<i64>()
            + joints.iter().map(|joint| joint.natural).sum::<i64>();
        let room = measure - width;
        let room = room - atoms.last().filter(|_| !last).map_or(0, |atom| atom.joint.ending(room));
        let justified = job.setting.align == Align::Justify;
        let mut widths = Vec::new();
        let wanted = if room > 0 && (last || !justified) { 0 } else { room };
        let fill = justify::fill(&joints, wanted, &mut widths);
        self.report(job, atoms, (fill, last));
        let left = match job.setting.align {
            Align::Justify | Align::Start => 0,
            Align::Center => room.max(0) / 2,
            Align::End => room.max(0),
        };
        let mut remarked = Vec::new();
        let input = input(&mut self.glyphs, job, (measure, Pass::Fine), &mut remarked);
        let marks = place::line(&input, atoms, &widths, Place { x: place.x + left, ..place });
        Slab { marks, ..Slab::default() }
    }

    /// Reports a line that is too long, or that ends where none should: the first of a paragraph.
    fn report(&mut self, job: &Job<'_>, atoms: &[Atom], (fill, last): (Fill, bool)) {
        let Some((a, b)) = atoms.first().zip(atoms.last()) else { return };
        if let (Fill::Overfull(excess), false) = (fill, self.too_long) {
            self.too_long = true;
            let ends = span_at(&job.copy, a.start as usize).zip(span_at(&job.copy, b.start as usize));
            let span = ends.map(|(from, to)| from.to(to));
            self.spoke = true;
            self.sink.report(remarks::too_long(Pt::from_units(excess), span));
        }
        let price = b.joint.penalty.filter(|_| !last).unwrap_or(0);
        let joint = prices::JOINTS.iter().any(|joint| i32::from(*joint) == price);
        if price >= prices::SEEN && !joint && !self.torn {
            self.torn = true;
            self.spoke = true;
            self.sink.report(remarks::torn(price, span_at(&job.copy, b.start as usize)));
        }
    }

    /// Sets the label of a paragraph on one line.
    fn label(&mut self, label: &Hanging, paragraph: &Paragraph, lang: &str, em: i64) -> Label {
        let job = self.job(&label.inlines, &paragraph.setting, lang);
        let atoms = self.cut(&job, (0, LONGEST_LINE), Pt::MAX.units(), Pass::Fine);
        let joints: Vec<i64> =
            atoms.iter().take(atoms.len().saturating_sub(1)).map(|a| a.joint.natural).collect();
        let width = atoms.iter().map(|atom| atom.width).sum::<i64>() + joints.iter().sum::<i64>();
        let (x, indent, first) = match label.width {
            HangingWidth::Natural => {
                let after = atoms.last().map_or(0, |atom| trailing(&job, atom));
                (0, width + after, width + after)
            }
            HangingWidth::Fixed { indent, gap } => {
                // A label wider than its room moves all lines in, so that none begins beside the others.
                let indent = indent.units().max(width + gap.units());
                (indent - gap.units() - width, indent, indent)
            }
        };
        let mut remarked = Vec::new();
        let input = input(&mut self.glyphs, &job, (0, Pass::Fine), &mut remarked);
        let marks = place::line(&input, &atoms, &joints, Place { x, baseline: 0, em, tag: label.tag });
        Label { marks, indent, first }
    }
}

/// Returns the width of the widest run of atoms, each up to one that ends it.
fn widest_run(atoms: &[Atom], ends: impl Fn(&Atom) -> bool) -> i64 {
    let (mut widest, mut run) = (0, 0);
    for atom in atoms {
        run += atom.width;
        widest = widest.max(run);
        run = if ends(atom) { 0 } else { run + atom.joint.natural };
    }
    widest
}

/// A label that was set.
struct Label {
    marks: Vec<Mark>,
    /// How far further lines are moved in, and how far the first.
    indent: i64,
    first: i64,
}

/// Returns a paragraph with its label as its first words: the text beside a label that wide would
/// have no measure left. None without a label of natural width.
fn run_in(paragraph: &Paragraph) -> Option<Paragraph> {
    let label = paragraph.label.as_ref().filter(|label| label.width == HangingWidth::Natural)?;
    let labelled = label.inlines.iter().cloned().map(|mut inline| {
        if let Inline::Text(text) = &mut inline {
            text.tag = text.tag.or(label.tag);
        }
        inline
    });
    let inlines = labelled.chain(paragraph.inlines.iter().cloned()).collect();
    Some(Paragraph { inlines, label: None, ..paragraph.clone() })
}
