//! The syntax of objects (PDF 32000-1, 7.3), read with distrust.

use std::collections::BTreeMap;

/// A dictionary.
pub type Dict = BTreeMap<Vec<u8>, Value>;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Integer(i64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Value>),
    Dict(Dict),
    /// The number of an object.
    Reference(u32),
    /// Any other value, which is not needed.
    Other,
}

/// How deep values may nest.
const DEEPEST: u32 = 16;

/// Reads values one after the other.
pub struct Reader<'a> {
    bytes: &'a [u8],
    /// The current position.
    pub at: usize,
    /// The number of values that may still be read.
    left: usize,
}

impl<'a> Reader<'a> {
    /// Starts at a position; reads at most `most` values.
    pub fn new(bytes: &'a [u8], at: usize, most: usize) -> Reader<'a> {
        Reader { bytes, at, left: most }
    }

    /// Returns the number of values that may still be read.
    pub fn left(&self) -> usize {
        self.left
    }

    /// Reads a value; returns `None` if there is none, or it is too large.
    pub fn value(&mut self) -> Option<Value> {
        self.nested(0)
    }

    /// Reads a whole number.
    pub fn integer(&mut self) -> Option<i64> {
        self.blanks();
        let length =
            self.rest().iter().take_while(|b| b.is_ascii_digit() || matches!(b, b'-' | b'+')).count();
        let digits = self.rest().get(..length)?;
        self.at += length;
        std::str::from_utf8(digits).ok()?.parse().ok()
    }

    /// Skips a word; returns whether it was there.
    pub fn word(&mut self, word: &[u8]) -> bool {
        self.blanks();
        let there = self.rest().starts_with(word);
        if there {
            self.at += word.len();
        }
        there
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn blanks(&mut self) {
        while let Some(&byte) = self.rest().first() {
            match byte {
                b'%' => self.at += self.rest().iter().take_while(|b| !matches!(b, b'\n' | b'\r')).count(),
                0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' => self.at += 1,
                _ => break,
            }
        }
    }

    fn nested(&mut self, depth: u32) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        self.blanks();
        match *self.rest() {
            _ if depth > DEEPEST => None,
            [b'<', b'<', ..] => self.dict(depth),
            [b'<', ..] => self.hexadecimal(),
            [b'(', ..] => self.literal(),
            [b'[', ..] => self.array(depth),
            [b'/', ..] => self.name().map(Value::Name),
            [b'0'..=b'9' | b'-' | b'+' | b'.', ..] => Some(self.number()),
            [b'a'..=b'z', ..] => {
                self.at += self.rest().iter().take_while(|b| b.is_ascii_lowercase()).count();
                Some(Value::Other)
            }
            _ => None,
        }
    }

    fn number(&mut self) -> Value {
        let start = self.at;
        let of_number = |b: &&u8| matches!(b, b'0'..=b'9' | b'-' | b'+' | b'.');
        self.at += self.rest().iter().take_while(of_number).count();
        let digits = self.bytes.get(start..self.at).and_then(|digits| std::str::from_utf8(digits).ok());
        let Some(number) = digits.and_then(|digits| digits.parse::<i64>().ok()) else { return Value::Other };
        let behind = self.at;
        if let (Ok(object), Some(_), true) = (u32::try_from(number), self.integer(), self.word(b"R")) {
            return Value::Reference(object);
        }
        self.at = behind;
        Value::Integer(number)
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let ends = |b: &&u8| !b.is_ascii_whitespace() && **b != 0 && !b"()<>[]{}/%".contains(b);
        let length = self.rest().iter().take_while(ends).count();
        let mut raw = self.rest().get(..length)?.iter().copied();
        self.at += length;
        let mut name = Vec::new();
        while let Some(byte) = raw.next() {
            let byte = if byte == b'#' { digit(raw.next()?)? * 16 + digit(raw.next()?)? } else { byte };
            name.push(byte);
        }
        Some(name)
    }

    fn hexadecimal(&mut self) -> Option<Value> {
        let length = self.rest().iter().position(|&b| b == b'>')?;
        let digits = self.rest().get(1..length)?.iter().filter(|b| !b.is_ascii_whitespace());
        let digits: Vec<u8> = digits.map(|&b| digit(b)).collect::<Option<_>>()?;
        self.at += length + 1;
        Some(Value::Text(digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).unwrap_or(&0)).collect()))
    }

    fn literal(&mut self) -> Option<Value> {
        let (mut text, mut open) = (Vec::new(), 0);
        let mut inner = self.rest().iter();
        while let Some(&byte) = inner.next() {
            match byte {
                b'\\' => match *inner.next()? {
                    b'r' => text.push(b'\r'),
                    b'n' => text.push(b'\n'),
                    b't' => text.push(b'\t'),
                    b'0'..=b'9' => return None, // no program of ours writes octal numbers
                    other => text.push(other),
                },
                b'(' => {
                    open += 1;
                    if open > 1 {
                        text.push(byte);
                    }
                }
                b')' if open == 1 => {
                    self.at = self.bytes.len() - inner.as_slice().len();
                    return Some(Value::Text(text));
                }
                b')' => {
                    open -= 1;
                    text.push(byte);
                }
                _ => text.push(byte),
            }
        }
        None
    }

    fn array(&mut self, depth: u32) -> Option<Value> {
        self.at += 1;
        let mut items = Vec::new();
        while !self.word(b"]") {
            items.push(self.nested(depth + 1)?);
        }
        Some(Value::Array(items))
    }

    fn dict(&mut self, depth: u32) -> Option<Value> {
        self.at += 2;
        let mut dict = Dict::new();
        while !self.word(b">>") {
            let Value::Name(key) = self.nested(depth + 1)? else { return None };
            dict.insert(key, self.nested(depth + 1)?);
        }
        Some(Value::Dict(dict))
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Value> {
        Reader::new(text.as_bytes(), 0, 100).value()
    }

    #[test]
    fn values_are_read() {
        let Some(Value::Dict(dict)) =
            read("<</A[1 2 0 R/B#20c null 1.5]/T(a\\(\\)b(c))/H<FE ff>/D<<>>/N -7>>")
        else {
            panic!("not a dictionary")
        };
        let array = vec![Value::Integer(1), Value::Reference(2), Value::Name(b"B c".to_vec())];
        assert_eq!(dict[&b"A"[..]], Value::Array([array, vec![Value::Other, Value::Other]].concat()));
        assert_eq!(dict[&b"T"[..]], Value::Text(b"a()b(c)".to_vec()));
        assert_eq!(dict[&b"H"[..]], Value::Text(vec![0xFE, 0xFF]));
        assert_eq!(dict[&b"N"[..]], Value::Integer(-7));
    }

    #[test]
    fn what_has_no_end_is_refused() {
        for text in ["", "[", "<<", "<</A", "(a", "<0", "/a#", "<</A 1", "[1 2", ")"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000)), None);
        assert_eq!(read(&format!("[{}]", "1 ".repeat(1000))), None, "too many values");
    }
}
