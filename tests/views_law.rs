//! The law of views: what a view makes of a text is what its author would have made by cutting it by hand.

use std::cell::RefCell;
use std::collections::BTreeSet;

use jianli::extract::attachments;
use jianli::session::{Attach, Options, Request, Session, understand};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// The tags of the texts; each is borne by something, so that all may be asked for.
const TAGS: [&str; 3] = ["red", "blue", "web/green"];

/// Ends what is under an entry.
const NEXT: &str = "### 下一个\n\n";

/// Stands between lists, which would be one else.
const BETWEEN: &str = "间隔。\n\n";

/// A part of a résumé with the tag that it bears, if any.
#[derive(Clone, Debug)]
struct Tagged<T>(Option<&'static str>, T);

#[derive(Clone, Debug)]
struct Section {
    title: &'static str,
    blocks: Vec<Tagged<Block>>,
}

#[derive(Clone, Debug)]
enum Block {
    Entry(&'static str, Vec<Tagged<&'static str>>),
    Bullets(Vec<Tagged<&'static str>>),
    Numbers(Vec<Tagged<&'static str>>),
    Paragraph(&'static str),
    Quote(&'static str),
}

fn tagged<T: Clone + std::fmt::Debug>(inner: impl Strategy<Value = T>) -> impl Strategy<Value = Tagged<T>> {
    let tag = prop_oneof![2 => Just(None), 1 => select(&TAGS[..]).prop_map(Some)];
    (tag, inner).prop_map(|(tag, inner)| Tagged(tag, inner))
}

fn words() -> impl Strategy<Value = &'static str> {
    select(vec![
        "独立设计订单系统，故障减少 40%。",
        "Built the *engine* and its `tests`.",
        "带 5 人团队",
        "写过内部手册 [链](https://example.com/a)",
        "**职责**：排版",
    ])
}

fn block() -> impl Strategy<Value = Block> {
    let title = select(vec!["示例科技 | 工程师 | 2020.03 – 2022.04", "Example Works, 2018 – 2019", "云杉组"]);
    let bullets = || vec(tagged(words()), 1..4);
    prop_oneof![
        3 => (title, bullets()).prop_map(|(title, bullets)| Block::Entry(title, bullets)),
        2 => bullets().prop_map(Block::Bullets),
        1 => bullets().prop_map(Block::Numbers),
        1 => words().prop_map(Block::Paragraph),
        1 => words().prop_map(Block::Quote),
    ]
}

fn sections() -> impl Strategy<Value = Vec<Tagged<Section>>> {
    let title = select(vec!["工作经历", "Projects", "技能", "教育背景", "随便什么"]);
    let section = (title, vec(tagged(block()), 1..4)).prop_map(|(title, blocks)| Section { title, blocks });
    vec(tagged(section), 1..4)
}

/// Writes a résumé: with all of its tags if `seen` is nothing, else what is seen, without any.
struct Writer<'a>(Option<&'a BTreeSet<&'static str>>);

impl Writer<'_> {
    fn sees<T>(&self, part: &Tagged<T>) -> bool {
        part.0.is_none_or(|tag| self.0.is_none_or(|seen| seen.contains(tag)))
    }

    fn mark<T>(&self, part: &Tagged<T>) -> String {
        part.0.filter(|_| self.0.is_none()).map(|tag| format!(" <!-- tags: {tag} -->")).unwrap_or_default()
    }

    fn resume(&self, sections: &[Tagged<Section>]) -> String {
        let head = "# 林墨\n\n- 电话：138-0000-0000\n- 邮箱：lin@example.com\n\n";
        let body: String = sections
            .iter()
            .filter(|section| self.sees(section))
            .map(|section| self.section(section))
            .collect();
        let known: String = TAGS.iter().map(|tag| format!("- 补 <!-- tags: {tag} -->\n")).collect();
        let rest = if self.0.is_none() { known } else { "- 补\n".repeat(self.0.map_or(0, BTreeSet::len)) };
        format!("{head}{body}## 其它\n\n- 常在\n{rest}")
    }

    fn section(&self, section: &Tagged<Section>) -> String {
        let block = |block: &Tagged<Block>| match (&block.1, self.sees(block)) {
            (_, true) => self.block(block),
            (Block::Entry(..), false) => NEXT.to_owned(),
            (Block::Bullets(_) | Block::Numbers(_), false) => BETWEEN.to_owned(),
            _ => String::new(),
        };
        let blocks: Vec<String> = section.1.blocks.iter().map(block).collect();
        if blocks.iter().all(String::is_empty) {
            return String::new();
        }
        format!("## {}{}\n\n{}", section.1.title, self.mark(section), blocks.concat())
    }

    fn block(&self, block: &Tagged<Block>) -> String {
        let mark = self.mark(block);
        match &block.1 {
            Block::Entry(title, bullets) => {
                format!("### {title}{mark}\n\n{}{NEXT}", self.list(bullets, false, ""))
            }
            Block::Bullets(bullets) => self.list(bullets, false, self.leading(block)),
            Block::Numbers(bullets) => self.list(bullets, true, self.leading(block)),
            Block::Paragraph(words) => format!("{words}{mark}\n\n"),
            Block::Quote(words) => format!("> {words}{mark}\n\n"),
        }
    }

    fn leading(&self, block: &Tagged<Block>) -> &'static str {
        match block.0.filter(|_| self.0.is_none()) {
            Some("red") => "<!-- tags: red -->\n",
            Some("blue") => "<!-- tags: blue -->\n",
            Some(_) => "<!-- tags: web/green -->\n",
            None => "",
        }
    }

    fn list(&self, bullets: &[Tagged<&'static str>], numbered: bool, leading: &str) -> String {
        let seen = bullets.iter().filter(|bullet| self.sees(bullet));
        let line = |(at, bullet): (usize, &Tagged<&'static str>)| {
            let mark = if numbered { format!("{}.", at + 1) } else { "-".to_owned() };
            format!("{mark} {}{}\n", bullet.1, self.mark(bullet))
        };
        let lines: String = seen.enumerate().map(line).collect();
        if lines.is_empty() { BETWEEN.to_owned() } else { format!("{leading}{lines}\n{BETWEEN}") }
    }
}

/// What a résumé says, without places and what was said about views.
fn said(request: &Request) -> Value {
    let outcome = understand(request);
    let resume = outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings)).resume;
    let mut value: Value =
        serde_json::from_str(&jianli::model::explain_json(&resume, &outcome.files)).unwrap();
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

fn with_tags(text: &str, tags: &BTreeSet<&str>) -> Request {
    let mut options = Options::default();
    options.tags = Some(tags.iter().map(|tag| (*tag).to_owned()).collect());
    options.attach = Some(Attach::All);
    Request::new("cv.md", text).with_options(options)
}

fn without_tags(text: &str) -> Request {
    let mut options = Options::default();
    options.attach = Some(Attach::All);
    Request::new("cv.md", text).with_options(options)
}

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::of_many(&[]).unwrap());
}

fn pdf(request: &Request, attach: bool) -> Vec<u8> {
    let mut request = request.clone();
    if !attach {
        request.options.attach = None;
    }
    let outcome = SESSION.with_borrow_mut(|session| session.build(&request));
    outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings)).artefacts.remove(0).bytes
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_view_says_what_a_cut_by_hand_says(sections in sections(), tags in vec(select(&TAGS[..]), 0..3)) {
        let seen: BTreeSet<&'static str> = tags.into_iter().collect();
        let whole = Writer(None).resume(&sections);
        let cut = Writer(Some(&seen)).resume(&sections);
        prop_assert_eq!(said(&with_tags(&whole, &seen)), said(&without_tags(&cut)), "{}\n----\n{}", whole, cut);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn a_view_makes_the_bytes_of_a_cut_and_carries_the_text_that_makes_them(
        sections in sections(), tags in vec(select(&TAGS[..]), 0..3)
    ) {
        let seen: BTreeSet<&'static str> = tags.into_iter().collect();
        let whole = with_tags(&Writer(None).resume(&sections), &seen);
        let cut = without_tags(&Writer(Some(&seen)).resume(&sections));
        let plain = pdf(&whole, false);
        prop_assert!(plain == pdf(&cut, false), "bytes differ");
        let carried = attachments(&pdf(&whole, true)).unwrap().into_iter().find(|file| file.markdown).unwrap().bytes;
        let carried = String::from_utf8(carried).unwrap();
        prop_assert!(!carried.contains("tags:"), "{}", carried);
        prop_assert!(plain == pdf(&without_tags(&carried), false), "{}", carried);
    }
}
