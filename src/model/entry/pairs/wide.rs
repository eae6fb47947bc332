//! Posts and employers in Chinese: adjacent, or with a gap between them.

use super::kin::{Kin, is_name};
use super::seams::{Joint, Seam, in_brackets, is_no_employer, roles};
use crate::model::words;
use crate::source::chars::{is_han, is_wide};

/// `某某有限公司工程师`, `某某医院护士长 急诊科`: the final word of an employer, and a post right after it.
pub(super) fn glued(text: &str) -> Option<Seam> {
    const ENDS: [&str; 22] = [
        "公司",
        "集团",
        "集團",
        "银行",
        "銀行",
        "医院",
        "醫院",
        "研究院",
        "研究所",
        "事务所",
        "工作室",
        "出版社",
        "电视台",
        "大学",
        "大學",
        "中学",
        "小学",
        "幼儿园",
        "实验室",
        "學院",
        "学院",
        "协会",
    ];
    let first = text.split([' ', '\u{3000}']).next().unwrap_or(text);
    let ends = ENDS.iter().filter_map(|end| first.rfind(end).map(|at| at + end.len()));
    let cut = ends.max().or_else(|| words::known_company_at_start(first)).filter(|cut| *cut < first.len())?;
    let (employer, post) = (&first[..cut], &first[cut..]);
    let letters = post.chars().count();
    let named = employer.chars().count() >= 4 || words::is_company(employer);
    let said = Kin::Work.is_own(post) && letters >= 2 && !post.starts_with(['(', '（', '-', '—', '·']);
    if !(named && said && is_wide_text(post)) {
        return None;
    }
    let rest = first.len() + (text[first.len()..].len() - text[first.len()..].trim_start().len());
    let behind = rest < text.len();
    Some(Seam {
        joint: Joint::None,
        pieces: [0..cut, cut..first.len()],
        rest: behind.then_some(rest..text.len()),
        gaps: behind.then_some(first.len()..rest).into_iter().collect(),
        roles: roles(Kin::Work, false),
        sure: true,
    })
}

/// `Sample 实验室 研究员`, `Sample-研究员`, `研究员 Sample 实验室`: a post in wide letters at one end, next to a gap.
pub(super) fn gap(text: &str) -> Option<Seam> {
    if !text.contains(is_han) {
        return None;
    }
    let blank = |c: char| c.is_whitespace();
    let dash = |c: char| matches!(c, '-' | '－' | '–' | '—' | '_' | '·');
    let comma = |c: char| matches!(c, '，' | ',');
    let cut = |at: usize, role_first: bool| {
        let apart = |c: char| blank(c) || dash(c) || comma(c);
        let start = text[..at].trim_end_matches(apart).len();
        let end = text.len() - text[at..].trim_start_matches(apart).len();
        let (before, after) = (&text[..start], &text[end..]);
        let (post, employer) = if role_first { (before, after) } else { (after, before) };
        if !is_wide_text(post)
            || !Kin::Work.is_own(post)
            || words::is_job(employer)
            || is_no_employer(employer)
        {
            return None;
        }
        // `Samplework, 后端研发`
        let comma = text[start..end].contains([',', '，']) && is_name(employer);
        let sure =
            comma || Kin::Work.is_house(employer) || employer.chars().filter(|c| is_han(*c)).count() >= 3;
        (sure || is_name(employer))
            .then(|| Seam::between(Joint::Gap, text, start..end, roles(Kin::Work, role_first), sure))
    };
    let outside = |at: &usize| !in_brackets(text, *at);
    [&blank as &dyn Fn(char) -> bool, &dash, &comma].into_iter().find_map(|mark| {
        let last = text.trim_end().rfind(mark).filter(outside);
        let first = text.find(mark).filter(outside);
        last.and_then(|at| cut(at, false))
            .or_else(|| first.and_then(|at| cut(at, true).filter(|seam| seam.sure)))
    })
}

pub(super) fn is_wide_text(text: &str) -> bool {
    text.chars().any(is_wide)
}
