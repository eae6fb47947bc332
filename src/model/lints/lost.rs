//! More of J214: dates alone on a line of running text, where a post or a school was swallowed by what stands above it,
//! and titles of entries that are read as sections or the other way round.

use super::reporter::Reporter;
use crate::diag::{Span, code};
use crate::model::date;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Block, BlockKind, Section};
use crate::model::rich::Rich;
use crate::model::split;
use crate::source::chars::{half_ems, is_wide};

/// Reports lines of the source that are a range of dates and nothing else, in running text: an entry was meant there.
pub(super) fn dates_in_text(blocks: &[Block], reporter: &mut Reporter<'_>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(lines) => lines.iter().for_each(|line| in_lines(&line.body, reporter)),
            BlockKind::List(list) => {
                list.items.iter().for_each(|item| dates_in_text(&item.blocks, reporter));
            }
            BlockKind::Entry(entry) => dates_in_text(&entry.body, reporter),
            _ => {}
        }
    }
}

fn in_lines(text: &Rich, reporter: &mut Reporter<'_>) {
    // The line with the dates of the whole is told by itself.
    let own = split::dated_line(text).or_else(|| split::at_an_end(text));
    let Some(span) = text.span().filter(|_| !own.is_some_and(|own| own.found.is_range())) else { return };
    let source = reporter.source;
    let range = span.range();
    let Some(written) = source.get(range.clone()) else { return };
    let mut at = range.start;
    for (nth, line) in written.split_inclusive('\n').enumerate() {
        let bare = line.trim().trim_matches(['*', '_', '>', '`', ' ', '\\', '|']);
        if nth > 0 && bare.len() < 60 && date::parse(bare).is_some_and(|found| found.is_range()) {
            let start = at + line.find(bare).unwrap_or(0);
            let place = Span::new(span.file, start..start + bare.len());
            let hint = reporter.entry();
            let message = "these dates stand in running text and belong to no entry";
            reporter.report(code::NO_ENTRY, place, message, hint);
        }
        at += line.len();
    }
}

/// Reports a section whose text begins like that of an entry: `# Sample Inn` over `- Baker` and `- 2020 – 2021`.
pub(super) fn section_like_entry(section: &Section, reporter: &mut Reporter<'_>) {
    let first = match section.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::List(list)) => {
            let texts = list.items.iter().take(3).filter_map(|item| item.blocks.first());
            texts.filter_map(first_line).collect()
        }
        Some(BlockKind::Paragraph(lines)) => lines.iter().take(2).map(|line| &line.body).collect(),
        _ => Vec::new(),
    };
    let range = |text: &&Rich| date::parse(text.text().trim()).is_some_and(|found| found.is_range());
    if section.kinds == [SectionKind::Other]
        && !section.title.is_blank()
        && first.iter().any(range)
        && SectionKind::of_title(&section.title.text()) == [SectionKind::Other]
    {
        let hint = reporter.samples.below();
        let message = "this is read as the title of a section, but dates stand under it as under an entry";
        reporter.report(code::NO_ENTRY, section.span, message, hint);
    }
}

fn first_line(block: &Block) -> Option<&Rich> {
    match &block.kind {
        BlockKind::Paragraph(lines) => lines.first().map(|line| &line.body),
        _ => None,
    }
}

/// Reports an entry among dated ones whose title is that of a section: `### Education` one level too deep, below jobs.
pub(super) fn entry_like_section(section: &Section, reporter: &mut Reporter<'_>) {
    use SectionKind::{Awards, Certificates, Education, Languages, Skills, Work};
    let entries = section.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Entry(entry) => Some(entry),
        _ => None,
    });
    let entries: Vec<_> = entries.collect();
    if !entries.iter().any(|entry| entry.dates.is_some()) {
        return;
    }
    for entry in entries {
        let [only] = entry.parts.as_slice() else { continue };
        let title = only.text.text();
        let kinds = SectionKind::of_title(&title);
        let other =
            matches!(kinds.as_slice(), [Awards | Certificates | Education | Languages | Skills | Work])
                && !section.kinds.contains(&kinds[0]);
        let heading = reporter.source.get(entry.span.range()).is_some_and(|text| text.starts_with('#'));
        if entry.dates.is_none() && heading && other && SectionKind::is_exact_title(&title) {
            reporter.report(
                code::PARTS,
                entry.span,
                "this is read as an entry, but sounds like the title of a section",
                "write it with as many `#` as the other titles of sections",
            );
        }
    }
}

/// Reports a table with dates beside entries: those like it became entries.
pub(super) fn tables(blocks: &[Block], reporter: &mut Reporter<'_>) {
    let is_entry = |block: &Block| matches!(&block.kind, BlockKind::Entry(entry) if entry.dates.is_some());
    if blocks.iter().filter(|block| is_entry(block)).count() < 2 {
        return;
    }
    for block in blocks {
        let BlockKind::Table(table) = &block.kind else { continue };
        let mut cells = table.head.iter().chain(table.rows.iter().flatten());
        if cells.any(|cell| date::parse(cell.text().trim()).is_some()) {
            let hint = reporter.entry();
            let message = "this table has dates but is no entry, as the lines around it are";
            reporter.report(code::NO_ENTRY, block.span, message, hint);
        }
    }
}

/// Reports an entry without dates over a short line with a range that is not at its end: `Architect · 2018 – 2024 (5 years)`.
pub(super) fn undated(blocks: &[Block], reporter: &mut Reporter<'_>) {
    for block in blocks {
        let BlockKind::Entry(entry) = &block.kind else { continue };
        let below = |block: &Block| matches!(&block.kind, BlockKind::Entry(inner) if inner.dates.is_some());
        if entry.body.iter().any(below) {
            continue;
        }
        undated(&entry.body, reporter);
        // Several lines are a list of their own.
        let alone = |block: &&Block| matches!(&block.kind, BlockKind::Paragraph(lines) if lines.len() == 1);
        let first = entry.body.first().filter(alone).filter(|_| entry.dates.is_none());
        let Some(line) = first.and_then(first_line) else { continue };
        let text = line.text();
        let found = date::find_all(&text);
        let told = text.contains(['。', '；', '，']) || text.trim_end().ends_with('.') || text.contains(". ");
        if let ([only], Some(span)) = (found.as_slice(), line.span())
            && only.is_range()
            && !told
            && text.chars().map(half_ems).sum::<usize>() <= 80
        {
            let hint = reporter.entry();
            let message = "the dates in this line are not read as those of the title above it";
            reporter.report(code::NO_ENTRY, span, message, hint);
        }
    }
}

/// Reports lines in capitals that are text, where titles of sections are in capitals.
pub(super) fn capitals(sections: &[Section], reporter: &mut Reporter<'_>) {
    let titles = sections.iter().filter(|section| is_capitals(&section.title.text())).count();
    if titles < 3 || titles * 2 < sections.len() {
        return;
    }
    for section in sections {
        let below = section.blocks.iter().flat_map(|block| match &block.kind {
            BlockKind::Entry(entry) => entry.body.as_slice(),
            _ => std::slice::from_ref(block),
        });
        for block in below {
            let BlockKind::Paragraph(lines) = &block.kind else { continue };
            let [line] = lines.as_slice() else { continue };
            let text = line.body.text();
            let words = text.split_whitespace().count();
            if let (true, Some(span)) =
                (is_capitals(&text) && words <= 5 && !text.contains(':'), line.body.span())
            {
                let message = "this line is in capitals like the titles of sections, but is read as text";
                reporter.report(code::PLAIN_TITLE, span, message, "write `## ` before it if it is a title");
            }
        }
    }
}

/// Returns whether a text has some letters, all of them capitals.
fn is_capitals(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 5
        && letters().all(char::is_uppercase)
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// Reports a few lines of Chinese, Japanese or Korean text in a fence, which are printed as code.
pub(super) fn fenced(blocks: &[Block], reporter: &mut Reporter<'_>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Code { text } => {
                let words = text.text();
                let wide = words.chars().filter(|c| is_wide(*c)).count();
                let code = words.contains(['{', '}', ';', '=', '<', '│', '┌', '+', '│', '├', '└']);
                if wide >= 3 && !code && words.lines().count() <= 12 {
                    let message = "this text stands between fences and is printed as code";
                    reporter.report(code::MARKUP, block.span, message, "delete the lines of ``` around it");
                }
            }
            BlockKind::Entry(entry) => fenced(&entry.body, reporter),
            _ => {}
        }
    }
}
