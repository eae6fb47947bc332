//! Compression of the streams.

use std::io::Write;

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
            compress(stream);
        }
    }
}

fn compress(stream: &mut Stream) {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 2), LEVEL);
    // Writing into memory does not fail; if it did, the stream would just stay as it is.
    if encoder.write_all(&stream.content).is_ok()
        && let Ok(compressed) = encoder.finish()
        && compressed.len() < stream.content.len()
    {
        stream.set_content(compressed);
        stream.dict.set("Filter", "FlateDecode");
    }
}
