//! A résumé as one web page: accessible, responsive, printable, without external resources or scripts.

mod faces;
mod markup;
mod person;
mod picture;
mod pieces;
mod skills;
mod style;
mod tables;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::letter::{self, part_at, sender_at};
use super::text::labelled;
use super::title::title;
use super::tongues;
use super::walk::{Event, Step, walk};
use crate::diag::{Error, Span};
use crate::layout::Layout;
use crate::model::{
    Contact, ContactKind, Entry, Item, KeyValue, LabelKind, List, Resume, Section, SectionKind, TextLine,
};
use markup::{escaped, rich};
use pieces::PLAIN;
use pieces::{class_of, key_of, number, part_of, when, with_colon};

/// Returns a résumé as a web page in the colours and faces of a layout.
///
/// # Errors
/// [`Error::Backend`] if an image is damaged.
pub fn html(resume: &Resume, layout: &Layout) -> Result<String, Error> {
    let resume = &tongues::marked(resume);
    let steps = walk(resume);
    let mut page = Page::new(resume);
    page.all(&steps)?;
    let style = style::sheet(layout, resume);
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    let title = escaped(&title(resume));
    let kind = if resume.letter.is_some() { "letter" } else { "h-resume" };
    Ok(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; \
         img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <meta name=\"description\" content=\"{title}\">\n<style>{style}</style>\n{}</head>\n<body>\n\
         <main class=\"{kind}\">\n{}</main>\n</body>\n</html>\n",
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
    /// Whether the current section lists skills.
    skills: bool,
    /// The place of the current step.
    span: Span,
}

impl<'a> Page<'a> {
    fn new(resume: &'a Resume) -> Page<'a> {
        let span = Span::default();
        Page { resume, body: String::new(), open: Vec::new(), level: 0, sections: 0, skills: false, span }
    }

    /// Writes the header and everything that follows.
    fn all(&mut self, steps: &[Step<'a>]) -> Result<(), Error> {
        let end =
            steps.iter().position(|step| matches!(step.event, Event::Section(_))).unwrap_or(steps.len());
        let (head, rest) = steps.split_at(end);
        let (above, below) = rest.split_at(sender_at(self.resume, rest));
        above.iter().try_for_each(|step| self.step(step))?;
        self.header(head, if above.is_empty() { "top" } else { "top sender" })?;
        below.iter().try_for_each(|step| self.step(step))
    }

    fn header(&mut self, head: &[Step<'a>], class: &str) -> Result<(), Error> {
        let contact = if self.resume.letter.is_some() { "" } else { " p-contact" };
        self.line(&format!("<header class=\"{class}{contact} h-card\">"));
        for step in head {
            if let Event::Photo(photo) = step.event {
                let photo = picture::html(self.resume, photo, " class=\"u-photo\"")?;
                self.line(&photo);
            }
        }
        head.iter().try_for_each(|step| self.step(step))?;
        self.close();
        self.line("</header>");
        Ok(())
    }

    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.body.push_str(text);
            self.body.push('\n');
        }
    }

    fn step(&mut self, step: &Step<'a>) -> Result<(), Error> {
        let event = step.event;
        self.span = step.span;
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
            Event::EndSection => {
                self.skills = false;
                self.line("</section>");
            }
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
                    self.line(&format!("<p class=\"{}\">{picture}</p>", self.block()));
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
                self.line(&pieces::pair(fact, rich(&fact.value, PLAIN)));
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
        self.skills = kind == SectionKind::Skills;
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
        let shown: Vec<_> = entry.parts.iter().filter(|part| !part.text.is_blank()).collect();
        let mut parts = String::new();
        if let Some(number) = &entry.number {
            let first = shown.first().map(|part| part.text.text()).unwrap_or_default();
            parts.push_str(&rich(number, PLAIN));
            parts.push_str(blank_between(&number.text(), &first));
        }
        for (at, part) in shown.into_iter().enumerate() {
            if at > 0 {
                parts.push_str(" · ");
            }
            parts.push_str(&part_of(part, at == 0));
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
        let skills = self.skills;
        let line = |line: &TextLine| {
            let body = if skills { skills::html(&line.body) } else { rich(&line.body, PLAIN) };
            let Some(label) = &line.label else { return body };
            let blank = blank_between(&label.text.text(), &line.body.text());
            let text = rich(&label.text, PLAIN);
            match label.kind {
                LabelKind::Number => format!("{text}{blank}{body}"),
                LabelKind::Title => format!("<b>{text}{blank}{body}</b>"),
                LabelKind::Key => format!("<b>{text}</b>{blank}{body}"),
            }
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        self.line(&format!("<p class=\"{}\">{}</p>", self.block(), lines.join("<br>\n")));
    }

    /// Returns the classes of a block: in a letter, its part as well.
    fn block(&self) -> String {
        let part = part_at(self.resume, self.span).filter(|_| self.open.is_empty());
        part.map_or("block".to_owned(), |part| format!("block {}", style::class(letter::name_of(part))))
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
        let skills = self.skills;
        let value = |pair: &KeyValue| {
            if skills { skills::html(&pair.value) } else { rich(&pair.value, PLAIN) }
        };
        if pairs.iter().all(|pair| pair.key.is_none()) {
            let items: String = pairs.iter().map(|pair| format!("<li>{}</li>", value(pair))).collect();
            return self.line(&format!("<ul class=\"block\">{items}</ul>"));
        }
        self.line("<dl class=\"pairs block\">");
        pairs.iter().for_each(|one| self.line(&pieces::pair(one, value(one))));
        self.line("</dl>");
    }
}

/// Returns the blank between a number or a key and the text after it, if there is one.
fn blank_between(label: &str, body: &str) -> &'static str {
    if labelled(label, body)[label.len()..].starts_with(' ') { " " } else { "" }
}
