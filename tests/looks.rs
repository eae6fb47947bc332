//! What the words of the layout language do on the page, each with a layout of a few lines.

use jianli::boxes::Emblem;
use jianli::compile;
use jianli::diag::{Sink, code};
use jianli::geom::{Pt, Rect};
use jianli::layout::Color;
use jianli::lines::{GlyphRun, Mark, MarkKind, Panel, Shape};
use jianli::pages::Document;

use crate::setup;

const RESUME: &str = "\
# 林小满

- 电话：139-0000-0000
- 邮箱：lin@example.com

## 工作经历

### 星渚科技 2020.01 – 2021.02

`Rust` `Spring Boot`

写过一个很小的服务，用了很久，一直没有坏过。

### 海陵软件 2018.01 – 2019.12

修过许多大的服务。

## 技能

- Java ★★★★☆

## 兴趣

唱歌，也听人唱歌。
";

/// Compiles a text with some keys set over `classic`, and returns the codes of what was found too.
fn found(text: &str, keys: &[&str]) -> (Document, Vec<&'static str>) {
    let (fonts, mut sink) = (setup::fonts(), Sink::default());
    let source = setup::parse(text, &mut sink);
    let layout = setup::sheet("classic", keys, &fonts).into_ideal();
    let document = compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document;
    let codes = sink.into_sorted().into_iter().map(|finding| finding.code.id).collect();
    (document, codes)
}

fn compiled(keys: &[&str]) -> Document {
    found(RESUME, keys).0
}

fn runs(document: &Document) -> impl Iterator<Item = (usize, &Mark, &GlyphRun)> {
    document.pages.iter().enumerate().flat_map(|(number, page)| {
        page.marks.iter().filter_map(move |mark| match &mark.kind {
            MarkKind::Glyphs(run) => Some((number, mark, run)),
            _ => None,
        })
    })
}

/// Returns the page and the mark of the run in which a text stands.
fn place<'d>(document: &'d Document, text: &str) -> (usize, &'d Mark) {
    let found = runs(document).find(|(_, _, run)| run.text.contains(text));
    let (number, mark, _) = found.unwrap_or_else(|| panic!("{text} is not on the pages"));
    (number, mark)
}

fn panels(document: &Document) -> Vec<(Rect, Panel)> {
    let marks = document.pages.iter().flat_map(|page| &page.marks);
    let panels = marks.filter_map(|mark| match mark.kind {
        MarkKind::Panel(panel) => Some((mark.bounds(), panel)),
        _ => None,
    });
    panels.collect()
}

fn rules(document: &Document, color: Color) -> Vec<Rect> {
    let marks = document.pages.iter().flat_map(|page| &page.marks);
    let rules = marks.filter(|mark| matches!(mark.kind, MarkKind::Rule { color: ink, .. } if ink == color));
    rules.map(Mark::bounds).collect()
}

/// An ink that nothing else has.
const RED: Color = Color { rgb: [255, 0, 0], cmyk: None };

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.origin.x <= inner.origin.x
        && outer.origin.y <= inner.origin.y
        && outer.right() >= inner.right()
        && outer.bottom() >= inner.bottom()
}

#[test]
fn tags_stand_in_boxes() {
    let document =
        compiled(&[r#"entry.rows=["{organization} <> {date}", "{tags|chips}"]"#, "chip.radius=2pt"]);
    let panels = panels(&document);
    assert_eq!(panels.len(), 2);
    let em = |mark: &Mark| mark.bounds();
    for ((area, panel), tag) in panels.iter().zip(["Rust", "Spring Boot"]) {
        assert_eq!(panel.radius, Pt::new(2));
        let first = tag.split(' ').next().unwrap_or_default();
        assert!(holds(*area, em(place(&document, first).1)), "{tag}");
    }
    assert!(panels[0].0.right() < panels[1].0.origin.x, "they do not touch");
}

#[test]
fn a_rating_is_shown_in_the_shape_that_is_wanted_and_says_what_was_typed() {
    let (typed, dots) = (compiled(&[]), compiled(&["rating.marks=dots", "rating.color=#ff0000"]));
    let glyphs = |document: &Document| {
        let (_, _, run) = runs(document).find(|(_, _, run)| run.text == "★★★★").expect("four stars");
        (run.glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>(), run.color)
    };
    let ((stars, _), (discs, ink)) = (glyphs(&typed), glyphs(&dots));
    assert_eq!((stars.len(), discs.len(), ink), (4, 4, RED));
    assert_ne!(stars, discs);
}

#[test]
fn a_title_beside_its_text_shares_its_first_baseline() {
    let document = compiled(&["section.beside=40mm", "section.gutter=6mm", "section.rule=false"]);
    let (title, first) = (place(&document, "兴趣").1, place(&document, "唱歌").1);
    assert_eq!(title.at.y, first.at.y);
    assert!(first.at.x >= title.at.x + Pt::from_f64(46.0 * 72.0 / 25.4) - Pt::new(1));
    // A title of two lines makes room for itself.
    let narrow = compiled(&["section.beside=20mm", "section.rule=false", "style.section-title.size=2"]);
    let (title, next) = (place(&narrow, "技能").1, place(&narrow, "工作").1);
    assert!(next.at.y < title.at.y);
}

#[test]
fn a_rail_runs_from_the_first_marker_to_the_end_of_the_section() {
    let keys = [
        r#"section.rail={ x = "10mm", width = "1pt", color = "ff0000" }"#,
        r#"entry.marker={ shape = "dot", size = "6pt", color = "accent", x = "10mm" }"#,
        "entry.indent-body=20mm",
        r#"entry.rows=["<|20mm|> {organization} <> {date}"]"#,
    ];
    let keys: Vec<String> = keys.iter().map(|key| key.replace("\"ff0000\"", "\"#ff0000\"")).collect();
    let document = compiled(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    let rails = rules(&document, RED);
    let [rail] = rails.as_slice() else { panic!("one section has entries: {rails:?}") };
    let dots: Vec<Rect> = document.pages[0]
        .marks
        .iter()
        .filter(|mark| matches!(&mark.kind, MarkKind::Path(path) if path.shape == Shape::Dot))
        .map(Mark::bounds)
        .collect();
    assert_eq!(dots.len(), 2, "one an entry");
    let middle = |rect: &Rect| (rect.origin.x + rect.size.width / 2, rect.origin.y + rect.size.height / 2);
    assert!((middle(&dots[0]).1 - rail.origin.y).abs() <= Pt::new(1), "it begins at the first");
    assert!(dots.iter().all(|dot| (middle(dot).0 - middle(rail).0).abs() <= Pt::new(1)));
    let last = place(&document, "许多").1.at.y;
    let next = place(&document, "技能").1.at.y;
    assert!(rail.bottom() > last && rail.bottom() < next);
}

#[test]
fn a_rule_beside_a_title_fills_the_rest_of_its_line() {
    let rule = r##"section.rule={ width = "1pt", color = "#ff0000", gap = "5pt", place = "beside" }"##;
    let document = compiled(&[rule]);
    let title = place(&document, "兴趣").1;
    let rules = rules(&document, RED);
    let rule = rules.last().expect("a rule for each title");
    let right = rules.iter().map(Rect::right).max().expect("rules");
    assert_eq!(rule.right(), right, "to the edge");
    assert!((rule.origin.x - title.bounds().right() - Pt::new(5)).abs() < Pt::new(1), "behind its gap");
    assert!(rule.origin.y < title.at.y && rule.origin.y > title.at.y - title.bounds().size.height);
}

#[test]
fn a_frame_goes_round_what_it_is_told_to() {
    let frame = |around: &str| {
        let key = format!(r##"section.frame={{ fill = "#ff0000", pad = "4pt", around = "{around}" }}"##);
        rules(&compiled(&["section.rule=false", &key]), RED)
    };
    let (rows, all) = (frame("rows"), frame("all"));
    assert_eq!((rows.len(), all.len()), (3, 3));
    let document = compiled(&[
        "section.rule=false",
        r##"section.frame={ fill = "#ff0000", pad = "4pt", around = "all" }"##,
    ]);
    assert!(holds(all[2], place(&document, "听人唱歌").1.bounds()), "the text too");
    assert!(rows[2].size.height < all[2].size.height);
    let left = r##"section.frame={ stroke = { width = "2pt", color = "#ff0000", sides = ["left"] } }"##;
    let edges = rules(&compiled(&["section.rule=false", left]), RED);
    assert!(edges.iter().all(|edge| edge.size.width == Pt::new(2)), "{edges:?}");
}

#[test]
fn a_region_at_the_top_is_as_tall_as_its_text_and_columns_begin_below() {
    let keys = [
        r##"regions.band={ place = "top", takes = ["header"], background = "#ff0000", pad = "6mm", color = { ink = "paper" } }"##,
        r#"regions.main={ takes = ["rest"], pad = { x = "6mm", y = "3mm" } }"#,
    ];
    let document = compiled(&keys);
    let bands = rules(&document, RED);
    let [band] = bands.as_slice() else { panic!("{bands:?}") };
    let (name, last) = (place(&document, "林小满").1, place(&document, "lin@").1);
    assert!(holds(*band, name.bounds()) && holds(*band, last.bounds()));
    assert!(place(&document, "工作").1.bounds().origin.y >= band.bottom());
    let MarkKind::Glyphs(run) = &name.kind else { panic!("a name") };
    assert_eq!(run.color.rgb, [255; 3], "its own ink");
}

#[test]
fn balanced_columns_end_at_one_height() {
    let text: String = (0..60).map(|n| format!("\n第 {n} 段说了一些话，不多也不少。\n")).collect();
    let text = format!("# 林小满\n\n- 邮箱：lin@example.com\n\n## 自我评价\n{text}");
    let columns = |balance: bool| {
        let region = format!(
            r#"regions.main={{ columns = 2, gutter = "10mm", balance = {balance}, takes = ["header", "rest"] }}"#
        );
        let (document, _) = found(&text, &[&region, r#"section.rule={ width = "0.1pt" }"#]);
        assert_eq!(document.pages.len(), 1);
        let half = document.pages[0].size.width / 2;
        let foot = |right: bool| {
            let marks =
                runs(&document).filter(|(_, mark, _)| mark.tag.is_some() && (mark.at.x > half) == right);
            marks.map(|(_, mark, _)| mark.at.y).max().expect("text in both columns")
        };
        (foot(false), foot(true))
    };
    let (left, right) = columns(true);
    assert!((left - right).abs() < Pt::new(24), "{left:?} {right:?}");
    let (left, right) = columns(false);
    assert!(left - right > Pt::new(100), "{left:?} {right:?}");
}

#[test]
fn sections_are_ordered_renamed_and_hidden() {
    let keys = [
        r#"sections.pin=["skills"]"#,
        r#"sections.hide=["interests"]"#,
        r#"sections.titles.work={ zh = "经历", en = "Experience" }"#,
        r#"section.rows=["{icon}{title}"]"#,
    ];
    let (document, codes) = found(RESUME, &keys);
    assert!(place(&document, "技能").1.at.y < place(&document, "经历").1.at.y);
    assert!(!runs(&document).any(|(_, _, run)| run.text.contains("工作") || run.text.contains("唱歌")));
    assert_eq!(codes, [code::HIDDEN.id], "what is hidden is told");
    let icons: Vec<Emblem> = document.pages[0]
        .marks
        .iter()
        .filter_map(|mark| match &mark.kind {
            MarkKind::Path(path) => match path.shape {
                Shape::Icon(emblem @ Emblem::Section(_)) => Some(emblem),
                _ => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(icons.len(), 2);
}

#[test]
fn han_and_latin_are_tracked_apart() {
    let width = |keys: &[&str], text: &str| {
        let (document, _) = found("# 林小满 Lin\n\n- 邮箱：lin@example.com\n", keys);
        place(&document, text).1.bounds().size.width
    };
    let spread = [r#"style.name.tracking={ han = "0.5em", latin = "0em" }"#];
    let plain = [r#"style.name.tracking="0em""#];
    assert!(width(&spread, "林小满") > width(&plain, "林小满") + Pt::new(20));
    let latin = |keys: &[&str]| {
        let (document, _) = found("# Lin Yan\n\n- Email: lin@example.com\n", keys);
        runs(&document)
            .find(|(_, _, run)| run.text.contains("Lin"))
            .map(|(_, mark, _)| mark.bounds().size.width)
    };
    assert_eq!(latin(&spread), latin(&plain));
}

#[test]
fn a_separator_vanishes_at_a_line_end() {
    let many: Vec<String> = (1..=9).map(|n| format!("https://example.com/a-rather-long-place/{n}")).collect();
    let text = format!("# Ida Example\n\n- {}\n", many.join("\n- "));
    let (document, _) =
        found(&text, &[r#"header.columns=[["{name}", "{contacts|sep= · }"]]"#, "header.widths=[\"1fr\"]"]);
    let mut lines: std::collections::BTreeMap<Pt, Vec<(Pt, String)>> = Default::default();
    for (_, mark, run) in runs(&document) {
        lines.entry(mark.at.y).or_default().push((mark.at.x, run.text.clone()));
    }
    let mut dots = 0;
    for (_, mut line) in lines {
        line.sort();
        dots += line.iter().filter(|(_, text)| text == " · ").count();
        assert!(line.last().is_some_and(|(_, text)| text != " · "), "{line:?}");
        assert!(line.first().is_some_and(|(_, text)| text != " · "), "{line:?}");
    }
    assert!(dots > 0);
    let (_, mark, _) = runs(&document).find(|(_, _, run)| run.text == " · ").expect("a separator");
    assert_eq!(mark.tag, None, "it is read by nobody");
}

#[test]
fn nothing_is_moved_out_of_its_region() {
    let document = compiled(&["entry.indent=-60mm", "page.margin=20mm"]);
    let left = Pt::from_f64(20.0 * 72.0 / 25.4) - Pt::new(1);
    assert!(runs(&document).all(|(_, mark, _)| mark.at.x >= left));
}

#[test]
fn a_column_stays_if_it_is_told_to() {
    let text = "# 林小满\n\n- 邮箱：lin@example.com\n\n## 工作经历\n\n### 星渚科技\n\n做事。\n\n### 海陵软件 2018.01 – 2019.12\n\n做事。\n";
    let x = |collapse: bool| {
        let keys = [
            r#"entry.columns=[["{date}"], ["{organization}"]]"#.to_owned(),
            r#"entry.widths=["40mm", "1fr"]"#.to_owned(),
            format!("entry.collapse={collapse}"),
        ];
        let (document, _) = found(text, &keys.iter().map(String::as_str).collect::<Vec<_>>());
        (place(&document, "星渚").1.at.x, place(&document, "海陵").1.at.x)
    };
    let (without, with) = x(false);
    assert_eq!(without, with);
    let (without, with) = x(true);
    assert!(without < with);
}

/// Faces for Chinese draw an ellipsis in the middle of the em; in Latin text it stands on the baseline, whether letters
/// stand right beside it or not.
#[test]
fn an_ellipsis_between_blanks_is_that_of_its_text() {
    let glyphs = |text: &str| {
        let (document, _) = found(&format!("# Ann Sample\n\n## Publications\n\n{text}\n"), &[]);
        let mut of_ellipses = Vec::new();
        for (_, _, run) in runs(&document) {
            let at: Vec<usize> = run.text.match_indices('…').map(|(at, _)| at).collect();
            let glyph = |at: &usize| run.glyphs.iter().find(|glyph| glyph.text.start as usize == *at);
            of_ellipses.extend(at.iter().filter_map(glyph).map(|glyph| (run.face, glyph.id)));
        }
        of_ellipses
    };
    let latin = glyphs("Sample, A., … Baker, B. (2020). So it is… said.");
    assert_eq!(latin.len(), 2);
    assert_eq!(latin[0], latin[1]);
}
