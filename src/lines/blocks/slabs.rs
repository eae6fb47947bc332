//! Slabs of one thing: a rule, an image.

use crate::boxes::{ImageBox, RuleBox};
use crate::geom::{Point, Pt, Size};
use crate::layout::Align;
use crate::lines::galley::{ImageMark, Mark, MarkKind, Slab};

/// Returns a printed line across the measure.
pub(super) fn rule_slab(rule: RuleBox, measure: Pt) -> Slab {
    let size = Size { width: measure, height: rule.width };
    let mark = Mark { at: Point::default(), tag: None, kind: MarkKind::Rule { size, color: rule.color } };
    let marks = if measure > Pt::ZERO { vec![mark] } else { Vec::new() };
    Slab { height: rule.width, baseline: rule.width / 2 + rule.raise, marks, band: None }
}

/// Returns an image, scaled down if it is wider than allowed.
pub(super) fn image_slab(image: &ImageBox, measure: Pt) -> Slab {
    let mut size = image.size;
    let most = image.most.of(measure);
    if size.width > most && size.width > Pt::ZERO {
        size.height = size.height.scale(most.units(), size.width.units());
        size.width = most;
    }
    let x = match image.align {
        Align::Justify | Align::Start => Pt::ZERO,
        Align::Center => (measure - size.width) / 2,
        Align::End => measure - size.width,
    };
    let (src, crop, radius) = (image.src.clone(), image.crop, image.radius.min(size.width / 2));
    let kind = MarkKind::Image(ImageMark { src, size, crop, radius });
    let mark = Mark { at: Point { x, y: Pt::ZERO }, tag: Some(image.tag), kind };
    Slab { height: size.height, baseline: size.height, marks: vec![mark], band: None }
}
