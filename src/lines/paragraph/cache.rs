//! A cache of set paragraphs, for the next build of nearly the same text. It returns exactly what
//! setting them anew would.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::survey::Survey;
use crate::boxes::{Inline, Paragraph, TagId};
use crate::diag::{FileId, Span};
use crate::geom::Pt;
use crate::layout::Stack;
use crate::lines::galley::{MarkKind, Slab};
use crate::lines::itemise::glyph_cache::GlyphStore;

/// Paragraphs set in the last builds, and what was looked up in the fonts. Valid for one book of
/// fonts; affects speed, never output.
#[derive(Debug, Default)]
pub struct ParagraphCache {
    stacks: Vec<Stack>,
    lang: String,
    /// Whether no paragraph is kept.
    pub(super) disabled: bool,
    /// Everything taken from the faces by earlier builds.
    store: GlyphStore,
    /// Paragraphs that the build before the last one used and the last one did not.
    older: Generation,
    /// Paragraphs that the last build used.
    kept: Generation,
    /// Paragraphs that this build has used so far.
    pub(super) used: Generation,
}

/// Set paragraphs, by a number derived from their text.
type Generation = BTreeMap<u64, Vec<CachedParagraph>>;

/// A paragraph with its spans and tags counted from its first, the query about it, and the answer.
#[derive(Debug)]
pub(super) struct CachedParagraph {
    pub(super) paragraph: Paragraph,
    pub(super) query: Query,
    pub(super) answer: Answer,
}

/// A query about a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Query {
    Lines(Pt),
    NaturalWidth,
    Narrowest,
    Word,
}

/// The answer to a query.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    Lines(Vec<Slab>),
    Width(Pt),
}

/// The point from which a paragraph's spans and tags are counted.
#[derive(Clone, Copy)]
pub(super) struct Origin {
    place: u32,
    tag: u32,
}

impl ParagraphCache {
    /// Returns a cache that keeps no paragraph between builds: for texts that have nothing in common.
    pub fn disabled() -> ParagraphCache {
        ParagraphCache { disabled: true, ..ParagraphCache::default() }
    }

    /// Begins a build; returns the glyphs kept for it.
    pub(in crate::lines) fn begin(&mut self, stacks: &[Stack], lang: &str) -> GlyphStore {
        if self.stacks != stacks || self.lang != lang {
            let (stacks, lang, disabled) = (stacks.to_vec(), lang.to_owned(), self.disabled);
            *self = ParagraphCache { stacks, lang, disabled, ..ParagraphCache::default() };
        }
        std::mem::take(&mut self.store)
    }

    /// Ends a build: paragraphs that neither it nor the one before used are dropped. One alone is not enough:
    /// an editor may have emptied the file and not filled it yet. A build with a remark on any
    /// character leaves no store: the next has to look at all of them again.
    pub(in crate::lines) fn end(&mut self, store: Option<GlyphStore>) {
        self.older = std::mem::replace(&mut self.kept, std::mem::take(&mut self.used));
        self.store = store.unwrap_or_default();
        self.store.tidy();
    }

    /// Returns the answer for a paragraph, counted from its own origin.
    pub(super) fn recall(&mut self, number: u64, paragraph: &Paragraph, query: Query) -> Option<&Answer> {
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

/// Returns a paragraph with its spans and tags counted from its first ones; `None` if that could not be
/// reversed exactly, or if it contains something that changes from page to page.
pub(super) fn counted(paragraph: &Paragraph) -> Option<(Paragraph, Origin)> {
    let origin = Origin { place: Survey::place(paragraph).start, tag: paragraph.tag.map_or(0, |tag| tag.0) };
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

/// Moves a span; text of the layout has none. `None` for an empty span, which would look the same.
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

/// Returns an answer counted from an origin; `None` if it could not be placed again.
pub(super) fn from_origin(answer: &Answer, origin: Origin) -> Option<Answer> {
    let mut answer = answer.clone();
    if let Answer::Lines(slabs) = &mut answer {
        move_marks(slabs, origin.place.wrapping_neg(), origin.tag.wrapping_neg())?;
    }
    Some(answer)
}

/// Returns an answer for a paragraph with this origin.
pub(super) fn placed(mut answer: Answer, origin: Origin) -> Answer {
    if let Answer::Lines(slabs) = &mut answer {
        // Answers that could not be counted were not kept.
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

/// Returns a number derived from a paragraph's text, by which it is found.
pub(super) fn number(paragraph: &Paragraph) -> u64 {
    let mut hasher = DefaultHasher::new();
    for inline in &paragraph.inlines {
        if let Inline::Text(text) = inline {
            text.text.hash(&mut hasher);
        }
    }
    hasher.finish()
}
