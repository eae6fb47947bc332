//! Narrow text: a stretch without a space is shaped whole and then divided where a line may end.

use super::atoms::{Atom, Bench, Ink, Pass};
use super::case::{Fount, Word};
use super::class::Class;
use super::copy::Bond;
use super::joints::Joint;
use super::marks::{self, LONGEST_CLUSTER, prefix};
use super::{hyphens, joints, numbers, prices};
use crate::layout::{Caps, Hyphenate};

/// The longest stretch that is shaped at once, in bytes.
const LONGEST_STRETCH: usize = 256;

/// A place where a stretch is divided.
struct Division {
    /// The offset in the copy.
    at: usize,
    /// The price of a line end.
    penalty: i32,
    /// Whether a hyphen is added.
    hyphen: bool,
}

/// Adds the atoms of the narrow stretch at `at` and returns the offset behind it.
pub(super) fn cut(bench: &mut Bench<'_, '_, '_>, at: usize, atoms: &mut Vec<Atom>) -> usize {
    let (end, fount) = stretch(bench, at);
    let look = *bench.look(bench.copy.look_at(at));
    let text = bench.copy.shown(at..end);
    let shaped = prefix(&text, LONGEST_STRETCH.max(LONGEST_CLUSTER));
    let word = bench.case.word(fount.face, shaped, look.lang, (look.style.style.caps, false));
    if !bench.case.remarks.is_empty() {
        bench.collect_remarks(at);
    }
    let whole = width(bench, at, word, fount);
    let divisions = if word.rtl { Vec::new() } else { divisions(bench, at..end, whole) };
    let mut start = at;
    let mut rest = word;
    for division in divisions {
        let (first, later) = split(bench, rest, (division.at - at) as u32);
        let mut atom = part(bench, start..division.at, first, (at, fount));
        atom.joint = Joint { penalty: Some(division.penalty), ..Joint::default() };
        atom.joint.natural = joints::tracking(bench, atom.look, false);
        if division.hyphen {
            atom.joint.hyphen = bench.faces(atom.look).hyphen.1;
        }
        atoms.push(atom);
        (start, rest) = (division.at, later);
    }
    let mut atom = part(bench, start..end, rest, (at, fount));
    atom.joint.open = true;
    atoms.push(atom);
    end
}

/// Returns where the stretch ends that is shaped as one, and its face.
fn stretch(bench: &mut Bench<'_, '_, '_>, at: usize) -> (usize, Fount) {
    let copy = bench.copy;
    let look = copy.look_at(at);
    let drawer = bench.faces(look).narrow;
    let piece_end =
        |at: usize| copy.pieces.get(copy.piece_at(at)).map_or(copy.text.len(), |p| p.end as usize);
    let mut same_look_until = piece_end(at);
    let mut end = at;
    let mut fount = None;
    while end < copy.text.len() {
        let class = copy.class[end];
        if !class.is_narrow() || marks::is_by_itself(copy, end, class) {
            break;
        }
        if end >= same_look_until {
            if copy.look_at(end) != look {
                break;
            }
            same_look_until = piece_end(end);
        }
        let next = copy.after_cluster(end);
        let single = next - end == 1;
        let own = if single {
            let sort = bench.case.sort(drawer, copy.char_at(end), class);
            bench.case.fount(drawer, sort)
        } else {
            let cluster = copy.shown(end..next);
            bench.case.fount_of_cluster(drawer, prefix(&cluster, LONGEST_CLUSTER), class)
        };
        if fount.is_some_and(|fount| fount != own) || (end > at && next - at > LONGEST_STRETCH) {
            break;
        }
        fount = Some(own);
        end = next;
    }
    let fallback = bench.faces(look).fount;
    (end.max(copy.after_cluster(at)), fount.unwrap_or(fallback))
}

/// Shapes what stands between two things, blanks and all, and returns it with its width.
pub(super) fn separator(bench: &mut Bench<'_, '_, '_>, look: u16, text: &str) -> (Fount, Word, i64) {
    let text = prefix(text, LONGEST_CLUSTER);
    let fount = bench.case.fount_of_cluster(bench.faces(look).narrow, text, Class::Al);
    let word = bench.case.word(fount.face, text, bench.look(look).lang, (Caps::None, false));
    let size = bench.look(look).style.style.size;
    let glyphs = bench.case.glyphs(word);
    let width = glyphs.iter().map(|glyph| bench.case.length(glyph.advance, fount, size)).sum();
    (fount, word, width)
}

/// Returns the width of some glyphs of the stretch at `base`.
fn width(bench: &Bench<'_, '_, '_>, base: usize, word: Word, fount: Fount) -> i64 {
    let look = bench.copy.look_at(base);
    let size = bench.look(look).style.style.size;
    let glyphs = bench.case.glyphs(word);
    let tracking = joints::tracking(bench, look, false);
    let clusters = glyphs.windows(2).filter(|pair| pair[0].cluster != pair[1].cluster).count();
    let sum: i64 = glyphs.iter().map(|glyph| bench.case.length(glyph.advance, fount, size)).sum();
    sum + tracking * clusters as i64
}

fn part(
    bench: &Bench<'_, '_, '_>,
    range: std::ops::Range<usize>,
    word: Word,
    (base, fount): (usize, Fount),
) -> Atom {
    let first = bench.copy.class[range.start];
    let last = super::tokens::class_before(bench.copy, range.end);
    let mut atom = Atom::new(range, bench.copy.look_at(base), first);
    atom.class.1 = last;
    atom.width = width(bench, base, word, fount);
    atom.ink = Ink::Word { fount, word, base: base as u32 };
    atom
}

/// Divides a word before the first glyph of the cluster at `offset` or behind it.
fn split(bench: &Bench<'_, '_, '_>, word: Word, offset: u32) -> (Word, Word) {
    let glyphs = bench.case.glyphs(word);
    let at = word.start + glyphs.iter().take_while(|glyph| glyph.cluster < offset).count() as u32;
    (Word { end: at, ..word }, Word { start: at, ..word })
}

/// Returns where a stretch of a given width is divided, in order.
fn divisions(bench: &Bench<'_, '_, '_>, range: std::ops::Range<usize>, whole: i64) -> Vec<Division> {
    let copy = bench.copy;
    let mut found: Vec<Division> = Vec::new();
    let mut letters_from = None;
    // A mark may have to stand behind it.
    let em = bench.em(copy.look_at(range.start));
    let too_wide = bench.pass == Pass::Forced && whole + em + token_rest(bench, range.end) > bench.measure;
    let mut at = range.start;
    while at < range.end {
        let class = copy.class[at];
        if at > range.start {
            let bond = copy.bond[at];
            let usual = if bond == Bond::Open { None } else { joints::bonded(bench, bond, at) };
            let emergency = (too_wide && !numbers::is_raised(copy.char_at(at))).then_some(prices::EMERGENCY);
            if let Some(penalty) = usual.into_iter().chain(emergency).min() {
                found.push(Division { at, penalty, hyphen: false });
            }
        }
        if class == Class::Al {
            letters_from.get_or_insert(at);
        } else if let Some(from) = letters_from.take() {
            hyphenate(bench, &range, from..at, &mut found);
        }
        at = copy.after_cluster(at);
    }
    if let Some(from) = letters_from {
        hyphenate(bench, &range, from..range.end, &mut found);
    }
    found.sort_by_key(|division| division.at);
    found.dedup_by_key(|division| division.at);
    found
}

/// Tells how much of a long token is beyond the stretch at hand: more than any measure, if it goes on.
fn token_rest(bench: &Bench<'_, '_, '_>, end: usize) -> i64 {
    let goes_on = bench.copy.class.get(end).is_some_and(|class| class.is_narrow());
    if goes_on && bench.copy.bond[end] == Bond::Open { bench.measure } else { 0 }
}

/// Adds the hyphens of a run of letters inside a token (rule 18).
fn hyphenate(
    bench: &Bench<'_, '_, '_>,
    token: &std::ops::Range<usize>,
    letters: std::ops::Range<usize>,
    found: &mut Vec<Division>,
) {
    let copy = bench.copy;
    let look = bench.look(copy.look_at(letters.start));
    let price = match bench.setting.hyphenate {
        Hyphenate::Never => return,
        Hyphenate::Rarely => prices::RARE_HYPHEN,
        Hyphenate::Always => prices::HYPHEN,
    };
    let last = token.end >= copy.text.trim_end().len();
    if last || bench.setting.heading || look.verbatim || look.unbroken {
        return;
    }
    let digits = copy.class[token.clone()].contains(&Class::Nu);
    let text = copy.text.get(letters.clone()).unwrap_or("");
    let whole = copy.text.get(token.clone()).unwrap_or("");
    let option = whole.starts_with('-'); // --no-verify is no word
    if digits || option || whole.contains(['_', '/', '@', '.', ':']) && !whole.ends_with(['.', ':']) {
        return;
    }
    let held = |offset: &usize| copy.bond[letters.start + offset] == Bond::Token;
    for (offset, penalty) in
        hyphens::of(text, look.lang, price).into_iter().filter(|(offset, _)| !held(offset))
    {
        found.push(Division { at: letters.start + offset, penalty, hyphen: true });
    }
}
