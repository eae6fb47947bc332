//! Prefix codes (RFC 1951, 3.2.2; D. A. Huffman, “A Method for the Construction of Minimum-Redundancy Codes”, 1952).

/// The code of a symbol.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// Its bits; the first is the lowest.
    pub bits: u16,
    /// The number of its bits; 0 for a symbol that never occurs.
    pub length: u8,
}

/// Returns a code of at most `longest` bits for symbols with the given counts. The code is complete, as some
/// readers require: if fewer than two symbols occur at all, the first ones have a code too.
pub fn code<const SYMBOLS: usize>(mut counts: [u32; SYMBOLS], longest: u8) -> [Code; SYMBOLS] {
    for symbol in 0..2 {
        if counts.iter().filter(|&&count| count > 0).count() < 2 {
            counts[symbol] = counts[symbol].max(1);
        }
    }
    // The closer the counts, the flatter the tree. With this minimum it is nearly always flat enough.
    let rare = counts.iter().sum::<u32>() >> (longest - 1);
    counts.iter_mut().filter(|count| **count > 0).for_each(|count| *count = rare.max(*count));
    let mut found = lengths(&counts);
    while found.iter().any(|&length| length > longest) {
        counts.iter_mut().for_each(|count| *count = count.div_ceil(2));
        found = lengths(&counts);
    }
    canonical(&found)
}

/// Returns the length of each symbol's code: the two rarest are joined, until all are one tree.
fn lengths<const SYMBOLS: usize>(counts: &[u32; SYMBOLS]) -> [u8; SYMBOLS] {
    let used = (0..SYMBOLS).filter(|&symbol| counts[symbol] > 0);
    let mut leaves: Vec<(u32, usize)> = used.map(|symbol| (counts[symbol], symbol)).collect();
    leaves.sort_unstable();
    // Symbols, then joints. Joints weigh more and more, so they wait in their order too.
    let (mut weights, mut parents) = (counts.to_vec(), vec![0; SYMBOLS]);
    let (mut leaf, mut joint) = (0, SYMBOLS);
    for _ in 1..leaves.len() {
        let mut rarest = || match leaves.get(leaf) {
            Some(&(count, symbol)) if weights.get(joint).is_none_or(|&weight| count <= weight) => {
                leaf += 1;
                symbol
            }
            _ => {
                joint += 1;
                joint - 1
            }
        };
        let pair = [rarest(), rarest()];
        pair.iter().for_each(|&child| parents[child] = weights.len());
        weights.push(pair.iter().map(|&child| weights[child]).sum());
        parents.push(0);
    }
    let mut depths = vec![0; parents.len()];
    for node in (0..parents.len()).rev().filter(|&node| parents[node] > 0) {
        depths[node] = depths[parents[node]] + 1; // a parent comes after its children
    }
    std::array::from_fn(|symbol| depths[symbol])
}

/// Returns the code with these lengths: shorter codes first, equal ones by their symbols.
fn canonical<const SYMBOLS: usize>(lengths: &[u8; SYMBOLS]) -> [Code; SYMBOLS] {
    let mut codes = [Code::default(); SYMBOLS];
    let mut order: Vec<usize> = (0..SYMBOLS).filter(|&symbol| lengths[symbol] > 0).collect();
    order.sort_by_key(|&symbol| lengths[symbol]);
    let (mut next, mut last) = (0_u16, 0);
    for symbol in order {
        let length = lengths[symbol];
        next <<= length - last;
        codes[symbol] = Code { bits: next.reverse_bits() >> (16 - length), length };
        next += 1;
        last = length;
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_comes_more_often_is_shorter() {
        // The example of RFC 1951, 3.2.2: lengths 3, 3, 3, 3, 3, 2, 4, 4 for A to H.
        let codes = code([5, 5, 5, 5, 5, 9, 2, 2], 15);
        let written = codes.map(|code| {
            let bits = (0..code.length).map(|at| char::from(b'0' + (code.bits >> at & 1) as u8));
            bits.collect::<String>()
        });
        assert_eq!(written, ["010", "011", "100", "101", "110", "00", "1110", "1111"]);
    }

    #[test]
    fn none_and_one_are_two() {
        let lengths = |counts: [u32; 3]| code(counts, 15).map(|code| code.length);
        assert_eq!(lengths([0, 0, 0]), [1, 1, 0]);
        assert_eq!(lengths([7, 0, 0]), [1, 1, 0]);
        assert_eq!(lengths([0, 0, 7]), [1, 0, 1]);
    }

    #[test]
    fn a_code_is_no_longer_than_it_may_be() {
        let mut steep = [1_u32; 30];
        (2..30).for_each(|at| steep[at] = steep[at - 1] + steep[at - 2]);
        assert!(code(steep, 15).iter().all(|code| code.length <= 15));
        assert_eq!(lengths(&steep).iter().max(), Some(&29));
    }

    proptest! {
        #[test]
        fn a_code_is_complete_and_no_word_begins_another(
            counts in proptest::array::uniform32(0_u32..5000),
            longest in 5_u8..16,
        ) {
            let codes = code(counts, longest);
            let used: Vec<Code> = codes.into_iter().filter(|code| code.length > 0).collect();
            let room: u32 = used.iter().map(|code| 1 << (16 - code.length)).sum();
            prop_assert_eq!(room, 1 << 16); // Kraft's sum is one
            for (at, one) in used.iter().enumerate() {
                for other in used.iter().skip(at + 1) {
                    let both = (1_u16 << one.length.min(other.length)) - 1;
                    prop_assert_ne!(one.bits & both, other.bits & both);
                }
            }
            prop_assert!(counts.iter().zip(&codes).all(|(count, code)| *count == 0 || code.length > 0));
        }
    }
}
