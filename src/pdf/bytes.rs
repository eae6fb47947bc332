//! The syntax of objects (PDF 32000-1, 7.3).

use std::io::Write;
use std::sync::Arc;

use lopdf::{Dictionary, Object, StringFormat};

/// Objects that are already written: the kinds that a file has hundreds of, and the large ones.
#[derive(Debug, Default)]
pub struct Ready {
    /// The number of each small object and the offset at which it starts; each ends with a blank.
    pub starts: Vec<(u32, usize)>,
    /// All small objects.
    pub bytes: Vec<u8>,
    /// The font programs.
    pub programs: Vec<ReadyStream>,
}

/// A stream whose bytes are kept elsewhere too.
#[derive(Debug)]
pub struct ReadyStream {
    /// Its object number.
    pub id: u32,
    /// Its dictionary.
    pub dict: Dictionary,
    /// Its content, compressed.
    pub content: Arc<Vec<u8>>,
}

/// Writes an object; a stream by its dictionary alone.
pub fn write_object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => put(out, format_args!("{value}")),
        Object::Integer(value) => write_integer(out, *value),
        Object::Real(value) => put(out, format_args!("{value}")),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, StringFormat::Literal) => write_literal(out, bytes),
        Object::String(bytes, StringFormat::Hexadecimal) => write_hexadecimal(out, bytes),
        Object::Array(items) => write_array(out, items),
        Object::Dictionary(dict) => write_dictionary(out, dict),
        Object::Stream(stream) => write_dictionary(out, &stream.dict),
        Object::Reference((number, generation)) => {
            write_digits(out, u64::from(*number));
            out.push(b' ');
            write_digits(out, u64::from(*generation));
            out.extend_from_slice(b" R");
        }
    }
}

/// Writes text made of parts. Writing into memory does not fail.
pub fn put(out: &mut Vec<u8>, text: std::fmt::Arguments) {
    let _ = out.write_fmt(text);
}

/// Returns whether an object begins with a letter or a digit, which must not follow another one.
fn begins_openly(object: &Object) -> bool {
    use Object::{Boolean, Integer, Null, Real, Reference};
    matches!(object, Null | Boolean(_) | Integer(_) | Real(_) | Reference(_))
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if matches!(byte, b'!'..=b'~') && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            put(out, format_args!("#{byte:02X}"));
        }
    }
}

fn write_literal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    write_escaped(out, bytes);
    out.push(b')');
}

/// Writes bytes as they are written between parentheses. Readers take a bare carriage return for a line feed.
pub fn write_escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(byte),
        }
    }
}

/// Writes a string as pairs of hexadecimal digits.
pub fn write_hexadecimal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'<');
    write_pairs(out, bytes);
    out.push(b'>');
}

/// Writes bytes as pairs of hexadecimal digits.
pub fn write_pairs(out: &mut Vec<u8>, bytes: &[u8]) {
    bytes.iter().for_each(|byte| out.extend_from_slice(&pair(*byte)));
}

/// Writes a code as two pairs of hexadecimal digits.
pub fn write_code(out: &mut Vec<u8>, code: u16) {
    let [[a, b], [c, d]] = code.to_be_bytes().map(pair);
    out.extend_from_slice(&[a, b, c, d]);
}

fn pair(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]
}

/// Writes a whole number.
pub fn write_integer(out: &mut Vec<u8>, number: i64) {
    if number < 0 {
        out.push(b'-');
    }
    write_digits(out, number.unsigned_abs());
}

/// Writes a whole number that is not negative, several times as fast as `std::fmt` does.
pub fn write_digits(out: &mut Vec<u8>, mut number: u64) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

fn write_array(out: &mut Vec<u8>, items: &[Object]) {
    out.push(b'[');
    items.iter().enumerate().for_each(|(at, item)| write_item(out, at, item));
    out.push(b']');
}

/// Writes the item of an array at the given index.
pub fn write_item(out: &mut Vec<u8>, at: usize, item: &Object) {
    if at > 0 && begins_openly(item) {
        out.push(b' ');
    }
    write_object(out, item);
}

/// Writes a dictionary.
pub fn write_dictionary(out: &mut Vec<u8>, dict: &Dictionary) {
    out.extend_from_slice(b"<<");
    dict.iter().for_each(|(key, value)| write_entry(out, key, value));
    out.extend_from_slice(b">>");
}

/// Writes an entry of a dictionary.
pub fn write_entry(out: &mut Vec<u8>, key: &[u8], value: &Object) {
    write_name(out, key);
    if begins_openly(value) {
        out.push(b' ');
    }
    write_object(out, value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    #[test]
    fn objects_are_written_tightly_and_escaped() {
        let object = Object::Dictionary(dictionary! {
            "A" => vec![1.into(), (-20).into(), i64::MIN.into(), 2.5.into(), "N ame".into(), (7, 0).into(), Object::Null],
            "B" => Object::string_literal("a(b\\)\r"),
            "C" => true,
            "D" => Object::String(vec![0xFE, 1], StringFormat::Hexadecimal),
        });
        let mut out = Vec::new();
        write_object(&mut out, &object);
        let expected =
            r"<</A[1 -20 -9223372036854775808 2.5/N#20ame 7 0 R null]/B(a\(b\\\)\r)/C true/D<FE01>>>";
        assert_eq!(String::from_utf8(out).as_deref(), Ok(expected));
    }
}
