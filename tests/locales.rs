//! What Taipei, Tokyo and Seoul draw otherwise than Beijing is printed their way (rule 53).

use std::collections::BTreeMap;

use jianli::compile;
use jianli::diag::{Diagnostic, Sink, code};
use jianli::font::icon::Segment;
use jianli::font::{FontBook, outline};
use jianli::lines::MarkKind;
use jianli::session::{Request, Session};
use tiny_skia::{FillRule, Mask, PathBuilder, Transform};

use crate::setup;

const LANGUAGES: [&str; 4] = ["zh-Hans", "zh-Hant", "ja", "ko"];

/// Characters; which languages draw them otherwise than zh-Hans, as their standards show them; and which do not
/// write them at all, or so seldom that they have no form of their own here. T, J, K.
const FORMS: &[(&str, &str, &str)] = &[
    ("骨今令角遠曜冷領返述茶比空", "TJK", ""),
    ("直社海産", "JK", ""),
    ("画辻", "J", "TK"),
    ("浅将緑没強説即糸", "J", "K"),
    ("草黃北青", "T", ""),
    ("內說", "TK", "J"),
    ("晴", "TK", ""),
    ("刃", "TJ", ""),
    ("既窗", "TJ", "K"),
    ("强", "K", "J"),
    ("者平半", "K", ""),
    ("门", "", "J"),
    ("門徳為为一丁", "", ""),
];

/// The side of a picture of a character.
const SIDE: u32 = 96;

/// Returns a document of a paragraph in a language, as the picture of each of its characters, and what was said.
fn pictures(
    text: &str,
    (lang, layout): (&str, &str),
    fonts: &FontBook,
) -> (BTreeMap<char, Vec<u8>>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let source = format!("---\nlang: {lang}\n---\n\n# A\n\n## B\n\n{text}\n");
    let source = setup::parse(&source, &mut sink);
    let document = compile(&source, &setup::layout(layout, fonts), fonts, &mut sink).expect("set").document;
    let mut found = BTreeMap::new();
    for mark in document.pages.iter().flat_map(|page| &page.marks) {
        let MarkKind::Glyphs(run) = &mark.kind else { continue };
        for glyph in &run.glyphs {
            let of = &run.text[glyph.text.start as usize..glyph.text.end as usize];
            let c = of.chars().next().expect("a character");
            found
                .entry(c)
                .or_insert_with(|| picture(&outline::glyph(fonts.face(run.face), glyph.id).segments));
        }
    }
    (found, sink.into_sorted())
}

/// Returns an outline filled, a byte a pixel.
fn picture(segments: &[Segment]) -> Vec<u8> {
    let mut path = PathBuilder::new();
    let at = |point: [jianli::geom::Em; 2]| {
        let [x, y] = point.map(|part| part.to_f64() as f32 * SIDE as f32 * 0.9);
        [x, y + SIDE as f32 * 0.8]
    };
    for segment in segments {
        match *segment {
            Segment::Move(to) => path.move_to(at(to)[0], at(to)[1]),
            Segment::Line(to) => path.line_to(at(to)[0], at(to)[1]),
            Segment::Curve(points) => {
                let [[a, b], [c, d], [e, f]] = points.map(at);
                path.cubic_to(a, b, c, d, e, f);
            }
            Segment::Close => path.close(),
        }
    }
    let mut mask = Mask::new(SIDE, SIDE).expect("a mask");
    if let Some(path) = path.finish() {
        mask.fill_path(&path, FillRule::Winding, true, Transform::identity());
    }
    mask.data().to_vec()
}

/// Returns how much of the ink of two pictures is in one of them only, in thousandths of the first's.
fn difference(a: &[u8], b: &[u8]) -> u64 {
    let apart: u64 = a.iter().zip(b).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    apart * 1000 / a.iter().map(|a| u64::from(*a)).sum::<u64>().max(1)
}

#[test]
fn each_language_has_its_own_forms() {
    let fonts = setup::fonts();
    let all: String = FORMS.iter().map(|(characters, ..)| *characters).collect();
    assert!(all.chars().count() >= 36);
    for layout in ["classic", "serif"] {
        let beijing = pictures(&all, ("zh-Hans", layout), &fonts).0;
        for (lang, letter) in [("zh-Hant", 'T'), ("ja", 'J'), ("ko", 'K')] {
            let written = FORMS.iter().filter(|(_, _, never)| !never.contains(letter));
            let text: String = written.clone().map(|(characters, ..)| *characters).collect();
            let (found, said) = pictures(&text, (lang, layout), &fonts);
            assert!(said.iter().all(|finding| finding.code != code::REGION), "{layout}, {lang}: {said:?}");
            for (characters, others, _) in written {
                for c in characters.chars() {
                    let apart = difference(&beijing[&c], &found[&c]);
                    // The same drawing in the other format of outlines would be a few thousandths apart.
                    let right = if others.contains(letter) { apart > 15 } else { apart == 0 };
                    assert!(right, "{c} in {layout}, {lang}: {apart} ‰ apart from zh-Hans");
                }
            }
        }
    }
}

#[test]
fn strokes_are_as_heavy_as_those_beside_them() {
    let fonts = setup::fonts();
    for layout in ["classic", "serif"] {
        for (mark, weight) in [("", 400), ("**", 700)] {
            let text = format!("{mark}骨今令角遠曜冷領返述茶比空直社海産{mark}");
            let ink = LANGUAGES.map(|lang| {
                let (found, _) = pictures(&text, (lang, layout), &fonts);
                let sum = |picture: &Vec<u8>| picture.iter().map(|p| u64::from(*p)).sum::<u64>();
                found.iter().filter(|(c, _)| text.contains(**c)).map(|(_, picture)| sum(picture)).sum::<u64>()
            });
            for (lang, ink_of) in LANGUAGES.iter().zip(ink) {
                let ratio = ink_of * 1000 / ink[0];
                assert!((960..=1040).contains(&ratio), "{layout} {weight} {lang}: {ratio} ‰ of the ink");
            }
        }
    }
}

#[test]
fn stops_stand_where_the_language_puts_them() {
    let fonts = setup::fonts();
    let middle = |picture: &[u8]| {
        let columns =
            (0..SIDE as usize).filter(|x| picture.iter().skip(*x).step_by(SIDE as usize).any(|p| *p > 0));
        let columns: Vec<usize> = columns.collect();
        (columns[0] + columns[columns.len() - 1]) * 500 / SIDE as usize
    };
    for layout in ["classic", "serif"] {
        let of = |lang: &str, c: char| middle(&pictures("直，角。", (lang, layout), &fonts).0[&c]);
        for c in ['，', '。'] {
            assert!((400..500).contains(&of("zh-Hant", c)), "{c} in {layout}: {}", of("zh-Hant", c));
            assert!(of("zh-Hans", c) < 300 && of("ja", c) < 300, "{c} in {layout}");
        }
    }
}

#[test]
fn a_form_that_nobody_has_is_still_told() {
    let fonts = setup::fonts();
    let told = |lang: &str, text: &str| {
        let said = pictures(text, (lang, "classic"), &fonts).1;
        said.iter().filter(|finding| finding.code == code::REGION).count()
    };
    for (lang, rare, usual) in [
        ("zh-Hant", "剡", "林直澄學經歷瑄妤"),
        ("zh-HK", "妸", "骨角令門"),
        ("ja", "丂", "直江遥株式会社"),
        ("ja-JP", "俈", "経験髙橋"),
        ("ko", "傃", "韓瑞潤骨角"),
    ] {
        assert_eq!((told(lang, rare), told(lang, usual)), (1, 0), "{lang}");
        assert_eq!(told("zh-Hans", rare), 0);
    }
}

#[test]
fn the_examples_have_nothing_to_be_said_about() {
    for name in ["taiwan", "tokyo", "seoul"] {
        let path = setup::path(&format!("examples/languages/{name}.md"));
        let text = std::fs::read_to_string(&path).expect(name);
        for layout in ["classic", "serif", "rirekisho", "sidebar"] {
            let mut session = Session::open(&[]).expect("faces");
            let mut request = Request::new("a.md", &*text);
            request.options.layout = Some(layout.to_owned());
            let outcome = session.check(&request);
            assert_eq!(outcome.findings, [], "{name} in {layout}");
        }
    }
}
