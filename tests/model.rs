//! What is understood of a text: golden cases a person can read, and properties of any text.

use std::path::{Path, PathBuf};

use jianli::diag::{Diagnostic, Files, Sink, Span};
use jianli::model::{self, Resume};
use jianli::source::{self, Source};
use proptest::prelude::*;

/// Everything that reading and understanding say of a text.
struct Understood {
    files: Files,
    source: Option<Source>,
    resume: Option<Resume>,
    found: Vec<Diagnostic>,
}

fn understand(name: &str, text: &str, folder: Option<&Path>) -> Understood {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = source::parse(name, text.as_bytes(), folder, &mut files, &mut sink).ok();
    let resume = source.as_ref().and_then(|source| model::build(source, &mut sink).ok());
    Understood { files, source, resume, found: sink.into_sorted() }
}

/// The dump of a golden case: what was understood, what is not printed, what was found.
fn dump(name: &str, text: &str, folder: &Path) -> String {
    let understood = understand(name, text, Some(folder));
    let mut out = String::new();
    if let (Some(source), Some(resume)) = (&understood.source, &understood.resume) {
        out.push_str(&model::explain(resume, source, &understood.files));
        out.push('\n');
        out.push_str(&model::explain_text(resume, &understood.files));
    }
    if !understood.found.is_empty() {
        out.push_str("\nfindings:\n");
    }
    for found in &understood.found {
        let (line, column) = found.primary.map_or((0, 0), |span| understood.files.line_column(span));
        out.push_str(&format!("{line:>4}:{column:<4} {:?} {}\n", found.code, found.message));
        for hint in &found.hints {
            out.push_str(&format!("          {hint}\n"));
        }
    }
    out
}

fn suite() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/model")
}

/// `JIANLI_RENEW=1 cargo test` writes the dumps anew.
#[test]
fn every_case_is_understood_as_its_dump_says() {
    let renew = std::env::var_os("JIANLI_RENEW").is_some();
    let mut names: Vec<PathBuf> =
        std::fs::read_dir(suite()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for path in &names {
        let name = path.file_name().unwrap().to_str().unwrap();
        if let Some(case) = name.strip_suffix(".explain.txt") {
            assert!(suite().join(format!("{case}.md")).exists(), "{name} belongs to no case: delete it");
        }
        if !name.ends_with(".md") {
            continue;
        }
        cases += 1;
        let got = dump(name, &std::fs::read_to_string(path).unwrap(), &suite());
        let golden = path.with_extension("explain.txt");
        if renew {
            std::fs::write(&golden, &got).unwrap();
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != got {
            wrong.push(format!("{name}:\n{got}"));
        }
    }
    assert!(cases > 0);
    assert!(wrong.is_empty(), "{}\nrenew the dumps with JIANLI_RENEW=1 if this is right", wrong.join("\n"));
}

/// Looks at any file: `JIANLI_SHOW=resume.md cargo test show -- --nocapture`.
#[test]
fn show() {
    let Some(path) = std::env::var_os("JIANLI_SHOW").map(PathBuf::from) else { return };
    let folder = path.parent().unwrap_or(Path::new("."));
    println!("{}", dump("resume.md", &std::fs::read_to_string(&path).unwrap(), folder));
}

/// Visible characters, without blanks.
fn characters(texts: &[(Span, String)]) -> String {
    texts.iter().flat_map(|(_, text)| text.chars()).filter(|c| !c.is_whitespace()).collect()
}

/// What the tree shows, and what the model prints or says it does not print.
fn both_sides(source: &Source, resume: &Resume) -> (String, String) {
    let account = model::account(source, resume);
    (characters(&account.written), characters(&account.understood))
}

/// Fragments that mean something to some step.
fn fragment() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "![甲](x.png)",
        "![](y z.png)",
        "[![b c](d.svg)](https://e.cn) ",
        "# ",
        "## ",
        "### ",
        "#### ",
        "- ",
        "1. ",
        "> ",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "  \n",
        "**",
        "*",
        "_",
        "~~",
        "~",
        "`",
        "```\n",
        "：",
        ":",
        ": ",
        "，",
        "。",
        "、",
        " | ",
        "|",
        " · ",
        " — ",
        " - ",
        "||",
        "；",
        "　",
        "\t",
        "(",
        ")",
        "（",
        "）",
        "(1)",
        "（二）",
        "1、",
        "①",
        "一、",
        "(1.1.4)",
        "2020.01 - 2021.02",
        "2020-03",
        "至今",
        "2019",
        "Mar 2020 – Present",
        "预计",
        "姓名",
        "邮箱",
        "电话",
        "13800000000",
        "a@b.cn",
        "https://github.com/x",
        "www.x.com",
        "工作经历",
        "教育背景",
        "技能",
        "个人信息",
        "Experience",
        "张三",
        "某某大学",
        "硕士",
        "工程师",
        "北京",
        "Austin, TX",
        "Rust",
        "难点",
        "开发人员",
        "<b>",
        "</b>",
        "<br>",
        "<span>",
        "</span>",
        "<div>",
        "</div>",
        "<h1>",
        "</h1>",
        "<h3>",
        "</h3>",
        "<ul><li>",
        "</li><li>",
        "</ul>",
        "<table><tr><td>",
        "</td><td>",
        "</td></tr><tr><td>",
        "</table>",
        "<dl><dt>",
        "<dd>",
        "</dl>",
        "<pre>",
        "</pre>",
        "<blockquote>",
        "<p hidden>",
        "</p>",
        "<span style='float:right'>",
        "<div style='display:flex'>",
        "<i class='fa fa-phone'></i>",
        ":fa-phone:",
        "<Badge text='v2'/>",
        "<!-- skip -->",
        "<!-- pagebreak -->",
        "<!-- jianli: off -->",
        "<!-- keep -->",
        "<!--",
        "-->",
        "[a](https://x.cn)",
        "[b](javascript:x)",
        "[^1]",
        "[^1]: ",
        "&amp;",
        "&#x4e2d;",
        "\\*",
        "\\",
        "★★★☆☆",
        "[x] ",
        "|-|-|\n",
        "---\n",
        "===\n",
        "~ ",
        "{.@a}",
        "\\newpage",
        "a",
        "字",
        "한국",
        "\u{FEFF}",
        "\0",
        "é",
        "🙂",
        "$x$",
        "<",
        ">",
        "&",
        "!",
        "[",
        "]",
    ]);
    words.prop_map(str::to_owned)
}

fn document() -> impl Strategy<Value = String> {
    prop::collection::vec(fragment(), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_visible_character_is_lost_or_moved(text in document()) {
        let understood = understand("resume.md", &text, None);
        if let (Some(source), Some(resume)) = (&understood.source, &understood.resume) {
            let (before, after) = both_sides(source, resume);
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn the_same_text_is_understood_the_same(text in document()) {
        let (a, b) = (understand("resume.md", &text, None), understand("resume.md", &text, None));
        prop_assert_eq!(a.resume, b.resume);
        prop_assert_eq!(a.found, b.found);
    }

    #[test]
    fn every_place_lies_in_the_text(text in document()) {
        let understood = understand("resume.md", &text, None);
        if let (Some(source), Some(resume)) = (&understood.source, &understood.resume) {
            for (span, text) in model::texts(resume) {
                let own = source.text.get(span.range());
                prop_assert!(own.is_some(), "{:?} {}", span, text);
                prop_assert!(span.len() != text.len() || own == Some(&text), "{:?} {}", own, text);
            }
        }
        for found in understood.found {
            prop_assert!(found.primary.is_none_or(|span| understood.files.text(span.file).get(span.range()).is_some()));
        }
    }

    #[test]
    fn bytes_of_any_kind_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        if let Ok(source) = source::parse("x", &bytes, None, &mut files, &mut sink) {
            let _ = model::build(&source, &mut sink);
        }
    }

    #[test]
    fn characters_of_any_kind_never_panic(text in "\\PC{0,200}") {
        let understood = understand("x", &text, None);
        if let Some(resume) = &understood.resume {
            model::explain_json(resume, &Files::default());
        }
    }
}

#[test]
fn a_paper_is_titled_with_its_date_and_sections_in_other_words() {
    let kinds = |text: &str| {
        let outcome = jianli::session::understand(&jianli::session::Request::new("a.md", text));
        let resume = outcome.result.unwrap().resume;
        let name = resume.header.name.map(|name| name.text().into_owned()).unwrap_or_default();
        (name, resume.sections.iter().map(|section| section.kinds[0].name()).collect::<Vec<_>>().join(" "))
    };
    for (paper, name) in [
        ("職務経歴書20240401", "氏名：見本花"),
        ("resume_2024-04", "Name: Ada Sample"),
        ("이력서 2024.04", "이름: 견본"),
    ] {
        let text = format!("# {paper}\n\n- {name}\n- a@example.com\n\n## 자격증\n\n- x\n");
        let want = name.rsplit([':', '：']).next().unwrap().trim();
        assert_eq!(kinds(&text), (want.to_owned(), "certificates".to_owned()), "{paper}");
    }
    let titles = "## Doświadczenie komercyjne\n\n- x\n\n## 상세 경력\n\n- x\n\n## Berufserfahrung\n\n- x\n\n## Formação acadêmica\n\n- x\n";
    assert_eq!(kinds(&format!("# Ada Sample\n\n- a@example.com\n\n{titles}")).1, "work work work education");
}
