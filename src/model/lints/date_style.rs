//! J206: dates of one résumé in several forms: `2020.03` and `2020/03`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::{Diagnostic, Fix, Sink, code, message};
use crate::model::date::Dates;
use crate::model::resume::{Block, BlockKind, Resume};

/// The largest number of dates reported one by one.
const MOST: usize = 8;

/// A year and a month in figures, and the mark between them.
struct Point {
    range: Range<usize>,
    year: String,
    month: u8,
    /// Whether the month has two figures, a leading zero included.
    padded: bool,
    mark: char,
}

/// Reports dates of entries written in another form than most of them.
pub fn check(resume: &Resume, source: &str, sink: &mut Sink) {
    let mut dates: Vec<(&Dates, Vec<Point>)> = Vec::new();
    resume.sections.iter().for_each(|section| collect(&section.blocks, &mut dates));
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    let all = || dates.iter().flat_map(|(_, points)| points);
    all().for_each(|point| *counts.entry(point.mark).or_default() += 1);
    let total: usize = counts.values().sum();
    let Some((usual, _)) = counts.into_iter().find(|(_, count)| 2 * count > total && *count < total) else {
        return;
    };
    let padded = !all().any(|point| point.mark == usual && !point.padded && point.month < 10);
    let odd = dates.iter().filter(|(_, points)| points.iter().any(|point| point.mark != usual));
    for (dates, points) in odd.take(MOST) {
        let text = dates.raw.text();
        let new = |point: &Point| written(point, usual, padded);
        let Some(first) = points.iter().find(|point| point.mark != usual) else { continue };
        let message = message!("most dates are written like {date}, but this one is not", date = new(first));
        let found = Diagnostic::new(code::DATE_STYLE, dates.raw.span(), message);
        let found = found.hint(message!("write `{right}`", right = new(first)));
        // A hyphen without blanks between two dates would look like one inside them.
        let joined = dates.mark.clone().is_some_and(|mark| {
            usual == '-' && text.get(mark.clone()) == Some("-") && !text[..mark.start].ends_with(' ')
        });
        let odd = points.iter().filter(|point| point.mark != usual && !joined);
        let fixes = odd.filter_map(|point| {
            let span = dates.raw.slice(point.range.clone()).span()?;
            Fix::of(source, span, new(point)).filter(|fix| fix.was == text[point.range.clone()])
        });
        sink.report(fixes.fold(found, Diagnostic::fix));
    }
}

fn written(point: &Point, mark: char, padded: bool) -> String {
    let month = if padded { format!("{:02}", point.month) } else { point.month.to_string() };
    match mark {
        '年' => format!("{}年{month}月", point.year),
        mark => format!("{}{mark}{month}", point.year),
    }
}

/// Collects the dates. Depth is that of the model, which is bounded.
fn collect<'r>(blocks: &'r [Block], found: &mut Vec<(&'r Dates, Vec<Point>)>) {
    for block in blocks {
        let BlockKind::Entry(entry) = &block.kind else { continue };
        if let Some(dates) = &entry.dates {
            found.push((dates, points(&dates.raw.text())));
        }
        collect(&entry.body, found);
    }
}

/// Returns the months of a text written in figures; none if it has days, or months before their years.
fn points(text: &str) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
        let year = digits(start);
        at = start + year;
        let Some(mark) = text[at..].chars().next().filter(|c| matches!(c, '.' | '/' | '-' | '年')) else {
            continue;
        };
        let from = at + mark.len_utf8();
        let len = digits(from);
        let Some(month) = text.get(from..from + len).and_then(|month| month.parse::<u8>().ok()) else {
            continue;
        };
        if year != 4 || len > 2 || !(1..=12).contains(&month) {
            return Vec::new();
        }
        let (end, behind) = match (mark, text[from + len..].strip_prefix('月')) {
            ('年', Some(rest)) => (from + len + '月'.len_utf8(), rest),
            ('年', None) => return Vec::new(),
            _ => (from + len, &text[from + len..]),
        };
        // A day.
        let mut next = behind.chars();
        if next.next().is_some_and(|c| c == mark || c.is_ascii_digit())
            && next.next().is_some_and(|c| c.is_ascii_digit())
            && (mark != '-' || digits(text.len() - behind.len() + 1) < 4)
        {
            return Vec::new();
        }
        let year = text[start..start + year].to_owned();
        points.push(Point { range: start..end, year, month, padded: len == 2, mark });
        at = end;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, amended, changes};

    fn cured(dates: &[&str]) -> (usize, Vec<String>) {
        let entry = |date: &&str| format!("### 示例科技 | 出纳 | {date}\n\n- 报销\n\n");
        let text = format!("# 甲\n\n## 工作经历\n\n{}", dates.iter().map(entry).collect::<String>());
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
        let resume = crate::model::build(&source, &mut sink).expect("no errors");
        let mut sink = Sink::default();
        check(&resume, &source.text, &mut sink);
        let found = sink.into_sorted();
        let changes = changes(&found);
        let text = changes.values().next().map_or_else(|| text.clone(), |changes| amended(&text, changes));
        let shown =
            text.lines().filter_map(|line| line.strip_prefix("### 示例科技 | 出纳 | ").map(str::to_owned));
        (found.len(), shown.collect())
    }

    #[test]
    fn dates_are_written_as_most_of_them_are() {
        for (dates, want) in [
            (["2022.03 – 至今", "2020/1 - 2022/02", "2018.07 – 2019.12"], "2020.01 - 2022.02"),
            (["2022年3月 – 至今", "2020.01 - 2022.02", "2018年7月 – 2019年12月"], "2020年1月 - 2022年2月"),
            (["2022-03 – 至今", "2020年1月 – 2022年2月", "2018-07 – 2019-12"], "2020-01 – 2022-02"),
        ] {
            let (found, cured_dates) = cured(&dates);
            assert_eq!((found, cured_dates[1].as_str()), (1, want));
            let again: Vec<&str> = cured_dates.iter().map(String::as_str).collect();
            assert_eq!(cured(&again), (0, cured_dates.clone()));
        }
    }

    #[test]
    fn one_form_no_majority_and_days_are_left() {
        for dates in [
            ["2022.03 – 至今", "2020.1 - 2022.2", "2018.07 – 2019.12"],
            ["2022 – 至今", "2020/01 - 2022/02", "2018 – 2019"],
            ["2022.03.01 – 至今", "2020/01 - 2022/02", "2018.07.01 – 2019.12.01"],
        ] {
            assert_eq!(cured(&dates).0, 0, "{dates:?}");
        }
        // Which hyphen is the separator is ambiguous.
        let (found, dates) = cured(&["2022-03 - 至今", "2020.01-2022.02", "2018-07 - 2019-12"]);
        assert_eq!((found, dates[1].as_str()), (1, "2020.01-2022.02"));
    }
}
