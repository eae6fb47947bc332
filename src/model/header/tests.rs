//! Headers of invented people, each recognised from its text.

mod facts;
mod shapes;
mod sites;
mod strangers;

use crate::diag::{Files, Sink};
use crate::model::resume::{KeyValue, Resume};

fn build(text: &str) -> Resume {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = crate::source::parse("a.md", text.as_bytes(), None, &mut files, &mut sink).expect("text");
    crate::model::build(&source, &mut sink).expect("no errors")
}

/// Returns the name and the headline: `张三 / 会计`, `-` for a missing one.
fn head(text: &str) -> String {
    let header = build(text).header;
    let name = header.name.map_or("-".into(), |name| name.text().into_owned());
    let headline = header.headline.map_or("-".into(), |headline| headline.value.text().into_owned());
    format!("{name} / {headline}")
}

/// Returns contacts, then facts, without their keys.
fn items(text: &str) -> Vec<String> {
    let header = build(text).header;
    let contacts = header.contacts.iter().map(|contact| contact.value.text().into_owned());
    let fact = |fact: &KeyValue| fact.value.text().into_owned();
    contacts.chain(header.facts.iter().map(fact)).collect()
}

/// Returns the titles of the sections.
fn sections(text: &str) -> Vec<String> {
    build(text).sections.iter().map(|section| section.title.text().into_owned()).collect()
}

const REST: &str = "\n\n- a@example.com\n\n## Education\n\nText.\n";

#[test]
fn a_heading_holds_a_name_and_what_the_person_is() {
    for (title, want) in [
        (
            "Иван Примеров — Младший веб-разработчик интерфейсов",
            "Иван Примеров / Младший веб-разработчик интерфейсов",
        ),
        (
            "Alex Sample – Senior Engineer for Distributed Storage",
            "Alex Sample / Senior Engineer for Distributed Storage",
        ),
        (
            "Ann Lee, Ph.D., Chips & Packaging of Small Things",
            "Ann Lee, Ph.D. / Chips & Packaging of Small Things",
        ),
        ("Alex Sample, Engineer", "Alex Sample / Engineer"),
        ("张三·前端开发工程师", "张三 / 前端开发工程师"),
        ("李四 • 会计", "李四 / 会计"),
        // One name.
        ("买买提·艾力", "买买提·艾力 / -"),
        ("Alex Sample, PhD", "Alex Sample, PhD / -"),
        ("Sample, Alex", "Sample, Alex / -"),
    ] {
        assert_eq!(head(&format!("# {title}{REST}")), want, "{title}");
    }
}

#[test]
fn a_line_holds_a_post_and_a_name_behind_a_tab() {
    assert_eq!(head("Développeur Web\tCamille EXEMPLE\n\nTexte.\n"), "Camille EXEMPLE / Développeur Web");
    assert_eq!(head("Software Engineer\tAlex Sample\n\nText.\n"), "Alex Sample / Software Engineer");
    assert_eq!(head("前端工程师\t张三\n\n文字。\n"), "张三 / 前端工程师");
    assert!(head("Software Engineer\tExample Company GmbH\n\nText.\n").starts_with("- / "));
}

#[test]
fn the_sex_behind_a_name_is_a_fact() {
    for text in ["# 张三（男）", "# 李四 (女)", "# 王五（男性）"] {
        let header = build(&format!("{text}{REST}")).header;
        assert_eq!(header.facts.len(), 1, "{text}");
        assert!(!header.name.expect("a name").text().contains(['(', '（']), "{text}");
    }
    assert_eq!(head(&format!("# 张三（小三）{REST}")), "张三（小三） / -");
}

#[test]
fn a_title_of_the_paper_is_not_printed_whatever_its_date() {
    for title in
        ["履歴書・職務経歴書 更新:2024-01-01", "职务经历书 2024-01", "Lebenslauf Stand 2024", "简历 v2"]
    {
        assert_eq!(
            head(&format!("# {title}\n\n- Name: Alex Sample\n\n## Education\n\nText.\n")),
            "Alex Sample / -"
        );
    }
    let pasted = "个人简历\n求职意向：会计\n姓名：张三\n电话：138-0000-0000\n邮箱：a@example.com\n";
    assert_eq!(head(pasted), "张三 / 会计");
    assert_eq!(items(pasted), ["138-0000-0000", "a@example.com"]);
    assert_eq!(head(&format!("# Alex Sample 2024{REST}")), "Alex Sample 2024 / -");
}

#[test]
fn a_first_title_over_a_list_is_a_section() {
    for title in ["専門", "得意なこと", "Dinge, die ich mag"] {
        let text = format!("### {title}\n- Rust\n- Go\n\n### Education\n- School\n");
        assert_eq!(sections(&text), [title, "Education"], "{title}");
    }
    assert_eq!(head("### Beispiel\n- a@example.com\n- Berlin\n\n### Education\n- School\n"), "Beispiel / -");
}

#[test]
fn what_is_wished_for_in_a_paragraph_is_a_section() {
    let long = "想做与数据有关的工作，时间相对灵活。".repeat(8);
    let text = format!("# 张三\n\n- a@example.com\n\n## 求职意向\n\n{long}\n\n## 教育背景\n\n大学\n");
    assert_eq!((head(&text), sections(&text).len()), ("张三 / -".into(), 2));
    for wish in ["数据分析师", "会计、出纳", "后端工程师（上海）"] {
        let text = format!("# 张三\n\n- a@example.com\n\n## 求职意向\n\n{wish}\n\n## 教育背景\n\n大学\n");
        assert_eq!(head(&text), format!("张三 / {wish}"));
    }
}

#[test]
fn facts_in_a_row_are_no_headline() {
    for row in ["男 24岁 本科", "女，汉族，1999", "Male | 24"] {
        assert!(
            head(&format!("# 张三\n- {row}\n- a@example.com\n\n## 教育背景\n\n大学\n")).ends_with("/ -"),
            "{row}"
        );
    }
    assert_eq!(head("# 张三\n\n男, 全栈工程师\n\n## 教育背景\n\n大学\n"), "张三 / 男, 全栈工程师");
}

#[test]
fn rows_of_a_form_that_was_not_filled_in_are_left_out() {
    let table = "# Alex Sample\n\n## Contact\n\n| key | value |\n|---|---|\n| Phone | |\n| Mail | a@example.com |\n\
        | youtube | |\n| Web Site | |\n| Qiita | alex |\n\n## Education\n\nText.\n";
    assert_eq!(items(table), ["a@example.com", "alex"]);
    let tw = "# 王五\n\n## 個人資訊\n\n| 項目 | 資訊 |\n|---|---|\n| 電話 | 0900-000-000 |\n| Email | a@example.com |\n\n\
        ## 學歷\n\n大學\n";
    assert_eq!(items(tw), ["0900-000-000", "a@example.com"]);
    // A cell with a value of its own stays.
    let said = table.replace("| youtube | |", "| alex.example.com | |");
    assert_eq!(items(&said).len(), 3);
}

#[test]
fn headings_in_personal_data_are_keys() {
    let text = "# 履歴書\n\nこれは例です。\n\n## 基本情報\n\n### なまえ\n\n山田 太郎（やまだ　たろう）\n\n### 生年月日\n\n\
        1992 年 7 月 21 日\n\n### 連絡先\n\n- taro@example.com\n\n## 学歴\n\n大学\n";
    assert_eq!(head(text), "山田 太郎（やまだ　たろう） / -");
    assert_eq!(items(text), ["taro@example.com", "1992 年 7 月 21 日"]);
    let text =
        "## 个人信息\n\n### 姓名\n\n张三\n\n### 年龄\n\n30\n\n### 邮箱\n\na@example.com\n\n## 学历\n\n大学\n";
    assert_eq!((head(text), items(text).len()), ("张三 / -".into(), 2));
    // A title that is no key is not part of the header.
    let text = text.replace("### 年龄", "### 一段往事");
    assert_eq!(sections(&text).len(), 2);
}

#[test]
fn a_heading_without_a_title_says_nothing() {
    for top in ["#\n\n# Alex Sample", "# \n# Alex Sample", "##\n\n# Alex Sample"] {
        assert_eq!(head(&format!("{top}{REST}")), "Alex Sample / -", "{top}");
    }
    assert_eq!(sections(&format!("# Alex Sample{REST}\n#\n\nMore.\n")), ["Education"]);
}

#[test]
fn a_paper_in_one_piece_has_its_header_first() {
    let text = "姓  名：张三\n手  机：138-0000-0000\n邮  箱: a@example.com\n性  别：男\n技  能：1.计算机\n写过一些程序\n\
        读过一些书\n做过一些事\n见过一些人\n去过一些地方\n经  历：有一些\n";
    assert_eq!(head(text), "张三 / -");
    assert_eq!(items(text), ["138-0000-0000", "a@example.com", "男"]);
    let text = text.replace("姓  名：张三", "我叫张三，写了下面这些") + &"又写过一些程序\n".repeat(6);
    assert!(items(&text).is_empty());
}

#[test]
fn pairs_of_the_front_matter_are_contacts() {
    let pairs = "---\ntitle: 张三 - 简历\nheader: 张三，博士\ninfo:\n  - name: 手机\n    value: 138-0000-0000\n  - name: 籍贯\n    \
        value: 某地\n---\n\n## 教育背景\n\n大学\n";
    assert_eq!(head(pairs), "张三 / -");
    assert_eq!(items(pairs), ["138-0000-0000", "博士", "某地"]);
    let others = "---\nname: Alex Sample\nmenu:\n  - name: Home\n    url: /\n    weight: 1\n---\n\n## Education\n\nText.\n";
    assert!(items(others).is_empty());
}

#[test]
fn a_flag_stays_with_its_place_and_a_key_with_its_number() {
    assert_eq!(
        items("# Ana Exemplo\n\nLisboa, Portugal - 🇵🇹 | a@example.com\n\n## Education\n\nText.\n")[0],
        "Lisboa, Portugal - 🇵🇹"
    );
    assert_eq!(
        items("# Alex Sample\n\nBerlin 🇩🇪 | a@example.com\n\n## Education\n\nText.\n")[0],
        "Berlin 🇩🇪"
    );
    // An envelope begins another item.
    assert_eq!(items("# Alex Sample\n\n📍 Berlin 📧 a@example.com\n\n## Education\n\nText.\n").len(), 2);
    let header =
        build("# 홍길동\n\n연락처 : 전화 (02-0000-0000) / 휴대폰(010-0000-0000)\n\n## 학력\n\n대학\n").header;
    assert_eq!(header.contacts[0].value.runs().filter(|run| run.link.is_some()).count(), 2);
}

#[test]
fn a_post_is_told_from_the_name_whatever_parts_them() {
    for (title, want) in [
        ("# 王小明-Android", "王小明 / Android"),
        ("# 王小明-前端开发-五年经验", "王小明 / 前端开发-五年经验"),
        ("# 王小明 <small>会计</small>", "王小明 / 会计"),
        ("# 王小明（园林设计师）", "王小明 / 园林设计师"),
        ("# Ann Sample (Pastry Chef)", "Ann Sample / Pastry Chef"),
        ("# Ann Sample<br>Software Engineer", "Ann Sample / Software Engineer"),
        ("# **Ann Sample** Accountant", "Ann Sample / Accountant"),
        ("# Ann Sample: Librarian", "Ann Sample / Librarian"),
        ("# 王小明的作品集", "王小明 / -"),
        ("# Ann Sample's Portfolio", "Ann Sample / -"),
        ("ANN SAMPLE - Software Engineer", "ANN SAMPLE / Software Engineer"),
        // One name.
        ("# 王小明-Sam", "王小明-Sam / -"),
        ("# Ann Sample (she/her)", "Ann Sample (she/her) / -"),
        ("# Ann Sample-Baker", "Ann Sample-Baker / -"),
    ] {
        assert_eq!(head(&format!("{title}{REST}")), want, "{title}");
    }
    let line = "**Ann Sample - Engineer** <span style=\"float:right\">[555-010-0000](tel:5550100000) | \
                [a@example.com](mailto:a@example.com)</span>\n\n# Experience\n\nText.\n";
    assert_eq!(head(line), "Ann Sample / Engineer");
    assert_eq!(items(line), ["555-010-0000", "a@example.com"]);
    assert_eq!(items(&format!("# 王小明（3年经验）{REST}")), ["3年经验", "a@example.com"]);
}

#[test]
fn titles_as_high_as_the_name_begin_sections_and_so_do_known_ones_between() {
    let text = "# Иван Примеров\n\n## Обо мне\n\nТекст.\n\n# Опыт\n\nТекст.\n\n# Образование\n\nТекст.\n";
    assert_eq!(sections(text), ["Обо мне", "Опыт", "Образование"]);
    let text = "# Background\n\nText of mine.\n\n# Research\n\nText.\n\n# Experience\n\nText.\n";
    assert_eq!((head(text).as_str(), sections(text).len()), ("- / -", 3));
    // A section below personal data with another known title is not part of it.
    let text =
        "# Ann Sample\n\n# Contact\n\nMail: a@example.com\n\n## Languages\n\nText.\n\n## Skills\n\nText.\n";
    assert_eq!(sections(text), ["Languages", "Skills"]);
    assert_eq!(items(text), ["a@example.com"]);
    let text = "# Ann Sample\n\n# Contact\n\n## Mail\n\na@example.com\n\n# Skills\n\nText.\n";
    assert_eq!(sections(text), ["Skills"]);
}

#[test]
fn a_form_under_the_title_of_the_paper_is_the_header() {
    for text in [
        "# 이력서\n\n성명 : 홍길동\n\n생년월일 : 1994년\n\n### 학력사항\n\n글.\n\n# 자기소개\n\n글.\n",
        "# 简历\n\n姓名：张三\n\n性别：男\n\n# 教育背景\n\n文字。\n\n# 技能\n\n文字。\n",
        "# Resume\n\nName: Ann Sample\n\nSex: f\n\n# Education\n\nText.\n\n# Skills\n\nText.\n",
    ] {
        assert_ne!(build(text).header.name, None, "{text}");
        assert_eq!(sections(text).len(), 2, "{text}");
    }
    // Text under it is no form.
    assert_eq!(head("# 简历\n\n这里是一段话。\n\n# 教育背景\n\n文字。\n"), "- / -");
}

#[test]
fn the_front_matter_names_the_person_where_the_text_does_not() {
    for (front, want) in [
        ("name: Ann Sample\ntitle: Software Engineer", "Ann Sample / Software Engineer"),
        ("title: Ann Sample\ntagline: Ann Sample", "Ann Sample / -"),
        ("tile: Ann Sample", "Ann Sample / -"),
        ("title: Page\ndescription: Dr. Ann Sample - Founder & CTO", "Dr. Ann Sample / Founder & CTO"),
        ("title: Ann Sample\ndescription: Librarian", "Ann Sample / Librarian"),
        // Texts about the page.
        ("title: Page\ndescription: How an engineer works.", "- / -"),
        ("name: 张三\ntitle: 张三的简历", "张三 / -"),
    ] {
        assert_eq!(head(&format!("---\n{front}\n---\n\n## Experience\n\nText.\n")), want, "{front}");
    }
}

#[test]
fn keys_need_no_blank_behind_their_colon_where_they_are_known() {
    for (line, want) in [
        ("My phone:+1-555-010-0000", "+1-555-010-0000"),
        ("My E-male:a@example.com", "a@example.com"),
        ("GitHub:asample", "asample"),
        ("Tel:13800000000", "13800000000"),
        (
            "Address: Sampletown, ready to move and to travel, wherever the business needs me to be.",
            "Sampletown, ready to move and to travel, wherever the business needs me to be.",
        ),
    ] {
        assert_eq!(
            items(&format!("# Ann Sample\n\n- {line}\n- b@example.com\n\n## Skills\n\nText.\n"))[0],
            want
        );
    }
    let text = "# Ann Sample\n\nEngineer\n\n- std:vector\n- b@example.com\n\n## Skills\n\nText.\n";
    assert!(items(text).contains(&"std:vector".to_owned()));
}

#[test]
fn posts_before_a_place_are_the_headline_and_lines_of_a_life_are_none() {
    for (line, want) in [
        ("Software Engineer | Berlin, Germany", "Ann Sample / Software Engineer"),
        ("**Engineer / Librarian | Berlin | full-time**", "Ann Sample / Engineer / Librarian"),
        ("Engineer · a@example.com", "Ann Sample / Engineer"),
        // Not what the person is.
        ("Captain Cook, HI 96706 | a@example.com", "Ann Sample / -"),
        ("1986, Sampletown", "Ann Sample / -"),
        ("Example University 2009–2013", "Ann Sample / -"),
        ("Welcome to my page", "Ann Sample / -"),
    ] {
        assert_eq!(head(&format!("# Ann Sample\n\n{line}\n\n## Skills\n\nText.\n")), want, "{line}");
    }
    assert_eq!(head("# 张三\n\n- 求职意向：\n- a@example.com\n\n## 技能\n\n文字。\n"), "张三 / -");
}

#[test]
fn titles_that_speak_of_contacts_are_no_headline() {
    for title in ["Persöhnliche Daten", "Contact Infos", "How to reach me", "我的聯絡資料們"] {
        let text = format!("# Ann Sample\n\n## {title}\n\n- a@example.com\n\n## Skills\n\nText.\n");
        assert_eq!(head(&text), "Ann Sample / -", "{title}");
        assert_eq!(items(&text), ["a@example.com"], "{title}");
    }
    let text = "# Ann Sample\n\n### Data Engineer\n\n- a@example.com\n\n## Skills\n\nText.\n";
    assert_eq!(head(text), "Ann Sample / Data Engineer");
}

#[test]
fn a_key_says_the_name_where_the_title_of_the_paper_says_another() {
    for text in [
        "# 张三的个人简历\n\n- 姓名：王小明\n- 电话：138-0000-0000\n\n## 技能\n\n文字。\n",
        "# Ann Sample's Resume\n\n- Name: 王小明\n- Mail: a@example.com\n\n## Skills\n\nText.\n",
    ] {
        assert_eq!(head(text), "王小明 / -");
    }
    // A heading that is nothing but a name stays one.
    assert_eq!(head("# 张三\n\n- 姓名：王小明\n- 电话：138-0000-0000\n\n## 技能\n\n文字。\n"), "张三 / -");
}

#[test]
fn a_postal_address_in_lines_stands_among_the_contacts() {
    for address in
        ["1 Sample Road\nTestville, TX 70000", "Musterweg 3\n10115 Berlin\nGermany", "Gate 31  \n0190 Oslo"]
    {
        let text = format!("# Ann Sample\n\n{address}\n\na@example.com\n\n## Skills\n\nText.\n");
        assert_eq!(items(&text).len(), address.lines().count() + 1, "{address}");
    }
    let text =
        "# Ann Sample\n\nWorked with 3 people\nsince 2010 in Oslo\n\na@example.com\n\n## Skills\n\nText.\n";
    assert!(head(text).starts_with("Ann Sample / Worked"));
}

#[test]
fn icons_that_are_all_of_a_link_give_its_address() {
    for line in [
        "[<i class=\"fa fa-github\"></i>](https://github.com/asample)",
        "- Code: [<i class=\"fa fa-github\"></i>](https://github.com/asample)",
        "<a href=\"https://github.com/asample\"><i class=\"fab fa-github\"></i></a>",
    ] {
        let text = format!("# Ann Sample\n\n{line}\n\n## Skills\n\nText.\n");
        assert_eq!(items(&text), ["github.com/asample"], "{line}");
    }
    let text = "# Ann Sample\n\n- <i class=\"fa fa-github\"></i> [asample](https://github.com/asample)\n\n## Skills\n";
    assert_eq!(items(text), ["asample"]);
    let text =
        "# 张三\n\n![GitHub](https://example.com/a.svg)[GitHub](https://github.com/asample)\n\n## 技能\n";
    assert_eq!(items(text), ["GitHub"]);
}

#[test]
fn how_a_name_is_read_stands_in_brackets() {
    let text = "# <ruby>山田 太郎<rt>やまだ たろう</rt></ruby>\n\n- a@example.com\n\n## 学歴\n";
    assert_eq!(head(text), "山田 太郎（やまだ たろう） / -");
    let text = "# <ruby>山田 太郎<rp>(</rp><rt>やまだ</rt><rp>)</rp></ruby>\n\n- a@example.com\n\n## 学歴\n";
    assert_eq!(head(text), "山田 太郎(やまだ) / -");
}
