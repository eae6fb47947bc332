//! Comments that begin in an HTML block: such a block ends at a blank line (CommonMark 0.31, § 4.6), a comment only
//! at its `-->`. Text that an author hid after a closing tag would be printed from its first blank line on.

use super::lines::{self, Line};
use super::{Edit, Repairs};

/// Separates a comment of several lines from the HTML block that it begins in.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    let mut html = false;
    for line in lines {
        let text = line.text(source);
        if line.after_blank || !html {
            html = begins_with_tag(text) && line.indent < 4;
        }
        let Some(at) = text.find("<!--").filter(|_| html) else { continue };
        if text[at..].contains("-->") || lines::inside(&lines::code_spans(text), at) {
            continue;
        }
        let place = line.start(source) + at;
        found.edits.push(Edit::text(place..place, if at == 0 { "\n" } else { "\n\n" }));
        html = false;
    }
}

fn begins_with_tag(text: &str) -> bool {
    let name = text.strip_prefix('<').map(|rest| rest.strip_prefix('/').unwrap_or(rest));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn a_comment_behind_a_tag_stands_by_itself() {
        for (source, want) in [
            ("</section>\n<!-- a\n\n# b\n\n-->\n", "</section>\n\n<!-- a\n\n# b\n\n-->\n"),
            ("<div>\n</div> <!-- a\n\nb\n-->\n", "<div>\n</div> \n\n<!-- a\n\nb\n-->\n"),
            ("</div>\n  <!--\n\nb\n-->\n", "</div>\n  \n<!--\n\nb\n-->\n"),
        ] {
            assert_eq!(shown(source), want);
        }
        for source in [
            "<div>\n<!-- a -->\n</div>\n",
            "text\n<!-- a\n\nb -->\n",
            "a `<div>\n<!--` b\n",
            "<!-- a\n\nb -->\n",
        ] {
            assert_eq!(shown(source), source);
        }
    }
}
