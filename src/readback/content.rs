//! The content of a page as a reader goes through it (PDF 32000-1, annex A).

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId};

use super::file::{File, number, text};
use super::fonts::Font;

/// What a reader makes of one code, or of what replaces several.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The text that it stands for; none if the file does not say, or nothing is shown.
    pub text: Option<String>,
    /// The page, from 0.
    pub page: usize,
    /// Where it begins on the baseline and where it ends, in points from the left.
    pub x: [f64; 2],
    /// The baseline, in points from below.
    pub y: f64,
    /// The type size in points; 0 for text that stands for a drawing.
    pub size: f64,
    /// What it belongs to.
    pub owner: Owner,
}

/// What marked content belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// To nothing: it was not marked.
    Nobody,
    /// To the layout: an artifact.
    Artifact,
    /// To the sequence of this number on its page.
    Sequence(i64),
}

/// How deep graphics states, marks and forms may nest; ours never do so much.
const DEEPEST: usize = 64;
/// How deep forms may stand in forms.
const DEEPEST_FORM: usize = 4;
/// More glyphs than this are not read.
const MOST: usize = 4_000_000;

/// Adds what a page shows, in the order of its content.
pub fn read(file: &File, page: ObjectId, number: usize, glyphs: &mut Vec<Glyph>) {
    let mut reader = Reader {
        file,
        page: number,
        glyphs,
        state: State::default(),
        saved: Vec::new(),
        line: IDENTITY,
        pen: IDENTITY,
        marks: Vec::new(),
    };
    let content = file.content(page);
    reader.stream(&content, file.resources(page), 0);
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Returns `first`, then `second`.
fn then(first: Matrix, second: Matrix) -> Matrix {
    let ([a, b, c, d, e, f], [k, l, m, n, o, p]) = (first, second);
    [a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p]
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
    /// Space behind each code, and behind a blank.
    space: f64,
}

impl Default for State {
    fn default() -> State {
        State { matrix: IDENTITY, font: None, size: 0.0, rise: 0.0, scale: 1.0, leading: 0.0, space: 0.0 }
    }
}

/// A mark that is open.
struct Mark {
    owner: Option<Owner>,
    /// Its text is given; what it holds says nothing.
    replaced: bool,
    /// The glyph that the text was given, until something is shown at whose place it is.
    unplaced: Option<usize>,
}

struct Reader<'a> {
    file: &'a File,
    page: usize,
    glyphs: &'a mut Vec<Glyph>,
    state: State,
    saved: Vec<State>,
    line: Matrix,
    pen: Matrix,
    marks: Vec<Mark>,
}

/// The fonts of a stream, by name and by number.
#[derive(Default)]
struct Fonts {
    names: BTreeMap<Vec<u8>, usize>,
    fonts: Vec<Font>,
}

impl Fonts {
    fn read(file: &File, resources: Option<&Dictionary>) -> Fonts {
        let mut found = Fonts::default();
        let Some(fonts) = resources.and_then(|dict| file.dictionary_at(dict, "Font")) else { return found };
        for (name, font) in fonts {
            if let Some(font) = file.follow(font).and_then(|font| font.as_dict().ok()) {
                found.names.insert(name.clone(), found.fonts.len());
                found.fonts.push(Font::read(file, font));
            }
        }
        found
    }
}

impl Reader<'_> {
    /// Goes through a stream. What stands behind a fault in it is not there.
    fn stream(&mut self, content: &[u8], resources: Option<&Dictionary>, depth: usize) {
        let Ok(content) = Content::decode(content) else { return };
        let fonts = Fonts::read(self.file, resources);
        for operation in &content.operations {
            if self.glyphs.len() > MOST {
                return;
            }
            if operation.operator == "Do" {
                self.form(operation, resources, depth);
            } else {
                self.operation(operation, &fonts, resources);
            }
        }
    }

    /// A form has a content of its own; an image says nothing here.
    fn form(&mut self, operation: &Operation, resources: Option<&Dictionary>, depth: usize) {
        let Some(Object::Name(name)) = operation.operands.first() else { return };
        let objects = resources.and_then(|dict| self.file.dictionary_at(dict, "XObject"));
        let Some(object) = objects.and_then(|dict| dict.get(name).ok()) else { return };
        let Some(dict) = self.file.follow(object).and_then(|form| Some(&form.as_stream().ok()?.dict)) else {
            return;
        };
        let is_form = dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form");
        if is_form && depth < DEEPEST_FORM {
            let own = self.file.dictionary_at(dict, "Resources").or(resources);
            let content = self.file.unpacked(object).unwrap_or_default();
            let (state, saved) = (self.state, std::mem::take(&mut self.saved));
            if let Some(matrix) = self.file.at(dict, "Matrix").and_then(|m| m.as_array().ok()) {
                self.state.matrix = then(matrix_of(matrix), self.state.matrix);
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
            "cm" => self.state.matrix = then(matrix_of(operands), self.state.matrix),
            "BT" => (self.line, self.pen) = (IDENTITY, IDENTITY),
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok());
                self.state.font = name.and_then(|name| fonts.names.get(name)).copied();
                self.state.size = n(1);
            }
            "Ts" => self.state.rise = n(0),
            "Tz" => self.state.scale = n(0) / 100.0,
            "Tc" => self.state.space = n(0),
            "TL" => self.state.leading = n(0),
            "Tm" => {
                self.line = matrix_of(operands);
                self.pen = self.line;
            }
            "Td" => self.next_line(n(0), n(1)),
            "TD" => {
                self.state.leading = -n(1);
                self.next_line(n(0), n(1));
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tj" => self.show(operands, fonts),
            "'" | "\"" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands.last().map(std::slice::from_ref).unwrap_or_default(), fonts);
            }
            "TJ" => {
                let array = operands.first().and_then(|array| array.as_array().ok());
                self.show(array.map(Vec::as_slice).unwrap_or_default(), fonts);
            }
            "BMC" | "BDC" => self.begin(operands, resources),
            "EMC" => drop(self.marks.pop()),
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.pen = self.line;
    }

    /// Opens a mark (PDF 32000-1, 14.6). Text given for all that it holds is taken at once.
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
        let unplaced = given.as_ref().filter(|given| !given.is_empty()).map(|_| self.glyphs.len());
        if self.marks.len() < 4 * DEEPEST {
            self.marks.push(Mark { owner, replaced: given.is_some(), unplaced });
        }
        if given.as_ref().is_some_and(|given| !given.is_empty()) {
            let [.., x, y] = then(self.pen, self.state.matrix);
            let owner = self.owner();
            self.glyphs.push(Glyph { text: given, page: self.page, x: [x, x], y, size: 0.0, owner });
        }
    }

    fn owner(&self) -> Owner {
        self.marks.iter().rev().find_map(|mark| mark.owner).unwrap_or(Owner::Nobody)
    }

    /// Shows strings, and moves between them (PDF 32000-1, 9.4.3).
    fn show(&mut self, items: &[Object], fonts: &Fonts) {
        let font = self.state.font.and_then(|at| fonts.fonts.get(at));
        let replaced = self.marks.iter().any(|mark| mark.replaced);
        let owner = self.owner();
        let State { size, rise, scale, space, .. } = self.state;
        for item in items {
            let Ok(codes) = item.as_str() else {
                self.forward(-number(item).unwrap_or(0.0) / 1000.0 * size * scale);
                continue;
            };
            for pair in codes.chunks(2) {
                let code = pair.iter().fold(0, |code, &byte| code << 8 | u32::from(byte));
                let at = then([1.0, 0.0, 0.0, 1.0, 0.0, rise], then(self.pen, self.state.matrix));
                let width = font.map_or(0.5, |font| font.width(code)) * size;
                let text = font.filter(|font| font.shows(code)).and_then(|font| font.text(code));
                let [a, .., x, y] = at;
                let x = [x, x + width * scale * a];
                if replaced {
                    self.place(x, y);
                } else {
                    let glyph = Glyph {
                        text: text.map(str::to_owned),
                        page: self.page,
                        x,
                        y,
                        size: (size * a).abs(),
                        owner,
                    };
                    self.glyphs.push(glyph);
                }
                self.forward((width + space) * scale);
            }
        }
    }

    /// Puts a text that was given where the first glyph of what it stands for is.
    fn place(&mut self, x: [f64; 2], y: f64) {
        let waiting = self.marks.iter_mut().rev().find_map(|mark| mark.unplaced.take());
        if let Some(glyph) = waiting.and_then(|at| self.glyphs.get_mut(at)) {
            (glyph.x, glyph.y) = (x, y);
        }
    }

    fn forward(&mut self, by: f64) {
        self.pen = then([1.0, 0.0, 0.0, 1.0, by, 0.0], self.pen);
    }
}

fn matrix_of(numbers: &[Object]) -> Matrix {
    let mut matrix = IDENTITY;
    for (entry, object) in matrix.iter_mut().zip(numbers) {
        *entry = number(object).unwrap_or(*entry);
    }
    matrix
}
