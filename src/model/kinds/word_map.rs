//! Words and their meanings, laid out at compile time: a process that reads one résumé has no time to
//! build tables of thousands of words.

/// The words of a table by their hash, each with the meaning of its text. Made by [`word_map!`](super::word_map).
pub(in crate::model) struct WordMap<K: 'static> {
    /// Meanings, each with its words, separated by blanks.
    texts: &'static [(K, &'static str)],
    /// A power of two of them, at least half of them empty; a word is in the first free one from its
    /// hash on.
    slots: &'static [Slot],
    /// The lengths of the words, in bytes, as bits.
    lengths: u128,
}

/// The position of a word in the texts. An address would mean more work when the program is loaded.
#[derive(Clone, Copy)]
pub(in crate::model) struct Slot {
    text: u8,
    /// In bytes; zero if no word is here.
    len: u8,
    from: u16,
}

/// Returns a [`WordMap`] of some constant texts: `&[(meaning, "words separated by blanks")]`.
macro_rules! word_map {
    ($texts:expr) => {{
        use $crate::model::kinds::word_map::{Slot, WordMap, fill, slots};
        static SLOTS: [Slot; slots($texts)] = fill($texts);
        WordMap::new($texts, &SLOTS)
    }};
}

pub(in crate::model) use word_map;

impl<K: Copy> WordMap<K> {
    pub const fn new(texts: &'static [(K, &'static str)], slots: &'static [Slot]) -> WordMap<K> {
        let (mut lengths, mut at) = (0, 0);
        while at < slots.len() {
            lengths |= 1 << slots[at].len;
            at += 1;
        }
        // The empty ones.
        WordMap { texts, slots, lengths: lengths & !1 }
    }

    /// Returns the meaning of a word; the first of two counts.
    pub fn find(&self, word: &str) -> Option<K> {
        self.all(word).next().map(|(_, meaning)| meaning)
    }

    /// Returns the meaning of a word in each of the texts that have it, with the word as found there.
    pub fn all(&self, word: &str) -> impl Iterator<Item = (&'static str, K)> {
        let known = word.len() < 128 && self.lengths & (1 << word.len()) != 0;
        let from = if known { hash(word.as_bytes(), 0, word.len()) } else { 0 };
        let slots = (from..).map(|at| self.slots[at & (self.slots.len() - 1)]);
        let slots = slots.take_while(move |slot| known && slot.len > 0);
        slots.filter(|slot| usize::from(slot.len) == word.len()).filter_map(move |slot| {
            let (meaning, text) = self.texts.get(usize::from(slot.text))?;
            let from = usize::from(slot.from);
            let found = text.get(from..from + word.len())?;
            (found == word).then_some((found, *meaning))
        })
    }

    /// Returns the lengths of the words in bytes, from the longest.
    pub fn lengths(&self) -> impl Iterator<Item = usize> + use<K> {
        let mut rest = self.lengths;
        std::iter::from_fn(move || {
            let len = rest.checked_ilog2()? as usize;
            rest &= !(1 << len);
            Some(len)
        })
    }
}

/// Counts the slots that the words of some texts need.
pub(in crate::model) const fn slots<K>(texts: &[(K, &str)]) -> usize {
    let (mut words, mut text) = (0, 0);
    while text < texts.len() {
        let bytes = texts[text].1.as_bytes();
        let (mut from, mut to) = next_word(bytes, 0);
        while from < to {
            words += 1;
            (from, to) = next_word(bytes, to);
        }
        text += 1;
    }
    (2 * words + 1_usize).next_power_of_two()
}

/// Fills slots with the words of some texts.
pub(in crate::model) const fn fill<K, const N: usize>(texts: &[(K, &str)]) -> [Slot; N] {
    assert!(texts.len() < 256, "too many texts for a table of words");
    let mut slots = [Slot { text: 0, len: 0, from: 0 }; N];
    let mut text = 0;
    while text < texts.len() {
        let bytes = texts[text].1.as_bytes();
        assert!(bytes.len() < 1 << 16, "a text of a table of words is too long");
        let (mut from, mut to) = next_word(bytes, 0);
        while from < to {
            assert!(to - from < 128, "a word of a table is too long");
            let mut at = hash(bytes, from, to) & (N - 1);
            while slots[at].len > 0 {
                at = (at + 1) & (N - 1);
            }
            slots[at] = Slot { text: text as u8, len: (to - from) as u8, from: from as u16 };
            (from, to) = next_word(bytes, to);
        }
        text += 1;
    }
    slots
}

/// Returns where the next word begins and ends, from `at` on; it is empty if there is none.
pub(super) const fn next_word(text: &[u8], mut at: usize) -> (usize, usize) {
    while at < text.len() && text[at].is_ascii_whitespace() {
        at += 1;
    }
    let from = at;
    while at < text.len() && !text[at].is_ascii_whitespace() {
        at += 1;
    }
    (from, at)
}

/// FNV-1a of some bytes of a text, its better half last.
const fn hash(text: &[u8], from: usize, to: usize) -> usize {
    let (mut hash, mut at) = (0x811C_9DC5_u32, from);
    while at < to {
        hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ (hash >> 15)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_what_their_texts_do() {
        static WORDS: WordMap<char> =
            word_map!(&[('a', " one two\n  drei 三"), ('b', "two quatre"), ('c', "")]);
        for (word, meaning) in
            [("one", Some('a')), ("two", Some('a')), ("三", Some('a')), ("quatre", Some('b')), ("five", None)]
        {
            assert_eq!(WORDS.find(word), meaning, "{word}");
        }
        assert_eq!(WORDS.all("two").collect::<Vec<_>>(), [("two", 'a'), ("two", 'b')]);
        assert_eq!((WORDS.find(""), WORDS.find(&"一".repeat(100))), (None, None));
        assert_eq!(WORDS.lengths().collect::<Vec<_>>(), [6, 4, 3]);
    }

    #[test]
    fn a_table_may_be_empty() {
        static NONE: WordMap<()> = word_map!(&[((), "")]);
        assert_eq!(NONE.find("one"), None);
    }

    #[test]
    fn each_word_of_a_full_table_is_found() {
        const TEXT: &str = "a b c d e f g h i j k l m n o p q r s t u v w x y z 甲 乙 丙 丁";
        static WORDS: WordMap<()> = word_map!(&[((), TEXT)]);
        assert!(TEXT.split(' ').all(|word| WORDS.find(word).is_some()));
        assert_eq!(WORDS.find("戊"), None);
    }
}
