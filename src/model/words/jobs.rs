//! Jobs.

use super::{is_company, tables::jobs, tokens, without_brackets};
use crate::model::kinds::{WordSet, fold, word_set};
use crate::source::chars::is_wide;

/// The longest job in Han, in characters.
const LONGEST: usize = 14;

/// Returns whether a text names a job: 高级工程师, `Sales Manager`, `Softwareentwicklerin`.
pub(in crate::model) fn is_job(text: &str) -> bool {
    if is_company(text) {
        return false;
    }
    has_job_word(text) || is_wide_job(text) || is_phrase(text) || is_postdoc(text)
}

/// `Post-doc`: the hyphen separates no words.
fn is_postdoc(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.strip_prefix("post-doc").is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// Returns whether one of the words of a text is a word of a post.
pub(super) fn has_job_word(text: &str) -> bool {
    tokens(text).any(|word| is_job_word(&fold(word)))
}

/// Returns whether a folded word is one of a post.
pub(super) fn is_job_word(word: &str) -> bool {
    static WORDS: WordSet = word_set!(jobs::WORDS);
    static TAILS: WordSet = word_set!(jobs::TAILS);
    WORDS.has(word) || TAILS.at_end(word).is_some_and(|tail| word.len() > tail.len() + 2)
}

/// In scripts without blanks between words: some words are jobs anywhere, others only at the end.
fn is_wide_job(text: &str) -> bool {
    if !text.contains(is_wide) {
        return false;
    }
    let whole = fold(text);
    let end = fold(without_brackets(text));
    let short = end.chars().count() <= LONGEST && !end.starts_with(|c: char| c.is_ascii_digit());
    // 负责系统开发 is a task.
    let done =
        ["负责", "参与", "完成", "协助", "对接", "从事", "主导"].iter().any(|verb| end.starts_with(verb));
    static IN: WordSet = word_set!(jobs::IN);
    static END: WordSet = word_set!(jobs::END);
    IN.is_in(&whole) || (short && !done && END.at_end(&end).is_some())
}

/// Kỹ sư phần mềm: the post comes first.
fn is_phrase(text: &str) -> bool {
    let whole = fold(text);
    static PHRASES: WordSet = word_set!(jobs::PHRASES);
    PHRASES.at_start(&whole).is_some()
}

/// Returns whether a text is a kind of employment and nothing else: `Full-time`, 兼职.
pub(in crate::model) fn is_employment_kind(text: &str) -> bool {
    let inner = text.trim().trim_matches(['(', ')', '（', '）', '[', ']']);
    let plain: String = fold(inner).chars().filter(|c| c.is_alphanumeric()).collect();
    // `contract position`
    let bare = ["position", "role", "job"].iter().find_map(|end| plain.strip_suffix(end));
    EMPLOYMENT.contains(&plain.as_str()) || bare.is_some_and(|bare| EMPLOYMENT.contains(&bare))
}

/// Kinds of employment, without blanks and hyphens.
#[rustfmt::skip]
const EMPLOYMENT: &[&str] = &[
    "fulltime", "parttime", "contract", "temporary", "permanent", "seasonal", "fulltimejob", "parttimejob",
    "vollzeit", "teilzeit", "cdi", "cdd", "tempsplein", "tempspartiel", "tiempocompleto", "mediotiempo",
    "tempointegral", "tempopieno", "полнаязанятость", "частичнаязанятость",
    "全职", "兼职", "正式", "正式员工", "正社员", "契约社员", "派遣社员", "アルバイト", "정규직", "계약직", "비정규직",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_in_each_language() {
        let wrong: Vec<&str> = "\
            高级工程师|前端开发|Java 开发（外包）|產品經理|会计|出纳|护士长|语文老师|讲师|店长|采购|\
            行政助理|新媒体运营|销售代表|编辑|研究员|教授|银行柜员助理|酒店经理|医院护士|测试|\
            法律顾问|Senior Engineer|Tech Lead|CEO|Head of Marketing|Registered Nurse|\
            Primary School Teacher|Barista|Accountant|Co-Founder|Softwareentwicklerin|\
            Full-Stack-Entwickler|Projektleiter|Bürokauffrau|Krankenschwester|Werkstudent|\
            Développeuse web|Ingénieur d'études|Chargé de projet|Infirmière|Stagiaire|\
            Professeur des écoles|Ingeniero de Datos|Desarrolladora|Jefe de ventas|Enfermera|\
            Camarero|Profesor|Engenheiro de Software|Desenvolvedora Front End|Estagiário|\
            Coordenadora|Advogado|Sviluppatore|Ingegnere|Impiegata|Commesso|Responsabile vendite|\
            Programista|Inżynier|Kierownik projektu|Księgowa|Nauczyciel|Разработчик|\
            Инженер-программист|Бухгалтер|Менеджер по продажам|Учитель|Медсестра|\
            フロントエンドエンジニア|教師|看護師|営業|店長|백엔드 개발자|간호사|영업사원|기획자|\
            Ontwikkelaar|Systemutvecklare|Yazılım Mühendisi|Kỹ sư phần mềm|Guru|Insinyur"
            .split('|')
            .filter(|job| !is_job(job))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn kinds_of_employment() {
        for text in ["Full-time", "part time", "(Contract)", "Vollzeit", "全职", "兼職", "正社員", "정규직"]
        {
            assert!(is_employment_kind(text), "{text}");
        }
        for text in ["Full-stack", "Contract Manager", "兼职教师", "Intern", ""] {
            assert!(!is_employment_kind(text), "{text}");
        }
    }

    #[test]
    fn other_things_are_no_jobs() {
        let wrong: Vec<&str> = "\
            某开发科技公司|示例科技|International School|Leading Brands|北京|计算机|\
            Muster AG|Maui|设计学院|销售管理系统|运营平台|Acme Inc|株式会社サンプル|Пример|Directory|\
            "
        .split('|')
        .filter(|other| is_job(other))
        .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
