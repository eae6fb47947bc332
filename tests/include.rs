//! Parts of a text in files of their own.

use jianli::diag::FileId;
use jianli::model;
use jianli::session::{Attach, Outcome, Request, Session, Understood, understand};

use crate::cli::TestFolder;

const HEAD: &str = "---\nviews: { a: { tags: [x] }, b: { tags: [] } }\n---\n# 林墨\n\n- lin@example.com\n\n";

fn request(text: &str, files: &[(&str, &str)]) -> Request {
    let request = Request::new("cv.md", text);
    files.iter().fold(request, |request, (path, text)| request.with_file(*path, text.as_bytes()))
}

fn printed(outcome: &Outcome<Understood>) -> String {
    let understood = outcome.result.as_ref().unwrap_or_else(|_| panic!("{:?}", outcome.findings));
    model::texts(&understood.resume).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("|")
}

#[test]
fn what_is_included_is_as_if_it_stood_there() {
    let parts = [
        (
            "work.md",
            "---\ntitle: Work\n---\n## 工作经历\n\n- 甲事 <!-- tags: x -->\n- 乙事\n<!-- include: sub/more.md -->",
        ),
        ("sub/more.md", "- 丙事\n\n<!-- include: last.md -->\n"),
        ("sub/last.md", "尾句。"),
    ];
    let text = format!("{HEAD}前言。\n<!-- include: work.md -->\n## 技能\n\n- 丁事\n");
    let whole = format!(
        "{HEAD}前言。\n\n## 工作经历\n\n- 甲事 <!-- tags: x -->\n- 乙事\n\n- 丙事\n\n尾句。\n\n## 技能\n\n- 丁事\n"
    );
    for view in [None, Some("a"), Some("b")] {
        let of = |mut request: Request| {
            request.options.view = view.map(str::to_owned);
            printed(&understand(&request))
        };
        assert_eq!(of(request(&text, &parts)), of(request(&whole, &[])), "{view:?}");
    }
    let mut carrying = request(&text, &parts);
    carrying.options.attach = Some(Attach::All);
    let built = Session::new().unwrap().build(&carrying).result.unwrap();
    let carried = jianli::extract::attachments(&built.artefacts[0].bytes).unwrap();
    let carried = String::from_utf8(carried.into_iter().find(|file| file.markdown).unwrap().bytes).unwrap();
    assert!(carried.contains("尾句。") && !carried.contains("include"), "{carried}");
}

#[test]
fn findings_are_placed_in_the_file_that_they_are_about() {
    let part = "## 工作经历\n\n- 甲事 <!-- tags: x! -->\n\n<!-- sektion -->\n### 示例科技 | 工程师 | 2020.13 – 2021.01\n\n- 乙事\n";
    let text = format!("{HEAD}<!-- include: work.md -->\n\n## 技能\n\n- 丁事 <!-- tags: y! -->\n");
    for view in [None, Some("b")] {
        let mut request = request(&text, &[("work.md", part)]);
        request.options.view = view.map(str::to_owned);
        let outcome = understand(&request);
        let place = |words: &str, source: &str, id: u16| {
            let here = |finding: &&jianli::diag::Diagnostic| {
                finding.primary.is_some_and(|at| at.file == FileId(id) && source[at.range()].contains(words))
            };
            assert!(outcome.findings.iter().any(|finding| here(&finding)), "{words}: {:?}", outcome.findings);
        };
        place("tags: x!", part, 1);
        place("2020.13", part, 1);
        place("tags: y!", &text, 0);
        assert_eq!(outcome.files.name(FileId(1)), "work.md");
        let understood = outcome.result.as_ref().unwrap();
        let explained = model::explain(&understood.resume, &understood.source, &outcome.files);
        assert!(
            explained.contains("work.md:3") && explained.contains("  12  bullet        丁事"),
            "{explained}"
        );
    }
}

#[test]
fn what_cannot_be_included_is_an_error_and_a_circle_is_shown() {
    let told = |text: &str, files: &[(&str, &str)]| {
        let outcome = understand(&request(&format!("{HEAD}{text}\n"), files));
        let found = outcome.findings.iter().find(|finding| matches!(finding.code.id, "J128" | "J104"));
        let found = found.unwrap_or_else(|| panic!("{text}: {:?}", outcome.findings));
        assert_eq!(outcome.result.is_err(), found.code.id == "J128", "{text}");
        format!("{} {} {}", found.code.id, found.message, found.hints.concat())
    };
    let circle = [
        ("a.md", "<!-- include: sub/b.md -->"),
        ("sub/b.md", "x\n\n<!-- include: c.md -->"),
        ("sub/c.md", "<!-- include: b.md -->"),
    ];
    assert!(told("<!-- include: a.md -->", &circle).contains("sub/b.md → sub/c.md → sub/b.md"));
    assert!(told("<!-- include: cv.md -->", &[]).contains("cv.md → cv.md"));
    assert!(told("<!-- include: none.md -->", &[]).contains("no such file"));
    assert!(told("<!-- include: ../a.md -->", &[]).contains("outside"));
    assert!(told("<!-- include: /etc/passwd -->", &[]).contains("outside"));
    assert!(told("甲 <!-- include: a.md -->", &[("a.md", "x")]).starts_with("J104"));
    assert!(told("- 甲\n\n  <!-- include: a.md -->", &[("a.md", "x")]).contains("on a line of its own"));
    let many: String = (0..70).map(|_| "<!-- include: a.md -->\n").collect();
    assert!(told(&many, &[("a.md", "x\n")]).contains("more than 64"));
}

#[test]
fn what_is_included_is_part_of_what_is_watched_for() {
    let desk = TestFolder::new();
    desk.write("cv.md", "# 林墨\n\n- lin@example.com\n\n<!-- include: parts/work.md -->\n");
    std::fs::create_dir(desk.path("parts")).unwrap();
    desk.write("parts/work.md", "## 工作经历\n\n- 独立设计订单系统。\n- 带五人团队。\n");
    desk.run(&["cv.md", "--deps", "cv.d"]).ended(0, &["cv.pdf"]);
    assert!(String::from_utf8(desk.read("cv.d")).unwrap().contains("parts/work.md"));
    desk.run(&["check", "cv.md"]).ended(0, &["no problems"]);
    desk.write("parts/work.md", "## 工作经历\n\n- 甲 <!-- tags: a b! -->\n- 乙\n");
    desk.run(&["cv.md"]).ended_long(0, &["J104", "parts/work.md:3:"]);
    std::fs::remove_file(desk.path("parts/work.md")).unwrap();
    desk.run(&["cv.md", "--deps", "cv.d"]).ended(1, &["J128", "no such file"]);
    #[cfg(unix)]
    {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("x.md"), "geheim").unwrap();
        std::os::unix::fs::symlink(outside.path().join("x.md"), desk.path("parts/work.md")).unwrap();
        desk.run(&["cv.md"]).ended(1, &["J128", "leads out"]);
    }
}
