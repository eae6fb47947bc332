//! Runs of glyphs: each outline is defined once per page and used wherever it occurs.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::path;
use super::write::{Out, escaped, number};
use crate::diag::FileId;
use crate::font::{FaceId, FontBook, outline};
use crate::geom::{Point, Pt};
use crate::lines::{GlyphRun, Mark};

/// The size at which outlines are defined: its three decimals are ten-thousandths of an em, while most faces
/// have a thousandth.
const EM: Pt = Pt::new(10);

/// The glyphs of one page.
pub(super) struct Glyphs<'a> {
    fonts: &'a FontBook,
    used: BTreeSet<(FaceId, u16)>,
}

impl<'a> Glyphs<'a> {
    /// Returns the glyphs of an empty page.
    pub fn new(fonts: &'a FontBook) -> Glyphs<'a> {
        Glyphs { fonts, used: BTreeSet::new() }
    }

    /// Draws a run, and puts its characters over it, invisible.
    pub fn run(&mut self, mark: &Mark, run: &GlyphRun, out: &mut Out) {
        if run.glyphs.is_empty() || run.size <= Pt::ZERO {
            return;
        }
        let mut drawn = String::new();
        let mut x = Pt::ZERO;
        for glyph in &run.glyphs {
            self.used.insert((run.face, glyph.id));
            let at = Point { x: x + glyph.offset.x, y: glyph.offset.y };
            // In the units of the definitions.
            let [left, top] = [at.x, at.y].map(|length| number(length.scale(EM.units(), run.size.units())));
            let name = name(run.face, glyph.id);
            // Writing to a string cannot fail.
            let _ = write!(drawn, "<use href=\"#{name}\" x=\"{left}\" y=\"{top}\"/>");
            x += glyph.advance;
        }
        let [left, baseline] = [mark.at.x, mark.at.y].map(number);
        let scale = number(Pt::new(1).scale(run.size.units(), EM.units()));
        let fill = run.color.css();
        let stroke = match run.embolden {
            Pt::ZERO => String::new(),
            width => {
                let width = number(width.scale(EM.units(), run.size.units()));
                format!(" stroke=\"{fill}\" stroke-width=\"{width}\"")
            }
        };
        out.push(&format!(
            "<g transform=\"translate({left} {baseline}) scale({scale})\" fill=\"{fill}\"{stroke}>{drawn}</g>\n"
        ));
        characters(mark, run, out);
    }

    /// Returns the definitions of all glyphs that were used.
    pub fn definitions(&self) -> String {
        let mut definitions = String::new();
        for &(face, glyph) in &self.used {
            let outline = outline::glyph(self.fonts.face(face), glyph);
            let path = path::of_outline(&outline, Point::default(), EM);
            // Writing to a string cannot fail.
            let _ = writeln!(definitions, "<path id=\"{}\" d=\"{path}\"/>", name(face, glyph));
        }
        definitions
    }
}

/// Puts the characters of a run over its outlines, in the same width.
fn characters(mark: &Mark, run: &GlyphRun, out: &mut Out) {
    if run.text.trim().is_empty() {
        return;
    }
    let [left, baseline, size, width] = [mark.at.x, mark.at.y, run.size, run.width()].map(number);
    let lang = run.lang.as_ref().map_or(String::new(), |lang| format!(" lang=\"{}\"", escaped(lang)));
    // Text that a layout adds is in no line of the résumé.
    let place = match run.span.is_empty() || run.span.file != FileId::RESUME {
        true => String::new(),
        false => format!(" data-start=\"{}\" data-end=\"{}\"", run.span.start, run.span.end),
    };
    // Our own soft hyphens and trailing blanks are not to be copied.
    let text = escaped(run.text.trim_end_matches('\u{ad}'));
    let text = format!(
        "<text x=\"{left}\" y=\"{baseline}\" font-size=\"{size}\" textLength=\"{width}\" \
         lengthAdjust=\"spacingAndGlyphs\" fill=\"none\" pointer-events=\"all\" \
         xml:space=\"preserve\"{lang}{place}>{text}</text>"
    );
    match &run.link {
        Some(link) => out.push(&format!("<a href=\"{}\">{text}</a>\n", escaped(link))),
        None => out.push(&(text + "\n")),
    }
}

fn name(face: FaceId, glyph: u16) -> String {
    format!("f{}g{glyph}", face.0)
}
