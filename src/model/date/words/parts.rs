//! Words in a date: seasons, terms, ordinals, words between its parts.
//!
//! Written as people write them, looked up without case and accents, hence in the order of their folded
//! letters (a test checks this); a blank matches any blanks.

/// Words between a day, a month and a year.
#[rustfmt::skip]
pub(in super::super) const OF: &[&str] = &[
    "d'", "de", "del", "den", "di", "do", "năm", "of",
];

/// Endings of ordinal numbers.
#[rustfmt::skip]
pub(in super::super) const ORDINALS: &[&str] = &[
    "-го", "a", "e", "ème", "er", "ère", "nd", "rd", "re", "st", "th", "ª", "го",
];

/// The word before a month in Vietnamese.
#[rustfmt::skip]
pub(in super::super) const VIETNAMESE: &[&str] = &[
    "tháng", "thg",
];

/// Words after a year.
#[rustfmt::skip]
pub(in super::super) const YEARS: &[&str] = &[
    "r.", "rok", "roku", "г", "г.", "г.г.", "гг", "гг.", "год", "года", "годов", "году",
];

/// Seasons and terms, and approximate times in a year.
#[rustfmt::skip]
pub(in super::super) const SEASONS: &[&str] = &[
    "academic year", "anfang", "automne", "autumn", "autumn quarter", "autumn semester", "autumn term",
    "autunno", "AY", "bahar", "begin", "början", "c.", "ca.", "circa", "début", "early", "efterår", "eind",
    "ende", "estate", "été", "fall", "fall quarter", "fall semester", "fall term", "fin", "finales",
    "forår", "frühjahr", "frühjahrssemester", "frühling", "frühlingssemester", "FY", "güz", "herbst",
    "herbstsemester", "herfst", "hiver", "höst", "hösten", "ilkbahar", "início", "inicios", "inizio",
    "inverno", "invierno", "jaro", "jesień", "jesienią", "kış", "koniec", "late", "latem", "lato",
    "lente", "léto", "meados", "mediados", "metà", "mi-", "mid", "mid-", "mitte", "mùa đông", "mùa hè",
    "mùa thu", "mùa xuân", "năm", "otoño", "outono", "początek", "podzim", "połowa", "primavera",
    "principios", "printemps", "rentrée", "semestr letni", "semestr zimowy", "sommar", "sommaren",
    "sommer", "sommersemester", "sonbahar", "sose", "spring", "spring quarter", "spring semester",
    "spring term", "ss", "summer", "summer quarter", "summer semester", "summer term", "vår", "våren",
    "verano", "verão", "vinter", "vintern", "winter", "winter quarter", "winter semester", "winter term",
    "wintersemester", "wiosną", "wise", "ws", "yaz", "zimą", "zomer", "весна", "весной", "весны", "зима",
    "зимой", "зимы", "конец", "лета", "лето", "летом", "начало", "осени", "осень", "осенью", "середина",
];

/// Numbered parts of a year.
#[rustfmt::skip]
pub(in super::super) const TERMS: &[&str] = &[
    "bimestre", "çeyrek", "cuatrimestre", "halbjahr", "half", "kuartal", "kvartal", "kwartaal", "kwartał",
    "półrocze", "quadrimestre", "quartal", "quarter", "quartile", "quý", "semester", "semestre", "term",
    "trimester", "trimestre", "квартал", "полугодие", "семестр",
];
