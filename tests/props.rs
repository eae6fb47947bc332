//! What holds for every résumé: nothing is lost, nothing falls off the page, twice is the same.
//!
//! The résumés are put together from pieces that people write, in any order and nesting, so that
//! rules meet which no example brings together.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jianli::diag::{Files, Sink};
use jianli::font::FontBook;
use jianli::geom::{Pt, Rect};
use jianli::layout::{BUNDLED, Layout};
use jianli::lines::MarkKind;
use jianli::model::{self, Resume};
use jianli::pages::{Document, Page};
use jianli::{compile, pdf, source};
use proptest::prelude::*;

use crate::pieces::resume;
use crate::{setup, visible_text};

static FONTS: LazyLock<FontBook> = LazyLock::new(setup::fonts);
static LAYOUTS: LazyLock<Vec<Layout>> =
    LazyLock::new(|| BUNDLED.iter().map(|layout| setup::layout(layout.name, &FONTS)).collect());

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_leaves_the_page(text in resume(), which in 0..BUNDLED.len()) {
        let (resume, document) = build(&text, &LAYOUTS[which]);
        prop_assert!(!document.pages.is_empty());
        let lost = lost(&resume, &document);
        prop_assert!(lost.is_empty(), "lost {lost:?}");
        for (at, page) in document.pages.iter().enumerate() {
            let outside = outside(page);
            prop_assert!(outside.is_empty(), "page {}: {outside:?}", at + 1);
        }
    }

    #[test]
    fn compiling_twice_gives_the_same_document(text in resume(), which in 0..BUNDLED.len()) {
        let once = build(&text, &LAYOUTS[which]);
        let twice = build(&text, &LAYOUTS[which]);
        prop_assert!(once == twice);
    }

    #[test]
    fn any_text_at_all_compiles_or_says_why(text in "(?s).{0,60}(\\n|[-#*>|`:()\\[\\]]|.){0,120}", which in 0..BUNDLED.len()) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source = source::parse("<test>", text.as_bytes(), None, &mut files, &mut sink);
        let layout = &LAYOUTS[which];
        let document = source.as_ref().map_err(|failed| *failed).and_then(|s| compile(s, layout, &FONTS, &mut sink)).map(|c| c.document);
        prop_assert_eq!(document.is_err(), sink.has_errors());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn writing_twice_gives_the_same_bytes(text in resume()) {
        let mut sink = Sink::default();
        let source = setup::parse(&text, &mut sink);
        let document = compile(&source, &LAYOUTS[0], &FONTS, &mut sink).unwrap().document;
        let once = pdf::write(&document, &FONTS).unwrap();
        let twice = pdf::write(&document, &FONTS).unwrap();
        prop_assert!(once == twice);
    }
}

#[test]
fn the_examples_lose_nothing() {
    for file in setup::markdown_files("examples") {
        for layout in LAYOUTS.iter() {
            let mut sink = Sink::default();
            let source = setup::open(&file, &mut Files::default(), &mut sink);
            let resume = model::build(&source, &mut sink).unwrap();
            let document = compile(&source, layout, &FONTS, &mut sink).unwrap().document;
            assert_eq!(lost(&resume, &document), "", "{} in {}", file.display(), layout.name);
            assert!(document.pages.iter().all(|page| outside(page).is_empty()), "{}", file.display());
        }
    }
}

#[test]
fn a_loss_and_a_mark_outside_are_noticed() {
    let (resume, mut document) = build("# 林墨\n\n## 技能\n\n会写字。\n", &LAYOUTS[0]);
    let marks = &mut document.pages[0].marks;
    let last = marks.iter().rposition(|m| matches!(&m.kind, MarkKind::Glyphs(run) if !run.span.is_empty()));
    let mut mark = marks.remove(last.unwrap());
    mark.at.x = Pt::new(-100);
    assert!(!lost(&resume, &document).is_empty());
    document.pages[0].marks.push(mark);
    assert_eq!(outside(&document.pages[0]).len(), 1);
}

fn build(text: &str, layout: &Layout) -> (Resume, Document) {
    let mut sink = Sink::default();
    let source = setup::parse(text, &mut sink);
    let resume = model::build(&source, &mut sink).unwrap();
    let document = compile(&source, layout, &FONTS, &mut sink).unwrap().document;
    (resume, document)
}

/// Returns the characters of a résumé that its pages lack. Blanks are not counted: line ends and the
/// space between cells take their place.
fn lost(resume: &Resume, document: &Document) -> String {
    let mut left = BTreeMap::<char, usize>::new();
    for c in printed(document).chars() {
        *left.entry(c).or_default() += 1;
    }
    let mut lost = String::new();
    // What a contact's link keeps, and keys that its value makes superfluous.
    for contact in &resume.header.contacts {
        let (written, printed) = (contact.value.text(), contact.brief().text().into_owned());
        let key = contact.key.as_ref().filter(|_| contact.value_tells()).map(|key| key.text().into_owned());
        for c in written.chars().chain(key.unwrap_or_default().chars()) {
            *left.entry(c).or_default() += 1;
        }
        for c in printed.chars() {
            if let Some(count) = left.get_mut(&c) {
                *count -= 1;
            }
        }
    }
    for c in visible_text::all(resume).chars().filter(|c| !c.is_whitespace()) {
        match left.get_mut(&c) {
            Some(count) if *count > 0 => *count -= 1,
            _ => lost.push(c),
        }
    }
    lost
}

/// Returns what the pages say: their glyphs' characters, and what is read out for an icon that takes
/// the place of a key.
fn printed(document: &Document) -> String {
    let marks = document.pages.iter().flat_map(|page| &page.marks);
    let texts = marks.filter_map(|mark| match (&mark.kind, mark.tag) {
        (MarkKind::Glyphs(run), _) => Some(run.text.as_str()),
        (MarkKind::Path(_), Some(tag)) => document.structure.node(tag).alt.as_deref(),
        _ => None,
    });
    texts.collect()
}

/// Returns the marks that stand, even partly, beyond the paper and its bleed.
fn outside(page: &Page) -> Vec<Rect> {
    let slack = page.bleed + Pt::from_f64(0.01);
    let (right, bottom) = (page.size.width + slack, page.size.height + slack);
    let off =
        |r: &Rect| r.origin.x < -slack || r.origin.y < -slack || r.right() > right || r.bottom() > bottom;
    page.marks.iter().map(|mark| mark.bounds()).filter(off).collect()
}
