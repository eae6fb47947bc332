//! Lines of facts, of a school, in brackets: those that are no headline, and names given twice.

use super::{head, items, sections};

#[test]
fn a_school_or_facts_in_a_row_are_no_headline() {
    for line in [
        "28岁 | 男 | 本科 | 3年经验",
        "女 / 31岁 / 某某学院",
        "本科 · 未婚 · 5年工作经验",
        "Male | 25 years old | Testville",
    ] {
        let text =
            format!("# 张三\n\n{line}\n\n- 电话：138-0000-0000\n- a@example.com\n\n## 教育背景\n\n文字。\n");
        assert_eq!(head(&text), "张三 / -", "{line}");
    }
    for (school, post) in [
        ("示例大学", "前端开发"),
        ("某某师范学院", "会计"),
        ("Sample University", "Pastry chef"),
        ("Example College", "Engineer"),
    ] {
        let text = format!(
            "**张三**  \n**138-0000-0000**  \n**{school}**  \n**{post}**  \n**a@example.com**\n\n## 教育背景\n\n文字。\n"
        );
        assert_eq!(head(&text), format!("张三 / {post}"), "{school}");
    }
    // A post at a school is one.
    assert_eq!(
        head("# 张三\n\n示例大学 副教授\n\n- a@example.com\n\n## 教育背景\n\n文字。\n"),
        "张三 / 示例大学 副教授"
    );
}

#[test]
fn the_title_of_a_section_is_neither_name_nor_headline() {
    let padded = "\u{3000}".repeat(48);
    let text = format!(
        "# 报表工程师\n\n**个人概况**{padded}\n\n姓　名： 张三\n\n电话：138-0000-0000\n\n**项目经验**{padded}\n\n文字。\n"
    );
    assert_eq!(head(&text), "张三 / 报表工程师");
    assert_eq!(sections(&text), ["项目经验"]);
    for title in ["个人简述", "自我概述", "业务概况", "团队介绍"] {
        let text = format!(
            "电话：138-0000-0000 ｜ 邮箱：a@example.com\n\n## {title}\n\n文字。\n\n## 工作经历\n\n文字。\n"
        );
        assert_eq!(head(&text), "- / -", "{title}");
        assert_eq!(sections(&text), [title, "工作经历"], "{title}");
    }
}

#[test]
fn facts_without_keys_under_personal_data_are_the_persons() {
    for name in ["王小明", "李四", "张三"] {
        let text = format!(
            "## 联系方式\n\n- 电话：138-0000-0000\n\n---\n\n## 个人信息\n\n- {name}\n- 本科\n- 示例大学\n\n## 工作经历\n\n文字。\n"
        );
        assert_eq!(head(&text), format!("{name} / -"));
        assert_eq!(items(&text), ["138-0000-0000", "本科", "示例大学"]);
    }
}

#[test]
fn a_name_is_said_once() {
    for name in ["张三/San Zhang", "San Zhang | 张三", "张三 (San Zhang)"] {
        let text = format!(
            "# {name}\n\n## 个人信息\n\n- 姓名: 张三\n- 电话：138-0000-0000\n\n## 教育背景\n\n文字。\n"
        );
        assert_eq!(head(&text), format!("{name} / -"));
        assert_eq!(items(&text), ["138-0000-0000"], "{name}");
    }
    for facts in ["男/1990", "女/1991", "男/28岁"] {
        let text =
            format!("# 应聘会计-张三\n\n- 张三/{facts}\n- 电话：138-0000-0000\n\n## 教育背景\n\n文字。\n");
        assert_eq!(items(&text), ["138-0000-0000", facts]);
    }
    let text = "张三-男-应聘会计-简历\n\n- 电话：138-0000-0000\n\n## 教育背景\n\n文字。\n";
    assert_eq!(head(text), "张三 / 应聘会计");
    assert_eq!(items(text), ["138-0000-0000", "男"]);
    let text = "<font size='6'><b>张三</b></font> 男 / 26 / 示例大学\n电话：138-0000-0000 / a@example.com\n\n### 工作经验\n\n文字。\n";
    assert_eq!(head(text), "张三 / -");
}

#[test]
fn brackets_round_a_key_and_its_value_go() {
    for (open, close) in [("[", "]"), ("【", "】"), ("［", "］")] {
        let text = format!(
            "# 张三\n\n{open}性别：女{close}\n{open}电话：138-0000-0000{close}\n{open}邮箱：a@example.com{close}\n\n## 教育背景\n\n文字。\n"
        );
        assert_eq!(items(&text), ["138-0000-0000", "a@example.com", "女"], "{open}");
    }
}

#[test]
fn a_cell_of_a_table_is_one_value() {
    for (key, value) in
        [("期望岗位", "店员 / 客服 / 文员"), ("学历", "本科 · 会计专业"), ("Position", "Baker / Cook")]
    {
        let text = format!(
            "# 张三\n\n| | |\n|---|---|\n| **电话** | 138-0000-0000 |\n| **{key}** | {value} |\n\n## 教育背景\n\n文字。\n"
        );
        assert!(head(&text).ends_with(value) || items(&text).contains(&value.to_owned()), "{value}");
    }
    // Ways to reach the person are split all the same.
    let text = "# 张三\n\n| 姓名 | 张三 |\n|---|---|\n| 联系方式 | 138-0000-0000 / a@example.com |\n\n## 教育背景\n\n文字。\n";
    assert_eq!(items(text), ["138-0000-0000", "a@example.com"]);
}

#[test]
fn titles_in_quotations_are_sections() {
    for (first, second) in [("工作经历", "教育背景"), ("Experience", "Education"), ("项目经验", "自我评价")]
    {
        let text = format!("# 张三\n\n> {first}\n\n文字。\n\n> {second}\n\n文字。\n");
        assert_eq!(sections(&text), [first, second]);
    }
    assert_eq!(sections("# 张三\n\n## 工作经历\n\n文字。\n\n> 教育背景\n\n> 项目经历\n"), ["工作经历"]);
}

#[test]
fn a_rule_under_a_title_leaves_its_sisters_sections() {
    for last in ["其他", "领域", "Sonstwas"] {
        let text = format!(
            "## 张三\n\n#### 技能\n\n---\n\n文字。\n\n#### 工作经历\n\n---\n\n- 甲\n\n#### {last}\n\n---\n\n- 乙\n"
        );
        assert_eq!(sections(&text), ["技能", "工作经历", last]);
    }
}

#[test]
fn titles_that_no_mark_shows_are_told_by_their_sisters() {
    let text =
        "张三\n\n[职业发展]\n甲公司，会计，2019年1月 - 2020年3月\n\n[技能]\n会计软件\n\n[项目经验]\n报表\n";
    assert_eq!(sections(text).len(), 3);
    let text = "基础信息\n1. 姓名：张三\n2. 电话：138-0000-0000\n\n基础技能\n1. 甲\n\n技术栈\n1. 乙\n\n项目工作经验\n1. 丙\n";
    assert_eq!(sections(text), ["基础技能", "技术栈", "项目工作经验"]);
    // If they occur twice, they are labels.
    let text = "张三\n\n甲项目\n\n技术栈\n1. 甲\n\n乙项目\n\n技术栈\n1. 乙\n\n丙项目\n\n技术栈\n1. 丙\n";
    assert!(sections(text).is_empty());
}
