//! The texts of the codes of a simple font (PDF 32000-1, 9.6.6) that has no `ToUnicode` map for them.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, dictionary};

use super::file::File;

/// The code at which names are looked up: below 32 no encoding has a character of its own, so that an unknown name
/// gives none.
const CODE: u32 = 1;

/// Returns the text of each code.
pub fn texts(file: &File, font: &Dictionary) -> BTreeMap<u32, String> {
    let encoding = file.at(font, "Encoding");
    let descriptor = file.dictionary_at(font, "FontDescriptor");
    let embedded = |key: &str| descriptor.and_then(|dict| dict.get(key.as_bytes()).ok());
    let described = encoding.and_then(|encoding| encoding.as_dict().ok());
    let base = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        _ => described.and_then(|dict| file.at(dict, "BaseEncoding")?.as_name().ok()),
    };
    let mut names = BTreeMap::new();
    let mut texts = BTreeMap::new();
    if let Some(program) = embedded("FontFile").filter(|_| base.is_none()) {
        names = built_in(&file.unpacked(program).unwrap_or_default());
    }
    // The codes of other embedded fonts without an encoding are their own, and their meaning is unknown.
    let own = ["FontFile2", "FontFile3"].iter().any(|key| embedded(key).is_some()) && encoding.is_none();
    if names.is_empty() && !own {
        let true_type = matches!(file.at(font, "Subtype"), Some(Object::Name(name)) if name == b"TrueType");
        texts = whole(base.unwrap_or(if true_type { b"WinAnsiEncoding" } else { b"StandardEncoding" }));
    }
    let differences = described.and_then(|dict| file.at(dict, "Differences")?.as_array().ok());
    names.extend(differences.map(|list| listed(list)).unwrap_or_default());
    texts.retain(|code, _| !names.contains_key(code));
    texts.extend(named(&names));
    texts
}

/// Returns a predefined encoding.
fn whole(name: &[u8]) -> BTreeMap<u32, String> {
    let font = dictionary! { "Type" => "Font", "Encoding" => Object::Name(name.to_vec()) };
    decoded(&font, 32..256)
}

/// Asks lopdf, which has the tables of characters and their names.
fn decoded(font: &Dictionary, codes: std::ops::Range<u32>) -> BTreeMap<u32, String> {
    let nothing = lopdf::Document::new();
    let Ok(encoding) = font.get_font_encoding(&nothing) else { return BTreeMap::new() };
    let text = |code: u32| Some((code, encoding.bytes_to_string(&[code as u8]).ok()?));
    codes.filter_map(text).filter(|(_, text)| !text.is_empty()).collect()
}

/// Reads `code /name /name … code /name …`.
fn listed(list: &[Object]) -> BTreeMap<u32, Vec<u8>> {
    let (mut code, mut names) = (0, BTreeMap::new());
    for object in list {
        match object {
            Object::Integer(first) => code = u32::try_from(*first).unwrap_or(256),
            Object::Name(name) if code < 256 => {
                names.insert(code, name.clone());
                code += 1;
            }
            _ => {}
        }
    }
    names
}

/// Reads the encoding in the clear part of a Type 1 font: `dup 65 /A put`.
fn built_in(program: &[u8]) -> BTreeMap<u32, Vec<u8>> {
    let clear = program.windows(5).position(|word| word == b"eexec").unwrap_or(program.len());
    let clear = String::from_utf8_lossy(&program[..clear]);
    let mut names = BTreeMap::new();
    for entry in clear.split("dup ").skip(1) {
        let digits: String = entry.trim_start().chars().take_while(char::is_ascii_digit).collect();
        let name =
            entry.split_once('/').map(|(_, name)| name.split_ascii_whitespace().next().unwrap_or_default());
        if let (Ok(code), Some(name)) = (digits.parse::<u32>(), name)
            && code < 256
            && entry.contains("put")
        {
            names.insert(code, name.as_bytes().to_vec());
        }
    }
    names
}

/// Returns the text of each name.
fn named(names: &BTreeMap<u32, Vec<u8>>) -> BTreeMap<u32, String> {
    let text = |name: &[u8]| {
        let name = stem(name);
        // One at a time: an unknown name would take the others with it.
        let list = vec![Object::Integer(i64::from(CODE)), Object::Name(name.to_vec())];
        let font = dictionary! {
            "Type" => "Font",
            "Encoding" => dictionary! { "Type" => "Encoding", "Differences" => list },
        };
        spelled(name).or_else(|| decoded(&font, CODE..CODE + 1).remove(&CODE))
    };
    names.iter().filter_map(|(code, name)| Some((*code, text(name)?))).collect()
}

/// Returns a name without the suffix for the form of a letter: `a.alt` (Adobe Glyph List Specification, 2).
fn stem(name: &[u8]) -> &[u8] {
    let end = name.iter().skip(1).position(|&byte| byte == b'.').map_or(name.len(), |at| at + 1);
    &name[..end]
}

/// Returns the text that a name spells out if it is in no list: `uni4F60`, `u1F600`, `f_i`.
fn spelled(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    if name.contains('_') && name.len() < 32 {
        let parts = name.split('_').map(|part| spelled(part.as_bytes()));
        return parts.collect::<Option<Vec<String>>>().map(|parts| parts.concat());
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u')).filter(|rest| rest.len() >= 4);
    let number = digits.and_then(|digits| u32::from_str_radix(digits.get(..digits.len().min(6))?, 16).ok());
    let letter = || name.chars().next().filter(|c| name.len() == 1 && c.is_ascii_alphanumeric());
    number.and_then(char::from_u32).or_else(letter).map(String::from)
}

/// Returns the width of a character in thousandths of an em where a font does not give it, as the standard ones
/// need not (9.6.2.2): that of Helvetica, near enough to tell words apart.
pub fn usual_width(text: &str) -> f64 {
    let width = |c: char| match c {
        'i' | 'j' | 'l' | '\'' => 222.0,
        ' ' | '.' | ',' | ':' | ';' | '!' | '/' | '|' | 'I' | 'f' | 't' => 278.0,
        'r' | '(' | ')' | '-' | '[' | ']' => 333.0,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500.0,
        'm' | 'M' | 'W' | '%' | '@' => 850.0,
        'w' | 'C' | 'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'R' | 'U' => 722.0,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' => 667.0,
        '—' => 1000.0,
        _ => 556.0,
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_characters() {
        let names = ["A", "fi", "endash", "uni4F60", "u1F600", "f_i", "a.alt", "Edieresis", "g17"];
        let names: BTreeMap<u32, Vec<u8>> = (0..).zip(names.map(|name| name.as_bytes().to_vec())).collect();
        let texts: Vec<String> = named(&names).into_values().collect();
        assert_eq!(texts, ["A", "ﬁ", "–", "你", "😀", "fi", "a", "Ë"]);
    }

    #[test]
    fn the_encoding_of_a_type_1_font_is_in_its_clear_part() {
        let names =
            built_in(b"/Encoding 256 array\ndup 11 /ff put\ndup 65/A put\nreadonly def eexec dup 66 /B put");
        let texts = named(&names);
        assert_eq!(texts, BTreeMap::from([(11, "ﬀ".to_owned()), (65, "A".to_owned())]));
    }

    #[test]
    fn predefined_encodings_are_known() {
        assert_eq!(whole(b"WinAnsiEncoding").get(&0x93).map(String::as_str), Some("“"));
        assert_eq!(whole(b"MacRomanEncoding").get(&0x8A).map(String::as_str), Some("ä"));
        assert_eq!(whole(b"StandardEncoding").get(&0x41).map(String::as_str), Some("A"));
    }
}
