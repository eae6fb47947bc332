//! Code spans that are labels: `` `职责` `` alone above what someone did.

use crate::model::rich::Rich;
use crate::source::chars::is_wide;

/// The longest label, in characters.
const LONGEST: usize = 10;

/// The words in which labels end.
const ENDS: &str = "技术栈 技术 職責 职责 业绩 業績 描述 介绍 简介 背景 内容 成果 亮点 难点 收获 工具 环境 贡献 工作 \
    技術棧 技術 環境 介紹 簡介 內容 亮點 難點 概要 説明 担当 業務 成績 역할 기술 성과 내용 설명";

/// Makes a line bold if it is such a label.
pub(super) fn embolden(line: &mut Rich) {
    if is_label(line) {
        line.dress(|marks| (marks.code, marks.strong) = (false, true));
    }
}

/// Returns whether a line is only a code span that labels the text below it.
pub(in crate::model) fn is_label(line: &Rich) -> bool {
    let text = line.text();
    let word = text.trim().trim_end_matches([':', '：']);
    line.runs().count() == 1
        && line.all(|marks| marks.code)
        && word.chars().count() <= LONGEST
        && word.chars().all(is_wide)
        && ENDS.split_whitespace().any(|end| word.ends_with(end))
}
