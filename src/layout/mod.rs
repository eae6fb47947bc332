//! How a résumé looks: a layout file becomes a [`Layout`] in which nothing is left optional.
//!
//! A layout is data. The bundled ones (`layouts/*.toml`) use nothing that a user's own file cannot.
//! Lengths are absolute here: `em`, factors and `%` were resolved on loading.

use std::collections::BTreeMap;

use crate::geom::{Em, Glue, Pt, Sides, Size};
use crate::model::{EntryKind, SectionKind};

/// A layout, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The name it was asked for by.
    pub name: String,
    /// Its title.
    pub title: String,
    /// One line about it.
    pub summary: String,
    /// Paper, margins, running lines.
    pub page: Page,
    /// How paragraphs are set.
    pub setting: Setting,
    /// The font stacks that styles name.
    pub stacks: Vec<Stack>,
    /// The style of each role; the roles of [`role`] are always there.
    pub styles: BTreeMap<String, Style>,
    /// The columns of the page, in reading order; at least one.
    pub regions: Vec<Region>,
    /// The parts of the header by name; the whole header is `""` when it is not divided.
    pub header: BTreeMap<String, Element>,
    /// The grid of facts in the header and of key–value lists.
    pub facts: Grid,
    /// A section: its title rows and its rule.
    pub section: Element,
    /// An entry by what it is and the kind of its section; look it up with [`Layout::entry`].
    pub entries: BTreeMap<(EntryKind, Option<SectionKind>), Element>,
    /// Lists.
    pub list: List,
    /// Tables.
    pub table: Table,
    /// The space around a paragraph.
    pub paragraph: Space,
}

impl Layout {
    /// Returns how an entry is composed: by its section's kind if the layout says so, else the
    /// common way.
    pub fn entry(&self, kind: EntryKind, section: SectionKind) -> &Element {
        let common =
            || self.entries.get(&(kind, None)).or_else(|| self.entries.get(&(EntryKind::Entry, None)));
        self.entries.get(&(kind, Some(section))).or_else(common).unwrap_or(&self.section)
    }

    /// Returns the style of a role; that of `body` if the role has none.
    pub fn style(&self, role: &str) -> &Style {
        static PLAIN: Style = Style::PLAIN;
        self.styles.get(role).or_else(|| self.styles.get(role::BODY)).unwrap_or(&PLAIN)
    }
}

/// The roles that every layout has a style for.
pub mod role {
    /// Running text.
    pub const BODY: &str = "body";
    /// The person's name.
    pub const NAME: &str = "name";
    /// The line under the name.
    pub const HEADLINE: &str = "headline";
    /// Ways to reach the person.
    pub const CONTACT: &str = "contact";
    /// Section titles.
    pub const SECTION_TITLE: &str = "section-title";
    /// The first part of an entry's line.
    pub const ENTRY_TITLE: &str = "entry-title";
    /// The position in an entry.
    pub const ENTRY_ROLE: &str = "entry-role";
    /// Dates.
    pub const DATE: &str = "date";
    /// Places.
    pub const PLACE: &str = "place";
    /// Keys of key–value lists, run-in keys, hand-written numbers of titles.
    pub const LABEL: &str = "label";
    /// The words of a tag line.
    pub const TAG: &str = "tag";
    /// List markers.
    pub const MARKER: &str = "marker";
    /// Code spans and code blocks.
    pub const CODE: &str = "code";
    /// Links.
    pub const LINK: &str = "link";
    /// Table headers.
    pub const TABLE_HEAD: &str = "table-head";
    /// Page numbers and running lines.
    pub const FOLIO: &str = "folio";
    /// All of them.
    pub const ALL: &[&str] = &[
        BODY,
        NAME,
        HEADLINE,
        CONTACT,
        SECTION_TITLE,
        ENTRY_TITLE,
        ENTRY_ROLE,
        DATE,
        PLACE,
        LABEL,
        TAG,
        MARKER,
        CODE,
        LINK,
        TABLE_HEAD,
        FOLIO,
    ];
}

/// The paper and what stands on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The trimmed page.
    pub size: Size,
    /// What stays white around the regions.
    pub margin: Sides,
    /// How far ink that touches the edge goes beyond it.
    pub bleed: Pt,
    /// The row above the text.
    pub header: Option<Running>,
    /// The row below the text.
    pub footer: Option<Running>,
    /// The colour of the paper, if it is not white.
    pub background: Option<Color>,
}

/// A row that stands on every page, outside the regions.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// The row.
    pub row: Row,
    /// Whether the first page has it.
    pub first: bool,
    /// Whether a document of one page has it.
    pub single: bool,
    /// Baseline's distance from the nearer edge of the paper.
    pub offset: Pt,
}

/// How paragraphs are set, unless a style says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The type size of `body`.
    pub size: Pt,
    /// The distance of baselines of `body`.
    pub leading: Pt,
    /// Justified, or ragged.
    pub align: Align,
    /// How the blanks of Chinese punctuation are treated (rule 26).
    pub punctuation: Punctuation,
    /// Which marks may begin or end a line; none: by the language.
    pub strictness: Option<Strictness>,
    /// Whether Latin words may be hyphenated.
    pub hyphenate: bool,
    /// The gap between Han and Latin letters (rule 30).
    pub gap: Em,
    /// Whether the gap stands beside letters, beside digits (rule 36).
    pub autospace: (bool, bool),
}

/// Styles of Chinese punctuation (rule 26).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
    /// Sizes of single families beside the others; 1 when not named.
    pub scale: BTreeMap<String, Em>,
}

/// An index into [`Layout::stacks`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StackId(pub u16);

impl StackId {
    /// The stack of running text.
    pub const BODY: StackId = StackId(0);
    /// The stack of code.
    pub const MONO: StackId = StackId(1);
}

/// The look of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Style {
    /// The type size: the Han em.
    pub size: Pt,
    /// The distance of baselines.
    pub leading: Pt,
    /// 400 or 700; others take the nearest face.
    pub weight: u16,
    /// Slanted Latin letters (Han stays upright, rule 51).
    pub italic: bool,
    /// Ink.
    pub color: Color,
    /// The faces.
    pub stack: StackId,
    /// Added between characters.
    pub tracking: Em,
    /// Latin letters as capitals.
    pub caps: bool,
    /// How its paragraphs fill their measure.
    pub align: Align,
    /// Whether it is underlined.
    pub underline: bool,
}

impl Style {
    /// Black 10 pt text on 15.5 pt: what a style has before a layout says anything.
    pub const PLAIN: Style = Style {
        size: Pt::new(10),
        leading: Pt::from_units(15 * Pt::UNITS + Pt::UNITS / 2),
        weight: 400,
        italic: false,
        color: Color::BLACK,
        stack: StackId::BODY,
        tracking: Em::ZERO,
        caps: false,
        align: Align::Justify,
        underline: false,
    };
}

/// An ink: what a screen shows, and what a press prints.
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
    /// Black ink alone.
    pub const BLACK: Color = Color { rgb: [0, 0, 0], cmyk: None };
    /// No ink.
    pub const WHITE: Color = Color { rgb: [255, 255, 255], cmyk: None };

    /// Tells whether the three parts are equal, so that black ink alone can print it.
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

/// A column of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its name in the layout file.
    pub name: String,
    /// Distance of its left edge from the page's.
    pub x: Pt,
    /// Its width, padding included.
    pub width: Pt,
    /// Distance of its upper edge from the page's, and of its lower edge from the page's foot.
    pub inset: (Pt, Pt),
    /// Padding inside.
    pub pad: Sides,
    /// The colour behind it.
    pub background: Option<Color>,
    /// What it takes; the rest goes to the region that takes [`Take::Rest`].
    pub takes: Vec<Take>,
}

impl Region {
    /// Returns the measure: the width of its lines.
    pub fn measure(&self) -> Pt {
        self.width - self.pad.left - self.pad.right
    }
}

/// What a region may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Take {
    /// A part of the header by name; `""` is the whole header.
    Header(String),
    /// The facts of the header.
    Facts,
    /// Sections of a kind.
    Section(SectionKind),
    /// Whatever no other region takes.
    Rest,
}

/// Space before and after, which fitting may vary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// Above; vanishes at the top of a page.
    pub before: Glue,
    /// Below; the larger of it and the next one's `before` counts.
    pub after: Glue,
}

/// How one kind of thing is composed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Columns side by side; usually one. A column whose slots are all empty is not there.
    pub columns: Vec<Column>,
    /// The space between two columns.
    pub gutter: Pt,
    /// Space around it.
    pub space: Space,
    /// How far it is moved in.
    pub indent: Pt,
    /// Whether its body is moved in too.
    pub indent_body: Pt,
    /// A line under (or over) its rows.
    pub rule: Option<Rule>,
    /// A box round it.
    pub frame: Option<Frame>,
    /// What must stay on one page.
    pub keep: Keep,
    /// Whether it begins a page or a column.
    pub break_before: Option<Break>,
}

/// One column of an element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its width.
    pub width: Width,
    /// Its rows from top to bottom.
    pub rows: Vec<Row>,
}

/// The width of a column or cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A length.
    Fixed(Pt),
    /// A share of what is left.
    Share(u32),
}

impl Default for Width {
    fn default() -> Width {
        Width::Share(1)
    }
}

/// One line of slots and literals, parted by fills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its cells from left to right. A row whose slots are all empty is not there.
    pub cells: Vec<Cell>,
    /// The style of the row's literals and of slots without a role of their own.
    pub role: String,
}

/// One cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Where it begins.
    pub start: Start,
    /// What it holds.
    pub parts: Vec<CellPart>,
}

/// Where a cell begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// At the left edge: the first cell of a row.
    #[default]
    Edge,
    /// Behind a fill `<>`: what is left of the row is shared between its fills.
    Fill,
    /// Behind a gap of this width: `<30mm>`.
    Gap(Pt),
    /// At this distance from the left edge: `<|40mm|>`.
    Tab(Pt),
}

/// A slot or a literal.
#[derive(Clone, Debug, PartialEq)]
pub enum CellPart {
    /// Text of the layout; printed only if the slot beside it is not empty.
    Literal(String),
    /// A value of the model.
    Slot {
        /// Which one.
        slot: Slot,
        /// The style, if it is not the slot's own.
        role: Option<String>,
        /// How it is shown.
        options: SlotOptions,
    },
}

/// The values of the model that rows can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the model's value of that name; the reference has the table")]
pub enum Slot {
    Name,
    Headline,
    Contacts,
    Facts,
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
}

/// How a slot is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlotOptions {
    /// Contacts: an icon instead of the key.
    pub icons: bool,
    /// Contacts: keep the key beside the icon.
    pub keys: bool,
    /// What stands between the items.
    pub separator: Option<String>,
    /// One item a line.
    pub stack: bool,
    /// Tags: each in a box.
    pub chips: bool,
    /// Photo: width.
    pub width: Option<Pt>,
    /// Photo: width to height, such as 3:4; none: as it is.
    pub crop: Option<(u32, u32)>,
    /// Photo: cropped to a circle.
    pub circle: bool,
}

/// A printed line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its thickness.
    pub width: Pt,
    /// Its ink.
    pub color: Color,
    /// Its distance from the text.
    pub gap: Pt,
    /// Above instead of below.
    pub above: bool,
}

/// A box with a fill or a stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The colour inside.
    pub fill: Option<Color>,
    /// Thickness and colour of its border.
    pub stroke: Option<(Pt, Color)>,
    /// The rounding of its corners.
    pub radius: Pt,
    /// The space between border and content.
    pub pad: Sides,
}

/// What must stay together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// On the page on which the next thing begins.
    pub with_next: bool,
    /// All on one page, if it fits one.
    pub together: bool,
}

/// Where something has to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// On a new page.
    Page,
    /// At the top of the region, on this page or the next.
    Region,
}

/// A grid of keys and values.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Fewest and most columns; as many as fit are used.
    pub columns: (u32, u32),
    /// How keys stand to their values.
    pub keys: Keys,
    /// The space between two columns.
    pub gutter: Pt,
    /// The space between two rows.
    pub row_gap: Glue,
    /// Space around the grid.
    pub space: Space,
}

/// How the keys of a grid stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keys {
    /// The values of a column begin at one x (rule 49).
    #[default]
    Align,
    /// Each value follows its key.
    Inline,
    /// Each value stands below its key.
    Above,
}

/// How lists look.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The marker of each depth; the last one for all deeper ones.
    pub markers: Vec<String>,
    /// How far the text is moved in at each depth.
    pub indent: Pt,
    /// The space between marker and text.
    pub gap: Pt,
    /// The space around the whole list.
    pub space: Space,
    /// The space between two items.
    pub item: Glue,
}

/// How tables look.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Padding in each cell.
    pub pad: Sides,
    /// The line under the header and under the last row.
    pub rule: Option<Rule>,
    /// Space around the table.
    pub space: Space,
}
