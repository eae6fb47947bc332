//! Quotations right under a title: its dates, its place and its post.

use super::Builder;
use super::below::ends_like_text;
use super::facts::names_what_is_missing;
use super::keyed::{is_ranged, key_at};
use super::opening::restart;
use super::under::{SHORT_LINE, is_dated_line};
use crate::model::blocks::Part;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Joint, Line};
use crate::model::resume::Entry;
use crate::model::rich::Rich;
use crate::model::split;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The largest number of lines; a longer quotation is running text.
const LINES: usize = 3;

impl Builder<'_> {
    /// `> 2016 年 4 月 - 至今` under a title: a quotation that is a date and nothing else.
    pub(super) fn quote_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) -> bool {
        let Some(Part::Other(marked)) = parts.first() else { return false };
        let marked = *marked;
        let md::BlockKind::Quote(inner) = &marked.block.kind else { return false };
        let [md::Block { kind: md::BlockKind::Paragraph(content), .. }] = inner.as_slice() else {
            return self.lines_of_quote(entry, parts, inner, marked);
        };
        let untitled = entry.parts.iter().all(|part| part.text.is_blank());
        let chunks = flow::chunks(content, &self.manner_of(marked));
        let [Chunk::Lines(lines)] = chunks.as_slice() else { return false };
        if marked.off || entry.dates.is_some() && !untitled {
            // `> 岗位：工程师` below its dates.
            if let ([line], false) = (lines.as_slice(), marked.off)
                && self.key_of_entry(entry, &line.text)
            {
                parts.remove(0);
                return true;
            }
            // `> 高级工程师` below an employer and its dates.
            let named = matches!(lines.as_slice(), [line] if names_what_is_missing(&line.text.text(), entry));
            if named && !marked.off {
                self.merge(entry, &lines[0].text);
                parts.remove(0);
            }
            return named && !marked.off;
        }
        let [line] = lines.as_slice() else { return self.lines_of_quote(entry, parts, inner, marked) };
        // `### 2018-2019` over `> Example Co. (engineer)`
        let text = line.text.text();
        if untitled && entry.dates.is_some() && text.chars().map(half_ems).sum::<usize>() <= SHORT_LINE {
            let named = !ends_like_text(&text) && !text.trim_end().ends_with('.');
            if named {
                self.merge(entry, &line.text);
                parts.remove(0);
            }
            return named;
        }
        if self.key_of_entry(entry, &line.text) {
            parts.remove(0);
            return true;
        }
        let taken = is_dated_line(&line.text.text(), entry);
        if taken {
            self.merge(entry, &line.text);
            parts.remove(0);
        }
        taken
    }

    /// `> Testville` over `> Jan 2019 - May 2020`: a few short lines, one of which has the dates.
    fn lines_of_quote<'a>(
        &mut self,
        entry: &mut Entry,
        parts: &mut Vec<Part<'a>>,
        inner: &[md::Block],
        marked: &'a Marked<'a>,
    ) -> bool {
        let manner = self.manner_of(marked);
        let mut lines: Vec<Rich> = Vec::new();
        for block in inner {
            let md::BlockKind::Paragraph(content) = &block.kind else { return false };
            let chunks = flow::chunks(content, &manner);
            let [Chunk::Lines(more)] = chunks.as_slice() else { return false };
            lines.extend(more.iter().map(|line| line.text.clone()));
        }
        // `> 时间：2020 - 2021` over `> 岗位：会计`: a key that is no part of the entry stays below it.
        let keyed = |line: &Rich| key_at(line.text().trim()).is_some();
        let ranged = |line: &Rich| is_ranged(line.text().trim());
        if entry.dates.is_none() && !marked.off && lines.iter().all(keyed) && lines.iter().any(ranged) {
            lines.retain(|line| !self.key_of_entry(entry, line));
            let rest = lines.into_iter().map(|text| Line { text, joint: Joint::Hard }).collect::<Vec<_>>();
            let rest = (!rest.is_empty()).then(|| Part::Text(vec![Chunk::Lines(restart(rest))], marked));
            parts.splice(0..1, rest);
            return true;
        }
        let texts = || lines.iter().map(Rich::text);
        let short = |text: &str| {
            text.chars().map(half_ems).sum::<usize>() <= SHORT_LINE / 2
                && !ends_like_text(text)
                && !text.ends_with('.')
        };
        let dated = texts().filter(|text| split::dated(text).is_some_and(|dated| dated.firm)).count();
        let told =
            entry.dates.is_none() && dated == 1 && lines.len() <= LINES && texts().all(|text| short(&text));
        if told {
            lines.iter().for_each(|line| self.merge(entry, line));
            parts.remove(0);
        }
        told
    }
}
