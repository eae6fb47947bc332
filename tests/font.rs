//! Faces from folders, and what they say of themselves.

use std::fs;
use std::path::Path;

use jianli::diag::Error;
use jianli::font::icon::Segment;
use jianli::font::{FontBook, Hold, outline};

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
        Err(Error::Read { path, .. }) => assert!(path.ends_with("cjk/NotoSansSC-Regular.ttf")),
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
