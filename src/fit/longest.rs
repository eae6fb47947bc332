//! Where most of the lines are: the longest sections, or the longest entries of one that is longer than
//! all the rest.

use std::borrow::Cow;

use super::trials::{Trial, baselines};
use crate::diag::{Message, counted, message};
use crate::geom::Pt;
use crate::lines::MarkKind;
use crate::model::{BlockKind, Resume, Section};

/// The most parts that are named.
const NAMED: usize = 3;

/// A part of the text: where it begins, and its title.
type Part<'a> = (u32, Cow<'a, str>);

/// Names the parts with the most lines; `None` if the text has no parts.
pub(super) fn longest(resume: &Resume, tried: &Trial) -> Option<Message> {
    let sections: Vec<Part> = resume.sections.iter().map(|s| (s.span.start, s.title.text())).collect();
    let lines = count(&sections, tried);
    let all: usize = lines.iter().map(|(lines, _)| lines).sum();
    let longest = lines.iter().find(|(lines, _)| 2 * lines > all);
    if let Some((_, (start, title))) = longest
        && let Some(section) = resume.sections.iter().find(|section| section.span.start == *start)
    {
        let entries = count(&entries(section, &sections), tried);
        if entries.len() > 1 {
            return Some(message!("the longest entries of {title}: {named}", title, named = named(entries)));
        }
    }
    (!lines.is_empty()).then(|| message!("the longest sections: {named}", named = named(lines)))
}

/// Returns the entries of a section, and its end as a part without a title.
fn entries<'a>(section: &'a Section, sections: &[Part]) -> Vec<Part<'a>> {
    let entries = section.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Entry(entry) => Some((entry.span.start, entry.parts.first()?.text.text())),
        _ => None,
    });
    let end = sections.iter().map(|(start, _)| *start).filter(|start| *start > section.span.start).min();
    entries.chain(end.map(|end| (end, Cow::default()))).collect()
}

/// Returns the number of lines of each part with a title, the most first.
fn count<'a>(parts: &[Part<'a>], tried: &Trial) -> Vec<(usize, Part<'a>)> {
    let mut parts: Vec<Part> = parts.to_vec();
    parts.sort();
    let mut lines = vec![0; parts.len()];
    for page in &tried.document.pages {
        let mut heights: Vec<Vec<Pt>> = vec![Vec::new(); parts.len()];
        for mark in &page.marks {
            let MarkKind::Glyphs(run) = &mark.kind else { continue };
            let after = parts.partition_point(|(start, _)| *start <= run.span.start);
            if let (Some(part), false) = (after.checked_sub(1), run.span.is_empty()) {
                heights[part].push(mark.at.y);
            }
        }
        for (lines, heights) in lines.iter_mut().zip(heights) {
            *lines += baselines(heights, &tried.layout);
        }
    }
    let counted = lines.into_iter().zip(parts);
    let mut counted: Vec<(usize, Part)> =
        counted.filter(|(lines, (_, title))| *lines > 0 && !title.trim().is_empty()).collect();
    counted.sort_by_key(|(lines, (start, _))| (std::cmp::Reverse(*lines), *start));
    counted
}

fn named(parts: Vec<(usize, Part)>) -> Message {
    let named = parts.into_iter().take(NAMED);
    Message::list(
        named.map(|(lines, (_, title))| message!("{title} ({lines})", title, lines = counted(lines, "line"))),
    )
}
