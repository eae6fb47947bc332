//! Bytes → text: UTF-8 above all, and the encodings of older editors.

use crate::diag::{Message, message};
pub(super) use written::{Encoding, Written};
mod foreign;
mod written;

/// The reason why bytes are not a readable text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotText {
    /// A message about the fault.
    pub message: Message,
    /// Advice.
    pub hint: Message,
}

/// A text as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text of the bytes.
    pub text: String,
    /// The characters that were replaced or dropped.
    pub replaced: Vec<Replaced>,
    /// The detected encoding, if it is not UTF-8.
    pub encoding: Option<Encoding>,
}

/// A character that was replaced or dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Replaced {
    /// Its position in the resulting text.
    pub at: usize,
    /// The original character.
    pub was: char,
}

/// Returns the bytes as text, without a byte-order mark, with LF line ends and without control
/// characters, and what was replaced.
///
/// # Errors
/// [`NotText`] if they are clearly not text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    if let Some(what) = binary(bytes) {
        return Err(not_text(what));
    }
    let sixteen = foreign::utf16(bytes);
    if let (None, Ok(text)) = (&sixteen, std::str::from_utf8(bytes)) {
        let (text, replaced) = clean(text.strip_prefix('\u{FEFF}').unwrap_or(text));
        return Ok(Decoded { text, replaced, encoding: None });
    }
    let read = sixteen.or_else(|| foreign::read(bytes)).ok_or_else(|| not_text("some other kind of file"))?;
    let (text, replaced) = clean(read.0.strip_prefix('\u{FEFF}').unwrap_or(&read.0));
    Ok(Decoded { text, replaced, encoding: Some(read.1) })
}

/// Returns the text of bytes, with the byte-order mark, all line ends and controls, and their encoding; `None` if
/// they are not text.
pub(super) fn undecorated(bytes: &[u8]) -> Option<(String, Written)> {
    if binary(bytes).is_some() {
        return None;
    }
    if let Some(written) = foreign::utf16_order(bytes) {
        let wide = |pair: &[u8]| match pair {
            [a, b] if written == Written::LittleEndian => u16::from_le_bytes([*a, *b]),
            [a, b] => u16::from_be_bytes([*a, *b]),
            _ => 0xFFFD,
        };
        let units: Vec<u16> = bytes.chunks(2).map(wide).collect();
        let text = String::from_utf16_lossy(&units);
        let same = written.encode(&text, "").is_some_and(|again| again == bytes);
        return Some((text, if same { written } else { Written::Broken }));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some((text.to_owned(), Written::Utf8)),
        Err(_) => foreign::written(bytes),
    }
}

impl Written {
    /// Returns a text in this encoding; `None` if it lacks some of the characters, or if `before`, the previous
    /// content of the file, cannot have been written in it.
    pub fn encode(self, text: &str, before: &str) -> Option<Vec<u8>> {
        match self {
            Written::Utf8 => Some(text.as_bytes().to_vec()),
            Written::LittleEndian => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Written::BigEndian => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Written::In(encoding) if !before.contains(char::REPLACEMENT_CHARACTER) => {
                let (bytes, _, lost) = encoding.encode(text);
                (!lost).then(|| bytes.into_owned())
            }
            Written::In(_) | Written::Broken => None,
        }
    }
}

fn not_text(what: &'static str) -> NotText {
    NotText {
        message: message!("this is {what}, not a text file", what = Message::from(what)),
        hint: "give the Markdown source of the résumé".into(),
    }
}

/// Names a well-known kind of file that is not text.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let kinds: [(&[u8], &str); 8] = [
        (b"%PDF-", "a PDF"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"PK\x03\x04", "a ZIP archive (a Word file, perhaps)"),
        (b"\xD0\xCF\x11\xE0", "an old Word file"),
        (b"{\\rtf", "a rich-text file"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"\x7FELF", "a program"),
    ];
    kinds.into_iter().find(|(magic, _)| starts(magic)).map(|(_, what)| what)
}

/// Turns CR LF, CR and the separators U+2028 and U+2029 into LF, and U+0000 into U+FFFD (CommonMark 2.3); drops the
/// other controls, except that a tab stays and VT, FF and NEL become blanks.
fn clean(text: &str) -> (String, Vec<Replaced>) {
    let bytes = text.as_bytes();
    let is_clean = |(at, byte): (usize, &u8)| match byte {
        b'\n' | b'\t' => true,
        0..0x20 | 0x7F => false,
        0xC2 => bytes.get(at + 1).is_none_or(|next| *next > 0x9F), // U+0080 to U+009F
        0xE2 => !matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])),
        _ => true,
    };
    if bytes.iter().enumerate().all(is_clean) {
        return (text.to_owned(), Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut replaced = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let at = out.len();
        match c {
            '\r' => {
                rest.next_if_eq(&'\n');
                out.push('\n');
            }
            '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            '\0' => {
                out.push('\u{FFFD}');
                replaced.push(Replaced { at, was: c });
            }
            '\x0B' | '\x0C' | '\u{85}' => {
                out.push(' ');
                replaced.push(Replaced { at, was: c });
            }
            '\u{1}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => replaced.push(Replaced { at, was: c }),
            _ => out.push(c),
        }
    }
    (out, replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_becomes_a_line_feed() {
        let read = decode("\u{FEFF}a\r\nb\rc\nd\u{2028}e".as_bytes()).unwrap();
        assert_eq!(read.text, "a\nb\nc\nd\ne");
        assert!(read.replaced.is_empty() && read.encoding.is_none());
    }

    #[test]
    fn controls_leave_and_say_where() {
        let read = decode(b"a\0b\x01c\x0Cd\te").unwrap();
        assert_eq!(read.text, "a\u{FFFD}bc d\te");
        assert_eq!(read.replaced.iter().map(|r| r.at).collect::<Vec<_>>(), [1, 5, 6]);
    }

    #[test]
    fn no_control_stays_but_the_tabulator_and_the_line_feed() {
        for c in ('\0'..='\u{A0}').chain('\u{2027}'..='\u{202A}') {
            let text = decode(format!("é{c}·“").as_bytes()).unwrap().text;
            let leaves = c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{2028}' | '\u{2029}');
            assert_eq!(text.contains(c), !leaves, "{c:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in
            [b"%PDF-1.7\n\x80" as &[u8], b"PK\x03\x04", b"# \xC0\x01\x02\x03\x04\xFF", b"\xC0\0\0\xFF\xD8"]
        {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
    }
}
