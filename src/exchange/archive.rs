//! Archives from other services: a ZIP, opened in memory and within bounds. No path is followed.

use crate::diag::{Message, message};
use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The most files that are looked at.
const MOST_FILES: usize = 2000;
/// The most bytes of one of them.
const MOST_BYTES: u64 = 16 << 20;
/// The most bytes of all together.
const MOST_IN_ALL: u64 = 40 << 20;

/// Returns the files of an archive that are wanted, each with its name.
///
/// # Errors
/// If it is not a ZIP, is damaged, or is unreasonably large.
pub fn unpacked(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Vec<(String, Vec<u8>)>, Message> {
    let damaged = |error: zip::result::ZipError| {
        message!(
            "the archive cannot be read: {error}",
            error = Message::foreign(error.to_string(), "its data is damaged")
        )
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_FILES {
        return Err(message!("the archive holds more than {most} files", most = MOST_FILES));
    }
    let (mut out, mut all) = (Vec::new(), 0);
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(damaged)?;
        // A name that cannot be read is not one of LinkedIn's.
        let Ok(name) = file.name().map(|name| name.into_owned()) else { continue };
        if !file.is_file() || !wanted(&name) {
            continue;
        }
        let mut content = Vec::new();
        // The length in a header may be a lie.
        file.take(MOST_BYTES + 1).read_to_end(&mut content).map_err(|error| format!("{name}: {error}"))?;
        all += content.len() as u64;
        if content.len() as u64 > MOST_BYTES || all > MOST_IN_ALL {
            return Err(message!("{name} is too large", name));
        }
        out.push((name, content));
    }
    Ok(out)
}
