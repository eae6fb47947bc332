//! The fallback ladder: how far the setter goes to find the line ends of a paragraph
//! (typography.md §3). The breaker itself never gives up; each rung lets it do worse things.

use super::fit::{Fitting, on_one_line};
use super::job::{Job, Part};
use super::setter::Setter;
use crate::lines::breaking::item::{Breaks, Tolerance};
use crate::lines::itemise::atom::Atom;
use crate::lines::itemise::input::Pass;
use crate::lines::prices;

/// The rungs: good breaks and no line too loose; then breaks in identifiers and the like, and lines as
/// loose as they must be; then breaks anywhere at a price, and lines too long if all else fails.
const RUNGS: [(Pass, Tolerance); 3] = [
    (Pass::Fine, Tolerance { ratio: prices::BAD_RATIO, overfull: false }),
    (Pass::Late, Tolerance { ratio: i64::MAX, overfull: false }),
    (Pass::Forced, Tolerance { ratio: i64::MAX, overfull: true }),
];

/// Lines of a part of a paragraph: their atoms, and where they end.
pub(in crate::lines) struct Lines {
    /// The atoms of all lines.
    pub atoms: Vec<Atom>,
    /// For each line, the index after its last atom.
    pub ends: Vec<usize>,
}

/// The outcome for a portion: its atoms, and unless they fit on one line, the best line ends on the lowest
/// rung that has any.
struct Outcome {
    atoms: Vec<Atom>,
    broken: Option<(Fitting, Breaks)>,
}

impl Setter<'_> {
    /// Finds line ends for the atoms of a portion (its start and its size): the first line has `room`,
    /// all others `rest`. There are `looseness` lines more than would be best, if possible.
    pub(in crate::lines) fn lines(
        &mut self,
        job: &Job<'_>,
        portion: (usize, usize),
        rooms: (i64, i64),
        looseness: i8,
    ) -> Lines {
        let Outcome { atoms, broken } = self.climb(job, portion, rooms);
        let Some((fitting, best)) = broken else { return Lines { ends: vec![atoms.len()], atoms } };
        let other = if looseness == 0 { None } else { other(&fitting, &best, looseness) };
        Lines { atoms, ends: other.unwrap_or(best).ends }
    }

    /// Returns the part of a paragraph that can have `by` lines more at the least price, and the increase in its
    /// demerits; `None` if no part can, or none should.
    pub(in crate::lines) fn cheapest(&mut self, parts: &[Part<'_>], by: i8) -> Option<(usize, i64)> {
        let asked = parts.iter().enumerate().filter(|_| by != 0);
        let priced = asked.filter_map(|(k, part)| {
            let (fitting, best) = self.climb(&part.job, (0, usize::MAX), part.room).broken?;
            Some((k, other(&fitting, &best, by)?.demerits - best.demerits))
        });
        priced.min_by_key(|(_, price)| *price)
    }

    fn climb(&mut self, job: &Job<'_>, portion: (usize, usize), (room, rest): (i64, i64)) -> Outcome {
        let mut atoms = Vec::new();
        for (pass, tolerance) in RUNGS {
            atoms = self.cut(job, portion, rest, pass);
            if on_one_line(&atoms, room) {
                break;
            }
            let fitting = Fitting::of(job, &atoms, (room, rest));
            if let Some(best) = fitting.best(tolerance) {
                return Outcome { atoms, broken: Some((fitting, best)) };
            }
        }
        Outcome { atoms, broken: None }
    }
}

/// Returns the best line ends with `by` lines more than the best of all have.
fn other(fitting: &Fitting, best: &Breaks, by: i8) -> Option<Breaks> {
    let wanted = best.ends.len().checked_add_signed(isize::from(by))?;
    let tolerance = Tolerance { ratio: best.loosest.max(prices::LOOSE_ON_PURPOSE), overfull: false };
    fitting.each(tolerance).into_iter().find(|breaks| breaks.ends.len() == wanted)
}
