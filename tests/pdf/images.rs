//! Drawings and turned photos.

use std::io::Cursor;

use jianli::boxes::TagId;
use jianli::boxes::structure::Role;
use jianli::diag::{Files, Sink};
use jianli::geom::{Point, Pt, Size};
use jianli::lines::{ImageMark, Mark, MarkKind};
use jianli::pages::Document;
use jianli::pdf::{self, Inks, Options};
use jianli::png;
use jianli::source;

use super::read::Read;
use super::tools;
use crate::by_hand::{Sheet, fonts};

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>\
    <path d='M0 0H40V20H0Z' fill='#ff0000'/>\
    <path d='M0 0H20V20H0Z' fill='#0000ff' fill-rule='evenodd'/></svg>";

/// Returns a page with one image, 40 × 20 pt at (100, 100).
fn page(name: &str, bytes: &[u8]) -> Document {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let text = format!("# A\n\n![x]({name})\n");
    let read = source::parse("a.md", text.as_bytes(), Some(folder.path()), &mut files, &mut sink);
    let source = read.unwrap_or_else(|_| panic!("{:?}", sink.into_sorted()));
    let (wide, high) = source.assets[name].pixels;
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    let figure = sheet.tag(TagId::ROOT, Role::Figure);
    sheet.document.structure.node_mut(figure).alt = Some("x".to_owned());
    let size = Size { width: Pt::new(40), height: Pt::new(20) };
    let image = ImageMark { src: name.to_owned(), size, crop: [0, 0, wide, high], radius: Pt::ZERO };
    let at = Point { x: Pt::new(100), y: Pt::new(100) };
    sheet.document.pages.clear();
    sheet.page();
    sheet.document.pages[0].marks.push(Mark { at, tag: Some(figure), kind: MarkKind::Image(image) });
    sheet.document.images = source.assets;
    sheet.document
}

/// Returns some pixels of the page at 72 dpi.
fn pixels(document: &Document, places: &[[usize; 2]]) -> Vec<[u8; 3]> {
    let bytes = png::render(document, 0, &fonts(), 72).unwrap();
    let mut reader = ::png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut data).unwrap();
    let pixel = |&[x, y]: &[usize; 2]| {
        let at = (y * frame.width as usize + x) * 3;
        [data[at], data[at + 1], data[at + 2]]
    };
    places.iter().map(pixel).collect()
}

#[test]
fn a_drawing_stays_one_in_light_and_in_ink() {
    let document = page("a.svg", DRAWING.as_bytes());
    let bytes = pdf::write(&document, &fonts()).unwrap();
    tools::keep("drawing.pdf", &bytes);
    tools::check(&bytes);
    let content = Read::new(&bytes).content();
    for part in ["1 0 0 rg\n", "0 0 1 rg\n", "100 741.89 m\n", "140 741.89 l\n", "f*\n", "W n\n"] {
        assert!(content.contains(part), "{part} is not in {content}");
    }
    let print = Options { print: Some(Inks::Process), ..Options::default() };
    let content = Read::new(&pdf::write_as(&document, &fonts(), &print).unwrap()).content();
    assert!(content.contains("0 1 1 0 k\n") && content.contains("1 1 0 0 k\n"), "{content}");
    let found = pixels(&document, &[[110, 110], [130, 110], [99, 110], [141, 110]]);
    assert_eq!(found, [[0, 0, 255], [255, 0, 0], [255; 3], [255; 3]]);
}

#[test]
fn a_photo_is_shown_the_right_way_up_and_stored_as_it_is() {
    // Orange above, blue below, as stored; turned by a quarter, blue is on the left.
    let photo = include_bytes!("photo.jpg");
    let exif = b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let turned = [&photo[..2], exif, &photo[2..]].concat();
    let document = page("a.jpg", &turned);
    assert_eq!(document.images["a.jpg"].pixels, (48, 32));
    let bytes = pdf::write(&document, &fonts()).unwrap();
    tools::check(&bytes);
    let read = Read::new(&bytes);
    assert_eq!(read.image(), ("DCTDecode".to_owned(), 32, 48));
    assert!(read.content().contains("0 -20 40 0 100 741.89 cm\n"), "{}", read.content());
    assert!(!bytes.windows(4).any(|part| part == b"Exif"));
    let [left, right] = pixels(&document, &[[104, 110], [136, 110]])[..] else { panic!() };
    assert!(left[2] > left[0] && right[0] > right[2], "{left:?} {right:?}");
}

#[test]
fn a_webp_is_shown() {
    // One lossless pixel, red.
    let bytes = b"\x52\x49\x46\x46\x1c\x00\x00\x00\x57\x45\x42\x50\x56\x50\x38\x4c\x0f\x00\x00\x00\x2f\x00\x00\x00\x00\x07\x10\xfd\x8f\xfe\x07\x22\xa2\xff\x01\x00";
    let document = page("a.webp", bytes);
    let written = pdf::write(&document, &fonts()).unwrap();
    tools::check(&written);
    assert_eq!(Read::new(&written).image().1, 1);
    let [red, green, blue] = pixels(&document, &[[110, 110]])[0];
    assert!(red > 200 && green < 60 && blue < 60, "{red} {green} {blue}");
}
