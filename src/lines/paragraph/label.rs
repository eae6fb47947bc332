//! The label of a paragraph, which hangs to the left of its first line.

use super::job::{input, trailing};
use super::setter::{LONGEST_LINE, Setter};
use crate::boxes::{Hanging, HangingWidth, Inline, Paragraph};
use crate::geom::Pt;
use crate::lines::galley::Mark;
use crate::lines::itemise::input::Pass;
use crate::lines::place::{self, Place};

/// A label once it is set.
pub(super) struct Label {
    /// Its marks, relative to the left edge.
    pub marks: Vec<Mark>,
    /// The indents of further lines, and of the first.
    pub indent: i64,
    pub first: i64,
}

impl Setter<'_> {
    /// Sets the label of a paragraph on one line.
    pub(super) fn label(&mut self, label: &Hanging, paragraph: &Paragraph, lang: &str, em: i64) -> Label {
        let job = self.job(&label.inlines, &paragraph.setting, lang);
        let atoms = self.cut(&job, (0, LONGEST_LINE), Pt::MAX.units(), Pass::Fine);
        let joints: Vec<i64> =
            atoms.iter().take(atoms.len().saturating_sub(1)).map(|a| a.joint.natural).collect();
        let width = atoms.iter().map(|atom| atom.width).sum::<i64>() + joints.iter().sum::<i64>();
        let (x, indent, first) = match label.width {
            HangingWidth::Natural => {
                let after = atoms.last().map_or(0, |atom| trailing(&job, atom));
                (0, width + after, width + after)
            }
            HangingWidth::Fixed { indent, gap } => {
                // A label wider than its room indents all lines, so that none begins next to the others.
                let indent = indent.units().max(width + gap.units());
                (indent - gap.units() - width, indent, indent)
            }
        };
        let mut remarked = Vec::new();
        let input = input(&mut self.glyphs, &job, (0, Pass::Fine), &mut remarked);
        let marks = place::line(&input, &atoms, &joints, Place { x, baseline: 0, em, tag: label.tag });
        Label { marks, indent, first }
    }
}

/// Returns a paragraph with its label as its first words: next to a label that wide, the text would
/// have no measure left. `None` without a label of natural width.
pub(super) fn run_in(paragraph: &Paragraph) -> Option<Paragraph> {
    let label = paragraph.label.as_ref().filter(|label| label.width == HangingWidth::Natural)?;
    let labelled = label.inlines.iter().cloned().map(|mut inline| {
        if let Inline::Text(text) = &mut inline {
            text.tag = text.tag.or(label.tag);
        }
        inline
    });
    let inlines = labelled.chain(paragraph.inlines.iter().cloned()).collect();
    Some(Paragraph { inlines, label: None, ..paragraph.clone() })
}
