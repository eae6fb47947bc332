//! A face in which every glyph is one em wide, so that line breaks can be checked by hand. The
//! space is a quarter em; opening marks have their ink at the right, all others at the left.

use std::sync::OnceLock;

use crate::font::FontBook;
use crate::lines::text::class::Class;

/// Returns a book of the square face, family "Square".
pub fn book() -> &'static FontBook {
    static BOOK: OnceLock<FontBook> = OnceLock::new();
    BOOK.get_or_init(|| make(ink))
}

/// Returns a book of the same face, but with stops in the middle of their em, as Taipei has them.
pub fn with_stops_in_the_middle() -> &'static FontBook {
    static BOOK: OnceLock<FontBook> = OnceLock::new();
    BOOK.get_or_init(|| {
        make(|code| match char::from_u32(code).map(Class::of) {
            Some(Class::St | Class::Sc | Class::Fs | Class::Fq) => (396, 591),
            _ => ink(code),
        })
    })
}

fn make(ink: impl Fn(u32) -> (i32, i32)) -> FontBook {
    let (glyf, loca) = outlines(&ink);
    let bearings: Vec<i32> = (3..65_535).map(|code| ink(code).0).collect();
    let tables: [(&[u8; 4], Vec<u8>); 8] = [
        (b"cmap", cmap()),
        (b"glyf", glyf),
        (b"head", head()),
        (b"hhea", words(&[1, 0, 880, -120, 0, 1000, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3])),
        (b"hmtx", [words(&[1000, 0, 250, 0, 1000, 0]), words(&bearings)].concat()),
        (b"loca", loca),
        (b"maxp", [vec![0, 1, 0, 0, 0xff, 0xff], vec![0; 26]].concat()),
        (b"name", name()),
    ];
    FontBook::from_bytes(file(&tables)).expect("the square face is a font")
}

fn words(values: &[i32]) -> Vec<u8> {
    values.iter().flat_map(|&value| (value as u16).to_be_bytes()).collect()
}

fn file(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut out = [vec![0, 1, 0, 0], words(&[tables.len() as i32, 128, 3, 0])].concat();
    let mut offset = 12 + 16 * tables.len();
    for (tag, table) in tables {
        out.extend_from_slice(*tag);
        out.extend([0; 4]);
        out.extend((offset as u32).to_be_bytes());
        out.extend((table.len() as u32).to_be_bytes());
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend_from_slice(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

/// Maps every character of the first plane to the glyph of its own number; the space has glyph 1.
fn cmap() -> Vec<u8> {
    let segments = words(&[0x20, 0xfffe, 0xffff, 0, 0x20, 0x21, 0xffff, 1 - 0x20, 0, 1, 0, 0, 0]);
    let head = words(&[0, 1, 3, 1, 0, 12, 4, 16 + 24, 0, 6, 4, 1, 2]);
    // Between the ends and the starts of segments is a reserved word: it is in `segments`.
    [head, segments].concat()
}

fn head() -> Vec<u8> {
    let mut table = vec![0; 54];
    table[0..4].copy_from_slice(&[0, 1, 0, 0]);
    table[12..16].copy_from_slice(&0x5f0f_3cf5_u32.to_be_bytes());
    table[18..20].copy_from_slice(&1000_u16.to_be_bytes());
    table[50..52].copy_from_slice(&1_u16.to_be_bytes()); // long offsets in loca
    table
}

fn name() -> Vec<u8> {
    let text: Vec<u8> = "Square".encode_utf16().flat_map(u16::to_be_bytes).collect();
    [words(&[0, 1, 18, 3, 1, 0x409, 1, text.len() as i32, 0]), text].concat()
}

/// Returns the ink of a glyph: at the left for most marks, at the right for opening ones, in the
/// middle for dots; none for other characters.
fn ink(code: u32) -> (i32, i32) {
    match char::from_u32(code).map(Class::of) {
        _ if matches!(code, 0x201c | 0x2018) => (650, 950),
        _ if matches!(code, 0xb7 | 0x2027) => (400, 600),
        Some(Class::Op) => (650, 950),
        Some(Class::Md) => (400, 600),
        Some(Class::Cl | Class::St | Class::Sc | Class::Fs | Class::Fq | Class::Cq) => (50, 350),
        _ => (0, 0),
    }
}

/// Boxes as high as capitals.
fn outlines(ink: &impl Fn(u32) -> (i32, i32)) -> (Vec<u8>, Vec<u8>) {
    let (mut glyf, mut loca) = (Vec::new(), Vec::new());
    for code in 0..65_535 {
        loca.extend((glyf.len() as u32).to_be_bytes());
        let (left, right) = ink(code);
        if right > 0 {
            glyf.extend(words(&[1, left, 0, right, 700, 3, 0]));
            glyf.extend([1; 4]); // four points on the curve, both coordinates in words
            glyf.extend(words(&[left, right - left, 0, left - right, 0, 0, 700, 0]));
            glyf.resize(glyf.len().next_multiple_of(4), 0);
        }
    }
    loca.extend((glyf.len() as u32).to_be_bytes());
    (glyf, loca)
}

#[test]
fn the_face_is_square() {
    let book = book();
    let (_, face) = book.faces().next().unwrap();
    let glyph = |c| face.covers(c).unwrap();
    assert_eq!(face.advance(glyph('甲')), 1000);
    assert_eq!(face.advance(glyph('A')), 1000);
    assert_eq!(face.advance(glyph(' ')), 250);
    assert_eq!(face.ink(glyph('（')).unwrap().left, 650);
    assert_eq!(face.ink(glyph('）')).unwrap().right, 350);
}
