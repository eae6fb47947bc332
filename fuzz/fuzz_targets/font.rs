//! A font of anybody's: its tables, shaping with it, its outlines, and its subset in a PDF.
#![no_main]

use jianli::diag::Sink;
use jianli::font::FontBook;
use jianli::layout::{BUNDLED, Choice};
use jianli::{diag::Files, layout, pdf, source};
use libfuzzer_sys::fuzz_target;

const RESUME: &[u8] = "# Ada 张三\n\n- a@example.com\n\n## Work\n\n- Of *one* affinity, **two**\n".as_bytes();

fuzz_target!(|font: &[u8]| {
    let Ok(fonts) = FontBook::from_bytes(font.to_vec()) else { return };
    let (mut files, mut sink) = (Files::closed(), Sink::default());
    let Ok(source) = source::parse("a.md", RESUME, None, &mut files, &mut sink) else { return };
    let families = fonts.families();
    let choice =
        Choice { name: BUNDLED[0].name, place: None, folder: None, overrides: &[], families: &families };
    let Ok(layout) = layout::load(&choice, &mut files, &mut sink) else { return };
    if let Ok(compiled) = jianli::compile(&source, &layout, &fonts, &mut sink) {
        let _ = pdf::write(&compiled.document, &fonts);
    }
});
