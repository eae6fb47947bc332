//! Labels of groups: what stands over several lines or paragraphs that each begin with a date of their own names what they
//! have in common. It is no entry, and has no date.

use super::opening::{begins_bold, is_open_to_entries};
use super::over::is_date_over_text;
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::flow::{Chunk, Joint, Line};
use crate::model::kinds::SectionKind;
use crate::model::split;
use crate::source::markdown as md;

/// So many lines below a label are looked at.
const LINES: usize = 4;

/// `***Outreach***` over `2025 – **Speaker**, Sample Fair` and `2024 **Reviewer**`: a bold line over others that begin with
/// their dates, bold words behind those. Where jobs and schools are told, they may be posts of what is named above.
pub(super) fn is_over_dated_lines(lines: &[Line], kind: SectionKind) -> bool {
    let Some((label, items)) = lines.split_first() else { return false };
    let is_item = |line: &Line| {
        let text = line.text.text();
        let Some(found) = date::find_all(&text).into_iter().next().filter(|found| found.range.start == 0)
        else {
            return false;
        };
        let behind = line.text.slice(found.end_with_duration()..text.len());
        let own = behind.text();
        let words = own.len() - own.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        begins_bold(&behind.slice(words..own.len()))
    };
    let broken = || items.iter().take(LINES).filter(|line| line.joint == Joint::Hard);
    !matches!(kind, SectionKind::Work | SectionKind::Education)
        && label.text.all(|marks| marks.strong)
        && !split::has_date(&label.text)
        && broken().count() > 1
        && broken().all(is_item)
}

/// `### Journals` over `` `2023` `` and a paper, `` `2021` `` and another one: two paragraphs whose first lines are dates.
/// Where jobs and schools are told, they may be posts of what is named above.
pub(super) fn are_dated_paragraphs(parts: &[Part<'_>], kind: SectionKind) -> bool {
    use SectionKind::{Education, Projects, Volunteer, Work};
    let dated = |part: &Part<'_>| match part {
        Part::Text(chunks, marked) => match chunks.first() {
            Some(Chunk::Lines(lines)) => {
                !marked.off
                    && lines.len() > 1
                    && lines.first().is_some_and(|line| is_date_over_text(&line.text.text()))
            }
            _ => false,
        },
        _ => false,
    };
    let told = matches!(kind, Work | Education | Projects | Volunteer);
    !told && is_open_to_entries(kind) && matches!(parts, [first, next, ..] if dated(first) && dated(next))
}

/// `***Organizations***` over `- 2010 – 2013: Player in the sample band`: a bold line over a list of single lines, outside of
/// jobs and schools. They are smaller than their label as items, and would be larger as titles.
pub(in crate::model) fn is_labelled_list(
    above: Option<&Part<'_>>,
    part: &Part<'_>,
    kind: SectionKind,
) -> bool {
    use SectionKind::{Education, Projects, Work};
    let (Some(Part::Text(chunks, label)), Part::Other(marked)) = (above, part) else { return false };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return false };
    let md::BlockKind::List { items, .. } = &marked.block.kind else { return false };
    let bold = matches!(lines.as_slice(), [line] if line.text.all(|marks| marks.strong));
    let single = |item: &md::Item| {
        matches!(item.blocks.as_slice(), [md::Block { kind: md::BlockKind::Paragraph(_), .. }])
    };
    !matches!(kind, Work | Education | Projects) && !label.off && bold && items.iter().all(single)
}
