//! The faces of `fonts/`. Their names are listed here, so that listing them opens none; a test compares
//! the list with the files.

#[cfg(feature = "slim")]
use super::face::Data;
#[cfg(feature = "slim")]
use super::{Face, FontBook};

/// A bundled face: file below `fonts/`, family, weight, italic, PostScript name.
pub(super) struct Entry {
    pub file: &'static str,
    pub family: &'static str,
    pub weight: u16,
    pub italic: bool,
    pub postscript: &'static str,
}

macro_rules! bundled {
    ($($file:literal $family:literal $weight:literal $italic:literal $postscript:literal;)*) => {
        /// In the order in which fallback tries them (rule 54): Han first, then signs and emoji, then faces
        /// with only Latin letters and an occasional sign; last, what a language draws in its own way,
        /// which comes before its companion when the language asks for it.
        pub(super) static BUNDLED: &[Entry] = &[$(Entry {
            file: $file,
            family: $family,
            weight: $weight,
            italic: $italic,
            postscript: $postscript,
        }),*];
    };
}

bundled! {
    "sans-sc-regular/NotoSansSC-Regular.ttf" "Noto Sans SC" 400 false "NotoSansSC-Regular";
    "sans-sc-bold/NotoSansSC-Bold.ttf" "Noto Sans SC" 700 false "NotoSansSC-Bold";
    "sans-ext/ResumeNotoSansCJKExt-Regular.otf" "Resume Noto Sans CJK Ext" 400 false "ResumeNotoSansCJKExt-Regular";
    "sans-ext/ResumeNotoSansCJKExt-Bold.otf" "Resume Noto Sans CJK Ext" 700 false "ResumeNotoSansCJKExt-Bold";
    "serif-sc-regular/NotoSerifSC-Regular.ttf" "Noto Serif SC" 400 false "NotoSerifSC-Regular";
    "serif-sc-bold/NotoSerifSC-Bold.ttf" "Noto Serif SC" 700 false "NotoSerifSC-Bold";
    "serif-ext/ResumeNotoSerifCJKExt-Regular.otf" "Resume Noto Serif CJK Ext" 400 false "ResumeNotoSerifCJKExt-Regular";
    "serif-ext/ResumeNotoSerifCJKExt-Bold.otf" "Resume Noto Serif CJK Ext" 700 false "ResumeNotoSerifCJKExt-Bold";
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
    "tc/ResumeNotoSansCJKTCDelta-Regular.otf" "Resume Noto Sans CJK TC Delta" 400 false "ResumeNotoSansCJKTCDelta-Regular";
    "tc/ResumeNotoSansCJKTCDelta-Bold.otf" "Resume Noto Sans CJK TC Delta" 700 false "ResumeNotoSansCJKTCDelta-Bold";
    "ja/ResumeNotoSansCJKJPDelta-Regular.otf" "Resume Noto Sans CJK JP Delta" 400 false "ResumeNotoSansCJKJPDelta-Regular";
    "ja/ResumeNotoSansCJKJPDelta-Bold.otf" "Resume Noto Sans CJK JP Delta" 700 false "ResumeNotoSansCJKJPDelta-Bold";
    "ko/ResumeNotoSansCJKKRDelta-Regular.otf" "Resume Noto Sans CJK KR Delta" 400 false "ResumeNotoSansCJKKRDelta-Regular";
    "ko/ResumeNotoSansCJKKRDelta-Bold.otf" "Resume Noto Sans CJK KR Delta" 700 false "ResumeNotoSansCJKKRDelta-Bold";
    "tc/ResumeNotoSerifCJKTCDelta-Regular.otf" "Resume Noto Serif CJK TC Delta" 400 false "ResumeNotoSerifCJKTCDelta-Regular";
    "tc/ResumeNotoSerifCJKTCDelta-Bold.otf" "Resume Noto Serif CJK TC Delta" 700 false "ResumeNotoSerifCJKTCDelta-Bold";
    "ja/ResumeNotoSerifCJKJPDelta-Regular.otf" "Resume Noto Serif CJK JP Delta" 400 false "ResumeNotoSerifCJKJPDelta-Regular";
    "ja/ResumeNotoSerifCJKJPDelta-Bold.otf" "Resume Noto Serif CJK JP Delta" 700 false "ResumeNotoSerifCJKJPDelta-Bold";
    "ko/ResumeNotoSerifCJKKRDelta-Regular.otf" "Resume Noto Serif CJK KR Delta" 400 false "ResumeNotoSerifCJKKRDelta-Regular";
    "ko/ResumeNotoSerifCJKKRDelta-Bold.otf" "Resume Noto Serif CJK KR Delta" 700 false "ResumeNotoSerifCJKKRDelta-Bold";
}

/// Returns whether a family is one of the bundled ones.
pub(super) fn is_bundled(family: &str) -> bool {
    BUNDLED.iter().any(|entry| entry.family == family)
}

/// A crate of faces: its folder in `fonts/`, and the files with their bytes.
#[cfg(feature = "slim")]
type Crate = (&'static str, &'static [(&'static str, &'static [u8])]);

/// Returns the crates of faces in the binary.
#[cfg(feature = "slim")]
fn crates() -> Vec<Crate> {
    vec![
        ("sans-sc-regular", jianli_face_sans_sc_regular::FACES),
        ("sans-sc-bold", jianli_face_sans_sc_bold::FACES),
        ("sans-ext", jianli_face_sans_ext::FACES),
        ("latin", jianli_face_latin::FACES),
        ("mono", jianli_face_mono::FACES),
        ("pictures", jianli_face_pictures::FACES),
        #[cfg(feature = "serif")]
        ("serif-sc-regular", jianli_face_serif_sc_regular::FACES),
        #[cfg(feature = "serif")]
        ("serif-sc-bold", jianli_face_serif_sc_bold::FACES),
        #[cfg(feature = "serif")]
        ("serif-ext", jianli_face_serif_ext::FACES),
        #[cfg(feature = "tc")]
        ("tc", jianli_face_tc::FACES),
        #[cfg(feature = "ja")]
        ("ja", jianli_face_ja::FACES),
        #[cfg(feature = "ko")]
        ("ko", jianli_face_ko::FACES),
    ]
}

#[cfg(feature = "slim")]
impl Entry {
    /// Returns the file; `None` if the program was built without it.
    fn bytes(&self, crates: &[Crate]) -> Option<&'static [u8]> {
        let (folder, name) = self.file.split_once('/')?;
        let (_, files) = crates.iter().find(|(of, _)| *of == folder)?;
        files.iter().find(|(file, _)| *file == name).map(|(_, bytes)| *bytes)
    }
}

#[cfg(feature = "slim")]
impl FontBook {
    /// Returns the faces in the binary. Never fails, and opens none of them.
    pub fn bundled() -> FontBook {
        let crates = crates();
        let open = |e: &Entry| {
            let data = Data::Embedded(e.bytes(&crates)?);
            Some(Face::new(e.family, e.weight, e.italic, e.postscript, data))
        };
        FontBook { faces: BUNDLED.iter().filter_map(open).collect() }
    }
}

#[cfg(all(test, feature = "embed-fonts"))]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_what_the_files_say() {
        let crates = crates();
        for entry in BUNDLED {
            let bytes = entry.bytes(&crates).expect(entry.file);
            let face = Face::read(Data::Embedded(bytes), 0).expect(entry.file);
            assert_eq!(face.family, entry.family);
            assert_eq!(face.postscript, entry.postscript);
            assert_eq!((face.weight, face.italic), (entry.weight, entry.italic), "{}", entry.file);
        }
        assert_eq!(crates.iter().map(|(_, files)| files.len()).sum::<usize>(), BUNDLED.len());
    }

    #[test]
    fn listing_the_faces_opens_none() {
        let book = FontBook::bundled();
        assert_eq!(book.faces().count(), BUNDLED.len());
        assert!(book.faces().all(|(_, face)| !face.is_open()));
    }
}
