//! Skills, each for itself, as microformats have them.

use std::ops::Range;

use super::markup::rich;
use super::pieces::PLAIN;
use crate::model::Rich;
use crate::source::chars::half_ems;

/// The longest skill, in half ems; what is longer is a sentence, of which the marks are no separators.
const LONGEST: usize = 40;

/// Returns a text of a section of skills as HTML, in which each of them is called one.
pub(super) fn html(text: &Rich) -> String {
    let whole = text.text();
    let mut skills = parted(text);
    if skills.iter().any(|skill| whole[skill.clone()].chars().map(half_ems).sum::<usize>() > LONGEST) {
        skills = vec![trimmed(&whole, 0..whole.len())];
    }
    let (mut out, mut at) = (String::new(), 0);
    for skill in skills.into_iter().filter(|skill| !skill.is_empty()) {
        out.push_str(&rich(&text.slice(at..skill.start), PLAIN));
        out.push_str(&format!("<span class=\"p-skill\">{}</span>", rich(&text.slice(skill.clone()), PLAIN)));
        at = skill.end;
    }
    out.push_str(&rich(&text.slice(at..whole.len()), PLAIN));
    out
}

/// Returns the parts of a text between commas and the like, but not inside brackets or code.
fn parted(text: &Rich) -> Vec<Range<usize>> {
    let masked = text.masked();
    let (mut out, mut from, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in masked.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | '，' | '、' | ';' | '；' | '\n' if depth == 0 => {
                out.push(trimmed(&masked, from..at));
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    out.push(trimmed(&masked, from..masked.len()));
    out
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text[range.clone()].trim_end();
    let start = range.start + part.len() - part.trim_start().len();
    start..range.start + part.len()
}
