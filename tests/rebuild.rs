//! What stands from the last build changes nothing: neither pages nor findings nor a byte.

use std::sync::LazyLock;

use jianli::diag::{Diagnostic, Files, Sink};
use jianli::font::FontBook;
use jianli::layout::{BUNDLED, Layout};
use jianli::lines::ParagraphCache;
use jianli::pages::Document;
use jianli::pdf::{Cache, Options};
use jianli::{CompileOptions, pdf, set, source, understand};
use proptest::prelude::*;

use crate::{pieces, setup};

static FONTS: LazyLock<FontBook> = LazyLock::new(setup::fonts);
static LAYOUTS: LazyLock<Vec<Layout>> =
    LazyLock::new(|| BUNDLED.iter().map(|layout| setup::layout(layout.name, &FONTS)).collect());

/// Pages and findings of a text, with or without what stands.
fn build(
    text: &str,
    layout: &Layout,
    paragraphs: Option<&mut ParagraphCache>,
) -> (Document, Vec<Diagnostic>) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = source::parse("<test>", text.as_bytes(), None, &mut files, &mut sink).unwrap();
    let options = CompileOptions { fonts: &FONTS, paragraphs, done: &mut |_| {} };
    let resume = understand(&source, &mut sink).unwrap();
    let document = set(&resume, layout, options, &mut sink).unwrap();
    (document, sink.into_sorted())
}

/// Paragraphs with characters about which something is to be said.
const ODD: [&str; 6] =
    ["", "会写 𒀀。\n", "熟悉 𒀀 与 **𒀁**。\n", "笑 😀 一下\n", "## 语言\n\n- שלום العربية\n", "会写。\n"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_stands_is_what_would_be_set(
        texts in prop::collection::vec(pieces::resume(), 1..4),
        builds in prop::collection::vec((0..4_usize, 0..4_usize, 0..ODD.len(), 0..BUNDLED.len()), 2..8),
    ) {
        let mut paragraphs = ParagraphCache::default();
        for (first, second, odd, which) in builds {
            // Texts behind each other: paragraphs come back elsewhere, with other elements before them.
            let text = [&texts[first % texts.len()], "\n", ODD[odd], "\n", &texts[second % texts.len()]].concat();
            let (document, found) = build(&text, &LAYOUTS[which], None);
            let (again, found_again) = build(&text, &LAYOUTS[which], Some(&mut paragraphs));
            prop_assert!(document == again, "{}\n{text}", BUNDLED[which].name);
            prop_assert_eq!(found, found_again);
        }
    }
}

#[test]
fn what_is_wrong_with_a_character_is_told_as_long_as_it_stands_anywhere() {
    let with = |lines: &[&str]| {
        format!("# 陈小满\n\n- 邮箱：chen@example.com\n\n## 技能\n\n{}\n", lines.join("\n\n"))
    };
    let layout = &LAYOUTS[0];
    let mut paragraphs = ParagraphCache::default();
    for lines in [
        ["没有。", "熟悉 𒀀 与 Rust。", "会写 𒀀。"].as_slice(),
        &["没有。", "会写 𒀀。"],
        &["会写 𒀀。"],
        &["没有。"],
    ] {
        let text = with(lines);
        let found = build(&text, layout, None).1;
        assert_eq!(found.is_empty(), !text.contains('𒀀'), "{found:?}");
        assert_eq!(build(&text, layout, Some(&mut paragraphs)).1, found);
    }
}

#[test]
fn programs_are_kept_only_for_the_same_glyphs() {
    let layout = &LAYOUTS[0];
    let mut kept = Cache::default();
    for word in ["熟悉", "会写", "会写", "Rust", "熟悉"] {
        let text = format!("# 陈小满\n\n- 邮箱：chen@example.com\n\n## 技能\n\n**{word}**日志。\n");
        let (document, _) = build(&text, layout, None);
        let options = Options::default();
        let again = pdf::write_again(&document, &FONTS, &options, &mut kept).unwrap();
        assert!(again == pdf::write_as(&document, &FONTS, &options).unwrap(), "{word}");
    }
}
