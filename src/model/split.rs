//! Cutting an entry's line: its date, wherever it is, and the parts between its separators.

mod place;

use std::ops::Range;

use super::cut::is_diamond;
use super::words;
use crate::source::chars::{half_ems, is_bar};

pub(super) use place::{Dated, at_an_end, dated, dated_line, has_date};

/// The longest line separated by commas, in half ems.
const COMMA_ENTRY: usize = 130;
/// The smallest number of marks in a row that leads from one part to the next.
const LEADER: usize = 4;

/// The separators that divide a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `|` alone: the roles of the parts are given.
    Declared,
    /// `|`, `||`, tabs, wide or repeated blanks.
    Bars,
    /// Those, and dashes between blanks, and `；`.
    Dashes,
    /// Those, and slashes between blanks.
    Slashes,
    /// Those, and commas.
    Commas,
}

/// The division of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// The parts, without blanks at their ends.
    pub pieces: Vec<Range<usize>>,
    /// The separators between them.
    pub separators: Vec<Range<usize>>,
}

/// Tabs, ideographic and em spaces, or two blanks and more.
pub(super) fn is_wide_blank(blanks: &str) -> bool {
    blanks.chars().count() > 1 || blanks.contains(['\t', '\u{3000}', '\u{2003}', '\u{2002}'])
}

/// Cuts a line at its separators and takes its date out.
pub(super) fn line(text: &str, dated: Option<&Dated>, style: Style) -> Cut {
    let mut cut = Cut::default();
    match dated {
        None => cut_part(text, 0..text.len(), style, &mut cut),
        Some(dated) => {
            let stop = stop_before(text, dated.outer.start);
            cut_part(text, 0..stop, style, &mut cut);
            if stop < dated.outer.start {
                cut.separators.push(stop..dated.outer.start);
            }
            cut_part(text, dated.outer.end..text.len(), style, &mut cut);
        }
    }
    if style == Style::Commas {
        join_places(text, &mut cut);
    }
    cut
}

/// `Testville, CA` and `Musterstadt, Germany` are one part: a town and its region.
fn join_places(text: &str, cut: &mut Cut) {
    let mut at = 1;
    while at < cut.pieces.len() {
        let (town, region) = (cut.pieces[at - 1].clone(), cut.pieces[at].clone());
        let (name, lies) = (&text[town.clone()], &text[region.clone()]);
        let state = lies.len() == 2 && lies.bytes().all(|b| b.is_ascii_uppercase());
        let other = words::is_job(name)
            || words::is_company(name)
            || words::is_school(name)
            || words::is_degree(name);
        let between = &text[town.end..region.start];
        let comma = between.trim() == ",";
        if at > 1
            && comma
            && (state || words::is_place(lies))
            && !other
            && name.split_whitespace().count() <= 3
            || comma && is_enumerated(name, lies)
        {
            cut.separators.retain(|separator| separator.end <= town.end || separator.start >= region.start);
            cut.pieces[at - 1] = town.start..region.end;
            cut.pieces.remove(at);
        } else {
            at += 1;
        }
    }
}

/// `Chair of the Committee for Rolls, Loaves and Cakes`: the comma is within the field of the post.
pub(super) fn is_enumerated(before: &str, after: &str) -> bool {
    const AND: [&str; 6] = [" and ", " & ", " und ", " et ", " y ", " e "];
    const OF: [&str; 8] = [" of ", " for ", " on ", " in ", " für ", " de ", " para ", " di "];
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let item = after.split(", ").next().unwrap_or(after);
    let house = words::is_company(item) || words::is_school(item);
    !house && has(item, &AND) && has(before, &OF)
}

/// Returns where the words before a date end, without a full stop that only leads to it: `Testville, USA. *2023*`.
/// That of an abbreviation stays.
fn stop_before(text: &str, date: usize) -> usize {
    const SHORT: [&str; 22] = [
        "corp", "univ", "dept", "prof", "inst", "bros", "assoc", "intl", "tech", "hons", "govt", "natl",
        "asst", "acad", "mgmt", "calif", "mass", "penn", "conn", "tenn", "mich", "minn",
    ];
    let words = text[..date].trim_end();
    let Some(inner) = words.strip_suffix('.') else { return date };
    let word = inner.rsplit(|c: char| c.is_whitespace() || c == ',').next().unwrap_or_default();
    let letters = word.chars().count();
    let whole = word.chars().all(char::is_alphabetic);
    let region = (2..=3).contains(&letters) && word.chars().all(|c| c.is_ascii_uppercase());
    let abbreviated = letters < 4 || SHORT.contains(&word.to_lowercase().as_str());
    if whole && (region || !abbreviated) { inner.len() } else { date }
}

fn cut_part(text: &str, part: Range<usize>, style: Style, cut: &mut Cut) {
    let (mut start, mut at, mut depth) = (part.start, part.start, 0i32);
    // If there are bars between blanks, a dot belongs to the words next to it.
    let barred = text.contains(" | ") || text.contains(" ｜ ");
    while let Some(c) = text[at..part.end].chars().next() {
        match c {
            '(' | '（' | '[' | '【' | '《' | '「' => depth += 1,
            ')' | '）' | ']' | '】' | '》' | '」' => depth -= 1,
            _ => {}
        }
        // `项目四：  某系统`: blanks after a colon separate nothing more, except after a post. Nor do those after a number.
        let key = text[start..at].strip_suffix(['：', ':']);
        if c == ' ' && (key.is_some_and(|key| !words::is_job(key.trim())) || is_number(&text[start..at])) {
            let rest = &text[at..part.end];
            at += rest.len() - rest.trim_start_matches(' ').len();
            continue;
        }
        // `Testville,  TX`, `Sample -  a shop`: blanks after a comma or a dash separate no more than the mark does.
        if c == ' '
            && [",", " -", " –", " —"].iter().any(|mark| text[start..at].ends_with(mark))
            && text[at..part.end].trim_start().starts_with(char::is_alphanumeric)
            && (style == Style::Bars || text[start..at].ends_with(','))
        {
            let rest = &text[at..part.end];
            at += rest.len() - rest.trim_start_matches(' ').len();
            continue;
        }
        let dotted = barred && text[at..part.end].trim_start().starts_with(['·', '•']);
        match separator(&text[at..part.end], style).filter(|_| depth <= 0 && !dotted) {
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

/// `1.`, `12)`: the number of a title.
fn is_number(text: &str) -> bool {
    let digits = text.trim_start().strip_suffix(['.', ')']).unwrap_or_default();
    (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Adds a piece, without blanks and without a dash or comma that only led to the date.
fn add(text: &str, piece: Range<usize>, cut: &mut Cut) {
    let lead = |c: char| {
        c.is_whitespace()
            || is_bar(c)
            || matches!(c, '，' | ',' | '、' | '；' | ';' | '·' | '・' | '-' | '–' | '—' | '/' | '：' | ':')
    };
    let body = &text[piece.clone()];
    // `(2024 - 2029).`: only the full stop after the date.
    if matches!(body.trim(), "." | "。") {
        cut.separators.push(piece);
        return;
    }
    // `2017 – 2023. Sample University`
    let led = body.starts_with(". ");
    let stop = |c: char| lead(c) || c == '。' || led && c == '.';
    let start = piece.start + (body.len() - body.trim_start_matches(stop).len());
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
    if style == Style::Declared {
        return text.starts_with(is_bar).then(|| text.len() - text.trim_start_matches(is_bar).len());
    }
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
        if let Some(len) = leader(rest) {
            return Some(blanks + len);
        }
        let dot = ["· ", "• ", "・ "].iter().find(|dot| rest.starts_with(**dot));
        if let Some(dot) = dot {
            return Some(blanks + dot.len());
        }
        let mark = rest.chars().next().filter(|mark| is_diamond(*mark));
        if let Some(mark) = mark.filter(|mark| rest[mark.len_utf8()..].starts_with(' ')) {
            return Some(blanks + mark.len_utf8() + 1);
        }
        return (is_wide_blank(&text[..blanks]) && !is_legal_form(rest)).then_some(blanks);
    }
    let c = text.chars().next()?;
    let parts = match style {
        Style::Declared | Style::Bars => is_bar(c),
        Style::Dashes | Style::Slashes => is_bar(c) || c == '；' || text.starts_with("; "),
        // `Example, Inc.`
        Style::Commas if text.starts_with(", ") => !is_legal_form(&text[2..]),
        Style::Commas => is_bar(c) || matches!(c, '；' | '，'),
    };
    parts.then(|| text.len() - text.trim_start_matches(c).len())
}

/// `Musterverein  e.V.`, `Sample  Inc.`: what ends the name of a house is no part of its own.
pub(super) fn is_legal_form(text: &str) -> bool {
    const FORMS: [&str; 22] = [
        "e.V.", "e. V.", "eV", "GmbH", "gGmbH", "mbH", "AG", "KG", "SE", "Inc", "Ltd", "LLC", "LLP", "Co",
        "Corp", "S.A.", "SA", "S.L.", "S.r.l.", "s.r.o.", "B.V.", "Ltda",
    ];
    let word = text.split([',', '|', '(', '（', '\t']).next().unwrap_or_default().trim_end();
    FORMS.iter().any(|form| word.strip_prefix(form).is_some_and(|rest| matches!(rest, "" | ".")))
}

/// Returns the length of a row of hyphens, dots or lines that leads the eye from one part to the next, with the blank
/// after it: `Example Co. ------ Testville`.
fn leader(text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '.' | '·' | '_' | '='))?;
    let len = text.len() - text.trim_start_matches(mark).len();
    let rest = &text[len..];
    (len / mark.len_utf8() >= LEADER && rest.starts_with(' ')).then(|| text.len() - rest.trim_start().len())
}

/// Returns whether a line is separated by commas and ends in a range of dates: `硕士，某大学，2016.9~2019.7`.
pub(super) fn is_comma_entry(text: &str) -> bool {
    let Some(dated) = dated(text).filter(|dated| dated.found.is_range()) else { return false };
    let before = text[..dated.outer.start].trim_end();
    let last = text[dated.outer.end..].trim().is_empty();
    // Commas of a longer one belong to its words.
    let short = text.chars().map(half_ems).sum::<usize>() <= COMMA_ENTRY;
    short && last && before.ends_with(['，', ',']) && before.matches(['，', ',']).count() >= 2
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

    /// Returns the parts, and the remark next to the date.
    fn shown_whole(text: &str) -> (String, Option<&str>) {
        let dated = dated(text);
        let said =
            dated.as_ref().map(|dated| &text[dated.found.range.start..dated.found.end_with_duration()]);
        (shown(text, Style::Bars).0, said)
    }

    #[test]
    fn towns_and_what_they_lie_in_are_one_part() {
        for (text, pieces) in [
            ("Analyst, Sample Co., Testville, TX, May 2008 – now", "Analyst+Sample Co.+Testville, TX"),
            (
                "Researcher, Sample University, Muster, Germany, 2006 – 2008",
                "Researcher+Sample University+Muster, Germany",
            ),
            ("Cook, Sample Inn, Red Sample, NJ, 2001 – 2002", "Cook+Sample Inn+Red Sample, NJ"),
            ("MSc, Sample University, IT, 2001 – 2002", "MSc+Sample University+IT"),
        ] {
            assert_eq!(shown(text, Style::Commas).0, pieces, "{text}");
        }
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
            ("Testville, USA │ Nov 2024 — current", "Testville, USA", Some("Nov 2024 — current")),
            ("Sample Co. ♦ Engineer ❖ 2016 – 2018", "Sample Co.+Engineer", Some("2016 – 2018")),
            ("甲公司 ┃ 工程师 ‖ 2020.03 – 至今", "甲公司+工程师", Some("2020.03 – 至今")),
            ("简介:  写过甲和乙", "简介:  写过甲和乙", None),
            ("Sample Co. -------- Testville .... 2016 – 2018", "Sample Co.+Testville", Some("2016 – 2018")),
            ("甲 --- 乙", "甲 --- 乙", None),
            ("Team: \u{20}Sample Lab", "Team:  Sample Lab", None),
            ("Mentor:  Sample Lab", "Mentor+Sample Lab", None),
        ] {
            assert_eq!(shown(text, Style::Bars), (pieces.to_owned(), date), "{text}");
        }
        for (text, pieces, date) in [
            ("甲公司（2025/07 — 2025/08，暑期）", "甲公司", Some("2025/07 — 2025/08，暑期")),
            ("甲系统（2022～2023，持續維護）", "甲系统", Some("2022～2023，持續維護")),
            ("Sample Co. (2014–2016, 50%)", "Sample Co.", Some("2014–2016, 50%")),
            ("自由职业 (2009年-至今 某市)", "自由职业", Some("2009年-至今 某市")),
            ("甲公司 | 2018-07 — 2020-02（实习）", "甲公司", Some("2018-07 — 2020-02（实习）")),
            (
                "Engineer, Sample Co. 2020 - 2021 (part-time)",
                "Engineer, Sample Co.",
                Some("2020 - 2021 (part-time)"),
            ),
            ("Engineer | 2020 – 2021 (Berlin)", "Engineer+(Berlin)", Some("2020 – 2021")),
            ("Engineer | Sample Co. 2007 – 2008.", "Engineer+Sample Co.", Some("2007 – 2008")),
            ("I stayed there from 2007 to 2008.", "I stayed there from 2007 to 2008.", None),
            ("博士, 2017.03 - 2018.11, 2020.10 - 至今", "博士", Some("2017.03 - 2018.11, 2020.10 - 至今")),
            (
                "19.07 - 20.06(实习); 20.06-21.05（转正）",
                "",
                Some("19.07 - 20.06(实习); 20.06-21.05（转正）"),
            ),
            ("甲大学 本科 17.09 - 21.06", "甲大学 本科", Some("17.09 - 21.06")),
            ("甲学校 (2014年，一等奖)", "甲学校 (2014年，一等奖)", None),
            ("甲（2019 - 2020 | 负责乙）", "甲（2019 - 2020 | 负责乙）", None),
        ] {
            let shown = shown_whole(text);
            assert_eq!((shown.0.as_str(), shown.1), (pieces, date), "{text}");
        }
        assert_eq!(shown("工程师 - 某公司 2018.3-2018.7", Style::Dashes).0, "工程师+某公司");
        assert_eq!(shown("硕士，某大学，计算机，2016.9~2019.7", Style::Commas).0, "硕士+某大学+计算机");
    }
}
