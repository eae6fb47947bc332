//! What a font in the file says about its codes: how wide they are (PDF 32000-1, 9.7.4.3) and which text each
//! stands for (9.10.3).

use lopdf::Object;

use super::bytes::{write_code, write_digits, write_hexadecimal};

/// The width of a code without an entry: that of a Han character, in thousandths of an em.
pub const DEFAULT_WIDTH: u16 = 1000;

/// The most ranges in one section of a map (Adobe Technical Note 5014, 4.2).
const MOST_RANGES: usize = 100;

const HEAD: &[u8] = b"/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
";

const FOOT: &[u8] = b"endcmap
CMapName currentdict/CMap defineresource pop
end
end
";

/// Returns the map from codes, which ascend, to their texts. Consecutive codes form one range whose texts are
/// listed: half the bytes that a pair for each would take.
pub fn to_unicode(codes: &[(u16, &str)]) -> Vec<u8> {
    let mut map = HEAD.to_vec();
    // Only the last byte of a code may differ within a range.
    let ranges = codes.chunk_by(|(code, _), (next, _)| follows(*code, *next) && code >> 8 == next >> 8);
    for section in ranges.collect::<Vec<_>>().chunks(MOST_RANGES) {
        write_digits(&mut map, section.len() as u64);
        map.extend_from_slice(b" beginbfrange\n");
        for range in section {
            for (code, _) in [range.first(), range.last()].into_iter().flatten() {
                write_hexadecimal(&mut map, &code.to_be_bytes());
            }
            map.push(b'[');
            for (_, text) in *range {
                map.push(b'<');
                // A run of blanks is one blank to a reader, and some stumble over long texts.
                let blanks = text.len() > 1 && text.bytes().all(|b| b == b' ');
                let text = if blanks { " " } else { text };
                text.encode_utf16().for_each(|unit| write_code(&mut map, unit));
                map.push(b'>');
            }
            map.extend_from_slice(b"]\n");
        }
        map.extend_from_slice(b"endbfrange\n");
    }
    map.extend_from_slice(FOOT);
    map
}

/// Returns the widths of codes, which ascend, in the form of `W`: all but those of the default width.
pub fn widths(codes: impl Iterator<Item = (u16, u16)>) -> Vec<Object> {
    let listed: Vec<(u16, u16)> = codes.filter(|&(_, width)| width != DEFAULT_WIDTH).collect();
    let run = |run: &[(u16, u16)]| {
        let widths = run.iter().map(|&(_, width)| Object::from(i64::from(width))).collect();
        run.first().map(|&(first, _)| [Object::from(i64::from(first)), Object::Array(widths)])
    };
    listed.chunk_by(|(code, _), (next, _)| follows(*code, *next)).filter_map(run).flatten().collect()
}

fn follows(code: u16, next: u16) -> bool {
    code.checked_add(1) == Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_in_a_row_are_one_range_and_no_range_leaves_its_row_of_256() {
        let map = to_unicode(&[(1, "你"), (2, "fi"), (4, "𠮷"), (0xFF, "x"), (0x100, "y"), (0xFFFF, "z")]);
        let map = String::from_utf8(map).unwrap();
        let section = "5 beginbfrange\n\
                       <0001><0002>[<4F60><00660069>]\n\
                       <0004><0004>[<D842DFB7>]\n\
                       <00FF><00FF>[<0078>]\n\
                       <0100><0100>[<0079>]\n\
                       <FFFF><FFFF>[<007A>]\n\
                       endbfrange\n";
        assert!(map.contains(section), "{map}");
    }

    #[test]
    fn sections_have_a_hundred_ranges_at_most() {
        let codes: Vec<(u16, &str)> = (0..250).map(|code| (2 * code, "a")).collect();
        let map = String::from_utf8(to_unicode(&codes)).unwrap();
        let counts: Vec<&str> = map.lines().filter_map(|line| line.strip_suffix(" beginbfrange")).collect();
        assert_eq!(counts, ["100", "100", "50"]);
        assert_eq!(map.matches("[<0061>]").count(), 250);
    }

    #[test]
    fn only_widths_that_are_not_the_usual_one_are_listed() {
        let codes = [(1, 224), (2, 555), (3, 1000), (4, 300), (9, 1000), (11, 0)];
        let number = |number: i64| Object::from(number);
        let array = |numbers: &[i64]| Object::Array(numbers.iter().map(|&n| number(n)).collect());
        let expected = vec![number(1), array(&[224, 555]), number(4), array(&[300]), number(11), array(&[0])];
        assert_eq!(widths(codes.into_iter()), expected);
    }
}
