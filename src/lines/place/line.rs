//! Atoms of one line → marks: every glyph at its place, every character with a glyph.

use super::decoration::Decorations;
use super::origin::Place;
use crate::boxes::TextStyle;
use crate::diag::Span;
use crate::font::Shaped;
use crate::geom::{Point, Pt};
use crate::layout::Emphasis;
use crate::lines::galley::{Glyph, GlyphRun, Mark, MarkKind, PathMark, Shape};
use crate::lines::itemise::atom::{Atom, Ink};
use crate::lines::itemise::glyph_cache::{ScaledFont, Word};
use crate::lines::itemise::input::ItemiseInput;
use crate::lines::itemise::joint::widening;
use crate::lines::text::paragraph::{Piece, What};

/// The initial capacity of a run in glyphs, if its text is as long.
const USUAL: usize = 32;

/// Returns the marks of a line: `atoms` with the widths of the joints between them (one fewer).
///
/// `hyphen` is whether the line ends in a hyphen of ours.
pub(in crate::lines) fn line(
    input: &ItemiseInput<'_, '_, '_>,
    atoms: &[Atom],
    widths: &[i64],
    place: Place,
) -> Vec<Mark> {
    let decorations = Decorations::new(place);
    let end = atoms.last().map_or(0, |atom| atom.next as usize);
    let mut stick = LineBuilder { input, place, end, x: place.x, marks: Vec::new(), run: None, decorations };
    for (k, atom) in atoms.iter().enumerate() {
        stick.atom(atom);
        match widths.get(k) {
            Some(&width) => stick.joint(atom, width),
            None => stick.end(atom),
        }
    }
    stick.close();
    let mut marks = stick.decorations.boxes();
    marks.append(&mut stick.marks);
    marks.extend(stick.decorations.into_marks());
    marks
}

/// A line being put together (a composing stick).
struct LineBuilder<'s, 'c, 'p, 'a> {
    input: &'s ItemiseInput<'c, 'p, 'a>,
    place: Place,
    /// The offset after the last byte of the line.
    end: usize,
    x: i64,
    marks: Vec<Mark>,
    run: Option<Open>,
    decorations: Decorations<'p>,
}

/// A run that may still grow.
struct Open {
    piece: usize,
    font: ScaledFont,
    /// The end of its last glyph.
    end: i64,
    mark: Mark,
}

impl<'s, 'p> LineBuilder<'s, '_, 'p, '_> {
    fn atom(&mut self, atom: &Atom) {
        let from = self.x;
        match atom.ink {
            Ink::Nothing => {}
            Ink::Glyph { font, glyph, dx } => {
                let glyph = Glyph {
                    id: glyph,
                    advance: Pt::from_units(atom.width),
                    offset: shift(dx, 0),
                    text: 0..0,
                };
                self.print(glyph, font, atom.start as usize..atom.end as usize, false);
            }
            Ink::Word { font, word, base } => self.word(atom, font, word, base),
            Ink::Object(piece) => self.icon(piece as usize),
        }
        self.x = from + atom.width;
        if self.input.setting.emphasis == Emphasis::Dots
            && atom.class.0.is_han()
            && let Some(piece) = self.piece(atom.start as usize).filter(|p| p.style().style.italic)
        {
            self.decorations.dot(piece, from, self.x);
        }
    }

    /// Adds the glyphs of a word; each cluster extends to the next one.
    fn word(&mut self, atom: &Atom, font: ScaledFont, word: Word, base: u32) {
        let input = self.input;
        let size = input.look(atom.look).style.style.size;
        let tracking = crate::lines::itemise::joints::tracking(input, atom.look, atom.class.0.is_wide());
        let glyphs = input.glyphs.glyphs(word);
        let (start, end) = (atom.start as usize, atom.end as usize);
        if glyphs.is_empty() {
            return self.blank(start..end, Some(0));
        }
        let mut from = start;
        for (k, shaped) in glyphs.iter().enumerate() {
            let same = glyphs.get(k + 1).is_some_and(|next| next.cluster == shaped.cluster);
            // The first glyph of a cluster has all of its characters.
            let next = glyphs.iter().skip(k + 1).find(|next| next.cluster != shaped.cluster);
            let to = match next {
                _ if word.rtl && k > 0 => from,
                Some(next) if !word.rtl => ((base + next.cluster) as usize).clamp(from, end),
                _ => end,
            };
            let units = |units| input.glyphs.length(units, font, size);
            let advance = units(shaped.advance) + if same || next.is_none() { 0 } else { tracking };
            let glyph = Glyph {
                id: shaped.id,
                advance: Pt::from_units(advance),
                offset: shift(units(shaped.dx), -units(shaped.dy)),
                text: 0..0,
            };
            self.print(glyph, font, from..to, !atom.class.0.is_wide());
            from = to;
        }
    }

    /// Returns the piece that contains a byte of the copy.
    fn piece(&self, at: usize) -> Option<&'s Piece<'p>> {
        let copy = self.input.copy;
        copy.pieces.get(copy.piece_at(at))
    }

    /// Adds a glyph that is not a blank, with the lines under and through it (rule 52). An underline
    /// makes way for `narrow` ink; Han and their marks end above it, or are so dense that it
    /// should rather run on.
    fn print(&mut self, glyph: Glyph, font: ScaledFont, text: std::ops::Range<usize>, narrow: bool) {
        let number = self.input.copy.piece_at(text.start);
        if let Some(piece) = self.input.copy.pieces.get(number) {
            self.decorations.enclose((number, piece), self.x, self.x + glyph.advance.units());
            let TextStyle { style, rise, .. } = piece.style();
            if narrow && style.underline {
                let size = (font, style.size, rise);
                self.decorations.make_way(&glyph, self.x, size, self.input.glyphs.book());
            }
            self.decorations.cover(piece, self.x, self.x + glyph.advance.units());
        }
        self.put(glyph, font, text);
    }

    /// Adds a glyph for some characters of the copy; no characters for the further glyphs of a cluster.
    fn put(&mut self, glyph: Glyph, font: ScaledFont, text: std::ops::Range<usize>) {
        let copy = self.input.copy;
        let further = text.is_empty() && self.run.as_ref().is_some_and(|run| run.font == font);
        let piece = match &self.run {
            Some(run) if further => run.piece,
            _ => copy.piece_at(text.start),
        };
        let fits = self.run.as_ref().is_some_and(|run| (run.piece, run.font) == (piece, font));
        if !fits {
            self.close();
            self.open(piece, font, text.start);
        }
        let Some(run) = &mut self.run else { return };
        let MarkKind::Glyphs(glyphs) = &mut run.mark.kind else { return };
        if let Some(last) = glyphs.glyphs.last_mut() {
            last.advance += Pt::from_units(self.x - run.end);
        }
        let characters = copy.text.get(text).unwrap_or("");
        let from = glyphs.text.len() as u32;
        glyphs.text.push_str(characters);
        self.x += glyph.advance.units();
        run.end = self.x;
        glyphs.glyphs.push(Glyph { text: from..glyphs.text.len() as u32, ..glyph });
    }

    /// Begins a run in a piece, with the character at `at`.
    fn open(&mut self, piece: usize, font: ScaledFont, at: usize) {
        let pieces = &self.input.copy.pieces;
        let Some(of) = pieces.get(piece) else { return };
        let before =
            piece.checked_sub(1).and_then(|piece| pieces.get(piece)).map_or(0, |piece| piece.end as usize);
        let style = of.style();
        let size = style.style.size;
        let (span, link, lang, tag) = match &of.what {
            What::Text(text) => {
                let own = text.span.len() == text.text.len();
                let start = text.span.start + if own { (at - before) as u32 } else { 0 };
                let span = Span { start, end: if own { start } else { text.span.end }, ..text.span };
                (span, text.link.clone(), text.lang.clone(), text.tag.or(self.place.tag))
            }
            _ => (Span::default(), None, None, self.place.tag),
        };
        let bytes = (of.end as usize).min(self.end).saturating_sub(at);
        let run = GlyphRun {
            face: font.face,
            size: font.scale.of(size),
            color: style.style.color,
            glyphs: Vec::with_capacity(bytes.min(USUAL)),
            text: String::with_capacity(bytes),
            span,
            link,
            lang,
            // A thirtieth of an em on each side makes regular look bold without closing its counters.
            embolden: if font.embolden { size / 30 } else { Pt::ZERO },
        };
        let y = Pt::from_units(self.place.baseline) - style.rise;
        let mark = Mark { at: Point { x: Pt::from_units(self.x), y }, tag, kind: MarkKind::Glyphs(run) };
        self.run = Some(Open { piece, font, end: self.x, mark });
    }

    /// Ends the current run.
    fn close(&mut self) {
        let Some(Open { piece, mut mark, .. }) = self.run.take() else { return };
        if let (MarkKind::Glyphs(run), Some(piece)) = (&mut mark.kind, self.input.copy.pieces.get(piece)) {
            let own = matches!(&piece.what, What::Text(text) if text.span.len() == text.text.len());
            if own {
                run.span.end = run.span.start + run.text.len() as u32;
            }
        }
        self.marks.push(mark);
    }

    /// Advances over the joint between two atoms.
    fn joint(&mut self, atom: &Atom, width: i64) {
        let from = self.x;
        if atom.next > atom.end {
            let shown =
                (!crate::lines::itemise::joints::is_taken_in(self.input, atom, width)).then_some(width);
            self.blank(atom.end as usize..atom.next as usize, shown);
        }
        if let Some((font, word)) = atom.blanks.separator {
            self.separator(atom, (font, word), from..from + width);
        }
        self.x = from + width;
        // A blank has the lines of the piece in which it was typed; without one, lines continue.
        let typed = self.piece(atom.end as usize).filter(|_| atom.next > atom.end).map(Piece::style);
        let (under, through) = typed.map_or((true, true), |look| (look.style.underline, look.strike));
        let gap = atom.joint.stretch[widening::GAP] > 0;
        self.decorations.bridge(from, self.x, (under && !gap, through));
    }

    /// Prints the separator of two things in the middle of the room between them.
    fn separator(&mut self, atom: &Atom, (font, word): (ScaledFont, Word), room: std::ops::Range<i64>) {
        let copy = self.input.copy;
        let piece = copy.pieces.get(copy.piece_at((atom.next as usize).saturating_sub(1)));
        let Some(Piece { what: What::Separator(text), .. }) = piece else { return };
        let size = text.style.style.size;
        let length = |units| Pt::from_units(self.input.glyphs.length(units, font, size));
        let glyph = |shaped: &Shaped| Glyph {
            id: shaped.id,
            advance: length(shaped.advance),
            offset: Point::default(),
            text: 0..0,
        };
        let mut run = GlyphRun {
            face: font.face,
            size: font.scale.of(size),
            color: text.style.style.color,
            glyphs: self.input.glyphs.glyphs(word).iter().map(glyph).collect(),
            text: text.text.clone(),
            ..GlyphRun::default()
        };
        // One cluster: what is not part of the text need not be mapped character by character.
        if let Some(first) = run.glyphs.first_mut() {
            first.text = 0..run.text.len() as u32;
        }
        let slack = room.end - room.start - run.width().units();
        let x = Pt::from_units(room.start + slack / 2);
        let at = Point { x, y: Pt::from_units(self.place.baseline) };
        self.close();
        self.marks.push(Mark { at, tag: None, kind: MarkKind::Glyphs(run) });
    }

    /// Ends the line after an atom: with a hyphen, and with the blanks that vanish there.
    fn end(&mut self, atom: &Atom) {
        let faces = self.input.faces(atom.look);
        let typed = atom.end as usize..atom.next as usize;
        let from = self.x;
        if atom.joint.hyphen > 0 && !self.is_last(atom) {
            let glyph = Glyph {
                id: faces.hyphen.0,
                advance: Pt::from_units(atom.joint.hyphen),
                offset: Point::default(),
                text: 0..0,
            };
            if atom.blanks.soft {
                self.put(glyph, faces.font, typed);
            } else {
                self.added_hyphen(glyph, faces.font, atom);
            }
            if let Some(piece) = self.piece((atom.end as usize).saturating_sub(1)) {
                self.decorations.cover(piece, from, self.x);
            }
        } else if atom.next > atom.end {
            self.blank(typed, (!atom.class.1.is_mark()).then_some(faces.space.1));
        }
    }

    /// Adds a hyphen that the source does not have, in a run of its own. Readers of the text layer
    /// get U+00AD, which they recognise as such (PDF 32000-1, 14.8.2.2.3).
    fn added_hyphen(&mut self, glyph: Glyph, font: ScaledFont, atom: &Atom) {
        self.close();
        self.open(self.input.copy.piece_at(atom.start as usize), font, atom.start as usize);
        let Some(Open { mut mark, .. }) = self.run.take() else { return };
        if let MarkKind::Glyphs(run) = &mut mark.kind {
            self.x += glyph.advance.units();
            run.text.push('\u{ad}');
            run.span = Span::default();
            run.glyphs.push(Glyph { text: 0..run.text.len() as u32, ..glyph });
        }
        self.marks.push(mark);
    }

    fn is_last(&self, atom: &Atom) -> bool {
        atom.next as usize >= self.input.copy.text.len()
    }

    /// Adds the glyph of a space for blanks that were typed; others join the glyph before them.
    fn blank(&mut self, range: std::ops::Range<usize>, width: Option<i64>) {
        let copy = self.input.copy;
        let mut at = range.start;
        while at < range.end {
            let piece = copy.piece_at(at);
            let end = copy.pieces.get(piece).map_or(range.end, |piece| piece.end as usize).min(range.end);
            let typed = copy.text.get(at..end).unwrap_or("");
            let object = copy
                .pieces
                .get(piece)
                .is_some_and(|piece| matches!(piece.what, What::Blank(_) | What::Separator(_)));
            let same = self.run.as_ref().is_some_and(|run| run.piece == piece);
            if object {
                self.close();
            } else if same && (width.is_none() || typed.chars().all(crate::lines::text::class::is_invisible))
            {
                self.join(typed);
            } else {
                self.space(at..end, width.filter(|_| at == range.start).unwrap_or(0));
            }
            at = end.max(at + 1);
        }
    }

    fn space(&mut self, range: std::ops::Range<usize>, width: i64) {
        let faces = self.input.faces(self.input.copy.look_at(range.start));
        let own = self.run.as_ref().and_then(|run| {
            let glyph = self.input.glyphs.book().face(run.font.face).covers(' ')?;
            Some((run.font, glyph))
        });
        let (font, id) = own.unwrap_or((faces.font, faces.space.0));
        let glyph = Glyph { id, advance: Pt::from_units(width), offset: Point::default(), text: 0..0 };
        self.put(glyph, font, range);
    }

    /// Adds some more characters to the last glyph.
    fn join(&mut self, typed: &str) {
        let Some(Open { mark: Mark { kind: MarkKind::Glyphs(run), .. }, .. }) = &mut self.run else { return };
        run.text.push_str(typed);
        if let Some(last) = run.glyphs.last_mut() {
            last.text.end = run.text.len() as u32;
        }
    }

    fn icon(&mut self, piece: usize) {
        self.close();
        let Some(What::Icon(icon)) = self.input.copy.pieces.get(piece).map(|piece| &piece.what) else {
            return;
        };
        // It is centred in the em box of the Han next to it.
        let y = self.place.baseline - self.place.em * 88 / 100 + (self.place.em - icon.size.units()) / 2;
        let kind =
            MarkKind::Path(PathMark { shape: Shape::Icon(icon.kind), size: icon.size, color: icon.color });
        let at = Point { x: Pt::from_units(self.x), y: Pt::from_units(y) };
        self.marks.push(Mark { at, tag: icon.tag, kind });
    }
}

fn shift(x: i64, y: i64) -> Point {
    Point { x: Pt::from_units(x), y: Pt::from_units(y) }
}
