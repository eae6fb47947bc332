//! Words that tell what a text is: a person, a place, a degree, a school, a job, a company.
//!
//! Guesses from shape and vocabulary, for texts in places where such a thing may be: a part of an
//! entry's line, the first line of the paper. Each knows Chinese, English, Japanese, Korean, German,
//! French, Spanish, Portuguese, Italian, Polish and Russian, and the commonest words of Dutch, Swedish,
//! Turkish, Vietnamese and Indonesian.

mod companies;
mod facts;
mod jobs;
mod languages;
mod persons;
mod places;
mod schools;
mod tables;

pub(super) use companies::{is_company, known_company_at_start};
pub(super) use facts::{is_age_or_sex, is_fact};
pub(super) use jobs::{is_employment_kind, is_job};
pub(super) use languages::leads_to_languages;
pub(super) use persons::{is_person, may_be_person};
pub(super) use places::is_place;
pub(super) use schools::{is_degree, is_grade, is_school};

/// Cuts a text into its words, without the marks between them; dots, apostrophes and signs inside a word stay.
fn tokens(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let parting = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';'
                    | '/'
                    | '|'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | '&'
                    | '+'
                    | ':'
                    | '-'
                    | '–'
                    | '—'
                    | '"'
                    | '“'
                    | '”'
            )
            || matches!(
                c,
                '，' | '、'
                    | '；'
                    | '：'
                    | '（'
                    | '）'
                    | '【'
                    | '】'
                    | '｜'
                    | '·'
                    | '・'
                    | '«'
                    | '»'
                    | '_'
            )
    };
    text.split(parting).filter(|word| !word.is_empty())
}

/// Returns a text without the brackets at its end: `Example (Remote)`.
fn without_brackets(text: &str) -> &str {
    let text = text.trim();
    if !text.ends_with([')', '）', ']', '】']) {
        return text;
    }
    text.find(['(', '（', '[', '【']).filter(|at| *at > 0).map_or(text, |at| text[..at].trim_end())
}
