//! Reading the title of a section: without its number and icons, in parts, with the meaning of each.

use super::SectionKind;
use super::fold::fold;
use super::titles::{self, Certainty};
use crate::model::number::HandNumber;
use crate::source::chars::{is_han, is_wide};

/// The longest title that is no sentence, in characters.
const LONGEST: usize = 80;
/// The largest number of words in a title.
const MOST_WORDS: usize = 6;

/// A title as it is written, without number and icons.
pub(super) struct Title<'a> {
    bare: &'a str,
    /// Whether a colon follows it.
    colon: bool,
}

/// Returns a title without its number (`一、`, `1.`, `IV.`), icons, brackets and closing marks.
pub(super) fn bare(title: &str) -> &str {
    // `{#id}` of kramdown and pandoc is no part of it.
    let title =
        title.split_once(" {").filter(|(_, rest)| rest.trim_end().ends_with('}')).map_or(title, |(t, _)| t);
    let title = title.trim();
    let number = HandNumber::at_start(title).map_or(0, |number| number.len);
    let title = without_digits(&title[number..]);
    let title = title.strip_prefix(|c| is_ordinal(c, title)).unwrap_or(title);
    let title = roman_number(title).unwrap_or(title);
    title.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Returns a title without digits and marks before it; 5年工作经验 keeps them, since they count something.
fn without_digits(title: &str) -> &str {
    const COUNTED: [&str; 11] = ["年", "个", "月", "year", "yr", "jahr", "ans ", "año", "anos", "лет", "년"];
    let rest = title.trim_start_matches(|c: char| c.is_numeric() || c == '.' || !c.is_alphanumeric());
    if rest.len() == title.len() {
        return rest;
    }
    // No unit is longer than this.
    let next: String = rest.chars().take(6).flat_map(char::to_lowercase).collect();
    let counts = title.contains(char::is_numeric) && COUNTED.iter().any(|unit| next.starts_with(unit));
    if counts { title } else { rest }
}

/// 一 before a full stop or a blank, where [`HandNumber`] finds none: `一. 教育背景`, `一 教育背景`.
fn is_ordinal(c: char, title: &str) -> bool {
    let next = title.chars().nth(1);
    "一二三四五六七八九十".contains(c) && matches!(next, Some('.' | '：' | ':' | ' ' | '\u{3000}'))
}

/// Returns `IV. Education` and `B) Skills` without their number.
fn roman_number(title: &str) -> Option<&str> {
    let (number, rest) = title.split_once(['.', ')', '、'])?;
    let letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_uppercase());
    let roman = (1..=4).contains(&number.len()) && number.bytes().all(|b| b"IVX".contains(&b));
    ((letter || roman) && !rest.trim().is_empty()).then(|| rest.trim_start())
}

/// 技能奖项, 证书荣誉: two titles of what somebody can do or has won, with nothing between.
fn two_in_one(text: &str) -> Option<[SectionKind; 2]> {
    use SectionKind::{Awards, Certificates, Interests, Languages, Skills};
    if !text.chars().all(is_han) || !(4..=8).contains(&text.chars().count()) {
        return None;
    }
    let kind = |part: &str| match titles::find(&fold(part)) {
        Some((kind, certainty)) if certainty != Certainty::Label => {
            Some(kind).filter(|kind| matches!(kind, Awards | Certificates | Interests | Languages | Skills))
        }
        _ => None,
    };
    let ends = text.char_indices().map(|(at, _)| at).skip(2).filter(|at| text[*at..].chars().count() >= 2);
    ends.filter_map(|at| Some([kind(&text[..at])?, kind(&text[at..])?])).next()
}

impl<'a> Title<'a> {
    pub fn of(title: &'a str) -> Title<'a> {
        let written = title.trim_end_matches(|c: char| c.is_whitespace() || c == '*' || c == '_');
        let bare = bare(title);
        let bare = if bare.chars().count() > LONGEST { "" } else { bare };
        Title { bare, colon: written.ends_with([':', '：']) }
    }

    /// Returns the kinds of the title and its parts.
    pub fn kinds(&self) -> Vec<SectionKind> {
        if let Some((kind, _)) = titles::find(&fold(self.bare)) {
            return vec![kind];
        }
        if let Some(kind) = behind_latin(self.bare) {
            return vec![kind];
        }
        let kinds: Vec<SectionKind> = parts(self.bare).iter().flat_map(|part| kinds_of_part(part)).collect();
        if kinds.is_empty() { two_in_one(self.bare).map(Vec::from).unwrap_or_default() } else { kinds }
    }

    /// Returns whether it can be nothing but the title of a section.
    pub fn is_exact(&self) -> bool {
        let capital = self.bare.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
        capital
            && (self.is_exact_whole(self.bare)
                || Some(without_gloss(self.bare))
                    .filter(|bare| bare.len() < self.bare.len())
                    .is_some_and(|bare| self.is_exact_whole(bare))
                || self.is_exact_in_parts())
    }

    fn is_exact_whole(&self, text: &str) -> bool {
        let whole = fold(text);
        match titles::find(&whole) {
            Some((_, Certainty::Sure)) => true,
            Some((_, Certainty::Alone)) => !self.colon,
            Some((_, Certainty::Label)) => false,
            None => {
                titles::is_other(&whole)
                    || two_in_one(text).is_some()
                    || qualified(text, &whole).is_some_and(|(_, certainty)| certainty == Certainty::Sure)
            }
        }
    }

    /// Several adjacent titles, all known, one of them sure: 「教育背景 EDUCATION」, `Skills & Interests`.
    fn is_exact_in_parts(&self) -> bool {
        let mut parts = parts(self.bare);
        if let [one] = parts.as_slice() {
            let Some((left, right)) = scripts(one) else { return false };
            parts = vec![left.to_owned(), right.to_owned()];
        }
        let found: Option<Vec<Certainty>> = parts
            .iter()
            .map(|part| {
                let whole = fold(part);
                titles::find(&whole).or_else(|| qualified(part, &whole)).map(|(_, certainty)| certainty)
            })
            .collect();
        found.is_some_and(|found| found.contains(&Certainty::Sure) && !found.contains(&Certainty::Label))
    }
}

/// Returns the kind of `Web2 工作经历` after the word that only names the field.
fn behind_latin(title: &str) -> Option<SectionKind> {
    let (field, rest) = title.split_once(' ')?;
    let field = field.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '.'));
    match titles::find(&fold(rest)) {
        Some((kind, Certainty::Sure)) if field && rest.contains(is_wide) => Some(kind),
        _ => None,
    }
}

/// Returns `Work Experience (5 years)` without the brackets at its end.
fn without_gloss(title: &str) -> &str {
    title.find(['(', '（', '[', '【']).filter(|at| *at > 0).map_or(title, |at| title[..at].trim_end())
}

/// Cuts `工作经历及项目经验` into its titles, in lower case.
fn parts(title: &str) -> Vec<String> {
    const WORDS: [&str; 17] = [
        " and ",
        " und ",
        " et ",
        " y ",
        " e ",
        " ed ",
        " и ",
        " та ",
        " i ",
        " en ",
        " och ",
        " ve ",
        " và ",
        " dan ",
        " 및 ",
        " - ",
        "および",
    ];
    let mut title = title.to_lowercase();
    // All but one are between blanks.
    let spaced = title.contains(' ');
    for word in WORDS.into_iter().filter(|word| spaced || !word.starts_with(' ')) {
        if title.contains(word) {
            title = title.replace(word, "&");
        }
    }
    title.split(parting).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn parting(c: char) -> bool {
    matches!(
        c,
        '及' | '与'
            | '與'
            | '和'
            | '暨'
            | 'と'
            | '&'
            | '＆'
            | '+'
            | '/'
            | '／'
            | '・'
            | '·'
            | '•'
            | '、'
            | ','
            | '，'
    ) || matches!(
        c,
        '|' | '｜' | '（' | '(' | '：' | ':' | '）' | ')' | '—' | '–' | '【' | '】' | '[' | ']' | '_'
    )
}

/// Returns the kinds of one part of a title: two for 项目实习经历.
fn kinds_of_part(part: &str) -> Vec<SectionKind> {
    let whole = fold(part);
    if let Some((kind, _)) = titles::find(&whole).or_else(|| qualified(part, &whole)) {
        return vec![kind];
    }
    if let Some((left, right)) = scripts(part) {
        return in_two_scripts(left, right).into_iter().collect();
    }
    if part.contains(char::is_numeric) {
        return Vec::new();
    }
    if part.contains(is_wide) { compound(&whole) } else { tail(part).into_iter().collect() }
}

/// Returns the kind of a title with words that do not change its meaning: `Selected Publications`,
/// 主要工作经历, `Experiencia relevante`. It is passed both as written and folded.
fn qualified(part: &str, whole: &str) -> Option<(SectionKind, Certainty)> {
    if part.contains(is_wide) {
        return qualified_wide(whole);
    }
    let words: Vec<String> = part.split_whitespace().take(MOST_WORDS + 1).map(fold).collect();
    if !(2..=MOST_WORDS).contains(&words.len()) {
        return None;
    }
    let before = words.iter().take_while(|word| titles::is_qualifier(word)).count();
    let behind = words.iter().rev().take_while(|word| titles::is_qualifier(word)).count();
    let count = words.len();
    let cores = (0..=before).flat_map(|from| (0..=behind).map(move |less| (from, count - less)));
    let mut cores = cores.filter(|(from, to)| from < to);
    cores.find_map(|(from, to)| titles::find(&words[from..to].concat()))
}

fn qualified_wide(part: &str) -> Option<(SectionKind, Certainty)> {
    let sure = |core: &str| titles::find(core).filter(|(_, certainty)| *certainty == Certainty::Sure);
    let inner = titles::without_start(part);
    let found = titles::find(inner).filter(|(_, certainty)| *certainty != Certainty::Label);
    // 项目介绍 is a label: with a word after it only a sure title stays one.
    found.or_else(|| sure(titles::without_end(part)?)).or_else(|| sure(titles::without_end(inner)?))
}

/// Cuts 「教育背景 Education」 where its scripts meet, if they do so once.
fn scripts(part: &str) -> Option<(&str, &str)> {
    let letters = part.char_indices().filter(|(_, c)| c.is_alphabetic());
    let mut meets =
        letters.clone().zip(letters.skip(1)).filter(|((_, a), (_, b))| is_wide(*a) != is_wide(*b));
    let (_, (at, _)) = meets.next()?;
    if meets.next().is_some() {
        return None;
    }
    Some((part[..at].trim_end(), part[at..].trim_end()))
}

/// Returns the kind of a title if both of its scripts have a meaning, or one of them is surely a title.
fn in_two_scripts(left: &str, right: &str) -> Option<SectionKind> {
    let letters = |text: &str| !text.contains(char::is_numeric);
    match (titles::find(&fold(left)), titles::find(&fold(right))) {
        (Some((kind, _)), Some(_)) => Some(kind),
        (Some((kind, Certainty::Sure)), None) if letters(right) => Some(kind),
        (None, Some((kind, Certainty::Sure))) if letters(left) => Some(kind),
        _ => None,
    }
}

/// Returns the kinds of a title that ends in another of at least four characters: 互联网工作经历; 项目实习经历 is
/// about both.
fn compound(part: &str) -> Vec<SectionKind> {
    let ends = part.char_indices().skip(1).take(5).map(|(at, _)| part.split_at(at));
    for (before, title) in ends {
        if let Some((kind, Certainty::Sure)) = titles::find(title)
            && title.chars().count() >= 4
        {
            return titles::find(before).map(|(kind, _)| kind).into_iter().chain([kind]).collect();
        }
    }
    Vec::new()
}

/// Returns the kind in the last word of an English title: `Software Development Experience`.
fn tail(part: &str) -> Option<SectionKind> {
    const TAILS: [(&str, SectionKind); 8] = [
        ("experience", SectionKind::Work),
        ("experiences", SectionKind::Work),
        ("skills", SectionKind::Skills),
        ("projects", SectionKind::Projects),
        ("publications", SectionKind::Publications),
        ("awards", SectionKind::Awards),
        ("certifications", SectionKind::Certificates),
        ("internships", SectionKind::Work),
    ];
    // User Experience is a trade, and Head of Projects a post.
    const NOT: [&str; 10] =
        ["user", "customer", "digital", "employee", "client", "of", "for", "in", "at", "the"];
    let words: Vec<String> = part.split_whitespace().take(MOST_WORDS).map(fold).collect();
    let (last, before) = words.split_last()?;
    let short = (1..=3).contains(&before.len()) && !before.iter().any(|word| NOT.contains(&word.as_str()));
    TAILS.iter().find(|(tail, _)| short && last == tail).map(|(_, kind)| *kind)
}
