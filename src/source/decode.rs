//! Bytes → text: UTF-8 and nothing else, but with a good guess at what it is instead.

/// Why bytes are not a text that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotText {
    /// How many bytes from the start are good UTF-8.
    pub valid: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// A character that was replaced or dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Replaced {
    /// Where, in the text that came of it.
    pub at: usize,
    /// What stood there.
    pub was: char,
}

/// Returns the bytes as text, without a byte-order mark, with LF line ends and without control
/// characters, and what was replaced.
///
/// # Errors
/// [`NotText`] if they are not UTF-8, or plainly no text.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Vec<Replaced>), NotText> {
    if let Some(what) = binary(bytes) {
        return Err(NotText {
            valid: 0,
            message: format!("this is {what}, not a text file"),
            hint: "give the Markdown source of the résumé".into(),
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    Ok(clean(text.strip_prefix('\u{FEFF}').unwrap_or(text)))
}

/// Names a well-known kind of file that is no text.
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

fn not_utf8(bytes: &[u8], valid: usize) -> NotText {
    let guess = guess(bytes);
    let looks = guess.map(|name| format!("; it looks like {name}")).unwrap_or_default();
    let byte = bytes.get(valid).copied().unwrap_or_default();
    NotText {
        valid: if guess.is_some_and(|name| name.starts_with("UTF-16")) { 0 } else { valid },
        message: format!("not UTF-8: byte 0x{byte:02X} at offset {valid}{looks}"),
        hint: match guess.map(|name| name.split(' ').next().unwrap_or(name)) {
            Some(name) => format!("convert it: iconv -f {name} -t UTF-8 OLD.md > NEW.md"),
            None => "save the file as UTF-8".into(),
        },
    }
}

/// Guesses the encoding of bytes that are not UTF-8.
fn guess(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xFF\xFE") {
        return Some("UTF-16LE");
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return Some("UTF-16BE");
    }
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let nuls = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    if nuls(1) * 4 > sample.len() {
        return Some("UTF-16LE");
    }
    if nuls(0) * 4 > sample.len() {
        return Some("UTF-16BE");
    }
    double_byte(bytes.get(..1 << 20).unwrap_or(bytes))
}

/// Tells GB18030, Big5 and Shift_JIS apart by which second bytes follow which first ones.
fn double_byte(bytes: &[u8]) -> Option<&'static str> {
    let (mut pairs, mut low, mut kana, mut at) = (0usize, 0usize, 0usize, 0);
    while let Some(&first) = bytes.get(at) {
        if first < 0x80 {
            at += 1;
            continue;
        }
        let Some(&second) = bytes.get(at + 1) else { break };
        match (first, second) {
            (0x81..=0xFE, 0x30..=0x39) if matches!(bytes.get(at + 2), Some(0x81..=0xFE)) => at += 4,
            (0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE) => {
                pairs += 1;
                low += usize::from(second <= 0x7E);
                kana += usize::from((first == 0x82 && second >= 0x9F) || (first == 0x83 && second <= 0x96));
                at += 2;
            }
            _ => return None,
        }
    }
    if pairs == 0 {
        None
    } else if kana * 5 > pairs {
        Some("Shift_JIS")
    } else if low * 5 > pairs {
        Some("BIG5")
    } else {
        Some("GB18030 (GBK)")
    }
}

/// Turns CR LF, CR and the separators U+2028 and U+2029 into LF; U+0000 into U+FFFD (CommonMark
/// 2.3); drops the other controls, except that a tabulator stays and VT, FF and NEL are blanks.
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
        let (text, replaced) = decode("\u{FEFF}a\r\nb\rc\nd\u{2028}e".as_bytes()).unwrap();
        assert_eq!(text, "a\nb\nc\nd\ne");
        assert!(replaced.is_empty());
    }

    #[test]
    fn controls_leave_and_say_where() {
        let (text, replaced) = decode(b"a\0b\x01c\x0Cd\te").unwrap();
        assert_eq!(text, "a\u{FFFD}bc d\te");
        assert_eq!(replaced.iter().map(|r| r.at).collect::<Vec<_>>(), [1, 5, 6]);
    }

    #[test]
    fn no_control_stays_but_the_tabulator_and_the_line_feed() {
        for c in ('\0'..='\u{A0}').chain('\u{2027}'..='\u{202A}') {
            let (text, _) = decode(format!("é{c}·“").as_bytes()).unwrap();
            let leaves = c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{2028}' | '\u{2029}');
            assert_eq!(text.contains(c), !leaves, "{c:?}");
        }
    }

    #[test]
    fn other_encodings_are_named() {
        let name = |bytes: &[u8]| decode(bytes).unwrap_err().message;
        assert!(name(b"\xFF\xFE\x23\x00\x20\x00").contains("UTF-16LE"));
        // 简历 · 姓名 in GBK, 履歷 · 姓名 in Big5
        assert!(name(b"# \xBC\xF2\xC0\xFA \xD0\xD5\xC3\xFB\n").contains("GB18030"));
        assert!(name(b"# \xBC\x69\xBE\xFA \xA9\x6D\xA6\x57\n").contains("BIG5"));
        assert!(name(b"%PDF-1.7\n\x80").contains("a PDF"));
        let broken = decode(b"abc\n\xFF\x20").unwrap_err();
        assert_eq!(broken.valid, 4);
        assert!(broken.message.contains("0xFF at offset 4"), "{}", broken.message);
    }
}
