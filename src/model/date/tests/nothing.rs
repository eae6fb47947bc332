//! Texts that are no date, and ranges with only one end that is.

use super::{find_all, shown, torn};

#[test]
fn numbers_that_are_no_dates() {
    for text in [
        "138-2020-0000",
        "13820200000",
        "v2020.3",
        "2020.03.04.05",
        "1.2.2020.3",
        "ISO-2020",
        "12:30",
        "2300",
        "3-2020x",
        "10.0.2020",
        "20200",
        "A2020",
        "2020px",
        "may the force",
        "+2020",
        "192.168.20.20",
        "10.20.2020.1",
        "1.10-1.12",
        "100-200",
        "1/2",
        "24/7",
        "3-5 years",
        "2000+",
        "1,200",
        "$2000",
        "￥ 2000",
        "2000元",
        "1900-2000元",
        "2000人以上",
        "GB/T 2019",
        "ISO 9001-2015",
        "ISO 27001:2013",
        "USD 2000",
        "Tel. 010 2015 0000",
        "the march of the penguins",
        "Sept. is a month",
        "mai und mar",
        "we may now",
        "2019_03",
        "file-2019-03.pdf",
        "50/2020",
        "99.2020",
    ] {
        assert_eq!(shown(text), "-", "{text}");
    }
}

#[test]
fn words_beside_a_year_that_are_no_month() {
    for (text, want) in [
        ("Final Cut Pro 2019", "2019 [2019]"),
        ("Muster AG 2019", "2019 [2019]"),
        ("San Francisco, CA 2019", "2019 [2019]"),
        ("I led 2019 the team", "2019 [2019]"),
        ("2019 set up", "2019 [2019]"),
        ("marching 2019", "2019 [2019]"),
        ("Decathlon 2019", "2019 [2019]"),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn half_a_range_is_none() {
    for (text, range) in [
        ("Oct 2019 - Xyz 2022", "Oct 2019 - Xyz 2022"),
        ("甲公司 2020.03 - 2021.13", "2020.03 - 2021.13"),
        ("2020.13 - 2021.02", "2020.13 - 2021.02"),
        ("13/2019 - 05/2020", "13/2019 - 05/2020"),
        ("xyz. 2019 - Dec 2022", "xyz. 2019 - Dec 2022"),
        ("(2020 - onbekend)", "2020 - onbekend"),
        ("Acme (May 2018 – ainda lá)", "May 2018 – ainda lá"),
        ("（2020.10-不详）", "2020.10-不详"),
        ("2020/8 - 20232/5", "2020/8 - 20232/5"),
    ] {
        assert_eq!(torn(text).map(|torn| &text[torn]), Some(range), "{text}");
        assert_eq!(find_all(text), [], "{text}");
    }
}

#[test]
fn what_is_clearly_another_part_of_the_line_tears_nothing() {
    for (text, want) in [
        ("2018 – Google", "2018 [2018]"),
        ("2018.05 - 3个项目", "2018-05 [2018.05]"),
        ("jul. 1999 – 9 horas/aula", "1999-07 [jul. 1999]"),
        ("2018.05 - 示例公司", "2018-05 [2018.05]"),
        ("Acme – 2018 – tester", "2018 [2018]"),
        ("2018 – Senior Engineer, Berlin 2019", "2018 [2018]"),
        ("May 2018 - Berlin", "2018-05 [May 2018]"),
        ("Acme Inc. 2019 - Dec 2022, Berlin", "2019 → 2022-12 [2019 - Dec 2022]"),
    ] {
        assert_eq!(torn(text), None, "{text}");
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn hostile_texts_are_read_soon() {
    for part in [
        " ",
        "-",
        "2020 - ",
        "(",
        "Expected ",
        "jan ",
        "2020 (1 yr 1 yr ",
        "一",
        "２",
        "2020年一",
        "’19 ",
        "e\u{301}",
    ] {
        find_all(&part.repeat(2_000));
        torn(&part.repeat(2_000));
    }
}
