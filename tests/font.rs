//! Faces from folders, and what they say of themselves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jianli::diag::Error;
use jianli::font::icon::Segment;
use jianli::font::subset::{Form, Outlines, Sides, subset};
use jianli::font::{Face, FontBook, Hold, outline};
use proptest::prelude::*;
use skrifa::raw::tables::glyf::Glyph;
use skrifa::raw::{FontRef, TableProvider};
use skrifa::{GlyphId, Tag};

fn fonts() -> FontBook {
    FontBook::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts")).expect("the project's fonts")
}

#[test]
fn the_bundled_faces_can_be_mapped_from_their_folder() {
    let book = fonts();
    assert_eq!(book.families().first(), Some(&"Noto Sans SC"));
    let (_, face) = book.faces().next().expect("a face");
    let han = face.covers('简').expect("it has Han");
    assert_eq!((face.units_per_em(), face.advance(han)), (1000, 1000));
    assert_eq!(face.cap_height(), 733);
    let comma = face.covers('，').and_then(|glyph| face.ink(glyph)).expect("a comma has ink");
    assert_eq!((comma.left, comma.right), (135, 330)); // its right half is blank (rule 22)
    assert_eq!(face.covers('\u{10ffff}'), None);
}

#[test]
fn outlines_are_as_fine_as_the_face_has_them() {
    let book = fonts();
    let (_, face) = book.faces().next().expect("a face");
    let comma = face.covers('，').expect("a comma");
    let across = outline::glyph(face, comma).segments.into_iter().filter_map(|segment| match segment {
        Segment::Move([x, _]) | Segment::Line([x, _]) | Segment::Curve([_, _, [x, _]]) => Some(x.to_f64()),
        Segment::Close => None,
    });
    let mut across: Vec<f64> = across.map(|x| (x * 1000.0 * 10.0).round() / 10.0).collect();
    across.sort_by(f64::total_cmp);
    // In thousandths of an em, and not rounded to sixty-fourths.
    assert_eq!((across[0], across[across.len() - 1]), (135.0, 330.0));
}

#[test]
fn a_folder_without_the_bundled_faces_is_an_error_that_names_the_file() {
    let empty = tempfile::tempdir().expect("a folder");
    match FontBook::from_folder(empty.path()) {
        Err(Error::Read { path, .. }) => assert!(path.ends_with("sans-sc-regular/NotoSansSC-Regular.ttf")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_authors_faces_come_first_and_other_files_are_passed_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/latin/Inter-Italic.ttf");
    fs::copy(from, folder.path().join("mine.TTF")).expect("a copy");
    fs::write(folder.path().join("notes.txt"), "no font").expect("a file");
    let book = fonts().with_folder(folder.path(), Hold::Mapped).expect("a usable folder");
    let (_, first) = book.faces().next().expect("a face");
    assert_eq!((first.family.as_str(), first.weight, first.italic), ("Inter", 400, true));
}

#[test]
fn a_copied_face_outlives_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/latin/Inter-Italic.ttf");
    let path = folder.path().join("mine.ttf");
    fs::copy(from, &path).expect("a copy");
    let book = fonts().with_folder(folder.path(), Hold::Copied).expect("a usable folder");
    // Were the file mapped, the next touch would end the process (SIGBUS, mmap(2)).
    fs::write(&path, "").expect("cut short");
    let (_, face) = book.faces().next().expect("a face");
    assert!(face.bytes().iter().any(|&byte| byte != 0));
}

#[test]
fn a_damaged_face_is_an_error_and_no_panic() {
    let folder = tempfile::tempdir().expect("a folder");
    let good = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/mono/SourceCodePro-Regular.ttf"));
    let good = good.expect("a face");
    let path = folder.path().join("bad.ttf");
    for bad in [&b"junk"[..], &[], &good[..300], b"ttcf\0\x02\0\0\xff\xff\xff\xff", b"wOF2aaaaaaaaaaaaaaaa"] {
        fs::write(&path, bad).expect("a file");
        for hold in [Hold::Mapped, Hold::Copied] {
            let opened = fonts().with_folder(folder.path(), hold);
            assert!(matches!(opened, Err(Error::Font { .. })), "{} bytes", bad.len());
        }
    }
}

#[test]
fn an_empty_book_has_a_face_without_glyphs() {
    let book = FontBook::default();
    assert_eq!(book.face(jianli::font::FaceId(3)).covers('a'), None);
}

/// Returns a collection of two faces: the whole of one file, then that of another.
fn collection(files: [&[u8]; 2]) -> Vec<u8> {
    let mut out = [&b"ttcf\0\x01\0\0\0\0\0\x02"[..], &[0; 8]].concat();
    for (number, file) in files.iter().enumerate() {
        let start = out.len() as u32;
        out[12 + 4 * number..][..4].copy_from_slice(&start.to_be_bytes());
        let mut file = file.to_vec();
        let tables = usize::from(u16::from_be_bytes([file[4], file[5]]));
        for record in file[12..][..16 * tables].chunks_exact_mut(16) {
            let offset = u32::from_be_bytes([record[8], record[9], record[10], record[11]]) + start;
            record[8..12].copy_from_slice(&offset.to_be_bytes());
        }
        out.extend(file);
    }
    out
}

fn plain(glyphs: &BTreeSet<u16>) -> BTreeSet<Form> {
    glyphs.iter().copied().map(Form::plain).collect()
}

/// Asserts that some glyphs of a face look and measure in its subset as in the face.
fn assert_same(face: &Face, glyphs: &BTreeSet<u16>) -> usize {
    let cut = subset(face, &plain(glyphs)).expect("a sound face");
    let small = Face::from_bytes("", 400, false, "", cut.bytes.clone());
    assert_eq!(small.glyph_count() as usize, cut.len());
    for &glyph in glyphs {
        let new = cut.glyph(glyph);
        assert_eq!(outline::glyph(&small, new), outline::glyph(face, glyph), "{face:?} {glyph}");
        assert_eq!(small.advance(new), face.advance(glyph), "{face:?} {glyph}");
        let (advance, em) = (face.advance(glyph), i32::from(face.units_per_em()));
        assert_eq!(i32::from(cut.thousandths(new)), (advance * 1000 + em / 2) / em);
    }
    cut.len()
}

#[test]
fn a_subset_draws_every_glyph_as_the_face_does() {
    let mut parts = 0;
    for (_, face) in fonts().faces() {
        let all = u16::try_from(face.glyph_count()).expect("a count of sixteen bits");
        // Some of everything, the letters with accents among them, and the last glyph.
        let glyphs: BTreeSet<u16> = (0..600.min(all)).chain((0..all).step_by(97)).chain([all - 1]).collect();
        parts += assert_same(face, &glyphs) - glyphs.len();
    }
    assert!(parts > 100, "letters with accents are made of {parts} others");
}

/// Returns where the points of each glyph can have been told at the latest, read by somebody else's reader.
fn described(file: &[u8]) -> Vec<usize> {
    let font = FontRef::new(file).expect("a font");
    let (Ok(glyf), Ok(loca)) = (font.glyf(), font.loca(None)) else { return Vec::new() };
    let record =
        font.table_directory().table_records().iter().find(|record| record.tag() == Tag::new(b"glyf"));
    let start = record.expect("a record").offset() as usize;
    let simple = |glyph: usize| match loca.get_glyf(GlyphId::new(glyph as u32), &glyf).ok()?? {
        Glyph::Simple(simple) => {
            let before = simple.offset_data().len() - simple.glyph_data().len();
            let told = before + simple.num_points();
            // A byte may only fill up.
            (told + 1 < simple.offset_data().len()).then_some(start + loca.get_raw(glyph)? as usize + told)
        }
        Glyph::Composite(_) => None,
    };
    (0..loca.len()).filter_map(simple).collect()
}

#[test]
fn coordinates_are_what_is_behind_the_description_of_points() {
    for (_, face) in fonts().faces() {
        let cut = subset(face, &plain(&(0..500).collect())).expect("a sound face");
        let starts: BTreeSet<usize> = cut.coordinates.iter().map(|range| range.start).collect();
        let described = described(&cut.bytes);
        assert!(described.iter().all(|start| starts.contains(start)), "{face:?}");
        assert!(starts.len() <= described.len() + 9 && described.len() > 50 || cut.outlines == Outlines::Cff);
        assert!(cut.coordinates.windows(2).all(|pair| pair[0].end <= pair[1].start), "{face:?}");
    }
}

#[test]
fn a_glyph_with_other_sides_is_drawn_as_far_beside_its_place_and_has_their_advance() {
    let book = fonts();
    for (_, face) in book.faces() {
        let Some(mark) = face.covers('”').or_else(|| face.covers('a')) else { continue };
        let blank = face.covers(' ').unwrap_or(mark);
        let narrow = Form { glyph: mark, sides: Some(Sides { shift: -475, advance: 525 }) };
        let none = Form { glyph: mark, sides: Some(Sides { shift: -100, advance: 0 }) };
        let thin = Form { glyph: blank, sides: Some(Sides { shift: 0, advance: 150 }) };
        let cut =
            subset(face, &BTreeSet::from([narrow, none, thin, Form::plain(mark)])).expect("a sound face");
        if cut.outlines == Outlines::Cff {
            assert_eq!(cut.form(narrow), 0);
            continue;
        }
        let small = Face::from_bytes("", 400, false, "", cut.bytes.clone());
        let em = i32::from(face.units_per_em());
        for (form, shift, advance) in [(narrow, -475, 525), (none, -100, 0), (thin, 0, 150)] {
            let number = cut.form(form);
            assert!(number > 0 && number != cut.glyph(form.glyph), "{face:?}");
            assert_eq!(cut.thousandths(number), advance, "{face:?}");
            let (Some(moved), Some(ink)) = (small.ink(number), face.ink(form.glyph)) else { continue };
            let expected = (shift * em) as f64 / 1000.0;
            assert!(
                (f64::from(moved.left - ink.left) - expected).abs() <= 1.0,
                "{face:?}: {moved:?} {ink:?}"
            );
            assert_eq!(moved.right - moved.left, ink.right - ink.left, "{face:?}");
        }
        assert_eq!(outline::glyph(&small, cut.glyph(mark)), outline::glyph(face, mark));
    }
}

#[test]
fn a_large_subset_has_long_offsets() {
    let book = fonts();
    let (_, face) = book.faces().next().expect("a face");
    let glyphs: BTreeSet<u16> = (0..2500).collect();
    assert_same(face, &glyphs);
    assert!(subset(face, &plain(&glyphs)).expect("a sound face").bytes.len() > 400_000);
}

#[test]
fn the_second_face_of_a_collection_is_cut_from_its_own_glyphs() {
    let read =
        |name| fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join(name)).expect("a face");
    let folder = tempfile::tempdir().expect("a folder");
    for second in ["mono/SourceCodePro-Regular.ttf", "sans-ext/ResumeNotoSansCJKExt-Bold.otf"] {
        let both = collection([&read("latin/Inter-Italic.ttf"), &read(second)]);
        fs::write(folder.path().join("both.ttc"), both).expect("a file");
        let book = FontBook::default().with_folder(folder.path(), Hold::Copied).expect("a usable folder");
        let faces: Vec<&Face> = book.faces().map(|(_, face)| face).filter(|face| face.index == 1).collect();
        let [face] = faces[..] else { panic!("{faces:?}") };
        let glyphs = (0..60).collect();
        assert_same(face, &glyphs);
        let first = outline::glyph(book.faces().next().expect("a face").1, 50);
        assert_ne!(first, outline::glyph(face, 50));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_mutilated_face_is_cut_or_refused(
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        early in any::<bool>(),
        length in any::<prop::sample::Index>(),
    ) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/latin/Inter-Italic.ttf");
        let mut bytes = fs::read(path).expect("a face");
        let reach = if early { 2000 } else { bytes.len() };
        places.iter().for_each(|(at, byte)| bytes[at.index(reach)] = *byte);
        if length.index(4) == 0 {
            bytes.truncate(length.index(bytes.len()));
        }
        let whole = bytes.len();
        let face = Face::from_bytes("", 400, false, "", bytes);
        if let Ok(cut) = subset(&face, &plain(&(0..400).step_by(3).collect())) {
            prop_assert!(cut.bytes.len() < 2 * whole);
            prop_assert!(cut.with_cmap().len() > cut.bytes.len());
            prop_assert!(cut.coordinates.iter().all(|range| range.end <= cut.bytes.len()));
        }
    }
}
