//! The Markdown tree → the résumé: the order of the steps.

use std::collections::BTreeMap;

use super::directive::{self, Directive, Marked};
use super::flow::Manner;
use super::kinds::SectionKind;
use super::number::{HandNumber, NumberStyle};
use super::resume::{Consumed, Header, Meta, Resume, Section};
use super::rich::Rich;
use super::{flow, header, language, lints, outline, section};
use crate::diag::{Diagnostic, Sink, code};
use crate::source::Source;
use crate::source::markdown::BlockKind;

/// What is carried from step to step while a résumé is understood.
pub(super) struct Builder<'a> {
    pub source: &'a Source,
    pub sink: &'a mut Sink,
    pub consumed: Vec<Consumed>,
    pub directives: Vec<Directive>,
    pub manner: Manner,
    /// The last hand-written number of each style, at each depth.
    pub numbers: BTreeMap<(NumberStyle, u8), HandNumber>,
    /// `---` begins a page, as LapisCV has it.
    pub rule_breaks: bool,
}

/// Returns what a source says; infallible.
pub(super) fn resume(source: &Source, sink: &mut Sink) -> Resume {
    let lang = language::of(source);
    let rule_breaks =
        source.front.compat.as_ref().is_some_and(|tool| tool.text.eq_ignore_ascii_case("lapis"));
    let mut builder = Builder {
        source,
        sink,
        consumed: Vec::new(),
        directives: Vec::new(),
        manner: Manner { lang: None, chinese: lang.starts_with("zh") },
        numbers: BTreeMap::new(),
        rule_breaks,
    };
    let blocks = directive::mark(&mut builder, &source.markdown.blocks);
    let outline = outline::of(&blocks);
    let (header, sections) = builder.parts(&blocks, &outline);
    let meta = meta(source, &header, lang);
    let Builder { mut consumed, directives, .. } = builder;
    consumed.sort_by_key(|consumed| consumed.span);
    let resume = Resume { meta, header, sections, consumed, directives };
    lints::check(&resume, source, sink);
    resume
}

impl<'a> Builder<'a> {
    /// Header and sections, in the author's order.
    fn parts(&mut self, blocks: &[Marked<'_>], outline: &outline::Outline) -> (Header, Vec<Section>) {
        let mut sections = outline.sections.iter().map(|range| &blocks[range.clone()]).peekable();
        let mut head: Vec<Marked<'_>> = blocks[outline.head.clone()].to_vec();
        let alone = header::is_without_items(self, &head);
        while let Some(first) = sections.next_if(|first| alone && header::is_personal(self, first)) {
            self.consume_title(&first[0]);
            head.extend(first[1..].iter().cloned());
        }
        let mut header = header::build(self, &head, outline.name);
        let mut built: Vec<Section> = Vec::new();
        for blocks in sections {
            if blocks.first().is_some_and(|first| first.page_break) {
                let span = blocks[0].block.span;
                let list = built.last_mut().map_or(&mut header.blocks, |section| &mut section.blocks);
                list.push(section::page_break(span));
            }
            built.push(section::build(self, blocks));
        }
        (header, built)
    }

    fn consume_title(&mut self, heading: &Marked<'_>) {
        if let BlockKind::Heading { content, .. } = &heading.block.kind {
            let (title, _) = flow::rich(content, &self.manner);
            self.consume(&title, "title of the section that became the header");
        }
    }

    /// Records characters that do not reach the page.
    pub fn consume(&mut self, text: &Rich, why: &'static str) {
        for run in text.runs().filter(|run| !run.text.trim().is_empty()) {
            self.consumed.push(Consumed { span: run.span, text: run.text.clone(), why });
        }
    }

    /// Returns the hand-written number that a text begins with, and reports one out of sequence.
    pub fn number(&mut self, text: &Rich, depth: u8) -> Option<HandNumber> {
        let number = HandNumber::at_start(&text.text())?;
        let before = self.numbers.insert((number.style, depth), number.clone());
        if !before.is_none_or(|before| number.may_follow(&before)) {
            let written = text.slice(0..number.len);
            let message = format!("the number {} is out of sequence", written.text());
            let found = Diagnostic::new(code::NUMBERING, written.span(), message);
            self.sink.report(found.hint("it is printed as written"));
        }
        Some(number)
    }

    /// The manner of reading in one block.
    pub fn manner_of(&self, marked: &Marked<'_>) -> Manner {
        Manner { lang: marked.lang.clone(), ..self.manner.clone() }
    }
}

fn meta(source: &Source, header: &Header, lang: String) -> Meta {
    let text = |rich: &Rich| rich.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let author = header.name.as_ref().map(text).unwrap_or_default();
    let author = ["的个人简历", "的简历", "个人简历"]
        .iter()
        .find_map(|tail| author.strip_suffix(tail))
        .unwrap_or(&author);
    let author = author.trim().to_owned();
    let headline = header.headline.as_ref().map(|headline| text(&headline.value)).unwrap_or_default();
    let title = match &source.front.title {
        Some(title) => title.text.clone(),
        None if headline.is_empty() => author.clone(),
        None if author.is_empty() => headline,
        None => format!("{author} – {headline}"),
    };
    Meta { title, author, lang }
}

/// Tells whether a kind's entries are led by an organisation.
pub(super) fn is_employment(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Work | SectionKind::Volunteer)
}
