//! Definition lists whose terms are the keys of an entry: `<dt>公司</dt><dd>某公司</dd>`.

use super::keyed::{is_ranged, kind_of};
use super::opening::is_sure;
use super::{Builder, Rank};
use crate::diag::Span;
use crate::model::blocks::Part;
use crate::model::directive::Marked;
use crate::model::flow;
use crate::model::kinds::EntryKey;
use crate::model::resume::{Block, BlockKind, Entry, KeyValue, Part as EntryPart, PartRole};
use crate::model::rich::{Piece, Rich, Run};
use crate::model::section::{Around, entry_block};
use crate::source::markdown::{self as md, Definition};

/// A term, its text, and both as a line.
struct Term {
    term: Rich,
    value: Rich,
    line: Rich,
    span: Span,
}

impl Builder<'_> {
    /// Returns terms and texts as entries, if they are keys, one of them a range of dates and one the name of the
    /// entry; the key of the first begins each further one.
    pub(in crate::model) fn entries_of_terms(
        &mut self,
        part: &Part<'_>,
        rank: Rank<'_>,
        around: Around,
    ) -> Option<Vec<Block>> {
        let Part::Other(marked) = part else { return None };
        let md::BlockKind::Definitions(definitions) = &marked.block.kind else { return None };
        if marked.off || !is_sure(around.kind, rank) {
            return None;
        }
        let terms: Vec<Term> =
            definitions.iter().map(|definition| self.term(definition, marked)).collect::<Option<_>>()?;
        let kind = |term: &Term| kind_of(term.line.text().trim());
        let first = kind(terms.first()?)?;
        let mut groups: Vec<Vec<Term>> = Vec::new();
        for term in terms {
            match groups.last_mut().filter(|_| kind(&term) != Some(first)) {
                Some(group) => group.push(term),
                None => groups.push(vec![term]),
            }
        }
        let named = |term: &Term| {
            matches!(kind(term), Some(EntryKey::Organization | EntryKey::School | EntryKey::Title))
        };
        let dated = |term: &Term| is_ranged(term.line.text().trim());
        if !groups.iter().all(|group| group.iter().any(named) && group.iter().any(dated)) {
            return None;
        }
        Some(groups.into_iter().map(|group| self.entry_of_terms(group, rank, around)).collect())
    }

    fn entry_of_terms(&mut self, terms: Vec<Term>, rank: Rank<'_>, around: Around) -> Block {
        let mut entry = Entry { depth: rank.depth, section: around.kind, ..Entry::default() };
        entry.span = terms.iter().map(|term| term.span).reduce(Span::to).unwrap_or_default();
        let mut rest = Vec::new();
        for Term { term, value, line, span } in terms {
            if !self.key_of_entry(&mut entry, &line) {
                rest.push(KeyValue { key: Some(term), value, span });
            }
        }
        if entry.parts.is_empty() {
            entry.parts.push(EntryPart { role: PartRole::Title, text: Rich::default() });
        }
        if let Some(span) = rest.iter().map(|pair| pair.span).reduce(Span::to) {
            entry.body.push(Block { span, keep: false, kind: BlockKind::KeyValues(rest) });
        }
        entry_block(entry, false)
    }

    /// Reads a term that has one text of one line.
    fn term(&self, definition: &Definition, marked: &Marked<'_>) -> Option<Term> {
        let manner = self.manner_of(marked);
        let [detail] = definition.details.as_slice() else { return None };
        let [md::Block { kind: md::BlockKind::Paragraph(content), .. }] = detail.as_slice() else {
            return None;
        };
        let (term, value) = (flow::rich(&definition.term, &manner).0, flow::rich(content, &manner).0);
        let mut line = term.clone();
        if !term.text().trim_end().ends_with([':', '：']) {
            let at = term.span()?.end;
            let span = Span { start: at, end: at, ..term.span()? };
            line.0.push(Piece::Run(Run { text: "：".into(), span, ..Run::default() }));
        }
        line.0.extend(value.0.clone());
        Some(Term { term, value, line, span: definition.span })
    }
}
