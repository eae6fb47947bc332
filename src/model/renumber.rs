//! Numbers of titles whose first ones went into the header: no page begins with `2.教育经历`.

use super::number::HandNumber;
use super::resume::{Block, BlockKind, Section};
use super::rich::Rich;

/// Takes the numbers off the titles of sections that begin with another one than the first, and off those of the entries
/// below that repeat them: `3.1 某公司`. Returns what is taken off.
pub(super) fn without_numbers(sections: &mut [Section]) -> Vec<Rich> {
    let numbers: Vec<Option<(u32, usize)>> =
        sections.iter().map(|section| leading(&section.title.text())).collect();
    let counted: Vec<u32> = numbers.iter().flatten().map(|(number, _)| *number).collect();
    let rising = counted.windows(2).all(|pair| pair[0] < pair[1]);
    let mut taken = Vec::new();
    if counted.len() < 2 || counted.len() * 2 < sections.len() || counted[0] < 2 || !rising {
        return taken;
    }
    for (section, number) in sections.iter_mut().zip(numbers) {
        let Some((number, len)) = number else { continue };
        taken.push(cut(&mut section.title, len));
        section.blocks.iter_mut().for_each(|block| cut_below(block, number, &mut taken));
    }
    taken
}

fn cut_below(block: &mut Block, number: u32, taken: &mut Vec<Rich>) {
    let BlockKind::Entry(entry) = &mut block.kind else { return };
    if let Some(first) = entry.parts.first_mut()
        && let Some(len) = dotted(&first.text.text(), number)
    {
        taken.push(cut(&mut first.text, len));
    }
    entry.body.iter_mut().for_each(|block| cut_below(block, number, taken));
}

/// Takes the beginning off a title, and returns it.
fn cut(title: &mut Rich, len: usize) -> Rich {
    let number = title.slice(0..len);
    *title = title.slice(len..title.text().len()).trim();
    number
}

/// Returns the number that a title begins with, and its length: `2.教育`, `3. 工作`, `四、技能`.
fn leading(title: &str) -> Option<(u32, usize)> {
    if let Some(HandNumber { len, path, .. }) = HandNumber::at_start(title) {
        let [number] = path[..] else { return None };
        return (len < title.trim_end().len()).then_some((number, len));
    }
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let rest = title[digits..].strip_prefix(['.', '、', ')'])?;
    let number = title[..digits].parse().ok().filter(|_| digits <= 2)?;
    let named = rest.starts_with(char::is_whitespace) && rest.contains(char::is_alphabetic);
    named.then_some((number, title.len() - rest.len()))
}

/// Returns the length of the number of an entry below a section's number: `3.1 `, `3.1.2 `.
fn dotted(title: &str, number: u32) -> Option<usize> {
    let len = title.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let mut path = title[..len].trim_end_matches('.').split('.');
    let own = path.next().is_some_and(|first| first.parse() == Ok(number));
    let more = path.next().is_some_and(|next| (1..=2).contains(&next.len()));
    (own && more && title[len..].contains(char::is_alphabetic)).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_titles_and_of_entries_below() {
        assert_eq!(leading("2.教育经历"), Some((2, 2)));
        assert_eq!(leading("3. Work"), Some((3, 2)));
        assert_eq!(leading("四、技能"), Some((4, "四、".len())));
        assert_eq!(leading("2019 年"), None);
        assert_eq!(leading("3.1 某公司"), None);
        assert_eq!(dotted("3.1 某公司", 3), Some(3));
        assert_eq!(dotted("3.1.2. 职责", 3), Some(6));
        assert_eq!(dotted("3.1 某公司", 2), None);
        assert_eq!(dotted("3D 打印", 3), None);
    }
}
