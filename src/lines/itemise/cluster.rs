//! Clusters: characters that are shaped whole.

/// The longest cluster that is shaped whole, in bytes; of a longer one the rest prints nothing.
pub(super) const LONGEST_CLUSTER: usize = 64;

/// Returns the start of a text, of at most `length` bytes.
pub(super) fn prefix(text: &str, length: usize) -> &str {
    let mut end = length.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
