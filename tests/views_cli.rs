//! Views and names of files on the command line.

use crate::cli::TestFolder;

const TEXT: &str = "---\nheadline: 后端工程师\nviews:\n  后端: { tags: [backend], headline: 后端工程师 }\n  fe: { tags: [frontend], headline: 前端工程师, layout: compact }\n  \
    public: { tags: [] }\n---\n# 林墨\n\n- 电话：138-0000-0000 <!-- tags: -public -->\n- 邮箱：lin@example.com\n\n## 工作经历\n\n\
    ### 示例科技 | 工程师 | 2020.03 – 2022.04\n\n- 吞吐量提升 40% <!-- tags: backend -->\n- 首屏时间减半 <!-- tags: frontend -->\n- 带 5 人团队\n";

fn desk() -> TestFolder {
    let desk = TestFolder::new();
    desk.write("lin.md", TEXT);
    desk
}

/// What a PDF carries, by `jianli extract`.
fn carried(desk: &TestFolder, pdf: &str) -> String {
    let said = desk.run(&["extract", pdf, "-o", "-"]);
    said.ended(0, &[]);
    String::from_utf8(said.out).unwrap()
}

#[test]
fn each_view_is_a_file_of_its_own() {
    let desk = desk();
    desk.run(&["lin.md", "--view", "fe"]).ended(0, &["lin.pdf"]);
    desk.run(&["lin.md", "--all-views"])
        .ended(0, &["lin-后端.pdf", "lin-fe.pdf", "lin-public.pdf", "3 résumés: 3 built"]);
    assert_eq!(desk.files(), ["lin-fe.pdf", "lin-public.pdf", "lin-后端.pdf", "lin.md", "lin.pdf"]);
    assert!(desk.read("lin-fe.pdf") == desk.read("lin.pdf"));
    assert!(desk.read("lin-fe.pdf") != desk.read("lin-public.pdf"));
    desk.run(&["lin.md", "--view", "f*", "--view", "public", "-o", "out/"]).ended(0, &["2 résumés"]);
    assert!(desk.read("out/lin-fe.pdf") == desk.read("lin.pdf"));
    desk.run(&["lin.md", "--all-views", "-o", "x.pdf"]).ended(0, &["x-fe.pdf"]);
    desk.run(&["lin.md", "--tags", "frontend,backend", "-o", "both.pdf"]).ended(0, &["both.pdf"]);
}

#[test]
fn what_there_is_not_ends_with_1_and_writes_nothing() {
    let desk = desk();
    desk.run(&["lin.md", "--view", "pub"]).ended(1, &["J119", "did you mean `public`?"]);
    desk.run(&["lin.md", "--tags", "frontent"]).ended(1, &["J115", "did you mean `frontend`?"]);
    desk.run(&["check", "lin.md", "--view", "fee"]).ended(1, &["J119"]);
    desk.run(&["lin.md", "--view", "fe", "--tags", "a"]).ended(2, &["cannot be used with"]);
    desk.run(&["preview", "lin.md", "--all-views"]).ended(2, &["one view at a time"]);
    assert_eq!(desk.files(), ["lin.md"]);
    desk.write("plain.md", "# 林墨\n\n- lin@example.com\n");
    desk.run(&["plain.md", "--all-views"]).ended(2, &["declares no views"]);
}

#[test]
fn check_and_explain_look_at_a_view() {
    let desk = desk();
    desk.run(&["check", "lin.md", "--all-views"]).ended_long(0, &["(view fe)", "(view 后端)", "3 résumés"]);
    let said = desk.run(&["explain", "lin.md", "--view", "fe"]);
    said.ended(0, &[]);
    let out = String::from_utf8(said.out).unwrap();
    let line = |words: &str| out.lines().find(|line| line.contains(words)).unwrap_or_default().to_owned();
    assert!(line("吞吐量").contains("—") && line("吞吐量").contains("not in the view"), "{out}");
    assert!(line("首屏").contains("bullet") && line("前端工程师").contains("headline"), "{out}");
}

#[test]
fn a_pdf_carries_only_what_its_view_sees() {
    let desk = desk();
    desk.run(&["lin.md", "--view", "fe", "--attach", "-o", "fe.pdf"]).ended(0, &[]);
    let text = carried(&desk, "fe.pdf");
    for gone in ["吞吐量", "backend", "views", "public", "后端", "tags"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert!(text.contains("首屏时间减半") && text.contains("layout: \"compact\""), "{text}");
    desk.write("again.md", &text);
    desk.run(&["again.md"]).ended(0, &["again.pdf"]);
    desk.run(&["lin.md", "--view", "fe"]).ended(0, &[]);
    assert!(desk.read("again.pdf") == desk.read("lin.pdf"), "{text}");
    desk.run(&["lin.md", "--view", "public", "--attach=printed", "-o", "p.pdf"]).ended(0, &[]);
    let text = carried(&desk, "p.pdf");
    assert!(!text.contains("138") && text.contains("lin@example.com"), "{text}");
    let (_, body) = TEXT.rsplit_once("---\n").unwrap();
    let body = body.replace("-public", "-secret");
    let front = "+++\n[views.fe]\ntags = [\"frontend\"]\n[views.secret]\n+++\n";
    desk.write("toml.md", &format!("{front}{body}"));
    desk.run(&["toml.md", "--view", "fe", "--attach", "-o", "t.pdf"]).ended(1, &["J114", "YAML"]);
    desk.run(&["toml.md", "--view", "fe", "-o", "t.pdf"]).ended(0, &[]);
}

#[test]
fn a_file_is_called_as_its_reader_asks() {
    let desk = desk();
    desk.run(&["lin.md", "-o", "{headline}-{name}-{phone}.pdf"])
        .ended(0, &["后端工程师-林墨-13800000000.pdf"]);
    desk.run(&["lin.md", "--view", "public", "-o", "{headline}-{name}-{phone}.pdf"])
        .ended(0, &["J127", "后端工程师-林墨.pdf"]);
    desk.run(&["lin.md", "-o", "{stem}-{lang}", "--format", "pdf,svg"])
        .ended(0, &["lin-zh-Hans.pdf", "lin-zh-Hans.svg"]);
    desk.run(&["lin.md", "--all-views", "-o", "{name}-{view}-{phone}.pdf"])
        .ended_long(0, &["J127", "林墨-public.pdf"]);
    desk.run(&["lin.md", "--all-views", "-o", "{name}-{view}.pdf"]).ended(0, &["林墨-fe.pdf"]);
    desk.run(&["lin.md", "--all-views", "-o", "{name}.pdf"]).ended(2, &["would both go there"]);
    desk.run(&["lin.md", "-o", "{nam}.pdf"]).ended(2, &["did you mean {name}?"]);
    let files = desk.files();
    for name in ["后端工程师-林墨-13800000000.pdf", "后端工程师-林墨.pdf", "林墨-后端.pdf", "林墨-public.pdf"]
    {
        assert!(files.iter().any(|file| file == name), "{name}: {files:?}");
    }
    assert!(!files.contains(&"林墨.pdf".to_owned()));
}

#[test]
fn the_front_matter_names_the_file_and_no_value_leaves_the_folder() {
    let desk = TestFolder::new();
    desk.write(
        "a.md",
        "---\noutput: \"../{name}: {headline}\"\nheadline: CON/AUX?\n---\n# 林墨\n\n- lin@example.com\n",
    );
    desk.run(&["a.md"]).ended(0, &[]);
    assert_eq!(desk.files(), ["_.._林墨_ CON_AUX_.pdf", "a.md"]);
    desk.run(&["a.md", "-o", "b.pdf"]).ended(0, &["b.pdf"]);
    desk.run(&["a.md", "-o", "out/"]).ended(0, &["out"]);
    assert!(desk.path("out/_.._林墨_ CON_AUX_.pdf").exists());
    desk.write("r.md", "---\noutput: html_document\n---\n# 林墨\n\n- lin@example.com\n");
    desk.run(&["r.md"]).ended(0, &["r.pdf"]);
}
