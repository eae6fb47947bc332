//! A column that takes the width of the others once those are spent: where it does, and that nothing is
//! lost at the seam.

use std::collections::BTreeMap;

use jianli::boxes::TagId;
use jianli::boxes::structure::Role;
use jianli::diag::{Sink, code};
use jianli::font::FontBook;
use jianli::geom::{Pt, Rect};
use jianli::layout::Layout;
use jianli::lines::{GlyphRun, Mark, MarkKind, ParagraphCache};
use jianli::pages::{Document, Page};
use jianli::{CompileOptions, compile, set, understand};

use crate::setup;

const LINES: [&str; 4] = [
    "主导将每夜批处理改为连续记账，余额在 1.2 秒内算清，而不是等上 14 个小时，全年没有差错。",
    "用 Rust 写对账服务，逐行解释每一处不平，并给出造成它的凭证与经手的人。",
    "带教四名工程师，连续两年主持每周的设计评审，留下评审清单 60 余条。",
    "分层存储，静默压缩，存储的成本降了 41%，查询的延迟不变。",
];

/// A résumé with so many bullets in its main text, four an entry, and so many skills.
fn resume(bullets: usize, skills: usize) -> String {
    let mut text = "# 林小满\n\n- 电话：138-0000-0000\n- 邮箱：lin@example.com\n".to_owned();
    for at in 0..bullets {
        if at % 12 == 0 {
            text += &format!("\n## 工作经历{}\n", at / 12 + 1);
        }
        if at % 4 == 0 {
            let year = 2026 - at / 4;
            text += &format!("\n### 星渚科技{}分部 | 工程师 | {year}.01 – {year}.12\n\n", at / 4);
        }
        text += &format!("- 其{at}，{}\n", LINES[at % 4]);
    }
    if skills > 0 {
        text += "\n## 技能\n\n";
    }
    (0..skills).for_each(|at| text += &format!("- 第{at}种语言\n"));
    text
}

const SPREAD: &str = "regions.main.spread=true";
const STAYS: &str = "regions.main.spread=false";

fn layout(name: &str, sets: &[&str], fonts: &FontBook) -> Layout {
    setup::sheet(name, sets, fonts).into_ideal()
}

fn compiled(text: &str, layout: &Layout, fonts: &FontBook) -> (Document, Vec<&'static str>) {
    let mut sink = Sink::default();
    let source = setup::parse(text, &mut sink);
    let document = compile(&source, layout, fonts, &mut sink).expect("a résumé").document;
    (document, sink.into_sorted().into_iter().map(|finding| finding.code.id).collect())
}

fn runs(page: &Page) -> impl Iterator<Item = (&Mark, TagId, &GlyphRun)> {
    page.marks.iter().filter_map(|mark| match (&mark.kind, mark.tag) {
        (MarkKind::Glyphs(run), Some(tag)) => Some((mark, tag, run)),
        _ => None,
    })
}

/// What each element says, in the order in which it is printed.
fn texts(document: &Document) -> BTreeMap<TagId, String> {
    let mut texts: BTreeMap<TagId, String> = BTreeMap::new();
    for (_, tag, run) in document.pages.iter().flat_map(runs) {
        *texts.entry(tag).or_default() += &run.text;
    }
    // Line ends take blanks and add soft hyphens.
    texts.values_mut().for_each(|text| text.retain(|c| !c.is_whitespace() && c != '\u{ad}'));
    texts
}

fn right_edge(page: &Page) -> Pt {
    runs(page).map(|(mark, ..)| mark.bounds().right()).max().unwrap_or_default()
}

fn left_edge(page: &Page) -> Pt {
    runs(page).map(|(mark, ..)| mark.at.x).min().unwrap_or_default()
}

/// The plain rectangles of a page that are taller than a third of it: grounds and lines between columns.
fn tall(page: &Page) -> Vec<Rect> {
    let rules = page.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Rule { .. }));
    rules.map(Mark::bounds).filter(|area| area.size.height > page.size.height / 3).collect()
}

#[test]
fn the_main_text_goes_on_across_the_page_when_the_side_is_spent() {
    let fonts = setup::fonts();
    for name in ["sidebar", "two-column"] {
        let sheet = layout(name, &[SPREAD], &fonts);
        let wide = sheet.regions.iter().find_map(|region| region.spread.as_deref()).expect("one spreads");
        let (document, _) = compiled(&resume(160, 5), &sheet, &fonts);
        let (left, right) = (wide.x + wide.pad.left, wide.x + wide.width - wide.pad.right);
        assert_eq!((document.pages.len() > 2, document.wide_from), (true, Some(1)), "{name}");
        assert!(!tall(&document.pages[0]).is_empty(), "{name}");
        assert!(right - right_edge(&document.pages[1]) < Pt::new(20), "{name}");
        for page in &document.pages[1..] {
            let (from, to) = (left_edge(page), right_edge(page));
            assert!(from >= left && from - left < Pt::new(20), "{name}: {from} of {left}");
            assert!(to <= right + Pt::new(1) / 10, "{name}: {to} of {right}");
            assert_eq!(tall(page), [], "{name}: nothing divides or tints what is not there");
        }
    }
}

#[test]
fn nothing_is_lost_or_doubled_at_the_seam_and_the_order_is_kept() {
    let fonts = setup::fonts();
    for name in ["sidebar", "two-column"] {
        let [spread, stays] = [SPREAD, STAYS].map(|key| layout(name, &[key], &fonts));
        for bullets in (20..60).step_by(3) {
            let text = resume(bullets, 5);
            let (wide, narrow) = (compiled(&text, &spread, &fonts), compiled(&text, &stays, &fonts));
            assert_eq!(texts(&wide.0), texts(&narrow.0), "{name}, {bullets} bullets");
            assert_eq!(wide.0.structure, narrow.0.structure);
            assert!(wide.0.pages.len() <= narrow.0.pages.len());
            let titles = |document: &Document| {
                document.outline.iter().map(|mark| mark.heading.title.clone()).collect::<Vec<_>>()
            };
            assert_eq!(titles(&wide.0), titles(&narrow.0));
            // The side ends on the first page: behind it all is one text.
            for page in &wide.0.pages[1..] {
                assert!(runs(page).map(|(_, tag, _)| tag).is_sorted(), "{name}, {bullets} bullets");
            }
        }
    }
}

#[test]
fn a_page_does_not_end_with_a_title() {
    let fonts = setup::fonts();
    for name in ["sidebar", "two-column"] {
        let sheet = layout(name, &[SPREAD], &fonts);
        let side = sheet.regions.iter().find(|region| region.name == "side").expect("a side");
        let in_side = |mark: &Mark| (side.x..side.x + side.width).contains(&mark.at.x);
        for bullets in 20..50 {
            let (document, found) = compiled(&resume(bullets, 5), &sheet, &fonts);
            assert!(!found.contains(&code::STRANDED.id), "{name}, {bullets} bullets");
            let first = &document.pages[0];
            let (_, tag, last) = runs(first).filter(|(mark, ..)| !in_side(mark)).last().expect("a text");
            let role = document.structure.node(tag).role;
            assert!(role == Role::LBody, "{name}, {bullets} bullets: page 1 ends with {:?}", last.text);
        }
    }
}

#[test]
fn a_text_of_one_page_is_as_ever() {
    let fonts = setup::fonts();
    for name in ["sidebar", "two-column"] {
        let [spread, stays] = [SPREAD, STAYS].map(|key| layout(name, &[key], &fonts));
        let text = resume(9, 5);
        let (wide, narrow) = (compiled(&text, &spread, &fonts), compiled(&text, &stays, &fonts));
        assert_eq!(wide.0.pages.len(), 1);
        assert_eq!(wide, narrow);
    }
}

#[test]
fn the_side_may_be_the_longer_one_or_empty() {
    let fonts = setup::fonts();
    let sheet = layout("sidebar", &[SPREAD], &fonts);
    let side = sheet.regions.iter().find(|region| region.name == "side").expect("a side");
    let tinted = |page: &Page| tall(page).iter().any(|area| area.size.width == side.width);
    // On two pages of three there are skills.
    let (document, _) = compiled(&resume(60, 60), &sheet, &fonts);
    assert_eq!(document.wide_from, Some(2));
    assert_eq!(document.pages.iter().map(tinted).collect::<Vec<_>>(), [true, true, false]);
    // The main text ends first.
    let (document, _) = compiled(&resume(30, 150), &sheet, &fonts);
    assert_eq!((document.pages.len(), document.wide_from), (3, None));
    assert!(document.pages.iter().all(tinted));
    // There is nothing to be said at the side.
    let text = resume(5, 0).replace("- 电话：138-0000-0000\n- 邮箱：lin@example.com\n", "");
    let (document, _) = compiled(&text, &sheet, &fonts);
    assert_eq!((document.pages.len(), document.wide_from), (1, Some(0)));
    assert!(!tinted(&document.pages[0]) && left_edge(&document.pages[0]) < side.width);
}

#[test]
fn without_a_seam_the_text_stays_narrow_and_whole() {
    let fonts = setup::fonts();
    let [spread, stays] = [SPREAD, STAYS].map(|key| layout("sidebar", &[key], &fonts));
    let text = format!("# 林小满\n\n- 电话：138-0000-0000\n\n## 自述\n\n{}\n", LINES.concat().repeat(40));
    let (wide, narrow) = (compiled(&text, &spread, &fonts), compiled(&text, &stays, &fonts));
    assert_eq!((wide.0.pages.len(), wide.0.wide_from), (3, None));
    assert_eq!(texts(&wide.0), texts(&narrow.0));
    // A forced page is a seam as well.
    let text = text.replace("## 自述", "## 自述\n\n短。\n\n<!-- pagebreak -->\n");
    let (document, _) = compiled(&text, &spread, &fonts);
    assert_eq!(document.wide_from, Some(1));
}

#[test]
fn what_stands_from_the_last_build_gives_the_same_pages() {
    let fonts = setup::fonts();
    let sheet = layout("sidebar", &[SPREAD], &fonts);
    let mut paragraphs = ParagraphCache::default();
    for text in [resume(60, 5), resume(60, 5), resume(61, 5), resume(9, 5), resume(60, 6)] {
        let mut sink = Sink::default();
        let source = setup::parse(&text, &mut sink);
        let options = CompileOptions { fonts: &fonts, paragraphs: Some(&mut paragraphs), done: &mut |_| {} };
        let resume = understand(&source, &mut sink).expect("a résumé");
        let again = set(&resume, &sheet, options, &mut sink).expect("a résumé");
        assert_eq!(again, compiled(&text, &sheet, &fonts).0);
    }
}

#[test]
fn a_text_with_a_wide_page_is_fitted() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("sidebar", &[SPREAD], &fonts);
    let mut sink = Sink::default();
    let text = resume(64, 5);
    let source = setup::parse(&text, &mut sink);
    let ideal = compile(&source, sheet.ideal(), &fonts, &mut sink).expect("a résumé").document;
    assert_eq!(ideal.pages.len(), 3);
    let fitted = setup::fit(&source, &sheet, &fonts, 2, &mut sink);
    let fitted = fitted.unwrap_or_else(|_| panic!("{:?}", sink.into_sorted()));
    assert_eq!((fitted.document.pages.len(), fitted.document.wide_from), (2, Some(1)));
    assert_eq!(texts(&fitted.document), texts(&ideal));
}
