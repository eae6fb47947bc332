//! The glyphs of a page as ink: their text, the blank before them, their link.

use std::collections::BTreeMap;

use super::Order;
use crate::readback::{Glyph, Link, Owner, Reading};
use crate::source::{self, chars, typed};

/// Ink at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Ink {
    /// Its text.
    pub text: String,
    /// The page, from 0.
    pub page: usize,
    /// Its left and right sides, in points.
    pub x: [f64; 2],
    /// The baseline, in points from below.
    pub y: f64,
    /// The type size in points.
    pub size: f64,
    /// Its look.
    pub style: Style,
    /// Whether a blank precedes it in the content.
    pub blank: bool,
    /// Whether a sign precedes it that is only drawn between two texts.
    pub apart: bool,
    /// The link that it is in, as an index into [`Reading::links`].
    pub link: Option<usize>,
    /// Its glyph, as an index into [`Reading::glyphs`].
    pub glyph: usize,
}

/// The look of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Style {
    /// The size in fifths of a point.
    pub size: u32,
    /// The face, as an index into [`Reading::faces`]; faces of one name are one.
    pub face: usize,
    /// Whether it is bold, by whatever means.
    pub bold: bool,
    /// Whether it is slanted.
    pub italic: bool,
    /// Whether it is monospaced, as code is.
    pub mono: bool,
    /// The colour.
    pub ink: [u8; 3],
}

/// Numbers of glyphs that cannot be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Glyphs whose text the file does not give.
    pub unknown: usize,
    /// Glyphs that are turned to the side.
    pub turned: usize,
}

/// Returns the ink of a file in the order of its content. Artifacts are left out, unless the order is by position
/// only.
pub fn of(reading: &Reading, order: Order) -> (Vec<Ink>, Unread) {
    let mut found = Finder {
        reading,
        faces: faces(reading),
        links: by_page(reading),
        firsts: firsts(reading),
        inks: Vec::new(),
    };
    let mut unread = Unread::default();
    let (mut blank, mut apart) = (false, false);
    for (at, glyph) in reading.glyphs.iter().enumerate() {
        if order == Order::Tags && glyph.owner == Owner::Artifact {
            apart |= glyph.text.as_deref().is_some_and(|text| SEPARATORS.contains(&text.trim()));
            continue;
        }
        // An unknown glyph keeps its place: before an item it is a bullet.
        let text = glyph.text.as_deref().unwrap_or(UNKNOWN);
        let text: String =
            typed(text).chars().filter(|&c| c == SOFT_HYPHEN || !chars::hides_words(c)).collect();
        if glyph.look.turned {
            unread.turned += usize::from(!text.trim().is_empty());
        } else if text.trim().is_empty() {
            blank |= !text.is_empty();
        } else if text.chars().all(chars::is_private_use) {
            // A sign of an icon font between two texts says nothing; bullets of word processors are such signs too.
            if found.is_bullet(glyph) {
                found.add(at, glyph, ("•".to_owned(), blank));
            }
            blank = true;
        } else {
            found.add(at, glyph, (text, blank));
            if let Some(ink) = found.inks.last_mut().filter(|ink| ink.glyph == at) {
                ink.apart = apart;
            }
            (blank, apart) = (false, false);
        }
    }
    let mut inks = accented(found.inks);
    unread.unknown = inks.iter().filter(|ink| ink.text == UNKNOWN).count();
    if unread.unknown * 3 > inks.len() {
        inks.retain(|ink| ink.text != UNKNOWN);
    }
    (inks, unread)
}

/// Signs that are drawn between two texts and said by none.
const SEPARATORS: [&str; 6] = ["·", "•", "|", "｜", "∙", "/"];

/// Stands for a glyph whose text the file does not give.
pub const UNKNOWN: &str = "\u{FFFD}";

/// Puts accents on the letters that they are drawn over, as TeX does with its early fonts.
fn accented(inks: Vec<Ink>) -> Vec<Ink> {
    let mut out: Vec<Ink> = Vec::with_capacity(inks.len());
    for mut ink in inks {
        let over = out.last().filter(|accent| {
            let middle = (accent.x[0] + accent.x[1]) / 2.0;
            accent.page == ink.page
                && (ink.x[0]..ink.x[1]).contains(&middle)
                && (accent.y - ink.y).abs() < 0.5 * ink.size
        });
        let mark = over
            .and_then(|accent| combining(&accent.text))
            .filter(|_| ink.text.chars().all(char::is_alphabetic));
        if let (Some(mark), Some(accent)) = (mark, out.last().cloned()) {
            ink.text = source::accented(&format!("{}{mark}", ink.text));
            (ink.blank, ink.glyph) = (accent.blank, accent.glyph);
            out.pop();
        }
        out.push(ink);
    }
    out
}

/// Returns the combining mark for an accent on its own.
fn combining(accent: &str) -> Option<char> {
    Some(match accent {
        "´" | "ˊ" => '\u{301}',
        "`" | "ˋ" => '\u{300}',
        "ˆ" | "^" => '\u{302}',
        "˜" | "~" => '\u{303}',
        "¨" => '\u{308}',
        "˚" => '\u{30A}',
        "ˇ" => '\u{30C}',
        "¸" => '\u{327}',
        "¯" | "ˉ" => '\u{304}',
        "˘" => '\u{306}',
        "˙" => '\u{307}',
        "˝" => '\u{30B}',
        "˛" => '\u{328}',
        _ => return None,
    })
}

/// A place where a word may be divided.
pub const SOFT_HYPHEN: char = '\u{AD}';

struct Finder<'a> {
    reading: &'a Reading,
    faces: Vec<usize>,
    links: Vec<Vec<usize>>,
    /// For each link the first one to the same address: one that is broken over lines is several.
    firsts: Vec<usize>,
    inks: Vec<Ink>,
}

impl Finder<'_> {
    fn is_bullet(&self, glyph: &Glyph) -> bool {
        let face = glyph.look.face.and_then(|face| self.reading.faces.get(face));
        let name = face.map(|face| face.name.to_ascii_lowercase()).unwrap_or_default();
        ["symbol", "wingding", "webding"].iter().any(|word| name.contains(word))
    }

    fn add(&mut self, at: usize, glyph: &Glyph, (text, blank): (String, bool)) {
        // Text given for a drawing has no size of its own.
        let before = self.inks.last().map_or(10.0, |ink| ink.size);
        let size = if glyph.size > 0.0 { glyph.size } else { before };
        let sound =
            glyph.x.iter().chain([&glyph.y, &size]).all(|value| value.is_finite() && value.abs() < 1e6);
        if !sound {
            return;
        }
        let face = glyph.look.face.and_then(|face| self.reading.faces.get(face));
        let style = Style {
            size: (size * 5.0).round() as u32,
            face: glyph.look.face.and_then(|face| self.faces.get(face)).copied().unwrap_or(0),
            bold: face.is_some_and(|face| face.bold) || glyph.look.stroked,
            italic: face.is_some_and(|face| face.italic),
            mono: face.is_some_and(|face| face.mono),
            ink: glyph.look.ink,
        };
        let middle = [(glyph.x[0] + glyph.x[1]) / 2.0, glyph.y + size * 0.3];
        let holds = |link: &Link| {
            let [left, bottom, right, top] = link.area;
            (left..=right).contains(&middle[0]) && (bottom..=top).contains(&middle[1])
        };
        let links = self.links.get(glyph.page).map(Vec::as_slice).unwrap_or_default();
        let link = links.iter().copied().find(|&link| holds(&self.reading.links[link]));
        let link = link.map(|link| self.firsts.get(link).copied().unwrap_or(link));
        let x = [glyph.x[0].min(glyph.x[1]), glyph.x[0].max(glyph.x[1])];
        self.inks.push(Ink {
            text,
            page: glyph.page,
            x,
            y: glyph.y,
            size,
            style,
            blank,
            apart: false,
            link,
            glyph: at,
        });
    }
}

/// Returns for each face the first one of the same name: the pages of one document have several subsets of a face.
fn faces(reading: &Reading) -> Vec<usize> {
    let same = |name: &str| reading.faces.iter().position(|face| face.name == name);
    reading.faces.iter().enumerate().map(|(at, face)| same(&face.name).unwrap_or(at)).collect()
}

fn firsts(reading: &Reading) -> Vec<usize> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let links = reading.links.iter().enumerate();
    links.map(|(at, link)| *known.entry(link.target.as_str()).or_insert(at)).collect()
}

/// The most links on one page that are looked up for each glyph.
const MOST_LINKS: usize = 512;

fn by_page(reading: &Reading) -> Vec<Vec<usize>> {
    let mut pages = vec![Vec::new(); reading.pages.len()];
    for (at, link) in reading.links.iter().enumerate() {
        if let Some(page) = pages.get_mut(link.page).filter(|page| page.len() < MOST_LINKS) {
            page.push(at);
        }
    }
    pages
}
