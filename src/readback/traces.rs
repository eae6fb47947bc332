//! Whether a finished file still says what was taken out of it.

use lopdf::{Dictionary, Object};

use super::file::{File, text};
use super::{Unreadable, read};
use crate::model::Secrets;

/// The fewest bytes that are looked for among bytes of any kind: fewer are found by chance.
const LEAST: usize = 6;

/// Tells where a PDF still says what is secret: in its text (in the order of the content and of the tags), in a string,
/// a name, or a stream of any of its objects, in any of the usual encodings. Nothing if it does not.
///
/// # Errors
/// If it is no PDF.
pub fn traces(bytes: &[u8], secrets: &Secrets) -> Result<Option<&'static str>, Unreadable> {
    let reading = read(bytes)?;
    let alternatives = reading.tags.alternatives.iter().any(|words| secrets.is_told(words));
    if secrets.is_told(&reading.text()) || secrets.is_told(&reading.tagged_text()) {
        return Ok(Some("in its text"));
    }
    if alternatives {
        return Ok(Some("in what is read out for a picture"));
    }
    let forms = forms(secrets);
    let file = File::open(bytes)?;
    let told = file.objects().any(|object| is_in(object, &file, secrets, &forms));
    let whole = told || has(bytes, &forms);
    Ok(whole.then_some("in one of its objects"))
}

/// Tells whether bytes of any other kind say it: an SVG, a PNG.
pub fn are_traces(bytes: &[u8], secrets: &Secrets) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    // Between two tags, all together: what is drawn is in the tags.
    let words: String =
        text.split('>').filter_map(|part| part.split_once('<')).map(|(words, _)| words).collect();
    let values = text.split("=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut values =
        values.filter(|value| value.contains(|c: char| c.is_alphabetic()) && !value.starts_with('M'));
    secrets.is_told(&words) || values.any(|value| secrets.is_worded(value)) || has(bytes, &forms(secrets))
}

/// Tells whether a text says it, Markdown and JSON included: whatever in it is words is looked at.
pub fn is_written(bytes: &[u8], secrets: &Secrets) -> bool {
    let text = String::from_utf8_lossy(bytes);
    secrets.is_told(&text) || has(bytes, &forms(secrets))
}

/// Depth is that of the file, which the reader bounds.
fn is_in(object: &Object, file: &File, secrets: &Secrets, forms: &[Vec<u8>]) -> bool {
    let in_dictionary = |dict: &Dictionary| {
        dict.iter().any(|(key, value)| has(key, forms) || is_in(value, file, secrets, forms))
    };
    match object {
        Object::String(bytes, _) => {
            text(object).is_some_and(|words| secrets.is_told(&words)) || has(bytes, forms)
        }
        Object::Name(bytes) => has(bytes, forms),
        Object::Array(items) => items.iter().any(|item| is_in(item, file, secrets, forms)),
        Object::Dictionary(dict) => in_dictionary(dict),
        Object::Stream(stream) => {
            let content = file.unpacked(object).unwrap_or_else(|| stream.content.clone());
            let words = std::str::from_utf8(&content).is_ok_and(|words| secrets.is_worded(words));
            words || in_dictionary(&stream.dict) || has(&content, forms)
        }
        _ => false,
    }
}

fn has(bytes: &[u8], forms: &[Vec<u8>]) -> bool {
    forms.iter().any(|form| {
        let Some(first) = form.first() else { return false };
        let mut rest = bytes;
        while let Some(at) = rest.iter().position(|byte| byte == first) {
            rest = &rest[at..];
            if rest.starts_with(form) {
                return true;
            }
            rest = &rest[1..];
        }
        false
    })
}

/// Returns what is secret as bytes: UTF-8, UTF-16 either way, in hexadecimal, percent signs and Base64.
fn forms(secrets: &Secrets) -> Vec<Vec<u8>> {
    let mut forms: Vec<Vec<u8>> = Vec::new();
    for words in secrets.originals() {
        let utf8 = words.as_bytes().to_vec();
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>();
        let signs: String = utf8.iter().map(|byte| format!("%{byte:02X}")).collect();
        for text in [hex(&utf8), hex(&big), signs] {
            forms.push(text.to_lowercase().into_bytes());
            forms.push(text.into_bytes());
        }
        forms.extend((0..3).map(|shift| base64(&utf8, shift)));
        forms.extend([utf8, big, little]);
    }
    forms.retain(|form| form.len() >= LEAST);
    forms
}

/// Returns the characters of Base64 (RFC 4648, 4) that depend on nothing but these bytes, which stand so many behind a
/// group of three.
fn base64(bytes: &[u8], shift: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let padded: Vec<u8> = std::iter::repeat_n(0, shift).chain(bytes.iter().copied()).collect();
    let mut out = Vec::new();
    for group in padded.chunks_exact(3) {
        let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
        out.extend([18, 12, 6, 0].map(|by| LETTERS[(bits >> by & 63) as usize]));
    }
    // The first ones have bits of what stands before.
    out.drain(..[0, 2, 3][shift].min(out.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_found_at_each_offset() {
        // "xxlin@example.org" and so on, by another encoder.
        let encoded = ["bGluQGV4YW1wbGUub3Jn", "eGxpbkBleGFtcGxlLm9yZw==", "eHhsaW5AZXhhbXBsZS5vcmc="];
        for (shift, encoded) in encoded.iter().enumerate() {
            let form = String::from_utf8(base64(b"lin@example.org", shift)).unwrap();
            assert!(encoded.contains(&form) && form.len() > 12, "{form} in {encoded}");
        }
    }
}
