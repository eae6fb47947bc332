//! Finished PDFs read back: sound ones have no fault, and each way to break one is found with its line.

mod broken;

use std::path::Path;

use jianli::diag::{Diagnostic, Files, Sink, code};
use jianli::font::FontBook;
use jianli::layout::{BUNDLED, Layout};
use jianli::lines::{Mark, MarkKind};
use jianli::pages::Document;
use jianli::readback::{self, Expected};
use jianli::source::Source;
use jianli::{compile, model, pdf};

use proptest::prelude::*;

use crate::{pieces, setup};

/// A résumé with the PDF that was made of it.
struct Made {
    source: Source,
    layout: Layout,
    document: Document,
    bytes: Vec<u8>,
}

impl Made {
    fn of(source: Source, layout: Layout, fonts: &FontBook) -> Made {
        let document = compile(&source, &layout, fonts, &mut Sink::default()).unwrap().document;
        let bytes = pdf::write(&document, fonts).unwrap();
        Made { source, layout, document, bytes }
    }

    fn parse(text: &str, layout: &str) -> Made {
        let fonts = setup::fonts();
        Made::of(setup::parse(text, &mut Sink::default()), setup::layout(layout, &fonts), &fonts)
    }

    /// Returns what is found in some bytes that ought to be its PDF.
    fn check(&self, bytes: &[u8]) -> Vec<Diagnostic> {
        let resume = model::build(&self.source, &mut Sink::default()).unwrap();
        let said = Expected {
            resume: &resume,
            source: &self.source,
            layout: &self.layout,
            document: &self.document,
        };
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
    files.extend(setup::markdown_files("tests/suite"));
    files.extend(setup::markdown_files("tests/suite/model"));
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

const MARKS: &str = "# Amelia O’Hara\n\nEngineer “at large”\n\n- Email: amelia@example.com\n\n## Summary\n\n\
    I’ve built the team’s “paperclip,” and it’s ‘done’ — or so they’d say… (see [the “notes”]). ’Tis Kubernetes, \
    PostgreSQL, internationalization and responsibilities all the way down the page, line after line after line.\n\n\
    ## 经历\n\n他说：“这是‘真’的！”（见《附录〔三〕》）、【重点】，「引用『再引』」；Don’t stop：“it’s ok”。负责“核心平台”\
    （含《设计规范（第2版）》）的重构，将“冷启动”从 8 秒降到 1 秒……效果显著——“很好”。\n\n## 事实\n\n- 年限：8 年\n";

#[test]
fn boxes_keep_to_themselves_and_words_stay_whole_whatever_the_marks() {
    for bundled in BUNDLED {
        let made = Made::parse(MARKS, bundled.name);
        let found = made.check(&made.bytes);
        assert!(found.is_empty(), "{}: {found:#?}", bundled.name);
        let text = readback::read(&made.bytes).unwrap().text();
        let close = text.replace(char::is_whitespace, "");
        for words in
            ["AmeliaO’Hara", "it’s", "“paperclip,”", "《附录〔三〕》", "responsibilities", "PostgreSQL"]
        {
            assert!(close.contains(words), "{}: {words} in {text}", bundled.name);
        }
    }
}

#[test]
fn words_that_a_layout_wants_hyphenated_are_reported_as_parted() {
    let fonts = setup::fonts();
    let word = "responsibilities of internationalization ".repeat(12);
    let text = format!("# Amelia Hart\n\n- Email: amelia@example.com\n\n## Summary\n\n{word}end of it.\n");
    let parted = |value: &str| {
        let set = format!("type.hyphenate=\"{value}\"");
        let layout = setup::sheet("classic", &[set.as_str(), "type.size=\"14pt\""], &fonts).into_ideal();
        let made = Made::of(setup::parse(&text, &mut Sink::default()), layout, &fonts);
        let read = readback::read(&made.bytes).unwrap().text();
        let found = made.check(&made.bytes).iter().filter(|found| found.code == code::PARTED).count();
        (read.matches('\u{ad}').count(), found)
    };
    assert_eq!(parted("never"), (0, 0));
    let (hyphens, found) = parted("always");
    assert!(hyphens > 0 && found > 0, "{hyphens} hyphens, {found} findings");
    assert!(parted("rarely").0 <= hyphens);
}

#[test]
fn the_header_is_read_first_whatever_the_columns() {
    for bundled in BUNDLED {
        let made = Made::parse(MARKS, bundled.name);
        let reading = readback::read(&made.bytes).unwrap();
        for text in [reading.text(), reading.tagged_text()] {
            let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{}: {words}", bundled.name));
            let order = ["Amelia", "Engineer", "amelia@example.com", "Summary", "经历", "事实"].map(at);
            assert!(order.is_sorted(), "{}: {order:?} in {text}", bundled.name);
        }
    }
}

#[test]
fn what_is_hidden_is_no_loss_and_what_is_renamed_neither() {
    let fonts = setup::fonts();
    let text = "# 陈小满\n\n- 邮箱：chen@example.com\n\n## 技能\n\n熟悉 Rust。\n\n## 推荐人\n\n陆一苇\n";
    let sets = ["sections.hide=[\"references\"]", "sections.titles.skills={zh=\"专业技能\"}"];
    let layout = setup::sheet("classic", &sets, &fonts).into_ideal();
    let made = Made::of(setup::parse(text, &mut Sink::default()), layout, &fonts);
    let found = made.check(&made.bytes);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn text_that_the_pages_lost_is_found() {
    let fonts = setup::fonts();
    let text = "# 陈小满\n\n- 邮箱：chen@example.com\n\n## 技能\n\n熟悉 Rust。\n\n会写日志系统。\n";
    let mut made = Made::parse(text, "classic");
    let marks = &mut made.document.pages[0].marks;
    let lost = |mark: &Mark| matches!(&mark.kind, MarkKind::Glyphs(run) if run.text.contains("会写"));
    marks.retain(|mark| !lost(mark));
    made.bytes = pdf::write(&made.document, &fonts).unwrap();
    let found = made.check(&made.bytes);
    assert_eq!((found[0].code, found.len()), (code::TEXT_LOST, 1));
    assert!(found[0].message.contains("on no page"), "{found:?}");
}

#[test]
fn characters_without_a_look_are_neither_lost_nor_altered() {
    let text = "# 陈小满\n\n## 技能\n\n零\u{200B}宽、软\u{AD}连字、emoji 👩\u{200D}💻、組\u{FE00}、co\u{AD}operate、é e\u{301}、\u{2F6C}目 ﬁ\u{FEFF}。\n";
    for layout in ["classic", "serif"] {
        let made = Made::parse(text, layout);
        let found = made.check(&made.bytes);
        assert!(found.is_empty(), "{layout}: {found:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_resume_reads_as_it_was_written(text in pieces::resume(), layout in 0..BUNDLED.len()) {
        let made = Made::parse(&text, BUNDLED[layout].name);
        // A table may have no room for its words.
        let found: Vec<Diagnostic> =
            made.check(&made.bytes).into_iter().filter(|found| found.code != code::PARTED).collect();
        prop_assert!(found.is_empty(), "{} {found:#?}\n{text}", BUNDLED[layout].name);
    }
}

#[test]
fn letterspaced_titles_are_no_torn_words() {
    let made = Made::parse("# 陈小满\n\n## スキル\n\n熟悉 Rust。\n\n## 技能\n\n熟悉 Go。\n", "serif");
    assert_eq!(made.check(&made.bytes), []);
}

#[test]
fn a_row_that_a_page_may_part_is_read_cell_by_cell() {
    let long = "https://example.com/a/very/long/path?x=1&y=2".repeat(3);
    let text =
        format!("# 陈小满\n\n## 教育背景\n\n| 甲 | 乙 | 丙 |\n|:--|--:|:-:|\n| 子 | {long} | （括号） |\n");
    let made = Made::parse(&text, "two-column");
    assert_eq!(made.check(&made.bytes), []);
}
