//! Forms as résumés have them: which stay whole, and where the others may break (rules 10 to 20).

use super::rules::{broken, broken_as, lines_as, places, width};
use super::show::{ends, paragraph, set_with, with_setter};
use super::square;
use crate::boxes::{Inline, Paragraph};
use crate::geom::Pt;
use crate::lines::itemise::input::Pass;

/// Returns a form with the positions inside it at which a line of `ems` may end: `|` in any line,
/// `¦` in one that would be bad otherwise. Han are on both sides.
pub(super) fn parted(form: &str, ems: i64) -> String {
    parted_as(form, ems, |_| {})
}

pub(super) fn parted_as(form: &str, ems: i64, change: impl Fn(&mut Paragraph)) -> String {
    let mut p = paragraph(&format!("甲乙{form}丙丁"));
    change(&mut p);
    let first = "甲乙".len();
    let mut shown = String::new();
    with_setter(|setter| {
        let mut at = |pass| -> Vec<usize> {
            ends(setter, &p, (Pt::new(10 * ems), pass)).iter().map(|end| end.at).collect()
        };
        let (fine, late) = (at(Pass::Fine), at(Pass::Late));
        for (offset, c) in form.char_indices() {
            let at = first + offset;
            let inside = offset > 0;
            shown.extend((inside && fine.contains(&at)).then_some('|'));
            shown.extend((inside && late.contains(&at) && !fine.contains(&at)).then_some('¦'));
            shown.push(c);
        }
    });
    shown
}

/// Fails if a line may end inside any of these forms, in columns of 24 ems.
#[track_caller]
fn whole(forms: &[&str]) {
    for form in forms {
        assert_eq!(parted(form, 24), *form);
    }
}

#[test]
fn rule_10_numbers_are_whole() {
    whole(&["1,260", "3.92/4.00", "12:30:45", "10:00-18:00", "2.5/5", "1:10", "10^6", "24/7", "２０２６"]);
    whole(&["100-200ms", "50%-60%", "10-15人", "CVE-2024-12345", "ISO-8859-1", "UTF-8", "GPT-4o"]);
}

#[test]
fn rule_10_numbers_keep_signs_and_currencies() {
    whole(&["-40℃", "±0.5", "￥1,260", "US$175", "№7", "€20", "$1.2M", "≥99.9%", "~50ms", "$100k-$200k"]);
    whole(&["￥ 1,260", "US$ 175", "≥ 99.9%", "No. 7", "p99<10ms", ">=95%", "#1", "2.5x", "1st"]);
}

#[test]
fn rule_10_numbers_keep_units_and_counters() {
    whole(&["99.99%", "380ms", "85℃", "3.5GHz", "99.99 %", "20 ℃", "99.9%+", "100w+", "100+", "16 GB"]);
    whole(&[
        "3.5亿元",
        "3.5 亿元",
        "7小时",
        "12个月",
        "10多万人",
        "10余年",
        "3百万元",
        "２０２６年",
        "第 3 页",
    ]);
    assert_eq!(parted("10多万人", 9), "10|多|万|人", "in a narrow column a counter has a price, no more");
    assert_eq!(parted("约10人", 24), "约|10人", "what is said of the number may stand alone, unwillingly");
}

#[test]
fn rule_10_a_plus_stays_on_its_counter() {
    whole(&["10万+", "5年+", "100万次+"]);
    assert_eq!(parted("10万+", 9), "10|万+");
    let end = |source| places(&lines_as(source, 20, |_| {})[0]).last().map_or(0, |(_, x)| *x);
    assert_eq!(end("10万+"), 325, "one gap, between the number and its counter");
}

#[test]
fn rule_12_dates_are_whole() {
    whole(&[
        "2016-07",
        "2019.08",
        "2019/07/01",
        "2019-07-01",
        "2019年7月1日",
        "2019年8月至今",
        "2019.08至今",
    ]);
    whole(&["Jan 2020", "Sept. 2019", "December 2019"]);
    assert_eq!(parted("2019年7月1日", 12), "2019年¦7月¦1日", "but in narrow columns");
    assert_eq!(parted("Jan 2020", 12), "Jan 2020");
    assert_eq!(parted("Juan 2020", 12), "Juan |2020", "no month");
}

#[test]
fn rule_12_ranges_part_after_their_connector_alone() {
    for range in [
        "2016-07 ~ ¦2019-07",
        "2016/07 – ¦2019/07",
        "2019.08–¦至今",
        "2019.08 - ¦至今",
        "2016年7月－¦2019年9月",
        "2016年7月至¦2019年9月",
        "2008年——¦2012年",
        "Jan 2020 – ¦Present",
        "Jan 2020 – ¦Feb 2021",
        "2016.07-¦2019.09",
        "2020 – ¦2023",
        "3～¦5年",
        "3–¦5年",
        "10万～¦20万",
        "50%～¦60%",
    ] {
        let form: String = range.chars().filter(|c| *c != '¦').collect();
        assert_eq!(parted(&form, 24), range);
        assert!(parted(&form, 15).contains('|'), "in a narrow column in any line");
    }
}

#[test]
fn rule_13_telephone_numbers_versions_and_addresses_are_whole() {
    whole(&["+86 138-0013-8000", "010-6275 0000", "138 0013 8000", "(415) 555-0100", "(010) 6275 0000"]);
    whole(&["+1 (415) 555-0100", "192.168.1.10", "192.168.1.10:8080", "v1.28.3", "v2.10.0-rc.1+build.7"]);
    assert_eq!(parted("(2019) 300 200", 24), "(2019) |300 |200", "no number of a telephone");
}

#[test]
fn rule_14_what_is_raised_stays() {
    whole(&[
        "m²",
        "10⁶",
        "H₂O",
        "甲[1]",
        "甲[1][2]",
        "e\u{301}a",
        "葛\u{e0100}",
        "👨\u{200d}👩\u{200d}👧",
        "🇨🇳",
    ]);
    assert_eq!(parted("🇨🇳🇯🇵", 24), "🇨🇳|🇯🇵", "between two flags a line may end");
}

#[test]
fn rule_16_urls_part_behind_their_separators() {
    let url = "https://user.example.com/|path/|a?|b=|c&|d_%20#|part-|two";
    let form: String = url.chars().filter(|c| *c != '|').collect();
    let shown = parted(&form, 24);
    assert_eq!(shown.replace("|_", "_").replace("|%", "%"), url, "{shown}");
    assert!(shown.contains("d|_|%20"), "{shown}");
    assert_eq!(parted("example.com/0123456789abcdefg", 24).matches('¦').count(), 14, "a long segment");
    assert_eq!(parted("git@github.com:user/repo.git", 24), "git@|github.com:user/|repo.git");
    assert_eq!(parted("zhang_san@example.com", 24), "zhang|_san@|example.com");
}

#[test]
fn rule_16_paths_part_behind_their_separators() {
    for path in ["/usr/|local/|bin", "src/|main.rs", "~/bin/|foo", "../lib/|a.rs", "C:\\Users\\|me\\|a.txt"] {
        let form: String = path.chars().filter(|c| *c != '|').collect();
        assert_eq!(parted(&form, 24), path);
    }
    whole(&["/day", "次/s", "~/", "C:\\Users"]);
}

#[test]
fn rule_17_names_and_their_signs_are_whole_where_they_can_be() {
    whole(&[
        "C++", "C#", ".NET", "i++", "a->b", "x=>y", "a!=b", "k8s", "x86_64", "Q&A", "foo()", "@foo", "-O2",
    ]);
    whole(&["Node.js", "e.g.", "Ph.D.", "U.S.", "3.x"]);
    assert_eq!(parted("C/C++/Java", 24), "C/¦C++/¦Java");
    assert_eq!(parted("--no-verify", 24), "--no-|verify", "an option is no word");
    assert_eq!(parted("memory.wmark_ratio(0-100)", 24), "memory.wmark¦_ratio(0-100)");
    assert_eq!(parted("cpu.bvt_warp_ns", 24), "cpu.bvt¦_warp¦_ns");
    assert_eq!(parted("get_userName", 24), "get¦_user¦Name");
}

#[test]
fn rule_19_a_hash_of_seventy_one_characters_is_never_too_long() {
    let hash = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(hash.len(), 71);
    for ems in [4, 7, 12, 16, 24, 36, 48, 70] {
        for source in [hash.to_owned(), format!("甲乙{hash}。")] {
            for line in lines_as(&source, ems, |_| {}) {
                let end = line.marks.last().map_or(Pt::ZERO, |mark| mark.bounds().right());
                assert!(end <= Pt::new(10 * ems), "{ems}: {source}");
            }
        }
    }
    let found = set_with(square::book(), &["Square"], &paragraph(hash), Pt::new(200)).1;
    assert_eq!(found.len(), 1, "and the writer is told");
    assert_eq!(broken(hash, 72), hash);
}

#[test]
fn rule_20_code_parts_at_spaces_and_at_its_separators() {
    let verbatim = |p: &mut Paragraph| {
        for inline in &mut p.inlines {
            if let Inline::Text(text) = inline {
                text.verbatim = true;
            }
        }
    };
    for code in ["cargo |test |--lib", "--color=|always,|never", "path/|to/|a/|file", "verification"] {
        let form: String = code.chars().filter(|c| *c != '|').collect();
        assert_eq!(parted_as(&form, 24, verbatim), code);
    }
    assert_eq!(broken_as("verification", 8, verbatim), "verifica|tion", "no hyphen, and no place of one");
}

#[test]
fn rule_30_a_sign_that_joins_has_gaps_at_both_sides_or_none() {
    // Everything that is wider than its characters one by one.
    let alone = |source: &str| source.chars().map(|c| width(&c.to_string())).sum::<i64>();
    let gaps = |source: &str| (width(source) - alone(source)) / 25;
    for none in ["甲~乙", "工程师->经理", "经理=>运维", "甲<-乙"] {
        assert_eq!(gaps(none), 0, "{none}");
    }
    let joined = [("12月~2025年", 2), ("2019.6~至今", 0), ("前端+Go", 0), ("Java+前端", 0), ("研发&Test", 0)];
    for (source, count) in joined {
        assert_eq!(gaps(source), count, "{source}: none beside the sign");
    }
    let signs = [
        ("C++开发", 1),
        ("100+人", 1),
        ("A+级", 1),
        ("#项目管理", 0),
        ("见 @示例小组", 0),
        ("C#语言", 1),
        ("R&D部门", 1),
        ("甲+乙", 2),
        ("用<b>包", 2),
    ];
    for (source, count) in signs {
        assert_eq!(gaps(source), count, "{source}: the sign belongs to its word");
    }
}

#[test]
fn rule_33_blanks_beside_a_dash_stand_at_both_sides_or_at_none() {
    let alone =
        |source: &str| source.chars().filter(|c| *c != ' ').map(|c| width(&c.to_string())).sum::<i64>();
    let blanks = |source: &str| width(source) - alone(source);
    assert_eq!(blanks("甲 — 乙"), blanks("甲—乙"), "among Han a dash has room of its own");
    let both = blanks("甲 — Abc");
    assert!(both > blanks("甲— Abc"), "the blank before the dash is printed as the one behind it");
    assert_eq!(both, blanks("Abc — 甲"));
}

#[test]
fn rule_48_the_letter_of_an_item_stays_with_its_text() {
    for sign in ["d.", "2)", "b)", "12."] {
        for before in 1..24 {
            let source = format!("{}。{sign} 子丑寅卯辰巳午未申酉戌亥", "甲".repeat(before));
            let lines = broken(&source, 12);
            assert!(lines.contains(&format!("{sign} 子")), "{lines}");
        }
    }
    let free = (1..24).map(|before| broken(&format!("{}abc. 子丑寅卯", "甲".repeat(before)), 12));
    assert!(free.into_iter().any(|lines| lines.contains("abc. |子")), "a word is no letter of a list");
}
