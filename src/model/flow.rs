//! Inlines of the Markdown tree → lines of rich text, as the author broke them.

use super::icon;
use super::link;
use super::rich::{Marks, Piece, Rich, Run};
use crate::diag::Span;
use crate::model::Image;
use crate::source::chars::half_ems;
use crate::source::markdown::{Inline, InlineKind};

/// A part of a paragraph: text, or an image in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chunk {
    /// Lines of text; never empty.
    Lines(Vec<Line>),
    /// An image.
    Image(Image),
    /// The text of a comment.
    Comment(String, Span),
}

/// A line of the source.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// How it connects to the line before it.
    pub joint: Joint,
    /// Its text.
    pub text: Rich,
}

/// The separator of two lines of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// The first line.
    Start,
    /// A newline that counts as a blank, or as nothing.
    Soft {
        /// Whether it is a blank.
        space: bool,
        /// Its place.
        at: Span,
    },
    /// A hard line break.
    Hard,
}

/// Settings for reading text that hold for a whole document.
#[derive(Clone, Debug, Default)]
pub(super) struct Manner {
    /// The language of a region between `lang` directives.
    pub lang: Option<String>,
    /// Whether numbers of 11 digits are telephone numbers.
    pub chinese: bool,
    /// Whether icons of other tools are kept, to identify the text after them.
    pub icons: bool,
}

/// Returns the parts of running text.
pub(super) fn chunks(inlines: &[Inline], manner: &Manner) -> Vec<Chunk> {
    let (lang, chinese, icons) = (manner.lang.clone(), manner.chinese, manner.icons);
    let mut flow = Flow { lang, chinese, icons, ..Flow::default() };
    flow.read(inlines);
    flow.close();
    flow.chunks
}

/// Returns running text in one piece (a title, a cell), and the images in it.
pub(super) fn rich(inlines: &[Inline], manner: &Manner) -> (Rich, Vec<Image>) {
    let (mut text, mut images) = (Rich::default(), Vec::new());
    for chunk in chunks(inlines, manner) {
        match chunk {
            Chunk::Lines(lines) => {
                let more = join(lines);
                if !text.0.is_empty() && !more.0.is_empty() {
                    text.push(blank(more.span().unwrap_or_default()));
                }
                text.append(more);
            }
            Chunk::Image(image) => images.push(image),
            Chunk::Comment(..) => {}
        }
    }
    (text.trim(), images)
}

/// Makes line ends of the source hard where the author broke the lines by hand: every line is short,
/// so that no editor wrapped any, and no sentence runs on over the end.
pub(super) fn keep_hand_broken(lines: &mut [Line]) {
    let widths: Vec<usize> = lines.iter().map(|line| line.text.text().chars().map(half_ems).sum()).collect();
    let [before @ .., _] = widths.as_slice() else { return };
    if before.is_empty() || widths.iter().any(|width| *width > WRAPPED) {
        return;
    }
    if lines.iter().any(|line| is_prose(&line.text.text())) {
        return;
    }
    for at in 1..lines.len() {
        let runs_on = runs_on(&lines[at - 1].text.text(), &lines[at].text.text());
        if matches!(lines[at].joint, Joint::Soft { .. }) && !runs_on {
            lines[at].joint = Joint::Hard;
        }
    }
}

/// Returns whether a line has a sentence's punctuation inside: names, titles and dates have none.
fn is_prose(text: &str) -> bool {
    text.trim_end_matches(['，', '。', '；', '！', '？']).contains(['，', '。', '；', '！', '？'])
}

/// The shortest line that an editor wraps, in half ems.
const WRAPPED: usize = 56;

/// Returns whether a sentence continues from one line to the next: no mark ends the first, and the second
/// begins as no line does; or the first ends in a comma.
pub(super) fn runs_on(before: &str, after: &str) -> bool {
    let (last, first) = (before.trim_end().chars().next_back(), after.trim_start().chars().next());
    // `参与时间：14.05-`: a date with an open end, and no word that an editor divided.
    let open =
        before.trim_end().strip_suffix('-').is_some_and(|date| date.ends_with(|c: char| c.is_ascii_digit()));
    if open && !first.is_some_and(|first| first.is_ascii_digit()) {
        return false;
    }
    match (last, first) {
        (Some('，' | ',' | '、' | '-' | '（' | '(' | '“' | '/'), _) => true,
        (_, Some('，' | '。' | '、' | '；' | '）' | ')' | '”' | ',' | '.' | ';')) => true,
        // A remark in brackets within a sentence.
        (_, Some('(' | '（')) if after.trim_end().ends_with([',', '，']) => true,
        // `html5、javascript` over `vue3 、router`: two lists of names.
        (Some(last), Some(first)) => {
            let listed = before.contains('、') && after.contains('、');
            last.is_lowercase() && first.is_lowercase() && !listed
        }
        _ => false,
    }
}

/// Returns whether a line ends without a mark that would separate it from the next.
pub(super) fn ends_open(line: &str) -> bool {
    line.trim_end()
        .chars()
        .next_back()
        .is_some_and(|last| last.is_alphanumeric() || ")）]】》”\"%+#".contains(last))
}

/// Returns lines as one text: soft breaks resolved, hard ones kept.
pub(super) fn join(lines: Vec<Line>) -> Rich {
    let mut text = Rich::default();
    for line in lines {
        match line.joint {
            Joint::Soft { space: true, at } => text.push(blank(at)),
            Joint::Hard => text.push(Piece::Break),
            Joint::Start | Joint::Soft { .. } => {}
        }
        text.append(line.text);
    }
    text
}

/// Returns a blank in place of a newline of the source.
fn blank(at: Span) -> Piece {
    Piece::Run(Run { text: " ".into(), span: Span { end: at.start, ..at }, ..Run::default() })
}

#[derive(Default)]
struct Flow {
    chunks: Vec<Chunk>,
    lines: Vec<Line>,
    line: Rich,
    joint: Option<Joint>,
    lang: Option<String>,
    chinese: bool,
    icons: bool,
    marks: Marks,
    link: Option<String>,
    /// Whether the text is the reading of the words before it.
    reading: bool,
    /// Whether the author wrote the brackets around the reading.
    bracketed: bool,
    /// Open HTML tags, each with the state before it.
    open: Vec<(String, Marks, Option<String>, Option<String>)>,
}

impl Flow {
    fn read(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.run(text, inline.span, self.marks),
                InlineKind::Code(text) => {
                    self.run(text, inline.span, Marks { code: true, ..self.marks });
                }
                InlineKind::Emphasis(content) => self.marked(content, |marks| marks.emphasis = true),
                InlineKind::Strong(content) => self.marked(content, |marks| marks.strong = true),
                InlineKind::Strike(content) => self.marked(content, |marks| marks.strike = true),
                InlineKind::Link { url, content } => {
                    let before = self.link.replace(url.clone());
                    self.read(content);
                    self.link = before;
                }
                InlineKind::Image { src, alt, width } => {
                    let image =
                        Image { src: src.clone(), alt: alt.clone(), width: *width, span: inline.span };
                    self.between(Chunk::Image(image));
                }
                // No author breaks a link by hand: an editor wrapped it.
                InlineKind::SoftBreak { space } if self.link.is_some() => {
                    if *space {
                        self.run(" ", Span { end: inline.span.start, ..inline.span }, self.marks);
                    }
                }
                InlineKind::SoftBreak { space } => {
                    self.end_line(Joint::Soft { space: *space, at: inline.span });
                }
                InlineKind::HardBreak => self.end_line(Joint::Hard),
                InlineKind::Tag { name, closing, .. } if matches!(name.as_str(), "rt" | "rp" | "ruby") => {
                    self.bracketed = name == "rp" || (self.bracketed && name != "ruby");
                    self.reading(name == "rt" && !closing, inline.span);
                }
                InlineKind::Tag { name, closing, attributes } => self.tag(name, *closing, attributes),
                InlineKind::Comment(text) => self.between(Chunk::Comment(text.clone(), inline.span)),
                InlineKind::Icon(name) if self.icons => {
                    icon::piece(name, inline.span).into_iter().for_each(|icon| self.line.push(icon));
                }
                InlineKind::Icon(_) | InlineKind::Html(_) => {}
                InlineKind::FootnoteReference(label) => {
                    self.run(label, inline.span, Marks { superscript: true, ..self.marks });
                }
            }
        }
    }

    /// `<ruby>山田<rt>やまだ</rt></ruby>`: the reading goes in brackets after the word.
    fn reading(&mut self, begins: bool, at: Span) {
        let bracket = match (begins, self.reading) {
            (true, false) => "（",
            (false, true) => "）",
            _ => return,
        };
        self.reading = begins;
        if self.bracketed {
            return;
        }
        self.run(bracket, Span { end: at.start, ..at }, self.marks);
    }

    fn marked(&mut self, content: &[Inline], mark: impl Fn(&mut Marks)) {
        let before = self.marks;
        mark(&mut self.marks);
        self.read(content);
        self.marks = before;
    }

    fn run(&mut self, text: &str, span: Span, marks: Marks) {
        let run =
            Run { text: text.to_owned(), span, marks, link: self.link.clone(), lang: self.lang.clone() };
        self.line.push(Piece::Run(run));
    }

    /// `<b>`, `<span lang="en">` … until they are closed; an unclosed one holds to the end.
    fn tag(&mut self, name: &str, closing: bool, attributes: &[(String, String)]) {
        if closing {
            if let Some(at) = self.open.iter().rposition(|(open, ..)| open == name) {
                self.open.truncate(at + 1);
                if let Some((_, marks, link, lang)) = self.open.pop() {
                    (self.marks, self.link, self.lang) = (marks, link, lang);
                }
            }
            return;
        }
        // Nesting deeper than in any real text is not followed, so that a closing tag costs little.
        if self.open.len() < 32 {
            self.open.push((name.to_owned(), self.marks, self.link.clone(), self.lang.clone()));
        }
        match name {
            "b" | "strong" => self.marks.strong = true,
            "i" | "em" => self.marks.emphasis = true,
            "u" | "ins" => self.marks.underline = true,
            "s" | "del" | "strike" => self.marks.strike = true,
            "sub" => self.marks.subscript = true,
            "sup" => self.marks.superscript = true,
            "code" | "kbd" | "tt" | "samp" => self.marks.code = true,
            _ => {}
        }
        for (key, value) in attributes {
            match (name, key.as_str()) {
                ("a", "href") if !value.is_empty() => self.link = Some(value.clone()),
                (_, "lang") if !value.is_empty() => self.lang = Some(value.clone()),
                _ => {}
            }
        }
    }

    fn end_line(&mut self, next: Joint) {
        let text = link::find(std::mem::take(&mut self.line).trim(), self.chinese);
        let joint = self.joint.replace(next).unwrap_or(Joint::Start);
        if !text.is_blank() {
            let joint = if self.lines.is_empty() { Joint::Start } else { joint };
            self.lines.push(Line { joint, text });
        } else if joint == Joint::Hard && matches!(next, Joint::Soft { .. }) {
            // An empty line between a hard break and a soft one: the hard one counts.
            self.joint = Some(Joint::Hard);
        }
    }

    /// Ends the text before a chunk that is not text.
    fn between(&mut self, chunk: Chunk) {
        if matches!(chunk, Chunk::Comment(..)) && !super::directive::is_known(&chunk) {
            return;
        }
        self.close();
        self.chunks.push(chunk);
    }

    fn close(&mut self) {
        self.end_line(Joint::Hard);
        self.joint = None;
        if !self.lines.is_empty() {
            self.chunks.push(Chunk::Lines(std::mem::take(&mut self.lines)));
        }
    }
}
