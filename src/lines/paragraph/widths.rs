//! The natural width of a paragraph, and its minimum.

use super::job::em_of;
use super::setter::{LONGEST_LINE, Setter};
use crate::boxes::{Inline, Paragraph};
use crate::geom::Pt;
use crate::lines::itemise::atom::Atom;
use crate::lines::itemise::capitals;
use crate::lines::itemise::input::Pass;

impl Setter<'_> {
    /// Measures a paragraph's widest line, ignoring the cache.
    pub(super) fn widest_line(&mut self, paragraph: &Paragraph) -> Pt {
        self.widest(paragraph, |atoms| {
            let joints = atoms.iter().rev().skip(1).map(|atom| atom.joint.natural);
            atoms.iter().map(|atom| atom.width).sum::<i64>() + joints.sum::<i64>()
        })
    }

    /// Measures a paragraph's widest piece that no line end divides, ignoring the cache.
    pub(super) fn widest_piece(&mut self, paragraph: &Paragraph) -> Pt {
        self.widest(paragraph, |atoms| widest_run(atoms, |atom| atom.joint.penalty.is_some()))
    }

    /// Measures a paragraph's widest word, leaving hyphens aside, ignoring the cache.
    pub(super) fn widest_word(&mut self, paragraph: &Paragraph) -> Pt {
        let ends = |atom: &Atom| atom.joint.penalty.is_some() && atom.joint.hyphen == 0;
        self.widest(paragraph, |atoms| widest_run(atoms, ends))
    }

    fn widest(&mut self, paragraph: &Paragraph, of: impl Fn(&[Atom]) -> i64) -> Pt {
        self.glyphs.tidy();
        let lang = self.lang_of(paragraph);
        let em = em_of(paragraph);
        let paragraph = &*capitals::small(paragraph, &lang, &mut self.glyphs);
        let label = paragraph.label.as_ref().map(|label| self.label(label, paragraph, &lang, em));
        let mut widest = 0;
        for inlines in paragraph.inlines.split(|inline| matches!(inline, Inline::Break)) {
            let job = self.job(inlines, &paragraph.setting, &lang);
            // Far wider than any paper, so that nothing counts as too wide.
            let atoms = self.cut(&job, (0, LONGEST_LINE), Pt::MAX.units(), Pass::Fine);
            widest = widest.max(of(&atoms));
        }
        Pt::from_units(label.map_or(0, |label| label.first) + widest)
    }
}

/// Returns the width of the widest run of atoms, each ending with an atom that `ends` accepts.
fn widest_run(atoms: &[Atom], ends: impl Fn(&Atom) -> bool) -> i64 {
    let (mut widest, mut run) = (0, 0);
    for atom in atoms {
        run += atom.width;
        widest = widest.max(run);
        run = if ends(atom) { 0 } else { run + atom.joint.natural };
    }
    widest
}
