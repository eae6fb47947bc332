//! Files for a print shop.

use jianli::boxes::TagId;
use jianli::diag::Sink;
use jianli::geom::{Point, Pt, Size};
use jianli::layout::Color;
use jianli::lines::{Mark, MarkKind};
use jianli::pdf::{self, Date, Inks, Options};

use super::read::Read;
use super::{sample, tools};
use crate::by_hand::{INTER, Sheet, fonts};

const PRINT: Options = Options { print: Some(Inks::Process), date: None, attached: Vec::new() };

#[test]
fn a_file_for_a_press_has_inks_bleed_marks_and_no_links() {
    let fonts = fonts();
    let mut document = sample::resume(&fonts);
    let accent = Color { rgb: [0x1F, 0x4E, 0x79], cmyk: Some([85, 55, 20, 25]) };
    let size = Size { width: document.pages[0].size.width, height: Pt::new(40) };
    let band = Mark { at: Point::default(), tag: None, kind: MarkKind::Rule { size, color: accent } };
    document.pages[0].marks.insert(0, band);
    let bytes = pdf::write_as(&document, &fonts, &PRINT).unwrap();
    tools::keep("print.pdf", &bytes);
    tools::check(&bytes);
    assert!(bytes.starts_with(b"%PDF-1.6\n"));
    let read = Read::new(&bytes);
    for operator in ["rg", "RG", "cs", "gs"] {
        assert_eq!(read.operators(operator), 0, "{operator}");
    }
    assert!(read.operators("k") > 0 && read.operators("g") > 0);
    assert!(read.content().contains("0.85 0.55 0.2 0.25 k\n-8.504 "), "the band stops at the edge");
    assert_eq!(read.links().len(), 0);
    assert!(read.tree().starts_with("Document(Figure H1 P"), "{}", read.tree());
    let [media, bleed, trim] = ["MediaBox", "BleedBox", "TrimBox"].map(|name| read.page_box(name));
    assert_eq!(trim, [0.0, 0.0, 595.276, 841.89]);
    assert_eq!(bleed, [-8.504, -8.504, 603.78, 850.394]);
    assert_eq!(media, [-22.677, -22.677, 617.953, 864.567]);
    assert_eq!(read.image().0, "FlateDecode");
    assert_eq!(read.intents(), ["GTS_PDFX", "GTS_PDFA1"]);
    assert!(!bytes.windows(6).any(|part| part == b"/SMask"));
}

#[test]
fn in_black_alone_no_other_ink_is_left() {
    let fonts = fonts();
    let mut document = sample::resume(&fonts);
    let accent = Color { rgb: [0x1F, 0x4E, 0x79], cmyk: Some([85, 55, 20, 25]) };
    let size = Size { width: Pt::new(40), height: Pt::new(40) };
    let band = Mark { at: Point::default(), tag: None, kind: MarkKind::Rule { size, color: accent } };
    document.pages[0].marks.insert(0, band);
    let black = Options { print: Some(Inks::Black), ..PRINT };
    let bytes = pdf::write_as(&document, &fonts, &black).unwrap();
    tools::check(&bytes);
    let read = Read::new(&bytes);
    for operator in ["k", "K", "rg", "RG", "cs", "gs"] {
        assert_eq!(read.operators(operator), 0, "{operator}");
    }
    assert!(read.operators("g") > 0);
    assert!(!bytes.windows(10).any(|part| part == b"DeviceCMYK"), "of pictures neither");
}

#[test]
fn it_says_that_it_is_pdf_x_4_and_of_which_date() {
    let fonts = fonts();
    let mut sheet = Sheet::new(&fonts);
    let run = sheet.run(INTER, 12.0, "x");
    sheet.text(72.0, 72.0, Some(TagId::ROOT), run);
    let file = |options| pdf::write_as(&sheet.document, &fonts, &options).unwrap();
    let read = Read::new(&file(PRINT));
    for part in [
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
        "<pdf:Trapped>False</pdf:Trapped>",
        "<xmp:ModifyDate>2000-01-01T00:00:00Z</xmp:ModifyDate>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
    ] {
        assert!(read.xmp().contains(part), "{part}");
    }
    assert_eq!(read.info("ModDate"), "D:20000101000000Z");
    let dated = Options { date: Date::from_epoch(86_400), ..PRINT };
    assert_eq!(Read::new(&file(dated)).info("CreationDate"), "D:19700102000000Z");
    let dated = Options { date: Date::from_epoch(86_400), ..Options::default() };
    let bytes = file(dated);
    tools::check(&bytes);
    let read = Read::new(&bytes);
    assert_eq!(read.info("CreationDate"), read.info("ModDate"));
    assert!(read.xmp().contains("<xmp:CreateDate>1970-01-02T00:00:00Z</xmp:CreateDate>"));
    assert!(!read.xmp().contains("PDF/X-4"));
}

#[test]
fn coarse_images_are_told_once_with_what_is_needed() {
    let fonts = fonts();
    let mut document = sample::with_jpeg(&fonts);
    let again = document.pages[0].marks.clone();
    document.pages[0].marks.extend(again);
    let mut sink = Sink::default();
    pdf::proof(&document, &mut sink);
    let found = sink.into_sorted();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code.id, "J811");
    assert!(found[0].message.contains("36 pixels per inch at 23 × 34 mm"), "{}", found[0].message);
    assert!(found[0].hints[0].contains("267 × 400"), "{:?}", found[0].hints);
}
