//! Letters: sender, recipient, date and subject, and the order of a letter in each country.
//!
//! A letter is a résumé whose header is its sender and whose one section, without a title, is its text. [`Letter`]
//! gives the part of each block of it, so that any code that reads a résumé can read a letter.

mod closing;
mod dates;

use super::Builder;
use super::blocks::{Part, image_block};
use super::directive::Marked;
use super::flow::{self, Chunk, Line};
use super::kinds::SectionKind;
use super::lines;
use super::resume::{Block, BlockKind, Header, Image, Resume, Section, TextLine};
use super::rich::{Piece, Rich, Run};
use crate::diag::Span;
use crate::source::letters::FrontLetter;
use crate::source::markdown as md;
use crate::source::{Source, Value};

/// The data that make a letter of a résumé.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// By whose conventions it is ordered and set.
    pub form: Form,
    /// The parts of its section's blocks, by the place of the block.
    pub parts: Vec<(Span, LetterPart)>,
    /// The block before which its sender goes, if not at the top.
    pub sender_before: Option<Span>,
}

/// The conventions of a country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// 书信: the body indented by two characters, name and date at the right.
    Chinese,
    /// Block style; the date in American English.
    #[default]
    American,
    /// Block style with the subject under the salutation.
    British,
    /// DIN 5008, form B: an address for a window, the subject in bold.
    German,
    /// 添え状: the date at the right, then the recipient, then the sender.
    Japanese,
    /// 수신, 제목, the text, then the date in the middle and the name at the right.
    Korean,
}

/// The part of a letter that a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterPart {
    /// The recipient.
    Recipient,
    /// The date, and the place, of writing.
    Date,
    /// The subject.
    Subject,
    /// The greeting to the recipient.
    Salutation,
    /// Its text.
    Body,
    /// Words before the name: `Yours sincerely,`, 此致.
    Closing,
    /// The second line of a Chinese closing: 敬礼.
    Wish,
    /// A word that ends the text at the right: 敬具, 以上.
    End,
    /// A title in the middle of the text: 記.
    Note,
    /// A picture of the signature.
    Signature,
    /// The name of the signatory.
    Name,
    /// The list of enclosures.
    Enclosures,
}

use LetterPart::{Body, Date, Enclosures, Name, Recipient, Salutation, Signature, Subject};

impl Letter {
    /// Returns the part that a block is; [`LetterPart::Body`] if it is not known.
    pub fn part(&self, block: &Block) -> LetterPart {
        self.parts.iter().find(|(span, _)| *span == block.span).map_or(Body, |(_, part)| *part)
    }
}

impl Form {
    /// Returns the conventions of a language.
    fn of(lang: &str) -> Form {
        let tag = lang.to_lowercase();
        let mut parts = tag.split('-');
        match parts.next() {
            Some("zh") => Form::Chinese,
            Some("ja") => Form::Japanese,
            Some("ko") => Form::Korean,
            Some("de") => Form::German,
            Some("en") if parts.clone().next().is_none() || parts.any(|part| matches!(part, "us" | "ca")) => {
                Form::American
            }
            _ => Form::British,
        }
    }

    /// Returns the order of the parts before the text, and after it.
    fn order(self) -> (&'static [LetterPart], &'static [LetterPart]) {
        match self {
            Form::Chinese => (&[Subject, Recipient, Salutation], &[Signature, Name, Date, Enclosures]),
            Form::American => (&[Date, Recipient, Subject, Salutation], &[Signature, Name, Enclosures]),
            Form::British => (&[Date, Recipient, Salutation, Subject], &[Signature, Name, Enclosures]),
            Form::German => (&[Recipient, Date, Subject, Salutation], &[Signature, Name, Enclosures]),
            Form::Japanese => (&[Date, Recipient, Subject, Salutation], &[Signature, Name, Enclosures]),
            Form::Korean => (&[Recipient, Subject, Salutation], &[Date, Signature, Name, Enclosures]),
        }
    }
}

/// Returns the type size of a letter, which is read at arm's length and has the room: 小四 in Chinese; `None` for a
/// résumé.
pub fn letter_size(source: &Source) -> Option<&'static str> {
    source.front.letter.as_ref()?;
    let chinese = Form::of(&super::language::of(source)) == Form::Chinese;
    Some(if chinese { "12pt" } else { "11pt" })
}

/// A block of a letter with its part.
type Placed = (LetterPart, Block);

impl Builder<'_> {
    /// Returns the sender that a letter itself names, its text, and the parts of that.
    pub(super) fn letter(
        &mut self,
        front: &FrontLetter,
        blocks: &[Marked<'_>],
        lang: &str,
    ) -> (Header, Section, Letter) {
        let form = Form::of(lang);
        let mut header = Header::default();
        self.front_matter(&mut header);
        let mut placed = placed_above(front, form);
        placed.extend(self.text_of(blocks, form));
        if let Some(signature) = &front.signature {
            let image = Image {
                src: signature.text.clone(),
                alt: signed(form).to_owned(),
                width: None,
                span: signature.span,
            };
            placed.push((Signature, image_block(image)));
        }
        let placed = ordered(placed, form);
        let parts = placed.iter().map(|(part, block)| (block.span, *part)).collect();
        // In Japan the sender comes below the recipient.
        let behind = placed.iter().position(|(part, _)| !matches!(part, Date | Recipient));
        let sender_before = behind
            .filter(|_| form == Form::Japanese)
            .and_then(|at| placed.get(at))
            .map(|(_, block)| block.span);
        let blocks: Vec<Block> = placed.into_iter().map(|(_, block)| block).collect();
        let span = blocks.first().map_or(front.span, |first| first.span);
        let section = Section { title: Rich::default(), kinds: vec![SectionKind::Other], blocks, span };
        (header, section, Letter { form, parts, sender_before })
    }

    /// Reads the text itself.
    fn text_of(&mut self, blocks: &[Marked<'_>], form: Form) -> Vec<Placed> {
        let mut placed: Vec<Placed> = Vec::new();
        let mut paragraphs = 0;
        for marked in blocks {
            match &marked.block.kind {
                md::BlockKind::Heading { content, .. } if placed.is_empty() => {
                    let (title, _) = flow::rich(content, &self.manner_of(marked));
                    placed.push((Subject, block(vec![title])));
                }
                md::BlockKind::Heading { content, .. } => {
                    let (title, _) = flow::rich(content, &self.manner_of(marked));
                    let title = strong(title);
                    placed.push((Body, block(vec![title])));
                }
                md::BlockKind::Paragraph(content) => {
                    let chunks = self.chunks(content, marked);
                    for chunk in chunks {
                        match chunk {
                            Chunk::Lines(lines) => {
                                paragraphs += 1;
                                placed.push((Body, paragraph(lines, form, paragraphs == 1)));
                            }
                            Chunk::Image(image) => placed.push((Body, image_block(image))),
                            Chunk::Comment(..) => {}
                        }
                    }
                }
                _ => placed.extend(
                    self.body(vec![Part::Other(marked)], false).into_iter().map(|block| (Body, block)),
                ),
            }
        }
        salutation(&mut placed, form);
        closing::find(placed, form)
    }
}

/// Reads the front matter.
fn placed_above(front: &FrontLetter, form: Form) -> Vec<Placed> {
    let mut placed = Vec::new();
    let key = |key: &str, value: &Value| {
        let mut text = Rich::plain(key, Span::default());
        text.append(plain(value));
        text
    };
    if let Some(date) = dates::line(front, form) {
        placed.push((Date, block(vec![date])));
    }
    let korean = form == Form::Korean;
    let to =
        |(at, line): (usize, &Value)| if korean && at == 0 { key("수신: ", line) } else { plain(line) };
    if !front.to.is_empty() {
        placed.push((Recipient, block(front.to.iter().enumerate().map(to).collect())));
    }
    if let Some(subject) = &front.subject {
        placed.push((Subject, block(vec![if korean { key("제목: ", subject) } else { plain(subject) }])));
    }
    if let Some((first, rest)) = front.enclosures.split_first() {
        placed.extend(enclosures(form, first, rest));
    }
    placed
}

/// Returns a paragraph of a letter. It keeps its author's lines if it closes the letter, or is nothing but an
/// address or a greeting.
fn paragraph(lines: Vec<Line>, form: Form, first: bool) -> Block {
    let texts: Vec<String> = lines.iter().map(|line| line.text.text().into_owned()).collect();
    let own =
        closing::is(&texts, form) || first && texts.len() > 1 && texts.iter().all(|line| is_short(line));
    if own {
        block(lines.into_iter().map(|line| line.text).collect())
    } else {
        let line: TextLine = lines::plain(lines);
        Block { span: line.span, keep: false, kind: BlockKind::Paragraph(vec![line]) }
    }
}

/// Returns whether a line belongs to an address or a greeting, and is no sentence.
fn is_short(line: &str) -> bool {
    line.chars().count() <= 40 && !line.trim_end().ends_with(['。', '.', '；'])
}

/// Makes the first paragraph the salutation, if it ends as greetings do.
fn salutation(placed: &mut [Placed], form: Form) {
    let first = placed.iter_mut().find(|(part, _)| *part == Body);
    let Some((part, Block { kind: BlockKind::Paragraph(lines), .. })) = first else { return };
    let Some(last) = lines.last() else { return };
    let text = last.body.text();
    let text = text.trim();
    let greets = [
        "Dear ",
        "To Whom",
        "To whom",
        "Hello ",
        "Sehr geehrte",
        "Liebe",
        "Guten Tag",
        "Hallo ",
        "尊敬的",
        "您好",
        "你好",
    ];
    let colon = text.ends_with(['：', ':', ',', '，']) && text.chars().count() <= 60;
    let greets = text.chars().count() <= 60
        && !text.ends_with(['.', '。'])
        && greets.iter().any(|word| text.starts_with(word));
    if colon || greets && form != Form::Japanese {
        *part = Salutation;
    }
}

/// Brings the blocks of a letter into the order of its form: those of the text keep theirs.
fn ordered(placed: Vec<Placed>, form: Form) -> Vec<Placed> {
    let (before, behind) = form.order();
    let middle = before.len();
    let rank = |part: LetterPart| {
        let at = |parts: &[LetterPart]| parts.iter().position(|other| *other == part);
        at(before).or(at(behind).map(|at| middle + 1 + at)).unwrap_or(middle)
    };
    let mut ordered = placed;
    ordered.sort_by_key(|(part, _)| rank(*part));
    ordered
}

/// Returns the enclosures of a letter, as each form lists them.
fn enclosures(form: Form, first: &Value, rest: &[Value]) -> Vec<Placed> {
    let all = || std::iter::once(first).chain(rest);
    let joined = |key: &str, mark: &str| {
        let mut text = Rich::plain(key, Span::default());
        for (at, value) in all().enumerate() {
            if at > 0 {
                text.push(Piece::Run(Run { text: mark.to_owned(), ..Run::default() }));
            }
            text.append(plain(value));
        }
        block(vec![text])
    };
    match form {
        Form::Chinese => vec![(Enclosures, joined("附件：", "、"))],
        Form::American if rest.is_empty() => vec![(Enclosures, joined("Enclosure: ", ", "))],
        Form::American => vec![(Enclosures, joined("Enclosures: ", ", "))],
        Form::British => vec![(Enclosures, joined("Enc: ", ", "))],
        Form::Korean => vec![(Enclosures, joined("붙임: ", ", "))],
        Form::German => {
            let title = if rest.is_empty() { "Anlage" } else { "Anlagen" };
            let title = strong(Rich::plain(title, Span::default()));
            let lines = std::iter::once(title).chain(all().map(plain)).collect();
            vec![(Enclosures, block(lines))]
        }
        Form::Japanese => vec![(Enclosures, joined("同封書類：", "、"))],
    }
}

/// Puts the name of the sender where it is to be signed, if the author did not.
pub fn sign(resume: &mut Resume) {
    let (Some(letter), Some(name)) = (&mut resume.letter, &resume.header.name) else { return };
    let Some(section) = resume.sections.first_mut() else { return };
    // In Japan the sender has been named above.
    if letter.form == Form::Japanese || letter.parts.iter().any(|(_, part)| *part == Name) {
        return;
    }
    // At no place of its own: the name has one in the header.
    let span = Span::default();
    let line = TextLine { label: None, body: Rich::plain(&name.text(), Span::default()), span };
    let (_, behind) = letter.form.order();
    let before: Vec<LetterPart> = behind.iter().skip_while(|part| **part != Name).copied().collect();
    let at = section
        .blocks
        .iter()
        .position(|block| before.contains(&letter.part(block)))
        .unwrap_or(section.blocks.len());
    section.blocks.insert(at, Block { span, keep: false, kind: BlockKind::Paragraph(vec![line]) });
    letter.parts.push((span, Name));
}

/// Returns the text that is read out instead of a signature.
fn signed(form: Form) -> &'static str {
    match form {
        Form::Chinese => "签名",
        Form::German => "Unterschrift",
        Form::Japanese => "署名",
        Form::Korean => "서명",
        Form::American | Form::British => "Signature",
    }
}

fn plain(value: &Value) -> Rich {
    Rich::plain(&value.text, value.span)
}

fn strong(mut text: Rich) -> Rich {
    text.dress(|marks| marks.strong = true);
    text
}

/// Returns a block of lines.
fn block(lines: Vec<Rich>) -> Block {
    let lines: Vec<TextLine> = lines
        .into_iter()
        .map(|body| TextLine { label: None, span: body.span().unwrap_or_default(), body })
        .collect();
    let span = lines
        .iter()
        .map(|line| line.span)
        .filter(|span| !span.is_empty())
        .reduce(Span::to)
        .unwrap_or_default();
    Block { span, keep: false, kind: BlockKind::Paragraph(lines) }
}
