//! Paragraphs of invented people: which line ends are kept.

use crate::diag::{Files, Sink};
use crate::model::{BlockKind, Piece};

/// Returns the paragraphs of the last section, `|` where a line ends.
fn shown(body: &str) -> Vec<String> {
    let text = format!("# Ann Sample\n\nann@example.com\n\n## Notes\n\n{body}");
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    let resume = crate::model::build(&source, &mut sink).expect("no errors");
    let mut out = Vec::new();
    for block in resume.sections.iter().flat_map(|section| &section.blocks) {
        let BlockKind::Paragraph(lines) = &block.kind else { continue };
        for line in lines {
            let piece = |piece: &Piece| match piece {
                Piece::Run(run) => run.text.clone(),
                Piece::Break => "|".to_owned(),
            };
            out.push(line.body.0.iter().map(piece).collect());
        }
    }
    out
}

#[test]
fn chinese_clauses_without_a_mark_between_them_stay_lines() {
    let body = "负责两条业务线和多个平台化项目，前端使用甲框架开发，使用乙库进行全局的状态管理与缓存\n负责开发过后台的资源系统\n抽离业务组件";
    assert_eq!(shown(body)[0].matches('|').count(), 2);
    assert_eq!(
        shown(
            "`业绩`\n一周之内完成了整个系统的第一版并顺利通过了验收，支持了多次的路演和对外展示，获得好评。"
        )[0]
        .matches('|')
        .count(),
        1
    );
    // A comma runs on, and so does a closing mark.
    assert_eq!(
        shown("负责了很多事情，也包括线上系统的长期维护、值班和性能的优化工作，\n并且带了新人")
            .concat()
            .matches('|')
            .count(),
        0
    );
}

#[test]
fn a_sentence_that_breaks_off_runs_on() {
    for (body, lines) in [
        (
            "完成了复杂逻辑的模块的设计与开发工作，包括运营平台中权限的设置以及应用平台中在所有需\n要控制权限的部分引入系统。",
            0,
        ),
        (
            "主修：离散数学、数据结构、概率统计、操作系统、组成原理、数据库、计算机网络、软\n件工程、数值分析等课程。",
            0,
        ),
        (
            "Wrote a small service for the orders of forty shops, which runs on three machines in two towns, built with a framework of old, EF\n\
             Core, and SQL.",
            0,
        ),
        // The next line begins something.
        (
            "完成了复杂逻辑的模块的设计与开发工作，包括运营平台中权限的设置以及应用平台中的展示\n2. 做了测试。",
            1,
        ),
        (
            "完成了复杂逻辑的模块的设计与开发工作，包括运营平台中权限的设置以及应用平台中的展示\n技术：甲、乙。",
            1,
        ),
    ] {
        assert_eq!(shown(body).concat().matches('|').count(), lines, "{body}");
    }
}

#[test]
fn lines_that_all_begin_with_bold_words_stay_lines() {
    for (body, lines) in [
        ("**数据库** 甲库，乙库；\n**前端** 丙框架；\n**工具** 丁；", 2),
        ("**Data** one, two.\n**Web** three.\n**Tools** four.\n**More** five.", 3),
        (
            "<i class=\"fas fa-server\"></i> **后端** 甲；\n<i class=\"fas fa-code\"></i> **语言** 乙；\n<i class=\"fas fa-x\"></i> **其他** 丙；",
            2,
        ),
        ("**Data** one, two,\nthree. And **four** is\n**five** for all of it.", 0),
    ] {
        assert_eq!(shown(body).concat().matches('|').count(), lines, "{body}");
    }
}

#[test]
fn a_word_that_wants_another_runs_on() {
    for body in [
        "提过一些补丁，大多是修边角；读过甲系统的大部分代码和\n乙系统的设计文档。",
        "参与了全市古树的普查，走过了每一条街，并且为普查整理数据并\n编写了报告。",
        "Walks of two hours or more, with a guide, and of course talks for\nGardeners of all ages.",
    ] {
        assert_eq!(shown(body).concat().matches('|').count(), 0, "{body}");
    }
    assert_eq!(
        shown("读过甲系统的大部分代码，也写过文档和测试\n参与了乙系统的设计").concat().matches('|').count(),
        1
    );
}

#[test]
fn prose_that_an_editor_wrapped_is_joined() {
    let wrapped = "She has worked on the planning of public gardens in three cities and\n\
                   Testville was the first of them, where the Department of Sample Works\n\
                   asked for a study of old trees and of what they cost the town every\nyear.\n";
    assert_eq!(shown(wrapped).concat().matches('|').count(), 0);
    let chinese = "她在三个城市从事公共园林的规划工作，其中第一个是示例市，当地的园\n林部门委托她调查古树的保护状况以及每年为此支出的费用，调查持续了\n两年。\n";
    assert_eq!(shown(chinese).concat().matches('|').count(), 0);
    // In a text of long lines, too, words may be wrapped.
    let long = "A paragraph on one line. ".repeat(12);
    assert_eq!(shown(&format!("{long}\n\n{wrapped}")).concat().matches('|').count(), 0);
}

#[test]
fn lines_that_begin_alike_stay_lines() {
    let long = "with a certificate of the Sample University of Testville and a very long remark on what was taught there";
    assert_eq!(
        shown(&format!("2020 Bachelor {long}.\n05/24/2021 Course {long}.\n2022 Course {long}."))[0]
            .matches('|')
            .count(),
        2
    );
    assert_eq!(
        shown(&format!("1 Alpha {long}\nmore of it\n2 Beta {long}\n3 Gamma {long}"))[0].matches('|').count(),
        2
    );
    let styled = "**A Long Name of a Certificate in Gardening and in the Planning**\n*Sample Institute of Testville*\n[View](https://example.com/a)";
    assert_eq!(shown(styled)[0].matches('|').count(), 2);
    // Bold words at the start of a wrapped line are no label.
    let bold = "She has worked on the planning of public gardens in three cities for\n**Sample Works** and for two more that asked for a study of the old trees.";
    assert_eq!(shown(bold)[0].matches('|').count(), 0);
}

/// Returns for each line of text whether it has a label.
fn labels(body: &str) -> Vec<bool> {
    let text = format!("# Ann Sample\n\nann@example.com\n\n## Notes\n\n{body}");
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    let resume = crate::model::build(&source, &mut sink).expect("no errors");
    let blocks = resume.sections.iter().flat_map(|section| &section.blocks);
    let lines = blocks.filter_map(|block| match &block.kind {
        BlockKind::Paragraph(lines) => Some(lines),
        _ => None,
    });
    lines.flatten().map(|line| line.label.is_some()).collect()
}

#[test]
fn a_line_of_its_own_below_a_key_with_its_value_does_not_hang_there() {
    for text in [
        "**Key:** value<br>A sentence on its own.<br>**Other:** value\n",
        "GPA : 3.7 <br />\n **Example Institute** - Sampletown <br />\n GPA : 3.75\n",
        "甲：一  \n这一行自成一段。  \n乙：二\n",
    ] {
        assert_eq!(labels(text), [true, false, true], "{text}");
    }
    // Lines that are italic throughout stay so, each on its own.
    let text = "*GPA : 3.7* <br />\n **Example Institute** - Sampletown <br />\n *GPA : 3.75*\n";
    assert_eq!(labels(text), [false, false, false]);
    // A key alone heads what follows; so does one over lines that are indented below it.
    assert_eq!(labels("**Clients:**<br>alpha<br>**Other:** value\n"), [true, true]);
    assert_eq!(labels("甲：一  \n    续行  \n乙：二\n"), [true, true]);
}

#[test]
fn a_clause_that_was_just_begun_goes_on() {
    for (body, lines) in [
        ("1、熟悉账本。 用 foo 做过报表。 通过\nSomeApp 开发手机端。 擅长税法。", 0),
        (
            "写了一套新的账本，供各部门查阅历年的账目，为总部的决策提供依据，为集团\n公司的管理工作提供支持。",
            0,
        ),
        ("做过三年的账本，每年的报表都是按时交出去的，从来没有被退回来过。基于\nFoo 写过一个小工具。", 0),
        ("负责两条业务线的账本和报表，前端使用甲框架开发，使用乙库进行状态管理，调优\n负责后台的资源系统", 1),
        (
            "负责两条业务线的账本和报表，前端使用甲框架开发，使用乙库进行状态管理，为期三个月\n负责后台的资源系统",
            1,
        ),
    ] {
        assert_eq!(shown(body).concat().matches('|').count(), lines, "{body}");
    }
}

#[test]
fn addresses_stand_a_line_each() {
    for (body, lines) in [
        ("https://example.com/a\nhttps://example.com/b\nhttps://example.com/c", 2),
        ("www.example.com\nhttp://example.org/x", 1),
        ("https://example.com/a\nand more", 0),
        ("见 https://example.com/a\nhttps://example.com/b", 0),
    ] {
        let found = shown(&format!("Some text.\n\nMore text.\n\n{body}"));
        assert_eq!(found[2..].join("|").matches('|').count(), lines, "{body}");
    }
}
