//! Open-ended ranges.

use super::{all_say, find_all, shown};

#[test]
fn words_for_today_in_many_languages() {
    for word in [
        "至今",
        "现在",
        "現在",
        "目前",
        "今",
        "迄今",
        "至目前",
        "至现在",
        "在职",
        "在读",
        "现职",
        "現在に至る",
        "在職中",
        "現在（在職中）",
        "현재",
        "재직중",
        "재직 중",
        "진행 중",
        "현재 재직 중",
        "present",
        "Present",
        "NOW",
        "current",
        "Currently",
        "ongoing",
        "today",
        "till date",
        "to date",
        "(Current)",
        "(至今)",
        "?",
        "？",
        "N",
        "heute",
        "jetzt",
        "bis heute",
        "aktuell",
        "laufend",
        "aujourd'hui",
        "aujourd’hui",
        "à ce jour",
        "en cours",
        "présent",
        "Actualidad",
        "actual",
        "hoy",
        "la fecha",
        "hasta la fecha",
        "a la fecha",
        "en curso",
        "atual",
        "atualmente",
        "hoje",
        "o momento",
        "até o momento",
        "até hoje",
        "oggi",
        "attuale",
        "in corso",
        "presente",
        "obecnie",
        "teraz",
        "do dziś",
        "do teraz",
        "nadal",
        "настоящее время",
        "по настоящее время",
        "н.в.",
        "по н.в.",
        "Н. В.",
        "сейчас",
        "наст. время",
        "наст.время",
        "heden",
        "nu",
        "pågående",
        "günümüz",
        "halen",
        "hiện tại",
        "hiện nay",
        "nay",
        "sekarang",
        "saat ini",
    ] {
        let text = format!("2018.05 - {word}");
        assert_eq!(shown(&text), format!("2018-05 → now [{text}]"));
        let text = format!("甲（2018.05 — {word}）");
        assert!(find_all(&text)[0].open, "{text}");
    }
}

#[test]
fn a_word_that_follows_at_once_needs_no_sign() {
    all_say(&[
        ("2018.05至今", "2018-05 → now"),
        ("2018年5月 至今", "2018-05 → now"),
        ("2018年到现在", "2018 → now"),
        ("2018年迄今", "2018 → now"),
        ("2018年5月から現在", "2018-05 → now"),
        ("2018 to date", "2018 → now"),
        ("2018 until now", "2018 → now"),
        ("2018 bis heute", "2018 → now"),
        ("mai 2018 à ce jour", "2018-05 → now"),
        ("mayo 2018 a la actualidad", "2018-05 → now"),
        ("maj 2018 do dziś", "2018-05 → now"),
        ("май 2018 по настоящее время", "2018-05 → now"),
        ("2018 (current)", "2018 → now"),
        ("2018---N", "2018 → now"),
        ("2018-(Current)", "2018 → now"),
        ("2018-?", "2018 → now"),
    ]);
}

#[test]
fn since() {
    all_say(&[
        ("since 2018", "2018 → now"),
        ("Since Mar 2018", "2018-03 → now"),
        ("seit 2018", "2018 → now"),
        ("Seit dem 1. März 2018", "2018-03-01 → now"),
        ("ab März 2018", "2018-03 → now"),
        ("depuis le 1er mars 2018", "2018-03-01 → now"),
        ("desde marzo de 2018", "2018-03 → now"),
        ("с марта 2018", "2018-03 → now"),
        ("dal 2018", "2018 → now"),
        ("od marca 2018", "2018-03 → now"),
        ("sinds maart 2018", "2018-03 → now"),
        ("自2018年3月起", "2018-03 → now"),
        ("2018年3月起", "2018-03 → now"),
        ("2018年3月から", "2018-03 → now"),
        ("2018.03부터", "2018-03 → now"),
        ("2018 onwards", "2018 → now"),
    ]);
}

#[test]
fn a_sign_with_nothing_behind_it() {
    for text in ["2018.05 -", "2018 –", "2018/05~", "2018年5月 ～", "May 2018 --"] {
        assert!(find_all(text)[0].open, "{text}");
        let bracketed = format!("甲 ({text})");
        assert!(find_all(&bracketed)[0].open, "{bracketed}");
    }
    assert!(find_all("甲 | 2018/05 ~ | 乙")[0].open);
    for text in ["甲 2018.05 -", "2018.05 - 甲公司", "2018 – Google", "2018.05 -- Tester"] {
        assert!(!find_all(text)[0].open, "{text}");
    }
}

#[test]
fn words_that_begin_a_title_are_no_present() {
    for (text, want) in [
        ("2018 - Data Scientist", "2018 [2018]"),
        ("2018.05 - 今日示例", "2018-05 [2018.05]"),
        ("2018 – Actual Examples Ltd", "2018 [2018]"),
        ("2018 - Nu Example", "2018 [2018]"),
        ("2018.05 - Present 某公司", "2018-05 → now [2018.05 - Present]"),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}
