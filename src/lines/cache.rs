//! A cache of paragraphs that were set, for the next build of nearly the same text. It gives back exactly what
//! setting them anew would.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::glyph_cache::GlyphStore;
use super::setter::Setter;
use super::{MarkKind, Slab};
use crate::boxes::{Inline, Paragraph, TagId};
use crate::diag::{FileId, Span};
use crate::geom::Pt;
use crate::layout::Stack;

/// Paragraphs as they were set in the last builds, and what was looked up in the fonts. Valid for one book of
/// fonts; affects speed, never output.
#[derive(Debug, Default)]
pub struct ParagraphCache {
    stacks: Vec<Stack>,
    lang: String,
    /// Whether no paragraph is kept.
    disabled: bool,
    /// What the builds so far took from the faces.
    store: GlyphStore,
    /// What the build before the last one used and the last one did not.
    older: Generation,
    /// What the last build used.
    kept: Generation,
    /// What this build has used so far.
    used: Generation,
}

/// What was set, by a number made of its text.
type Generation = BTreeMap<u64, Vec<CachedParagraph>>;

/// A paragraph with its spans and tags counted from its first, what was asked of it, and the answer.
#[derive(Debug)]
struct CachedParagraph {
    paragraph: Paragraph,
    query: Query,
    answer: Answer,
}

/// What is asked of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Query {
    Lines(Pt),
    NaturalWidth,
    Narrowest,
    Word,
}

/// What is answered to a query.
#[derive(Clone, Debug)]
enum Answer {
    Lines(Vec<Slab>),
    Width(Pt),
}

/// From where a paragraph's spans and tags are counted.
#[derive(Clone, Copy)]
struct Origin {
    place: u32,
    tag: u32,
}

impl ParagraphCache {
    /// Returns a cache that keeps no paragraph between builds: for texts that have nothing in common.
    pub fn disabled() -> ParagraphCache {
        ParagraphCache { disabled: true, ..ParagraphCache::default() }
    }

    /// Begins a build; returns its type.
    pub(super) fn begin(&mut self, stacks: &[Stack], lang: &str) -> GlyphStore {
        if self.stacks != stacks || self.lang != lang {
            let (stacks, lang, disabled) = (stacks.to_vec(), lang.to_owned(), self.disabled);
            *self = ParagraphCache { stacks, lang, disabled, ..ParagraphCache::default() };
        }
        std::mem::take(&mut self.store)
    }

    /// Ends a build: what neither it nor the one before used is thrown away. One alone does not tell: an
    /// editor may have emptied the file and not yet filled it. No store is left by a build in which a
    /// character was remarked on: the next has to look at all of them again.
    pub(super) fn end(&mut self, store: Option<GlyphStore>) {
        self.older = std::mem::replace(&mut self.kept, std::mem::take(&mut self.used));
        self.store = store.unwrap_or_default();
        self.store.tidy();
    }

    /// Returns what was answered for a paragraph, counted from its own origin.
    fn recall(&mut self, number: u64, paragraph: &Paragraph, query: Query) -> Option<&Answer> {
        let same = |cached: &CachedParagraph| cached.query == query && cached.paragraph == *paragraph;
        let used = self.used.entry(number).or_default();
        if let Some(at) = used.iter().position(same) {
            return Some(&used[at].answer);
        }
        let take = |generation: &mut Generation| {
            let known = generation.get_mut(&number)?;
            known.iter().position(same).map(|at| known.swap_remove(at))
        };
        used.push(take(&mut self.kept).or_else(|| take(&mut self.older))?);
        used.last().map(|cached| &cached.answer)
    }
}

impl Setter<'_> {
    /// Sets a paragraph in lines of a measure: one slab a line, marks relative to its left edge.
    ///
    /// Never fails: what fits nowhere is set too long, with a diagnostic. No line if there is no text.
    pub fn paragraph(&mut self, paragraph: &Paragraph, measure: Pt) -> Vec<Slab> {
        let answer = self.answer(paragraph, Query::Lines(measure), |setter| {
            Answer::Lines(setter.set_anew(paragraph, measure))
        });
        if let Answer::Lines(slabs) = answer { slabs } else { Vec::new() }
    }

    /// Returns how wide a paragraph is on one line, its label included; of several lines the widest.
    pub fn natural_width(&mut self, paragraph: &Paragraph) -> Pt {
        self.width(paragraph, Query::NaturalWidth, |setter| setter.widest_line(paragraph))
    }

    /// Returns the width of the widest piece that no line end divides, the label included.
    pub fn narrowest(&mut self, paragraph: &Paragraph) -> Pt {
        self.width(paragraph, Query::Narrowest, |setter| setter.widest_piece(paragraph))
    }

    /// Returns the width of the widest word, the label included.
    pub fn widest_of_words(&mut self, paragraph: &Paragraph) -> Pt {
        self.width(paragraph, Query::Word, |setter| setter.widest_word(paragraph))
    }

    fn width(&mut self, paragraph: &Paragraph, query: Query, of: impl FnOnce(&mut Self) -> Pt) -> Pt {
        match self.answer(paragraph, query, |setter| Answer::Width(of(setter))) {
            Answer::Width(width) => width,
            Answer::Lines(_) => Pt::ZERO,
        }
    }

    /// Returns the answer from the cache, or makes it. One with a diagnostic, or with a glyph to which one
    /// applies, is not kept: it must be reported again.
    fn answer(
        &mut self,
        paragraph: &Paragraph,
        query: Query,
        make: impl FnOnce(&mut Self) -> Answer,
    ) -> Answer {
        let keeps = self.surveyed.is_none() && self.cache.as_ref().is_some_and(|cache| !cache.disabled);
        let counted = if keeps { counted(paragraph) } else { None };
        let (Some(cache), Some((paragraph, origin))) = (self.cache.as_deref_mut(), counted) else {
            return make(self);
        };
        let number = number(&paragraph);
        if let Some(answer) = cache.recall(number, &paragraph, query) {
            return placed(answer.clone(), origin);
        }
        self.spoke = false;
        self.glyphs.remarkable = false;
        let answer = make(self);
        let told = self.spoke || self.glyphs.remarkable;
        let answer_counted = if told { None } else { from_origin(&answer, origin) };
        if let (Some(answer), Some(cache)) = (answer_counted, self.cache.as_deref_mut()) {
            cache.used.entry(number).or_default().push(CachedParagraph { paragraph, query, answer });
        }
        answer
    }
}

/// Returns a paragraph with its spans and tags counted from its first ones; none if that would not give
/// it back whole, or if it says what changes from page to page.
fn counted(paragraph: &Paragraph) -> Option<(Paragraph, Origin)> {
    let origin = Origin {
        place: super::survey::Survey::place(paragraph).start,
        tag: paragraph.tag.map_or(0, |tag| tag.0),
    };
    let mut paragraph = paragraph.clone();
    let (back, back_tag) = (origin.place.wrapping_neg(), origin.tag.wrapping_neg());
    shift_tag(&mut paragraph.tag, back_tag);
    if let Some(label) = &mut paragraph.label {
        shift_tag(&mut label.tag, back_tag);
        label.inlines.iter_mut().try_for_each(|inline| shift(inline, back, back_tag))?;
    }
    paragraph.inlines.iter_mut().try_for_each(|inline| shift(inline, back, back_tag))?;
    Some((paragraph, origin))
}

fn shift(inline: &mut Inline, by: u32, tags: u32) -> Option<()> {
    match inline {
        Inline::Text(text) | Inline::Separator(text) => {
            shift_tag(&mut text.tag, tags);
            shift_span(&mut text.span, by)
        }
        Inline::Icon(icon) => {
            shift_tag(&mut icon.tag, tags);
            Some(())
        }
        Inline::Folio(..) => None,
        Inline::Break | Inline::Space(_) => Some(()),
    }
}

fn shift_tag(tag: &mut Option<TagId>, by: u32) {
    if let Some(tag) = tag {
        tag.0 = tag.0.wrapping_add(by);
    }
}

/// Moves a place; text of the layout has none. None for a place without length, which would look the same.
fn shift_span(span: &mut Span, by: u32) -> Option<()> {
    if *span == Span::default() || span.file != FileId::RESUME {
        return Some(());
    }
    if span.is_empty() {
        return None;
    }
    span.start = span.start.wrapping_add(by);
    span.end = span.end.wrapping_add(by);
    Some(())
}

/// Returns an answer counted from an origin; none if it could not be placed again.
fn from_origin(answer: &Answer, origin: Origin) -> Option<Answer> {
    let mut answer = answer.clone();
    if let Answer::Lines(slabs) = &mut answer {
        move_marks(slabs, origin.place.wrapping_neg(), origin.tag.wrapping_neg())?;
    }
    Some(answer)
}

/// Returns an answer for a paragraph whose origin is this.
fn placed(mut answer: Answer, origin: Origin) -> Answer {
    if let Answer::Lines(slabs) = &mut answer {
        // What could not be counted was not kept.
        let _ = move_marks(slabs, origin.place, origin.tag);
    }
    answer
}

fn move_marks(slabs: &mut [Slab], by: u32, tags: u32) -> Option<()> {
    for mark in slabs.iter_mut().flat_map(|slab| &mut slab.marks) {
        shift_tag(&mut mark.tag, tags);
        if let MarkKind::Glyphs(run) = &mut mark.kind {
            shift_span(&mut run.span, by)?;
        }
    }
    Some(())
}

/// Returns a number made of a paragraph's text, by which it is found.
fn number(paragraph: &Paragraph) -> u64 {
    let mut hasher = DefaultHasher::new();
    for inline in &paragraph.inlines {
        if let Inline::Text(text) = inline {
            text.text.hash(&mut hasher);
        }
    }
    hasher.finish()
}
