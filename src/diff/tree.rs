//! A résumé as a tree of things that can change, folded from the walk over its model.

use crate::diag::Span;
use crate::export::{Event, Step, walk};
use crate::model::{Contact, ContactKind, Dates, Entry, KeyValue, Resume, Rich, SectionKind, TextLine};
use crate::source::chars::is_wide;

use super::What;

/// A thing that can change, with its content.
#[derive(Clone, Debug)]
pub struct Node {
    pub what: What,
    /// Its text.
    pub text: String,
    /// Its text in the form in which it is compared.
    pub form: String,
    pub span: Span,
    /// What identifies it besides its words: the kinds of a contact, the kind of a section, a key.
    pub kind: String,
    pub dates: Option<Dates>,
    /// The targets of its links.
    pub links: Vec<String>,
    pub inside: Vec<Node>,
}

/// Returns the things in a résumé.
pub fn of(resume: &Resume) -> Vec<Node> {
    let mut fold = Fold { open: Vec::new(), done: Vec::new() };
    walk(resume).iter().for_each(|step| fold.step(step));
    while let Some(node) = fold.open.pop() {
        fold.put(node);
    }
    fold.done
}

struct Fold {
    /// The things that have not ended yet, the outermost first.
    open: Vec<Node>,
    done: Vec<Node>,
}

impl Fold {
    fn step(&mut self, step: &Step<'_>) {
        let span = step.span;
        match step.event {
            Event::Name(name) => self.put(of_text(What::Name, name, span)),
            Event::Paper(title) => self.put(of_text(What::Line, title, span)),
            Event::Headline(headline) => self.put(of_pair(What::Headline, headline)),
            Event::Contact(contact) => self.put(of_contact(contact)),
            Event::Fact(fact) => self.put(of_pair(What::Fact, fact)),
            Event::Photo(image) => self.put(of_words(What::Photo, &image.src, span)),
            Event::Section(section) => {
                let kind = section.kinds.first().filter(|kind| **kind != SectionKind::Other);
                let kind = kind.map_or_else(String::new, |kind| kind.name().to_owned());
                self.open.push(Node { kind, ..of_text(What::Section, &section.title, span) });
            }
            Event::Entry(entry) => self.entry(entry, span),
            Event::Item(_) => self.open.push(of_words(What::Bullet, "", span)),
            Event::Paragraph(lines) => lines.iter().for_each(|line| self.line(line)),
            Event::Pairs(pairs) => pairs.iter().for_each(|pair| self.put(of_pair(What::Line, pair))),
            Event::Table(table) => {
                let head = Some(&table.head).filter(|head| !head.is_empty());
                head.into_iter().chain(&table.rows).for_each(|row| self.row(row, span));
            }
            Event::Code(code) => self.put(of_text(What::Line, code, span)),
            Event::Image(image) => self.put(of_words(What::Image, &image.src, span)),
            Event::EndSection | Event::EndEntry | Event::EndItem => {
                if let Some(node) = self.open.pop() {
                    self.put(node);
                }
            }
            // Their content has been reported, and they have no text of their own.
            Event::List(_) | Event::EndList | Event::Quote | Event::EndQuote => {}
            Event::Rule | Event::PageBreak => {}
        }
    }

    /// Adds a thing to the one that contains it.
    fn put(&mut self, node: Node) {
        let list = self.open.last_mut().map_or(&mut self.done, |open| &mut open.inside);
        list.push(node);
    }

    fn entry(&mut self, entry: &Entry, span: Span) {
        let parts = entry.number.iter().chain(entry.parts.iter().map(|part| &part.text));
        let parts: Vec<_> = parts.map(Rich::text).collect();
        let links = entry.parts.iter().flat_map(|part| links(&part.text)).collect();
        let dates = entry.dates.clone();
        self.open.push(Node { dates, links, ..of_words(What::Entry, &parts.join(" · "), span) });
        if !entry.tags.is_empty() {
            let tags: Vec<_> = entry.tags.iter().map(Rich::text).collect();
            self.put(of_words(What::Tags, &tags.join(", "), span));
        }
    }

    /// Adds a line; the first line of a bullet is the bullet.
    fn line(&mut self, line: &TextLine) {
        let mut text = line.label.as_ref().map(|label| label.text.clone()).unwrap_or_default();
        text.append(line.body.clone());
        let node = of_text(What::Line, &text, line.span);
        match self.open.last_mut() {
            Some(open) if open.what == What::Bullet && open.form.is_empty() && open.inside.is_empty() => {
                *open = Node { what: What::Bullet, ..node };
            }
            _ => self.put(node),
        }
    }

    fn row(&mut self, cells: &[Rich], span: Span) {
        let text: Vec<_> = cells.iter().map(Rich::text).collect();
        let place = cells.iter().filter_map(Rich::span).reduce(Span::to).unwrap_or(span);
        let links = cells.iter().flat_map(links).collect();
        self.put(Node { links, ..of_words(What::Line, &text.join(" | "), place) });
    }
}

fn of_words(what: What, text: &str, span: Span) -> Node {
    let (text, kind) = (text.trim().to_owned(), String::new());
    Node { what, form: form(&text), text, span, kind, dates: None, links: Vec::new(), inside: Vec::new() }
}

fn of_text(what: What, text: &Rich, span: Span) -> Node {
    Node { links: links(text), ..of_words(what, &text.text(), text.span().unwrap_or(span)) }
}

fn of_pair(what: What, pair: &KeyValue) -> Node {
    let mut text = pair.key.clone().unwrap_or_default();
    let kind = form(&text.text());
    if text.text().ends_with(':') {
        text.append(Rich::plain(" ", Span::default()));
    }
    text.append(pair.value.clone());
    Node { kind, span: pair.span, ..of_text(what, &text, pair.span) }
}

/// Returns a contact, which is compared by its target, however it is written.
fn of_contact(contact: &Contact) -> Node {
    let kinds: Vec<&str> = contact.kinds.iter().map(|kind| kind.name()).collect();
    let value = contact.value.text().trim().to_lowercase();
    let form = if contact.kinds.contains(&ContactKind::Phone) {
        value.chars().filter(|c| c.is_alphanumeric() || *c == '+').collect()
    } else {
        let bare = value.split_once("://").map_or(value.as_str(), |(_, rest)| rest);
        bare.trim_start_matches("www.").trim_end_matches('/').to_owned()
    };
    let text = contact.value.text();
    Node { form, kind: kinds.join(","), span: contact.span, ..of_words(What::Contact, &text, contact.span) }
}

fn links(text: &Rich) -> Vec<String> {
    let mut links: Vec<String> = text.runs().filter_map(|run| run.link.clone()).collect();
    links.dedup();
    links
}

/// Returns a text without insignificant blanks: those next to wide characters, and all but one in a row.
fn form(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let wide = form.chars().next_back().is_some_and(is_wide) || word.starts_with(is_wide);
        if !form.is_empty() && !wide {
            form.push(' ');
        }
        form.push_str(word);
    }
    form
}
