//! Titles that name the document, with a person or a post: 张三的个人简历, `CV – Alex Sample`.

mod names;
mod pieces;

use std::ops::Range;

use crate::model::words;
use crate::source::chars::is_wide;
use pieces::{Piece, Tie};

/// The longest title that is no sentence, in bytes.
const LONGEST: usize = 200;
/// The longest headline in a title, in characters.
const HEADLINE: usize = 48;

/// A title that names the document, and perhaps the person and the post applied for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::model) struct PaperTitle {
    /// The bytes that are neither name nor headline: the word for résumé, with 的 or `'s`, versions and
    /// separators.
    pub paper: Vec<Range<usize>>,
    /// The person's name.
    pub name: Option<Range<usize>>,
    /// The post applied for.
    pub headline: Option<Range<usize>>,
}

impl PaperTitle {
    /// Returns the parts of a title, if it says that the paper is a résumé, or gives a post applied for or
    /// held and the person: 应聘前端工程师-张三, 张三_Java开发_3年经验.
    pub fn of(title: &str) -> Option<PaperTitle> {
        if title.len() > LONGEST {
            return None;
        }
        let pieces = pieces::of(title);
        if pieces.is_paper {
            return parted(title, &pieces.rest);
        }
        if pieces.is_wish {
            return parted(title, &pieces.rest).filter(|parts| parts.name.is_some());
        }
        name_and_post(title, &pieces.rest)
    }

    /// Returns whether a word of a title says that the paper is a résumé. This alone rules out most titles.
    pub fn is_of_paper(title: &str) -> bool {
        title.len() <= LONGEST && pieces::hold_paper(title)
    }
}

impl PaperTitle {
    /// Returns the text next to the word for the paper in a title that is more than that word: 某系大四 in
    /// 某系大四 履歷表; empty if there is nothing. `None` for a title without such a word.
    pub fn beside(title: &str) -> Option<Range<usize>> {
        if title.len() > LONGEST {
            return None;
        }
        let pieces = pieces::of(title);
        let start = pieces.rest.iter().map(|piece| piece.range.start).min().unwrap_or(0);
        let end = pieces.rest.iter().map(|piece| piece.range.end).max().unwrap_or(0);
        pieces.is_paper.then_some(start..end)
    }

    /// Returns whether a title is a program's default for an unnamed file: 新建简历 8c813b, `Untitled (2)`, 简历 副本.
    pub fn is_unnamed(title: &str) -> bool {
        let lower = title.trim().to_lowercase();
        let rest = names::UNNAMED.split(',').map(str::trim).find_map(|name| lower.strip_prefix(name));
        let Some(rest) = rest else { return false };
        let mark = |c: char| c.is_whitespace() || "()（）[]-_.#·".contains(c);
        let copy =
            |word: &str| matches!(word, "副本" | "copy" | "复制" | "複製" | "コピー" | "사본" | "的副本");
        // A number, or the hash of a file.
        let number = |word: &str| {
            word.len() <= 40
                && word.chars().all(|c| c.is_ascii_hexdigit())
                && word.contains(|c: char| c.is_ascii_digit())
        };
        let apart =
            rest.is_empty() || rest.starts_with(|c: char| mark(c) || c.is_ascii_digit() || c > '\u{7f}');
        apart && rest.split(mark).filter(|word| !word.is_empty()).all(|word| copy(word) || number(word))
    }

    /// Returns whether a word gives the date or the version of a paper: 更新:2024-01-01, v2.
    pub fn is_noise(word: &str) -> bool {
        let pieces = pieces::of(word);
        word.len() <= LONGEST && !pieces.is_paper && !pieces.is_wish && pieces.rest.is_empty()
    }

    /// Returns whether a line is about the paper, not the person: 扫码查看最新版本, `Download as PDF`, 目录.
    pub fn is_remark(text: &str) -> bool {
        PaperTitle::is_offer(text)
            || (pieces::of(text).rest.is_empty() && text.len() <= LONGEST)
            || PaperTitle::beside(text).is_some()
    }

    /// Returns whether a line offers the paper in another form, or announces its contents: `Download CV`, 目录.
    pub fn is_offer(text: &str) -> bool {
        const WIDE: [&str; 16] = [
            "扫码",
            "掃碼",
            "二维码",
            "点击",
            "點擊",
            "下载",
            "下載",
            "目录",
            "目錄",
            "目次",
            "首页",
            "首頁",
            "最新版",
            "更新",
            "打印",
            "ダウンロード",
        ];
        const WORDS: [&str; 12] = [
            "pdf",
            "download",
            "downloadable",
            "click",
            "contents",
            "toc",
            "updated",
            "printable",
            "scan",
            "herunterladen",
            "télécharger",
            "descargar",
        ];
        let lower = text.to_lowercase();
        let word = |word: &str| WORDS.contains(&word);
        WIDE.iter().any(|word| text.contains(word)) || lower.split(|c: char| !c.is_alphanumeric()).any(word)
    }
}

/// Splits pieces into the name and the headline, which the others have to be.
fn parted(title: &str, rest: &[Piece]) -> Option<PaperTitle> {
    // 博主的简历 names nobody.
    const NOBODY: [&str; 16] = [
        "博主",
        "站长",
        "站長",
        "作者",
        "楼主",
        "小编",
        "本人",
        "自己",
        "本站",
        "主人",
        "笔者",
        "筆者",
        "应届生",
        "毕业生",
        "学生",
        "程序员",
    ];
    let nobody = |piece: &Piece| NOBODY.contains(&title[piece.range.clone()].trim());
    if let [piece] = rest
        && nobody(piece)
    {
        return None;
    }
    let sure =
        rest.iter().position(|piece| piece.tie != Tie::Wish && words::is_person(&title[piece.range.clone()]));
    let name = sure.or_else(|| rest.iter().position(|piece| may_be_name(title, piece)));
    let others = || rest.iter().enumerate().filter(|(at, _)| Some(*at) != name).map(|(_, piece)| piece);
    let fits = |piece: &Piece| {
        let text = &title[piece.range.clone()];
        piece.tie == Tie::Wish
            || (words::is_job(text) && (piece.tie != Tie::Behind || text.contains(is_wide)))
            || (name.is_some() && piece.tie != Tie::Behind)
    };
    if !others().all(fits) {
        return None;
    }
    let headline = match (others().next(), others().next_back()) {
        (Some(first), Some(last)) => Some(first.range.start..last.range.end),
        _ => None,
    };
    let name = name.map(|at| rest[at].range.clone());
    together(title, name, headline, others().count() > 1)
}

/// Builds the parts, unless a name divides the pieces of the headline or they are too long for one.
fn together(
    title: &str,
    name: Option<Range<usize>>,
    headline: Option<Range<usize>>,
    several: bool,
) -> Option<PaperTitle> {
    if let Some(headline) = &headline {
        let text = &title[headline.clone()];
        let split = name.as_ref().is_some_and(|name| headline.contains(&name.start));
        if split || text.chars().count() > HEADLINE || (several && pieces::of(text).is_paper) {
            return None;
        }
    }
    let mut known: Vec<Range<usize>> = name.iter().chain(&headline).cloned().collect();
    known.sort_by_key(|range| range.start);
    let starts = std::iter::once(0).chain(known.iter().map(|range| range.end));
    let ends = known.iter().map(|range| range.start).chain([title.len()]);
    let paper = starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| start..end).collect();
    Some(PaperTitle { paper, name, headline })
}

/// 试例的简历: the owner of the paper is a name though not a known one, unless it is something else.
fn may_be_name(title: &str, piece: &Piece) -> bool {
    let text = &title[piece.range.clone()];
    match piece.tie {
        Tie::Owner => words::may_be_person(text, 1),
        Tie::Before | Tie::Behind => {
            let apart = title[..piece.range.start].ends_with(char::is_whitespace)
                || title[piece.range.end..].starts_with(char::is_whitespace);
            apart && words::may_be_person(text, 2)
        }
        Tie::Apart | Tie::Wish => false,
    }
}

/// 张三_Java开发_3年经验: as in file names, the person first.
fn name_and_post(title: &str, rest: &[Piece]) -> Option<PaperTitle> {
    let [name, others @ ..] = rest else { return None };
    let (first, last) = (others.first()?, others.last()?);
    let between = &title[name.range.end..first.range.start];
    let wide = title[name.range.clone()].chars().all(is_wide);
    let post = others.iter().any(|piece| words::is_job(&title[piece.range.clone()]));
    if !wide
        || !post
        || !matches!(between, "_" | "-" | "－" | "＿")
        || !words::is_person(&title[name.range.clone()])
    {
        return None;
    }
    together(title, Some(name.range.clone()), Some(first.range.start..last.range.end), true)
}

/// Returns every word of the tables.
#[cfg(test)]
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    [names::PAPERS, names::NOISE].into_iter().flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests;
