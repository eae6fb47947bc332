//! Glyphs: the subset faces of the document, each glyph rasterised once per place within the pixel.

use std::collections::{BTreeMap, BTreeSet};

use fontdue::{Font, FontSettings};

use super::canvas::Canvas;
use super::coverage::Coverage;
use crate::diag::{Error, message};
use crate::font::subset::{Form, Subset, subset};
use crate::font::{FaceId, FontBook};
use crate::geom::{Point, Pt};
use crate::lines::{GlyphRun, MarkKind};
use crate::pages::Document;

/// The number of places that a glyph may take across a pixel; it is rasterised this many times as large
/// and averaged, because fontdue starts every glyph at a whole pixel.
const PLACES: usize = 4;

/// The largest size in pixels that is rasterised finer than it is shown.
const LARGEST_FINE: f64 = 160.0;

/// The faces of a document.
pub struct Typefaces {
    faces: BTreeMap<FaceId, Typeface>,
    /// Pixels per point.
    scale: f64,
}

struct Typeface {
    subset: Subset,
    font: Font,
    shapes: BTreeMap<Shape, Coverage>,
}

/// The key of a rasterised glyph: everything that it depends on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    glyph: u16,
    size: Pt,
    embolden: Pt,
    /// The place within the pixel, 0 to [`PLACES`] − 1.
    shift: usize,
}

impl Typefaces {
    /// Subsets the faces that a document uses and opens them.
    ///
    /// # Errors
    /// [`Error::Backend`] if a face cannot be subset or opened.
    pub fn new(document: &Document, fonts: &FontBook, scale: f64) -> Result<Typefaces, Error> {
        let mut used: BTreeMap<FaceId, (BTreeSet<Form>, Pt)> = BTreeMap::new();
        for mark in document.pages.iter().flat_map(|page| &page.marks) {
            if let MarkKind::Glyphs(run) = &mark.kind {
                let (glyphs, largest) = used.entry(run.face).or_default();
                glyphs.extend(run.glyphs.iter().map(|glyph| Form::plain(glyph.id)));
                *largest = run.size.max(*largest);
            }
        }
        let mut faces = BTreeMap::new();
        for (id, (glyphs, largest)) in used {
            let face = fonts.face(id);
            let subset = subset(face, &glyphs)?;
            // Curves become line segments that are fine enough at this size.
            let scale = (largest.to_f64() * scale * PLACES as f64) as f32;
            let settings = FontSettings { scale, load_substitutions: false, ..FontSettings::default() };
            let font = Font::from_bytes(subset.with_cmap(), settings).map_err(|reason| Error::Backend {
                what: "picture",
                reason: message!("the face {face} cannot be drawn: {reason}", face = face.postscript, reason),
            })?;
            faces.insert(id, Typeface { subset, font, shapes: BTreeMap::new() });
        }
        Ok(Typefaces { faces, scale })
    }

    /// Draws a run, its baseline on a whole pixel.
    pub fn draw(&mut self, canvas: &mut Canvas, at: Point, run: &GlyphRun) {
        let Some(face) = self.faces.get_mut(&run.face) else { return };
        let mut pen = at.x;
        for glyph in &run.glyphs {
            let x = canvas.pixels(pen + glyph.offset.x);
            let y = canvas.pixels(at.y + glyph.offset.y).round() as i64;
            let place = (x * PLACES as f64).round() as i64;
            let shift = place.rem_euclid(PLACES as i64) as usize;
            let shape =
                Shape { glyph: face.subset.glyph(glyph.id), size: run.size, embolden: run.embolden, shift };
            let column = place.div_euclid(PLACES as i64);
            canvas.stain([column, y], face.shape(shape, self.scale), run.color);
            pen += glyph.advance;
        }
    }
}

impl Typeface {
    fn shape(&mut self, shape: Shape, scale: f64) -> &Coverage {
        let font = &self.font;
        self.shapes.entry(shape).or_insert_with(|| rasterise(font, shape, scale))
    }
}

fn rasterise(font: &Font, shape: Shape, scale: f64) -> Coverage {
    let size = shape.size.to_f64() * scale;
    if shape.glyph >= font.glyph_count() {
        return Coverage::default();
    }
    let fine = if size > LARGEST_FINE { 1 } else { PLACES };
    let (metrics, data) = font.rasterize_indexed(shape.glyph, (size * fine as f64) as f32);
    let (left, bottom) = (i64::from(metrics.xmin), i64::from(metrics.ymin));
    let exact = Coverage::new(left, -(bottom + metrics.height as i64), metrics.width, data);
    let thick = shape.embolden.to_f64() * scale * fine as f64 / 2.0;
    let exact = exact.thickened(thick.round() as usize);
    if fine == 1 { exact } else { exact.shrunk(PLACES, shape.shift) }
}
