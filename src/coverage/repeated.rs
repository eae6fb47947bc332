//! Terms that an advertisement repeats in Han characters, though no list has them.

use std::collections::BTreeMap;

use super::ad::Weight;
use crate::source::chars::is_han;

/// Characters and words that separate terms from the rest of a sentence.
const PARTING: &[&str] = &[
    "的", "了", "和", "与", "及", "或", "等", "在", "有", "能", "对", "为", "以", "是", "将", "可", "会",
    "具备", "具有", "熟悉", "熟练", "掌握", "精通", "了解", "负责", "参与", "优先", "相关", "经验", "能力",
    "良好", "较强", "优秀", "以上", "工作", "岗位", "职位", "公司", "我们", "你", "并", "且", "不", "者",
    "中", "上", "下", "内", "其", "该", "根据", "进行", "完成", "实现", "提供", "支持", "保证", "确保",
    "协助", "配合", "推动", "推进", "制定", "建立", "至少", "以及", "包括", "使用", "运用", "通过", "要求",
    "任职", "职责", "专业", "学历", "本科", "年", "月", "人", "一", "二", "三", "两", "多", "各", "类", "至",
    "于", "从", "到", "由", "被", "把", "需", "需要", "要", "系统", "设计", "开发", "技术", "产品", "业务",
    "项目", "团队", "服务", "数据", "平台", "方案", "问题", "需求", "核心", "管理", "分析", "维护", "优化",
    "行业", "知识", "意识", "精神",
];
/// The shortest and the longest term, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=6;

/// Returns the terms that occur at least twice, each with its weightiest place and its count; a term within a
/// longer one that occurs as often is left out. In order of their characters.
pub fn of(lines: &[(Weight, String)]) -> Vec<(String, Weight, usize)> {
    let mut counts: BTreeMap<String, (Weight, usize)> = BTreeMap::new();
    for (weight, line) in lines {
        for run in runs(line) {
            for start in 0..run.len() {
                for end in (start + LENGTH.start()..=run.len()).take_while(|end| end - start <= *LENGTH.end())
                {
                    let text: String = run[start..end].iter().collect();
                    let count = counts.entry(text).or_insert((*weight, 0));
                    *count = (count.0.max(*weight), count.1 + 1);
                }
            }
        }
    }
    counts.retain(|_, (_, times)| *times >= 2);
    let inside = |text: &str, times: usize| {
        counts
            .iter()
            .any(|(other, (_, often))| *often >= times && other.len() > text.len() && other.contains(text))
    };
    let kept = counts.iter().filter(|(text, (_, times))| !inside(text, *times));
    kept.map(|(text, (weight, times))| (text.clone(), *weight, *times)).collect()
}

/// Returns the Han characters of a line, split at the separators.
fn runs(line: &str) -> Vec<Vec<char>> {
    let mut parted = line.to_owned();
    let mut words = PARTING.to_vec();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in words {
        parted = parted.replace(word, " ");
    }
    let runs = parted.split(|c: char| !is_han(c)).map(|run| run.chars().collect::<Vec<char>>());
    runs.filter(|run| run.len() >= *LENGTH.start()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_twice_is_asked_for() {
        let line = |text: &str| (Weight::Required, text.to_owned());
        let lines = [line("熟悉航空货运流程"), line("有航空货运经验者优先"), line("负责航空器材")];
        assert_eq!(
            of(&lines),
            [("航空".to_owned(), Weight::Required, 3), ("航空货运".to_owned(), Weight::Required, 2)]
        );
        assert_eq!(of(&[line("熟悉的工作"), line("熟悉的工作")]), []);
    }
}
