//! The lines under a title that belong to it: dates, role and place, tags.

use super::roles::{further_role, roles};
use super::{Builder, dates_of};
use crate::model::blocks::Part;
use crate::model::build::is_employment;
use crate::model::flow::{Chunk, Joint};
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, Part as EntryPart};
use crate::model::rich::{Marks, Rich};
use crate::model::split::{self, Style};
use crate::model::words;
use crate::source::chars::half_ems;

/// A line under a title that is longer than this, in half ems, is text.
const SHORT_LINE: usize = 80;

impl Builder<'_> {
    /// Takes the lines that belong to a title off the text under it: dates, role and place, tags.
    pub fn lines_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let Some(Part::Text(chunks, marked)) = parts.first_mut() else { return };
        if marked.off || marked.page_break {
            return;
        }
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return };
        let mut taken = 0;
        while taken < 4 && taken < lines.len() && self.line_under_title(entry, &lines[taken].text) {
            taken += 1;
        }
        lines.drain(..taken);
        self.cut_at_dashes(entry);
        let Some(Part::Text(chunks, _)) = parts.first_mut() else { return };
        let Some(Chunk::Lines(lines)) = chunks.first_mut() else { return };
        match lines.first_mut() {
            Some(first) => first.joint = Joint::Start,
            None => {
                chunks.remove(0);
            }
        }
        if chunks.is_empty() {
            parts.remove(0);
            // Tags may stand in a paragraph of their own, below that of role and place.
            if taken > 0 && entry.tags.is_empty() {
                self.tags_under_title(entry, parts);
            }
        }
    }

    /// `工程师 - 某公司` is two parts once a line under it was found to hold its dates.
    fn cut_at_dashes(&mut self, entry: &mut Entry) {
        let kind = entry.section;
        let [EntryPart { text, .. }] = entry.parts.as_slice() else { return };
        if entry.dates.is_none() || !(is_employment(kind) || kind == SectionKind::Education) {
            return;
        }
        let title = text.clone();
        let pieces = self.pieces(&title, None, Style::Dashes);
        if pieces.len() > 1 {
            entry.parts = roles(pieces, kind, entry.kind);
        }
    }

    fn tags_under_title(&mut self, entry: &mut Entry, parts: &mut Vec<Part<'_>>) {
        let Some(Part::Text(chunks, _)) = parts.first() else { return };
        let [Chunk::Lines(lines)] = chunks.as_slice() else { return };
        let [line] = lines.as_slice() else { return };
        let text = line.text.clone();
        if self.tags(entry, &text) {
            parts.remove(0);
        }
    }

    fn line_under_title(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text();
        if text.chars().map(half_ems).sum::<usize>() > SHORT_LINE {
            return false;
        }
        if let Some(rest) = text.strip_prefix('~').filter(|rest| rest.starts_with(' ')) {
            self.consume(&line.slice(0..1), "marker of another tool");
            let rest = line.slice(text.len() - rest.len()..text.len()).trim();
            self.merge(entry, &rest);
            return true;
        }
        let only_date = split::dated(&text).is_some_and(|dated| dated.outer.len() == text.trim().len());
        if only_date && entry.dates.is_none() {
            self.merge(entry, line);
            return true;
        }
        if self.tags(entry, line) {
            return true;
        }
        if names_a_role(line, &text, entry) {
            self.merge(entry, line);
            return true;
        }
        false
    }

    /// Reads a line of code spans as tags.
    fn tags(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let parting = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '/' | '|' | '·' | '•');
        let tags = line.runs().filter(|run| run.marks.code).count();
        let only = line.runs().all(|run| run.marks.code || run.text.chars().all(parting));
        if tags == 0 || !only || !entry.tags.is_empty() {
            return false;
        }
        let mut at = 0;
        for run in line.runs() {
            let piece = line.slice(at..at + run.text.len());
            at += run.text.len();
            if run.marks.code {
                entry.tags.push(piece);
            } else {
                self.consume(&piece, "separator");
            }
        }
        true
    }

    /// Adds what a further line says to an entry.
    fn merge(&mut self, entry: &mut Entry, line: &Rich) {
        let dated = split::dated(&line.text()).filter(|_| entry.dates.is_none());
        for text in self.pieces(line, dated.as_ref(), Style::Bars) {
            let role = further_role(&text.text(), entry);
            entry.parts.push(EntryPart { role, text });
        }
        if let Some(dated) = dated {
            entry.dates = Some(dates_of(line, &dated));
        }
        // A title that was only a stand-in.
        if entry.parts.len() > 1 {
            entry.parts.retain(|part| !part.text.is_blank());
        }
    }
}

/// Tells whether a line under a title names role, place or dates: `*Role* | Place`.
fn names_a_role(line: &Rich, text: &str, entry: &Entry) -> bool {
    if text.trim_end().ends_with(['。', '；', '：', '，', ':', ';']) {
        return false;
    }
    let emphasis = |marks: &Marks| marks.emphasis && !marks.code;
    if line.all(emphasis) {
        return !text.trim_end().ends_with('.');
    }
    let dated = split::dated(text);
    let cut = split::line(&line.masked(), dated.as_ref(), Style::Bars);
    let Some(first) = cut.pieces.first().map(|first| line.slice(first.clone()).trim()) else { return false };
    let parted = cut.pieces.len() + usize::from(dated.is_some()) > 1;
    let says = (dated.is_some() && entry.dates.is_none())
        || cut.pieces.iter().any(|piece| words::is_place(text[piece.clone()].trim()));
    parted && (first.all(emphasis) || (first.all(|marks| marks.strong) && says))
}
