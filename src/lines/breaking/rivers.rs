//! Rivers: spaces one below the other, line after line, that run together into a white
//! stripe.

use super::item::{Item, ONE, Sums};

/// The extent and stretch of a line.
#[derive(Clone, Copy, Debug)]
pub(in crate::lines) struct Line {
    /// Its first item.
    pub start: usize,
    /// The index after its last item.
    pub end: usize,
    /// How far it is stretched, or shrunk if negative, in 1/1 024.
    pub ratio: i64,
}

/// Returns the number of spaces in a line that are under a space of the line above it: their middles are at
/// most three tenths of a space apart.
pub(super) fn count(items: &[Item], sums: &[Sums], above: Line, here: Line) -> i64 {
    let mut upper = spaces(items, sums, above).peekable();
    let mut found = 0;
    for (middle, width) in spaces(items, sums, here) {
        let near = 3 * width / 10;
        while upper.next_if(|(other, _)| *other < middle - near).is_some() {}
        found += i64::from(upper.peek().is_some_and(|(other, _)| *other <= middle + near));
    }
    found
}

/// Returns the middle and the width of each space inside a line, from the left.
fn spaces(items: &[Item], sums: &[Sums], line: Line) -> impl Iterator<Item = (i64, i64)> {
    let start = sums.get(line.start).copied().unwrap_or_default();
    // Beyond ratio 1, tracking gives, not the spaces.
    let ratio = line.ratio.clamp(-ONE, ONE);
    let given = move |stretch: i64, shrink: i64| (if ratio > 0 { stretch } else { shrink }) * ratio / ONE;
    let inside = items.iter().zip(sums).take(line.end.saturating_sub(1)).skip(line.start);
    inside.filter(|(item, _)| item.space).map(move |(item, before)| {
        let moved = given(before.stretch - start.stretch, before.shrink - start.shrink);
        let width = item.natural + given(item.stretch, item.shrink);
        (before.width - start.width + item.width + moved + width / 2, width)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(above: &[i64], here: &[i64]) -> i64 {
        let item = |&width| Item { width, natural: 10, stretch: 5, space: true, ..Item::default() };
        let items: Vec<Item> = above.iter().chain(here).map(item).collect();
        let mut sums = vec![Sums::default()];
        for item in &items {
            let last = sums[sums.len() - 1];
            let width = last.width + item.width + item.natural;
            sums.push(Sums { width, stretch: last.stretch + item.stretch, ..last });
        }
        let (a, b) = (above.len(), items.len());
        let line = |start, end| Line { start, end, ratio: 0 };
        count(&items, &sums, line(0, a), line(a, b))
    }

    #[test]
    fn spaces_under_spaces_are_counted() {
        assert_eq!(counted(&[30, 30, 30], &[30, 30, 30]), 2);
        assert_eq!(counted(&[30, 30, 30], &[33, 30, 30]), 2, "within three tenths of a space");
        assert_eq!(counted(&[30, 30, 30], &[34, 30, 30]), 0);
        assert_eq!(counted(&[30, 30, 30], &[50, 21, 30]), 0);
        assert_eq!(counted(&[30], &[30]), 0, "what stands at a line end vanishes");
    }
}
