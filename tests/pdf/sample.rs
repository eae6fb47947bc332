//! A résumé of an invented person with everything that a page may hold, on two pages.

use std::path::PathBuf;
use std::sync::Arc;

use jianli::boxes::structure::Role;
use jianli::boxes::{Emblem, TagId};
use jianli::diag::Span;
use jianli::font::FontBook;
use jianli::geom::{Pt, Size};
use jianli::layout::Color;
use jianli::lines::{GlyphRun, ImageMark, MarkKind, PathMark, Shape};
use jianli::model::ContactKind;
use jianli::pages::Document;
use jianli::source::{Asset, AssetKind, Images};

use crate::by_hand::{BOLD, INTER, REGULAR, Sheet};

const ACCENT: Color = Color { rgb: [0x1F, 0x4E, 0x79], cmyk: None };

/// Returns the photos: a PNG with alpha and a JPEG.
pub fn images() -> Images {
    let mut images = Images::new();
    let (across, down) = (60, 80);
    let pixels =
        (0..down).flat_map(|y| (0..across).map(move |x| [x as u8 * 4, 90, y as u8 * 3, 255 - x as u8]));
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, across, down);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&pixels.flatten().collect::<Vec<u8>>()).unwrap();
    let asset = Asset {
        path: PathBuf::from("photo.png"),
        bytes,
        kind: AssetKind::Png,
        pixels: (across, down),
        orientation: 1,
        drawing: None,
        place: Span::default(),
    };
    images.insert("photo.png".to_owned(), Arc::new(asset));
    let bytes = include_bytes!("photo.jpg").to_vec();
    let asset = Asset {
        path: PathBuf::from("photo.jpg"),
        bytes,
        kind: AssetKind::Jpeg,
        pixels: (32, 48),
        orientation: 1,
        drawing: None,
        place: Span::default(),
    };
    images.insert("photo.jpg".to_owned(), Arc::new(asset));
    images
}

/// Returns a page with the JPEG alone: orange above, blue below.
pub fn with_jpeg(fonts: &FontBook) -> Document {
    let mut sheet = Sheet::new(fonts);
    sheet.document.images = images();
    let photo = sheet.tag(TagId::ROOT, Role::Figure);
    let size = Size { width: Pt::new(64), height: Pt::new(96) };
    let image = ImageMark { src: "photo.jpg".to_owned(), size, crop: [0, 0, 32, 48], radius: Pt::ZERO };
    sheet.mark(100.0, 100.0, Some(photo), MarkKind::Image(image));
    sheet.document
}

/// Returns the pages.
pub fn resume(fonts: &FontBook) -> Document {
    let mut sheet = Sheet::new(fonts);
    sheet.document.images = images();
    header(&mut sheet);
    work(&mut sheet);
    sheet.page();
    skills(&mut sheet);
    let folio = GlyphRun { color: ACCENT, ..sheet.run(INTER, 8.0, "2 / 2") };
    sheet.text(290.0, 810.0, None, folio);
    sheet.document
}

fn header(sheet: &mut Sheet) {
    let photo = sheet.tag(TagId::ROOT, Role::Figure);
    sheet.document.structure.node_mut(photo).alt = Some("林知远的照片".to_owned());
    let image = ImageMark {
        src: "photo.png".to_owned(),
        size: Size { width: Pt::new(60), height: Pt::new(60) },
        crop: [0, 10, 60, 60],
        radius: Pt::new(30),
    };
    sheet.mark(475.0, 50.0, Some(photo), MarkKind::Image(image));

    let name = sheet.tag(TagId::ROOT, Role::Heading(1));
    let run = sheet.run(BOLD, 22.0, "林知远");
    sheet.text(60.0, 80.0, Some(name), run);
    sheet.bookmark("林知远", 0, name, 60.0);

    let contacts = sheet.tag(TagId::ROOT, Role::P);
    let latin = sheet.tag(contacts, Role::Span);
    sheet.document.structure.node_mut(latin).lang = Some("en".to_owned());
    let run = sheet.run(INTER, 9.0, "Hangzhou ");
    let x = sheet.text(60.0, 100.0, Some(latin), run);
    let icon =
        PathMark { shape: Shape::Icon(Emblem::Contact(ContactKind::Email)), size: Pt::new(9), color: ACCENT };
    sheet.mark(x, 92.0, None, MarkKind::Path(icon));
    let mut run = sheet.run(INTER, 9.0, "lin@example.com");
    run.link = Some("mailto:lin@example.com".to_owned());
    sheet.text(x + 11.0, 100.0, Some(contacts), run);
    sheet.tag(TagId::ROOT, Role::P); // nothing of it is printed
}

fn work(sheet: &mut Sheet) {
    let section = sheet.tag(TagId::ROOT, Role::Sect);
    let title = sheet.tag(section, Role::Heading(2));
    let run = GlyphRun { color: ACCENT, ..sheet.run(BOLD, 13.0, "工作经历") };
    sheet.text(60.0, 140.0, Some(title), run);
    sheet.bookmark("工作经历", 1, title, 128.0);
    let size = Size { width: Pt::new(475), height: Pt::from_f64(0.5) };
    sheet.mark(60.0, 146.0, None, MarkKind::Rule { size, color: ACCENT });

    let entry = sheet.tag(section, Role::Heading(4)); // skips a level: the tree must not
    let mut run = sheet.run(REGULAR, 10.5, "某某科技");
    run.embolden = Pt::from_f64(0.3);
    sheet.text(60.0, 166.0, Some(entry), run);
    sheet.bookmark("某某科技", 2, entry, 156.0);
    let role = sheet.tag(section, Role::P);
    let run = sheet.run(REGULAR, 10.5, "后端工程师，题目与\u{76EE}\u{2F6C}");
    sheet.text(60.0, 182.0, Some(role), run);

    let list = sheet.tag(section, Role::L);
    bullet(sheet, list, 200.0);
    let body = bullet(sheet, list, 216.0);
    let target = || Some("https://example.com/文档".to_owned());
    let first =
        GlyphRun { link: target(), color: ACCENT, ..sheet.run(REGULAR, 10.5, "详见公开的设计") };
    sheet.text(74.0, 232.0, Some(body), first);
    let underline = Size { width: Pt::new(73), height: Pt::from_f64(0.4) };
    sheet.mark(74.0, 234.0, None, MarkKind::Rule { size: underline, color: ACCENT });
    let second = GlyphRun { link: target(), color: ACCENT, ..sheet.run(REGULAR, 10.5, "文档") };
    sheet.text(74.0, 248.0, Some(body), second);
}

fn bullet(sheet: &mut Sheet, list: TagId, y: f64) -> TagId {
    let item = sheet.tag(list, Role::LI);
    let label = sheet.tag(item, Role::Lbl);
    let run = sheet.run(REGULAR, 10.5, "•");
    sheet.text(60.0, y, Some(label), run);
    let body = sheet.tag(item, Role::LBody);
    let run = sheet.run(REGULAR, 10.5, "把构建时间从 40 分钟降到 4 分钟");
    sheet.text(74.0, y, Some(body), run);
    body
}

fn skills(sheet: &mut Sheet) {
    let section = sheet.tag(TagId::ROOT, Role::Sect);
    let title = sheet.tag(section, Role::Heading(2));
    let run = sheet.run(BOLD, 13.0, "专业技能");
    sheet.text(60.0, 80.0, Some(title), run);
    sheet.bookmark("专业技能", 1, title, 68.0);

    let table = sheet.tag(section, Role::Table);
    let head = sheet.tag(table, Role::THead);
    row(sheet, head, Role::TH, &["语言", "年数"], 100.0);
    let body = sheet.tag(table, Role::TBody);
    row(sheet, body, Role::TD, &["Rust", ""], 116.0);

    // A paragraph that leads to nothing new, in another language.
    let last = sheet.tag(TagId::ROOT, Role::P);
    let mut run = sheet.run(REGULAR, 10.5, "よろしく");
    run.lang = Some("ja".to_owned());
    run.glyphs[1].offset.y = Pt::from_f64(-2.0);
    sheet.text(60.0, 140.0, Some(last), run);
}

fn row(sheet: &mut Sheet, part: TagId, role: Role, cells: &[&str], y: f64) {
    let row = sheet.tag(part, Role::TR);
    for (at, text) in cells.iter().enumerate() {
        let cell = sheet.tag(row, role);
        let run = sheet.run(REGULAR, 10.5, text);
        sheet.text(60.0 + 100.0 * at as f64, y, Some(cell).filter(|_| !text.is_empty()), run);
    }
}
