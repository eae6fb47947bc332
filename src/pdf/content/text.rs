//! Glyph runs as text operators (PDF 32000-1, 9.4).

use std::ops::Range;

use super::operators::{Operators, thousandths};
use super::writer::Writer;
use crate::font::outline;
use crate::geom::{Point, Pt};
use crate::lines::GlyphRun;
use crate::pdf::clusters::{are_letters_apart, clusters};
use crate::pdf::fonts::{ResourceName, has_code};
use crate::pdf::metadata::language;
use crate::pdf::tongues;

impl Writer<'_> {
    /// Closes the text object, if one is open.
    pub fn end_text(&mut self) {
        if self.text.line.take().is_some() {
            self.out.op("ET");
        }
    }

    /// Writes the run of a mark of the page: one `TJ`, unless its glyphs leave the baseline or need another entry.
    pub fn run(&mut self, mark: usize, at: Point, run: &GlyphRun) {
        if run.glyphs.is_empty() || run.size <= Pt::ZERO {
            return;
        }
        if are_letters_apart(&run.text) {
            self.end_text();
            self.begin_told(&run.text);
            self.show(mark, at, (run, 0..run.glyphs.len()));
            return self.end_span();
        }
        let parts = match run.lang.as_deref().and_then(language) {
            Some(lang) => vec![(0..run.glyphs.len(), Some(lang))],
            None => tongues::parts(run, self.shared.lang),
        };
        for (glyphs, lang) in parts {
            if let Some(lang) = lang {
                self.end_text();
                self.out.put(format_args!("/Span<</Lang({lang})>>BDC\n"));
            }
            self.show(mark, at, (run, glyphs));
            if lang.is_some() {
                self.end_span();
            }
        }
    }

    fn end_span(&mut self) {
        self.end_text();
        self.out.op("EMC");
    }

    /// Opens a text object, if none is open.
    fn begin(&mut self) {
        if self.text.line.is_none() {
            self.text.line = Some([0, 0]);
            self.out.op("BT");
        }
    }

    /// Moves to the start of a run. The face is set beforehand: simple readers judge by its size whether a move
    /// begins a new line.
    fn go_to(&mut self, at: Point) {
        let place = [thousandths(at.x), thousandths(self.height - at.y)];
        let [x, y] = self.text.line.replace(place).unwrap_or_default();
        self.out.number(place[0] - x);
        self.out.number(place[1] - y);
        self.out.op("Td");
    }

    /// Sets fill, or fill and stroke where a bold face is missing.
    fn thicken(&mut self, run: &GlyphRun) {
        let stroke = (run.embolden > Pt::ZERO).then_some((run.embolden, run.color));
        if self.text.stroke == stroke {
            return;
        }
        self.text.stroke = stroke;
        let Some((width, ink)) = stroke else { return self.out.op("0 Tr") };
        self.out.op("2 Tr");
        if self.text.stroke_width.replace(width) != Some(width) {
            self.out.number(thousandths(width));
            self.out.op("w");
        }
        if self.text.stroke_ink.replace(ink) != Some(ink) {
            self.ink(ink, ["G", "RG", "K"]);
        }
    }

    /// Shows some glyphs of a run.
    ///
    /// Readers advance by whole thousandths of an em; the remainder of a glyph's advance goes into the array,
    /// reckoned from the position of the reader's pen, so that errors do not add up.
    fn show(&mut self, mark: usize, at: Point, (run, glyphs): (&GlyphRun, Range<usize>)) {
        let shared = self.shared;
        let typeface = shared.typefaces.get(run.face);
        let (mut array, mut place) = (Array::default(), Pt::ZERO);
        // Where the array began, and the position of the reader's pen from there in thousandths of an em.
        let (mut start, mut pen) = (None, 0);
        let forms = shared.sides.forms([self.number, mark], run);
        for (nth, ((glyph, text), (form, beside))) in clusters(run).zip(forms).enumerate() {
            let (offset, here) = (glyph.offset, place);
            place += glyph.advance;
            if !glyphs.contains(&nth) {
                continue;
            }
            let Some((number, typeface)) = typeface.filter(|_| has_code(form, text)) else {
                array.close(&mut self.out);
                start = None;
                let origin = Point { x: at.x + here + offset.x, y: at.y + offset.y };
                self.draw(origin, run, glyph.id, text);
                continue;
            };
            let code = typeface.code(form, text);
            let font = (number, code.entry, run.size);
            if self.text.font != Some(font) || self.text.rise != -offset.y {
                array.close(&mut self.out);
                self.begin();
                self.set(font, -offset.y);
            }
            let start = *start.get_or_insert_with(|| {
                self.begin();
                self.fill(run.color);
                self.thicken(run);
                self.go_to(Point { x: at.x + here, y: at.y });
                pen = 0;
                here
            });
            let wanted = per_mille(here + offset.x - start, run.size) + beside;
            array.space(&mut self.out, pen - wanted);
            array.glyph(&mut self.out, code.code);
            pen = wanted + i64::from(typeface.width(code.code));
        }
        array.close(&mut self.out);
    }

    /// Draws a glyph that has no code, with its text for the readers that ask for it.
    fn draw(&mut self, origin: Point, run: &GlyphRun, glyph: u16, text: &str) {
        self.end_text();
        if !text.is_empty() {
            self.begin_told(text);
        }
        let outline = outline::glyph(self.shared.fonts.face(run.face), glyph);
        self.outline(origin, &outline, run.size, run.color);
        if !text.is_empty() {
            self.out.op("EMC");
        }
    }

    /// Begins a sequence whose text is given as a whole.
    fn begin_told(&mut self, text: &str) {
        self.out.raw("/Span<</ActualText<FEFF");
        text.encode_utf16().for_each(|unit| self.out.hex(unit));
        self.out.raw(">>>BDC\n");
    }

    fn set(&mut self, font: (usize, usize, Pt), rise: Pt) {
        if self.text.font.replace(font) != Some(font) {
            self.out.put(format_args!("/{} ", ResourceName(font.0, font.1)));
            self.out.number(thousandths(font.2));
            self.out.op("Tf");
        }
        if self.text.rise != rise {
            self.text.rise = rise;
            self.out.number(thousandths(rise));
            self.out.op("Ts");
        }
    }
}

/// Returns a length in thousandths of a type size, rounded.
fn per_mille(length: Pt, size: Pt) -> i64 {
    (length.units() * 1000 + size.units() / 2).div_euclid(size.units())
}

/// The array of a `TJ` operator.
#[derive(Default)]
struct Array {
    open: bool,
    /// Inside a string of codes.
    codes: bool,
}

impl Array {
    fn glyph(&mut self, out: &mut Operators, code: u16) {
        self.open(out);
        if !self.codes {
            out.raw("(");
            self.codes = true;
        }
        out.code(code);
    }

    /// Moves the pen to the left by thousandths of an em.
    fn space(&mut self, out: &mut Operators, left: i64) {
        if left != 0 {
            self.open(out);
            self.end_codes(out);
            out.integer(left);
        }
    }

    fn open(&mut self, out: &mut Operators) {
        if !self.open {
            out.raw("[");
            self.open = true;
        }
    }

    fn end_codes(&mut self, out: &mut Operators) {
        if self.codes {
            out.raw(")");
            self.codes = false;
        }
    }

    fn close(&mut self, out: &mut Operators) {
        self.end_codes(out);
        if self.open {
            out.op("]TJ");
            self.open = false;
        }
    }
}
