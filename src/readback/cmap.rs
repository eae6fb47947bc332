//! `ToUnicode` maps: which text a code stands for (PDF 32000-1, 9.10.3).

use std::collections::BTreeMap;

use super::file::utf16;

/// The most codes: two bytes hold no more.
const MOST: usize = 1 << 16;

/// Returns the text of each code. Unreadable codes are left out.
pub fn read(map: &[u8]) -> BTreeMap<u32, String> {
    let mut texts = BTreeMap::new();
    // The tokens between `begin…` and `end…`; ranges have three parts, single codes two.
    let mut parts: Vec<Token> = Vec::new();
    for token in (Tokens { rest: map }) {
        match token {
            Token::Word(word) if word.starts_with(b"begin") => parts.clear(),
            Token::Word(b"endbfchar") => {
                for pair in parts.chunks_exact(2) {
                    if let [Token::Hex(code), Token::Hex(text)] = pair {
                        enter(&mut texts, value(code), utf16(text));
                    }
                }
            }
            Token::Word(b"endbfrange") => ranges(&parts, &mut texts),
            Token::Word(_) => {}
            other => parts.push(other),
        }
    }
    texts
}

/// Reads `<first> <last> <text>` and `<first> <last> [<text> …]`.
fn ranges(parts: &[Token], texts: &mut BTreeMap<u32, String>) {
    let mut rest = parts;
    while let [Token::Hex(first), Token::Hex(last), behind @ ..] = rest {
        let codes = value(first)..=value(last);
        match behind {
            [Token::Hex(text), more @ ..] => {
                for (step, code) in codes.take(MOST).enumerate() {
                    enter(texts, code, stepped(text, step));
                }
                rest = more;
            }
            [Token::Open, more @ ..] => {
                let end = more.iter().position(|token| matches!(token, Token::Close)).unwrap_or(more.len());
                for (code, token) in codes.zip(&more[..end]) {
                    if let Token::Hex(text) = token {
                        enter(texts, code, utf16(text));
                    }
                }
                rest = more.get(end + 1..).unwrap_or_default();
            }
            _ => return,
        }
    }
}

/// Returns a text whose last unit increases with the code.
fn stepped(text: &[u8], step: usize) -> String {
    let mut text = text.to_vec();
    if let [.., high, low] = text.as_mut_slice() {
        let unit = u16::from_be_bytes([*high, *low]).wrapping_add(step as u16);
        [*high, *low] = unit.to_be_bytes();
    }
    utf16(&text)
}

fn enter(texts: &mut BTreeMap<u32, String>, code: u32, text: String) {
    if texts.len() < MOST {
        texts.insert(code, text);
    }
}

fn value(code: &[u8]) -> u32 {
    code.iter().fold(0, |value: u32, &byte| value.wrapping_shl(8) | u32::from(byte))
}

enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            self.rest = self.rest.trim_ascii_start();
            match *self.rest.first()? {
                b'<' if self.rest.get(1) != Some(&b'<') => {
                    let end = self.rest.iter().position(|&byte| byte == b'>').unwrap_or(self.rest.len());
                    let digits = &self.rest[1..end];
                    self.rest = self.rest.get(end + 1..).unwrap_or_default();
                    return Some(Token::Hex(hex(digits)));
                }
                b'[' => return Some(self.one(Token::Open)),
                b']' => return Some(self.one(Token::Close)),
                b'%' => {
                    let end = self.rest.iter().position(|&byte| byte == b'\n').unwrap_or(self.rest.len());
                    self.rest = &self.rest[end..];
                }
                _ => {
                    let end = self.rest.iter().skip(1).position(|byte| b" \t\r\n\x0C\0<>[]%".contains(byte));
                    let (word, rest) = self.rest.split_at(end.map_or(self.rest.len(), |end| end + 1));
                    self.rest = rest;
                    return Some(Token::Word(word));
                }
            }
        }
    }
}

impl<'a> Tokens<'a> {
    fn one(&mut self, token: Token<'a>) -> Token<'a> {
        self.rest = &self.rest[1..];
        token
    }
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits = digits.iter().filter_map(|&byte| char::from(byte).to_digit(16));
    let digits: Vec<u8> = digits.map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_codes_and_ranges_are_read() {
        let map = b"1 begincodespacerange <0000> <FFFF> endcodespacerange % comment <
            2 beginbfchar <0001> <4F60> <0002><D842DFB7> endbfchar
            2 beginbfrange <0010> <0012> <0041> <0020><0021>[<0078> <00660069>] endbfrange";
        let texts = read(map);
        let of = |code| texts.get(&code).map(String::as_str);
        assert_eq!((of(1), of(2)), (Some("你"), Some("𠮷")));
        assert_eq!((of(0x10), of(0x12), of(0x13)), (Some("A"), Some("C"), None));
        assert_eq!((of(0x20), of(0x21)), (Some("x"), Some("fi")));
        assert_eq!(texts.len(), 7);
    }

    #[test]
    fn garbage_is_left_out() {
        for map in [&b"<"[..], b"<12", b"[[[", b"1 beginbfchar <1> endbfchar", b"beginbfrange <0><FFFFFFFF>"]
        {
            assert!(read(map).len() <= MOST);
        }
        assert_eq!(read(b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange").len(), MOST);
    }
}
