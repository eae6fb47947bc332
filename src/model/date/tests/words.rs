//! Tests that the tables of words are in the order in which they are looked up.

use crate::model::date::fold::fold;
use crate::model::date::words::{
    ABOUT, AND, ARTICLES, EXPECTED, EXPECTED_EAST, GOAL, LEADS, MONTHS, NOW, NOW_BRIEF, NOW_EAST, OF,
    ORDINALS, SEASONS, SINCE_EAST, SINCE_TAIL, TERMS, TO, TO_EAST, UNIT_AND, UNITS, UNITS_EAST, VIETNAMESE,
    YEARS,
};

fn folded(word: &str) -> String {
    word.chars().map(fold).collect()
}

fn assert_in_order<'a>(words: impl Iterator<Item = &'a str>) {
    let words: Vec<&str> = words.collect();
    for pair in words.windows(2) {
        assert!(folded(pair[0]) < folded(pair[1]), "{} before {}", pair[0], pair[1]);
    }
}

#[test]
fn tables_are_in_the_order_of_their_folded_words() {
    assert_in_order(MONTHS.iter().map(|entry| entry.0));
    assert_in_order(LEADS.iter().map(|entry| entry.0));
    for table in [
        ABOUT, AND, ARTICLES, EXPECTED, GOAL, NOW, NOW_BRIEF, OF, ORDINALS, SEASONS, SINCE_TAIL, TERMS, TO,
        UNIT_AND, UNITS, VIETNAMESE, YEARS,
    ] {
        assert_in_order(table.iter().copied());
    }
}

#[test]
fn what_begins_with_a_shorter_entry_comes_before_it() {
    for table in [EXPECTED_EAST, NOW_EAST, SINCE_EAST, TO_EAST, UNITS_EAST] {
        for (at, word) in table.iter().enumerate() {
            let shadowed = table[..at].iter().find(|earlier| word.starts_with(**earlier));
            assert_eq!(shadowed, None, "before {word}");
        }
    }
}
