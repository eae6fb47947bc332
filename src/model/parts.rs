//! `<!-- parts: organization, role -->`: the roles of the parts of an entry's line, if their words do not decide.

use super::Builder;
use super::resume::{Block, BlockKind, Entry, PartRole, Section};
use super::rich::Rich;
use crate::diag::{Diagnostic, Span, code, counted, message};

/// The roles with their names.
const NAMES: [(&str, PartRole); 7] = [
    ("title", PartRole::Title),
    ("organization", PartRole::Organization),
    ("role", PartRole::Role),
    ("subject", PartRole::Subject),
    ("degree", PartRole::Degree),
    ("place", PartRole::Place),
    ("other", PartRole::Other),
];

impl PartRole {
    /// Returns its name: `organization`.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, role)| *role == self).map_or("other", |(name, _)| name)
    }
}

/// Returns the roles that a directive names, or how it should read.
pub(super) fn named(list: &str) -> Result<Vec<PartRole>, String> {
    let role = |word: &str| {
        let word = word.trim();
        let word = if word.eq_ignore_ascii_case("organisation") { "organization" } else { word };
        let known = NAMES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, role)| *role);
        known.ok_or_else(|| {
            let near = NAMES.iter().map(|(name, _)| (strsim::damerau_levenshtein(name, word), name)).min();
            near.map_or("title", |(_, name)| name)
        })
    };
    let found: Vec<Result<PartRole, &str>> = list.split([',', '，', '、', '|']).map(role).collect();
    let form = || found.iter().map(|role| role.map_or_else(|near| near, PartRole::name)).collect::<Vec<_>>();
    found.iter().copied().collect::<Result<_, _>>().map_err(|_| format!("parts: {}", form().join(", ")))
}

impl Builder<'_> {
    /// Returns whether a directive gives the roles of the parts of a line.
    pub(super) fn has_declared_parts(&self, line: &Rich) -> bool {
        let inside = |at: Span| self.parts.iter().any(|(of, ..)| of.start <= at.start && at.end <= of.end);
        line.span().is_some_and(inside)
    }
}

/// Gives the parts of lines the roles that directives name.
pub(super) fn name(builder: &mut Builder<'_>, sections: &mut [Section]) {
    for (of, at, roles) in std::mem::take(&mut builder.parts) {
        let entries = sections.iter_mut().flat_map(|section| &mut section.blocks);
        let parts = entries.filter_map(|block| entry_at(block, of)).next().map(|entry| &mut entry.parts);
        let message = match parts {
            Some(parts) if parts.len() == roles.len() => {
                parts.iter_mut().zip(roles).for_each(|(part, role)| part.role = role);
                continue;
            }
            Some(parts) => message!("the line below it has {parts}", parts = counted(parts.len(), "part")),
            None => "no line of an entry follows it".into(),
        };
        let found = Diagnostic::new(code::DIRECTIVE, at, message);
        builder.sink.report(
            found.hint("name each part, in the order of the line: title, organization, role, place …"),
        );
    }
}

/// Returns the entry whose line is at a place. Depth is that of the model.
fn entry_at(block: &mut Block, of: Span) -> Option<&mut Entry> {
    let BlockKind::Entry(entry) = &mut block.kind else { return None };
    if of.start <= entry.span.start && entry.span.end <= of.end {
        return Some(entry);
    }
    entry.body.iter_mut().filter_map(|block| entry_at(block, of)).next()
}
