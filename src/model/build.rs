//! The steps from the Markdown tree to the résumé, in order.

use super::directive::{self, Directive, Marked};
use super::flow::Manner;
use super::kinds::{Known, PaperTitle, SectionKind};
use super::number::HandNumber;
use super::numbers::Numbers;
use super::resume::{Consumed, Doubt, Header, KeyValue, Meta, PartRole, Resume, Section};
use super::rich::Rich;
use super::{
    blocks, flow, headed, header, hoist, language, letter, levels, lints, margin, misplaced, nested, outline,
    parts, renumber, section, setext, titles, unwrap, wrap,
};
use crate::diag::{Sink, Span};
use crate::source::markdown;
use crate::source::{Source, Value};

/// The state carried from step to step while a résumé is understood.
pub(super) struct Builder<'a> {
    pub source: &'a Source,
    pub sink: &'a mut Sink,
    pub consumed: Vec<Consumed>,
    pub directives: Vec<Directive>,
    /// The roles of the parts of some lines, each with the places of the line and of the comment.
    pub parts: Vec<(Span, Span, Vec<PartRole>)>,
    pub doubts: Vec<Doubt>,
    pub manner: Manner,
    /// The hand-written numbers so far.
    pub numbers: Numbers,
    /// The title of the paper (简历), until it is known whether there is a name.
    pub paper: Option<Rich>,
    /// Whether the name is a part of that title: 张三的简历.
    pub paper_name: bool,
    /// Whether the text being read is in an item of a list, or in an entry that tells what was done.
    pub in_item: bool,
    /// Whether `---` begins a page, as in LapisCV.
    pub rule_breaks: bool,
    /// Where the lines of the text are wrapped.
    pub measure: wrap::Measure,
    /// Which lists of the section being read are set as keys and values.
    pub grids: blocks::Grids,
    /// Whether the section has headings.
    pub headed: bool,
    /// Whether the section covers both jobs and schools.
    pub mixed: bool,
    /// Whether what stands below the line being read names an employer, so that the post in it is whole.
    pub house_below: bool,
    /// Whether it does so for one of the lines made like it.
    pub houses_below: bool,
    /// Whether a skipped level of headings has been reported.
    pub skipped: bool,
    /// Whether several sections are a quotation each: that only sets them apart from their titles.
    pub quoted: bool,
    /// Whether only the titles of sections are wanted, not their content.
    pub bare: bool,
}

/// Returns the résumé of a source; infallible.
pub(super) fn resume(source: &Source, sink: &mut Sink) -> Resume {
    let resume = understood(source, false, sink);
    lints::check(&resume, source, sink);
    resume
}

/// Returns the header of a source and its sections, with titles and no content.
pub(super) fn bare(source: &Source) -> Resume {
    understood(source, true, &mut Sink::default())
}

fn understood(source: &Source, bare: bool, sink: &mut Sink) -> Resume {
    let lang = language::of(source);
    let tree = margin::blocks(unwrap::blocks(&source.markdown.blocks), &source.text);
    let tree = setext::blocks(tree, &source.text);
    let tree = headed::blocks(hoist::blocks(nested::blocks(setext::without_empty(tree))));
    let mut known = Known::default();
    let tree = levels::blocks(titles::blocks(tree, &mut known, sink), &mut known);
    let rule_breaks =
        source.front.compat.as_ref().is_some_and(|tool| tool.text.eq_ignore_ascii_case("lapis"));
    let mut builder = Builder {
        source,
        sink,
        consumed: Vec::new(),
        directives: Vec::new(),
        parts: Vec::new(),
        doubts: Vec::new(),
        manner: Manner { chinese: lang.starts_with("zh"), ..Manner::default() },
        numbers: Numbers::default(),
        paper: None,
        paper_name: false,
        in_item: false,
        rule_breaks,
        measure: wrap::measure(&source.markdown.blocks, &source.text),
        grids: blocks::Grids::OfSeveral,
        headed: false,
        mixed: false,
        house_below: false,
        houses_below: false,
        skipped: false,
        quoted: false,
        bare,
    };
    for dropped in &source.markdown.dropped {
        builder.consumed.push(Consumed { span: dropped.span, text: dropped.text.clone(), why: dropped.why });
    }
    misplaced::report(&source.markdown.blocks, &source.text, builder.sink);
    let blocks = directive::mark(&mut builder, &tree);
    let (mut header, mut sections, letter) = match &source.front.letter {
        Some(front) => {
            let (header, section, letter) = builder.letter(front, &blocks, &lang);
            (header, vec![section], Some(letter))
        }
        None => {
            let named = header::name_in_front(source);
            let outline = outline::of(&blocks, &mut known, named.as_deref());
            let (header, sections) = builder.parts(&blocks, &outline);
            (header, sections, None)
        }
    };
    parts::name(&mut builder, &mut sections);
    let field = |(name, value): &(Value, Value)| (name.text.clone(), Rich::plain(&value.text, value.span));
    header.fields = source.front.fields.iter().map(field).collect();
    let meta = meta(source, &header, lang);
    builder.numbers.report(builder.sink);
    let Builder { mut consumed, directives, mut doubts, .. } = builder;
    doubts.sort_by_key(|doubt| doubt.span);
    consumed.sort_by_key(|consumed| consumed.span);
    let images = source.assets.clone();
    let mut resume = Resume { meta, header, sections, consumed, directives, doubts, images, letter };
    letter::sign(&mut resume);
    resume
}

impl<'a> Builder<'a> {
    /// Reads header and sections, in the author's order.
    fn parts(&mut self, blocks: &[Marked<'_>], outline: &outline::Outline) -> (Header, Vec<Section>) {
        let without: Vec<Marked<'_>>;
        let mut sections = outline.sections.iter().map(|range| &blocks[range.clone()]).peekable();
        let untitled = if outline.untitled { sections.next() } else { None };
        let mut personal: Vec<&[Marked<'_>]> = Vec::new();
        let named = outline.name.is_some();
        let above = &blocks[outline.head.clone()];
        if let Some(first) = sections.next_if(|first| named && header::is_headline(self, above, first)) {
            personal.push(first);
        }
        loop {
            let whole = |builder: &mut Self, first: &[Marked<'_>]| {
                header::is_key_over(builder, first) || header::is_contact(builder, first)
            };
            // `### School, subject` over `### a@example.com`: a line of the header as well.
            let bare = sections.peek().is_some_and(|first| header::is_bare_line(first));
            if named && bare && sections.clone().nth(1).is_some_and(|next| header::is_contact(self, next)) {
                personal.extend(sections.next());
                continue;
            }
            if let Some(section) = sections.next_if(|first| whole(self, first)) {
                personal.push(section);
                continue;
            }
            let Some(first) = sections.next_if(|first| header::is_personal(self, first)) else { break };
            // `**求职意向：**` over a list, and contacts below it: a key, not a title.
            if header::begins_with_key(self, first) {
                personal.push(first);
                continue;
            }
            self.consume_title(&first[0]);
            if !header::is_titled(self, &first[0]) {
                let cure = "write `<!-- section: summary -->` before its title if it is a section";
                let span = first.get(1).map_or(first[0].block.span, |marked| marked.block.span);
                self.doubt(span, "the section above it has contacts, so it is the header", cure);
            }
            personal.push(&first[1..]);
        }
        let mut sections: Vec<&[Marked<'_>]> = sections.collect();
        // `## 基本情報` after `## 自己紹介`: it names the person, and nothing else does.
        if personal.is_empty()
            && let Some(at) = header::late_name(self, above, outline.name, &sections)
        {
            let late = sections.remove(at);
            self.consume_title(&late[0]);
            personal.push(&late[1..]);
        }
        if personal.is_empty() && !header::has_contacts(self, above) {
            if let Some(at) = header::late_contacts(self, &sections) {
                let late = sections.remove(at);
                self.consume_title(&late[0]);
                personal.push(&late[1..]);
            } else if let Some((nth, at)) = header::contacts_within(self, &sections) {
                let section = sections[nth];
                self.consume_title(&section[at]);
                personal.push(&section[at + 1..at + 2]);
                without = [&section[..at], &section[at + 2..]].concat();
                sections[nth] = &without;
            }
        }
        let mut head = header::Head { above, name: outline.name, personal, foot: None };
        let (consumed, doubts) = (self.consumed.len(), self.doubts.len());
        let mut header = header::build(self, &head);
        if header::wants_contacts(&header)
            && let Some(last) = sections.last_mut()
            && let Some(at) = self.foot(last)
        {
            head.foot = Some(&last[at]);
            self.consumed.truncate(consumed);
            self.doubts.truncate(doubts);
            self.doubt(
                last[at].block.span,
                "a quotation at the end holds the contacts",
                "put them under the name",
            );
            header = header::build(self, &head);
            *last = &last[..at];
        }
        let dissolved = !head.personal.is_empty();
        self.quoted = sections.iter().filter(|blocks| section::is_quotation(blocks)).count() >= 2;
        let mut built: Vec<Section> =
            untitled.into_iter().map(|blocks| section::untitled(self, blocks)).collect();
        for blocks in sections {
            if blocks.first().is_some_and(|first| first.page_break) {
                let span = blocks[0].block.span;
                let list = built.last_mut().map_or(&mut header.blocks, |section| &mut section.blocks);
                list.push(section::page_break(span));
            }
            built.push(section::build(self, blocks));
        }
        if dissolved {
            for number in renumber::without_numbers(&mut built) {
                self.consume(&number, "number of a title whose first one is in the header");
            }
        }
        (header, built)
    }

    /// Runs `read` as inside an item if `item`, else in the surrounding state.
    pub fn inside<T>(&mut self, item: bool, read: impl FnOnce(&mut Self) -> T) -> T {
        let outside = self.in_item;
        self.in_item |= item;
        let out = read(self);
        self.in_item = outside;
        out
    }

    pub fn consume_title(&mut self, heading: &Marked<'_>) {
        if let markdown::BlockKind::Heading { content, .. } = &heading.block.kind {
            let (title, _) = flow::rich(content, &self.manner);
            self.consume(&title, "title of the section that became the header");
        }
    }

    /// Records characters that do not reach the page.
    pub fn consume(&mut self, text: &Rich, why: &'static str) {
        // A run without a place is not from the source.
        for run in text.runs().filter(|run| !run.text.trim().is_empty() && !run.span.is_empty()) {
            self.consumed.push(Consumed { span: run.span, text: run.text.clone(), why });
        }
    }

    /// Remembers that something is a guess.
    pub fn doubt(&mut self, span: Span, why: &'static str, cure: &'static str) {
        self.doubts.push(Doubt { span, why, cure });
    }

    /// Returns the hand-written number that a text begins with, and reports one out of sequence.
    pub fn number(&mut self, text: &Rich, depth: u8) -> Option<HandNumber> {
        let number = HandNumber::at_start(&text.text())?;
        self.numbers.add(&number, depth, &text.slice(0..number.len), &self.source.text);
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
    let author = match PaperTitle::of(&author).and_then(|title| title.name) {
        Some(name) => author[name].to_owned(),
        None => author,
    };
    let headline = header.headline.as_ref().map(|headline| text(&headline.value)).unwrap_or_default();
    let title = match &source.front.title {
        Some(title) => title.text.clone(),
        None if author.is_empty() => match &source.front.paper_title {
            Some(title) => title.text.clone(),
            None if headline.is_empty() => header.paper.as_ref().map(text).unwrap_or_default(),
            None => headline,
        },
        None if headline.is_empty() => author.clone(),
        None => format!("{author} – {headline}"),
    };
    Meta { title, author, lang }
}

/// Gives a résumé another name or another line under it, and updates the file's metadata to match.
pub fn called(resume: &mut Resume, source: &Source, name: Option<&str>, headline: Option<&str>) {
    let header = &mut resume.header;
    let said = |text: &str| Rich::plain(text, Span::default());
    if let Some(name) = name {
        header.name = Some(said(name));
    }
    if let Some(headline) = headline {
        header.headline = Some(KeyValue { key: None, value: said(headline), span: Span::default() });
    }
    resume.meta = meta(source, header, resume.meta.lang.clone());
}

/// Returns whether a kind's entries begin with an organisation.
pub(super) fn is_employment(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Work | SectionKind::Volunteer)
}
