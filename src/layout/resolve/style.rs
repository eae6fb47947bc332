//! The setting of paragraphs, and the style of each role.

use std::collections::BTreeMap;

use super::color;
use super::scope::{Limit, Scope};
use crate::diag::{Diagnostic, code, message};
use crate::geom::{Em, Pt};
use crate::layout::file::schema::{self, Strictness as Word};
use crate::layout::file::{Amount, At, Key, Or, nearest};
use crate::layout::{Emphasis, LeastLines, Setting, StackId, Strictness, Style, role};

/// The range of a role's type size, as a factor of `type.size` and as a length.
const SIZE: (Limit, Limit) = (Limit::factor(0.5, 8.0), Limit::pt(4.0, 120.0));
/// The range of the distance between baselines, as a factor of the type size and as a length. Chinese needs 1.5
/// (rule 50); a title of one line does not.
const LEADING: (Limit, Limit) = (Limit::factor(1.0, 3.0), Limit::pt(4.0, 240.0));
const WEIGHT: Limit = Limit::factor(100.0, 900.0);
/// The range of the number of a paragraph's lines that stay together at the foot or top of a page.
const LINES: Limit = Limit::factor(1.0, 4.0);
const TRACKING: Limit = Limit::em(-0.1, 1.0);
/// The range of the gap between Han and Latin letters (rule 30).
const GAP: Limit = Limit::em(0.0, 1.0);

/// Returns the setting of paragraphs.
pub fn setting(file: &schema::Setting, scope: &mut Scope<'_>) -> Setting {
    let autospace = match file.autospace.value() {
        Some(Or::Plain(both)) => (*both, *both),
        Some(Or::Table(each)) => (flag(&each.alpha, true), flag(&each.digit, true)),
        None => (true, true),
    };
    let leading = scope.scaled(&file.leading, scope.size, LEADING.0, LEADING.1);
    let size = scope.size.to_f64();
    Setting {
        size: scope.size,
        leading: scope.moved("type.leading", leading, Limit::pt(size, 3.0 * size)),
        align: file.align.value().copied().unwrap_or_default(),
        punctuation: file.punctuation.value().copied().unwrap_or_default(),
        strictness: file.strictness.value().copied().and_then(strictness),
        hyphenate: file.hyphenate.value().copied().unwrap_or_default(),
        hang: flag(&file.hang, false),
        hangul: file.hangul.value().copied().unwrap_or_default(),
        emphasis: emphasis(&file.emphasis, scope),
        least_lines: LeastLines {
            orphans: least_lines(&file.orphans, scope),
            widows: least_lines(&file.widows, scope),
        },
        gap: scope.ems(&file.gap, GAP),
        autospace,
    }
}

fn least_lines(key: &schema::Length, scope: &mut Scope<'_>) -> u8 {
    key.at().map_or(2, |_| scope.count(key, LINES) as u8)
}

/// Returns the value of a switch.
pub fn flag(key: &Key<bool>, otherwise: bool) -> bool {
    key.value().copied().unwrap_or(otherwise)
}

/// Returns the look of emphasis on Han: one of two words, or a stack.
fn emphasis(key: &Key<String>, scope: &mut Scope<'_>) -> Emphasis {
    match key.value().map(String::as_str) {
        None | Some("dots") => Emphasis::Dots,
        Some("upright") => Emphasis::Upright,
        Some(_) => stack(key, scope).map_or(Emphasis::Dots, Emphasis::Face),
    }
}

fn strictness(word: Word) -> Option<Strictness> {
    match word {
        Word::Auto => None,
        Word::Basic => Some(Strictness::Basic),
        Word::Gb => Some(Strictness::Gb),
        Word::Strict => Some(Strictness::Strict),
        Word::Loose => Some(Strictness::Loose),
        Word::Normal => Some(Strictness::Normal),
    }
}

/// Returns the style of every role: first `body`, on which the others are based.
pub fn styles(
    file: &BTreeMap<String, Key<schema::Style>>,
    setting: &Setting,
    scope: &mut Scope<'_>,
) -> BTreeMap<String, Style> {
    let ink = scope.colors.get("ink").copied().unwrap_or_default();
    let plain = Style {
        size: setting.size,
        leading: setting.leading,
        color: ink,
        align: setting.align,
        ..Style::PLAIN
    };
    let unset = schema::Style::default();
    let said = |role: &str| file.get(role).and_then(Key::value).unwrap_or(&unset);
    let body = style(said(role::BODY), &plain, scope);
    for (role, key) in file {
        check_role(role, key, scope);
    }
    let roles: Vec<String> = scope.roles.iter().cloned().collect();
    let style = |role: String| {
        let style = if role == role::BODY { body } else { style(said(&role), &body, scope) };
        (role, style)
    };
    roles.into_iter().map(style).collect()
}

/// Returns the styles of a region that has some of its own: its keys over the layout's. Empty for
/// one that has none.
pub fn regional(
    file: &schema::File,
    region: &str,
    setting: &Setting,
    scope: &mut Scope<'_>,
) -> BTreeMap<String, Style> {
    let Some(own) = file.regions.get(region).and_then(Key::value).map(|region| &region.style) else {
        return BTreeMap::new();
    };
    for (role, key) in own {
        if let Some(at) = key.at().filter(|_| !scope.roles.contains(role)) {
            let known: Vec<String> = scope.roles.iter().cloned().collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            scope.unknown(at, "role", role, &known);
        }
    }
    if own.is_empty() {
        return BTreeMap::new();
    }
    // Errors in the layout's styles have been reported; in that case the region's styles are checked alone.
    let mut all = if scope.sink.has_errors() { BTreeMap::new() } else { file.style.clone() };
    for (role, key) in own.iter().filter(|(role, _)| scope.roles.contains(*role)) {
        let common = all.get(role).and_then(Key::value);
        let style = |at: &At<schema::Style>| common.map_or(at.value.clone(), |common| at.value.over(common));
        all.insert(role.clone(), Key(key.at().map(|at| At { value: style(at), ..at.clone() })));
    }
    styles(&all, setting, scope)
}

/// Checks a role: a layout may have roles of its own, but one that is nearly a common one is a slip.
fn check_role(name: &str, key: &Key<schema::Style>, scope: &mut Scope<'_>) {
    if role::ALL.contains(&name) {
        return;
    }
    if let (Some(near), Some(at)) = (nearest(name, role::ALL.iter().copied()), key.at()) {
        let finding =
            Diagnostic::new(code::LAYOUT_NAME, at.place, message!("no role is called `{name}`", name));
        scope.sink.report(finding.hint(message!("did you mean `{near}`?", near)));
    }
}

/// Returns a style: the keys of the file, the rest from another style.
fn style(file: &schema::Style, from: &Style, scope: &mut Scope<'_>) -> Style {
    let size = match file.size.at() {
        Some(_) => scope.scaled(&file.size, scope.size, SIZE.0, SIZE.1),
        None => from.size,
    };
    let leading = match file.leading.at() {
        Some(_) => scope.scaled(&file.leading, size, LEADING.0, LEADING.1),
        None => proportional(from.leading, from.size, size),
    };
    let tracking = tracking(&file.tracking, (from.tracking, from.tracking_latin), scope);
    Style {
        size,
        leading,
        weight: file.weight.at().map_or(from.weight, |_| scope.count(&file.weight, WEIGHT) as u16),
        italic: flag(&file.italic, from.italic),
        color: color::of(&file.color, scope).unwrap_or(from.color),
        stack: stack(&file.font, scope).unwrap_or(from.stack),
        tracking: tracking.0,
        tracking_latin: tracking.1,
        caps: file.caps.value().copied().unwrap_or(from.caps),
        align: file.align.value().copied().unwrap_or(from.align),
        underline: flag(&file.underline, from.underline),
    }
}

/// Returns the space added between characters: on the em grid, and between Latin letters.
fn tracking(key: &Key<Or<schema::Tracking, Amount>>, from: (Em, Em), scope: &mut Scope<'_>) -> (Em, Em) {
    let Some(at) = key.at() else { return from };
    match &at.value {
        Or::Plain(amount) => {
            let both = At { place: at.place, path: at.path.clone(), value: *amount };
            let both = scope.ems(&Key(Some(both)), TRACKING);
            (both, both)
        }
        Or::Table(each) => (
            each.han.at().map_or(from.0, |_| scope.ems(&each.han, TRACKING)),
            each.latin.at().map_or(from.1, |_| scope.ems(&each.latin, TRACKING)),
        ),
    }
}

fn proportional(leading: Pt, of: Pt, size: Pt) -> Pt {
    leading.scale(size.units(), of.units())
}

/// Returns the stack that a style names.
fn stack(key: &Key<String>, scope: &mut Scope<'_>) -> Option<StackId> {
    let at = key.at()?;
    let found = scope.stacks.iter().position(|name| *name == at.value);
    if found.is_none() {
        let known = scope.stacks.clone();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        scope.unknown(at, "font stack", &at.value, &known);
    }
    found.map(|at| StackId(at as u16))
}
