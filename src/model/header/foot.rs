//! Contacts at the foot: pandoc_resume closes with a quotation that holds them.

use crate::model::build::Builder;
use crate::model::directive::Marked;
use crate::model::resume::Header;
use crate::source::markdown as md;

impl Builder<'_> {
    /// Returns the quotation that ends a text, as an index into its blocks, if it is nothing but contacts.
    /// Only a header without any takes it.
    pub(in crate::model) fn foot(&mut self, blocks: &[Marked<'_>]) -> Option<usize> {
        let at = blocks.iter().rposition(|marked| !matches!(marked.block.kind, md::BlockKind::Break))?;
        let marked = &blocks[at];
        if marked.off || !matches!(marked.block.kind, md::BlockKind::Quote(_)) {
            return None;
        }
        let consumed = self.consumed.len();
        let lines = self.head_lines(marked, true)?.lines;
        self.consumed.truncate(consumed);
        let items = self.count_items(&lines, false);
        (items > 0 && items * 2 >= lines.len()).then_some(at)
    }
}

/// Tells whether a header lacks any way to reach the person.
pub(in crate::model) fn wants_contacts(header: &Header) -> bool {
    header.contacts.iter().all(|contact| contact.kinds.is_empty())
}
