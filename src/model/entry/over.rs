//! Titles over their dates, each a paragraph or a block of its own.

use super::Builder;
use super::below::is_keyed;
use super::keyed::{is_ranged, key_at, kind_of};
use super::opening::{begins_bold, is_date, is_short};
use super::pairs::place_behind;
use super::stack::may_be_wrapped;
use crate::model::blocks::Part;
use crate::model::date;
use crate::model::flow::{self, Chunk, Joint, Line};
use crate::model::key;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::rich::{Rich, Run};
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The longest post next to its dates, in half ems.
const JOB: usize = 60;
/// The largest number of keys under a title searched for its date.
const KEYS: usize = 4;

/// Returns whether a paragraph is one bold line and the next one a date: `**Engineer**` over `*2016 - 2018*`.
pub(in crate::model) fn is_title_over_date(part: &Part<'_>, next: &Part<'_>, kind: SectionKind) -> bool {
    let (Part::Text(chunks, marked), Part::Text(below, _)) = (part, next) else { return false };
    let ([Chunk::Lines(lines)], Some(Chunk::Lines(below))) = (chunks.as_slice(), below.first()) else {
        return false;
    };
    let ([line], Some(date)) = (lines.as_slice(), below.first()) else { return false };
    // `**Example Lab**` over `Researcher - *2016 – 2018*`.
    let last = |dated: &split::Dated, text: &str| {
        dated.firm && dated.found.is_range() && text[dated.outer.end..].trim().is_empty()
    };
    let words = date.text.text();
    let whole = date::parse(&words).is_some();
    let ranged = is_short(&date.text)
        && (whole || !(words::is_school(&words) || words::is_company(&words)))
        && !date.text.all(|marks| marks.strong)
        && split::dated_line(&date.text)
            .is_some_and(|dated| last(&dated, &words) || leads_to_place(&dated, &words));
    let bold = line.text.all(|marks| marks.strong);
    let over = bold && (ranged || is_ranged(words.trim()) || is_company_over_job(&line.text, &date.text))
        || is_name_over_range(&line.text, below, kind)
        || is_school_over_degree(&line.text, below, kind);
    !marked.off && over && is_short(&line.text) && split::dated_line(&line.text).is_none()
}

/// `2022 年 9 月 – 2025 年 6 月 · 新竹`: a range, a mark, and a place.
fn leads_to_place(dated: &split::Dated, text: &str) -> bool {
    let place = text[dated.outer.end..].trim_start().strip_prefix(['·', '|', '｜', '•', '・']);
    dated.found.is_range()
        && dated.outer.start == 0
        && place.is_some_and(|place| words::is_place(place.trim()))
}

/// `Thesis in physics, Example University` over `2016 - 2018`: a plain line that names a school or an employer, and a
/// range alone.
fn is_name_over_range(title: &Rich, below: &[Line], kind: SectionKind) -> bool {
    let text = title.text();
    let named = match kind {
        SectionKind::Education => words::is_school(&text),
        SectionKind::Work => words::is_company(&text) || words::is_job(&text),
        _ => false,
    };
    let [dates] = below else { return false };
    let studies = kind == SectionKind::Education && is_studies_and_range(&dates.text);
    let told = text.trim_end().ends_with(['.', '。', '；', ';', ':', '：', '，', '！', '!']);
    let range = date::parse(&dates.text.text()).is_some_and(|found| found.is_range());
    named && (range || studies) && !told && key::at_start(&text, key::GRID_KEY).is_none()
}

/// `会计学 | 本科 2013 - 2017`: a subject and a degree, no school, and a range at the end.
fn is_studies_and_range(line: &Rich) -> bool {
    let text = line.text();
    let Some(dated) = split::dated_line(line).filter(|dated| dated.firm && dated.found.is_range()) else {
        return false;
    };
    let before = text[..dated.outer.start].trim();
    text[dated.outer.end..].trim().is_empty()
        && is_short(line)
        && (!words::is_school(before) || words::is_degree(before))
        && before.split([' ', '|', '｜', '·', '，', '/']).any(words::is_degree)
}

/// `**Example School**, Testville` over `2013 - 2017 *BSc Physics*`, or over one year and the degree.
fn is_school_over_degree(title: &Rich, below: &[Line], kind: SectionKind) -> bool {
    let [line] = below else { return false };
    let text = line.text.text();
    let Some(dated) = split::at_an_end(&line.text).filter(|dated| dated.outer.start == 0) else {
        return false;
    };
    let rest = &text[dated.outer.end..];
    kind == SectionKind::Education
        && begins_bold(title)
        && !begins_bold(&line.text)
        && is_short(&line.text)
        && !words::is_school(rest)
        && (words::is_degree(rest)
            || line.text.slice(dated.outer.end..text.len()).trim().all(|marks| marks.emphasis))
}

/// `**Example University** - Testville` over a line of the same paragraph that ends in a range,
/// `*MSc Physics : 2016 - 2018*`, or that has the key of a date: `Graduation date: May 2023`.
pub(super) fn is_school_over_range(lines: &[Line], kind: SectionKind) -> bool {
    let [first, next, ..] = lines else { return false };
    let text = next.text.text();
    let ranged = split::dated_line(&next.text).is_some_and(|dated| {
        dated.firm && dated.found.is_range() && text[dated.outer.end..].trim().is_empty()
    });
    kind == SectionKind::Education
        && (ranged || is_dated_key(&text))
        && is_short(&next.text)
        && !begins_bold(&next.text)
        && words::is_school(&first.text.text())
}

/// `Graduation date: May 2023`
pub(super) fn is_dated_key(text: &str) -> bool {
    let text = text.trim();
    let dated = key_at(text).is_some_and(|key| date::parse(text[key.value..].trim()).is_some());
    dated && kind_of(text) == Some(EntryKey::Date)
}

/// `**Sample Foods** — Testville, TX` over `*Head Baker* | 2020 – present`: a line that begins in bold and was not
/// wrapped by an editor, and a short one that begins or ends with a range; below a school one date is enough.
pub(super) fn is_name_over_dated_line(lines: &[Line], kind: SectionKind) -> bool {
    let [first, next, ..] = lines else { return false };
    let text = next.text.text();
    let ranged = split::dated_line(&next.text).is_some_and(|dated| {
        let (before, after) = (text[..dated.outer.start].trim(), text[dated.outer.end..].trim());
        let school = kind == SectionKind::Education && words::is_school(&first.text.text());
        dated.firm && (dated.found.is_range() || school) && (before.is_empty() || after.is_empty())
    });
    let named = first.text.text();
    let dressed = next.text.runs().next().is_some_and(|run| run.marks.emphasis);
    ranged
        && (next.joint == Joint::Hard || dressed || !may_be_wrapped(first, next))
        && is_short(&first.text)
        && is_short(&next.text)
        && !begins_bold(&next.text)
        && !named.trim_end().ends_with(['.', ':', '：'])
        && key::at_start(&named, key::GRID_KEY).is_none()
        // `*BA in Samples*, GPA: 3.8 — *May 2020*`
        && key::at_start(&text, key::GRID_KEY).is_none_or(|key| text[..key.len].contains(','))
}

/// `Sample School, Testville, TX` over `**Teacher**, 2015 – 2017`: a plain line with an employer or a place at its end,
/// and a post in bold with its dates.
pub(super) fn is_house_over_dated_post(lines: &[Line]) -> bool {
    let [first, next, ..] = lines else { return false };
    let (house, post) = (first.text.text(), next.text.text());
    let ranged = split::dated_line(&next.text).is_some_and(|dated| {
        dated.firm && dated.found.is_range() && post[dated.outer.end..].trim().is_empty()
    });
    let named = words::is_company(&house) || words::is_school(&house) || place_behind(&house).is_some();
    ranged
        && named
        && begins_bold(&next.text)
        && words::is_job(&post)
        && is_short(&first.text)
        && is_short(&next.text)
        && !house.trim_end().ends_with('.')
        && key::at_start(&house, key::GRID_KEY).is_none()
}

/// `**Lecturer**, *Example University*` over `Department of Samples` and `2016 - 2018`: short lines broken off
/// by hand, the last of them a range of dates alone.
/// Among studies a line between them may have a key: `GPA: 3.9`.
pub(super) fn is_stack_over_range(lines: &[Line], kind: SectionKind) -> bool {
    let Some((first, rest)) = lines.split_first() else { return false };
    let stacked =
        |line: &&Line| line.joint == Joint::Hard && is_short(&line.text) && !begins_bold(&line.text);
    let ranged = |line: &Line| date::parse(&line.text.text()).is_some_and(|found| found.is_range());
    let Some(at) = rest.iter().take(4).take_while(stacked).position(ranged) else { return false };
    let ended = |line: &Line| line.text.text().trim_end().ends_with(['.', '。', ',', ':', '：']);
    let keyed = |line: &Line| is_keyed(&line.text.text());
    let between = |line: &Line| !ended(line) && (kind == SectionKind::Education || !keyed(line));
    is_short(&first.text) && !ended(first) && !keyed(first) && rest[..at].iter().all(between)
}

/// `记账系统` over `2025-01 ~ 2025-08`: a short line that is no sentence and has neither a key nor a date, and a range
/// alone.
pub(super) fn is_title_over_range(lines: &[Line]) -> bool {
    let [first, next, ..] = lines else { return false };
    let text = first.text.text();
    let told = text.trim_end().ends_with(['.', '。', '；', ';', ':', '：', '，', ',', '、', '！', '!'])
        || text.contains(['。', '；', '，']);
    !told
        && text.chars().map(half_ems).sum::<usize>() <= JOB
        && text.starts_with(|c: char| {
            c.is_alphanumeric() && !c.is_lowercase() || matches!(c, '《' | '「' | '【' | '“')
        })
        && key::at_start(&text, key::GRID_KEY).is_none()
        && date::find_all(&text).is_empty()
        && date::parse(&next.text.text()).is_some_and(|found| found.is_range())
}

/// `(Visiting student, December 2022 – January 2023)`: returns the range inside the brackets around a line, if it ends
/// in a range of dates.
pub(super) fn in_brackets(text: &str) -> Option<std::ops::Range<usize>> {
    let whole = text.trim();
    let open = whole.chars().next().filter(|c| matches!(c, '(' | '（'))?;
    let inner = whole[open.len_utf8()..].strip_suffix([')', '）'])?;
    let start = text.len() - text.trim_start().len() + open.len_utf8();
    let dated = split::dated(inner).filter(|dated| dated.firm && dated.found.is_range())?;
    let last = inner[dated.outer.end..].trim().is_empty() && dated.outer.start > 0;
    (last && !inner.contains(['(', ')', '（', '）'])).then_some(start..start + inner.len())
}

/// `Analyst` over `09/2018 to 11/2020` under an employer: a further post there.
pub(super) fn is_further_post(lines: &[Line], kind: SectionKind) -> bool {
    let [first, next, ..] = lines else { return false };
    let ranged = date::parse(&next.text.text()).is_some_and(|found| found.is_range());
    let text = first.text.text();
    kind == SectionKind::Work
        && ranged
        && text.chars().map(half_ems).sum::<usize>() <= JOB
        && words::is_job(&text)
        && !is_date(&first.text)
}

/// `Organiser`, a wide gap, `2019 - 2021` at the end of a line: its author set the dates apart.
pub(super) fn is_in_cells(text: &str, dated: &split::Dated) -> bool {
    let before = &text[..dated.outer.start];
    let title = before.trim_end();
    dated.found.is_range()
        && !title.is_empty()
        && split::is_wide_blank(&before[title.len()..])
        && text[dated.outer.end..].trim().is_empty()
        && date::find_all(title).is_empty()
}

/// `某大学 | 会计学学士 | 2009 年 – 2013 年`: three or more cells between bars, the first or the last of them a range.
pub(super) fn is_row_of_cells(text: &str, dated: &split::Dated) -> bool {
    let bar = |c: char| matches!(c, '|' | '｜');
    let cells: Vec<&str> = text.split(bar).map(str::trim).collect();
    let (before, after) = (text[..dated.outer.start].trim_end(), text[dated.outer.end..].trim_start());
    let whole = before.is_empty() && after.starts_with(bar) || after.is_empty() && before.ends_with(bar);
    dated.found.is_range() && whole && cells.len() >= 3 && cells.iter().all(|cell| !cell.is_empty())
}

/// `**Example Co.**` over `2016 - 2018   Engineer`: the time and the post there.
fn is_company_over_job(title: &Rich, below: &Rich) -> bool {
    let text = below.text();
    let Some(dated) = split::dated_line(below).filter(|dated| dated.firm && dated.outer.start == 0) else {
        return false;
    };
    let beside = text[dated.outer.end..].trim();
    let title = title.text();
    let job = words::is_job(beside) && !words::is_company(beside);
    // `**Engineer**` over `2016 - 2018 / Example Co.`
    let employer = words::is_job(&title) && words::is_company(beside) && !words::is_company(&title);
    is_short(below)
        && dated.found.is_range()
        && beside.chars().map(half_ems).sum::<usize>() <= JOB
        && (job || employer)
        && !SectionKind::is_exact_title(&title)
}

/// Returns whether a paragraph is one line that begins in bold and the list under it begins with keys of an entry,
/// one of them for a date: `**BSc | Physics** — Example University` over `- Dates: 2016 – 2018`.
pub(in crate::model) fn is_title_over_key(builder: &Builder<'_>, part: &Part<'_>, next: &Part<'_>) -> bool {
    let (Part::Text(chunks, marked), Part::Other(below)) = (part, next) else { return false };
    let [Chunk::Lines(lines)] = chunks.as_slice() else { return false };
    let ([line], md::BlockKind::List { items, .. }) = (lines.as_slice(), &below.block.kind) else {
        return false;
    };
    // `1. 职位：某职` may come before it.
    let mut keyed = items.iter().take(KEYS).map_while(|item| match item.blocks.as_slice() {
        [md::Block { kind: md::BlockKind::Paragraph(content), .. }] => {
            let text = flow::rich(content, &builder.manner_of(below)).0.text().into_owned();
            kind_of(text.trim()).map(|_| text)
        }
        _ => None,
    });
    let dates = keyed.any(|text| is_ranged(text.trim()));
    // `**Example Co.**` over `- Engineer` and `- 2016 - 2018`
    let posts = || line.text.all(|marks| marks.strong) && builder.posts_over_date(items, below).is_some();
    (dates || posts())
        && !marked.off
        && begins_bold(&line.text)
        && is_short(&line.text)
        && !split::has_date(&line.text)
}

/// `**Lecturer**, Faculty of Dough` over `**Example University** (2022 – 2024)`: two lines that begin in bold, the
/// second with the dates, and one of them recognised by its words.
pub(super) fn is_post_over_employer(lines: &[Line]) -> bool {
    let [first, second, ..] = lines else { return false };
    let both = [first, second].iter().all(|line| begins_bold(&line.text) && is_short(&line.text));
    let (above, below) = (first.text.text(), second.text.text());
    let dated = split::dated_line(&second.text).is_some_and(|dated| {
        dated.firm && dated.found.is_range() && below[dated.outer.end..].trim().is_empty()
    });
    both && dated && (words::is_job(&above) || words::is_company(&above) || words::is_school(&above))
}

/// Returns whether a line is a date, with a colon or a remark in brackets after it: `2016 – 2018 (remote)`.
pub(super) fn is_date_over_text(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches([':', '：']);
    let bare = || text.strip_suffix([')', '）'])?.rsplit_once(['(', '（']).map(|(before, _)| before);
    date::parse(text).is_some() || bare().is_some_and(|before| date::parse(before).is_some())
}

/// `2023.04 - 2025.03 (paused in 2023.09)`: a range, a remark after it, and nothing else.
pub(super) fn is_dates_and_remark(text: &str) -> bool {
    let whole = |dated: split::Dated| dated.outer.len() == text.trim().len() && dated.found.is_range();
    text.trim_end().ends_with([')', '）']) && split::dated(text).is_some_and(whole)
}

/// `**Sample, A.** (2024). On samples. *Journal of Samples*`: a full stop after the date, and more.
pub(super) fn is_reference(text: &str, dated: &split::Dated) -> bool {
    let behind = text[dated.outer.end..].trim_start();
    let bracketed = text[..dated.outer.end].ends_with([')', '）']);
    // `BSc, Sample University (2018–2020), with honours`: a publication has no range.
    let named = behind.starts_with(':') || behind.starts_with(',') && !dated.found.is_range();
    let mark = behind.starts_with('.') || bracketed && named;
    dated.outer.start > 0 && mark && behind.len() > 1
}

/// `**Example University** | Physics` over `*2016 - 2020*`: a line that begins in bold, and the next one is a range
/// of dates and nothing else, or ends in one behind a bar: `*BSc Physics* | *2016 - 2020*`.
pub(super) fn is_over_range(lines: &[Line]) -> bool {
    let [first, next, ..] = lines else { return false };
    let keyed = key::at_start(&first.text.text(), key::GRID_KEY).is_some();
    let text = next.text.text();
    let marked = |run: &Run| run.marks.emphasis || !run.text.contains(char::is_alphanumeric);
    let last = |dated: &split::Dated| {
        let bar = text[..dated.outer.start].trim_end().ends_with(['|', '｜']);
        bar && dated.found.is_range() && text[dated.outer.end..].trim().is_empty()
    };
    let cells = || {
        next.text.runs().all(marked) && is_short(&next.text) && split::dated(&text).is_some_and(|d| last(&d))
    };
    !keyed && is_short(&first.text) && (date::parse(&text).is_some_and(|found| found.is_range()) || cells())
}
