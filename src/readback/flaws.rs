//! Faults found character by character, reported stretch by stretch.

use crate::diag::{Code, Diagnostic, Message, Sink, Span, code, message};

/// The most findings of one kind that are reported; further ones are only counted.
const MOST: usize = 20;
/// The number of characters of a stretch that are shown.
const SHOWN: usize = 24;

/// The faults found, neighbours put together.
pub struct Flaws<'a> {
    source: &'a str,
    found: Vec<Flaw>,
}

struct Flaw {
    code: Code,
    /// What is wrong, worded to follow the text concerned.
    what: &'static str,
    span: Span,
    text: String,
    /// The text found instead.
    more: String,
}

impl<'a> Flaws<'a> {
    /// Starts without faults; the source decides what is one stretch.
    pub fn new(source: &'a str) -> Flaws<'a> {
        Flaws { source, found: Vec::new() }
    }

    /// Adds a fault of a character; one with the same fault directly after the last one joins it.
    pub fn add(&mut self, (code, what): (Code, &'static str), (c, span): (char, Span), more: &str) {
        if let Some(last) = self.found.last_mut()
            && last.code == code
            && last.what == what
            && adjoin(self.source, last.span, span)
        {
            last.text.push(c);
            last.span = last.span.to(span);
            if last.more != more {
                last.more.push_str(more);
            }
            return;
        }
        self.found.push(Flaw { code, what, span, text: c.into(), more: more.to_owned() });
    }

    /// Reports all faults, each stretch at its place.
    pub fn report(self, sink: &mut Sink) {
        for (code, _) in super::flaws::CODES {
            let of_code: Vec<&Flaw> = self.found.iter().filter(|flaw| flaw.code == *code).collect();
            for flaw in of_code.iter().take(MOST) {
                sink.report(flaw.finding());
            }
            if let Some(next) = of_code.get(MOST) {
                let message = message!("{more} more places of this kind", more = of_code.len() - MOST);
                sink.report(Diagnostic::new(*code, next.span, message));
            }
        }
    }
}

impl Flaw {
    fn finding(&self) -> Diagnostic {
        let Flaw { code, what, text, more, .. } = self;
        let (text, what) = (shortened(text), Message::from(*what));
        let place = Some(self.span).filter(|span| !span.is_empty());
        let message = match (text.chars().count(), more.chars().next()) {
            (_, None) => message!("`{text}` {what}", text, what),
            (1, Some(other)) if more.chars().count() == 1 && *code == code::TEXT_ALTERED => {
                let own = text.chars().next().map_or(0, u32::from);
                message!(
                    "`{text}` {what} `{more}` (U+{own} as U+{other})",
                    text,
                    what,
                    more,
                    own = format!("{own:04X}"),
                    other = format!("{:04X}", u32::from(other))
                )
            }
            _ => message!("`{text}` {what} `{more}`", text, what, more = shortened(more)),
        };
        let hint = super::flaws::CODES.iter().find(|(known, _)| known == code).map_or("", |(_, hint)| hint);
        Diagnostic::new(*code, place, message).hint(hint)
    }
}

/// Returns whether a place continues the previous one: on the same line, with only markup and blanks between.
fn adjoin(source: &str, last: Span, next: Span) -> bool {
    if last.file != next.file || next.start < last.start {
        return false;
    }
    let between = source.get(last.end as usize..next.start as usize);
    next.start <= last.end || between.is_some_and(|text| text.len() <= 3 && !text.contains('\n'))
}

fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let start: String = chars.by_ref().take(SHOWN).collect();
    if chars.next().is_some() { start + "…" } else { start }
}

/// The findings about a finished PDF, each with what to do about it.
pub(super) const CODES: &[(Code, &str)] = &[
    (code::TEXT_LOST, "this is a bug in jianli, or in the font: please report it"),
    (
        code::TEXT_ALTERED,
        "a search for it finds nothing; this is a bug in jianli, or in the font: please report it",
    ),
    (
        code::READ_ORDER,
        "programs and screen readers will read it that way; this is a bug in jianli or in the layout",
    ),
    (code::GLUED, "programs that read résumés will see other words; a layout with more or less space helps"),
    (code::OVERLAPPING, "programs may end the line there; another face helps"),
    (
        code::PARTED,
        "no search will find the word; leave `type.hyphenate` at \"never\", or give it a wider column",
    ),
    (code::UNTAGGED, "screen readers will not read it; this is a bug in jianli: please report it"),
];
