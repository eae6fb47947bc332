//! The height of a column between any two positions in a region, at the cost of a subtraction.

use crate::geom::{Glue, Pt};
use crate::lines::Item;

/// Heights summed from the top of the region, and the edges of each column.
pub(super) struct Sums {
    /// Height of all items before each.
    before: Vec<Glue>,
    /// The first item at or after each that does not vanish at the top of a column.
    next_slab: Vec<usize>,
    /// The height added at the top and at the foot of a column that begins, or ends, at each item: repeated
    /// slabs, and the padding of frames that continue.
    edges: Vec<(Pt, Pt)>,
}

impl Sums {
    /// Returns the sums of a region's items.
    pub fn new(items: &[Item]) -> Sums {
        let mut before = Vec::with_capacity(items.len() + 1);
        let mut edges = Vec::with_capacity(items.len() + 1);
        let (mut sum, mut repeat) = (Glue::default(), Pt::ZERO);
        let mut open: Vec<(Pt, Pt)> = Vec::new();
        let (mut above, mut below) = (Pt::ZERO, Pt::ZERO);
        for item in items {
            before.push(sum);
            edges.push((repeat + above, below));
            match item {
                Item::Slab(slab) => sum.natural += slab.height,
                Item::Glue(glue) => sum = added(sum, *glue),
                Item::Repeat(slabs) => repeat = slabs.iter().map(|slab| slab.height).sum(),
                Item::RepeatEnd => repeat = Pt::ZERO,
                Item::Open(frame) => {
                    let pad = (frame.frame.pad_continued(), frame.frame.pad.bottom);
                    open.push(pad);
                    (above, below) = (above + pad.0, below + pad.1);
                }
                Item::Close => {
                    let pad = open.pop().unwrap_or_default();
                    (above, below) = (above - pad.0, below - pad.1);
                }
                Item::Penalty(_) | Item::Fill => {}
            }
        }
        before.push(sum);
        edges.push((repeat + above, below));
        let mut next_slab = vec![items.len(); items.len() + 1];
        for (at, item) in items.iter().enumerate().rev() {
            next_slab[at] = if matches!(item, Item::Glue(_) | Item::Fill | Item::Penalty(_)) {
                next_slab[at + 1]
            } else {
                at
            };
        }
        Sums { before, next_slab, edges }
    }

    /// Returns the height of a column between two breaks, and how far it gives; glue at its top
    /// vanishes. At its foot there is none: the price of a break comes before the space.
    pub fn used(&self, from: usize, to: usize) -> Glue {
        let start = self.next_slab[from].min(to);
        let (upper, lower) = (self.before[start], self.before[to]);
        Glue {
            natural: lower.natural - upper.natural + self.edges[start].0 + self.edges[to].1,
            stretch: lower.stretch - upper.stretch,
            shrink: lower.shrink - upper.shrink,
        }
    }
}

fn added(a: Glue, b: Glue) -> Glue {
    Glue { natural: a.natural + b.natural, stretch: a.stretch + b.stretch, shrink: a.shrink + b.shrink }
}
