//! Keys that share a line with their values: `姓名、性别、年龄：王小明、男、30 岁`; and words that only separate two contacts.

use crate::model::build::Builder;
use crate::model::contact::keyed;
use crate::model::key;
use crate::model::kinds::KeyKind;
use crate::model::resume::Header;
use crate::model::rich::Rich;

/// The separators of keys that share a line, and of their values.
const MARKS: [char; 4] = ['、', '/', '／', '，'];

impl Builder<'_> {
    /// Reads the pieces whose keys share a line, and returns the others.
    pub(super) fn without_shared_keys(&mut self, header: &mut Header, mut pieces: Vec<Rich>) -> Vec<Rich> {
        pieces.retain(|piece| {
            let Some((keys, values)) = shared(piece) else { return true };
            for (key, value) in keys.into_iter().zip(values) {
                let item = keyed(key, value, &self.manner);
                self.item(header, item);
            }
            for (at, mark) in piece.text().match_indices(MARKS) {
                self.consume(&piece.slice(at..at + mark.len()), "separator between items");
            }
            if let Some(stop) = piece.text().strip_suffix('。') {
                self.consume(&piece.slice(stop.len()..piece.text().len()), "mark at the end of an item");
            }
            false
        });
        pieces
    }
}

/// Returns the keys that share a line and as many values; `None` unless each key is known and one is that of a name.
fn shared(piece: &Rich) -> Option<(Vec<Rich>, Vec<Rich>)> {
    let text = piece.text();
    let key = key::at_start(&text, key::GRID_KEY)?;
    let keys = split(piece, 0, key.len);
    let values = split(piece, key.value, text.trim_end_matches('。').len());
    let said: Vec<Vec<KeyKind>> = keys.iter().map(|key| KeyKind::of_key(&key.text())).collect();
    let known = said.iter().all(|kinds| kinds.len() == 1);
    let named = said.iter().any(|kinds| kinds.contains(&KeyKind::Name));
    (keys.len() > 1 && keys.len() == values.len() && known && named).then_some((keys, values))
}

fn split(piece: &Rich, from: usize, to: usize) -> Vec<Rich> {
    let text = piece.text();
    let mut start = from;
    let mut parts = Vec::new();
    for part in text.get(from..to).unwrap_or_default().split(MARKS) {
        let end = start + part.len();
        parts.push(piece.slice(start..end).trim());
        start = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    if parts.iter().any(Rich::is_blank) { Vec::new() } else { parts }
}

/// Takes the word that only leads to another contact off an address or number: `a@example.com or`.
pub(super) fn without_or(text: &str) -> &str {
    let contact = |rest: &str| {
        let digits = rest.chars().filter(char::is_ascii_digit).count();
        rest.ends_with(|c: char| c.is_ascii_alphanumeric()) && (rest.contains('@') || digits >= 7)
    };
    let word =
        [" or", " oder", " ou", " и", "或者", "或", " /"].iter().find_map(|word| text.strip_suffix(word));
    word.map(str::trim_end).filter(|rest| contact(rest)).unwrap_or(text)
}
