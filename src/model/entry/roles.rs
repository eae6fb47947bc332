//! The roles of the parts of an entry's line: organisation, role, place, degree.

use super::further_roles::is_bracketed_place;
use super::pairs::{is_no_employer, place_behind};
use crate::model::build::is_employment;
use crate::model::cut::Cut;
use crate::model::kinds::SectionKind;
use crate::model::resume::{EntryKind, Part, PartRole};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::is_han;

/// Cuts `某某大学 计算机 本科`, `某公司-某部门-工程师` and `某大学，计算机，本科` at their separators, where the
/// words are sure. English is not cut: its commas and blanks belong to names.
pub(super) fn seams(piece: &Rich, kind: SectionKind) -> Option<Cut> {
    let text = piece.text();
    if let Some(cut) = before_key(piece, &text) {
        return Some(cut);
    }
    // `某公司,主管`: in Latin, commas are within many names.
    let tight = |(at, _): (usize, &str)| text[..at].ends_with(is_han) && text[at + 1..].starts_with(is_han);
    let commas: &[char] =
        if text.match_indices(',').all(tight) { &['，', '；', ','] } else { &['，', '；'] };
    [&['：', ':'][..], commas, &['-', '－', '–', '—', '_'], &[' ', '\u{3000}', '\u{A0}']]
        .into_iter()
        .find_map(|marks| {
            let sure = |cut: &Cut| is_sure(&cut.pieces, kind) && !is_one_company(&cut.pieces, marks);
            cut_at(piece, &text, marks).filter(sure)
        })
        .or_else(|| dots(piece, &text, kind))
        .or_else(|| before_post(piece, &text).filter(|_| is_employment(kind)))
        .or_else(|| full_stops(piece, &text).filter(|_| is_employment(kind)))
}

/// `Sample Soft. Head Baker`, `ООО «Пример». Мастер участка`: two names with a full stop between, the second a post or the
/// first a company.
fn full_stops(piece: &Rich, text: &str) -> Option<Cut> {
    let (first, second) = text.trim_end_matches(['.', ' ']).split_once(". ")?;
    let word = first.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let whole = word.chars().count() > 3 || first.ends_with(['"', '»', '”', ')']);
    let named = words::is_company(first) && !words::is_company(second) || words::is_job(second);
    let capital = second.trim_start().starts_with(char::is_uppercase);
    let short = [first, second].iter().all(|part| part.chars().count() <= 80 && !part.contains(". "));
    let at = first.len();
    let pieces = vec![piece.slice(0..at).trim(), piece.slice(at + 1..text.len()).trim()];
    (whole && named && capital && short && !words::is_job(first))
        .then(|| Cut { pieces, separators: vec![piece.slice(at..at + 1)] })
}

/// `《某平台》 职责：开发`: a key behind a blank begins a part, which keeps it.
fn before_key(piece: &Rich, text: &str) -> Option<Cut> {
    let colon = text.find(['：', ':'])?;
    let at = text[..colon].rfind(char::is_whitespace)?;
    let word = text[at..colon].trim();
    let (head, value) = (text[..at].trim_end(), text[colon..].trim_start_matches(['：', ':']).trim());
    let keyed = (2..=4).contains(&word.chars().count()) && word.chars().all(is_han);
    let one = !value.is_empty() && !value.contains(['：', ':']) && !head.contains(['：', ':', '，', '。']);
    let closed = head.ends_with(|c: char| is_han(c) || c.is_alphanumeric() || "》」】）)”".contains(c));
    let tail = text.len() - text[at..].trim_start().len();
    let pieces = vec![piece.slice(0..head.len()), piece.slice(tail..text.len())];
    let separators = vec![piece.slice(head.len()..tail)];
    (keyed && one && closed).then_some(Cut { pieces, separators })
}

/// `某大学·会计学·硕士`: a dot occurs in foreign names, too, but not before a degree.
fn dots(piece: &Rich, text: &str, kind: SectionKind) -> Option<Cut> {
    let degree = |piece: &Rich| words::is_degree(&piece.text()) && !words::is_school(&piece.text());
    let studies = |cut: &Cut| kind == SectionKind::Education && cut.pieces.iter().skip(1).any(degree);
    cut_at(piece, text, &['·', '•', '/', '／', ',']).filter(|cut| studies(cut) && is_sure(&cut.pieces, kind))
}

/// `某集团某分部担任会计`: the employer, and the post there.
fn before_post(piece: &Rich, text: &str) -> Option<Cut> {
    let verb = |verb: &&str| text.find(*verb).filter(|at| *at > 0).map(|at| (at, at + verb.len()));
    let (at, end) = ["担任", "擔任", "任职", "任職"].iter().find_map(verb)?;
    let (employer, post) = (text[..at].trim(), &text[end..]);
    let named =
        employer.contains(is_han) && employer.chars().count() >= 3 && !employer.contains(['，', '。', '；']);
    let pieces = vec![piece.slice(0..at).trim(), piece.slice(end..text.len()).trim()];
    (named && words::is_job(post)).then(|| Cut { pieces, separators: vec![piece.slice(at..end)] })
}

/// `甲集团-乙有限公司`: a company within another one has one name, and no post follows the hyphen.
fn is_one_company(pieces: &[Rich], marks: &[char]) -> bool {
    let [first, last] = pieces else { return false };
    let (first, last) = (first.text(), last.text());
    let named = ["公司", "集团", "集團", "株式会社"].iter().any(|end| last.trim_end().ends_with(end));
    marks.contains(&'-') && named && words::is_company(&first) && !words::is_job(&first)
}

/// Cuts a part at marks outside brackets, into two to five pieces.
pub(super) fn cut_at(piece: &Rich, text: &str, marks: &[char]) -> Option<Cut> {
    let mut cut = Cut::default();
    let mut start = 0;
    let mut depth = 0i32;
    let mut separators = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' | '[' | '【' | '《' => depth += 1,
            ')' | '）' | ']' | '】' | '》' => depth -= 1,
            // `某大学 (211) 会计`: a remark on the school belongs to it.
            ' ' if depth <= 0 && is_rank_ahead(&text[at..]) => {}
            _ if depth <= 0 && marks.contains(&c) => {
                add(piece, start..at, &mut cut);
                separators.push(at..at + c.len_utf8());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    add(piece, start..text.len(), &mut cut);
    cut.separators.extend(separators.into_iter().map(|range| piece.slice(range)));
    (2..=5).contains(&cut.pieces.len()).then_some(cut)
}

/// Adds a part without the comma at its end.
/// Returns whether what kind of school one is follows in brackets: ` (211)`, ` （双一流）`.
fn is_rank_ahead(text: &str) -> bool {
    const RANKS: [&str; 12] =
        ["211", "985", "双一流", "雙一流", "一本", "二本", "重点", "全日制", "统招", "QS", "C9", "非全日制"];
    let inner = text.trim_start().strip_prefix(['(', '（']).and_then(|rest| rest.split([')', '）']).next());
    inner.is_some_and(|inner| RANKS.iter().any(|rank| inner.contains(rank)))
}

fn add(piece: &Rich, range: std::ops::Range<usize>, cut: &mut Cut) {
    let part = piece.slice(range).trim();
    let text = part.text();
    let len = text.trim_end_matches([',', '，', ' ']).len();
    if len == 0 {
        return;
    }
    if len < text.len() {
        cut.separators.push(part.slice(len..text.len()));
    }
    cut.pieces.push(part.slice(0..len));
}

/// Returns whether parts are names and not words of one: each is Chinese, and enough of them are recognised.
fn is_sure(pieces: &[Rich], kind: SectionKind) -> bool {
    let texts: Vec<String> = pieces.iter().map(|piece| piece.text().into_owned()).collect();
    let named = |text: &String| text.contains(is_han) || words::is_school(text) || words::is_company(text);
    // `示例大学 信息安全 (本科)`
    let bracketed = |text: &String| {
        let studied =
            kind == SectionKind::Education && words::is_degree(text.trim_matches(['(', '（', ')', '）']));
        text.starts_with(['(', '（']) && !studied
    };
    if !texts.iter().all(|text| named(text) && text.chars().count() >= 2 && !bracketed(text)) {
        return false;
    }
    let first = texts[0].as_str();
    match kind {
        SectionKind::Education => {
            texts.iter().any(|text| words::is_school(text)) || texts.iter().any(|text| words::is_degree(text))
        }
        SectionKind::Work | SectionKind::Volunteer => {
            let last = texts.last().map_or("", String::as_str);
            words::is_company(first)
                || (words::is_job(last)
                    && !words::is_job(first)
                    && !(is_no_employer(first) && texts.len() == 2))
                || (words::is_place(first) && texts.len() > 2)
                || is_post_at(&texts)
        }
        SectionKind::Projects => texts[1..].iter().any(|text| words::is_job(text)) && !words::is_job(first),
        _ => false,
    }
}

/// `副教授，某大学某学院`: a post, followed by a school or an employer.
fn is_post_at(texts: &[String]) -> bool {
    let [post, place] = texts else { return false };
    words::is_job(post) && !words::is_job(place) && (words::is_school(place) || words::is_company(place))
}

/// Assigns roles to the parts of a line by their words, by their order, and by the kind of the section.
pub(super) fn roles(pieces: Vec<Rich>, kind: SectionKind, entry: EntryKind) -> Vec<Part> {
    let texts: Vec<String> = pieces.iter().map(|piece| piece.text().into_owned()).collect();
    let is_place = |at: usize| {
        let leads = at == 0 && (texts.len() < 3 || kind == SectionKind::Projects);
        // `Example Inc., Testville, TX` names the employer.
        // `Engineer`, `Sample Consulting, Berlin, Germany`: the employer is the first of them.
        let others =
            || (0..texts.len()).filter(|other| *other != at).all(|other| words::is_job(&texts[other]));
        let school = kind == SectionKind::Education && at > 0 && texts[at].matches(", ").count() > 1;
        let employer = (is_employment(kind) && others() || school) && place_behind(&texts[at]).is_some();
        let named = at == 1 && words::is_company(&texts[at]);
        !leads
            && !employer
            && !named
            && (words::is_place(&texts[at]) || at > 0 && is_bracketed_place(&texts[at]))
    };
    // `Engineer - Full-time`, `→ details`, `BSc, with honours`: no employer, post or school.
    let beside = |at: usize| {
        let graded = kind == SectionKind::Education && words::is_grade(&texts[at]);
        at > 0 && (graded || words::is_employment_kind(&texts[at]) || texts[at].starts_with(['→', '↗', '➜']))
    };
    let named: Vec<String> =
        (0..texts.len()).filter(|at| !is_place(*at) && !beside(*at)).map(|at| texts[at].clone()).collect();
    let order = order(kind, entry, &named);
    // `BSc - Physics`: the school is elsewhere, and the degree comes first.
    let schoolless = kind == SectionKind::Education
        && entry == EntryKind::Entry
        && texts.len() > 1
        && words::is_degree(&texts[0])
        && !texts.iter().any(|text| words::is_school(text));
    if schoolless {
        let rest = [PartRole::Subject].into_iter().chain(std::iter::repeat(PartRole::Other));
        let roles = std::iter::once(PartRole::Title).chain(rest);
        return roles.zip(pieces).map(|(role, text)| Part { role, text }).collect();
    }
    let between = between(kind, &order, &named);
    let between = std::iter::repeat_n(PartRole::Other, between);
    let mut order = order[..1].iter().copied().chain(between).chain(order[1..].iter().copied());
    let mut parts: Vec<Part> = Vec::new();
    for (at, text) in pieces.into_iter().enumerate() {
        let degree = kind == SectionKind::Education && words::is_degree(&texts[at]);
        // `BSc, St. Sample College, University of Example`
        let college = kind == SectionKind::Education
            && words::is_school(&texts[at])
            && !texts[at].contains(is_han)
            && parts.iter().any(|part: &Part| {
                part.role == PartRole::Organization && words::is_school(&part.text.text())
            });
        let role = if is_place(at) {
            PartRole::Place
        } else if college || beside(at) {
            PartRole::Other
        } else if degree && !(at == 0 && texts.len() == 1) {
            // `BSc Baking` over `Dean's list`: it has the place of a post, and the next part is none.
            if at == 0 && entry == EntryKind::Role {
                order.next();
            }
            PartRole::Degree
        } else {
            order.next().unwrap_or(PartRole::Other)
        };
        parts.push(Part { role, text });
    }
    parts
}

/// Returns the number of departments between an employer and the post, or a school and the subject:
/// `某公司 | 研发部 | 工程师`, `某大学 | 信息学院 | 会计学`.
fn between(kind: SectionKind, order: &[PartRole], texts: &[String]) -> usize {
    let rest = texts.get(1..).unwrap_or_default();
    match order {
        [PartRole::Organization, PartRole::Role] => {
            let job = |text: &String| words::is_job(text) && !words::is_company(text);
            rest.iter().position(job).unwrap_or(0)
        }
        [PartRole::Organization, PartRole::Subject] => {
            let mut plain = rest.iter().filter(|text| !words::is_degree(text) && !is_department(text));
            let departments = rest.iter().take_while(|text| is_department(text)).count();
            // Other parts, such as a grade or a town, are no subject.
            let subject = plain.next().is_some() && plain.next().is_none();
            if kind == SectionKind::Education && subject { departments } else { 0 }
        }
        _ => 0,
    }
}

/// 信息学院, 数学系, 某国家重点实验室: a part of a school.
fn is_department(text: &str) -> bool {
    let text = text.trim().trim_end_matches([')', '）']);
    text.contains(is_han)
        && ["学院", "學院", "系", "学部", "學部", "研究所", "研究院", "实验室", "實驗室"]
            .iter()
            .any(|end| text.ends_with(end))
}

fn order(kind: SectionKind, entry: EntryKind, texts: &[String]) -> [PartRole; 2] {
    use PartRole::{Organization, Other, Role, Subject, Title};
    match (entry, kind) {
        (EntryKind::Role, _) => [Role, Other],
        (EntryKind::Project, _) | (_, SectionKind::Projects) => [Title, Role],
        (_, SectionKind::Work | SectionKind::Volunteer) => {
            let first = |text: &str| words::is_job(text) && !words::is_company(text);
            let role_first = texts.len() > 1
                && (first(&texts[0]) && !first(&texts[1])
                    || texts.len() == 2 && words::is_company(&texts[1]) && !words::is_company(&texts[0]));
            if role_first { [Role, Organization] } else { [Organization, Role] }
        }
        (_, SectionKind::Education) => {
            let plain: Vec<&String> = texts.iter().filter(|text| !words::is_degree(text)).collect();
            // `**Agronomy Engineer** - *EXU*`: a course by its words, whatever is next to it.
            let course = plain.len() > 1 && words::is_job(plain[0]) && !words::is_job(plain[1]);
            let subject_first =
                plain.len() > 1 && !words::is_school(plain[0]) && (words::is_school(plain[1]) || course);
            if subject_first { [Subject, Organization] } else { [Organization, Subject] }
        }
        _ => [Title, Other],
    }
}
