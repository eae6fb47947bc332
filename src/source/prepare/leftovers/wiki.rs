//! Links between the notes of a wiki: `[[target|label]]` shows its label, `[[target]]` its target.

use std::collections::BTreeSet;

use super::super::lines::{self, Line};
use super::super::{Edit, Repairs};

/// A link is no longer than this, in bytes.
const LONGEST: usize = 200;

/// Takes the marks and the target of such links off; a picture among them is looked after elsewhere.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    if !source.contains("[[") {
        return;
    }
    let label = |line: &Line| line.text(source).strip_prefix('[')?.split_once("]:").map(|(name, _)| name);
    let defined: BTreeSet<&str> = lines.iter().filter_map(label).collect();
    for line in lines {
        let text = &source[line.range.clone()];
        if !text.contains("[[") {
            continue;
        }
        let spans = lines::code_spans(text);
        let mut done = 0;
        for (at, _) in text.match_indices("[[") {
            if at < done || lines::inside(&spans, at) || text[..at].ends_with(['!', '\\', '[']) {
                continue;
            }
            let Some(len) = end(&text[at + 2..]) else { continue };
            let inner = &text[at + 2..at + 2 + len];
            let behind = &text[at + len + 4..];
            if !is_link(inner) || defined.contains(inner) || behind.starts_with(['(', '[', ':']) {
                continue;
            }
            let label = inner.rfind('|').map_or(0, |bar| bar + 1);
            let base = line.range.start + at;
            found.edits.push(Edit::text(base..base + 2 + label, ""));
            found.edits.push(Edit::text(base + 2 + len..base + 4 + len, ""));
            done = at + len + 4;
        }
    }
}

/// Returns where the brackets close.
fn end(rest: &str) -> Option<usize> {
    let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
    let near = ends.take_while(|end| *end <= LONGEST).last()?;
    rest[..near].find("]]")
}

/// Returns whether what stands in the brackets is a note and its label: words, and no command of a shell or of C++.
fn is_link(inner: &str) -> bool {
    let label = inner.rsplit('|').next().unwrap_or_default();
    label.contains(char::is_alphabetic)
        && !inner.contains(['[', ']', '`', '$', '='])
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace)
        && ![
            "toc",
            "_toc_",
            "nodiscard",
            "likely",
            "unlikely",
            "noreturn",
            "fallthrough",
            "maybe_unused",
            "deprecated",
        ]
        .iter()
        .any(|word| inner.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::shown;

    #[test]
    fn links_of_a_wiki_show_their_labels() {
        for (source, want) in [
            ("📧 [[contact|write to me]]\n", "📧 write to me\n"),
            ("see [[Bread]] and [[cakes/tarts|Tarts]].", "see Bread and Tarts."),
            ("| [[a\\|B]] |", " B "),
            ("- [[笔记|甲]]", "- 甲"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
        for source in [
            "[[PDF]](https://example.com)",
            "![[me.png]]",
            "`[[a|b]]`",
            "if [[ -f a ]]; then",
            "[[nodiscard]]",
            "[[1]]",
            "a[[0]]",
            "[[甲](https://example.com)]",
            "[[甲]]\n\n[甲]: /a.pdf\n",
        ] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
