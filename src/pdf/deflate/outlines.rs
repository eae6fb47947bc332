//! Deflate for faces with quadratic outlines (RFC 1950 and 1951).
//!
//! The bytes of a glyph that describe its contours and the kinds of its points recur in other glyphs; its
//! coordinates, more than half of the bytes, hardly ever do. A compressor that does not know this looks for
//! repetitions everywhere, in vain, which took a fifth of the time of a build of many résumés. This one skips
//! coordinates: it takes half as long as libdeflate's first level, and a face is a thirtieth larger.

use std::ops::Range;

use super::bits::Bits;
use super::huffman::{Code, code};

/// The fewest equal bytes: a shorter repetition that is far away takes as much room as the bytes themselves.
const SAME: usize = 7;
/// The longest repetition, and the greatest distance.
const LONGEST: usize = 258;
const FARTHEST: usize = 1 << 15;
/// The bits of the hash under which places are remembered: the table stays in the nearest cache.
const HASH: u32 = 13;
/// Corrupt outlines could repeat at every byte; sound ones do at fewer than one byte in this many.
const SPARSE: usize = 32;

/// The symbols: bytes, the end, lengths; distances; lengths of codes.
const SYMBOLS: usize = 286;
const DISTANCES: usize = 30;
const LENGTHS: usize = 19;
const END: usize = 256;
/// The longest codes. With 14 bits, four bytes can be written at once.
const LONGEST_CODE: u8 = 14;
const LONGEST_LENGTH: u8 = 7;
/// The order in which the lengths of the lengths' codes are written (RFC 1951, 3.2.7).
const ORDER: [usize; LENGTHS] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Bytes that occurred before.
struct Repetition {
    /// The number of other bytes between the last repetition and this one.
    between: usize,
    length: usize,
    /// How far back the earlier bytes are.
    distance: usize,
}

/// A symbol with the bits that follow its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Symbol {
    number: usize,
    extra: usize,
    bits: u32,
}

/// Returns a font program compressed, as a zlib stream. No repetitions are looked for in `coordinates`, which are
/// in ascending order.
pub fn compress(program: &[u8], coordinates: &[Range<usize>]) -> Vec<u8> {
    let repetitions = repetitions(program, coordinates);
    let (symbols, distances) = counts(program, &repetitions);
    let symbols = code(symbols, LONGEST_CODE);
    let distances = code(distances, LONGEST_CODE);
    let mut out = Vec::with_capacity(program.len());
    out.extend([0x78, 0x01]); // a window of 32 KiB, the fastest way
    let mut bits = Bits::after(out);
    begin(&mut bits, &symbols, &distances);
    write(&mut bits, program, &repetitions, &symbols, &distances);
    let mut out = bits.end();
    out.extend(simd_adler32::adler32(&program).to_be_bytes());
    out
}

/// Finds repetitions: at each place only the last place with the same hash is looked at.
fn repetitions(bytes: &[u8], coordinates: &[Range<usize>]) -> Vec<Repetition> {
    let key = |at: usize| eight(bytes, at) << (64 - 8 * SAME);
    // Multiplied by 2⁶⁴ divided by the golden ratio, the uppermost bits depend on all others (Knuth, 6.4).
    let hash = |key: u64| (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - HASH)) as usize;
    let mut places = [0_u32; 1 << HASH];
    let mut found = Vec::with_capacity(bytes.len() / SPARSE);
    let (mut from, mut done) = (0, 0);
    let end = bytes.len()..bytes.len();
    for passed in coordinates.iter().chain([&end]) {
        let to = passed.start.min(bytes.len().saturating_sub(8));
        let mut at = from.max(done);
        while at < to {
            let this = key(at);
            let earlier = std::mem::replace(&mut places[hash(this)], at as u32) as usize;
            if key(earlier) != this || at - earlier > FARTHEST || at == earlier {
                at += 1;
                continue;
            }
            let length = same(bytes, at, earlier);
            found.push(Repetition { between: at - done, length, distance: at - earlier });
            done = at + length;
            (at + 1..done.min(to)).for_each(|at| places[hash(key(at))] = at as u32);
            at = done;
        }
        from = passed.end;
    }
    found
}

/// Returns how many bytes from two places on are the same; [`SAME`] are known to be.
fn same(bytes: &[u8], at: usize, earlier: usize) -> usize {
    let mut length = SAME;
    while length + 8 <= LONGEST && at + length + 8 <= bytes.len() {
        let different = eight(bytes, at + length) ^ eight(bytes, earlier + length);
        length += (different.trailing_zeros() / 8) as usize;
        if different != 0 {
            break;
        }
    }
    length
}

/// Returns eight bytes as a number; zero where there are fewer.
fn eight(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// Counts the symbols.
fn counts(bytes: &[u8], repetitions: &[Repetition]) -> ([u32; SYMBOLS], [u32; DISTANCES]) {
    // Four tables, for a processor that is still at the last byte when the same one comes again.
    let (mut tables, mut distances) = ([[0_u32; 256]; 4], [0; DISTANCES]);
    let mut symbols = [0; SYMBOLS];
    each(bytes, repetitions, |literals, repetition| {
        let (fours, others) = literals.as_chunks::<4>();
        for four in fours {
            tables.iter_mut().zip(four).for_each(|(table, byte)| table[usize::from(*byte)] += 1);
        }
        others.iter().for_each(|byte| tables[0][usize::from(*byte)] += 1);
        match repetition {
            Some(Repetition { length, distance, .. }) => {
                symbols[self::length(*length).number] += 1;
                distances[self::distance(*distance).number] += 1;
            }
            None => symbols[END] += 1,
        }
    });
    for table in tables {
        symbols.iter_mut().zip(table).for_each(|(symbol, count)| *symbol += count);
    }
    (symbols, distances)
}

/// Goes through the bytes: some that are written as they are, then a repetition, except for the last ones.
#[inline]
fn each(bytes: &[u8], repetitions: &[Repetition], mut of: impl FnMut(&[u8], Option<&Repetition>)) {
    let mut rest = bytes;
    for repetition in repetitions {
        let (literals, behind) = rest.split_at(repetition.between);
        of(literals, Some(repetition));
        rest = &behind[repetition.length..];
    }
    of(rest, None);
}

/// Begins the only block: both codes, given by their lengths (RFC 1951, 3.2.7).
fn begin(bits: &mut Bits, symbols: &[Code; SYMBOLS], distances: &[Code; DISTANCES]) {
    let lengths: Vec<u8> = symbols.iter().chain(distances).map(|code| code.length).collect();
    let runs: Vec<Symbol> = lengths.chunk_by(|one, next| one == next).flat_map(runs).collect();
    let mut counts = [0; LENGTHS];
    runs.iter().for_each(|run| counts[run.number] += 1);
    let codes = code(counts, LONGEST_LENGTH);
    bits.put(0b101, 3); // the last block, with codes of its own
    for (count, least, width) in [(SYMBOLS, 257, 5), (DISTANCES, 1, 5), (LENGTHS, 4, 4)] {
        bits.put((count - least) as u64, width);
    }
    bits.flush();
    for symbol in ORDER {
        bits.put(u64::from(codes[symbol].length), 3);
        bits.flush();
    }
    for run in runs {
        put(bits, &codes, run);
        bits.flush();
    }
}

/// Returns the symbols for a length that is repeated.
fn runs(same: &[u8]) -> impl Iterator<Item = Symbol> + use<> {
    let length = usize::from(same.first().copied().unwrap_or_default());
    let alone = Symbol { number: length, extra: 0, bits: 0 };
    let (mut first, mut left) = (length > 0, same.len());
    std::iter::from_fn(move || {
        let (symbol, taken) = match (length, left) {
            (_, 0) => return None,
            (0, 11..) => (Symbol { number: 18, extra: left.min(138) - 11, bits: 7 }, left.min(138)),
            (0, 3..) => (Symbol { number: 17, extra: left - 3, bits: 3 }, left),
            (1.., 3..) if !first => (Symbol { number: 16, extra: left.min(6) - 3, bits: 2 }, left.min(6)),
            _ => (alone, 1),
        };
        first = false;
        left -= taken;
        Some(symbol)
    })
}

/// Writes all bytes and repetitions, and the end.
fn write(
    bits: &mut Bits,
    bytes: &[u8],
    repetitions: &[Repetition],
    symbols: &[Code; SYMBOLS],
    distances: &[Code; DISTANCES],
) {
    let byte = |byte: u8| {
        let code = symbols[usize::from(byte)];
        (u64::from(code.bits), u32::from(code.length))
    };
    let joined =
        |(first, count): (u64, u32), (second, more): (u64, u32)| (first | second << count, count + more);
    each(bytes, repetitions, |literals, repetition| {
        let (fours, others) = literals.as_chunks::<4>();
        for &[a, b, c, d] in fours {
            let (four, count) = joined(joined(byte(a), byte(b)), joined(byte(c), byte(d)));
            bits.put(four, count);
            bits.flush();
        }
        for &other in others {
            let (one, count) = byte(other);
            bits.put(one, count);
        }
        bits.flush();
        match repetition {
            Some(Repetition { length, distance, .. }) => {
                put(bits, symbols, self::length(*length));
                put(bits, distances, self::distance(*distance));
            }
            None => put(bits, symbols, Symbol { number: END, extra: 0, bits: 0 }),
        }
        bits.flush();
    });
}

#[inline]
fn put(bits: &mut Bits, codes: &[Code], symbol: Symbol) {
    let code = codes[symbol.number];
    bits.put(u64::from(code.bits), u32::from(code.length));
    bits.put(symbol.extra as u64, symbol.bits);
}

/// Returns the symbol of a length (RFC 1951, 3.2.5).
fn length(length: usize) -> Symbol {
    match length {
        LONGEST => Symbol { number: SYMBOLS - 1, extra: 0, bits: 0 },
        _ => scaled(length - 3, 4, END + 1),
    }
}

/// Returns the symbol of a distance (RFC 1951, 3.2.5).
fn distance(distance: usize) -> Symbol {
    scaled(distance - 1, 2, 0)
}

/// Returns the symbol of a number where each power of two has `each` symbols.
fn scaled(number: usize, each: usize, first: usize) -> Symbol {
    let bits = (number / each).checked_ilog2().unwrap_or(0);
    Symbol {
        number: first + bits as usize * each + (number >> bits),
        extra: number & ((1 << bits) - 1),
        bits,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use proptest::prelude::*;

    /// Returns a zlib stream as a reader decompresses it.
    fn inflated(stream: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        flate2::read::ZlibDecoder::new(stream).read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn lengths_and_distances_have_the_symbols_of_the_standard() {
        // The least and the greatest number of a row of the tables in RFC 1951, 3.2.5.
        let row = |of: fn(usize) -> Symbol, number: usize, bits: u32, [least, greatest]: [usize; 2]| {
            assert_eq!(of(least), Symbol { number, extra: 0, bits });
            assert_eq!(of(greatest), Symbol { number, extra: (1 << bits) - 1, bits });
        };
        for (number, bits, range) in
            [(257, 0, [3, 3]), (264, 0, [10, 10]), (265, 1, [11, 12]), (272, 2, [31, 34])]
        {
            row(length, number, bits, range);
        }
        row(length, 283, 5, [195, 226]);
        assert_eq!([length(257).number, length(258).number], [284, 285]);
        for (number, bits, range) in [(0, 0, [1, 1]), (3, 0, [4, 4]), (4, 1, [5, 6]), (9, 3, [25, 32])] {
            row(distance, number, bits, range);
        }
        row(distance, 29, 13, [24_577, 32_768]);
    }

    #[test]
    fn equal_lengths_are_counted() {
        let of = |length: u8, count: usize| -> Vec<[usize; 2]> {
            runs(&vec![length; count]).map(|run| [run.number, run.extra]).collect()
        };
        assert_eq!(of(5, 1), [[5, 0]]);
        assert_eq!(of(5, 3), [[5, 0], [5, 0], [5, 0]]);
        assert_eq!(of(5, 11), [[5, 0], [16, 3], [16, 1]]);
        assert_eq!(of(0, 2), [[0, 0], [0, 0]]);
        assert_eq!(of(0, 10), [[17, 7]]);
        assert_eq!(of(0, 150), [[18, 127], [18, 1]]);
    }

    #[test]
    fn what_comes_again_is_found_but_for_coordinates() {
        let line = b"what each point is, what each point is, ";
        let text: Vec<u8> = line.iter().copied().cycle().take(40_000).collect();
        assert!(compress(&text, &[]).len() < 600);
        let passed = compress(&text, &[10..20_000, 20_000..39_000]);
        assert!(passed.len() > 10_000);
        assert_eq!(inflated(&passed), text);
    }

    #[test]
    fn nothing_farther_than_a_window_is_taken() {
        for between in [FARTHEST - 9, FARTHEST - 8, FARTHEST - 7] {
            let text = [b"together", &vec![b' '; between][..], b"together", &[0; 20]].concat();
            assert_eq!(inflated(&compress(&text, &[])), text);
        }
    }

    proptest! {
        #[test]
        fn a_reader_has_the_program_back(
            words in proptest::collection::vec("[ab]{1,9}|[\\x00-\\xFF]{0,40}", 0..60),
            times in 1_usize..40,
            mut cuts in proptest::collection::vec(0_usize..20_000, 0..9),
        ) {
            let program = words.concat().repeat(times).into_bytes();
            cuts.sort_unstable();
            let coordinates: Vec<Range<usize>> =
                cuts.as_chunks::<2>().0.iter().map(|&[from, to]| from..to).collect();
            prop_assert_eq!(inflated(&compress(&program, &coordinates)), program);
        }
    }
}
