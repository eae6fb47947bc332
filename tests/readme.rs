//! What the README says is so.

use jianli::compile;
use jianli::diag::Sink;

use crate::setup;

#[test]
fn its_first_example_compiles_without_a_word() {
    let readme = std::fs::read_to_string(setup::path("README.md")).unwrap();
    let text = readme.split("```markdown\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (fonts, mut sink) = (setup::fonts(), Sink::default());
    let layout = setup::layout(setup::LAYOUTS[0], &fonts);
    let source = setup::parse(text, &mut sink);
    let document = compile(&source, &layout, &fonts, &mut sink).unwrap().document;
    assert_eq!(document.meta.author, "张三");
    assert_eq!(document.pages.len(), 1);
    assert_eq!(sink.into_sorted(), []);
}

/// The README and its Chinese version.
const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];

fn readme(name: &str) -> String {
    std::fs::read_to_string(setup::path(name)).expect(name)
}

/// What has to be the same in both READMEs.
#[derive(Debug, Default, PartialEq)]
struct Outline {
    /// The level of each heading.
    headings: Vec<usize>,
    /// Each block of code, with its fences.
    blocks: Vec<String>,
    images: Vec<String>,
    /// Files of this repository.
    links: Vec<String>,
}

impl Outline {
    fn of(text: &str) -> Outline {
        let mut outline = Outline::default();
        let mut block: Option<String> = None;
        for line in text.lines() {
            let fence = line.starts_with("```");
            match block.take() {
                Some(mut code) => {
                    code.push('\n');
                    code.push_str(line);
                    if fence {
                        outline.blocks.push(code);
                    } else {
                        block = Some(code);
                    }
                }
                None if fence => block = Some(line.to_owned()),
                None => outline.add(line),
            }
        }
        assert_eq!(block, None, "a block of code that does not end");
        outline
    }

    fn add(&mut self, line: &str) {
        if line.starts_with('#') {
            self.headings.push(line.chars().take_while(|&c| c == '#').count());
        }
        // `[![words](image)](link)` is an image, then a link.
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("](") {
            let target = after.split(')').next().unwrap_or_default().to_owned();
            let words = before.rsplit('[').next().unwrap_or_default();
            let is_image = before.strip_suffix(words).is_some_and(|opening| opening.ends_with("!["));
            if is_image {
                self.images.push(target);
            } else if !target.contains("://") && !READMES.contains(&target.as_str()) {
                // Each links to the pages in its own language.
                self.links.push(target.replacen("docs/zh/", "docs/", 1));
            }
            rest = after;
        }
    }
}

#[test]
fn both_readmes_are_built_alike() {
    let [english, chinese] = READMES.map(|name| Outline::of(&readme(name)));
    assert!(!english.headings.is_empty() && !english.blocks.is_empty() && !english.images.is_empty());
    assert_eq!(english.headings, chinese.headings);
    assert_eq!(english.blocks, chinese.blocks);
    assert_eq!(english.images, chinese.images);
    assert_eq!(english.links, chinese.links);
}

#[test]
fn each_readme_links_to_the_other() {
    let [english, chinese] = READMES;
    assert!(readme(english).contains(&format!("]({chinese})")));
    assert!(readme(chinese).contains(&format!("]({english})")));
}

#[test]
fn every_file_that_a_readme_links_to_is_there() {
    for name in READMES {
        let text = readme(name);
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let local = targets.filter(|target| !target.contains("://"));
        let missing: Vec<&str> = local.filter(|target| !setup::path(target).exists()).collect();
        assert_eq!(missing, Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn the_outline_of_a_readme_is_seen() {
    let text =
        "# A\n\n[![b](b.png)](b.pdf) and [c](c.md) or [d](https://example.com)\n\n```sh\n# no heading\n```\n";
    let outline = Outline::of(text);
    assert_eq!(outline.headings, [1]);
    assert_eq!(outline.blocks, ["```sh\n# no heading\n```"]);
    assert_eq!(outline.images, ["b.png"]);
    assert_eq!(outline.links, ["b.pdf", "c.md"]);
}
