//! Queries about paragraphs: answered from the last build if possible, else computed.

use super::cache::{Answer, CachedParagraph, Query, counted, from_origin, number, placed};
use super::setter::Setter;
use crate::boxes::Paragraph;
use crate::geom::Pt;
use crate::lines::galley::Slab;

impl Setter<'_> {
    /// Sets a paragraph in lines of a measure: one slab per line, marks relative to its left edge.
    ///
    /// Never fails: what does not fit anywhere is set too long, with a diagnostic. No line if there is no text.
    pub fn paragraph(&mut self, paragraph: &Paragraph, measure: Pt) -> Vec<Slab> {
        let answer = self.answer(paragraph, Query::Lines(measure), |setter| {
            Answer::Lines(setter.set_anew(paragraph, measure))
        });
        if let Answer::Lines(slabs) = answer { slabs } else { Vec::new() }
    }

    /// Returns the width of a paragraph on one line, its label included; of several lines the widest.
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

    /// Returns the answer from the cache, or computes it. One with a diagnostic, or with a glyph to which one
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
