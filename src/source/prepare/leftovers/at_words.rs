//! Lines of a template that begin with `@` and a word: `@meta 2016 – 2018`, `@role Baker`. The word goes, and the line is
//! read as what it says.

use super::super::lines::Line;
use super::super::{Edit, Note, NoteKind, Repairs};

/// The words of such templates.
const WORDS: [&str; 20] = [
    "meta", "role", "summary", "footer", "header", "link", "links", "date", "dates", "place", "location",
    "title", "company", "org", "period", "time", "tags", "stack", "desc", "position",
];

/// Takes the words off, if there are at least two such lines.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    if !source.contains('@') {
        return;
    }
    let led: Vec<(usize, usize)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, lead(line.text(source))?))).collect();
    if led.len() < 2 {
        return;
    }
    for (at, len) in led {
        let start = lines[at].start(source);
        // Each is a line of its own, also below the items of a list.
        let put = if lines[at].after_blank { "" } else { "\n" };
        found.edits.push(Edit::text(lines[at].range.start..start + len, put));
        found.notes.push(Note { range: start..start + len, kind: NoteKind::Leftover });
    }
}

/// Returns the length of the word and the blank behind it.
fn lead(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('@')?;
    let word = &rest[..rest.find(' ')?];
    let told = !rest[word.len()..].trim().is_empty();
    (told && WORDS.contains(&word)).then(|| text.len() - rest[word.len()..].trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::shown;

    #[test]
    fn the_words_of_a_template_go() {
        for (source, want) in [
            ("### 甲\n\n@meta 2016 – 2018\n\n@role 会计\n", "### 甲\n\n2016 – 2018\n\n会计\n"),
            ("- 乙\n@link [x](y)\n@meta 丙\n", "- 乙\n\n[x](y)\n\n丙\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
        for source in ["@meta alone\n", "@role\n\n@link\n", "@alice wrote\n\n@bob did\n", "a @meta b\n@x\n"] {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
