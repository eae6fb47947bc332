//! A résumé as an editable Word document: real styles, lists and tab stops, and tables only where the résumé has
//! tables (ECMA-376, WordprocessingML).

mod header;
mod letters;
mod look;
mod package;
mod pictures;
mod placed;
mod runs;
mod settings;
mod styles;
mod tables;
mod widths;
mod xml;

use super::letter::sender_at;
use super::text::labelled;
use super::tongues;
use super::walk::{Event, Step, walk};
use crate::diag::{Error, Span};
use crate::layout::Layout;
use crate::model::{Entry, Item, LabelKind, List, Resume, Rich, TextLine};
use look::Look;
use package::{Parts, Relations, package};
use runs::rich;
use styles::W;
use xml::Xml;

/// Returns a résumé as a Word document with the inks, sizes and paper of a layout. `made` is its date in ISO 8601.
///
/// # Errors
/// [`Error::Backend`] if an image is damaged.
pub fn docx(resume: &Resume, layout: &Layout, made: Option<&str>) -> Result<Vec<u8>, Error> {
    let resume = &tongues::marked(resume);
    let look = Look::of(layout, resume);
    let mut body = Body::new(resume, &look);
    let steps = in_order(resume, walk(resume));
    for (at, step) in steps.iter().enumerate() {
        body.step(&steps, at, step)?;
    }
    body.section_properties();
    let Body { mut xml, relations, starts, .. } = body;
    xml.close("w:body");
    xml.close("w:document");
    package(Parts {
        document: xml.bytes(),
        styles: styles::styles(&look, &letters::styles(resume, layout, &look)),
        numbering: settings::numbering(&starts),
        settings: settings::settings(&look),
        core: settings::core(resume, made),
        relations,
    })
}

/// Returns the steps in the order in which they are written: in a Japanese letter the sender comes below the recipient.
fn in_order<'a>(resume: &Resume, steps: Vec<Step<'a>>) -> Vec<Step<'a>> {
    let end = steps.iter().position(|step| matches!(step.event, Event::Section(_))).unwrap_or(steps.len());
    let (head, rest) = steps.split_at(end);
    let (above, below) = rest.split_at(sender_at(resume, rest));
    [above, head, below].concat()
}

/// An open list.
struct Open {
    ordered: bool,
    /// Its number among the lists of the document.
    number: u32,
    /// Whether the mark of the current item has not been written yet.
    fresh: bool,
}

struct Body<'a> {
    resume: &'a Resume,
    look: &'a Look,
    xml: Xml,
    relations: Relations,
    lists: Vec<Open>,
    /// The first number of each numbered list, and its depth.
    starts: Vec<(u64, u8)>,
    /// The number of open entries.
    level: usize,
    quotes: usize,
    pictures: usize,
    /// What the next paragraph has besides its style.
    next: Next,
    /// The place of the current step.
    span: Span,
    /// Whether the paragraph before is a table.
    below_table: bool,
}

/// What a paragraph has besides its style.
#[derive(Default)]
struct Next {
    /// It begins a page.
    page_break: bool,
    /// It is a task, done or not.
    task: Option<bool>,
    /// Nothing follows that belongs to it, so that it need not stay with what does.
    alone: bool,
    /// It stands above a table, which has no space of its own.
    above_table: bool,
}

impl<'a> Body<'a> {
    fn new(resume: &'a Resume, look: &'a Look) -> Body<'a> {
        let mut xml = Xml::new();
        let names = [
            ("xmlns:w", W),
            ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
            ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ];
        xml.open("w:document", &names);
        xml.open("w:body", &[]);
        Body {
            resume,
            look,
            xml,
            relations: Relations::default(),
            lists: Vec::new(),
            starts: Vec::new(),
            level: 0,
            quotes: 0,
            pictures: 0,
            next: Next::default(),
            span: Span::default(),
            below_table: false,
        }
    }

    fn step(&mut self, steps: &[Step<'a>], at: usize, step: &Step<'a>) -> Result<(), Error> {
        self.span = step.span;
        let next = &steps[at + 1..];
        self.next.alone = next.first().is_none_or(|next| next.event.closes());
        let beside = next.iter().find(|step| !step.event.closes());
        self.next.above_table = matches!(beside.map(|next| next.event), Some(Event::Table(_)));
        match step.event {
            Event::Name(name) | Event::Paper(name) => self.title(steps, name)?,
            Event::Headline(pair) => self.headline(pair, step.keep),
            Event::Contact(_) | Event::Fact(_) => self.row(steps, at),
            // It is in the paragraph of the name.
            Event::Photo(photo) if self.resume.header.title().is_none() => self.photo(photo)?,
            Event::Photo(_) => {}
            Event::Section(section) => {
                self.level = 0;
                if !section.title.is_blank() {
                    self.paragraph("Heading1", step.keep, |body| body.rich(&section.title, None));
                }
            }
            Event::Entry(entry) => self.entry(entry),
            Event::EndEntry => self.level = self.level.saturating_sub(1),
            Event::Paragraph(lines) => self.lines(lines, step.keep),
            Event::List(list) => self.list(list),
            Event::Item(item) => self.item(item),
            Event::EndItem => self.end_item(),
            Event::EndList => drop(self.lists.pop()),
            Event::Pairs(pairs) => {
                let (style, above_table) = (self.style("Facts"), self.next.above_table);
                for (nth, pair) in pairs.iter().enumerate() {
                    self.next.above_table = above_table && nth + 1 == pairs.len();
                    self.paragraph(style, step.keep, |body| body.pair(pair));
                }
            }
            Event::Table(table) => self.table(table, steps.get(at + 1))?,
            Event::Quote => self.quotes += 1,
            Event::EndQuote => self.quotes = self.quotes.saturating_sub(1),
            Event::Code(text) => {
                for line in text.text().split('\n') {
                    self.paragraph("Code", true, |body| runs::plain(&mut body.xml, line, None));
                }
            }
            Event::Image(image) => self.image(image)?,
            Event::Rule => self.rule(),
            Event::PageBreak => self.next.page_break = true,
            Event::EndSection => {}
        }
        Ok(())
    }

    fn rich(&mut self, text: &Rich, style: Option<&str>) {
        rich(&mut self.xml, &mut self.relations, text, style);
    }

    /// Writes a paragraph of a style, with the content that `content` writes.
    fn paragraph(&mut self, style: &str, keep: bool, content: impl FnOnce(&mut Body<'a>)) {
        self.open_paragraph(style, keep);
        content(self);
        self.xml.close("w:p");
    }

    /// Opens a paragraph, with the members in the order of the schema.
    fn open_paragraph(&mut self, style: &str, keep: bool) {
        let Next { page_break, task, alone, above_table } = std::mem::take(&mut self.next);
        let below_table = std::mem::take(&mut self.below_table);
        let depth = self.lists.len();
        let fresh = self.lists.last_mut().filter(|list| list.fresh);
        let (number, ordered) = fresh.map_or((None, false), |list| {
            list.fresh = false;
            // The box of a task is its mark: number 0 is none.
            let number = list.ordered.then_some(list.number).or(task.map(|_| 0));
            (number, list.ordered)
        });
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", style);
        if alone && style.starts_with("Heading") {
            self.xml.value("w:keepNext", "0");
        }
        if keep {
            self.xml.empty("w:keepLines", &[]);
        }
        if page_break {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(number) = number {
            styles::number(&mut self.xml, number, level(depth));
        }
        let spaces = [(below_table && !style.starts_with("Heading"), "w:before"), (above_table, "w:after")];
        let spaces: Vec<(&str, &str)> =
            spaces.into_iter().filter(|(on, _)| *on).map(|(_, side)| (side, "120")).collect();
        if !spaces.is_empty() {
            self.xml.empty("w:spacing", &spaces);
        }
        if number == Some(0) {
            let left = (360 * (i64::from(level(depth)) + 1)).to_string();
            self.xml.empty("w:ind", &[("w:left", &left), ("w:hanging", "360")]);
        }
        self.xml.close("w:pPr");
        if let Some(done) = task {
            runs::plain(&mut self.xml, if done { "☑" } else { "☐" }, None);
            if ordered { runs::plain(&mut self.xml, " ", None) } else { runs::tab(&mut self.xml) }
        }
    }

    /// Returns the style of a paragraph at the current place: that of an item inside a list.
    fn style(&self, plain: &'static str) -> &'static str {
        const BULLETS: [&str; 3] = ["ListBullet", "ListBullet2", "ListBullet3"];
        const NUMBERS: [&str; 3] = ["ListNumber", "ListNumber2", "ListNumber3"];
        const MORE: [&str; 3] = ["ListContinue", "ListContinue2", "ListContinue3"];
        let at = usize::from(level(self.lists.len()));
        match self.lists.last() {
            Some(Open { fresh: true, ordered: true, .. }) => NUMBERS[at],
            Some(Open { fresh: true, .. }) => BULLETS[at],
            Some(_) => MORE[at],
            None if self.quotes > 0 => "Quote",
            None => plain,
        }
    }

    /// Writes the line of an entry: its parts, and its dates at the right edge.
    fn entry(&mut self, entry: &Entry) {
        let style = ["Heading2", "Heading3", "Heading4"][self.level.min(2)];
        self.level += 1;
        // The tags of an entry are all that has to stay with it.
        self.next.alone &= entry.tags.is_empty();
        let above_table = self.next.above_table;
        self.next.above_table &= entry.tags.is_empty();
        self.paragraph(style, false, |body| {
            if let Some(number) = &entry.number {
                let first = entry.parts.first().map(|part| part.text.text()).unwrap_or_default();
                let all = labelled(&number.text(), &first);
                body.rich(number, Some("Strong"));
                if all[number.text().len()..].starts_with(' ') {
                    runs::plain(&mut body.xml, " ", None);
                }
            }
            for (at, part) in entry.parts.iter().filter(|part| !part.text.is_blank()).enumerate() {
                if at > 0 {
                    runs::plain(&mut body.xml, " | ", None);
                }
                body.rich(&part.text, (at == 0).then_some("Strong"));
            }
            if let Some(dates) = &entry.dates {
                let shown: Vec<_> = entry
                    .parts
                    .iter()
                    .map(|part| part.text.text())
                    .filter(|text| !text.trim().is_empty())
                    .collect();
                let number =
                    entry.number.as_ref().map(|number| number.text().into_owned()).unwrap_or_default();
                let title = format!("{number} {}", shown.join(" | "));
                if !shown.is_empty() {
                    let size = if style == "Heading2" { body.look.entry } else { body.look.body };
                    if !widths::fit(title.trim(), &dates.raw.text(), size, body.look) {
                        runs::line_end(&mut body.xml);
                    }
                    runs::tab(&mut body.xml);
                }
                body.rich(&dates.raw, Some("Dates"));
            }
        });
        if !entry.tags.is_empty() {
            self.next.above_table = above_table;
            self.paragraph("Tags", false, |body| {
                for (at, tag) in entry.tags.iter().enumerate() {
                    if at > 0 {
                        runs::plain(&mut body.xml, ", ", None);
                    }
                    body.rich(tag, None);
                }
            });
        }
    }

    fn lines(&mut self, lines: &[TextLine], keep: bool) {
        let style = self.part_style().unwrap_or(self.style("Normal"));
        self.paragraph(style, keep, |body| {
            for (at, line) in lines.iter().enumerate() {
                if at > 0 {
                    runs::line_end(&mut body.xml);
                }
                let Some(label) = &line.label else {
                    body.rich(&line.body, None);
                    continue;
                };
                let text = label.text.text();
                body.rich(&label.text, (label.kind != LabelKind::Number).then_some("Strong"));
                if labelled(&text, &line.body.text())[text.len()..].starts_with(' ') {
                    runs::plain(&mut body.xml, " ", None);
                }
                body.rich(&line.body, (label.kind == LabelKind::Title).then_some("Strong"));
            }
        });
    }

    fn list(&mut self, list: &List) {
        let mut number = 1;
        if list.ordered {
            let first = list.items.first().and_then(|item| item.number.as_ref());
            let digits = first.map(|number| number.trim_end_matches(|c: char| !c.is_ascii_digit()));
            let start = digits.and_then(|digits| digits.parse().ok()).unwrap_or(1);
            self.starts.push((start, level(self.lists.len() + 1)));
            number = u32::try_from(self.starts.len() + 1).unwrap_or(1);
        }
        self.lists.push(Open { ordered: list.ordered, number, fresh: false });
    }

    fn item(&mut self, item: &Item) {
        if let Some(list) = self.lists.last_mut() {
            list.fresh = true;
        }
        self.next.task = item.task;
    }

    /// Ends an item; an empty one has its mark all the same.
    fn end_item(&mut self) {
        if self.lists.last().is_some_and(|list| list.fresh && list.ordered) {
            let style = self.style("Normal");
            self.paragraph(style, false, |_| {});
        }
    }

    /// Writes a line across the text.
    fn rule(&mut self) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", "Normal");
        self.xml.open("w:pBdr", &[]);
        let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "1"), ("w:color", "BFBFBF")];
        self.xml.empty("w:bottom", &line);
        self.xml.close("w:pBdr");
        self.xml.close("w:pPr");
        self.xml.close("w:p");
    }

    fn section_properties(&mut self) {
        let [width, height, left, right, top, bottom] = self.look.page.map(|twips| twips.to_string());
        self.xml.open("w:sectPr", &[]);
        self.xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
        let margins = [
            ("w:top", top.as_str()),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        self.xml.empty("w:pgMar", &margins);
        self.xml.close("w:sectPr");
    }
}

/// Returns the level of a list at a depth: there are three.
fn level(depth: usize) -> u8 {
    u8::try_from(depth.saturating_sub(1).min(2)).unwrap_or(2)
}
