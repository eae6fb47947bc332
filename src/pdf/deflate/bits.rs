//! Bits in bytes, filled from the lowest bit (RFC 1951, 3.1.1).

/// Bytes that are written bit by bit.
pub struct Bits {
    /// The bytes that are full.
    out: Vec<u8>,
    /// Bits that do not fill a byte yet, followed by zeros.
    held: u64,
    /// The number of held bits: fewer than eight after [`Bits::flush`].
    count: u32,
}

impl Bits {
    /// Continues after some bytes.
    pub fn after(out: Vec<u8>) -> Bits {
        Bits { out, held: 0, count: 0 }
    }

    /// Writes `count` bits, the lowest first; the bits above them are zeros. Between two flushes there is room for
    /// 56.
    #[inline]
    pub fn put(&mut self, bits: u64, count: u32) {
        self.held |= bits << self.count;
        self.count += count;
    }

    /// Passes on the bytes that are full.
    #[inline]
    pub fn flush(&mut self) {
        let full = self.count / 8;
        let end = self.out.len() + full as usize;
        self.out.extend_from_slice(&self.held.to_le_bytes());
        self.out.truncate(end);
        self.held >>= 8 * full;
        self.count %= 8;
    }

    /// Returns all bytes, the last filled up with zeros.
    pub fn end(mut self) -> Vec<u8> {
        self.count = self.count.next_multiple_of(8);
        self.flush();
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bit_is_the_lowest_and_the_last_byte_is_filled_up() {
        let mut bits = Bits::after(vec![0x78]);
        bits.put(0b1, 1);
        bits.put(0b01, 2);
        bits.put(u64::MAX >> 11, 53); // full: 56
        bits.flush();
        bits.put(0, 0);
        bits.put(0b101, 3);
        let expected = [&[0x78, 0b1111_1011][..], &[0xFF; 6], &[0b101]].concat();
        assert_eq!(bits.end(), expected);
        assert!(Bits::after(Vec::new()).end().is_empty());
    }
}
