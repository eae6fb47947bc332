//! What a layout file may say: the serde types, one a table. Ranges and names are checked later.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::{Amount, Key, Many, Or, Raw};
use crate::layout::{Align, Hangul, Keys, Punctuation};

/// A length, a factor or a share.
pub type Length = Key<Amount>;
/// The name of a colour, or `#rrggbb`.
pub type Ink = Key<String>;
/// A row string.
pub type RowText = Key<String>;

/// A whole layout file, after inheritance.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/layouts.md has each key with an example")]
pub struct File {
    pub title: Key<String>,
    pub summary: Key<String>,
    #[serde(deserialize_with = "lenient")]
    pub page: Page,
    #[serde(deserialize_with = "lenient")]
    pub color: BTreeMap<String, Key<Or<Inks, String>>>,
    #[serde(deserialize_with = "lenient")]
    pub font: Font,
    #[serde(rename = "type", deserialize_with = "lenient")]
    pub setting: Setting,
    #[serde(deserialize_with = "lenient")]
    pub style: BTreeMap<String, Key<Style>>,
    #[serde(deserialize_with = "lenient")]
    pub regions: BTreeMap<String, Key<Region>>,
    #[serde(deserialize_with = "lenient")]
    pub header: Family,
    #[serde(deserialize_with = "lenient")]
    pub facts: Grid,
    #[serde(deserialize_with = "lenient")]
    pub section: Element,
    #[serde(deserialize_with = "lenient")]
    pub entry: Family,
    #[serde(deserialize_with = "lenient")]
    pub role: Family,
    #[serde(deserialize_with = "lenient")]
    pub project: Family,
    #[serde(deserialize_with = "lenient")]
    pub list: List,
    #[serde(deserialize_with = "lenient")]
    pub table: Table,
    #[serde(deserialize_with = "lenient")]
    pub paragraph: Paragraph,
    #[serde(deserialize_with = "lenient")]
    pub fit: Fit,
}

/// Takes what is no table at all, once it has been reported, for an empty one.
fn lenient<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(table: D) -> Result<T, D::Error> {
    Ok(T::deserialize(table).unwrap_or_default())
}

macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Deserialize)]
        #[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
        #[allow(missing_docs, reason = "docs/layouts.md has each key with an example")]
        pub struct $name { $(pub $field: $kind,)* }
    };
}

table! {
    /// `[page]`
    Page {
        size: Key<Many<Key<Raw>>>,
        margin: Key<Or<Sides, Many<Length>>>,
        bleed: Length,
        header: Key<Or<Running, String>>,
        footer: Key<Or<Running, String>>,
        background: Ink,
        elastic: Key<Vec<Length>>,
    }
}

table! {
    /// Four sides; a side's own name beats `x` and `y`.
    Sides { x: Length, y: Length, top: Length, right: Length, bottom: Length, left: Length, }
}

table! {
    /// `page.header`, `page.footer`
    Running { row: RowText, first: Key<bool>, single: Key<bool>, offset: Length, }
}

table! {
    /// A colour for screens and for print.
    Inks { rgb: Key<String>, cmyk: Key<Vec<Length>>, }
}

table! {
    /// `[font]`
    Font {
        latin: Key<Vec<Key<String>>>,
        scale: BTreeMap<String, Length>,
        stacks: BTreeMap<String, Key<Or<Stack, Many<Key<String>>>>>,
    }
}

table! {
    /// A stack with Latin families of its own.
    Stack { families: Key<Many<Key<String>>>, latin: Key<Many<Key<String>>>, }
}

table! {
    /// `[type]`
    Setting {
        size: Length,
        leading: Length,
        align: Key<Align>,
        punctuation: Key<Punctuation>,
        strictness: Key<Strictness>,
        hyphenate: Key<bool>,
        hang: Key<bool>,
        hangul: Key<Hangul>,
        emphasis: Key<String>,
        gap: Length,
        autospace: Key<Or<Autospace, bool>>,
    }
}

table! {
    /// `type.autospace`
    Autospace { alpha: Key<bool>, digit: Key<bool>, }
}

/// `type.strictness`
#[derive(Clone, Copy, Debug, Deserialize)]
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
    /// `[style.ROLE]`
    Style {
        size: Length,
        leading: Length,
        weight: Length,
        italic: Key<bool>,
        color: Ink,
        font: Key<String>,
        tracking: Length,
        caps: Key<bool>,
        align: Key<Align>,
        underline: Key<bool>,
    }
}

table! {
    /// `[regions.NAME]`
    Region {
        width: Length,
        order: Key<i64>,
        reads: Key<i64>,
        pad: Key<Or<Sides, Many<Length>>>,
        background: Ink,
        takes: Key<Vec<Key<String>>>,
    }
}

/// Elements by kind or part.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Family {
    /// What all of them share.
    pub own: Element,
    /// The kinds or parts that differ.
    pub named: BTreeMap<String, Element>,
}

table! {
    /// `[header]`, `[section]`, `[entry]`, …
    Element {
        rows: Key<Vec<RowText>>,
        columns: Key<Vec<Key<Many<RowText>>>>,
        widths: Key<Vec<Length>>,
        gutter: Length,
        space: Key<Many<Length>>,
        indent: Length,
        indent_body: Length,
        rule: Key<Or<Rule, bool>>,
        frame: Key<Or<Frame, bool>>,
        keep: Key<Many<Key<Keep>>>,
        r#break: Key<Break>,
    }
}

/// The keys of an element.
pub const ELEMENT_KEYS: &[&str] = &[
    "rows",
    "columns",
    "widths",
    "gutter",
    "space",
    "indent",
    "indent-body",
    "rule",
    "frame",
    "keep",
    "break",
];

table! {
    /// A printed line.
    Rule { width: Length, color: Ink, gap: Length, above: Key<bool>, }
}

table! {
    /// A box.
    Frame {
        fill: Ink,
        stroke: Key<Or<Stroke, bool>>,
        radius: Length,
        pad: Key<Or<Sides, Many<Length>>>,
    }
}

table! {
    /// The border of a box.
    Stroke { width: Length, color: Ink, }
}

/// What must stay together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// Nothing.
    None,
    /// This and the beginning of what follows.
    WithNext,
    /// All of this.
    Together,
}

/// Where something has to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Break {
    /// Anywhere.
    None,
    /// On a new page.
    Page,
    /// At the top of a region.
    Region,
}

table! {
    /// `[facts]`
    Grid {
        columns: Key<Many<Length>>,
        keys: Key<Keys>,
        gutter: Length,
        row_gap: Length,
        space: Key<Many<Length>>,
    }
}

table! {
    /// `[list]`
    List {
        marker: Key<Many<Key<String>>>,
        indent: Length,
        gap: Length,
        space: Key<Many<Length>>,
        item: Length,
    }
}

table! {
    /// `[table]`
    Table {
        pad: Key<Or<Sides, Many<Length>>>,
        rule: Key<Or<Rule, bool>>,
        space: Key<Many<Length>>,
    }
}

table! {
    /// `[paragraph]`
    Paragraph { space: Key<Many<Length>>, }
}

table! {
    /// `[fit]`
    Fit { order: Key<Vec<Key<String>>>, ranges: BTreeMap<String, Key<Vec<Length>>>, }
}
