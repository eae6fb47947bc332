//! What is read, what is refused, and where it says so.

use std::fs;
use std::path::Path;

use jianli::diag::{Diagnostic, Error, Files, Sink, code};
use jianli::source::markdown::{self, BlockKind, Inline, InlineKind};
use jianli::source::{self, AssetKind, Source};

fn parse(bytes: &[u8], folder: Option<&Path>) -> (Option<Source>, Vec<Diagnostic>, Files) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = source::parse("resume.md", bytes, folder, &mut files, &mut sink).ok();
    (source, sink.into_sorted(), files)
}

fn read(text: &str) -> Source {
    let (source, found, _) = parse(text.as_bytes(), None);
    source.unwrap_or_else(|| panic!("{found:?}"))
}

/// The error of a text that is refused, with its line and column.
fn refused(bytes: &[u8], folder: Option<&Path>) -> (Diagnostic, (usize, usize)) {
    let (source, found, files) = parse(bytes, folder);
    assert!(source.is_none());
    let error = found.into_iter().find(|found| found.severity == jianli::diag::Severity::Error).unwrap();
    let at = files.line_column(error.primary.unwrap());
    (error, at)
}

/// Running text with its marks shown: `[b …]`, `[i …]`, `[s …]`, `[c …]`; a soft break as `⏎` or `␣`.
fn marked(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match &inline.kind {
            InlineKind::Text(text) => text.clone(),
            InlineKind::Code(text) => format!("[c {text}]"),
            InlineKind::Strong(content) => format!("[b {}]", marked(content)),
            InlineKind::Emphasis(content) => format!("[i {}]", marked(content)),
            InlineKind::Strike(content) => format!("[s {}]", marked(content)),
            InlineKind::Link { url, content } => format!("[{} → {url}]", marked(content)),
            InlineKind::SoftBreak { space } => if *space { "␣" } else { "⏎" }.to_owned(),
            InlineKind::HardBreak => "↵".to_owned(),
            other => format!("{other:?}"),
        })
        .collect()
}

fn paragraph(text: &str) -> String {
    let source = read(text);
    let Some(BlockKind::Paragraph(content)) = source.markdown.blocks.first().map(|block| &block.kind) else {
        panic!("{:?}", source.markdown)
    };
    marked(content)
}

#[test]
fn rule_56_emphasis_works_beside_wide_characters() {
    for (text, want) in [
        ("**项目成果：**提升", "[b 项目成果：]提升"),
        ("**“灯塔”**项目", "[b “灯塔”]项目"),
        ("使用**Rust（2021）**编写", "使用[b Rust（2021）]编写"),
        ("**（重点）**内容", "[b （重点）]内容"),
        ("见**（重点）**内容", "见[b （重点）]内容"),
        ("a**b**c", "a[b b]c"),
        ("*斜体*文字", "[i 斜体]文字"),
        ("__粗__体", "__粗__体"),
        ("2**10", "2**10"),
        (r"\*（甲）\*乙", "*（甲）*乙"),
        ("~~（旧）~~新", "[s （旧）]新"),
        ("2016~2019 2017~2018", "2016~2019 2017~2018"),
        ("`**甲：**乙`", "[c **甲：**乙]"),
        ("[**甲：**乙](https://a.cn/**：**x)", "[[b 甲：]乙 → https://a.cn/**%EF%BC%9A**x]"),
        ("**核心（A）**，**另一（B）**。", "[b 核心（A）]，[b 另一（B）]。"),
    ] {
        assert_eq!(paragraph(text), want, "{text}");
    }
}

#[test]
fn rule_35_newlines_are_blanks_only_between_words() {
    for (text, want) in [
        ("汉字\n汉字", "汉字⏎汉字"),
        ("汉字，\nLatin", "汉字，⏎Latin"),
        ("word \n来实现", "word⏎来实现"),
        ("one\ntwo", "one␣two"),
        ("한국\n어", "한국␣어"),
        ("**粗**\n体", "[b 粗]⏎体"),
        ("word,\n汉字", "word,␣汉字"),
        ("甲  \n乙\\\n丙", "甲↵乙↵丙"),
    ] {
        assert_eq!(paragraph(text), want, "{text:?}");
    }
}

#[test]
fn every_text_has_its_place() {
    let text = "---\nname: x\n---\n# 标题 **粗：**体\n\n- 项 `码` &amp; \\*\n\n> 引 ~ 文\n\n| 甲 | 乙 |\n|-|-|\n| 一 | 二 |\n";
    let source = read(text);
    let mut seen = String::new();
    markdown::texts(&source.markdown.blocks, &mut |words, span| {
        let own = &source.text[span.range()];
        assert!(own == words || (own == "&amp;" && words == "&"), "{own:?} {words:?}");
        seen.push_str(words);
    });
    assert_eq!(seen, "标题 粗：体项 码 & *引 ~ 文甲乙一二");
}

#[test]
fn what_is_no_text_is_named() {
    let (error, at) = refused(b"ab\ncd \xFF\xFE", None);
    assert_eq!((error.code, at), (code::NOT_UTF8, (2, 4)));
    assert!(error.message.contains("offset 6"), "{}", error.message);
    for (bytes, name) in [
        (b"\xFF\xFE#\0 \0" as &[u8], "UTF-16LE"),
        (b"# \xBC\xF2\xC0\xFA\n", "GB18030"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14", "ZIP"),
    ] {
        let (error, _) = refused(bytes, None);
        assert!(error.message.contains(name), "{}", error.message);
        assert_eq!(error.hints.len(), 1);
    }
    let (error, _) = refused(&vec![b'a'; (64 << 20) + 1], None);
    assert_eq!(error.code, code::TOO_LARGE);
}

#[test]
fn bytes_that_differ_only_in_line_ends_read_alike() {
    let lf = "# 甲\n\n乙\n丙\n";
    let blocks = read(lf).markdown;
    for other in [lf.replace('\n', "\r\n"), lf.replace('\n', "\r"), format!("\u{FEFF}{lf}")] {
        assert_eq!(read(&other).markdown, blocks);
    }
}

#[test]
fn controls_are_kept_out_of_print() {
    let (source, found, _) = parse("甲\0乙\x07丙\x0C丁".as_bytes(), None);
    assert_eq!(source.unwrap().text, "甲\u{FFFD}乙丙 丁");
    assert_eq!(found.iter().filter(|found| found.code == code::CONTROL).count(), 3);
}

#[test]
fn front_matter_is_refused_with_line_and_column() {
    let (error, at) = refused("---\nname: 甲\nphoto: [x\n---\n# 乙\n".as_bytes(), None);
    assert_eq!(error.code, code::FRONT_MATTER);
    assert!(at.0 >= 3, "{at:?}");
    let deep = format!("---\na: {}\n---\n", "[".repeat(20_000));
    assert_eq!(refused(deep.as_bytes(), None).0.code, code::FRONT_MATTER);
}

#[test]
fn nesting_is_flattened_and_said() {
    for text in
        [">".repeat(5_000) + " 甲", "- ".repeat(5_000) + "甲", "*甲 _乙 ".repeat(5_000), "[".repeat(5_000)]
    {
        let (source, _, _) = parse(text.as_bytes(), None);
        let mut count = 0;
        markdown::texts(&source.unwrap().markdown.blocks, &mut |words, _| count += words.len());
        assert!(count > 0);
    }
    let (_, found, _) = parse((">".repeat(100) + " 甲").as_bytes(), None);
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [code::TOO_DEEP]);
}

/// A PNG of one red pixel.
fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[255, 0, 0]).unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn images_come_from_beside_the_source_only() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    fs::create_dir_all(home.join("sub")).unwrap();
    fs::write(home.join("a.png"), png()).unwrap();
    fs::write(home.join("sub/my photo.png"), png()).unwrap();
    fs::write(folder.path().join("outside.png"), png()).unwrap();
    fs::write(home.join("text.png"), "hello").unwrap();
    fs::write(home.join("empty.png"), "").unwrap();

    let (source, found, _) =
        parse(b"![x](a.png) <img src=\"sub/my photo.png\" alt=\"y\" width=\"96\">", Some(&home));
    let source = source.unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(source.assets.keys().collect::<Vec<_>>(), ["a.png", "sub/my photo.png"]);
    assert_eq!((source.assets["a.png"].kind, source.assets["a.png"].pixels), (AssetKind::Png, (1, 1)));

    for (name, reason) in [
        ("../outside.png", "outside"),
        ("/etc/passwd", "outside"),
        ("file:///etc/passwd", "not a file beside"),
        ("https://example.com/a.png", "not a file beside"),
        ("data:image/png;base64,AAAA", "not a file beside"),
        ("nope.png", "no such file"),
        ("sub", "a folder"),
        ("text.png", "unknown kind"),
        ("empty.png", "empty"),
    ] {
        let (error, at) = refused(format!("# 甲\n\n![x]({name})\n").as_bytes(), Some(&home));
        assert_eq!((error.code, at.0), (code::IMAGE, 3), "{name}");
        assert!(error.message.contains(reason), "{name}: {}", error.message);
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("outside.png"), home.join("link.png")).unwrap();
        let (error, _) = refused(b"![x](link.png)", Some(&home));
        assert!(error.message.contains("leads out"), "{}", error.message);
    }
    let (error, _) = refused(b"![x](a.png)", None);
    assert!(error.message.contains("standard input"), "{}", error.message);
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let reason = |path: &Path| match source::read(path) {
        Err(error @ Error::Read { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    };
    assert!(reason(folder.path()).contains("it is a folder"));
    assert!(reason(&folder.path().join("missing.md")).contains("missing.md"));
    fs::write(folder.path().join("a.md"), "# 甲").unwrap();
    assert_eq!(source::read(&folder.path().join("a.md")).unwrap(), "# 甲".as_bytes());
}
