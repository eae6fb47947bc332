//! The content stream of a page: its marks as operators (PDF 32000-1, annex A).

mod operators;
mod text;
mod writer;

use super::groups::{Group, Owner};
use super::press::{Ink, crop_marks};
use crate::boxes::structure::Role;
use crate::font::icon::{Icon, Segment};
use crate::geom::{Em, Point, Pt, Rect, Size};
use crate::image::{Area, areas};
use crate::layout::Color;
use crate::lines::{ImageMark, MarkKind, Panel, PathMark, Step, rounded};
use crate::pages::Page;
use operators::{Operators, thousandths};
pub use writer::Shared;
use writer::{TextState, Writer};

/// Returns the content stream of a page, given with its number.
pub fn write((number, page): (usize, &Page), groups: &[Group], shared: &Shared) -> Vec<u8> {
    let mut writer = Writer {
        number,
        out: Operators::default(),
        height: page.size.height,
        fill: None,
        text: TextState::default(),
        shared,
    };
    for group in groups {
        writer.group(page, group);
    }
    if shared.inks.is_some() {
        writer.crop_marks(page);
    }
    writer.out.finish()
}

impl Writer<'_> {
    fn group(&mut self, page: &Page, group: &Group) {
        match group.owner {
            Owner::Layout => self.out.raw("/Artifact<</Type/Layout>>BDC\n"),
            Owner::Pagination => self.out.raw("/Artifact<</Type/Pagination>>BDC\n"),
            Owner::Element { tag, link, mcid } => {
                let role = if link.is_some() { Role::Link } else { self.shared.structure.node(tag).role };
                self.out.put(format_args!("/{}<</MCID {mcid}>>BDC\n", super::tags::name(role)));
            }
        }
        let marks = page.marks.get(group.marks.clone()).unwrap_or_default();
        for (at, mark) in group.marks.clone().zip(marks) {
            if !matches!(mark.kind, MarkKind::Glyphs(_)) {
                self.end_text();
            }
            match &mark.kind {
                MarkKind::Glyphs(run) => self.run(at, mark.at, run),
                MarkKind::Rule { size, color } => self.rule(Rect { origin: mark.at, size: *size }, *color),
                MarkKind::Path(path) => self.icon(mark.at, path),
                MarkKind::Panel(panel) => self.panel(mark.at, panel),
                MarkKind::Image(image) => self.image(mark.at, image),
            }
        }
        self.end_text();
        self.out.raw("EMC\n");
    }

    /// Draws the crop marks, which belong to the sheet and not to its content (PDF 32000-1, 14.8.2.2.2).
    fn crop_marks(&mut self, page: &Page) {
        self.out.raw("/Artifact<</Type/Page>>BDC\n");
        for mark in crop_marks(page) {
            self.rule(mark, Color::BLACK);
        }
        self.out.raw("EMC\n");
    }

    fn rule(&mut self, rect: Rect, color: Color) {
        self.fill(color);
        self.rectangle(rect);
        self.out.op("f");
    }

    fn icon(&mut self, at: Point, path: &PathMark) {
        if let Some(icon) = path.outline() {
            self.outline(at, icon, path.size, path.color);
        }
    }

    /// Fills an outline at a size.
    fn outline(&mut self, at: Point, outline: &Icon, size: Pt, color: Color) {
        if outline.segments.is_empty() {
            return;
        }
        self.fill(color);
        let place = |[x, y]: [Em; 2]| Point { x: at.x + x.of(size), y: at.y + y.of(size) };
        for segment in &outline.segments {
            match *segment {
                Segment::Move(to) => self.points(&[place(to)], "m"),
                Segment::Line(to) => self.points(&[place(to)], "l"),
                Segment::Curve(points) => self.points(&points.map(place), "c"),
                Segment::Close => self.out.op("h"),
            }
        }
        self.out.op("f");
    }

    /// Draws the whole picture, scaled so that its visible part fills the place, and clips the rest.
    fn image(&mut self, at: Point, image: &ImageMark) {
        let Some(picture) = self.shared.pictures.get(&image.src) else { return };
        let whole = image.whole(at, picture.pixels);
        let visible = Rect { origin: at, size: image.size };
        self.out.op("q");
        if image.radius > Pt::ZERO {
            self.steps(&rounded(visible, image.radius));
            self.out.raw("W n\n");
        } else if visible != whole || picture.drawing.is_some() {
            self.rectangle(visible);
            self.out.raw("W n\n");
        }
        match &picture.drawing {
            Some(drawing) => {
                let before = self.fill;
                self.areas(&areas(drawing, whole));
                self.fill = before;
            }
            None => {
                self.turn(whole, picture.orientation);
                self.out.put(format_args!("/I{} Do\n", picture.number));
            }
        }
        self.out.op("Q");
    }

    /// Maps the unit square, which a picture fills as it is stored, onto the place in which it is shown the right
    /// way up.
    fn turn(&mut self, place: Rect, orientation: u8) {
        // Where the lower left corner goes, and the directions to its right and upwards (PDF 32000-1, 8.3.4).
        let [a, b, c, d, e, f] = match orientation {
            2 => [-1, 0, 0, 1, 1, 0],
            3 => [-1, 0, 0, -1, 1, 1],
            4 => [1, 0, 0, -1, 0, 1],
            5 => [0, -1, -1, 0, 1, 1],
            6 => [0, -1, 1, 0, 0, 1],
            7 => [0, 1, 1, 0, 0, 0],
            8 => [0, 1, -1, 0, 1, 0],
            _ => [1, 0, 0, 1, 0, 0],
        };
        let Size { width, height } = place.size;
        let (left, foot) = (place.origin.x, self.height - place.bottom());
        let matrix = [width * a, height * b, width * c, height * d, left + width * e, foot + height * f];
        matrix.into_iter().for_each(|part| self.out.number(thousandths(part)));
        self.out.op("cm");
    }

    fn areas(&mut self, areas: &[Area]) {
        for area in areas {
            self.fill(area.color);
            self.steps(&area.steps);
            self.out.op(if area.even_odd { "f*" } else { "f" });
        }
    }

    fn panel(&mut self, at: Point, panel: &Panel) {
        for (color, steps) in panel.shapes(at) {
            self.fill(color);
            self.steps(&steps);
            self.out.op("f");
        }
    }

    /// Adds an outline to the path.
    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            match *step {
                Step::Move(to) => self.points(&[to], "m"),
                Step::Line(to) => self.points(&[to], "l"),
                Step::Curve(points) => self.points(&points, "c"),
                Step::Close => self.out.op("h"),
            }
        }
    }

    fn rectangle(&mut self, rect: Rect) {
        self.point(Point { x: rect.origin.x, y: rect.bottom() });
        self.out.number(thousandths(rect.size.width));
        self.out.number(thousandths(rect.size.height));
        self.out.op("re");
    }

    fn points(&mut self, points: &[Point], operator: &str) {
        for &point in points {
            self.point(point);
        }
        self.out.op(operator);
    }

    fn point(&mut self, point: Point) {
        self.out.number(thousandths(point.x));
        self.out.number(thousandths(self.height - point.y));
    }

    /// Sets the ink. A grey is written as a grey: a press prints it with black ink only.
    fn fill(&mut self, color: Color) {
        if self.fill.replace(color) != Some(color) {
            self.ink(color, ["g", "rg", "k"]);
        }
    }

    fn ink(&mut self, color: Color, [gray, rgb, cmyk]: [&str; 3]) {
        if let Some(inks) = self.shared.inks {
            match Ink::of(color, inks) {
                Ink::Gray(part) => {
                    self.out.number(part);
                    self.out.op(gray);
                }
                Ink::Process(parts) => {
                    parts.into_iter().for_each(|part| self.out.number(part));
                    self.out.op(cmyk);
                }
            }
            return;
        }
        let part = |byte: u8| (i64::from(byte) * 1000 + 127) / 255;
        if color.is_gray() {
            self.out.number(part(color.rgb[0]));
            self.out.op(gray);
        } else {
            color.rgb.iter().for_each(|&byte| self.out.number(part(byte)));
            self.out.op(rgb);
        }
    }
}
