//! What was planted on purpose is found by each program: one that finds nothing anywhere proves nothing.

use std::fs;

use super::{built, logo, others, photo, request, told};

/// A PDF of one page with a picture as it came, and nothing else.
fn pdf_of(jpeg: &[u8]) -> Vec<u8> {
    let image = format!(
        "<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {} >>",
        jpeg.len()
    );
    let stream = |dictionary: &str, bytes: &[u8]| {
        [dictionary.as_bytes(), b"\nstream\n", bytes, b"\nendstream"].concat()
    };
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >> >>"
            .to_vec(),
        stream(&image, jpeg),
        stream("<< /Length 20 >>", b"9 0 0 9 0 0 cm /I Do"),
    ];
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut places = String::new();
    for (nth, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", pdf.len());
        pdf.extend([format!("{} 0 obj\n", nth + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let end = pdf.len();
    let tail = format!(
        "xref\n0 6\n0000000000 65535 f \n{places}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{end}\n%%EOF\n"
    );
    [&pdf, tail.as_bytes()].concat()
}

/// Bytes behind the end of a file that say who it is, in each encoding that `strings` knows.
fn behind() -> Vec<u8> {
    let units = || "Robin Ashdown".encode_utf16();
    let little = units().flat_map(u16::to_le_bytes);
    let big = units().flat_map(u16::to_be_bytes);
    b"\nRobin Ashdown \xE6\xAC\xA7\xE9\x98\xB3\n\0\0\0"
        .iter()
        .copied()
        .chain(little)
        .chain([0; 3])
        .chain(big)
        .collect()
}

#[test]
fn each_program_finds_what_is_planted() {
    let folder = tempfile::tempdir().unwrap();
    let open = built(&request(&[], "classic")).artefacts.swap_remove(0).bytes;
    let drawing =
        "<svg xmlns='http://www.w3.org/2000/svg'><title>Robin Ashdown</title><desc>欧阳示例</desc></svg>";
    let strings = ["strings", "strings 16 little", "strings 16 big", "strings 8"];
    let pictures = ["pdfimages", "exiftool of pictures"];
    for (name, bytes, silent) in [
        // Pictures are stripped where they are read: that they are found is shown by the next file.
        ("open.pdf", [&open, &behind()[..]].concat(), &pictures[..]),
        ("picture.pdf", pdf_of(&photo()), &[]),
        ("logo.png", [&logo()[..], &behind()].concat(), &[]),
        ("drawing.svg", drawing.as_bytes().to_vec(), &strings[1..3]),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let of_pictures = |reader: &str| pictures.contains(&reader);
        for (reader, text) in others::found(&file) {
            if silent.contains(&reader) || name == "picture.pdf" && !of_pictures(reader) {
                continue;
            }
            assert_ne!(told(&text), Vec::<&str>::new(), "{reader} in {name}: {text}");
        }
    }
}
