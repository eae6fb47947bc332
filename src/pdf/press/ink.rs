//! Light → ink.
//!
//! A colour is printed with the inks that its layout declares. A colour without declared inks is converted as in
//! PDF 32000-1, 10.3.4, with all grey taken out of the colours and printed in black: the black of an RGB colour is
//! what its brightest component lacks of white, and each other ink is what its component lacks beyond that. Grey
//! stays grey, which a press prints with black alone.

use crate::image::Pixels;
use crate::layout::Color;

/// The inks of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inks {
    /// Cyan, magenta, yellow and black.
    Process,
    /// Black alone, which is cheaper: colours become grey, and dark ones black, so that small type is
    /// not ragged.
    Black,
}

/// A colour as a press prints it, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A grey, from 0 (black ink) to 1000 (paper).
    Gray(i64),
    /// Cyan, magenta, yellow, black, from 0 (none) to 1000.
    Process([i64; 4]),
}

/// The greatest difference between the components of a colour that is taken for a grey: small type in several inks
/// is blurred as soon as the plates are slightly misaligned.
const NEUTRAL: u8 = 16;
/// A grey this dark is printed as solid black, since type in a screened black is ragged.
const SOLID: u8 = 51;
/// A colour this dark is printed as solid black where black is the only ink.
const DARK: u8 = 128;

impl Ink {
    /// Returns a colour as a press prints it.
    pub fn of(color: Color, inks: Inks) -> Ink {
        match (Ink::process(color), inks) {
            (Ink::Process(_), Inks::Black) => {
                let grey = luminance(color.rgb);
                Ink::Gray(if grey <= DARK { 0 } else { thousandths(grey) })
            }
            (ink, _) => ink,
        }
    }

    fn process(color: Color) -> Ink {
        match color.cmyk {
            Some([0, 0, 0, black]) => Ink::Gray(1000 - percent(black)),
            Some(inks) => Ink::Process(inks.map(percent)),
            None => Ink::converted(color.rgb),
        }
    }

    fn converted(rgb: [u8; 3]) -> Ink {
        let [darkest, brightest] =
            [rgb.into_iter().min(), rgb.into_iter().max()].map(Option::unwrap_or_default);
        if brightest == darkest {
            return Ink::Gray(thousandths(darkest));
        }
        if brightest - darkest <= NEUTRAL {
            let grey = luminance(rgb);
            return Ink::Gray(if grey <= SOLID { 0 } else { thousandths(grey) });
        }
        Ink::Process(inks(rgb).map(thousandths))
    }
}

/// Converts a fraction of 255 into thousandths.
fn thousandths(byte: u8) -> i64 {
    (i64::from(byte) * 1000 + 127) / 255
}

fn percent(ink: u8) -> i64 {
    i64::from(ink.min(100)) * 10
}

/// Returns the brightness of a colour, by the weights of PDF 32000-1, 10.3.2.
fn luminance([red, green, blue]: [u8; 3]) -> u8 {
    ((u32::from(red) * 30 + u32::from(green) * 59 + u32::from(blue) * 11 + 50) / 100) as u8
}

/// Returns the inks of a colour, from 0 to 255.
fn inks([red, green, blue]: [u8; 3]) -> [u8; 4] {
    let brightest = red.max(green).max(blue);
    [brightest - red, brightest - green, brightest - blue, 255 - brightest]
}

/// Returns a picture as a press prints it, on white paper, since ink has no alpha: in one channel of grey if it has
/// no colour or black is the only ink, else in four inks.
pub fn flat(pixels: &Pixels, with: Inks) -> (usize, Vec<u8>) {
    let colours: Vec<[u8; 3]> = pixels.data.chunks_exact(pixels.channels.max(1)).map(on_white).collect();
    if colours.iter().all(|[red, green, blue]| red == green && green == blue) {
        return (1, colours.into_iter().map(|[grey, ..]| grey).collect());
    }
    match with {
        Inks::Process => (4, colours.into_iter().flat_map(inks).collect()),
        Inks::Black => (1, colours.into_iter().map(luminance).collect()),
    }
}

fn on_white(pixel: &[u8]) -> [u8; 3] {
    let over = |part: u8, alpha: u8| {
        let (part, alpha) = (u32::from(part), u32::from(alpha));
        ((part * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    match *pixel {
        [grey] => [grey; 3],
        [grey, alpha] => [over(grey, alpha); 3],
        [red, green, blue] => [red, green, blue],
        [red, green, blue, alpha] => [red, green, blue].map(|part| over(part, alpha)),
        _ => [255; 3],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rgb: [u8; 3], cmyk: Option<[u8; 4]>) -> Ink {
        Ink::of(Color { rgb, cmyk }, Inks::Process)
    }

    #[test]
    fn declared_inks_are_printed_as_they_are() {
        assert_eq!(of([31, 78, 121], Some([85, 55, 20, 25])), Ink::Process([850, 550, 200, 250]));
        assert_eq!(of([89, 89, 89], Some([0, 0, 0, 75])), Ink::Gray(250));
    }

    #[test]
    fn other_colours_are_converted_and_greys_stay_grey() {
        assert_eq!(of([0, 0, 0], None), Ink::Gray(0));
        assert_eq!(of([255, 255, 255], None), Ink::Gray(1000));
        assert_eq!(of([0x20, 0x24, 0x2A], None), Ink::Gray(0));
        assert_eq!(of([0x55, 0x5B, 0x63], None), Ink::Gray(353));
        assert_eq!(of([255, 0, 0], None), Ink::Process([0, 1000, 1000, 0]));
        assert_eq!(of([0, 0, 51], None), Ink::Process([200, 200, 0, 800]));
    }

    #[test]
    fn black_alone_makes_dark_colours_black_and_light_ones_grey() {
        let black = |rgb, cmyk| Ink::of(Color { rgb, cmyk }, Inks::Black);
        assert_eq!(black([31, 78, 121], Some([85, 55, 20, 25])), Ink::Gray(0));
        assert_eq!(black([0xDF, 0xE7, 0xE6], Some([12, 4, 8, 0])), Ink::Gray(894));
        assert_eq!(black([89, 89, 89], Some([0, 0, 0, 75])), Ink::Gray(250), "a grey stays as declared");
        assert_eq!(black([255, 0, 0], None), Ink::Gray(0));
    }

    #[test]
    fn no_colour_takes_more_than_three_inks_together() {
        for part in 0..=255_u8 {
            let sum = |rgb| inks(rgb).iter().map(|&ink| u32::from(ink)).sum::<u32>();
            assert!(sum([part, 0, 0]) <= 3 * 255 && sum([255, part, 0]) <= 3 * 255);
        }
    }

    #[test]
    fn pictures_lose_their_alpha_and_grey_ones_their_colours() {
        let pixels = |channels, data: &[u8]| Pixels { width: 2, height: 1, channels, data: data.to_vec() };
        let with_process = |pixels| flat(&pixels, Inks::Process);
        assert_eq!(with_process(pixels(4, &[9, 9, 9, 0, 0, 0, 0, 255])), (1, vec![255, 0]));
        let red = || pixels(3, &[255, 0, 0, 255, 255, 255]);
        assert_eq!(with_process(red()), (4, vec![0, 255, 255, 0, 0, 0, 0, 0]));
        assert_eq!(flat(&red(), Inks::Black), (1, vec![77, 255]));
    }
}
