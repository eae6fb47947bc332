//! Which headings are sections.

use crate::diag::{Files, Sink};

/// Returns the titles of the sections of a text made of headings.
fn sections(headings: &[&str]) -> String {
    let text = headings.join("\n\n文字。\n\n");
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    let resume = crate::model::build(&source, &mut sink).expect("no errors");
    let titles = resume.sections.iter().map(|section| section.title.text().into_owned());
    titles.collect::<Vec<_>>().join("+")
}

#[test]
fn a_late_title_as_high_as_the_name_is_a_section_too() {
    assert_eq!(
        sections(&["# 王小明", "## 工作经历", "## 教育背景", "## 技能", "# 附录一：往事", "## 1. 甲"]),
        "工作经历+教育背景+技能+附录一：往事+1. 甲"
    );
    assert_eq!(
        sections(&["# Ann Sample", "## Experience", "## Education", "# Appendix"]),
        "Experience+Education+Appendix"
    );
    assert_eq!(
        sections(&["# 王小明", "## 工作经历", "### 甲公司", "## 技能", "# 其它"]),
        "工作经历+技能+其它"
    );
    assert_eq!(sections(&["# 王小明", "# 工作经历", "## 甲公司", "## 乙公司", "# 技能"]), "工作经历+技能");
}
