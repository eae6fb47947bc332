//! The faces of `fonts/`. Their names stand here, so that listing them opens none; a test compares
//! the list with the files.

#[cfg(feature = "embed-fonts")]
use super::face::Data;
#[cfg(feature = "embed-fonts")]
use super::{Face, FontBook};

/// A bundled face: file below `fonts/`, family, weight, italic, PostScript name.
pub(super) struct Entry {
    pub file: &'static str,
    pub family: &'static str,
    pub weight: u16,
    pub italic: bool,
    pub postscript: &'static str,
    #[cfg(feature = "embed-fonts")]
    bytes: &'static [u8],
}

macro_rules! bundled {
    ($($file:literal $family:literal $weight:literal $italic:literal $postscript:literal;)*) => {
        /// In the order in which fallback tries them (rule 54): Han first, then signs and emoji, then
        /// what has only Latin letters and a sign here and there.
        pub(super) static BUNDLED: &[Entry] = &[$(Entry {
            file: $file,
            family: $family,
            weight: $weight,
            italic: $italic,
            postscript: $postscript,
            #[cfg(feature = "embed-fonts")]
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $file)),
        }),*];
    };
}

bundled! {
    "cjk/NotoSansSC-Regular.ttf" "Noto Sans SC" 400 false "NotoSansSC-Regular";
    "cjk/NotoSansSC-Bold.ttf" "Noto Sans SC" 700 false "NotoSansSC-Bold";
    "cjk-ext/ResumeNotoSansCJKExt-Regular.otf" "Resume Noto Sans CJK Ext" 400 false "ResumeNotoSansCJKExt-Regular";
    "cjk-ext/ResumeNotoSansCJKExt-Bold.otf" "Resume Noto Sans CJK Ext" 700 false "ResumeNotoSansCJKExt-Bold";
    "cjk/NotoSerifSC-Regular.ttf" "Noto Serif SC" 400 false "NotoSerifSC-Regular";
    "cjk/NotoSerifSC-Bold.ttf" "Noto Serif SC" 700 false "NotoSerifSC-Bold";
    "cjk-ext/ResumeNotoSerifCJKExt-Regular.otf" "Resume Noto Serif CJK Ext" 400 false "ResumeNotoSerifCJKExt-Regular";
    "cjk-ext/ResumeNotoSerifCJKExt-Bold.otf" "Resume Noto Serif CJK Ext" 700 false "ResumeNotoSerifCJKExt-Bold";
    "pictures/ResumeNotoSymbols-Regular.ttf" "Resume Noto Symbols" 400 false "ResumeNotoSymbols-Regular";
    "pictures/ResumeNotoEmoji-Regular.ttf" "Resume Noto Emoji" 400 false "ResumeNotoEmoji-Regular";
    "latin/Inter-Regular.ttf" "Inter" 400 false "Inter-Regular";
    "latin/Inter-Bold.ttf" "Inter" 700 false "Inter-Bold";
    "latin/Inter-Italic.ttf" "Inter" 400 true "Inter-Italic";
    "latin/Inter-BoldItalic.ttf" "Inter" 700 true "Inter-BoldItalic";
    "latin/SourceSans3-Italic.ttf" "Source Sans 3" 400 true "SourceSans3-Italic";
    "latin/SourceSans3-BoldItalic.ttf" "Source Sans 3" 700 true "SourceSans3-BoldItalic";
    "latin/SourceSerif4-Regular.ttf" "Source Serif 4" 400 false "SourceSerif4-Regular";
    "latin/SourceSerif4-Bold.ttf" "Source Serif 4" 700 false "SourceSerif4-Bold";
    "latin/SourceSerif4-Italic.ttf" "Source Serif 4" 400 true "SourceSerif4-Italic";
    "latin/SourceSerif4-BoldItalic.ttf" "Source Serif 4" 700 true "SourceSerif4-BoldItalic";
    "mono/SourceCodePro-Regular.ttf" "Source Code Pro" 400 false "SourceCodePro-Regular";
    "mono/SourceCodePro-Bold.ttf" "Source Code Pro" 700 false "SourceCodePro-Bold";
}

/// Tells whether a family is one of the bundled ones.
pub(super) fn is_bundled(family: &str) -> bool {
    BUNDLED.iter().any(|entry| entry.family == family)
}

#[cfg(feature = "embed-fonts")]
impl FontBook {
    /// Returns the faces in the binary. Never fails, and opens none of them.
    pub fn bundled() -> FontBook {
        let open = |e: &Entry| Face::new(e.family, e.weight, e.italic, e.postscript, Data::Embedded(e.bytes));
        FontBook { faces: BUNDLED.iter().map(open).collect() }
    }
}

#[cfg(all(test, feature = "embed-fonts"))]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_what_the_files_say() {
        for entry in BUNDLED {
            let face = Face::read(Data::Embedded(entry.bytes), 0).expect(entry.file);
            assert_eq!(face.family, entry.family);
            assert_eq!(face.postscript, entry.postscript);
            assert_eq!((face.weight, face.italic), (entry.weight, entry.italic), "{}", entry.file);
        }
    }

    #[test]
    fn listing_the_faces_opens_none() {
        let book = FontBook::bundled();
        assert_eq!(book.faces().count(), BUNDLED.len());
        assert!(book.faces().all(|(_, face)| !face.is_open()));
    }
}
