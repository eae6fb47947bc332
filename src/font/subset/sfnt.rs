//! Font files: a directory, then tables (OpenType, “Font file”).

use skrifa::raw::FontRef;

/// The name of a table.
pub type Tag = [u8; 4];

/// The sum of all words of a file, including `head.checkSumAdjustment` (OpenType, `head`).
const WHOLE: u32 = 0xB1B0_AFBA;
/// The offset of that field in `head`.
const ADJUSTMENT: usize = 8;

/// Returns a table of a font file.
pub fn table<'a>(file: &FontRef<'a>, tag: Tag) -> Option<&'a [u8]> {
    Some(file.table_data(skrifa::Tag::new(&tag))?.as_bytes())
}

/// Returns the offset of a table in a font file.
pub fn start(file: &[u8], tag: Tag) -> Option<usize> {
    let file = FontRef::new(file).ok()?;
    let record =
        file.table_directory().table_records().iter().find(|record| record.tag().to_be_bytes() == tag)?;
    Some(record.offset() as usize)
}

/// Returns all tables of a font file; those outside of it are left out.
pub fn tables<'a>(file: &FontRef<'a>) -> Vec<(Tag, &'a [u8])> {
    let tags = file.table_directory().table_records().iter().map(|record| record.tag().to_be_bytes());
    tags.filter_map(|tag| Some((tag, table(file, tag)?))).collect()
}

/// Returns a font file of these tables, with all checksums.
pub fn file(flavour: Tag, mut tables: Vec<(Tag, &[u8])>) -> Vec<u8> {
    tables.sort_unstable_by_key(|(tag, _)| *tag);
    let count = tables.len() as u16;
    let selector = count.max(1).ilog2() as u16;
    let range = 16 << selector;
    let start = 12 + 16 * tables.len();
    let mut directory = Vec::with_capacity(start);
    directory.extend(flavour);
    for half in [count, range, selector, (16 * count).saturating_sub(range)] {
        directory.extend(half.to_be_bytes());
    }
    let length: usize = tables.iter().map(|(_, table)| table.len().next_multiple_of(4)).sum();
    let mut out = Vec::with_capacity(start + length);
    out.resize(start, 0);
    let (mut whole, mut adjustment) = (0_u32, None);
    for (tag, table) in tables {
        let at = out.len();
        out.extend_from_slice(table);
        out.resize(out.len().next_multiple_of(4), 0);
        if tag == *b"head" && table.len() >= ADJUSTMENT + 4 {
            out[at + ADJUSTMENT..][..4].fill(0);
            adjustment = Some(at + ADJUSTMENT);
        }
        let sum = sum(&out[at..]);
        whole = whole.wrapping_add(sum);
        directory.extend(tag);
        for word in [sum, at as u32, table.len() as u32] {
            directory.extend(word.to_be_bytes());
        }
    }
    whole = whole.wrapping_add(sum(&directory));
    out[..start].copy_from_slice(&directory);
    if let Some(at) = adjustment {
        out[at..][..4].copy_from_slice(&WHOLE.wrapping_sub(whole).to_be_bytes());
    }
    out
}

/// Returns the sum of the words.
fn sum(words: &[u8]) -> u32 {
    let words = words.as_chunks().0.iter().map(|word| u32::from_be_bytes(*word));
    words.fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_adds_up_and_gives_its_tables_back() {
        let head = [7; 54];
        let file = file(*b"OTTO", vec![(*b"head", &head), (*b"cmap", b"odd"), (*b"CFF ", b"")]);
        assert_eq!(sum(&file), WHOLE);
        assert_eq!(file[..12], *b"OTTO\0\x03\0\x20\0\x01\0\x10");
        let font = FontRef::new(&file).unwrap();
        let tables = tables(&font);
        let names: Vec<Tag> = tables.iter().map(|(tag, _)| *tag).collect();
        assert_eq!(names, [*b"CFF ", *b"cmap", *b"head"]);
        assert_eq!(table(&font, *b"cmap"), Some(&b"odd"[..]));
        assert_eq!(tables[2].1[12..], head[12..]);
    }
}
