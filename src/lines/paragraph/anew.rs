//! Setting a paragraph: prepare, find line ends, fill and place the lines.

use super::job::{Job, Part, em_of, input, pitch, span_at};
use super::label::run_in;
use super::setter::{LONGEST_LINE, Setter};
use super::{Survey, remarks};
use crate::boxes::{Inline, Paragraph};
use crate::geom::Pt;
use crate::layout::Align;
use crate::lines::galley::Slab;
use crate::lines::itemise::atom::Atom;
use crate::lines::itemise::capitals;
use crate::lines::itemise::input::Pass;
use crate::lines::justify::{self, Fill};
use crate::lines::place::{self, Place};
use crate::lines::prices;

/// The number of atoms treated at once; the lines at the end of a portion are set again with the next.
const PORTION: usize = 2_048;
/// The room next to a label, in ems, in which every word fits.
const NARROW: i64 = 16;
/// Lines set again with the next portion; later text rarely affects earlier ones.
const UNSETTLED: usize = 4;

impl Setter<'_> {
    /// Returns whether a word of a paragraph fits the measure but not the room next to its label: `Sprachen: Deutsch
    /// (Muttersprache)` in a narrow column.
    fn leaves_no_room(&mut self, paragraph: &Paragraph, label: i64, measure: Pt, em: i64) -> bool {
        let rest = measure.units() - label;
        if label == 0 || rest > NARROW * em {
            return false;
        }
        let alone = Paragraph { label: None, ..paragraph.clone() };
        let widest = self.narrowest(&alone).units();
        widest > rest && widest <= measure.units()
    }

    /// Sets a paragraph, ignoring the cache.
    pub(super) fn set_anew(&mut self, paragraph: &Paragraph, measure: Pt) -> Vec<Slab> {
        self.glyphs.tidy();
        let em = em_of(paragraph);
        let lang = self.lang_of(paragraph);
        let paragraph = &*capitals::small(paragraph, &lang, &mut self.glyphs);
        self.too_long = false;
        self.torn = false;
        let label = paragraph.label.as_ref().map(|label| self.label(label, paragraph, &lang, em));
        let alone = (0, paragraph.setting.first.units());
        let (indent, first) = label.as_ref().map_or(alone, |label| (label.indent, label.first));
        if (first > measure.units() / 2 || self.leaves_no_room(paragraph, first, measure, em))
            && let Some(run_in) = run_in(paragraph)
        {
            return self.set_anew(&run_in, measure);
        }
        let rest = (measure.units() - indent).max(0);
        let room = (rest - (first - indent)).max(0);
        let mut parts = Vec::new();
        for inlines in paragraph.inlines.split(|inline| *inline == Inline::Break) {
            let room = if parts.is_empty() { (room, rest) } else { (rest, rest) };
            parts.push(Part { job: self.job(inlines, &paragraph.setting, &lang), room });
        }
        let looseness = paragraph.setting.looseness;
        let changed = self.cheapest(&parts, looseness).map(|(part, _)| part);
        let mut slabs: Vec<Slab> = Vec::new();
        for (k, part) in parts.iter().enumerate() {
            let start = if k == 0 { first } else { indent };
            let place = Place { x: indent, baseline: 0, em, tag: paragraph.tag };
            let looseness = if changed == Some(k) { looseness } else { 0 };
            self.part(part, (start, place, looseness), &mut slabs);
        }
        if self.surveyed.is_some() && slabs.len() > 1 {
            let [fewer, more] = [-1, 1].map(|by| self.cheapest(&parts, by).map(|(_, price)| price));
            self.surveyed.get_or_insert_default().push(Survey::of(paragraph, &slabs, (fewer, more)));
        }
        let nothing = slabs.iter().all(|slab| slab.marks.is_empty());
        if nothing && label.is_none() {
            slabs.clear();
        }
        if let Some(label) = label {
            let mut marks = label.marks;
            if slabs.is_empty() {
                slabs.push(Slab::default());
            }
            marks.append(&mut slabs[0].marks);
            slabs[0].marks = marks;
        }
        let (height, baseline) = pitch(paragraph, em);
        for slab in &mut slabs {
            slab.height = height;
            slab.baseline = baseline;
            for mark in &mut slab.marks {
                mark.at.y += baseline;
            }
        }
        slabs
    }

    /// Sets the text between two forced line ends.
    fn part(
        &mut self,
        Part { job, room: (room, rest) }: &Part<'_>,
        (start, place, looseness): (i64, Place, i8),
        slabs: &mut Vec<Slab>,
    ) {
        let (room, rest) = (*room, *rest);
        let mut from = 0;
        let mut enough = PORTION;
        let mut first = true;
        if job.copy.text.is_empty() {
            slabs.push(Slab::default());
        }
        while from < job.copy.text.len() {
            let first_room = if first { room } else { rest };
            let mut lines = self.lines(job, (from, enough), (first_room, rest), looseness);
            let whole = lines.atoms.last().is_none_or(|atom| atom.next as usize >= job.copy.text.len());
            if !whole {
                // The last lines of a portion were set without knowing what follows.
                let settled = lines.ends.len().saturating_sub(UNSETTLED);
                if settled == 0 && enough < LONGEST_LINE {
                    enough *= 4;
                    continue;
                }
                lines.ends.truncate(settled.max(1));
            }
            let mut begin = 0;
            for &end in &lines.ends {
                let x = if first { start } else { place.x };
                let measure = if first { room } else { rest };
                let last = whole && end == lines.atoms.len();
                let Some(atoms) = lines.atoms.get(begin..end) else { break };
                slabs.push(self.line(job, atoms, (measure, last), Place { x, ..place }));
                (begin, first) = (end, false);
            }
            let Some(next) = begin.checked_sub(1).and_then(|k| lines.atoms.get(k)).map(|atom| atom.next)
            else {
                break;
            };
            from = next as usize;
        }
    }

    /// Fills one line and places it; reports problems that a reader would see.
    fn line(&mut self, job: &Job<'_>, atoms: &[Atom], (measure, last): (i64, bool), place: Place) -> Slab {
        let joints: Vec<_> =
            atoms.iter().take(atoms.len().saturating_sub(1)).map(|atom| atom.joint).collect();
        let width = atoms.iter().map(|atom| atom.width).sum::<i64>()
            + joints.iter().map(|joint| joint.natural).sum::<i64>();
        let room = measure - width;
        let room = room - atoms.last().filter(|_| !last).map_or(0, |atom| atom.joint.ending(room));
        let justified = job.setting.align == Align::Justify;
        let mut widths = Vec::new();
        let wanted = if room > 0 && (last || !justified) { 0 } else { room };
        let fill = justify::fill(&joints, wanted, &mut widths);
        self.report(job, atoms, (fill, last));
        let left = match job.setting.align {
            Align::Justify | Align::Start => 0,
            Align::Center => room.max(0) / 2,
            Align::End => room.max(0),
        };
        let mut remarked = Vec::new();
        let input = input(&mut self.glyphs, job, (measure, Pass::Fine), &mut remarked);
        let marks = place::line(&input, atoms, &widths, Place { x: place.x + left, ..place });
        Slab { marks, ..Slab::default() }
    }

    /// Reports a line that is too long, or that ends where none should: only the first in a paragraph.
    fn report(&mut self, job: &Job<'_>, atoms: &[Atom], (fill, last): (Fill, bool)) {
        let Some((a, b)) = atoms.first().zip(atoms.last()) else { return };
        if let (Fill::Overfull(excess), false) = (fill, self.too_long) {
            self.too_long = true;
            let ends = span_at(&job.copy, a.start as usize).zip(span_at(&job.copy, b.start as usize));
            let span = ends.map(|(from, to)| from.to(to));
            self.spoke = true;
            self.sink.report(remarks::too_long(Pt::from_units(excess), span));
        }
        let price = b.joint.penalty.filter(|_| !last).unwrap_or(0);
        let joint = prices::JOINTS.iter().any(|joint| i32::from(*joint) == price);
        if price >= prices::SEEN && !joint && !self.torn {
            self.torn = true;
            self.spoke = true;
            self.sink.report(remarks::torn(price, span_at(&job.copy, b.start as usize)));
        }
    }
}
