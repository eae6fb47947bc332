//! What the title of a paper says besides what the paper is: when it was updated, where it can be had.

use std::ops::Range;

use crate::model::kinds::{PaperTitle, SectionKind};
use crate::source::links;

/// Returns where a title of a paper gives the date of its last update: 更新:2024-09-18, `Stand: Mai 2024`. A version
/// or a bare date does not count.
pub(super) fn last_update(title: &str) -> Option<Range<usize>> {
    const WORDS: [&str; 12] = [
        "最終更新日",
        "最終更新",
        "最后更新",
        "最後更新",
        "更新日",
        "更新于",
        "更新",
        "last updated",
        "updated",
        "stand",
        "作成日",
        "actualizado",
    ];
    let lower = title.to_lowercase();
    let start = WORDS.iter().find_map(|word| lower.find(word)).filter(|_| lower.len() == title.len())?;
    let digits = title[start..].bytes().filter(u8::is_ascii_digit).count();
    let digit = title[start..].rfind(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'))?;
    let end = start + digit + title[start + digit..].chars().next().map_or(0, char::len_utf8);
    (digits >= 4).then_some(start..end)
}

/// Returns the address in brackets after the title of the paper, with the words next to it:
/// `简历（cv.example.com 下载）`.
pub(super) fn address(title: &str) -> Option<Range<usize>> {
    let open = title.find(['(', '（'])?;
    let start = open + title[open..].chars().next().map_or(0, char::len_utf8);
    let inner = &title[start..start + title[start..].find([')', '）'])?];
    let last = title[start + inner.len()..].trim().chars().count() == 1;
    let host = inner.split(|c: char| !c.is_ascii() || c.is_whitespace()).next().unwrap_or_default();
    (last && links::looks_like_domain(host)).then(|| start..start + inner.len())
}

/// Returns whether a piece of a title is about the paper: 我的简历, `2024版`, `v2`.
pub(super) fn is_about_paper(piece: &str) -> bool {
    let version = piece.strip_suffix('版').or_else(|| piece.strip_prefix(['v', 'V']));
    let is_version = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    SectionKind::is_title_of_paper(piece) || PaperTitle::is_of_paper(piece) || version.is_some_and(is_version)
}
