//! Cutting an entry's line: its date, wherever it is, and the parts between its separators.

use std::ops::Range;

use super::date::{self, Found};

/// The date of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// What it says.
    pub found: Found,
    /// Its bytes with the brackets round it.
    pub outer: Range<usize>,
    /// It is a range, stands in brackets, or is a part of its own: no date in passing.
    pub firm: bool,
}

/// Which separators part a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `|`, `||`, tabs, wide or repeated blanks.
    Bars,
    /// Those, and dashes between blanks, and `；`.
    Dashes,
    /// Those, and slashes between blanks.
    Slashes,
    /// Those, and commas.
    Commas,
}

/// Where a line is cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// The parts, without blanks at their ends.
    pub pieces: Vec<Range<usize>>,
    /// What stood between them.
    pub separators: Vec<Range<usize>>,
}

/// Returns the date of a line: the first range, else the first date, that stands where a date of an
/// entry stands: in brackets, as a part of its own, or at one end.
pub(super) fn dated(text: &str) -> Option<Dated> {
    let mut all: Vec<Dated> =
        date::find_all(text).into_iter().filter_map(|found| place(text, found)).collect();
    let range = all.iter().position(|dated| dated.found.is_range());
    if all.is_empty() { None } else { Some(all.swap_remove(range.unwrap_or(0))) }
}

fn place(text: &str, mut found: Found) -> Option<Dated> {
    // `2020.06毕业`: the word belongs to the date.
    const BEHIND: [&str; 8] = ["毕业", "畢業", "卒業", "入学", "入學", "在读", "졸업", "입학"];
    let end = found.range.end;
    if let Some(word) =
        BEHIND.iter().find(|word| text[end..].starts_with(**word)).filter(|_| found.duration.is_none())
    {
        found.duration = Some(end..end + word.len());
    }
    let before = text[..found.range.start].trim_end();
    let after = text[found.end_with_duration()..].trim_start();
    let pairs =
        [('(', ')'), ('（', '）'), ('[', ']'), ('［', '］'), ('【', '】'), ('「', '」'), ('〔', '〕')];
    let brackets = pairs.into_iter().any(|(open, close)| {
        before.ends_with(open) && after.starts_with(close)
            || (open == '(' && before.ends_with('(') && after.starts_with('）'))
            || (open == '（' && before.ends_with('（') && after.starts_with(')'))
    });
    if brackets {
        let open = before.chars().next_back().map_or(0, char::len_utf8);
        let close = after.chars().next().map_or(0, char::len_utf8);
        let outer = before.len() - open..text.len() - after.len() + close;
        return Some(Dated { found, outer, firm: true });
    }
    let outer = found.range.start..found.end_with_duration();
    let (left, right) = (edge(before, text, outer.start, true), edge(after, text, outer.end, false));
    let exact = found.is_range() || found.start.month.is_some();
    match (left, right) {
        (Edge::Parted, Edge::Parted) => Some(Dated { found, outer, firm: true }),
        (Edge::Parted, Edge::Joined) | (Edge::Joined, Edge::Parted) if exact => {
            let firm = found.is_range();
            Some(Dated { found, outer, firm })
        }
        _ => None,
    }
}

/// How a date stands beside what is next to it.
enum Edge {
    /// At an end of the line, or at a separator.
    Parted,
    /// After or before other text.
    Joined,
    /// Inside brackets with more.
    Inside,
}

fn edge(side: &str, text: &str, at: usize, left: bool) -> Edge {
    let next = if left { side.chars().next_back() } else { side.chars().next() };
    let blanks = if left { &text[side.len()..at] } else { &text[at..text.len() - side.len()] };
    match next {
        None | Some('|' | '｜' | '，' | '；' | '·' | '•' | '、' | '/' | ',' | ';') => Edge::Parted,
        Some('—' | '–' | '-' | '~' | '～') if is_half_a_range(side, left) => Edge::Inside,
        Some('—' | '–' | '-') if !blanks.is_empty() => Edge::Parted,
        Some('(' | '（' | '[' | '【' | ')' | '）' | ']' | '】') if is_opening(next, left) => Edge::Inside,
        _ if is_wide_blank(blanks) => Edge::Parted,
        _ => Edge::Joined,
    }
}

/// Tells whether a dash beside a date has a number at its other side: `2020.13 - 2021.02`.
fn is_half_a_range(side: &str, left: bool) -> bool {
    let dash = |c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-' | '~' | '～');
    let other = if left {
        side.trim_end_matches(dash).chars().next_back()
    } else {
        side.trim_start_matches(dash).chars().next()
    };
    other.is_some_and(|c| c.is_ascii_digit())
}

/// An opening bracket before a date, or a closing one behind it.
fn is_opening(c: Option<char>, left: bool) -> bool {
    matches!((c, left), (Some('(' | '（' | '[' | '【'), true) | (Some(')' | '）' | ']' | '】'), false))
}

/// Tabs, ideographic and em spaces, or two blanks and more.
fn is_wide_blank(blanks: &str) -> bool {
    blanks.chars().count() > 1 || blanks.contains(['\t', '\u{3000}', '\u{2003}', '\u{2002}'])
}

/// Cuts a line at its separators and takes its date out.
pub(super) fn line(text: &str, dated: Option<&Dated>, style: Style) -> Cut {
    let mut cut = Cut::default();
    match dated {
        None => cut_part(text, 0..text.len(), style, &mut cut),
        Some(dated) => {
            cut_part(text, 0..dated.outer.start, style, &mut cut);
            cut_part(text, dated.outer.end..text.len(), style, &mut cut);
        }
    }
    cut
}

fn cut_part(text: &str, part: Range<usize>, style: Style, cut: &mut Cut) {
    let (mut start, mut at, mut depth) = (part.start, part.start, 0i32);
    while let Some(c) = text[at..part.end].chars().next() {
        match c {
            '(' | '（' | '[' | '【' | '《' | '「' => depth += 1,
            ')' | '）' | ']' | '】' | '》' | '」' => depth -= 1,
            _ => {}
        }
        match separator(&text[at..part.end], style).filter(|_| depth <= 0) {
            Some(len) => {
                add(text, start..at, cut);
                cut.separators.push(at..at + len);
                at += len;
                start = at;
            }
            None => at += c.len_utf8(),
        }
    }
    add(text, start..part.end, cut);
}

/// Adds a piece, without blanks and without a dash or comma that only led to the date.
fn add(text: &str, piece: Range<usize>, cut: &mut Cut) {
    let lead = |c: char| {
        c.is_whitespace()
            || matches!(c, '，' | ',' | '、' | '；' | ';' | '|' | '·' | '-' | '–' | '—' | '/' | '：' | ':')
    };
    let body = &text[piece.clone()];
    let start = piece.start + (body.len() - body.trim_start_matches(lead).len());
    let end = piece.start + body.trim_end_matches(lead).len();
    if start >= end {
        cut.separators.push(piece);
        return;
    }
    cut.separators.extend([piece.start..start, end..piece.end].into_iter().filter(|range| !range.is_empty()));
    cut.pieces.push(start..end);
}

/// Returns the length of the separator that a text begins with.
fn separator(text: &str, style: Style) -> Option<usize> {
    let blanks = text.len() - text.trim_start().len();
    if blanks > 0 {
        let rest = &text[blanks..];
        let dash = ["—— ", "— ", "– ", "-- ", "- "].iter().find(|dash| rest.starts_with(**dash));
        if style == Style::Slashes && rest.starts_with("/ ") {
            return Some(blanks + 2);
        }
        if let Some(dash) = dash.filter(|_| style != Style::Bars) {
            return Some(blanks + dash.len());
        }
        let dot = ["· ", "• "].iter().find(|dot| rest.starts_with(**dot));
        if let Some(dot) = dot {
            return Some(blanks + dot.len());
        }
        return is_wide_blank(&text[..blanks]).then_some(blanks);
    }
    let c = text.chars().next()?;
    let parts = match style {
        Style::Bars => matches!(c, '|' | '｜'),
        Style::Dashes | Style::Slashes => matches!(c, '|' | '｜' | '；') || text.starts_with("; "),
        Style::Commas => matches!(c, '|' | '｜' | '；' | '，') || text.starts_with(", "),
    };
    parts.then(|| text.len() - text.trim_start_matches(c).len())
}

/// Tells whether a line is parted by commas and ends in a range of dates: `硕士，某大学，2016.9~2019.7`.
pub(super) fn is_comma_entry(text: &str) -> bool {
    let Some(dated) = dated(text).filter(|dated| dated.found.is_range()) else { return false };
    let before = text[..dated.outer.start].trim_end();
    let last = text[dated.outer.end..].trim().is_empty();
    last && before.ends_with(['，', ',']) && before.matches(['，', ',']).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, style: Style) -> (String, Option<&str>) {
        let dated = dated(text);
        let cut = line(text, dated.as_ref(), style);
        let pieces: Vec<&str> = cut.pieces.into_iter().map(|piece| &text[piece]).collect();
        (pieces.join("+"), dated.map(|dated| &text[dated.found.range]))
    }

    #[test]
    fn the_date_is_found_wherever_it_is() {
        for (text, pieces, date) in [
            ("示例科技(2015-07 ~ 2016-07)", "示例科技", Some("2015-07 ~ 2016-07")),
            ("示例科技 | 工程师 | 杭州 | 2020.03 – 至今", "示例科技+工程师+杭州", Some("2020.03 – 至今")),
            ("Google || Jan 2020 - Present", "Google", Some("Jan 2020 - Present")),
            ("甲公司 （ 2012年9月 ~ 2014年9月 ）", "甲公司", Some("2012年9月 ~ 2014年9月")),
            ("CEO, Foo Bar Dec 2013 -- Dec 2014", "CEO, Foo Bar", Some("Dec 2013 -- Dec 2014")),
            ("2018.07-2020.06　某公司　工程师", "某公司+工程师", Some("2018.07-2020.06")),
            ("某公司(2019 - 2020)前端", "某公司+前端", Some("2019 - 2020")),
            ("Operator(依赖 LVS)，实现", "Operator(依赖 LVS)，实现", None),
            ("Visual Studio 2019 插件", "Visual Studio 2019 插件", None),
            ("愿景 2030", "愿景 2030", None),
            ("一等奖 | 2019", "一等奖", Some("2019")),
            ("一等奖 2019.06", "一等奖", Some("2019.06")),
            ("甲|乙（丙|丁）", "甲+乙（丙|丁）", None),
        ] {
            assert_eq!(shown(text, Style::Bars), (pieces.to_owned(), date), "{text}");
        }
        assert_eq!(shown("工程师 - 某公司 2018.3-2018.7", Style::Dashes).0, "工程师+某公司");
        assert_eq!(shown("硕士，某大学，计算机，2016.9~2019.7", Style::Commas).0, "硕士+某大学+计算机");
    }
}
