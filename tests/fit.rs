//! Fit to pages: what gives, how far, and what is told when it is not enough.

use jianli::diag::{Diagnostic, Message, Sink, code};
use jianli::fit::{Change, Fitted, Fitter};
use jianli::font::FontBook;
use jianli::geom::Em;
use jianli::layout::Sheet;
use jianli::pages::Document;
use jianli::{compile, pdf, understand};

use crate::setup;

const CHINESE: [&str; 6] = [
    "负责订单与库存系统的设计和重构，把结算的耗时由 420 ms 降到 95 ms，全年没有发生一次事故。",
    "主持“降本增效”专项，机器由 180 台减到 96 台，利用率由 21% 升到 47%；做法写成三篇文章，在四个部门推广，\
     并据此修订了采购的流程。",
    "带领 5 人的小组，每周评审代码，写了《值班手记》12 篇。",
    "从零设计消息平台：分层存储、批量压缩、按租户限流，峰值吞吐提高到原来的三倍，而机器只多了一成；平台上线两年，\
     接入 37 个系统，值班的同事夜里再也没有被叫醒过。",
    "与产品、测试和运维一同制定发布的规矩，每月发布由 2 次增加到 16 次，回滚由 5 次减到 1 次以内。",
    "业余翻译了两本关于排版与印刷的小书，并维护一个开源的字体工具，用的人遍布十几个国家和地区。",
];

const ENGLISH: [&str; 4] = [
    "Designed the pricing service that answers forty thousand requests a second, and kept its latency under nine \
     milliseconds through three years of growth.",
    "Led a team of six through the move from one large database to twelve small ones, without a minute of downtime.",
    "Wrote the guide that every new colleague reads in the first week; it halved the time until their first release.",
    "Cut the bill for storage by a third by measuring what was read and when, and by asking the people who paid for it \
     what they would miss.",
];

/// A résumé of an invented person with so many bullets.
fn chinese(bullets: usize) -> String {
    text(
        "# 苏合欢\n\n- 邮箱：su@example.com\n- 网址：https://example.com/su\n",
        "工作经历",
        "云杉科技",
        &CHINESE,
        bullets,
    )
}

fn english(bullets: usize) -> String {
    text("# Ida Example\n\n- Email: ida@example.com\n", "Experience", "Example Works", &ENGLISH, bullets)
}

fn text(head: &str, section: &str, firm: &str, lines: &[&str], bullets: usize) -> String {
    let mut text = head.to_owned();
    for at in 0..bullets {
        if at % 12 == 0 {
            text += &format!("\n## {section} {}\n", at / 12 + 1);
        }
        if at % 4 == 0 {
            text +=
                &format!("\n### {firm} {} | 2{:03}.01 – 2{:03}.12\n\n", at / 4 + 1, 20 - at / 8, 20 - at / 8);
        }
        text +=
            &format!("- {}{}\n", lines[at % lines.len()], more(lines[(at + 1) % lines.len()], at * 5 % 23));
    }
    text
}

/// Returns about so many characters of a line, so that last lines are of every length.
fn more(line: &str, count: usize) -> String {
    let start: String = line.chars().take(count).collect();
    match start.rsplit_once(' ') {
        Some((words, _)) => format!(" {words}."),
        None => start,
    }
}

fn ideal(text: &str, sheet: &Sheet, fonts: &FontBook) -> Document {
    let mut sink = Sink::default();
    let source = setup::parse(text, &mut sink);
    compile(&source, sheet.ideal(), fonts, &mut sink).unwrap().document
}

/// Returns the text in so many pages, or the one finding that says why not.
fn fitted(text: &str, sheet: &Sheet, fonts: &FontBook, pages: usize) -> Result<Fitted, Box<Diagnostic>> {
    let mut sink = Sink::default();
    let source = setup::parse(text, &mut sink);
    let fitted = setup::fit(&source, sheet, fonts, pages, &mut sink);
    fitted.map_err(|_| {
        let found = sink.into_sorted();
        let mut errors =
            found.into_iter().filter(|finding| [code::TOO_LONG, code::TOO_SHORT].contains(&finding.code));
        Box::new(errors.next().expect("a failure has an error"))
    })
}

/// Fails unless every key moved this way and no farther than the layout says.
fn check_ranges(fitted: &Fitted, sheet: &Sheet, shorter: bool) {
    let ideal = sheet.ideal();
    for change in &fitted.changes {
        let Change::Key { key, factor } = change else {
            assert!(shorter, "lines are saved only when the text is too long");
            continue;
        };
        let range = ideal.fit.iter().find(|range| range.key == *key).expect("an elastic key");
        assert!(range.least <= *factor && *factor <= range.most, "{key} {factor:?} is not in {range:?}");
        assert_eq!(*factor < Em::ONE, shorter, "{key} went the wrong way: {factor:?}");
    }
    let least =
        |key: &str| ideal.fit.iter().find(|range| range.key == key).map_or(Em::ONE, |range| range.least);
    assert!(fitted.layout.setting.size >= least("type.size").of(ideal.setting.size));
    assert!(fitted.layout.page.margin.left >= least("page.margin").of(ideal.page.margin.left));
    assert!(
        fitted.layout.sections[&None].space.before.natural
            >= least("section.space").of(ideal.sections[&None].space.before.natural)
    );
}

/// Returns the fewest bullets with which a text has a property.
fn fewest(text: impl Fn(usize) -> String, has: impl Fn(&str) -> bool) -> String {
    let texts = (4..90).map(text);
    texts.into_iter().find(|text| has(text)).expect("some length does")
}

#[test]
fn what_fits_and_fills_its_pages_is_left_alone() {
    let fonts = setup::fonts();
    for name in setup::LAYOUTS {
        let sheet = setup::sheet(name, &[], &fonts);
        let full = |text: &str| {
            let document = ideal(text, &sheet, &fonts);
            document.pages.len() == 1 && document.last_page_fill >= 90
        };
        let text = fewest(chinese, full);
        let fitted = fitted(&text, &sheet, &fonts, 1).expect("it fits");
        assert_eq!((fitted.changes.len(), fitted.told.as_str(), fitted.tries), (0, "", 1));
        assert_eq!(fitted.document, ideal(&text, &sheet, &fonts));
    }
}

#[test]
fn a_text_some_lines_too_long_is_fitted_within_the_limits() {
    let fonts = setup::fonts();
    for name in setup::LAYOUTS {
        let sheet = setup::sheet(name, &[], &fonts);
        for write in [chinese, english] {
            let over = |text: &str| ideal(text, &sheet, &fonts).pages.len() == 2;
            let text = fewest(write, over);
            let fitted = fitted(&text, &sheet, &fonts, 1).unwrap_or_else(|finding| panic!("{finding:#?}"));
            assert_eq!(fitted.document.pages.len(), 1);
            assert!(!fitted.changes.is_empty() && fitted.tries <= 25, "{} {}", fitted.tries, fitted.told);
            check_ranges(&fitted, &sheet, true);
            assert!(fitted.told.contains("gaps \u{2212}"), "{}", fitted.told);
        }
    }
}

#[test]
fn what_is_seen_least_gives_first() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("classic", &[], &fonts);
    let order: Vec<&str> = sheet.ideal().fit.iter().map(|range| range.key.as_str()).collect();
    let mut lines = 0;
    for bullets in 12..60 {
        let text = chinese(bullets);
        if ideal(&text, &sheet, &fonts).pages.len() != 2 {
            continue;
        }
        let Ok(fitted) = fitted(&text, &sheet, &fonts, 1) else { break };
        let places: Vec<Option<usize>> = fitted
            .changes
            .iter()
            .map(|change| match change {
                Change::Key { key, .. } => order.iter().position(|known| known == key),
                Change::Lines(count) => {
                    lines += count;
                    None
                }
            })
            .collect();
        assert!(places.iter().flatten().is_sorted(), "{}", fitted.told);
        check_ranges(&fitted, &sheet, true);
    }
    assert!(lines > 0, "some text was saved by paragraphs a line shorter");
}

#[test]
fn the_last_page_is_filled() {
    let fonts = setup::fonts();
    for name in setup::LAYOUTS {
        let sheet = setup::sheet(name, &[], &fonts);
        for pages in [1, 2] {
            let nearly = |text: &str| {
                let document = ideal(text, &sheet, &fonts);
                document.pages.len() == pages && (70..90).contains(&document.last_page_fill)
            };
            let text = fewest(chinese, nearly);
            let fitted = fitted(&text, &sheet, &fonts, pages).expect("it fits");
            assert_eq!(fitted.document.pages.len(), pages);
            assert!(
                fitted.document.last_page_fill >= 90,
                "{} {}",
                fitted.document.last_page_fill,
                fitted.told
            );
            assert!(fitted.told.contains("gaps +") && fitted.tries <= 25, "{} {}", fitted.tries, fitted.told);
            check_ranges(&fitted, &sheet, false);
        }
    }
}

#[test]
fn a_page_that_stays_short_of_three_quarters_is_told() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("classic", &[], &fonts);
    let mut told = Vec::new();
    for bullets in [4, 6, 16, 20] {
        let fitted = fitted(&chinese(bullets), &sheet, &fonts, 1).expect("it fits");
        let fill = fitted.document.last_page_fill;
        assert_eq!(fitted.short, (fill < 75).then_some(fill), "{bullets} bullets");
        check_ranges(&fitted, &sheet, false);
        told.push(fitted.short.is_some());
    }
    assert_eq!(told, [true, true, false, false]);
}

#[test]
fn a_text_too_short_for_its_pages_is_an_error_with_its_length() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("classic", &[], &fonts);
    let finding = fitted(&chinese(8), &sheet, &fonts, 3).expect_err("too short");
    assert_eq!(finding.code, code::TOO_SHORT);
    assert!(
        finding
            .message
            .starts_with("too short for 3 pages: even at the loosest that the layout `classic` allows")
    );
    assert!(finding.message.contains("the text fills 0."), "{}", finding.message);
    assert!(finding.hints[0].starts_with("tried: section gaps +120 %"), "{:?}", finding.hints);
    assert_eq!(finding.hints[1], "write more, or ask for 1 page");
}

#[test]
fn the_cuts_that_are_named_are_enough() {
    let fonts = setup::fonts();
    let mut told = 0;
    for name in setup::LAYOUTS {
        let sheet = setup::sheet(name, &[], &fonts);
        for write in [chinese, english] {
            let fails = |text: &str| fitted(text, &sheet, &fonts, 1).is_err();
            let text = fewest(write, fails);
            let finding = fitted(&text, &sheet, &fonts, 1).expect_err("too long");
            assert_eq!(finding.code, code::TOO_LONG);
            let message = format!("even at the densest that the layout `{name}` allows");
            assert!(finding.message.contains(&message), "{}", finding.message);
            let cuts = cuts(&finding);
            if cuts.is_empty() {
                assert!(finding.hints.iter().any(|hint| hint.starts_with("the longest")), "{finding:#?}");
                continue;
            }
            told += 1;
            let shorter = cut(&text, &cuts);
            let fitted =
                fitted(&shorter, &sheet, &fonts, 1).unwrap_or_else(|again| panic!("{finding:#?} {again:#?}"));
            assert_eq!(fitted.document.pages.len(), 1);
            check_ranges(&fitted, &sheet, true);
        }
    }
    assert!(told >= 2, "only {told} texts had cuts");
}

#[test]
fn a_text_far_too_long_is_told_at_once() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("classic", &[], &fonts);
    let finding = fitted(&chinese(60), &sheet, &fonts, 1).expect_err("too long");
    assert!(cuts(&finding).is_empty());
    let lines =
        finding.message.strip_prefix("too long for 1 page by ").and_then(|rest| rest.split_once(" lines"));
    assert!(lines.is_some_and(|(lines, _)| lines.parse::<u32>().unwrap() > 20), "{}", finding.message);
    assert!(
        finding.hints.iter().any(|hint| hint.starts_with("the longest sections: 工作经历")),
        "{finding:#?}"
    );
}

#[test]
fn a_nearly_empty_last_page_comes_with_cuts_that_save_it() {
    let fonts = setup::fonts();
    let mut told = 0;
    for name in setup::LAYOUTS {
        let sheet = setup::sheet(name, &[], &fonts);
        for write in [chinese, english] {
            let over = |text: &str| ideal(text, &sheet, &fonts).pages.len() == 2;
            let text = fewest(write, over);
            let document = ideal(&text, &sheet, &fonts);
            let mut sink = Sink::default();
            let source = setup::parse(&text, &mut sink);
            let resume = understand(&source, &mut Sink::default()).expect("a résumé");
            let fitter = Fitter { text: &source.text, resume: &resume, sheet: &sheet, fonts: &fonts };
            fitter.advise(&document, &mut sink);
            let found = sink.into_sorted();
            let Some(note) = found.iter().find(|finding| finding.code == code::LAST_PAGE) else {
                assert!(document.last_page_fill >= 15);
                continue;
            };
            assert!(
                note.message.ends_with(" % full")
                    && note.hints.iter().any(|hint| hint.contains("`--pages 1`"))
            );
            let cuts = cuts(note);
            if !cuts.is_empty() {
                told += 1;
                assert_eq!(ideal(&cut(&text, &cuts), &sheet, &fonts).pages.len(), 1, "{note:#?}");
            }
        }
    }
    assert!(told >= 2, "only {told} texts had cuts");
}

#[test]
fn in_a_book_no_cut_is_sought() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("classic", &[], &fonts);
    let pages = |text: &str| ideal(text, &sheet, &fonts).pages.len();
    for (breaks, sought) in [(1, true), (12, false)] {
        let broken = |bullets| {
            let pages = "## 附录\n\n甲\n\n<!-- pagebreak -->\n\n".repeat(breaks);
            chinese(bullets).replacen("\n## ", &format!("\n{pages}\n## "), 1)
        };
        let text = fewest(broken, |text| pages(text) == breaks + 2);
        let mut sink = Sink::default();
        let source = setup::parse(&text, &mut sink);
        let resume = understand(&source, &mut Sink::default()).expect("a résumé");
        let fitter = Fitter { text: &source.text, resume: &resume, sheet: &sheet, fonts: &fonts };
        fitter.advise(&ideal(&text, &sheet, &fonts), &mut sink);
        let found = sink.into_sorted();
        let note = found.iter().find(|finding| finding.code == code::LAST_PAGE).expect("a note");
        assert_eq!(!cuts(note).is_empty(), sought, "{note:#?}");
    }
}

#[test]
fn a_nearly_empty_last_page_is_pulled_back_if_next_to_nothing_has_to_change() {
    let fonts = setup::fonts();
    let mut saved = 0;
    for name in setup::LAYOUTS {
        let sheet = setup::sheet(name, &[], &fonts);
        for write in [chinese, english] {
            let text = fewest(write, |text| ideal(text, &sheet, &fonts).pages.len() == 2);
            let source = setup::parse(&text, &mut Sink::default());
            let resume = understand(&source, &mut Sink::default()).expect("a résumé");
            let fitter = Fitter { text: &source.text, resume: &resume, sheet: &sheet, fonts: &fonts };
            let document = ideal(&text, &sheet, &fonts);
            let pulled = fitter.pull_back(&document, &mut Sink::default());
            assert!(pulled.is_none() || document.last_page_fill < 25, "{name}");
            let Some(Fitted { document, changes, tries, .. }) = pulled else { continue };
            saved += 1;
            assert_eq!(document.pages.len(), 1, "{name}");
            assert!(tries <= 3 && !changes.is_empty());
            for change in changes {
                let Change::Key { key, factor } = change else { panic!("no paragraph has to be tight") };
                let least = if key == "type.leading" { Em::ratio(97, 100) } else { Em::ratio(80, 100) };
                assert!(factor >= least, "{name}: {key}");
            }
        }
    }
    assert!(saved >= 3, "only {saved} texts were pulled back");
}

#[test]
fn a_fuller_last_page_stays_as_it_is() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("classic", &[], &fonts);
    for text in [chinese(3), chinese(40)] {
        let document = ideal(&text, &sheet, &fonts);
        assert!(document.pages.len() == 1 || document.last_page_fill >= 25);
        let source = setup::parse(&text, &mut Sink::default());
        let resume = understand(&source, &mut Sink::default()).expect("a résumé");
        let fitter = Fitter { text: &source.text, resume: &resume, sheet: &sheet, fonts: &fonts };
        assert!(fitter.pull_back(&document, &mut Sink::default()).is_none());
    }
}

/// Returns the cuts that a finding names: the line, and how many characters.
fn cuts(finding: &Diagnostic) -> Vec<(usize, usize)> {
    let cut = |hint: &Message| {
        let (count, rest) = hint.strip_prefix("cut ")?.split_once(" character")?;
        let (line, _) = rest.split_once(" at line ")?.1.split_once(':')?;
        Some((line.parse().ok()?, count.parse().ok()?))
    };
    finding.hints.iter().filter_map(cut).collect()
}

/// Takes characters from the ends of lines.
fn cut(text: &str, cuts: &[(usize, usize)]) -> String {
    let lines = text.lines().enumerate().map(|(at, line)| {
        let cut: usize = cuts.iter().filter(|(line, _)| *line == at + 1).map(|(_, count)| count).sum();
        let left = line.chars().count() - cut;
        line.chars().take(left).collect::<String>() + "\n"
    });
    lines.collect()
}

#[test]
fn columns_give_their_padding() {
    let fonts = setup::fonts();
    let sets = [
        "page.margin=0mm",
        "regions.side={ width = '60mm', pad = { x = '8mm', y = '16mm' }, takes = ['header', 'facts', 'skills'] }",
        "regions.main={ width = '1fr', pad = { x = '10mm', y = '16mm' }, takes = ['rest'] }",
        "fit.regions.pad=[0.6, 1, 1.2]",
        "fit.order=['regions.pad', 'type.size']",
    ];
    let sheet = setup::sheet("base", &[&sets[..], &["fit.type.size=[0.95, 1, 1.1]"]].concat(), &fonts);
    let over = |text: &str| ideal(text, &sheet, &fonts).pages.len() == 2;
    let fitted = fitted(&fewest(chinese, over), &sheet, &fonts, 1).expect("it fits");
    assert!(fitted.told.contains("padding \u{2212}"), "{}", fitted.told);
    assert!(fitted.layout.regions.iter().all(|region| region.pad.top < sheet.ideal().regions[0].pad.top));
    check_ranges(&fitted, &sheet, true);
}

#[test]
fn a_layout_without_ranges_can_only_save_lines() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("base", &[], &fonts);
    let finding = fitted(&chinese(60), &sheet, &fonts, 1).expect_err("too long");
    assert!(finding.message.contains("`base`"));
}

#[test]
fn the_same_text_is_fitted_the_same_way() {
    let fonts = setup::fonts();
    let sheet = setup::sheet("classic", &[], &fonts);
    let over = |text: &str| ideal(text, &sheet, &fonts).pages.len() == 2;
    let text = fewest(chinese, over);
    let once = || {
        let fitted = fitted(&text, &sheet, &fonts, 1).unwrap();
        (fitted.told, pdf::write(&fitted.document, &fonts).unwrap())
    };
    assert_eq!(once(), once());
}
