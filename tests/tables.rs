//! Tables on the page: where their columns stand.

use jianli::geom::Pt;
use jianli::lines::{GlyphRun, Mark};
use jianli::pages::Document;

use crate::language::{compiled, runs};

fn table(rows: &str) -> Document {
    compiled(&format!("# 林小满\n\n- 邮箱：lin@example.com\n\n## 其他\n\n{rows}\n"), &["page.margin=20mm"])
}

fn found<'d>(document: &'d Document, text: &str) -> (&'d Mark, &'d GlyphRun) {
    let found = runs(document).find(|(_, run)| run.text.contains(text));
    found.unwrap_or_else(|| panic!("{text} is not on the page"))
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
