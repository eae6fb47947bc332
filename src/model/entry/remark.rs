//! Dates that end a remark after a title: `某系统（Swift，2016.7 - 至今）`, `Loaf finder (course work, 2019)`.

use super::Builder;
use super::date_printed::dates_of;
use crate::model::Dates;
use crate::model::date;
use crate::model::rich::Rich;
use crate::model::split::Dated;

impl Builder<'_> {
    /// Takes the dates off the end of the brackets at the end of a title; the rest of the remark stays.
    pub(super) fn without_dated_remark(&mut self, title: Rich) -> (Rich, Option<Dates>) {
        let text = title.text().into_owned();
        let Some((comma, dated)) = in_remark(&text) else { return (title, None) };
        let dates = dates_of(&title, &dated);
        self.consume(&title.slice(comma..dated.outer.start), "separator");
        self.consume(&title.slice(dated.found.end_with_duration()..dated.outer.end), "separator");
        let mut rest = title.slice(0..comma);
        rest.append(title.slice(dated.outer.end..text.len()));
        (rest, Some(dates))
    }
}

/// Returns the position of the mark before the dates, and the dates.
fn in_remark(text: &str) -> Option<(usize, Dated)> {
    let whole = text.trim_end();
    let close = whole.len() - whole.chars().next_back().filter(|c| matches!(c, ')' | '）'))?.len_utf8();
    let open = whole.rfind(['(', '（']).filter(|at| *at > 0)?;
    let found =
        date::find_all(whole).into_iter().rfind(|found| found.is_range() || found.range.start > open)?;
    let end = found.end_with_duration();
    let remark = whole.get(open..found.range.start)?;
    let comma = open + remark.trim_end().strip_suffix([',', '，', '、', '|', '｜', ';', '；', '/'])?.len();
    let named = whole[open..comma].chars().any(char::is_alphanumeric);
    let last =
        whole.get(end..close).is_some_and(|rest| rest.trim_matches([' ', ',', '，', ';', '；']).is_empty());
    let outer = found.range.start..close;
    (named && last && date::find_all(&whole[..comma]).is_empty())
        .then_some((comma, Dated { found, outer, firm: true }))
}
