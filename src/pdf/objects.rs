//! Values of the file.

use lopdf::{Object, StringFormat};

use crate::geom::{Pt, Rect};

/// Returns a text string: ASCII as it is, else UTF-16 with a byte order mark (PDF 32000-1, 7.9.2.2).
pub fn text(text: &str) -> Object {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Object::string_literal(text);
    }
    let units = [0xFEFF].into_iter().chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// Returns a length in points with at most three decimals.
pub fn number(length: Pt) -> Object {
    let rounded = (length.to_f64() * 1000.0).round();
    if rounded % 1000.0 == 0.0 {
        return Object::Integer((rounded / 1000.0) as i64);
    }
    Object::Real((rounded / 1000.0) as f32)
}

/// Returns a rectangle: left, bottom, right, top, with y up from the foot of a page of that height.
pub fn rectangle(rect: Rect, height: Pt) -> Object {
    let sides = [rect.origin.x, height - rect.bottom(), rect.right(), height - rect.origin.y];
    Object::Array(sides.map(number).to_vec())
}
