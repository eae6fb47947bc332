//! The texts of a résumé with their places: a fold over the walk of its model.

use crate::diag::Span;
use crate::export::{Event, walk};
use crate::model::{KeyValue, Resume, Rich, SectionKind, TextLine};

/// A text of a résumé.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub text: Rich,
    pub span: Span,
    /// The title of its section; empty in the header.
    pub section: String,
    /// Whether it is under skills, or a tag: its words are terms.
    pub is_skill: bool,
    /// Its kind.
    pub what: &'static str,
}

/// Returns all texts of a résumé except its name and contacts.
pub fn of(resume: &Resume) -> Vec<Line> {
    let mut fold = Fold { lines: Vec::new(), section: String::new(), is_skill: false, items: 0 };
    for step in walk(resume) {
        let span = step.span;
        match step.event {
            Event::Headline(pair) => fold.add(pair.value.clone(), pair.span, "headline"),
            Event::Fact(pair) => fold.pair(pair, "fact"),
            Event::Section(section) => {
                fold.section = section.title.text().trim().to_owned();
                fold.is_skill = section.kinds.contains(&SectionKind::Skills);
                fold.add(section.title.clone(), span, "title");
            }
            Event::Entry(entry) => {
                entry.parts.iter().for_each(|part| fold.add(part.text.clone(), span, "title"));
                for tag in &entry.tags {
                    let line = Line { is_skill: true, ..fold.line(tag.clone(), span, "tags") };
                    fold.lines.push(line);
                }
            }
            Event::Item(_) => fold.items += 1,
            Event::EndItem => fold.items = fold.items.saturating_sub(1),
            Event::Paragraph(lines) => lines.iter().for_each(|line| fold.text_line(line)),
            Event::Pairs(pairs) => pairs.iter().for_each(|pair| fold.pair(pair, "line")),
            Event::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| fold.add(cell.clone(), span, "table"));
            }
            Event::Code(code) => fold.add(code.clone(), span, "code"),
            _ => {}
        }
    }
    fold.lines
}

struct Fold {
    lines: Vec<Line>,
    section: String,
    is_skill: bool,
    /// The number of open items of lists.
    items: usize,
}

impl Fold {
    fn line(&self, text: Rich, span: Span, what: &'static str) -> Line {
        let span = text.span().unwrap_or(span);
        Line { text, span, section: self.section.clone(), is_skill: self.is_skill, what }
    }

    fn add(&mut self, text: Rich, span: Span, what: &'static str) {
        let line = self.line(text, span, what);
        self.lines.push(line);
    }

    fn pair(&mut self, pair: &KeyValue, what: &'static str) {
        let mut text = pair.key.clone().unwrap_or_default();
        text.append(pair.value.clone());
        self.add(text, pair.span, what);
    }

    fn text_line(&mut self, line: &TextLine) {
        let mut text = line.label.as_ref().map(|label| label.text.clone()).unwrap_or_default();
        text.append(line.body.clone());
        self.add(text, line.span, if self.items > 0 { "bullet" } else { "paragraph" });
    }
}
