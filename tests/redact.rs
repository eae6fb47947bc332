//! Redaction: what is not to be said of a person is nowhere in what is made.

use jianli::diag::Diagnostic;
use jianli::extract::attachments;
use jianli::lines::MarkKind;
use jianli::model::{self, Classes};
use jianli::pages::Document;
use jianli::pdf::{self, Attachment, AttachmentKind};
use jianli::readback;
use jianli::session::{Attach, Built, Format, Options, Outcome, Request, Session, understand};

use crate::cli::TestFolder;
use crate::setup;

const TEXT: &str = "# 欧阳示例 Robin Ashdown\n\n![欧阳示例](photo.png)\n\n后端工程师\n\n- 性别：男\n- 出生年月：1991-02\n- 联系电话/微信号：138-0000-0000\n\
    - 邮箱：robin.ashdown@example.com\n- GitHub：https://github.com/robin-ashdown\n- 现居：杭州\n\n## 工作经历\n\n### 示例科技 | 工程师 | 2020.03 – 2022.04\n\n\
    - 带 5 人团队，电话 １３８ ００００ ００００，或 [打电话](tel:13800000000)\n- 写信到 robin.ashdown＠example.com，或 [写信](mailto:robin%2Eashdown@example.com)\n\
    - 开源见 [主页](https://github.com/robin-ashdown/tool)\n- 论文：Ashdown Robin、欧阳示例：《排版》\n- 备用 +86 13900000001，other@example.org\n";

/// What has no pages.
const WRITTEN: &[Format] = &[Format::Html, Format::Docx, Format::Text, Format::Markdown, Format::Json];

fn request(text: &str, redact: &[&str]) -> Request {
    let mut options = Options::default();
    options.redact = redact.iter().map(|class| (*class).to_owned()).collect();
    options.formats = [&[Format::Pdf, Format::Svg, Format::Png][..], WRITTEN].concat();
    let photo = std::fs::read(setup::path("examples/photo.png")).unwrap();
    Request::new("cv.md", text).with_file("photo.png", photo).with_options(options)
}

fn built(request: &Request) -> Built {
    let outcome = Session::new().unwrap().build(request);
    outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings))
}

fn codes<T>(outcome: &Outcome<T>) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding: &Diagnostic| finding.code.id).collect()
}

/// What programs read in the PDF and the SVG.
fn read(built: &Built) -> String {
    let text = readback::read(&built.artefacts[0].bytes).unwrap().text();
    let svg = String::from_utf8_lossy(&built.artefacts[1].bytes);
    let links: Vec<&str> = svg.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let words: Vec<&str> =
        svg.split('>').filter_map(|rest| rest.split_once('<')).map(|(words, _)| words).collect();
    let drawn = |link: &&&str| !link.starts_with('#');
    let written = built.artefacts.iter().filter(|made| WRITTEN.contains(&made.format));
    let written: String = written.map(|made| String::from_utf8_lossy(&made.bytes)).collect();
    // The style of a page has a rule for a photo, whether there is one or not.
    let written =
        written.split("<style>").map(|part| part.split_once("</style>").map_or(part, |(_, rest)| rest));
    let written: String = written.collect();
    text + &written + &words.concat() + &links.iter().filter(drawn).copied().collect::<Vec<_>>().concat()
}

#[test]
fn the_title_of_a_document_that_names_nobody_loses_a_number_too() {
    let text =
        "# 简历 138-0000-0000\n\n## 工作经历\n\n### 示例科技 | 工程师 | 2020.03 – 2022.04\n\n- 写日志。\n";
    for (classes, left) in [(&[][..], true), (&["phone"], false)] {
        let text = read(&built(&request(text, classes)));
        assert!(text.contains("示例科技"), "{text}");
        assert_eq!(text.contains("138"), left, "{text}");
    }
}

#[test]
fn a_number_goes_wherever_and_however_it_is_written() {
    let built = built(&request(TEXT, &["phone"]));
    let text = read(&built).replace(char::is_whitespace, "");
    for gone in ["138", "１３８", "13900000001", "联系电话", "tel:", "0000"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert!(
        text.contains("robin.ashdown@example.com") && text.contains("欧阳示例") && text.contains("已隐去")
    );
    assert!(text.contains("2020.03") && text.contains("2022.04"));
}

#[test]
fn who_it_is_goes_from_every_place() {
    let built = built(&request(TEXT, &["blind"]));
    let text = read(&built).to_lowercase().replace(char::is_whitespace, "");
    for gone in
        ["欧阳", "robin", "ashdown", "138", "example.com", "example.org", "github", "男", "1991", "photo"]
    {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    for stays in ["候选人", "杭州", "后端工程师", "示例科技", "主页", "写信"] {
        assert!(text.contains(stays), "{stays}: {text}");
    }
    assert_eq!((built.document.meta.title.as_str(), built.document.meta.author.as_str()), ("后端工程师", ""));
    assert!(built.document.images.is_empty() && built.resume.header.photo.is_none());
}

#[test]
fn two_people_with_one_text_are_the_same_to_whoever_is_blind() {
    let other = TEXT
        .replace("欧阳示例 Robin Ashdown", "林墨 Kim Example")
        .replace("Ashdown Robin、欧阳示例", "Example Kim、林墨")
        .replace("欧阳示例", "林墨")
        .replace("性别：男", "性别：女")
        .replace("1991-02", "1988-11")
        .replace("138-0000-0000", "137-0000-0001")
        .replace("１３８ ００００ ００００", "137 0000 0001")
        .replace("13800000000", "13700000001")
        .replace("13900000001", "13600000002")
        .replace("robin.ashdown＠", "kim＠")
        .replace("robin%2Eashdown", "kim")
        .replace("robin.ashdown", "kim")
        .replace("other@example.org", "another@example.net")
        .replace("robin-ashdown", "kim-example");
    let (one, two) = (built(&request(TEXT, &["blind"])), built(&request(&other, &["blind"])));
    assert!(one.artefacts[0].bytes == two.artefacts[0].bytes, "the PDFs differ");
    assert!(one.artefacts[2].bytes == two.artefacts[2].bytes, "the pictures differ");
    for format in [Format::Html, Format::Docx, Format::Text, Format::Markdown] {
        let of =
            |built: &Built| built.artefacts.iter().find(|made| made.format == format).unwrap().bytes.clone();
        assert_eq!(String::from_utf8_lossy(&of(&one)), String::from_utf8_lossy(&of(&two)));
    }
}

#[test]
fn what_a_layout_says_is_found_and_nothing_is_made() {
    for format in [Format::Pdf, Format::Svg] {
        let mut request = request(TEXT, &["blind"]);
        request.options.formats = vec![format];
        request.options.set = vec!["header.rows=[\"{headline} Robin Ashdown\", \"{contacts}\"]".to_owned()];
        let outcome = Session::new().unwrap().build(&request);
        assert!(
            outcome.result.is_err() && codes(&outcome).contains(&"J812"),
            "{format:?}: {:?}",
            outcome.findings
        );
    }
    let mut request = request(TEXT, &["phone"]);
    request.options.attach = Some(Attach::All);
    let outcome = Session::new().unwrap().build(&request);
    assert!(outcome.result.is_err() && codes(&outcome).contains(&"J812"));
}

#[test]
fn what_cannot_be_redacted_is_told_and_a_view_may_ask() {
    let outcome = understand(&request(TEXT, &["fone"]));
    assert!(outcome.result.is_err() && codes(&outcome).contains(&"J114"), "{:?}", outcome.findings);
    assert!(outcome.findings[0].hints.concat().contains("`phone`"), "{:?}", outcome.findings);
    let text = format!(
        "---\nviews:\n  public: {{ redact: [phone, photo], tags: [] }}\n---\n{TEXT}- 内部 <!-- tags: x -->\n"
    );
    let mut request = request(&text, &[]);
    request.options.view = Some("public".to_owned());
    let built = built(&request);
    let text = read(&built).replace(char::is_whitespace, "");
    assert!(!text.contains("0000") && !text.contains("内部") && text.contains("robin.ashdown"), "{text}");
    assert!(attachments(&built.artefacts[0].bytes).unwrap_or_default().is_empty());
}

#[test]
fn the_file_is_not_called_after_the_person() {
    let desk = TestFolder::new();
    desk.write("林墨.md", "# 林墨\n\n会计\n\n- 电话：138-0000-0000\n\n## 技能\n\n- 甲事\n");
    desk.run(&["林墨.md", "--blind"]).ended(0, &["resume-blind.pdf"]);
    desk.run(&["林墨.md", "--redact", "phone"]).ended(0, &["林墨.pdf"]);
    desk.run(&["林墨.md", "--blind", "-o", "out/"]).ended(0, &["resume-blind.pdf"]);
    assert_eq!(desk.files(), ["out", "resume-blind.pdf", "林墨.md", "林墨.pdf"]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_shape_of_a_resume_keeps_what_goes(text in crate::pieces::resume()) {
        let outcome = understand(&request(&text, &["blind"]));
        let resume = outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings)).resume;
        let printed: Vec<String> = model::texts(&resume).into_iter().map(|(_, text)| text).collect();
        let links = format!("{:?}", resume.sections) + &format!("{:?}", resume.header);
        for gone in ["138-0000-0000", "@example", "mailto:", "tel:"] {
            let all = printed.concat();
            proptest::prop_assert!(!all.contains(gone) && !links.contains(gone), "{}: {}", gone, links);
        }
        // Twice is once.
        let mut again = resume.clone();
        model::redact(&mut again, &Classes::of(["blind"]).unwrap());
        proptest::prop_assert_eq!(model::texts(&again), model::texts(&resume));
    }
}

#[test]
fn each_layer_that_is_not_redacted_is_found_by_the_reader() {
    let fonts = setup::fonts();
    let (open, blind) = (built(&request(TEXT, &[])), built(&request(TEXT, &["blind"])));
    let secrets = model::redact(&mut open.resume.clone(), &Classes::of(["blind"]).unwrap());
    let told = |document: &Document, options: &pdf::Options| {
        readback::traces(&pdf::write_as(document, &fonts, options).unwrap(), &secrets).unwrap()
    };
    let plain = pdf::Options::default();
    assert_eq!(told(&blind.document, &plain), None);
    assert_eq!(told(&open.document, &plain), Some("in its text"));
    let of_title = Document { meta: open.document.meta.clone(), ..blind.document.clone() };
    assert_eq!(told(&of_title, &plain), Some("in one of its objects"));
    let text = TEXT.as_bytes().to_vec();
    let attached = vec![Attachment { name: "cv.md".into(), kind: AttachmentKind::Markdown, bytes: text }];
    let carrying = pdf::Options { attached, ..pdf::Options::default() };
    assert!(told(&blind.document, &carrying).is_some());
    for link in
        ["mailto:robin.ashdown@example.com", "https://example.com/?to=%E6%AC%A7%E9%98%B3%E7%A4%BA%E4%BE%8B"]
    {
        let mut linked = blind.document.clone();
        let run = linked.pages[0].marks.iter_mut().rev().find_map(|mark| match &mut mark.kind {
            MarkKind::Glyphs(run) => Some(run),
            _ => None,
        });
        run.unwrap().link = Some(link.into());
        assert!(told(&linked, &plain).is_some(), "{link}");
    }
    for picture in [&open.artefacts[1], &open.artefacts[0]] {
        assert!(readback::are_traces(&picture.bytes, &secrets) || picture.format == Format::Pdf);
    }
    assert!(!readback::are_traces(&blind.artefacts[1].bytes, &secrets));
}
