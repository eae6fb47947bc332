//! Pages → PDF, read back with lopdf and, where they are installed, with other people's programs.

mod any;
mod images;
mod print;
mod read;
pub mod sample;
pub mod tools;

use std::sync::Arc;

use std::io::Read as _;

use jianli::boxes::TagId;
use jianli::boxes::structure::Role;
use jianli::lines::GlyphRun;
use jianli::pdf;

use crate::by_hand::{BOLD, EXT, INTER, REGULAR, Sheet, fonts};
use read::Read;

#[test]
fn the_same_document_gives_the_same_bytes() {
    let fonts = fonts();
    let document = sample::resume(&fonts);
    let write = || pdf::write(&document, &fonts).unwrap();
    let first = write();
    let mut other = Sheet::new(&fonts);
    let run = other.run(INTER, 12.0, "between");
    other.text(72.0, 72.0, None, run);
    pdf::write(&other.document, &fonts).unwrap();
    assert!(first == write(), "two writings of one document differ");
}

#[test]
fn ten_documents_give_the_same_bytes_in_any_order() {
    let fonts = fonts();
    let document = |number: usize| {
        let mut document =
            if number.is_multiple_of(2) { sample::resume(&fonts) } else { sample::with_jpeg(&fonts) };
        let mut sheet = Sheet::new(&fonts);
        let run = sheet.run(INTER, 12.0, &"text ".repeat(number + 1));
        sheet.text(72.0, 72.0, None, run);
        document.pages.extend(sheet.document.pages);
        document.meta.title = format!("{number}");
        document
    };
    let documents: Vec<_> = (0..10).map(document).collect();
    let options = |number: usize| pdf::Options {
        print: number.is_multiple_of(3).then_some(pdf::Inks::Process),
        ..pdf::Options::default()
    };
    let write = |number: usize| pdf::write_as(&documents[number], &fonts, &options(number)).unwrap();
    let forwards: Vec<Vec<u8>> = (0..10).map(write).collect();
    let mut backwards: Vec<Vec<u8>> = (0..10).rev().map(write).collect();
    backwards.reverse();
    for (number, (one, other)) in forwards.iter().zip(&backwards).enumerate() {
        assert!(one == other, "document {number} depends on what was written before");
    }
}

#[test]
fn faces_are_subset_and_tagged_with_what_they_hold() {
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    let run = sheet.run(BOLD, 12.0, "测试");
    sheet.text(72.0, 72.0, Some(TagId::ROOT), run);
    let bytes = pdf::write(&sheet.document, &fonts).unwrap();
    assert!(bytes.len() < 20_000, "{} bytes for two characters", bytes.len());
    let read = Read::new(&bytes);
    let font = &read.fonts()[0];
    let (tag, name) = font.name.split_once('+').unwrap();
    assert!(tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()), "{tag}");
    assert_eq!(name, "NotoSansSC-Bold");
    assert_eq!(font.program_length1, font.program.len());
}

#[test]
fn codes_read_back_whatever_their_bytes_and_large_programs_are_small() {
    // More glyphs than a byte has values: parentheses, the backslash and line ends are among the codes.
    let text: String = ('\u{4E00}'..='\u{52FF}').collect();
    let fonts = fonts();
    for face in [REGULAR, BOLD] {
        let mut sheet = Sheet::new(&fonts);
        let run = sheet.run(face, 6.0, &text);
        sheet.text(72.0, 72.0, Some(TagId::ROOT), run);
        let bytes = pdf::write(&sheet.document, &fonts).unwrap();
        let read = Read::new(&bytes);
        assert_eq!(read.text(), text);
        let font = &read.fonts()[0];
        let mut best = Vec::new();
        let level = flate2::Compression::best();
        flate2::read::ZlibEncoder::new(&font.program[..], level).read_to_end(&mut best).unwrap();
        let (ours, best) = (font.program_packed, best.len());
        assert!(ours * 100 < best * 113, "{ours} bytes, and {best} at best");
    }
}

#[test]
fn one_glyph_gives_back_each_text_that_it_stands_for() {
    // In Noto Sans SC the character and the Kangxi radical have one glyph.
    let fonts = fonts();
    for face in [REGULAR, EXT] {
        let mut sheet = Sheet::new(&fonts);
        let tag = sheet.tag(TagId::ROOT, Role::P);
        let mut run = sheet.run(REGULAR, 12.0, "目\u{2F6C}目\u{2F6C}");
        if face == EXT {
            // The face of rare characters has none of these: lend one of its glyphs two texts.
            run.glyphs.iter_mut().for_each(|glyph| glyph.id = 5);
            run.face = EXT;
        }
        assert_eq!(run.glyphs[0].id, run.glyphs[1].id);
        sheet.text(72.0, 72.0, Some(tag), run);
        let bytes = pdf::write(&sheet.document, &fonts).unwrap();
        tools::keep(&format!("alias-{}.pdf", face.0), &bytes);
        tools::check(&bytes);
        let read = Read::new(&bytes);
        assert_eq!(read.text(), "目\u{2F6C}目\u{2F6C}");
        let fonts = read.fonts();
        assert_eq!(fonts.len(), if face == EXT { 2 } else { 1 });
        assert_eq!(fonts[0].maps_codes_to_glyphs, face == REGULAR);
        assert!(fonts.iter().all(|font| font.program_id == fonts[0].program_id), "embedded twice");
    }
}

#[test]
fn glyphs_stand_where_they_were_put_whatever_the_em() {
    // 2048 units an em: the widths that readers know are rounded.
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    let run = sheet.run(INTER, 9.0, &"milliseconds waited in the queue ".repeat(3));
    let mut place = 0.0;
    let wanted: Vec<f64> = run
        .glyphs
        .iter()
        .map(|glyph| {
            place += glyph.advance.to_f64();
            72.0 + place - glyph.advance.to_f64()
        })
        .collect();
    sheet.text(72.0, 72.0, Some(TagId::ROOT), run);
    let bytes = pdf::write(&sheet.document, &fonts).unwrap();
    let found = Read::new(&bytes).origins();
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        assert!((found.0 - wanted).abs() < 0.008, "{} for {wanted}", found.0);
        assert!((found.1 - (841.89 - 72.0)).abs() < 0.001);
    }
}

#[test]
fn links_are_in_the_tree_and_on_the_page() {
    let fonts = fonts();
    let document = sample::resume(&fonts);
    let bytes = pdf::write(&document, &fonts).unwrap();
    let read = Read::new(&bytes);
    let links = read.links();
    let targets: Vec<&str> = links.iter().map(|link| link.target.as_str()).collect();
    let long = "https://example.com/%E6%96%87%E6%A1%A3";
    assert_eq!(targets, ["mailto:lin@example.com", long, long]);
    assert_eq!(links[0].contents, "lin@example.com");
    for link in &links {
        assert_eq!(link.flags, 4);
        assert_eq!(read.parent_of_annotation(link.key), "Link");
    }
    // The two areas of the link over two lines belong to one element.
    assert_eq!(read.element_of_annotation(links[1].key), read.element_of_annotation(links[2].key));
}

#[test]
fn the_tag_tree_is_the_documents_own_with_headings_in_order() {
    let fonts = fonts();
    let document = sample::resume(&fonts);
    let bytes = pdf::write(&document, &fonts).unwrap();
    let tree = Read::new(&bytes).tree();
    let expected = "Document(Figure H1 P(Span Link) Sect(H2 H3 P L(LI(Lbl LBody) LI(Lbl LBody(Link)))) \
                    Sect(H2 Table(THead(TR(TH TH)) TBody(TR(TD TD)))) P)";
    assert_eq!(tree, expected);
}

#[test]
fn the_outline_nests() {
    let fonts = fonts();
    let document = sample::resume(&fonts);
    let bytes = pdf::write(&document, &fonts).unwrap();
    assert_eq!(Read::new(&bytes).outline(), "林知远(工作经历(某某科技) 专业技能)");
}

#[test]
fn metadata_is_escaped_and_says_what_is_claimed() {
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    sheet.document.meta.title = "Tom & <Jerry>".to_owned();
    let run = sheet.run(INTER, 12.0, "x");
    sheet.text(72.0, 72.0, Some(TagId::ROOT), run);
    let bytes = pdf::write(&sheet.document, &fonts).unwrap();
    let read = Read::new(&bytes);
    let xmp = read.xmp();
    for part in [
        "<rdf:li xml:lang=\"x-default\">Tom &amp; &lt;Jerry&gt;</rdf:li>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(xmp.contains(part), "{part}");
    }
    assert_eq!(read.info("Title"), "Tom & <Jerry>");
    assert_eq!(read.info("Author"), "林知远");
    assert_eq!(read.catalog_text("Lang"), "zh-Hans");
}

#[test]
fn an_empty_document_is_a_file_all_the_same() {
    let fonts = fonts();
    let sheet = Sheet::new(&fonts);
    let bytes = pdf::write(&sheet.document, &fonts).unwrap();
    assert_eq!(Read::new(&bytes).tree(), "Document");
    tools::check(&bytes);
}

#[test]
fn other_programs_find_nothing_wrong() {
    let fonts = fonts();
    let document = sample::resume(&fonts);
    let bytes = pdf::write(&document, &fonts).unwrap();
    tools::keep("sample.pdf", &bytes);
    tools::check(&bytes);
    if let Some(text) = tools::text(&bytes) {
        for part in ["林知远", "lin@example.com", "把构建时间从 40 分钟降到 4 分钟", "目\u{2F6C}"]
        {
            assert!(text.contains(part), "{part} is not in:\n{text}");
        }
    }
}

#[test]
fn glyphs_without_a_text_of_their_own_are_drawn() {
    // An é that its face has only in two parts, and a character that it does not have.
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    let tag = sheet.tag(TagId::ROOT, Role::P);
    let mut run = sheet.run(INTER, 12.0, "ae´bc");
    run.text = "aéb目".to_owned();
    for (glyph, range) in run.glyphs.iter_mut().zip([0..1, 1..3, 3..3, 3..4, 4..7]) {
        glyph.text = range;
    }
    run.glyphs[4].id = 0;
    sheet.text(72.0, 72.0, Some(tag), run);
    let bytes = pdf::write(&sheet.document, &fonts).unwrap();
    tools::keep("drawn.pdf", &bytes);
    tools::check(&bytes);
    let read = Read::new(&bytes);
    assert_eq!(read.text(), "aéb目", "the box for what is missing is a glyph with its text");
    assert_eq!(read.operators("BDC"), 1, "the paragraph");
    assert_eq!(read.operators("f"), 1, "the accent");
}

#[test]
fn elements_and_links_go_on_over_the_page() {
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    let tag = sheet.tag(TagId::ROOT, Role::P);
    let target = || Some("https://example.com/".to_owned());
    let linked = |sheet: &Sheet, text| GlyphRun { link: target(), ..sheet.run(REGULAR, 10.0, text) };
    let run = sheet.run(REGULAR, 10.0, "前");
    sheet.text(60.0, 780.0, Some(tag), run);
    let run = linked(&sheet, "链接");
    sheet.text(70.0, 780.0, Some(tag), run);
    let folio = sheet.run(INTER, 8.0, "1");
    sheet.text(290.0, 810.0, None, folio);
    sheet.page();
    let run = linked(&sheet, "继续");
    sheet.text(60.0, 60.0, Some(tag), run);
    let run = sheet.run(REGULAR, 10.0, "后");
    sheet.text(90.0, 60.0, Some(tag), run);
    let bytes = pdf::write(&sheet.document, &fonts).unwrap();
    tools::keep("pages.pdf", &bytes);
    tools::check(&bytes);
    let read = Read::new(&bytes);
    assert_eq!(read.tree(), "Document(P(Link))");
    assert_eq!(read.element_of_annotation(2), read.element_of_annotation(3));
}

#[test]
fn a_jpeg_is_embedded_as_it_is() {
    let fonts = fonts();
    let bytes = pdf::write(&sample::with_jpeg(&fonts), &fonts).unwrap();
    tools::keep("jpeg.pdf", &bytes);
    tools::check(&bytes);
    assert_eq!(Read::new(&bytes).image(), ("DCTDecode".to_owned(), 32, 48));
}

#[test]
fn damaged_images_are_refused_by_name() {
    let fonts = fonts();
    let mut document = sample::with_jpeg(&fonts);
    Arc::make_mut(document.images.get_mut("photo.jpg").unwrap()).bytes.truncate(40);
    let refused = pdf::write(&document, &fonts).unwrap_err().to_string();
    assert!(refused.contains("photo.jpg"), "{refused}");
    Arc::make_mut(document.images.get_mut("photo.jpg").unwrap()).pixels = (50_000, 50_000);
    let refused = pdf::write(&document, &fonts).unwrap_err().to_string();
    assert!(refused.contains("too many"), "{refused}");
}
