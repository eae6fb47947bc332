//! Clusters: characters that are shaped whole.

/// The longest cluster that is shaped whole, in bytes; the rest of a longer one prints nothing.
pub(super) const LONGEST_CLUSTER: usize = 64;

/// Returns the beginning of a text, at most `length` bytes.
pub(super) fn prefix(text: &str, length: usize) -> &str {
    let mut end = length.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
