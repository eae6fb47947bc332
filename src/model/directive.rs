//! Directives: HTML comments with a known word.

use super::Builder;
use super::flow::Chunk;
use super::key;
use super::kinds::SectionKind;
use super::parts;
use super::resume::{Consumed, PartRole};
use crate::diag::{Code, Diagnostic, Fix, Span, code, message};
use crate::source::{
    self,
    markdown::{self as md, BlockKind},
};

/// A directive that concerns neither order nor text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// What it says.
    pub kind: DirectiveKind,
    /// The block it applies to; `None` at the end of the text.
    pub of: Option<Span>,
    /// Its place in the source.
    pub span: Span,
}

/// The kinds of [`Directive`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DirectiveKind {
    /// `<!-- tags: backend, zh -->`
    Tags(Vec<String>),
    /// `<!-- columns: 2 -->`
    Columns(u8),
}

/// The command in a comment.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Command {
    PageBreak,
    Keep,
    Skip,
    /// `lang: en` and `/lang`.
    Lang(Option<String>),
    Section(SectionKind),
    /// `parts: organization, role`: what the parts of the next line are.
    Parts(Vec<PartRole>),
    Other(DirectiveKind),
    /// `jianli: off` and `on`.
    Inference(bool),
    /// `jianli: allow J302`: the names, as written.
    Allow(Vec<String>),
    /// `only: a`: for whom something is; already applied.
    View,
}

const WORDS: [&str; 14] = [
    "pagebreak",
    "keep",
    "skip",
    "lang",
    "/lang",
    "section",
    "parts",
    "tags",
    "columns",
    "jianli",
    "only",
    "/only",
    "var",
    "/var",
];

/// Returns what a comment says: `None` if it is no directive, else a command or how it should read.
pub(super) fn parse(comment: &str) -> Option<Result<Command, String>> {
    let comment = comment.trim();
    let end = comment.find(|c: char| c.is_whitespace() || c == ':').unwrap_or(comment.len());
    let word = comment[..end].to_ascii_lowercase();
    if !WORDS.contains(&word.as_str()) {
        return near(comment);
    }
    let rest = comment[end..].trim_start();
    let value = rest.strip_prefix(':').map(str::trim);
    // `keep this short` is a remark, not a directive.
    if value.is_none() && rest.split_whitespace().count() > 2 {
        return None;
    }
    let malformed = |form: &str| Err(form.to_owned());
    Some(match (word.as_str(), value) {
        ("pagebreak", None) if rest.is_empty() => Ok(Command::PageBreak),
        ("keep", None) if rest.is_empty() => Ok(Command::Keep),
        ("skip", None) if rest.is_empty() => Ok(Command::Skip),
        ("/lang", None) if rest.is_empty() => Ok(Command::Lang(None)),
        ("lang", Some(tag)) if is_language(tag) => Ok(Command::Lang(Some(tag.to_owned()))),
        ("section", Some(name)) => match SectionKind::by_name(name) {
            Some(kind) => Ok(Command::Section(kind)),
            None => Err(section_form(name)),
        },
        ("parts", Some(list)) => parts::named(list).map(Command::Parts),
        ("tags", Some(list)) if !list.is_empty() => {
            let tags =
                list.split([',', '，', '、']).map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
            Ok(Command::Other(DirectiveKind::Tags(tags.collect())))
        }
        ("columns", Some(count)) => match count.parse() {
            Ok(count @ 1..=4) => Ok(Command::Other(DirectiveKind::Columns(count))),
            _ => malformed("columns: 2"),
        },
        ("jianli", Some("off")) => Ok(Command::Inference(false)),
        ("jianli", Some("on")) => Ok(Command::Inference(true)),
        ("jianli", Some(value)) if value == "allow" || value.starts_with("allow ") => match names(value) {
            names if names.is_empty() => malformed("jianli: allow J302"),
            names => Ok(Command::Allow(names)),
        },
        // The view reports those that cannot be read.
        ("tags" | "only" | "var", Some(_)) => Ok(Command::View),
        ("/only" | "/var", None) if rest.is_empty() => Ok(Command::View),
        ("tags" | "only" | "/only" | "var" | "/var", _) => return None,
        ("lang", _) => malformed("lang: en"),
        ("section", _) => malformed("section: projects"),
        ("columns", _) => malformed("columns: 2"),
        ("parts", _) => return None,
        ("jianli", _) => malformed("jianli: off"),
        (word, _) => malformed(word),
    })
}

/// Returns the right form of a comment of one or two words that is nearly a directive: `page-break`, `pagebrake`.
fn near(comment: &str) -> Option<Result<Command, String>> {
    if comment.split_whitespace().count() > 2 || comment.len() > 24 {
        return None;
    }
    let letters: String =
        comment.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    if ["newpage", "page", "break"].contains(&letters.as_str()) {
        return Some(Err("pagebreak".to_owned()));
    }
    (letters.len() > 5 && strsim::damerau_levenshtein(&letters, "pagebreak") <= 2)
        .then(|| Err("pagebreak".to_owned()))
}

fn section_form(name: &str) -> String {
    let near =
        SectionKind::NAMES.iter().map(|(known, _)| (strsim::damerau_levenshtein(known, name), known)).min();
    format!("section: {}", near.map_or("projects", |(_, known)| known))
}

/// Returns the fix for a comment that cannot be read; `None` if its meaning is not certain.
pub(super) fn cure(comment: &str, form: &str, place: Span, source: &str) -> Option<Fix> {
    let slip = |(word, known): (&str, &str)| Fix::of_slip(Span::new(place.file, 0..word.len()), word, known);
    let certain = match comment.trim().split_once(':') {
        None => form == "pagebreak",
        Some((word, name)) => {
            word.trim().eq_ignore_ascii_case("section")
                && form.split_once(": ").is_some_and(|(_, known)| slip((name.trim(), known)).is_some())
        }
    };
    certain.then(|| Fix::of(source, place, format!("<!-- {form} -->"))).flatten()
}

fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    first
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Returns whether a comment in running text is a directive that divides it.
pub(super) fn is_known(chunk: &Chunk) -> bool {
    matches!(chunk, Chunk::Comment(text, _) if matches!(parse(text), Some(Ok(Command::PageBreak))))
}

/// A block of the source with the directives that apply to it.
#[derive(Clone, Debug)]
pub(super) struct Marked<'a> {
    pub block: &'a md::Block,
    /// Whether a page begins before it.
    pub page_break: bool,
    pub keep: bool,
    /// Whether nothing is inferred from it.
    pub off: bool,
    pub lang: Option<String>,
    pub section: Option<SectionKind>,
}

impl Marked<'_> {
    /// Returns a block inside it. What its directives say of all that is there holds, what they say of itself does not: its
    /// page break, and its kind of section.
    pub fn inside<'b>(&self, block: &'b md::Block) -> Marked<'b> {
        let Marked { off, lang, .. } = self;
        Marked { block, page_break: false, keep: false, off: *off, lang: lang.clone(), section: None }
    }

    /// Returns it as the holder of a part of what is in it.
    pub fn holder(&self) -> Marked<'_> {
        self.inside(self.block)
    }
}

/// Takes the directives out of a list of blocks and attaches them to the blocks they concern.
pub(super) fn mark<'a>(builder: &mut Builder<'_>, blocks: &'a [md::Block]) -> Vec<Marked<'a>> {
    let mut out = Vec::new();
    let mut next = Next::default();
    let (mut lang, mut off) = (None, false);
    let mut skipping: Option<u8> = None;
    for block in blocks {
        if let BlockKind::Comment(text) = &block.kind {
            match parse(text) {
                Some(Ok(Command::Lang(tag))) => lang = tag,
                Some(Ok(Command::Inference(on))) => off = !on,
                Some(Ok(Command::Allow(names))) => not_silenced(builder, block.span, &names),
                Some(Ok(command)) => next.take(command, block.span),
                Some(Err(form)) => report(builder, block.span, text, &form),
                None if is_end_of_teaser(text) => {
                    let last = out.last_mut();
                    last.into_iter()
                        .for_each(|marked: &mut Marked<'_>| marked.off |= is_teaser(marked.block));
                }
                None => {}
            }
            continue;
        }
        if let Some(level) = skipping {
            if heading_level(block).is_none_or(|this| this > level) {
                builder.skip(block);
                continue;
            }
            skipping = None;
        }
        if is_break_of_others(block) {
            builder.consume_block(block, "page break of another tool");
            next.page_break = true;
            continue;
        }
        let said = std::mem::take(&mut next);
        builder.directives.extend(said.others.into_iter().map(|(kind, span)| Directive {
            kind,
            of: Some(block.span),
            span,
        }));
        builder.parts.extend(said.parts.map(|(roles, span)| (block.span, span, roles)));
        if said.skip {
            builder.skip(block);
            skipping = heading_level(block);
            next.page_break = said.page_break;
            continue;
        }
        out.push(Marked {
            block,
            page_break: said.page_break,
            keep: said.keep,
            off,
            lang: lang.clone(),
            section: said.section,
        });
    }
    builder.directives.extend(next.others.into_iter().map(|(kind, span)| Directive { kind, of: None, span }));
    out
}

/// `<!-- excerpt -->`, `<!-- more -->`: above it is the teaser that a blog shows elsewhere.
fn is_end_of_teaser(comment: &str) -> bool {
    let word = comment.trim().to_lowercase();
    ["excerpt", "more", "truncate", "endexcerpt", "excerpt_separator"].contains(&word.as_str())
}

/// A paragraph, unless it is a way to reach the person: `Blog: [a.example](…)`.
fn is_teaser(block: &md::Block) -> bool {
    let BlockKind::Paragraph(content) = &block.kind else { return false };
    let keyed = key::at_start(&md::plain_text(content), key::GRID_KEY).is_some();
    let linked = content.iter().any(|inline| matches!(inline.kind, md::InlineKind::Link { .. }));
    !(keyed && linked)
}

/// Directives read so far that apply to the next block.
#[derive(Default)]
struct Next {
    page_break: bool,
    keep: bool,
    skip: bool,
    section: Option<SectionKind>,
    parts: Option<(Vec<PartRole>, Span)>,
    others: Vec<(DirectiveKind, Span)>,
}

impl Next {
    fn take(&mut self, command: Command, span: Span) {
        match command {
            Command::PageBreak => self.page_break = true,
            Command::Keep => self.keep = true,
            Command::Skip => self.skip = true,
            Command::Section(kind) => self.section = Some(kind),
            Command::Parts(roles) => self.parts = Some((roles, span)),
            Command::Other(kind) => self.others.push((kind, span)),
            Command::Lang(_) | Command::Inference(_) | Command::Allow(_) | Command::View => {}
        }
    }
}

fn report(builder: &mut Builder<'_>, span: Span, comment: &str, form: &str) {
    let found = Diagnostic::new(code::DIRECTIVE, span, "this directive cannot be read");
    let source = &builder.source.text;
    // The place of a block may include the end of its line.
    let length = source.get(span.range()).map_or(0, |text| text.trim_end().len());
    let place = Span::new(span.file, span.range().start..span.range().start + length);
    let fix = cure(comment, form, place, source);
    builder.sink.report(found.hint(message!("write <!-- {form} -->", form)).fix(fix));
}

/// Returns the names after `allow`.
fn names(value: &str) -> Vec<String> {
    let names = value.split([',', '，', '、', ' ']).skip(1).map(str::trim);
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Reports the codes that cannot be silenced; [`super::Allowed`] silences the others.
fn not_silenced(builder: &mut Builder<'_>, span: Span, names: &[String]) {
    for name in names {
        let Err(why) = source::silenced(name) else { continue };
        let at = builder.source.text.get(span.range()).and_then(|text| text.find(name.as_str()));
        let place = at.map(|at| span.range().start + at).map(|at| Span::new(span.file, at..at + name.len()));
        let fix = place.filter(|_| Code::named(name).is_none());
        let fix = fix.and_then(|place| Fix::of_slip(place, name, Code::nearest(name).id));
        builder.sink.report(Diagnostic::new(code::DIRECTIVE, span, why.message).hint(why.hint).fix(fix));
    }
}

pub(super) fn heading_level(block: &md::Block) -> Option<u8> {
    match &block.kind {
        BlockKind::Heading { level, .. } => Some(*level),
        _ => None,
    }
}

/// `\newpage` and `\pagebreak` alone in a paragraph.
fn is_break_of_others(block: &md::Block) -> bool {
    let BlockKind::Paragraph(content) = &block.kind else { return false };
    let [md::Inline { kind: md::InlineKind::Text(text), .. }] = content.as_slice() else { return false };
    matches!(text.trim(), "\\newpage" | "\\pagebreak" | "\\clearpage")
}

impl Builder<'_> {
    fn skip(&mut self, block: &md::Block) {
        self.consume_block(block, "after a skip directive");
    }

    pub(super) fn consume_block(&mut self, block: &md::Block, why: &'static str) {
        let consumed = &mut self.consumed;
        md::texts(std::slice::from_ref(block), &mut |text, span| {
            if !text.trim().is_empty() {
                consumed.push(Consumed { span, text: text.to_owned(), why });
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_words_with_a_value() {
        assert_eq!(parse("pagebreak"), Some(Ok(Command::PageBreak)));
        assert_eq!(parse(" lang: zh-Hant "), Some(Ok(Command::Lang(Some("zh-Hant".into())))));
        assert_eq!(parse("/lang"), Some(Ok(Command::Lang(None))));
        let tags = DirectiveKind::Tags(vec!["后端".into(), "zh".into()]);
        assert_eq!(parse("tags: 后端，zh"), Some(Ok(Command::Other(tags))));
        assert_eq!(parse("jianli: off"), Some(Ok(Command::Inference(false))));
        let names = vec!["J302".to_owned(), "J207".to_owned()];
        assert_eq!(parse("jianli: allow J302，J207"), Some(Ok(Command::Allow(names))));
        assert_eq!(parse("jianli: allow"), Some(Err("jianli: allow J302".into())));
        assert_eq!(parse("section: project"), Some(Err("section: projects".into())));
        assert_eq!(parse("columns: many"), Some(Err("columns: 2".into())));
        assert_eq!(parse("page-break"), Some(Err("pagebreak".into())));
        for remark in ["TODO", "keep this short, please", "", "第一版", "language of the section"] {
            assert_eq!(parse(remark), None, "{remark}");
        }
    }
}
