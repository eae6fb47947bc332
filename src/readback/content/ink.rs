//! The colour that text is filled with (PDF 32000-1, 8.6), accurate enough to tell colours apart.

use lopdf::Object;

use crate::readback::file::number;

/// Returns the colour that an operator sets as red, green and blue; `None` if it sets no colour itself.
pub fn of(operator: &str, operands: &[Object]) -> Option<[u8; 3]> {
    match operator {
        // Every space begins with its black, or nearly so.
        "cs" => return Some([0; 3]),
        "g" | "rg" | "k" | "sc" | "scn" => {}
        _ => return None,
    }
    let numbers: Vec<f64> = operands.iter().take(4).filter_map(number).collect();
    let byte = |share: f64| (share.clamp(0.0, 1.0) * 255.0).round() as u8;
    match *numbers.as_slice() {
        [grey] => Some([byte(grey); 3]),
        [red, green, blue] => Some([red, green, blue].map(byte)),
        [cyan, magenta, yellow, black] => Some([cyan, magenta, yellow].map(|ink| byte(1.0 - ink - black))),
        _ => None,
    }
}
