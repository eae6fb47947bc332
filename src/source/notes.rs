//! Notes made while a text is read: a limited number of findings of each kind, and text that is left out.

use std::collections::BTreeMap;

use super::links;
use super::markdown::{Block, Dropped, Inline, inline_texts, texts};
use super::prepare::{Note, NoteKind};
use crate::diag::{Diagnostic, FileId, Fix, Message, Sink, Span, code, message};

/// The most dropped link targets, and the most hidden elements, that are reported.
const MOST: usize = 100;

/// The most names of unknown tags that are reported.
const MOST_NAMES: usize = 20;

/// The reference definitions of the document, `[label]: url`, by label in lower case.
pub(super) type Definitions = BTreeMap<String, String>;

/// The notes of one reading.
pub(super) struct Notes<'n> {
    /// The whole text.
    pub source: &'n str,
    pub file: FileId,
    pub definitions: &'n Definitions,
    /// Text that is not printed.
    pub dropped: Vec<Dropped>,
    /// How many nested fragments of HTML are being read.
    pub fragments: usize,
    sink: &'n mut Sink,
    too_deep: Option<Span>,
    links: usize,
    hidden: usize,
    tags: Vec<String>,
}

impl<'n> Notes<'n> {
    pub fn new(source: &'n str, file: FileId, definitions: &'n Definitions, sink: &'n mut Sink) -> Notes<'n> {
        Notes {
            source,
            file,
            definitions,
            dropped: Vec::new(),
            fragments: 0,
            sink,
            too_deep: None,
            links: 0,
            hidden: 0,
            tags: Vec::new(),
        }
    }

    /// Notes that something is nested too deep; the first one is reported.
    pub fn too_deep(&mut self, place: Span) {
        self.too_deep.get_or_insert(place);
    }

    /// Reports which lines were read differently from CommonMark, and what was left out; `from` is where the
    /// prepared text begins.
    pub fn repairs(&mut self, notes: &[Note], from: usize) {
        for Note { range, kind } in notes.iter().take(MOST) {
            let (code, message, hint) = match kind {
                NoteKind::TightHeading => (
                    code::TIGHT_HEADING,
                    "there is no space after the `#`",
                    "it is read as a heading; put a space there",
                ),
                NoteKind::Leftover => {
                    let hint = if self
                        .source
                        .get(from + range.start..from + range.end)
                        .is_some_and(|text| text.contains("=\""))
                    {
                        "write what it should show as text"
                    } else {
                        "delete it from the text"
                    };
                    (code::LEFTOVER, "this is for another tool and is left out", hint)
                }
                NoteKind::Tex => (
                    code::LEFTOVER,
                    "commands of TeX are read as far as they are known",
                    "write it as Markdown",
                ),
                NoteKind::Citation => (
                    code::LEFTOVER,
                    "a citation key is left out: there is no bibliography",
                    "write what it stands for",
                ),
                NoteKind::Glyph => (
                    code::LEFTOVER,
                    "glyphs of an icon font are left out: no other font has them",
                    "delete them, or write an emoji",
                ),
                NoteKind::Comment => (
                    code::LEFTOVER,
                    "a comment for another tool is left out, and so are any others",
                    "write it as `<!-- … -->`, which no tool prints",
                ),
                NoteKind::Contents => (
                    code::LEFTOVER,
                    "links into the text itself are left out: paper has no use for them",
                    "delete them, or write the words without a link",
                ),
                NoteKind::Fence => (
                    code::LEFTOVER,
                    "all of the text is in a code fence: its content is read as the résumé",
                    "delete this line and the one that closes the fence",
                ),
                NoteKind::Languages => (
                    code::LEFTOVER,
                    "a line that leads to other pages, or to the résumé in another language, is left out: paper has no use for it",
                    "delete it, or link to a web page (https://…) if it is to be printed",
                ),
            };
            let place = Span::new(self.file, from + range.start..from + range.end);
            let fix = (*kind == NoteKind::TightHeading).then(|| self.blank_behind_signs(place)).flatten();
            self.sink.report(Diagnostic::new(code, place, message).hint(hint).fix(fix));
        }
    }

    /// Returns the change that puts a blank after the `#` of a heading, and before closing ones.
    fn blank_behind_signs(&self, place: Span) -> Option<Fix> {
        let line = self.source.get(place.range())?;
        let body = line.trim_start_matches('#');
        let signs = &line[..line.len() - body.len()];
        let title = body.trim_end_matches('#');
        let closing = &body[title.len()..];
        let blank = if closing == signs && !title.ends_with(' ') { " " } else { "" };
        Fix::of(self.source, place, format!("{signs} {title}{blank}{closing}"))
    }

    /// Reports nesting beyond `most`.
    pub fn finish(self, most: usize) -> Vec<Dropped> {
        if let Some(place) = self.too_deep {
            let message =
                message!("nested more than {most} levels deep; anything deeper is set at that level", most);
            self.sink.report(Diagnostic::new(code::TOO_DEEP, place, message));
        }
        self.dropped
    }

    /// Returns the target of a link; `None`, with a finding, if a PDF must not or cannot open it.
    pub fn target(&mut self, url: &str, place: Span) -> Option<String> {
        let url = inner_target(url).unwrap_or(url);
        let message = match links::target(url) {
            links::Target::Url(url) => return Some(url),
            links::Target::Local if url.is_empty() || url.starts_with('#') => return None,
            links::Target::Local => "a link to a file beside the source leads nowhere from a PDF".into(),
            links::Target::Refused(scheme) => {
                message!("links with `{scheme}:` are not put into a PDF", scheme)
            }
        };
        // A text with more of them is not a résumé; the first ones show what is wrong.
        self.links += 1;
        if self.links <= MOST {
            let hint = "its text is printed; link to a web page (https://…), mailto: or tel:";
            self.sink.report(Diagnostic::new(code::LINK, place, message).hint(hint));
        }
        None
    }

    /// Reports an unknown tag, each name once.
    pub fn unknown(&mut self, name: &str, place: Span) {
        let shown: String = name.chars().take(40).collect();
        let message = message!("the HTML tag <{shown}> is not understood", shown);
        if self.tags.len() >= MOST_NAMES || self.tags.iter().any(|known| known == name) {
            return;
        }
        // A tag that is never closed has no text.
        let closing = format!("</{name}");
        let lone = !self.source.to_ascii_lowercase().contains(&closing);
        let raw = self.source.get(place.range()).unwrap_or_default();
        if lone && !raw.contains(['=', '/']) {
            let hint = message!("it is not printed; write `\\{raw}` if it is text, or delete it", raw);
            self.once(name, place, message, hint);
        } else {
            self.once(name, place, message, "its text is printed; write it as Markdown");
        }
    }

    /// Reports an interactive element.
    pub fn interactive(&mut self, name: &str, place: Span) {
        let message = message!("<{name}> is for pages on a screen", name);
        self.once(name, place, message, "its text is printed; write it as Markdown, or delete it");
    }

    /// Reports a drawing in HTML.
    pub fn drawing(&mut self, place: Span) {
        let message = "a drawing in HTML (<svg>) is not printed".into();
        let hint = "save it as a file beside the text and refer to it: ![](drawing.svg)";
        self.once("svg", place, message, hint);
    }

    fn once(&mut self, name: &str, place: Span, message: Message, hint: impl Into<Message>) {
        if self.tags.len() < MOST_NAMES && !self.tags.iter().any(|known| known == name) {
            self.tags.push(name.to_owned());
            self.sink.report(Diagnostic::new(code::RAW_HTML, place, message).hint(hint));
        }
    }

    /// Drops blocks that an element hides.
    pub fn hide(&mut self, element: &Hidden<'_>, blocks: &[Block]) {
        let before = self.dropped.len();
        texts(blocks, &mut |text, span| self.drop_of(element, text, span));
        self.report_hidden(element, before);
    }

    /// Drops running text that an element hides.
    pub fn hide_inlines(&mut self, element: &Hidden<'_>, inlines: &[Inline]) {
        let before = self.dropped.len();
        inline_texts(inlines, &mut |text, span| self.drop_of(element, text, span));
        self.report_hidden(element, before);
    }

    /// Drops text, unless it is a script or a style, which are not text.
    fn drop_of(&mut self, element: &Hidden<'_>, text: &str, span: Span) {
        if element.loud {
            self.drop(text, span, element.why);
        }
    }

    /// Drops a text.
    pub fn drop(&mut self, text: &str, span: Span, why: &'static str) {
        if !text.trim().is_empty() {
            self.dropped.push(Dropped { span, text: text.to_owned(), why });
        }
    }

    fn report_hidden(&mut self, element: &Hidden<'_>, before: usize) {
        let Hidden { name, place, why, .. } = *element;
        if name == "svg" {
            self.drawing(place);
        } else if self.dropped.len() > before && self.hidden < MOST {
            self.hidden += 1;
            let message =
                message!("the text in <{name}> is not printed: {why}", name, why = Message::from(why));
            let hint = "to print it, take that away; to hide it without this warning, use <!-- a comment -->";
            self.sink.report(Diagnostic::new(code::RAW_HTML, place, message).hint(hint));
        }
    }
}

/// An element that is not printed.
pub(super) struct Hidden<'t> {
    pub name: &'t str,
    pub place: Span,
    pub why: &'static str,
    /// Whether it may contain text and is reported to the author.
    pub loud: bool,
}

/// Returns the target of `[Example]([https://example.com](https://example.com))`: some editors make a link of the
/// address, too.
fn inner_target(url: &str) -> Option<&str> {
    let (_, target) = url.trim().strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
    (!target.is_empty()).then_some(target)
}
