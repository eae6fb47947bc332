//! Views: what each application gets to see of one text.

use jianli::diag::{Diagnostic, FileId};
use jianli::model;
use jianli::session::{Options, Outcome, Request, Understood, understand};

/// A text under a name, so that it is a résumé.
const HEAD: &str = "# 林墨\n\n- 邮箱：lin@example.com\n\n";

pub fn asked(text: &str, view: Option<&str>, tags: Option<&[&str]>) -> Request {
    let mut options = Options::default();
    options.view = view.map(str::to_owned);
    options.tags = tags.map(|tags| tags.iter().map(|tag| (*tag).to_owned()).collect());
    Request::new("cv.md", text).with_options(options)
}

fn printed(outcome: &Outcome<Understood>) -> String {
    let understood = outcome.result.as_ref().unwrap_or_else(|_| panic!("{:?}", outcome.findings));
    let texts = model::texts(&understood.resume);
    texts.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("|")
}

fn codes(outcome: &Outcome<Understood>) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding: &Diagnostic| finding.code.id).collect()
}

/// What is printed of a body for some tags.
fn body(text: &str, tags: &[&str]) -> String {
    let outcome = understand(&asked(&format!("{HEAD}{text}"), None, Some(tags)));
    printed(&outcome).replacen("林墨|", "", 1).replace("邮箱：|lin@example.com|", "")
}

/// A text whose tags are all known, with a body.
fn with_known(body: &str) -> String {
    // What is tagged here is seen by nobody who is asked for in the tests.
    format!("{HEAD}{body}\n\n<!-- only: known-y -->\n\n尾\n\n<!-- /only -->\n")
}

#[test]
fn a_bullet_is_for_those_who_want_its_tag() {
    let text = "## 技能\n\n- 甲事 <!-- tags: x -->\n- 乙事\n- 丙事 <!-- tags: y -->\n";
    assert_eq!(body(text, &["x"]), "技能|甲事|乙事");
    assert_eq!(body(text, &["y"]), "技能|乙事|丙事");
    assert_eq!(body(text, &[]), "技能|乙事");
    assert_eq!(body(text, &["x", "y"]), "技能|甲事|乙事|丙事");
    let all = understand(&asked(&format!("{HEAD}{text}"), None, None));
    assert!(printed(&all).contains("甲事") && printed(&all).contains("丙事"));
    assert_eq!(codes(&all), ["J116"]);
}

#[test]
fn a_view_without_tags_sees_all_but_what_is_kept_from_it() {
    let text = format!(
        "---\nviews:\n  public:\n    pages: 1\n  other: {{}}\n  none: {{ tags: [] }}\n---\n{HEAD}## 技能\n\n\
         - 甲事 <!-- tags: x -->\n- 乙事 <!-- tags: -public -->\n- 丙事\n"
    );
    let of = |view| printed(&understand(&asked(&text, Some(view), None)));
    assert!(of("public").ends_with("技能|甲事|丙事"), "{}", of("public"));
    assert!(of("other").ends_with("技能|甲事|乙事|丙事"));
    assert!(of("Other").ends_with("技能|甲事|乙事|丙事"));
    assert!(of("none").ends_with("技能|乙事|丙事"));
    let all = understand(&asked(&text, None, None));
    assert!(printed(&all).ends_with("技能|甲事|乙事|丙事"));
}

#[test]
fn an_entry_goes_with_all_under_it_and_its_section_if_it_was_alone() {
    let work =
        "## 工作经历\n\n### 示例科技 | 工程师 | 2020.03 – 2022.04 <!-- tags: x -->\n\n- 甲事\n- 乙事\n\n";
    let two = format!(
        "{work}### 另一家 | 会计 | 2018.03 – 2019.04\n\n- 丙事\n\n## 技能\n\n- 丁事 <!-- tags: y -->\n"
    );
    let kept = body(&two, &["y"]);
    assert!(
        !kept.contains("示例") && !kept.contains("甲事") && kept.contains("另一家") && kept.contains("丙事")
    );
    let one = format!("{work}## 技能\n\n- 丁事 <!-- tags: y -->\n");
    assert_eq!(body(&one, &["y"]), "技能|丁事");
    assert!(body(&one, &["x"]).contains("甲事"));
}

#[test]
fn a_tag_inside_rescues_nothing_from_what_goes() {
    let text = "## 论文 <!-- tags: x -->\n\n- 甲事 <!-- tags: y -->\n\n## 技能\n\n- 乙事\n";
    assert_eq!(body(text, &["y"]), "技能|乙事");
    assert_eq!(body(text, &["x", "y"]), "论文|甲事|技能|乙事");
}

#[test]
fn an_entry_whose_bullets_all_go_stays_and_is_not_called_empty() {
    let text = format!(
        "{HEAD}## 工作经历\n\n### 示例科技 | 工程师 | 2020.03 – 2022.04\n\n- 甲事 <!-- tags: x -->\n- 乙事 <!-- tags: x -->\n\n\
         ## 技能\n\n- 丁事 <!-- tags: y -->\n"
    );
    let outcome = understand(&asked(&text, None, Some(&["y"])));
    assert!(printed(&outcome).contains("示例科技") && !printed(&outcome).contains("甲事"));
    assert!(!codes(&outcome).contains(&"J203"), "{:?}", outcome.findings);
}

#[test]
fn a_section_that_was_empty_before_is_still_called_so() {
    let text =
        format!("{HEAD}## 论文\n\n## 技能\n\n- 丁事 <!-- tags: y -->\n- 戊事\n- 己事 <!-- tags: x -->\n");
    let outcome = understand(&asked(&text, None, Some(&["y"])));
    assert!(printed(&outcome).contains("论文"));
    assert!(codes(&outcome).contains(&"J203"), "{:?}", outcome.findings);
    let empty =
        outcome.findings.iter().find(|finding| finding.code.id == "J203").and_then(|found| found.primary);
    assert_eq!(empty.map(|span| &text[span.range()]), Some("## 论文"));
}

#[test]
fn a_region_holds_whole_blocks_and_ends_where_it_says() {
    let text = "## 技能\n\n- 甲事\n\n<!-- only: x -->\n\n## 论文\n\n- 乙事\n\n## 专利\n\n- 丙事\n\n<!-- /only -->\n\n后来的话。\n\n\
                ## 爱好\n\n- 丁事 <!-- tags: y -->\n";
    assert_eq!(body(text, &["y"]), "技能|甲事|后来的话。|爱好|丁事");
    assert_eq!(body(text, &["x"]), "技能|甲事|论文|乙事|专利|丙事|后来的话。");
}

#[test]
fn a_leading_comment_is_about_the_next_block() {
    let text = "<!-- tags: x -->\n## 论文\n\n- 甲事\n\n### 附\n\n乙事。\n\n## 技能\n\n<!-- tags: x -->\n- 丙事\n- 丁事\n\n戊事。\n\n- 己事 <!-- tags: y -->\n";
    assert_eq!(body(text, &["y"]), "技能|戊事。|己事");
    assert!(body(text, &["x"]).contains("丙事") && body(text, &["x"]).contains("甲事"));
    // What is said of what goes is not said of the next.
    let text = "## 技能\n\n- 甲事 <!-- tags: y -->\n\n<!-- section: projects -->\n## 作品 <!-- tags: x -->\n\n- 乙事\n\n## 随笔\n\n- 丙事\n";
    let outcome = understand(&asked(&format!("{HEAD}{text}"), None, Some(&["y"])));
    let sections = &outcome.result.as_ref().unwrap().resume.sections;
    assert_eq!(sections.last().unwrap().kinds[0].name(), "other");
}

#[test]
fn lines_with_keys_and_lines_broken_by_hand_are_parts() {
    let text = "---\nviews: { public: {} }\n---\n# 林墨\n\n电话：138-0000-0000 <!-- tags: -public -->\n邮箱：lin@example.com\n\n## 技能\n\n甲事 <!-- tags: -public -->\\\n乙事\n";
    let outcome = understand(&asked(text, Some("public"), None));
    let kept = printed(&outcome);
    assert!(!kept.contains("138") && kept.contains("lin@example.com"), "{kept}");
    assert!(!kept.contains("甲事") && kept.contains("乙事"), "{kept}");
    assert!(printed(&understand(&asked(text, None, None))).contains("138-0000-0000"));
}

#[test]
fn what_is_no_directive_is_text_and_what_is_misplaced_speaks() {
    let speaks = |text: &str| {
        let outcome = understand(&asked(&format!("{HEAD}## 技能\n\n{text}\n"), None, None));
        outcome.findings.iter().filter(|finding| finding.code.id == "J104").count()
    };
    for good in [
        "- `甲 <!-- tags: x -->`",
        "```\n<!-- tags: x -->\n```",
        "- 甲 <!-- tags: x -->",
        "- 甲 <!-- TODO -->",
    ] {
        assert_eq!(speaks(good), 0, "{good}");
    }
    for bad in [
        "甲 <!-- tags: x --> 乙",
        "甲 <!-- tags: x -->\n乙还没有写完",
        "<!-- /only -->",
        "<!-- only: x -->\n\n甲",
        "- 甲\n\n  <!-- only: x -->\n\n  乙\n- 丙",
        "甲\n\n<!-- tags: x -->",
        "- 甲 <!-- tag: x -->",
        "- 甲 <!-- tags: x y z! -->",
        "| 甲 | 乙 <!-- tags: x --> |\n|---|---|\n| 丙 | 丁 |",
        "**甲 <!-- tags: x -->**",
        "- 甲 <!-- only: x -->",
        "<!-- onyl: x -->\n\n甲",
        "甲 <!-- skip -->",
        "- 甲 <!-- keep -->",
        "甲 <!-- var: a --> 乙",
    ] {
        assert_eq!(speaks(bad), 1, "{bad}");
    }
    let named =
        understand(&asked("# 林墨 <!-- tags: x -->\n\n- lin@example.com\n\n## 技能\n\n- 甲\n", None, None));
    assert!(codes(&named).contains(&"J104"));
}

#[test]
fn tags_have_levels() {
    for (tag, wanted, seen) in [
        ("a/b", "a", true),
        ("a/b", "a/b", true),
        ("a/b", "a/c", false),
        ("a", "a/b", true),
        ("a/b", "a/*", true),
    ] {
        let text = with_known(&format!(
            "## 技能\n\n- 甲事 <!-- tags: {tag} -->\n- 乙事 <!-- tags: a/c -->\n- 丙事\n"
        ));
        let outcome = understand(&asked(&text, None, Some(&[wanted])));
        assert_eq!(printed(&outcome).contains("甲事"), seen, "{tag} for {wanted}");
    }
}

#[test]
fn names_stand_for_several_tags_and_not_for_themselves() {
    let text = |tags: &str| {
        format!(
            "---\ntags: {tags}\nviews: {{ v: {{ tags: [f] }} }}\n---\n{HEAD}## 技能\n\n- 甲事 <!-- tags: x -->\n- 乙事 <!-- tags: y -->\n- 丙事 <!-- tags: z -->\n"
        )
    };
    let kept = printed(&understand(&asked(&text("{ f: [x, g], g: [y] }"), Some("v"), None)));
    assert!(kept.contains("甲事") && kept.contains("乙事") && !kept.contains("丙事"));
    let circle = understand(&asked(&text("{ f: [x, g], g: [f] }"), Some("v"), None));
    assert!(circle.result.is_err() && codes(&circle).contains(&"J114"), "{:?}", circle.findings);
}

#[test]
fn numbers_of_a_list_begin_where_they_did() {
    let text = "## 技能\n\n1. 甲事 <!-- tags: x -->\n2. 乙事\n3. 丙事 <!-- tags: x -->\n4. 丁事\n\n- （1）甲\n- （2）乙 <!-- tags: x -->\n- （3）丙 <!-- tags: y -->\n";
    let outcome = understand(&asked(&format!("{HEAD}{text}"), None, Some(&["y"])));
    let understood = outcome.result.as_ref().unwrap();
    let explained = model::explain(&understood.resume, &understood.source, &outcome.files);
    assert!(explained.contains("乙事") && !understood.source.text.contains("甲事"));
    assert!(understood.source.text.contains("1. 乙事\n4. 丁事"), "{}", understood.source.text);
    assert!(!codes(&outcome).contains(&"J204"), "{:?}", outcome.findings);
}

#[test]
fn a_first_paragraph_that_goes_makes_the_next_the_headline() {
    let text = "# 林墨\n\n后端工程师 <!-- tags: x -->\n\n前端工程师\n\n- 邮箱：lin@example.com\n\n## 技能\n\n- 甲事 <!-- tags: y -->\n";
    let headline = |tags: &[&str]| {
        let outcome = understand(&asked(text, None, Some(tags)));
        outcome.result.unwrap().resume.header.headline.unwrap().value.text().into_owned()
    };
    assert_eq!(headline(&["x"]), "后端工程师");
    assert_eq!(headline(&["y"]), "前端工程师");
}

#[test]
fn sections_are_hidden_and_put_first_by_kind_or_title() {
    let text = |view: &str| {
        format!(
            "---\nviews:\n  v: {view}\n---\n{HEAD}## 工作经历及项目经验\n\n### 示例科技 | 工程师 | 2020.03 – 2022.04\n\n- 甲事\n\n## 教育背景\n\n### 某大学 | 数学 | 2010.09 – 2014.06\n\n## 专业技能\n\n- 乙事[一]\n\n## 随笔\n\n- 丙事\n\n[一]: https://example.com/one\n"
        )
    };
    let sections = |view: &str| {
        let outcome = understand(&asked(&text(view), Some("v"), None));
        let resume = outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings)).resume;
        resume.sections.iter().map(|section| section.title.text().into_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(sections("{ hide: [work] }"), "教育背景 专业技能 随笔");
    assert_eq!(sections("{ hide: [随笔, education] }"), "工作经历及项目经验 专业技能");
    assert_eq!(sections("{ first: [skills, 随笔] }"), "专业技能 随笔 工作经历及项目经验 教育背景");
    assert_eq!(sections("{ first: [随笔], hide: [skills] }"), "随笔 工作经历及项目经验 教育背景");
    for (wrong, code) in [
        ("{ hide: [skils] }", "J115"),
        ("{ hide: [work], first: [work] }", "J114"),
        ("{ hied: [work] }", "J103"),
        ("{ tags: [zz] }", "J115"),
        ("{ redact: [fone] }", "J114"),
    ] {
        let outcome = understand(&asked(&text(wrong), Some("v"), None));
        assert!(codes(&outcome).contains(&code), "{wrong}: {:?}", outcome.findings);
    }
}

#[test]
fn a_view_sets_its_own_and_what_is_asked_for_beats_it() {
    let text = "---\nlayout: classic\npages: 2\nheadline: 会计\nset: { type.size: 9pt }\nviews:\n  v: { layout: compact, pages: 1, headline: 出纳, title: 某人, lang: en, set: { type.size: 10pt } }\n---\n# 林墨\n\n- 邮箱：lin@example.com\n\n## 技能\n\n- 甲事\n";
    let outcome = understand(&asked(text, Some("v"), None));
    let Understood { source, resume, .. } = outcome.result.unwrap();
    assert_eq!(source.front.layout.as_ref().unwrap().text, "compact");
    assert_eq!(source.front.pages.unwrap().0, 1);
    assert_eq!(
        source.front.set.iter().map(|(_, value)| value.text.as_str()).collect::<Vec<_>>(),
        ["\"10pt\""]
    );
    assert_eq!(resume.header.headline.unwrap().value.text(), "出纳");
    assert_eq!((resume.meta.title.as_str(), resume.meta.lang.as_str()), ("某人", "en"));
    // The line in the text is no longer said.
    let written = text.replace("# 林墨\n", "# 林墨\n\n**高级会计**\n");
    let resume = understand(&asked(&written, Some("v"), None)).result.unwrap().resume;
    assert_eq!(resume.header.headline.unwrap().value.text(), "出纳");
    let mut request = asked(text, Some("v"), None);
    request.options.lang = Some("ja".to_owned());
    assert_eq!(understand(&request).result.unwrap().resume.meta.lang, "ja");
}

#[test]
fn variables_have_a_text_that_everybody_sees() {
    let text = "---\nviews:\n  a: { vars: { company: 示例科技 } }\n  b: {}\n  c: { vars: { firm: 甲 } }\n---\n# 林墨\n\n- 邮箱：lin@example.com\n\n## 自我评价\n\n<!-- var: company -->贵公司<!-- /var -->的产品我一直在用，<!-- var: company -->贵公司<!-- /var -->很好。\n";
    let of = |view| understand(&asked(text, view, None));
    assert!(printed(&of(Some("a"))).ends_with("示例科技的产品我一直在用，示例科技很好。"));
    assert!(printed(&of(Some("b"))).ends_with("贵公司的产品我一直在用，贵公司很好。"));
    assert!(printed(&of(None)).ends_with("贵公司的产品我一直在用，贵公司很好。"), "{}", printed(&of(None)));
    assert!(codes(&of(Some("c"))).contains(&"J103"));
    let empty = text.replace("贵公司<!--", "<!--");
    let outcome = understand(&asked(&empty, Some("b"), None));
    assert!(outcome.result.is_err() && codes(&outcome).contains(&"J126"), "{:?}", outcome.findings);
    assert!(printed(&understand(&asked(&empty, Some("a"), None))).contains("示例科技"));
}

#[test]
fn what_there_is_not_is_refused_with_what_is_near() {
    let text = format!(
        "---\nviews: {{ public: {{}}, backend: {{ tags: [x] }} }}\n---\n{HEAD}## 技能\n\n- 甲事 <!-- tags: x -->\n- 乙事 <!-- tags: -pubic -->\n"
    );
    let hint = |outcome: &Outcome<Understood>, code: &str| {
        let found = outcome.findings.iter().find(|finding| finding.code.id == code);
        found.unwrap_or_else(|| panic!("{:?}", outcome.findings)).hints.concat()
    };
    let outcome = understand(&asked(&text, Some("pub"), None));
    assert!(
        outcome.result.is_err() && hint(&outcome, "J119").contains("`public`"),
        "{}",
        hint(&outcome, "J119")
    );
    let outcome = understand(&asked(&text, Some("public"), None));
    assert!(outcome.result.is_err() && hint(&outcome, "J115").contains("`public`"));
    let outcome = understand(&asked(&format!("{HEAD}- a <!-- tags: back -->\n"), None, Some(&["bakc"])));
    assert!(outcome.result.is_err() && hint(&outcome, "J115").contains("`back`"));
}

#[test]
fn the_default_view_is_taken_when_nobody_chooses() {
    let text = format!(
        "---\nviews: {{ default: {{ tags: [x] }}, v: {{ tags: [y] }} }}\n---\n{HEAD}## 技能\n\n- 甲事 <!-- tags: x -->\n- 乙事 <!-- tags: y -->\n"
    );
    assert!(printed(&understand(&asked(&text, None, None))).ends_with("技能|甲事"));
    assert!(printed(&understand(&asked(&text, Some("v"), None))).ends_with("技能|乙事"));
    assert!(printed(&understand(&asked(&text, None, Some(&["y"])))).ends_with("技能|乙事"));
}

#[test]
fn footnotes_and_targets_go_with_what_leads_to_them() {
    let text = "## 技能\n\n- 甲事[^一] [链][la] <!-- tags: x -->\n- 乙事[^二] [链][lb]\n- 丙事 <!-- tags: y -->\n\n[^一]: 注甲。\n[^二]: 注乙。\n\n[la]: https://a.example.com\n[lb]: https://b.example.com\n";
    let outcome = understand(&asked(&format!("{HEAD}{text}"), None, Some(&["y"])));
    let source = &outcome.result.as_ref().unwrap().source.text;
    assert!(!source.contains("注甲") && !source.contains("a.example.com"), "{source}");
    assert!(source.contains("注乙") && source.contains("b.example.com"), "{source}");
}

#[test]
fn explain_says_what_is_left_out_and_places_are_those_of_the_file() {
    let text = format!("{HEAD}## 技能\n\n- 甲事 <!-- tags: x -->\n- 乙事\n- 丙事 <!-- tags: y -->\n");
    let outcome = understand(&asked(&text, None, Some(&["y"])));
    let understood = outcome.result.as_ref().unwrap();
    let explained = model::explain(&understood.resume, &understood.source, &outcome.files);
    let line = |words: &str| {
        explained
            .lines()
            .find(|line| line.contains(words))
            .unwrap_or_else(|| panic!("{explained}"))
            .to_owned()
    };
    assert!(line("甲事").trim_start().starts_with("7  —"), "{explained}");
    assert!(line("乙事").trim_start().starts_with("8  bullet"), "{explained}");
    assert!(model::explain_json(&understood.resume, &outcome.files).contains("乙事"));
}

mod any {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// What somebody may put behind a line, or between two.
    fn comment() -> impl Strategy<Value = &'static str> {
        select(vec![
            " <!-- tags: x -->",
            " <!-- tags: y, -x -->",
            "\n<!-- tags: x -->",
            "\n<!-- only: y -->",
            "\n\n<!-- /only -->\n",
            " <!-- only: x -->",
            " <!-- var: a -->乙<!-- /var -->",
            " <!-- var: a -->",
            " <!-- tags -->",
            "\n<!-- section: work -->",
            "\n<!-- lang: en -->",
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn directives_anywhere_break_nothing_and_places_are_right(
            text in crate::pieces::resume(), said in vec((0usize..60, comment()), 0..12), x in any::<bool>()
        ) {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            for (at, comment) in said {
                let at = at % lines.len().max(1);
                if let Some(line) = lines.get_mut(at) {
                    line.push_str(comment);
                }
            }
            // Both are known.
            let text = lines.join("\n") + "\n\n- 末甲 <!-- tags: x -->\n- 末乙 <!-- tags: y -->\n";
            let outcome = understand(&asked(&text, None, Some(&[if x { "x" } else { "y" }])));
            // The end may stand in a block of code that is never closed.
            let Ok(understood) = &outcome.result else {
                prop_assert!(codes(&outcome).contains(&"J115"), "{:?}", outcome.findings);
                return Ok(());
            };
            // In the composed form.
            let text = outcome.files.text(FileId::RESUME);
            for (span, words) in model::texts(&understood.resume) {
                let (here, there) = (span.range(), outcome.files.origin(span).range());
                prop_assert!(text.get(there.clone()).is_some(), "{:?}", there);
                if understood.source.text.get(here) == Some(&words) && there.len() == words.len() {
                    prop_assert_eq!(text.get(there), Some(words.as_str()));
                }
            }
            for finding in &outcome.findings {
                prop_assert!(finding.primary.is_none_or(|at| text.get(at.range()).is_some()), "{:?}", finding);
            }
            prop_assert!(understand(&asked(text, None, None)).result.is_ok());
        }
    }
}

#[test]
fn a_section_that_its_tags_leave_out_may_be_hidden_too() {
    let text = format!(
        "---\nviews:\n  甲: {{ tags: [x], hide: [随笔], first: [技能] }}\n---\n{HEAD}## 工作\n\n- 甲事 <!-- tags: x -->\n\n\
         <!-- tags: y -->\n## 随笔\n\n- 乙事\n\n## 技能\n\n- 丙事\n"
    );
    let outcome = understand(&asked(&text, Some("甲"), None));
    assert_eq!(codes(&outcome), [""; 0]);
    assert!(printed(&outcome).ends_with("技能|丙事|工作|甲事"), "{}", printed(&outcome));
}
