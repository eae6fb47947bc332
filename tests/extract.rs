//! Files that a PDF carries, given back.

use std::io::Write;

use jianli::diag::Message;
use jianli::extract::{Extracted, attachments};
use jianli::pdf::{self, Attachment, AttachmentKind, Options};
use lopdf::{Object, dictionary};
use proptest::prelude::*;

use crate::by_hand::fonts;
use crate::pdf::{sample, tools};

fn carrying(files: &[(&str, AttachmentKind, &[u8])]) -> Vec<u8> {
    let attachment = |&(name, kind, bytes): &(&str, AttachmentKind, &[u8])| Attachment {
        name: name.to_owned(),
        kind,
        bytes: bytes.to_vec(),
    };
    let options = Options { attached: files.iter().map(attachment).collect(), ..Options::default() };
    let fonts = fonts();
    pdf::write_as(&sample::resume(&fonts), &fonts, &options).unwrap()
}

fn refusal(bytes: &[u8]) -> String {
    attachments(bytes).unwrap_err().to_string()
}

#[test]
fn what_goes_in_comes_out_byte_for_byte() {
    let noise: Vec<u8> = (0..70_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let bytes = carrying(&[
        ("张三.md", AttachmentKind::Markdown, "\u{FEFF}# 张三\r\n".as_bytes()),
        ("mine.toml", AttachmentKind::Layout, &noise),
        ("base.toml", AttachmentKind::Layout, b""),
    ]);
    tools::keep("carrying.pdf", &bytes);
    tools::check_as(&bytes, ["ua1", "3a"]);
    let found = attachments(&bytes).unwrap();
    let names: Vec<(&str, bool)> = found.iter().map(|file| (file.name.as_str(), file.markdown)).collect();
    assert_eq!(names, [("base.toml", false), ("mine.toml", false), ("张三.md", true)]);
    assert_eq!(found[2].bytes, "\u{FEFF}# 张三\r\n".as_bytes());
    assert_eq!(found[1].bytes, noise);
    assert_eq!(found[0].bytes, b"");
}

#[test]
fn a_file_without_any_says_so() {
    assert!(refusal(&carrying(&[])).contains("jianli --attach"));
}

#[test]
fn paths_and_hidden_names_are_refused() {
    for name in ["../a.md", "/etc/passwd", "a\\b", ".profile", "c:a", ""] {
        let bytes = carrying(&[(name, AttachmentKind::Markdown, b"x")]);
        assert!(refusal(&bytes).contains("a path or is hidden"), "{name}");
    }
    let twice = [("a.md", AttachmentKind::Markdown, &b"x"[..]); 2];
    assert!(refusal(&carrying(&twice)).contains("two files"));
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let bytes = carrying(&[("a.md", AttachmentKind::Markdown, &vec![0; 65 << 20])]);
    assert!(bytes.len() < 1 << 20);
    assert!(refusal(&bytes).contains("more than 64 MiB"));
    let half = vec![0; 40 << 20];
    let both = [("a", AttachmentKind::Markdown, &half[..]), ("b", AttachmentKind::Layout, &half)];
    assert!(refusal(&carrying(&both)).contains("more than 64 MiB"));
}

#[test]
fn every_truncation_is_refused_or_whole() {
    let bytes = carrying(&[("a.md", AttachmentKind::Markdown, b"# A\n")]);
    let whole = attachments(&bytes).unwrap();
    for end in (0..bytes.len()).step_by(97).chain(bytes.len() - 40..bytes.len()) {
        match attachments(&bytes[..end]) {
            Ok(found) => assert_eq!(found, whole, "cut at {end}"),
            Err(reason) => assert!(!reason.is_empty()),
        }
    }
}

#[test]
fn files_of_other_programs_are_refused() {
    let mut file = lopdf::Document::load_mem(&carrying(&[("a.md", AttachmentKind::Markdown, b"x")])).unwrap();
    let mut rewritten = Vec::new();
    file.save_to(&mut rewritten).unwrap();
    assert!(refusal(&rewritten).contains("another program"));
    file.trailer.set("Encrypt", Object::Dictionary(dictionary! { "Filter" => "Standard" }));
    let mut encrypted = Vec::new();
    file.save_to(&mut encrypted).unwrap();
    assert!(refusal(&encrypted).contains("encrypted"), "{}", refusal(&encrypted));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn no_damage_makes_it_panic(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = DAMAGED.with(Clone::clone);
        for (place, byte) in places {
            *place.get_mut(&mut bytes) = byte;
        }
        let found: Result<Vec<Extracted>, Message> = attachments(&bytes);
        prop_assert!(found.is_ok() || found.is_err());
    }

    #[test]
    fn no_table_makes_it_panic(table in prop::collection::vec(any::<u8>(), 0..60), widths in prop::array::uniform3(-1_i64..9)) {
        let mut bytes = b"%PDF-1.7\n1 0 obj\n".to_vec();
        let [a, b, c] = widths;
        write!(bytes, "<</Type/XRef/W[{a} {b} {c}]/Size 9/Root 1 0 R/Length {}>>\nstream\n", table.len()).unwrap();
        bytes.extend(table);
        bytes.extend_from_slice(b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n");
        prop_assert!(attachments(&bytes).is_err());
    }
}

thread_local! {
    static DAMAGED: Vec<u8> = carrying(&[("a.md", AttachmentKind::Markdown, b"# A\n")]);
}
