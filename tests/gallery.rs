//! The contact sheet: every bundled layout on one page, in both formats.

use std::fs;
use std::path::PathBuf;
use std::process::{Output, Stdio};

use assert_cmd::cargo::cargo_bin;
use jianli::boxes::TagId;
use jianli::boxes::structure::Role;
use jianli::diag::{Files, Sink};
use jianli::font::FontBook;
use jianli::gallery;
use jianli::geom::Pt;
use jianli::layout::BUNDLED;
use jianli::lines::MarkKind;
use jianli::pages::Document;
use jianli::source::Source;
use jianli::{compile, pdf, png};
use tempfile::TempDir;

use crate::pdf::tools;
use crate::setup;

fn example(name: &str) -> Source {
    setup::open(&setup::path("examples").join(name), &mut Files::default(), &mut Sink::default())
}

fn sheet(source: &Source, fonts: &FontBook) -> Document {
    let documents = BUNDLED.iter().map(|bundled| {
        let layout = setup::layout(bundled.name, fonts);
        let document = compile(source, &layout, fonts, &mut Sink::default()).unwrap().document;
        (bundled.name.to_owned(), document)
    });
    gallery::sheet(&documents.collect::<Vec<_>>(), fonts)
}

/// Returns the text of each paragraph of a sheet.
fn captions(sheet: &Document) -> Vec<String> {
    let text = |tag: TagId| {
        let marks = sheet.pages[0].marks.iter().filter(|mark| mark.tag == Some(tag));
        let texts = marks.filter_map(|mark| match &mark.kind {
            MarkKind::Glyphs(run) => Some(run.text.as_str()),
            _ => None,
        });
        texts.collect::<String>()
    };
    sheet.structure.iter().filter(|(_, node)| node.role == Role::P).map(|(tag, _)| text(tag)).collect()
}

#[test]
fn every_layout_is_named_with_its_pages_and_their_fill() {
    let fonts = setup::fonts();
    let source = example("engineer.md");
    let captions = captions(&sheet(&source, &fonts));
    assert_eq!(captions.len(), BUNDLED.len());
    for (caption, bundled) in captions.iter().zip(BUNDLED) {
        assert!(caption.starts_with(&format!("{} ", bundled.name)), "{caption}");
        assert!(caption.contains(" page") && caption.ends_with('%'), "{caption}");
    }
}

#[test]
fn every_mark_lies_on_the_sheet_and_belongs_to_a_figure_or_its_caption() {
    let fonts = setup::fonts();
    for name in ["engineer.md", "photo.md"] {
        let sheet = sheet(&example(name), &fonts);
        let [page] = &sheet.pages[..] else { panic!("{} pages", sheet.pages.len()) };
        for mark in &page.marks {
            let bounds = mark.bounds();
            let inside = bounds.origin.x >= Pt::ZERO
                && bounds.origin.y >= Pt::ZERO
                && bounds.right() <= page.size.width
                && bounds.bottom() <= page.size.height;
            assert!(inside, "{name}: {mark:?}");
            assert!(!matches!(&mark.kind, MarkKind::Glyphs(run) if run.link.is_some()), "{name}: {mark:?}");
        }
        // The ground alone is no part of what the sheet says.
        assert_eq!(page.marks.iter().filter(|mark| mark.tag.is_none()).count(), 1);
        let figures = sheet.structure.iter().filter(|(_, node)| node.role == Role::Figure);
        let described = figures.filter(|(_, node)| node.alt.is_some()).count();
        assert_eq!(described, BUNDLED.len());
        let photos = page.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Image(_))).count();
        assert!(name != "photo.md" || photos > 0, "the photo is lost");
    }
}

#[test]
fn both_formats_are_made_twice_the_same() {
    let fonts = setup::fonts();
    let source = example("photo.md");
    let sheet = sheet(&source, &fonts);
    let file = pdf::write(&sheet, &fonts).unwrap();
    assert!(file == pdf::write(&self::sheet(&source, &fonts), &fonts).unwrap());
    tools::keep("gallery.pdf", &file);
    tools::check(&file);
    let picture = png::render(&sheet, 0, &fonts, 36).unwrap();
    assert!(picture == png::render(&sheet, 0, &fonts, 36).unwrap());
}

#[test]
fn a_sheet_of_nothing_is_an_empty_page() {
    let sheet = gallery::sheet(&[], &setup::fonts());
    assert_eq!(sheet.pages.len(), 1);
    assert!(captions(&sheet).is_empty());
}

/// A folder with a résumé.
struct TestFolder(TempDir);

impl TestFolder {
    fn new() -> TestFolder {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("a.md"),
            "# 陈小满\n\n- 邮箱：chen@example.com\n\n## 工作经历\n\n- 独立设计订单系统。\n",
        )
        .unwrap();
        TestFolder(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs `jianli layouts`, checks how it ends and returns what it said.
    fn layouts(&self, args: &[&str], status: i32) -> Output {
        let mut command = setup::command(cargo_bin!("jianli"));
        let output =
            command.current_dir(self.0.path()).arg("layouts").args(args).stdin(Stdio::null()).output();
        let output = output.unwrap();
        assert_eq!(
            output.status.code(),
            Some(status),
            "{args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        output
    }

    /// Runs it to fail with exit status 2 and these words.
    fn refused(&self, args: &[&str], words: &str) {
        let said = String::from_utf8(self.layouts(args, 2).stderr).unwrap();
        assert!(said.contains(words), "{args:?}: {said}");
    }
}

#[test]
fn the_ending_of_the_output_says_what_is_made() {
    let desk = TestFolder::new();
    let said = desk.layouts(&["--gallery", "a.md", "-o", "sheet.png", "--dpi", "36"], 0);
    let line = format!("sheet.png  {} layouts\n", BUNDLED.len());
    assert_eq!(String::from_utf8_lossy(&said.stderr), line);
    assert!(fs::read(desk.path("sheet.png")).unwrap().starts_with(b"\x89PNG"));
    desk.layouts(&["--gallery", "a.md", "-o", "sheet.PDF"], 0);
    assert!(fs::read(desk.path("sheet.PDF")).unwrap().starts_with(b"%PDF-"));
    assert!(desk.layouts(&["--gallery", "a.md", "-o", "-"], 0).stdout.starts_with(b"%PDF-"));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let desk = TestFolder::new();
    desk.refused(&["--gallery"], "--gallery <FILE.md|->");
    desk.refused(&["--gallery", "a.md"], "--output");
    desk.refused(&["-o", "sheet.pdf"], "--gallery");
    desk.refused(&["--dpi", "72"], "--gallery");
    desk.refused(&["--gallery", "a.md", "-o", "sheet.pdf", "--dpi", "1"], "--dpi");
    desk.refused(
        &["--gallery", "a.md", "-o", "sheet.jpg"],
        "cannot write sheet.jpg: a gallery is a .pdf, .png or .svg",
    );
    desk.refused(&["--gallery", "a.md", "-o", "a.md"], "a gallery is a .pdf, .png or .svg");
    desk.refused(&["--gallery", "none.md", "-o", "sheet.pdf"], "cannot read none.md");
    assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), 1);
}

#[test]
fn a_layout_in_which_the_resume_fails_stops_all_and_leaves_the_old_sheet() {
    let desk = TestFolder::new();
    fs::write(desk.path("a.md"), "---\nset:\n  type.sise: 11pt\n---\n\n# 陈小满\n").unwrap();
    fs::write(desk.path("sheet.pdf"), "old").unwrap();
    let said = desk.layouts(&["--gallery", "a.md", "-o", "sheet.pdf"], 1);
    let said = String::from_utf8(said.stderr).unwrap();
    for words in [format!("in the layout {}:", BUNDLED[0].name), "did you mean `size`?".to_owned()] {
        assert!(said.contains(&words), "{said}");
    }
    assert_eq!(fs::read(desk.path("sheet.pdf")).unwrap(), b"old");
    assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), 2);
}

#[test]
fn what_all_layouts_find_is_told_once() {
    let desk = TestFolder::new();
    fs::write(desk.path("a.md"), "# 陈小满\n\n## 工作经历\n\n- 独立设计订单系统。\n\n## 技能\n").unwrap();
    let said = desk.layouts(&["--gallery", "a.md", "-o", "sheet.png", "--dpi", "18"], 0);
    let said = String::from_utf8(said.stderr).unwrap();
    assert_eq!(said.matches("warning[J203]").count(), 1, "{said}");
}
