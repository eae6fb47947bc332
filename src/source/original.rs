//! A text as it is in its file: with its byte-order mark, its line ends, its encoding; and the places in it of the
//! text that was read.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::decode::{self, Decoded};
use super::text_of;
use crate::diag::Fix;

/// A text as it is in its file.
#[derive(Clone, Debug)]
pub struct Original {
    text: String,
    encoding: decode::Written,
    /// The text that was read.
    read: String,
    /// The parts that were read verbatim.
    parts: Vec<Part>,
}

/// A part that was read verbatim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    /// Its offset in the text that was read.
    read: usize,
    /// Its offset in the file's text.
    at: usize,
    len: usize,
}

impl Original {
    /// Returns the text of a file; `None` if it is not text.
    pub fn of(bytes: &[u8]) -> Option<Original> {
        let (text, encoding) = decode::undecorated(bytes)?;
        let Decoded { text: clean, replaced, .. } = text_of(bytes).ok()?;
        let (read, _) = super::composed(clean.clone(), replaced);
        let parts = kept(&text, &clean);
        let parts = if read == clean { parts } else { after(&parts, &recomposed(&clean, &read)) };
        Some(Original { text, encoding, read, parts })
    }

    /// Returns the text as it is in the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text that places point into: with LF line ends, composed, without control characters.
    pub fn as_read(&self) -> &str {
        &self.read
    }

    /// Returns the offset in the file's text of an offset in the text that was read.
    pub fn offset(&self, read: usize) -> usize {
        let next = self.parts.partition_point(|part| part.read <= read);
        let Some(part) = next.checked_sub(1).and_then(|at| self.parts.get(at)) else { return 0 };
        let inside = read - part.read;
        match self.parts.get(next) {
            // A part is followed by text that was read differently.
            Some(behind) if inside > part.len => behind.at,
            _ => part.at + inside.min(part.len),
        }
    }

    /// Returns the place in the file's text of a place in the text that was read; `None` if any of it was not read
    /// verbatim.
    pub fn place(&self, read: Range<usize>) -> Option<Range<usize>> {
        let before = self.parts.partition_point(|part| part.read <= read.start).checked_sub(1)?;
        let first = self.parts.get(before).filter(|part| read.start < part.read + part.len)?;
        let start = first.at + (read.start - first.read);
        let mut end = start;
        let mut left = read.len();
        for part in &self.parts[before..] {
            let from = part.at.max(start);
            // A line end of two characters counts as one.
            let between = self.text.get(end..from)?;
            if !matches!(between, "" | "\r") {
                return None;
            }
            let taken = left.min(part.at + part.len - from);
            (end, left) = (from + taken, left - taken);
            if left == 0 {
                return Some(start..end);
            }
        }
        None
    }

    /// Returns a text with the line ends of this file.
    pub fn with_line_ends(&self, text: &str) -> String {
        if self.text.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() }
    }

    /// Applies changes of the text that was read, which are in order and do not overlap, to the file; returns how
    /// many were made, and its bytes. A change is left out if its place was not read verbatim; none is made if the
    /// encoding cannot represent the text.
    pub fn amended(&self, changes: &[Fix]) -> (usize, Vec<u8>) {
        let (mut out, mut at, mut count) = (String::with_capacity(self.text.len()), 0, 0);
        for fix in changes.iter().filter(|fix| fix.fits(&self.read)) {
            let Some(range) = self.place(fix.span.range()).filter(|range| range.start >= at) else {
                continue;
            };
            out.push_str(self.text.get(at..range.start).unwrap_or_default());
            out.push_str(&self.with_line_ends(&fix.text));
            (at, count) = (range.end, count + 1);
        }
        out.push_str(self.text.get(at..).unwrap_or_default());
        match self.encoding.encode(&out, &self.text) {
            Some(bytes) => (count, bytes),
            None => (0, Vec::new()),
        }
    }
}

/// Returns the parts of a file's text that its cleaned form keeps verbatim; cleaning drops and replaces single
/// characters, and makes one line end of two.
fn kept(text: &str, clean: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut read = 0;
    for (at, c) in text.char_indices() {
        let here = clean.get(read..).unwrap_or_default().chars().next();
        if here == Some(c) {
            match parts.last_mut() {
                Some(last) if last.at + last.len == at && last.read + last.len == read => {
                    last.len += c.len_utf8();
                }
                _ => parts.push(Part { read, at, len: c.len_utf8() }),
            }
            read += c.len_utf8();
        } else {
            read += replacement(c, text.get(at + c.len_utf8()..)).map_or(0, char::len_utf8);
        }
    }
    parts
}

/// Returns the character that is read in place of one that is not read verbatim; `None` if it is dropped.
fn replacement(c: char, behind: Option<&str>) -> Option<char> {
    match c {
        // The line feed after it is the one that is read.
        '\r' if behind.is_some_and(|behind| behind.starts_with('\n')) => None,
        '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\0' => Some('\u{FFFD}'),
        '\x0B' | '\x0C' | '\u{85}' => Some(' '),
        _ => None,
    }
}

/// Returns the parts of a text that its composed form keeps verbatim. Nothing composes with a blank or the end of a
/// line, so words are composed one by one.
fn recomposed(text: &str, composed: &str) -> Vec<Part> {
    let form = ComposingNormalizerBorrowed::new_nfc();
    let (mut parts, mut at, mut read): (Vec<Part>, _, _) = (Vec::new(), 0, 0);
    for word in text.split_inclusive([' ', '\n', '\t']) {
        let own = form.normalize(word);
        let mut keep = |read: usize, at: usize, len: usize| match parts.last_mut() {
            _ if len == 0 => {}
            Some(last) if last.read + last.len == read && last.at + last.len == at => last.len += len,
            _ => parts.push(Part { read, at, len }),
        };
        if own == word {
            keep(read, at, word.len());
        } else {
            // The blank after it.
            keep(read + own.len() - 1, at + word.len() - 1, usize::from(word.ends_with([' ', '\n', '\t'])));
        }
        (at, read) = (at + word.len(), read + own.len());
    }
    debug_assert_eq!(read, composed.len());
    parts
}

/// Maps the parts of a second reading, whose `at` are places in the first, to their places in the file.
fn after(first: &[Part], second: &[Part]) -> Vec<Part> {
    let mut all = Vec::new();
    for part in second {
        let from = first.partition_point(|other| other.read + other.len <= part.at);
        for other in first[from..].iter().take_while(|other| other.read < part.at + part.len) {
            let start = part.at.max(other.read);
            let end = (part.at + part.len).min(other.read + other.len);
            all.push(Part {
                read: part.read + (start - part.at),
                at: other.at + (start - other.read),
                len: end - start,
            });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Span};

    fn amended(bytes: &[u8], was: &str, text: &str) -> (usize, Vec<u8>) {
        let original = Original::of(bytes).expect("a text");
        let at = original.as_read().find(was).expect("a part of the text");
        original.amended(&[Fix::new(Span::new(FileId::RESUME, at..at + was.len()), was, text)])
    }

    fn read(bytes: &[u8]) -> String {
        let (mut files, mut sink) = (crate::diag::Files::default(), crate::diag::Sink::default());
        super::super::draft("a.md", bytes, None, &mut files, &mut sink).expect("text").text
    }

    #[test]
    fn what_is_not_changed_stays_byte_for_byte() {
        for text in [
            "\u{FEFF}# 甲\r\n\r\nuser Github\r\n",
            "甲\rGithub\u{1}\x0C乙\u{2028}丙",
            "e\u{301} Github\n e\u{301}",
        ] {
            let (count, bytes) = amended(text.as_bytes(), "Github", "GitHub");
            assert_eq!(
                (count, String::from_utf8(bytes).expect("text")),
                (1, text.replace("Github", "GitHub"))
            );
            let original = Original::of(text.as_bytes()).expect("a text");
            assert_eq!(original.as_read(), read(text.as_bytes()));
            assert_eq!(original.amended(&[]), (0, text.as_bytes().to_vec()));
        }
    }

    #[test]
    fn what_is_put_in_has_the_line_ends_and_the_encoding_of_the_file() {
        let (_, bytes) = amended(b"a\r\nb---\r\n", "a\nb", "a\n\nb");
        assert_eq!(bytes, b"a\r\n\r\nb---\r\n");
        let text = "# 张三\n\n负责设计,开发，做报销与对账，示例科技有限公司出纳\n";
        for encoding in [encoding_rs::GB18030, encoding_rs::BIG5] {
            let text = if encoding == encoding_rs::BIG5 {
                text.replace('张', "陳").replace('计', "計")
            } else {
                text.to_owned()
            };
            let (bytes, _, lost) = encoding.encode(&text);
            if lost {
                continue;
            }
            let (count, bytes) = amended(&bytes, "计,", "计，");
            assert_eq!((count, encoding.decode(&bytes).0.into_owned()), (1, text.replace("计,", "计，")));
        }
        for little in [true, false] {
            let unit = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            let bytes =
                |text: &str| -> Vec<u8> { format!("\u{FEFF}{text}").encode_utf16().flat_map(unit).collect() };
            assert_eq!(amended(&bytes(text), "计,", "计，"), (1, bytes(&text.replace("计,", "计，"))));
        }
    }

    #[test]
    fn a_place_that_was_read_otherwise_is_left() {
        assert_eq!(amended("ae\u{301} b".as_bytes(), "aé", "x").0, 0);
        assert_eq!(amended(b"a\x01b c", "ab", "x").0, 0);
        // A character that the encoding lacks.
        let (bytes, ..) = encoding_rs::EUC_KR
            .encode("# 이력서\n\n이름: 홍길동\n\n경력: 예시 주식회사에서 회계를 담당했습니다.\n");
        assert_eq!(amended(&bytes, "이름", "𠮷").0, 0);
    }

    #[test]
    fn places_lead_to_the_file() {
        let text = "\u{FEFF}甲\r\ne\u{301}x 乙\u{1}丙";
        let original = Original::of(text.as_bytes()).expect("a text");
        for word in ["甲", "乙", "丙"] {
            let (read, at) = (original.as_read().find(word).expect("it"), text.find(word).expect("it"));
            assert_eq!(original.offset(read), at, "{word}");
        }
    }
}
