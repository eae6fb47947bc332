//! Words next to a date.

use super::{all_say, find, parse};

#[test]
fn what_is_still_to_come() {
    all_say(&[
        ("预计2027年6月", "2027-06 expected"),
        ("预计毕业时间：2027.06", "2027-06 expected"),
        ("将于2027年6月", "2027-06 expected"),
        ("2023.09-2027.06（预计毕业）", "2023-09 → 2027-06 expected"),
        ("2023.09-2027.06 预计毕业", "2023-09 → 2027-06 expected"),
        ("2023.09-2027.06（在读）", "2023-09 → 2027-06 expected"),
        ("2023.09 - 预计2027.06", "2023-09 → 2027-06 expected"),
        ("2027.06（应届）", "2027-06 expected"),
        ("Expected May 2027", "2027-05 expected"),
        ("Expected graduation: May 2027", "2027-05 expected"),
        ("Est. 2027", "2027 expected"),
        ("May 2027 (Anticipated)", "2027-05 expected"),
        ("May 2027, expected", "2027-05 expected"),
        ("2023 – 2027 [Expected Graduation]", "2023 → 2027 expected"),
        ("2023 – expected 2027", "2023 → 2027 expected"),
        ("2027年3月卒業見込み", "2027-03 expected"),
        ("2027年3月 卒業予定", "2027-03 expected"),
        ("2027年2月 졸업예정", "2027-02 expected"),
        ("2023.03 ~ 2027.02 (졸업 예정)", "2023-03 → 2027-02 expected"),
        ("voraussichtlich Juli 2027", "2027-07 expected"),
        ("10/2023 – 09/2027 (voraussichtlich)", "2023-10 → 2027-09 expected"),
        ("juin 2027 (prévu)", "2027-06 expected"),
        ("2023 – 2027 (previsto)", "2023 → 2027 expected"),
        ("2023 – 2027 (przewidywany)", "2023 → 2027 expected"),
        ("2023 – 2027 (ожидается)", "2023 → 2027 expected"),
    ]);
    // In the brackets of the range itself.
    let text = "甲大学 （2023.09 - 2027.06（预计毕业））";
    assert_eq!(&text[find(text).expect(text).range], "2023.09 - 2027.06（预计毕业）");
}

#[test]
fn how_long_it_took_stands_beside() {
    for (text, range, duration) in [
        ("Feb 2021 - Nov 2021 (9 months)", "Feb 2021 - Nov 2021", "(9 months)"),
        ("2020.09-2021.11（1年2个月）", "2020.09-2021.11", "（1年2个月）"),
        ("甲公司 2020.09-2021.03（半年）", "2020.09-2021.03", "（半年）"),
        ("2020.09-2021.03（约一年半）", "2020.09-2021.03", "（约一年半）"),
        ("Jan 2019 - Present · 2 yrs 3 mos", "Jan 2019 - Present", "· 2 yrs 3 mos"),
        ("(Jan 2019 - Apr 2019, 4 months)", "Jan 2019 - Apr 2019", ", 4 months"),
        ("2019.01 - 2019.04 4个月", "2019.01 - 2019.04", "4个月"),
        ("2019 - 2022 (3年)", "2019 - 2022", "(3年)"),
        ("2019年1月〜2019年4月（4ヶ月）", "2019年1月〜2019年4月", "（4ヶ月）"),
        ("2019.01 ~ 2022.03 (3년 2개월)", "2019.01 ~ 2022.03", "(3년 2개월)"),
        ("06/2017 – 05/2019 (2 Jahre)", "06/2017 – 05/2019", "(2 Jahre)"),
        ("mai 2019 - sept. 2019 (5 mois)", "mai 2019 - sept. 2019", "(5 mois)"),
        ("jul. 2019 - set. 2021 (2 anos e 3 meses)", "jul. 2019 - set. 2021", "(2 anos e 3 meses)"),
        ("июнь 2018 - февраль 2020 (1 год и 8 месяцев)", "июнь 2018 - февраль 2020", "(1 год и 8 месяцев)"),
        ("2018/8(1month)", "2018/8", "(1month)"),
    ] {
        let found = find(text).expect(text);
        assert_eq!(
            (&text[found.range.clone()], &text[found.duration.clone().expect(text)]),
            (range, duration)
        );
    }
    for text in ["2019 - 2020 (Berlin)", "2019 - 2020 (2021)", "2019 - 2020 3 Projekte", "2019.01 (3月)"] {
        assert_eq!(find(text).expect(text).duration, None, "{text}");
    }
    assert!(parse("Feb 2021 - Nov 2021 (9 months)").is_some());
    assert!(parse("Feb 2021 - Nov 2021 (Berlin)").is_none());
}
