//! A résumé as one web page: accessible, responsive, printable, without external resources or scripts.

mod markup;
mod person;
mod picture;
mod pieces;
mod style;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::text::labelled;
use super::walk::{Event, Step, walk};
use crate::diag::Error;
use crate::layout::Layout;
use crate::model::{
    Contact, ContactKind, Entry, Item, KeyValue, LabelKind, List, Resume, Rich, Section, SectionKind, Table,
    TextLine,
};
use crate::source::markdown::Align;
use markup::{escaped, rich};
use pieces::PLAIN;
use pieces::{class_of, key_of, number, pair, part_of, when, with_colon};

/// Returns a résumé as a web page in the colours and faces of a layout.
///
/// # Errors
/// [`Error::Backend`] if an image is damaged.
pub fn html(resume: &Resume, layout: &Layout) -> Result<String, Error> {
    let steps = walk(resume);
    let mut page = Page { resume, body: String::new(), open: Vec::new(), level: 0, sections: 0, photo: None };
    page.header(&steps)?;
    let style = style::sheet(layout, &resume.meta.lang);
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    let title = if resume.meta.title.trim().is_empty() { "Résumé" } else { resume.meta.title.trim() };
    let title = escaped(title);
    Ok(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; \
         img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <meta name=\"description\" content=\"{title}\">\n<style>{style}</style>\n{}</head>\n<body>\n\
         <main class=\"h-resume\">\n{}</main>\n</body>\n</html>\n",
        escaped(&resume.meta.lang),
        person::person(&steps),
        page.body,
    ))
}

struct Page<'a> {
    resume: &'a Resume,
    body: String,
    /// The closing tags of the open lists.
    open: Vec<&'static str>,
    /// The number of open entries.
    level: usize,
    sections: usize,
    photo: Option<String>,
}

impl<'a> Page<'a> {
    /// Writes the header, then everything that follows.
    fn header(&mut self, steps: &[Step<'a>]) -> Result<(), Error> {
        let end =
            steps.iter().position(|step| matches!(step.event, Event::Section(_))).unwrap_or(steps.len());
        let (head, rest) = steps.split_at(end);
        for step in head {
            if let Event::Photo(photo) = step.event {
                self.photo = Some(picture::html(self.resume, photo, " class=\"u-photo\"")?);
            }
        }
        self.body.push_str("<header class=\"top p-contact h-card\">\n");
        let photo = self.photo.take().unwrap_or_default();
        self.line(&photo);
        for step in head {
            self.step(step.event)?;
        }
        self.close();
        self.body.push_str("</header>\n");
        rest.iter().try_for_each(|step| self.step(step.event))?;
        Ok(())
    }

    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.body.push_str(text);
            self.body.push('\n');
        }
    }

    fn step(&mut self, event: Event<'a>) -> Result<(), Error> {
        if !matches!(event, Event::Contact(_) | Event::Fact(_)) {
            self.close();
        }
        match event {
            Event::Name(name) => self.line(&format!("<h1 class=\"p-name\">{}</h1>", rich(name, PLAIN))),
            Event::Paper(title) => self.line(&format!("<h1>{}</h1>", rich(title, PLAIN))),
            Event::Headline(headline) => {
                let key = key_of(headline);
                let value = rich(&headline.value, PLAIN);
                self.line(&format!("<p>{key}<span class=\"p-job-title\">{value}</span></p>"));
            }
            Event::Contact(contact) => self.contact(contact),
            Event::Fact(fact) => self.fact(fact),
            Event::Photo(_) => {}
            Event::Section(section) => self.section(section),
            Event::EndSection => self.line("</section>"),
            Event::Entry(entry) => self.entry(entry),
            Event::EndEntry => {
                self.level = self.level.saturating_sub(1);
                self.line("</article>");
            }
            Event::Paragraph(lines) => self.paragraph(lines),
            Event::List(list) => self.list(list),
            Event::Item(item) => self.item(item),
            Event::EndItem => self.line("</li>"),
            Event::EndList => {
                let close = self.open.pop().unwrap_or("</ul>");
                self.line(close);
            }
            Event::Pairs(pairs) => self.pairs(pairs),
            Event::Table(table) => self.table(table)?,
            Event::Quote => self.line("<blockquote class=\"block\">"),
            Event::EndQuote => self.line("</blockquote>"),
            Event::Code(text) => {
                self.line(&format!("<pre class=\"block\"><code>{}</code></pre>", escaped(&text.text())));
            }
            Event::Image(content) => {
                let picture = picture::html(self.resume, content, "")?;
                if !picture.is_empty() {
                    self.line(&format!("<p class=\"block\">{picture}</p>"));
                }
            }
            Event::Rule => self.line("<hr>"),
            Event::PageBreak => self.line("<div class=\"break\"></div>"),
        }
        Ok(())
    }

    /// Closes a list of contacts or facts.
    fn close(&mut self) {
        if self.open.last().is_some_and(|close| *close == "</ul> " || *close == "</dl>") {
            let close = self.open.pop().unwrap_or_default();
            self.line(close.trim_end());
        }
    }

    /// Continues a list of contacts or facts, or begins one.
    fn among(&mut self, opening: &str, close: &'static str) {
        if self.open.last() != Some(&close) {
            self.close();
            self.line(opening);
            self.open.push(close);
        }
    }

    fn contact(&mut self, contact: &Contact) {
        self.among("<ul class=\"contacts\">", "</ul> ");
        let key = contact.key.as_ref().map(|key| format!("<span class=\"key\">{}</span>", with_colon(key)));
        let value = rich(&contact.value, &class_of);
        let linked = contact.value.runs().any(|run| run.link.is_some());
        let class = match contact.kinds.first() {
            Some(ContactKind::Location) => "p-adr",
            Some(ContactKind::Phone) if !linked => "p-tel",
            Some(ContactKind::Email) if !linked => "u-email",
            _ => "",
        };
        let value = if class.is_empty() { value } else { format!("<span class=\"{class}\">{value}</span>") };
        self.line(&format!("<li>{}{value}</li>", key.unwrap_or_default()));
    }

    fn fact(&mut self, fact: &KeyValue) {
        match &fact.key {
            Some(_) => {
                self.among("<dl class=\"facts\">", "</dl>");
                self.line(&pair(fact));
            }
            None => {
                self.among("<ul class=\"contacts\">", "</ul> ");
                self.line(&format!("<li>{}</li>", rich(&fact.value, PLAIN)));
            }
        }
    }

    fn section(&mut self, section: &Section) {
        self.sections += 1;
        let id = self.sections;
        let kind = section.kinds.first().copied().unwrap_or_default();
        let class = if kind == SectionKind::Summary { " p-summary" } else { "" };
        if section.title.is_blank() {
            return self.line("<section>");
        }
        let title = rich(&section.title, PLAIN);
        self.line(&format!("<section class=\"{}{class}\" aria-labelledby=\"s{id}\">", kind.name()));
        self.line(&format!("<h2 id=\"s{id}\">{title}</h2>"));
    }

    fn entry(&mut self, entry: &Entry) {
        let level = (3 + self.level).min(6);
        self.level += 1;
        let class = match entry.section {
            SectionKind::Education => "p-education h-event",
            SectionKind::Work | SectionKind::Volunteer | SectionKind::Projects => "p-experience h-event",
            _ => "h-event",
        };
        self.line(&format!("<article class=\"{class}\">\n<div class=\"line\">"));
        let mut parts = String::new();
        for (at, part) in entry.parts.iter().filter(|part| !part.text.is_blank()).enumerate() {
            if at > 0 {
                parts.push_str(" · ");
            }
            parts.push_str(&part_of(part, at == 0));
        }
        if let Some(number) = &entry.number {
            parts = labelled(&rich(number, PLAIN), &parts);
        }
        let dates = entry.dates.as_ref().map(when).unwrap_or_default();
        if parts.is_empty() {
            self.line(&format!("<h{level} class=\"p-name when\">{dates}</h{level}>"));
        } else {
            self.line(&format!("<h{level} class=\"p-name\">{parts}</h{level}>"));
            if !dates.is_empty() {
                self.line(&format!("<p class=\"when\">{dates}</p>"));
            }
        }
        self.line("</div>");
        if !entry.tags.is_empty() {
            let tags: String = entry
                .tags
                .iter()
                .map(|tag| format!("<li class=\"p-skill\">{}</li>", rich(tag, PLAIN)))
                .collect();
            self.line(&format!("<ul class=\"tags\">{tags}</ul>"));
        }
    }

    fn paragraph(&mut self, lines: &[TextLine]) {
        let line = |line: &TextLine| match &line.label {
            None => rich(&line.body, PLAIN),
            Some(label) => {
                let text = labelled(&label.text.text(), &line.body.text());
                let blank = text[label.text.text().len()..].starts_with(' ');
                let blank = if blank { " " } else { "" };
                let body = rich(&line.body, PLAIN);
                match label.kind {
                    LabelKind::Number => format!("{}{blank}{body}", rich(&label.text, PLAIN)),
                    LabelKind::Title => format!("<b>{}{blank}{body}</b>", rich(&label.text, PLAIN)),
                    LabelKind::Key => format!("<b>{}</b>{blank}{body}", rich(&label.text, PLAIN)),
                }
            }
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        self.line(&format!("<p class=\"block\">{}</p>", lines.join("<br>\n")));
    }

    fn list(&mut self, list: &List) {
        let start = list.items.first().and_then(number).filter(|start| list.ordered && *start != 1);
        let start = start.map(|start| format!(" start=\"{start}\"")).unwrap_or_default();
        let tag = if list.ordered { "ol" } else { "ul" };
        self.line(&format!("<{tag} class=\"block\"{start}>"));
        self.open.push(if list.ordered { "</ol>" } else { "</ul>" });
    }

    fn item(&mut self, item: &Item) {
        let task = match item.task {
            Some(true) => "☑ ",
            Some(false) => "☐ ",
            None => "",
        };
        self.body.push_str(&format!("<li>{task}"));
    }

    fn pairs(&mut self, pairs: &[KeyValue]) {
        if pairs.iter().all(|pair| pair.key.is_none()) {
            let items: String =
                pairs.iter().map(|pair| format!("<li>{}</li>", rich(&pair.value, PLAIN))).collect();
            return self.line(&format!("<ul class=\"block\">{items}</ul>"));
        }
        self.line("<dl class=\"pairs block\">");
        pairs.iter().for_each(|one| self.line(&pair(one)));
        self.line("</dl>");
    }

    fn table(&mut self, table: &Table) -> Result<(), Error> {
        self.line("<table class=\"block\">");
        let head = table.head.iter().any(|cell| !cell.is_blank());
        if head {
            self.row(table, None, &table.head)?;
        }
        self.line("<tbody>");
        for (at, cells) in table.rows.iter().enumerate() {
            self.row(table, Some(at), cells)?;
        }
        self.line("</tbody>\n</table>");
        Ok(())
    }

    fn row(&mut self, table: &Table, row: Option<usize>, cells: &[Rich]) -> Result<(), Error> {
        let tag = if row.is_none() { "th scope=\"col\"" } else { "td" };
        let mut out = String::new();
        for (column, cell) in cells.iter().enumerate() {
            let align = match table.align.get(column) {
                Some(Align::Center) => " class=\"c\"",
                Some(Align::End) => " class=\"e\"",
                _ => "",
            };
            let mut text = rich(cell, PLAIN);
            let images = table.images.iter().filter(|found| found.row == row && found.column == column);
            for found in images {
                text.push_str(&picture::html(self.resume, &found.image, "")?);
            }
            // An empty header cell names nothing.
            let tag = if text.is_empty() { "td" } else { tag };
            out.push_str(&format!("<{tag}{align}>{text}</{}>", &tag[..2]));
        }
        self.line(&if row.is_none() {
            format!("<thead><tr>{out}</tr></thead>")
        } else {
            format!("<tr>{out}</tr>")
        });
        Ok(())
    }
}
