//! Secrets as bytes in each of the usual encodings, all searched for at once.

use crate::model::Secrets;

/// The fewest bytes that are searched for among arbitrary bytes: fewer are found by chance.
const LEAST: usize = 6;

/// The byte strings that are searched for.
pub(super) struct Forms {
    /// The byte strings, sorted.
    forms: Vec<Vec<u8>>,
    /// A bit for each pair of bytes that one of them begins with: at most places of a file none does, and one look
    /// is enough.
    begins: Vec<u64>,
}

impl Forms {
    /// Returns the secrets in UTF-8, UTF-16 in both byte orders, hexadecimal, percent-encoding and Base64.
    pub fn of(secrets: &Secrets) -> Forms {
        Forms::new(secrets.originals().flat_map(encoded).collect())
    }

    fn new(mut forms: Vec<Vec<u8>>) -> Forms {
        forms.retain(|form| form.len() >= LEAST);
        forms.sort_unstable();
        forms.dedup();
        let mut begins = vec![0; 1 << 10];
        for form in &forms {
            let pair = pair(form);
            begins[pair >> 6] |= 1 << (pair & 63);
        }
        Forms { forms, begins }
    }

    /// Returns whether one of them is among these bytes.
    pub fn are_in(&self, bytes: &[u8]) -> bool {
        let begins = |pair: usize| self.begins[pair >> 6] >> (pair & 63) & 1 == 1;
        let mut pairs = bytes.windows(2).map(pair).enumerate();
        pairs.any(|(at, pair)| begins(pair) && self.begin(&bytes[at..]))
    }

    fn begin(&self, bytes: &[u8]) -> bool {
        let first = self.forms.partition_point(|form| pair(form) < pair(bytes));
        let alike = self.forms[first..].iter().take_while(|form| pair(form) == pair(bytes));
        alike.into_iter().any(|form| bytes.starts_with(form))
    }
}

/// Returns the first two bytes as a number with the same order.
fn pair(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

fn encoded(words: &str) -> Vec<Vec<u8>> {
    let utf8 = words.as_bytes().to_vec();
    let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    let signs: String = utf8.iter().map(|byte| format!("%{byte:02X}")).collect();
    let mut forms: Vec<Vec<u8>> = Vec::new();
    for text in [hex(&utf8), hex(&big), signs] {
        forms.push(text.to_lowercase().into_bytes());
        forms.push(text.into_bytes());
    }
    forms.extend((0..3).map(|shift| base64(&utf8, shift)));
    forms.extend([utf8, big, little]);
    forms
}

/// Returns the characters of Base64 (RFC 4648, 4) that depend only on these bytes, which start `shift` bytes into a
/// group of three.
fn base64(bytes: &[u8], shift: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let padded: Vec<u8> = std::iter::repeat_n(0, shift).chain(bytes.iter().copied()).collect();
    let mut out = Vec::new();
    for group in padded.chunks_exact(3) {
        let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
        out.extend([18, 12, 6, 0].map(|by| LETTERS[(bits >> by & 63) as usize]));
    }
    // The first characters also hold bits of the bytes before.
    out.drain(..[0, 2, 3][shift].min(out.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_found_at_each_offset() {
        // "xxlin@example.org" and so on, by another encoder.
        let encoded = ["bGluQGV4YW1wbGUub3Jn", "eGxpbkBleGFtcGxlLm9yZw==", "eHhsaW5AZXhhbXBsZS5vcmc="];
        for (shift, encoded) in encoded.iter().enumerate() {
            let form = String::from_utf8(base64(b"lin@example.org", shift)).unwrap();
            assert!(encoded.contains(&form) && form.len() > 12, "{form} in {encoded}");
        }
    }

    #[test]
    fn each_encoding_is_found_wherever_it_stands_and_nothing_else_is() {
        let forms = Forms::new(["lin@example.org", "林示例"].into_iter().flat_map(encoded).collect());
        let all: Vec<Vec<u8>> = forms.forms.clone();
        assert_eq!(all.len(), 24, "none is too short or the same as another");
        for form in &all {
            for before in [&b""[..], b"x", b"\xFF\0", &form[..1], &form[..form.len() - 1]] {
                assert!(forms.are_in(&[before, form, b"\0"].concat()), "{form:?} behind {before:?}");
            }
            let (first, last) = (&form[1..], &form[..form.len() - 1]);
            for part in [first, last] {
                let other = all.iter().any(|form| part.windows(form.len()).any(|window| window == form));
                assert_eq!(forms.are_in(part), other, "{part:?}");
            }
        }
        assert!(!forms.are_in(b"") && !forms.are_in(b"l"));
    }
}
