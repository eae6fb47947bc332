//! Sections in a section: their subjects.

use crate::model::directive::Marked;
use crate::model::kinds::SectionKind;
use crate::model::rich::Rich;
use crate::model::{split, words};
use crate::source::markdown as md;

/// Returns the subject of a section in a section: `### 工作经历` under `## 履历`. Above a date the title is the name of
/// something.
pub(super) fn group_of(title: &Rich, next: Option<&Marked<'_>>) -> Option<SectionKind> {
    let text = title.text();
    let kind = SectionKind::of_title(&text)[0];
    let over_date = next.is_some_and(|next| match &next.block.kind {
        md::BlockKind::Paragraph(content) => {
            let line = md::plain_text(content);
            line.len() <= 80 && is_date_and_place(&line)
        }
        _ => false,
    });
    (kind != SectionKind::Other && SectionKind::is_exact_title(&text) && !over_date).then_some(kind)
}

/// Returns whether a line is a date, perhaps with a place: `Testville, NC | August 2017 – Present`.
fn is_date_and_place(line: &str) -> bool {
    let beside = |rest: &str| {
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '·' | ','));
        rest.is_empty() || words::is_place(rest)
    };
    split::dated(line)
        .is_some_and(|dated| beside(&line[..dated.outer.start]) && beside(&line[dated.outer.end..]))
}
