//! Colours: names, `#rrggbb`, and inks for print.

use crate::diag::message;
use std::collections::BTreeMap;

use super::scope::{Limit, Scope};
use crate::layout::Color;
use crate::layout::file::schema::{Ink, Inks};
use crate::layout::file::{At, Key, Or};

const PERCENT: Limit = Limit::factor(0.0, 100.0);

/// Returns the colours that a layout names.
pub fn palette(
    file: &BTreeMap<String, Key<Or<Inks, String>>>,
    scope: &mut Scope<'_>,
) -> BTreeMap<String, Color> {
    let mut palette = BTreeMap::new();
    for (name, key) in file {
        let Some(at) = key.at() else { continue };
        let color = match &at.value {
            Or::Plain(text) => hex(at, text, scope),
            Or::Table(inks) => Some(printed(at, inks, scope)),
        };
        palette.insert(name.clone(), color.unwrap_or_default());
    }
    palette
}

fn printed<T>(at: &At<T>, inks: &Inks, scope: &mut Scope<'_>) -> Color {
    let rgb = match inks.rgb.at() {
        Some(rgb) => hex(rgb, &rgb.value, scope).unwrap_or_default().rgb,
        None => {
            scope.wrong(
                at,
                "has no `rgb`",
                "a colour for print needs one for the screen too: rgb = \"#1f4e79\"",
            );
            [0; 3]
        }
    };
    let cmyk = inks.cmyk.at().and_then(|cmyk| match cmyk.value.as_slice() {
        [c, m, y, k] => Some([c, m, y, k].map(|ink| scope.factor(ink, PERCENT) as u8)),
        _ => {
            scope.wrong(
                cmyk,
                "is not four inks",
                "cyan, magenta, yellow, black in percent: [85, 55, 20, 25]",
            );
            None
        }
    });
    Color { rgb, cmyk }
}

/// Returns the colour of a key: a name of the palette, or `#rrggbb`; `None` if it is not set.
pub fn of(key: &Ink, scope: &mut Scope<'_>) -> Option<Color> {
    let at = key.at()?;
    let name = at.value.as_str();
    if name.starts_with('#') {
        return hex(at, name, scope);
    }
    let color = scope.colors.get(name).copied();
    if color.is_none() {
        let known: Vec<String> = scope.colors.keys().cloned().collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        scope.unknown(at, "colour", name, &known);
    }
    color
}

fn hex<T>(at: &At<T>, text: &str, scope: &mut Scope<'_>) -> Option<Color> {
    let color = parse(text);
    if color.is_none() {
        scope.wrong(at, message!("cannot be \"{text}\"", text), "a colour looks like #rgb or #rrggbb");
    }
    color
}

/// Reads `#rgb` and `#rrggbb`.
fn parse(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#')?;
    let digits: Vec<u8> = digits.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    let rgb = match *digits.as_slice() {
        [r, g, b] => [r * 17, g * 17, b * 17],
        [r, s, g, h, b, c] => [r * 16 + s, g * 16 + h, b * 16 + c],
        _ => return None,
    };
    Some(Color { rgb, cmyk: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_have_three_or_six_digits() {
        let rgb = |text| parse(text).map(|color| color.rgb);
        assert_eq!(rgb("#1f4e79"), Some([0x1f, 0x4e, 0x79]));
        assert_eq!(rgb("#FA0"), Some([0xff, 0xaa, 0x00]));
        for wrong in ["", "#", "#zzz", "#12345", "#1234567", "1f4e79", "#１２３"] {
            assert_eq!(rgb(wrong), None, "{wrong:?}");
        }
    }
}
