//! Glyphs as outlines, for the few that no code of a PDF can stand for.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::Face;
use super::icon::{Icon, Segment};
use crate::geom::Em;

/// Returns the outline of a glyph, its origin in the upper left corner; empty if there is none.
pub fn glyph(face: &Face, id: u16) -> Icon {
    let mut pen = Pen::default();
    if let Ok(font) = FontRef::new(face.bytes())
        && let Some(outline) = font.outline_glyphs().get(GlyphId::from(id))
    {
        let settings = DrawSettings::unhinted(Size::new(1.0), LocationRef::default());
        if outline.draw(settings, &mut pen).is_err() {
            return Icon::default();
        }
    }
    pen.icon
}

/// Takes an outline down; y grows up in a face, and down here.
#[derive(Default)]
struct Pen {
    icon: Icon,
    at: [f32; 2],
}

impl Pen {
    fn to(&mut self, x: f32, y: f32) -> [Em; 2] {
        self.at = [x, y];
        em([x, y])
    }
}

fn em([x, y]: [f32; 2]) -> [Em; 2] {
    [x, -y].map(|part| Em::from_f64(part.into()))
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.to(x, y);
        self.icon.segments.push(Segment::Move(to));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.to(x, y);
        self.icon.segments.push(Segment::Line(to));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let toward = |[from_x, from_y]: [f32; 2]| {
            em([from_x + (cx - from_x) * 2.0 / 3.0, from_y + (cy - from_y) * 2.0 / 3.0])
        };
        let controls = [toward(self.at), toward([x, y])];
        let to = self.to(x, y);
        self.icon.segments.push(Segment::Curve([controls[0], controls[1], to]));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let to = self.to(x, y);
        self.icon.segments.push(Segment::Curve([em([cx0, cy0]), em([cx1, cy1]), to]));
    }

    fn close(&mut self) {
        self.icon.segments.push(Segment::Close);
    }
}
