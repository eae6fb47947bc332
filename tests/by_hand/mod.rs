//! Pages built by hand, for the back ends: no stage before them is needed.

use std::path::{Path, PathBuf};

use jianli::boxes::structure::Role;
use jianli::boxes::{Heading, Structure, TagId};
use jianli::diag::Span;
use jianli::font::{Face, FaceId, FontBook};
use jianli::geom::{Point, Pt, Size};
use jianli::lines::{Glyph, GlyphRun, Mark, MarkKind};
use jianli::model::Meta;
use jianli::pages::{Bookmark, Document, Page};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size as FontSize};

/// Noto Sans SC, regular and bold, and Inter: two faces of 1000 units an em, one of 2048.
pub const REGULAR: FaceId = FaceId(0);
pub const BOLD: FaceId = FaceId(1);
pub const INTER: FaceId = FaceId(2);
/// A face with CFF outlines.
pub const EXT: FaceId = FaceId(3);

/// Returns the folder of the bundled faces.
pub fn fonts_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts")
}

/// Returns a book of the faces above.
pub fn fonts() -> FontBook {
    let open = |family: &str, weight: u16, file: &str| {
        let path = fonts_folder().join(file);
        let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let postscript = path.file_stem().unwrap().to_string_lossy().into_owned();
        Face::from_bytes(family, weight, false, &postscript, bytes)
    };
    FontBook::from_faces(vec![
        open("Noto Sans SC", 400, "sans-sc-regular/NotoSansSC-Regular.ttf"),
        open("Noto Sans SC", 700, "sans-sc-bold/NotoSansSC-Bold.ttf"),
        open("Inter", 400, "latin/Inter-Regular.ttf"),
        open("Resume Noto Sans CJK Ext", 400, "sans-ext/ResumeNotoSansCJKExt-Regular.otf"),
    ])
}

/// A document that grows mark by mark.
pub struct Sheet<'a> {
    pub document: Document,
    fonts: &'a FontBook,
}

impl<'a> Sheet<'a> {
    /// One empty A4 page.
    pub fn new(fonts: &'a FontBook) -> Sheet<'a> {
        let meta = Meta {
            title: "林知远 · 工程师".into(), author: "林知远".into(), lang: "zh-Hans".into()
        };
        let document = Document { structure: Structure::default(), meta, ..Document::default() };
        let mut sheet = Sheet { document, fonts };
        sheet.page();
        sheet
    }

    /// Adds an empty A4 page.
    pub fn page(&mut self) {
        let size = Size { width: Pt::from_f64(595.276), height: Pt::from_f64(841.89) };
        self.document.pages.push(Page { size, ..Page::default() });
    }

    /// Adds an element.
    pub fn tag(&mut self, parent: TagId, role: Role) -> TagId {
        self.document.structure.add(parent, role)
    }

    /// Adds a mark to the last page.
    pub fn mark(&mut self, x: f64, y: f64, tag: Option<TagId>, kind: MarkKind) {
        let at = Point { x: Pt::from_f64(x), y: Pt::from_f64(y) };
        self.document.pages.last_mut().unwrap().marks.push(Mark { at, tag, kind });
    }

    /// Adds text, a glyph a character, and returns where it ends.
    pub fn text(&mut self, x: f64, y: f64, tag: Option<TagId>, run: GlyphRun) -> f64 {
        let end = x + run.width().to_f64();
        self.mark(x, y, tag, MarkKind::Glyphs(run));
        end
    }

    /// Returns a run of text, a glyph a character.
    pub fn run(&self, face: FaceId, size: f64, text: &str) -> GlyphRun {
        let font = skrifa::FontRef::new(self.fonts.face(face).bytes()).unwrap();
        let (charmap, metrics) =
            (font.charmap(), font.glyph_metrics(FontSize::new(1000.0), LocationRef::default()));
        let size = Pt::from_f64(size);
        let glyphs = text.char_indices().map(|(at, c)| {
            let id = charmap.map(c).unwrap_or_else(|| panic!("no glyph for {c}"));
            let width = metrics.advance_width(id).unwrap();
            let advance = Pt::from_f64(f64::from(width) * size.to_f64() / 1000.0);
            let (start, end) = (at as u32, (at + c.len_utf8()) as u32);
            Glyph { id: id.to_u32() as u16, advance, offset: Point::default(), text: start..end }
        });
        let glyphs = glyphs.collect();
        GlyphRun { face, size, glyphs, text: text.to_owned(), span: Span::default(), ..GlyphRun::default() }
    }

    /// Adds an item of the outline that leads to a place on the last page.
    pub fn bookmark(&mut self, title: &str, depth: u8, tag: TagId, y: f64) {
        let heading = Heading { title: title.to_owned(), depth, tag };
        let at = Point { x: Pt::ZERO, y: Pt::from_f64(y) };
        self.document.outline.push(Bookmark { heading, page: self.document.pages.len() - 1, at });
    }
}
