//! The parts of a text that can be left out, each with its tags.

use std::ops::Range;

use super::directive::{self, Word};
use super::lines::{is_of_lines, lines, section_level};
use super::speech::{self, Speech};
use super::tags::{Tags, Viewer};
use crate::diag::{Diagnostic, Message, Span, code, message};
use crate::source::Source;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind, Item};

/// A part of a text: a block, an item, a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub span: Span,
    /// The lists of its tags, all of which have to let it pass.
    pub tags: Vec<Tags>,
    pub kind: PartKind,
    /// The parts inside it.
    pub parts: Vec<Part>,
}

/// The kinds of [`Part`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum PartKind {
    #[default]
    Block,
    /// A heading of this level, with all under it.
    Heading(u8),
    /// An item of a list, with its number if it has one.
    Item(Option<Range<usize>>),
    /// A line of a paragraph.
    Line,
    /// A footnote's text, with its label.
    Note(String),
    /// A comment: `true` if it applies to everything that follows, not to the next block.
    Comment(bool),
}

/// Words that apply until revoked.
const LASTING: [&str; 4] = ["lang", "/lang", "jianli", "/only"];

/// A whole text, surveyed.
#[derive(Clone, Debug, Default)]
pub(super) struct Survey {
    pub parts: Vec<Part>,
    /// Comments that say who sees something, in order.
    pub words: Vec<(Span, Word)>,
    /// The number of tagged parts, and the first place.
    pub tagged: usize,
    pub first: Option<Span>,
    /// Faults in the directives.
    pub found: Vec<Diagnostic>,
    /// The level of the headings of sections.
    pub level: u8,
    /// The languages to look for, instead of views.
    pub languages: Option<Vec<String>>,
    /// The lines with their languages.
    pub speech: Vec<Speech>,
}

impl Survey {
    /// Surveys a text.
    pub fn of(source: &Source) -> Survey {
        let blocks = &source.markdown.blocks;
        let level = |block: &Block| match &block.kind {
            BlockKind::Heading { level, .. } => Some(*level),
            _ => None,
        };
        let level = section_level(&blocks.iter().filter_map(level).collect::<Vec<_>>());
        Survey { level, ..Survey::default() }.through(blocks)
    }

    /// Surveys a text for the parts in each of these languages.
    pub fn of_languages(source: &Source, languages: Vec<String>) -> Survey {
        Survey { languages: Some(languages), ..Survey::default() }.through(&source.markdown.blocks)
    }

    fn through(mut self, blocks: &[Block]) -> Survey {
        self.parts = self.blocks(blocks, true);
        self.words.sort_by_key(|(span, _)| *span);
        self
    }

    /// Determines the level of section headings from those that a viewer sees.
    pub fn seen_by(&mut self, viewer: &Viewer) {
        let seen = self.parts.iter().filter(|part| part.tags.iter().all(|tags| viewer.sees(tags)));
        let level = |part: &Part| match part.kind {
            PartKind::Heading(level) => Some(level),
            _ => None,
        };
        self.level = section_level(&seen.filter_map(level).collect::<Vec<_>>());
    }

    /// Returns whether a part of the whole text is the name of the person, which is always visible.
    pub fn is_name(&self, part: &Part) -> bool {
        self.languages.is_none() && matches!(part.kind, PartKind::Heading(level) if level < self.level)
    }

    fn fault(&mut self, span: Span, message: impl Into<Message>, cure: impl Into<Message>) {
        self.found.push(Diagnostic::new(code::DIRECTIVE, span, message).hint(cure));
    }

    /// Returns the word of a comment; reports one that cannot be read.
    fn word(&mut self, comment: &str, span: Span) -> Option<Word> {
        let said = match &self.languages {
            Some(languages) => speech::parse(comment, languages),
            None => directive::parse(comment).map(|said| said.map_err(Message::verbatim)),
        };
        if said.is_none() && self.languages.is_none() && is_include(comment) {
            // Where it is valid, it has already been replaced by the file.
            self.not_here(span, "put it on a line of its own, with nothing before it");
        }
        match said? {
            Ok(word) => {
                self.words.push((span, word.clone()));
                Some(word)
            }
            Err(form) => {
                self.fault(span, "this directive cannot be read", message!("write <!-- {form} -->", form));
                None
            }
        }
    }

    fn count(&mut self, span: Span) {
        self.tagged += 1;
        self.first = self.first.or(Some(span));
    }

    /// Surveys sibling blocks; `top` if they are those of the whole text.
    fn blocks(&mut self, blocks: &[Block], top: bool) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut level = Level::default();
        for (at, block) in blocks.iter().enumerate() {
            if let BlockKind::Comment(text) = &block.kind {
                let part = self.comment(text, block.span, &mut level);
                if part.kind == PartKind::Comment(false) {
                    // It belongs to the block that it is about.
                    level.from = Some(level.from.unwrap_or(parts.len()));
                }
                parts.push(part);
                continue;
            }
            let mut part = self.block(block);
            let is_name = top && self.is_name(&part);
            if is_name && (!part.tags.is_empty() || !level.next.is_empty()) {
                self.fault(block.span, "the name is always printed", "tag what is under it");
                part.tags.clear();
                level.next.clear();
            }
            let leading = std::mem::take(&mut level.next);
            leading.iter().for_each(|(span, _)| self.count(*span));
            part.tags.extend(leading.into_iter().map(|(_, tags)| tags));
            if let PartKind::Heading(heading) = part.kind {
                level.headings.retain(|(open, _)| *open < heading);
                let alone = self.languages.as_ref().is_none_or(|known| !speech::is_beside(blocks, at, known));
                if !part.tags.is_empty() && alone {
                    level.headings.push((heading, std::mem::take(&mut part.tags)));
                }
            }
            if !is_name {
                part.tags.extend(level.tags());
            }
            if let Some(from) = level.from.take() {
                let tags = part.tags.clone();
                let about = |part: &&mut Part| part.kind == PartKind::Comment(false);
                parts[from..].iter_mut().filter(about).for_each(|comment| comment.tags.clone_from(&tags));
            }
            parts.push(part);
        }
        for (span, _) in level.next {
            self.fault(
                span,
                "nothing follows that it could apply to",
                "put it at the end of the line, or before a block",
            );
        }
        // A language may apply to all of the rest.
        let open = if self.languages.is_some() { Vec::new() } else { level.regions };
        for (span, _) in open {
            self.fault(
                span,
                "this is never closed: it ends with what encloses it",
                "write <!-- /only --> after it",
            );
        }
        parts
    }

    /// Surveys a comment on lines of its own.
    fn comment(&mut self, text: &str, span: Span, level: &mut Level) -> Part {
        let mut lasting = LASTING.contains(&word_of(text).as_str());
        let mut tags = None;
        match self.word(text, span) {
            Some(Word::Tags(said)) => level.next.push((span, said)),
            Some(Word::Only(said)) => {
                lasting = true;
                // One language ends where the next begins.
                if self.languages.is_some() {
                    level.regions.clear();
                }
                level.regions.push((span, said));
                self.count(span);
            }
            Some(Word::Translation(..)) => {
                self.fault(span, "this directive has no meaning here", "put it at the end of the line");
            }
            Some(Word::EndOnly) if level.regions.is_empty() => {
                let cure = if self.languages.is_some() { "<!-- lang: en -->" } else { "<!-- only: a -->" };
                self.fault(
                    span,
                    "there is nothing open to end here",
                    message!("write {cure} before it", cure),
                );
            }
            Some(Word::EndOnly) => {
                tags = Some(level.tags());
                level.regions.pop();
            }
            _ => {}
        }
        let tags = tags.unwrap_or_else(|| level.tags());
        Part { span, tags, kind: PartKind::Comment(lasting), parts: Vec::new() }
    }

    fn block(&mut self, block: &Block) -> Part {
        let mut part = Part { span: block.span, ..Part::default() };
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                part.kind = PartKind::Heading(*level);
                part.tags = self.trailing(content);
            }
            BlockKind::Paragraph(content) if is_of_lines(content) => {
                part.parts = lines(content).into_iter().map(|line| self.line(line)).collect();
            }
            BlockKind::Paragraph(content) => part.tags = self.trailing(content),
            BlockKind::List { start, items, .. } => {
                part.parts = items.iter().map(|item| self.item(item, start.is_some())).collect();
            }
            BlockKind::Quote(blocks) => part.parts = self.blocks(blocks, false),
            BlockKind::Footnote { label, blocks } => {
                part.kind = PartKind::Note(label.clone());
                part.parts = self.blocks(blocks, false);
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    match self.languages {
                        Some(_) => drop(self.trailing(cell)),
                        None => {
                            self.misplaced(
                                cell,
                                "tag the whole table: put it on a line of its own before it",
                            );
                        }
                    }
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.misplaced(&definition.term, "put it at the end of the term's text");
                    let details =
                        definition.details.iter().flat_map(|blocks| self.blocks(blocks, false)).collect();
                    let kind = PartKind::Item(None);
                    part.parts.push(Part { span: definition.span, kind, parts: details, ..Part::default() });
                }
            }
            BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => {}
        }
        part
    }

    /// Surveys an item: a comment after its first line applies to all of it.
    fn item(&mut self, item: &Item, numbered: bool) -> Part {
        let mut parts = self.blocks(&item.blocks, false);
        let mut tags = Vec::new();
        if let Some(first) = parts.iter_mut().find(|part| !matches!(part.kind, PartKind::Comment(_)))
            && matches!(
                item.blocks.iter().find(|block| block.span == first.span),
                Some(Block { kind: BlockKind::Paragraph(_), .. })
            )
        {
            tags = std::mem::take(&mut first.tags);
        }
        let start = item.span.range().start;
        let digits = item.marker.bytes().take_while(u8::is_ascii_digit).count();
        let number = (numbered && digits > 0).then_some(start..start + digits);
        Part { span: item.span, tags, kind: PartKind::Item(number), parts }
    }

    fn line(&mut self, line: &[Inline]) -> Part {
        let span = line.iter().map(|inline| inline.span).reduce(Span::to).unwrap_or_default();
        Part { span, tags: self.trailing(line), kind: PartKind::Line, parts: Vec::new() }
    }

    /// Returns the tags at the end of some running text, and reports those elsewhere.
    fn trailing(&mut self, content: &[Inline]) -> Vec<Tags> {
        let blank = |inline: &Inline| match &inline.kind {
            InlineKind::Text(text) => text.trim().is_empty(),
            InlineKind::Comment(_) | InlineKind::SoftBreak { .. } | InlineKind::HardBreak => true,
            _ => false,
        };
        let end = content.iter().rposition(|inline| !blank(inline)).map_or(0, |last| last + 1);
        let (text, behind) = content.split_at(end);
        self.misplaced(text, "put it at the end of the line");
        let mut tags = Vec::new();
        let first = behind.iter().find(|inline| matches!(inline.kind, InlineKind::Comment(_)));
        let mut speech = Speech::of(text.first(), first);
        for inline in behind {
            let InlineKind::Comment(comment) = &inline.kind else { continue };
            match self.word(comment, inline.span) {
                Some(Word::Tags(list)) => {
                    self.count(inline.span);
                    tags.push(list);
                }
                Some(Word::Only(list)) if self.languages.is_some() => {
                    speech.comments.push(inline.span);
                    tags.push(list);
                }
                Some(Word::Translation(tag, words)) => {
                    speech.comments.push(inline.span);
                    speech.translations.push((tag, words));
                }
                Some(Word::Only(_) | Word::EndOnly) => {
                    self.not_here(inline.span, "put it on a line of its own");
                }
                _ => {}
            }
        }
        if !speech.comments.is_empty() {
            self.speech.push(speech);
        }
        tags
    }

    /// Reports the words about views in running text where they have no meaning. The depth is the reader's.
    fn misplaced(&mut self, content: &[Inline], cure: &str) {
        for inline in content {
            match &inline.kind {
                InlineKind::Comment(comment) => {
                    let word = self.word(comment, inline.span);
                    if let Some(Word::Tags(_) | Word::Only(_) | Word::EndOnly | Word::Translation(..)) = word
                    {
                        self.not_here(inline.span, cure);
                    }
                }
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Strike(content)
                | InlineKind::Link { content, .. } => self.misplaced(content, cure),
                _ => {}
            }
        }
    }

    fn not_here(&mut self, span: Span, cure: &str) {
        self.fault(span, "this directive has no meaning here", cure);
    }
}

/// The state among the sibling blocks that are being surveyed.
#[derive(Default)]
struct Level {
    /// The tags of the next block.
    next: Vec<(Span, Tags)>,
    /// The part at which the next block begins, comments included.
    from: Option<usize>,
    regions: Vec<(Span, Tags)>,
    /// Headings with tags, by their level.
    headings: Vec<(u8, Vec<Tags>)>,
}

impl Level {
    fn tags(&self) -> Vec<Tags> {
        let headings = self.headings.iter().flat_map(|(_, tags)| tags);
        headings.chain(self.regions.iter().map(|(_, tags)| tags)).cloned().collect()
    }
}

/// Returns whether a comment names a file to include.
fn is_include(comment: &str) -> bool {
    let rest = comment.trim().strip_prefix("include").map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with([':', '：']))
}

/// Returns the first word of a comment.
fn word_of(comment: &str) -> String {
    let comment = comment.trim();
    let end = comment.find(|c: char| c.is_whitespace() || c == ':').unwrap_or(comment.len());
    comment[..end].to_ascii_lowercase()
}
