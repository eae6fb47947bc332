//! Lines and their kinds → the blocks of a Markdown file.

use super::columns::is_date;
use super::flow::{Plain, Vocabulary, append, cells, joins, rich};
use super::line::{Cell, Line, Typed, Words};
use super::marker::Number;
use super::shape::{Kind, Looks};
use super::title;
use crate::model::Rich;
use crate::readback::Link;

/// A block.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The name.
    Name(Rich),
    /// The title of a section.
    Title(Rich),
    /// The line of an entry, with its level below a section, in its parts.
    Head(u8, Vec<Rich>),
    /// A paragraph, line by line; each in its parts.
    Paragraph(Vec<Vec<Rich>>),
    /// An item, with its depth in a list, and its number if it has one.
    Item {
        /// 0 for an item that is in no other.
        depth: usize,
        /// As written.
        number: Option<Number>,
        /// Its text, line by line.
        lines: Vec<Vec<Rich>>,
    },
    /// A table, row by row.
    Table(Vec<Vec<Rich>>),
}

/// Where a block stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The pages of its first and last lines, from 0.
    pub pages: [usize; 2],
    /// The baselines of these lines, in points from below.
    pub y: [f64; 2],
    /// The type size in points.
    pub size: f64,
}

impl Spot {
    fn of(line: &Line) -> Spot {
        Spot { pages: [line.page; 2], y: [line.y; 2], size: line.size }
    }

    fn reach(&mut self, line: &Line) {
        (self.pages[1], self.y[1]) = (line.page, line.y);
    }

    /// Returns the distance down to the block below; `None` if it is elsewhere.
    pub fn gap(&self, below: &Spot) -> Option<f64> {
        let gap = self.y[1] - below.y[0];
        (self.pages[1] == below.pages[0] && gap > 0.0).then_some(gap)
    }
}

/// A block and its place.
pub type Placed = (Block, Spot);

/// Joins lines into blocks.
pub fn blocks(
    lines: &[Line],
    kinds: &[Kind],
    looks: &Looks,
    (links, typed): (&[Link], Typed),
) -> Vec<Placed> {
    let mut builder = Builder {
        plain: Plain { body: looks.body, links, bare: false },
        vocabulary: Vocabulary::of(lines, !typed.0),
        blocks: Vec::new(),
        open: None,
        marks: Vec::new(),
        header: kinds.contains(&Kind::Title),
    };
    let mut before: Option<(&Line, &Kind)> = None;
    for (at, (line, kind)) in lines.iter().zip(kinds).enumerate() {
        if *kind == Kind::Row {
            let rest = lines[at..].iter().zip(&kinds[at..]);
            if !before.is_some_and(|(above, kind)| *kind == Kind::Row && table(above) == table(line)) {
                let of_table =
                    rest.take_while(|(other, kind)| **kind == Kind::Row && table(other) == table(line));
                builder.table(&of_table.map(|(line, _)| line).collect::<Vec<&Line>>());
            }
        } else {
            builder.line(line, kind, before);
        }
        before = Some((line, kind));
    }
    builder.close();
    builder.blocks
}

fn table(line: &Line) -> Option<(u32, u16)> {
    line.tag.and_then(|tag| tag.cell).map(|[table, ..]| table)
}

/// A line of a paragraph: its parts, or running text.
enum Part {
    Cells(Vec<Cell>),
    Words(Vec<Words>),
}

/// A paragraph or an item that may continue.
struct Open {
    item: Option<Item>,
    parts: Vec<Part>,
    spot: Spot,
}

struct Item {
    /// Where its mark begins.
    mark: f64,
    /// Where its text begins.
    text: f64,
    number: Option<Number>,
    /// How many items it is nested in, if the tags give it.
    depth: Option<usize>,
}

struct Builder<'a> {
    plain: Plain<'a>,
    vocabulary: Vocabulary,
    blocks: Vec<Placed>,
    open: Option<Open>,
    /// Where the marks of the possible parents of the next item begin.
    marks: Vec<f64>,
    /// Whether no title has come yet, though there are some.
    header: bool,
}

impl Builder<'_> {
    fn line(&mut self, line: &Line, kind: &Kind, before: Option<(&Line, &Kind)>) {
        let same = before.filter(|(above, other)| *other == kind && goes_on(above, line)).is_some();
        match kind {
            Kind::Name | Kind::Title | Kind::Head(_) => {
                self.close();
                self.marks.clear();
                self.header &= *kind != Kind::Title;
                self.heading(line, kind, before.map(|(above, _)| above).filter(|_| same));
            }
            Kind::Item(marker) => {
                self.close();
                let depth = line.tag.filter(|tag| tag.depth > 0).map(|tag| tag.depth - 1);
                let item =
                    Some(Item { mark: marker.x, text: line.left(), number: marker.number.clone(), depth });
                self.open = Some(Open { item, parts: vec![part(line)], spot: Spot::of(line) });
            }
            Kind::Row => {}
            Kind::Text => {
                let block = |line: &Line| line.tag.and_then(|tag| tag.block);
                let first = before.is_none_or(|(above, _)| block(above) != block(line));
                let tags = if self.header || !first { None } else { title::tags(line, &self.plain.body) };
                match (tags, before.filter(|(_, kind)| matches!(kind, Kind::Text | Kind::Item(_)))) {
                    (Some(tags), _) => {
                        self.close();
                        let row = vec![title::code(&tags)];
                        self.blocks.push((Block::Paragraph(vec![row]), Spot::of(line)));
                    }
                    (None, Some((above, _))) => self.text(above, line),
                    (None, None) => self.begin(line),
                }
            }
        }
    }

    fn heading(&mut self, line: &Line, kind: &Kind, above: Option<&Line>) {
        let bare = Plain { bare: true, ..self.plain };
        let mut whole = Vec::new();
        append(&mut whole, line, &self.vocabulary);
        let whole = rich(&whole, &bare);
        let block = match kind {
            Kind::Name => Block::Name(whole),
            Kind::Title => Block::Title(whole),
            Kind::Head(level) => Block::Head(*level, title::parts(line, &bare)),
            _ => return,
        };
        let Some((above, (known, spot))) = above.zip(self.blocks.last_mut()) else {
            return self.blocks.push((block, Spot::of(line)));
        };
        spot.reach(line);
        match (known, block) {
            (Block::Name(text), Block::Name(more)) | (Block::Title(text), Block::Title(more)) => {
                add(text, more);
            }
            (Block::Head(_, known), Block::Head(_, more)) => {
                let last = known.iter().rposition(|part| !is_date(&part.text()));
                match last.filter(|_| title::wraps(above, line)) {
                    Some(last) => more.into_iter().for_each(|more| add(&mut known[last], more)),
                    None => known.extend(more),
                }
            }
            (_, block) => self.blocks.push((block, Spot::of(line))),
        }
    }

    /// Begins a paragraph.
    fn begin(&mut self, line: &Line) {
        self.close();
        self.open = Some(Open { item: None, parts: vec![part(line)], spot: Spot::of(line) });
    }

    /// Continues a paragraph or an item, or begins a paragraph.
    fn text(&mut self, above: &Line, line: &Line) {
        let Some(open) = &mut self.open else { return self.begin(line) };
        let hangs = match &open.item {
            Some(Item { mark, text, .. }) => {
                line.left() > mark + 0.3 * line.size && line.left() > text - line.size
            }
            None => (line.left() - above.left()).abs() < 0.6 * line.size,
        };
        let tagged = line.tag.is_some_and(|tag| tag.block.is_some());
        let same = tagged && line.tag.map(|tag| tag.block) == above.tag.map(|tag| tag.block);
        let gap = (above.y - line.y) / line.size.max(above.size).max(1.0);
        let near = line.page == above.page && (0.0..1.9).contains(&gap);
        let loose = open.item.is_some() || (line.left() - above.left()).abs() < 3.0 * line.size;
        // A tagged item of the header is one contact or one fact, however it is broken.
        let whole = same && self.header && open.item.is_some();
        let contacts = (!same || self.header) && (is_contact(above) || is_contact(line));
        if whole || (joins(above, line) && (hangs || tagged || loose) && !contacts) {
            open.spot.reach(line);
            match open.parts.last_mut() {
                Some(Part::Words(words)) => return append(words, line, &self.vocabulary),
                Some(last @ Part::Cells(_)) => {
                    let mut words = Vec::new();
                    append(&mut words, above, &self.vocabulary);
                    append(&mut words, line, &self.vocabulary);
                    *last = Part::Words(words);
                    return;
                }
                None => {}
            }
        }
        let of_item = open.item.is_none()
            || line.tag.is_none()
            || line.tag.map(|tag| tag.item) == above.tag.map(|tag| tag.item);
        if same || (!tagged && hangs && near && of_item) {
            open.spot.reach(line);
            open.parts.push(part(line));
        } else {
            self.begin(line);
        }
    }

    fn close(&mut self) {
        let Some(Open { item, parts, spot }) = self.open.take() else { return };
        let plain = Plain { bare: self.header, ..self.plain };
        let lines: Vec<Vec<Rich>> = parts
            .iter()
            .map(|part| match part {
                Part::Cells(cells) => cells.iter().map(|cell| rich(&cell.words, &plain)).collect(),
                Part::Words(words) => vec![rich(words, &plain)],
            })
            .collect();
        match item {
            Some(Item { mark, number, depth, .. }) => {
                self.marks.retain(|outer| *outer < mark - 2.0);
                let depth = depth.unwrap_or(self.marks.len()).min(5);
                self.marks.push(mark);
                self.blocks.push((Block::Item { depth, number, lines }, spot));
            }
            None => {
                self.marks.clear();
                self.blocks.push((Block::Paragraph(lines), spot));
            }
        }
    }

    /// Adds a table: the lines of each cell form one text.
    fn table(&mut self, lines: &[&Line]) {
        self.close();
        let ids = |line: &Line| line.tag.and_then(|tag| tag.cell).unwrap_or_default();
        let mut rows: Vec<Vec<Rich>> = Vec::new();
        for row in lines.chunk_by(|a, b| ids(a)[1] == ids(b)[1]) {
            let mut cells = Vec::new();
            for cell in row.chunk_by(|a, b| ids(a)[2] == ids(b)[2]) {
                let mut words = Vec::new();
                cell.iter().for_each(|line| append(&mut words, line, &self.vocabulary));
                cells.push(rich(&words, &self.plain));
            }
            rows.push(cells);
        }
        if let Some(first) = lines.first() {
            let mut spot = Spot::of(first);
            lines.iter().for_each(|line| spot.reach(line));
            self.blocks.push((Block::Table(rows), spot));
        }
    }
}

/// Returns whether a title continues the line above it.
fn goes_on(above: &Line, line: &Line) -> bool {
    let blocks = [above, line].map(|line| line.tag.and_then(|tag| tag.block));
    let long = above.cells.len() == 1 && line.cells.len() == 1 && above.text().chars().count() > 20;
    (blocks[0].is_some() && blocks[0] == blocks[1]) || (blocks == [None, None] && long && joins(above, line))
}

fn part(line: &Line) -> Part {
    let cells = cells(line);
    if cells.len() > 1 {
        return Part::Cells(cells);
    }
    Part::Words(cells.into_iter().flat_map(|cell| cell.words).collect())
}

/// Appends a text to another.
fn add(text: &mut Rich, more: Rich) {
    let wide = |c: Option<char>| c.is_some_and(crate::source::chars::is_wide);
    let (before, behind) = (text.text().chars().next_back(), more.text().chars().next());
    if !wide(before) || !wide(behind) {
        text.0.extend(Rich::plain(" ", crate::diag::Span::default()).0);
    }
    text.0.extend(more.0);
}

/// Returns whether a line holds an address or a number, which does not continue.
pub fn is_contact(line: &Line) -> bool {
    is_contact_text(&line.text())
}

/// Returns whether a text is a contact.
pub fn is_contact_text(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let short = text.chars().count() < 60;
    short
        && (text.contains('@')
            || text.contains("://")
            || text.contains("www.")
            || text.contains(".com")
            || (digits >= 7 && digits * 2 > text.chars().count()))
}
