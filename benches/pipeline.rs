//! How long each stage takes on an example, and the whole on one, ten and fifty times its text.
//!
//! `cargo bench`, or `cargo bench -- lines` for one of them. Behind them stands how fast paragraphs are
//! set, as a ratio to a copy of the same text, since machines differ, and what fitting to pages costs
//! beside one build. The faces are open and warm: what a first
//! touch of them costs shows in `jianli --timings` and in `scripts/versus-typst.py`.

#![allow(missing_docs, reason = "nobody links to a benchmark")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark fails by panicking")]

#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/setup.rs"]
mod setup;

mod fitting;
mod setting;

use std::sync::LazyLock;

use divan::{Bencher, counter::BytesCount};
use jianli::boxes::{self, Tree};
use jianli::diag::Sink;
use jianli::font::FontBook;
use jianli::layout::Layout;
use jianli::lines::{self, Galley};
use jianli::model::{self, Resume};
use jianli::pages::{self, Document};
use jianli::source::Source;
use jianli::{compile, pdf};

const EXAMPLE: &str = "examples/engineer.md";

/// What each stage made of the example, for the next one to begin with.
struct Stages {
    text: String,
    fonts: FontBook,
    layout: Layout,
    source: Source,
    resume: Resume,
    tree: Tree,
    galley: Galley,
    document: Document,
}

static STAGES: LazyLock<Stages> = LazyLock::new(|| {
    let mut sink = Sink::default();
    let fonts = setup::fonts();
    let layout = setup::layout(setup::LAYOUTS[0], &fonts);
    let text = std::fs::read_to_string(setup::path(EXAMPLE)).unwrap();
    let source = setup::parse(&text, &mut sink);
    let resume = model::build(&source, &mut sink).unwrap();
    let tree = boxes::build(&resume, &layout);
    let galley = lines::set(&tree, &fonts, &mut sink);
    let document = pages::paginate(galley.clone(), &layout, &resume.meta, &fonts, &mut sink);
    Stages { text, fonts, layout, source, resume, tree, galley, document }
});

fn main() {
    LazyLock::force(&STAGES);
    divan::main();
    if std::env::args().any(|word| word == "--bench") {
        setting::print_ratios();
        fitting::print_ratios();
    }
}

#[divan::bench]
fn stage_1_source(bencher: Bencher) {
    let text = &STAGES.text;
    bencher.counter(BytesCount::of_str(text)).bench(|| setup::parse(text, &mut Sink::default()));
}

#[divan::bench]
fn stage_2_model() -> Resume {
    model::build(&STAGES.source, &mut Sink::default()).unwrap()
}

#[divan::bench]
fn stage_3_boxes() -> Tree {
    boxes::build(&STAGES.resume, &STAGES.layout)
}

#[divan::bench]
fn stage_4_lines() -> Galley {
    lines::set(&STAGES.tree, &STAGES.fonts, &mut Sink::default())
}

#[divan::bench]
fn stage_5_pages(bencher: Bencher) {
    let s = &*STAGES;
    bencher.with_inputs(|| s.galley.clone()).bench_values(|galley| {
        pages::paginate(galley, &s.layout, &s.resume.meta, &s.fonts, &mut Sink::default())
    });
}

#[divan::bench]
fn stage_6_pdf() -> Vec<u8> {
    pdf::write(&STAGES.document, &STAGES.fonts).unwrap()
}

#[divan::bench]
fn layout_file() -> Layout {
    setup::layout(setup::LAYOUTS[0], &STAGES.fonts)
}

/// From text to PDF, the sections again and again.
#[divan::bench(args = [1, 10, 50], sample_count = 20)]
fn whole(bencher: Bencher, times: usize) {
    let (header, sections) = STAGES.text.split_once("\n\n").unwrap();
    let text = format!("{header}\n\n{}", format!("{sections}\n\n").repeat(times));
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut sink = Sink::default();
        let source = setup::parse(&text, &mut sink);
        let document = compile(&source, &STAGES.layout, &STAGES.fonts, &mut sink).unwrap().document;
        pdf::write(&document, &STAGES.fonts).unwrap()
    });
}
