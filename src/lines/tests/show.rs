//! Lines as text.

use super::square;
use crate::boxes::{Inline, Paragraph, ParagraphSetting, Text};
use crate::diag::{Diagnostic, Sink, Span};
use crate::font::FontBook;
use crate::geom::{Em, Pt};
use crate::layout::{Align, Hyphenate, Stack};
use crate::lines::galley::Slab;
use crate::lines::itemise::atom::Atom;
use crate::lines::itemise::input::Pass;
use crate::lines::paragraph::Setter;
use crate::lines::{GlyphRun, MarkKind};

/// Returns the setting of a Chinese paragraph.
pub fn setting() -> ParagraphSetting {
    ParagraphSetting {
        align: Align::Justify,
        leading: Pt::new(16),
        lang: "zh-Hans".to_owned(),
        hyphenate: Hyphenate::Always,
        gap: Em::ratio(1, 4),
        autospace: (true, true),
        ..ParagraphSetting::default()
    }
}

/// Returns a paragraph of one look.
pub fn paragraph(text: &str) -> Paragraph {
    let text = Text {
        text: text.to_owned(),
        span: Span { end: text.len() as u32, ..Span::default() },
        ..Text::default()
    };
    Paragraph { inlines: vec![Inline::Text(text)], setting: setting(), ..Paragraph::default() }
}

/// Sets a paragraph; returns its lines and the findings.
pub fn set_with(
    book: &FontBook,
    families: &[&str],
    p: &Paragraph,
    measure: Pt,
) -> (Vec<Slab>, Vec<Diagnostic>) {
    let body = families.iter().map(|name| (*name).to_owned()).collect();
    let stacks = [Stack { latin: Vec::new(), body, scale: Default::default() }];
    let mut sink = Sink::default();
    let lines = Setter::new(book, &stacks, "zh-Hans", &mut sink).paragraph(p, measure);
    (lines, sink.into_sorted())
}

/// Calls a function with a setter of the square face.
pub fn with_setter(act: impl FnOnce(&mut Setter<'_>)) {
    let body = vec!["Square".to_owned()];
    let stacks = [Stack { latin: Vec::new(), body, scale: Default::default() }];
    let mut sink = Sink::default();
    act(&mut Setter::new(square::book(), &stacks, "zh-Hans", &mut sink));
}

/// A position where a line may end.
pub struct End {
    /// The offset after the blanks there.
    pub at: usize,
    /// Whether we add a hyphen that the author did not write.
    pub hyphen: bool,
}

/// Returns the positions where a line of some measure may end inside a paragraph, in order.
pub fn ends(setter: &mut Setter<'_>, p: &Paragraph, (measure, pass): (Pt, Pass)) -> Vec<End> {
    let job = setter.job(&p.inlines, &p.setting, &p.setting.lang);
    let atoms = setter.cut(&job, (0, usize::MAX), measure.units(), pass);
    let allowed = atoms.iter().filter(|atom| atom.joint.penalty.is_some());
    let end =
        |atom: &Atom| End { at: atom.next as usize, hyphen: atom.joint.hyphen > 0 && !atom.blanks.soft };
    allowed.map(end).collect()
}

/// Returns the text of a line, without the hyphen that we may have added.
pub fn text(slab: &Slab) -> String {
    let runs = slab.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Glyphs(run) if !is_added(run) => Some(run.text.as_str()),
        _ => None,
    });
    runs.collect()
}

/// Returns whether a run is a hyphen that the source does not have.
pub fn is_added(run: &GlyphRun) -> bool {
    run.text == "\u{ad}" && run.span.is_empty()
}

#[cfg(feature = "embed-fonts")]
#[test]
fn lines_hold_the_text_of_their_paragraph() {
    let book = FontBook::usual().expect("the bundled faces");
    let source = "负责核心链路的重构，把接口的 P99 延迟从380ms降到 95 ms，峰值吞吐由1.2万QPS提升到4.6万QPS。";
    let (lines, found) = set_with(&book, &["Noto Sans SC"], &paragraph(source), Pt::new(120));
    assert!(lines.len() > 2);
    assert_eq!(lines.iter().map(text).collect::<String>(), source);
    assert_eq!(found, []);
}
