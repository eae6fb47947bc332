//! What rows, regions and styles can say beyond a slot and its look, each with a layout of a few lines.

use jianli::compile;
use jianli::diag::Sink;
use jianli::geom::{Pt, Rect};
use jianli::lines::{GlyphRun, Mark, MarkKind};
use jianli::pages::Document;

use crate::setup;

/// Compiles a text with some keys set over `classic`.
pub fn compiled(text: &str, keys: &[&str]) -> Document {
    let (fonts, mut sink) = (setup::fonts(), Sink::default());
    let source = setup::parse(text, &mut sink);
    let layout = setup::sheet("classic", keys, &fonts).into_ideal();
    compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document
}

/// Returns the marks of text of a document in order.
pub fn runs(document: &Document) -> impl Iterator<Item = (&Mark, &GlyphRun)> {
    document.pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) => Some((mark, run)),
        _ => None,
    })
}

/// Returns the lines of a document from top to bottom, each from left to right, its parts with a bar
/// between.
fn lines(document: &Document) -> Vec<String> {
    let mut all: Vec<_> = runs(document).map(|(mark, run)| (mark.at.y, mark.at.x, run.text.trim())).collect();
    all.sort_unstable();
    let lines = all.chunk_by(|a, b| a.0 == b.0);
    lines.map(|line| line.iter().map(|(_, _, text)| *text).collect::<Vec<_>>().join("|")).collect()
}

fn entry(line: &str, rows: &str) -> Vec<String> {
    let text = format!("# 林小满\n\n- 邮箱：lin@example.com\n\n## 工作经历\n\n### {line}\n\n做事。\n");
    let lines = lines(&compiled(&text, &[&format!("entry.rows={rows}")]));
    let from = lines.iter().position(|line| line.contains("工作经历")).expect("the title") + 1;
    lines[from..lines.len() - 1].to_vec()
}

#[test]
fn the_first_of_alternatives_that_has_a_value_stands_in_a_row() {
    let rows = r#"["{organization} <> {place ?? date}", "{role} <> {date ?? place}"]"#;
    let both = entry("星渚科技 | 工程师 | 上海 | 2020.01 – 2021.02", rows);
    assert_eq!(both, ["星渚科技|上海", "工程师|2020.01 – 2021.02"]);
    let no_place = entry("星渚科技 | 工程师 | 2020.01 – 2021.02", rows);
    assert_eq!(no_place, ["星渚科技|2020.01 – 2021.02", "工程师"]);
    let date_alone = entry("星渚科技 | 2020.01 – 2021.02", rows);
    assert_eq!(date_alone, ["星渚科技|2020.01 – 2021.02"]);
    assert_eq!(entry("星渚科技", rows), ["星渚科技"]);
}

#[test]
fn what_stands_elsewhere_in_the_element_is_no_alternative() {
    let rows = r#"["{organization} <> {place ?? date}", "{role} <> {date}"]"#;
    let lines = entry("星渚科技 | 工程师 | 2020.01 – 2021.02", rows);
    assert_eq!(lines, ["星渚科技", "工程师|2020.01 – 2021.02"]);
    let rows = r#"["{organization}, {place ?? date}", "{date}"]"#;
    assert_eq!(entry("星渚科技 | 2020.01 – 2021.02", rows), ["星渚科技", "2020.01 – 2021.02"]);
}

#[test]
fn an_alternative_that_is_not_used_has_no_slot() {
    let rows = r#"["{organization} <> {place ?? date}", "{role}"]"#;
    let lines = entry("星渚科技 | 工程师 | 上海 | 2020.01 – 2021.02", rows);
    assert_eq!(lines, ["星渚科技|上海", "工程师", "2020.01 – 2021.02"], "it stands behind the rows");
    let lines = entry("**星渚科技** | 别的事情", r#"["{organization ?? title} <> {role ?? place}"]"#);
    assert_eq!(lines.join("|").matches("别的事情").count(), 1, "{lines:?}");
}

#[test]
fn alternatives_stand_in_headers_and_running_lines_too() {
    let text = "# 林小满\n\n- 电话：139-0000-0000\n\n## 技能\n\n- Java\n";
    let keys = [
        r#"header.rows=["{name} <> {headline ?? contacts}"]"#,
        r#"page.footer={ row = "<> {headline ?? name} <>", single = true }"#,
    ];
    let lines = lines(&compiled(text, &keys));
    assert!(lines[0].starts_with("林小满|") && lines[0].ends_with("139-0000-0000"), "{lines:?}");
    assert_eq!(lines.last().map(String::as_str), Some("林小满"));
    assert_eq!(lines.join("\n").matches("139").count(), 1);
}

const SKILLS: &str = "# 林小满\n\n- 邮箱：lin@example.com\n\n## 技能\n\n- Java\n";

/// Returns the baseline of the title of `SKILLS` and the rules at it, from top to bottom.
fn ruled(rule: &str) -> (Pt, Vec<Rect>) {
    let document = compiled(SKILLS, &[&format!("section.rule={rule}")]);
    let rules = document.pages[0].marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Rule { .. }));
    let rules = rules.map(Mark::bounds).collect();
    let title = runs(&document).find(|(_, run)| run.text == "技能").expect("the title");
    (title.0.at.y, rules)
}

#[test]
fn a_rule_beside_a_title_stands_at_any_height() {
    let at = |raise: &str| {
        let (baseline, rules) =
            ruled(&format!(r#"{{ width = "1pt", gap = "6pt", place = "beside"{raise} }}"#));
        let [rule] = rules.as_slice() else { panic!("one rule: {rules:?}") };
        baseline - (rule.origin.y + rule.size.height / 2)
    };
    assert_eq!(at(r#", raise = "0em""#), Pt::ZERO, "on the baseline");
    assert_eq!(at(r#", raise = "7pt""#), Pt::new(7));
    assert_eq!(at(r#", raise = "-2pt""#), Pt::new(-2));
    assert!(at("") > Pt::new(3) && at("") < Pt::new(7), "half the height of Han");
}

#[test]
fn a_title_stands_between_two_rules() {
    let (baseline, rules) = ruled(r#"{ width = "1pt", gap = "2pt", place = "both" }"#);
    let [above, below] = rules.as_slice() else { panic!("two rules: {rules:?}") };
    assert!(above.bottom() < baseline && below.origin.y > baseline);
    assert_eq!((above.origin.x, above.size), (below.origin.x, below.size));
}

/// Returns the texts of a name in a header of some rows, each with its weight.
fn named(name: &str, rows: &str) -> Vec<String> {
    let text = format!("# {name}\n\n- 邮箱：lin@example.com\n");
    let keys =
        ["style.light={ size = 2, weight = 400 }", "style.name.weight=700", &format!("header.rows={rows}")];
    lines(&compiled(&text, &keys))
        .into_iter()
        .filter(|line| !line.contains("example.com"))
        .map(|line| line.replace("||", "|"))
        .collect()
}

#[test]
fn the_parts_of_a_name_have_looks_of_their_own_and_it_is_printed_once() {
    let rows = r#"["{name.first:light} {name.rest}", "{contacts}"]"#;
    assert_eq!(named("Ada Lovelace", rows), ["Ada|Lovelace"]);
    assert_eq!(named("张三", rows), ["张三"]);
    assert_eq!(named("Ada Lovelace", r#"["{name.first:light}", "{name.rest}"]"#), ["Ada", "Lovelace"]);
    for lone in [r#"["{name.first}"]"#, r#"["{name.rest}"]"#] {
        assert_eq!(named("Ada Lovelace", lone), ["Ada Lovelace"], "nothing is lost");
    }
}

#[test]
fn a_region_has_styles_of_its_own() {
    let text = "# 林小满\n\n- 邮箱：lin@example.com\n\n## 技能\n\n- Java\n\n## 兴趣\n\n唱歌。\n";
    let size = |keys: &[&str], of: &str| {
        let document = compiled(text, keys);
        let found = runs(&document).find(|(_, run)| run.text.contains(of));
        found.map(|(_, run)| run.size).expect("it is printed")
    };
    let regions = [
        r#"regions.side={ width = "60mm", takes = ["interests"] }"#,
        r#"regions.main={ width = "1fr", takes = ["header", "rest"] }"#,
    ];
    let own = [&regions[..], &["regions.side.style.body.size=0.5"]].concat();
    assert_eq!(size(&own, "唱歌") * 2, size(&regions, "唱歌"));
    assert_eq!(size(&own, "Java"), size(&regions, "Java"), "the others keep theirs");
    assert_eq!(size(&own, "兴趣"), size(&regions, "兴趣"), "a role that has a size keeps it");
    let own = [&regions[..], &["regions.side.style.section-title.weight=400"]].concat();
    assert_eq!(size(&own, "兴趣"), size(&regions, "兴趣"), "what it does not say stays");
}

#[test]
fn small_capitals_are_capitals_and_the_text_stays_as_it_was_written() {
    let text = "# 林小满\n\n- 邮箱：lin@example.com\n\n## Work Straße 经历 Έργα Дела 42\n\n- Java\n";
    let pieces = |caps: &str| -> Vec<(String, Pt)> {
        let document = compiled(text, &[&format!("style.section-title.caps={caps}")]);
        let from = runs(&document).position(|(_, run)| run.text.starts_with('W')).expect("the title");
        let to = runs(&document).position(|(_, run)| run.text.contains("Java")).expect("the text");
        runs(&document).take(to - 1).skip(from).map(|(_, run)| (run.text.clone(), run.size)).collect()
    };
    let whole = |caps: &str| pieces(caps).into_iter().map(|(text, _)| text).collect::<String>();
    assert_eq!(whole(r#""small""#), whole("false"));
    assert_eq!(whole(r#""small""#), whole("true"));
    let small = pieces(r#""small""#);
    let size = |wanted: &str| small.iter().find(|(text, _)| text.contains(wanted)).map(|(_, size)| *size);
    let (large, little) = (size("W").expect("a capital"), size("ork").expect("small letters"));
    assert!(little == large || (little - large.scale(80, 100)).abs() < Pt::from_units(2), "{small:?}");
    assert_eq!(size("42"), Some(large), "figures stay");
    assert!(size("经历") >= Some(large), "Han stays: {small:?}");
}

#[test]
fn no_line_ends_inside_a_word_of_small_capitals() {
    let title = "Responsibilities Achievements Undertakings ".repeat(4);
    let text = format!("# 林小满\n\n- 邮箱：lin@example.com\n\n## {title}\n\n- Java\n");
    for margin in ["50mm", "60mm", "65mm"] {
        let keys =
            [r#"style.section-title.caps="small""#, &format!("page.margin={margin}"), "section.rule=false"];
        let lines = lines(&compiled(&text, &keys));
        let of_title = lines.iter().map(|line| line.replace('|', "")).filter(|line| line.contains("ments"));
        for line in of_title {
            let whole =
                |rest: &str| title.split_whitespace().find_map(|word| rest.strip_prefix(word)).map(str::len);
            let mut rest = line.as_str();
            while let Some(left) = whole(rest) {
                rest = &rest[rest.len() - left..];
            }
            assert!(rest.is_empty(), "{line}: {rest}");
        }
    }
}

#[test]
fn a_title_may_stand_on_a_bar_of_its_frame() {
    let fonts = setup::fonts();
    let set = r##"section.frame={ stroke = { width = "1pt", color = "#ff0000" }, pad = "5pt", around = "all", head = "#00ff00" }"##;
    let layout = setup::sheet("classic", &[set, "section.rule=false"], &fonts).into_ideal();
    let mut sink = Sink::default();
    let source = setup::parse("# 林墨\n\n## 技能\n\n会写字。\n", &mut sink);
    let document = compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document;
    let rules: Vec<_> = document.pages[0]
        .marks
        .iter()
        .filter_map(|mark| match mark.kind {
            MarkKind::Rule { size, color } => Some((mark.at, size, color.rgb)),
            _ => None,
        })
        .collect();
    let bar = rules.iter().find(|(.., color)| *color == [0, 255, 0]).expect("a bar");
    let baseline = |text: &str| {
        let found = document.pages[0].marks.iter().find(|mark| match &mark.kind {
            MarkKind::Glyphs(run) => run.text.contains(text),
            _ => false,
        });
        found.expect(text).at
    };
    assert_eq!(bar.1.width, layout.regions[0].measure(), "from edge to edge");
    assert!(bar.0.y < baseline("技能").y && baseline("技能").y < bar.0.y + bar.1.height);
    assert!(baseline("会写字").y > bar.0.y + bar.1.height);
    assert_eq!(baseline("会写字").x, baseline("技能").x);
    assert!(
        rules.iter().filter(|(.., color)| *color == [255, 0, 0]).count() >= 7,
        "its lines and those round all"
    );
}

#[test]
fn a_date_too_long_for_its_column_parts_between_words() {
    let text = "# A B\n\n## Work\n\n### Sample Institute | December 2010 – January 2011\n\nx\n\n### Sample | 2010年12月 – 2011年11月\n\nx\n";
    let columns = r#"entry.columns=[["{date}"], ["{organization} {title}"]]"#;
    for width in ["20mm", "24mm", "28mm"] {
        let widths = format!(r#"entry.widths=["{width}", "1fr"]"#);
        let document = compiled(text, &[columns, &widths]);
        let all: String = runs(&document).map(|(_, run)| format!("{}|", run.text)).collect();
        for word in ["December", "January", "2010", "2011"] {
            assert!(all.contains(word), "{word} is parted at {width}: {all}");
        }
    }
}
