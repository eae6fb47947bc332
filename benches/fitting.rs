//! What fitting to pages costs, as a ratio to one build of the same text: it is to stay under 40.

use std::hint::black_box;

use divan::Bencher;
use jianli::diag::Sink;
use jianli::layout::Sheet;
use jianli::{compile, pdf};

use super::setting::fastest;
use super::{STAGES, setup};

/// The example, its last page filled; on one page, which is too few; and the English one with some
/// lines more than a page holds.
const CASES: [(&str, &str, usize); 3] =
    [("filled", super::EXAMPLE, 2), ("too long", super::EXAMPLE, 1), ("shortened", "examples/english.md", 1)];

fn text(name: &str, path: &str) -> String {
    let mut text = std::fs::read_to_string(setup::path(path)).unwrap();
    if name == "shortened" {
        text += &"\n- Wrote the guide that every new colleague reads in the first week.\n".repeat(5);
    }
    text
}

fn fit(text: &str, sheet: &Sheet, pages: usize) -> Option<usize> {
    let mut sink = Sink::default();
    let source = setup::parse(text, &mut sink);
    let fitted = setup::fit(&source, sheet, &STAGES.fonts, pages, &mut sink).ok();
    let tries = fitted.as_ref().map(|fitted| fitted.tries);
    black_box(fitted.map(|fitted| pdf::write(&fitted.document, &STAGES.fonts)));
    tries
}

fn build(text: &str) {
    let mut sink = Sink::default();
    let source = setup::parse(text, &mut sink);
    let document = compile(&source, &STAGES.layout, &STAGES.fonts, &mut sink).unwrap().document;
    black_box(pdf::write(&document, &STAGES.fonts).unwrap());
}

#[divan::bench(args = CASES.map(|(name, ..)| name), sample_count = 20)]
fn fitted(bencher: Bencher, case: &str) {
    let sheet = setup::sheet(setup::LAYOUTS[0], &[], &STAGES.fonts);
    let (name, path, pages) = CASES.into_iter().find(|(name, ..)| *name == case).unwrap();
    let text = text(name, path);
    bencher.bench(|| fit(&text, &sheet, pages));
}

/// Prints what fitting costs beside one build.
#[allow(clippy::print_stdout, reason = "a benchmark prints")]
pub fn print_ratios() {
    let sheet = setup::sheet(setup::LAYOUTS[0], &[], &STAGES.fonts);
    println!("\nfit to pages          fit   one build   ratio   tries");
    for (name, path, pages) in CASES {
        let text = text(name, path);
        let fitting = fastest(|| {
            black_box(fit(&text, &sheet, pages));
        });
        let building = fastest(|| build(&text));
        let ratio = fitting.as_secs_f64() / building.as_secs_f64();
        let tries = fit(&text, &sheet, pages).map_or("fails".to_owned(), |tries| tries.to_string());
        println!("{name:<12} {fitting:>12.2?} {building:>11.2?} {ratio:>7.1} {tries:>7}");
    }
}
