//! Objects → bytes.

use lopdf::{Object, ObjectStreamConfig, SaveOptions, StringFormat};
use sha2::{Digest, Sha256};

use crate::diag::Error;

/// How many bytes identify a file.
const ID_LENGTH: usize = 16;

/// Writes a file with object streams. Its `ID` is a hash of all its other bytes.
///
/// # Errors
/// [`Error::Backend`] if lopdf refuses an object.
pub fn save(mut file: lopdf::Document) -> Result<Vec<u8>, Error> {
    file.version = "1.7".to_owned();
    let blank = Object::String(vec![0; ID_LENGTH], StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![blank.clone(), blank]);
    let object_stream_config = ObjectStreamConfig { max_objects_per_stream: 1000, compression_level: 6 };
    let options = SaveOptions {
        use_object_streams: true,
        use_xref_streams: true,
        linearize: false,
        object_stream_config,
    };
    let mut bytes = Vec::with_capacity(1 << 18);
    file.save_with_options(&mut bytes, options)
        .map_err(|e| Error::Backend { what: "PDF", reason: e.to_string() })?;
    identify(&mut bytes);
    Ok(bytes)
}

/// Fills in the identifier, of whose place nothing but zeros was written.
fn identify(bytes: &mut [u8]) {
    let mut hash = Sha256::digest(&*bytes)
        .iter()
        .take(ID_LENGTH)
        .fold(String::new(), |hash, byte| hash + &format!("{byte:02X}"));
    hash = format!("<{hash}>");
    let blank = format!("<{}>", "00".repeat(ID_LENGTH));
    // The trailer stands last, so the last two places that look like it are the identifier's.
    for _ in 0..2 {
        let found = bytes.windows(blank.len()).rposition(|window| window == blank.as_bytes());
        if let Some(at) = found {
            bytes[at..at + hash.len()].copy_from_slice(hash.as_bytes());
        }
    }
}
