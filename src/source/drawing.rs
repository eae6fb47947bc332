//! SVG → plain shapes: filled outlines in flat colours, and nothing else. The only user of usvg.
//!
//! A file with anything but shapes (text, pictures, gradients, filters …) is refused, not drawn without it.
//! Anything that could take long or lead outside is refused before usvg sees it.

use crate::diag::{Message, message};
mod guard;

use tiny_skia_path::{Path, PathSegment};
use usvg::{FillRule, Group, ImageHrefResolver, Node, Options, Paint, Tree};

use crate::geom::Em;

/// A picture made of shapes. Its longer side is one em; y grows down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its width and height, the longer of which is one em.
    pub sides: [Em; 2],
    /// Its shapes, in painting order.
    pub shapes: Vec<Shape>,
}

/// A filled outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Red, green, blue.
    pub rgb: [u8; 3],
    /// Whether the even-odd rule is used instead of the nonzero rule.
    pub even_odd: bool,
    /// The outline.
    pub parts: Vec<Part>,
}

/// A part of an outline; each continues from the end of the previous one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Starts a new contour.
    Move([Em; 2]),
    /// A straight line.
    Line([Em; 2]),
    /// A cubic curve: two control points, and its end.
    Curve([[Em; 2]; 3]),
    /// Closes the contour.
    Close,
}

/// The most parts of all outlines together.
const MOST_PARTS: usize = 400_000;
/// How far a point may be from the picture, in ems: farther ones are cut off anyway.
const FARTHEST: f32 = 1000.0;

/// Reads an SVG; also returns its size in CSS pixels (1/96 inch).
///
/// # Errors
/// The reason why it cannot be drawn, in a few words.
pub fn read(bytes: &[u8]) -> Result<(Drawing, [f32; 2]), Message> {
    let text = guard::text(bytes)?;
    let document = guard::document(text)?;
    let options = Options { image_href_resolver: nothing_else(), ..Options::default() };
    let tree = Tree::from_xmltree(&document, &options).map_err(|e| {
        message!("the SVG is damaged: {e}", e = Message::foreign(e.to_string(), "it is malformed"))
    })?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let longer = width.max(height);
    if !(0.01..=100_000.0).contains(&longer) || !(0.001..=1000.0).contains(&(width / height)) {
        return Err("the SVG has no sensible size".into());
    }
    let sides = [width, height].map(|side| Em::from_f64(f64::from(side / longer)));
    let mut pen = Pen { longer, count: 0, drawing: Drawing { sides, shapes: Vec::new() } };
    pen.group(tree.root())?;
    Ok((pen.drawing, [width, height]))
}

/// Finds no file for any reference.
fn nothing_else() -> ImageHrefResolver<'static> {
    ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) }
}

struct Pen {
    /// The longer side of the picture, in its own units.
    longer: f32,
    /// The number of parts.
    count: usize,
    drawing: Drawing,
}

impl Pen {
    fn group(&mut self, group: &Group) -> Result<(), Message> {
        if group.opacity().get() < 1.0 {
            return Err(transparent());
        }
        if group.mask().is_some() || !group.filters().is_empty() || clips(group) {
            return Err(too_much("a clipped or filtered part"));
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group)?,
                Node::Path(path) if path.is_visible() => self.path(path)?,
                Node::Path(_) => {}
                Node::Image(_) | Node::Text(_) => return Err(too_much("text or a picture")),
            }
        }
        Ok(())
    }

    fn path(&mut self, path: &usvg::Path) -> Result<(), Message> {
        let transform = path.abs_transform();
        let mut layers = Vec::new();
        if let Some(fill) = path.fill() {
            let rgb = flat(fill.paint(), fill.opacity().get())?;
            layers.push((rgb, fill.rule() == FillRule::EvenOdd, path.data().clone().transform(transform)));
        }
        if let Some(stroke) = path.stroke() {
            let rgb = flat(stroke.paint(), stroke.opacity().get())?;
            // As fine as the picture may be printed: some 4,000 steps across.
            let (across, down) = transform.get_scale();
            let scale = across.max(down).max(f32::MIN_POSITIVE) * 4000.0 / self.longer;
            let stroke = stroke.to_tiny_skia();
            let dashed = stroke.dash.as_ref().map(|dash| path.data().dash(dash, scale));
            let line = dashed.unwrap_or_else(|| Some(path.data().clone()));
            let outline =
                line.and_then(|line| line.stroke(&stroke, scale)).and_then(|line| line.transform(transform));
            layers.push((rgb, false, outline));
        }
        if path.paint_order() == usvg::PaintOrder::StrokeAndFill {
            layers.reverse();
        }
        for (rgb, even_odd, outline) in layers {
            let Some(outline) = outline else { continue };
            let parts = self.parts(&outline)?;
            self.drawing.shapes.push(Shape { rgb, even_odd, parts });
        }
        Ok(())
    }

    fn parts(&mut self, outline: &Path) -> Result<Vec<Part>, Message> {
        self.count += outline.verbs().len();
        if self.count > MOST_PARTS {
            return Err(message!("the SVG has more than {most} lines and curves", most = MOST_PARTS));
        }
        let place = |point: tiny_skia_path::Point| {
            [point.x, point.y].map(|part| {
                let part = (part / self.longer).clamp(-FARTHEST, FARTHEST);
                Em::from_f64(f64::from(part))
            })
        };
        let third = |from: [Em; 2], to: [Em; 2]| {
            let part = |from: Em, to: Em| {
                Em::from_units(((i64::from(from.units()) + 2 * i64::from(to.units())) / 3) as i32)
            };
            [part(from[0], to[0]), part(from[1], to[1])]
        };
        let mut at = [Em::ZERO; 2];
        let parts = outline.segments().map(|segment| match segment {
            PathSegment::MoveTo(to) => {
                at = place(to);
                Part::Move(at)
            }
            PathSegment::LineTo(to) => {
                at = place(to);
                Part::Line(at)
            }
            PathSegment::QuadTo(over, to) => {
                let (from, over) = (at, place(over));
                at = place(to);
                Part::Curve([third(from, over), third(at, over), at])
            }
            PathSegment::CubicTo(first, second, to) => {
                at = place(to);
                Part::Curve([place(first), place(second), at])
            }
            PathSegment::Close => Part::Close,
        });
        Ok(parts.collect())
    }
}

/// Returns whether a group is visibly clipped: many programs clip to the content anyway.
fn clips(group: &Group) -> bool {
    let Some(clip) = group.clip_path() else { return false };
    let [Node::Path(path)] = clip.root().children() else { return true };
    let (is_rectangle, area) = (path.data().verbs().len() <= 6, path.data().bounds());
    let whole = area.transform(clip.transform().pre_concat(path.abs_transform()));
    let corners = path.data().points().iter().all(|point| {
        (point.x == area.left() || point.x == area.right())
            && (point.y == area.top() || point.y == area.bottom())
    });
    let inside = group.bounding_box();
    let Some(whole) = whole else { return true };
    let covers = whole.left() <= inside.left() + 0.01
        && whole.top() <= inside.top() + 0.01
        && whole.right() >= inside.right() - 0.01
        && whole.bottom() >= inside.bottom() - 0.01;
    !(is_rectangle && corners && covers && clip.clip_path().is_none())
}

fn flat(paint: &Paint, opacity: f32) -> Result<[u8; 3], Message> {
    match paint {
        Paint::Color(_) if opacity < 1.0 => Err(transparent()),
        Paint::Color(color) => Ok([color.red, color.green, color.blue]),
        _ => Err(too_much("a gradient or a pattern")),
    }
}

fn transparent() -> Message {
    too_much("a transparent part")
}

fn too_much(what: &'static str) -> Message {
    message!(
        "the SVG has {what}, and only plain shapes in flat colours can be drawn; export it as a PNG",
        what = Message::from(what)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inside: &str) -> Result<Drawing, Message> {
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>{inside}</svg>");
        read(text.as_bytes()).map(|(drawing, _)| drawing)
    }

    #[test]
    fn shapes_become_outlines_of_a_picture_one_em_wide() {
        let drawing = svg("<rect x='10' width='10' height='10' fill='#f00'/>").unwrap();
        assert_eq!(drawing.sides, [Em::ONE, Em::ratio(1, 2)]);
        let (half, one) = (Em::ratio(1, 2), Em::ONE);
        assert_eq!(drawing.shapes[0].rgb, [255, 0, 0]);
        let corners = [[one, Em::ZERO], [one, half], [half, half]].map(Part::Line);
        let parts = [&[Part::Move([half, Em::ZERO])][..], &corners, &[Part::Close]].concat();
        assert_eq!(drawing.shapes[0].parts, parts);
    }

    #[test]
    fn strokes_styles_and_uses_are_shapes_too() {
        let drawing = svg("<style>.a{stroke:#00f;fill:none}</style><defs><path id='p' d='M0 5H20'/></defs>\
             <g class='a' stroke-width='2' stroke-dasharray='4 1'><use href='#p'/></g>");
        let drawing = drawing.unwrap();
        assert_eq!((drawing.shapes.len(), drawing.shapes[0].rgb), (1, [0, 0, 255]));
        assert!(drawing.shapes[0].parts.iter().filter(|part| matches!(part, Part::Move(_))).count() >= 4);
        let clipped = "<clipPath id='c'><rect width='20' height='10'/></clipPath>\
             <g clip-path='url(#c)'><circle cx='5' cy='5' r='4'/></g>";
        assert_eq!(svg(clipped).unwrap().shapes.len(), 1);
    }

    #[test]
    fn what_shapes_cannot_say_is_refused() {
        let refused = |inside: &str, word: &str| {
            let reason = svg(inside).unwrap_err();
            assert!(reason.contains(word), "{inside}: {reason}");
        };
        refused("<rect width='9' height='9' opacity='.5'/>", "transparent");
        refused("<rect width='9' height='9' fill='#12345678'/>", "transparent");
        refused("<text>a</text>", "<text>");
        refused("<image href='/etc/passwd'/>", "<image>");
        refused(
            "<linearGradient id='g'><stop/><stop offset='1' stop-color='red'/></linearGradient>\
             <rect width='9' height='9' fill='url(#g)'/>",
            "gradient",
        );
        refused(
            "<clipPath id='c'><circle r='4'/></clipPath><g clip-path='url(#c)'><rect width='9' height='9'/></g>",
            "clipped",
        );
        refused("<path d='M0 0'", "damaged");
        refused(&"<g>".repeat(5000), "damaged");
    }
}
