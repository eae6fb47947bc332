//! The kind of each line: the name, the title of a section, the line of an entry, an item, text. Tags decide where
//! they can, else the look of the line compared with the others.

use std::collections::BTreeMap;

use super::columns::is_date;
use super::ink::Style;
use super::line::{Cell, Line, Words, usual};
use super::marker::{self, Drawn, Marker};
use crate::model::SectionKind;

/// The kind of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The name of the person.
    Name,
    /// The title of a section.
    Title,
    /// The line of an entry, with its level below that of a section.
    Head(u8),
    /// A line with which an item begins.
    Item(Marker),
    /// A row of a table.
    Row,
    /// Anything else.
    Text,
}

/// The look of a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tone {
    size: u32,
    bold: bool,
    italic: bool,
    ink: [u8; 3],
    face: usize,
    capitals: bool,
}

/// The most looks of titles that are told apart.
const MOST_TONES: usize = 64;
/// The longest line that can be a title, in characters.
const LONGEST: usize = 60;

/// The look of most of the text, and those of titles.
pub struct Looks {
    /// The look of running text.
    pub body: Style,
    titles: Vec<Tone>,
}

/// Separates the titles of sections in the margin from the lines next to them.
pub fn part_titles(lines: Vec<Line>) -> Vec<Line> {
    let first = |line: &Line| line.cells.first().map_or(0.0, |cell| cell.x[0]);
    let exact = |line: &Line| {
        let text = line.cells.first().map(Cell::text).unwrap_or_default();
        line.cells.len() > 1
            && line.tag.is_none()
            && text.chars().count() <= 40
            && SectionKind::is_exact_title(text.trim())
    };
    let known: Vec<(Tone, f64)> =
        lines.iter().filter(|line| exact(line)).map(|line| (tone(line), first(line))).collect();
    let known = &known[..known.len().min(MOST_TONES)];
    if known.len() < 2 {
        return lines;
    }
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        let like = |(tone_of, x): &(Tone, f64)| *tone_of == tone(&line) && (x - first(&line)).abs() < 3.0;
        if line.cells.len() < 2 || !known.iter().any(like) {
            out.push(line);
            continue;
        }
        let mut title = line.clone();
        let mut rest = line;
        rest.cells.remove(0);
        title.cells.truncate(1);
        for part in [&mut title, &mut rest] {
            part.style = usual(part.cells.iter().flat_map(|cell| &cell.words));
        }
        out.extend([title, rest]);
    }
    out
}

/// Returns the kind of each line. Marks of items are removed from their lines.
pub fn kinds(lines: &mut [Line], drawn: &Drawn<'_>) -> (Vec<Kind>, Looks) {
    let body = usual(lines.iter().flat_map(|line| &line.cells).flat_map(|cell| &cell.words));
    let mut looks = Looks { body, titles: Vec::new() };
    let mut kinds = items(lines, drawn, &looks);
    let headings = lines.iter().filter(|line| heading(line).is_some()).count();
    if headings >= 2 {
        by_tags(lines, &mut kinds, &looks);
    } else {
        looks.titles = titles(lines, &kinds, &looks);
        by_looks(lines, &mut kinds, &looks);
    }
    name(lines, &mut kinds, &looks);
    let tagged_heads = kinds.iter().any(|kind| matches!(kind, Kind::Head(_)));
    if !tagged_heads {
        heads(lines, &mut kinds, &looks);
    }
    (kinds, looks)
}

fn heading(line: &Line) -> Option<u8> {
    line.tag.and_then(|tag| tag.heading)
}

/// Finds rows of tables and items.
fn items(lines: &mut [Line], drawn: &Drawn<'_>, looks: &Looks) -> Vec<Kind> {
    let mut kinds = Vec::with_capacity(lines.len());
    let mut open = None;
    for line in lines {
        let tag = line.tag.unwrap_or_default();
        if tag.cell.is_some() {
            kinds.push(Kind::Row);
            continue;
        }
        let begins = tag.item.is_some() && tag.item != open;
        open = tag.item;
        let marker = if tag.heading.is_none() { marker::take(line) } else { None };
        // Without an item around it, a number is only one if the text is not a title.
        let numbered = begins || (line.tag.is_none() && !is_known(line) && !is_distinct(line, looks));
        let marker = marker.or_else(|| if numbered { marker::take_text(line) } else { None });
        // A dot before a title is part of the drawing.
        let titled = tag.heading.is_some() || is_known(line) || is_distinct(line, looks);
        let marker = marker.or_else(|| drawn.before(line).filter(|_| !titled));
        kinds.push(match marker {
            Some(marker) => Kind::Item(marker),
            None if begins => Kind::Item(Marker { x: line.left(), number: None }),
            None => Kind::Text,
        });
    }
    kinds
}

/// Finds titles and entries by the levels of the tags.
fn by_tags(lines: &[Line], kinds: &mut [Kind], looks: &Looks) {
    let mut exact: BTreeMap<u8, (usize, usize)> = BTreeMap::new();
    for line in lines {
        if let Some(level) = heading(line) {
            let (known, all) = exact.entry(level).or_default();
            *known += usize::from(is_known(line));
            *all += 1;
        }
    }
    let known = exact.iter().max_by_key(|(level, (known, _))| (*known, u8::MAX - **level));
    let first = lines.iter().find_map(heading).unwrap_or(1);
    let lone = exact.get(&first).is_some_and(|(_, all)| *all == 1) && exact.len() > 1;
    let next = exact.keys().copied().find(|level| *level > first).unwrap_or(first);
    let section = match known {
        Some((level, (1.., _))) => *level,
        _ if lone => next,
        _ => first,
    };
    let mut named = false;
    for (line, kind) in lines.iter().zip(kinds) {
        let Some(level) = heading(line) else { continue };
        let big = line.style.size > looks.body.size && !is_known(line);
        *kind = match level {
            _ if level < section && !named && big => Kind::Name,
            _ if level <= section => Kind::Title,
            _ => Kind::Head(level - section),
        };
        named |= *kind == Kind::Name;
    }
}

fn is_known(line: &Line) -> bool {
    let text = line.text();
    text.chars().count() <= 40 && SectionKind::is_exact_title(text.trim())
}

/// Returns the leading cell of a line: the first that is not a date.
fn leading(line: &Line) -> Option<&Cell> {
    line.cells.iter().find(|cell| !is_date(&cell.text())).or_else(|| line.cells.first())
}

/// Returns the look of a line's leading cell.
fn tone(line: &Line) -> Tone {
    let cell = leading(line);
    let Style { size, bold, italic, ink, face, .. } = usual(cell.into_iter().flat_map(|cell| &cell.words));
    let text = cell.map(Cell::text).unwrap_or_default();
    let letters = text.chars().filter(|c| c.is_uppercase()).count();
    let capitals = letters >= 4 && !text.contains(char::is_lowercase);
    Tone { size, bold, italic, ink, face, capitals }
}

/// Returns the look of the first words of an entry: what follows on its line may look different.
fn head_tone(line: &Line) -> Tone {
    let first = leading(line)
        .and_then(|cell| cell.words.iter().find(|words| words.text.contains(char::is_alphanumeric)));
    match first {
        Some(Words { style: Style { size, bold, italic, ink, face, .. }, .. }) => {
            Tone { size: *size, bold: *bold, italic: *italic, ink: *ink, face: *face, capitals: false }
        }
        None => tone(line),
    }
}

/// Returns the looks of the titles of sections.
fn titles(lines: &[Line], kinds: &[Kind], looks: &Looks) -> Vec<Tone> {
    let mut counts: BTreeMap<Tone, (usize, usize)> = BTreeMap::new();
    let body = body_tone(looks);
    let ends = |line: &Line| line.text().trim_end().ends_with(['。', '.', '；', ';', '，', ',']);
    for (line, _) in
        lines.iter().zip(kinds).filter(|(line, kind)| **kind == Kind::Text && is_short(line) && !ends(line))
    {
        let (known, all) = counts.entry(tone(line)).or_default();
        *known += usize::from(is_known(line));
        *all += 1;
    }
    let others = counts.iter().filter(|(tone, _)| **tone != body);
    let mostly = |(known, all): &(usize, usize)| *known > 0 && known * 4 >= *all;
    let best = others
        .clone()
        .filter(|(_, count)| mostly(count))
        .max_by_key(|(tone, (known, _))| (*known, tone.size));
    if let Some((best, _)) = best {
        // A smaller one is the title of a part of a section.
        let like = |(tone, (known, all)): &(&Tone, &(usize, usize))| {
            *tone == best
                || (*known > 0 && known * 2 >= *all && tone.size + 1 >= best.size && tone.bold == best.bold)
        };
        return others.filter(like).map(|(tone, _)| *tone).collect();
    }
    // In an unknown language or with unknown words: a look that is larger than the rest and occurs more than once.
    let larger = |tone: &Tone| tone.size * 100 > looks.body.size * 108 || tone.capitals;
    let found = counts.iter().filter(|(tone, (_, all))| larger(tone) && (2..=15).contains(all));
    found.max_by_key(|(tone, _)| (tone.size, tone.capitals)).map(|(tone, _)| *tone).into_iter().collect()
}

fn body_tone(looks: &Looks) -> Tone {
    let Style { size, bold, italic, ink, face, .. } = looks.body;
    Tone { size, bold, italic, ink, face, capitals: false }
}

fn is_short(line: &Line) -> bool {
    line.cells.len() == 1 && line.text().chars().count() <= LONGEST
}

fn by_looks(lines: &[Line], kinds: &mut [Kind], looks: &Looks) {
    let plain = looks.titles.is_empty();
    for (line, kind) in lines.iter().zip(kinds) {
        let title = *kind == Kind::Text && is_short(line);
        if title && (looks.titles.contains(&tone(line)) || (plain && is_known(line))) {
            *kind = Kind::Title;
        }
    }
}

/// Finds the name: the largest line of the first page that is not a title.
fn name(lines: &[Line], kinds: &mut [Kind], looks: &Looks) {
    if kinds.contains(&Kind::Name) {
        return;
    }
    let first = lines.first().map_or(0, |line| line.page);
    let candidates = lines.iter().zip(kinds.iter()).enumerate().filter(|(_, (line, kind))| {
        let free = **kind == Kind::Text || (**kind == Kind::Title && !is_known(line));
        line.page == first
            && free
            && line.style.size * 10 > looks.body.size * 12
            && line.text().chars().count() <= LONGEST
    });
    let largest = candidates.max_by_key(|(at, (line, _))| (line.style.size, usize::MAX - at));
    if let Some(at) = largest.map(|(at, _)| at) {
        kinds[at] = Kind::Name;
    }
}

/// Finds the lines of entries below titles by their looks and their dates.
fn heads(lines: &[Line], kinds: &mut [Kind], looks: &Looks) {
    let Some(first) = kinds.iter().position(|kind| *kind == Kind::Title) else { return };
    let free = |kinds: &[Kind], at: usize| kinds.get(at) == Some(&Kind::Text);
    let mut tones: Vec<Tone> = Vec::new();
    for at in first..lines.len() {
        if !free(kinds, at) || runs_on(lines, kinds, at) {
            continue;
        }
        let line = &lines[at];
        let above = at.checked_sub(1).is_some_and(|above| matches!(kinds[above], Kind::Head(_)));
        let next = free(kinds, at + 1)
            && lines.get(at + 1).is_some_and(|next| is_dated(next) && !is_distinct(next, looks));
        let short = line.text().chars().count() <= 100;
        let distinct = is_distinct(line, looks) && short && !is_label(line);
        let dated = is_dated(line);
        let bold = dated
            && short
            && leading(line)
                .and_then(|cell| cell.words.first())
                .is_some_and(|words| is_marked(&words.style, looks));
        if (distinct && (dated || next)) || bold || (dated && line.cells.len() > 1 && !above) {
            kinds[at] = Kind::Head(1);
            let own = head_tone(line);
            if tones.len() < MOST_TONES && !tones.contains(&own) {
                tones.push(own);
            }
        }
    }
    let mut levels: Vec<Tone> = Vec::new();
    for at in first..lines.len() {
        let line = &lines[at];
        if kinds[at] == Kind::Title {
            levels.clear();
            continue;
        }
        let head = matches!(kinds[at], Kind::Head(_))
            || (free(kinds, at) && !runs_on(lines, kinds, at) && is_title(line, looks, &tones));
        if !head {
            continue;
        }
        let tone = head_tone(line);
        match levels.iter().position(|level| near(level, &tone)) {
            Some(level) => levels.truncate(level + 1),
            None if levels.len() < MOST_TONES => levels.push(tone),
            None => {}
        }
        kinds[at] = Kind::Head(levels.len().min(3) as u8);
    }
}

fn near(a: &Tone, b: &Tone) -> bool {
    a.size.abs_diff(b.size) <= 1 && a.bold == b.bold && a.ink == b.ink
}

/// Returns whether a line begins with a label: `Languages:` before the languages.
fn is_label(line: &Line) -> bool {
    line.cells
        .first()
        .is_some_and(|cell| cell.words.iter().any(|words| words.text.trim_end().ends_with([':', '：'])))
}

/// Returns whether a line is the title of something: it looks like the lines with dates, or unlike any text.
fn is_title(line: &Line, looks: &Looks, tones: &[Tone]) -> bool {
    let text = line.text();
    let ends = text.trim_end().ends_with(|c: char| "。.;；,，:：、".contains(c));
    if ends || text.chars().count() > LONGEST || !is_distinct(line, looks) || is_label(line) {
        return false;
    }
    let whole = line.cells.iter().flat_map(|cell| &cell.words).all(|words| is_marked(&words.style, looks));
    tones.iter().any(|known| near(known, &head_tone(line))) || (whole && line.cells.len() == 1)
}

fn is_marked(style: &Style, looks: &Looks) -> bool {
    (style.bold && !looks.body.bold) || style.size * 100 > looks.body.size * 104
}

/// Returns whether a line begins differently from text: bold, or larger.
fn is_distinct(line: &Line, looks: &Looks) -> bool {
    let first = leading(line).map(|cell| cell.words.as_slice()).unwrap_or_default();
    let marked = |words: &Words| is_marked(&words.style, looks);
    // A bold label before text does not count.
    let most: usize =
        first.iter().filter(|words| marked(words)).map(|words| words.text.chars().count()).sum();
    let all: usize = first.iter().map(|words| words.text.chars().count()).sum();
    most * 2 > all || (line.cells.len() == 1 && is_marked(&line.style, looks))
}

/// Returns whether a date is at one end of a line.
fn is_dated(line: &Line) -> bool {
    let at = |cell: Option<&Cell>| cell.is_some_and(|cell| is_date(&cell.text()));
    if at(line.cells.last()) || at(line.cells.first()) {
        return true;
    }
    let text = line.text();
    let trimmed = text.trim_end_matches(|c: char| ")）】]".contains(c) || c.is_whitespace());
    crate::model::date_places(&text)
        .last()
        .is_some_and(|place| place.end >= trimmed.len() && place.len() >= 9)
}

/// Returns whether a line continues the one above it, which filled its column.
fn runs_on(lines: &[Line], kinds: &[Kind], at: usize) -> bool {
    let Some(above) = at.checked_sub(1).filter(|above| matches!(kinds[*above], Kind::Text | Kind::Item(_)))
    else {
        return false;
    };
    super::flow::joins(&lines[above], &lines[at]) && above_is_text(&lines[above], &lines[at])
}

fn above_is_text(above: &Line, line: &Line) -> bool {
    above.style.bold == line.style.bold && above.style.size.abs_diff(line.style.size) <= 1
}
