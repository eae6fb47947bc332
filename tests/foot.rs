//! Sections at the foot of their region.

use jianli::compile;
use jianli::diag::Sink;
use jianli::geom::Pt;
use jianli::lines::MarkKind;
use jianli::pages::Document;

use crate::setup;

/// Compiles a résumé with so many skills, and jobs beside them, in a bundled layout with keys set over it.
fn compiled(skills: usize, jobs: usize, layout: &str, keys: &[&str]) -> Document {
    let mut text = "# 林小满\n\n- 邮箱：lin@example.com\n\n## 工作经历\n\n".to_owned();
    (0..jobs)
        .for_each(|at| text += &format!("### 星渚科技{at}分部 2020.01 – 2020.12\n\n- 做事，再做事。\n\n"));
    text += "## 技能\n\n";
    (0..skills).for_each(|at| text += &format!("- 第{at}种\n"));
    text += "\n## 语言\n\n- 英语\n\n## 兴趣\n\n合唱。\n";
    let (fonts, mut sink) = (setup::fonts(), Sink::default());
    let source = setup::parse(&text, &mut sink);
    let layout = setup::sheet(layout, keys, &fonts).into_ideal();
    compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document
}

const FOOT: &str = "section.languages.break=foot";

/// Returns the page of a text, and how far its lower edge is from the page's.
fn place(document: &Document, text: &str) -> (usize, Pt) {
    let runs = document
        .pages
        .iter()
        .enumerate()
        .flat_map(|(number, page)| page.marks.iter().map(move |mark| (number, page.size.height, mark)));
    let found = runs.into_iter().find(|(_, _, mark)| match &mark.kind {
        MarkKind::Glyphs(run) => run.text.contains(text),
        _ => false,
    });
    let (number, height, mark) = found.unwrap_or_else(|| panic!("{text} is not on the pages"));
    (number, height - mark.bounds().bottom())
}

#[test]
fn a_section_and_what_follows_it_stand_at_the_foot_of_the_page() {
    let (plain, foot) =
        (compiled(3, 2, "classic", &[]), compiled(3, 2, "classic", &[FOOT, "page.margin=20mm"]));
    assert!(place(&plain, "合唱").1 > Pt::new(300));
    let (page, left) = place(&foot, "合唱");
    assert!(page == 0 && (left - Pt::from_f64(20.0 * 72.0 / 25.4)).abs() < Pt::new(8), "{left}");
    let gap = |document: &Document| place(document, "英语").1 - place(document, "合唱").1;
    assert_eq!(gap(&plain), gap(&foot), "as far apart as ever");
    assert!(place(&foot, "第2种").1 - place(&foot, "英语").1 > Pt::new(200), "the rest stays where it was");
    assert_eq!(plain.last_page_fill, compiled(3, 2, "classic", &[FOOT]).last_page_fill, "white is not full");
}

#[test]
fn it_is_the_last_page_of_its_own_region() {
    let document = compiled(3, 40, "sidebar", &[FOOT, "regions.main.spread=false"]);
    assert!(document.pages.len() > 1);
    let (page, left) = place(&document, "合唱");
    assert!(page == 0 && left < Pt::new(80), "{page} {left}");
    let document = compiled(70, 3, "classic", &[FOOT]);
    let (page, left) = place(&document, "合唱");
    assert!(page == document.pages.len() - 1 && left < Pt::new(80), "{page} {left}");
}

#[test]
fn a_full_page_has_nothing_to_give_and_a_region_at_the_top_no_foot() {
    for skills in 20..70 {
        let pages = |keys: &[&str]| compiled(skills, 3, "classic", keys).pages.len();
        assert_eq!(pages(&[]), pages(&[FOOT]), "{skills}");
    }
    let top = [
        "regions.band.place=top",
        r#"regions.band.takes=["languages"]"#,
        r#"regions.main.takes=["header", "rest"]"#,
    ];
    let keys = |foot: &'static str| [top[0], top[1], top[2], foot];
    assert_eq!(
        compiled(3, 2, "classic", &keys(FOOT)).pages,
        compiled(3, 2, "classic", &keys("facts.columns=2")).pages
    );
}
