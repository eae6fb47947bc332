//! The page as pixels.

use tiny_skia::{FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Shader, Transform};

use super::coverage::Coverage;
use crate::diag::{Error, Message};
use crate::font::icon::Segment;
use crate::geom::{self, Em, Point, Pt};
use crate::layout::Color;
use crate::lines::{Panel, PathMark, Step};

/// A white sheet that is drawn on.
pub struct Canvas {
    pixmap: Pixmap,
    /// Pixels per point.
    scale: f64,
}

impl Canvas {
    /// Returns a white sheet; `None` if there is no memory for it.
    pub fn new([width, height]: [u32; 2], scale: f64) -> Option<Canvas> {
        let mut pixmap = Pixmap::new(width, height)?;
        pixmap.fill(tiny_skia::Color::WHITE);
        Some(Canvas { pixmap, scale })
    }

    /// Returns an empty sheet of the same size; `None` if there is no memory for it.
    pub fn clear(&self) -> Option<Pixmap> {
        Pixmap::new(self.pixmap.width(), self.pixmap.height())
    }

    /// Returns a length in pixels.
    pub fn pixels(&self, length: Pt) -> f64 {
        length.to_f64() * self.scale
    }

    /// Returns a rectangle in pixels; `None` if it is empty.
    pub fn rectangle(&self, rect: geom::Rect) -> Option<Rect> {
        let sides = [rect.origin.x, rect.origin.y, rect.right(), rect.bottom()];
        let [left, top, right, bottom] = sides.map(|side| self.pixels(side) as f32);
        Rect::from_ltrb(left, top, right, bottom)
    }

    /// Fills a rectangle. Its edges are moved to whole pixels, so that it is crisp; one thinner than a pixel
    /// becomes paler in proportion.
    pub fn rule(&mut self, rect: geom::Rect, color: Color) {
        let Some(rect) = self.rectangle(rect) else { return };
        let (left, across) = snapped(rect.left(), rect.width());
        let (top, down) = snapped(rect.top(), rect.height());
        let strength = rect.width().min(1.0) * rect.height().min(1.0);
        let Some(rect) = Rect::from_xywh(left, top, across, down) else { return };
        let mut paint = ink(color);
        if let Shader::SolidColor(color) = &mut paint.shader {
            color.set_alpha(strength);
        }
        self.pixmap.fill_rect(rect, &paint, Transform::identity(), None);
    }

    /// Fills an outline.
    pub fn icon(&mut self, at: Point, path: &PathMark) {
        let Some(icon) = path.outline() else { return };
        let [x, y, size] = [at.x, at.y, path.size].map(|length| self.pixels(length));
        let place = |[across, down]: [Em; 2]| {
            ((x + across.to_f64() * size) as f32, (y + down.to_f64() * size) as f32)
        };
        let mut builder = PathBuilder::new();
        for segment in &icon.segments {
            match *segment {
                Segment::Move(to) => {
                    let (x, y) = place(to);
                    builder.move_to(x, y);
                }
                Segment::Line(to) => {
                    let (x, y) = place(to);
                    builder.line_to(x, y);
                }
                Segment::Curve(points) => {
                    let [(x1, y1), (x2, y2), (x, y)] = points.map(place);
                    builder.cubic_to(x1, y1, x2, y2, x, y);
                }
                Segment::Close => builder.close(),
            }
        }
        if let Some(outline) = builder.finish() {
            self.fill(&outline, &ink(path.color));
        }
    }

    /// Fills a box with round corners.
    pub fn panel(&mut self, at: Point, panel: &Panel) {
        for (color, steps) in panel.shapes(at) {
            if let Some(outline) = self.path(&steps) {
                self.fill(&outline, &ink(color));
            }
        }
    }

    /// Returns an outline in pixels; `None` if it is empty.
    pub fn path(&self, steps: &[Step]) -> Option<Path> {
        let place = |point: Point| (self.pixels(point.x) as f32, self.pixels(point.y) as f32);
        let mut builder = PathBuilder::new();
        for step in steps {
            match *step {
                Step::Move(to) => {
                    let (x, y) = place(to);
                    builder.move_to(x, y);
                }
                Step::Line(to) => {
                    let (x, y) = place(to);
                    builder.line_to(x, y);
                }
                Step::Curve(points) => {
                    let [(x1, y1), (x2, y2), (x, y)] = points.map(place);
                    builder.cubic_to(x1, y1, x2, y2, x, y);
                }
                Step::Close => builder.close(),
            }
        }
        builder.finish()
    }

    /// Fills an outline.
    pub fn fill(&mut self, outline: &Path, paint: &Paint) {
        self.pixmap.fill_path(outline, paint, FillRule::Winding, Transform::identity(), None);
    }

    /// Lays ink where a glyph covers the sheet; the glyph's origin is at a whole pixel.
    ///
    /// Ink and paper are mixed as stored, as PDF viewers do: text then has the weight that it has on paper,
    /// while mixing light would make it thin.
    pub fn stain(&mut self, [x, y]: [i64; 2], coverage: &Coverage, color: Color) {
        let (width, height) = (i64::from(self.pixmap.width()), i64::from(self.pixmap.height()));
        let data = self.pixmap.data_mut();
        for (row, covered) in (y + coverage.top..).zip(coverage.rows()) {
            if !(0..height).contains(&row) {
                continue;
            }
            for (column, &cover) in (x + coverage.left..).zip(covered) {
                if cover == 0 || !(0..width).contains(&column) {
                    continue;
                }
                let at = (row * width + column) as usize * 4;
                for (part, ink) in data[at..at + 3].iter_mut().zip(color.rgb) {
                    let mixed =
                        u32::from(*part) * (255 - u32::from(cover)) + u32::from(ink) * u32::from(cover);
                    *part = ((mixed + 127) / 255) as u8;
                }
            }
        }
    }

    /// Returns the sheet as a PNG that records its resolution; in grey, if it has no colour.
    ///
    /// Rows are not filtered: text on white repeats itself better than the differences of its rows do.
    pub fn encode(self, dpi: u32) -> Result<Vec<u8>, Error> {
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let pixels = self.pixmap.data().as_chunks::<4>().0;
        let grey = pixels.iter().all(|[red, green, blue, _]| red == green && green == blue);
        let (kind, data): (_, Vec<u8>) = if grey {
            (png::ColorType::Grayscale, pixels.iter().map(|pixel| pixel[0]).collect())
        } else {
            (
                png::ColorType::Rgb,
                pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect(),
            )
        };
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(kind);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
        let per_metre = (u64::from(dpi) * 10_000 / 254) as u32;
        let dims = png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter };
        encoder.set_pixel_dims(Some(dims));
        let mut writer = encoder.write_header().map_err(refused)?;
        writer.write_image_data(&data).map_err(refused)?;
        writer.finish().map_err(refused)?;
        Ok(bytes)
    }
}

fn refused(error: png::EncodingError) -> Error {
    Error::Backend { what: "picture", reason: Message::foreign(error.to_string(), "it could not be made") }
}

/// Returns the paint of a colour.
pub fn ink(color: Color) -> Paint<'static> {
    let mut paint = Paint::default();
    let [red, green, blue] = color.rgb;
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// Returns the start and the length of a side in whole pixels, at least one.
fn snapped(start: f32, length: f32) -> (f32, f32) {
    if length <= 1.5 {
        ((start + length / 2.0 - 0.5).round(), 1.0)
    } else {
        let (from, to) = (start.round(), (start + length).round());
        (from, to - from)
    }
}
