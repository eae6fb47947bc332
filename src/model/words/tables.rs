//! The words themselves, folded (see [`crate::model::kinds::fold`]).

pub mod common;
pub mod companies;
pub mod jobs;
pub mod names;
pub mod places;
pub mod schools;
pub mod world;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kinds::fold;

    #[test]
    fn the_words_are_folded() {
        let all = [
            common::NOT_NAMES,
            companies::END,
            companies::FORMS,
            companies::IN,
            companies::KNOWN,
            companies::LAST,
            jobs::END,
            jobs::IN,
            jobs::PHRASES,
            jobs::TAILS,
            jobs::WORDS,
            names::COMPOUND,
            names::JAPANESE,
            names::KOREAN,
            names::NEVER_HAN,
            names::NOT_HAN,
            names::NOT_HANGUL,
            names::SURNAMES,
            places::DISTRICTS,
            places::HAN,
            places::HANGUL,
            places::PREFECTURES,
            places::REMOTE,
            schools::DEGREES_IN,
            schools::DEGREE_PHRASES,
            schools::IN,
            schools::WORDS,
            world::CITIES,
            world::COUNTRIES,
        ];
        for word in all.into_iter().flat_map(str::split_whitespace) {
            assert_eq!(fold(word), word);
        }
    }
}
