//! Documents that no stage would make: the back end must still write a file, with every sequence in the
//! tree once.

use jianli::boxes::structure::Role;
use jianli::boxes::{Emblem, TagId};
use jianli::font::FaceId;
use jianli::geom::{Point, Pt, Size};
use jianli::layout::Color;
use jianli::lines::{Glyph, GlyphRun, MarkKind, PathMark, Shape};
use jianli::model::ContactKind;
use jianli::{pdf, png};
use proptest::prelude::*;

use super::read::Read;
use crate::by_hand::{Sheet, fonts};

const ROLES: [Role; 12] = [
    Role::Sect,
    Role::Heading(0),
    Role::Heading(9),
    Role::P,
    Role::L,
    Role::LI,
    Role::Table,
    Role::TR,
    Role::TH,
    Role::TD,
    Role::Figure,
    Role::Link,
];

fn run() -> impl Strategy<Value = GlyphRun> {
    let glyph = (0_u16..30, -9_i64..900_000, -70_000_i64..70_000, 0_u32..9, 0_u32..9);
    let glyph = glyph.prop_map(|(id, advance, y, a, b)| Glyph {
        id,
        advance: Pt::from_units(advance),
        offset: Point { x: Pt::from_units(y / 2), y: Pt::from_units(y) },
        text: a.min(b)..a.max(b),
    });
    let link = prop::option::of("[a-z中 %()\\\\]{0,6}");
    let lang = prop::option::of("(en|ja|zh_CN|x\\))");
    let text = "[目⽬a\u{301}\u{E000}😀]{0,4}";
    (0_u16..4, 0_i64..30, prop::collection::vec(glyph, 0..6), text, link, lang, 0_i64..2).prop_map(
        |(face, size, glyphs, text, link, lang, embolden)| GlyphRun {
            face: FaceId(face),
            size: Pt::new(size),
            glyphs,
            text,
            link,
            lang,
            embolden: Pt::new(embolden),
            ..GlyphRun::default()
        },
    )
}

fn mark() -> impl Strategy<Value = MarkKind> {
    let side = || (-9_i64..700).prop_map(Pt::new);
    let rule = (side(), side(), any::<[u8; 3]>()).prop_map(|(width, height, rgb)| MarkKind::Rule {
        size: Size { width, height },
        color: Color { rgb, cmyk: None },
    });
    let icon = side().prop_map(|size| {
        MarkKind::Path(PathMark {
            shape: Shape::Icon(Emblem::Contact(ContactKind::Github)),
            size,
            color: Color::BLACK,
        })
    });
    prop_oneof![4 => run().prop_map(MarkKind::Glyphs), 1 => rule, 1 => icon]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_document_becomes_a_sound_file(
        nodes in prop::collection::vec((0_u32..20, 0..ROLES.len()), 0..12),
        pages in prop::collection::vec(prop::collection::vec((prop::option::of(0_u32..20), mark()), 0..8), 0..3),
        titles in prop::collection::vec(("[\u{0}-\u{7F}章]{0,5}", any::<u8>()), 0..4),
    ) {
        let fonts = fonts();
        let mut sheet = Sheet::new(&fonts);
        for (parent, role) in nodes {
            sheet.tag(TagId(parent), ROLES[role]);
        }
        for marks in pages {
            sheet.page();
            for (tag, mark) in marks {
                sheet.mark(50.0, 60.0, tag.map(TagId), mark);
            }
        }
        for (title, depth) in titles {
            sheet.document.meta.title += &title;
            sheet.bookmark(&title, depth, TagId(40), 1e9);
        }
        let bytes = pdf::write(&sheet.document, &fonts).unwrap();
        let read = Read::new(&bytes);
        prop_assert!(read.tree().starts_with("Document"));
        prop_assert!(bytes == pdf::write(&sheet.document, &fonts).unwrap());
        let last = sheet.document.pages.len() - 1;
        prop_assert!(png::render(&sheet.document, last, &fonts, 30).is_ok());
    }
}
