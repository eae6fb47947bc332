//! The one walk over a résumé: its content, in the author's order, as a flat stream.
//!
//! Every export is a fold over it. Whatever contains something is two steps, one before and one after it.

use crate::diag::Span;
use crate::model::{
    Block, BlockKind, Contact, Entry, Image, Item, KeyValue, List, Resume, Rich, Section, Table, TextLine,
};

/// A step of the walk.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The event at this step.
    pub event: Event<'a>,
    /// Its place in the source; an end has the place of what it ends.
    pub span: Span,
    /// Whether it must not be split over pages.
    pub keep: bool,
}

/// The events of a walk. The header comes first: name, headline, contacts, facts, photo, then its blocks.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the model has the words for each")]
pub enum Event<'a> {
    Name(&'a Rich),
    /// The title of the paper, where no person is named.
    Paper(&'a Rich),
    Headline(&'a KeyValue),
    Contact(&'a Contact),
    Fact(&'a KeyValue),
    Photo(&'a Image),
    Section(&'a Section),
    EndSection,
    /// The line of an entry: number, parts, dates, tags. Its content follows.
    Entry(&'a Entry),
    EndEntry,
    Paragraph(&'a [TextLine]),
    List(&'a List),
    Item(&'a Item),
    EndItem,
    EndList,
    Pairs(&'a [KeyValue]),
    Table(&'a Table),
    Quote,
    EndQuote,
    Code(&'a Rich),
    Image(&'a Image),
    Rule,
    PageBreak,
}

impl Event<'_> {
    /// Returns whether it opens something that a later step closes.
    pub fn opens(&self) -> bool {
        matches!(self, Event::Section(_) | Event::Entry(_) | Event::List(_) | Event::Item(_) | Event::Quote)
    }

    /// Returns whether it closes something that an earlier step opened.
    pub fn closes(&self) -> bool {
        use Event::{EndEntry, EndItem, EndList, EndQuote, EndSection};
        matches!(self, EndSection | EndEntry | EndList | EndItem | EndQuote)
    }
}

/// Returns the step that closes what a step opens; the step itself if it opens nothing, or nothing closes it.
pub fn end_of(steps: &[Step<'_>], at: usize) -> usize {
    let mut depth = 0usize;
    for (offset, step) in steps[at..].iter().enumerate() {
        depth += usize::from(step.event.opens());
        depth = depth.saturating_sub(usize::from(step.event.closes()));
        if depth == 0 {
            return at + offset;
        }
    }
    at
}

/// Returns all steps of a résumé.
pub fn walk(resume: &Resume) -> Vec<Step<'_>> {
    let mut walk = Walk::default();
    let header = &resume.header;
    let place = |text: &Rich| text.span().unwrap_or(header.span);
    if let Some(name) = &header.name {
        walk.step(Event::Name(name), place(name));
    }
    if let Some(paper) = &header.paper {
        walk.step(Event::Paper(paper), place(paper));
    }
    if let Some(headline) = &header.headline {
        walk.step(Event::Headline(headline), headline.span);
    }
    header.contacts.iter().for_each(|contact| walk.step(Event::Contact(contact), contact.span));
    header.facts.iter().for_each(|fact| walk.step(Event::Fact(fact), fact.span));
    if let Some(photo) = &header.photo {
        walk.step(Event::Photo(photo), photo.span);
    }
    walk.blocks(&header.blocks);
    for section in &resume.sections {
        walk.step(Event::Section(section), section.span);
        walk.blocks(&section.blocks);
        walk.step(Event::EndSection, section.span);
    }
    walk.steps
}

#[derive(Default)]
struct Walk<'a> {
    steps: Vec<Step<'a>>,
}

impl<'a> Walk<'a> {
    fn step(&mut self, event: Event<'a>, span: Span) {
        self.steps.push(Step { event, span, keep: false });
    }

    /// Recurses as deep as the model, which the reader bounds.
    fn blocks(&mut self, blocks: &'a [Block]) {
        for Block { span, keep, kind } in blocks {
            let at = self.steps.len();
            self.block(kind, *span);
            if let Some(first) = self.steps.get_mut(at) {
                first.keep = *keep;
            }
        }
    }

    fn block(&mut self, kind: &'a BlockKind, span: Span) {
        match kind {
            BlockKind::Entry(entry) => {
                self.step(Event::Entry(entry), span);
                self.blocks(&entry.body);
                self.step(Event::EndEntry, span);
            }
            BlockKind::Paragraph(lines) => self.step(Event::Paragraph(lines), span),
            BlockKind::List(list) => {
                self.step(Event::List(list), span);
                for item in &list.items {
                    self.step(Event::Item(item), item.span);
                    self.blocks(&item.blocks);
                    self.step(Event::EndItem, item.span);
                }
                self.step(Event::EndList, span);
            }
            BlockKind::KeyValues(pairs) => self.step(Event::Pairs(pairs), span),
            BlockKind::Table(table) => self.step(Event::Table(table), span),
            BlockKind::Quote(inner) => {
                self.step(Event::Quote, span);
                self.blocks(inner);
                self.step(Event::EndQuote, span);
            }
            BlockKind::Code { text } => self.step(Event::Code(text), span),
            BlockKind::Image(image) => self.step(Event::Image(image), span),
            BlockKind::Rule => self.step(Event::Rule, span),
            BlockKind::PageBreak => self.step(Event::PageBreak, span),
        }
    }
}
