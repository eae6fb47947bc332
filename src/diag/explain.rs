//! The explanation of each code, for `check --explain`: the English texts are in `codes.md`, one section per code,
//! and those in other languages in their own files of the same build.

use super::{Code, Severity, Speech, message};

/// One section per code: what it means, why it matters, an example.
const TEXTS: &str = include_str!("codes.md");

/// Returns the explanation of a code: what it means, why it matters, an example, and how to silence it.
pub fn explain(code: Code, speech: Speech) -> String {
    let severity = speech.of(match code.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    });
    let id = code.id;
    let silence = match code.severity {
        Severity::Error => message!("It cannot be silenced."),
        _ => message!(
            "To silence it for the next block, write `<!-- jianli: allow {id} -->` above it; for the whole file, \
             above the first block, or `allow: [{id}]` in the front matter.",
            id
        ),
    };
    let (title, text) = (speech.of(code.title), text(code, speech));
    let head = match speech == Speech::ENGLISH {
        true => format!("{id} ({severity}): {title}"),
        false => format!("{id}（{severity}）：{title}"),
    };
    format!("{head}\n\n{text}\n\n{}\n", silence.translated(speech))
}

/// Returns the section of a code, in English if the language has none.
fn text(code: Code, speech: Speech) -> &'static str {
    let section = |pages: &'static str| {
        let body = pages.split("\n## ").find_map(|section| section.strip_prefix(code.id));
        body.map(str::trim).filter(|body| !body.is_empty())
    };
    speech.pages().and_then(section).or_else(|| section(TEXTS)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code::ALL;

    fn sections(pages: &str) -> Vec<&str> {
        pages.split("\n## ").skip(1).filter_map(|section| section.lines().next()).collect()
    }

    #[test]
    fn every_code_has_a_text_with_an_example_and_every_text_a_code() {
        for code in ALL {
            let text = text(*code, Speech::ENGLISH);
            assert!(text.len() > 80 && text.contains("Example:"), "{code:?}: {text}");
            assert!(explain(*code, Speech::ENGLISH).contains("silence"), "{code:?}");
        }
        let codes: Vec<&str> = ALL.iter().map(|code| code.id).collect();
        assert_eq!(sections(TEXTS), codes);
    }

    #[test]
    fn every_language_has_every_page_and_shows_the_same_code() {
        let codes: Vec<&str> = ALL.iter().map(|code| code.id).collect();
        let quoted = |text: &str| text.split('`').skip(1).step_by(2).count();
        for speech in Speech::all().filter(|speech| *speech != Speech::ENGLISH) {
            assert_eq!(speech.pages().map(sections).as_deref(), Some(codes.as_slice()), "{speech:?}");
            for code in ALL {
                let own = text(*code, speech);
                assert!(own.contains('\n') && own.chars().count() > 30, "{speech:?} {code:?}: {own}");
                assert_eq!(quoted(own) > 0, quoted(text(*code, Speech::ENGLISH)) > 0, "{speech:?} {code:?}");
            }
        }
    }
}
