//! Places as editors count them: lines from 0, and in a line UTF-8 or UTF-16 units.

use lsp_types::{InitializeParams, Position, PositionEncodingKind, Range};

/// The unit of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 units, which every client knows.
    Utf16,
}

impl Encoding {
    /// Returns an encoding that the client knows, bytes if possible.
    pub fn negotiated(params: &InitializeParams) -> Encoding {
        let general = params.capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
        if offered.contains(&PositionEncodingKind::UTF8) { Encoding::Utf8 } else { Encoding::Utf16 }
    }

    /// Returns its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn units(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
        }
    }
}

/// A text with its lines.
#[derive(Clone, Debug)]
pub struct Text {
    text: String,
    /// The offset at which each line begins.
    lines: Vec<usize>,
}

impl Text {
    /// Returns a text with its lines, which end in LF, CR LF or CR.
    pub fn new(text: String) -> Text {
        let bytes = text.as_bytes();
        let ends = |&(at, byte): &(usize, &u8)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let breaks = bytes.iter().enumerate().filter(ends).map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Text { text, lines }
    }

    /// Returns the whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the bytes of a line with its end; empty after the last line.
    pub fn line(&self, line: usize) -> std::ops::Range<usize> {
        let at = |line: usize| self.lines.get(line).copied().unwrap_or(self.text.len());
        at(line)..at(line + 1)
    }

    /// Returns the line of an offset.
    pub fn line_at(&self, offset: usize) -> usize {
        self.lines.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// Returns the offset of a position; beyond the end of its line or of the text it is that end.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let line = self.line(position.line as usize);
        let mut left = position.character as usize;
        for (at, c) in self.text[line.clone()].char_indices() {
            if left == 0 || matches!(c, '\n' | '\r') {
                return line.start + at;
            }
            left = left.saturating_sub(encoding.units(c));
        }
        line.end
    }

    /// Returns the position of an offset; inside a character it is that of its beginning.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let offset =
            (0..=offset.min(self.text.len())).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0);
        let line = self.line_at(offset);
        let before = &self.text[self.line(line).start..offset];
        let character = match encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.chars().map(|c| encoding.units(c)).sum(),
        };
        Position::new(line as u32, character as u32)
    }

    /// Returns the positions of a range of bytes.
    pub fn range(&self, bytes: std::ops::Range<usize>, encoding: Encoding) -> Range {
        Range::new(self.position(bytes.start, encoding), self.position(bytes.end, encoding))
    }

    /// Replaces a range by a text.
    pub fn replace(&mut self, range: Range, text: &str, encoding: Encoding) {
        let (start, end) = (self.offset(range.start, encoding), self.offset(range.end, encoding));
        let mut whole = std::mem::take(&mut self.text);
        whole.replace_range(start..end.max(start), text);
        *self = Text::new(whole);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_units_also_of_rare_characters() {
        let text = Text::new("甲𠮷乙👩‍💻x\r\n二\r三\n".to_owned());
        let at = |needle: &str| text.as_str().find(needle).unwrap();
        for (needle, line, utf8, utf16) in [
            ("甲", 0, 0, 0),
            ("𠮷", 0, 3, 1),
            ("乙", 0, 7, 3),
            ("👩", 0, 10, 4),
            ("x", 0, 21, 9),
            ("二", 1, 0, 0),
            ("三", 2, 0, 0),
        ] {
            for (encoding, column) in [(Encoding::Utf8, utf8), (Encoding::Utf16, utf16)] {
                let position = Position::new(line, column);
                assert_eq!(text.position(at(needle), encoding), position, "{needle}");
                assert_eq!(text.offset(position, encoding), at(needle), "{needle}");
            }
        }
    }

    #[test]
    fn what_is_out_of_reach_is_the_nearest_there_is() {
        let text = Text::new("a𠮷\nb".to_owned());
        let offset = |line, column| text.offset(Position::new(line, column), Encoding::Utf16);
        assert_eq!((offset(0, 99), offset(9, 0), offset(1, 9), offset(0, 2)), (5, 7, 7, 5));
        assert_eq!(text.position(3, Encoding::Utf16), Position::new(0, 1));
        assert_eq!(text.position(99, Encoding::Utf8), Position::new(1, 1));
    }

    #[test]
    fn changes_are_made_in_place() {
        let mut text = Text::new("甲𠮷乙\n丙".to_owned());
        text.replace(Range::new(Position::new(0, 1), Position::new(0, 3)), "丁\n戊", Encoding::Utf16);
        assert_eq!(text.as_str(), "甲丁\n戊乙\n丙");
        text.replace(Range::new(Position::new(2, 1), Position::new(0, 0)), "x", Encoding::Utf16);
        assert_eq!(text.as_str(), "甲丁\n戊乙\n丙x");
    }
}
