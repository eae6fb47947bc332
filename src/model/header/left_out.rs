//! What a header on paper has no use for: keys without a value, and links to the same text in another language.

use super::lines::HeadLine;
use crate::diag::{Diagnostic, code, message};
use crate::model::build::Builder;
use crate::model::kinds::ContactKind;
use crate::model::resume::Contact;
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::is_flag;

impl Builder<'_> {
    /// Leaves out a key without a value, and says so.
    pub(super) fn without_value(&mut self, key: &Rich) {
        self.consume(key, "key without a value");
        let name = key.text().trim_end_matches([':', '：', ' ']).to_owned();
        let message = message!("`{name}` has no value and is left out", name);
        let found = Diagnostic::new(code::EMPTY, key.span().unwrap_or_default(), message);
        self.sink.report(found.hint("write the value behind it, or delete the line"));
    }

    /// Takes the flag off a telephone number, whose country code says the same: `🇫🇷 +33 …`.
    pub(super) fn without_flag(&mut self, contact: Contact) -> Contact {
        let text = contact.value.text();
        let flag = |c: char| is_flag(c) || c.is_whitespace();
        let len = text.len() - text.trim_start_matches(flag).len();
        if !contact.kinds.contains(&ContactKind::Phone) || !text[..len].contains(is_flag) || len == text.len()
        {
            return contact;
        }
        self.consume(&contact.value.slice(0..len), "flag before a number");
        let value = contact.value.slice(len..text.len());
        Contact { value, ..contact }
    }

    /// Leaves out the lines that only lead to the same text in another language: `[English](README.en.md) | 中文`.
    pub(super) fn without_switches(&mut self, lines: &mut Vec<HeadLine>) {
        let source = self.source;
        let linked = |line: &HeadLine| {
            let text = line.text.span().and_then(|span| {
                let range = span.range();
                // The brackets of a link that leads nowhere, or its tag, stand around its words.
                let end = source.text[range.end..].find('\n').map_or(source.text.len(), |at| range.end + at);
                let start = source.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
                source.text.get(start..end)
            });
            line.text.runs().any(|run| run.link.is_some())
                || text.is_some_and(|text| text.contains("](") || text.contains("href="))
        };
        let (switches, rest): (Vec<HeadLine>, Vec<HeadLine>) =
            std::mem::take(lines).into_iter().partition(|line| {
                line.label.is_none() && words::leads_to_languages(&line.text.text()) && linked(line)
            });
        *lines = rest;
        for line in switches {
            self.consume(&line.text, "link to another language");
            let message = "a link to this text in another language is left out";
            let place = line.text.span().unwrap_or_default();
            let found = Diagnostic::new(code::LEFTOVER, place, message);
            self.sink.report(found.hint("delete it from the text"));
        }
    }
}
