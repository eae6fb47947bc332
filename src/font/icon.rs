//! The icons of contacts and sections: outlines of a few kilobytes in all, read when used.

mod arc;

use std::sync::{LazyLock, OnceLock};

use svgtypes::{PathParser, PathSegment};

use crate::geom::Em;
use crate::model::{ContactKind, SectionKind};
use arc::Pair;

/// An outline in a square of one em, x to the right and y down, to be filled by the nonzero rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Icon {
    /// Its parts in order.
    pub segments: Vec<Segment>,
}

/// A part of an outline; each continues from the end of the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Starts a new contour.
    Move([Em; 2]),
    /// A straight line.
    Line([Em; 2]),
    /// A cubic curve: two control points, and its end.
    Curve([[Em; 2]; 3]),
    /// Closes the contour.
    Close,
}

/// An icon that is read when it is first requested.
type Drawn = OnceLock<Option<Icon>>;

/// Returns the icon of a kind of contact; `None` only if its drawing cannot be read.
pub fn outline(kind: ContactKind) -> Option<&'static Icon> {
    static ICONS: [Drawn; ContactKind::NAMES.len()] = [const { Drawn::new() }; ContactKind::NAMES.len()];
    ICONS.get(kind as usize)?.get_or_init(|| read(drawing(kind))).as_ref()
}

/// Returns the icon of a kind of section; `None` only if its drawing cannot be read.
pub fn of_section(kind: SectionKind) -> Option<&'static Icon> {
    static ICONS: [Drawn; SectionKind::NAMES.len()] = [const { Drawn::new() }; SectionKind::NAMES.len()];
    ICONS.get(kind as usize)?.get_or_init(|| read(section_drawing(kind))).as_ref()
}

fn read(svg: &str) -> Option<Icon> {
    let side = attribute(svg, " viewBox=\"")?.split_ascii_whitespace().nth(2)?.parse().ok()?;
    let mut pen = Pen { side, ..Pen::default() };
    for segment in PathParser::from(attribute(svg, " d=\"")?) {
        pen.draw(segment.ok()?);
    }
    Some(pen.icon)
}

/// Returns a disc that fills the square, made of four curves.
pub fn disc() -> &'static Icon {
    static DISC: LazyLock<Icon> = LazyLock::new(round);
    &DISC
}

fn round() -> Icon {
    // The control points of a quarter circle are 0.5523 of its radius from its ends.
    let (least, near, middle, far, most) =
        (Em::ZERO, Em::ratio(22_385, 100_000), Em::ratio(1, 2), Em::ratio(77_615, 100_000), Em::ONE);
    let segments = vec![
        Segment::Move([most, middle]),
        Segment::Curve([[most, far], [far, most], [middle, most]]),
        Segment::Curve([[near, most], [least, far], [least, middle]]),
        Segment::Curve([[least, near], [near, least], [middle, least]]),
        Segment::Curve([[far, least], [most, near], [most, middle]]),
        Segment::Close,
    ];
    Icon { segments }
}

/// Returns the value of the first attribute that begins with `opening`.
fn attribute<'a>(svg: &'a str, opening: &str) -> Option<&'a str> {
    let (_, rest) = svg.split_once(opening)?;
    rest.split_once('"').map(|(value, _)| value)
}

macro_rules! svg {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/icons/", $name, ".svg"))
    };
}

/// Returns the drawing for a kind; a place of one's own on the web without a logo is a link.
fn drawing(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Phone => svg!("phosphor-fill/phone-fill"),
        ContactKind::Email => svg!("phosphor-fill/envelope-simple-fill"),
        ContactKind::Website => svg!("phosphor-fill/globe-fill"),
        ContactKind::Location => svg!("phosphor-fill/map-pin-fill"),
        ContactKind::Linkedin => svg!("phosphor-fill/linkedin-logo-fill"),
        ContactKind::Medium => svg!("phosphor-fill/medium-logo-fill"),
        ContactKind::Whatsapp => svg!("phosphor-fill/whatsapp-logo-fill"),
        ContactKind::Github => svg!("simple/github"),
        ContactKind::Gitee => svg!("simple/gitee"),
        ContactKind::Gitlab => svg!("simple/gitlab"),
        ContactKind::Juejin => svg!("simple/juejin"),
        ContactKind::Zhihu => svg!("simple/zhihu"),
        ContactKind::Csdn => svg!("simple/csdn"),
        ContactKind::Leetcode => svg!("simple/leetcode"),
        ContactKind::Bilibili => svg!("simple/bilibili"),
        ContactKind::Stackoverflow => svg!("simple/stackoverflow"),
        ContactKind::X => svg!("simple/x"),
        ContactKind::Telegram => svg!("simple/telegram"),
        ContactKind::Qiita => svg!("simple/qiita"),
        ContactKind::Zenn => svg!("simple/zenn"),
        ContactKind::Orcid => svg!("simple/orcid"),
        ContactKind::Scholar => svg!("simple/googlescholar"),
        ContactKind::Wechat => svg!("simple/wechat"),
        ContactKind::Qq => svg!("simple/qq"),
        ContactKind::Line => svg!("simple/line"),
        ContactKind::Kakao => svg!("simple/kakaotalk"),
    }
}

/// Returns the drawing for a kind of section.
fn section_drawing(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Personal => svg!("phosphor-fill/identification-card-fill"),
        SectionKind::Summary => svg!("phosphor-fill/user-fill"),
        SectionKind::Work => svg!("phosphor-fill/briefcase-fill"),
        SectionKind::Education => svg!("phosphor-fill/graduation-cap-fill"),
        SectionKind::Projects => svg!("phosphor-fill/code-fill"),
        SectionKind::Skills => svg!("phosphor-fill/wrench-fill"),
        SectionKind::Awards => svg!("phosphor-fill/trophy-fill"),
        SectionKind::Certificates => svg!("phosphor-fill/certificate-fill"),
        SectionKind::Publications => svg!("phosphor-fill/book-open-fill"),
        SectionKind::Volunteer => svg!("phosphor-fill/flag-fill"),
        SectionKind::Languages => svg!("phosphor-fill/translate-fill"),
        SectionKind::Interests | SectionKind::References | SectionKind::Other => {
            svg!("phosphor-fill/star-fill")
        }
    }
}

/// Draws path commands (SVG 2, 9.3) as moves, lines and cubic curves.
#[derive(Default)]
struct Pen {
    icon: Icon,
    /// The side of the drawing's square.
    side: f64,
    at: Pair,
    /// Where the contour began.
    start: Pair,
    /// The last control point, for smooth curves: cubic, quadratic.
    cubic: Option<Pair>,
    quadratic: Option<Pair>,
}

impl Pen {
    fn draw(&mut self, segment: PathSegment) {
        let (cubic, quadratic) = (self.cubic.take(), self.quadratic.take());
        let base = if segment.is_abs() { [0.0; 2] } else { self.at };
        let point = |x: f64, y: f64| [base[0] + x, base[1] + y];
        match segment {
            PathSegment::MoveTo { x, y, .. } => {
                self.at = point(x, y);
                self.start = self.at;
                let to = self.em(self.at);
                self.icon.segments.push(Segment::Move(to));
            }
            PathSegment::LineTo { x, y, .. } => self.line(point(x, y)),
            PathSegment::HorizontalLineTo { x, .. } => self.line([base[0] + x, self.at[1]]),
            PathSegment::VerticalLineTo { y, .. } => self.line([self.at[0], base[1] + y]),
            PathSegment::CurveTo { x1, y1, x2, y2, x, y, .. } => {
                self.curve([point(x1, y1), point(x2, y2), point(x, y)]);
            }
            PathSegment::SmoothCurveTo { x2, y2, x, y, .. } => {
                let first = self.mirrored(cubic);
                self.curve([first, point(x2, y2), point(x, y)]);
            }
            PathSegment::Quadratic { x1, y1, x, y, .. } => self.quadratic(point(x1, y1), point(x, y)),
            PathSegment::SmoothQuadratic { x, y, .. } => {
                let control = self.mirrored(quadratic);
                self.quadratic(control, point(x, y));
            }
            PathSegment::EllipticalArc { rx, ry, x_axis_rotation, large_arc, sweep, x, y, .. } => {
                let arc = arc::Arc { radii: [rx, ry], rotation: x_axis_rotation, large_arc, sweep };
                let end = point(x, y);
                for curve in arc.curves(self.at, end) {
                    self.curve(curve);
                }
                self.cubic = None;
                if self.at != end {
                    self.line(end);
                }
            }
            PathSegment::ClosePath { .. } => {
                self.at = self.start;
                self.icon.segments.push(Segment::Close);
            }
        }
    }

    fn line(&mut self, to: Pair) {
        self.at = to;
        let to = self.em(to);
        self.icon.segments.push(Segment::Line(to));
    }

    fn curve(&mut self, points: [Pair; 3]) {
        self.at = points[2];
        self.cubic = Some(points[1]);
        let points = points.map(|point| self.em(point));
        self.icon.segments.push(Segment::Curve(points));
    }

    /// Raises a quadratic curve to a cubic one.
    fn quadratic(&mut self, control: Pair, end: Pair) {
        let toward = |from: Pair| {
            [from[0] + (control[0] - from[0]) * 2.0 / 3.0, from[1] + (control[1] - from[1]) * 2.0 / 3.0]
        };
        self.curve([toward(self.at), toward(end), end]);
        (self.cubic, self.quadratic) = (None, Some(control));
    }

    /// Returns a control point mirrored at the pen; the pen itself if there is none.
    fn mirrored(&self, control: Option<Pair>) -> Pair {
        control.map_or(self.at, |c| [2.0 * self.at[0] - c[0], 2.0 * self.at[1] - c[1]])
    }

    fn em(&self, point: Pair) -> [Em; 2] {
        point.map(|part| Em::from_f64(part / self.side))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_an_icon_inside_its_square() {
        let contacts = ContactKind::NAMES.map(|(name, kind)| (name, outline(kind)));
        let sections = SectionKind::NAMES.map(|(name, kind)| (name, of_section(kind)));
        for (name, icon) in contacts.into_iter().chain(sections) {
            let icon = icon.expect(name);
            assert!(icon.segments.len() > 5, "{name}");
            let ends = icon.segments.iter().filter_map(|segment| match segment {
                Segment::Move(to) | Segment::Line(to) | Segment::Curve([_, _, to]) => Some(*to),
                Segment::Close => None,
            });
            for part in ends.flatten() {
                assert!((-0.02..=1.02).contains(&part.to_f64()), "{name}: {part:?}");
            }
        }
    }

    #[test]
    fn smooth_curves_mirror_the_control_point_before_them() {
        let mut pen = Pen { side: 10.0, ..Pen::default() };
        for segment in PathParser::from("M0 0C0 5 5 5 5 0S10-5 10 0").flatten() {
            pen.draw(segment);
        }
        let Some(Segment::Curve([first, ..])) = pen.icon.segments.last() else { panic!("no curve") };
        assert_eq!(*first, [Em::from_f64(0.5), Em::from_f64(-0.5)]);
    }
}
