//! The test data of Unicode and of CSS, run through the parts that they concern.

use super::show::{ends, paragraph, with_setter};
use crate::boxes::{Inline, Paragraph};
use crate::geom::Pt;
use crate::layout::Strictness;
use crate::lines::itemise::input::Pass;
use crate::lines::itemise::pairs;
use crate::lines::paragraph::Setter;
use crate::lines::text::class::Class;
use crate::lines::text::{self, uax14};

/// Returns a file of the conformance data.
pub fn data(name: &str) -> String {
    let path = format!("{}/tests/conformance/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).expect("the conformance data is part of the repository")
}

/// Returns the cases in a file of Unicode: a text, and the offsets marked ÷ after its beginning.
pub fn cases(file: &str) -> Vec<(String, Vec<usize>)> {
    let lines = file.lines().map(|line| line.split('#').next().unwrap_or("").trim());
    let case = |line: &str| {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for word in line.split_whitespace() {
            match word {
                "÷" if !text.is_empty() => ends.push(text.len()),
                "÷" | "×" => {}
                code => text.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32)),
            }
        }
        (text, ends)
    };
    lines.filter(|line| !line.is_empty()).map(case).collect()
}

#[test]
fn uax_14_holds_for_every_line_of_its_test_file() {
    let cases = cases(&data("LineBreakTest_17.txt"));
    assert_eq!(cases.len(), 19_338);
    for (text, ends) in cases {
        assert_eq!(uax14::line_ends(&text), ends, "{text:?}");
    }
}

/// Our differences from UAX #14: the number of places in its test file, and the rule. `may`: a line
/// may end here, against UAX #14; `never`: it may not. Classes as in `pairs.txt`, of what is before the
/// place and its blanks, and of what is after it. The first that fits counts.
const EXCEPTIONS: &[(&str, &str, &str, usize, &str)] = &[
    ("never", "any", "Po Pn Cn Md It Fx El", 731, "rules 1 and 4, after a space as well"),
    ("never", "wide", "Hy", 41, "rule 1, after a space as well"),
    ("never", "Sn", "wide", 46, "rule 3: no line ends with a solidus"),
    ("never", "Nu", "Id", 4, "rule 10: a number keeps its counter"),
    ("never", "Pc", "wide", 28, "rule 10: a sign keeps what it stands before, after a space as well"),
    ("never", "Pc", "Nu", 1, "rule 10: a sign keeps its number, after a space as well"),
    ("never", "any", "Cm", 1330, "rule 14: what has no room of its own stays on what is before it"),
    ("never", "Hy", "Gl", 4, "rule 15: a no-break space forbids a line end on both sides"),
    ("may", "Sh", "Cq", 4, "rule 15: a soft hyphen allows one, whatever follows"),
    ("never", "Hy Cq", "Al", 3, "rule 16: in a URL"),
    ("may", "Hy", "Hy", 2, "rule 16: in a URL"),
    ("never", "Ns Sn Hy Pn Pc", "Nc Pc", 8, "rule 17: signs of ASCII side by side are one"),
    ("never", "any", "Sp Gl", 216, "rule 32: blanks end a line together"),
    ("never", "Ob", "any", 123, "an icon stays with what it stands for"),
    ("never", "any", "Ob", 57, "an icon stays with what it stands for"),
    ("may", "any", "Sk Pr", 100, "rule 5: small kana may begin a line, but in strict Japanese"),
    ("may", "El", "El", 6, "rule 9: between two units, here one with a mark"),
    ("may", "wide Nu", "Op", 3, "rule 37: a Chinese quote opens as a bracket does"),
    ("may", "Cl", "Id", 1, "rule 37: and closes as one"),
    ("may", "wide", "On", 17, "rule 37: so do guillemets"),
    ("may", "Cq", "wide", 2, "rule 37: so do guillemets"),
    ("may", "Po", "narrow", 10, "rule 1 is about what is before a percent sign alone"),
    ("never", "Al Nu Nc Cq Pn Sy", "Hg", 172, "rule 58: nor does it part from the Latin on it"),
    ("never", "Hg", "Al Nu Nc On Sy", 121, "rule 58: nor does it part from the Latin on it"),
    ("never", "Hg", "Hg", 25, "rule 58: words of one or two syllables are whole"),
];

#[test]
fn every_difference_to_uax_14_is_a_rule_of_ours() {
    let mut places = [0; EXCEPTIONS.len()];
    let mut agreed = 0;
    let mut unknown = Vec::new();
    with_setter(|setter| {
        for (text, ends) in cases(&data("LineBreakTest_17.txt")) {
            // Forced line ends, and blanks at the start, never reach a paragraph.
            let first = text.chars().next().map_or(Class::Sp, Class::of);
            if text.contains(|c: char| c.is_control() || ('\u{2028}'..='\u{2029}').contains(&c))
                || matches!(first, Class::Sp | Class::Gl | Class::Zw)
            {
                continue;
            }
            let p = paragraph(&text);
            let ours = line_ends(setter, &p);
            let copy = text::read(&p.inlines, "zh-Hans", (1, 1));
            for (at, _) in text.char_indices().skip(1) {
                let (may, may_there) = (ours.contains(&at), ends.contains(&at));
                if may == may_there {
                    agreed += 1;
                    continue;
                }
                if !may && text.contains(|c| ('\u{590}'..='\u{8ff}').contains(&c)) {
                    continue; // right-to-left words are set whole
                }
                let inked = text[..at].trim_end_matches(' ').len();
                let classes = (copy.class_before(inked), copy.class[at]);
                let has = |field: &str, class: Class| pairs::members(field) >> class as u64 & 1 == 1;
                let known = EXCEPTIONS.iter().position(|&(what, before, after, ..)| {
                    may == (what == "may") && has(before, classes.0) && has(after, classes.1)
                });
                match known {
                    Some(known) => places[known] += 1,
                    None => unknown.push(format!("{}, at {at}: {may}, {classes:?}", text.escape_unicode())),
                }
            }
        }
    });
    assert!(unknown.is_empty(), "{unknown:#?}");
    let listed = EXCEPTIONS.iter().map(|exception| exception.3).collect::<Vec<_>>();
    assert_eq!(places[..], listed, "the exceptions account for so many places");
    assert!(agreed > 29_000, "{agreed}");
}

/// Returns the offsets at which a line may end, however reluctantly, including the end of the text.
fn line_ends(setter: &mut Setter<'_>, p: &Paragraph) -> Vec<usize> {
    let ends = ends(setter, p, (Pt::MAX, Pass::Late)).into_iter().filter(|end| !end.hyphen);
    let len =
        p.inlines.iter().map(|inline| if let Inline::Text(text) = inline { text.text.len() } else { 3 });
    ends.map(|end| end.at).chain([len.sum()]).collect()
}

#[test]
fn rule_5_the_strictness_of_css_is_ours() {
    #[derive(serde::Deserialize)]
    struct Entry {
        lang: String,
        strictness: String,
        may_break_before: bool,
        codepoints: Vec<String>,
    }
    let entries: Vec<Entry> = serde_json::from_str(&data("line_break_strictness.json")).expect("JSON");
    assert_eq!(entries.len(), 33);
    let mut wrong = Vec::new();
    with_setter(|setter| {
        for Entry { lang, strictness, may_break_before, codepoints } in &entries {
            for code in codepoints {
                let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point");
                let mut p = paragraph(&format!("文{c}文"));
                p.setting.lang = lang.clone();
                p.setting.strictness = Some(match strictness.as_str() {
                    "loose" => Strictness::Loose,
                    "normal" => Strictness::Normal,
                    _ => Strictness::Strict,
                });
                let may = line_ends(setter, &p).contains(&"文".len());
                if may != *may_break_before {
                    wrong.push(format!("{lang} {strictness}: {c} U+{code} {may}"));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn rule_14_clusters_are_never_torn() {
    let cases = cases(&data("GraphemeBreakTest_17.txt"));
    assert!(cases.len() > 500);
    for (text, ends) in cases.into_iter().filter(|(text, _)| !text.contains('\r')) {
        let p = paragraph(&text);
        let copy = text::read(&p.inlines, "zh-Hans", (1, 1));
        for at in (1..text.len()).filter(|&at| copy.class[at] != Class::Cm) {
            assert!(ends.contains(&at), "{} at {at}", text.escape_unicode());
        }
    }
}

/// Cases in which we differ: language, strictness, the text, and why.
const OTHERWISE: &[(&str, &str, &str, &str)] = &[
    ("ja", "loose", "‥‥サ", "rule 9: two are a unit at any strictness"),
    (
        "ja",
        "loose",
        "文․文",
        "CSS Text: loose Japanese may begin a line with an inseparable; so its own data",
    ),
    ("ja", "loose", "文‥文", "the same"),
    ("ja", "loose", "文…文", "the same"),
    ("ja", "loose", "文⋯文", "the same"),
    ("ja", "loose", "文︙文", "the same"),
];

#[test]
fn rule_5_the_cases_of_strictness_hold() {
    #[derive(serde::Deserialize)]
    struct Case {
        strictness: Option<String>,
        ja_or_zh: Option<bool>,
        text: String,
        segments: Vec<String>,
    }
    let cases: Vec<Case> = serde_json::from_str(&data("icu4x_css_cases.json")).expect("JSON");
    let mut wrong = Vec::new();
    let mut asked = 0;
    with_setter(|setter| {
        for Case { strictness, ja_or_zh, text, segments } in &cases {
            let mut p = paragraph(text);
            p.setting.strictness = Some(match strictness.as_deref() {
                Some("loose") => Strictness::Loose,
                Some("normal") => Strictness::Normal,
                Some("strict") => Strictness::Strict,
                _ => continue,
            });
            p.setting.lang = if *ja_or_zh == Some(true) { "ja" } else { "en" }.to_owned();
            let mut start = 0;
            let ours: Vec<&str> = line_ends(setter, &p)
                .into_iter()
                .map(|end| &text[std::mem::replace(&mut start, end)..end])
                .collect();
            asked += 1;
            let strictness = strictness.as_deref().unwrap_or("");
            let otherwise = |&&(lang, level, case, _): &&(&str, &str, &str, &str)| {
                (lang, level, case) == (p.setting.lang.as_str(), strictness, text)
            };
            if (ours == *segments) != OTHERWISE.iter().find(otherwise).is_none() {
                wrong.push(format!("{strictness:?} {ja_or_zh:?} {ours:?} for {segments:?}"));
            }
        }
    });
    assert_eq!(asked, 52);
    assert!(wrong.is_empty(), "{wrong:#?}");
}
