//! J208, J210 and J211: periods of jobs, titles of sections, lists of one.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Sink, Span, code, message};
use crate::model::{BlockKind, Date, EntryKind, Resume, Section, SectionKind};

/// The longest gap between two jobs that raises no question, in months.
const GAP: i32 = 6;
/// The longest overlap of two jobs, in months: the last one of the old is the first of the new.
const OVERLAP: i32 = 1;

/// Reports faults in whole sections.
pub fn check(resume: &Resume, sink: &mut Sink) {
    same_titles(resume, sink);
    for section in &resume.sections {
        if let [block] = section.blocks.as_slice()
            && let BlockKind::List(list) = &block.kind
            && list.items.len() == 1
        {
            let found = Diagnostic::new(code::SINGLE_BULLET, block.span, "the section has a single bullet");
            sink.report(found.hint("write it as a paragraph, without the mark"));
        }
        if section.kinds.first() == Some(&SectionKind::Work) {
            periods(section, sink);
        }
    }
}

fn same_titles(resume: &Resume, sink: &mut Sink) {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for section in resume.sections.iter().filter(|section| !section.title.is_blank()) {
        let title = section.title.text().trim().to_lowercase();
        if let Some(above) = first.get(&title) {
            let found = Diagnostic::new(code::SAME_TITLE, section.span, "a section above has the same title");
            let found = found.label(*above, "the first one");
            sink.report(found.hint("join the two, or say in the titles what is different"));
        } else {
            first.insert(title, section.span);
        }
    }
}

/// A job: its beginning and end, in months; one that goes on has no end.
struct Job {
    start: i32,
    end: Option<i32>,
    span: Span,
}

/// Reports the first overlap and the first gap of a section. Dates without months say too little.
fn periods(section: &Section, sink: &mut Sink) {
    let jobs = section.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Entry(entry) if entry.kind == EntryKind::Entry => {
            let (start, end) = entry.period()?;
            let end = match end {
                Some(end) => Some(months(end)?),
                None => None,
            };
            Some(Job { start: months(start)?, end, span: entry.span })
        }
        _ => None,
    });
    let mut jobs: Vec<Job> = jobs.collect();
    jobs.sort_by_key(|job| (job.start, job.end.unwrap_or(i32::MAX)));
    let overlap = jobs.windows(2).find(|pair| pair[0].end.is_none_or(|end| end - pair[1].start > OVERLAP));
    if let Some([first, second]) = overlap {
        let found = Diagnostic::new(code::OVERLAP, second.span, "this job overlaps with another one");
        let found = found.label(first.span, "the other one");
        sink.report(
            found.hint("if they did overlap, a word on it forestalls questions; otherwise correct the dates"),
        );
    }
    // The latest end so far: a short job inside a long one opens no gap.
    let mut latest = jobs.first().and_then(|job| job.end);
    for pair in jobs.windows(2) {
        let Some(end) = latest else { return };
        let between = pair[1].start - end - 1;
        if between > GAP {
            let message = message!("{between} months lie between this job and the one before", between);
            let found =
                Diagnostic::new(code::OVERLAP, pair[1].span, message).label(pair[0].span, "the one before");
            return sink.report(found.hint("a word on that time forestalls questions"));
        }
        latest = pair[1].end.map(|next| next.max(end));
    }
}

fn months(date: Date) -> Option<i32> {
    Some(i32::from(date.year) * 12 + i32::from(date.month?))
}
