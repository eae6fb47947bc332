//! Redaction attacked: what must not be said, in every place of a résumé and of what is made of it.

use std::sync::Arc;

use jianli::lines::MarkKind;
use jianli::model::{self, Classes};
use jianli::pages::Document;
use jianli::pdf;
use jianli::readback;
use jianli::session::{Built, Format, Options, Request, Session};

use crate::cli::TestFolder;
use crate::setup;
mod others;
mod planted;

/// The person, in every place where one may be named.
const TEXT: &str = r#"---
title: 欧阳示例的简历 138-0000-0000
author: Robin Q. Ashdown
wechat: ashdown_0000
telegram: robin_ashdown
output: "{headline}"
---
# 欧阳示例 Robin Q. Ashdown

![欧阳示例 138-0000-0000](photo.jpg)

后端工程师，致电 +86 138 0000 0000

- 联系电话/微信号：138-0000-0000
- 邮箱：<robin.ashdown@example.com>
- GitHub：[robin-ashdown](https://github.com/robin-ashdown)
- 主页：https://ashdown.example.org/
- 身份证：110000199102300000
- 出生日期：1991-02-28

## 欧阳示例的经历 robin.ashdown@example.com

### 示例科技（Ashdown 工作室）| 工程师 138-0000-0000 | 2020.03 – 2022.04

`Rust` `robin-ashdown` `13800000000`

- 致电 １３８-００００-００００，写信给 **robin.ashdown**@example.com
- [电话](tel:+8613800000000)、[邮件](mailto:robin.ashdown%40example.com?subject=%E6%AC%A7%E9%98%B3%E7%A4%BA%E4%BE%8B)、[短信](sms:13800000000)
- [搜](https://example.net/?q=Robin+Ashdown&tel=138%2D0000%2D0000)、https://gitlab.example.net/robin-ashdown/tool
    - 深处 1 3 8 0 0 0 0 0 0 0 0
- 此外，Robin 与 Ms. Ashdown 都是我；欧&#x200B;阳示例也是

  > 引文里的 robin.ashdown@example.com

| 项目 | 欧阳示例 |
|---|---|
| ![Robin Ashdown](logo.png) 图 | 13800000000 |

```
ssh robin@ashdown.example.org # 138-0000-0000
```

![项目截图，欧阳示例](logo.png)

![团队](team.jpg)

<img src="logo.png" alt="Robin Ashdown" title="138-0000-0000">

脚注[^一]。<!-- 138-0000-0000 -->

[^一]: 欧阳示例注，[转](mailto:robin.ashdown@example.com)。

## 论文

1. **Ashdown, R. Q.** and Sample, A. (2021). On samples. doi:10.0000/13800000000
2. R. Ashdown, A. Sample: On ashes.

<!-- skip -->
- 跳过的 robin.ashdown@example.com
"#;

/// What may be found of the person nowhere, whatever parts it.
const SECRETS: [&str; 15] = [
    "欧阳",
    "示例注",
    "Robin",
    "Ashdown",
    "ashdown",
    "robin",
    "13800000000",
    "138-0000-0000",
    "0000-0000",
    "8613800",
    "example.com",
    "110000199102",
    "1991-02",
    "ashdown_0000",
    "身份证",
];

/// A JPEG whose metadata says all of it.
fn photo() -> Vec<u8> {
    let photo = std::fs::read(setup::path("tests/pdf/photo.jpg")).unwrap();
    let said = "Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0 Robin Ashdown 欧阳示例 138-0000-0000 robin.ashdown@example.com GPS";
    let segment = |marker: u8, text: &[u8]| {
        let length = u16::try_from(text.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], text].concat()
    };
    let (exif, note) =
        (segment(0xE1, said.as_bytes()), segment(0xFE, "138-0000-0000 Robin Ashdown".as_bytes()));
    [&photo[..2], &exif, &note, &photo[2..], said.as_bytes()].concat()
}

/// A PNG with words of text in it.
fn logo() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 4, 4);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.add_text_chunk("Author".into(), "Robin Ashdown 138-0000-0000".into()).unwrap();
    encoder.add_itxt_chunk("Comment".into(), "欧阳示例 robin.ashdown@example.com".into()).unwrap();
    encoder.write_header().unwrap().write_image_data(&[200; 16]).unwrap();
    [&bytes[..], b"138-0000-0000 Robin Ashdown"].concat()
}

fn request(redact: &[&str], layout: &str) -> Request {
    let mut options = Options::default();
    options.redact = redact.iter().map(|class| (*class).to_owned()).collect();
    options.formats = vec![Format::Pdf, Format::Svg, Format::Png];
    options.layout = Some(layout.to_owned());
    Request::new("cv.md", TEXT)
        .with_file("photo.jpg", photo())
        .with_file("logo.png", logo())
        .with_file("team.jpg", photo())
        .with_options(options)
}

fn built(request: &Request) -> Built {
    let outcome = Session::new().unwrap().build(request);
    outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings))
}

/// What a person may be told by, in a text of any spelling.
fn told(text: &str) -> Vec<&'static str> {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    SECRETS.into_iter().filter(|secret| packed.contains(&secret.replace(' ', ""))).collect()
}

#[test]
fn what_is_blind_says_nothing_to_any_reader() {
    let folder = tempfile::tempdir().unwrap();
    for layout in ["classic", "sidebar", "rirekisho", "academic"] {
        let built = built(&request(&["blind", "location"], layout));
        for made in &built.artefacts {
            let ending = made.format.ending();
            let file = folder.path().join(format!("{layout}-{}.{ending}", made.page.unwrap_or(1)));
            std::fs::write(&file, &made.bytes).unwrap();
            let found = others::found(&file);
            let pictures = found.iter().filter(|(reader, _)| reader.starts_with("pdfimages"));
            let pictures = pictures.map(|(_, text)| text.matches("JFIF").count()).max();
            assert_ne!(pictures.filter(|_| ending == "pdf"), Some(0), "{layout}: no photo stays");
            for (reader, text) in found {
                // Numbers of objects and of glyphs stand beside each other there.
                let of_numbers =
                    ending == "svg" || ["qpdf", "strings"].iter().any(|name| reader.starts_with(name));
                let told = told(&text).into_iter().filter(|secret| !of_numbers || *secret != "0000-0000");
                assert_eq!(
                    told.collect::<Vec<_>>(),
                    Vec::<&str>::new(),
                    "{layout}: {reader} in the {ending}"
                );
            }
        }
        let text = readback::read(&built.artefacts[0].bytes).unwrap();
        for words in [text.text(), text.tagged_text(), text.tags.alternatives.join(" ")] {
            assert_eq!(told(&words), Vec::<&str>::new(), "{layout}: {words}");
        }
        assert!(text.text().contains("示例科技") && text.text().contains("Sample, A."), "{}", text.text());
    }
}

#[test]
fn each_class_goes_and_the_others_stay() {
    for (class, gone, stays) in [
        (
            "phone",
            &["138", "１３８", "tel:", "sms:"] as &[&str],
            &["robin.ashdown@example.com", "欧阳示例"] as &[&str],
        ),
        ("email", &["@example.com", "mailto:"], &["138-0000-0000", "欧阳示例"]),
        ("id-number", &["110000199102"], &["138-0000-0000"]),
        ("im", &["ashdown_0000", "联系电话/微信号"], &["robin.ashdown@example.com"]),
        ("birth", &["1991-02-28"], &["欧阳示例"]),
    ] {
        let built = built(&request(&[class], "classic"));
        let read = readback::read(&built.artefacts[0].bytes).unwrap();
        let links: Vec<String> =
            built.document.pages.iter().flat_map(|page| &page.marks).filter_map(link).collect();
        let text = read.text() + &read.tagged_text() + &read.tags.alternatives.join(" ") + &links.join(" ");
        for words in gone {
            assert!(!text.contains(words), "{class}: {words} in {text}");
        }
        for words in stays {
            assert!(text.contains(words), "{class}: no {words} in {text}");
        }
    }
}

fn link(mark: &jianli::lines::Mark) -> Option<String> {
    match &mark.kind {
        MarkKind::Glyphs(run) => run.link.as_deref().map(str::to_owned),
        _ => None,
    }
}

#[test]
fn each_layer_that_says_it_again_is_found() {
    let fonts = setup::fonts();
    let plain = pdf::Options::default();
    let (open, blind) = (built(&request(&[], "classic")), built(&request(&["blind"], "classic")));
    let secrets = model::redact(&mut open.resume.clone(), &Classes::of(["blind"]).unwrap());
    let found = |document: &Document| {
        readback::traces(&pdf::write_as(document, &fonts, &plain).unwrap(), &secrets).unwrap().is_some()
    };
    assert!(!found(&blind.document));
    let with = |change: &dyn Fn(&mut Document)| {
        let mut document = blind.document.clone();
        change(&mut document);
        found(&document)
    };
    assert!(with(&|document| document.meta.author = "Robin Ashdown".to_owned()), "the author");
    assert!(with(&|document| document.meta.title = "欧阳示例".to_owned()), "the title");
    assert!(with(&|document| document.outline.clone_from(&open.document.outline)), "the outline");
    assert!(with(&|document| document.pages.clone_from(&open.document.pages)), "the pages");
    assert!(
        with(&|document| {
            document.structure = open.document.structure.clone();
            document.pages.clone_from(&open.document.pages);
        }),
        "the tags"
    );
    // What stands in a picture is stripped once more where it is written; the drawing carries what it is given.
    let raw = |document: &mut Document| {
        for (name, asset) in &mut document.images {
            let mut dirty = (**asset).clone();
            dirty.bytes = if name.contains("logo") { logo() } else { photo() };
            *asset = Arc::new(dirty);
        }
    };
    let mut dirty = blind.document.clone();
    raw(&mut dirty);
    assert!(!dirty.images.is_empty());
    let drawn = jianli::svg::render(&dirty, 0, &fonts).unwrap_or_default();
    assert!(readback::are_traces(drawn.as_bytes(), &secrets), "a picture in an SVG");
}

#[test]
fn names_are_told_from_words_and_users_from_addresses() {
    let says = |name: &str, contact: &str, text: &str| {
        let text = format!("# {name}\n\n- {contact}\n\n## Work\n\n{text}\n");
        let mut options = Options::default();
        options.redact = vec!["blind".to_owned()];
        let outcome = jianli::session::understand(&Request::new("cv.md", text).with_options(options));
        let resume = outcome.result.unwrap_or_else(|_| panic!("{:?}", outcome.findings)).resume;
        let texts: Vec<String> = model::texts(&resume).into_iter().map(|(_, text)| text).collect();
        texts.concat().rsplit("Work").next().unwrap().to_owned()
    };
    for (name, contact, text, want) in [
        ("Miriam O. Calder", "a@example.com", "Calder, M. O. and Sample, A.", "Candidate and Sample, A."),
        (
            "Miriam Calder",
            "a@example.com",
            "by M. Calder; Dr. Calder said",
            "by Candidate; Dr. Candidate said",
        ),
        ("Grace Baker", "a@example.com", "a baker with grace", "a baker with grace"),
        (
            "Kim Sample",
            "https://github.com/kim-sample-0",
            "see npm.example.net/~kim-sample-0",
            "see npm.example.net/~[redacted]",
        ),
        (
            "Kim Sample",
            "designer@example.com",
            "A designer; github.com/designer",
            "A designer; github.com/[redacted]",
        ),
        ("Al Ba", "al@example.com", "All about also", "All about also"),
    ] {
        let got =
            says(name, contact, text).replace("候选人", "Candidate").replace("［已隐去］", "[redacted]");
        assert_eq!(got, want, "{name}");
    }
}

#[test]
fn a_file_that_is_called_after_the_person_is_told() {
    let desk = TestFolder::new();
    desk.write("a.md", "# 林墨言\n\n会计\n\n- 电话：138-0000-0000\n\n## 技能\n\n- 甲事\n");
    desk.run(&["a.md", "--blind", "-o", "林墨言.pdf"]).ended_long(0, &["J815", "林墨言.pdf"]);
    desk.run(&["a.md", "--redact", "phone", "-o", "13800000000.pdf"]).ended_long(0, &["J815"]);
    desk.run(&["a.md", "--blind", "-o", "A-17.pdf"]).ended(0, &["A-17.pdf"]);
    desk.run(&["a.md", "--redact", "phone", "-o", "林墨言.pdf"]).ended(0, &["林墨言.pdf"]);
    desk.run(&["a.md", "--blind", "-o", "林墨言/"]).ended_long(0, &["resume-blind.pdf"]);
}
