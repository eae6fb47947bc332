//! What a layout file may say: the serde types, one a table. Ranges and names are checked later.
//!
//! The comment of each key is what editors show (see `file/json`); the line that begins with
//! `Example:` is tried by a test.

mod element;
mod lengths;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::{Amount, Key, Many, Or, Raw};
use crate::layout::{Align, Caps, Hangul, Hyphenate, Punctuation, RegionPlace};
pub use element::*;
use lengths::table;
pub use lengths::{FourSides, Ink, Length, RowText, Sides};

/// A stack of faces: a table, one family, or several.
pub type Families = Key<Or<Stack, Many<Key<String>>>>;
/// A layout of jianli: everything about the look of a résumé, nothing about its content.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(rename = "Layout")]
pub struct File {
    /// Its name for people. Example: `title = "My own"`
    pub title: Key<String>,
    /// One line about it, for the list of layouts. Example: `summary = "classic, but smaller"`
    pub summary: Key<String>,
    /// The paper and what stands on every page.
    #[serde(deserialize_with = "lenient")]
    pub page: Page,
    /// Colours by name; `ink`, `accent`, `quiet`, `tint` and `paper` are always there.
    /// Example: `color.accent = "#1f4e79"`
    #[serde(deserialize_with = "lenient")]
    pub color: BTreeMap<String, Key<Or<Inks, String>>>,
    /// The faces.
    #[serde(deserialize_with = "lenient")]
    pub font: Font,
    /// How paragraphs are set.
    #[serde(rename = "type", deserialize_with = "lenient")]
    pub setting: Setting,
    /// The look of each role. Example: `style.name = { size = 2.2, weight = 700 }`
    #[serde(deserialize_with = "lenient")]
    pub style: BTreeMap<String, Key<Style>>,
    /// The parts of the page that have a measure of their own.
    /// Example: `regions.main = { width = "1fr", takes = ["rest"] }`
    #[serde(deserialize_with = "lenient")]
    pub regions: BTreeMap<String, Key<Region>>,
    /// The header of the résumé, or its parts by name.
    #[serde(deserialize_with = "lenient")]
    pub header: Family,
    /// The grid of keys and values, in the header and in key–value lists.
    #[serde(deserialize_with = "lenient")]
    pub facts: Grid,
    /// Section titles; `[section.KIND]` for those of one kind.
    #[serde(deserialize_with = "lenient")]
    pub section: Family,
    /// Which sections stand where, and under what title.
    #[serde(deserialize_with = "lenient")]
    pub sections: Sections,
    /// Jobs, schools, projects; `[entry.KIND]` for those in sections of one kind.
    #[serde(deserialize_with = "lenient")]
    pub entry: Family,
    /// Positions held at one employer; starts from `[entry]`.
    #[serde(deserialize_with = "lenient")]
    pub role: Family,
    /// Projects inside an entry; starts from `[entry]`.
    #[serde(deserialize_with = "lenient")]
    pub project: Family,
    /// Lists.
    #[serde(deserialize_with = "lenient")]
    pub list: List,
    /// Tables.
    #[serde(deserialize_with = "lenient")]
    pub table: Table,
    /// Paragraphs.
    #[serde(deserialize_with = "lenient")]
    pub paragraph: Paragraph,
    /// Images in the text.
    #[serde(deserialize_with = "lenient")]
    pub image: Image,
    /// What only letters have.
    #[serde(deserialize_with = "lenient")]
    pub letter: Letter,
    /// The boxes of `{tags|chips}`.
    #[serde(deserialize_with = "lenient")]
    pub chip: Chip,
    /// Ratings such as ★★★☆☆.
    #[serde(deserialize_with = "lenient")]
    pub rating: Rating,
    /// What may give so that a résumé fits its pages.
    #[serde(deserialize_with = "lenient")]
    pub fit: Fit,
}

/// Takes what is no table at all, once it has been reported, for an empty one.
fn lenient<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(table: D) -> Result<T, D::Error> {
    Ok(T::deserialize(table).unwrap_or_default())
}

table! {
    /// The paper and what stands on every page.
    Page {
        /// A3 A4 A5 B5 Letter Legal, or width and height, 40mm to 1500mm.
        /// Example: `page.size = ["200mm", "280mm"]`
        size: Key<Many<Key<Raw>>>,
        /// What stays white around the regions. Example: `page.margin = { x = "18mm", y = "16mm" }`
        margin: FourSides,
        /// How far colour that touches the edge goes beyond it, up to 20mm. Example: `page.bleed = "3mm"`
        bleed: Length,
        /// A line above the text of each page. Example: `page.header = "{name} <> {folio}"`
        header: Key<Or<Running, String>>,
        /// A line below the text of each page.
        /// Example: `page.footer = { row = "<> {folio}/{pages} <>", first = false }`
        footer: Key<Or<Running, String>>,
        /// The colour of the page. Example: `page.background = "paper"`
        background: Ink,
        /// How far spaces may shrink and grow to fill a page, as factors.
        /// Example: `page.elastic = [0.85, 1.25]`
        elastic: Key<Vec<Length>>,
    }
}

table! {
    /// A line on every page.
    Running {
        /// What it says. Example: `page.footer = { row = "{name} <> {folio}/{pages}" }`
        row: RowText,
        /// Whether the first page has it; true if not said.
        /// Example: `page.footer = { row = "<> {folio}", first = false }`
        first: Key<bool>,
        /// Whether a résumé of one page has it; false if not said.
        /// Example: `page.footer = { row = "<> {folio}", single = true }`
        single: Key<bool>,
        /// From the edge of the paper to its baseline; 8mm if not said.
        /// Example: `page.footer = { row = "<> {folio}", offset = "10mm" }`
        offset: Length,
    }
}

table! {
    /// A colour for screens and for print.
    Inks {
        /// Red, green and blue. Example: `color.accent = { rgb = "#1f4e79" }`
        rgb: Key<String>,
        /// Cyan, magenta, yellow and black in percent.
        /// Example: `color.accent = { rgb = "#1f4e79", cmyk = [85, 55, 20, 25] }`
        cmyk: Key<Vec<Length>>,
    }
}

/// The faces: the stacks `body` and `mono`, and others by name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Font {
    /// For Latin letters of `body`, before the families of the stack.
    pub latin: Key<Vec<Key<String>>>,
    /// A family's size beside the others.
    pub scale: BTreeMap<String, Length>,
    /// The stacks by name.
    pub stacks: BTreeMap<String, Families>,
}

table! {
    /// A stack with Latin families of its own.
    Stack {
        /// For everything, tried in order.
        /// Example: `font.title = { families = ["Noto Serif SC"] }`
        families: Key<Many<Key<String>>>,
        /// For Latin letters, before those.
        /// Example: `font.title = { families = ["Noto Serif SC"], latin = ["Source Serif 4"] }`
        latin: Key<Many<Key<String>>>,
    }
}

table! {
    /// How paragraphs are set.
    Setting {
        /// The type size of body text, 4pt to 36pt; what em means. Example: `type.size = "10pt"`
        size: Length,
        /// From baseline to baseline: times the size, 1 to 3, or a length. Example: `type.leading = 1.6`
        leading: Length,
        /// Flush at both edges, or ragged. Example: `type.align = "justify"`
        align: Key<Align>,
        /// How the blanks of Chinese punctuation are treated: 全角 quanjiao, 开明 kaiming, 半角 banjiao,
        /// or plain, which trims none. Example: `type.punctuation = "kaiming"`
        punctuation: Key<Punctuation>,
        /// Which marks may begin or end a line: auto (by the language), basic, gb, strict (Chinese),
        /// loose, normal, strict (Japanese). Example: `type.strictness = "gb"`
        strictness: Key<Strictness>,
        /// When Latin words of running text are hyphenated: never, rarely, always. A hyphenated word is found by
        /// hardly any search. Example: `type.hyphenate = "rarely"`
        hyphenate: Key<Hyphenate>,
        /// Whether ，。、 may hang beyond the end of a line that needs the room. Example: `type.hang = true`
        hang: Key<bool>,
        /// Where Korean words may break. Example: `type.hangul = "keep"`
        hangul: Key<Hangul>,
        /// How emphasis looks on Han: dots, upright, or a stack of [font]. Example: `type.emphasis = "upright"`
        emphasis: Key<String>,
        /// Between Han and Latin. Example: `type.gap = "0.25em"`
        gap: Length,
        /// Which Latin has the gap. Example: `type.autospace = { alpha = true, digit = false }`
        autospace: Key<Or<Autospace, bool>>,
        /// The fewest lines of a paragraph at the foot of a page, 1 to 4. Example: `type.orphans = 2`
        orphans: Length,
        /// The fewest lines of a paragraph at the top of a page, 1 to 4. Example: `type.widows = 2`
        widows: Length,
    }
}

table! {
    /// Which Latin has the gap beside Han.
    Autospace {
        /// Letters. Example: `type.autospace = { alpha = true, digit = false }`
        alpha: Key<bool>,
        /// Digits. Example: `type.autospace = { alpha = true, digit = false }`
        digit: Key<bool>,
    }
}

/// Which marks may begin or end a line.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "named as clreq and CSS Text name them")]
pub enum Strictness {
    /// By the language.
    Auto,
    Basic,
    Gb,
    Strict,
    Loose,
    Normal,
}

table! {
    /// The look of a role; what it does not say it has from `body`.
    Style {
        /// Times type.size, 0.5 to 8, or a length. Example: `style.name.size = 2.2`
        size: Length,
        /// From baseline to baseline: times its own size, 1 to 3, or a length.
        /// Example: `style.name.leading = 1.3`
        leading: Length,
        /// 100 to 900. Example: `style.name.weight = 700`
        weight: Length,
        /// Latin letters slanted; Han stays upright. Example: `style.place.italic = true`
        italic: Key<bool>,
        /// The name of a colour, or #rrggbb. Example: `style.date.color = "quiet"`
        color: Ink,
        /// A stack of [font]. Example: `style.name.font = "body"`
        font: Key<String>,
        /// Added between characters, -0.1em to 1em; or for Han and Latin apart.
        /// Example: `style.name.tracking = { han = "0.3em", latin = "0.05em" }`
        tracking: Key<Or<Tracking, Amount>>,
        /// Latin letters as capitals: true, false, or small, for small capitals.
        /// Example: `style.section-title.caps = "small"`
        caps: Key<Caps>,
        /// Flush, ragged, centred. Example: `style.name.align = "center"`
        align: Key<Align>,
        /// Underlined. Example: `style.link.underline = true`
        underline: Key<bool>,
    }
}

impl Style {
    /// Returns a style that says what this one does, and else what another does.
    pub fn over(&self, other: &Style) -> Style {
        fn either<T: Clone>(own: &Key<T>, other: &Key<T>) -> Key<T> {
            if own.at().is_some() { own.clone() } else { other.clone() }
        }
        Style {
            size: either(&self.size, &other.size),
            leading: either(&self.leading, &other.leading),
            weight: either(&self.weight, &other.weight),
            italic: either(&self.italic, &other.italic),
            color: either(&self.color, &other.color),
            font: either(&self.font, &other.font),
            tracking: either(&self.tracking, &other.tracking),
            caps: either(&self.caps, &other.caps),
            align: either(&self.align, &other.align),
            underline: either(&self.underline, &other.underline),
        }
    }
}

table! {
    /// What is added between characters.
    Tracking {
        /// Between those on the em grid. Example: `style.name.tracking = { han = "0.3em" }`
        han: Length,
        /// Between Latin letters. Example: `style.name.tracking = { latin = "0.05em" }`
        latin: Length,
    }
}

table! {
    /// A part of the page with a measure of its own.
    Region {
        /// column: beside the others on every page; top: above them at the head of the first page, as
        /// tall as its text. Example: `regions.main = { place = "column", takes = ["rest"] }`
        place: Key<RegionPlace>,
        /// A length, a share of what the others leave, or a part of the text area.
        /// Example: `regions.main = { width = "1fr", takes = ["rest"] }`
        width: Length,
        /// From left to right. Example: `regions.main = { order = 2, takes = ["rest"] }`
        order: Key<i64>,
        /// Its place in the reading order. Example: `regions.main = { reads = 1, takes = ["rest"] }`
        reads: Key<i64>,
        /// The white inside it. Example: `regions.main = { pad = "5mm", takes = ["rest"] }`
        pad: FourSides,
        /// The colour behind all of it. Example: `regions.main = { background = "tint", takes = ["rest"] }`
        background: Ink,
        /// Inks that it has instead of the layout's: the name of a colour, and the ink in its place.
        /// Example: `regions.main = { color = { ink = "paper" }, background = "ink", takes = ["rest"] }`
        color: BTreeMap<String, Ink>,
        /// Styles that it has instead of the layout's, by role; what they do not say stays as it is.
        /// Example: `regions.main = { style.body.size = 0.92, takes = ["rest"] }`
        style: BTreeMap<String, Key<Style>>,
        /// What it takes: `header`, `header.PART`, `facts`, kinds of section, and one of them the `rest`.
        /// Example: `regions.main = { takes = ["header", "rest"] }`
        takes: Key<Vec<Key<String>>>,
        /// Through how many columns its text flows on each page, 1 to 4.
        /// Example: `regions.main = { columns = 2, gutter = "8mm", takes = ["rest"] }`
        columns: Length,
        /// The space between two columns.
        /// Example: `regions.main = { columns = 2, gutter = "8mm", takes = ["rest"] }`
        gutter: Length,
        /// Whether the columns of the last page end at one height.
        /// Example: `regions.main = { columns = 2, balance = true, takes = ["rest"] }`
        balance: Key<bool>,
        /// Whether it has the width of the columns beside it too, from the page on on which they have no
        /// text any more; for one region. Example: `regions.main = { spread = true, takes = ["rest"] }`
        spread: Key<bool>,
        /// A line at its left edge, unless it is the first, and between its columns.
        /// Example: `regions.main = { rule = { width = "0.5pt", color = "quiet" }, takes = ["rest"] }`
        rule: Key<Or<Line, bool>>,
    }
}
