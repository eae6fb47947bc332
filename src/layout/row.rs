//! Rows: one line of slots and literals each.

use crate::geom::Pt;

/// One line of slots and literals, separated by fills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its cells from left to right. A row whose slots are all empty is omitted.
    pub cells: Vec<Cell>,
    /// The style of the row's literals and of slots without a role of their own.
    pub role: String,
}

/// One cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its start.
    pub start: Start,
    /// Its content.
    pub parts: Vec<CellPart>,
}

/// The start of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// At the left edge: the first cell of a row.
    #[default]
    Edge,
    /// After a fill `<>`: the rest of the row is shared between its fills.
    Fill,
    /// After a gap of this width: `<30mm>`.
    Gap(Pt),
    /// At this distance from the left edge: `<|40mm|>`.
    Tab(Pt),
}

/// A slot or a literal.
#[derive(Clone, Debug, PartialEq)]
pub enum CellPart {
    /// Text of the layout; printed only if the slot next to it is not empty.
    Literal(String),
    /// A value of the model.
    Slot {
        /// The value.
        slot: Slot,
        /// The style, if it is not the slot's own.
        role: Option<String>,
        /// Its options.
        options: SlotOptions,
    },
    /// Slots in the order in which they are tried: the first that has a value and is shown by no other part of
    /// its element is printed here.
    FirstOf(Vec<CellPart>),
}

/// The values of the model that rows can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the model's value of that name; the reference has the table")]
pub enum Slot {
    Icon,
    Name,
    NameFirst,
    NameRest,
    Headline,
    Contacts,
    Facts,
    /// Facts and contacts in one grid.
    FactsAll,
    Photo,
    Title,
    Organization,
    Role,
    Subject,
    Degree,
    Place,
    Date,
    Tags,
    Number,
    Folio,
    Pages,
    /// One of the author's own keys.
    Field(FieldKey),
    /// Stands for alternatives of which none has anything to show: always empty.
    Nothing,
}

/// The name of one of the author's own keys: up to 32 bytes of letters, digits, `-` and `_`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldKey {
    bytes: [u8; FieldKey::LONGEST],
    length: u8,
}

impl FieldKey {
    const LONGEST: usize = 32;

    /// Returns the key with this name; `None` if it is not valid.
    pub fn new(name: &str) -> Option<FieldKey> {
        let sound = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let mut bytes = [0; FieldKey::LONGEST];
        bytes
            .get_mut(..name.len())
            .filter(|_| !name.is_empty() && name.chars().all(sound))?
            .copy_from_slice(name.as_bytes());
        Some(FieldKey { bytes, length: name.len() as u8 })
    }

    /// Returns the name.
    pub fn name(&self) -> &str {
        self.bytes
            .get(..usize::from(self.length))
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}

/// The options of a slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlotOptions {
    /// Contacts: an icon instead of the key.
    pub icons: bool,
    /// Contacts: keep the key next to the icon.
    pub keys: bool,
    /// Contacts: no key where the value makes it obvious.
    pub bare: bool,
    /// Contacts: addresses as they were written, with `https://`.
    pub full: bool,
    /// The separator of the items.
    pub separator: Option<String>,
    /// One item per line.
    pub stack: bool,
    /// Tags: each in a box.
    pub chips: bool,
    /// Photo: width.
    pub width: Option<Pt>,
    /// Photo: width to height, such as 3:4; `None`: uncropped.
    pub crop: Option<(u32, u32)>,
    /// Photo: cropped to a circle.
    pub circle: bool,
    /// Photo: the rounding of its corners.
    pub radius: Pt,
}
