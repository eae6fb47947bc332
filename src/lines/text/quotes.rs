//! Characters that are both Chinese and Latin: “ ” ‘ ’ — … ·. Each is one or the other depending on its
//! surroundings (rules 37, 38).

use std::ops::Range;

use super::class::Class;
use super::locale::Locale;
use super::paragraph::ParagraphText;

/// A quote waiting for its partner.
struct Waiting {
    at: usize,
    single: bool,
    /// The number of Han before it.
    han: u32,
    /// Whether a wide character is before it.
    wide_before: bool,
}

/// The deepest nesting that is followed; deeper quotes are classed by their neighbours alone.
const DEEPEST: usize = 64;

/// Gives every ambiguous character the class that it has here.
pub(in crate::lines) fn resolve(copy: &mut ParagraphText<'_>) {
    if !copy.text.contains(['“', '”', '‘', '’', '—', '…', '·', '‧']) {
        return;
    }
    let text = std::mem::take(&mut copy.text);
    let mut walk = Walk { waiting: Vec::new(), han: 0, before: None };
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let mut end = at + c.len_utf8();
        match c {
            '“' | '‘' => walk.open(copy, at, c == '‘'),
            '”' | '’' => walk.close(copy, at, end, c == '’'),
            '—' | '…' | '·' | '‧' => {
                let alike = text[at..].chars().take_while(|&d| d == c).count();
                end = at + alike * c.len_utf8();
                let class = walk.dash(copy, at..end, c);
                for place in (at..end).step_by(c.len_utf8()) {
                    copy.class[place] = class;
                }
            }
            _ => {}
        }
        let class = copy.class.get(at).copied().unwrap_or(Class::Cm);
        walk.han += u32::from(class.is_han());
        if class != Class::Cm && !class.is_space() {
            walk.before = Some(class);
        }
        at = end;
    }
    let alone = std::mem::take(&mut walk.waiting);
    for quote in alone {
        let next = next_class(copy, quote.at + '“'.len_utf8());
        let beside = quote.wide_before || next.is_some_and(is_wide_text);
        let wide = chinese(copy, quote.at) && (beside || has_own_language(copy, quote.at));
        copy.class[quote.at] = if wide { Class::Op } else { Class::On };
    }
    copy.text = text;
}

/// The state of the walk through the text.
struct Walk {
    waiting: Vec<Waiting>,
    han: u32,
    /// The class of the last character that is not a space.
    before: Option<Class>,
}

impl Walk {
    fn open(&mut self, copy: &mut ParagraphText<'_>, at: usize, single: bool) {
        let wide_before = self.before.is_some_and(is_wide_text);
        if self.waiting.len() < DEEPEST {
            self.waiting.push(Waiting { at, single, han: self.han, wide_before });
        }
        copy.class[at] = Class::On;
    }

    fn close(&mut self, copy: &mut ParagraphText<'_>, at: usize, next: usize, single: bool) {
        let after = copy.class.get(next).copied();
        let letter = |class: Option<Class>| matches!(class, Some(Class::Al | Class::Nu));
        let touching = at > 0 && !matches!(copy.class.get(at - 1), Some(class) if class.is_space());
        if single && letter(after) && (!touching || letter(self.before)) {
            copy.class[at] = Class::Al; // an apostrophe: it’s, ’21, rock ’n’ roll
            return;
        }
        let wide_after = next_class(copy, next).is_some_and(is_wide_text);
        let partner = self.waiting.iter().rposition(|quote| quote.single == single);
        let Some(partner) = partner else {
            let beside = wide_after || self.before.is_some_and(is_wide_text);
            let wide = chinese(copy, at) && (beside || has_own_language(copy, at));
            copy.class[at] = if wide { Class::Cl } else { Class::Cq };
            return;
        };
        let open = self.waiting.swap_remove(partner);
        self.waiting.truncate(partner);
        let inside = self.han > open.han;
        let wide = match locale(copy, open.at) {
            Locale::Hans | Locale::Hant if has_own_language(copy, open.at) => true,
            Locale::Hans | Locale::Hant => inside || open.wide_before || wide_after,
            Locale::Ja => open.wide_before && wide_after,
            Locale::Ko | Locale::Other => false,
        };
        copy.class[open.at] = if wide { Class::Op } else { Class::On };
        copy.class[at] = if wide { Class::Cl } else { Class::Cq };
    }

    /// Returns the class of a run of equal dashes, ellipses or dots.
    fn dash(&self, copy: &ParagraphText<'_>, run: Range<usize>, c: char) -> Class {
        let touching = run.start > 0 && copy.class.get(run.start - 1).is_some_and(|class| !class.is_space());
        // A dot between spaces separates words, a dot between characters separates the parts of a name.
        let before = self.before.filter(|_| touching || !matches!(c, '·' | '‧'));
        let after = copy.class.get(run.end).copied();
        let wide_side = [before, after].into_iter().flatten().any(is_wide_text);
        let narrow_side = [before, after].iter().flatten().any(|class| class.is_narrow());
        let east_asian = matches!(locale(copy, run.start), Locale::Hans | Locale::Hant | Locale::Ja);
        let told = has_own_language(copy, run.start);
        let wide = east_asian && (told || wide_side || !narrow_side);
        match c {
            '—' if !wide => Class::Hy,
            '—' if run.len() == c.len_utf8() => Class::Cn,
            '…' if !wide => Class::Sy,
            '—' => Class::Da,
            '…' => Class::El,
            _ if wide && (told || wide_side) => Class::Md,
            _ => Class::Sy,
        }
    }
}

/// Returns the class of the first character from `at` that is not a space.
fn next_class(copy: &ParagraphText<'_>, at: usize) -> Option<Class> {
    let rest = copy.class.iter().skip(at).take(64);
    rest.copied().find(|class| *class != Class::Cm && !class.is_space())
}

fn locale(copy: &ParagraphText<'_>, at: usize) -> Locale {
    copy.looks.get(usize::from(copy.look_at(at))).map_or(Locale::Other, |look| look.locale)
}

/// Returns whether the author gave the language of a character: `<span lang="zh">“</span>`.
fn has_own_language(copy: &ParagraphText<'_>, at: usize) -> bool {
    copy.looks.get(usize::from(copy.look_at(at))).is_some_and(|look| look.told)
}

fn chinese(copy: &ParagraphText<'_>, at: usize) -> bool {
    locale(copy, at).is_zh()
}

fn is_wide_text(class: Class) -> bool {
    class.is_wide() && class != Class::Em
}
