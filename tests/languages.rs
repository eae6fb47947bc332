//! One text in several languages: whole parts in one of them, and lines with their translations.

use std::cell::RefCell;

use jianli::extract::attachments;
use jianli::model;
use jianli::session::{Attach, Options, Outcome, Request, Session, Understood, understand};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::cli::TestFolder;

const HEAD: &str = "---\nlanguages: [zh-Hans, en]\n---\n";

fn asked(text: &str, lang: &str) -> Request {
    let mut options = Options::default();
    options.lang = (!lang.is_empty()).then(|| lang.to_owned());
    Request::new("cv.md", text).with_options(options)
}

fn printed(outcome: &Outcome<Understood>) -> String {
    let understood = outcome.result.as_ref().unwrap_or_else(|_| panic!("{:?}", outcome.findings));
    model::texts(&understood.resume).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("|")
}

fn codes(outcome: &Outcome<Understood>) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding| finding.code.id).collect()
}

/// What is printed of a text in Chinese and in English.
fn both(body: &str) -> [String; 2] {
    ["zh-Hans", "en"].map(|lang| printed(&understand(&asked(&format!("{HEAD}{body}"), lang))))
}

#[test]
fn a_line_has_its_words_in_another_language_behind_it() {
    for (text, zh, en) in [
        ("# 林墨 <!-- en: Mo Lin -->\n", "林墨", "Mo Lin"),
        ("# 林墨\n\n## 技能 <!-- en: Skills -->\n\n- 甲\n", "林墨|技能|甲", "林墨|Skills|甲"),
        ("# 林墨\n\n甲句。 <!-- en: One *sentence*. -->\n", "林墨|甲句。", "林墨|One |sentence|."),
        (
            "# 林墨\n\n## 技能\n\n- **甲** 乙 <!-- en: A -->\n  - 丙 <!-- EN: C -->\n",
            "林墨|技能|甲| 乙|丙",
            "林墨|技能|A|C",
        ),
        ("# 林墨\n\n## 技能\n\n> 甲\\\n> 乙 <!-- en: B -->\n", "林墨|技能|甲|乙", "林墨|技能|甲|B"),
        (
            "# 林墨\n\n## 技能\n\n| 甲 <!-- en: A --> | 乙 |\n|---|---|\n| 丙 | 丁 <!-- en: D --> |\n",
            "林墨|技能|甲|乙|丙|丁",
            "林墨|技能|A|乙|丙|D",
        ),
        ("# 林墨\n\n## 技能\n\n- 甲 <!-- en-GB: A --> <!-- en: B -->\n", "林墨|技能|甲", "林墨|技能|B"),
        (
            "# 林墨\n\n## 技能\n\n- `甲` <!-- en: `A` -->\n- **甲** <!-- en: B -->\n- <https://a.example.com> <!-- en: C -->\n",
            "林墨|技能|甲|甲|https://a.example.com",
            "林墨|技能|A|B|C",
        ),
        ("# Mo Lin\n\n## Skills\n\n- A <!-- zh: 甲 -->\n", "Mo Lin|Skills|甲", "Mo Lin|Skills|A"),
        ("# 林墨\n\n## 技能\n\n- 甲 <!-- TODO: en --> <!-- note: x -->\n", "林墨|技能|甲", "林墨|技能|甲"),
    ] {
        assert_eq!(both(text), [zh, en], "{text}");
    }
}

#[test]
fn a_part_in_one_language_is_in_no_other() {
    let body = |text: &str| both(&format!("# 林墨\n\n{text}")).map(|text| text.replacen("林墨|", "", 1));
    for (text, zh, en) in [
        ("## 技能\n\n- 甲 <!-- lang: zh-CN -->\n- A <!-- lang: en -->\n- K8s\n", "技能|甲|K8s", "技能|A|K8s"),
        (
            "<!-- lang: zh-Hans -->\n## 技能\n<!-- lang: en -->\n## Skills\n<!-- /lang -->\n\n- K8s\n",
            "技能|K8s",
            "Skills|K8s",
        ),
        ("## 技能 <!-- lang: zh -->\n\n## Skills <!-- lang: en -->\n\n- K8s\n", "技能|K8s", "Skills|K8s"),
        ("## 技能 <!-- lang: zh -->\n\n- 甲\n\n## Skills <!-- lang: en -->\n\n- A\n", "技能|甲", "Skills|A"),
        (
            "<!-- lang: zh -->\n\n## 技能\n\n- 甲\n\n<!-- /lang -->\n\n## Rust\n\n- 乙\n\n<!-- lang: en -->\n\n## Skills\n\n- A\n",
            "技能|甲|Rust|乙",
            "Rust|乙|Skills|A",
        ),
        // A section that says nothing in a language goes.
        ("## 论文\n\n- 甲 <!-- lang: zh -->\n\n## 技能\n\n- K8s\n", "论文|甲|技能|K8s", "技能|K8s"),
        // One that says nothing at all stays.
        (
            "## 论文\n\n## 技能 <!-- lang: zh -->\n\n- 甲\n\n## Rust\n\n- 乙\n",
            "论文|技能|甲|Rust|乙",
            "论文|Rust|乙",
        ),
        (
            "## 技能\n\n- K8s\n\n  <!-- lang: en -->\n  A\n\n  <!-- /lang -->\n  甲乙\n",
            "技能|K8s|甲乙",
            "技能|K8s|A|甲乙",
        ),
    ] {
        assert_eq!(body(text), [zh, en], "{text}");
    }
}

#[test]
fn a_person_has_a_name_in_each_language() {
    let rest = "\n\n工程师 <!-- en: Engineer -->\n\n## 技能 <!-- en: Skills -->\n\n- K8s\n";
    for name in [
        "# 林墨 <!-- lang: zh -->\n\n# Mo Lin <!-- lang: en -->",
        "<!-- lang: zh -->\n# 林墨\n\n<!-- lang: en -->\n# Mo Lin\n<!-- /lang -->",
        "# 林墨 <!-- en: Mo Lin -->",
    ] {
        for (lang, name_there, headline, title) in
            [("zh-Hans", "林墨", "工程师", "技能"), ("en", "Mo Lin", "Engineer", "Skills")]
        {
            let outcome = understand(&asked(&format!("{HEAD}{name}{rest}"), lang));
            let resume = outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings)).resume;
            assert_eq!(resume.header.name.unwrap().text(), name_there, "{name}");
            assert_eq!(resume.header.headline.unwrap().value.text(), headline, "{name}");
            assert_eq!((resume.sections[0].title.text().as_ref(), resume.meta.lang.as_str()), (title, lang));
        }
    }
}

#[test]
fn who_says_the_language_and_what_is_set_in_it() {
    let text = |front: &str| {
        format!("---\n{front}\n---\n# 林墨\n\n- lin@example.com\n\n## 技能\n\n- 甲 <!-- en: A -->\n")
    };
    let of = |front: &str, view: Option<&str>, lang: &str| {
        let mut request = asked(&text(front), lang);
        request.options.view = view.map(str::to_owned);
        let outcome = understand(&request);
        let Understood { resume, source, .. } =
            outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings));
        let layout = source.front.layout.map(|layout| layout.text).unwrap_or_default();
        let headline = resume.header.headline.map(|line| line.value.text().into_owned()).unwrap_or_default();
        format!("{} {layout} {headline}", resume.meta.lang)
    };
    let list = "languages: [zh-Hans, en]";
    assert_eq!(of(list, None, ""), "zh-Hans  ");
    assert_eq!(of(list, None, "en"), "en  ");
    assert_eq!(of(list, None, "zh"), "zh-Hans  ");
    assert_eq!(of(list, None, "zh-CN"), "zh-Hans  ");
    assert_eq!(of(list, None, "en-GB"), "en-GB  ");
    assert_eq!(of(&format!("lang: en\n{list}"), None, ""), "en  ");
    let views = format!(
        "{list}\nlayout: jake\nviews:\n  a: {{ lang: en, headline: 会计, en: {{ headline: Accountant }} }}\n  b: {{}}"
    );
    assert_eq!(of(&views, Some("a"), ""), "en jake Accountant");
    assert_eq!(of(&views, Some("a"), "zh-Hans"), "zh-Hans jake 会计");
    assert_eq!(of(&views, Some("b"), ""), "zh-Hans jake ");
    let map =
        "languages:\n  zh-Hans:\n  en: { layout: compact, headline: Baker }\nviews:\n  a: { headline: 会计 }";
    assert_eq!(
        (of(map, None, ""), of(map, None, "en")),
        ("zh-Hans  ".to_owned(), "en compact Baker".to_owned())
    );
    assert_eq!(of(map, Some("a"), "en"), "en compact 会计");
}

#[test]
fn what_is_wrong_with_languages_is_said() {
    let of = |front: &str, body: &str| {
        let text = format!("---\n{front}\n---\n# 林墨\n\n- lin@example.com\n\n## 技能\n\n{body}\n- 甲\n");
        codes(&understand(&asked(&text, "")))
    };
    let list = "languages: [zh-Hans, en]";
    for body in [
        "- 甲 <!-- fr: A -->",
        "<!-- lang: fr -->\n乙\n\n<!-- /lang -->",
        "<!-- /lang -->",
        "<!-- en: A -->",
        "- 甲 <!-- en: A --> 乙",
        "- 甲 <!-- en: -->",
    ] {
        assert!(of(list, body).contains(&"J104"), "{body}: {:?}", of(list, body));
    }
    for body in [
        "- 甲 <!-- en: A -->",
        "- 甲 <!-- lang: en -->",
        "<!-- lang: en -->\n\nA\n",
        "- 甲 <!-- NB: x -->",
        "- `甲 <!-- fr: A -->`",
    ] {
        assert!(!of(list, body).contains(&"J104"), "{body}: {:?}", of(list, body));
    }
    // A person's own languages, and slips.
    for front in [
        "languages: [English, 中文]",
        "languages:\n  - language: English",
        "views: { a: { tgs: { layout: jake } } }",
    ] {
        assert!(of(front, "- 甲 <!-- en: A -->").contains(&"J103"), "{front}");
    }
    for (lang, near) in [("fr", "zh-Hans"), ("zh-TW", "zh-Hans")] {
        let outcome = understand(&asked(&format!("{HEAD}# 林墨\n"), lang));
        assert!(outcome.result.is_err() && codes(&outcome).contains(&"J119"), "{:?}", outcome.findings);
        assert!(outcome.findings[0].hints.concat().contains(near), "{:?}", outcome.findings);
    }
}

#[test]
fn a_text_in_one_language_is_as_it_was() {
    let text =
        "# 林墨\n\n## 技能\n\n- 甲 <!-- en: A -->\n\n<!-- lang: en -->\n\nA “word”\n\n<!-- /lang -->\n";
    let outcome = understand(&asked(text, "ja"));
    assert!(printed(&outcome).contains("甲") && printed(&outcome).contains("A “word”"));
    assert_eq!(outcome.result.unwrap().resume.meta.lang, "ja");
}

#[test]
fn each_view_in_each_language_is_a_file() {
    let desk = TestFolder::new();
    desk.write(
        "lin.md",
        "---\nlanguages: [zh-Hans, en]\nviews:\n  后端: { tags: [backend] }\n  fe: { tags: [frontend] }\n  uk: { lang: en, tags: [] }\n---\n\
         # 林墨 <!-- en: Mo Lin -->\n\n- lin@example.com\n\n## 技能 <!-- en: Skills -->\n\n- 甲 <!-- tags: backend --> <!-- en: A -->\n\
         - 乙 <!-- en: B --> <!-- tags: frontend -->\n- 丙 <!-- en: C -->\n",
    );
    desk.run(&["lin.md", "--all-langs"])
        .ended_long(0, &["lin-zh-Hans.pdf", "lin-en.pdf", "2 résumés: 2 built"]);
    desk.run(&["lin.md", "--all-views", "--all-langs", "--format", "pdf,svg", "-o", "out/"]).ended(
        0,
        &["lin-后端-zh-Hans.pdf, out/lin-后端-zh-Hans.svg", "out/lin-fe-en.pdf", "5 résumés: 5 built"],
    );
    for name in ["lin-后端-en", "lin-fe-zh-Hans", "lin-uk-en"] {
        assert!(
            desk.path(&format!("out/{name}.pdf")).exists() && desk.path(&format!("out/{name}.svg")).exists()
        );
    }
    assert!(!desk.path("out/lin-uk-zh-Hans.pdf").exists());
    desk.run(&["lin.md", "--view", "fe", "--all-langs", "-o", "{name}-{lang}.pdf"])
        .ended(0, &["林墨-zh-Hans.pdf", "Mo Lin-en.pdf"]);
    desk.run(&["lin.md", "--view", "fe", "--lang", "en", "-o", "fe.pdf"]).ended(0, &["fe.pdf"]);
    assert!(desk.read("fe.pdf") == desk.read("out/lin-fe-en.pdf"));
    desk.run(&["check", "lin.md", "--all-views", "--all-langs"])
        .ended_long(0, &["(view fe, en)", "5 résumés"]);
    desk.run(&["lin.md", "--lang", "fr"]).ended(1, &["J119"]);
    desk.run(&["lin.md", "--all-langs", "--blind"])
        .ended_long(0, &["resume-blind-zh-Hans.pdf", "resume-blind-en.pdf"]);
    desk.write("one.md", "# 林墨\n\n- lin@example.com\n");
    desk.run(&["one.md", "--all-langs"]).ended(2, &["languages: [zh-Hans, en]"]);
    let said = desk.run(&["explain", "lin.md", "--lang", "en"]);
    let out = String::from_utf8(said.out.clone()).unwrap();
    assert!(out.contains("name          Mo Lin") && !out.contains("甲"), "{out}");
}

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::of_many(&[]).unwrap());
}

fn pdf(request: &Request) -> Vec<u8> {
    let outcome = SESSION.with_borrow_mut(|session| session.build(request));
    outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings)).artefacts.remove(0).bytes
}

/// What a résumé says, without places and what was said about it.
fn said(request: &Request) -> Value {
    let outcome = understand(request);
    let resume = outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings)).resume;
    let mut value: Value = serde_json::from_str(&model::explain_json(&resume, &outcome.files)).unwrap();
    strip(&mut value);
    value
}

fn strip(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Object(members) => {
            ["span", "of", "directives"].iter().for_each(|key| drop(members.remove(*key)));
            members.values_mut().for_each(strip);
        }
        _ => {}
    }
}

/// How the words of a line depend on the language.
#[derive(Clone, Copy, Debug)]
enum Way {
    Both,
    Translated,
    Only(usize),
}

const LANGS: [&str; 2] = ["zh-Hans", "en"];

const WORDS: [[&str; 2]; 4] = [
    ["独立设计订单系统，故障减少 40%。", "Designed the order system; 40 % fewer failures."],
    ["`引擎` 写过 **引擎** 及其 `tests`", "Wrote the **engine** and its `tests`"],
    ["带 5 人团队", "Led five people"],
    ["见 [链](https://example.com/a)", "See [there](https://example.com/b)"],
];

type Line = (Way, usize);
type Part = (Way, bool, Vec<Line>);

fn way() -> impl Strategy<Value = Way> {
    prop_oneof![
        1 => Just(Way::Both),
        2 => Just(Way::Translated),
        2 => select(vec![Way::Only(0), Way::Only(1)]),
    ]
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    vec((way(), any::<bool>(), vec((way(), 0..WORDS.len()), 1..4)), 1..4)
}

/// Writes one line: with all that is said of it, else as it is in one language, if it is there at all.
fn line(begin: &str, (way, words): Line, lang: Option<usize>) -> String {
    let [zh, en] = WORDS[words];
    match (way, lang) {
        (Way::Both, _) | (Way::Translated, Some(0)) => format!("{begin}{zh}\n"),
        (Way::Translated, Some(_)) => format!("{begin}{en}\n"),
        (Way::Translated, None) => format!("{begin}{zh} <!-- en: {en} -->\n"),
        (Way::Only(only), None) => format!("{begin}{} <!-- lang: {} -->\n", WORDS[words][only], LANGS[only]),
        (Way::Only(only), Some(lang)) if only == lang => format!("{begin}{}\n", WORDS[words][only]),
        (Way::Only(_), Some(_)) => String::new(),
    }
}

/// Writes a résumé in all languages, or as somebody would have written it in one.
fn written(parts: &[Part], lang: Option<usize>) -> String {
    let mut text = String::from(if lang.is_none() { HEAD } else { "" });
    text += "# 林墨\n\n- 电话：138-0000-0000\n\n";
    for (at, (way, region, lines)) in parts.iter().enumerate() {
        let bullets: String = lines.iter().map(|one| line("- ", *one, lang)).collect();
        if let Way::Only(only) = way
            && lang.is_some_and(|lang| lang != *only)
        {
            continue;
        }
        let empty = bullets.is_empty();
        let (open, mark) = match (way, lang, region) {
            (Way::Only(only), None, true) => (format!("<!-- lang: {} -->\n", LANGS[*only]), String::new()),
            (Way::Only(only), None, false) => (String::new(), format!(" <!-- lang: {} -->", LANGS[*only])),
            (Way::Translated, None, _) => (String::new(), " <!-- en: Projects -->".to_owned()),
            _ => (String::new(), String::new()),
        };
        let translated = matches!((way, lang), (Way::Translated, Some(1)));
        let title = if translated { "Projects".to_owned() } else { format!("第{at}章") };
        let close = if open.is_empty() { "" } else { "<!-- /lang -->\n\n" };
        if !empty {
            text += &format!("{open}## {title}{mark}\n\n{bullets}\n{close}");
        }
    }
    text + "## 其它\n\n- 常在\n"
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_language_says_what_a_text_written_in_it_says(parts in parts(), lang in 0usize..2) {
        let (whole, own) = (written(&parts, None), written(&parts, Some(lang)));
        let mut own_request = asked(&own, LANGS[lang]);
        own_request.options.lang = Some(LANGS[lang].to_owned());
        prop_assert_eq!(said(&asked(&whole, LANGS[lang])), said(&own_request), "{}\n----\n{}", whole, own);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn a_language_makes_the_bytes_of_a_text_written_in_it_and_carries_no_other(parts in parts(), lang in 0usize..2) {
        let (whole, own) = (asked(&written(&parts, None), LANGS[lang]), asked(&written(&parts, Some(lang)), LANGS[lang]));
        let plain = pdf(&whole);
        prop_assert!(plain == pdf(&own), "bytes differ");
        let mut carrying = whole;
        carrying.options.attach = Some(Attach::All);
        let carried = attachments(&pdf(&carrying)).unwrap().into_iter().find(|file| file.markdown).unwrap().bytes;
        let carried = String::from_utf8(carried).unwrap();
        prop_assert!(!carried.contains("languages:") && !carried.contains("<!-- en:"), "{}", carried);
        prop_assert!(plain == pdf(&asked(&carried, "")), "{}", carried);
    }
}
