//! The titles of sections, and their meanings.

mod ability;
mod career;
mod life;
mod person;
mod proof;

use super::SectionKind;
use super::word_map::{WordMap, word_map};
use super::word_set::{WordSet, word_set};

/// The titles of one kind, folded: one or more lines for each of Chinese, English, Japanese, Korean, German,
/// French, Spanish, Portuguese, Italian, Polish, Russian, then Dutch, Swedish, Turkish, Vietnamese and
/// Indonesian.
///
/// Sources: titles of public résumés in each language, and the forms that job portals offer there.
#[derive(Clone, Copy)]
pub(super) struct Titles {
    /// The kind of their sections.
    kind: SectionKind,
    /// Nothing but titles of sections: 教育背景, `Work Experience`.
    sure: &'static str,
    /// Titles when alone; before a colon they may be the label of a list: 项目, `Projects:`.
    alone: &'static str,
    /// Titles if they are headings; elsewhere the label of a line in an entry: 技术栈, `Technologies`.
    label: &'static str,
}

/// How surely a word is the title of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Wherever it is alone on a line.
    Sure,
    /// If no colon follows it.
    Alone,
    /// If it is a heading.
    Label,
}

const ALL: [&[Titles]; 5] = [person::TITLES, career::TITLES, ability::TITLES, proof::TITLES, life::TITLES];

/// The number of texts: one for each certainty.
const COUNT: usize = 3 * (ALL[0].len() + ALL[1].len() + ALL[2].len() + ALL[3].len() + ALL[4].len());

/// The meaning of the titles in each text, and their certainty.
static TEXTS: [((SectionKind, Certainty), &str); COUNT] = {
    let mut texts = [((SectionKind::Other, Certainty::Label), ""); COUNT];
    let (mut at, mut file, mut titles) = (0, 0, 0);
    while at < COUNT {
        if titles == ALL[file].len() {
            (file, titles) = (file + 1, 0);
            continue;
        }
        let Titles { kind, sure, alone, label } = ALL[file][titles];
        texts[at] = ((kind, Certainty::Sure), sure);
        texts[at + 1] = ((kind, Certainty::Alone), alone);
        texts[at + 2] = ((kind, Certainty::Label), label);
        (at, titles) = (at + 3, titles + 1);
    }
    texts
};

/// Returns the meaning of a folded title, and its certainty.
pub(super) fn find(word: &str) -> Option<(SectionKind, Certainty)> {
    static MEANINGS: WordMap<(SectionKind, Certainty)> = word_map!(&TEXTS);
    MEANINGS.find(word)
}

/// Returns whether a folded title is that of a section without a kind of its own: 其他信息.
pub(super) fn is_other(word: &str) -> bool {
    static WORDS: WordSet = word_set!(life::OTHERS);
    WORDS.has(word)
}

/// Returns whether a folded word before or after a title leaves its meaning unchanged: `Selected`, 主要.
pub(super) fn is_qualifier(word: &str) -> bool {
    static WORDS: WordSet = word_set!(QUALIFIERS);
    WORDS.has(word)
}

/// Returns 主要工作经历 without 主要.
pub(super) fn without_start(title: &str) -> &str {
    static WORDS: WordSet = word_set!(BEFORE);
    WORDS.at_start(title).map_or(title, |word| &title[word.len()..])
}

/// Returns 工作经历概述 without 概述.
pub(super) fn without_end(title: &str) -> Option<&str> {
    static WORDS: WordSet = word_set!(BEHIND);
    WORDS.at_end(title).map(|word| &title[..title.len() - word.len()])
}

/// Words before the title of a section in Han or hangul.
const BEFORE: &str = "
    核心 主要 相关 个人 部分 近期 其他 其它 代表性 代表 重点 过往 本人 我的 精选 典型 曾经 详细 最近 重要 关键
    综合 在校 校内 校外 国内 海外 国外 企业 公司 商业 大学 研究生 本科 线上 独立 自主 业余 课程 课外 学术 全部
    参与 负责 互联网 专业 团队 主な その他の その他 주요 기타 개인 관련";

/// Words after the title of a section in Han.
const BEHIND: &str = "
    如下 一览 列表 清单 概述 概览 概况 总览 汇总 部分 板块 详情 详细 介绍 简述 情况 展示 节选 摘录 精选 补充 总结";

/// Words next to a title in languages with blanks between words.
const QUALIFIERS: &str = "
    selected relevant professional other additional key core main major recent personal notable further
    related my our side previous past current prior academic technical general special extra significant
    representative featured brief detailed full latest early earlier formal practical top important various
    overview detail details highlights
    ausgewahlte weitere sonstige relevante wichtige berufliche personliche eigene besondere aktuelle
    bisherige wesentliche wichtigste meine mein andere fruhere
    principales principaux autres pertinentes pertinente personnelles professionnelles selectionnees
    recentes mes mon ma cles diverses
    relevantes seleccionadas seleccionados destacados destacadas principal otros otras personales
    profesionales mis mi previa adicional adicionales complementaria
    outras outros principais selecionadas meus minhas minha meu adicionais profissionais pessoais
    altre altri principali selezionate rilevanti mie miei personali professionali
    moje inne kluczowe wybrane dodatkowe glowne
    мои ключевые основные дополнительные избранные другие прочие личные профессиональные последние
    важные основное дополнительное тренировочные учебные рабочие
    overige belangrijkste mijn ovriga ovrig mina viktigaste relevant";

/// Returns every word of the tables.
#[cfg(test)]
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let titles = TEXTS.iter().map(|(_, words)| *words);
    titles.chain([life::OTHERS, BEFORE, BEHIND, QUALIFIERS]).flat_map(str::split_whitespace)
}
