//! Items whose first line is a bold name, over a list of the work done: `- **天气应用** (课程设计)` over `  - 写了前端`.

use super::{Opening, is_sure, is_title};
use crate::model::entry::Rank;
use crate::model::entry::opening::begins_bold;
use crate::model::flow::Line;
use crate::model::kinds::SectionKind;
use crate::model::words;
use crate::source::markdown as md;

/// Returns how such an item opens an entry: a project whatever its name, an employer or a school by its words.
pub(super) fn opening(item: &md::Item, lines: &[Line], kind: SectionKind, rank: Rank<'_>) -> Option<Opening> {
    let [line] = lines else { return None };
    let list = matches!(&item.blocks.get(1)?.kind, md::BlockKind::List { items, .. } if !items.is_empty());
    // `**示例系统**` over paragraphs of its own.
    let told = list || kind == SectionKind::Projects && line.text.all(|marks| marks.strong);
    let text = line.text.text();
    let named = match kind {
        SectionKind::Projects => !SectionKind::is_exact_title(&text),
        SectionKind::Education => words::is_school(&text),
        SectionKind::Work | SectionKind::Volunteer => words::is_company(&text),
        _ => false,
    };
    let alone = (item.blocks.len() == 2 || !list) && rank.depth == 0;
    (told && alone && named && begins_bold(&line.text) && is_title(&line.text) && is_sure(kind, rank))
        .then_some(Opening::Title)
}
