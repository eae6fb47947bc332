//! What stays together and where long things break: rules 8 to 20, 35, 37 and 58.

use super::forms::parted_as;
use super::rules::{broken, broken_as, lines_as, places, width};
use super::show::{paragraph, set_with, text};
use super::square;
use crate::boxes::{Inline, Paragraph, Text};
use crate::geom::Pt;
use crate::layout::Hangul;

/// Sets a token after one to twenty Han in lines of `ems`; it must stay whole.
#[track_caller]
fn is_whole(token: &str, ems: i64) {
    for before in 1..20 {
        let source = format!("{}{token}子丑寅卯辰巳午未申酉戌亥", "甲".repeat(before));
        let lines = broken(&source, ems);
        assert!(lines.contains(token), "{lines}");
    }
}

/// Returns the pieces into which a token falls when it is set in lines of up to thirty ems.
fn pieces(token: &str, from: i64, change: impl Fn(&mut Paragraph) + Copy) -> Vec<String> {
    let lines = (from..30).map(|ems| broken_as(token, ems, change));
    lines.flat_map(|lines| lines.split('|').map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn as_code(p: &mut Paragraph) {
    for inline in &mut p.inlines {
        if let Inline::Text(text) = inline {
            text.verbatim = true;
        }
    }
}

#[test]
fn rule_8_chains_of_marks_hold_together() {
    for chain in ["。』」", "）》。", "！？”"] {
        is_whole(&format!("乙{chain}"), 12);
    }
}

#[test]
fn rule_10_in_real_life() {
    for token in
        ["99.99%", "380ms", "3.92/4.00", "-40℃", "±0.5%", "￥1,260万", "US$175", "№7", "€20", "第12页"]
    {
        is_whole(token, 16);
    }
    for token in ["2.5亿", "12月", "3个", "7次", "5人", "6倍"] {
        is_whole(token, 12);
    }
    let mut torn = (1..9).map(|n| broken(&format!("{}12月子丑寅卯", "甲".repeat(n)), 9));
    assert!(torn.any(|lines| lines.contains("12|月")), "in a narrow column it has a price, no more");
}

#[test]
fn rule_10_a_product_parts_after_its_sign_if_nothing_better_is_found() {
    assert_eq!(broken("甲乙120×80×25丙丁", 12), "甲乙120×80×25|丙丁");
    assert_eq!(broken("甲乙120×80×25丙丁", 8), "甲乙120×|80×25丙丁");
}

#[test]
fn rule_11_units_of_four_letters_and_fewer() {
    for token in ["38 ms", "16 GB", "3.5 GHz", "12 kg", "900 QPS"] {
        is_whole(token, 16);
    }
}

#[test]
fn rule_12_dates_and_their_ranges() {
    for (range, last) in
        [("2016-07 ~ 2019-07", "2019-07"), ("2019.08–至今", "至今"), ("2016/07—2019/07", "2019/07")]
    {
        for before in 1..16 {
            let lines = broken(&format!("{}{range}子丑寅卯", "甲".repeat(before)), 24);
            let first = range.strip_suffix(last).unwrap_or(range).trim_end();
            assert!(lines.contains(first) && lines.contains(last), "{lines}");
        }
    }
    assert_eq!(broken("甲乙丙丁戊己庚2016-07 ~ 2019-07", 20), "甲乙丙丁戊己庚|2016-07 ~ 2019-07");
}

#[test]
fn rule_13_tokens_in_real_life() {
    for token in ["+86 138-0013-8000", "010-6275 0000", "138 0013 8000", "192.168.10.254", "v1.28.3-rc1"] {
        is_whole(token, 24);
    }
}

#[test]
fn rule_14_what_belongs_to_the_character_before_stays_on_it() {
    for cluster in
        ["甲\u{fe00}", "甲\u{e0100}", "か\u{3099}", "ｶﾞ", "e\u{301}", "👩\u{200d}💻", "🇨🇳", "x²", "甲¹"]
    {
        for ems in 2..8 {
            let lines = broken(&cluster.repeat(9), ems);
            let rest = lines.replace(cluster, "");
            assert!(rest.chars().all(|c| c == '|'), "{lines}");
        }
    }
    for before in 1..12 {
        let lines = broken(&format!("{}甲[1]子丑寅卯辰巳", "乙".repeat(before)), 9);
        assert!(!lines.contains("|[1]"), "{lines}");
    }
}

#[test]
fn rule_16_urls_part_behind_their_separators() {
    let url = "https://example.com/a_b/page?key=value&other=1#part-two";
    for piece in pieces(url, 20, |_| {}) {
        assert!(
            !piece.ends_with([':', '.', '_']) && !piece.starts_with(['/', '?', '&', '=', '#']),
            "{piece}"
        );
    }
    let long = "https://example.com/0123456789abcdef0123456789abcdef";
    assert!(lines_as(long, 16, |_| {}).iter().all(|line| places(line).len() <= 16));
    assert_eq!(broken(long, 24), "https://example.com/|0123456789abcdef01234567|89abcdef");
}

#[test]
fn rule_17_identifiers_part_only_in_bad_lines() {
    for token in ["cpu.bvt_warp_ns", "memory.wmark_ratio(0-100)", "getUserName"] {
        is_whole(token, 40);
    }
    let found = pieces("cpu.bvt_warp_ns", 9, |_| {});
    assert!(found.iter().any(|piece| piece == "_warp_ns" || piece == "_ns"), "{found:?}");
}

#[test]
fn rule_20_code_is_verbatim_and_parts_at_its_own_places() {
    assert_eq!(broken_as("git log --oneline", 20, as_code), "git log --oneline");
    let found = pieces("--color=always,never", 10, as_code);
    assert!(found.iter().any(|piece| piece == "--color="), "{found:?}");
    let lines = lines_as("用ls看", 20, |p| {
        let code = Text { text: "ls".to_owned(), verbatim: true, ..Text::default() };
        let plain = |text: &str| Inline::Text(Text { text: text.to_owned(), ..Text::default() });
        p.inlines = vec![plain("用"), Inline::Text(code), plain("看")];
    });
    let at: Vec<i64> = places(&lines[0]).into_iter().map(|(_, x)| x).collect();
    assert_eq!(at, [0, 125, 225, 350], "code has the gap round it, and none inside");
}

#[test]
fn rule_34_the_gap_stands_beside_code_links_and_bold() {
    let at = |change: fn(&mut Text)| {
        let mut code = Text { text: "(ls".to_owned(), ..Text::default() };
        change(&mut code);
        let plain = |text: &str| Inline::Text(Text { text: text.to_owned(), ..Text::default() });
        let inlines = vec![plain("用"), Inline::Text(code), plain("看")];
        let lines = lines_as("用(ls看", 20, |p| p.inlines.clone_from(&inlines));
        places(&lines[0]).last().map_or(0, |(_, x)| *x)
    };
    let plain = at(|_| {});
    assert_eq!(at(|text| text.link = Some("https://example.com".to_owned())), plain);
    assert_eq!(at(|text| text.style.style.weight = 700), plain);
    assert_eq!(
        at(|text| text.verbatim = true),
        plain + 25,
        "code is Latin even where it begins with a bracket"
    );
}

#[test]
fn rule_34_a_korean_particle_stands_close_to_code() {
    let ends = |verbatim: bool| {
        let code = Text { text: "ls".to_owned(), verbatim, ..Text::default() };
        let inlines =
            vec![Inline::Text(code), Inline::Text(Text { text: "를".to_owned(), ..Text::default() })];
        let lines = lines_as("ls를", 20, |p| p.inlines.clone_from(&inlines));
        places(&lines[0]).last().map_or(0, |(_, x)| *x)
    };
    assert_eq!(ends(true), ends(false), "beside Han there is a gap, beside hangul none");
}

#[test]
fn rule_35_a_newline_is_what_its_neighbours_make_of_it() {
    let width_of = |source: &str| width(source);
    assert_eq!(width_of("甲 A"), width_of("甲A"), "wide and narrow: the gap alone");
    assert_eq!(width_of("A B"), 225, "words: a space");
    assert_eq!(width_of("甲， A"), width_of("甲，A"));
}

/// Returns whether each quote of a text is set as a Chinese one: an em with its blank, or glued.
fn chinese_quotes(source: &[(&str, Option<&str>)], lang: &str) -> Vec<bool> {
    let mut p = paragraph("");
    p.setting.lang = lang.to_owned();
    p.inlines = source
        .iter()
        .map(|(text, lang)| {
            Inline::Text(Text { text: (*text).to_owned(), lang: lang.map(str::to_owned), ..Text::default() })
        })
        .collect();
    let copy = crate::lines::text::read(&p.inlines, lang, (1, 1));
    let quotes = copy.text.char_indices().filter(|(_, c)| "“”‘’".contains(*c));
    quotes.map(|(at, _)| copy.class[at].is_wide()).collect()
}

#[test]
fn rule_37_pairs_are_resolved_as_pairs() {
    let zh = |text| chinese_quotes(&[(text, None)], "zh-Hans");
    assert_eq!(zh("他说“好”"), [true, true]);
    assert_eq!(zh("用“Go”写"), [true, true], "Latin inside, Han beside");
    assert_eq!(zh("say “hi” now"), [false, false]);
    assert_eq!(zh("他说“她说‘好’吗”"), [true; 4], "nested");
    assert_eq!(zh("rock ’n’ roll in ’21, it’s"), [false; 4], "apostrophes");
    assert_eq!(zh("他说“好"), [true], "without a partner");
    assert_eq!(zh("好”他"), [true]);
    assert_eq!(chinese_quotes(&[("한국“어”입니다", None)], "ko"), [false, false]);
    assert_eq!(chinese_quotes(&[("日“A”B", None)], "ja"), [false, false]);
    assert_eq!(chinese_quotes(&[("日“本”語", None)], "ja"), [true, true]);
}

#[test]
fn rule_37_the_author_may_say_which_they_are() {
    assert_eq!(chinese_quotes(&[("a ", None), ("“b”", Some("zh")), (" c", None)], "zh-Hans"), [true, true]);
    assert_eq!(
        chinese_quotes(&[("甲", None), ("“乙”", Some("en")), ("丙", None)], "zh-Hans"),
        [false, false]
    );
    assert_eq!(
        chinese_quotes(&[("say “b”", Some("zh"))], "en"),
        [false, false],
        "a whole paragraph tells nothing"
    );
}

#[test]
fn rule_58_korean_parts_at_spaces() {
    let ko = |hangul| {
        move |p: &mut Paragraph| {
            p.setting.lang = "ko".to_owned();
            p.setting.hangul = hangul;
        }
    };
    let source = "대한민국 서울특별시에서 일하는 개발자입니다";
    for ems in 10..24 {
        for line in broken_as(source, ems, ko(Hangul::Keep)).split('|') {
            assert!(line.ends_with(' ') || source.ends_with(line), "{line}");
        }
    }
    let parted = |form, hangul| parted_as(form, 24, ko(hangul));
    assert_eq!(parted("대한민국 서울 개발자", Hangul::Auto), "대¦한¦민¦국 |서울 |개¦발¦자");
    assert_eq!(parted("대한민국 서울 개발자", Hangul::Keep), "대한민국 |서울 |개발자");
    assert_eq!(parted("대한민국 서울", Hangul::Break), "대|한|민|국 |서|울");
    let words = "Java개발자 C++를 자바(Java)를 50%까지 “한국”을";
    let shown = "Java¦개¦발¦자 |C++를 |자바(Java)를 |50%까지 |“한국”을";
    assert_eq!(parted(words, Hangul::Auto), shown, "Latin and marks are part of their word");
    assert_eq!(parted(words, Hangul::Keep), shown.replace('¦', ""));
    assert_eq!(
        broken_as("가나 다라 마바 사아", 4, ko(Hangul::Auto)),
        "가나 |다라 |마바 |사아",
        "short words are whole"
    );
    assert_eq!(broken_as("가나다라마바사아", 3, ko(Hangul::Break)), "가나다|라마바|사아");
    let found = set_with(square::book(), &["Square"], &paragraph("가나다라마"), Pt::new(30)).0;
    assert_eq!(found.iter().map(text).collect::<String>(), "가나다라마");
}
