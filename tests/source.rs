//! What is read, what is refused, and where it says so.

use std::fs;
use std::path::Path;

use jianli::diag::{Diagnostic, Error, Files, Severity, Sink, code};
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
    let error = found.into_iter().find(|found| found.severity == Severity::Error).unwrap();
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
fn other_encodings_are_read_and_named() {
    // `# 简历` and `姓名` in GBK.
    let (source, found, files) =
        parse(b"# \xBC\xF2\xC0\xFA\r\n\r\n\xD0\xD5\xC3\xFB\xA3\xBA\xD5\xC5\xC8\xFD\r\n", None);
    assert_eq!(source.unwrap().text, "# 简历\n\n姓名：张三\n");
    let [warning] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((warning.code, warning.severity), (code::NOT_UTF8, Severity::Warning));
    assert!(warning.message.contains("GBK"), "{}", warning.message);
    assert_eq!(files.line_column(warning.primary.unwrap()), (1, 3));
    let (source, found, files) =
        parse("# Alex\n\n张三，李四\u{3002}甲\n".as_bytes().split_last().unwrap().1, None);
    assert!(source.is_some() && found.is_empty());
    let mut broken = "# Alex\n\n张三，李四，王五，赵六\n".as_bytes().to_vec();
    broken.remove(9);
    let (_, found, _) = parse(&broken, None);
    assert_eq!((found[0].code, files.line_column(found[0].primary.unwrap())), (code::NOT_UTF8, (3, 1)));
}

#[test]
fn what_is_no_text_is_named() {
    for (bytes, name) in [
        (b"ab\ncd \xFF\0\xFE" as &[u8], "some other kind of file"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14", "ZIP"),
    ] {
        let (error, at) = refused(bytes, None);
        assert_eq!((error.code, error.severity, at), (code::NOT_UTF8, Severity::Error, (1, 1)));
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
fn front_matter_that_cannot_be_read_is_told_and_stops_nothing() {
    let deep = format!("---\nname: 甲\na: {}\n---\n# 乙\n", "[".repeat(20_000));
    for text in ["---\nname: 甲\nphoto: [x\n---\n# 乙\n", &deep] {
        let (source, found, files) = parse(text.as_bytes(), None);
        let source = source.unwrap();
        assert_eq!(source.front.name.map(|name| name.text).as_deref(), Some("甲"));
        assert_eq!(source.markdown.blocks.len(), 1);
        let found = found.into_iter().find(|found| found.code == code::FRONT_MATTER).unwrap();
        assert_eq!(found.severity, Severity::Warning);
        let line = files.line_column(found.primary.unwrap()).0;
        assert!(line >= 3, "{line}");
    }
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
        ("file:///etc/passwd", "outside"),
        ("C:\\Users\\x\\a.png", "outside"),
        ("https://example.com/a.png", "on another machine"),
        ("//cdn.example.com/a.png", "on another machine"),
        ("data:image/png;base64,A*A", "not Base64"),
        ("data:image/png;base64,AAAA", "unknown kind"),
        ("nope.png", "no such file"),
        ("sub", "a folder"),
        ("text.png", "unknown kind"),
        ("empty.png", "empty"),
    ] {
        let (found, line) = unusable(name, Some(&home));
        assert_eq!((found.code, found.severity, line), (code::IMAGE, Severity::Warning, 3), "{name}");
        assert!(found.message.contains(reason), "{name}: {}", found.message);
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("outside.png"), home.join("link.png")).unwrap();
        assert!(unusable("link.png", Some(&home)).0.message.contains("leads out"));
    }
    assert!(unusable("a.png", None).0.message.contains("standard input"));
}

/// What is said of an image that cannot be used, and in which line.
fn unusable(name: &str, folder: Option<&Path>) -> (Diagnostic, usize) {
    let (source, mut found, files) = parse(format!("# 甲\n\n![x]({name})\n").as_bytes(), folder);
    let source = source.unwrap();
    assert!(source.assets.is_empty() && source.markdown.blocks.len() == 1, "{name}: {:?}", source.markdown);
    assert_eq!(found.len(), 1, "{found:?}");
    let found = found.remove(0);
    let line = files.line_column(found.primary.unwrap()).0;
    (found, line)
}

/// A folder with images, and the text of a PNG in Base64.
fn pictures() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    for name in ["a.png", "my photo.png", "照片.png", "照片 1.png", "sub/p.png", "my_photo.png", "RGB.png"]
    {
        fs::write(folder.path().join(name), png()).unwrap();
    }
    use base64::Engine;
    (folder, base64::engine::general_purpose::STANDARD.encode(png()))
}

#[test]
fn images_are_found_however_they_are_written() {
    let (folder, data) = pictures();
    for text in [
        "![](%E7%85%A7%E7%89%87.png)",
        "![](sub%2Fp.png)",
        "![](sub\\p.png)",
        "![](.\\sub\\p.png)",
        "![](.\\a.png)",
        "![](/sub/p.png)",
        "![](my\\_photo.png)",
        "![](a.png?raw=true)",
        "![](a.png#center)",
        "![照片](my photo.png)",
        "![照片](照片 1.png \"题\")",
        "![照片](a.png =100x140)",
        "![照片](a.png \"题\" =100x140)",
        "![[照片 1.png]]",
        "![[sub/p.png|120]]",
        "- 照片：![[a.png]]",
        "**![[a.png]]**",
        "![照片](my\\_photo.png =100x)",
        "| ![](a.png) | ![[a.png\\|120]] |\n|-|-|",
        "！[照片](a.png)",
        "![照片]（a.png）",
        "![照片] (a.png)",
        "![a.png]",
        "![](a.png){width=120}",
        "![](a.png){:height=\"50%\" width=\"50%\"}",
        "![](a.png)\n{: .avatar}",
        "![照片][1]\n\n[1]: <my photo.png>",
        "<img src=\"my%20photo.png\">",
        "<img src=\"{{ '/sub/p.png' | relative_url }}\">",
        &format!("![](data:image/png;base64,{data})"),
        &format!("![][1]\n\n[1]: <data:image/png;base64,{data}>"),
        &format!("<img src=\"data:image/png;charset=utf-8;base64,{data}\">"),
        "![](data:image/svg+xml,%3Csvg%20width='9'%20height='9'%20xmlns='http://www.w3.org/2000/svg'%3E%3Crect%20width='9'%20height='9'/%3E%3C/svg%3E)",
        &format!("![]({})", folder.path().canonicalize().unwrap().join("a.png").display()),
    ] {
        let (source, found, _) = parse(text.as_bytes(), Some(folder.path()));
        let source = source.unwrap();
        assert!(found.is_empty() && source.assets.len() == 1, "{text}: {found:?} {:?}", source.markdown);
        let mut words = String::new();
        markdown::texts(&source.markdown.blocks, &mut |text, _| words.push_str(text));
        assert!(!words.contains(['!', '！', '[', '{']), "{text}: {words}");
        assert!(source.assets.keys().all(|name| name.len() < 99), "{text}");
    }
    let source =
        parse("![a](a.png){width=3cm} ![b](my photo.png =50x)".as_bytes(), Some(folder.path())).0.unwrap();
    let BlockKind::Paragraph(content) = &source.markdown.blocks[0].kind else { panic!() };
    let widths = content.iter().filter_map(|inline| match &inline.kind {
        InlineKind::Image { width, .. } => Some(*width),
        _ => None,
    });
    assert_eq!(widths.collect::<Vec<_>>(), [Some(113), Some(50)]);
}

#[test]
fn the_nearest_image_is_proposed() {
    let (folder, _) = pictures();
    for (name, near) in [
        ("rgb.jpg", "RGB.png"),
        ("sub/P.jpeg", "sub/p.png"),
        ("C:\\Users\\x\\照片.jpg", "照片.png"),
        ("https://example.com/img/a.jpg", "a.png"),
        ("my_fhoto.png", "my_photo.png"),
    ] {
        let (found, _) = unusable(name, Some(folder.path()));
        assert_eq!(found.hints, [format!("did you mean `{near}`?")], "{name}");
    }
    let (found, _) = unusable("https://example.com/img/me.jpg?s=2", Some(folder.path()));
    assert!(found.hints[0].contains("download it") && found.hints[0].contains("`me.jpg`"), "{found:?}");
}

#[test]
fn words_stand_where_an_image_cannot_be_used() {
    let url = "https://example.com/x";
    let badge = |word: &str| format!("![{word}]({url}/{word}.svg)");
    for (text, want) in [
        (format!("- Go {}", badge("icon")), "Go icon"),
        (format!("- {} Rust", badge("")), "Rust"),
        (format!("甲 {} 乙", badge("")), "甲 乙"),
        (format!("熟悉{}和{}", badge("Go"), badge("前端")), "熟悉Go和前端"),
        (format!("a{}b", badge("c")), "a c b"),
        (format!("{}{}\n{}", badge("Go"), badge("后端"), badge("前端")), "Go 后端 前端"),
        (format!("{} {} ", badge("C++"), badge("Qt")), "C++ Qt"),
        (format!("{} {}", badge(""), badge("Qt")), "Qt"),
        (format!("[{}](https://example.com/a)", badge("Blog")), "[Blog → https://example.com/a]"),
        (format!("甲[{}](https://example.com/a.png)", badge("")), "甲"),
        (format!("甲[{}](https://example.com/a)", badge("")), "甲[example.com/a → https://example.com/a]"),
        (format!("**{}** 甲", badge("")), "甲"),
        (format!("![[{url}.png]] 甲"), "甲"),
        (format!("{} 甲", badge("IMG_20240101")), "甲"),
        (format!("{} 甲", badge("我的照片")), "甲"),
        (format!("甲\n{}\n乙", badge("Alex")), "甲⏎乙"),
        (format!("{}\n甲", badge("Alex")), "甲"),
        (format!("甲\n{}", badge("Alex")), "甲"),
        (format!("甲<br>{}<br>乙", badge("Alex")), "甲↵乙"),
        (format!("{}{}", badge("图片"), badge("Go")), "Go"),
    ] {
        let (source, found, _) = parse(text.as_bytes(), None);
        assert!(found.iter().all(|found| found.code == code::IMAGE) && !found.is_empty(), "{found:?}");
        let source = source.unwrap();
        let block = match &source.markdown.blocks[0].kind {
            BlockKind::List { items, .. } => &items[0].blocks[0],
            _ => &source.markdown.blocks[0],
        };
        let BlockKind::Paragraph(content) = &block.kind else { panic!("{block:?}") };
        assert_eq!(marked(content), want, "{text}");
    }
}

#[test]
fn nothing_is_left_of_a_picture_that_says_nothing() {
    let url = "https://example.com/x.png";
    for (text, blocks) in [
        (format!("# 甲\n![照片]({url})\n"), 1),
        (format!("# 甲\n\n![Alex Sample]({url})\n"), 1),
        (format!("# 甲\n\n> ![]({url})\n\n乙\n"), 2),
        (format!("# 甲\n\n- ![]({url})\n- [![]({url})]({url})\n"), 1),
        (format!("# 甲\n\n<p align=\"center\"><img src=\"{url}\" width=\"99\"></p>\n"), 1),
        (format!("# 甲\n## 乙\n![image-20230101123456]({url})\n"), 2),
        (format!("# 甲\n## 乙\n![x]({url})\n"), 2),
        (format!("# 甲\n## 乙\n![架构图]({url})\n"), 3),
        (format!("# 甲\n## 乙\n丙\n![架构图]({url})\n丁\n"), 3),
        (format!("# ![logo]({url}) 甲\n"), 1),
        (format!("# ![]({url})\n甲\n"), 1),
        (format!("# 甲\n![]({url})<!-- keep -->\n"), 2),
    ] {
        let (source, found, _) = parse(text.as_bytes(), None);
        assert!(!found.is_empty(), "{text}");
        let source = source.unwrap();
        assert_eq!(source.markdown.blocks.len(), blocks, "{text}: {:?}", source.markdown);
    }
    let text = format!("---\nphoto: {url}\n---\n# 甲\n");
    let (source, found, files) = parse(text.as_bytes(), None);
    assert_eq!(files.line_column(found[0].primary.unwrap()), (2, 8));
    assert_eq!(source.unwrap().front.photo, None);
}

#[test]
fn very_many_images_are_told_of_once() {
    let text = "![a](https://example.com/a.png)\n\n".repeat(5_000);
    let (source, found, _) = parse(text.as_bytes(), None);
    assert!(source.is_some());
    assert_eq!(found.len(), 100);
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
