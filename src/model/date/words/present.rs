//! Words for today, as the end of a range.
//!
//! Written as people write them, looked up without case and accents, hence in the order of their folded
//! letters (a test checks this); a blank matches any blanks.

/// Words that leave a range open.
#[rustfmt::skip]
pub(in super::super) const NOW: &[&str] = &[
    "actualidad", "actualitat", "actualmente", "actuellement", "ad oggi", "adesso", "agora", "ahora",
    "ahora mismo", "andauernd", "astăzi", "attualità", "attualmente", "atual", "atualidade", "atualmente",
    "aujourd'hui", "avui", "bây giờ", "bugün", "ce jour", "cejour", "chwila obecna", "chwili obecnej",
    "continuing", "current", "currently", "dags dato", "danas", "danes", "data atual", "derzeit",
    "devam ediyor", "devam etmekte", "dias atuais", "dias de hoje", "dnes", "dnia dzisiejszego", "dosud",
    "dziś", "dziś dnia", "dzisiaj", "em andamento", "em curso", "en cours", "en curso",
    "en la actualidad", "en poste", "fecha actual", "fortlaufend", "gegenwart", "gegenwärtig", "günümüz",
    "günümüze", "günümüze kadar", "hâlâ", "halen", "halihazırda", "hari ini", "heden", "heute",
    "hiện nay", "hiện tại", "hoje", "hôm nay", "hoy", "hoy día", "hoy en día", "idag", "in corso",
    "în prezent", "in progress", "in-progress", "jelenleg", "jetzt", "laufend", "maintenant", "momento atual",
    "momento presente", "nadal", "napjaink", "nåværende", "nos jours", "now", "nuværende", "obecnie",
    "oggi", "on going", "on-going", "ongoing", "os dias atuais", "pågående", "pres.", "présent",
    "presente", "presente data", "prezent", "right now", "saat ini", "sekarang", "şimdi", "současnost",
    "současnosti", "still employed", "still working", "şu an", "şu ana kadar", "súčasnosť", "súčasnosti",
    "tegenwoordig", "teraz", "teraźniejszość", "this day", "thời điểm hiện tại", "till date",
    "tillsvidare", "today", "trwa", "vandaag", "vigente", "w trakcie", "σήμερα", "в настоящее время",
    "даний час", "данное время", "данный момент", "н. в.", "н.в", "н.в.", "н/в", "наст. вр.",
    "наст. время", "наст.вр.", "наст.время", "настоящего времени", "настоящего момента",
    "настоящее время", "настоящем", "настоящему времени", "настоящий момент", "нв", "по сей день",
    "продолжается", "сегодня", "сегодняшнего дня", "сегодняшний день", "сей день", "сейчас", "сих пор",
    "сьогодні", "текущее время", "текущий момент", "тепер", "теперішній час", "этот момент",
];

/// The same, only where nothing follows: elsewhere they begin titles, as Data Scientist.
#[rustfmt::skip]
pub(in super::super) const NOW_BRIEF: &[&str] = &[
    "act.", "actual", "actueel", "actuel", "actuelle", "akt", "akt.", "aktuell", "attuale", "curr",
    "curr.", "cursando", "data", "date", "dato", "devam", "fecha", "huidig", "jelen", "kini", "lopend", "momento",
    "n", "nay", "nu", "nutid", "nuvarande", "obecna", "obecny", "offen", "oo", "ora", "pres", "still", "working", "текущая",
];

/// The same in Chinese, Japanese and Korean, longer ones before what they begin with.
#[rustfmt::skip]
pub(in super::super) const NOW_EAST: &[&str] = &[
    "现在在职", "现在", "現在に至る", "現在", "目前在职", "目前在職", "目前", "当前", "當前", "现今", "現今", "如今", "今日に至る", "今天",
    "现职", "現職", "现任", "現任", "在职中", "在職中", "在职", "在職", "在读中", "在读", "在讀", "在校", "就读中", "就讀中",
    "在籍中", "在学中", "進行中", "进行中", "继续中", "継続中", "持续中", "持續中", "未离职", "未離職", "仍在职",
    "현재", "지금", "재직중", "재직 중", "재직", "재학중", "재학 중", "재학", "근무중", "근무 중", "진행중", "진행 중",
    "운영중", "운영 중",
];

/// Those that say when, and never alone that something goes on: alone on a line they may be the name of anything.
#[rustfmt::skip]
pub(in super::super) const NOT_ALONE: &[&str] = &[
    "adesso", "agora", "ahora", "ahora mismo", "astăzi", "aujourd'hui", "avui", "bây giờ", "bugün", "danas", "danes",
    "dnes", "dziś", "dzisiaj", "heden", "heute", "hoje", "hoy", "idag", "jetzt", "maintenant", "nadal",
    "oggi", "sekarang", "şimdi", "teraz", "today", "vandaag", "сегодня", "сейчас", "сьогодні",
    "тепер",
];

/// Those that take the place of a date by themselves: after a title in brackets, or in a cell of their own.
#[rustfmt::skip]
pub(in super::super) const STANDING_EAST: &[&str] = &[
    "至今", "进行中", "進行中", "在读", "在讀", "在读中", "在职", "在職", "在職中", "持续中", "持續中", "継続中", "在学中", "在籍中",
    "就读中", "就讀中", "维护中", "維護中", "현재", "진행중", "진행 중", "재직중", "재직 중", "재학중", "재학 중",
];
