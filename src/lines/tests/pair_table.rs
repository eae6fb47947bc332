//! The pair table by enumeration: every pair of the usual table, and the differences of every other table,
//! as text in `tests/golden/pairs`. `JIANLI_RENEW=1 cargo test golden` rewrites these files.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::layout::{Punctuation, Strictness};
use crate::lines::itemise::pairs::{Ending, Pair, Pairs, Rules, Trim};
use crate::lines::text::class::Class;
use crate::lines::text::locale::Locale;

/// Both kinds of Chinese share one table: a test below checks that.
const LOCALES: [Locale; 4] = [Locale::Hans, Locale::Ja, Locale::Ko, Locale::Other];
const STRICTNESS: [Strictness; 5] =
    [Strictness::Basic, Strictness::Gb, Strictness::Strict, Strictness::Loose, Strictness::Normal];
const PUNCTUATION: [Punctuation; 4] =
    [Punctuation::Quanjiao, Punctuation::Kaiming, Punctuation::Banjiao, Punctuation::Plain];

/// The table from which the others differ.
const BASE: Rules =
    Rules { locale: Locale::Hans, strictness: Strictness::Gb, punctuation: Punctuation::Quanjiao };

/// One aspect of a pair, as a word.
type Aspect = fn(Pair) -> String;

const ASPECTS: [(&str, Aspect); 3] = [("line-ends", ending), ("room", room), ("blanks", blank)];

fn ending(pair: Pair) -> String {
    match pair.ending {
        Ending::At(0) => ".".to_owned(),
        Ending::At(penalty) => penalty.to_string(),
        Ending::Late(penalty) => format!("L{penalty}"),
        Ending::Never => "x".to_owned(),
    }
}

fn room(pair: Pair) -> String {
    match (pair.track, pair.gap) {
        (true, _) => "+",
        (_, true) => "g",
        _ => ".",
    }
    .to_owned()
}

fn blank(pair: Pair) -> String {
    match pair.trim {
        Trim::Whole => ".",
        Trim::First => "1",
        Trim::Second => "2",
        Trim::Smaller => "s",
    }
    .to_owned()
}

/// The headings of the files.
const HEADS: [&str; 3] = [
    "May a line end here: . yes, 30 at that penalty, L300 if nothing better is found, x no.",
    "What gives here: + tracking of Han, g the gap between Han and Latin, . nothing.",
    "Whose blank half is cut: 1 the first's, 2 the second's, s the smaller's, . nobody's.",
];

/// Returns the classes with which an atom can begin or end: blanks belong to the atom before them.
fn classes() -> impl Iterator<Item = (&'static str, Class)> + Clone {
    Class::ALL.iter().copied().filter(|(_, class)| *class <= Class::Ob)
}

/// Returns all pairs that are looked up: of two narrow characters, UAX #14 and the scanner decide.
fn looked_up() -> impl Iterator<Item = (Class, Class)> {
    let both = |a: Class| classes().map(move |(_, b)| (a, b));
    classes().flat_map(move |(_, a)| both(a)).filter(|(a, b)| !(a.is_narrow() && b.is_narrow()))
}

/// Shows every pair of a table, with the first of each pair at the left.
fn matrix(pairs: &Pairs, aspect: Aspect) -> String {
    let mut out = String::from("    ");
    classes().for_each(|(name, _)| write!(out, "{name:>5}").unwrap_or_default());
    for (name, a) in classes() {
        write!(out, "\n{name:<4}").unwrap_or_default();
        for (_, b) in classes() {
            let narrow = a.is_narrow() && b.is_narrow();
            let word = if narrow { String::new() } else { aspect(pairs.get(a, b)) };
            write!(out, "{word:>5}").unwrap_or_default();
        }
    }
    let lines = out.lines().map(|line| line.trim_end().to_owned() + "\n");
    lines.collect()
}

/// Shows how one table differs from another: a line for each change, with firsts and seconds that
/// undergo the same change together.
fn differences(base: &Pairs, pairs: &Pairs, aspect: Aspect) -> String {
    let mut rows: BTreeMap<(String, Class), Vec<Class>> = BTreeMap::new();
    for (a, b) in looked_up() {
        let (was, now) = (aspect(base.get(a, b)), aspect(pairs.get(a, b)));
        if was != now {
            rows.entry((format!("{was} -> {now}"), a)).or_default().push(b);
        }
    }
    let mut lines: BTreeMap<(String, Vec<Class>), Vec<Class>> = BTreeMap::new();
    for ((change, a), seconds) in rows {
        lines.entry((change, seconds)).or_default().push(a);
    }
    let line = |((change, seconds), firsts): (&(String, Vec<Class>), &Vec<Class>)| {
        format!("    {change:<12} {} | {}\n", names(firsts), names(seconds))
    };
    lines.iter().map(line).collect()
}

/// Names classes as briefly as possible: one by one, or as a whole with exceptions, plus others.
fn names(of: &[Class]) -> String {
    let from = |whole: &str, is_in: fn(Class) -> bool| {
        let but = classes().filter(|(_, class)| is_in(*class) && !of.contains(class));
        let besides = classes().filter(|(_, class)| !is_in(*class) && of.contains(class));
        let list = |names: Vec<&str>, before: &str| match names.len() {
            0 => String::new(),
            _ => format!(" {before}{}", names.join(" ")),
        };
        let (but, besides) = (but.map(|(name, _)| name).collect(), besides.map(|(name, _)| name).collect());
        let glue = if whole.is_empty() { "" } else { "and " };
        format!("{whole}{}{}", list(but, "but "), list(besides, glue)).trim_start().to_owned()
    };
    let ways = [from("", |_| false), from("any", |_| true), from("wide", Class::is_wide)];
    ways.into_iter().min_by_key(String::len).unwrap_or_default()
}

/// Shows one aspect of all tables. Those with the same differences are under one heading.
fn others(aspect: Aspect) -> String {
    let base = Pairs::of(BASE);
    let mut groups: Vec<(String, Vec<Rules>)> = Vec::new();
    for locale in LOCALES {
        for strictness in STRICTNESS {
            for punctuation in PUNCTUATION {
                let rules = Rules { locale, strictness, punctuation };
                let found = differences(base, Pairs::of(rules), aspect);
                match groups.iter_mut().find(|(known, _)| *known == found) {
                    Some((_, tables)) => tables.push(rules),
                    None => groups.push((found, vec![rules])),
                }
            }
        }
    }
    let shown = |(found, tables): &(String, Vec<Rules>)| {
        let found = if found.is_empty() { "    nothing else\n" } else { found };
        format!("\n{}{found}", heading(tables))
    };
    groups.iter().map(shown).collect()
}

/// Names tables: a line for those that share their strictness and their styles.
fn heading(tables: &[Rules]) -> String {
    let tags = tables.iter().map(|rules| rules.tags().map(str::to_owned));
    let styles = grouped(tags.map(|[locale, level, style]| ((locale, level), style)), PUNCTUATION.len());
    let turned = styles.into_iter().map(|((locale, level), styles)| ((locale, styles), level));
    let levels = grouped(turned, STRICTNESS.len());
    let turned = levels.into_iter().map(|((locale, styles), levels)| ((levels, styles), locale));
    let locales = grouped(turned, usize::MAX);
    let line = |((levels, styles), locales)| format!("{locales} | {levels} | {styles}\n");
    locales.into_iter().map(line).collect()
}

/// Joins the words of each key, with the keys in order of appearance; `any` replaces all words.
fn grouped<K: PartialEq>(words: impl Iterator<Item = (K, String)>, all: usize) -> Vec<(K, String)> {
    let mut groups: Vec<(K, Vec<String>)> = Vec::new();
    for (key, word) in words {
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, words)) => words.push(word),
            None => groups.push((key, vec![word])),
        }
    }
    let joined = |words: Vec<String>| if words.len() == all { "any".to_owned() } else { words.join(" ") };
    groups.into_iter().map(|(key, words)| (key, joined(words))).collect()
}

#[test]
fn golden_pair_tables_are_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/pairs");
    #[expect(clippy::disallowed_methods, reason = "asked of whoever runs the tests")]
    let renew = std::env::var_os("JIANLI_RENEW").is_some();
    for ((name, aspect), head) in ASPECTS.into_iter().zip(HEADS) {
        let now = format!(
            "{head}\nRows: the first of two characters; columns: the second. Classes as in class.rs.\n\n\
             zh | gb | quanjiao\n{}\nWhat tables have otherwise: language | strictness | style, then was -> now, firsts | seconds.\n{}",
            matrix(Pairs::of(BASE), aspect),
            others(aspect)
        );
        let path = folder.join(format!("{name}.txt"));
        if renew {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &now).unwrap();
        }
        let was = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        let changed = was.lines().zip(now.lines()).find(|(was, now)| was != now);
        assert!(was == now, "{name}: {changed:?}\nJIANLI_RENEW=1 cargo test golden accepts this");
    }
}

#[test]
fn both_kinds_of_chinese_have_one_table() {
    for strictness in STRICTNESS {
        for punctuation in PUNCTUATION {
            let of = |locale| Pairs::of(Rules { locale, strictness, punctuation });
            let (hans, hant) = (of(Locale::Hans), of(Locale::Hant));
            assert!(looked_up().all(|(a, b)| hans.get(a, b) == hant.get(a, b)));
        }
    }
}
