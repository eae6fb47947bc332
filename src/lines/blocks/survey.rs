//! How paragraphs could help a page: a line fewer or a line more, and at what price.

use super::compose;
use crate::boxes::Tree;
use crate::diag::Sink;
use crate::font::FontBook;
use crate::lines::paragraph::{Setter, Survey};

/// Returns what each paragraph of the regions could do, in the order in which they are set; those of
/// one line, which can do nothing, are left out.
///
/// To apply it, set [`looseness`](crate::boxes::ParagraphSetting::looseness) to −1 or 1.
pub fn survey(tree: &Tree, fonts: &FontBook) -> Vec<Survey> {
    // Findings about the text are reported when it is set.
    let mut unheard = Sink::default();
    let mut setter = Setter::new(fonts, &tree.stacks, &tree.lang, &mut unheard);
    setter.surveyed = Some(Vec::new());
    for flow in &tree.regions {
        compose::column(&flow.blocks, flow.measure, &mut setter);
    }
    setter.surveyed.unwrap_or_default()
}
