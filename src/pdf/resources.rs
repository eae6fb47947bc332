//! printpdf's part: the document, its pages with their boxes, the fonts, the images.
//!
//! printpdf writes the fonts that its operations name, so the first page names each of them with an arbitrary code.
//! The content of the pages, the font programs and the data of the codes are put in afterwards: printpdf's own
//! writer spends an object on each glyph, copies each program several times, and maps each code separately.

use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfFontMetricsStub, PdfPage, PdfSaveOptions, TextItem, XObjectId,
};

use super::fonts::{ResourceName, Typeface, Typefaces};
use super::images::Pictures;
use super::press::margin;
use crate::geom::Pt;
use crate::pages::{Document, Page};

/// Returns the file with everything that pages need, and empty pages.
pub fn start(document: &Document, typefaces: &Typefaces, pictures: Pictures, print: bool) -> lopdf::Document {
    let mut file = PdfDocument::new("");
    let mut inventory = Vec::new();
    for (number, typeface) in typefaces.iter() {
        for entry in 0..typeface.count() {
            let id = FontId(ResourceName(number, entry).to_string());
            file.resources.fonts.map.insert(id.clone(), PdfFont::new(parsed(typeface)));
            let any = Codepoint::with_cid(0, 0.0, " ".to_owned());
            let items = vec![TextItem::GlyphIds(vec![any])];
            inventory.push(Op::SetFont { font: PdfFontHandle::External(id), size: printpdf::Pt(1.0) });
            inventory.push(Op::ShowText { items });
        }
    }
    for (name, object) in pictures.into_objects() {
        file.resources.xobjects.map.insert(XObjectId(name), object);
    }
    file.pages =
        document.pages.iter().map(|each| page(each, std::mem::take(&mut inventory), print)).collect();
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    file.to_lopdf_document(&options, &mut Vec::new())
}

/// Returns the metrics of a face in printpdf's form.
fn parsed(typeface: &Typeface) -> ParsedFont {
    let metrics = &typeface.subset().metrics;
    let em = i32::from(metrics.units_per_em).max(1);
    let scaled = |units: i16| ((i32::from(units) * 2000 + em).div_euclid(2 * em)) as i16;
    let [x_min, y_min, x_max, y_max] = metrics.bounds.map(scaled);
    ParsedFont {
        original_bytes: Vec::new(), // the pass embeds the program
        font_index: 0,
        font_name: Some(typeface.name.clone()),
        codepoint_to_glyph: Default::default(),
        glyph_widths: Default::default(),
        units_per_em: 1000,
        font_metrics: FontMetrics { ascent: scaled(metrics.ascender), descent: scaled(metrics.descender) },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: 1000,
            x_min,
            y_min,
            x_max,
            y_max,
            caret_slope_rise: metrics.caret[0],
            caret_slope_run: metrics.caret[1],
            us_weight_class: typeface.weight,
        },
    }
}

/// Returns a page with its boxes: readers show the trimmed page, a press uses the bleed and the crop marks.
fn page(page: &Page, ops: Vec<Op>, print: bool) -> PdfPage {
    let rect = |out: Pt| {
        let length = |length: Pt| printpdf::Pt((length.to_f64() * 1000.0).round() as f32 / 1000.0);
        let (width, height) = (length(page.size.width + out), length(page.size.height + out));
        // printpdf writes these values unchanged: they are the upper right corner, not the width and the height.
        printpdf::Rect { x: length(-out), y: length(-out), width, height, mode: None, winding_order: None }
    };
    PdfPage { media_box: rect(margin(page, print)), trim_box: rect(Pt::ZERO), crop_box: rect(Pt::ZERO), ops }
}
