//! The names of months against CLDR, whose data only this test links.

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::enums::DateFieldSet;
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames, MonthNameLength};
use icu_locale_core::Locale;
use writeable::TryWriteable;

use super::whole;

/// The languages of the table, as listed in `words/months.rs`.
const LANGUAGES: [&str; 30] = [
    "en", "de", "fr", "es", "pt", "it", "pl", "ru", "nl", "sv", "tr", "id", "vi", "da", "nb", "fi", "cs",
    "sk", "uk", "ro", "hu", "ca", "sl", "bg", "el", "pt-PT", "de-AT", "es-MX", "en-AU", "en-GB",
];
/// Names that the table leaves out.
const OTHER_WORDS: [&str; 5] = ["led", "pro", "ian", "ag", "elo"];

/// Returns the name of a month as it is within a date, or alone.
fn name(language: &str, month: u8, pattern: &str, length: MonthNameLength) -> String {
    let locale: Locale = language.parse().expect("a language");
    let mut names: FixedCalendarDateTimeNames<Gregorian, DateFieldSet> =
        FixedCalendarDateTimeNames::new_without_number_formatting((&locale).into());
    names.include_month_names(length).expect("data of this language");
    let pattern: DateTimePattern = pattern.parse().expect("a pattern");
    let date = Date::try_new_gregorian(2020, month, 1).expect("a date");
    let name = names.with_pattern_unchecked(&pattern).format(&date);
    name.try_write_to_string().expect("a name").into_owned()
}

#[test]
fn every_name_of_a_month_in_cldr_is_known() {
    let lengths = [
        ("MMMM", MonthNameLength::Wide),
        ("MMM", MonthNameLength::Abbreviated),
        ("LLLL", MonthNameLength::StandaloneWide),
        ("LLL", MonthNameLength::StandaloneAbbreviated),
    ];
    let mut unknown = Vec::new();
    for language in LANGUAGES {
        for (pattern, length) in lengths {
            for month in 1..=12 {
                let name = name(language, month, pattern, length);
                // In Catalan the preposition is part of the name.
                let bare = name.trim_start_matches("de ").trim_start_matches("d’").trim_end_matches('.');
                let want = format!("2020-{month:02}");
                let spellings = [format!("{bare} 2020"), format!("{}. 2020", bare.to_uppercase())];
                let missing = spellings.iter().any(|text| whole(text) != want);
                if missing && !OTHER_WORDS.contains(&bare) {
                    unknown.push(format!("{language}: {bare}"));
                }
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}
