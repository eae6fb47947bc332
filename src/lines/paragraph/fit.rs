//! Atoms → items for the breaker, and the shape of their paragraph.

use super::job::Job;
use crate::layout::Align;
use crate::lines::breaking;
use crate::lines::breaking::item::{Breaks, Item, Shape, Tolerance};
use crate::lines::itemise::atom::Atom;
use crate::lines::itemise::joint::widening;
use crate::lines::prices;
use crate::lines::text::class::Class;

/// Atoms as the breaker sees them.
pub(in crate::lines) struct Fitting {
    /// A box per atom, with the glue after it.
    pub items: Vec<Item>,
    /// The lengths of lines, and what is wanted of the last one.
    pub shape: Shape,
}

impl Fitting {
    /// Returns the breaker's input for some atoms: the first line has `room`, others `rest`.
    pub fn of(job: &Job<'_>, atoms: &[Atom], (room, rest): (i64, i64)) -> Fitting {
        let justified = job.setting.align == Align::Justify;
        let items: Vec<Item> = atoms.iter().map(|atom| item(job, atom, justified)).collect();
        let em = job.copy.looks.first().map_or(0, |look| look.style.style.size.units());
        // Lines that need not be filled look even when they differ by three ems at most; those of a
        // title may differ more, as long as its last line is not a runt.
        let slack = match (justified, job.setting.heading) {
            (true, _) => 0,
            (false, true) => (rest / 3).max(3 * em),
            (false, false) => 3 * em,
        };
        let shape = Shape { first: room, rest, slack, runts: runts(job, atoms, rest) };
        Fitting { items, shape }
    }

    /// Returns the best line ends, or `None` if the tolerance does not allow any.
    pub fn best(&self, tolerance: Tolerance) -> Option<Breaks> {
        breaking::choose(&self.items, &self.shape, tolerance)
    }

    /// Returns the best line ends for each number of lines near the fewest.
    pub fn each(&self, tolerance: Tolerance) -> Vec<Breaks> {
        breaking::choose_each(&self.items, &self.shape, tolerance)
    }
}

/// Returns whether atoms fit on a line as they are.
pub(super) fn on_one_line(atoms: &[Atom], room: i64) -> bool {
    let mut width = 0;
    let mut glue = 0;
    atoms.iter().all(|atom| {
        width += glue + atom.width;
        glue = atom.joint.natural;
        width <= room
    })
}

fn item(job: &Job<'_>, atom: &Atom, justified: bool) -> Item {
    let joint = &atom.joint;
    let stretch = |level: usize| if justified { i64::from(joint.stretch[level]) } else { 0 };
    Item {
        width: atom.width,
        natural: joint.natural,
        stretch: (0..widening::COUNT).map(stretch).sum(),
        tracking: stretch(widening::HAN),
        shrink: joint.shrink.iter().map(|&part| i64::from(part)).sum(),
        penalty: joint.penalty.map(|price| {
            // A title is read at a glance: its lines should preferably end with a word or a mark.
            price + if job.setting.heading && atom.class.1.is_han() { prices::IN_TITLE } else { 0 }
        }),
        ending: joint.hyphen + joint.overhang,
        spare: joint.spare,
        flagged: joint.hyphen > 0,
        print: print(job, atom),
        space: atom.blanks.space && joint.stretch[widening::SPACE] > 0,
    }
}

/// Returns a number for the characters of an atom, the same for the same word (FNV-1a); 0 for marks.
fn print(job: &Job<'_>, atom: &Atom) -> u32 {
    let word = atom.class.0.is_han() || matches!(atom.class.0, Class::Al | Class::Nu);
    let text = job.copy.text.get(atom.start as usize..atom.end as usize).filter(|_| word).unwrap_or("");
    let mix = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    if text.is_empty() { 0 } else { text.bytes().fold(0x811c_9dc5, mix) }
}

/// Returns the atoms from which a last line would be a runt (rule 46): short, or a single Han.
fn runts(job: &Job<'_>, atoms: &[Atom], measure: i64) -> [(usize, i32); 3] {
    let em = job.copy.looks.first().map_or(0, |look| look.style.style.size.units());
    let short = if job.setting.heading { (measure / 4).max(2 * em) } else { 2 * em };
    let (mut han, mut width, mut lone, mut runt) = (0, 0, atoms.len(), atoms.len());
    let mut letters = false;
    let blank = |k: usize| match (atoms.get(k), atoms.get(k + 1)) {
        (Some(one), Some(next)) => job
            .copy
            .text
            .get(one.end as usize..next.start as usize)
            .is_some_and(|between| between.contains(' ')),
        _ => false,
    };
    // A short Latin word alone looks stranded, though wider than two ems.
    let word = 6 * em;
    let (mut alone, mut forgotten) = (true, atoms.len());
    for (k, atom) in atoms.iter().enumerate().rev() {
        alone &= !blank(k) && !atom.class.0.is_han();
        han += u32::from(atom.class.0.is_han());
        letters |= matches!(atom.class.0, Class::Al | Class::Nu);
        width += atom.width + if k + 1 < atoms.len() { atom.joint.natural } else { 0 };
        if han <= 1 && !letters {
            lone = k;
        }
        if alone && width < word {
            forgotten = k;
        }
        if width < short {
            runt = k;
        } else if (han > 1 || letters) && !(alone && width < word) {
            break;
        }
    }
    [(runt, prices::SHORT_LAST), (forgotten, prices::LONE_WORD), (lone, prices::LONE_HAN)]
}
