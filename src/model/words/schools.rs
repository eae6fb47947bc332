//! Schools and degrees.

use super::{is_job, tables::schools, tokens};
use crate::model::kinds::{WordSet, fold, word_set};
use crate::source::chars::is_wide;

/// The longest degree in Han or hangul, in characters.
const LONGEST: usize = 12;
/// The largest number of words of a degree in other letters; a longer text is a sentence.
const MOST_WORDS: usize = 8;

/// Returns whether a text names a school: 示例大学, `Example University`, `TU Musterstadt`.
pub(in crate::model) fn is_school(text: &str) -> bool {
    static WORDS: WordSet = word_set!(schools::WORDS);
    static IN: WordSet = word_set!(schools::IN);
    // 全国大学生竞赛 is not one, and neither is a Schülerpraktikum.
    let whole = fold(text).replace("大学生", "").replace("中学生", "").replace("schuler", "");
    IN.is_in(&whole)
        || WORDS.has(&whole)
        || tokens(text).any(|word| WORDS.has(&fold(word)) || is_abbreviation(word))
}

/// MIT, and TU and FH before a town.
fn is_abbreviation(word: &str) -> bool {
    static WORDS: WordSet = word_set!(schools::ABBREVIATIONS);
    let capitals = word.chars().all(char::is_uppercase);
    capitals && (WORDS.has(&fold(word)) || matches!(word, "TU" | "FH" | "HTW" | "HTL" | "BTU"))
}

/// Returns whether a text names a degree: 工学硕士, `B.Sc. Physics`, Licenciatura en Física.
pub(in crate::model) fn is_degree(text: &str) -> bool {
    let text = text.trim();
    if text.contains(is_wide) && is_wide_degree(text) {
        return true;
    }
    // AB and AA without full stops have other meanings.
    let dotted = ["A.B.", "A.A.", "A.S.", "S.B.", "M.B."].iter().any(|degree| text.starts_with(degree));
    tokens(text).nth(MOST_WORDS).is_none() && (dotted || begins_with_degree(text) || ends_with_degree(text))
}

/// Returns whether a text is a grade: `with distinction`, `GPA 3.9`, `summa cum laude`.
pub(in crate::model) fn is_grade(text: &str) -> bool {
    static GRADES: WordSet = word_set!(schools::GRADES);
    GRADES.at_start(&fold(text)).is_some() && tokens(text).nth(MOST_WORDS).is_none()
}

fn is_wide_degree(text: &str) -> bool {
    // 硕士（award with excellence）
    let long = text.chars().count() > LONGEST;
    let text = if long { text.split(['(', '（']).next().unwrap_or(text) } else { text };
    let whole = fold(text);
    static IN: WordSet = word_set!(schools::DEGREES_IN);
    text.chars().count() <= LONGEST && IN.is_in(&whole) && !is_school_of_higher_learning(&whole)
}

/// 高中 is a degree and a school; 某某大学研究生院 is a school only.
fn is_school_of_higher_learning(whole: &str) -> bool {
    ["大学", "学院", "学校", "中学", "대학"].iter().any(|word| whole.contains(word))
}

/// Returns whether its first word is that of a degree; those of two letters count in capitals.
fn begins_with_degree(text: &str) -> bool {
    static WORDS: WordSet = word_set!(schools::DEGREES);
    let whole = fold(text);
    static PHRASES: WordSet = word_set!(schools::DEGREE_PHRASES);
    if PHRASES.at_start(&whole).is_some() {
        return true;
    }
    let first =
        text.split(|c: char| c.is_whitespace() || ",;/(（，:&+–—-".contains(c)).next().unwrap_or_default();
    let first = first.trim_end_matches(['®', '*']);
    let bare = first.strip_suffix("'s").or_else(|| first.strip_suffix("’s")).unwrap_or(first);
    let word = fold(bare);
    let loud = word.len() > 2 || bare.contains('.') || bare.chars().all(|c| !c.is_lowercase());
    // `Master Data Engineer` and `Associate Engineer` are posts, `Doctor of Law` is a degree.
    const LINKS: [&str; 14] = [
        "of",
        "in",
        "en",
        "de",
        "da",
        "di",
        "do",
        "der",
        "des",
        "degree",
        "studium",
        "thesis",
        "student",
        "programme",
    ];
    let linked =
        bare != first || tokens(text).nth(1).is_some_and(|next| LINKS.contains(&fold(next).as_str()));
    let known = (WORDS.has(&word) && loud) || word == "associate";
    known && (linked || (word != "associate" && !is_job(text)))
}

/// `High School Diploma`, `Engineering Degree`.
fn ends_with_degree(text: &str) -> bool {
    const LAST: [&str; 8] = ["degree", "diploma", "bachelor", "phd", "bsc", "msc", "mba", "abschluss"];
    tokens(text).next_back().is_some_and(|word| LAST.contains(&fold(word).as_str())) || in_brackets(text)
}

/// `Regional Studies (MA)`: a short degree in brackets behind what was studied. `Boston (MA)` is a town.
fn in_brackets(text: &str) -> bool {
    let Some((before, inside)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else {
        return false;
    };
    let short = inside.chars().all(|c| c.is_ascii_alphabetic() || c == '.') && begins_with_degree(inside);
    let words = before.split_whitespace().count();
    short && (words > 1 || words > 0 && inside.len() > 2) && !is_school(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_in_each_language() {
        let wrong: Vec<&str> = "\
            工学硕士|本科|碩士|大专|高中|统招本科|硕士研究生|學士學位|M.Sc. Physics|Bachelor's|\
            Bachelor of Arts|B.A.|BSc (Hons)|PhD|Ph.D.|MBA|MS Computer Science|Associate's|\
            Associate of Arts|High School Diploma|Diplom|Abitur|Staatsexamen|Licence professionnelle|\
            Doctorat|Baccalauréat|BTS|Licenciatura en Física|Bread Studies (MA)|Máster|Grado en Derecho|\
            Bacharelado em Direito|Mestrado|Laurea Magistrale|Dottorato|Licencjat|Magister|Бакалавр|\
            Магистратура|Высшее|学士|修士|博士後期|학사|석사 졸업|Lisans|Sarjana|Cử nhân|Thạc sĩ"
            .split('|')
            .filter(|degree| !is_degree(degree))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let wrong: Vec<&str> = "\
            某某大学研究生院|Mastering Rust|计算机|Master Data Engineer|Me and you|\
            Associate Engineer|示例大学|Berlin|Be kind|Docteur Exemple|Boston (MA)|"
            .split('|')
            .filter(|other| is_degree(other))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn schools_in_each_language() {
        let wrong: Vec<&str> = "\
            示例大学|樣例科技大學|某某职业技术学院|示例中学|清华|Example University|Sample College|\
            MIT|Universität Musterstadt|TU Musterstadt|Hochschule Beispiel|Muster-Gymnasium|\
            Université d'Exemple|Lycée Exemple|École Exemple|Universidad de Ejemplo|\
            Instituto Ejemplo|Universidade do Exemplo|Faculdade Exemplo|Università degli Studi|\
            Politecnico di Esempio|Liceo Esempio|Uniwersytet Przykładowy|Politechnika Przykładowa|\
            Примерский государственный университет|МГУ|Школа № 1|例示大学|例示高等学校|예시대학교|\
            예시고등학교|Universiteit Voorbeeld|Exempel universitet|Örnek Üniversitesi|Đại học Ví dụ|\
            Universitas Contoh"
            .split('|')
            .filter(|school| !is_school(school))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let wrong: Vec<&str> = "\
            示例科技|工程师|Schooling systems|Berlin|Alex Sample|计算机|研究院|"
            .split('|')
            .filter(|other| is_school(other))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
