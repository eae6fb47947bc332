//! A name in two parts, each with its key, and a sex in brackets behind a name.

use crate::diag::Span;
use crate::model::build::Builder;
use crate::model::kinds::fold;
use crate::model::resume::{Header, KeyValue};
use crate::model::rich::{Piece, Rich, Run};

impl Builder<'_> {
    /// Joins a given name and a surname, each with its key, adjacent, in the author's order.
    pub(super) fn join_name(&mut self, header: &mut Header) {
        const PARTS: [&str; 14] = [
            "vorname",
            "nachname",
            "firstname",
            "lastname",
            "surname",
            "givenname",
            "familyname",
            "prenom",
            "nom",
            "apellidos",
            "imie",
            "nazwisko",
            "имя",
            "фамилия",
        ];
        let part = |fact: &KeyValue| {
            let key = fact.key.as_ref().map(|key| fold(&key.text())).unwrap_or_default();
            PARTS.iter().position(|part| *part == key).filter(|_| !fact.value.is_blank())
        };
        let found = header.facts.windows(2).position(
            |pair| matches!((part(&pair[0]), part(&pair[1])), (Some(first), Some(second)) if first != second),
        );
        let Some(at) = found.filter(|_| header.name.is_none()) else { return };
        let mut name = Rich::default();
        for fact in header.facts.drain(at..at + 2).collect::<Vec<_>>() {
            fact.key.iter().for_each(|key| self.consume(key, "key of the name"));
            if !name.0.is_empty() {
                let at = fact.value.span().unwrap_or_default();
                let blank = Run { text: " ".into(), span: Span { end: at.start, ..at }, ..Run::default() };
                name.push(Piece::Run(blank));
            }
            name.append(fact.value);
        }
        header.name = Some(name);
    }

    /// `张三（男）`: the sex is a fact.
    pub(super) fn sex_off_name(&mut self, header: &mut Header) {
        let Some(name) = &header.name else { return };
        let text = name.text().into_owned();
        let text = text.trim_end();
        let Some(open) = text.find(['(', '（']).filter(|_| text.ends_with([')', '）'])) else { return };
        let (from, to) = (open + text[open..].chars().next().map_or(0, char::len_utf8), text.len());
        let to = to - text.chars().next_back().map_or(0, char::len_utf8);
        if open == 0 || from > to || !matches!(text[from..to].trim(), "男" | "女" | "男性" | "女性") {
            return;
        }
        let (sex, whole) = (name.slice(from..to).trim(), name.clone());
        header.name = Some(whole.slice(0..open).trim());
        self.consume(&whole.slice(open..from), "bracket round a fact");
        self.consume(&whole.slice(to..text.len()), "bracket round a fact");
        if let Some(span) = sex.span() {
            header.facts.insert(0, KeyValue { key: None, value: sex, span });
        }
    }
}
