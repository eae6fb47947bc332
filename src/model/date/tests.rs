//! Which texts are dates, what dates they are, and which are none.

mod beside;
mod cldr;
mod nothing;
mod points;
mod present;
mod ranges;
mod words;

use super::find::{Found, find_all, parse, torn};

/// Returns the first range, else the first date.
fn find(text: &str) -> Option<Found> {
    let all = find_all(text);
    all.iter().find(|found| found.is_range()).or(all.first()).cloned()
}

fn shown(text: &str) -> String {
    let Some(found) = find(text) else { return "-".into() };
    let end = match (found.end, found.open) {
        (Some(end), _) => format!(" → {end}"),
        (None, true) => " → now".into(),
        (None, false) => String::new(),
    };
    let sure = if found.expected { " expected" } else { "" };
    let start = found.start.map(|start| start.to_string()).unwrap_or_default();
    format!("{start}{end}{sure} [{}]", &text[found.range])
}

/// Returns the dates of a text, if it is nothing else.
fn whole(text: &str) -> String {
    let Some(found) = parse(text) else { return format!("not whole: {}", shown(text)) };
    assert_eq!(find_all(text), [found], "{text}");
    shown(text).split_once(" [").map_or(String::new(), |(says, _)| says.to_owned())
}

/// Compares the dates of whole texts with those expected.
fn all_say(cases: &[(&str, &str)]) {
    for (text, want) in cases {
        assert_eq!(whole(text), *want, "{text}");
    }
}

#[test]
fn points_and_ranges_of_every_shape() {
    for (text, want) in [
        ("2020.03 – 至今", "2020-03 → now [2020.03 – 至今]"),
        ("2015-07 ~ 2016-07", "2015-07 → 2016-07 [2015-07 ~ 2016-07]"),
        ("2015-07-2016-07", "2015-07 → 2016-07 [2015-07-2016-07]"),
        ("2016-2019", "2016 → 2019 [2016-2019]"),
        ("2020-03", "2020-03 [2020-03]"),
        ("1991-10-10", "1991-10-10 [1991-10-10]"),
        ("2020/3", "2020-03 [2020/3]"),
        ("2012年9月 ~ 2014年9月", "2012-09 → 2014-09 [2012年9月 ~ 2014年9月]"),
        ("2019年3月-7月", "2019-03 → 2019-07 [2019年3月-7月]"),
        ("2020年春", "2020 [2020年春]"),
        ("Mar 2020 to Present", "2020-03 → now [Mar 2020 to Present]"),
        ("Sept. 2018 — Dec 2019", "2018-09 → 2019-12 [Sept. 2018 — Dec 2019]"),
        ("03/2020 - 11/2021", "2020-03 → 2021-11 [03/2020 - 11/2021]"),
        ("Spring 2020", "2020 [Spring 2020]"),
        ("15 Mar 2020", "2020-03-15 [15 Mar 2020]"),
        ("2016.07至今", "2016-07 → now [2016.07至今]"),
        ("2018年到现在", "2018 → now [2018年到现在]"),
        ("令和2年3月から現在", "2020-03 → now [令和2年3月から現在]"),
        ("2019년 3월 ~ 현재", "2019-03 → now [2019년 3월 ~ 현재]"),
        ("预计 2025年6月", "2025-06 expected [预计 2025年6月]"),
        ("2021.09 - 2025.06（预计）", "2021-09 → 2025-06 expected [2021.09 - 2025.06（预计）]"),
        ("Dec 2013 -- Dec 2014", "2013-12 → 2014-12 [Dec 2013 -- Dec 2014]"),
        (
            "114 年 6 月 30 日 ～ 114 年 8 月 8 日",
            "2025-06-30 → 2025-08-08 [114 年 6 月 30 日 ～ 114 年 8 月 8 日]",
        ),
        ("110年9月－", "2021-09 → now [110年9月－]"),
        ("2022.6-23.6", "2022-06 → 2023-06 [2022.6-23.6]"),
        ("2018/04 - 22/06", "2018-04 → 2022-06 [2018/04 - 22/06]"),
        ("Januar 2024 – offen", "2024-01 → now [Januar 2024 – offen]"),
        ("Sep 2018, present (paid)", "2018-09 → now [Sep 2018, present]"),
        ("Nov18 - now", "2018-11 → now [Nov18 - now]"),
        ("Jan18 - May18", "2018-01 → 2018-05 [Jan18 - May18]"),
        ("2017 / summer", "2017 [2017 / summer]"),
        ("2020年全年", "2020 [2020年全年]"),
        ("待业 2013年6月－", "2013-06 → now [2013年6月－]"),
        ("React2023.01 - 2023.06", "2023-01 → 2023-06 [2023.01 - 2023.06]"),
        ("订单API2021年3月至今", "2021-03 → now [2021年3月至今]"),
        ("MSc, c. 2008", "2008 [c. 2008]"),
        ("v2023.01 - 2023.06", "-"),
        ("Ubuntu2022.04", "-"),
        ("Ubuntu 18.04 - 22.04", "-"),
        ("114 年", "-"),
        ("Sep 2018, presented", "2018-09 [Sep 2018]"),
        ("北京 2015.7-2016.8 工程师", "2015-07 → 2016-08 [2015.7-2016.8]"),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}
