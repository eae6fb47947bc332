//! Every example in every bundled layout and in the example's own one: nothing is too long, lies over something else or leaves its
//! region; what is read first comes first.

use std::collections::BTreeSet;
use std::path::Path;

use jianli::boxes::structure::Role;
use jianli::compile;
use jianli::diag::{Files, Severity, Sink};
use jianli::font::FontBook;
use jianli::geom::{Pt, Rect};
use jianli::layout::{BUNDLED, Layout};
use jianli::lines::{GlyphRun, Mark, MarkKind};
use jianli::pages::{Document, Page};

use crate::setup;

/// Compiles an example in a layout; findings about lines and pages fail.
fn compiled(file: &Path, layout: &str, fonts: &FontBook) -> (Layout, Document) {
    let mut sink = Sink::default();
    let source = setup::open(file, &mut Files::default(), &mut sink);
    let layout = setup::layout(layout, fonts);
    let document = compile(&source, &layout, fonts, &mut sink).expect("a résumé").document;
    for finding in sink.into_sorted() {
        let about_pages = finding.code.id.starts_with("J6") || finding.code.id.starts_with("J7");
        let minor = finding.severity == Severity::Note;
        assert!(!about_pages || minor, "{} in {}: {finding:?}", file.display(), layout.name);
    }
    (layout, document)
}

/// Calls a check with each example in each layout.
fn everywhere(check: impl Fn(&str, &Layout, &Document)) {
    let fonts = setup::fonts();
    for file in setup::markdown_files("examples") {
        for layout in BUNDLED.iter().map(|bundled| bundled.name).chain(["examples/harbour.toml"]) {
            let (layout, document) = compiled(&file, layout, &fonts);
            let name = format!("{} in {}", file.file_stem().unwrap_or_default().display(), layout.name);
            check(&name, &layout, &document);
        }
    }
}

fn runs(page: &Page) -> impl Iterator<Item = (&Mark, &GlyphRun)> {
    page.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if !run.text.trim().is_empty() => Some((mark, run)),
        _ => None,
    })
}

/// The box of the ink of a run, as far as a reader cares: from the height of x to the baseline.
fn body(mark: &Mark, run: &GlyphRun) -> Rect {
    let mut body = mark.bounds();
    body.origin.y = mark.at.y - run.size / 2;
    body.size.height = run.size / 2;
    // Blanks at its ends are no ink.
    let blanks = |text: &str, trimmed: &str| run.size.scale((text.len() - trimmed.len()) as i64, 2);
    body.origin.x += blanks(&run.text, run.text.trim_start());
    body.size.width -= blanks(&run.text, run.text.trim_start()) + blanks(&run.text, run.text.trim_end());
    body
}

#[test]
fn nothing_lies_over_something_else() {
    everywhere(|name, _, document| {
        for (number, page) in document.pages.iter().enumerate() {
            let all: Vec<(Rect, &str)> =
                runs(page).map(|(m, run)| (body(m, run), run.text.as_str())).collect();
            for (at, (a, text)) in all.iter().enumerate() {
                for (b, other) in &all[at + 1..] {
                    let across = a.right().min(b.right()) - a.origin.x.max(b.origin.x);
                    let down = a.bottom().min(b.bottom()) - a.origin.y.max(b.origin.y);
                    let over = across > Pt::new(1) && down > Pt::new(1);
                    assert!(!over, "{name}, page {}: {text:?} over {other:?}", number + 1);
                }
            }
        }
    });
}

#[test]
fn everything_is_in_its_region() {
    everywhere(|name, layout, document| {
        let rounding = Pt::new(1) / 10;
        for (number, page) in document.pages.iter().enumerate() {
            let spread = document.wide_from.is_some_and(|from| from <= number);
            for (mark, run) in runs(page).filter(|(mark, _)| mark.tag.is_some()) {
                let bounds = body(mark, run);
                let mut regions = layout.regions.iter().filter_map(|region| match spread {
                    true => region.spread.as_deref(),
                    false => Some(region),
                });
                let within = regions.any(|region| {
                    (0..region.columns).any(|column| {
                        let left = region.column_x(column) - rounding;
                        let right = region.column_x(column) + region.measure() + rounding;
                        let top = if number_of(page, document) == 0 { Pt::ZERO } else { region.inset.0 };
                        let foot = page.size.height - region.inset.1 - region.pad.bottom;
                        bounds.origin.x >= left
                            && bounds.right() <= right
                            && bounds.origin.y >= top
                            && bounds.bottom() <= foot
                    })
                });
                assert!(within, "{name}: {:?} at {bounds:?} is in no region", run.text);
            }
            let trim = Rect { size: page.size, ..Rect::default() };
            for mark in &page.marks {
                let bounds = mark.bounds();
                let on = bounds.origin.x >= trim.origin.x - rounding
                    && bounds.right() <= trim.right() + rounding
                    && bounds.origin.y >= trim.origin.y - rounding
                    && bounds.bottom() <= trim.bottom() + rounding;
                assert!(on, "{name}: {mark:?} leaves the page");
            }
        }
    });
}

fn number_of(page: &Page, document: &Document) -> usize {
    document.pages.iter().position(|other| std::ptr::eq(page, other)).unwrap_or_default()
}

/// The name is the first thing, each section's title comes before what it titles, and no two sections
/// are mixed, whatever the columns.
#[test]
fn what_is_tagged_is_read_in_order() {
    everywhere(|name, _, document| {
        for page in &document.pages {
            let tags: Vec<u32> = runs(page).filter_map(|(mark, _)| Some(mark.tag?.0)).collect();
            let mut seen = Vec::new();
            for tag in tags {
                let section = section_of(document, tag);
                // The header may be divided between regions.
                if section == 0 {
                    continue;
                }
                if seen.last() != Some(&section) {
                    assert!(!seen.contains(&section), "{name}: section {section} is taken up again");
                    seen.push(section);
                }
            }
        }
        let first = runs(&document.pages[0]).find_map(|(mark, _)| mark.tag);
        let role = first.map(|tag| document.structure.node(tag).role);
        assert_eq!(role, Some(Role::Heading(1)), "{name}: the name is read first");
        let bookmarks = document.outline.iter().map(|bookmark| bookmark.heading.tag);
        assert!(bookmarks.is_sorted(), "{name}: the outline is in reading order");
    });
}

/// Returns the section that an element stands in; 0 for the header.
fn section_of(document: &Document, tag: u32) -> u32 {
    let mut tag = jianli::boxes::TagId(tag);
    let mut section = 0;
    while tag != jianli::boxes::TagId::ROOT {
        let node = document.structure.node(tag);
        if node.role == Role::Sect {
            section = tag.0;
        }
        tag = node.parent;
    }
    section
}

#[test]
fn a_long_contact_hangs_behind_its_icon_with_its_lines_together() {
    let fonts = setup::fonts();
    let mut sink = Sink::default();
    let text = "# 苏予晴\n\n- 电话：139-0000-0000\n- 主页：https://example.com/a-very-long-name/of-a-page\n- 现居：武汉\n\n\
                ## 技能\n\n熟悉日志。\n";
    let source = setup::parse(text, &mut sink);
    let document =
        compile(&source, &setup::layout("sidebar", &fonts), &fonts, &mut sink).expect("a résumé").document;
    let page = &document.pages[0];
    let of = |words: &str| {
        let found = runs(page).find(|(_, run)| run.text.contains(words)).map(|(mark, _)| mark.at);
        found.unwrap_or_else(|| panic!("{words} is not there"))
    };
    let (phone, first, place) = (of("139"), of("example.com"), of("武汉"));
    let later: Vec<_> = runs(page)
        .filter(|(mark, _)| mark.at.x < Pt::new(160) && mark.at.y > first.y && mark.at.y < place.y)
        .map(|(mark, _)| mark.at)
        .collect();
    assert!(!later.is_empty(), "the address is on one line");
    assert!(later.iter().all(|at| at.x >= phone.x), "a line goes back under the icon");
    let apart = first.y - phone.y;
    assert!(later[0].y - first.y < apart, "the lines of one are as far apart as two contacts");
    assert_eq!(place.y - later[later.len() - 1].y, apart);
}

/// The lines of a form that run across: flat, and of no more than a point.
fn lines_across(page: &Page) -> Vec<Rect> {
    let flat = |mark: &Mark| match mark.kind {
        MarkKind::Rule { size, .. } if size.height <= Pt::new(1) && size.width > Pt::new(20) => {
            Some(mark.bounds())
        }
        _ => None,
    };
    page.marks.iter().filter_map(flat).collect()
}

fn cross(a: Rect, b: Rect) -> bool {
    a.origin.x < b.right() && b.origin.x < a.right()
}

#[test]
fn cells_alone_in_the_frame_of_a_section_share_its_edges() {
    let fonts = setup::fonts();
    let text = "# 苏予晴\n\n- 电话：139-0000-0000\n- 邮箱：su@example.com\n\n## 专业技能\n\n- 语言：C、Python\n- 平台：Linux\n\n\
                ## 成绩\n\n| 课程 | 分数 |\n|---|---|\n| 控制理论 | 97 |\n| 数字电路 | 95 |\n";
    for layout in ["grid", "rirekisho"] {
        let source = setup::parse(text, &mut Sink::default());
        let document = compile(&source, &setup::layout(layout, &fonts), &fonts, &mut Sink::default());
        let lines = lines_across(&document.expect("a résumé").document.pages[0]);
        let ends: BTreeSet<_> = lines.iter().map(|line| (line.origin.x, line.right())).collect();
        // Those of the facts end at the photo, if there is one; no line is between the frame and the cells.
        assert_eq!(ends.len(), 1, "{layout}: {ends:?}");
        let mut heights: Vec<_> = lines.iter().map(|line| line.origin.y).collect();
        heights.sort();
        heights.dedup();
        let close = heights.windows(2).find(|pair| pair[1] - pair[0] < Pt::new(8));
        assert_eq!(close, None, "{layout}: two lines beside each other");
    }
}

#[test]
fn no_text_of_a_form_is_against_a_line() {
    everywhere(|name, layout, document| {
        if !["grid", "rirekisho"].contains(&layout.name.as_str()) {
            return;
        }
        for page in &document.pages {
            let lines = lines_across(page);
            for (mark, run) in runs(page) {
                // Han are this high.
                let top = mark.at.y - run.size.scale(88, 100);
                let against = lines.iter().find(|line| {
                    let above = line.origin.y < mark.at.y && top - line.bottom() > -run.size;
                    above && cross(**line, mark.bounds()) && top - line.bottom() < Pt::new(2)
                });
                assert_eq!(against, None, "{name}: {:?} is against a line", run.text);
            }
        }
    });
}
