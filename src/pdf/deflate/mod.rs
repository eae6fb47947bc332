//! Compression of the streams.

mod bits;
mod huffman;
mod outlines;

use std::ops::Range;
use std::thread;

use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Object, Stream};

use crate::diag::{Error, Message};

/// The first level of libdeflate looks for repeated bytes at one place only: it takes two fifths of the time of
/// zlib's level 6, and a file is a fortieth larger.
const LEVEL: i32 = 1;

/// Shorter font programs are left to libdeflate as well: they take hardly any time, and get smaller.
const SHORT_PROGRAM: usize = 1 << 14;
/// So are programs with a smaller percentage of coordinates: a face with instructions for screens would be a tenth
/// larger.
const FEW_COORDINATES: usize = 40;

/// Longer streams are not kept for the next file.
const LONGEST_KEPT: usize = 1 << 16;

/// A compressor. Its memory is worth keeping. So are the streams where the next file is nearly the same as the last
/// one: an unchanged page has the same stream.
pub struct Deflate {
    compressor: Compressor,
    /// The buffer that it writes to.
    room: Vec<u8>,
    keeps: bool,
    last: Vec<Packed>,
    this: Vec<Packed>,
}

/// A stream, as it was and compressed.
struct Packed {
    plain: Vec<u8>,
    compressed: Vec<u8>,
}

impl Default for Deflate {
    fn default() -> Deflate {
        let compressor = Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default());
        Deflate { compressor, room: Vec::new(), keeps: false, last: Vec::new(), this: Vec::new() }
    }
}

impl Deflate {
    /// Returns a compressor that keeps the streams of a file for the next one.
    pub fn keeping() -> Deflate {
        Deflate { keeps: true, ..Deflate::default() }
    }

    /// Compresses every stream that may be compressed and is not yet.
    ///
    /// # Errors
    /// [`Error::Backend`] if the compressor fails, which should not happen.
    pub fn streams(&mut self, file: &mut lopdf::Document) -> Result<(), Error> {
        for object in file.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
                && !stream.dict.has(b"Filter")
            {
                self.stream(stream)?;
            }
        }
        Ok(())
    }

    /// Compresses a stream.
    ///
    /// # Errors
    /// As [`Deflate::streams`].
    pub fn stream(&mut self, stream: &mut Stream) -> Result<(), Error> {
        let plain = std::mem::take(&mut stream.content);
        let compressed = match self.last.iter().position(|packed| packed.plain == plain) {
            Some(at) => self.last.swap_remove(at).compressed,
            None => self.bytes(&plain)?,
        };
        if self.keeps && plain.len() <= LONGEST_KEPT {
            self.this.push(Packed { plain, compressed: compressed.clone() });
        }
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
        Ok(())
    }

    /// Ends a file: its streams are the ones that are kept.
    pub fn end(&mut self) {
        self.last = std::mem::take(&mut self.this);
    }

    /// Returns some bytes compressed.
    fn bytes(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let bound = self.compressor.zlib_compress_bound(bytes.len());
        if self.room.len() < bound {
            self.room.resize(bound, 0);
        }
        let compressed = self.compressor.zlib_compress(bytes, &mut self.room);
        let length = compressed.map_err(|error| Error::Backend {
            what: "compression",
            reason: Message::foreign(error.to_string(), "it could not be made"),
        })?;
        Ok(self.room[..length].to_vec())
    }
}

/// A font program.
#[derive(Clone, Copy)]
pub struct Plain<'a> {
    pub bytes: &'a [u8],
    /// Where the coordinates of quadratic outlines are in it; empty for a program with other outlines.
    pub coordinates: &'a [Range<usize>],
}

impl Plain<'_> {
    fn compressed(&self, deflate: &mut Deflate) -> Result<Vec<u8>, Error> {
        let coordinates: usize = self.coordinates.iter().map(Range::len).sum();
        if self.bytes.len() < SHORT_PROGRAM || coordinates * 100 < self.bytes.len() * FEW_COORDINATES {
            return deflate.bytes(self.bytes);
        }
        Ok(outlines::compress(self.bytes, self.coordinates))
    }
}

/// How many threads compress at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threads {
    /// A thread for each face.
    Several,
    /// One after the other: for callers that write other files at the same time.
    One,
}

/// Compresses font programs while `work` runs with the compressor. The result depends neither on the threads nor on
/// which of them is done first.
///
/// # Errors
/// As [`Deflate::streams`], and the errors of `work`.
pub fn meanwhile<T>(
    programs: &[Plain],
    threads: Threads,
    deflate: &mut Deflate,
    work: impl FnOnce(&mut Deflate) -> Result<T, Error>,
) -> Result<(Vec<Vec<u8>>, T), Error> {
    // WebAssembly has no threads.
    if threads == Threads::One || cfg!(target_family = "wasm") {
        let compressed: Result<_, Error> = programs.iter().map(|plain| plain.compressed(deflate)).collect();
        return Ok((compressed?, work(deflate)?));
    }
    let compress = |plain: &Plain| plain.compressed(&mut Deflate::default());
    thread::scope(|scope| {
        let threads: Vec<_> = programs.iter().map(|plain| scope.spawn(|| compress(plain))).collect();
        let done = work(deflate)?;
        let joined = threads.into_iter().zip(programs);
        let compressed = joined.map(|(thread, plain)| thread.join().unwrap_or_else(|_| compress(plain)));
        Ok((compressed.collect::<Result<_, Error>>()?, done))
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back_however_often_the_compressor_is_used() {
        let mut noise: u32 = 1;
        let mut next = || {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (noise >> 24) as u8
        };
        let mut deflate = Deflate::default();
        for length in [0, 1, 1000, 300_000] {
            let bytes: Vec<u8> = (0..length).map(|_| next()).collect();
            let compressed = deflate.bytes(&bytes).unwrap();
            assert_eq!(compressed, Deflate::default().bytes(&bytes).unwrap());
            let mut back = Vec::new();
            flate2::read::ZlibDecoder::new(&compressed[..]).read_to_end(&mut back).unwrap();
            assert_eq!(back, bytes);
        }
    }

    #[test]
    fn a_program_is_compressed_as_an_outline_only_where_that_is_worth_it() {
        let bytes: Vec<u8> = (0..40_000_u32).map(|at| ((at * at) >> 7) as u8).collect();
        let mut deflate = Deflate::default();
        let mut generally = |length: usize, from: usize| {
            let bytes = &bytes[..length];
            let plain = Plain { bytes, coordinates: &[0..0, from..length] };
            plain.compressed(&mut deflate).unwrap() == deflate.bytes(bytes).unwrap()
        };
        assert_eq!([generally(40_000, 23_000), generally(40_000, 25_000)], [false, true]);
        assert_eq!([generally(17_000, 1000), generally(16_000, 1000)], [false, true]);
    }

    #[test]
    fn one_thread_gives_what_several_give() {
        let plain = |bytes| Plain { bytes, coordinates: &[] };
        let data = [plain(&b"leading leading"[..]), plain(b""), plain(&[7; 5000])];
        let data = [&data[..], &[Plain { bytes: &[7; 50_000], coordinates: &[9..30, 90..40_000] }]].concat();
        let of =
            |threads| meanwhile(&data, threads, &mut Deflate::default(), |deflate| deflate.bytes(b"work"));
        assert_eq!(of(Threads::One).unwrap(), of(Threads::Several).unwrap());
    }
}
