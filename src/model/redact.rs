//! A résumé without data that identify the person: contacts, facts, name, photo.
//!
//! Removed data appear in nothing that comes after; where running text repeats them, fixed words take their place.

mod classes;
mod organizations;
mod secrets;
mod walk;
mod words;

pub use classes::{Class, Classes};
pub use secrets::Secrets;

use super::kinds::SectionKind;
use super::resume::{Block, BlockKind, Contact, KeyValue, PartRole, Resume};
use super::rich::Rich;
use crate::diag::Span;
use words::Words;

/// Takes data of these classes out of a résumé; returns what must not appear in anything made of it.
pub fn redact(resume: &mut Resume, classes: &Classes) -> Secrets {
    let words = Words::of(&resume.meta.lang);
    let mut secrets = Secrets::new(classes, words);
    contacts(resume, classes, &mut secrets);
    facts(resume, classes, &mut secrets);
    if classes.has(Class::Photo) {
        photo(resume);
    }
    if classes.has(Class::Name) {
        if let Some(name) = &mut resume.header.name {
            secrets.name(&name.text());
            *name = Rich::plain(words.person, Span::default());
        }
        resume.meta.author = String::new();
    }
    organizations(resume, classes, words, &mut secrets);
    walk::resume(resume, &secrets);
    resume.consumed.retain(|consumed| !secrets.are_in(&consumed.text));
    title(resume, classes, words.person);
    secrets
}

fn contacts(resume: &mut Resume, classes: &Classes, secrets: &mut Secrets) {
    let goes = |contact: &Contact| {
        let value = contact.value.text();
        let key = key_of(contact.key.as_ref(), &value);
        contact.kinds.iter().any(|kind| classes.has_contact(*kind))
            || classes.has_bare(&value)
            || key.is_some_and(|key| classes.of_key(&key).is_some())
    };
    for contact in resume.header.contacts.iter().filter(|contact| goes(contact)) {
        secrets.contact(contact);
    }
    resume.header.contacts.retain(|contact| !goes(contact));
}

/// Returns the key of a pair; one that was not separated from its value is in it.
fn key_of(key: Option<&Rich>, value: &str) -> Option<String> {
    let own = || value.split([':', '：']).next().filter(|key| key.len() < value.len()).map(str::to_owned);
    key.map(|key| key.text().into_owned()).or_else(own)
}

fn facts(resume: &mut Resume, classes: &Classes, secrets: &mut Secrets) {
    let mut goes = |pair: &KeyValue| {
        let class = key_of(pair.key.as_ref(), &pair.value.text()).and_then(|key| classes.of_key(&key));
        class.into_iter().for_each(|class| secrets.fact(class, &pair.value.text()));
        class.is_some()
    };
    resume.header.facts.retain(|pair| !goes(pair));
    let blocks = &mut resume.header.blocks;
    walk::without_pairs(blocks, classes, &mut goes);
    for section in &mut resume.sections {
        walk::without_pairs(&mut section.blocks, classes, &mut goes);
    }
}

/// Replaces the names of schools and employers by letters: `某公司 A`.
fn organizations(resume: &mut Resume, classes: &Classes, words: Words, secrets: &mut Secrets) {
    for section in &mut resume.sections {
        let kind = section.kinds.first().copied().unwrap_or_default();
        let (class, word) = match kind {
            SectionKind::Education => (Class::School, words.school),
            _ => (Class::Employer, words.employer),
        };
        let titled = matches!(kind, SectionKind::Education | SectionKind::Work | SectionKind::Volunteer);
        if classes.has(class) {
            named(&mut section.blocks, titled, &mut |name| secrets.organization(name, word));
        }
    }
}

/// Calls `label` for the organisation of each entry and puts the result in its place. In sections whose entries begin
/// with an organisation, a title may be one as well.
fn named(blocks: &mut [Block], titled: bool, label: &mut dyn FnMut(&str) -> String) {
    for block in blocks {
        let BlockKind::Entry(entry) = &mut block.kind else { continue };
        let has = |role: PartRole| entry.parts.iter().any(|part| part.role == role);
        let title = titled && entry.depth == 0 && !has(PartRole::Organization);
        for part in &mut entry.parts {
            if part.role == PartRole::Organization || title && part.role == PartRole::Title {
                part.text = Rich::plain(&label(&part.text.text()), Span::default());
            }
        }
        named(&mut entry.body, titled && entry.depth > 0, label);
    }
}

/// Returns the places of the remaining pictures, which may show the person.
pub fn pictures_left(resume: &Resume) -> Vec<Span> {
    let mut places = Vec::new();
    let sections = resume.sections.iter().flat_map(|section| &section.blocks);
    walk::each(resume.header.blocks.iter().chain(sections), &mut |block| match &block.kind {
        BlockKind::Image(image) => places.push(image.span),
        BlockKind::Table(table) => places.extend(table.images.iter().map(|cell| cell.image.span)),
        _ => {}
    });
    places
}

fn photo(resume: &mut Resume) {
    let Some(photo) = resume.header.photo.take() else { return };
    let mut used = false;
    let sections = resume.sections.iter().flat_map(|section| &section.blocks);
    walk::each(resume.header.blocks.iter().chain(sections), &mut |block| {
        used |= matches!(&block.kind, BlockKind::Image(image) if image.src == photo.src);
    });
    if !used {
        resume.images.remove(&photo.src);
    }
}

fn title(resume: &mut Resume, classes: &Classes, nobody: &str) {
    if !classes.has(Class::Name) {
        return;
    }
    let headline = resume.header.headline.as_ref().map(|headline| headline.value.text().into_owned());
    let headline = headline.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    resume.meta.title = headline.filter(|text| !text.is_empty()).unwrap_or_else(|| nobody.to_owned());
}
