//! Many résumés in one command, parts of them, and rules for make.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::TestFolder;
use crate::setup;

/// A résumé like no other.
fn resume(number: usize) -> String {
    let names = ["陈小满", "林知夏", "周砚", "许青禾", "沈未", "顾南星"];
    let fields = ["订单", "库存", "支付", "日志", "搜索", "消息", "报表"];
    let (name, field) = (names[number % names.len()], fields[number % fields.len()]);
    format!(
        "# {name}\n\n- 电话：138-0000-{number:04}\n- 邮箱：person{number}@example.com\n\n## 工作经历\n\n\
         ### 云杉科技有限公司（20{:02}-01 ~ 2023-06）\n\n- 独立设计{field}系统，故障减少 {}%。\n",
        number % 20,
        number % 97 + 1
    )
}

/// A folder with so many different résumés in `cvs/`: `r000.md`, `r001.md` …
fn desk(count: usize) -> TestFolder {
    let desk = TestFolder::new();
    fs::create_dir_all(desk.path("cvs")).expect("made");
    (0..count).for_each(|number| desk.write(&format!("cvs/r{number:03}.md"), &resume(number)));
    desk
}

/// What each line begins with: the times differ from run to run.
fn starts(text: &str) -> Vec<&str> {
    text.lines().map(|line| line.split("  ").next().unwrap_or(line)).collect()
}

#[test]
fn many_are_built_as_each_alone_and_told_in_their_order() {
    let desk = desk(200);
    let two = desk.run(&["build", "cvs/*.md", "-j", "2", "-o", "two/"]);
    two.ended_long(0, &["200 résumés: 200 built; "]);
    let one = desk.run(&["cvs/*.md", "-j", "1", "-o", "one/"]);
    one.ended_long(0, &["200 résumés: 200 built; "]);
    let wanted: Vec<String> = (0..200).map(|number| format!("two/r{number:03}.pdf")).collect();
    assert_eq!(starts(&two.err)[..200], wanted);
    let mut different = BTreeSet::new();
    for number in 0..200 {
        let name = format!("r{number:03}.pdf");
        let bytes = desk.read(&format!("two/{name}"));
        assert!(bytes == desk.read(&format!("one/{name}")), "{name}");
        different.insert(bytes);
    }
    assert_eq!(different.len(), 200, "all résumés differ");
    for number in (0..200).step_by(19) {
        desk.run(&[&format!("cvs/r{number:03}.md"), "-o", "alone.pdf"]).ended(0, &["alone.pdf"]);
        assert!(desk.read("alone.pdf") == desk.read(&format!("one/r{number:03}.pdf")), "{number}");
    }
}

#[test]
fn what_is_wrong_with_one_is_told_in_its_place_and_stops_no_other() {
    let desk = desk(3);
    desk.write("cvs/r001.md", "---\nname: 甲\nlayout: compcat\n---\n# 甲\n");
    let args = ["build", "cvs/r000.md", "none.md", "cvs/r001.md", "cvs/r002.md", "-j", "3"];
    let said = desk.run(&args);
    said.ended(2, &["cannot read none.md", "4 résumés: 2 built, 1 with errors, 1 not readable; "]);
    let places =
        ["cvs/r000.pdf  ", "none.md", "cvs/r001.md:3", "failed: 1 error", "cvs/r002.pdf  ", "4 résumés"];
    let places: Vec<usize> = places.iter().map(|word| said.err.find(word).expect(word)).collect();
    assert!(places.is_sorted(), "{}", said.err);
    assert!(desk.path("cvs/r002.pdf").exists() && !desk.path("cvs/r001.pdf").exists());
    desk.run(&["cvs/*.md"]).ended(1, &["3 résumés: 2 built, 1 with errors; "]);
    desk.run(&["cvs/r000.md", "cvs", "cvs/r002.md"]).ended(2, &["it is a folder", "'FOLDER/**/*.md'"]);
    let said = desk.run(&["cvs/r000.md", "cvs/r002.md", "-q"]);
    assert_eq!((said.status, said.err.as_str()), (Some(0), ""));
}

#[test]
fn patterns_are_as_in_a_shell() {
    let desk = desk(2);
    fs::create_dir_all(desk.path("cvs/deep/.hidden")).expect("made");
    fs::create_dir_all(desk.path("cvs/folder.md")).expect("made");
    desk.write("cvs/deep/a[1].md", &resume(7));
    desk.write("cvs/deep/.hidden/b.md", &resume(8));
    let built = |args: &[&str]| {
        let said = desk.run(args);
        said.ended(0, &[]);
        starts(&said.err)
            .iter()
            .filter(|line| line.ends_with(".pdf"))
            .map(|line| (*line).to_owned())
            .collect()
    };
    let built: [Vec<String>; 4] = [
        built(&["cvs/*.md"]),
        built(&["cvs/**/*.md"]),
        built(&["cvs/deep/a[1].md"]),
        built(&["./cvs/r001.md", "cvs/r00?.md", "cvs/r000.md"]),
    ];
    assert_eq!(built[0], ["cvs/r000.pdf", "cvs/r001.pdf"]);
    assert_eq!(built[1], ["cvs/deep/a[1].pdf", "cvs/r000.pdf", "cvs/r001.pdf"]);
    assert_eq!(built[2], ["cvs/deep/a[1].pdf"]);
    assert_eq!(built[3], ["cvs/r001.pdf", "cvs/r000.pdf"], "each once, in the order of the arguments");
    desk.run(&["no/*.md"]).ended(2, &["no/*.md", "no file fits"]);
    desk.run(&["a***.md", "b.md"]).ended(2, &["a***.md"]);
}

#[test]
fn what_cannot_end_well_is_refused_before_anything_is_built() {
    let desk = desk(2);
    fs::create_dir_all(desk.path("old")).expect("made");
    desk.write("old/r000.md", &resume(5));
    desk.write("cvs/b.pdf", &resume(6));
    desk.write("cvs/b.md", &resume(6));
    let refused: [(&[&str], &[&str]); 8] = [
        (&["cvs/r001.md", "cvs/r000.md", "old/r000.md", "-o", "out/"], &["cvs/r000.md and old/r000.md"]),
        (&["cvs/b.md", "cvs/b.pdf"], &["cvs/b.pdf", "it is the résumé itself"]),
        (&["cvs/*.md", "-o", "all.pdf"], &["all.pdf", "-o all.pdf/"]),
        (&["cvs/*.md", "-o", "-"], &["only one file fits there"]),
        (&["-", "cvs/b.md"], &["`-` has to be the only input"]),
        (&["cvs/*.md", "--deps", "cvs/b.md"], &["cvs/b.md", "a file of its own"]),
        (&["cvs/*.md", "--deps", "cvs/b.pdf"], &["cvs/b.pdf", "a file of its own"]),
        (&["cvs/*.md", "--format", "png", "--print"], &["leave out --print"]),
    ];
    for (args, words) in refused {
        desk.run(args).ended(2, words);
        assert_eq!(desk.files(), ["cvs", "old"], "{args:?}");
        assert!(!desk.path("cvs/r001.pdf").exists(), "{args:?}");
    }
    for args in [["cvs/*.md", "-j", "0"], ["cvs/*.md", "--shard", "3/2"]] {
        desk.run(&args).ended(2, &[args[1]]);
    }
}

#[test]
fn pictures_of_a_second_page_replace_no_other_résumé() {
    let desk = TestFolder::new();
    desk.write("a.md", "# 甲\n\n乙\n\n<!-- pagebreak -->\n\n丙\n");
    desk.write("a-2.md", &resume(1));
    let said = desk.run(&["a.md", "a-2.md", "--format", "svg"]);
    said.ended(2, &["cannot write a-2.svg", "1 built, 1 not writable"]);
    assert_eq!(desk.files(), ["a-2.md", "a-2.svg", "a.md"]);
}

#[test]
fn formats_and_folders_hold_for_each() {
    let desk = desk(2);
    fs::create_dir(desk.path("out")).expect("made");
    desk.run(&["cvs/*.md", "-o", "out", "--format", "pdf,svg"]).ended(0, &["out/r000.pdf, out/r000.svg"]);
    let mut names: Vec<_> =
        fs::read_dir(desk.path("out")).expect("read").map(|e| e.expect("e").file_name()).collect();
    names.sort();
    assert_eq!(names, ["r000.pdf", "r000.svg", "r001.pdf", "r001.svg"]);
    desk.run(&["cvs/r000.md", "-o", "new/deep/"]).ended(0, &["new/deep/r000.pdf"]);
}

#[test]
fn findings_of_all_are_one_output_for_a_machine() {
    let desk = desk(3);
    for number in 0..3 {
        desk.write(&format!("cvs/r{number:03}.md"), &format!("{}\n## 获奖{number}\n", resume(number)));
    }
    let run = |command: &str, way: &str| {
        let said = desk.run(&[command, "cvs/*.md", "-j", "3", "--diagnostics", way]);
        assert_eq!(said.status, Some(0), "{}", said.err);
        String::from_utf8(said.out).expect("UTF-8")
    };
    for command in ["build", "check"] {
        let log: Value = serde_json::from_str(&run(command, "sarif")).expect("one log");
        let uri = |result: &Value| {
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().map(str::to_owned)
        };
        let results = log["runs"][0]["results"].as_array().expect("results");
        let mut uris: Vec<String> = results.iter().filter_map(uri).collect();
        uris.dedup();
        assert_eq!(uris, ["cvs/r000.md", "cvs/r001.md", "cvs/r002.md"], "{command}");
        let json = run(command, "json");
        let lines = json.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
        let mut files: Vec<String> =
            lines.filter_map(|line| line["file"].as_str().map(str::to_owned)).collect();
        files.dedup();
        assert_eq!(files, uris, "{command}");
        assert_eq!(json, run(command, "json"), "the same each time");
        assert!(run(command, "github").lines().all(|line| line.starts_with("::")), "{command}");
    }
}

#[test]
fn many_are_checked_and_nothing_is_written() {
    let desk = desk(2);
    desk.write("cvs/r002.md", &format!("{}\n## 获奖\n", resume(2)));
    let said = desk.run(&["check", "cvs/r002.md", "cvs/r000.md", "cvs/r001.md"]);
    said.ended(0, &["cvs/r002.md  1 page  1 warning", "3 résumés: 3 without errors; "]);
    assert!(said.err.find("r002").expect("told") < said.err.find("r000").expect("told"));
    desk.run(&["check", "cvs/*.md", "--strict"]).ended(1, &["2 without errors, 1 with errors; "]);
    assert_eq!(fs::read_dir(desk.path("cvs")).expect("read").count(), 3);
}

#[test]
fn parts_are_disjoint_and_complete() {
    let desk = desk(7);
    let all: Vec<String> = (0..7).map(|number| format!("out/r{number:03}.pdf")).collect();
    for (parts, first) in [(1, 1), (2, 1), (3, 0), (7, 1), (9, 0)] {
        let mut built = Vec::new();
        for part in first..first + parts {
            // The order of the arguments makes no difference.
            let shard = format!("{part}/{parts}");
            let said = desk.run(&["cvs/r006.md", "cvs/*.md", "-o", "out/", "--shard", &shard]);
            said.ended(0, &[]);
            built.extend(said.err.lines().filter(|l| l.starts_with("out/")).map(|l| starts(l)[0].to_owned()));
        }
        built.sort();
        assert_eq!(built, all, "{parts} parts from {first}");
    }
}

#[test]
fn the_job_of_the_kubernetes_example_builds_everything_once() {
    let text = fs::read_to_string(setup::path("examples/kubernetes/job.yaml")).expect("read");
    let job: Value = serde_saphyr::from_str(&text).expect("YAML");
    let spec = &job["spec"];
    assert_eq!((&job["kind"], &spec["completionMode"]), (&"Job".into(), &"Indexed".into()));
    let completions = spec["completions"].as_u64().expect("a number");
    let container = &spec["template"]["spec"]["containers"][0];
    assert_eq!(container["securityContext"]["readOnlyRootFilesystem"], true);
    assert!(container["resources"]["limits"]["memory"].is_string());
    let args: Vec<&str> =
        container["args"].as_array().expect("args").iter().map(|arg| arg.as_str().expect("text")).collect();
    let shard = args.iter().find(|arg| arg.contains("$(JOB_COMPLETION_INDEX)")).expect("a part");
    assert_eq!(**shard, format!("$(JOB_COMPLETION_INDEX)/{completions}"));

    let desk = desk(23);
    fs::rename(desk.path("cvs"), desk.path("resumes")).expect("renamed");
    fs::create_dir(desk.path("pdfs")).expect("made");
    let mounted = desk.path("").display().to_string();
    let mut built = Vec::new();
    for index in 0..completions {
        // What Kubernetes does: the index put in, the volumes mounted.
        let args: Vec<String> = args
            .iter()
            .map(|arg| arg.replace("$(JOB_COMPLETION_INDEX)", &index.to_string()))
            .map(|arg| arg.strip_prefix('/').map_or(arg.clone(), |below| mounted.clone() + below))
            .collect();
        let said = desk.run(&args.iter().map(String::as_str).collect::<Vec<_>>());
        said.ended(0, &[]);
        built.extend(said.err.lines().filter(|l| l.contains(".pdf  ")).map(|l| starts(l)[0].to_owned()));
    }
    built.sort();
    let wanted: Vec<String> = (0..23).map(|number| format!("{mounted}pdfs/r{number:03}.pdf")).collect();
    assert_eq!(built, wanted);
    assert!(wanted.iter().all(|path| Path::new(path).exists()));
}

#[cfg(unix)]
#[test]
fn make_understands_the_rules_and_knows_what_is_out_of_date() {
    let desk = TestFolder::new();
    fs::create_dir(desk.path("the looks")).expect("made");
    desk.write("the looks/my $mall #1.toml", "extends = \"classic\"\n");
    let look = "---\nlayout: \"the looks/my $mall #1.toml\"\n---\n\n";
    desk.write("张 三: 100%#[$].md", &format!("{look}{}", resume(1)));
    desk.write("b.md", &resume(2));
    let make = |args: &[&str]| {
        let mut make = setup::command("make");
        make.current_dir(desk.path(""))
            .args(args)
            .env_remove("MAKEFLAGS")
            .output()
            .expect("make is installed")
    };
    let rule = format!(
        "all: a.pdf\na.pdf:\n\t{} '张 三: 100%#[$$].md' -o a.pdf --deps a.d -q\n-include a.d\n",
        bin()
    );
    desk.write("Makefile", &rule);
    let first = make(&["all"]);
    assert!(first.status.success(), "{first:?}");
    let rules = String::from_utf8(desk.read("a.d")).expect("UTF-8");
    assert!(
        rules.starts_with(
            "a.pdf: \\\n  张\\ 三\\:\\ 100%\\#[$$].md \\\n  the\\ looks/my\\ $$mall\\ \\#1.toml\n"
        ),
        "{rules}"
    );
    assert!(make(&["-q", "all"]).status.success(), "up to date");
    let old = |name: &str| {
        let file = fs::File::options().append(true).open(desk.path(name)).expect("open");
        file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1)).expect("set");
    };
    // The output alone is made old; each of what it was made from is now newer.
    for input in ["张 三: 100%#[$].md", "the looks/my $mall #1.toml"] {
        for name in ["a.pdf", "张 三: 100%#[$].md", "the looks/my $mall #1.toml"] {
            old(name);
        }
        assert!(make(&["-q", "all"]).status.success(), "nothing is newer");
        fs::File::options()
            .append(true)
            .open(desk.path(input))
            .expect("open")
            .set_modified(std::time::SystemTime::now())
            .expect("set");
        assert_eq!(make(&["-q", "all"]).status.code(), Some(1), "{input} is newer");
    }
    // One that is gone is no error of make: the build says it better.
    fs::remove_file(desk.path("the looks/my $mall #1.toml")).expect("removed");
    let gone = make(&["all"]);
    let said = String::from_utf8_lossy(&gone.stderr);
    assert!(
        !gone.status.success() && said.contains("my $mall #1.toml") && !said.contains("No rule"),
        "{said}"
    );
}

#[test]
fn many_have_a_rule_each_also_those_that_failed() {
    let desk = desk(2);
    desk.write("cvs/bad.md", "---\nlayout: mine.toml\n---\n\n# 甲\n");
    desk.write("cvs/mine.toml", "extends = \"classic\"\nwrong = 1\n");
    desk.run(&["cvs/*.md", "-o", "out/", "--deps", "all.d"]).ended(1, &["2 built, 1 with errors"]);
    let rules = String::from_utf8(desk.read("all.d")).expect("UTF-8");
    assert!(
        rules.starts_with("out/bad.pdf: \\\n  cvs/bad.md \\\n  cvs/mine.toml\n\ncvs/mine.toml:\n"),
        "{rules}"
    );
    assert!(
        rules.contains("\nout/r000.pdf: \\\n  cvs/r000.md\n\nout/r001.pdf: \\\n  cvs/r001.md\n"),
        "{rules}"
    );
    desk.write("a=b.md", &resume(3));
    desk.run(&["a=b.md", "--deps", "a.d"]).ended(2, &["a=b", "rename it"]);
    desk.run(&["cvs/r000.md", "--deps", "cvs/r000.md"]).ended(2, &["a file of its own"]);
    desk.run(&["cvs/r000.md", "--deps", "cvs/r000.pdf"]).ended(2, &["the output goes there"]);
    desk.run(&["cvs/r000.md", "-o", "-", "--deps", "a.d"]).ended(2, &["-o OUT"]);
    assert!(!desk.path("a.d").exists());
}

fn bin() -> String {
    assert_cmd::cargo::cargo_bin!("jianli").display().to_string()
}
