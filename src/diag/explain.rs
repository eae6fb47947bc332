//! What each code means, for `check --explain`: the texts are in `codes.md`, one section a code.

use super::{Code, Severity};

/// A section a code: what it is, why it matters, an example.
const TEXTS: &str = include_str!("codes.md");

/// Returns what a code means, why it matters, an example, and how to silence it.
pub fn explain(code: Code) -> String {
    let severity = match code.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let id = code.id;
    let silence = match code.severity {
        Severity::Error => "It cannot be silenced.".to_owned(),
        _ => format!(
            "To silence it for the next block, write `<!-- jianli: allow {id} -->` above it; for the whole \
             file, above the first block, or `allow: [{id}]` in the front matter."
        ),
    };
    format!("{id} ({severity}): {}\n\n{}\n\n{silence}\n", code.title, text(code))
}

/// Returns the section of a code.
fn text(code: Code) -> &'static str {
    let mut sections = TEXTS.split("\n## ");
    let body = sections.find_map(|section| section.strip_prefix(code.id));
    body.unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code::ALL;

    #[test]
    fn every_code_has_a_text_with_an_example_and_every_text_a_code() {
        for code in ALL {
            let text = text(*code);
            assert!(text.len() > 80 && text.contains("Example:"), "{code:?}: {text}");
            assert!(explain(*code).contains("silence"), "{code:?}");
        }
        let sections: Vec<&str> = TEXTS.split("\n## ").skip(1).filter_map(|s| s.lines().next()).collect();
        let codes: Vec<&str> = ALL.iter().map(|code| code.id).collect();
        assert_eq!(sections, codes);
    }
}
