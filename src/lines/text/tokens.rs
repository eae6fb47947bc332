//! The small scanner: what is never torn apart, and where long tokens may be (rules 9–20). It finds
//! words without any wide character, applies UAX #14, and then corrects it token by token.

use std::ops::Range;

use super::class::Class;
use super::paragraph::{BreakRule, ParagraphText, What};
use super::{numbers, uax14};

/// Fills in the bonds of a paragraph.
pub(in crate::lines) fn scan(copy: &mut ParagraphText<'_>) {
    let mut at = 0;
    while at < copy.class.len() {
        if is_run_class(copy.class[at]) {
            let end = run_end(copy, at);
            narrow_run(copy, at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    signs(copy);
    numbers::scan(copy);
    letters_of_lists(copy);
    unbroken(copy);
}

/// Keeps the letter or number of an item in running text with the item's text: `d. text`, `2) text` (rule 48).
fn letters_of_lists(copy: &mut ParagraphText<'_>) {
    for (at, mark) in copy.text.match_indices(['.', ')']) {
        let sign = copy.text[..at].chars().rev().take(3).take_while(char::is_ascii_alphanumeric);
        let (count, digits) = sign.fold((0, true), |(n, digits), c| (n + 1, digits && c.is_ascii_digit()));
        let is_sign = count == 1 || count == 2 && digits;
        let opens = |c: char| c.is_whitespace() || Class::of(c).is_mark();
        let begins = copy.text[..at - count.min(at)].chars().next_back().is_none_or(opens);
        let behind = &copy.text[at + mark.len()..];
        let text = behind.trim_start_matches(' ');
        let parted = text.len() < behind.len() || text.starts_with(|c: char| Class::of(c).is_han());
        let next = copy.text.len() - text.len();
        if is_sign
            && begins
            && parted
            && let Some(bond) = copy.bond.get_mut(next)
        {
            *bond = BreakRule::Never;
        }
    }
}

/// Lets UAX #14 forbid line ends next to signs that the pair table does not know: arrows, straight
/// quotes, bars.
fn signs(copy: &mut ParagraphText<'_>) {
    let sign = |class: &Class| matches!(class, Class::Sy | Class::If | Class::Em);
    if !copy.class.iter().any(sign) {
        return;
    }
    let mut from = 0;
    for end in uax14::line_ends(&copy.text) {
        for at in from + 1..end {
            let here = copy.class[at];
            let beside = here != Class::Cm && (sign(&here) || sign(&copy.class_before(at)));
            if beside && copy.bond[at] == BreakRule::Open && !here.is_space() {
                copy.bond[at] = BreakRule::Never;
            }
        }
        from = end;
    }
}

/// Returns whether a class can be part of text that UAX #14 breaks.
fn is_run_class(class: Class) -> bool {
    class.is_narrow() || matches!(class, Class::Sp | Class::Gl | Class::Zw | Class::Sh)
}

fn run_end(copy: &ParagraphText<'_>, from: usize) -> usize {
    let rest = copy.class.iter().skip(from);
    from + rest.take_while(|&&class| is_run_class(class) || class == Class::Cm).count()
}

/// Sets the bonds in a run without wide characters.
fn narrow_run(copy: &mut ParagraphText<'_>, run: Range<usize>) {
    // No line ends in plain words; letters of three bytes may be syllables, and an underscore is a joint.
    let plain = |class: &Class| matches!(class, Class::Al | Class::Nu | Class::Cm);
    let simple = |byte: u8| byte < 0xe0 && byte != b'_';
    if copy.class[run.clone()].iter().all(plain) && copy.text[run.clone()].bytes().all(simple) {
        return;
    }
    let blanks = copy.class[run.clone()].iter().take_while(|class| class.is_space()).count();
    for at in uax14::line_ends(&copy.text[run.clone()]) {
        let at = run.start + at;
        // After blanks at the start of the run, what is before them matters too.
        if run.start + blanks < at && at < run.end {
            let after = copy.class_before(at);
            copy.bond[at] = match after {
                _ if is_in_sign(copy, at) => BreakRule::Never,
                Class::Hy => BreakRule::Hyphen,
                Class::Sn => BreakRule::Slash,
                _ => BreakRule::Free,
            };
        }
    }
    let mut start = run.start;
    for at in run.start..=run.end {
        let blank = at == run.end || matches!(copy.class[at], Class::Sp | Class::Gl | Class::Zw);
        if blank {
            if at > start {
                token(copy, start..at);
            }
            start = at + 1;
        }
    }
}

/// Returns whether no line ends at an offset because of the signs there: C++, ->, || are one each,
/// and --force begins with its hyphens (rule 17).
fn is_in_sign(copy: &ParagraphText<'_>, at: usize) -> bool {
    let (before, after) = copy.text.split_at_checked(at).unwrap_or_default();
    let sign = |c: char| c.is_ascii_punctuation() && !matches!(c, '(' | '[' | '{' | ')' | ']' | '}');
    let signs = before.ends_with(sign) && after.starts_with(sign);
    let word = before.trim_end_matches('-');
    let leads = before.ends_with("--") && !word.ends_with(|c: char| Class::of(c).is_narrow());
    signs || leads
}

/// Corrects the bonds inside one token: a stretch of narrow characters without a space.
fn token(copy: &mut ParagraphText<'_>, range: Range<usize>) {
    let Some(text) = copy.text.get(range.clone()) else { return };
    let look = copy.looks.get(usize::from(copy.look_at(range.start)));
    let rules: fn(&str, usize) -> Option<BreakRule> = if is_url(text) {
        url
    } else if look.is_some_and(|look| look.verbatim) {
        code
    } else if is_number_like(text) {
        |_, _| None
    } else if is_identifier(text) {
        identifier
    } else {
        return;
    };
    let bonds: Vec<(usize, BreakRule)> =
        text.char_indices().skip(1).map(|(at, _)| (at, rules(text, at).unwrap_or(BreakRule::Open))).collect();
    let closed = if is_number_like(text) { BreakRule::Token } else { BreakRule::Open };
    for (at, bond) in bonds {
        let old = copy.bond[range.start + at];
        let inner = if old == BreakRule::Open { BreakRule::Open } else { closed };
        copy.bond[range.start + at] = if bond == BreakRule::Open { inner } else { bond };
    }
}

/// Returns whether a token is a web address, a mail address or a path.
fn is_url(text: &str) -> bool {
    let path = |text: &str| {
        let letters = text.bytes().any(|b| b.is_ascii_alphabetic());
        let rooted = text.starts_with('/') || text.contains(['.', '_', '~', '?']);
        letters && text.contains('/') && rooted && !text.contains("//") || is_drive(text)
    };
    text.contains("://") || text.starts_with("www.") || is_mail(text) || path(text)
}

/// Returns whether a path begins with a drive: C:\Users.
fn is_drive(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text[1..].starts_with(":\\")
}

fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Returns whether a token is a version, an IP address or another string around numbers (rule 13).
fn is_number_like(text: &str) -> bool {
    let body = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    let starts = body.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '±' | '#'));
    starts && digits >= 2 && body.contains(['.', '-', '+']) && !text.contains('/')
}

/// Returns whether a token is an identifier in a program: `cpu.bvt_warp_ns`.
fn is_identifier(text: &str) -> bool {
    let pairs = text.as_bytes().windows(3);
    let dotted = |w: &[u8]| w[0].is_ascii_alphanumeric() && w[1] == b'.' && w[2].is_ascii_alphabetic();
    text.contains('_') || pairs.into_iter().any(dotted)
}

/// Returns the rule for a break in a URL (rule 16): after its separators, before its dots, so that no one reads a dot
/// at the end of a line as a full stop.
fn url(text: &str, at: usize) -> Option<BreakRule> {
    let (before, after) = text.split_at_checked(at)?;
    let root = before.ends_with("://")
        || before.ends_with(":\\")
        || !before.chars().take(8).any(char::is_alphanumeric);
    if root || before.ends_with(':') || after.len() < 2 || after.starts_with(['/', '\\']) {
        return None;
    }
    match (before.chars().next_back()?, after.chars().next()?) {
        ('/' | '\\', _) => Some(BreakRule::Url),
        ('?' | '&' | '=' | '#' | '-' | '~' | '@', _) | (_, '_' | '%') => Some(BreakRule::UrlElse),
        // A line would begin with a full stop: only if there is no other way.
        (_, '.') => Some(BreakRule::Dot),
        _ => is_in_long_stretch(before, after).then_some(BreakRule::Long),
    }
}

/// Returns whether a position is in a stretch of more than sixteen characters without a separator.
fn is_in_long_stretch(before: &str, after: &str) -> bool {
    let inner = |c: &char| c.is_alphanumeric();
    let (left, right) =
        (before.chars().rev().take(17).take_while(inner), after.chars().take(17).take_while(inner));
    let (left, right) = (left.count(), right.count());
    left >= 2 && right >= 2 && left + right > 16
}

/// Returns the rule for a break in code (rule 20).
fn code(text: &str, at: usize) -> Option<BreakRule> {
    let (before, after) = text.split_at_checked(at)?;
    match (before.chars().next_back()?, after.chars().next()?) {
        ('=' | ',' | '/', c) if c != '/' => Some(BreakRule::UrlElse),
        _ => identifier(text, at),
    }
}

/// Returns the rule for a break in an identifier, if there is no other way (rule 17).
fn identifier(text: &str, at: usize) -> Option<BreakRule> {
    let (before, after) = text.split_at_checked(at)?;
    let (a, b) = (before.chars().next_back()?, after.chars().next()?);
    let inner = before.len() >= 2 && after.len() >= 3;
    let bond = match b {
        '.' if a.is_alphanumeric() => BreakRule::Dot,
        '_' if a.is_alphanumeric() && after[1..].starts_with(char::is_alphabetic) => BreakRule::Name,
        _ if a.is_lowercase() && b.is_uppercase() => BreakRule::Name,
        _ => return None,
    };
    inner.then_some(bond)
}

/// Returns whether the Korean word around an offset has one or two syllables (rule 58).
pub(in crate::lines) fn is_short_hangul(copy: &ParagraphText<'_>, at: usize) -> bool {
    let syllable = |class: &&Class| matches!(class, Class::Hg | Class::Cm);
    let count = |class: &Class| usize::from(*class == Class::Hg);
    let before: usize = copy.class.iter().take(at).rev().take(64).take_while(syllable).map(count).sum();
    let after: usize = copy.class.iter().skip(at).take(64).take_while(syllable).map(count).sum();
    before + after <= 2
}

/// Forbids line ends inside a range unless there is no other way, and then keeps words whole.
fn hold_words(copy: &mut ParagraphText<'_>, range: Range<usize>) {
    let mut before = Class::Sp;
    for at in range.clone() {
        let class = copy.class[at];
        if class == Class::Cm {
            continue;
        }
        // The letters of a month and the figures of a year stay together, though they are in a token.
        let sign = |class| matches!(class, Class::Al | Class::Nu);
        if sign(before) && sign(class) {
            copy.bond[at] = BreakRule::Open;
        }
        let in_word = before.is_narrow() && class.is_narrow() && copy.bond[at] == BreakRule::Open;
        // A range breaks best after its dash.
        if at > range.start && !in_word && copy.bond[at] != BreakRule::Range {
            copy.bond[at] = BreakRule::Token;
        }
        before = class;
    }
}

/// Keeps together what the layout wants unbroken: contacts, dates.
fn unbroken(copy: &mut ParagraphText<'_>) {
    let mut start = 0;
    let mut goes_on = false;
    for at in 0..copy.pieces.len() {
        let piece = &copy.pieces[at];
        let end = piece.end as usize;
        let whole = match piece.what {
            What::Text(text) => text.unbroken,
            What::Number(_) => true,
            What::Icon(_) | What::Blank(_) | What::Separator(_) => false,
        };
        if whole {
            // The first character's bond concerns what is before the piece: a key stays with its
            // value, a contact does not stay with the one before.
            if goes_on
                && start < end
                && let Some(bond) = copy.bond.get_mut(start)
            {
                *bond = BreakRule::Token;
            }
            hold_words(copy, start..end);
        }
        start = end;
        goes_on = whole;
    }
}
