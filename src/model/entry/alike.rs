//! Paragraphs of the same shape: most of them decide for all.

use super::Rank;
use super::opening::{OPENING, Opening, begins_bold, is_open_to_entries, is_short, is_sure, opening};
use super::stack::{may_be_wrapped, width};
use super::{houses, in_step, undated};
use crate::model::blocks::Part;
use crate::model::flow::{Chunk, Joint};
use crate::model::key;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::rich::{Rich, Run};
use crate::model::split;
use crate::model::words;
use crate::source::markdown as md;

/// The longest line that opens an entry as its siblings do, in half ems.
const LONG: usize = 200;
/// The longest plain line that names a project.
const NAME: usize = 60;

/// The last words of headings inside a project.
const LABELS: [&str; 16] = [
    "描述",
    "介绍",
    "简介",
    "职责",
    "内容",
    "成果",
    "亮点",
    "难点",
    "业绩",
    "説明",
    "概要",
    "Description",
    "Responsibilities",
    "Achievements",
    "Highlights",
    "Overview",
];

/// Returns which paragraphs have the shape of those that open entries, though their own dates would not make them
/// entries: most lines of a section decide for all of one shape.
pub(in crate::model) fn alike(parts: &[Part<'_>], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let first = |part: &Part<'_>| match part {
        Part::Text(chunks, marked) if !marked.off => match chunks.first() {
            Some(Chunk::Lines(lines)) => {
                let wrapped = matches!(lines.as_slice(), [line, next, ..] if may_be_wrapped(line, next) && width(&line.text) + width(&next.text) > OPENING);
                let line = lines.first()?;
                Some((made(&line.text).filter(|_| !wrapped), opening(lines, kind, rank)))
            }
            _ => None,
        },
        _ => None,
    };
    let shapes: Vec<Shape> = parts.iter().map(first).collect();
    let count = |wanted: Made, opens: bool| {
        let same = |shape: &&(Option<Made>, Option<Opening>)| {
            shape.0 == Some(wanted) && (shape.1 == Some(Opening::Title)) == opens
        };
        shapes.iter().flatten().filter(same).count()
    };
    // There are few shapes; each is counted once.
    let mut counted: Vec<(Made, bool)> = Vec::new();
    let others = [
        rows(parts, &shapes, kind, rank),
        stacked(parts, &shapes, kind),
        posts_beside_dated(parts, &shapes, kind, rank),
        named(parts, &shapes, kind, rank),
        over_lists(parts, kind, rank),
        placed(parts, &shapes, kind, rank),
        houses::posts(parts, kind, rank),
        led_by_years(parts, kind, rank),
        in_step::two_looks_over_lists(parts, kind, rank),
        undated::pairs(parts, kind, rank),
    ];
    shapes
        .iter()
        .enumerate()
        .map(|(at, shape)| {
            let told = others.iter().any(|told| told[at]);
            let Some((Some(made), None)) = shape.as_ref().filter(|_| !told) else { return told };
            if let Some((_, most)) = counted.iter().find(|(known, _)| known == made) {
                return *most;
            }
            let (open, shut) = (count(*made, true), count(*made, false));
            let most = open >= 1 && open >= shut;
            counted.push((*made, most));
            most
        })
        .collect()
}

/// Returns which paragraphs are in a run of plain lines that all end in a date in brackets, most of which open
/// entries by themselves.
fn rows(parts: &[Part<'_>], shapes: &[Shape], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let mut out = vec![false; parts.len()];
    let row = |part: &Part<'_>| match part {
        Part::Text(chunks, marked) if !marked.off => match chunks.as_slice() {
            [Chunk::Lines(lines)] => matches!(lines.as_slice(), [line] if is_row(&line.text)),
            _ => false,
        },
        _ => false,
    };
    let mut at = 0;
    while at < parts.len() && is_sure(kind, rank) {
        let count = parts[at..].iter().take_while(|part| row(part)).count();
        let open = |shape: &&Shape| matches!(shape, Some((_, Some(Opening::Title))));
        let opening = shapes[at..at + count].iter().filter(open).count();
        if count >= 3 && opening * 2 > count {
            out[at..at + count].fill(true);
        }
        at += count.max(1);
    }
    out
}

/// Returns which paragraphs are a bold line and one more that was broken off by hand, or is not bold, without a date,
/// if at least as many of this shape open entries: `**Representative**` over `Example University`.
fn stacked(parts: &[Part<'_>], shapes: &[Shape], kind: SectionKind) -> Vec<bool> {
    let two = |part: &Part<'_>, dated: bool| match part {
        Part::Text(chunks, marked) if !marked.off => match chunks.as_slice() {
            [Chunk::Lines(lines)] => match lines.as_slice() {
                [first, second] => {
                    let short = [first, second].iter().all(|line| is_short(&line.text));
                    let name = |line: &Rich| {
                        !told(&line.text()) && key::at_start(&line.text(), key::GRID_KEY).is_none()
                    };
                    let bold = first.text.all(|marks| marks.strong) || dated && begins_bold(&first.text);
                    let whole = first.text.all(|marks| marks.strong) && !begins_bold(&second.text);
                    let broken = second.joint == Joint::Hard || whole;
                    broken && bold && short && name(&first.text) && name(&second.text)
                }
                _ => false,
            },
            _ => false,
        },
        _ => false,
    };
    let found: Vec<(bool, bool)> = parts
        .iter()
        .zip(shapes)
        .map(|(part, shape)| {
            let opens = matches!(shape, Some((_, Some(Opening::Title))));
            let shut = matches!(shape, Some((_, None)));
            let made = is_open_to_entries(kind) && two(part, opens);
            (made && shut, made && opens)
        })
        .collect();
    let shut = found.iter().filter(|(shut, _)| *shut).count();
    let open = found.iter().filter(|(_, open)| *open).count();
    found.into_iter().map(|(own, _)| own && open >= shut).collect()
}

/// Returns which paragraphs begin with a bold post, employer or school like at least two others that open entries by
/// their dates, and have none: `**Zoo keeper**, Sample Park`. One other is enough for a line that is wholly bold.
fn posts_beside_dated(parts: &[Part<'_>], shapes: &[Shape], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let bold = |part: &Part<'_>| first_line(part).filter(|line| begins_bold(line) && is_short(line)).cloned();
    let opens = |shape: &Shape| matches!(shape, Some((_, Some(Opening::Title))));
    let dated = parts.iter().zip(shapes).filter(|(part, shape)| opens(shape) && bold(part).is_some()).count();
    let sure = dated >= 1 && is_sure(kind, rank);
    let says = |line: &Rich| {
        let lead = line.runs().take_while(|run| run.marks.strong).map(|run| run.text.as_str());
        let lead: String = lead.collect();
        words::is_job(&lead) || words::is_company(&lead) || words::is_school(&lead) || words::is_degree(&lead)
    };
    let own = |part: &Part<'_>| {
        bold(part).is_some_and(|line| {
            let text = line.text();
            (dated >= 2 || line.all(|marks| marks.strong))
                && !text.trim_end().ends_with([':', '：', '。'])
                && key::at_start(&text, key::GRID_KEY).is_none()
                && !split::has_date(&line)
                && says(&line)
        })
    };
    parts.iter().zip(shapes).map(|(part, shape)| sure && !opens(shape) && own(part)).collect()
}

/// Returns which paragraphs name projects: bold lines, each with something under it, the first of the section and at
/// least one more, all different.
fn named(parts: &[Part<'_>], shapes: &[Shape], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let plain = are_lines_over_lists(parts);
    let name = |at: usize| {
        let line = first_line(&parts[at])?;
        let text = line.text().trim().to_owned();
        // `**Bread finder** [source](…)`
        let linked = |run: &Run| {
            run.marks.strong
                || run.marks.code
                || run.link.is_some()
                || !run.text.contains(char::is_alphanumeric)
        };
        let bold = begins_bold(line) && line.runs().all(linked);
        ((bold || plain) && is_short(line) && !is_label(&text) && !split::has_date(line)).then_some(text)
    };
    let lines = |at: usize| match &parts[at] {
        Part::Text(chunks, _) => match chunks.as_slice() {
            [Chunk::Lines(lines)] => lines.len(),
            chunks => 1 + chunks.len(),
        },
        _ => 1,
    };
    let names: Vec<Option<String>> = (0..parts.len()).map(name).collect();
    let told = |at: usize| {
        let followed = lines(at) > 1 || names.get(at + 1).is_some_and(Option::is_none);
        names.get(at).is_some_and(Option::is_some) && followed
    };
    let mut all: Vec<&String> = names.iter().flatten().collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    let opened = shapes.iter().flatten().any(|(_, opening)| opening.is_some());
    let sure = kind == SectionKind::Projects
        && rank.is_first()
        && !opened
        && count >= 2
        && all.len() == count
        && (0..parts.len()).filter(|at| names[*at].is_some()).all(told)
        && told(0);
    names.iter().map(|name| sure && name.is_some()).collect()
}

/// Returns whether the parts are only paragraphs of one short line, each over a list: `外卖系统` over ` - 负责甲`.
fn are_lines_over_lists(parts: &[Part<'_>]) -> bool {
    let line = |part: &Part<'_>| match part {
        Part::Text(chunks, _) => match chunks.as_slice() {
            [Chunk::Lines(lines)] => {
                matches!(lines.as_slice(), [line] if width(&line.text) <= NAME && !told(&line.text.text()))
            }
            _ => false,
        },
        _ => false,
    };
    let list = |part: &Part<'_>| matches!(part, Part::Other(marked) if matches!(marked.block.kind, md::BlockKind::List { .. }));
    parts.len() >= 4
        && parts.len().is_multiple_of(2)
        && parts.chunks(2).all(|pair| matches!(pair, [first, second] if line(first) && list(second)))
}

/// Returns which paragraphs are bold lines that begin with a year, if at least two of the section do:
/// `**2014 & 2015 Sample Co. - Baker**`.
fn led_by_years(parts: &[Part<'_>], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let own = |part: &Part<'_>| {
        let Some(line) = first_line(part).filter(|line| is_short(line) || width(line) <= LONG) else {
            return false;
        };
        let text = line.text();
        let bold = line.runs().all(|run| run.marks.strong || !run.text.contains(char::is_alphanumeric));
        let dated = split::at_an_end(line).filter(|dated| dated.outer.start == 0);
        bold && dated.is_some_and(|dated| text[dated.outer.end..].contains(char::is_alphabetic))
    };
    let found: Vec<bool> = parts.iter().map(|part| is_sure(kind, rank) && own(part)).collect();
    let several = found.iter().filter(|own| **own).count() > 1;
    found.into_iter().map(|own| own && several).collect()
}

/// Returns whether words only head the text below them and name nothing: 技术栈, `Responsibilities`, `Tools:`.
pub(in crate::model) fn is_label(text: &str) -> bool {
    SectionKind::of_title(text)[0] != SectionKind::Other
        || EntryKey::of_key(text).is_some()
        || LABELS.iter().any(|end| text.ends_with(end))
        || text.ends_with([':', '：', '.', '。'])
        || key::at_start(text, key::GRID_KEY).is_some()
}

/// Returns which paragraphs are bold words over a place or a post in the same paragraph: `**Sample Inn**` over
/// `Testville, ST / Remote`. Unless the first is one, another has to open an entry with a title that is wholly bold.
fn placed(parts: &[Part<'_>], shapes: &[Shape], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let bold = |part: &Part<'_>| first_line(part).is_some_and(|line| line.all(|marks| marks.strong));
    let opens =
        |(part, shape): &(&Part<'_>, &Shape)| bold(part) && matches!(shape, Some((_, Some(Opening::Title))));
    let own = |part: &Part<'_>| {
        let Part::Text(chunks, marked) = part else { return false };
        let Some(Chunk::Lines(lines)) = chunks.first().filter(|_| !marked.off) else { return false };
        let [first, next, ..] = lines.as_slice() else { return false };
        houses::is_name(&first.text)
            && first.text.all(|marks| marks.strong)
            && houses::tells_where(&next.text)
    };
    // The first part of a section needs no sister.
    let sure = matches!(kind, SectionKind::Work | SectionKind::Volunteer)
        && is_sure(kind, rank)
        && (parts.first().is_some_and(own) || parts.iter().zip(shapes).any(|pair| opens(&pair)));
    parts.iter().map(|part| sure && own(part)).collect()
}

/// Returns which paragraphs are a bold line that names a school, an employer or a post, over a list:
/// `**Example University**` over `- BSc Physics`. In other sections than studies the first part has to be one: bold
/// words below a job may be about it.
fn over_lists(parts: &[Part<'_>], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    use SectionKind::{Education, Volunteer, Work};
    let says = |text: &str| match kind {
        Education => words::is_school(text),
        _ => words::is_company(text) || words::is_job(text) || words::is_school(text),
    };
    let is_house = |at: usize| {
        let (Some(line), Some(Part::Other(below))) = (first_line(&parts[at]), parts.get(at + 1)) else {
            return false;
        };
        let text = line.text();
        matches!(below.block.kind, md::BlockKind::List { .. })
            && houses::is_bold_and_place(line)
            && is_short(line)
            && says(&text)
            && SectionKind::of_title(text.trim())[0] == SectionKind::Other
            && !text.trim_end().ends_with([':', '：', '.', '。'])
            && key::at_start(&text, key::GRID_KEY).is_none()
            && !split::has_date(line)
    };
    let told = matches!(kind, Work | Education | Volunteer) && is_sure(kind, rank);
    let found: Vec<bool> = (0..parts.len()).map(|at| told && is_house(at)).collect();
    let sure = kind == Education || found.first() == Some(&true);
    found.into_iter().map(|house| house && sure).collect()
}

/// Returns the first line of a paragraph.
pub(super) fn first_line<'p>(part: &'p Part<'_>) -> Option<&'p Rich> {
    match part {
        Part::Text(chunks, marked) if !marked.off => match chunks.first() {
            Some(Chunk::Lines(lines)) => lines.first().map(|line| &line.text),
            _ => None,
        },
        _ => None,
    }
}

/// `Course in samples – Example School (2020)`: a short line that is not marked and ends in a date in brackets.
pub(super) fn is_row(line: &Rich) -> bool {
    let text = line.text();
    is_short(line)
        && text.trim_end().ends_with([')', '）'])
        && key::at_start(&text, key::GRID_KEY).is_none()
        && split::at_an_end(line)
            .is_some_and(|dated| dated.outer.start > 0 && text[dated.outer.clone()].starts_with(['(', '（']))
}

/// How the first line of a paragraph is made, and how it opens an entry by itself.
type Shape = Option<(Option<Made>, Option<Opening>)>;

/// The shape of a line with a date: how its words are marked, and where the date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Made {
    strong: bool,
    emphasis: bool,
    code: bool,
    whole: bool,
    first: bool,
}

/// Returns the shape of a line, if a date is at one of its ends and something bold, or a code span, leads the line or
/// comes right after the date.
fn made(line: &Rich) -> Option<Made> {
    let text = line.text();
    let dated = split::at_an_end(line)?;
    let first = dated.outer.start == 0;
    let bracketed = text[..dated.outer.end].ends_with([')', '）']) && !first;
    let ranged = first && dated.found.is_range();
    let long_entry = (bracketed || ranged) && width(line) <= LONG && !told(&text);
    if !is_short(line) && !long_entry {
        return None;
    }
    let lead = line.runs().find(|run| !run.text.trim().is_empty())?.marks;
    let whole = line.all(|marks| marks.strong);
    let keyed = !first && key::at_start(&text, key::GRID_KEY).is_some();
    if !keyed && (lead.strong || lead.code) {
        return Some(Made { strong: lead.strong, emphasis: lead.emphasis, code: lead.code, whole, first });
    }
    // `May, 2015: **Example University**`
    let rest = line.slice(dated.outer.end..text.len());
    let rest = rest.slice(
        text.len() - dated.outer.end - behind_marks(&text[dated.outer.end..]).len()
            ..text.len() - dated.outer.end,
    );
    let begins_bold = rest.runs().next().is_some_and(|run| run.marks.strong);
    // `2016 – 2018 Sample University, Lecturer`: lines that begin so are sisters, however long.
    (first && begins_bold || ranged).then_some(Made {
        strong: false,
        emphasis: false,
        code: false,
        whole,
        first,
    })
}

/// Returns the text after a date, without its colon and its blanks.
fn behind_marks(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '：' | ',' | '，' | '-' | '–' | '—' | '|')
    })
}

/// Returns whether a line ends like running text.
fn told(text: &str) -> bool {
    text.trim_end().ends_with(['。', '；', ';', '：', ':', '.'])
}
