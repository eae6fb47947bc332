//! Text that is not UTF-8: UTF-16 by its shape, UTF-8 with broken bytes, and national encodings, distinguished by
//! the frequencies of character sequences.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, GBK, SHIFT_JIS, UTF_16BE, UTF_16LE};

use super::{Encoding, Written};

/// How many bytes of a text are examined to detect its encoding.
const SAMPLE: usize = 1 << 20;

/// Returns the byte order of UTF-16; `None` if bytes are not UTF-16.
pub(super) fn utf16_order(bytes: &[u8]) -> Option<Written> {
    let little = match bytes {
        [0xFF, 0xFE, ..] => true,
        [0xFE, 0xFF, ..] => false,
        _ => unmarked(bytes)? == UTF_16LE,
    };
    Some(if little { Written::LittleEndian } else { Written::BigEndian })
}

/// Reads bytes that are neither UTF-8 nor UTF-16, and returns how they can be written again; `None` if they are not
/// text.
pub(super) fn written(bytes: &[u8]) -> Option<(String, Written)> {
    let (text, encoding) = read(bytes)?;
    let written = match encoding {
        Encoding::Broken => Written::Broken,
        Encoding::Named(name) => {
            let label = if name == name_of_gbk() { "gb18030" } else { name };
            encoding_rs::Encoding::for_label(label.as_bytes()).map_or(Written::Broken, Written::In)
        }
    };
    // A text that is not written back byte for byte was read by a guess.
    let same = written.encode(&text, &text).is_some_and(|again| again == bytes);
    Some((text, if same { written } else { Written::Broken }))
}

fn name_of_gbk() -> &'static str {
    name(GB18030)
}

/// Reads UTF-16, with or without a byte-order mark; `None` if it is not UTF-16.
pub(super) fn utf16(bytes: &[u8]) -> Option<(String, Encoding)> {
    let marked = match bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => None,
    };
    let encoding = marked.or_else(|| unmarked(bytes))?;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Some((text.into_owned(), Encoding::Named("UTF-16")))
}

/// Detects the byte order of UTF-16 without a mark by the zero bytes of line ends, blanks and digits, which are
/// next to ASCII, and all on one side. Where the bytes are UTF-8 as well, many are required: a single zero is dirt.
fn unmarked(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if !sample.len().is_multiple_of(2) || !sample.contains(&0) {
        return None;
    }
    let (mut high, mut low) = (0, 0);
    for pair in sample.chunks_exact(2) {
        match pair {
            [1..=0x7E, 0] => low += 1,
            [0, 1..=0x7E] => high += 1,
            _ => {}
        }
    }
    let least = if std::str::from_utf8(bytes).is_ok() { sample.len() / 4 } else { sample.len() / 100 };
    let encoding = match (low, high) {
        // A few Han have a zero byte too: U+9500 (as in 报销).
        (some, few) if some > least && some > 4 * few => UTF_16LE,
        (few, some) if some > least && some > 4 * few => UTF_16BE,
        _ => return None,
    };
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|_| encoding)
}

/// Reads bytes that are neither UTF-8 nor UTF-16; `None` if they are not text.
pub(super) fn read(bytes: &[u8]) -> Option<(String, Encoding)> {
    let control = |b: &&u8| matches!(b, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    if bytes.contains(&0) || bytes.iter().filter(control).count() * 20 > bytes.len() {
        return None;
    }
    if is_mostly_utf8(bytes) {
        return Some((String::from_utf8_lossy(bytes).into_owned(), Encoding::Broken));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..SAMPLE).unwrap_or(bytes), bytes.len() <= SAMPLE);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The newer of the two has every character of the older.
    let encoding = if guess == GBK { GB18030 } else { guess };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some((text.into_owned(), Encoding::Named(name(encoding))))
}

/// Returns whether most of the non-ASCII bytes are valid UTF-8: a file cut or patched by a program that counts
/// bytes. Three-byte characters hardly ever occur by chance in another encoding, two-byte ones do.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut long, mut broken) = (0usize, 0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        long += chunk.valid().chars().filter(|c| *c >= '\u{800}').count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > 3 * broken || long >= broken
}

/// Returns the name under which editors list an encoding.
fn name(encoding: &'static encoding_rs::Encoding) -> &'static str {
    match encoding {
        _ if encoding == GB18030 => "GBK (GB18030)",
        _ if encoding == BIG5 => "Big5",
        _ if encoding == SHIFT_JIS => "Shift_JIS",
        _ if encoding == EUC_JP => "EUC-JP",
        _ if encoding == EUC_KR => "EUC-KR",
        _ => encoding.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;

    const CHINESE: &str = "# 张三\n\n电话：138-0000-0000\n\n## 工作经历\n\n- 2018.07 - 至今 示例科技有限公司，出纳，负责报销与对账\n";
    const TAIWAN: &str =
        "# 陳小明\n\n電話：0900-000-000\n\n## 工作經歷\n\n- 範例科技股份有限公司，會計，負責報稅與對帳\n";
    const JAPANESE: &str =
        "# 職務経歴書\n\n氏名：山田太郎\n\n## 職務経歴\n\n- サンプル株式会社で営業を担当しました。\n";
    const KOREAN: &str = "# 이력서\n\n이름: 홍길동\n\n## 경력\n\n- 예시 주식회사에서 회계를 담당했습니다.\n";
    const GERMAN: &str =
        "# Jürgen Müller\n\n## Berufserfahrung\n\n- Geschäftsführer für Öffentlichkeitsarbeit, Größe\n";
    const RUSSIAN: &str =
        "# Иван Примеров\n\n## Опыт работы\n\n- Инженер, ООО «Пример», разработка программ\n";

    fn named(text: &str, encoding: &'static encoding_rs::Encoding) -> &'static str {
        let bytes = encoding.encode(text).0;
        let read = decode(&bytes).unwrap();
        assert_eq!(read.text, text, "{}", encoding.name());
        match read.encoding {
            Some(Encoding::Named(name)) => name,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn encodings_of_countries_are_told_apart() {
        assert_eq!(named(CHINESE, GB18030), "GBK (GB18030)");
        assert_eq!(named(TAIWAN, BIG5), "Big5");
        assert_eq!(named(JAPANESE, SHIFT_JIS), "Shift_JIS");
        assert_eq!(named(JAPANESE, EUC_JP), "EUC-JP");
        assert_eq!(named(KOREAN, EUC_KR), "EUC-KR");
        assert_eq!(named(GERMAN, encoding_rs::WINDOWS_1252), "windows-1252");
        assert_eq!(named(RUSSIAN, encoding_rs::WINDOWS_1251), "windows-1251");
    }

    #[test]
    fn utf_16_needs_no_mark() {
        for text in [CHINESE, TAIWAN, GERMAN, "# Alex Sample\n"] {
            for mark in ["", "\u{FEFF}"] {
                let units: Vec<u16> = format!("{mark}{text}").encode_utf16().collect();
                let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
                let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
                for bytes in [little, big] {
                    let read = decode(&bytes).unwrap();
                    assert_eq!((read.text.as_str(), read.encoding), (text, Some(Encoding::Named("UTF-16"))));
                }
            }
        }
    }

    #[test]
    fn broken_utf_8_stays_utf_8() {
        let mut bytes = CHINESE.as_bytes().to_vec();
        bytes.remove(3);
        let read = decode(&bytes).unwrap();
        assert_eq!(read.encoding, Some(Encoding::Broken));
        assert!(read.text.contains("工作经历") && read.text.contains('\u{FFFD}'));
        let torn = b"# \xe9\x99\xb3\xe5\xa4\xa7\xe6\x96\x87\n\n- \xff\xfe\xc3(\n";
        assert_eq!(decode(torn).unwrap().encoding, Some(Encoding::Broken));
    }

    #[test]
    fn a_single_zero_makes_no_utf_16() {
        assert_eq!(decode(b"# Alex\0Sample\n").unwrap().encoding, None);
        assert_eq!(decode(CHINESE.as_bytes()).unwrap().encoding, None);
    }
}
