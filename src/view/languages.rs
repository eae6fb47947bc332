//! A text in one of its languages.

use super::cut::cut;
use super::directive::Word;
use super::select::{Edit, EditKind};
use super::speech::{self, path};
use super::survey::Survey;
use super::tags::{self, Viewer, advice};
use super::{Excerpt, excerpt};
use crate::diag::{Diagnostic, Sink, Span, code, message};
use crate::source::markdown::{BlockKind, InlineKind, running};
use crate::source::views::View;
use crate::source::{FrontMatter, Source};

/// Returns the languages of a text, as its front matter lists them.
pub fn languages(front: &FrontMatter) -> Vec<&str> {
    front.languages.iter().map(|language| language.name.as_str()).collect()
}

/// Returns the language of a text and its settings; `None` if the text is written in one language. The first of
/// these that names a language counts: the request, the view, the front matter, its list of languages. Reports a
/// language that the text is not written in.
pub fn language<'a>(
    front: &'a FrontMatter,
    asked: Option<&str>,
    view: Option<&View>,
    sink: &mut Sink,
) -> Option<(String, &'a View)> {
    let first = front.languages.first()?;
    let of_view = view.and_then(|view| view.lang.as_ref()).map(|lang| (lang.text.as_str(), Some(lang.span)));
    let of_front = front.lang.as_ref().map(|lang| (lang.text.as_str(), Some(lang.span)));
    let wanted = asked.map(|tag| (tag, None)).or(of_view).or(of_front);
    let Some((tag, place)) = wanted else { return Some((first.name.clone(), first)) };
    if let Some(own) = of(front, tag) {
        // The longer tag says more.
        let tag = if tag.len() > own.name.len() { tag } else { own.name.as_str() };
        return Some((tag.to_owned(), own));
    }
    let known = languages(front).into_iter().map(str::to_owned);
    let found = Diagnostic::new(
        code::UNKNOWN_VIEW,
        place.or(Some(first.span)),
        message!("the text is not written in the language `{tag}`", tag),
    );
    sink.report(found.hint(advice(tag, known)));
    None
}

/// Returns the settings for a language tag: those of the same tag, else of a more or less exact one.
fn of<'a>(front: &'a FrontMatter, tag: &str) -> Option<&'a View> {
    let same = front.languages.iter().find(|own| path(&own.name) == path(tag));
    same.or_else(|| front.languages.iter().find(|own| tags::matches(&path(&own.name), &path(tag))))
}

/// Returns a view in a language: the settings of the language, then of the view, then of the view in that language.
pub fn in_one(view: Option<&View>, language: Option<&(String, &View)>) -> Option<View> {
    let Some((tag, own)) = language else { return view.cloned() };
    let usual = View { name: String::new(), langs: Vec::new(), ..(*own).clone() };
    let Some(view) = view else { return Some(usual) };
    let named = View { name: view.name.clone(), span: view.span, ..usual }.with(view);
    let inner = view.langs.iter().filter(|inner| tags::matches(&path(&inner.name), &path(tag)));
    Some(inner.fold(named, |view, inner| view.with(inner)))
}

fn paths(source: &Source) -> Vec<String> {
    source.front.languages.iter().map(|language| path(&language.name)).collect()
}

/// Reports faults in the declarations of a text's languages.
pub(super) fn check(source: &Source, sink: &mut Sink) {
    let languages = paths(source);
    if languages.is_empty() {
        return;
    }
    Survey::of_languages(source, languages.clone()).found.into_iter().for_each(|found| sink.report(found));
    let mut strange = |comment: &str, span: Span| {
        let Some(tag) = speech::stranger(comment, &languages) else { return };
        let message = message!("`{tag}` is not among the `languages` of the front matter", tag);
        let cure = message!(
            "add it there; or write <span lang=\"{tag}\">…</span> round words that are {tag} in each language",
            tag
        );
        sink.report(Diagnostic::new(code::DIRECTIVE, span, message).hint(cure));
    };
    for block in &source.markdown.blocks {
        if let BlockKind::Comment(comment) = &block.kind {
            strange(comment, block.span);
        }
    }
    running(&source.markdown.blocks, &mut |inline| {
        if let InlineKind::Comment(comment) = &inline.kind {
            strange(comment, inline.span);
        }
    });
}

/// Returns a text in one language: without the parts in others, and with the translations into it.
pub fn in_language(source: &Source, language: &str) -> Excerpt {
    let language = path(language);
    let mut survey = Survey::of_languages(source, paths(source));
    let viewer = Viewer::reader(&language);
    survey.seen_by(&viewer);
    let text = &source.text;
    let mut edits = Vec::new();
    for speech in &survey.speech {
        if let (Some(content), Some(words)) = (&speech.content, speech.words(&language)) {
            let end = text.get(content.clone()).unwrap_or_default().trim_end().len();
            // The markers of code and of addresses are not part of their content.
            let before = text.get(..content.start).unwrap_or_default();
            let start = before.trim_end_matches(['*', '_', '`', '~', '<']).len();
            let range = start..content.start + end;
            edits.push(Edit { range, with: words.to_owned(), kind: EditKind::Inline });
        }
        edits.extend(speech.comments.iter().map(|span| excerpt::removal(text, span.range())));
    }
    // The remaining text is in this language: marking parts of it would split it.
    let marks = survey.words.iter().filter(|(_, word)| matches!(word, Word::Only(_) | Word::EndOnly));
    let said = |span: &Span| survey.speech.iter().any(|speech| speech.comments.contains(span));
    edits.extend(marks.filter(|(span, _)| !said(span)).map(|(span, _)| excerpt::removal(text, span.range())));
    cut(source, &survey, &viewer, edits)
}
