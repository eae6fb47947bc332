//! The finished PDF read back, and compared with what the résumé says.
//!
//! An independent reader: it knows nothing of how `pdf` writes, and uses only what is in the file. It reads the
//! text three times over, as programs do: in the order of the content, by its position on the page, and in the
//! order of the tags. The comparison starts from the model, so that it finds text lost anywhere between the source
//! and the file.
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
mod expected;
mod file;
mod flaws;
mod fonts;
mod forms;
mod gaps;
mod links;
mod order;
mod printed;
mod reading;
mod seen;
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

use crate::diag::{Diagnostic, Sink, code, message};
pub use expected::Expected;
pub use file::Unreadable;
pub use reading::Reading;

/// The box of a page without one of its own: A4.
const A4: [f64; 4] = [0.0, 0.0, 595.28, 841.89];

/// Reads a PDF.
///
/// Bounded in time and memory, whatever the bytes are; damaged parts are skipped.
///
/// # Errors
/// If it is not a PDF, or encrypted.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    Ok(reading(&file::File::open(bytes)?))
}

/// Reads an open file.
fn reading(file: &file::File) -> Reading {
    let mut reading = Reading { tags: tags::read(file), links: links::read(file), ..Reading::default() };
    let mut faces = fonts::Faces::default();
    for (number, page) in file.pages.iter().enumerate() {
        let (glyphs, shapes) = (&mut reading.glyphs, &mut reading.shapes);
        content::read(file, *page, number, content::Found { glyphs, shapes, faces: &mut faces });
        reading.pages.push(file.page_box(*page).unwrap_or(A4));
    }
    reading.faces = faces.into_faces();
    reading
}

/// Reads a finished PDF back and reports every difference from the résumé.
pub fn check(bytes: &[u8], said: &Expected<'_>, sink: &mut Sink) {
    match read(bytes) {
        Ok(reading) => verdict::compare(&reading, said, sink),
        Err(Unreadable(why)) => {
            let found = Diagnostic::new(
                code::UNREADABLE,
                None,
                message!("the finished PDF cannot be read: {why}", why),
            );
            sink.report(found.hint("this is a bug in jianli: please report it, with the résumé if you can"));
        }
    }
}
