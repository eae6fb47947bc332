//! The rhythm of a page: titles stand by what they title, an employer apart from a role, bullets before a straight edge.

use std::collections::BTreeMap;

use jianli::boxes::TagId;
use jianli::boxes::structure::Role;
use jianli::compile;
use jianli::diag::{Files, Sink};
use jianli::geom::Pt;
use jianli::layout::{Around, BUNDLED, Element, Layout, Take};
use jianli::lines::{GlyphRun, Mark, MarkKind};
use jianli::pages::Document;

use crate::setup;

/// The first words on a line of text: baseline, left edge, size, element.
#[derive(Clone, Copy, Debug)]
struct Line {
    page: usize,
    y: Pt,
    x: Pt,
    tag: TagId,
}

/// Compiles the English example in a layout.
fn english(layout: &Layout, fonts: &jianli::font::FontBook) -> Document {
    let mut sink = Sink::default();
    let source = setup::open(&setup::path("examples/english.md"), &mut Files::default(), &mut sink);
    compile(&source, layout, fonts, &mut sink).expect("a résumé").document
}

/// Returns the lines of text that belong to a region, from top to bottom; of cells on one baseline a heading, or the
/// leftmost.
fn lines(document: &Document, left: Pt, right: Pt) -> Vec<Line> {
    let mut lines: BTreeMap<(usize, Pt), Line> = BTreeMap::new();
    for (page, sheet) in document.pages.iter().enumerate() {
        for (mark, _) in runs(&sheet.marks).filter(|(mark, _)| mark.at.x >= left && mark.at.x < right) {
            let Some(tag) = mark.tag else { continue };
            let line = Line { page, y: mark.at.y, x: mark.at.x, tag };
            let first = lines.entry((page, mark.at.y)).or_insert(line);
            // A date may stand before its title.
            let text = |line: Line| level(document, line).is_none();
            if (text(line), line.x) < (text(*first), first.x) {
                *first = line;
            }
        }
    }
    lines.into_values().collect()
}

fn runs(marks: &[Mark]) -> impl Iterator<Item = (&Mark, &GlyphRun)> {
    marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if !run.text.trim().is_empty() => Some((mark, run)),
        _ => None,
    })
}

/// Returns the level of the heading that a line belongs to.
fn level(document: &Document, line: Line) -> Option<u8> {
    let mut tag = line.tag;
    while tag != TagId::ROOT {
        let node = document.structure.node(tag);
        if let Role::Heading(level) = node.role {
            return Some(level);
        }
        tag = node.parent;
    }
    None
}

/// What the English example's main column measures, in points.
#[derive(Debug)]
struct Rhythm {
    /// From the last line of a section to the next title, and from that to its entry: the least ratio.
    title: f64,
    /// From the bullets of one role to the next employer, beside that to the next role.
    employer: f64,
}

fn measure(document: &Document, layout: &Layout) -> Rhythm {
    let main = layout.regions.iter().find(|region| region.takes.contains(&Take::Rest)).expect("a region");
    let lines = lines(document, main.x + main.pad.left - Pt::new(1), main.x + main.width);
    let mut title = f64::MAX;
    let (mut roles, mut employers) = (Vec::new(), Vec::new());
    for three in lines.windows(3) {
        let [before, here, after] = three else { continue };
        if before.page != here.page {
            continue;
        }
        let above = (here.y - before.y).to_f64();
        let below = (after.y - here.y).to_f64();
        match level(document, *here) {
            Some(2) if after.page == here.page && level(document, *before) != Some(1) => {
                title = title.min(above / below);
            }
            Some(3) if level(document, *before).is_none() => employers.push(above),
            Some(4) if level(document, *before).is_none() => roles.push(above),
            _ => {}
        }
    }
    let least = |gaps: &[f64]| gaps.iter().copied().fold(f64::MAX, f64::min);
    Rhythm { title, employer: least(&employers) / least(&roles) }
}

#[test]
fn titles_stand_by_what_they_title_and_employers_apart_from_roles() {
    let fonts = setup::fonts();
    let mut off = Vec::new();
    for bundled in BUNDLED {
        let layout = setup::layout(bundled.name, &fonts);
        let rhythm = measure(&english(&layout, &fonts), &layout);
        println!("{:12} title {:.2} employer {:.2}", bundled.name, rhythm.title, rhythm.employer);
        // Titles beside their sections, or in the boxes of a form, have no such rhythm.
        let apart = |section: &Element| {
            section.beside.is_some() || section.frame.is_some_and(|f| f.around == Around::All)
        };
        let apart = layout.sections.values().any(apart);
        if !apart && rhythm.title < 1.6 || rhythm.employer < 1.25 {
            off.push((bundled.name, rhythm));
        }
    }
    assert!(off.is_empty(), "{off:?}");
}

/// Each list item begins where its further lines do, and the bullet is large enough to be seen.
#[test]
fn the_lines_of_an_item_have_one_edge_and_its_bullet_is_seen() {
    let fonts = setup::fonts();
    for bundled in BUNDLED {
        let layout = setup::layout(bundled.name, &fonts);
        let document = english(&layout, &fonts);
        let mut edges: BTreeMap<TagId, Vec<(usize, Pt, Pt)>> = BTreeMap::new();
        for (number, page) in document.pages.iter().enumerate() {
            for (mark, run) in runs(&page.marks) {
                let Some(tag) = mark.tag else { continue };
                let node = document.structure.node(tag);
                if node.role == Role::Lbl && run.text == "•" {
                    assert_eq!(
                        fonts.face(run.face).family,
                        "Inter",
                        "{}: ink of a third of an em",
                        bundled.name
                    );
                }
                if node.role == Role::LBody {
                    edges.entry(tag).or_default().push((number, mark.at.y, mark.at.x));
                }
            }
        }
        let mut several = 0;
        for marks in edges.values() {
            let mut lines: BTreeMap<(usize, Pt), Pt> = BTreeMap::new();
            for &(page, y, x) in marks {
                let edge = lines.entry((page, y)).or_insert(x);
                *edge = x.min(*edge);
            }
            several += usize::from(lines.len() > 1);
            let (least, most) = (lines.values().min(), lines.values().max());
            assert_eq!(least, most, "{}", bundled.name);
        }
        assert!(several > 0, "{}: the example has items of two lines", bundled.name);
    }
}

/// A bold line over a list among entries is a heading, too: it stands off what comes before as an entry does. One among
/// lists alone does not.
#[test]
fn bold_lines_among_entries_stand_off_as_entries_do() {
    let entries = "- **Alphaville University** 2016 – 2020\n- **Betaville University** 2012 – 2016\n\n";
    let lists = "- Alphaville\n- Betaville\n\n";
    for caption in ["**Courses**", "**Further Courses**", "***Courses***"] {
        let text =
            |above: &str| format!("# Ann Sample\n\n## Education\n\n{above}{caption}\n\n- Gammaville\n");
        let dated = text(entries);
        let (entry, caption) = (gap(&dated, "Alphaville", "Betaville"), gap(&dated, "Betaville", "Courses"));
        assert!(
            caption > 0.9 * entry && caption > 1.2 * gap(&dated, "Courses", "Gammaville"),
            "{entry} {caption}"
        );
        assert!(gap(&text(lists), "Betaville", "Courses") < caption);
    }
}

/// Returns the distance between the baselines of two lines in the first layout.
fn gap(text: &str, from: &str, to: &str) -> f64 {
    let fonts = setup::fonts();
    let layout = setup::layout(BUNDLED[0].name, &fonts);
    let mut sink = Sink::default();
    let source = setup::parse(text, &mut sink);
    let document = compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document;
    let baseline = |word: &str| {
        let mut found = document
            .pages
            .iter()
            .flat_map(|page| runs(&page.marks))
            .filter(|(_, run)| run.text.contains(word));
        found.next().unwrap_or_else(|| panic!("{word}")).0.at.y.to_f64()
    };
    baseline(to) - baseline(from)
}

/// What belongs together is told by white: blocks of keys, texts of several lines, and bold lines inside an entry
/// stand off what comes before. Lines that the author put one below the other do not.
#[test]
fn paragraphs_of_several_lines_and_lead_lines_stand_off() {
    let job = "# Ann Sample\n\n## Experience\n\n### Example Co. | Tester\n2019 – 2021\n\n";
    let line = gap(&format!("{job}- Alpha\n- Beta\n"), "Alpha", "Beta");
    let keys = format!("{job}Period: Alpha  \nRole: Beta  \n\nPeriod: Gamma  \nRole: Delta  \n");
    assert!(gap(&keys, "Beta", "Gamma") > 1.1 * line && gap(&keys, "Alpha", "Beta") < 1.05 * line);
    let long = "words that go on and on to fill the line, and then some more of them, until it is full of words at last";
    let text = format!("{job}Alpha {long} {long}.\n\nBeta is short.\n\nGamma too.\n");
    assert!(gap(&text, "Alpha", "Beta") > 2.0 * line, "the first takes two lines");
    assert!(gap(&text, "Beta", "Gamma") > 1.15 * line, "all stand apart where two do");
    let short = format!("{job}Alpha is short.\n\nBeta is short.\n\nGamma too.\n");
    assert!(gap(&short, "Beta", "Gamma") < 1.05 * line);
    let headed = format!("{job}**Alpha**\n\nBeta {long} {long}.\n");
    assert!(gap(&headed, "Alpha", "Beta") < 1.05 * line, "a text stands by its head");
    for lead in ["**Gamma**", "**[Gamma](https://gamma.example)**", "**Gamma**\n\nDelta is a client."] {
        let text = format!("{job}- Alpha\n- Beta\n\n{lead}\n\n- Epsilon\n");
        assert!(gap(&text, "Beta", "Gamma") > 1.15 * line, "{lead}");
        assert!(gap(&text, "Beta", "Gamma") < 1.5 * line, "{lead}");
    }
}

/// The parts of a project stand closer together than the projects, and lie within them: their heads are as quiet as dates
/// are, whether they are headings or bold lines. What a bold line heads below an employer may be a project.
#[test]
fn heads_of_parts_of_a_project_are_less_than_its_title() {
    let heads = |mark: &str| {
        let head = |name: &str| match mark {
            "**" => format!("**{name}**"),
            _ => format!("{mark} {name}"),
        };
        let part = |name: &str| format!("{}\n\n- of {name} something\n\n", head(name));
        let project = |name: &str, a: &str, b: &str| format!("#### {name}\n\n{}{}", part(a), part(b));
        format!(
            "# Ann Sample\n\n## Experience\n\n### Example Co. | Tester | 2019 – 2021\n\n{}{}### Sample Co. | Tester | 2018 – 2019\n\n{}",
            project("Alpha Shop", "Alder", "Birch"),
            project("Beta Shop", "Cedar", "Dogwood"),
            part("Elm"),
        )
    };
    let fonts = setup::fonts();
    for (bundled, mark) in BUNDLED.iter().flat_map(|bundled| [(bundled, "#####"), (bundled, "**")]) {
        let (layout, text) = (setup::layout(bundled.name, &fonts), heads(mark));
        let mut sink = Sink::default();
        let source = setup::parse(&text, &mut sink);
        let document = compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document;
        let color = |word: &str| {
            let mut all = document.pages.iter().flat_map(|page| runs(&page.marks));
            all.find(|(_, run)| run.text.starts_with(word)).unwrap_or_else(|| panic!("{word}")).1.color
        };
        for part in ["Alder", "Birch", "Cedar", "Dogwood"] {
            assert_eq!(color(part), layout.style("caption").color, "{} {mark} {part}", bundled.name);
            assert_ne!(color(part), color("Alpha"), "{} {mark} {part}", bundled.name);
        }
        assert_ne!(color("Elm"), layout.style("caption").color, "{} {mark}", bundled.name);
    }
    for mark in ["#####", "**"] {
        let text = heads(mark);
        let (parts, projects) = (gap(&text, "of Alder", "Birch"), gap(&text, "of Birch", "Beta"));
        assert!(projects > 1.15 * parts, "{mark}: {parts} {projects}");
    }
}

/// A degree below its school is what its line is called: a remark behind it does not come before it.
#[test]
fn what_is_said_behind_a_degree_stays_behind_it() {
    let fonts = setup::fonts();
    let text =
        "# Ann Sample\n\n## Education\n\n### Sample College\n\n**BSc Baking** *2007 – 2011* Dean's list\n";
    for bundled in BUNDLED {
        let layout = setup::layout(bundled.name, &fonts);
        let mut sink = Sink::default();
        let source = setup::parse(text, &mut sink);
        let document = compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document;
        let place = |words: &str| {
            let mut all = document.pages.iter().flat_map(|page| runs(&page.marks));
            let (mark, _) =
                all.find(|(_, run)| run.text.contains(words)).unwrap_or_else(|| panic!("{words}"));
            (mark.at.y, mark.at.x)
        };
        assert!(place("BSc Baking") < place("list"), "{}", bundled.name);
    }
}

/// A line under a title is filled before it breaks: nothing stands at its right.
#[test]
fn what_stands_under_a_title_has_its_whole_line() {
    let employer =
        "The Example University of Somewhere, Department of Clinical Examples and Centre for Further Studies";
    let text =
        format!("# Ann Sample\n\n## Experience\n\n### Assistant | {employer} in Alphaville\n2019 – 2021\n");
    let fonts = setup::fonts();
    let layout = setup::layout(BUNDLED[0].name, &fonts);
    let mut sink = Sink::default();
    let source = setup::parse(&text, &mut sink);
    let document = compile(&source, &layout, &fonts, &mut sink).expect("a résumé").document;
    let right = document.pages[0].marks.iter().filter(|mark| mark.at.y < Pt::new(200));
    let text =
        right.filter(|mark| matches!(&mark.kind, MarkKind::Glyphs(run) if run.text.contains("University")));
    let measure = layout.regions[0].measure();
    let widest =
        text.map(|mark| mark.bounds().right() - layout.page.margin.left).max().expect("the employer");
    assert!(widest * 10 > measure * 8, "{widest:?} of {measure:?}");
}
