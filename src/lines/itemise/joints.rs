//! Joints between two atoms: how wide they are, how far they give, and whether a line may end.

use super::atom::Atom;
use super::input::{ItemiseInput, Pass};
use super::joint::{Joint, narrowing, widening};
use super::pairs::{Ending, Pair, Trim};
use super::signs;
use crate::geom::Em;
use crate::layout::{Align, Hangul, Punctuation};
use crate::lines::prices;
use crate::lines::text::class::Class;
use crate::lines::text::locale::Locale;
use crate::lines::text::paragraph::BreakRule;
use crate::lines::text::tokens;

/// Returns the joint between two atoms.
pub(super) fn between(input: &ItemiseInput<'_, '_, '_>, a: &Atom, b: &Atom) -> Joint {
    let classes = (a.class.1, b.class.0);
    let both_narrow = !classes.0.is_wide() && !classes.1.is_wide();
    let look = if classes.1.is_wide() { b.look } else { a.look };
    let pair = input.pairs[usize::from(look)].get(classes.0, classes.1);
    let mut joint = Joint { overhang: a.joint.overhang, ..Joint::default() };
    at_line_end(input, a, &mut joint);
    let em = input.em(if classes.0.is_wide() { a.look } else { b.look });
    halves(input, (a, b), pair, &mut joint);
    let spaced = a.blanks.space || a.blanks.glued;
    let gap = (pair.gap || beside_code(input, a, b)) && has_gap(input, a, b);
    if gap {
        let gap = input.setting.gap.of(crate::geom::Pt::from_units(em)).units();
        joint.natural += gap;
        joint.stretch[widening::GAP] = clamp(gap);
        joint.shrink[narrowing::GAP] = clamp(gap / 2);
    } else if spaced
        && (!takes_in_blank(classes.0, classes.1) && !takes_in_blank(classes.1, classes.0)
            || is_dash_before_narrow(input, a, b))
    {
        word_space(input, a, &mut joint);
    } else if pair.track && !spaced {
        joint.stretch[widening::HAN] = clamp(prices::HAN_STRETCH.of(crate::geom::Pt::from_units(em)).units());
    }
    joint.natural += i64::from(a.blanks.full) * em;
    if let Some(width) = a.blanks.object {
        joint.natural += width.units();
        joint.stretch[widening::SPACE] += clamp(width.units() / 2);
    }
    joint.natural += tracking(input, a.look, classes.0.is_wide());
    joint.penalty = ending(input, a, b, if both_narrow { None } else { Some(pair) });
    if a.blanks.soft {
        joint.hyphen = input.faces(a.look).hyphen.1;
    }
    if input.setting.align != Align::Justify {
        joint.shrink = [0; narrowing::COUNT];
    }
    joint
}

/// Sets how the mark before a line end is placed there: in Chinese without its blank half, in Japanese
/// with it if there is room (rule 25); beyond the end, where the layout allows that and there is no
/// other room (rule 45).
fn at_line_end(input: &ItemiseInput<'_, '_, '_>, a: &Atom, joint: &mut Joint) {
    let locale = input.look(a.look).locale;
    let mark = input.copy.char_at(a.start as usize);
    if locale == Locale::Ja && a.blank.1 > 0 {
        joint.overhang += a.blank.1;
        joint.spare = a.blank.1;
    } else if input.setting.hang && locale.is_zh() && matches!(mark, '，' | '。' | '、') {
        joint.spare = a.width;
    }
}

/// Adds the blank halves of two neighbouring marks, less what is trimmed (rules 21, 23).
fn halves(input: &ItemiseInput<'_, '_, '_>, (a, b): (&Atom, &Atom), pair: Pair, joint: &mut Joint) {
    let (mut after, mut before) = (a.blank.1, b.blank.0);
    match pair.trim {
        Trim::First => after = 0,
        Trim::Second => before = 0,
        Trim::Smaller if after > 0 && before > 0 => {
            if input.em(a.look) < input.em(b.look) {
                after = 0;
            } else {
                before = 0;
            }
        }
        Trim::Smaller | Trim::Whole => {}
    }
    joint.natural += after + before;
    let fixed = input.setting.punctuation == Punctuation::Kaiming;
    for (class, blank) in [(a.class.1, after), (b.class.0, before)] {
        let (level, share) = match class {
            Class::Op | Class::Cl => (narrowing::BRACKET, blank),
            Class::St | Class::Sc => (narrowing::STOP, blank),
            // A full stop keeps at least a quarter: it separates sentences.
            Class::Fs | Class::Fq => (narrowing::FINAL, blank / 2),
            _ => (narrowing::DOT, blank),
        };
        if !fixed {
            joint.shrink[level] += clamp(share);
        }
    }
}

/// Returns whether the gap between Han and Latin applies here, given a suitable pair
/// (rules 20, 33, 36).
fn has_gap(input: &ItemiseInput<'_, '_, '_>, a: &Atom, b: &Atom) -> bool {
    let narrow = if a.class.1.is_wide() { b.class.0 } else { a.class.1 };
    let (letters, digits) = input.setting.autospace;
    let wanted = if narrow == Class::Nu { digits } else { letters };
    let (before, after) = (input.look(a.look), input.look(b.look));
    let inside_code = before.verbatim && after.verbatim;
    let raised = before.style.rise != after.style.rise;
    wanted && !inside_code && !raised && !signs::joins(input.copy, a, b)
}

/// Returns whether Han stand beside code: it is Latin even where it begins with a bracket (rule 34). A Korean particle is set
/// close to the word before it.
fn beside_code(input: &ItemiseInput<'_, '_, '_>, a: &Atom, b: &Atom) -> bool {
    let code = |atom: &Atom, class: Class| input.look(atom.look).verbatim && class.is_narrow();
    let han = |class: Class| class.is_han() && class != Class::Hg;
    (han(a.class.1) && code(b, b.class.0)) || (code(a, a.class.1) && han(b.class.0))
}

/// Returns whether a class has room around it, so that a typed space next to `other` adds nothing (rules 32, 33).
/// Dashes have room only next to what is set among Han.
fn takes_in_blank(class: Class, other: Class) -> bool {
    let dash = matches!(class, Class::Da | Class::Cn);
    class.is_mark() || matches!(class, Class::Fx | Class::El | Class::Md) || dash && other.is_wide()
}

/// Returns whether a dash next to Han has something narrow on its other side, and a blank there: `甲 — Baker` has blanks
/// on both sides or on neither.
fn is_dash_before_narrow(input: &ItemiseInput<'_, '_, '_>, a: &Atom, b: &Atom) -> bool {
    let copy = input.copy;
    let class = |at: usize| copy.class.get(at).copied().unwrap_or(Class::Sp);
    let (before, after) = (a.class.1, b.class.0);
    let from = |text: &str| text.len() - text.trim_start().len();
    if before.is_wide() && matches!(after, Class::Da | Class::Cn) {
        let end = b.end as usize;
        let gap = copy.text.get(end..).map_or(0, from);
        gap > 0 && class(end + gap).is_narrow()
    } else if matches!(before, Class::Da | Class::Cn) && after.is_wide() {
        let head = copy.text.get(..a.start as usize).unwrap_or_default();
        let last = head.trim_end();
        last.len() < head.len()
            && last.char_indices().next_back().is_some_and(|(at, _)| class(at).is_narrow())
    } else {
        false
    }
}

/// The width, in hundredths of an em, from which every reader takes white space for a blank.
const LEAST_BLANK: i64 = 16;

/// Returns whether typed blanks have no room of their own next to a mark or between two wide characters: readers see
/// none there, and would take a glyph for a blank that they missed.
pub(in crate::lines) fn is_taken_in(input: &ItemiseInput<'_, '_, '_>, atom: &Atom, width: i64) -> bool {
    let copy = input.copy;
    let typed = copy.text.get(atom.end as usize..atom.next as usize).unwrap_or("");
    let (before, after) = (atom.class.1, copy.class.get(atom.next as usize).copied().unwrap_or(Class::Sp));
    let taken = before.is_mark() || after.is_mark() || before.is_wide() && after.is_wide();
    taken && width * 100 < input.em(atom.look) * LEAST_BLANK && typed.bytes().all(|byte| byte == b' ')
}

/// Sets a space between words: a quarter em, or the font's if that is more.
fn word_space(input: &ItemiseInput<'_, '_, '_>, a: &Atom, joint: &mut Joint) {
    // The blank's own look: one after code is that of the surrounding text.
    let look = input.copy.look_at(a.end as usize);
    let em = input.em(look);
    let own = input.faces(look).space.1;
    if input.look(look).verbatim {
        joint.natural += own * i64::from(a.blanks.columns.max(1));
        return;
    }
    let natural = own.max(em / 4);
    joint.natural += natural;
    joint.stretch[widening::SPACE] = clamp((em / 2 - natural).max(em / 8));
    joint.shrink[narrowing::SPACE] = clamp((natural - em / 4).max(em / 16));
}

/// Returns the price of a line end between two atoms.
fn ending(input: &ItemiseInput<'_, '_, '_>, a: &Atom, b: &Atom, pair: Option<Pair>) -> Option<i32> {
    let blanks = a.blanks;
    let spaced = blanks.space || blanks.full > 0;
    let bond = input.copy.bond.get(b.start as usize).copied().unwrap_or_default();
    let by_pair = || match pair {
        Some(Pair { ending: Ending::Late(_), .. }) if spaced => Ending::At(0),
        Some(pair) => pair.ending,
        None if spaced && !b.class.0.is_narrow() && a.class.1 != Class::On => Ending::At(0),
        None => Ending::Never,
    };
    let hangul = (a.class.1 == Class::Hg || b.class.0 == Class::Hg)
        && matches!(pair, Some(Pair { ending: Ending::Late(_), .. }))
        && !spaced;
    let ending = match bond {
        _ if blanks.object.is_some() => Ending::At(prices::FREE),
        BreakRule::Token | BreakRule::Dot => return bonded(input, bond, b.start as usize),
        _ if blanks.glued && !blanks.free => Ending::Never,
        _ if a.start == a.end && a.class.0 == Class::Sy => Ending::Never, // blanks at the very start
        _ if blanks.free => Ending::At(prices::FREE),
        _ if blanks.soft => Ending::At(prices::SOFT_HYPHEN),
        BreakRule::Open if hangul => match input.setting.hangul {
            Hangul::Keep => Ending::Never,
            Hangul::Break => Ending::At(prices::FREE),
            Hangul::Auto if tokens::is_short_hangul(input.copy, b.start as usize) => Ending::Never,
            Hangul::Auto => by_pair(),
        },
        BreakRule::Open => by_pair(),
        _ => return bonded(input, bond, b.start as usize),
    };
    price(input, ending)
}

/// Returns the price of a line end where the scanner has set a rule.
pub(super) fn bonded(input: &ItemiseInput<'_, '_, '_>, bond: BreakRule, at: usize) -> Option<i32> {
    let ems = |count: i64| input.measure >= count * input.em(input.copy.look_at(at));
    let ending = match bond {
        BreakRule::Token => return (input.pass == Pass::Forced).then_some(prices::TOKEN),
        BreakRule::Open | BreakRule::Never => Ending::Never,
        BreakRule::Free => Ending::At(prices::FREE),
        BreakRule::Hyphen => Ending::At(prices::COMPOUND),
        BreakRule::Slash => Ending::Late(prices::SLASH),
        BreakRule::Url => Ending::At(prices::URL_SLASH),
        BreakRule::UrlElse => Ending::At(prices::URL),
        BreakRule::Part if ems(16) => return (input.pass == Pass::Forced).then_some(prices::TOKEN),
        BreakRule::Part => Ending::Late(prices::DATE_PART),
        BreakRule::Name => Ending::Late(prices::NAME),
        BreakRule::Dot => return (input.pass == Pass::Forced).then_some(prices::DOT),
        BreakRule::Range if ems(16) => Ending::Late(prices::WHOLE_RANGE),
        BreakRule::Range => Ending::At(prices::RANGE),
        BreakRule::Counter if ems(10) => Ending::Never,
        BreakRule::Counter => Ending::At(prices::COUNTER),
        BreakRule::Loose => Ending::At(prices::AFTER_ABOUT),
        BreakRule::Times => Ending::Late(prices::TIMES),
        BreakRule::Long => Ending::Late(prices::LONG),
    };
    price(input, ending)
}

fn price(input: &ItemiseInput<'_, '_, '_>, ending: Ending) -> Option<i32> {
    match ending {
        Ending::At(penalty) => Some(i32::from(penalty)),
        Ending::Late(penalty) => (input.pass >= Pass::Late).then_some(i32::from(penalty)),
        Ending::Never => (input.pass == Pass::Forced).then_some(prices::VIOLATION),
    }
}

/// Returns the tracking that the style adds after each character on the em grid, or after each other one.
pub(in crate::lines) fn tracking(input: &ItemiseInput<'_, '_, '_>, look: u16, wide: bool) -> i64 {
    let style = &input.look(look).style.style;
    let tracking = if wide { style.tracking } else { style.tracking_latin };
    if tracking == Em::ZERO { 0 } else { tracking.of(style.size).units() }
}

/// Returns a length that surely fits in 32 bits: no space is 32 000 pt wide.
fn clamp(length: i64) -> i32 {
    length.clamp(0, i64::from(i32::MAX)) as i32
}
