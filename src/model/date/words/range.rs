//! Words around and between the dates of a range.
//!
//! Written as people write them, looked up without case and accents, hence in the order of their folded
//! letters (a test checks this); a blank matches any blanks.

use crate::model::date::joint::Lead;

/// Words between the two dates of a range.
#[rustfmt::skip]
pub(in super::super) const TO: &[&str] = &[
    "'til", "à", "a la", "ad", "al", "and until", "ao", "até", "até à", "até o", "au", "aux", "až",
    "aż do", "bis", "bis anfang", "bis einschliesslich", "bis einschließlich", "bis ende", "bis inkl.",
    "bis zu", "bis zum", "bis zur", "cho đến", "cho tới", "đến", "đến hết", "do", "fino a", "fino ad",
    "fino al", "fins a", "fram till", "hasta", "hasta el", "hasta la", "hingga", "ile", "jusqu'",
    "jusqu'à", "jusqu'à la", "jusqu'au", "jusqu'en", "jusque", "la", "până în", "până la", "s.d.", "s/d",
    "sampai", "sampai dengan", "sd", "sino a", "sino ad", "sino al", "t.o.m.", "t/m", "through", "thru",
    "til", "til og med", "till", "to", "tới", "tom", "tot", "tot aan", "tot en met", "until", "up to",
    "up until", "upto", "έως", "до", "и по", "по",
];

/// Words for “and” in `between 2018 and 2020`.
#[rustfmt::skip]
pub(in super::super) const AND: &[&str] = &[
    "&", "and", "dan", "e", "ed", "en", "et", "i", "och", "og", "und", "va", "ve", "y", "и", "та",
];

/// Articles before a date or `present`.
#[rustfmt::skip]
pub(in super::super) const ARTICLES: &[&str] = &[
    "a", "anfang", "da", "das", "de", "del", "dem", "den", "der", "el", "ende", "il", "l'", "la", "le",
    "lo", "los", "o", "the", "zum", "zur", "в",
];

/// Words after a date that leave it open.
#[rustfmt::skip]
pub(in super::super) const SINCE_TAIL: &[&str] = &[
    "à aujourd'hui", "à ce jour", "a la fecha", "ad oggi", "and counting", "até hoje", "até o momento",
    "bis dato", "bis heute", "bis jetzt", "đến nay", "do chwili obecnej", "do dziś", "do dzisiaj",
    "do teraz", "em diante", "hasta hoy", "hasta la fecha", "in poi", "jusqu'à aujourd'hui",
    "jusqu'à ce jour", "onward", "onwards", "til dato", "till date", "till now", "to date", "to now",
    "to present", "tot heden", "until date", "until now", "until present", "until today", "up to now",
    "до настоящего времени", "по н.в.", "по настоящее время",
];

/// Words before a date that begin a range.
#[rustfmt::skip]
pub(in super::super) const LEADS: &[(&str, Lead)] = &[
    ("a partir de", Lead::Since), ("ab", Lead::Since), ("até", Lead::Until), ("between", Lead::Between), ("bis", Lead::Until), ("da", Lead::From),
    ("dal", Lead::Since), ("dall'", Lead::Since), ("dalla", Lead::Since), ("dari", Lead::From),
    ("de", Lead::From), ("del", Lead::From), ("depuis", Lead::Since), ("desde", Lead::Since),
    ("din", Lead::Since), ("du", Lead::From), ("entre", Lead::Between), ("entre le", Lead::Between),
    ("fino al", Lead::Until), ("fra", Lead::From), ("fra il", Lead::Between), ("från", Lead::From), ("från och med", Lead::From),
    ("from", Lead::From), ("giữa", Lead::Between), ("hasta", Lead::Until), ("începând cu", Lead::Since), ("jusqu'en", Lead::Until), ("kể từ", Lead::Since),
    ("mellan", Lead::Between), ("między", Lead::Between), ("mulai", Lead::Since), ("od", Lead::Since),
    ("óta", Lead::Since), ("sedan", Lead::Since), ("seit", Lead::Since), ("seit dem", Lead::Since),
    ("sejak", Lead::Since), ("siden", Lead::Since), ("since", Lead::Since), ("sinds", Lead::Since),
    ("starting", Lead::Since), ("till", Lead::Until), ("tra", Lead::Between), ("tra il", Lead::Between), ("từ", Lead::From),
    ("tussen", Lead::Between), ("until", Lead::Until), ("van", Lead::From), ("vanaf", Lead::Since), ("vom", Lead::From),
    ("von", Lead::From), ("z", Lead::From), ("ze", Lead::From), ("zwischen", Lead::Between),
    ("από", Lead::Since), ("від", Lead::Since), ("до", Lead::Until), ("из", Lead::From), ("между", Lead::Between),
    ("начиная с", Lead::Since), ("с", Lead::Since), ("со", Lead::Since),
];

/// Words between two dates in Chinese, Japanese and Korean, longer ones before what they begin with.
#[rustfmt::skip]
pub(in super::super) const TO_EAST: &[&str] = &[
    "开始至", "開始至", "起至", "起到", "至", "到", "迄", "から", "より", "부터", "에서",
];

/// Words after a date that leave it open, where nothing follows.
#[rustfmt::skip]
pub(in super::super) const SINCE_EAST: &[&str] = &[
    "起", "开始", "開始", "以来", "以來", "以降", "から", "より", "부터", "이후",
];
