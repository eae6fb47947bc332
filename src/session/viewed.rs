//! The part of a text that the chosen view sees.

use std::ops::Range;
use std::sync::Arc;

use super::Declared;
use super::reading::Whole;
use super::sections::{Sections, places};
use super::seen::Seen;
use super::selected::{Part, Selected};
use super::work::Work;
use crate::diag::{Code, CompileError, Diagnostic, Pieces, Sink, Span, code};
use crate::source::views::View;
use crate::source::{Source, Value};
use crate::view::{Excerpt, Wanted};
use crate::{model, view};

/// Findings about the bytes, not about the text.
const OF_BYTES: [Code; 2] = [code::NOT_UTF8, code::CONTROL];

impl Work<'_> {
    /// Selects the part of a text to be seen: all of it if no choice was made.
    pub(super) fn selected(&mut self, (whole, parts): Whole) -> Result<Selected, CompileError> {
        let options = &self.request.options;
        let wanted =
            view::wanted(&whole.front, options.view.as_deref(), options.tags.as_deref(), &mut self.sink);
        let view = wanted.as_ref().and_then(|wanted| wanted.view);
        let language = view::language(&whole.front, options.lang.as_deref(), view, &mut self.sink);
        self.sink.check()?;
        if wanted.is_none() && language.is_none() && !view::has_variables(&whole) {
            return Ok(Selected::All(whole, parts));
        }
        let mut sink = Sink::default();
        self.checked(&whole, wanted.is_some(), &mut sink);
        let chosen = wanted.is_some() || language.is_some();
        let view = view::in_one(view, language.as_ref());
        let wanted = Wanted { view: view.as_ref(), tags: wanted.and_then(|wanted| wanted.tags) };
        let spoken = self.spoken(&whole, language.as_ref().map(|(language, _)| language.as_str()))?;
        let excerpt = view::excerpt(&spoken.source, &whole, &wanted, &mut sink);
        let (pieces, told) = parts.unzip();
        let file = |span: Span| pieces.as_ref().map_or(span, |pieces: &Pieces| pieces.origin(span));
        if sink.has_errors() {
            sink.into_sorted().into_iter().for_each(|finding| self.sink.report(finding.moved(file)));
            return Err(CompileError::Document);
        }
        let language = language.map(|(tag, own)| Value { text: tag, span: own.span });
        let told = told.unwrap_or_default();
        let part = Part { chosen, view, language, spoken, excerpt, pieces, told, sink, whole };
        Ok(Selected::Part(Box::new(part)))
    }

    /// Returns the selection as a text of its own, without its images.
    pub(super) fn seen(&mut self, selected: Selected) -> Result<Source, CompileError> {
        match selected {
            Selected::All(whole, parts) => Ok(self.seen_whole(whole, parts)),
            Selected::Part(part) => self.seen_part(*part),
        }
    }

    fn seen_whole(&mut self, whole: Arc<Source>, parts: Option<(Pieces, Vec<Diagnostic>)>) -> Source {
        view::check(&whole, false, &mut self.sink);
        let mut whole = Arc::unwrap_or_clone(whole);
        let values = view::values(&whole.front, None);
        whole.front.letter.iter_mut().for_each(|letter| letter.fill(&values));
        if let Some((pieces, told)) = parts {
            self.files.is_excerpt(pieces.clone());
            // The file is carried as it is, unless the text is made of several.
            let chosen = self.files.count() > 1;
            self.seen = Some(Seen { pieces, told, chosen, ..Seen::default() });
        }
        whole
    }

    fn seen_part(&mut self, part: Part) -> Result<Source, CompileError> {
        let Part { chosen, view, language, spoken, excerpt, pieces: parts, told, mut sink, whole } = part;
        let Excerpt { text, pieces, left_out, emptied } = excerpt;
        let mut seen = Seen { chosen, emptied: spoken.emptied.clone(), ..Seen::default() };
        let before = std::mem::take(&mut self.sink).into_sorted();
        before
            .into_iter()
            .filter(|finding| OF_BYTES.contains(&finding.code))
            .for_each(|finding| sink.report(finding));
        let language_pieces = spoken.pieces.as_ref();
        let place = |span: Span| language_pieces.map_or(span, |pieces| pieces.origin(span));
        let range = |range: Range<usize>| place(Span::new(whole.file, range)).range();
        seen.left_out = left_out.into_iter().map(range).collect();
        seen.emptied.extend(emptied.into_iter().map(place));
        seen.pieces = match language_pieces {
            Some(first) => pieces.after(first),
            None => pieces,
        };
        let mut source = spoken.source.with_text(text, &mut self.sink)?;
        let view = view.as_ref();
        let names = view.filter(|view| !view.hide.is_empty() || !view.first.is_empty());
        if names.is_some() || !seen.left_out.is_empty() {
            let Sections { sections, found } = spoken.sections();
            for finding in
                found.iter().filter(|found| found.code == code::OVERLAP && !seen.left_out.is_empty())
            {
                sink.report(finding.clone().moved(place));
            }
            names.into_iter().for_each(|view| view::check_names(sections, view, &mut sink));
        }
        if let Some(view) = view {
            source = self.arranged(source, view, &mut seen)?;
            set(&mut source, view);
        }
        let values = view::values(&whole.front, view);
        source.front.letter.iter_mut().for_each(|letter| letter.fill(&values));
        if let Some(language) = language {
            source.front.lang = Some(language);
        }
        let file = |span: Span| parts.as_ref().map_or(span, |pieces: &Pieces| pieces.origin(span));
        let sink = sink.into_sorted().into_iter().map(|finding| finding.moved(file));
        seen.told = told.into_iter().chain(sink).collect();
        if let Some(first) = &parts {
            seen.pieces = seen.pieces.after(first);
        }
        self.files.is_excerpt(seen.pieces.clone());
        self.seen = Some(seen);
        Ok(source)
    }

    /// Returns a text with its includes, the places of their parts, and the earlier findings.
    #[allow(clippy::type_complexity, reason = "two halves of one thing that may be absent")]
    pub(super) fn joined(
        &mut self,
        whole: Source,
    ) -> Result<(Source, Option<(Pieces, Vec<Diagnostic>)>), CompileError> {
        let (mut sink, mut told) = (Sink::default(), Sink::default());
        let Some((joined, pieces)) = whole.with_parts(&mut self.files, &mut sink, &mut told)? else {
            return Ok((whole, None));
        };
        if told.has_errors() {
            told.into_sorted().into_iter().for_each(|finding| self.sink.report(finding));
            return Err(CompileError::Document);
        }
        let before = std::mem::replace(&mut self.sink, sink).into_sorted();
        let of_bytes = before.into_iter().filter(|finding| OF_BYTES.contains(&finding.code));
        let of_bytes = of_bytes.chain(told.into_sorted()).collect();
        Ok((joined, Some((pieces, of_bytes))))
    }

    /// Leaves sections out, puts others first, and changes the line under the name.
    fn arranged(&mut self, source: Source, view: &View, seen: &mut Seen) -> Result<Source, CompileError> {
        if view.hide.is_empty() && view.first.is_empty() && view.headline.is_none() {
            return Ok(source);
        }
        let (sections, headline) = places(&model::outline(&source), &source);
        if view.hide.is_empty() && view.first.is_empty() && headline.is_none() {
            // Its line is only in the front matter.
            return Ok(source);
        }
        let (text, pieces, gone) = view::arranged(&source.text, &sections, headline, view);
        let origin = |range: Range<usize>| seen.pieces.origin(Span::new(source.file, range)).range();
        seen.left_out.extend(gone.into_iter().map(origin));
        self.sink = Sink::default();
        seen.pieces = pieces.after(&seen.pieces);
        Ok(source.with_text(text, &mut self.sink)?)
    }
}

/// Applies the settings of a view.
fn set(source: &mut Source, view: &View) {
    let front = &mut source.front;
    let View { headline, title, layout, lang, pages, set, output, redact, .. } = view.clone();
    front.headline = headline.or(front.headline.take());
    front.title = title.or(front.title.take());
    front.lang = lang.or(front.lang.take());
    front.layout = layout.or(front.layout.take());
    front.pages = pages.or(front.pages);
    front.redact.extend(redact);
    front.output = output.or(front.output.take());
    front.set.retain(|(key, _)| !set.iter().any(|(other, _)| other == key));
    front.set.extend(set);
}

/// Returns the views and languages of a text.
pub(super) fn declared(source: &Source) -> Declared {
    let lang = |view: &View| view.lang.as_ref().map(|lang| lang.text.clone());
    let views = source.front.views.iter().map(|view| (view.name.clone(), lang(view))).collect();
    Declared { views, languages: view::languages(&source.front).into_iter().map(str::to_owned).collect() }
}
