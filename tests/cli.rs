//! The program as people call it: what it writes, what it says, how it ends.

use crate::setup;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

const RESUME: &str = "# 陈小满\n\n- 电话：138-0000-0000\n- 邮箱：chen@example.com\n\n## 工作经历\n\n\
    ### 云杉科技有限公司（2020-01 ~ 2023-06）\n\n- 独立设计订单系统，缺货订单减少 42%。\n";

/// A folder of its own for one test.
pub struct TestFolder {
    folder: TempDir,
}

impl TestFolder {
    pub fn new() -> TestFolder {
        TestFolder { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    fn with_resume() -> TestFolder {
        let desk = TestFolder::new();
        desk.write("张三.md", RESUME);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("written");
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("read")
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = setup::command(cargo_bin!("jianli"));
        command.current_dir(self.folder.path()).args(args).stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> RunOutput {
        RunOutput::from(self.command(args).output().expect("it runs"))
    }

    /// Returns the names of all files, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("read");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("read").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// How a run ended.
#[derive(Debug)]
pub struct RunOutput {
    pub status: Option<i32>,
    pub out: Vec<u8>,
    pub err: String,
}

impl From<Output> for RunOutput {
    fn from(output: Output) -> RunOutput {
        let err = String::from_utf8(output.stderr).expect("messages are UTF-8");
        RunOutput { status: output.status.code(), out: output.stdout, err }
    }
}

impl RunOutput {
    /// Fails unless the run ended so, with a short message that holds each of the words.
    pub fn ended(&self, status: i32, words: &[&str]) {
        self.ended_long(status, words);
        assert!(self.err.len() < 4000, "{}", self.err);
    }

    /// Fails unless the run ended so, with a message of any length that holds each of the words.
    pub fn ended_long(&self, status: i32, words: &[&str]) {
        assert_eq!(self.status, Some(status), "{self:?}");
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not in {}", self.err);
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
    }
}

fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
}

#[test]
fn a_file_alone_becomes_a_pdf_beside_it_and_one_line_is_said() {
    let desk = TestFolder::with_resume();
    let said = desk.run(&["张三.md"]);
    said.ended(0, &[]);
    assert!(said.out.is_empty());
    let line = said.err.strip_suffix('\n').expect("a line");
    let parts: Vec<&str> = line.split("  ").collect();
    assert_eq!(parts[..2], ["张三.pdf", "1 page"], "{line}");
    assert!(parts[2].ends_with(" % full") && parts[3].ends_with(" ms"), "{line}");
    assert!(is_pdf(&desk.read("张三.pdf")));
    assert_eq!(desk.files(), ["张三.md", "张三.pdf"]);
}

#[test]
fn build_says_the_same_and_makes_the_same_bytes() {
    let desk = TestFolder::with_resume();
    desk.run(&["张三.md"]).ended(0, &[]);
    desk.run(&["build", "张三.md", "-o", "b.pdf"]).ended(0, &["b.pdf"]);
    assert_eq!(desk.read("张三.pdf"), desk.read("b.pdf"));
}

#[test]
fn quiet_says_nothing_and_timings_name_the_stages() {
    let desk = TestFolder::with_resume();
    assert_eq!(desk.run(&["张三.md", "--quiet"]).err, "");
    let stages = ["source", "layout", "fonts", "model", "boxes", "lines", "pages", "pdf", "write", "total"];
    desk.run(&["张三.md", "--timings"]).ended(0, &stages);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let desk = TestFolder::with_resume();
    let input = fs::File::open(desk.path("张三.md")).expect("open");
    let output = desk.command(&["-"]).stdin(input).output().expect("it runs");
    assert!(output.status.success() && is_pdf(&output.stdout));
    assert!(is_pdf(&desk.run(&["张三.md", "-o", "-"]).out));
    assert_eq!(desk.files(), ["张三.md"]);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let desk = TestFolder::with_resume();
    for args in [&["张三.md", "-o", "-"][..], &["layouts", "show", "base"], &["fonts"]] {
        let mut child =
            desk.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        drop(child.stdout.take());
        let said = RunOutput::from(child.wait_with_output().expect("it ends"));
        said.ended(0, &[]);
    }
}

#[test]
fn what_cannot_be_read_is_told_and_leaves_nothing() {
    let desk = TestFolder::new();
    fs::create_dir(desk.path("d.md")).expect("made");
    desk.run(&["none.md"]).ended(2, &["error: cannot read none.md"]);
    desk.run(&["d.md"]).ended(2, &["error: cannot read d.md"]);
    assert_eq!(desk.files(), ["d.md"]);
}

#[test]
fn bytes_that_are_no_text_are_an_error_of_the_document() {
    let desk = TestFolder::new();
    fs::write(desk.path("a.md"), b"# \xc0\0\xff\n").expect("written");
    desk.run(&["a.md"]).ended(1, &["J101", "a.md"]);
    assert_eq!(desk.files(), ["a.md"]);
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing() {
    let desk = TestFolder::with_resume();
    fs::create_dir(desk.path("d.pdf")).expect("made");
    desk.run(&["张三.md", "-o", "d.pdf"]).ended(2, &["cannot write d.pdf", "it is a folder"]);
    desk.run(&["张三.md", "-o", "no/such/a.pdf"])
        .ended(2, &["cannot write no/such/a.pdf", "there is no folder no/such"]);
    desk.run(&["张三.md", "-o", "张三.md"]).ended(2, &["it is the résumé itself"]);
    desk.run(&["张三.md", "-o", "./张三.md"]).ended(2, &["it is the résumé itself"]);
    desk.run(&["张三.md", "-o", "-", "--format", "pdf,png"]).ended(2, &["only one file"]);
    assert_eq!(desk.files(), ["d.pdf", "张三.md"]);
    assert_eq!(desk.read("张三.md"), RESUME.as_bytes());
    assert!(fs::read_dir(desk.path("d.pdf")).expect("read").next().is_none());
}

#[test]
fn a_failed_build_leaves_the_old_output() {
    let desk = TestFolder::with_resume();
    desk.write("张三.pdf", "old");
    desk.write("bad.toml", "[page]\nmargn = \"1mm\"\n");
    desk.run(&["张三.md", "--layout", "bad.toml"]).ended(
        1,
        &["error[J402]: unknown key `margn`", "bad.toml:2:1", "did you mean `margin`?", "failed: 1 error"],
    );
    assert_eq!(desk.read("张三.pdf"), b"old");
    assert_eq!(desk.files(), ["bad.toml", "张三.md", "张三.pdf"]);
}

#[test]
fn strict_makes_errors_of_warnings() {
    let desk = TestFolder::with_resume();
    desk.write("a.md", &format!("{RESUME}\n## 技能\n"));
    desk.run(&["a.md"]).ended(0, &["warning[J203]", "a.md:12:"]);
    fs::remove_file(desk.path("a.pdf")).expect("it was made");
    desk.run(&["a.md", "--strict"]).ended(1, &["error[J203]", "a.md:12:"]);
    assert_eq!(desk.files(), ["a.md", "张三.md"]);
}

#[test]
fn layouts_and_keys_come_from_the_flags_before_the_front_matter() {
    let desk = TestFolder::new();
    desk.write("a.md", &format!("---\nlayout: compact\nset:\n  type.size: 11pt\n---\n\n{RESUME}"));
    let bytes = |args: &[&str]| {
        let said = desk.run(&[&["a.md", "-o", "-"], args].concat());
        said.ended(0, &[]);
        said.out
    };
    let compact = bytes(&[]);
    assert_eq!(compact, bytes(&["--layout", "compact", "--set", "type.size=11pt"]));
    assert_ne!(compact, bytes(&["--layout", "classic"]));
    assert_ne!(compact, bytes(&["--set", "type.size=9pt"]));
}

#[test]
fn layouts_of_other_tools_are_told_and_ours_is_taken() {
    let desk = TestFolder::new();
    let bytes = |more: &[&str]| desk.run(&[&["a.md", "-o", "-"], more].concat()).out;
    for front in [
        "layout: page\ntitle: 我的简历\npermalink: /resume/",
        "layout: cv",
        "layout: base",
        "layout: resume-zh\ndate: 2024-01-01",
        "layout: layouts/base.njk",
        "layout: false",
        "layout: nowhere\nname: x",
    ] {
        desk.write("a.md", &format!("---\n{front}\n---\n{RESUME}"));
        desk.run(&["a.md"]).ended(0, &["warning[J113]", "a.md:2:9", "--layout"]);
        desk.run(&["a.md", "--strict"]).ended(1, &["error[J113]"]);
        desk.run(&["a.md", "--layout", "compact", "--strict"]).ended(0, &[]);
        assert_eq!(bytes(&[]), bytes(&["--layout", "classic"]), "{front}");
    }
    for (layout, beside) in [("compcat", "permalink: /a"), ("none.toml", "permalink: /a")] {
        desk.write("a.md", &format!("---\nlayout: {layout}\n{beside}\n---\n{RESUME}"));
        desk.run(&["a.md"]).ended(1, &["error[J40", "a.md:2:9"]);
    }
}

#[test]
fn images_in_the_text_are_printed_and_are_no_files_of_a_rule() {
    use base64::Engine;
    let desk = TestFolder::with_resume();
    let png = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/photo.png"));
    let image = base64::engine::general_purpose::STANDARD.encode(png.expect("an example with a photo"));
    desk.write("a.md", &format!("{RESUME}\n![图](data:image/png;base64,{image})\n"));
    desk.run(&["a.md", "--strict", "--deps", "a.d"]).ended(0, &[]);
    assert_eq!(String::from_utf8_lossy(&desk.read("a.d")), "a.pdf: \\\n  a.md\n\n");
    desk.run(&["a.md", "-o", "a.svg"]).ended(0, &[]);
    assert!(String::from_utf8_lossy(&desk.read("a.svg")).contains("<image "));
}

#[test]
fn mistakes_in_layouts_are_told_where_they_were_made() {
    let desk = TestFolder::with_resume();
    desk.run(&["张三.md", "--layout", "clasic"]).ended(1, &["error[J405]", "did you mean `classic`?"]);
    desk.run(&["张三.md", "--layout", "none.toml"]).ended(2, &["error: cannot read none.toml"]);
    desk.run(&["张三.md", "--set", "type.size=99pt"]).ended(1, &["--set:1:11", "allowed: 4pt to 36pt"]);
    desk.run(&["张三.md", "--set", "type.size"]).ended(1, &["--set:1:1", "KEY=VALUE"]);
    desk.write("a.md", &format!("---\nlayout: clasic\n---\n\n{RESUME}"));
    desk.run(&["a.md"]).ended(1, &["a.md:2:9", "did you mean `classic`?"]);
    desk.write("b.md", &format!("---\nset:\n  type.sise: 11pt\n---\n\n{RESUME}"));
    desk.run(&["b.md"]).ended(1, &["b.md:3:", "did you mean `size`?"]);
}

#[test]
fn pictures_are_numbered_when_there_are_several() {
    let desk = TestFolder::with_resume();
    desk.run(&["张三.md", "--format", "pdf,png", "--dpi", "72"]).ended(0, &["张三.pdf, 张三.png"]);
    assert!(desk.read("张三.png").starts_with(b"\x89PNG"));
    desk.run(&["张三.md", "-o", "one.png", "--dpi", "36"]).ended(0, &["one.png"]);
    assert!(desk.read("one.png").starts_with(b"\x89PNG"));
    desk.write("long.md", &format!("{RESUME}{}", "- 设计并上线了新的库存系统。\n".repeat(120)));
    desk.run(&["long.md", "--format", "png", "--dpi", "36"]).ended(0, &["long-1.png"]);
    assert!(desk.path("long-2.png").exists() && !desk.path("long.png").exists());
}

/// A résumé that takes about a page and a bit.
fn long_resume() -> String {
    let bullet = "- 设计并上线了新的库存系统，缺货的订单减少 42%，退货减少 8%，仓库里的人每天早下班半小时，全年没有发生一次事故。\n";
    format!("{RESUME}{}", bullet.repeat(24))
}

#[test]
fn a_text_is_fitted_to_the_pages_asked_for_and_the_change_is_told() {
    let desk = TestFolder::new();
    desk.write("a.md", &long_resume());
    desk.run(&["a.md", "-o", "free.pdf"]).ended(0, &["2 pages"]);
    let said = desk.run(&["a.md", "--pages", "1"]);
    said.ended(0, &["a.pdf  1 page  ", "\nfitted to 1 page: section gaps \u{2212}"]);
    assert_eq!(said.err.lines().count(), 2, "{}", said.err);
    let once = desk.read("a.pdf");
    assert_eq!(desk.run(&["a.md", "--pages", "1", "--quiet"]).err, "");
    assert_eq!(desk.read("a.pdf"), once);
    desk.run(&["a.md", "--pages", "1", "--timings"]).ended(0, &["\n  fit "]);
}

#[test]
fn a_page_that_stays_short_is_not_called_fitted() {
    let desk = TestFolder::with_resume();
    desk.write("a.md", "# 林小满\n\n- 邮箱：lin@example.com\n\n## 技能\n\n- 会写一点程序\n");
    let said = desk.run(&["a.md", "--pages", "1"]);
    said.ended(0, &["\nfalls short of 1 page, ", " % full: section gaps +"]);
    assert!(!said.err.contains("fitted"), "{}", said.err);
}

#[test]
fn what_cannot_be_fitted_is_told_and_nothing_is_written() {
    let desk = TestFolder::new();
    desk.write("a.md", &format!("{}{}", long_resume(), "- 带领五人。\n".repeat(60)));
    let said = desk.run(&["a.md", "--pages", "1"]);
    said.ended(
        1,
        &["error[J704]: too long for 1 page by ", "the longest sections: 工作经历", "failed: 1 error"],
    );
    desk.write("b.md", RESUME);
    desk.run(&["b.md", "--pages", "2"]).ended(1, &["error[J705]: too short for 2 pages", "fills 0."]);
    assert_eq!(desk.files(), ["a.md", "b.md"]);
    for wrong in ["0", "-1", "100", "two"] {
        desk.run(&["a.md", &format!("--pages={wrong}")]).ended(2, &["--pages"]);
    }
}

#[test]
fn pages_may_stand_in_the_front_matter_and_the_flag_wins() {
    let desk = TestFolder::new();
    desk.write("a.md", &format!("---\npages: 1\n---\n\n{}", long_resume()));
    desk.run(&["a.md"]).ended(0, &["1 page ", "fitted to 1 page: "]);
    desk.run(&["a.md", "--pages", "2"])
        .ended(0, &["2 pages ", "falls short of 2 pages, the last ", " % full: "]);
    desk.write("b.md", &format!("---\npages: 3\n---\n\n{RESUME}"));
    desk.run(&["b.md"]).ended(1, &["error[J705]", "b.md:2:8"]);
    desk.write("c.md", &format!("---\npages: 0\n---\n\n{RESUME}"));
    desk.run(&["c.md"]).ended(0, &["warning[J102]", "c.md:2:8", "`pages` has to be a number from 1 to 99"]);
}

#[test]
fn layouts_are_listed_and_printed() {
    let desk = TestFolder::new();
    let listed = desk.run(&["layouts"]);
    listed.ended(0, &[]);
    let text = String::from_utf8(listed.out).expect("UTF-8");
    assert!(text.contains("classic ") && text.contains("compact "), "{text}");
    let shown = desk.run(&["layouts", "show", "classic"]).out;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/classic.toml");
    assert_eq!(shown, fs::read(file).expect("read"));
    desk.run(&["layouts", "show", "clasic"]).ended(1, &["no bundled layout is called `clasic`"]);
}

#[test]
fn a_printed_layout_is_one_to_start_from() {
    let desk = TestFolder::with_resume();
    fs::write(desk.path("my.toml"), desk.run(&["layouts", "show", "compact"]).out).expect("written");
    desk.run(&["张三.md", "--layout", "my.toml", "-o", "my.pdf"]).ended(0, &[]);
    desk.run(&["张三.md", "--layout", "compact", "-o", "compact.pdf"]).ended(0, &[]);
    assert_eq!(desk.read("my.pdf"), desk.read("compact.pdf"));
}

#[test]
fn new_writes_a_first_resume_and_never_over_another() {
    let desk = TestFolder::new();
    desk.run(&["new", "李雷"]).ended(0, &["李雷.pdf  1 page", "jianli 李雷.md"]);
    assert!(is_pdf(&desk.read("李雷.pdf")));
    assert!(String::from_utf8(desk.read("李雷.md")).expect("UTF-8").starts_with("# 李雷\n"));
    desk.write("李雷.md", "mine");
    desk.run(&["new", "Ada Example"])
        .ended(0, &["jianli preview \"Ada Example.md\"", "jianli \"Ada Example.md\""]);
    desk.run(&["new", "Zoé", "--lang", "fr"]).ended(0, &["no first résumé in `fr`", "en, zh, zh-Hant, ja"]);
    desk.run(&["new", "李雷"]).ended(2, &["cannot write 李雷.md", "it already exists"]);
    assert_eq!(desk.read("李雷.md"), b"mine");
    desk.run(&["new", "../x"]).ended(2, &["a name cannot"]);
    for (name, lang) in [("Ana Ruiz", "ja"), ("山田はな", "ko"), ("김하늘", "en"), ("𠮷田", "zh-Hans")]
    {
        desk.run(&["new", name, "--lang", lang]).ended(0, &["1 page"]);
    }
}

#[test]
fn faces_are_listed() {
    let desk = TestFolder::with_resume();
    let all = String::from_utf8(desk.run(&["fonts"]).out).expect("UTF-8");
    assert!(all.contains("Noto Sans SC ") && all.contains("regular, bold"), "{all}");
    let said = desk.run(&["fonts", "张三.md"]);
    said.ended(0, &[]);
    let used = String::from_utf8(said.out).expect("UTF-8");
    assert!(used.contains("Noto Sans SC") && used.contains(" glyphs") && !used.contains("Serif"), "{used}");
}

#[test]
fn explain_prints_what_was_understood() {
    let desk = TestFolder::with_resume();
    let said = desk.run(&["explain", "张三.md"]);
    said.ended(0, &[]);
    assert!(String::from_utf8(said.out).expect("UTF-8").contains("云杉科技有限公司"));
    desk.run(&["explain", "张三.md", "--text"]).ended(0, &[]);
    assert!(desk.run(&["explain", "张三.md", "--json"]).out.starts_with(b"{"));
    desk.run(&["explain", "none.md"]).ended(2, &["cannot read none.md"]);
}

#[test]
fn the_help_tells_the_exit_statuses() {
    let desk = TestFolder::new();
    let help = String::from_utf8(desk.run(&["--help"]).out).expect("UTF-8");
    assert!(help.contains("Exit status:") && help.contains("jianli 张三.md"), "{help}");
    desk.run(&[]).ended_long(2, &["Usage"]);
    desk.run(&["a.md", "--layuot", "x"]).ended(2, &["--layout"]);
    desk.run(&["a.md", "--dpi", "9999"]).ended(2, &["--dpi"]);
    desk.run(&["a.md", "--lang", "中文"]).ended(2, &["zh-Hans"]);
}

#[test]
fn nothing_is_coloured_but_a_terminal() {
    let desk = TestFolder::with_resume();
    assert!(!desk.run(&["张三.md", "--set", "x=1"]).err.contains('\u{1b}'));
}

#[test]
fn a_print_shop_gets_a_pdf_and_no_picture() {
    let desk = TestFolder::with_resume();
    desk.run(&["张三.md", "--print"]).ended(0, &["张三.pdf"]);
    let file = desk.read("张三.pdf");
    assert!(file.starts_with(b"%PDF-1.6"));
    desk.run(&["张三.md", "--print=black", "-o", "black.pdf"]).ended(0, &["black.pdf"]);
    assert!(desk.read("black.pdf") != file);
    std::fs::remove_file(desk.path("black.pdf")).unwrap();
    desk.run(&["张三.md", "--print=gold"]).ended(2, &["process, black"]);
    for args in [&["--format", "png"][..], &["--format", "pdf,png"], &["-o", "a.png"]] {
        desk.run(&[&["张三.md", "--print"], args].concat()).ended(2, &["a print shop takes a PDF"]);
    }
    assert_eq!(desk.files(), ["张三.md", "张三.pdf"]);
}

#[test]
fn a_coarse_image_is_refused_for_print_at_its_line() {
    let desk = TestFolder::with_resume();
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdf/photo.jpg");
    fs::copy(photo, desk.path("a.jpg")).expect("copied");
    desk.write("a.md", &format!("---\nphoto: a.jpg\n---\n\n{RESUME}"));
    desk.run(&["a.md", "--print"]).ended(1, &["error[J811]", "a.md:2:8", "300 are needed", "pixels there"]);
    assert!(!desk.path("a.pdf").exists());
    desk.run(&["a.md"]).ended(0, &["a.pdf"]);
}

#[test]
fn the_date_comes_from_outside_or_there_is_none() {
    let desk = TestFolder::with_resume();
    let built = |value: Option<&str>, args: &[&str]| {
        let mut command = desk.command(&[&["张三.md", "-o", "-"], args].concat());
        match value {
            Some(value) => command.env("SOURCE_DATE_EPOCH", value),
            None => command.env_remove("SOURCE_DATE_EPOCH"),
        };
        RunOutput::from(command.output().expect("it runs"))
    };
    let has = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    let (plain, dated) = (built(None, &[]).out, built(Some("1700000000"), &[]).out);
    assert!(is_pdf(&plain) && !has(&plain, "CreateDate"));
    assert!(has(&dated, "<xmp:ModifyDate>2023-11-14T22:13:20Z</xmp:ModifyDate>"));
    assert!(has(&built(None, &["--print"]).out, "<xmp:ModifyDate>2000-01-01T00:00:00Z</xmp:ModifyDate>"));
    assert_eq!(built(Some(""), &[]).out, plain, "set to nothing is not set");
    for wrong in ["-1", "1e9", "soon", "253402300800", "99999999999999999999999"] {
        built(Some(wrong), &[]).ended(2, &["SOURCE_DATE_EPOCH", "seconds since 1970"]);
    }
}

#[test]
fn the_surroundings_leave_no_trace_in_the_file() {
    let desk = TestFolder::with_resume();
    fs::create_dir(desk.path("elsewhere")).expect("made");
    fs::copy(desk.path("张三.md"), desk.path("elsewhere/张三.md")).expect("copied");
    let built = |folder: &str, surroundings: [(&str, &str); 3], args: &[&str]| {
        let mut command = desk.command(&[&["张三.md", "-o", "-"], args].concat());
        command.current_dir(desk.path(folder)).envs(surroundings);
        command.env_remove("SOURCE_DATE_EPOCH").output().expect("it runs").stdout
    };
    let here = [("TZ", "UTC"), ("LC_ALL", "C"), ("HOME", "/")];
    let there = [("TZ", "Asia/Kathmandu"), ("LC_ALL", "tr_TR.UTF-8"), ("HOME", "/nowhere")];
    for args in [&[][..], &["--print"]] {
        let first = built(".", here, args);
        assert!(is_pdf(&first));
        assert_eq!(first, built("elsewhere", there, args), "{args:?}");
    }
}

#[test]
fn a_pdf_gives_back_what_it_was_made_of() {
    let desk = TestFolder::new();
    let source = RESUME.replace('\n', "\r\n");
    desk.write("张三.md", &source);
    desk.write("my.toml", "extends = \"compact\"\n[type]\nsize = \"9pt\"\n");
    desk.run(&["张三.md", "--layout", "my.toml", "--set", "page.bleed=0mm", "--attach"])
        .ended(0, &["张三.pdf"]);
    desk.run(&["extract", "张三.pdf", "-o", "back"])
        .ended(0, &["张三.md", "my.toml", "compact.toml", "base.toml"]);
    for name in ["张三.md", "my.toml"] {
        assert_eq!(desk.read(name), desk.read(&format!("back/{name}")));
    }
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/compact.toml");
    assert_eq!(desk.read("back/compact.toml"), fs::read(bundled).expect("read"));
    assert_eq!(desk.run(&["extract", "张三.pdf", "-o", "-"]).out, source.as_bytes());
    desk.run(&["extract", "张三.pdf"]).ended(2, &["it already exists", "--force"]);
    assert!(!desk.path("base.toml").exists(), "all or none");
    desk.write("张三.md", "changed");
    desk.run(&["extract", "张三.pdf", "--force"]).ended(0, &["base.toml"]);
    assert_eq!(desk.read("张三.md"), source.as_bytes());
}

#[test]
fn what_is_no_pdf_of_ours_gives_nothing_back() {
    let desk = TestFolder::with_resume();
    desk.run(&["张三.md"]).ended(0, &[]);
    desk.run(&["extract", "张三.pdf"]).ended(2, &["cannot read 张三.pdf", "it carries no files"]);
    desk.run(&["extract", "张三.md"]).ended(2, &["it is not a PDF"]);
    desk.run(&["extract", "."]).ended(2, &["it is not a PDF but a folder"]);
    desk.run(&["extract", "none.pdf"]).ended(2, &["cannot read none.pdf"]);
    desk.run(&["张三.md", "--attach", "--print"]).ended(2, &["--print"]);
    desk.run(&["张三.md", "--attach", "-o", "a.png"]).ended(2, &["only a PDF carries files"]);
    assert_eq!(desk.files(), ["张三.md", "张三.pdf"]);
}

#[test]
fn images_that_cannot_be_used_are_told_at_their_line() {
    let desk = TestFolder::with_resume();
    let told = |image: &str, words: &[&str]| {
        desk.write("a.md", &format!("{RESUME}\n![x]({image})\n"));
        desk.run(&["a.md", "--strict"]).ended(1, &[&["error[J108]", "a.md:12:1"], words].concat());
        assert!(!desk.path("a.pdf").exists());
        desk.run(&["a.md"]).ended(0, &[&["warning[J108]", "a.md:12:1"], words].concat());
        fs::remove_file(desk.path("a.pdf")).expect("written all the same");
    };
    told("https://example.com/a.png", &["nothing is fetched", "beside the Markdown file"]);
    desk.write("a.svg", "<!DOCTYPE s [<!ENTITY a \"b\">]><svg>&a;</svg>");
    told("a.svg", &["entities"]);
    desk.write("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a</text></svg>");
    told("a.svg", &["<text>", "export it as a PNG"]);
    desk.write("a.svg", &format!("<svg>{}</svg>", "<g>".repeat(9000)));
    told("a.svg", &["nested"]);
    fs::write(desk.path("a.jpg"), b"\xFF\xD8\xFF\xE0\0\0\xFF\xC0\0\x0B\x08\0\x01\0\x01\x01")
        .expect("written");
    told("a.jpg", &["its JPEG data is broken"]);
    let header =
        b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\xC3\x50\0\0\xC3\x50\x08\x02\0\0\0\0\0\0\0\0\0\0\0IEND\0\0\0\0";
    fs::write(desk.path("a.png"), header).expect("written");
    told("a.png", &["50000 × 50000 pixels are too many"]);
    // What is wrong with this one shows only when it is drawn.
    fs::write(desk.path("a.webp"), b"RIFF\x16\0\0\0WEBPVP8L\x0A\0\0\0\x2F\x1F\xC0\x03\0\xFF\xFF\xFF\xFF\xFF")
        .expect("written");
    told("a.webp", &["it is damaged", "save it as PNG"]);
    desk.run(&["check", "a.md"]).ended(0, &["warning[J108]", "it is damaged"]);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    }

    #[test]
    fn output_has_the_rights_of_a_usual_file_or_of_the_one_it_replaces() {
        let desk = TestFolder::with_resume();
        desk.run(&["张三.md"]).ended(0, &[]);
        assert_eq!(mode(&desk.path("张三.pdf")), mode(&desk.path("张三.md")));
        fs::set_permissions(desk.path("张三.pdf"), fs::Permissions::from_mode(0o640)).expect("set");
        desk.run(&["张三.md"]).ended(0, &[]);
        assert_eq!(mode(&desk.path("张三.pdf")), 0o640);
        fs::set_permissions(desk.path("张三.pdf"), fs::Permissions::from_mode(0o444)).expect("set");
        desk.run(&["张三.md"]).ended(2, &["it is write-protected"]);
    }

    #[test]
    fn a_link_stays_a_link() {
        let desk = TestFolder::with_resume();
        fs::create_dir(desk.path("real")).expect("made");
        desk.write("real/a.pdf", "old");
        symlink("real/a.pdf", desk.path("link.pdf")).expect("linked");
        symlink("real/b.pdf", desk.path("loose.pdf")).expect("linked");
        symlink("loop.pdf", desk.path("loop.pdf")).expect("linked");
        desk.run(&["张三.md", "-o", "link.pdf"]).ended(0, &[]);
        desk.run(&["张三.md", "-o", "loose.pdf"]).ended(0, &[]);
        desk.run(&["张三.md", "-o", "loop.pdf"]).ended(2, &["loop.pdf"]);
        assert!(fs::symlink_metadata(desk.path("link.pdf")).expect("there").is_symlink());
        assert!(is_pdf(&desk.read("real/a.pdf")) && is_pdf(&desk.read("real/b.pdf")));
    }

    #[test]
    fn what_is_given_back_never_goes_through_a_link() {
        let desk = TestFolder::with_resume();
        desk.run(&["张三.md", "--attach", "-o", "a.pdf"]).ended(0, &[]);
        fs::create_dir(desk.path("back")).expect("made");
        desk.write("target", "mine");
        symlink("../target", desk.path("back/张三.md")).expect("linked");
        for args in [&["-o", "back"][..], &["-o", "back", "--force"]] {
            desk.run(&[&["extract", "a.pdf"], args].concat())
                .ended(2, &["a link of that name already exists"]);
        }
        assert_eq!(desk.read("target"), b"mine");
        assert_eq!(fs::read_dir(desk.path("back")).expect("read").count(), 1);
    }

    #[test]
    fn devices_are_written_to_and_not_replaced() {
        let desk = TestFolder::with_resume();
        desk.run(&["张三.md", "-o", "/dev/null"]).ended(0, &[]);
        assert!(fs::metadata("/dev/null").expect("there").file_type().is_char_device());
        if Path::new("/dev/full").exists() {
            desk.run(&["张三.md", "-o", "/dev/full"]).ended(2, &["cannot write /dev/full"]);
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told() {
        let desk = TestFolder::with_resume();
        fs::create_dir(desk.path("shut")).expect("made");
        desk.write("shut/a.pdf", "old");
        fs::set_permissions(desk.path("shut"), fs::Permissions::from_mode(0o555)).expect("set");
        // Root may write everywhere.
        if fs::write(desk.path("shut/probe"), "").is_err() {
            desk.run(&["张三.md", "-o", "shut/a.pdf"]).ended(2, &["cannot write shut/a.pdf"]);
            assert_eq!(desk.read("shut/a.pdf"), b"old");
        }
        fs::set_permissions(desk.path("shut"), fs::Permissions::from_mode(0o755)).expect("set");
    }
}

#[test]
fn drawings_are_made_a_page_each() {
    let desk = TestFolder::new();
    desk.write("a.md", "# 甲\n\n- 邮箱：a@example.com\n\n乙\n\n<!-- pagebreak -->\n\n丙\n");
    let said = desk.run(&["a.md", "-o", "a.svg"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert_eq!(desk.files(), ["a-1.svg", "a-2.svg", "a.md"]);
    assert!(desk.read("a-1.svg").starts_with(b"<svg xmlns="));
    let text = String::from_utf8(desk.read("a-2.svg")).expect("text");
    assert!(text.contains(">丙</text>") && !text.contains(">乙</text>"), "{text}");
}

#[test]
fn findings_are_told_to_machines_on_standard_output() {
    let desk = TestFolder::new();
    desk.write("a.md", "# 甲\n\n## 工作经历\n\n### 某公司 2020.01 – 2021.02\n");
    let said = desk.run(&["check", "a.md", "--diagnostics", "json"]);
    let text = String::from_utf8(said.out).expect("text");
    let codes: Vec<String> = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON"))
        .map(|finding| format!("{} {}", finding["code"].as_str().unwrap_or(""), finding["line"]))
        .collect();
    assert!(codes.contains(&"J202 1".to_owned()), "{codes:?}");
    let said = desk.run(&["a.md", "--diagnostics", "github", "-o", "a.pdf"]);
    assert!(String::from_utf8_lossy(&said.out).contains("::warning file=a.md,title=J202,line=1"), "{said:?}");
    let said = desk.run(&["a.md", "--diagnostics", "sarif", "-o", "-"]);
    assert_eq!(said.status, Some(2), "a PDF and a log do not fit one stream");
}

#[test]
fn check_writes_nothing_and_counts_what_it_found() {
    let desk = TestFolder::with_resume();
    let said = desk.run(&["check", "张三.md"]);
    said.ended(0, &["张三.md  1 page  no problems\n"]);
    assert!(said.out.is_empty());
    assert_eq!(desk.files(), ["张三.md"]);
    desk.write("b.md", &format!("{RESUME}\n## 获奖\n\n- 熟悉 Github,写过文章\n\n## 获奖\n"));
    let said = desk.run(&["check", "b.md", "--layout", "compact"]);
    said.ended(0, &["J211", "J301", "J203", "J210", "b.md  1 page  2 warnings, 2 notes\n"]);
    desk.run(&["check", "b.md", "--strict"]).ended(1, &["error[J210]", "failed: "]);
    desk.run(&["b.md"]).ended(0, &["J203"]);
    assert!(!desk.run(&["b.md"]).err.contains("J301"), "wording is the business of check");
    desk.run(&["check"]).ended(2, &["FILE.md"]);
    desk.run(&["check", "c.md"]).ended(2, &["c.md"]);
}

#[test]
fn what_is_allowed_is_not_said_again() {
    let desk = TestFolder::new();
    let text = format!("{RESUME}\n<!-- jianli: allow J301 -->\n\n熟悉 Github 的人。\n\n## 获奖\n");
    desk.write("a.md", &text);
    let said = desk.run(&["check", "a.md"]);
    said.ended(0, &["a.md  1 page  1 warning\n"]);
    desk.write("a.md", &format!("---\nallow: [J301, J203]\n---\n{text}"));
    desk.run(&["check", "a.md", "--strict"]).ended(0, &["a.md  1 page  no problems\n"]);
    assert!(!desk.run(&["a.md"]).err.contains("J203"), "build does not say it either");
    desk.write("a.md", &format!("{RESUME}\n<!-- jianli: allow J3O2 J801 -->\n\n乙\n"));
    desk.run(&["check", "a.md"]).ended(0, &["J104", "J302", "J801 is an error and cannot be silenced"]);
}

#[test]
fn a_code_is_explained() {
    let desk = TestFolder::new();
    let said = desk.run(&["check", "--explain", "j802"]);
    said.ended(0, &[]);
    let text = String::from_utf8(said.out).expect("UTF-8");
    assert!(
        text.starts_with("J802 (error)") && text.contains("Example:") && text.contains("silence"),
        "{text}"
    );
    desk.run(&["check", "--explain", "J8O2"]).ended(2, &["did you mean J802?"]);
    desk.run(&["check", "--explain", "J802", "a.md"]).ended(2, &["--explain"]);
}

#[test]
fn a_command_mistyped_is_told_and_a_name_without_its_ending_is_found() {
    let desk = TestFolder::with_resume();
    for (words, meant) in [
        (&["nwe", "李雷"][..], "jianli new 李雷"),
        (&["serve"], "jianli preview"),
        (&["Biuld", "张三.md"], "jianli build 张三.md"),
        (&["themes"], "jianli layouts"),
        (&["extact", "a.pdf"], "jianli extract a.pdf"),
    ] {
        desk.run(words).ended(2, &["no such command", &format!("did you mean `{meant}`?")]);
    }
    desk.run(&["张四"]).ended(2, &["cannot read 张四"]);
    desk.run(&["张三"]).ended(0, &["张三.pdf"]);
    desk.run(&["check", "张三"]).ended(0, &["张三.md  1 page"]);
    assert!(String::from_utf8(desk.run(&["help"]).out).expect("UTF-8").contains("preview"));
    assert!(String::from_utf8(desk.run(&["help", "watch"]).out).expect("UTF-8").contains("--poll"));
    // A file is a file, whatever it is called.
    desk.write("serve", RESUME);
    desk.run(&["serve"]).ended(0, &["serve.pdf"]);
}

#[test]
fn an_ending_that_is_not_made_is_refused() {
    let desk = TestFolder::with_resume();
    for output in ["x.odt", "x.rtf", "x.jpg", "x.pdf.bak"] {
        desk.run(&["张三.md", "-o", output]).ended(2, &[output, ".pdf, .png, .svg"]);
        assert!(!desk.path(output).exists());
    }
    for output in ["x", "x.PDF", "v1.0/"] {
        desk.run(&["张三.md", "-o", output]).ended(0, &["1 page"]);
    }
    desk.run(&["张三.md", "-o", "x.bak", "--format", "pdf"]).ended(0, &["x.bak"]);
}

#[test]
fn shells_and_man_are_told_all_commands() {
    let desk = TestFolder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = String::from_utf8(desk.run(&["completions", shell]).out).expect("UTF-8");
        assert!(["preview", "layouts", "diagnostics"].iter().all(|word| text.contains(word)), "{shell}");
    }
    let page = String::from_utf8(desk.run(&["man"]).out).expect("UTF-8");
    assert!(page.contains(".TH jianli 1") && page.contains("extract"), "{page}");
    assert_eq!(desk.run(&["man", "-o", "pages"]).status, Some(0));
    let pages = fs::read_dir(desk.path("pages")).expect("made").count();
    assert!(pages > 10 && desk.path("pages/jianli-watch.1").exists(), "{pages}");
}
