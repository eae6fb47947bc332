//! What jianli says in other languages than English: all of it, with the same holes, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Stdio;

use jianli::diag::{Speech, code};
use jianli::session::{Request, understand};

use crate::setup;
use literals::literals;

mod literals;
mod servers;

/// Rooms that say nothing to the writer: vocabularies, files, drawings.
const SILENT: &[&str] = &[
    "cli/lsp/server.rs",
    "cli/lsp/schema.rs",
    "cli/mcp/mod.rs",
    "cli/mcp/resources.rs",
    "cli/mcp/rpc.rs",
    "cli/mcp/schema.rs",
    "coverage/ad.rs",
    "coverage/skills.rs",
    "coverage/terms.rs",
    "diag/codes.rs",
    "diag/message.rs",
    "export/",
    "exchange/json_resume",
    "exchange/words.rs",
    "font/bundled.rs",
    "font/cascade.rs",
    "font/icon",
    "font/region.rs",
    "gallery/",
    "layout/bundled.rs",
    "layout/file/json.rs",
    "layout/file/schema",
    "lines/text/class.rs",
    "main.rs",
    "model/date/",
    "model/kinds/",
    "model/language",
    "model/lints/samples.rs",
    "model/redact/",
    "model/words/",
    "model/split/",
    "pdf/",
    "source/assets/words.rs",
    "source/front/keys.rs",
    "source/prepare/",
    "svg/",
];

/// Sentences in the other rooms that are none to the writer, by how they begin.
const NOT_SAID: &[&str] = &[
    "Android ChatGPT",         // the names of products
    "Cache-Control",           // HTTP
    "HTTP/1.1",                // HTTP
    "405 Method",              // HTTP
    "431 Request",             // HTTP
    "there is no such tool",   // JSON-RPC
    "`arguments` has to be",   // JSON-RPC
    "Phone Email Location",    // keys
    "jianli is under the MIT", // the terms are in English
    "next: edit",              // in the language of the résumé
    "다음: ",                  // in the language of the résumé
    "at bei beim",
    "en em no",
    "the der", // words of a vocabulary
    "my name is ",
    "mein name ist ",
    "mi nombre es ",
    "meu nome é ",
    "Native or Bilingual",
    "Minimum Professional",
    "Full Professional",
    "Limited Working",
    "years of experience", // a word of a vocabulary
    " is not in ",         // clap's own
    "the server was shut down",
    "no such method",       // to a program
    "enclosures enclosure", // words of a vocabulary
    "sender from",
    "to recipient",
    "with kind regards",
    "mit freundliche",        // words of a vocabulary
    "each hole has its name", // to whoever writes the code
];

#[test]
fn every_sentence_in_the_code_is_said_in_every_language() {
    for speech in others() {
        let mut missing = BTreeSet::new();
        for (file, text) in sources() {
            for (before, literal) in literals(shipped(&text)) {
                if wants_words(&file, &before, &literal) && speech.word(&literal).is_none() {
                    missing.insert(format!("{file}: {literal}"));
                }
            }
        }
        let titles = code::ALL.iter().map(|code| code.title).filter(|title| speech.word(title).is_none());
        missing.extend(titles.map(str::to_owned));
        let missing: Vec<String> = missing.into_iter().collect();
        assert!(missing.is_empty(), "{speech:?} has no words for\n{}", missing.join("\n"));
    }
}

#[test]
fn a_translation_has_the_holes_of_its_sentence_and_no_other() {
    for speech in others() {
        for (english, said) in speech.words() {
            // A word of its own place: `msgctxt`.
            let english = english.split_once('\u{4}').map_or(english.as_str(), |(_, english)| english);
            assert_eq!(holes(english), holes(&said), "{speech:?}: {english} | {said}");
        }
    }
}

#[test]
fn a_catalogue_is_in_order_and_has_nothing_that_nobody_says() {
    let all: String = sources().into_iter().map(|(_, text)| flat(&text)).collect();
    let layouts: String = fs::read_dir(setup::path("layouts"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    for speech in others() {
        let file = setup::path("src/diag/speech").join(format!("{}.po", speech.tag()));
        let text = fs::read_to_string(file).unwrap();
        let foreign: BTreeSet<&str> =
            text.split("\n\n").filter(|entry| entry.starts_with("# A library's")).collect();
        let words: Vec<(String, String)> = speech.words().collect();
        let key = |english: &str| match english.split_once('\u{4}') {
            Some((context, english)) => (english.to_owned(), context.to_owned()),
            None => (english.to_owned(), String::new()),
        };
        for pair in words.windows(2) {
            assert!(
                key(&pair[0].0) < key(&pair[1].0),
                "{speech:?}: {:?} stands before {:?}",
                pair[0],
                pair[1]
            );
        }
        for (english, _) in &words {
            let (english, _) = key(english);
            let known = all.contains(&flat(&english)) || layouts.contains(&english);
            let library = foreign.iter().any(|entry| entry.contains(&format!("\"{english}\"")));
            assert!(known || library, "{speech:?}: nobody says {english:?}");
        }
    }
}

/// Words that stay as they are in any language: names, formats, keys.
const LATIN: &[&str] = &["front matter", "Notepad", "VS Code", "JSON Resume"];

#[test]
fn what_is_found_in_the_suite_is_said_without_an_english_sentence() {
    for speech in others() {
        let (mut english, mut count) = (BTreeSet::new(), 0);
        let folders = ["tests/suite", "tests/suite/model", "examples", "tests/corpus"];
        for file in folders
            .iter()
            .filter(|folder| setup::path(folder).is_dir())
            .flat_map(|folder| setup::markdown_files(folder))
        {
            let request = Request::new("a.md", fs::read(&file).unwrap());
            for finding in understand(&request).findings {
                let told = finding.in_speech(speech);
                count += 1;
                let labels = told.labels.iter().map(|(_, text)| text);
                for text in [&told.message].into_iter().chain(labels).chain(&told.hints) {
                    if is_english(text) {
                        english.insert(text.to_string());
                    }
                }
            }
        }
        assert!(count > 50, "only {count} findings");
        assert!(english.is_empty(), "{english:#?}");
    }
}

const FAULTY: &str = "\
---
layuot: compact
pages: two
---

# 个人简历

- 邮箱：zhangsan at example.com
- 电话：１３８０００００００００

##工作经历

### 示例科技 | 工程师 | 2020.13 - 2021.02
- 精通 Java、精通 Go、精通 Python,精通 Rust
- 用 Github 和 javascript,见 https://example.com/2024/05/a-very-long-title-of-a-post-that-goes-on-and-on
- **职责：前端

### 另一家 | 工程师 | 2021.05 – 2020.03

<!-- page-break -->
<!-- jianli: allow J32 -->

![](https://example.com/photo.jpg)

[简历](file:///home/me/cv.pdf)

## 获奖

## 获奖
- 二等奖
";

#[test]
fn a_chinese_locale_is_spoken_to_in_chinese() {
    let desk = TestFolder::new();
    fs::write(desk.0.path().join("a.md"), FAULTY).unwrap();
    let chinese = desk.run(&["check", "a.md"], &[("LANG", "zh_CN.UTF-8")]);
    assert!(
        chinese.contains("警告[J") && chinese.contains("建议：") || chinese.contains("= 建议"),
        "{chinese}"
    );
    let told: Vec<&str> = chinese.lines().filter(|line| is_told(line) && is_english(line)).collect();
    assert!(told.is_empty(), "{told:#?}\n{chinese}");
    // The option, and what stands before it.
    let english = desk.run(&["--ui", "en", "check", "a.md"], &[("LANG", "zh_CN.UTF-8")]);
    assert!(english.contains("warning[J") && !english.contains("警告"), "{english}");
    assert_eq!(english, desk.run(&["check", "a.md"], &[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]));
    assert_eq!(chinese, desk.run(&["check", "a.md", "--ui=zh"], &[("LC_ALL", "C")]));
}

#[test]
fn the_help_is_chinese_throughout() {
    let desk = TestFolder::new();
    let commands = [
        "",
        "build",
        "watch",
        "preview",
        "check",
        "explain",
        "new",
        "layouts",
        "extract",
        "import",
        "export",
        "fonts",
        "completions",
        "licences",
        "man",
    ];
    for command in commands {
        let args: Vec<&str> = [command, "--help"].into_iter().filter(|arg| !arg.is_empty()).collect();
        let help = desk.run(&args, &[("LC_MESSAGES", "zh_CN.UTF-8")]);
        assert!(help.contains("用法：") && help.contains("选项：\n"), "{help}");
        for word in ["Usage", "Options", "Arguments", "Commands", "[default", "[possible", "Print help"] {
            assert!(!help.contains(word), "{command}: {word} in\n{help}");
        }
        let english: Vec<&str> = help.lines().filter(|line| is_english(line)).collect();
        assert!(english.is_empty(), "{command}: {english:#?}");
    }
    for (args, words) in [
        (&["--layuot", "x"][..], "错误：未知的参数 --layuot"),
        (&["a.md", "--dpi", "1"], "错误：--dpi <N> 不能是“1”：不在 18..=1200 范围内"),
        (&["check"], "错误：缺少必需的参数："),
        (&["nobody.md"], "错误：无法读取 nobody.md：没有这个文件或文件夹"),
        (&["check", "--explain", "J999"], "没有这个编号；是不是 J"),
        (&["a.md", "--ui", "tlh"], "tlh"),
    ] {
        let said = desk.run(args, &[("LANG", "zh_CN.UTF-8")]);
        assert!(said.contains(words), "{args:?}: {said}");
    }
    assert!(desk.run(&["check", "--explain", "J302"], &[("LANG", "zh")]).starts_with("J302（提示）：标点"));
}

#[test]
fn no_file_depends_on_the_language() {
    let desk = TestFolder::new();
    fs::write(desk.0.path().join("a.md"), "# 张三\n\n- 邮箱：zhangsan@example.com\n\n## 获奖\n\n- 奖学金\n")
        .unwrap();
    let mut made = BTreeMap::new();
    for locale in ["C", "zh_CN.UTF-8"] {
        desk.run(&["a.md", "--format", "pdf,svg,html,docx,txt"], &[("LC_ALL", locale)]);
        for ending in ["pdf", "svg", "html", "docx", "txt"] {
            let bytes = fs::read(desk.0.path().join(format!("a.{ending}"))).unwrap();
            assert_eq!(made.entry(ending).or_insert_with(|| bytes.clone()), &bytes, "{ending}");
        }
    }
}

struct TestFolder(tempfile::TempDir);

impl TestFolder {
    fn new() -> TestFolder {
        TestFolder(tempfile::tempdir().unwrap())
    }

    /// Runs the program in a locale and returns all that it says.
    fn run(&self, args: &[&str], locale: &[(&str, &str)]) -> String {
        let mut command = setup::command(assert_cmd::cargo::cargo_bin!("jianli"));
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG");
        command.current_dir(self.0.path()).args(args).envs(locale.iter().copied()).stdin(Stdio::null());
        let output = command.output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    }
}

fn others() -> impl Iterator<Item = Speech> {
    Speech::all().filter(|speech| *speech != Speech::ENGLISH)
}

/// Tells whether a line of a finding is ours, not the source's or its place.
fn is_told(line: &str) -> bool {
    let line = line.trim_start();
    !line.starts_with("-->")
        && line.split_once('|').is_none_or(|(number, _)| number.trim().parse::<u32>().is_err())
}

/// Tells whether three words in a row are English: code is not looked at.
fn is_english(text: &str) -> bool {
    let plain: String = text.split('`').step_by(2).collect::<Vec<_>>().join("…");
    let plain = LATIN.iter().fold(plain, |text, word| text.replace(word, "…"));
    let mut row = 0;
    plain.split(' ').any(|word| {
        let is_word = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b',');
        row = if is_word { row + 1 } else { 0 };
        row == 3
    })
}

/// Returns the names in a template's holes, in order of name.
fn holes(text: &str) -> BTreeSet<String> {
    let bare = text.replace("{{", "").replace("}}", "");
    let parts = bare.split('{').skip(1).filter_map(|part| part.split_once('}'));
    let name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    parts.map(|(part, _)| part.to_owned()).filter(|part| name(part)).collect()
}

/// Tells whether a literal is a sentence, or goes where sentences go.
fn wants_words(file: &str, before: &str, literal: &str) -> bool {
    let before = before.trim_end();
    let direct = [".hint(", "message!(", "counted(1, "].iter().any(|call| before.ends_with(call));
    let inner = ["format!(", "write!(", "panic!(", "expect(", "reason =", "assert!("];
    if direct {
        return true;
    }
    let quiet = SILENT.iter().any(|room| file.starts_with(room))
        || NOT_SAID.iter().any(|begin| literal.starts_with(begin))
        || inner.iter().any(|call| before.ends_with(call) || before.ends_with(&format!("{call}out,")));
    let words = literal
        .split(' ')
        .filter(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic() || b == b','));
    !quiet && words.count() >= 3 && !literal.starts_with('<')
}

/// Returns the sources of the crate by their paths in `src/`.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, root: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() && !name.ends_with("tests") {
                walk(&path, root, found);
            } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let (root, mut found) = (setup::path("src"), Vec::new());
    walk(&root, &root, &mut found);
    found.sort();
    found
}

/// Returns a text without its tests.
fn shipped(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |at| &text[..at])
}

/// Returns a text as it is compared: the ends of lines inside literals and comments are none.
fn flat(text: &str) -> String {
    let lines =
        text.lines().map(|line| line.trim_start().trim_start_matches("///").trim_end_matches('\\').trim());
    let text = lines.collect::<Vec<_>>().join(" ").replace("\\\"", "\"").replace("\\\\", "\\");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn english_is_told_from_code() {
    assert!(is_english("this is so") && !is_english("见 `this is so`") && !is_english("见 front matter"));
}
