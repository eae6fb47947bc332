//! The class-pair table, read from its one readable text (`pairs.txt`).

use std::sync::OnceLock;

use crate::layout::{Punctuation, Strictness};
use crate::lines::text::class::Class;
use crate::lines::text::locale::Locale;

/// The mark whose blank half is cut between two marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::lines) enum Trim {
    /// Neither mark's.
    #[default]
    Whole,
    /// The first mark's.
    First,
    /// The second mark's.
    Second,
    /// The smaller mark's; the second's if they are equal.
    Smaller,
}

/// Whether a line may end between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) enum Ending {
    /// At a penalty.
    At(u16),
    /// At a penalty, if nothing better is found.
    Late(u16),
    /// Never.
    Never,
}

/// The rules between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) struct Pair {
    /// Whether a line may end.
    pub ending: Ending,
    /// Whether the joint takes part in the tracking of Han.
    pub track: bool,
    /// Whether the gap between Han and Latin applies here.
    pub gap: bool,
    /// The blank that is cut.
    pub trim: Trim,
}

/// The rules that select a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) struct Rules {
    /// The language.
    pub locale: Locale,
    /// Which marks may begin and end lines.
    pub strictness: Strictness,
    /// The style of punctuation.
    pub punctuation: Punctuation,
}

impl Rules {
    /// Returns the rules of a language, with its usual strictness unless one is given.
    pub fn of(locale: Locale, strictness: Option<Strictness>, punctuation: Punctuation) -> Rules {
        let usual = match locale {
            Locale::Hans | Locale::Hant => Strictness::Gb,
            Locale::Ja => Strictness::Strict,
            Locale::Ko => Strictness::Normal,
            Locale::Other => Strictness::Basic,
        };
        Rules { locale, strictness: strictness.unwrap_or(usual), punctuation }
    }

    /// Returns the index of these rules among all that `pairs.txt` distinguishes.
    fn number(self) -> usize {
        let place = |kind: usize, tag: &str| KINDS[kind].iter().position(|word| *word == tag).unwrap_or(0);
        let [locale, strictness, punctuation] = self.tags();
        (place(0, locale) * KINDS[1].len() + place(1, strictness)) * KINDS[2].len() + place(2, punctuation)
    }

    /// Returns the names of these rules in `pairs.txt`.
    pub fn tags(self) -> [&'static str; 3] {
        let locale = match self.locale {
            Locale::Hans | Locale::Hant => "zh",
            Locale::Ja => "ja",
            Locale::Ko => "ko",
            Locale::Other => "other",
        };
        let strictness = match self.strictness {
            Strictness::Basic => "basic",
            Strictness::Gb => "gb",
            Strictness::Strict => "strict",
            Strictness::Loose => "loose",
            Strictness::Normal => "normal",
        };
        let punctuation = match self.punctuation {
            Punctuation::Quanjiao => "quanjiao",
            Punctuation::Kaiming => "kaiming",
            Punctuation::Banjiao => "banjiao",
            Punctuation::Plain => "plain",
        };
        [locale, strictness, punctuation]
    }
}

/// The table for one set of rules.
#[derive(Clone, Debug)]
pub(in crate::lines) struct Pairs {
    cells: Vec<Pair>,
}

/// The number of sets of rules that `pairs.txt` distinguishes: languages, strictnesses, styles.
const TABLES: usize = KINDS[0].len() * KINDS[1].len() * KINDS[2].len();

/// The tables needed so far. They are global, as the text is.
static KNOWN: [OnceLock<Pairs>; TABLES] = [const { OnceLock::new() }; TABLES];

/// The change made by a line of the text.
#[derive(Clone, Copy, Debug, Default)]
struct Change {
    ending: Option<Ending>,
    track: Option<bool>,
    gap: Option<bool>,
    trim: Option<Trim>,
}

/// The three kinds of condition; one of a kind has to fit.
const KINDS: [&[&str]; 3] = [
    &["zh", "ja", "ko", "other"],
    &["basic", "gb", "strict", "loose", "normal"],
    &["quanjiao", "kaiming", "banjiao", "plain"],
];

impl Pairs {
    /// Returns the table for a set of rules. Never fails: a test reads the text for every set of rules.
    pub fn of(rules: Rules) -> &'static Pairs {
        KNOWN[rules.number()].get_or_init(|| Pairs::read(rules))
    }

    fn read(rules: Rules) -> Pairs {
        let nothing = Pair { ending: Ending::Never, track: false, gap: false, trim: Trim::Whole };
        let mut pairs = Pairs { cells: vec![nothing; Class::COUNT * Class::COUNT] };
        let tags = rules.tags();
        for [when, before, after, what] in lines() {
            if applies(when, tags) {
                pairs.write(members(before), members(after), Change::of(what));
            }
        }
        pairs
    }

    /// Returns the rules between a character of one class and one of another.
    pub fn get(&self, before: Class, after: Class) -> Pair {
        self.cells[before as usize * Class::COUNT + after as usize]
    }

    fn write(&mut self, before: u64, after: u64, change: Change) {
        for (first, row) in self.cells.chunks_exact_mut(Class::COUNT).enumerate() {
            if before >> first & 1 == 0 {
                continue;
            }
            for (second, pair) in row.iter_mut().enumerate() {
                if after >> second & 1 == 1 {
                    change.apply(pair);
                }
            }
        }
    }
}

/// Returns the lines of the text, each with its four fields.
fn lines() -> impl Iterator<Item = [&'static str; 4]> {
    let text = include_str!("pairs.txt").lines();
    let fields = text.map(|line| line.split('#').next().unwrap_or("").split('|').map(str::trim));
    fields.filter_map(|mut fields| Some([fields.next()?, fields.next()?, fields.next()?, fields.next()?]))
}

fn applies(when: &str, tags: [&str; 3]) -> bool {
    KINDS.iter().zip(tags).all(|(kind, tag)| {
        let mut named = when.split_whitespace().filter(|word| kind.contains(word)).peekable();
        named.peek().is_none() || named.any(|word| word == tag)
    })
}

/// Returns the classes that a field names, one bit each.
pub(in crate::lines) fn members(field: &str) -> u64 {
    let of = |test: &dyn Fn(&str, Class) -> bool| {
        let chosen = Class::ALL.iter().filter(|(name, class)| test(name, *class));
        chosen.fold(0, |set, (_, class)| set | 1 << *class as u64)
    };
    let words = field.split_whitespace().map(|word| match word {
        "any" => of(&|_, _| true),
        "wide" => of(&|_, class| class.is_wide()),
        "narrow" => of(&|_, class| class.is_narrow()),
        word => of(&|name, _| name == word),
    });
    words.fold(0, |set, more| set | more)
}

impl Change {
    fn of(what: &str) -> Change {
        let mut change = Change::default();
        let mut words = what.split_whitespace();
        while let Some(word) = words.next() {
            match word {
                "never" => change.ending = Some(Ending::Never),
                "break" => change.ending = Some(Ending::At(number(words.next()))),
                "late" => change.ending = Some(Ending::Late(number(words.next()))),
                "track" => change.track = Some(true),
                "fixed" => change.track = Some(false),
                "gap" => change.gap = Some(true),
                "nogap" => change.gap = Some(false),
                "whole" => change.trim = Some(Trim::Whole),
                "first" => change.trim = Some(Trim::First),
                "second" => change.trim = Some(Trim::Second),
                "smaller" => change.trim = Some(Trim::Smaller),
                _ => {}
            }
        }
        change
    }

    fn apply(self, pair: &mut Pair) {
        pair.ending = self.ending.unwrap_or(pair.ending);
        pair.track = self.track.unwrap_or(pair.track);
        pair.gap = self.gap.unwrap_or(pair.gap);
        pair.trim = self.trim.unwrap_or(pair.trim);
    }
}

fn number(word: Option<&str>) -> u16 {
    word.and_then(|word| word.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zh(strictness: Option<Strictness>) -> &'static Pairs {
        Pairs::of(Rules::of(Locale::Hans, strictness, Punctuation::Quanjiao))
    }

    #[test]
    fn the_text_has_no_word_that_nobody_knows() {
        let whats = [
            "never", "break", "late", "track", "fixed", "gap", "nogap", "whole", "first", "second", "smaller",
        ];
        for [when, before, after, what] in lines() {
            assert!(
                when.split_whitespace().all(|word| KINDS.iter().any(|kind| kind.contains(&word))),
                "{when}"
            );
            for field in [before, after] {
                assert!(field.split_whitespace().all(|word| members(word) != 0), "{field}");
            }
            let known = |word: &str| whats.contains(&word) || word.parse::<u16>().is_ok();
            assert!(what.split_whitespace().all(known), "{what}");
        }
    }

    #[test]
    fn every_pair_of_every_table_is_sound() {
        let mut seen = std::collections::BTreeMap::new();
        for locale in [Locale::Hans, Locale::Hant, Locale::Ja, Locale::Ko, Locale::Other] {
            for strictness in
                [Strictness::Basic, Strictness::Gb, Strictness::Strict, Strictness::Loose, Strictness::Normal]
            {
                for punctuation in
                    [Punctuation::Quanjiao, Punctuation::Kaiming, Punctuation::Banjiao, Punctuation::Plain]
                {
                    let rules = Rules { locale, strictness, punctuation };
                    sound(Pairs::of(rules), strictness);
                    let same = rules.tags() == seen.entry(rules.number()).or_insert(rules).tags();
                    assert!(same, "{rules:?} and {:?} have one number", seen[&rules.number()]);
                }
            }
        }
    }

    fn sound(pairs: &Pairs, strictness: Strictness) {
        for &(_, a) in Class::ALL {
            for &(_, b) in Class::ALL {
                let pair = pairs.get(a, b);
                let opening = matches!(a, Class::Op | Class::On);
                let centred = matches!(b, Class::Sc | Class::Fq);
                let loose = strictness == Strictness::Loose;
                let closing = matches!(b, Class::Cl | Class::St | Class::Fs | Class::Cq) || centred && !loose;
                assert!(!(opening || closing) || pair.ending == Ending::Never, "{a:?} {b:?}");
                assert!(!pair.gap || !pair.track, "{a:?} {b:?}: one kind of room");
                assert!(!pair.gap || a.is_wide() != b.is_wide(), "{a:?} {b:?}");
                assert!(pair.trim == Trim::Whole || (a.is_wide() && b.is_wide()), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn strictness_only_adds() {
        let basic = zh(Some(Strictness::Basic));
        let strict = zh(Some(Strictness::Strict));
        assert_eq!(basic.get(Class::Id, Class::Da).ending, Ending::At(30));
        assert_eq!(strict.get(Class::Id, Class::Da).ending, Ending::Never);
        assert_eq!(zh(None).get(Class::Sl, Class::Id).ending, Ending::Never);
        assert_eq!(basic.get(Class::Sl, Class::Id).ending, Ending::At(0));
    }
}
