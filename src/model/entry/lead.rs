//! Which part of a line is its head, if a degree comes before a school, or one of several parts is bold.

use std::ops::Range;

use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, PartRole};
use crate::model::rich::Rich;
use crate::source::chars::is_wide;

impl Entry {
    /// Returns whether the employer or the school leads an entry though its line names something else first:
    /// `2014 - 2018 MSc, **Sample University**`, `本科 某大学 会计(2014 - 2018)`.
    pub(super) fn is_led_by_house(&self, line: &Rich) -> bool {
        let entry = self;
        let text = line.text();
        let place = |part: &Rich| -> Option<Range<usize>> {
            let part = part.text();
            let at = text.find(&*part).filter(|_| !part.is_empty())?;
            Some(at..at + part.len())
        };
        let Some(house) = entry.part(PartRole::Organization).and_then(place) else { return false };
        let Some(first) = entry.parts.first() else { return false };
        let Some(lead) = place(&first.text).filter(|lead| lead.end <= house.start) else { return false };
        let (head, house) = (line.slice(lead), line.slice(house));
        let bold = |part: &Rich| part.all(|marks| marks.strong);
        let begins_bold = head.runs().next().is_some_and(|run| run.marks.strong);
        if begins_bold && !bold(&house) {
            return false;
        }
        // Han, kana and hangul write a degree before its school as a label; `MSc, Sample University` is its author's order.
        let label = entry.section == SectionKind::Education
            && first.role == PartRole::Degree
            && head.text().chars().all(|c| is_wide(c) || !c.is_alphabetic());
        bold(&house) && !begins_bold || label
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::{Files, Sink};
    use crate::model::resume::{Block, BlockKind};

    /// Returns for each entry of a section whether its employer or school leads.
    fn leads(text: &str) -> Vec<bool> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let source =
            crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
        let resume = crate::model::build(&source, &mut sink).expect("no errors");
        let led = |block: &Block| match &block.kind {
            BlockKind::Entry(entry) => Some(entry.house_leads),
            _ => None,
        };
        resume.sections.iter().flat_map(|section| &section.blocks).filter_map(led).collect()
    }

    #[test]
    fn a_school_leads_before_its_degree() {
        let text = "## 教育背景\n\n* 本科 示例大学 会计学(2013.9-2017.6)\n* 高中　样例中学(2010.9-2013.6)\n";
        assert_eq!(leads(text), [true, true]);
        let heading = "## 学歴\n\n### 修士｜例示大学 2016年4月 - 2018年3月\n\n### 例示大学｜学士 2012年4月 - 2016年3月\n";
        assert_eq!(leads(heading), [true, false]);
        let english = "## Education\n\n### MSc | Sample University | 2016 - 2018\n";
        assert_eq!(leads(english), [false]);
    }

    #[test]
    fn bold_words_lead() {
        let text =
            "## 工作经历\n\n`2014- ` 会计, 研发部, **示例有限公司**\n\n`2010-2014` 出纳, **样例有限公司**\n";
        assert_eq!(leads(text), [true, true]);
        let degree = "## 教育背景\n\n**本科** 示例大学 会计学 2013.9-2017.6\n\n**硕士** 示例大学 会计学 2017.9-2019.6\n";
        assert_eq!(leads(degree), [false, false]);
    }
}
