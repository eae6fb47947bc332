//! Résumé → JSON Resume.

use super::super::entries::{self, Item, Record};
use super::super::tree::Tree;
use super::super::words::{is_courses, is_score};
use super::read::{SECTIONS, is_by_order, keys};
use crate::export::{Event, Step, walk};
use crate::model::{Contact, ContactKind, Dates, EntryKind, PartRole, Resume, Rich, SectionKind};

/// Returns a résumé as JSON Resume, without the data that it has no place for.
pub fn tree(resume: &Resume) -> Tree {
    let mut tree = tree_with_studies(resume);
    let Tree::Map(members) = &mut tree else { return tree };
    let studies =
        members.iter_mut().filter(|(key, _)| key == "education").filter_map(|(_, list)| match list {
            Tree::List(items) => Some(items),
            _ => None,
        });
    for item in studies.flatten() {
        if let Tree::Map(members) = item {
            members.retain(|(key, _)| key != "summary" && key != "highlights");
        }
    }
    tree
}

/// Returns the same with the text about studies, for which JSON Resume itself has no place.
pub fn tree_with_studies(resume: &Resume) -> Tree {
    let steps = walk(resume);
    let first = steps.iter().position(|step| matches!(step.event, Event::Section(_))).unwrap_or(steps.len());
    let (head, rest) = steps.split_at(first);
    let mut basics = basics(head);
    let mut lists: Vec<(SectionKind, Vec<Tree>)> = Vec::new();
    let mut at = 0;
    while at < rest.len() {
        let Event::Section(section) = rest[at].event else { break };
        let mut projects: Vec<Tree> = Vec::new();
        let behind = rest[at..].iter().position(|step| matches!(step.event, Event::EndSection));
        let end = at + behind.unwrap_or(rest.len() - at - 1);
        let inside = &rest[at + 1..end];
        match section.kinds.first().copied().unwrap_or_default() {
            SectionKind::Summary => basics.put("summary", entries::blocks(inside)),
            kind => {
                let found = items(inside, kind, &mut projects);
                add(&mut lists, kind, found);
                add(&mut lists, SectionKind::Projects, projects);
            }
        }
        at = end + 1;
    }
    let mut out = Tree::Map(Vec::new());
    out.put("basics", basics);
    for (key, kind) in SECTIONS {
        if let Some(at) = lists.iter().position(|(known, _)| *known == kind) {
            out.put(key, lists.swap_remove(at).1);
        }
    }
    out
}

fn add(lists: &mut Vec<(SectionKind, Vec<Tree>)>, kind: SectionKind, found: Vec<Tree>) {
    match lists.iter_mut().find(|(known, _)| *known == kind) {
        Some((_, list)) => list.extend(found),
        None => lists.push((kind, found)),
    }
}

fn basics(head: &[Step<'_>]) -> Tree {
    let mut basics = Tree::Map(Vec::new());
    let mut profiles: Vec<Tree> = Vec::new();
    let mut location = Tree::Map(Vec::new());
    let mut image = None;
    for step in head {
        match step.event {
            Event::Name(name) => basics.put("name", plain(name)),
            Event::Headline(headline) => basics.put("label", plain(&headline.value)),
            Event::Photo(photo) => image = Some(photo.src.clone()),
            Event::Contact(contact) => contact_of(contact, &mut basics, &mut location, &mut profiles),
            _ => {}
        }
    }
    basics.put("image", image);
    basics.put("location", location);
    basics.put("profiles", profiles);
    in_order(basics)
}

/// Puts members in the order of the schema.
fn in_order(basics: Tree) -> Tree {
    const ORDER: [&str; 9] =
        ["name", "label", "image", "email", "phone", "url", "summary", "location", "profiles"];
    let Tree::Map(mut members) = basics else { return basics };
    members.sort_by_key(|(key, _)| ORDER.iter().position(|known| known == key));
    Tree::Map(members)
}

fn contact_of(contact: &Contact, basics: &mut Tree, location: &mut Tree, profiles: &mut Vec<Tree>) {
    let text = plain(&contact.value);
    let link = contact.value.runs().find_map(|run| run.link.clone());
    for kind in &contact.kinds {
        match kind {
            ContactKind::Email => basics
                .put("email", link.as_deref().and_then(|url| url.strip_prefix("mailto:")).unwrap_or(&text)),
            ContactKind::Phone => basics.put("phone", text.clone()),
            ContactKind::Website if basics.get("url").is_none() => basics.put("url", link.clone()),
            ContactKind::Location => {
                let key = if text.contains(|c: char| c.is_ascii_digit()) { "address" } else { "city" };
                location.put(key, text.clone());
            }
            kind => {
                let key =
                    contact.key.as_ref().map(|key| plain(key).trim_end_matches([':', '：', ' ']).to_owned());
                let named = crate::export::label(*kind, "en").to_owned();
                let network =
                    key.filter(|_| contact.kinds.len() == 1).filter(|key| !key.is_empty()).unwrap_or(named);
                let shown = link.as_deref().filter(|link| *link == text).and_then(last).unwrap_or(&text);
                let mut profile = Tree::Map(Vec::new());
                profile.put("network", network);
                profile.put("username", shown);
                profile.put("url", link.clone());
                profiles.push(profile);
            }
        }
    }
}

/// Returns the last part of an address: the person's name there.
fn last(url: &str) -> Option<&str> {
    url.trim_end_matches('/').rsplit('/').next().filter(|last| !last.is_empty() && !last.contains(['?', '=']))
}

/// Returns the items of a section; what was done inside a job is added to the projects.
fn items(steps: &[Step<'_>], kind: SectionKind, projects: &mut Vec<Tree>) -> Vec<Tree> {
    match kind {
        SectionKind::Skills | SectionKind::Interests | SectionKind::Languages => {
            entries::items(steps).into_iter().map(|item| word(item, kind)).collect()
        }
        SectionKind::Other | SectionKind::Personal | SectionKind::Summary => Vec::new(),
        _ => {
            let records = entries::entries(steps);
            let mut out: Vec<Tree> = Vec::new();
            for record in &records {
                inner(record, record, projects);
                let held: Vec<&Record<'_>> = record.inner.iter().filter(|inner| is_post(inner)).collect();
                if held.is_empty() {
                    out.push(entry(record, None, kind));
                }
                out.extend(held.iter().map(|role| entry(role, Some(record), kind)));
            }
            if records.is_empty() {
                out.extend(entries::items(steps).into_iter().map(|item| line(item, kind)));
            }
            out
        }
    }
}

fn is_post(record: &Record<'_>) -> bool {
    record.entry.kind == EntryKind::Role && record.entry.part(PartRole::Role).is_some()
}

/// Adds the entries nested in an entry, however deep. The depth is that of the model.
fn inner(record: &Record<'_>, around: &Record<'_>, projects: &mut Vec<Tree>) {
    for found in &record.inner {
        if !is_post(found) {
            let mut project = entry(found, None, SectionKind::Projects);
            project.put("entity", around.entry.part(PartRole::Organization).map(plain));
            projects.push(project);
        }
        inner(found, around, projects);
    }
}

fn word(item: Item, kind: SectionKind) -> Tree {
    let mut out = Tree::Map(Vec::new());
    if kind == SectionKind::Languages {
        out.put("language", item.name);
        out.put("fluency", if item.value.is_empty() { item.level } else { item.value });
        return out;
    }
    out.put("name", item.name);
    out.put("level", item.level);
    out.put("keywords", entries::words(&item.value));
    out
}

/// Returns the item for a line that is not an entry: an award, a certificate.
fn line(item: Item, kind: SectionKind) -> Tree {
    let mut out = Tree::Map(Vec::new());
    let key = keys(kind).first().map_or("name", |(key, _)| key);
    let level = if item.level.is_empty() { String::new() } else { format!(" ({})", item.level) };
    out.put(key, format!("{}{level}", item.name));
    out.put("summary", item.value);
    out
}

fn entry(record: &Record<'_>, around: Option<&Record<'_>>, kind: SectionKind) -> Tree {
    let mut out = Tree::Map(Vec::new());
    let part = |role: PartRole| record.entry.part(role).or_else(|| around?.entry.part(role));
    let known = keys(kind);
    for (at, (key, role)) in known.iter().enumerate() {
        let by_order = || record.entry.parts.get(at).map(|part| &part.text);
        let text = if is_by_order(kind) { by_order() } else { part(*role) };
        let text = text.map(plain);
        match *key {
            "roles" => out.put("roles", text.map(|text| entries::words(&text)).unwrap_or_default()),
            key => out.put(key, text),
        }
    }
    // In a line without the part that the format needs, its first words take that place.
    if let Some((first, _)) = known.first()
        && out.get(first).is_none()
    {
        let words = record.entry.parts.iter().map(|part| plain(&part.text)).find(|text| !text.is_empty());
        out.put(first, words);
    }
    let linked = record.entry.parts.iter().chain(around.iter().flat_map(|around| &around.entry.parts));
    out.put("url", linked.flat_map(|part| part.text.runs()).find_map(|run| run.link.clone()));
    let dates = record.entry.dates.as_ref().or_else(|| around?.entry.dates.as_ref());
    if let Some(dates) = dates {
        dated(&mut out, dates, kind);
    }
    if kind == SectionKind::Projects {
        out.put("description", record.description.clone());
        out.put("keywords", record.entry.tags.iter().map(plain).collect::<Vec<_>>());
    } else if kind == SectionKind::Work {
        let around = around.map(|around| around.description.clone()).unwrap_or_default();
        out.put(
            "description",
            if record.description.is_empty() { around } else { record.description.clone() },
        );
    }
    if kind == SectionKind::References {
        out.put(
            "reference",
            if record.quote.is_empty() { record.summary.clone() } else { record.quote.clone() },
        );
        return out;
    }
    let summary = record.summary.clone();
    if kind == SectionKind::Education {
        studies(&mut out, record);
    } else {
        out.put("summary", summary);
        let pairs = record.pairs.iter().map(|(key, value)| format!("{key}: {value}"));
        out.put("highlights", record.highlights.iter().cloned().chain(pairs).collect::<Vec<_>>());
    }
    out
}

/// Adds the grade, the courses, and the other text.
fn studies(out: &mut Tree, record: &Record<'_>) {
    let mut told = Vec::new();
    let pairs = record.pairs.iter().map(|(key, value)| format!("{key}: {value}"));
    for text in record.highlights.iter().cloned().chain(pairs) {
        let parts =
            text.find(['：', ':']).map(|at| (&text[..at], text[at..].trim_start_matches(['：', ':', ' '])));
        match parts {
            Some((key, value)) if is_score(key) => out.put("score", value),
            Some((key, value)) if is_courses(key) => out.put("courses", entries::words(value)),
            _ => told.push(text),
        }
    }
    out.put("summary", record.summary.clone());
    out.put("highlights", told);
}

fn dated(out: &mut Tree, dates: &Dates, kind: SectionKind) {
    let (start, end) = (dates.start.map(|date| date.to_string()), dates.end.map(|date| date.to_string()));
    match kind {
        SectionKind::Awards | SectionKind::Certificates => out.put("date", start),
        SectionKind::Publications => out.put("releaseDate", start),
        _ if dates.open || end.is_some() => {
            out.put("startDate", start);
            out.put("endDate", end);
        }
        // A single date is the end.
        _ => out.put("endDate", start),
    }
}

/// Returns the words of a text, without formatting.
fn plain(text: &Rich) -> String {
    text.text().split_whitespace().collect::<Vec<_>>().join(" ")
}
