//! Companies and other employers.

use super::{jobs, tables::companies, tokens, without_brackets};
use crate::model::kinds::{WordSet, fold, word_set};
use crate::source::chars::is_wide;

/// The longest company known by one word, in characters.
const LONGEST_KNOWN: usize = 10;

/// Returns whether a text names a company: 示例科技, 北京某某有限公司, `Example GmbH`, ООО Пример, (株)サンプル.
pub(in crate::model) fn is_company(text: &str) -> bool {
    has_form(text) || is_wide_company(text) || is_known(text) || has_last_word(text)
}

/// Returns whether one of its words is a legal form; short ones count in capitals or with dots.
fn has_form(text: &str) -> bool {
    static FORMS: WordSet = word_set!(companies::FORMS);
    static CAPITALS: WordSet = word_set!(companies::CAPITALS);
    let said = |word: &str| {
        let plain = fold(word);
        let plain = plain.as_str();
        let loud = || {
            let letters = word.chars().filter(|c| c.is_alphabetic());
            word.trim_end_matches('.').contains('.')
                || word == "SpA"
                || letters.clone().all(char::is_uppercase)
        };
        FORMS.has(plain) && (!CAPITALS.has(plain) || loud())
    };
    // `Co-Founder` is no company.
    let parting = |c: char| c.is_whitespace() || ",/|()（）[]【】«»\"".contains(c);
    let words = || text.split(parting).filter(|word| !word.is_empty());
    words().nth(1).is_some() && (words().any(said) || polish(text))
}

/// Sp. z o.o., three words in Polish.
fn polish(text: &str) -> bool {
    fold(text).ends_with("spzoo")
}

/// In scripts without blanks between words: a legal form anywhere, or a word for a kind of company at the end.
fn is_wide_company(text: &str) -> bool {
    if !text.contains(|c| is_wide(c) || c == '(') {
        return false;
    }
    let whole = fold(text);
    static IN: WordSet = word_set!(companies::IN);
    static END: WordSet = word_set!(companies::END);
    let ends = |part: &str| {
        let part = fold(part);
        let letters = part.chars().count();
        (letters >= 3 && part.ends_with("公司")) || (letters >= 4 && END.at_end(&part).is_some())
    };
    IN.is_in(&whole) || without_brackets(text).split_whitespace().any(ends)
}

fn is_known(text: &str) -> bool {
    static KNOWN: WordSet = word_set!(companies::KNOWN);
    let first = text.split(['(', '（', '-', '·']).next().unwrap_or_default();
    KNOWN.has(&fold(first))
}

/// Returns the length of the known company that a text begins with: 腾讯 of 腾讯实习生.
pub(in crate::model) fn known_company_at_start(text: &str) -> Option<usize> {
    static KNOWN: WordSet = word_set!(companies::KNOWN);
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_KNOWN);
    ends.filter(|end| KNOWN.has(&fold(&text[..*end]))).last()
}

/// `Example Technologies`, Банк Пример: the kind of company comes last, in Russian and Polish also first.
fn has_last_word(text: &str) -> bool {
    static LAST: WordSet = word_set!(companies::LAST);
    let text = without_brackets(text);
    let mut words = tokens(text);
    let capital = tokens(text).all(|word| !word.starts_with(char::is_lowercase) || word.len() <= 3);
    let ends = [words.next(), words.next_back()].map(|word| word.map(fold).unwrap_or_default());
    let [first, last] = ends;
    let leads = !first.is_ascii()
        || !first.is_empty() && "bank banque banco banca".split(' ').any(|bank| bank == first);
    let said = LAST.has(&last) || (leads && !last.is_empty() && LAST.has(&first));
    capital && said && !jobs::has_job_word(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_in_each_language() {
        let wrong: Vec<&str> = "\
            北京某某有限公司|示例科技|甲公司|样例集团（北京）|某某银行|示例信息技术|某某律师事务所|\
            示例工作室|第一人民医院|腾讯|阿里巴巴-示例事业部|示例網路科技股份有限公司|Acme Inc|\
            Acme, Inc.|Example Co., Ltd.|Example LLC|Sample Technologies|Example Consulting|\
            Example Bank|Google|Muster AG|Muster GmbH & Co. KG|Beispiel e.V.|Exemple S.A.|\
            Exemple SARL|Ejemplo S.L.|Esempio S.r.l.|Esempio S.p.A.|Exemplo Ltda|Przykład Sp. z o.o.|\
            ООО Пример|ООО «Пример»|АО Пример|Банк Пример|Сбер|株式会社サンプル|サンプル(株)|\
            （株）サンプル|サンプル合同会社|주식회사 예시|(주)예시|예시은행|Voorbeeld B.V.|\
            Exempel AB|Örnek A.Ş.|PT Contoh Tbk|Esimerkki Oy"
            .split('|')
            .filter(|company| !is_company(company))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let wrong: Vec<&str> = "\
            张三|高级工程师|公司信息管理系统|为公司创造价值|Alex Sample|Software Engineer|银行柜员|医院护士|北京大学|Group Manager|\
            Head of Consulting|Berlin|As a lead|科技|Co-Founder|Иван Примеров|前端|\
            Bachelor of Science|Systems Engineer|Wellness Spa"
            .split('|')
            .filter(|other| is_company(other))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
