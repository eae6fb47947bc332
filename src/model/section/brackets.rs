//! Brackets around the title of a section, which only set it apart: 【教育背景】, `[技能]`, 「证书」.

use crate::model::Builder;
use crate::model::rich::Rich;

const PAIRS: [(char, char); 9] = [
    ('【', '】'),
    ('[', ']'),
    ('［', '］'),
    ('〔', '〕'),
    ('「', '」'),
    ('『', '』'),
    ('〖', '〗'),
    ('<', '>'),
    ('〈', '〉'),
];

/// Returns the text inside the brackets around a whole title.
pub(in crate::model) fn inside(title: &str) -> Option<&str> {
    let title = title.trim();
    let (open, close) = PAIRS.into_iter().find(|(open, _)| title.starts_with(*open))?;
    let inner = title.strip_prefix(open)?.strip_suffix(close)?;
    (!inner.trim().is_empty() && !inner.contains([open, close])).then_some(inner)
}

impl Builder<'_> {
    /// Takes the brackets off a title.
    pub(super) fn without_title_brackets(&mut self, title: Rich) -> Rich {
        let text = title.text();
        let Some(inner) = inside(&text) else { return title };
        let Some(start) = text.find(inner) else { return title };
        let end = start + inner.len();
        self.consume(&title.slice(0..start), "brackets round a title");
        self.consume(&title.slice(end..text.len()), "brackets round a title");
        title.slice(start..end).trim()
    }
}
