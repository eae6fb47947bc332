//! Tables on the page: where their columns stand.

use std::collections::BTreeSet;

use jianli::geom::{Pt, Rect};
use jianli::layout::Color;
use jianli::lines::{GlyphRun, Mark, MarkKind};
use jianli::pages::Document;

use crate::language::{compiled, runs};

fn table(rows: &str) -> Document {
    compiled(&format!("# 林小满\n\n- 邮箱：lin@example.com\n\n## 其他\n\n{rows}\n"), &["page.margin=20mm"])
}

fn found<'d>(document: &'d Document, text: &str) -> (&'d Mark, &'d GlyphRun) {
    let found = runs(document).find(|(_, run)| run.text.contains(text));
    found.unwrap_or_else(|| panic!("{text} is not on the page"))
}

/// Returns the thin rectangles on the pages that stand upright and those that lie, by their pages.
fn lines(document: &Document, page: usize) -> [Vec<Rect>; 2] {
    let rules = document.pages[page].marks.iter().filter_map(|mark| match mark.kind {
        MarkKind::Rule { .. } => Some(mark.bounds()),
        _ => None,
    });
    let thin = Pt::from_f64(0.6);
    rules
        .filter(|rule| rule.size.width <= thin || rule.size.height <= thin)
        .partition::<Vec<_>, _>(|rule| rule.size.width <= thin)
        .into()
}

/// Returns the different numbers among some, in order.
fn different(numbers: impl Iterator<Item = Pt>) -> Vec<Pt> {
    numbers.collect::<BTreeSet<Pt>>().into_iter().collect()
}

fn right((mark, run): (&Mark, &GlyphRun)) -> Pt {
    mark.at.x + run.width()
}

#[test]
fn the_outermost_cells_stand_at_the_edges_of_the_text() {
    let document = table("| 语言 | 分数 |\n|---|--:|\n| 英语 | 590 |");
    let (left, end) = (Pt::from_f64(20.0 * 72.0 / 25.4), Pt::from_f64(190.0 * 72.0 / 25.4));
    assert!((found(&document, "语言").0.at.x - left).abs() < Pt::new(1));
    assert!((right(found(&document, "590")) - end).abs() < Pt::new(1));
}

#[test]
fn figures_stand_an_em_from_the_words_behind_them() {
    let document = table("| Grade | Remarks |\n|--:|---|\n| 95 | Left |\n| 100 | Best of one hundred |");
    let gap = found(&document, "Best").0.at.x - right(found(&document, "100"));
    assert!(gap >= Pt::from_f64(9.5), "{gap}");
}

#[test]
fn no_word_is_divided_while_another_column_has_room() {
    let long = "https://example.com/".to_owned() + &"a-very-long-path/".repeat(12);
    let words = "It took all of a long winter and of the spring behind it. ".repeat(6);
    for rest in [long, words] {
        let document = table(&format!("| 年 | What | Where |\n|---|---|---|\n| A1 | Fellow | {rest} |"));
        for word in ["A1", "Fellow"] {
            found(&document, word);
        }
        let (what, rest) = (found(&document, "What").0.at.x, found(&document, "Where").0.at.x);
        assert!(what < Pt::new(120) && rest < Pt::new(200), "{what} {rest}: the short are not wide");
    }
}

#[test]
fn short_columns_that_fit_stay_together() {
    let document = table("| 语言 | 水平 |\n|---|---|\n| 中文 | 母语 |\n| 英语 | 六级 |");
    let apart = found(&document, "水平").0.at.x - right(found(&document, "语言"));
    assert!(apart < Pt::new(60) && apart > Pt::new(10), "{apart}");
}

const BORDER: &str = r##"{ width = "0.5pt", color = "#ff0000" }"##;

#[test]
fn a_border_is_at_every_edge_and_no_line_is_doubled() {
    let text = "# 林小满\n\n- 邮箱：lin@example.com\n\n## 其他\n\n| 语言 | 水平 |\n|---|---|\n| 中文 | 母语 |\n| 英语 | 六级 |\n";
    let keys = [&format!("table.border={BORDER}"), "section.rule=false", r##"table.head-fill="#00ff00""##];
    let document = compiled(text, &keys);
    let [upright, lying] = lines(&document, 0);
    assert_eq!(different(upright.iter().map(|line| line.origin.x)).len(), 3);
    let across = different(lying.iter().map(|line| line.origin.y));
    assert_eq!(across.len(), 4, "above the head, below each row");
    assert!(across.windows(2).all(|pair| pair[1] - pair[0] > Pt::new(10)), "{across:?}");
    let green = Color { rgb: [0, 255, 0], cmyk: None };
    let filled = document.pages[0]
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Rule { color, .. } if color == green));
    assert_eq!(filled.count(), 2, "each cell of the head");
    assert!(found(&document, "语言").0.at.x - upright[0].right() > Pt::new(3), "the text is padded");
}

#[test]
fn a_border_ends_each_page_and_begins_the_next() {
    let rows: String = (1..=80).map(|nth| format!("| {nth} | 做事 |\n")).collect();
    let text = format!("# 林小满\n\n- 邮箱：lin@example.com\n\n## 其他\n\n| 号 | 事 |\n|---|---|\n{rows}");
    let document = compiled(&text, &[&format!("table.border={BORDER}"), "section.rule=false"]);
    for page in 0..document.pages.len() {
        let [upright, lying] = lines(&document, page);
        let (top, foot) = (upright.iter().map(|l| l.origin.y).min(), upright.iter().map(Rect::bottom).max());
        assert_eq!(top, lying.iter().map(|line| line.origin.y).min());
        assert_eq!(foot, lying.iter().map(|line| line.origin.y).max(), "the last line is below the last row");
    }
    assert!(document.pages.len() > 1);
}

#[test]
fn a_form_has_keys_in_cells_and_its_last_value_fills_the_row() {
    let text = "# 林小满\n\n- 性别：男\n- 民族：汉\n- 学历：硕士\n- 邮箱：lin@example.com\n";
    let keys = [
        &format!("facts.border={BORDER}"),
        "facts.columns=2",
        r##"facts.key-fill="#00ff00""##,
        r#"header.rows=["{name}", "{facts}", "{contacts}"]"#,
    ];
    let document = compiled(text, &keys);
    let [upright, lying] = lines(&document, 0);
    let first = upright.iter().filter(|line| line.origin.y == upright[0].origin.y).count();
    assert_eq!(first, 5, "two keys and two values");
    assert_eq!(upright.len() - first, 3, "one key, and a value to the end");
    let ends = different(lying.iter().map(Rect::right));
    assert_eq!(ends.len(), 1, "rows are equally wide");
    assert_eq!(Some(ends[0]), upright.iter().map(Rect::right).max());
    for keys in ["above", "inline"] {
        let document = compiled(text, &[&format!("facts.border={BORDER}"), &format!("facts.keys={keys}")]);
        assert!(lines(&document, 0)[0].len() < upright.len(), "{keys}: no cells for keys");
    }
}

#[test]
fn frames_that_join_share_their_edges() {
    let text = "# 林小满\n\n- 邮箱：lin@example.com\n\n## 工作经历\n\n### 星渚科技 2020.01 – 2021.02\n\n做事。\n\n### 海陵软件 2018.01 – 2019.12\n\n做事。\n";
    let edges = |join: bool| {
        let frame =
            format!(r#"entry.frame={{ stroke = {BORDER}, pad = "5pt", around = "all", join = {join} }}"#);
        let document = compiled(text, &[&frame, "section.rule=false"]);
        different(lines(&document, 0)[1].iter().map(|line| line.origin.y)).len()
    };
    assert_eq!((edges(false), edges(true)), (4, 3));
}

#[test]
fn contacts_are_cells_before_the_facts() {
    let text = "# 林小满\n\n- 性别：男\n- 电话：138-0000-0000\n- 民族：汉\n- lin@example.com\n";
    let keys = |row: &str| {
        [
            format!("facts.border={BORDER}"),
            "facts.columns=2".to_owned(),
            format!(r#"header.rows=["{{name}}", "{row}"]"#),
        ]
    };
    let compiled = |row: &str| compiled(text, &keys(row).each_ref().map(String::as_str));
    let document = compiled("{facts.all}");
    let [upright, lying] = lines(&document, 0);
    assert_eq!((upright.len(), different(lying.iter().map(|line| line.origin.y)).len()), (10, 3));
    let read: String = runs(&document).map(|(_, run)| run.text.trim()).collect();
    assert_eq!(read, "林小满电话：138-0000-0000lin@example.com性别：男民族：汉", "each is printed once");
    let icons = |document: &Document| {
        document.pages[0].marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Path(_))).count()
    };
    assert_eq!(
        (icons(&document), icons(&compiled("{facts.all|icons}"))),
        (1, 2),
        "for the mail address; for both"
    );
    let words = |row| runs(&compiled(row)).filter(|(_, run)| run.text.contains("电话")).count();
    assert_eq!((words("{facts.all}"), words("{facts.all|icons}")), (1, 0));
}

#[test]
fn an_image_in_a_cell_stays_in_it() {
    use jianli::geom::Pt;
    use jianli::lines::MarkKind;
    use jianli::session::{Request, Session};

    let text = "# 张三\n\n- z@example.com\n\n## 项目\n\n| 名称 | 图 | 说明 |\n|---|---|---|\n\
        | 甲 | ![图](photo.png) | 说明文字 |\n| 乙 | 前 ![图](photo.png) 后 | 末行 |\n\n末段\n";
    let request = Request::new("a.md", text).with_file("photo.png", include_bytes!("../examples/photo.png"));
    let document = Session::new().unwrap().set(&request).result.unwrap();
    let [page] = document.pages.as_slice() else { panic!("{} pages", document.pages.len()) };
    let images: Vec<_> = page
        .marks
        .iter()
        .filter_map(|mark| match &mark.kind {
            MarkKind::Image(image) => Some((mark.at, image.size)),
            _ => None,
        })
        .collect();
    let text_at = |wanted: &str| {
        let found =
            page.marks.iter().find(|mark| matches!(&mark.kind, MarkKind::Glyphs(run) if run.text == wanted));
        found.unwrap_or_else(|| panic!("{wanted}")).at
    };
    let [first, second] = images.as_slice() else { panic!("{images:?}") };
    // Under the text of its cell, in its column, above the next row.
    assert!(first.0.x >= text_at("图").x && second.0.x == first.0.x);
    assert!(first.0.x + first.1.width < text_at("说明").x && first.1.width <= Pt::new(130), "{images:?}");
    assert!(first.0.y + first.1.height < text_at("乙").y && second.0.y > text_at("乙").y, "{images:?}");
    assert!(second.0.y + second.1.height < text_at("末段").y);
}
