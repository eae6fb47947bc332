//! Images in the text itself, reduced to their pictures.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::data;
use crate::source::image_file;

/// The beginning of such an image.
const SCHEME: &[u8] = b"data:";

/// Returns a text in which the images in `data:` URIs are reduced to their pictures. Anything that is not an image,
/// or is an SVG, stays as it is.
pub fn without_metadata(text: Vec<u8>) -> Vec<u8> {
    let starts = |window: &[u8]| window.eq_ignore_ascii_case(SCHEME);
    let mut out: Vec<u8> = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.windows(SCHEME.len()).position(starts)) {
        let start = at + found;
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b")\"'><".contains(byte);
        let length = text[start..].iter().position(ends).unwrap_or(text.len() - start);
        let uri = &text[start..start + length];
        out.extend_from_slice(&text[at..start]);
        match std::str::from_utf8(uri).ok().and_then(plain) {
            Some(plain) => out.extend_from_slice(plain.as_bytes()),
            None => out.extend_from_slice(uri),
        }
        at = start + length;
    }
    if at == 0 {
        return text;
    }
    out.extend_from_slice(&text[at..]);
    out
}

/// Returns the URI with the picture alone; `None` if nothing has to be removed.
fn plain(uri: &str) -> Option<String> {
    let before = data::bytes(uri).ok()?;
    let file = image_file::read(&before).ok().filter(|file| file.drawing.is_none())?;
    let after = file.turned();
    let kind = uri.split(',').next()?.trim_end_matches(";base64");
    (after != before).then(|| format!("{kind};base64,{}", STANDARD.encode(after)))
}
