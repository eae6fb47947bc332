//! The output intents: sRGB for the screen, with a profile made here (ICC.1:2022; IEC 61966-2-1); offset on coated
//! paper for the press.

use lopdf::{Dictionary, Object, Stream, dictionary};

/// The profile of offset on coated paper, made from Fogra's measurements by `scripts/press-profile.py`.
const COATED: &[u8] = include_bytes!("press/fogra39-small.icc");

/// Writes the intents of a file for a press and their one profile. PDF/X-4 has an intent of its own kind (ISO
/// 15930-7, 6.2.2); PDF/A requires that its own intent have the same profile (ISO 19005-2, 6.2.3).
pub fn press(file: &mut lopdf::Document) -> Vec<Dictionary> {
    let profile = file.add_object(Stream::new(dictionary! { "N" => 4 }, COATED.to_vec()));
    let intent = |kind: &str| {
        dictionary! {
            "Type" => "OutputIntent",
            "S" => kind,
            "OutputCondition" => Object::string_literal("Offset on coated paper, ISO 12647-2:2004"),
            "OutputConditionIdentifier" => Object::string_literal("FOGRA39"),
            "RegistryName" => Object::string_literal("http://www.color.org"),
            "Info" => Object::string_literal("Coated FOGRA39"),
            "DestOutputProfile" => profile,
        }
    };
    vec![intent("GTS_PDFX"), intent("GTS_PDFA1")]
}

/// Writes the intent of a file for the screen and its profile (ISO 19005-2, 6.2.3).
pub fn screen(file: &mut lopdf::Document) -> Dictionary {
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, profile()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    }
}

/// White of the connection space, D50.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];

/// The primaries of sRGB, brought from D65 to D50 by Bradford's matrix.
const PRIMARIES: [([u8; 4], [f64; 3]); 3] = [
    (*b"rXYZ", [0.436_074_7, 0.222_504_5, 0.013_932_2]),
    (*b"gXYZ", [0.385_064_9, 0.716_878_6, 0.097_104_5]),
    (*b"bXYZ", [0.143_080_4, 0.060_616_9, 0.714_173_3]),
];

/// Bradford's matrix from D65 to D50.
const ADAPTATION: [f64; 9] = [
    1.047_811_2,
    0.022_886_6,
    -0.050_127,
    0.029_542_4,
    0.990_484_4,
    -0.017_049_1,
    -0.009_234_5,
    0.015_043_6,
    0.752_131_6,
];

/// Gamma and the four parameters of sRGB's curve: 1/1.055, 0.055/1.055, 1/12.92, 0.04045.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// Returns the profile.
fn profile() -> Vec<u8> {
    let mut tags: Vec<([u8; 4], Vec<u8>)> = vec![
        (*b"desc", unicode("sRGB")),
        (*b"cprt", unicode("CC0")),
        (*b"wtpt", numbers(*b"XYZ ", &[], &WHITE)),
        (*b"chad", numbers(*b"sf32", &[], &ADAPTATION)),
    ];
    tags.extend(PRIMARIES.map(|(tag, xyz)| (tag, numbers(*b"XYZ ", &[], &xyz))));
    let curve = numbers(*b"para", &[0, 3, 0, 0], &CURVE);
    let curves = [*b"rTRC", *b"gTRC", *b"bTRC"];

    let mut table = ((tags.len() + curves.len()) as u32).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * (tags.len() + curves.len());
    let mut enter = |tag: [u8; 4], offset: usize, length: usize| {
        table.extend(tag);
        table.extend(((start + offset) as u32).to_be_bytes());
        table.extend((length as u32).to_be_bytes());
    };
    for (tag, mut value) in tags {
        enter(tag, data.len(), value.len());
        value.resize(value.len().next_multiple_of(4), 0);
        data.extend(value);
    }
    for tag in curves {
        enter(tag, data.len(), curve.len()); // one curve for all three
    }
    data.extend(curve);
    [header(start + data.len()), table, data].concat()
}

/// Returns the header of a display profile of version 4.2, with a fixed date.
fn header(length: usize) -> Vec<u8> {
    let mut header = vec![0; 128];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &(length as u32).to_be_bytes());
    put(8, &[4, 0x20]);
    put(12, b"mntrRGB XYZ ");
    put(24, &[0x07, 0xD0, 0, 1, 0, 1]); // 2000-01-01
    put(36, b"acsp");
    put(68, &WHITE.map(fixed).concat());
    header
}

/// Returns a number with 16 binary places.
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65_536.0).round() as i32).to_be_bytes()
}

fn numbers(kind: [u8; 4], prefix: &[u8], numbers: &[f64]) -> Vec<u8> {
    let mut value = [&kind[..], &[0; 4], prefix].concat();
    value.extend(numbers.iter().copied().flat_map(fixed));
    value
}

/// Returns text in one language.
fn unicode(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let words = [1, 12].map(u32::to_be_bytes).concat(); // one record of 12 bytes
    let place = [units.len() as u32, 28].map(u32::to_be_bytes).concat();
    [b"mluc\0\0\0\0", &words[..], b"enUS", &place, &units].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_says_its_own_length_and_aligns_its_tags() {
        let profile = profile();
        assert_eq!(profile.len(), 480);
        assert_eq!(profile[..4], 480_u32.to_be_bytes());
        for tag in profile[132..132 + 12 * 10].chunks(12) {
            let [.., o3, o2, o1, o0, l3, l2, l1, l0] = *tag else { panic!("short tag") };
            let (offset, length) = ([o3, o2, o1, o0], [l3, l2, l1, l0]);
            let (offset, length) = (u32::from_be_bytes(offset), u32::from_be_bytes(length));
            assert!(offset % 4 == 0 && offset + length <= 480);
        }
    }
}
