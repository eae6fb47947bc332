//! Several texts of one term: posts at an employer, each with its dates before it (`InVision` over `: **2017 – today** *Baker*` and
//! `: *Apprentice*`), or several things of one date.

use super::opening::{begins_bold, extent, unbold};
use super::{Builder, Rank, Seams};
use crate::model::blocks::Part;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Joint, Line};
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, EntryKind, PartRole};
use crate::model::rich::Rich;
use crate::model::section::entry_block;
use crate::model::split;
use crate::source::markdown::{self as md, Definition};

/// The longest line of a post, in half ems.
const POST: usize = 120;

/// Returns whether the first text of a term begins with a range of dates set apart by marks, and something in another look
/// behind it, and each further text is so, or a few words in bold or italics.
pub(super) fn are_dressed_posts(definition: &Definition, manner: &flow::Manner) -> bool {
    let lines: Option<Vec<Rich>> =
        definition.details.iter().map(|detail| first_line(detail, manner)).collect();
    let Some(lines) = lines else { return false };
    let own = |(at, line): (usize, &Rich)| is_dressed_post(line) || at > 0 && is_dressed(line);
    !lines.is_empty() && lines.iter().enumerate().all(own)
}

/// Returns whether each of several texts of a term begins in bold.
pub(super) fn begin_bold(definition: &Definition, manner: &flow::Manner) -> bool {
    definition.details.len() > 1
        && definition
            .details
            .iter()
            .all(|detail| first_line(detail, manner).is_some_and(|line| begins_bold(&line)))
}

fn first_line(detail: &[md::Block], manner: &flow::Manner) -> Option<Rich> {
    let md::BlockKind::Paragraph(content) = &detail.first()?.kind else { return None };
    match flow::chunks(content, manner).into_iter().next()? {
        Chunk::Lines(lines) => lines.into_iter().next().map(|line| line.text),
        _ => None,
    }
}

/// `**Aug 2017 – Present** *Head Baker*`
fn is_dressed_post(line: &Rich) -> bool {
    let text = line.text();
    let Some(dated) = split::dated_line(line).filter(|dated| dated.outer.start == 0) else { return false };
    let rest = line.slice(dated.outer.end..text.len()).trim();
    let marked =
        line.slice(dated.found.range.clone()).all(|marks| marks.strong || marks.emphasis || marks.code);
    dated.firm && dated.found.is_range() && marked && !rest.is_blank() && is_short(&rest.text())
}

/// `*Apprentice*`
fn is_dressed(line: &Rich) -> bool {
    line.all(|marks| marks.strong || marks.emphasis) && is_short(&line.text()) && !split::has_date(line)
}

fn is_short(text: &str) -> bool {
    extent(text) <= POST && !text.trim_end().ends_with(['.', '。', ':', '：', ';', '；'])
}

impl Builder<'_> {
    /// Adds the texts of a term to its entry: a single one says when and as what, each of several is a post there.
    pub(super) fn add_dressed_posts(
        &mut self,
        entry: &mut Entry,
        definition: &Definition,
        marked: &Marked<'_>,
    ) {
        let several = definition.details.len() > 1;
        for detail in &definition.details {
            let inside: Vec<Marked<'_>> = detail.iter().map(|block| marked.inside(block)).collect();
            let mut parts: Vec<Part<'_>> = self.parts_of(&inside);
            let line = lead(&mut parts);
            if !several {
                self.merge(entry, &line);
                self.lines_under_title(entry, &mut parts);
                let told = self.body(parts, false);
                entry.body.extend(told);
                continue;
            }
            let rank = Rank { depth: entry.depth + 1, parent: Some(entry), grouped: false };
            let mut post = self.entry_at(unbold(line), entry.section, rank, Seams::Inferred);
            post.kind = EntryKind::Role;
            let own = match entry.section {
                SectionKind::Education => PartRole::Degree,
                _ => PartRole::Role,
            };
            if let Some(first) = post.parts.first_mut() {
                first.role = own;
            }
            post.body = self.inside(true, |builder| builder.body(parts, false));
            entry.body.push(entry_block(post, false));
        }
    }
}

/// Takes the first line off the first paragraph, whatever is below it.
pub(super) fn lead(parts: &mut Vec<Part<'_>>) -> Rich {
    first_lines(parts, |_| 0)
}

/// Takes the first line off the first paragraph, with as many lines below it as `more` returns.
pub(super) fn first_lines(parts: &mut Vec<Part<'_>>, more: impl Fn(&[Line]) -> usize) -> Rich {
    let Some(Part::Text(chunks, _)) = parts.first_mut() else { return Rich::default() };
    let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return Rich::default() };
    if lines.is_empty() {
        return Rich::default();
    }
    let last = more(lines);
    let first = flow::join(lines.drain(..=last).collect());
    match lines.first_mut() {
        Some(next) => next.joint = Joint::Start,
        None => {
            chunks.remove(0);
        }
    }
    if chunks.is_empty() {
        parts.remove(0);
    }
    first
}
