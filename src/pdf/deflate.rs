//! Compression of the streams.

use std::io::Write;
use std::thread;

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Object, Stream};

/// Level 6 of zlib-rs: half the time of level 9 for less than a hundredth of the size.
const LEVEL: Compression = Compression::new(6);

/// Compresses every stream that may be and is not yet.
pub fn streams(file: &mut lopdf::Document) {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            *stream = compressed(std::mem::replace(stream, Stream::new(Default::default(), Vec::new())));
        }
    }
}

/// Returns a stream compressed.
pub fn compressed(mut stream: Stream) -> Stream {
    let content = compress(&stream.content);
    stream.dict.set("Filter", "FlateDecode");
    stream.set_content(content);
    stream
}

/// Compresses some data, each on a thread of its own, while `work` is done on this one. What comes out
/// does not depend on which is done first.
pub fn meanwhile<T>(data: &[&[u8]], work: impl FnOnce() -> T) -> (Vec<Vec<u8>>, T) {
    thread::scope(|scope| {
        let threads: Vec<_> = data.iter().map(|bytes| scope.spawn(|| compress(bytes))).collect();
        let done = work();
        let compressed = threads.into_iter().zip(data).map(|(thread, bytes)| match thread.join() {
            Ok(compressed) => compressed,
            Err(_) => compress(bytes),
        });
        (compressed.collect(), done)
    })
}

fn compress(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len()), LEVEL);
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
