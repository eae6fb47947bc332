//! A résumé as an editable Word document: real styles, lists and tab stops, and tables only where the résumé has
//! tables (ECMA-376, WordprocessingML).

mod look;
mod package;
mod pictures;
mod runs;
mod settings;
mod styles;
mod tables;
mod xml;

use super::text::labelled;
use super::walk::{Event, Step, walk};
use crate::diag::Error;
use crate::layout::Layout;
use crate::model::{Contact, Entry, Image, Item, KeyValue, LabelKind, List, Resume, Rich, TextLine};
use look::Look;
use package::{Parts, Relations, package};
use pictures::Place;
use runs::rich;
use styles::W;
use xml::Xml;

/// Returns a résumé as a Word document with the inks, sizes and paper of a layout. `made` is its date in ISO 8601.
///
/// # Errors
/// [`Error::Backend`] if an image is damaged.
pub fn docx(resume: &Resume, layout: &Layout, made: Option<&str>) -> Result<Vec<u8>, Error> {
    let look = Look::of(layout, resume);
    let mut body = Body::new(resume, &look);
    let steps = walk(resume);
    for (at, step) in steps.iter().enumerate() {
        body.step(&steps, at, step)?;
    }
    body.section_properties();
    let Body { mut xml, relations, starts, .. } = body;
    xml.close("w:body");
    xml.close("w:document");
    package(Parts {
        document: xml.bytes(),
        styles: styles::styles(&look),
        numbering: settings::numbering(&starts),
        settings: settings::settings(&look),
        core: settings::core(resume, made),
        relations,
    })
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
    /// Whether the next paragraph begins a page.
    page_break: bool,
    /// Whether the next paragraph is a task, and whether that is done.
    task: Option<bool>,
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
            page_break: false,
            task: None,
        }
    }

    fn step(&mut self, steps: &[Step<'a>], at: usize, step: &Step<'a>) -> Result<(), Error> {
        match step.event {
            Event::Name(name) | Event::Paper(name) => self.title(steps, name)?,
            Event::Headline(pair) => self.paragraph("Subtitle", step.keep, |body| body.pair(pair)),
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
                let style = self.style("Facts");
                pairs.iter().for_each(|pair| self.paragraph(style, step.keep, |body| body.pair(pair)));
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
            Event::PageBreak => self.page_break = true,
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
        let depth = self.lists.len();
        let fresh = self.lists.last_mut().filter(|list| list.fresh);
        let number = fresh.and_then(|list| {
            list.fresh = false;
            list.ordered.then_some(list.number)
        });
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", style);
        if keep {
            self.xml.empty("w:keepLines", &[]);
        }
        if std::mem::take(&mut self.page_break) {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(number) = number {
            styles::number(&mut self.xml, number, level(depth));
        }
        self.xml.close("w:pPr");
        if let Some(done) = self.task.take() {
            runs::plain(&mut self.xml, if done { "☑ " } else { "☐ " }, None);
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

    fn title(&mut self, steps: &[Step<'a>], name: &Rich) -> Result<(), Error> {
        self.open_paragraph("Title", false);
        for step in steps {
            if let Event::Photo(photo) = step.event {
                self.picture(photo, Place::Right)?;
            }
        }
        self.rich(name, None);
        self.xml.close("w:p");
        Ok(())
    }

    fn photo(&mut self, photo: &Image) -> Result<(), Error> {
        self.open_paragraph("Contact", false);
        self.picture(photo, Place::Right)?;
        self.xml.close("w:p");
        Ok(())
    }

    /// Writes all contacts in one paragraph and all facts in another, at the first of each.
    fn row(&mut self, steps: &[Step<'a>], at: usize) {
        let contacts = matches!(steps[at].event, Event::Contact(_));
        let alike = |step: &Step<'_>| match step.event {
            Event::Contact(_) => contacts,
            Event::Fact(_) => !contacts,
            _ => false,
        };
        if at.checked_sub(1).is_some_and(|before| alike(&steps[before])) {
            return;
        }
        self.paragraph(if contacts { "Contact" } else { "Facts" }, false, |body| {
            for (nth, step) in steps[at..].iter().take_while(|step| alike(step)).enumerate() {
                if nth > 0 {
                    runs::plain(&mut body.xml, " | ", None);
                }
                match step.event {
                    Event::Contact(Contact { key, value, .. }) => body.keyed(key.as_ref(), value, None),
                    Event::Fact(KeyValue { key, value, .. }) => body.keyed(key.as_ref(), value, None),
                    _ => {}
                }
            }
        });
    }

    fn pair(&mut self, pair: &KeyValue) {
        self.keyed(pair.key.as_ref(), &pair.value, Some("Strong"));
    }

    /// Writes a key and its value; a halfwidth colon is followed by a blank.
    fn keyed(&mut self, key: Option<&Rich>, value: &Rich, style: Option<&str>) {
        if let Some(key) = key {
            let text = key.text();
            let len = text.trim_end().len();
            self.rich(&key.slice(0..len), style);
            match text[..len].chars().next_back() {
                Some('：') => {}
                Some(':') => runs::plain(&mut self.xml, " ", None),
                _ => runs::plain(&mut self.xml, ": ", None),
            }
        }
        self.rich(value, None);
    }

    /// Writes the line of an entry: its parts, and its dates at the right edge.
    fn entry(&mut self, entry: &Entry) {
        let style = ["Heading2", "Heading3", "Heading4"][self.level.min(2)];
        self.level += 1;
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
                if entry.parts.iter().any(|part| !part.text.is_blank()) {
                    runs::tab(&mut body.xml);
                }
                body.rich(&dates.raw, Some("Dates"));
            }
        });
        if !entry.tags.is_empty() {
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
        let style = self.style("Normal");
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
        self.task = item.task;
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
