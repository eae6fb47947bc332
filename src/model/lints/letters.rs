//! J129: a letter not marked as one.

use crate::diag::{Diagnostic, Sink, code};
use crate::model::kinds::SectionKind;
use crate::source::Source;
use crate::source::markdown::{BlockKind, plain_text};

/// Titles of letters, in lower case without blanks.
const TITLES: [&str; 14] = [
    "求职信",
    "求職信",
    "应聘信",
    "自荐信",
    "自薦信",
    "coverletter",
    "letterofapplication",
    "applicationletter",
    "letterofmotivation",
    "anschreiben",
    "bewerbungsschreiben",
    "添え状",
    "送付状",
    "지원서",
];

/// Reports a text whose only title is that of a letter, and that has no section of a résumé.
pub(super) fn check(source: &Source, sink: &mut Sink) {
    let headings = source.markdown.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Heading { level, content, .. } => Some((*level, block.span, plain_text(content))),
        _ => None,
    });
    let headings: Vec<_> = headings.collect();
    let (titles, others): (Vec<_>, Vec<_>) = headings.into_iter().partition(|(level, ..)| *level == 1);
    let [(_, span, title)] = titles.as_slice() else { return };
    let folded: String = title.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let known =
        others.iter().any(|(.., title)| SectionKind::of_title(title).first() != Some(&SectionKind::Other));
    if TITLES.contains(&folded.as_str()) && !known {
        let found = Diagnostic::new(code::LETTER, *span, "this looks like a letter but is set as a résumé");
        sink.report(found.hint("write `kind: letter` between `---` lines at the top"));
    }
}
