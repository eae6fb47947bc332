//! The look of text and the setting of paragraphs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::geom::{Em, Pt};

/// The setting of paragraphs, unless a style overrides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The type size of `body`.
    pub size: Pt,
    /// The distance between baselines of `body`.
    pub leading: Pt,
    /// Justified, or ragged.
    pub align: Align,
    /// The treatment of the blanks in Chinese punctuation (rule 26).
    pub punctuation: Punctuation,
    /// Which marks may begin or end a line; `None`: decided by the language.
    pub strictness: Option<Strictness>,
    /// When Latin words of running text are hyphenated.
    pub hyphenate: Hyphenate,
    /// Whether ，。、 may hang beyond the end of a line that needs the room.
    pub hang: bool,
    /// Where Korean words may break.
    pub hangul: Hangul,
    /// The look of emphasis on Han.
    pub emphasis: Emphasis,
    /// The minimum number of a paragraph's lines on either side of a page break.
    pub least_lines: LeastLines,
    /// The gap between Han and Latin letters (rule 30).
    pub gap: Em,
    /// Whether there is a gap next to letters, and next to digits (rule 36).
    pub autospace: (bool, bool),
}

/// Styles of Chinese punctuation (rule 26).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Punctuation {
    /// 全角: full width, trimmed beside another mark and at the ends of a line.
    #[default]
    Quanjiao,
    /// 开明: full stops full width, all other marks half.
    Kaiming,
    /// 半角: all marks half width.
    Banjiao,
    /// Every mark 1 em, nothing trimmed.
    Plain,
}

/// The look of emphasis on Han, which is never slanted (rule 51).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// 着重号: a dot below each character.
    #[default]
    Dots,
    /// None; Latin letters are italic all the same.
    Upright,
    /// Another face, such as a 楷体.
    Face(StackId),
}

/// The minimum number of a paragraph's lines on a page (rule 47).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeastLines {
    /// At its foot.
    pub orphans: u8,
    /// At its top.
    pub widows: u8,
}

impl Default for LeastLines {
    fn default() -> LeastLines {
        LeastLines { orphans: 2, widows: 2 }
    }
}

/// When Latin words of running text are hyphenated (rule 18).
///
/// No mark at the end of a line is joined by all programs that read a PDF: with U+00AD none of them finds the word,
/// with U+002D poppler alone, and a span with the whole word as its `ActualText` is read by poppler, pdfium and newer
/// mupdf, but not by pdfminer, pypdf and pdf.js. So words stay whole unless a layout asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Hyphenate {
    /// Never.
    #[default]
    Never,
    /// Where a line would else be poor.
    Rarely,
    /// Wherever it makes the paragraph more even.
    Always,
}

/// Where Korean words may break (rule 58).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Hangul {
    /// Those of three syllables and more, if the line would else be too loose.
    #[default]
    Auto,
    /// Nowhere.
    Keep,
    /// Behind every syllable.
    Break,
}

/// Which marks may begin or end a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "named as clreq and CSS Text name them")]
pub enum Strictness {
    Basic,
    Gb,
    Strict,
    Loose,
    Normal,
}

/// How lines fill their measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// Flush left and right.
    #[default]
    Justify,
    /// Flush left.
    Start,
    /// Centred.
    Center,
    /// Flush right.
    End,
}

/// Faces to try in order, by family name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// For Latin letters, tried first there; may be empty.
    pub latin: Vec<String>,
    /// For everything, and for Latin letters when `latin` has no such glyph.
    pub body: Vec<String>,
    /// Sizes of single families relative to the others; 1 if not named.
    pub scale: BTreeMap<String, Em>,
}

/// An index into [`super::Layout::stacks`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StackId(pub u16);

impl StackId {
    /// The stack of running text.
    pub const BODY: StackId = StackId(0);
    /// The stack of code.
    pub const MONO: StackId = StackId(1);
}

/// Whether letters that have capitals are set as capitals; the text stays the author's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caps {
    /// As they are written.
    #[default]
    None,
    /// All of them.
    All,
    /// Small letters as small capitals: those of the face, else capitals at four fifths of the size.
    Small,
}

/// The look of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Style {
    /// The type size: the Han em.
    pub size: Pt,
    /// The distance between baselines.
    pub leading: Pt,
    /// 400 or 700; others take the nearest face.
    pub weight: u16,
    /// Whether Latin letters are slanted (Han stays upright, rule 51).
    pub italic: bool,
    /// Ink.
    pub color: Color,
    /// The faces.
    pub stack: StackId,
    /// Space added between characters on the em grid.
    pub tracking: Em,
    /// Space added between Latin letters.
    pub tracking_latin: Em,
    /// Whether Latin letters are capitals.
    pub caps: Caps,
    /// The alignment of its paragraphs in their measure.
    pub align: Align,
    /// Whether it is underlined.
    pub underline: bool,
}

impl Style {
    /// Black 10 pt text on 15.5 pt: the default before any layout.
    pub const PLAIN: Style = Style {
        size: Pt::new(10),
        leading: Pt::from_units(15 * Pt::UNITS + Pt::UNITS / 2),
        weight: 400,
        italic: false,
        color: Color::BLACK,
        stack: StackId::BODY,
        tracking: Em::ZERO,
        tracking_latin: Em::ZERO,
        caps: Caps::None,
        align: Align::Justify,
        underline: false,
    };
}

/// An ink: its colour on screen, and in print.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Color {
    /// Red, green, blue.
    pub rgb: [u8; 3],
    /// Cyan, magenta, yellow, black in percent, for print.
    pub cmyk: Option<[u8; 4]>,
}

impl Default for Color {
    fn default() -> Color {
        Color::BLACK
    }
}

impl Color {
    /// Black ink only.
    pub const BLACK: Color = Color { rgb: [0, 0, 0], cmyk: None };
    /// No ink.
    pub const WHITE: Color = Color { rgb: [255, 255, 255], cmyk: None };

    /// Returns whether the three components are equal, so that black ink alone can print it.
    pub fn is_gray(self) -> bool {
        self.rgb[0] == self.rgb[1] && self.rgb[1] == self.rgb[2]
    }
}

impl std::fmt::Debug for Color {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.rgb;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}
