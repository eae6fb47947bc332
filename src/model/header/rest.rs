//! Text of the header that is neither contact nor fact: kept as it is.

use super::lines::HeadLine;
use crate::model::blocks::{self, Part};
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk};
use crate::model::kinds::{ContactKind, KeyKind};
use crate::model::resume::{Contact, Header, Image, KeyValue};
use crate::model::{cut, key, words};
use crate::source::markdown as md;

/// The largest number of lines above a street: a post, a department, a university.
const MOST_ABOVE: usize = 3;

/// Returns which line begins a postal address that ends the lines; the lines above it name a post, an employer or a
/// school. If no address follows a post and at least two such names, that is after the last line.
pub(super) fn street(lines: &[HeadLine]) -> Option<usize> {
    let plain = |line: &HeadLine| line.label.is_none() && line.cells.is_empty() && is_short_line(line);
    let house = |line: &HeadLine| {
        let text = line.text.text();
        plain(line) && (words::is_job(&text) || words::is_company(&text) || is_part_of_school(&text))
    };
    let post = |line: &HeadLine| words::is_job(&line.text.text());
    // `8000 Sampleton, Denmark`: the address is a line.
    let town = |line: &HeadLine| {
        let text = line.text.text();
        plain(line) && (holds_postal_code(&text) || words::is_place(text.trim()))
    };
    let most = MOST_ABOVE.min(lines.len());
    let address = (0..=most).find(|at| is_postal(&lines[*at..]));
    let one_line = || {
        let (last, above) = lines.split_last()?;
        (above.len() >= 2 && above.len() <= most && town(last)).then_some(above.len())
    };
    let affiliation =
        || lines.first().is_some_and(post).then_some(lines.len()).filter(|count| (3..=5).contains(count));
    let street = address.or_else(one_line).or_else(affiliation)?;
    lines[..street].iter().all(house).then_some(street)
}

/// `Department of Sample Studies`, `Example University`.
pub(super) fn is_part_of_school(text: &str) -> bool {
    const PARTS: [&str; 8] = [
        "department of",
        "dept. of",
        "faculty of",
        "school of",
        "institute of",
        "institute for",
        "division of",
        "centre for",
    ];
    let lower = text.trim().to_lowercase();
    words::is_school(text) || PARTS.iter().any(|part| lower.starts_with(part))
}

/// Returns whether a line is no sentence.
fn is_short_line(line: &HeadLine) -> bool {
    let text = line.text.text();
    text.chars().count() <= 60
        && !text.trim_end().ends_with(['.', '。', ',', '，', ':', '：'])
        && !text.contains('@')
}

/// Returns whether lines are a postal address: short, one after the first with a code of at least four figures next
/// to a word, which is no year.
fn is_postal(lines: &[HeadLine]) -> bool {
    let short = |line: &HeadLine| {
        let text = line.text.text();
        text.chars().count() <= 40 && !text.contains(['@', ':', '：', '。']) && !words::is_job(&text)
    };
    let code = |line: &HeadLine| holds_postal_code(&line.text.text());
    (2..=4).contains(&lines.len())
        && lines.iter().all(|line| line.label.is_none() && short(line))
        && lines[0].text.text().contains(|c: char| c.is_ascii_digit())
        && lines[1..].iter().any(code)
}

/// `Sampleton 00207`: a word, and four to six figures that are no year.
pub(super) fn holds_postal_code(text: &str) -> bool {
    let figures = |word: &str| {
        let word = word.trim_end_matches(',');
        word.len() >= 4 && word.len() <= 6 && word.bytes().all(|b| b.is_ascii_digit()) && !is_year(word)
    };
    text.split_whitespace().any(figures) && text.contains(char::is_alphabetic)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

impl Builder<'_> {
    /// Keeps a block of text, without the images that were taken as the photo.
    pub(super) fn keep_text(&mut self, header: &mut Header, marked: &Marked<'_>) {
        match &marked.block.kind {
            md::BlockKind::Paragraph(content) => {
                let mut chunks = self.chunks(content, marked);
                chunks.retain(|chunk| !matches!(chunk, Chunk::Image(_)));
                header.blocks.extend(self.body(vec![Part::Text(chunks, marked)], false));
            }
            _ => self.keep_block(header, marked),
        }
    }

    /// Counts the items that a paragraph begins with, if the first of them is the name: a whole paper in one
    /// piece.
    pub(super) fn leading_items(&self, lines: &[HeadLine], personal: bool) -> usize {
        let named = |line: &HeadLine| match key::at_start(&line.text.text(), key::GRID_KEY) {
            Some(key) => cut::is_name_key(&line.text.slice(0..key.len)),
            None => false,
        };
        if !lines.first().is_some_and(named) {
            return 0;
        }
        lines.iter().take_while(|line| line.label.is_none() && self.is_item(line, personal)).count()
    }

    /// Keeps the lines of a paragraph after the first ones, which were contacts and facts.
    pub(super) fn keep_behind(&mut self, header: &mut Header, marked: &Marked<'_>, first: usize) {
        let md::BlockKind::Paragraph(content) = &marked.block.kind else { return };
        let mut chunks = self.chunks(content, marked);
        chunks.retain(|chunk| !matches!(chunk, Chunk::Image(_)));
        let mut left = first;
        for chunk in &mut chunks {
            if let Chunk::Lines(lines) = chunk {
                let gone = left.min(lines.len());
                lines.drain(..gone);
                left -= gone;
                if let (true, Some(line)) = (gone > 0, lines.first_mut()) {
                    line.joint = flow::Joint::Start;
                }
            }
        }
        chunks.retain(|chunk| !matches!(chunk, Chunk::Lines(lines) if lines.is_empty()));
        header.blocks.extend(self.body(vec![Part::Text(chunks, marked)], false));
    }

    /// Adds the lines of the postal address under the name; line `street` is its street, and a post above it the
    /// headline.
    pub(super) fn postal(header: &mut Header, street: usize, lines: Vec<HeadLine>) {
        for (at, line) in lines.into_iter().enumerate() {
            let Some(span) = line.text.span() else { continue };
            let value = line.text;
            if at < street && header.headline.is_none() && words::is_job(&value.text()) {
                header.headline = Some(KeyValue { key: None, value, span });
                continue;
            }
            let kinds = if at == street { vec![ContactKind::Location] } else { Vec::new() };
            header.contacts.push(Contact { kinds, key: None, value, span });
        }
    }

    /// `| Alex Sample | https://… |` over `| 1 Example St | a@example.com |`: the first cells are no keys, but the
    /// name and a contact.
    pub(super) fn first_cell(&mut self, header: &mut Header, line: &mut HeadLine, first: bool) {
        let Some(label) = &line.label else { return };
        let text = label.text();
        let text = text.trim();
        if !KeyKind::of_key(text).is_empty() {
            return;
        }
        let bare = header.name.is_none() && header.contacts.is_empty() && header.facts.is_empty();
        let item = classify(label.clone(), &self.manner);
        if first && bare && words::is_person(text) {
            self.doubt(
                label.span().unwrap_or_default(),
                "a name, judging by its shape",
                "write `# ` before it",
            );
            header.name = line.label.take();
        } else if matches!(item, Item::Contact(_)) {
            line.label = None;
            self.item(header, item);
        }
    }

    pub(super) fn keep_block(&mut self, header: &mut Header, marked: &Marked<'_>) {
        let parts = self.parts_of(std::slice::from_ref(marked));
        let blocks = self.body(parts, false);
        header.blocks.extend(blocks);
    }
}

/// The widest image that is only an icon beside words, in pixels.
const ICON: u32 = 20;

/// Makes the first image, or the one named as a photo, the photo; others stay images.
pub(super) fn photo(header: &mut Header, image: Image) {
    let named = |image: &Image| {
        let alt = image.alt.to_lowercase();
        ["avatar", "photo", "照片", "头像", "證件照", "证件照", "証明写真", "사진"]
            .iter()
            .any(|word| alt.contains(word))
    };
    // `<img style="width: 1em" …>` is the icon of a contact.
    if image.width.is_some_and(|width| width <= ICON) && !named(&image) {
        return;
    }
    match &mut header.photo {
        None => header.photo = Some(image),
        Some(photo) if named(&image) && !named(photo) => {
            let first = std::mem::replace(photo, image);
            header.blocks.push(blocks::image_block(first));
        }
        Some(_) => header.blocks.push(blocks::image_block(image)),
    }
}
