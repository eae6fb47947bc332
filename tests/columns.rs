//! Columns inside a section: where what stands below its title is printed, and in which order it is read.

use std::collections::BTreeSet;

use jianli::compile;
use jianli::diag::{Sink, code};
use jianli::geom::{Pt, Rect};
use jianli::lines::{Mark, MarkKind};
use jianli::pages::Document;

use crate::language::runs;
use crate::setup;

/// Compiles a section of skills, and one behind it, in a bundled layout with keys set over it. Returns the codes of
/// what was found too.
fn found(skills: &str, layout: &str, keys: &[&str]) -> (Document, Vec<&'static str>) {
    let text =
        format!("# 林小满\n\n- 邮箱：lin@example.com\n\n## 技能\n\n{skills}\n\n## 兴趣\n\n合唱，长跑。\n");
    let (fonts, mut sink) = (setup::fonts(), Sink::default());
    let source = setup::parse(&text, &mut sink);
    let layout = setup::sheet(layout, keys, &fonts).into_ideal();
    let document = compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document;
    (document, sink.into_sorted().into_iter().map(|finding| finding.code.id).collect())
}

fn compiled(skills: &str, keys: &[&str]) -> Document {
    found(skills, "classic", keys).0
}

const TWO: &str = "section.skills.columns-body=2";
const THREE: &str = "section.skills.columns-body=3";

fn list(count: usize) -> String {
    (1..=count).map(|at| format!("- 第{at}件\n")).collect()
}

fn at(document: &Document, text: &str) -> Rect {
    let found = runs(document).find(|(_, run)| run.text.contains(text));
    found.unwrap_or_else(|| panic!("{text} is not on the pages")).0.bounds()
}

/// Where lines begin: the items of lists by the left edge of their text, in the order in which they are read.
fn columns(document: &Document) -> Vec<usize> {
    let items: Vec<Pt> =
        runs(document).filter(|(_, run)| run.text.starts_with('第')).map(|(mark, _)| mark.at.x).collect();
    let edges: BTreeSet<Pt> = items.iter().copied().collect();
    edges.iter().map(|edge| items.iter().filter(|x| *x == edge).count()).collect()
}

/// Returns all text of the source in the order of the marks.
fn read(document: &Document) -> String {
    let text: String =
        runs(document).filter(|(mark, _)| mark.tag.is_some()).map(|(_, run)| run.text.as_str()).collect();
    text.split_whitespace().collect()
}

#[test]
fn items_stand_in_columns_of_about_equal_height_and_are_read_one_column_after_the_other() {
    for (count, keys, wanted) in [
        (6, [TWO], vec![3, 3]),
        (5, [TWO], vec![3, 2]),
        (7, [THREE], vec![3, 2, 2]),
        (4, [THREE], vec![2, 1, 1]),
        (2, [THREE], vec![1, 1]),
    ] {
        let document = compiled(&list(count), &keys);
        assert_eq!(columns(&document), wanted, "{count}");
        assert_eq!(read(&document), read(&compiled(&list(count), &[])), "in the author's order");
        assert!(at(&document, "合唱").origin.y > at(&document, &format!("第{}件", wanted[0])).bottom());
    }
}

#[test]
fn columns_begin_at_one_height_and_are_a_gutter_apart() {
    let document = compiled(&list(4), &[TWO, "section.skills.gutter=20mm", "page.margin=20mm"]);
    assert_eq!(at(&document, "第1件").origin.y, at(&document, "第3件").origin.y);
    let step = at(&document, "第3件").origin.x - at(&document, "第1件").origin.x;
    assert!((step - Pt::from_f64(95.0 * 72.0 / 25.4)).abs() < Pt::new(1), "{step}");
}

#[test]
fn each_column_has_a_measure_of_its_own() {
    let long = "把每夜批处理改为连续记账，余额在一秒内算清，全年没有差错。".repeat(3);
    let document = compiled(&format!("- 第1件\n- {long}\n- 第3件\n"), &[TWO, "page.margin=20mm"]);
    let middle = Pt::from_f64(105.0 * 72.0 / 25.4);
    let across = |mark: &Mark| mark.at.x < middle && mark.bounds().right() > middle;
    assert!(!runs(&document).any(|(mark, run)| run.text.chars().count() > 3 && across(mark)));
}

#[test]
fn an_entry_and_a_paragraph_are_not_parted_if_columns_are_nearly_as_short() {
    let skills =
        "### 甲奖 2019.01\n\n- 一等\n- 全市\n\n### 乙奖 2018.01\n\n- 二等\n\n### 丙奖 2017.01\n\n- 三等\n";
    let document = compiled(skills, &[TWO]);
    for (title, below) in [("甲奖", "全市"), ("乙奖", "二等"), ("丙奖", "三等")] {
        assert!(at(&document, below).origin.x - at(&document, title).origin.x < Pt::new(60), "{title}");
        assert!(at(&document, below).origin.y > at(&document, title).origin.y, "{title}");
    }
    assert_eq!(at(&document, "甲奖").origin.y, at(&document, "乙奖").origin.y);
}

#[test]
fn keys_and_values_stand_in_columns_too() {
    let skills = "语言：Rust\n\n前端：React\n\n运维：Docker\n\n其他：合唱";
    let document = compiled(skills, &[TWO]);
    assert_eq!(at(&document, "Rust").origin.y, at(&document, "Docker").origin.y);
    assert_eq!(at(&document, "前端").origin.x, at(&document, "语言").origin.x);
}

#[test]
fn one_thing_and_a_table_have_all_the_width() {
    let long = "把每夜批处理改为连续记账，余额在一秒内算清，全年没有差错。".repeat(3);
    let table = "| 语言 | 水平 |\n|---|---|\n| 中文 | 母语 |\n| 英语 | 六级 |";
    for skills in [long.clone(), format!("- {long}"), table.to_owned(), list(1), String::new()] {
        let (columns, plain) = (found(&skills, "classic", &[TWO]), found(&skills, "classic", &[]));
        assert_eq!(columns.0.pages, plain.0.pages, "{skills}");
        assert_eq!(columns.1, plain.1, "{skills}");
    }
}

#[test]
fn what_is_taller_than_a_third_of_a_page_is_cut_into_rows_of_columns() {
    let (document, codes) = found(&list(200), "classic", &[TWO]);
    assert!(!codes.contains(&code::STRANDED.id), "{codes:?}");
    assert_eq!(read(&document), read(&compiled(&list(200), &[])));
    assert_eq!(columns(&document).iter().sum::<usize>(), 200);
    let foot = document.pages[0].size.height - Pt::new(28);
    assert!(runs(&document).all(|(mark, _)| mark.tag.is_none() || mark.bounds().bottom() < foot));
    let second = (1..=200).find(|n| at(&document, &format!("第{n}件")).origin.x > Pt::new(200));
    assert!(second.is_some_and(|n| (5..=25).contains(&n)), "{second:?}: a page divides no column");
}

#[test]
fn what_no_column_can_hold_stays_as_it_was() {
    let code = format!("```\n{}```\n\n甲：乙", "fn main() {}\n".repeat(60));
    for skills in [code, format!("- {}\n- 甲", "很长的一段话，说也说不完。".repeat(400))] {
        let (document, codes) = found(&skills, "classic", &[TWO]);
        assert!(!codes.contains(&code::STRANDED.id), "{codes:?}");
        assert_eq!(read(&document), read(&compiled(&skills, &[])));
    }
}

#[test]
fn a_page_break_in_columns_is_one() {
    let skills = format!("{}\n<!-- pagebreak -->\n\n{}", list(4), list(4).replace('第', "其"));
    let document = compiled(&skills, &[TWO]);
    assert_eq!(document.pages.len(), 2);
    assert_eq!(columns(&document), [2, 2]);
    assert_eq!(at(&document, "其1件").origin.y, at(&document, "其3件").origin.y);
}

#[test]
fn frames_markers_and_rails_are_drawn_in_columns() {
    let entries = "### 甲奖 2019.01\n\n- 一等\n\n### 乙奖 2018.01\n\n- 二等\n";
    let frame =
        r##"entry.frame={ stroke = { width = "1pt", color = "#ff0000" }, pad = "4pt", around = "all" }"##;
    let document = compiled(entries, &[TWO, frame]);
    let red = |mark: &&Mark| matches!(mark.kind, MarkKind::Rule { color, .. } if color.rgb == [255, 0, 0]);
    let edges: Vec<Rect> = document.pages[0].marks.iter().filter(red).map(Mark::bounds).collect();
    assert_eq!(edges.len(), 8, "four sides each");
    for (title, below, edges) in [("甲奖", "一等", &edges[..4]), ("乙奖", "二等", &edges[4..])] {
        let (left, right) = (edges[3].origin.x, edges[1].right());
        for text in [title, below].map(|text| at(&document, text)) {
            assert!(left < text.origin.x && text.right() < right, "{title}");
            assert!(edges[0].origin.y < text.origin.y && text.bottom() < edges[2].bottom(), "{title}");
        }
    }
    let timeline = found(entries, "timeline", &[TWO]).0;
    assert_eq!(at(&timeline, "甲奖").origin.y, at(&timeline, "乙奖").origin.y);
}

#[test]
fn a_region_too_narrow_for_columns_has_none() {
    let four = "section.skills.columns-body=4";
    let (document, codes) = found(&list(8), "sidebar", &[four]);
    assert_eq!(columns(&document).len(), 1);
    assert_eq!(codes, found(&list(8), "sidebar", &[]).1);
}

#[test]
fn a_title_beside_its_columns_stands_at_their_first_line() {
    let document = compiled(&list(6), &[TWO, "section.beside=30mm"]);
    assert_eq!(columns(&document), [3, 3]);
    let apart = at(&document, "技能").origin.y - at(&document, "第1件").origin.y;
    assert!(apart.abs() < Pt::new(8), "{apart}");
}

#[test]
fn the_author_can_ask_for_columns_of_a_list_or_of_a_section() {
    for (text, wanted) in [
        (format!("一句话。\n\n<!-- columns: 3 -->\n{}", list(6)), vec![2, 2, 2]),
        (format!("<!-- columns: 2 -->\n\n{}", list(6)), vec![3, 3]),
        (format!("{}\n\n- 甲\n\n<!-- columns: 1 -->\n", list(6)), vec![6]),
    ] {
        let document = compiled(&text, &[]);
        assert_eq!(columns(&document), wanted, "{text}");
    }
    let above = |columns: &str| {
        let text = format!("# 林小满\n\n- 邮箱：lin@example.com\n\n{columns}\n\n## 技能\n\n{}", list(6));
        let (fonts, mut sink) = (setup::fonts(), Sink::default());
        let source = setup::parse(&text, &mut sink);
        let layout = setup::sheet("classic", &[], &fonts).into_ideal();
        self::columns(&compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document)
    };
    assert_eq!((above("<!-- columns: 2 -->"), above("")), (vec![3, 3], vec![6]));
}
