//! The finished PDF read back, and compared with what the résumé says.
//!
//! An independent reader: it knows nothing of how `pdf` writes, and uses only what stands in the file.
//! It reads the text as programs do, three times over: in the order of the content, by its place on the
//! page, and in the order of the tags. What is compared starts from the model, so that text that was
//! lost on any way between the source and the file is found.
//!
//! ```text
//! bytes ─▶ file ─▶ content, fonts, cmap ─▶ glyphs ─┐
//!               └▶ tags, links                     ├─▶ align ─▶ verdict ─▶ findings
//! model ─▶ wanted          pages ─▶ printed ───────┘
//! ```

mod align;
mod cmap;
mod content;
mod encoding;
mod file;
mod flaws;
mod fonts;
mod gaps;
mod links;
mod order;
mod printed;
mod tags;
mod traces;
mod verdict;
mod wanted;
mod words;

pub use content::{Glyph, Look, Owner, Shape};
pub use fonts::Face;
pub use links::Link;
pub use tags::{Element, Sequence, Tags};
pub use traces::{are_traces, is_written, traces};

use crate::diag::{Code, Diagnostic, Message, Sink, code, message};
use crate::layout::Layout;
use crate::model::Resume;
use crate::pages::Document;
use crate::source::Source;

/// The findings about a finished PDF, each with what to do about it.
const CODES: &[(Code, &str)] = &[
    (code::TEXT_LOST, "this is a fault of jianli's, or of the font: please report it"),
    (
        code::TEXT_ALTERED,
        "a search for it finds nothing; this is a fault of jianli's, or of the font: please report it",
    ),
    (
        code::READ_ORDER,
        "programs and screen readers will read it so; this is a fault of jianli's or of the layout",
    ),
    (code::GLUED, "programs that read résumés will see other words; a layout with more or less space helps"),
    (code::OVERLAPPING, "programs may end the line there; another face helps"),
    (
        code::PARTED,
        "no search will find the word; leave `type.hyphenate` at \"never\", or give it a wider column",
    ),
    (code::UNTAGGED, "screen readers will not say it; this is a fault of jianli's: please report it"),
];

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub Message);

/// What a reader finds in a PDF.
#[derive(Debug, Default)]
pub struct Reading {
    /// What is shown, in the order of the content.
    pub glyphs: Vec<Glyph>,
    /// What the tags say.
    pub tags: Tags,
    /// The box of each page: left, bottom, right, top, in points.
    pub pages: Vec<[f64; 4]>,
    /// The fonts.
    pub faces: Vec<Face>,
    /// Rules, boxes and images, in the order of the content.
    pub shapes: Vec<Shape>,
    /// The areas that lead to an address.
    pub links: Vec<Link>,
}

/// The box of a page that does not say its own: A4.
const A4: [f64; 4] = [0.0, 0.0, 595.28, 841.89];

/// What the file was made from.
#[derive(Clone, Copy)]
pub struct Expected<'a> {
    /// What the résumé says.
    pub resume: &'a Resume,
    /// Its text.
    pub source: &'a Source,
    /// What hides sections and renames them.
    pub layout: &'a Layout,
    /// The pages that were written.
    pub document: &'a Document,
}

/// Reads a PDF.
///
/// Bounded in time and memory, whatever the bytes are; what is damaged in it is not there.
///
/// # Errors
/// If it is no PDF, or encrypted.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let file = file::File::open(bytes)?;
    let mut reading = Reading { tags: tags::read(&file), links: links::read(&file), ..Reading::default() };
    let mut faces = fonts::Faces::default();
    for (number, page) in file.pages.iter().enumerate() {
        let (glyphs, shapes) = (&mut reading.glyphs, &mut reading.shapes);
        content::read(&file, *page, number, content::Found { glyphs, shapes, faces: &mut faces });
        reading.pages.push(file.page_box(*page).unwrap_or(A4));
    }
    reading.faces = faces.into_faces();
    Ok(reading)
}

impl Reading {
    /// Returns the text in the order of the content, blanks as they are in the file; U+FFFD for a code
    /// of which the file does not say what it is.
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.text.as_deref().unwrap_or("\u{FFFD}")).collect()
    }

    /// Returns the text in the order of the tags.
    pub fn tagged_text(&self) -> String {
        let mut text = String::new();
        let sequences = order::by_sequence(self);
        for (sequence, _) in &self.tags.order {
            for &glyph in sequences.get(sequence).into_iter().flatten() {
                text += self.glyphs[glyph].text.as_deref().unwrap_or("\u{FFFD}");
            }
        }
        text
    }
}

/// Reads a finished PDF back and reports all in it that is not as the résumé has it.
pub fn check(bytes: &[u8], said: &Expected<'_>, sink: &mut Sink) {
    match read(bytes) {
        Ok(reading) => verdict::compare(&reading, said, sink),
        Err(Unreadable(why)) => {
            let found = Diagnostic::new(
                code::UNREADABLE,
                None,
                message!("the finished PDF cannot be read: {why}", why),
            );
            sink.report(
                found.hint("this is a fault of jianli's: please report it, with the résumé if you may"),
            );
        }
    }
}
