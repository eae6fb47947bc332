//! The types of the tree: plain data, nothing placed.

use super::inline::{Inline, Text};
use super::structure::{Structure, TagId};
use crate::geom::{Em, Glue, Pt, Sides, Size};
use crate::layout::{
    Align, Break, Color, Emphasis, Frame, Grid, Hangul, Hyphenate, Keep, LeastLines, Marker, Punctuation,
    Rail, Rule, Stack, Start, Strictness, Width,
};

/// All boxes of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// One flow per region of the layout, in reading order.
    pub regions: Vec<Flow>,
    /// A region whose text may continue in a wider measure.
    pub spread: Option<Spread>,
    /// The row above and the row below the text of each page; folio slots still open.
    pub running: [Option<RunningBox>; 2],
    /// The marks at the edge of the first page that show where it is folded.
    pub fold_marks: Vec<FoldMark>,
    /// The role of each piece of content, for the tag tree.
    pub structure: Structure,
    /// Headings for the outline, in reading order.
    pub outline: Vec<Heading>,
    /// The stacks of faces that styles name.
    pub stacks: Vec<Stack>,
    /// The language of the document.
    pub lang: String,
}

/// A heading that the outline shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The title.
    pub title: String,
    /// 0 for the name.
    pub depth: u8,
    /// Its element.
    pub tag: TagId,
}

/// The boxes of one region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// The width of its lines.
    pub measure: Pt,
    /// Its boxes from top to bottom.
    pub blocks: Vec<Block>,
}

/// A region whose text has a wider measure from the page on which the columns beside it are spent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// The index of the region.
    pub region: usize,
    /// The wider measure.
    pub measure: Pt,
    /// The maximum height of its text together with what is above it on one page.
    pub room: Pt,
    /// The regions above the columns.
    pub above: Vec<usize>,
}

/// A running row, set again on each page.
#[derive(Clone, Debug, PartialEq)]
pub struct RunningBox {
    /// Its cells.
    pub row: RowBox,
    /// Whether it is on the first page.
    pub first: bool,
    /// Whether it is in a document of one page.
    pub single: bool,
}

/// A short line at the left edge of the first page of a letter: where it is folded or punched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoldMark {
    /// Its distance from the upper edge of the paper.
    pub y: Pt,
    /// Its length.
    pub length: Pt,
    /// Its ink.
    pub color: Color,
}

/// A box with the space around it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Space above; of this and the `after` of the box before, the larger counts. Vanishes at the top
    /// of a page.
    pub before: Glue,
    /// Space below.
    pub after: Glue,
    /// Its indents at the left and at the right.
    pub indent: (Pt, Pt),
    /// Its minimum height, the space below it included.
    pub least: Pt,
    /// What must stay together.
    pub keep: Keep,
    /// The page or column that it begins, if any.
    pub break_before: Option<Break>,
    /// The extra price of a page break inside it or before it.
    pub parting: i32,
    /// Whether it should preferably not begin a page, if it has only one line: the last item of a list,
    /// the last of an entry.
    pub last: bool,
    /// A box around it.
    pub frame: Option<Frame>,
    /// A mark before its first line.
    pub marker: Option<Marker>,
    /// A vertical line along it, at its left edge before indentation.
    pub rail: Option<Rail>,
    /// Boxes to the left of its first line.
    pub beside: Option<SideBox>,
    /// Its content.
    pub content: Content,
}

/// Boxes to the left of another one's first line, in the room that its indent leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBox {
    /// Their measure.
    pub width: Pt,
    /// The boxes.
    pub blocks: Vec<Block>,
}

/// A printed line across the measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleBox {
    /// Its thickness.
    pub width: Pt,
    /// Its ink.
    pub color: Color,
    /// Its height above the baseline of the text beside it.
    pub raise: Pt,
}

/// The content of a box.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Boxes one above the other.
    Stack(Vec<Block>),
    /// Text.
    Paragraph(Paragraph),
    /// Cells side by side, on a common first baseline.
    Row(RowBox),
    /// Keys and values.
    Grid(GridBox),
    /// A table.
    Table(TableBox),
    /// Boxes in columns side by side.
    Columns(ColumnsBox),
    /// A printed line across the measure.
    Rule(RuleBox),
    /// An image.
    Image(ImageBox),
}

impl Default for Content {
    fn default() -> Content {
        Content::Stack(Vec::new())
    }
}

/// Text that is broken into lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// Its text in order.
    pub inlines: Vec<Inline>,
    /// A label that hangs before its first line.
    pub label: Option<Hanging>,
    /// Its setting.
    pub setting: ParagraphSetting,
    /// Its element in the tag tree; `None` for an artifact (a folio).
    pub tag: Option<TagId>,
}

/// A label before a paragraph: a marker, a hand-written number, a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Hanging {
    /// Its text.
    pub inlines: Vec<Inline>,
    /// Its width.
    pub width: HangingWidth,
    /// Its element; `None` for an artifact.
    pub tag: Option<TagId>,
}

/// The indent of a paragraph's lines past its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HangingWidth {
    /// The label's own width; the text follows it at once, as in running text.
    Natural,
    /// A given length; the label ends `gap` before the text.
    Fixed {
        /// The indent of the text.
        indent: Pt,
        /// The space between label and text.
        gap: Pt,
    },
}

/// The setting of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParagraphSetting {
    /// Alignment: justified, ragged, centred.
    pub align: Align,
    /// The distance between its baselines.
    pub leading: Pt,
    /// The indent of its first line, if no label hangs before it.
    pub first: Pt,
    /// Its language, a BCP 47 tag.
    pub lang: String,
    /// The trimming of Chinese punctuation.
    pub punctuation: Punctuation,
    /// Which marks may begin or end a line; `None`: decided by the language.
    pub strictness: Option<Strictness>,
    /// When its Latin words are hyphenated.
    pub hyphenate: Hyphenate,
    /// Whether ，。、 may hang beyond the end of a line that needs the room.
    pub hang: bool,
    /// Where Korean words may break.
    pub hangul: Hangul,
    /// The look of emphasis on Han.
    pub emphasis: Emphasis,
    /// The gap between Han and Latin letters.
    pub gap: Em,
    /// Whether there is a gap next to letters, and next to digits.
    pub autospace: (bool, bool),
    /// The minimum number of its lines on either side of a page break.
    pub least_lines: LeastLines,
    /// Whether it is a title: its last line should not be a word or two, and no word is hyphenated.
    pub heading: bool,
    /// The number of lines more (fewer if negative) than looks best, if that is possible; used to balance columns.
    pub looseness: i8,
}

/// Cells side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowBox {
    /// From left to right.
    pub cells: Vec<CellBox>,
}

/// One cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct CellBox {
    /// Its position.
    pub start: Start,
    /// Its maximum width.
    pub width: CellWidth,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// The width of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellWidth {
    /// The width of its text on one line; the first such cell wraps when the row is too narrow.
    Natural,
    /// A length, or a share of what the others leave.
    Given(Width),
}

/// Boxes in columns of about equal height, read one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnsBox {
    /// The maximum number of columns.
    pub count: u32,
    /// The space between two columns.
    pub gutter: Pt,
    /// The minimum width of a column.
    pub least: Pt,
    /// The minimum width in which text is justified.
    pub justified: Pt,
    /// The maximum height of the columns: no page divides them. Taller content takes several rows of columns.
    pub most: Pt,
    /// Their content, in order.
    pub blocks: Vec<Block>,
}

/// A grid of keys and values.
#[derive(Clone, Debug, PartialEq)]
pub struct GridBox {
    /// Its layout.
    pub grid: Grid,
    /// The space between the widest key of a column and the values.
    pub key_gap: Pt,
    /// Keys and values in reading order.
    pub pairs: Vec<(Paragraph, Paragraph)>,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableBox {
    /// The header's cells; may be empty. Repeated on each page on which the table continues, unless it is too tall.
    pub head: Vec<Paragraph>,
    /// The maximum height of a header that is repeated.
    pub tallest_repeated: Pt,
    /// The rows, each with equally many cells.
    pub rows: Vec<Vec<Paragraph>>,
    /// The images in its cells, each under the text of its cell: the row, from 0, `None` for the header; and the
    /// column.
    pub images: Vec<(Option<usize>, usize, ImageBox)>,
    /// Padding in each cell.
    pub pad: Sides,
    /// The line under the header and under the last row, unless there is a border.
    pub rule: Option<RuleBox>,
    /// Thickness and ink of the lines at all edges of its cells.
    pub border: Option<(Pt, Color)>,
    /// The colour behind the header.
    pub head_fill: Option<Color>,
}

/// An image at its printed size.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageBox {
    /// The key in [`crate::model::Resume::images`].
    pub src: String,
    /// Its printed size; scaled down if the measure is narrower.
    pub size: Size,
    /// Its maximum width, as a factor of the measure.
    pub most: Em,
    /// The part of the picture that is shown, in pixels: x, y, width, height.
    pub crop: [u32; 4],
    /// The rounding of its corners.
    pub radius: Pt,
    /// Its alignment in the measure.
    pub align: Align,
    /// Its element.
    pub tag: TagId,
}

impl From<Rule> for RuleBox {
    fn from(rule: Rule) -> RuleBox {
        RuleBox { width: rule.width, color: rule.color, raise: Pt::ZERO }
    }
}

impl RowBox {
    /// Returns a row of one cell as wide as the measure.
    pub fn single(block: Block) -> RowBox {
        let cell =
            CellBox { start: Start::Edge, width: CellWidth::Given(Width::Share(1)), blocks: vec![block] };
        RowBox { cells: vec![cell] }
    }

    /// Returns the row as one that runs on every page: an artifact, none of whose text belongs to an
    /// element, and short enough for a line.
    #[must_use]
    pub fn running(mut self) -> RowBox {
        for block in self.cells.iter_mut().flat_map(|cell| &mut cell.blocks) {
            if let Content::Paragraph(paragraph) = &mut block.content {
                paragraph.tag = None;
                paragraph.label = None;
                let mut room = LONGEST_RUNNING;
                for inline in &mut paragraph.inlines {
                    if let Inline::Text(text) | Inline::Separator(text) = inline {
                        text.tag = None;
                        clip(text, &mut room);
                    }
                }
            }
        }
        self
    }
}

/// The maximum number of characters shown in one cell of a running row: a name is not longer.
const LONGEST_RUNNING: usize = 80;

/// Cuts a text off where the room ends.
fn clip(text: &mut Text, room: &mut usize) {
    match text.text.char_indices().nth(*room) {
        Some((end, _)) => {
            let own = text.span.len() == text.text.len();
            text.text.truncate(end);
            text.span.end = text.span.start + if own { end as u32 } else { 0 };
            *room = 0;
        }
        None => *room -= text.text.chars().count(),
    }
}
