//! The ground and border of a frame, behind its content.

use super::list::FrameBox;
use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::Color;
use crate::lines::{Mark, MarkKind, Panel};

impl FrameBox {
    /// Returns its ground and its border, from its top-left corner.
    pub fn marks(&self, origin: Point, height: Pt) -> Vec<Mark> {
        let size = Size { width: self.width, height };
        let area = Rect { origin, size };
        let frame = self.frame;
        let whole = frame.stroke.filter(|stroke| stroke.sides == [true; 4]);
        if frame.radius > Pt::ZERO && (frame.stroke.is_none() || whole.is_some()) {
            let stroke = whole.map(|stroke| (stroke.width, stroke.color));
            let panel = Panel { size, radius: frame.radius, fill: frame.fill, stroke };
            return vec![Mark { at: origin, tag: None, kind: MarkKind::Panel(panel) }];
        }
        let fill = frame.fill.map(|fill| Mark::filled(area, fill));
        let edges = frame.stroke.into_iter().flat_map(|stroke| {
            let edges = border(area, stroke.width).into_iter().zip(stroke.sides);
            edges.filter(|(_, has)| *has).map(move |(edge, _)| Mark::filled(edge, stroke.color))
        });
        fill.into_iter().chain(edges).collect()
    }
}

impl Mark {
    /// Returns a filled rectangle, which is not content.
    pub fn filled(area: Rect, color: Color) -> Mark {
        Mark { at: area.origin, tag: None, kind: MarkKind::Rule { size: area.size, color } }
    }
}

/// The four edges of a border, inside its box: top, right, bottom, left.
fn border(area: Rect, width: Pt) -> [Rect; 4] {
    let (origin, size) = (area.origin, area.size);
    let across = Size { width: size.width, height: width };
    let down = Size { width, height: size.height };
    [
        Rect { origin, size: across },
        Rect { origin: Point { x: area.right() - width, y: origin.y }, size: down },
        Rect { origin: Point { x: origin.x, y: area.bottom() - width }, size: across },
        Rect { origin, size: down },
    ]
}
