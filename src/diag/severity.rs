//! The severity of a finding.

/// The severity of a finding. Ordered: note < warning < error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; changes nothing.
    Note,
    /// Probably a mistake; the PDF is made. Fails under `--strict`.
    Warning,
    /// No PDF is made.
    Error,
}
