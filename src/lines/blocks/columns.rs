//! The widths of a table's columns, derived from the content of its cells.
//!
//! A column is never narrower than its longest word while another has room to give; short texts stay on
//! one line; long ones share the rest so that the rows have as few lines as possible.

use crate::boxes::{Paragraph, TableBox};
use crate::geom::Pt;
use crate::layout::Align;
use crate::lines::paragraph::{Setter, em_of};

/// Ems up to which a cell's whole text stays on one line, provided that all columns then need no more than
/// a number of hundredths of the measure: tried from the most to the fewest.
const SHORT: [(i64, i64); 4] = [(14, 70), (9, 75), (5, 95), (0, 100)];

/// A column of a table: its padding, and the width available to its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) struct Width {
    /// The padding at its left.
    pub left: Pt,
    /// The padding at its right.
    pub right: Pt,
    /// The measure of its text.
    pub inside: Pt,
}

impl Width {
    /// Returns the width with the padding.
    pub fn outside(self) -> Pt {
        self.left + self.inside + self.right
    }
}

/// The widths needed by the cells of a column.
#[derive(Clone, Debug, Default)]
struct Need {
    /// The widest piece that no line end divides.
    least: Pt,
    /// The widest word.
    word: Pt,
    /// For each of [`SHORT`], the widest word or short text.
    short: [Pt; SHORT.len()],
    /// The widest cell on one line.
    whole: Pt,
    /// All cells on one line, one after the other.
    text: Pt,
    /// Whether it is flush right, as figures are.
    figures: bool,
}

/// Returns the maximum width of an image in a cell.
pub(super) fn widest_image(measure: Pt) -> Pt {
    measure / 4
}

impl Need {
    /// Includes an image: it has its own width up to a share of the measure, and shrinks to a fourth of that at most.
    fn hold(&mut self, width: Pt, measure: Pt) {
        let wanted = width.min(widest_image(measure));
        self.least = self.least.max(wanted / 4);
        self.word = self.word.max(wanted);
        self.short.iter_mut().for_each(|short| *short = (*short).max(wanted));
        self.whole = self.whole.max(wanted);
        self.text = self.text.max(wanted);
    }
}

/// Returns the columns of a table; together as wide as the measure.
pub(super) fn widths(table: &TableBox, measure: Pt, setter: &mut Setter<'_>) -> Vec<Width> {
    let mut needs = needs(table, setter);
    for (_, column, image) in &table.images {
        if let Some(need) = needs.get_mut(*column) {
            need.hold(image.size.width, measure);
        }
    }
    let pads = pads(table, &needs);
    let taken: Pt = pads.iter().map(|(left, right)| *left + *right).sum();
    let inside = share(&needs, (measure - taken).max(Pt::ZERO));
    let widths = pads.into_iter().zip(inside).map(|((left, right), inside)| Width { left, right, inside });
    widths.collect()
}

fn needs(table: &TableBox, setter: &mut Setter<'_>) -> Vec<Need> {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.head.len());
    let mut needs = vec![Need::default(); columns];
    for row in std::iter::once(&table.head).chain(&table.rows) {
        for (cell, need) in row.iter().zip(&mut needs) {
            let whole = setter.natural_width(cell);
            let word = setter.widest_of_words(cell);
            need.least = need.least.max(setter.narrowest(cell));
            need.word = need.word.max(word);
            for (short, (ems, _)) in need.short.iter_mut().zip(SHORT) {
                let few = if whole <= em(cell) * ems { whole } else { whole.min(em(cell) * ems.min(5)) };
                *short = (*short).max(word).max(few);
            }
            need.whole = need.whole.max(whole);
            need.text += whole;
            need.figures |= cell.setting.align == Align::End;
        }
    }
    needs
}

fn em(cell: &Paragraph) -> Pt {
    Pt::from_units(em_of(cell))
}

/// Returns the padding of each column, half of the lines of a border included. Without a border the
/// outermost text is at the edges of the measure; between figures and words there is at least an em.
fn pads(table: &TableBox, needs: &[Need]) -> Vec<(Pt, Pt)> {
    let line = table.border.map_or(Pt::ZERO, |(width, _)| width / 2);
    let mut pads = vec![(table.pad.left + line, table.pad.right + line); needs.len()];
    let boxed = table.border.is_some() || table.head_fill.is_some();
    if let Some(first) = pads.first_mut() {
        first.0 = if boxed { first.0 + line } else { Pt::ZERO };
    }
    if let Some(last) = pads.last_mut() {
        last.1 = if boxed { last.1 + line } else { Pt::ZERO };
    }
    let row = if table.head.is_empty() { table.rows.first() } else { Some(&table.head) };
    let ems = row.into_iter().flatten().map(em);
    for (at, (pair, em)) in needs.windows(2).zip(ems).enumerate() {
        if pair[0].figures && !pair[1].figures {
            let gap = pads[at].1 + pads[at + 1].0;
            pads[at + 1].0 += (em - gap).max(Pt::ZERO);
        }
    }
    pads
}

/// Shares a measure among columns according to their needs.
fn share(needs: &[Need], measure: Pt) -> Vec<Pt> {
    let of = |part: fn(&Need) -> Pt| needs.iter().map(part).collect::<Vec<Pt>>();
    let (least, word, whole) = (of(|need| need.least), of(|need| need.word), of(|need| need.whole));
    let sum = |widths: &[Pt]| widths.iter().copied().sum::<Pt>();
    if sum(&whole) <= measure {
        return spread(needs, measure - sum(&whole));
    }
    let nothing = vec![Pt::ZERO; needs.len()];
    let alike = vec![1; needs.len()];
    if sum(&least) >= measure {
        return level(&nothing, &least, &alike, measure);
    }
    if sum(&word) >= measure {
        return level(&least, &word, &alike, measure);
    }
    let mut tried = SHORT.iter().enumerate().map(|(nth, (_, most))| {
        (needs.iter().map(|need| need.short[nth]).collect::<Vec<Pt>>(), measure.scale(*most, 100))
    });
    let short = tried.find_map(|(short, most)| (sum(&short) <= most).then_some(short));
    // Lines are fewest if the widths of long columns are proportional to the roots of their contents.
    let roots: Vec<i64> = needs.iter().map(|need| need.text.units().max(0).isqrt()).collect();
    level(&short.unwrap_or(word), &whole, &roots, measure)
}

/// Returns widths between `least` and `most`, otherwise proportional to the weights, that add up to the
/// measure, which is between the sums of the least and of the most.
fn level(least: &[Pt], most: &[Pt], weights: &[i64], measure: Pt) -> Vec<Pt> {
    let width = |at: usize, level: i64| {
        let wanted = Pt::from_units(weights[at].max(1).saturating_mul(level));
        wanted.min(most[at]).max(least[at])
    };
    let all = |level: i64| (0..least.len()).map(move |at| width(at, level));
    let (mut low, mut high) = (0, measure.units().max(1));
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if all(middle).sum::<Pt>() <= measure { low = middle } else { high = middle }
    }
    let mut widths: Vec<Pt> = all(low).collect();
    // The remainder from rounding goes to those with room for it.
    let mut left = measure - widths.iter().copied().sum();
    for (width, most) in widths.iter_mut().zip(most) {
        let more = left.min(*most - *width).max(Pt::ZERO);
        *width += more;
        left -= more;
    }
    widths
}

/// Returns columns that have all their text on one line: columns of words take the slack in proportion to
/// their content, up to twice that and a little; the last of them gets the rest.
fn spread(needs: &[Need], slack: Pt) -> Vec<Pt> {
    const LITTLE: Pt = Pt::new(20);
    let mut widths: Vec<Pt> = needs.iter().map(|need| need.whole).collect();
    let words = |need: &Need| !need.figures;
    let held: Pt = needs.iter().filter(|need| words(need)).map(|need| need.whole).sum();
    let Some(last) = needs.iter().rposition(words).or(needs.len().checked_sub(1)) else { return widths };
    let mut left = slack;
    for (width, need) in widths.iter_mut().zip(needs).take(last).filter(|(_, need)| words(need)) {
        let part = slack.scale(need.whole.units(), held.units().max(1));
        let more = part.min(need.whole + LITTLE).min(left);
        *width += more;
        left -= more;
    }
    widths[last] += left;
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(least: i64, word: i64, whole: i64) -> Need {
        let [least, word, whole] = [least, word, whole].map(Pt::new);
        Need { least, word, short: [word; 4], whole, text: whole, figures: false }
    }

    fn points(widths: Vec<Pt>) -> Vec<i64> {
        widths.into_iter().map(|width| (width.units() + Pt::UNITS / 2) / Pt::UNITS).collect()
    }

    #[test]
    fn what_fits_fills_the_measure_and_stays_together() {
        assert_eq!(points(share(&[need(5, 5, 20), need(5, 5, 60)], Pt::new(100))), [25, 75]);
        assert_eq!(points(share(&[need(5, 5, 20), need(5, 5, 20)], Pt::new(500))), [60, 440]);
        let figures = Need { figures: true, ..need(20, 20, 20) };
        assert_eq!(points(share(&[need(5, 5, 20), figures.clone()], Pt::new(100))), [80, 20]);
        assert_eq!(points(share(&[figures], Pt::new(100))), [100]);
        assert!(share(&[], Pt::new(60)).is_empty());
    }

    #[test]
    fn the_long_columns_give_way_and_no_word_does() {
        assert_eq!(points(share(&[need(10, 10, 10), need(20, 20, 900)], Pt::new(200))), [10, 190]);
        assert_eq!(points(share(&[need(5, 30, 30), need(20, 300, 300)], Pt::new(200))), [30, 170]);
        let three = [need(10, 40, 900), need(10, 40, 100), need(10, 10, 10)];
        assert_eq!(points(share(&three, Pt::new(310))), [225, 75, 10], "as the roots of what they hold");
    }

    #[test]
    fn the_short_have_what_they_need_when_nothing_fits() {
        assert_eq!(
            points(share(&[need(10, 10, 10), need(90, 90, 90), need(80, 80, 80)], Pt::new(100))),
            [10, 45, 45]
        );
        assert_eq!(points(share(&[need(10, 10, 10), need(90, 90, 90)], Pt::ZERO)), [0, 0]);
    }
}
