//! Nothing that a build reads is overwritten, and nothing that an author did not mean to give away gets out.

use crate::setup;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use base64::Engine;
use jianli::session::{Attach, Format, Options, Request, Session};

use crate::cli::TestFolder;

/// Stands in every place of an image where something but the picture can stand.
const MARKER: &[u8] = b"MARKER";
const JPEG: &[u8] = include_bytes!("pdf/photo.jpg");

fn png_chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let content = [kind, body].concat();
    let sum = flate2_crc(&content).to_be_bytes();
    [&(body.len() as u32).to_be_bytes()[..], &content, &sum].concat()
}

fn flate2_crc(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 4, 2);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[90; 24]).unwrap();
    drop(writer);
    bytes
}

fn webp() -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = image_webp::WebPEncoder::new(&mut bytes);
    encoder.encode(&[90; 24], 4, 2, image_webp::ColorType::Rgb8).unwrap();
    bytes
}

/// A photo of each kind with the marker in every place that may hold more than the picture.
fn marked() -> [(&'static str, Vec<u8>); 3] {
    let segment = |marker: u8, body: &[u8]| [&[0xFF, marker, 0, body.len() as u8 + 2], body].concat();
    let jpeg = [
        &JPEG[..2],
        &segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x02MARKER"),
        &segment(0xE0, b"JFXX\0\x10MARKER"),
        &segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0MARKER"),
        &segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>MARKER</x>"),
        &segment(0xE2, b"ICC_PROFILE\0\x01\x01MARKER"),
        &segment(0xE2, b"MPF\0MARKER"),
        &segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04MARKER"),
        &segment(0xFE, b"MARKER"),
        &JPEG[2..],
        b"MARKER a film \xFF\xD9",
    ]
    .concat();
    let plain = png();
    let end = plain.len() - 12;
    let others = [
        png_chunk(b"tEXt", b"Author\0MARKER"),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0MARKER"),
        png_chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0MARKER"),
        png_chunk(b"iCCP", b"MARKER\0\0x"),
        png_chunk(b"prVt", b"MARKER"),
    ]
    .concat();
    let png = [&plain[..33], &others, &plain[33..end], &others[..], &plain[end..], MARKER].concat();
    let plain = webp();
    let chunk = |kind: &[u8]| [kind, b"\x06\0\0\0MARKER"].concat();
    let header = b"VP8X\x0A\0\0\0\x2C\0\0\0\x03\0\0\x01\0\0".to_vec();
    let chunks =
        [header, chunk(b"ICCP"), plain[12..].to_vec(), chunk(b"EXIF"), chunk(b"XMP "), chunk(b"priv")]
            .concat();
    let webp = [b"RIFF", &(chunks.len() as u32 + 4).to_le_bytes()[..], b"WEBP", &chunks, MARKER].concat();
    [("a.jpg", jpeg), ("a.png", png), ("a.webp", webp)]
}

fn holds_marker(bytes: &[u8]) -> bool {
    bytes.windows(MARKER.len()).any(|window| window == MARKER)
}

/// Returns a file with all of its packed parts unpacked behind it.
fn unpacked(format: Format, bytes: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    match format {
        Format::Pdf => {
            let mut file = lopdf::Document::load_mem(bytes).unwrap();
            file.decompress();
            file.save_to(&mut all).unwrap();
        }
        Format::Svg => {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            for data in text.split(";base64,").skip(1) {
                let data = data.split('"').next().unwrap();
                all.extend(base64::engine::general_purpose::STANDARD.decode(data).unwrap());
            }
        }
        _ => {}
    }
    all
}

#[test]
fn an_image_gives_its_picture_and_nothing_else() {
    let mut session = Session::new().unwrap();
    for (name, bytes) in marked() {
        assert!(holds_marker(&bytes));
        let text =
            format!("---\nphoto: {name}\n---\n\n# 陈小满\n\n- chen@example.com\n\n## 技能\n\n- 写作\n");
        let mut options = Options::default();
        options.formats = vec![Format::Pdf, Format::Svg, Format::Png];
        options.attach = Some(Attach::All);
        let request = Request::new("a.md", text).with_file(name, bytes).with_options(options);
        let outcome = session.build(&request);
        assert!(outcome.findings.is_empty(), "{name}: {:?}", outcome.findings);
        let built = outcome.result.unwrap();
        assert_eq!(built.document.images.len(), 1, "{name}");
        for made in &built.artefacts {
            assert!(!holds_marker(&unpacked(made.format, &made.bytes)), "{name}: {:?}", made.format);
        }
    }
}

#[test]
fn a_photo_stands_the_right_way_up_in_every_kind_of_file() {
    let mut session = Session::new().unwrap();
    for (name, bytes) in &marked()[..2] {
        let text = format!("---\nphoto: {name}\n---\n\n# 陈小满\n\n## 技能\n\n- 写作\n");
        let mut options = Options::default();
        options.formats = vec![Format::Svg];
        let request = Request::new("a.md", text).with_file(*name, bytes.clone()).with_options(options);
        let built = session.build(&request).result.unwrap();
        let svg = String::from_utf8(built.artefacts[0].bytes.clone()).unwrap();
        // Its file says no more which way up it is; the drawing does.
        assert!(svg.contains("<image width=\"1\" height=\"1\" transform=\"matrix(0 "), "{name}");
    }
}

#[test]
fn an_output_is_never_a_file_that_the_build_reads() {
    let desk = TestFolder::new();
    let photo = png();
    let resume = "---\nphoto: 张三.png\nlayout: look.toml\n---\n\n# 张三\n\n- zhang@example.com\n";
    let layout = "extends = \"classic\"\n[page]\n";
    let renew = || {
        desk.write("张三.md", resume);
        desk.write("look.toml", layout);
        fs::write(desk.path("张三.png"), &photo).unwrap();
    };
    renew();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("张三.png", desk.path("link.png")).unwrap();
        fs::hard_link(desk.path("张三.png"), desk.path("other.png")).unwrap();
    }
    let before = desk.files();
    let mut tries: Vec<Vec<&str>> = vec![
        vec!["张三.md", "--format", "png"],
        vec!["张三.md", "-o", "张三.png"],
        vec!["张三.md", "-o", "./张三.png"],
        vec!["张三.md", "--format", "svg,png"],
        vec!["张三.md", "-o", "look.toml", "--format", "pdf"],
        vec!["张三.md", "-o", "a.pdf", "--deps", "look.toml"],
        vec!["layouts", "--gallery", "张三.md", "-o", "张三.png"],
    ];
    if cfg!(unix) {
        tries.push(vec!["张三.md", "-o", "link.png"]);
        tries.push(vec!["张三.md", "-o", "other.png"]);
    }
    for args in tries {
        let said = desk.run(&args);
        assert_eq!(said.status, Some(2), "{args:?}: {}", said.err);
        assert!(said.err.contains("张三.md uses") && said.err.contains("-o"), "{args:?}: {}", said.err);
        assert_eq!(
            (desk.read("张三.png"), desk.read("look.toml")),
            (photo.clone(), layout.into()),
            "{args:?}"
        );
        assert_eq!(desk.files(), before, "{args:?}");
    }
    assert_eq!(desk.run(&["张三.md"]).status, Some(0));
}

#[test]
fn a_photo_that_is_not_there_yet_is_not_made_of_the_page() {
    let desk = TestFolder::new();
    desk.write("a.md", "---\nphoto: a.png\n---\n\n# 张三\n\n- zhang@example.com\n");
    let said = desk.run(&["a.md", "--format", "png"]);
    assert_eq!(said.status, Some(2), "{}", said.err);
    assert_eq!(desk.files(), ["a.md"]);
}

#[test]
fn the_picture_of_one_of_many_is_not_the_photo_of_another() {
    let desk = TestFolder::new();
    desk.write("a.md", "# 张三\n\n- zhang@example.com\n");
    desk.write("b.md", "---\nphoto: a.png\n---\n\n# 李四\n\n- li@example.com\n");
    fs::write(desk.path("a.png"), png()).unwrap();
    let said = desk.run(&["a.md", "b.md", "--format", "png"]);
    assert_eq!(said.status, Some(2), "{}", said.err);
    assert!(said.err.contains("b.md uses"), "{}", said.err);
    assert_eq!(desk.read("a.png"), png());
    assert!(desk.path("b.png").exists());
}

#[test]
fn a_first_resume_takes_no_pdf_away() {
    let desk = TestFolder::new();
    desk.write("张三.pdf", "old");
    let said = desk.run(&["new", "张三"]);
    assert_eq!((said.status, desk.read("张三.pdf")), (Some(2), b"old".to_vec()), "{}", said.err);
    assert_eq!(desk.files(), ["张三.pdf"]);
}

#[test]
fn a_file_names_no_layout_beyond_its_folder() {
    let desk = TestFolder::new();
    let inner = desk.path("in");
    fs::create_dir(&inner).unwrap();
    fs::create_dir(inner.join("looks")).unwrap();
    let secret = "token = \"SECRET\"\nbroken here SECRET\n";
    desk.write("secret.toml", secret);
    desk.write("valid.toml", "[page]\n# SECRET\n");
    fs::write(inner.join("credentials.toml"), "[aws]\nkey = \"SECRET\"\n").unwrap();
    fs::write(inner.join("looks/far.toml"), "extends = \"../../valid.toml\"\n").unwrap();
    fs::write(inner.join("looks/near.toml"), "extends = \"../base2.toml\"\n").unwrap();
    fs::write(inner.join("base2.toml"), "extends = \"classic\"\n[page]\n").unwrap();
    fs::write(inner.join("own.toml"), "[page\nmargin = 1\n").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("../valid.toml", inner.join("link.toml")).unwrap();
    let absolute = desk.path("valid.toml").display().to_string();
    let mut out = vec!["../secret.toml", "../valid.toml", "credentials.toml", "looks/far.toml", &absolute];
    if cfg!(unix) {
        out.push("link.toml");
    }
    for layout in out {
        fs::write(inner.join("a.md"), format!("---\nlayout: {layout}\n---\n\n# 张三\n\n- z@example.com\n"))
            .unwrap();
        for diagnostics in ["human", "json", "sarif"] {
            let said = desk.run(&["in/a.md", "--attach", "--diagnostics", diagnostics]);
            assert_eq!(said.status, Some(1), "{layout}: {}", said.err);
            let all = said.err + &String::from_utf8_lossy(&said.out);
            assert!(!all.contains("SECRET") && all.contains("J401"), "{layout}: {all}");
        }
        assert!(!inner.join("a.pdf").exists(), "{layout}");
    }
    // A layout's own mistakes are shown.
    fs::write(inner.join("a.md"), "---\nlayout: own.toml\n---\n\n# 张三\n\n- z@example.com\n").unwrap();
    let said = desk.run(&["in/a.md"]);
    assert!(said.err.contains("[page"), "{}", said.err);
    for layout in ["looks/near.toml", "base2.toml", "./looks/../base2.toml"] {
        fs::write(inner.join("a.md"), format!("---\nlayout: {layout}\n---\n\n# 张三\n\n- z@example.com\n"))
            .unwrap();
        let said = desk.run(&["in/a.md"]);
        assert_eq!(said.status, Some(0), "{layout}: {}", said.err);
    }
    // What an argument names may lie anywhere.
    assert_eq!(desk.run(&["in/a.md", "--layout", "valid.toml"]).status, Some(0));
}

#[cfg(unix)]
#[test]
fn the_name_of_standard_output_is_a_pipe_too() {
    let desk = TestFolder::new();
    desk.write("a.md", "# 张三\n\n- zhang@example.com\n");
    let mut child = desk
        .command(&["a.md", "-o", "/dev/stdout"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdin.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.starts_with(b"%PDF") && Path::new("/dev/stdout").exists());
    std::io::stderr().flush().unwrap();
}

#[test]
fn a_head_as_tall_as_the_page_is_not_repeated() {
    let head = "说".repeat(1200);
    let rows: String = (0..60).map(|row| format!("| 甲{row} | 乙 |\n")).collect();
    let pages = |head: &str| {
        let text = format!("# 张三\n\n## 其他\n\n| {head} | 二 |\n|---|---|\n{rows}");
        Session::new().unwrap().build(&Request::new("a.md", text)).result.unwrap().document.pages.len()
    };
    assert!(pages(&head) <= pages("一") + 2, "{} {}", pages(&head), pages("一"));
}

#[test]
fn an_attached_text_carries_no_more_of_its_images_than_their_pictures() {
    let desk = TestFolder::new();
    for (name, bytes) in marked() {
        let data = base64::engine::general_purpose::STANDARD.encode(&bytes);
        let kind = name.replace("a.", "image/").replace("jpg", "jpeg");
        desk.write(
            "a.md",
            &format!("# 张三\n\n- z@example.com\n\n![a](data:{kind};base64,{data})\n\n## 技能\n\n- 写作\n"),
        );
        let said = desk.run(&["a.md", "--attach", "--format", "pdf,png"]);
        assert_eq!(said.status, Some(0), "{name}: {}", said.err);
        let pages = desk.read("a.png");
        fs::create_dir_all(desk.path("out")).unwrap();
        assert_eq!(desk.run(&["extract", "a.pdf", "-o", "out", "--force"]).status, Some(0), "{name}");
        let text = String::from_utf8(desk.read("out/a.md")).unwrap();
        let data = text.split(";base64,").nth(1).unwrap().split(')').next().unwrap();
        let carried = base64::engine::general_purpose::STANDARD.decode(data).unwrap();
        assert!(!holds_marker(&carried), "{name}");
        // It still makes the same pages.
        assert_eq!(desk.run(&["out/a.md", "--format", "png"]).status, Some(0), "{name}");
        assert!(desk.read("out/a.png") == pages, "{name}");
    }
}

#[test]
fn an_attached_text_says_what_it_gives_away_or_leaves_it_out() {
    let desk = TestFolder::new();
    desk.write("a.md", "---\nlang: zh # SECRET\n---\n\n# 张三\n\n<!-- SECRET -->\n\n- z@example.com\n\n## 技能\n\n- 写作\n\n<!-- skip -->\n\n## SECRET\n\n- SECRET\n");
    let said = desk.run(&["a.md", "--attach"]);
    assert!(
        said.status == Some(0) && said.err.contains("J814") && said.err.contains("a.md:2:10"),
        "{}",
        said.err
    );
    let carried =
        |desk: &TestFolder| String::from_utf8(desk.run(&["extract", "a.pdf", "-o", "-"]).out).unwrap();
    assert!(carried(&desk).contains("SECRET"));
    let said = desk.run(&["a.md", "--attach=printed"]);
    assert!(said.status == Some(0) && !said.err.contains("J814"), "{}", said.err);
    assert_eq!(
        carried(&desk),
        "---\nlang: zh \n---\n\n# 张三\n\n\n- z@example.com\n\n## 技能\n\n- 写作\n\n\n\n"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_quota_that_is_full_is_told_and_leaves_the_old_file() {
    let desk = TestFolder::new();
    desk.write("a.md", "# 张三\n\n- zhang@example.com\n");
    desk.write("a.pdf", "old");
    let jianli = assert_cmd::cargo::cargo_bin!("jianli").display().to_string();
    let mut shell = setup::command("bash");
    shell.current_dir(desk.path(".")).args(["-c", &format!("ulimit -f 4; exec '{jianli}' a.md")]);
    let output = shell.output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), desk.read("a.pdf")), (Some(2), b"old".to_vec()), "{err}");
    assert!(err.contains("cannot write a.pdf") && desk.files() == ["a.md", "a.pdf"], "{err}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_of_another_coding_stops_no_batch() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let desk = TestFolder::new();
    let folder = desk.path(".").join(OsStr::from_bytes(b"\xBC\xF2\xC0\xFA"));
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join(OsStr::from_bytes(b"\xD5\xC5.md")), "# 张三\n\n- z@example.com\n").unwrap();
    desk.write("a.md", "# 李四\n\n- li@example.com\n");
    let said = desk.run(&["**/*.md"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(said.err.contains("2 built") && desk.path("a.pdf").exists(), "{}", said.err);
    assert!(folder.join(OsStr::from_bytes(b"\xD5\xC5.pdf")).exists());
}

#[test]
fn a_resolution_without_a_picture_is_told() {
    let desk = TestFolder::new();
    desk.write("a.md", "# 张三\n\n- zhang@example.com\n");
    let said = desk.run(&["a.md", "--dpi", "300"]);
    assert!(said.status == Some(2) && said.err.contains("--format png"), "{}", said.err);
    assert_eq!(desk.run(&["a.md", "--dpi", "300", "--format", "pdf,png"]).status, Some(0));
}
