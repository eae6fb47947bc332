//! Words next to a date: that it is still to come, how long it took.
//!
//! Written as people write them, looked up without case and accents, hence in the order of their folded
//! letters (a test checks this); a blank matches any blanks.

/// Words for “about” before a length of time.
#[rustfmt::skip]
pub(in super::super) const ABOUT: &[&str] = &[
    "about", "approx", "approximately", "ca", "circa", "environ", "etwa", "for", "ok", "over", "total",
    "около", "примерно",
];

/// Words that say that a date is still to come.
#[rustfmt::skip]
pub(in super::super) const EXPECTED: &[&str] = &[
    "Abschluss voraussichtlich", "anticipated", "anticipating", "attendu", "attendue", "atteso",
    "beklenen", "beklenen mezuniyet", "beräknad", "beräknat", "conclusão em", "conclusão prevista",
    "conseguimento previsto", "diperkirakan", "dự kiến", "dự kiến tốt nghiệp", "due", "egreso previsto",
    "en prévision", "erwartet", "esperada", "esperado", "est.", "estimada", "estimado", "estimated",
    "estimé", "estimée", "exp.", "expected", "fecha prevista", "finalización prevista",
    "formatura prevista", "förväntad", "forventet", "forventet ferdig", "gepland", "geplant",
    "graduación esperada", "graduación prevista", "graduating", "laurea prevista", "mezuniyet bekleniyor",
    "očekávané", "öngörülen", "pending", "perkiraan", "planerad", "planering", "planned", "plánováno",
    "planowana", "planowane", "planowane ukończenie", "planowany", "por finalizar", "prev.", "previsão",
    "previsão de conclusão", "previsão de formatura", "previsão de término", "prévision", "previsione",
    "prévisionnel", "prévisionnelle", "prevista", "prevista per", "previsto", "previsto per", "prévu",
    "prévu en", "prévue", "prévue en", "projected", "przewidywana", "przewidywana data", "przewidywane",
    "przewidywane ukończenie", "przewidywany", "przewidywany termin", "rencana", "scheduled", "se espera",
    "spodziewany", "tahmini", "tentative", "término previsto", "to be completed", "upcoming", "verwacht",
    "verwachte", "voraus.", "vorauss.", "voraussichtl.", "voraussichtlich", "voraussichtlicher Abschluss",
    "vrsl.", "vsl.", "ожидаемая", "ожидаемая дата", "ожидаемое", "ожидаемый", "ожидаемый выпуск",
    "ожидается", "очікується", "план", "планируемая", "планируемый", "планируется", "предполагаемый",
    "предполагается",
];

/// Words for what is expected.
#[rustfmt::skip]
pub(in super::super) const GOAL: &[&str] = &[
    "abschluss", "am", "by", "completion", "conclusão", "data", "date", "de", "degree", "diplôme", "em",
    "en", "end", "ending", "finish", "for", "grad", "grad.", "graduate", "graduation", "im", "in", "na",
    "obtention", "of", "para", "termin", "to complete", "to finish", "to graduate", "ukończenia", "w",
    "zakończenia", "в",
];

/// Units of time.
#[rustfmt::skip]
pub(in super::super) const UNITS: &[&str] = &[
    "an", "ani", "année", "années", "anni", "anno", "año", "años", "ans", "anys", "år", "ay", "bulan",
    "d", "dag", "dagar", "dagen", "day", "days", "día", "días", "dni", "dzień", "év", "giorni", "giorno",
    "gün", "hafta", "hari", "hónap", "hour", "hours", "hrs", "j", "jaar", "jahr", "jahre", "jahren",
    "jaren", "jour", "jours", "lat", "lata", "let", "lună", "luni", "m", "m-c", "m-cy", "maand",
    "maanden", "mån", "månad", "månader", "måned", "måneder", "mês", "mese", "meses", "mesi", "měsíc",
    "měsíce", "měsíců", "mesos", "mies", "miesiąc", "miesiące", "miesięcy", "minggu", "mnd", "mo", "mois",
    "mon", "mon.", "monat", "monate", "monaten", "month", "months", "mos", "mt", "mte", "mth", "mths",
    "năm", "ngày", "rok", "roku", "roky", "semaine", "semaines", "semana", "semanas", "settimana",
    "settimane", "tag", "tage", "tagen", "tahun", "tháng", "tuần", "tydzień", "tygodni", "tygodnie",
    "vecka", "veckor", "w", "week", "weeks", "weken", "wk", "wks", "woche", "wochen", "y", "year",
    "years", "yıl", "yr", "yrs", "έτη", "μήνες", "χρόνια", "г", "год", "года", "день", "дн", "дней",
    "дня", "лет", "м", "мес", "месяц", "месяца", "месяцев", "місяць", "місяці", "місяців", "нед",
    "недели", "недель", "неделя", "роки", "років", "рік",
];

/// Words for “and” between years and months.
#[rustfmt::skip]
pub(in super::super) const UNIT_AND: &[&str] = &[
    "a", "and", "dan", "e", "ed", "en", "et", "i", "och", "og", "und", "và", "ve", "y", "и",
];

/// Words for a date still to come in Chinese, Japanese and Korean; longer ones before what they begin with.
#[rustfmt::skip]
pub(in super::super) const EXPECTED_EAST: &[&str] = &[
    "预计毕业时间", "预计毕业于", "预计毕业", "预计入职", "预计", "預計畢業", "預計", "预期毕业", "预期", "預期",
    "预毕业", "将于", "將於", "将毕业", "拟毕业", "拟于",
    "卒業見込み", "卒業見込", "卒業予定", "修了見込み", "修了見込", "修了予定", "取得見込み", "取得見込", "取得予定",
    "見込み", "見込", "予定", "졸업예정", "졸업 예정", "수료예정", "수료 예정", "취득예정", "취득 예정", "예정",
];

/// Units of time in Chinese, Japanese and Korean.
#[rustfmt::skip]
pub(in super::super) const UNITS_EAST: &[&str] = &[
    "年", "个月", "個月", "ヶ月", "か月", "カ月", "ヵ月", "ケ月", "箇月", "个半月", "个多月", "月間", "周", "週間", "週",
    "星期", "天", "日", "학기", "년", "개월", "달", "주", "일",
];
