//! Pages → pictures: the size, and ink where it belongs.

use jianli::boxes::TagId;
use jianli::diag::Error;
use jianli::geom::{Pt, Size};
use jianli::layout::Color;
use jianli::lines::{GlyphRun, ImageMark, MarkKind};
use jianli::png;

use crate::by_hand::{BOLD, EXT, REGULAR, Sheet, fonts};
use crate::pdf::{sample, tools};

/// A picture read back.
struct Picture {
    width: u32,
    height: u32,
    dpi: f64,
    rgb: Vec<u8>,
}

impl Picture {
    fn new(bytes: &[u8]) -> Picture {
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut rgb).unwrap();
        if frame.color_type == ::png::ColorType::Grayscale {
            rgb = rgb.iter().flat_map(|&part| [part; 3]).collect();
        }
        let dpi = f64::from(reader.info().pixel_dims.unwrap().xppu) * 0.0254;
        Picture { width: frame.width, height: frame.height, dpi, rgb }
    }

    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        let at = (y * self.width + x) as usize * 3;
        [self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]]
    }

    /// Returns the box round all that is not white: left, top, right, bottom.
    fn ink(&self) -> [u32; 4] {
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let dark = places.filter(|&(x, y)| self.at(x, y) != [255; 3]);
        dark.fold([u32::MAX, u32::MAX, 0, 0], |[left, top, right, bottom], (x, y)| {
            [left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1)]
        })
    }

    /// Returns how dark it is, in whole black pixels.
    fn darkness(&self) -> f64 {
        self.rgb.iter().map(|&part| f64::from(255 - part)).sum::<f64>() / 765.0
    }
}

fn picture(sheet: &Sheet, dpi: u32) -> Picture {
    Picture::new(&png::render(&sheet.document, 0, &fonts(), dpi).unwrap())
}

#[test]
fn the_size_is_that_of_the_page() {
    let fonts = fonts();
    let picture = picture(&Sheet::new(&fonts), 150);
    assert_eq!((picture.width, picture.height), (1240, 1754));
    assert!((picture.dpi - 150.0).abs() < 0.1);
    assert_eq!(picture.darkness(), 0.0);
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let fonts = fonts();
    let sheet = Sheet::new(&fonts);
    for (page, dpi, says) in [(1, 72, "no page 2 of 1"), (0, 0, "0 dpi"), (0, 1000, "10000")] {
        match png::render(&sheet.document, page, &fonts, dpi) {
            Err(Error::Backend { reason, .. }) => assert!(reason.contains(says), "{reason}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn rules_are_crisp_and_where_they_were_put() {
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    let size = Size { width: Pt::new(100), height: Pt::from_f64(0.5) };
    sheet.mark(72.0, 144.0, None, MarkKind::Rule { size, color: Color::BLACK });
    let picture = picture(&sheet, 144);
    assert_eq!(picture.ink(), [144, 288, 344, 289]);
    assert_eq!(picture.at(200, 288), [0; 3]);
}

#[test]
fn a_glyph_stands_on_its_baseline_at_every_fraction_of_a_pixel() {
    let fonts = fonts();
    let mut darkness = Vec::new();
    for step in 0..8 {
        let mut sheet = Sheet::new(&fonts);
        let run = sheet.run(BOLD, 20.0, "口");
        sheet.text(100.0 + 0.125 * f64::from(step), 200.0, Some(TagId::ROOT), run);
        let picture = picture(&sheet, 72);
        let [left, top, right, bottom] = picture.ink();
        // 口 fills most of its square: 20 px wide, a tenth or less below the baseline.
        assert!((101..=104).contains(&left) && (117..=120).contains(&right), "{left} {right}");
        assert!((182..=186).contains(&top) && (200..=203).contains(&bottom), "{top} {bottom}");
        darkness.push(picture.darkness());
    }
    // Moving it must not make it lighter or darker.
    let spread = darkness.iter().copied().fold(0.0, f64::max) / darkness.iter().copied().fold(1e9, f64::min);
    assert!(spread < 1.02, "{darkness:?}");
}

#[test]
fn faces_with_cubic_outlines_and_thickened_glyphs_are_drawn() {
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    let mut run = sheet.run(REGULAR, 30.0, "一");
    run.face = EXT;
    run.glyphs[0].id = 100;
    sheet.text(100.0, 200.0, None, run);
    assert!(picture(&sheet, 72).darkness() > 20.0);

    let thickened = |embolden: f64| {
        let mut sheet = Sheet::new(&fonts);
        let run = GlyphRun { embolden: Pt::from_f64(embolden), ..sheet.run(REGULAR, 30.0, "永") };
        sheet.text(100.0, 200.0, None, run);
        picture(&sheet, 144).darkness()
    };
    let (plain, bold) = (thickened(0.0), thickened(1.0));
    assert!(bold > 1.2 * plain, "{plain} {bold}");
}

#[test]
fn images_are_cropped_and_rounded() {
    let fonts = fonts();
    for round in [false, true] {
        let mut sheet = Sheet::new(&fonts);
        sheet.document.images = sample::images();
        let size = Size { width: Pt::new(60), height: Pt::new(60) };
        let radius = Pt::new(if round { 30 } else { 0 });
        let image = ImageMark { src: "photo.png".to_owned(), size, crop: [0, 20, 60, 60], radius };
        sheet.mark(100.0, 100.0, None, MarkKind::Image(image));
        let bytes = png::render(&sheet.document, 0, &fonts, 72).unwrap();
        let picture = Picture::new(&bytes);
        let [left, top, right, bottom] = picture.ink();
        assert!(left.abs_diff(100) <= 1 && right.abs_diff(160) <= 1, "{left} {right}");
        assert!(top.abs_diff(100) <= 1 && bottom.abs_diff(160) <= 1, "{top} {bottom}");
        assert_eq!(picture.at(101, 101) == [255; 3], round, "corner");
        // The photo's blue is three times its row: 20 at the top of what is shown.
        let [_, _, blue] = picture.at(105, 130);
        assert!(blue.abs_diff(150) < 12, "{blue}");
    }
}

#[test]
fn a_jpeg_is_drawn() {
    let fonts = fonts();
    let bytes = png::render(&sample::with_jpeg(&fonts), 0, &fonts, 72).unwrap();
    let picture = Picture::new(&bytes);
    let ([red, _, blue], [other_red, _, other_blue]) = (picture.at(130, 120), picture.at(130, 180));
    assert!(red > 200 && blue < 60, "above: {red} {blue}");
    assert!(other_red < 80 && other_blue > 180, "below: {other_red} {other_blue}");
}

#[test]
fn the_same_page_gives_the_same_picture() {
    let fonts = fonts();
    let document = sample::resume(&fonts);
    let render = |page| png::render(&document, page, &fonts, 110).unwrap();
    let first = render(0);
    tools::keep("sample.png", &first);
    assert!(render(1).len() > 1000);
    assert!(first == render(0), "two pictures of one page differ");
}
