//! Bytes with addresses: a file becomes text, front matter and a Markdown tree, every node with the
//! place it came from.
//!
//! What people write and CommonMark does not read is repaired before parsing (`prepare`): emphasis
//! beside wide characters, headings without a blank, other bullets, what other tools left behind.
//! Source newlines between wide characters are settled after it (`breaks`). Nothing is interpreted:
//! what the text *means* is the business of `model`.

mod assets;
mod bound;
mod breaks;
pub mod chars;
mod decode;
pub mod drawing;
mod front;
mod html;
mod image_file;
mod include;
pub mod letters;
pub mod links;
mod load;
pub mod markdown;
mod notes;
mod original;
mod parts;
mod pictures;
mod prepare;
mod reader;
mod resumx;
mod shortcodes;
mod typed;
pub mod views;
pub(crate) mod yaml;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) use assets::without_metadata;
pub use front::{NotSilenced, silenced};
pub use include::beside;
pub use load::{read, read_stdin};
pub use original::Original;
pub use typed::{accented, typed};

use crate::diag::{Code, Diagnostic, Failed, FileId, Files, Message, Severity, Sink, Span, code, message};
use decode::{Decoded, Encoding, NotText, Replaced};
use icu_normalizer::ComposingNormalizerBorrowed;
use markdown::Markdown;

/// Returns the text that bytes are, in whatever encoding: of a file that is read beside the résumé and is none.
///
/// # Errors
/// Why they are no text.
pub fn plain_text(bytes: &[u8]) -> Result<String, Message> {
    let decoded = text_of(bytes).map_err(|fault| fault.message)?;
    Ok(composed(decoded.text, decoded.replaced).0)
}

/// Returns a résumé as text, tree, front matter and images.
///
/// `name` is what messages call it; `folder` is where its images are looked for. The text is added to
/// `files`; it has to be the first one there.
///
/// # Errors
/// [`Failed`] if the bytes are too many or no text. Text in another encoding is read and is a warning. A front matter or an image
/// that cannot be used is a warning: the text goes on without.
pub fn parse(
    name: &str,
    bytes: &[u8],
    folder: Option<&Path>,
    files: &mut Files,
    sink: &mut Sink,
) -> Result<Source, Failed> {
    let mut source = draft(name, bytes, folder, files, sink)?;
    source.load_images(files, sink)?;
    Ok(source)
}

/// Returns what [`parse`] does, without the images.
///
/// # Errors
/// As [`parse`].
pub fn draft(
    name: &str,
    bytes: &[u8],
    folder: Option<&Path>,
    files: &mut Files,
    sink: &mut Sink,
) -> Result<Source, Failed> {
    let Decoded { text, replaced, encoding } = match text_of(bytes) {
        Ok(decoded) => decoded,
        Err(fault) => {
            let place = Span::new(files.add(name, ""), 0..0);
            let finding = Diagnostic::new(fault.code, place, fault.message).hint(fault.hint);
            sink.report(Diagnostic { severity: Severity::Error, ..finding });
            return Err(Failed);
        }
    };
    let (text, replaced) = composed(text, replaced);
    let file = files.add(name, text.as_str());
    encoding.into_iter().for_each(|encoding| report_encoding(encoding, &text, file, sink));
    report_replaced(&replaced, file, sink);
    let folder = folder.map(Path::to_owned);
    let (front, markdown) = tree(&text, file, sink);
    let (readings, spoken) = (Vec::new(), Vec::new());
    Ok(Source {
        file,
        name: name.to_owned(),
        text,
        folder,
        markdown,
        front,
        readings,
        spoken,
        assets: Images::new(),
    })
}

fn tree(text: &str, file: FileId, sink: &mut Sink) -> (FrontMatter, Markdown) {
    let (front, from) = front::read(text, file, sink);
    let mut markdown = reader::read(text, from, file, sink);
    if let Some(place) = bound::cut(&mut markdown.blocks) {
        let message = message!(
            "the text is longer than what is set: {pieces} paragraphs, items and cells, or 1.28 MB",
            pieces = bound::MOST_PIECES
        );
        let hint = "from here on it is left out: this is no résumé; give the Markdown file of one person";
        sink.report(Diagnostic::new(code::TOO_MANY_PAGES, place, message).hint(hint));
    }
    (front, markdown)
}

struct Unreadable {
    code: Code,
    message: Message,
    hint: Message,
}

fn text_of(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if bytes.len() as u64 > load::MAX_TEXT {
        let message = message!("the file has more than {mib} MiB", mib = load::MAX_TEXT >> 20);
        let hint = "a résumé is a text file of some kilobytes".into();
        return Err(Unreadable { code: code::TOO_LARGE, message, hint });
    }
    decode::decode(bytes).map_err(|NotText { message, hint }| Unreadable {
        code: code::NOT_UTF8,
        message,
        hint,
    })
}

/// Returns a text in Unicode's composed form (NFC, UAX #15): editors and file names of macOS give letters and
/// their marks, syllables and their jamo apart, and no search finds them so.
fn composed(text: String, replaced: Vec<Replaced>) -> (String, Vec<Replaced>) {
    let form = ComposingNormalizerBorrowed::new_nfc();
    if form.is_normalized(&text) {
        return (text, replaced);
    }
    let moved = |Replaced { at, was }: Replaced| {
        let before = text.get(..at).unwrap_or(&text);
        Replaced { at: form.normalize(before).len(), was }
    };
    // Only the first of them are told one by one.
    let replaced = replaced.into_iter().enumerate().map(|(nth, one)| if nth < 16 { moved(one) } else { one });
    let replaced = replaced.collect();
    (form.normalize(&text).into_owned(), replaced)
}

/// Reports that the file is not UTF-8, at the first character for which that matters.
fn report_encoding(encoding: Encoding, text: &str, file: FileId, sink: &mut Sink) {
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
    let first = if encoding == Encoding::Broken {
        text.find(char::REPLACEMENT_CHARACTER)
    } else {
        text.find(|c: char| !c.is_ascii())
    };
    let at = first.unwrap_or(0);
    let (message, hint) = match encoding {
        Encoding::Broken => (
            message!("the file is not quite UTF-8: {lost} broken places are printed as U+FFFD", lost),
            "type what should stand there anew",
        ),
        Encoding::Named(name) => {
            let loss = if lost > 0 {
                message!("; {lost} characters could not be read", lost)
            } else {
                Message::default()
            };
            (
                message!("the file is not UTF-8: it is read as {name}{loss}", name, loss),
                "if all characters are right, save it as UTF-8: the encoding can be chosen where your editor \
                 saves under another name (Notepad: Save as; VS Code: Save with Encoding)",
            )
        }
    };
    let place = Span::new(file, at..at);
    sink.report(Diagnostic::new(code::NOT_UTF8, place, message).hint(hint));
}

/// Reports control characters: each of the first ten, then how many more there are.
fn report_replaced(replaced: &[Replaced], file: FileId, sink: &mut Sink) {
    const SHOWN: usize = 10;
    for (at, Replaced { at: place, was }) in replaced.iter().take(SHOWN).enumerate() {
        let with = match was {
            '\0' => "is printed as U+FFFD",
            '\x0B' | '\x0C' | '\u{85}' => "is printed as a blank",
            _ => "is not printed",
        };
        let more = match at + 1 == SHOWN && replaced.len() > SHOWN {
            true => message!(" (and {more} more)", more = replaced.len() - SHOWN),
            false => Message::default(),
        };
        let hex = format!("{:04X}", u32::from(*was));
        let message =
            message!("the control character U+{hex} {with}{more}", hex, with = Message::from(with), more);
        let place = Span::new(file, *place..*place);
        sink.report(Diagnostic::new(code::CONTROL, place, message).hint("delete it from the text"));
    }
}

/// A résumé as read: its text and tree, and the files that it names.
#[derive(Clone, Debug)]
pub struct Source {
    /// The number of the file in [`crate::diag::Files`].
    pub file: FileId,
    /// The name for messages: the path as given, `<stdin>` for standard input.
    pub name: String,
    /// The text: UTF-8, without a byte-order mark, line ends as LF, no U+0000.
    pub text: String,
    /// The folder that images are looked for in; none for standard input.
    pub folder: Option<PathBuf>,
    /// The tree.
    pub markdown: Markdown,
    /// What the front matter sets.
    pub front: FrontMatter,
    /// What is read otherwise than it is written, by its place in the file, as what says the same.
    pub readings: Vec<(Span, String)>,
    /// The languages that only the text tells.
    spoken: Vec<views::View>,
    /// The images named by the text, by the name used there; those that stand in it as `data:` URIs by a
    /// short name that they have in the tree.
    pub assets: Images,
}

impl Source {
    /// Returns the résumé with another text, without its images.
    ///
    /// # Errors
    /// As [`parse`].
    pub fn with_text(&self, text: String, sink: &mut Sink) -> Result<Source, Failed> {
        let (mut front, markdown) = tree(&text, self.file, sink);
        if front.languages.is_empty() {
            front.languages.clone_from(&self.spoken);
        }
        let (name, folder) = (self.name.clone(), self.folder.clone());
        let (readings, spoken) = (self.readings.clone(), self.spoken.clone());
        let assets = Images::new();
        Ok(Source { file: self.file, name, text, folder, markdown, front, readings, spoken, assets })
    }

    /// Reads the images that the text names.
    ///
    /// # Errors
    /// [`Failed`] if the sink holds an error.
    pub fn load_images(&mut self, files: &mut Files, sink: &mut Sink) -> Result<(), Failed> {
        let Source { markdown, front, text, folder, .. } = self;
        self.assets = assets::load((markdown, front), text, folder.as_deref(), files, sink);
        sink.check()
    }

    /// Goes on without an image that turned out to be damaged when it was drawn, as without one that cannot
    /// be read; reports it.
    pub fn leave_out(&mut self, image: &str, why: &str, sink: &mut Sink) {
        assets::leave_out(self, image, why, sink);
    }
}

/// Images by the name that the text gives them.
pub type Images = BTreeMap<String, Arc<Asset>>;

/// A file that the résumé names, read whole (bounded) and not yet decoded.
#[derive(Clone, PartialEq, Eq)]
pub struct Asset {
    /// Where it was found.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What its first bytes say it is.
    pub kind: AssetKind,
    /// Pixels across and down, from the header, the right way up; of an SVG, 96 an inch.
    pub pixels: (u32, u32),
    /// How it has to be turned to be the right way up: 1 (not at all) to 8, as Exif counts.
    pub orientation: u8,
    /// What an SVG shows.
    pub drawing: Option<drawing::Drawing>,
    /// Where the text names it first.
    pub place: Span,
}

/// The kinds of image that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetKind {
    /// Portable Network Graphics.
    Png,
    /// Baseline or progressive JPEG.
    Jpeg,
    /// WebP, lossy or lossless.
    Webp,
    /// Scalable Vector Graphics.
    Svg,
}

impl std::fmt::Debug for Asset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}x{} ({} bytes)", self.kind, self.pixels.0, self.pixels.1, self.bytes.len())
    }
}

/// What the author set above the text, between `---` lines. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The place of the whole block, fences included; empty when there is none.
    pub span: Span,
    /// The name, if the text itself has none.
    pub name: Option<Value>,
    /// The line under the name, if the text has none.
    pub headline: Option<Value>,
    /// A path to a photo.
    pub photo: Option<Value>,
    /// A layout's name, or a path to a layout file.
    pub layout: Option<Value>,
    /// The language of the document as a BCP 47 tag.
    pub lang: Option<Value>,
    /// The title of the PDF.
    pub title: Option<Value>,
    /// What the text is called, as written: the title of the PDF too, or that of a page of a site, or the
    /// name of the person.
    pub paper_title: Option<Value>,
    /// Who wrote it, as written: the first one of several.
    pub author: Option<Value>,
    /// Texts that may name the person: a description, the values of keys that are nearly `name` or `title`.
    pub hints: Vec<Value>,
    /// A few sentences about the person.
    pub summary: Option<Value>,
    /// How many pages there shall be, and where that is said.
    pub pages: Option<(u16, Span)>,
    /// Layout keys by path (`page.margin`), each with its value as TOML would write it.
    pub set: Vec<(String, Value)>,
    /// Items for the header: contacts in the order given.
    pub contacts: Vec<FrontContact>,
    /// Findings that the author does not want to hear of again.
    pub allow: Vec<Code>,
    /// A tool whose habits the text follows where they differ: `lapis`.
    pub compat: Option<Value>,
    /// What each of several applications gets to see.
    pub views: Vec<views::View>,
    /// The languages that the text is written in, each with what is set otherwise in it; none if it is one text.
    pub languages: Vec<views::View>,
    /// Names for several tags: each with the tags that it stands for.
    pub tags: Vec<(Value, Vec<Value>)>,
    /// What stands for each variable, where no view says otherwise.
    pub vars: Vec<(Value, Value)>,
    /// Keys of the author's own, which a layout may print.
    pub fields: Vec<(Value, Value)>,
    /// What is not to be said of the person: `phone`, `photo` …
    pub redact: Vec<Value>,
    /// How the file that is made is called: `{headline}-{name}`.
    pub output: Option<Value>,
    /// What there is beside the text, if it is a letter.
    pub letter: Option<letters::FrontLetter>,
}

/// A contact of the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontContact {
    /// `email`, `电话` …
    pub key: Option<String>,
    /// What is printed.
    pub value: Value,
    /// Where it leads, if the value does not say it.
    pub link: Option<Value>,
}

/// A string of the front matter and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What it says.
    pub text: String,
    /// Where.
    pub span: Span,
}
