//! Compression of the streams.

use std::thread;

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Object, Stream, dictionary};

/// Level 6 of zlib-rs: half the time of level 9 for less than a hundredth of the size.
const LEVEL: Compression = Compression::new(6);

/// A compressor. Its memory is worth keeping: clearing it costs as much as a small stream.
pub struct Deflate {
    compress: Compress,
}

impl Deflate {
    /// Returns a compressor.
    pub fn new() -> Deflate {
        Deflate { compress: Compress::new(LEVEL, true) }
    }

    /// Compresses every stream that may be and is not yet.
    pub fn streams(&mut self, file: &mut lopdf::Document) {
        for object in file.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
                && !stream.dict.has(b"Filter")
            {
                *stream = self.stream(std::mem::replace(stream, Stream::new(dictionary! {}, Vec::new())));
            }
        }
    }

    /// Returns a stream compressed.
    pub fn stream(&mut self, mut stream: Stream) -> Stream {
        let content = self.bytes(&stream.content);
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(content);
        stream
    }

    /// Returns some bytes compressed.
    fn bytes(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.compress.reset();
        let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 64 + 64);
        loop {
            let done = self.compress.total_in() as usize;
            let status = self.compress.compress_vec(&bytes[done..], &mut out, FlushCompress::Finish);
            match status {
                Ok(Status::StreamEnd) => return out,
                // What does not shrink may need more room; compressing itself does not fail.
                Ok(Status::Ok | Status::BufError) => out.reserve(bytes.len() + 64),
                Err(_) => return out,
            }
        }
    }
}

/// Compresses some data, each on a thread of its own, while `work` is done on this one. What comes out
/// does not depend on which is done first.
pub fn meanwhile<T>(data: &[&[u8]], work: impl FnOnce() -> T) -> (Vec<Vec<u8>>, T) {
    thread::scope(|scope| {
        let threads: Vec<_> = data.iter().map(|bytes| scope.spawn(|| Deflate::new().bytes(bytes))).collect();
        let done = work();
        let compressed = threads.into_iter().zip(data).map(|(thread, bytes)| match thread.join() {
            Ok(compressed) => compressed,
            Err(_) => Deflate::new().bytes(bytes),
        });
        (compressed.collect(), done)
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
        let mut deflate = Deflate::new();
        for length in [0, 1, 1000, 300_000] {
            let bytes: Vec<u8> = (0..length).map(|_| next()).collect();
            let compressed = deflate.bytes(&bytes);
            assert_eq!(compressed, Deflate::new().bytes(&bytes));
            let mut back = Vec::new();
            flate2::read::ZlibDecoder::new(&compressed[..]).read_to_end(&mut back).unwrap();
            assert_eq!(back, bytes);
        }
    }
}
