//! Atoms → items for the breaker, and the shape that their paragraph has.

use super::atoms::Atom;
use super::breaks::{self, Item, Shape, Tolerance};
use super::class::Class;
use super::job::Job;
use super::prices;
use crate::layout::Align;

/// Returns the line ends of some atoms, or none if the tolerance does not allow any.
pub(super) fn ends(
    job: &Job<'_>,
    atoms: &[Atom],
    (room, rest): (i64, i64),
    tolerance: Tolerance,
) -> Option<Vec<usize>> {
    let justified = job.setting.align == Align::Justify;
    let heading = job.setting.heading;
    let items: Vec<Item> = atoms.iter().map(|atom| item(atom, justified, heading)).collect();
    let whole: i64 = items.iter().map(|item| item.width + item.natural).sum();
    let behind = items.last().map_or(0, |item| item.natural);
    if whole - behind <= room {
        return Some(vec![atoms.len()]);
    }
    let em = job.copy.looks.first().map_or(0, |look| look.style.style.size.units());
    // Lines that need not be filled look even when they differ by three ems at most; those of a title
    // may differ more, if only its last line is no runt.
    let slack = match (justified, job.setting.heading) {
        (true, _) => 0,
        (false, true) => (rest / 3).max(3 * em),
        (false, false) => 3 * em,
    };
    let shape = Shape { first: room, rest, slack, runts: runts(job, atoms, rest) };
    breaks::choose(&items, &shape, tolerance).map(|breaks| breaks.ends)
}

fn item(atom: &Atom, justified: bool, heading: bool) -> Item {
    let joint = &atom.joint;
    let stretch: i64 = joint.stretch.iter().map(|&part| i64::from(part)).sum();
    Item {
        width: atom.width,
        natural: joint.natural,
        stretch: if justified { stretch } else { 0 },
        shrink: joint.shrink.iter().map(|&part| i64::from(part)).sum(),
        penalty: joint.penalty.map(|price| {
            // A title is read at a glance: its lines had better end with a word or a mark.
            price + if heading && atom.class.1.is_han() { prices::IN_TITLE } else { 0 }
        }),
        ending: joint.hyphen + joint.overhang,
        flagged: joint.hyphen > 0,
    }
}

/// Returns from where on a last line would be a runt (rule 46): short, or a single Han.
fn runts(job: &Job<'_>, atoms: &[Atom], measure: i64) -> [(usize, i32); 2] {
    let em = job.copy.looks.first().map_or(0, |look| look.style.style.size.units());
    let short = if job.setting.heading { (measure / 4).max(2 * em) } else { 2 * em };
    let (mut han, mut width, mut lone, mut runt) = (0, 0, atoms.len(), atoms.len());
    let mut letters = false;
    for (k, atom) in atoms.iter().enumerate().rev() {
        han += u32::from(atom.class.0.is_han());
        letters |= matches!(atom.class.0, Class::Al | Class::Nu);
        width += atom.width + if k + 1 < atoms.len() { atom.joint.natural } else { 0 };
        if han <= 1 && !letters {
            lone = k;
        }
        if width < short {
            runt = k;
        } else if han > 1 || letters {
            break;
        }
    }
    [(runt, prices::SHORT_LAST), (lone, prices::LONE_HAN)]
}
