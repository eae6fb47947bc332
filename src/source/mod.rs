//! Bytes with places: a file becomes text, front matter and a Markdown tree, every node with the place it came
//! from.
//!
//! Text that people write and CommonMark does not read is repaired before parsing (`prepare`): emphasis next to
//! wide characters, headings without a blank, other bullets, leftovers of other tools. Source newlines between wide
//! characters are resolved after it (`breaks`). Nothing is interpreted: what the text *means* is the business of
//! `model`.

mod above;
mod assets;
mod bound;
mod breaks;
pub mod chars;
mod decode;
pub mod drawing;
mod front;
mod front_matter;
mod html;
mod image_file;
mod images;
mod include;
pub mod letters;
pub mod links;
mod load;
pub mod markdown;
mod notes;
mod original;
mod parsed;
mod parts;
mod pictures;
mod prepare;
mod reader;
mod resumx;
mod shortcodes;
pub mod tongues;
mod typed;
mod value;
pub mod views;
pub(crate) mod yaml;

use std::path::Path;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::diag::{Code, Diagnostic, Failed, FileId, Files, Message, Severity, Sink, Span, code, message};
use above::Above;
pub(crate) use assets::without_metadata;
use decode::{Decoded, Encoding, NotText, Replaced};
pub use front::{NotSilenced, silenced};
pub use front_matter::{FrontContact, FrontMatter};
pub use images::{Asset, AssetKind, Images};
pub use include::beside;
pub use load::{read, read_stdin};
use markdown::Markdown;
pub use original::Original;
pub use parsed::Source;
pub use typed::{accented, typed};
pub use value::Value;

/// Returns bytes in any encoding as text: for a file that is read along with the résumé but is not one.
///
/// # Errors
/// The reason why they are not text.
pub fn plain_text(bytes: &[u8]) -> Result<String, Message> {
    let decoded = text_of(bytes).map_err(|fault| fault.message)?;
    Ok(composed(decoded.text, decoded.replaced).0)
}

/// Returns a résumé as text, tree, front matter and images.
///
/// `name` is its name in messages; `folder` is where its images are looked for. The text is added to `files`; it
/// has to be the first one there.
///
/// # Errors
/// [`Failed`] if the bytes are too many or not text. Text in another encoding is read, with a warning. A front
/// matter or an image that cannot be used is a warning: the text is read without it.
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
    let above = Above::of(&text, file, None);
    let (front, markdown) = tree(&text, &above, file, sink);
    let (readings, spoken) = (Vec::new(), Vec::new());
    Ok(Source {
        file,
        name: name.to_owned(),
        text,
        folder,
        markdown,
        front,
        above,
        readings,
        spoken,
        assets: Images::new(),
    })
}

fn tree(text: &str, above: &Above, file: FileId, sink: &mut Sink) -> (FrontMatter, Markdown) {
    let front = above.front_matter(sink);
    let mut markdown = reader::read(text, above.end(), file, sink);
    if let Some(place) = bound::cut(&mut markdown.blocks) {
        let message = message!(
            "the text is longer than the limit: {pieces} paragraphs, items and cells, or 1.28 MB",
            pieces = bound::MOST_PIECES
        );
        let hint = "the rest is left out: this is not a résumé; give the Markdown file of one person";
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
        let message = message!("the file is larger than {mib} MiB", mib = load::MAX_TEXT >> 20);
        let hint = "a résumé is a text file of a few kilobytes".into();
        return Err(Unreadable { code: code::TOO_LARGE, message, hint });
    }
    decode::decode(bytes).map_err(|NotText { message, hint }| Unreadable {
        code: code::NOT_UTF8,
        message,
        hint,
    })
}

/// Returns a text in Unicode's composed form (NFC, UAX #15): editors and file names of macOS decompose letters and
/// their marks, syllables and their jamo, and no search finds them so.
fn composed(text: String, replaced: Vec<Replaced>) -> (String, Vec<Replaced>) {
    let form = ComposingNormalizerBorrowed::new_nfc();
    if form.is_normalized(&text) {
        return (text, replaced);
    }
    let moved = |Replaced { at, was }: Replaced| {
        let before = text.get(..at).unwrap_or(&text);
        Replaced { at: form.normalize(before).len(), was }
    };
    // Only the first of them are reported one by one.
    let replaced = replaced.into_iter().enumerate().map(|(nth, one)| if nth < 16 { moved(one) } else { one });
    let replaced = replaced.collect();
    (form.normalize(&text).into_owned(), replaced)
}

/// Reports that the file is not UTF-8, at the first character for which it matters.
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
            "retype what should be there",
        ),
        Encoding::Named(name) => {
            let loss = if lost > 0 {
                message!("; {lost} characters could not be read", lost)
            } else {
                Message::default()
            };
            (
                message!("the file is not UTF-8: it is read as {name}{loss}", name, loss),
                "if all characters are right, save it as UTF-8: choose the encoding when saving under another \
                 name (Notepad: Save as; VS Code: Save with Encoding)",
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
            '\x0B' | '\x0C' | '\u{85}' => "is printed as a space",
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

impl Source {
    /// Returns the résumé with another text, without its images.
    ///
    /// # Errors
    /// As [`parse`].
    pub fn with_text(&self, text: String, sink: &mut Sink) -> Result<Source, Failed> {
        let above = Above::of(&text, self.file, Some(&self.above));
        let (mut front, markdown) = tree(&text, &above, self.file, sink);
        if front.languages.is_empty() {
            front.languages.clone_from(&self.spoken);
        }
        let (name, folder) = (self.name.clone(), self.folder.clone());
        let (readings, spoken) = (self.readings.clone(), self.spoken.clone());
        let assets = Images::new();
        Ok(Source { file: self.file, name, text, folder, markdown, front, above, readings, spoken, assets })
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

    /// Continues without an image that turned out to be damaged when it was drawn, as without one that cannot be
    /// read; reports it.
    pub fn leave_out(&mut self, image: &str, why: &str, sink: &mut Sink) {
        assets::leave_out(self, image, why, sink);
    }
}
