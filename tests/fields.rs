//! Keys of the author's own, a blind reading that names no school and no employer, and pictures that are left.

use jianli::session::{Format, Options, Outcome, Request, Session, understand};

use crate::cli::TestFolder;
use crate::setup;

const TEXT: &str = "---\nfields: { notice: 两周内到岗, motto: 多做少说 }\n---\n# 林墨\n\n后端工程师\n\n- lin@example.com\n- 毕业院校：示例大学\n\n## 工作经历\n\n\
    ### 示例科技有限公司 | 工程师 | 2020.03 – 2022.04\n\n- 在示例科技带 5 人团队，与[样例信息](https://example.com)合作\n\n### 样例信息股份有限公司 | 实习生 | 2018.07 – 2019.02\n\n- 写报表\n\n\
    ### 示例科技 | 实习生 | 2017.07 – 2018.02\n\n- 写脚本\n\n## 教育背景\n\n### 示例大学 | 数学 | 本科 | 2014.09 – 2018.06\n";

const LAYOUT: &str = "extends = \"classic\"\n[header]\nrows = [\"{name} <> {field.notice}\", \"{headline}\", \"{field.absent} {contacts}\"]\n";

fn text(request: &Request) -> String {
    let outcome = Session::new().unwrap().build(request);
    let built = outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings));
    let all: Vec<String> =
        built.artefacts.iter().map(|made| String::from_utf8_lossy(&made.bytes).into_owned()).collect();
    all.concat()
}

fn request(text: &str, redact: &str, formats: &[Format]) -> Request {
    let mut options = Options::default();
    options.redact = if redact.is_empty() { Vec::new() } else { vec![redact.to_owned()] };
    options.formats = formats.to_vec();
    Request::new("cv.md", text).with_options(options)
}

fn codes<T>(outcome: &Outcome<T>) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding| finding.code.id).collect()
}

#[test]
fn a_layout_prints_keys_of_the_authors_own_and_says_which_it_does_not() {
    let desk = TestFolder::new();
    desk.write("cv.md", TEXT);
    desk.write("mine.toml", LAYOUT);
    let said = desk.run(&["cv.md", "--layout", "mine.toml", "-o", "a.svg"]);
    said.ended(0, &["J407", "no field `motto`", "{field.motto}"]);
    assert!(!said.err.contains("`notice`"), "{}", said.err);
    let svg = |name: &str| String::from_utf8(desk.read(name)).unwrap();
    assert!(svg("a.svg").contains("两周内到岗") && !svg("a.svg").contains("多做少说"));
    desk.run(&[
        "cv.md",
        "--layout",
        "mine.toml",
        "--field",
        "notice=三月后",
        "--field",
        "headline=平台工程师",
        "--field",
        "name=林默",
        "-o",
        "b.svg",
    ])
    .ended(0, &[]);
    let changed = svg("b.svg");
    for words in ["三月后", "平台工程师", "林默"] {
        assert!(changed.contains(words), "{words}");
    }
    assert!(!changed.contains("两周") && !changed.contains("后端") && !changed.contains("林墨"), "{changed}");
    assert!(changed.contains("<title>林默 – 平台工程师</title>"), "{changed}");
    desk.run(&["cv.md", "--field", "notice"]).ended(2, &["KEY=VALUE"]);
    desk.write("bad.toml", &LAYOUT.replace("field.notice", "field.a b"));
    desk.run(&["cv.md", "--layout", "bad.toml"]).ended(1, &["J404", "is not a field name"]);
    desk.write("bad.toml", "extends = \"classic\"\n[entry]\nrows = [\"{title} {field.x}\"]\n");
    desk.run(&["cv.md", "--layout", "bad.toml"]).ended(1, &["J404", "has no fields"]);
}

#[test]
fn a_field_is_redacted_and_checked_as_everything_is() {
    let desk = TestFolder::new();
    desk.write(
        "cv.md",
        &TEXT.replace("两周内到岗", "电话 138-0000-0000").replace("- lin@", "- 电话：138-0000-0000\n- lin@"),
    );
    desk.write("mine.toml", LAYOUT);
    desk.run(&["cv.md", "--layout", "mine.toml", "--redact", "phone", "-o", "a.svg"]).ended(0, &[]);
    let svg = String::from_utf8(desk.read("a.svg")).unwrap();
    assert!(!svg.contains("138-0000") && svg.contains("已隐去"), "{svg}");
    desk.write("cv.md", TEXT);
    desk.run(&["check", "cv.md", "--layout", "mine.toml"]).ended_long(0, &[]);
}

#[test]
fn a_strictly_blind_reading_names_no_school_and_no_employer() {
    let said = text(&request(TEXT, "blind-strict", &[Format::Text]));
    for gone in ["示例", "样例", "林墨", "lin@"] {
        assert!(!said.contains(gone), "{gone}: {said}");
    }
    // One letter for one name, with or without its form.
    assert_eq!(said.matches("某公司 A").count(), 3, "{said}");
    assert_eq!((said.matches("某公司 B").count(), said.matches("某学校 A").count()), (2, 1), "{said}");
    let usual = text(&request(TEXT, "blind", &[Format::Text]));
    assert!(usual.contains("示例科技有限公司") && !usual.contains("林墨"), "{usual}");
    let employer = text(&request(TEXT, "employer", &[Format::Text]));
    assert!(
        employer.contains("林墨") && employer.contains("示例大学") && !employer.contains("示例科技"),
        "{employer}"
    );
}

#[test]
fn two_people_of_other_schools_and_employers_are_one_to_a_strictly_blind_reading() {
    let formats =
        [Format::Pdf, Format::Svg, Format::Png, Format::Html, Format::Docx, Format::Text, Format::Json];
    let bytes = |text: &str| {
        let outcome = Session::new().unwrap().build(&request(text, "blind-strict", &formats));
        let built = outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings));
        built.artefacts.into_iter().map(|made| made.bytes).collect::<Vec<_>>()
    };
    let other = TEXT
        .replace("示例科技", "虚构网络")
        .replace("样例信息", "假想数据")
        .replace("示例大学", "虚构学院")
        .replace("林墨", "周白")
        .replace("lin@", "zho@");
    let (one, two) = (bytes(TEXT), bytes(&other));
    for (format, (one, two)) in
        formats.iter().zip(one.iter().zip(&two)).filter(|(format, _)| **format != Format::Json)
    {
        assert!(one == two, "{format:?}");
    }
}

#[test]
fn the_command_knows_both_degrees() {
    let desk = TestFolder::new();
    desk.write("cv.md", TEXT);
    desk.run(&["cv.md", "--blind=strict", "-o", "s.txt"]).ended(0, &[]);
    desk.run(&["cv.md", "--blind", "-o", "b.txt"]).ended(0, &[]);
    let read = |name: &str| String::from_utf8(desk.read(name)).unwrap();
    assert!(read("s.txt").contains("某公司 A") && read("b.txt").contains("示例科技有限公司"));
    desk.run(&["cv.md", "--blind=total"]).ended(2, &["strict"]);
}

#[test]
fn pictures_that_stay_are_spoken_of() {
    let photo = std::fs::read(setup::path("examples/photo.png")).unwrap();
    let with = |text: &str, redact: &str| {
        let request = request(text, redact, &[Format::Pdf])
            .with_file("a.png", photo.clone())
            .with_file("photo.png", photo.clone());
        codes(&understand(&request))
    };
    let picture = format!("{TEXT}\n## 作品\n\n![团队](a.png)\n");
    assert!(with(&picture, "photo").contains(&"J813") && with(&picture, "blind").contains(&"J813"));
    assert!(!with(&picture, "phone").contains(&"J813") && !with(TEXT, "blind").contains(&"J813"));
    // The photo of the header goes.
    let header = TEXT.replace("# 林墨\n", "# 林墨\n\n![](photo.png)\n");
    assert!(!with(&header, "photo").contains(&"J813"));
}

#[test]
fn a_layout_with_a_place_for_a_photo_has_none_where_it_was_taken_out() {
    let photo = std::fs::read(setup::path("examples/photo.png")).unwrap();
    let header = TEXT.replace("# 林墨\n", "# 林墨\n\n![](photo.png)\n");
    for layout in ["grid", "rirekisho", "sidebar", "campus", "classic", "modern"] {
        let bytes = |text: &str, redact: &str| {
            let mut request =
                request(text, redact, &[Format::Png, Format::Html]).with_file("photo.png", photo.clone());
            request.options.layout = Some(layout.to_owned());
            let outcome = Session::new().unwrap().build(&request);
            outcome.result.unwrap().artefacts.into_iter().map(|made| made.bytes).collect::<Vec<_>>()
        };
        assert!(bytes(&header, "photo") == bytes(TEXT, ""), "{layout}");
        assert!(bytes(&header, "") != bytes(TEXT, ""), "{layout}");
    }
}
