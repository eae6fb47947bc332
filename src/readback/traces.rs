//! Whether a finished file still contains what was taken out of it.

use lopdf::{Dictionary, Object};

use super::file::{File, text};
use super::forms::Forms;
use super::{Unreadable, reading};
use crate::model::Secrets;

/// Returns where a PDF still contains a secret: in its text (in the order of the content and of the tags), in a
/// string, a name, or a stream of any of its objects, in any of the usual encodings. Returns `None` if it does not.
///
/// # Errors
/// If it is not a PDF.
pub fn traces(bytes: &[u8], secrets: &Secrets) -> Result<Option<&'static str>, Unreadable> {
    let file = File::open(bytes)?;
    let reading = reading(&file);
    let alternatives = reading.tags.alternatives.iter().any(|words| secrets.are_in(words));
    if secrets.are_in(&reading.text()) || secrets.are_in(&reading.tagged_text()) {
        return Ok(Some("in its text"));
    }
    if alternatives {
        return Ok(Some("in the alternative text of a picture"));
    }
    let forms = Forms::of(secrets);
    let told = file.objects().any(|object| is_in(object, &file, secrets, &forms));
    let whole = told || forms.are_in(bytes);
    Ok(whole.then_some("in one of its objects"))
}

/// Returns whether bytes of any other kind contain it: an SVG, a PNG.
pub fn are_traces(bytes: &[u8], secrets: &Secrets) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    // The text between tags, all together: drawings are in the tags themselves.
    let words: String =
        text.split('>').filter_map(|part| part.split_once('<')).map(|(words, _)| words).collect();
    let values = text.split("=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut values =
        values.filter(|value| value.contains(|c: char| c.is_alphabetic()) && !value.starts_with('M'));
    secrets.are_in(&words) || values.any(|value| secrets.is_worded(value)) || Forms::of(secrets).are_in(bytes)
}

/// Returns whether a text contains it, Markdown and JSON included: all words in it are looked at.
pub fn is_written(bytes: &[u8], secrets: &Secrets) -> bool {
    let text = String::from_utf8_lossy(bytes);
    secrets.are_in(&text) || Forms::of(secrets).are_in(bytes)
}

/// Recurses as deep as the file, which the reader bounds.
fn is_in(object: &Object, file: &File, secrets: &Secrets, forms: &Forms) -> bool {
    let in_dictionary = |dict: &Dictionary| {
        dict.iter().any(|(key, value)| forms.are_in(key) || is_in(value, file, secrets, forms))
    };
    match object {
        Object::String(bytes, _) => {
            text(object).is_some_and(|words| secrets.are_in(&words)) || forms.are_in(bytes)
        }
        Object::Name(bytes) => forms.are_in(bytes),
        Object::Array(items) => items.iter().any(|item| is_in(item, file, secrets, forms)),
        Object::Dictionary(dict) => in_dictionary(dict),
        Object::Stream(stream) => {
            let content = file.unpacked(object).unwrap_or_else(|| stream.content.clone());
            let words = std::str::from_utf8(&content).is_ok_and(|words| secrets.is_worded(words));
            words || in_dictionary(&stream.dict) || forms.are_in(&content)
        }
        _ => false,
    }
}
