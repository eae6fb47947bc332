//! Résumés of invented people: which headings are sections, which are entries.

use crate::diag::{Files, Sink};

/// Returns the sections and entries of a text, as `explain` names them, the inner ones after a dot.
fn shown(text: &str) -> Vec<String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    let resume = crate::model::build(&source, &mut sink).expect("no errors");
    let explained = crate::model::explain(&resume, &source, &files);
    let row = |line: &str| {
        let (_, rest) = line.trim_start().split_once(' ')?;
        let (what, said) = rest.trim_start().split_once("  ").unwrap_or((rest.trim(), ""));
        let kinds = ["section", "entry", "·project", "·role", "rule"];
        kinds.contains(&what).then(|| format!("{what} {}", said.trim().split("  ").next().unwrap_or("")))
    };
    explained.lines().skip(1).filter_map(row).collect()
}

const HEAD: &str = "# 林知远\n\n- 电话：138-0000-0000\n\n";

fn sections(body: &str) -> Vec<String> {
    shown(&format!("{HEAD}{body}"))
}

#[test]
fn sisters_get_one_outcome() {
    // The last ones under the jobs are sections; one among the jobs is not.
    assert_eq!(
        sections("## 工作经历\n\n### 示例公司\n\n文字。\n\n### 项目经历\n\n#### 甲\n\n文字。\n"),
        ["section 工作经历", "entry organization 示例公司", "section 项目经历", "entry title 甲"]
    );
    assert_eq!(
        shown(
            "# Ann Sample\n\nann@example.com\n\n## Experience\n\n### Example Corp\n\nText.\n\n### Side Projects\n\n\
             Text.\n\n### Sample Ltd\n\nText.\n"
        ),
        [
            "section Experience",
            "entry organization Example Corp",
            "entry title Side Projects",
            "entry organization Sample Ltd"
        ]
    );
    // Before the first section as well.
    assert_eq!(
        sections(
            "### 编程语言\n\n- Rust\n\n### 前端\n\n- CSS\n\n### 开发工具\n\n- Git\n\n## 工作经历\n\n文字。\n"
        ),
        ["section 编程语言", "section 前端", "section 开发工具", "section 工作经历"]
    );
}

#[test]
fn no_title_is_left_bare() {
    let body = "## 个人履历\n\n### 学业经历\n\n- 2011.09 - 2015.06 示例大学 园林\n\n### 工作经历\n\n\
                #### 示例科技有限公司 工程师 2018.07 - 2020.02\n\n- 负责甲。\n\n## 技能\n\nRust\n";
    assert_eq!(
        sections(body),
        [
            "section 个人履历",
            "entry title 学业经历",
            "·project organization 示例大学 · subject 园林 · 2011-09 → 2015-06",
            "entry title 工作经历",
            "·project organization 示例科技有限公司 · role 工程师 · 2018-07 → 2020-02",
            "section 技能",
        ]
    );
    // All of them after the text of another section are sections.
    assert_eq!(
        sections(
            "# 自我评价\n\n文字。\n\n## 工作经历\n\n文字。\n\n## 教育背景\n\n文字。\n\n## 证书\n\n文字。\n"
        ),
        ["section 自我评价", "section 工作经历", "section 教育背景", "section 证书"]
    );
}

#[test]
fn a_title_over_all_sections_is_none() {
    let found = shown(
        "# 学术履历\n\n## 教育背景\n\n文字。\n\n## 工作经历\n\n文字。\n\n## 荣誉奖项\n\n文字。\n\n## 杂记\n\n文字。\n",
    );
    assert_eq!(found, ["section 教育背景", "section 工作经历", "section 荣誉奖项", "section 杂记"]);
    // Over two sections it is one.
    let found = shown("# 工作经历\n\n## 示例公司\n\n文字。\n\n## 样例公司\n\n文字。\n");
    assert_eq!(found.first().map(String::as_str), Some("section 工作经历"));
}

#[test]
fn a_job_beside_the_title_of_its_section_is_an_entry() {
    let jobs = "# 工作经历\n\n## 示例公司(2018.07-2020.02)\n\n文字。\n\n# 样例公司(2015.03-2017.04)\n\n### 甲系统\n\n文字。\n\n# 自我评价\n\n文字。\n";
    assert_eq!(
        sections(jobs),
        [
            "section 工作经历",
            "entry organization 示例公司 · 2018-07 → 2020-02",
            "entry organization 样例公司 · 2015-03 → 2017-04",
            "·project title 甲系统",
            "section 自我评价",
        ]
    );
    // A school with fewer `#` than the title above it.
    let school =
        "### 教育经历\n\n## 示例大学 园林 2010-2014\n\n### 工作经历\n\n文字。\n\n### 技能\n\n文字。\n";
    assert!(
        shown(school).contains(&"entry organization 示例大学 · subject 园林 · 2010 → 2014".to_owned()),
        "{:?}",
        shown(school)
    );
    // Under a title with nothing below it, anything that is no title.
    let bare = "Projects\n--------\n\n## Alpha\n\nText.\n\n## Beta\n\nText.\n\nHobbies\n-------\n\nText.\n";
    assert_eq!(
        shown(&format!("Ann Sample\n==========\n\nann@example.com\n\n{bare}")),
        ["section Projects", "entry title Alpha", "entry title Beta", "section Hobbies"]
    );
    // A section with text, and one without a date: both stay.
    assert_eq!(
        sections("## 工作经历\n\n文字。\n\n## 随想\n\n文字。\n"),
        ["section 工作经历", "section 随想"]
    );
}

#[test]
fn rules_between_entries_are_no_ink() {
    let body = "## 工作经历\n\n**示例公司** 2018.07 - 2020.02\n\n- 甲\n\n---\n\n**样例公司** 2015.03 - 2017.04\n\n- 乙\n\n***\n\n## 技能\n\nRust\n\n---\n\nGo\n";
    let found = sections(body);
    assert_eq!(found.iter().filter(|row| row.starts_with("rule")).count(), 1, "{found:?}");
}

#[test]
fn bold_lines_like_bold_titles_are_titles() {
    let ruled = "# Ana Amostra\n\n***\n**OBJETIVO**\n\nTexto.\n\n***\n**SABERES DIVERSOS**\n\nTexto.\n\n***\n**HABILIDADES**\n\nTexto.\n";
    assert_eq!(shown(ruled), ["section OBJETIVO", "section SABERES DIVERSOS", "section HABILIDADES"]);
    let capitals =
        "Ann Sample\n\n**EDUCATION**\n\nText.\n\n**WALKS AND TALKS**\nText.\n\n**SKILLS**\n\nText.\n";
    assert_eq!(shown(capitals), ["section EDUCATION", "section WALKS AND TALKS", "section SKILLS"]);
    let worded =
        "Ann Sample\n\n**Education**\n\nText.\n\n**Gardening Experience**\n\nText.\n\n**Skills**\n\nText.\n";
    assert_eq!(shown(worded), ["section Education", "section Gardening Experience", "section Skills"]);
    // The names of employers are none, nor is a pair with a number.
    let names = "Ann Sample\n\n**Work Experience**\n\n**Example Corp**\n\nText.\n\n**Cel.** (11) 5550100\n\n**Skills**\n\nText.\n";
    assert_eq!(shown(names), ["section Work Experience", "section Skills"]);
}

#[test]
fn titles_behind_bullets_are_titles_where_nothing_else_is() {
    let text = "张三\n\n138-0000-0000\n\n- 自我评价\n做事细心，待人真诚。\n\n- 工作经历\n\n1. 示例公司\n\n- 教育背景\n\n示例大学\n";
    assert_eq!(shown(text), ["section 自我评价", "section 工作经历", "section 教育背景"]);
    // A list of the titles below, in a text with headings.
    let found =
        sections("- 工作经历\n- 教育背景\n- 自我评价\n\n## 工作经历\n\n文字。\n\n## 教育背景\n\n文字。\n");
    assert_eq!(found, ["section 工作经历", "section 教育背景"]);
}

#[test]
fn titles_that_stand_below_their_entries_win() {
    assert_eq!(
        sections(
            "#### Work Experience\n\n### Writer, [Example Weekly](https://example.com)\n\n##### 2004 – 2006\n\n\
             * Wrote.\n\n### Editor, Sample Press\n\n##### 2002 – 2004\n\n* Edited.\n\n#### Education\n\n\
             ### Sample College\n\n##### 1998 – 2002\n\n#### Skills\n\nTyping\n"
        ),
        [
            "section Work Experience",
            "entry role Writer · organization Example Weekly · 2004 → 2006",
            "entry organization Editor, Sample Press · 2002 → 2004",
            "section Education",
            "entry organization Sample College · 1998 → 2002",
            "section Skills"
        ]
    );
    assert_eq!(
        sections(
            "### 工作经历\n\n## 示例公司　2018 - 2020\n\n文字。\n\n## 例子公司　2016 - 2018\n\n文字。\n\n### 教育背景\n\n## 某大学　2012 - 2016\n"
        ),
        [
            "section 工作经历",
            "entry organization 示例公司 · 2018 → 2020",
            "entry organization 例子公司 · 2016 → 2018",
            "section 教育背景",
            "entry organization 某大学 · 2012 → 2016"
        ]
    );
    // One known title below others does not count.
    let usual = "## Projects\n\n### Alpha\n\nText.\n\n#### Education\n\nText.\n\n### Beta\n\nText.\n\n## Skills\n\nText.\n";
    let titles: Vec<String> =
        sections(usual).into_iter().filter(|line| line.starts_with("section")).collect();
    assert_eq!(titles, ["section Projects", "section Skills"]);
}

#[test]
fn titles_in_capitals_are_of_one_level() {
    for (first, second, third) in [("##", "####", "###"), ("###", "##", "####"), ("##", "###", "##")] {
        let body = format!(
            "{first} EDUCATION\n\nText.\n\n{second} RESEARCH INTERESTS\n\nText.\n\n{third} CONFERENCES\n\nText.\n\n\
             {second} TEACHING EXPERIENCE\n\nText.\n"
        );
        let want = ["EDUCATION", "RESEARCH INTERESTS", "CONFERENCES", "TEACHING EXPERIENCE"];
        assert_eq!(sections(&body), want.map(|title| format!("section {title}")), "{body}");
    }
    let mixed = "## EDUCATION\n\n### Sample College\n\nText.\n\n## SKILLS\n\nText.\n\n#### AWARDS\n\nText.\n";
    assert!(sections(mixed).contains(&"section AWARDS".to_owned()));
    // A part of each job.
    let parts = "## EXPERIENCE\n\n### ACME\n\n#### PROJECTS\n\nText.\n\n### BCME\n\n#### PROJECTS\n\nText.\n\n## SKILLS\n\nText.\n";
    assert!(!sections(parts).contains(&"section PROJECTS".to_owned()));
}

#[test]
fn employers_below_an_empty_title_are_its_entries() {
    for between in
        ["", "<!-- jobs -->\n\n", "![logo](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n\n", "---\n\n"]
    {
        let body = format!(
            "## Work Experience\n\n{between}<h2>Example Bakery</h2>\n<h4>Oct 2018 - Current · 4 yrs</h4>\n\nRolls.\n\n\
             <h2>Sample Ovens Ltd</h2>\n<h4>2015 - 2018</h4>\n\nBread.\n\n## Education\n\nText.\n"
        );
        let want = [
            "section Work Experience",
            "entry organization Example Bakery · 2018-10 → now",
            "entry organization Sample Ovens Ltd · 2015 → 2018",
            "section Education",
        ];
        let found: Vec<String> = sections(&body).into_iter().filter(|line| line != "rule").collect();
        assert_eq!(found, want, "{body}");
    }
}

#[test]
fn entries_may_stand_under_the_name_alone() {
    let body =
        "### Example Co. - Baker | 2015 - 2016\n\nText.\n\n### Sample Ltd - Cook | 2013 - 2015\n\nText.\n";
    let want = [
        "section kind work",
        "entry organization Example Co. · role Baker · 2015 → 2016",
        "entry organization Sample Ltd · role Cook · 2013 → 2015",
    ];
    for head in ["### Resumé of Ann Sample", "# Ann Sample", "## Ann Sample\n\nann@example.com"] {
        let found = shown(&format!("{head}\n\nI bake.\n\n{body}"));
        assert_eq!(found, want, "{head}");
    }
    let known = shown(&format!("# Ann Sample\n\n{body}\n## Education\n\nText.\n"));
    assert_eq!(known.last().map(String::as_str), Some("section Education"), "{known:?}");
    // Titles without dates are sections.
    let plain = shown("# Ann Sample\n\n## Alpha\n\nText.\n\n## Beta 2015 - 2016\n\nText.\n");
    assert_eq!(plain, ["section Alpha", "section Beta 2015 - 2016"]);
}

#[test]
fn a_bold_line_like_a_title_is_one() {
    let body = |line: &str| {
        format!(
            "#### 专业技术\n\n甲\n\n**工作经历**\n\n2018.1 - 2020.2 示例公司 会计\n\n{line}\n\n**某系统**\n\n做了乙。\n\n#### 自我评价\n\n丙\n"
        )
    };
    for (line, title) in
        [("**主要项目**", "主要项目"), ("**参与项目**", "参与项目"), ("**代表项目**", "代表项目")]
    {
        let found = sections(&body(line));
        assert!(found.contains(&format!("section {title}")), "{line} {found:?}");
    }
    for line in ["主要项目", "**项目描述：**甲", "**某项目（2018）**"] {
        let found = sections(&body(line));
        assert_eq!(found.iter().filter(|line| line.starts_with("section")).count(), 3, "{line} {found:?}");
    }
}

#[test]
fn jobs_in_a_row_are_entries_though_some_are_one_level_too_deep() {
    assert_eq!(
        shown(
            "# Ann Sample\n\nann@example.com\n\n## Introduction\n\nText.\n\n## Head Baker, Sample Inn *(2020 – today)*\n\n\
             - A\n\n### Baker, Muster GmbH *(2017 – 2020)*\n\n- B\n\n### Helper, Example Inn *(2015 – 2017)*\n\n- C\n\n\
             ### Awards\n\n- D\n\n### Education\n\n- E\n"
        ),
        [
            "section Introduction",
            "entry title Head Baker, Sample Inn · 2020 → now",
            "entry title Baker, Muster GmbH · 2017 → 2020",
            "entry title Helper, Example Inn · 2015 → 2017",
            "section Awards",
            "section Education",
        ]
    );
}
