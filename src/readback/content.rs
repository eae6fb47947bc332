//! The content of a page as a reader processes it (PDF 32000-1, annex A).

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId};

mod ink;
mod matrix;
mod shapes;

use super::file::{File, number, text};
use super::fonts::Faces;
use matrix::{IDENTITY, Matrix, then};
use shapes::Path;
pub use shapes::Shape;

/// A code as a reader sees it, or the text that replaces several codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its text; `None` if the file does not give it, or nothing is shown.
    pub text: Option<String>,
    /// The page, from 0.
    pub page: usize,
    /// Where it begins on the baseline and where it ends, in points from the left.
    pub x: [f64; 2],
    /// The baseline, in points from below.
    pub y: f64,
    /// The type size in points; 0 for text that stands for a drawing.
    pub size: f64,
    /// The owner of the marked content that it is in.
    pub owner: Owner,
    /// Its look.
    pub look: Look,
}

/// The look of a glyph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// Its face: an index into [`super::Reading::faces`]; `None` for text that stands for a drawing.
    pub face: Option<usize>,
    /// Its colour: red, green, blue.
    pub ink: [u8; 3],
    /// Whether it is drawn with an outline, which makes it bold.
    pub stroked: bool,
    /// Whether it is turned to the side or upside down.
    pub turned: bool,
}

/// The owner of marked content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// Nothing: it was not marked.
    Nobody,
    /// The layout: an artifact.
    Artifact,
    /// The sequence with this number on its page.
    Sequence(i64),
}

/// How deep graphics states, marks and forms may nest; ours never nest so deep.
const DEEPEST: usize = 64;
/// How deep forms may be nested in forms.
const DEEPEST_FORM: usize = 4;
/// The most glyphs that are read.
const MOST: usize = 4_000_000;

/// Where the results go.
pub struct Found<'a> {
    /// The glyphs, in the order of the content.
    pub glyphs: &'a mut Vec<Glyph>,
    /// The rules and boxes.
    pub shapes: &'a mut Vec<Shape>,
    /// The fonts.
    pub faces: &'a mut Faces,
}

/// Adds the content of a page, in the order of its operators.
pub fn read(file: &File, page: ObjectId, number: usize, found: Found<'_>) {
    let mut reader = Reader {
        file,
        page: number,
        found,
        state: State::default(),
        saved: Vec::new(),
        line: IDENTITY,
        pen: IDENTITY,
        marks: Vec::new(),
        path: Path::default(),
    };
    let content = file.content(page);
    reader.stream(&content, file.resources(page), 0);
}

/// The graphics state, as far as it concerns text.
#[derive(Clone, Copy)]
struct State {
    matrix: Matrix,
    font: Option<usize>,
    size: f64,
    rise: f64,
    scale: f64,
    leading: f64,
    /// Space after each code.
    space: f64,
    /// Space after a blank of one byte.
    word: f64,
    ink: [u8; 3],
    stroked: bool,
}

impl Default for State {
    fn default() -> State {
        State {
            matrix: IDENTITY,
            font: None,
            size: 0.0,
            rise: 0.0,
            scale: 1.0,
            leading: 0.0,
            space: 0.0,
            word: 0.0,
            ink: [0; 3],
            stroked: false,
        }
    }
}

/// An open mark.
struct Mark {
    owner: Option<Owner>,
    /// Its text is given; its content adds none.
    replaced: bool,
    /// The glyph made for the given text, until something is shown that gives it a place.
    unplaced: Option<usize>,
    /// The same glyph, from then on.
    placed: Option<usize>,
}

struct Reader<'a> {
    file: &'a File,
    page: usize,
    found: Found<'a>,
    state: State,
    saved: Vec<State>,
    line: Matrix,
    pen: Matrix,
    marks: Vec<Mark>,
    path: Path,
}

/// The fonts of a stream, by name.
type Fonts = BTreeMap<Vec<u8>, usize>;

impl Reader<'_> {
    /// Goes through a stream. Whatever follows a fault in it is lost.
    fn stream(&mut self, content: &[u8], resources: Option<&Dictionary>, depth: usize) {
        let Ok(content) = Content::decode(content) else { return };
        let fonts = self.fonts(resources);
        for operation in &content.operations {
            if self.found.glyphs.len() > MOST {
                return;
            }
            if operation.operator == "Do" {
                self.form(operation, resources, depth);
            } else {
                self.operation(operation, &fonts, resources);
            }
        }
    }

    fn fonts(&mut self, resources: Option<&Dictionary>) -> Fonts {
        let fonts = resources.and_then(|dict| self.file.dictionary_at(dict, "Font"));
        let numbered = fonts
            .into_iter()
            .flatten()
            .filter_map(|(name, font)| Some((name.clone(), self.found.faces.number(self.file, font)?)));
        numbered.collect()
    }

    /// Reads an XObject. A form has a content of its own; of an image only the place is noted.
    fn form(&mut self, operation: &Operation, resources: Option<&Dictionary>, depth: usize) {
        let Some(Object::Name(name)) = operation.operands.first() else { return };
        let objects = resources.and_then(|dict| self.file.dictionary_at(dict, "XObject"));
        let Some(object) = objects.and_then(|dict| dict.get(name).ok()) else { return };
        let Some(dict) = self.file.follow(object).and_then(|form| Some(&form.as_stream().ok()?.dict)) else {
            return;
        };
        let is = |kind: &[u8]| dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == kind);
        let is_form = is(b"Form");
        if is(b"Image") {
            self.path.rectangle(self.state.matrix, [0.0, 0.0, 1.0, 1.0]);
            let from = self.found.shapes.len();
            self.path.end(self.page, true, self.found.shapes);
            self.found.shapes[from..].iter_mut().for_each(|shape| shape.image = true);
        }
        if is_form && depth < DEEPEST_FORM {
            let own = self.file.dictionary_at(dict, "Resources").or(resources);
            let content = self.file.unpacked(object).unwrap_or_default();
            let (state, saved) = (self.state, std::mem::take(&mut self.saved));
            if let Some(matrix) = self.file.at(dict, "Matrix").and_then(|m| m.as_array().ok()) {
                self.state.matrix = then(matrix::of(matrix), self.state.matrix);
            }
            self.stream(&content, own, depth + 1);
            (self.state, self.saved) = (state, saved);
        }
    }

    fn operation(&mut self, operation: &Operation, fonts: &Fonts, resources: Option<&Dictionary>) {
        let operands = operation.operands.as_slice();
        let n = |at: usize| operands.get(at).and_then(number).unwrap_or(0.0);
        match operation.operator.as_str() {
            "q" if self.saved.len() < DEEPEST => self.saved.push(self.state),
            "Q" => self.state = self.saved.pop().unwrap_or(self.state),
            "cm" => self.state.matrix = then(matrix::of(operands), self.state.matrix),
            "BT" => (self.line, self.pen) = (IDENTITY, IDENTITY),
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok());
                self.state.font = name.and_then(|name| fonts.get(name)).copied();
                self.state.size = n(1);
            }
            "Ts" => self.state.rise = n(0),
            "Tz" => self.state.scale = n(0) / 100.0,
            "Tc" => self.state.space = n(0),
            "Tw" => self.state.word = n(0),
            "Tr" => self.state.stroked = matches!(n(0) as i64, 1 | 2),
            "TL" => self.state.leading = n(0),
            "Tm" => {
                self.line = matrix::of(operands);
                self.pen = self.line;
            }
            "Td" => self.next_line(n(0), n(1)),
            "TD" => {
                self.state.leading = -n(1);
                self.next_line(n(0), n(1));
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tj" => self.show(operands),
            "\"" => {
                (self.state.word, self.state.space) = (n(0), n(1));
                self.next_line(0.0, -self.state.leading);
                self.show(operands.last().map(std::slice::from_ref).unwrap_or_default());
            }
            "'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands.last().map(std::slice::from_ref).unwrap_or_default());
            }
            "TJ" => {
                let array = operands.first().and_then(|array| array.as_array().ok());
                self.show(array.map(Vec::as_slice).unwrap_or_default());
            }
            "BMC" | "BDC" => self.begin(operands, resources),
            "EMC" => drop(self.marks.pop()),
            "m" | "l" | "c" | "v" | "y" | "re" => self.draw(operation),
            "f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*" => {
                self.path.end(self.page, true, self.found.shapes);
            }
            "n" => self.path.end(self.page, false, self.found.shapes),
            operator => self.state.ink = ink::of(operator, operands).unwrap_or(self.state.ink),
        }
    }

    /// Continues a path. The control points of a curve are included: they are near enough.
    fn draw(&mut self, operation: &Operation) {
        let numbers: Vec<f64> = operation.operands.iter().take(6).filter_map(number).collect();
        let matrix = self.state.matrix;
        match (operation.operator.as_str(), numbers.as_slice()) {
            ("m", &[x, y]) => self.path.begin(matrix, [x, y]),
            ("re", &[x, y, width, height]) => self.path.rectangle(matrix, [x, y, width, height]),
            (_, points) => {
                points.chunks_exact(2).for_each(|point| self.path.to(matrix, [point[0], point[1]]));
            }
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.pen = self.line;
    }

    /// Opens a mark (PDF 32000-1, 14.6). Text given for its whole content is added at once.
    fn begin(&mut self, operands: &[Object], resources: Option<&Dictionary>) {
        let tag = operands.first().and_then(|tag| tag.as_name().ok()).unwrap_or_default();
        let properties = match operands.get(1) {
            Some(Object::Dictionary(dict)) => Some(dict),
            Some(Object::Name(name)) => resources
                .and_then(|dict| self.file.dictionary_at(dict, "Properties"))
                .and_then(|dict| self.file.follow(dict.get(name).ok()?)?.as_dict().ok()),
            _ => None,
        };
        let number = properties.and_then(|dict| dict.get(b"MCID").ok()?.as_i64().ok());
        let owner = match number {
            _ if tag == b"Artifact" => Some(Owner::Artifact),
            number => number.map(Owner::Sequence),
        };
        let given = properties.and_then(|dict| text(dict.get(b"ActualText").ok()?));
        let unplaced = given.as_ref().filter(|given| !given.is_empty()).map(|_| self.found.glyphs.len());
        if self.marks.len() < 4 * DEEPEST {
            self.marks.push(Mark { owner, replaced: given.is_some(), unplaced, placed: None });
        }
        if given.as_ref().is_some_and(|given| !given.is_empty()) {
            let [.., x, y] = then(self.pen, self.state.matrix);
            let owner = self.owner();
            let look = self.look();
            let glyph = Glyph { text: given, page: self.page, x: [x, x], y, size: 0.0, owner, look };
            self.found.glyphs.push(glyph);
        }
    }

    fn owner(&self) -> Owner {
        self.marks.iter().rev().find_map(|mark| mark.owner).unwrap_or(Owner::Nobody)
    }

    fn look(&self) -> Look {
        let [a, b, ..] = then(self.pen, self.state.matrix);
        let turned = a <= b.abs();
        Look { face: self.state.font, ink: self.state.ink, stroked: self.state.stroked, turned }
    }

    /// Shows strings, and moves between them (PDF 32000-1, 9.4.3).
    fn show(&mut self, items: &[Object]) {
        let replaced = self.marks.iter().any(|mark| mark.replaced);
        let (owner, look) = (self.owner(), self.look());
        let State { size, rise, scale, space, word, .. } = self.state;
        for item in items {
            let Ok(codes) = item.as_str() else {
                self.forward(-number(item).unwrap_or(0.0) / 1000.0 * size * scale);
                continue;
            };
            let bytes = self.found.faces.font(self.state.font).map_or(2, |font| font.bytes());
            for code in codes.chunks(bytes) {
                let blank = code == b" ";
                let code = code.iter().fold(0, |code, &byte| code << 8 | u32::from(byte));
                let at = then([1.0, 0.0, 0.0, 1.0, 0.0, rise], then(self.pen, self.state.matrix));
                let font = self.found.faces.font(self.state.font);
                let width = font.map_or(0.5, |font| font.width(code)) * size;
                let text = font.filter(|font| font.shows(code)).and_then(|font| font.text(code));
                let [a, b, .., x, y] = at;
                let x = [x, x + width * scale * a];
                if replaced {
                    self.place((x, y), look);
                } else {
                    let size = (size * (a * a + b * b).sqrt()).abs();
                    self.found.glyphs.push(Glyph { text, page: self.page, x, y, size, owner, look });
                }
                self.forward((width + space + if blank { word } else { 0.0 }) * scale);
            }
        }
    }

    /// Places a given text where the glyphs that it replaces are.
    fn place(&mut self, (x, y): ([f64; 2], f64), look: Look) {
        let waiting = self.marks.iter_mut().rev().find(|mark| mark.unplaced.is_some());
        if let Some(mark) = waiting {
            mark.placed = mark.unplaced.take();
            if let Some(glyph) = mark.placed.and_then(|at| self.found.glyphs.get_mut(at)) {
                (glyph.x, glyph.y, glyph.look) = (x, y, look);
            }
            return;
        }
        let placed = self.marks.iter().rev().find_map(|mark| mark.placed);
        if let Some(glyph) = placed.and_then(|at| self.found.glyphs.get_mut(at)).filter(|glyph| glyph.y == y)
        {
            glyph.x[1] = glyph.x[1].max(x[1]);
        }
    }

    fn forward(&mut self, by: f64) {
        self.pen = then([1.0, 0.0, 0.0, 1.0, by, 0.0], self.pen);
    }
}
