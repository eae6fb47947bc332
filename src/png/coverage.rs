//! How much of each pixel a glyph covers.

/// The coverage of a glyph, placed relative to its origin in pixels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The first column.
    pub left: i64,
    /// The first row; y grows down.
    pub top: i64,
    /// The number of columns.
    width: usize,
    /// 0 to 255, row by row.
    data: Vec<u8>,
}

impl Coverage {
    /// Returns a coverage; `data` has whole rows.
    pub fn new(left: i64, top: i64, width: usize, data: Vec<u8>) -> Coverage {
        Coverage { left, top, width, data }
    }

    /// Returns the rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.data.chunks_exact(self.width.max(1))
    }

    /// Returns the same shape on a grid `fine` times as coarse, first moved to the right by `shift` of the
    /// fine columns: each pixel has the average of those that it covers.
    #[must_use]
    pub fn shrunk(&self, fine: usize, shift: usize) -> Coverage {
        let step = fine as i64;
        let left = self.left + shift as i64;
        let (column, row) = (left.div_euclid(step), self.top.div_euclid(step));
        let (skip_x, skip_y) = (left.rem_euclid(step) as usize, self.top.rem_euclid(step) as usize);
        let height = self.data.len() / self.width.max(1);
        let (across, down) = ((skip_x + self.width).div_ceil(fine), (skip_y + height).div_ceil(fine));
        let mut sums = vec![0_u32; across * down];
        for (y, line) in self.rows().enumerate() {
            let start = (skip_y + y) / fine * across;
            for (x, &cover) in line.iter().enumerate() {
                sums[start + (skip_x + x) / fine] += u32::from(cover);
            }
        }
        let area = (fine * fine) as u32;
        let data = sums.into_iter().map(|sum| ((sum + area / 2) / area) as u8).collect();
        Coverage { left: column, top: row, width: across, data }
    }

    /// Returns the shape thickened by `by` columns and rows on each side.
    #[must_use]
    pub fn thickened(&self, by: usize) -> Coverage {
        if by == 0 || self.data.is_empty() {
            return self.clone();
        }
        let (width, height) = (self.width + 2 * by, self.data.len() / self.width + 2 * by);
        let mut wide = vec![0; width * (height - 2 * by)];
        for (out, line) in wide.chunks_exact_mut(width).zip(self.rows()) {
            for (x, &cover) in line.iter().enumerate() {
                out[x..=x + 2 * by].iter_mut().for_each(|part| *part = cover.max(*part));
            }
        }
        let mut data = vec![0; width * height];
        for (y, line) in wide.chunks_exact(width).enumerate() {
            for out in data[y * width..(y + 2 * by + 1) * width].chunks_exact_mut(width) {
                out.iter_mut().zip(line).for_each(|(part, &cover)| *part = cover.max(*part));
            }
        }
        Coverage { left: self.left - by as i64, top: self.top - by as i64, width, data }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shrinking_keeps_the_ink_and_the_place() {
        let square = Coverage::new(-2, 4, 4, vec![255; 16]);
        assert_eq!(square.shrunk(4, 2), Coverage::new(0, 1, 1, vec![255]));
        assert_eq!(square.shrunk(4, 0), Coverage::new(-1, 1, 2, vec![128, 128]));
        assert_eq!(square.shrunk(4, 3), Coverage::new(0, 1, 2, vec![191, 64]));
    }

    #[test]
    fn thickening_grows_on_all_sides() {
        let dot = Coverage::new(0, 0, 1, vec![9]);
        assert_eq!(dot.thickened(1), Coverage::new(-1, -1, 3, vec![9; 9]));
    }
}
