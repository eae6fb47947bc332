//! The head of an entry in several paragraphs: its date over its title, or keys one below the other.

use super::apart::part_keys;
use super::keyed::kinds_of;
use super::opening::is_short;
use super::stack::one_part;
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::flow::Chunk;
use crate::model::key;
use crate::model::kinds::EntryKey;
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;

/// Joins `*11/2011 - now*` and the `**Manager, Example Co.**` in a paragraph of its own; likewise `职位：会计`,
/// `公司名称：某公司`, `工作时间：2018年2月 - 2019年5月` in three.
pub(super) fn join<'a>(parts: &mut Vec<Part<'a>>) {
    parts.iter_mut().for_each(part_keys);
    let dates_first = parts.iter().find_map(only_line).is_some_and(is_date_line);
    let rest = std::mem::take(parts);
    let mut rest = rest.into_iter().peekable();
    while let Some(part) = rest.next() {
        let mut run = vec![part];
        if dates_first && only_line(&run[0]).is_some_and(is_date_line) {
            run.extend(rest.next_if(|next| only_line(next).is_some_and(may_be_title)));
        } else if let Some(mut kinds) = only_line(&run[0]).and_then(keys_of)
            && !(kinds[0] == EntryKey::Date && parts.last().is_some_and(may_be_dated_below))
        {
            while let Some(more) = rest.peek().and_then(only_line).and_then(keys_of)
                && !more.iter().any(|kind| kinds.contains(kind))
            {
                kinds.extend(more);
                run.extend(rest.next());
            }
            let named = kinds.iter().any(|kind| {
                matches!(kind, EntryKey::Organization | EntryKey::School | EntryKey::Title | EntryKey::Role)
            });
            if !named || !kinds.contains(&EntryKey::Date) {
                parts.append(&mut run);
                continue;
            }
        }
        match run.len() {
            1 => parts.append(&mut run),
            _ => parts.extend(one_part(run)),
        }
    }
}

/// Returns whether a part is a short line that may be a title: a key in the next paragraph gives its date.
fn may_be_dated_below(part: &Part<'_>) -> bool {
    only_line(part).is_some_and(|line| keys_of(line).is_none() && split::dated_line(line).is_none())
}

/// Returns the line of a paragraph that is one line.
fn only_line<'p>(part: &'p Part<'_>) -> Option<&'p Rich> {
    let Part::Text(chunks, marked) = part else { return None };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
    let [line] = lines.as_slice() else { return None };
    (!marked.off && !marked.page_break && is_short(&line.text)).then_some(&line.text)
}

fn is_date_line(line: &Rich) -> bool {
    date::parse(line.text().trim()).is_some_and(|found| found.is_range())
}

/// Returns whether a line is bold, or names a school or an employer, and has no date of its own.
fn may_be_title(line: &Rich) -> bool {
    let text = line.text();
    let named = words::is_school(&text) || words::is_company(&text);
    (line.all(|marks| marks.strong) || named)
        && split::dated_line(line).is_none()
        && key_of(line).is_none()
        && !text.trim_end().ends_with(['。', '！', '；', ':', '：'])
}

/// Returns the keys of a line: of one, or of several, `学校：某大学｜学历：本科`.
fn keys_of(line: &Rich) -> Option<Vec<EntryKey>> {
    key_of(line).map(|kind| vec![kind]).or_else(|| kinds_of(line))
}

fn key_of(line: &Rich) -> Option<EntryKey> {
    let text = line.text();
    let key = key::at_start(&text, key::GRID_KEY).filter(|key| key.value < text.len())?;
    // A line of several keys is read by itself.
    if text[key.value..].contains(['：', '｜', '|']) {
        return None;
    }
    let kind = EntryKey::of_key(text[..key.len].trim_end_matches([':', '：']))?;
    let dated = date::parse(text[key.value..].trim()).is_some_and(|found| found.is_range());
    (kind != EntryKey::Date || dated).then_some(kind)
}

#[cfg(test)]
mod tests {
    use crate::diag::{Files, Sink};
    use crate::model::resume::{Block, BlockKind};

    /// Returns the parts of each entry of a text, with its years.
    fn entries(text: &str) -> Vec<String> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
        let resume = crate::model::build(&source, &mut sink).expect("no errors");
        let shown = |block: &Block| match &block.kind {
            BlockKind::Entry(entry) => {
                let parts: Vec<_> = entry.parts.iter().map(|part| part.text.text().into_owned()).collect();
                Some(format!("{}{}", parts.join("+"), if entry.dates.is_some() { " ✓" } else { "" }))
            }
            _ => None,
        };
        resume.sections.iter().flat_map(|section| &section.blocks).filter_map(shown).collect()
    }

    #[test]
    fn a_date_may_stand_over_its_title() {
        let work = "## 工作经历\n\n*11/2011 - 至今*\n\n**经理, 某某科技有限公司**\n\n* 负责甲。\n\n*2009 - 11/2011*\n\n**会计, 示例公司**\n\n* 负责乙。\n";
        assert_eq!(entries(work).len(), 2);
        assert!(entries(work).iter().all(|entry| entry.ends_with('✓')), "{:?}", entries(work));
        let school = "## 教育背景\n\n2019年9月 ～ 至今\n\n示例大学（ABC）     *B.E.* 某学院，会计专业\n";
        assert_eq!(entries(school).len(), 1, "{:?}", entries(school));
        let english = "## Experience\n\n2016 - 2018\n\n**Engineer, Example Co.**\n\nBuilt things.\n";
        assert_eq!(entries(english).len(), 1);
        // A title over its date stays the title of that date.
        let titled = "## Experience\n\n**Engineer**\n\n2016 - 2018\n\n**Cook**\n\n2014 - 2016\n";
        assert_eq!(entries(titled), ["Engineer ✓", "Cook ✓"]);
    }

    #[test]
    fn keys_in_paragraphs_of_their_own_are_one_entry() {
        for (text, want) in [
            (
                "## 工作经历\n\n职位：会计\n\n公司名称：示例公司\n\n工作时间：2018年2月 - 2019年5月\n",
                "会计+示例公司 ✓",
            ),
            ("## 教育背景\n\n学校：示例大学\n\n时间：2014.9 - 2018.6\n\n专业：会计\n", "示例大学+会计 ✓"),
            (
                "## Experience\n\nCompany: Example Co.\n\nPeriod: 2018 - 2020\n\nPosition: Cook\n",
                "Example Co.+Cook ✓",
            ),
        ] {
            assert_eq!(entries(text), [want]);
        }
        assert!(
            entries("## 工作经历\n\n职位：会计\n\n公司名称：示例公司\n")
                .iter()
                .all(|entry| !entry.contains('✓'))
        );
    }
}
