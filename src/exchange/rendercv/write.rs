//! Résumé → RenderCV.

use super::super::entries::{self, Record};
use super::super::tree::Tree;
use super::{EntryKind, NETWORKS, title_of};
use crate::export::{Event, Place, Step, inline, walk};
use crate::model::{Contact, ContactKind, Dates, EntryKind as Rank, PartRole, Resume, Rich, SectionKind};

/// Returns a résumé as a RenderCV file, without the data that it has no place for. `known` are the sections of an
/// imported file: each with its key and the kind of its entries.
pub fn tree(resume: &Resume, known: &Tree) -> Tree {
    let steps = walk(resume);
    let first = steps.iter().position(|step| matches!(step.event, Event::Section(_))).unwrap_or(steps.len());
    let (head, rest) = steps.split_at(first);
    let mut cv = header(head, resume.meta.lang.starts_with("zh"));
    let mut sections: Vec<(String, Tree)> = Vec::new();
    let mut at = 0;
    while at < rest.len() {
        let Event::Section(section) = rest[at].event else { break };
        let behind = rest[at..].iter().position(|step| matches!(step.event, Event::EndSection));
        let end = at + behind.unwrap_or(rest.len() - at - 1);
        let title = plain(&section.title);
        let hint = known.get(&title);
        let key =
            hint.and_then(|hint| hint.text("key")).map_or_else(|| free(&title, &sections), str::to_owned);
        let wanted = hint.and_then(|hint| hint.text("kind")).and_then(EntryKind::named);
        let kind = section.kinds.first().copied().unwrap_or_default();
        let found = entries_of(&rest[at + 1..end], kind, wanted);
        if !found.is_empty() {
            sections.push((key, Tree::List(found)));
        }
        at = end + 1;
    }
    cv.put("sections", Tree::Map(sections));
    let mut out = Tree::Map(Vec::new());
    out.put("cv", cv);
    out
}

/// Returns a title that differs from all those before it.
fn free(title: &str, sections: &[(String, Tree)]) -> String {
    let taken = |name: &str| sections.iter().any(|(key, _)| key == name || title_of(key) == name);
    let title = if title.is_empty() { "Other" } else { title };
    let mut name = title.to_owned();
    let mut number = 2;
    while taken(&name) {
        name = format!("{title} ({number})");
        number += 1;
    }
    name
}

fn header(head: &[Step<'_>], chinese: bool) -> Tree {
    let mut cv = Tree::Map(Vec::new());
    let mut lists: [(&str, Vec<Tree>); 5] =
        ["email", "phone", "website", "social_networks", "custom_connections"].map(|key| (key, Vec::new()));
    let mut photo = None;
    for step in head {
        match step.event {
            Event::Name(name) => cv.put("name", plain(name)),
            Event::Headline(headline) => cv.put("headline", plain(&headline.value)),
            Event::Photo(image) => photo = Some(image.src.clone()),
            Event::Contact(contact) => {
                if contact.kinds.first() == Some(&ContactKind::Location) && cv.get("location").is_none() {
                    cv.put("location", plain(&contact.value));
                } else {
                    let (key, value) = contact_of(contact, chinese);
                    let list = lists.iter_mut().find(|(known, _)| *known == key);
                    list.into_iter().for_each(|(_, list)| list.push(value.clone()));
                }
            }
            _ => {}
        }
    }
    for (key, mut list) in lists {
        // A single mail address is not a list.
        match (key, list.len()) {
            ("email" | "phone" | "website", 1) => cv.put(key, list.remove(0)),
            _ => cv.put(key, list),
        }
    }
    cv.put("photo", photo);
    cv
}

/// Returns the member that a contact belongs to, and its value. A contact that RenderCV would refuse becomes a
/// custom connection.
fn contact_of(contact: &Contact, chinese: bool) -> (&'static str, Tree) {
    let text = plain(&contact.value);
    let link = contact.value.runs().find_map(|run| run.link.clone());
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match contact.kinds.first() {
        Some(ContactKind::Email) => {
            let mail = link.as_deref().and_then(|url| url.strip_prefix("mailto:")).unwrap_or(&text);
            return ("email", mail.into());
        }
        // Numbers have to be complete; 11 digits beginning with 1 are a mobile number in China.
        Some(ContactKind::Phone) if text.starts_with('+') => return ("phone", text.into()),
        Some(ContactKind::Phone) if chinese && digits.len() == 11 && digits.starts_with('1') => {
            return ("phone", format!("+86 {text}").into());
        }
        Some(ContactKind::Website) => {
            if let Some(url) = &link {
                return ("website", url.as_str().into());
            }
        }
        Some(kind) => {
            let known = NETWORKS.iter().find(|(_, _, network)| network == &Some(*kind));
            let bare = link.as_deref().map(|url| url.trim_end_matches('/').replace("://www.", "://"));
            if let (Some((name, address, _)), Some(url)) = (known, bare)
                && let Some(user) =
                    url.strip_prefix(address).filter(|user| !user.is_empty() && !user.contains('/'))
            {
                let members = [("network", *name), ("username", user)];
                return (
                    "social_networks",
                    Tree::Map(members.map(|(key, value)| (key.to_owned(), value.into())).to_vec()),
                );
            }
        }
        None => {}
    }
    let icon = match contact.kinds.first() {
        Some(ContactKind::Phone) => "phone",
        Some(ContactKind::Wechat) => "weixin",
        Some(ContactKind::Location) => "location-dot",
        _ => "link",
    };
    let mut connection = Tree::Map(Vec::new());
    connection.put("fontawesome_icon", icon);
    connection.put("placeholder", text);
    if let Tree::Map(members) = &mut connection {
        members.push(("url".to_owned(), link.filter(|url| url.starts_with("http")).into()));
    }
    ("custom_connections", connection)
}

fn entries_of(steps: &[Step<'_>], section: SectionKind, wanted: Option<EntryKind>) -> Vec<Tree> {
    let records = entries::entries(steps);
    if records.is_empty() {
        return lines(steps, wanted);
    }
    let mut flat: Vec<(&Record<'_>, Option<&Record<'_>>)> = Vec::new();
    for record in &records {
        let posts = || record.inner.iter().filter(|inner| inner.entry.kind == Rank::Role);
        if posts().next().is_none() {
            flat.push((record, None));
        }
        flat.extend(posts().map(|post| (post, Some(record))));
        flat.extend(
            record.inner.iter().filter(|inner| inner.entry.kind != Rank::Role).map(|inner| (inner, None)),
        );
    }
    let has = |role: PartRole| {
        flat.iter().all(|(record, around)| {
            record.entry.part(role).is_some()
                || around.is_some_and(|around| around.entry.part(role).is_some())
        })
    };
    let kind = wanted.filter(|kind| kind.is_entry()).unwrap_or(match section {
        SectionKind::Education if has(PartRole::Organization) && has(PartRole::Subject) => {
            EntryKind::Education
        }
        SectionKind::Education => EntryKind::Normal,
        _ if has(PartRole::Organization) && has(PartRole::Role) => EntryKind::Experience,
        _ => EntryKind::Normal,
    });
    flat.into_iter().map(|(record, around)| one(record, around, kind)).collect()
}

fn lines(steps: &[Step<'_>], wanted: Option<EntryKind>) -> Vec<Tree> {
    let items = entries::items(steps);
    let texts = entries::texts(steps);
    let only_text = steps.iter().all(|step| matches!(step.event, Event::Paragraph(_)));
    let numbered = steps.iter().any(|step| matches!(step.event, Event::List(list) if list.ordered));
    let paired = !items.is_empty() && items.iter().all(|item| !item.value.is_empty());
    let kind = wanted.filter(|kind| !kind.is_entry()).unwrap_or(match () {
        () if only_text => EntryKind::Text,
        () if paired => EntryKind::OneLine,
        () if numbered => EntryKind::Number,
        () => EntryKind::Bullet,
    });
    let single = |key: &str, text: String| Tree::Map(vec![(key.to_owned(), text.into())]);
    match kind {
        EntryKind::Text => texts.into_iter().map(Tree::Text).collect(),
        EntryKind::OneLine => {
            let pair = |item: entries::Item| {
                let level = if item.level.is_empty() { String::new() } else { format!(" ({})", item.level) };
                let members = [("label", format!("{}{level}", item.name)), ("details", item.value)];
                Tree::Map(members.map(|(key, value)| (key.to_owned(), value.into())).to_vec())
            };
            items.into_iter().map(pair).collect()
        }
        EntryKind::Number => texts.into_iter().map(|text| single("number", text)).collect(),
        EntryKind::Reversed => texts.into_iter().map(|text| single("reversed_number", text)).collect(),
        _ => texts.into_iter().map(|text| single("bullet", text)).collect(),
    }
}

fn one(record: &Record<'_>, around: Option<&Record<'_>>, kind: EntryKind) -> Tree {
    let mut out = Tree::Map(Vec::new());
    let part = |role: PartRole| record.entry.part(role).or_else(|| around?.entry.part(role));
    for (key, role) in kind.keys() {
        let text = part(*role).map(|text| inline(text, Place::Line));
        // The address of a publication has a member of its own.
        out.put(key, if kind == EntryKind::Publication { part(*role).map(plain) } else { text });
    }
    if let Some((first, _)) = kind.keys().first()
        && out.get(first).is_none()
    {
        let words = record
            .entry
            .parts
            .iter()
            .map(|part| inline(&part.text, Place::Line))
            .find(|text| !text.is_empty());
        out.put(first, words.unwrap_or_else(|| "–".to_owned()));
    }
    let mut summary = record.summary.clone();
    let mut highlights = record.highlights.clone();
    if kind == EntryKind::Publication {
        let (authors, rest) = summary
            .split_once("\n\n")
            .map_or((summary.clone(), String::new()), |(a, b)| (a.to_owned(), b.to_owned()));
        out.put("authors", entries::words(&authors));
        summary = rest;
        out.put(
            "url",
            record.entry.parts.iter().flat_map(|part| part.text.runs()).find_map(|run| run.link.clone()),
        );
        let doi = |text: &String| text.split_once([':', '：']).is_some_and(|(key, _)| key.trim() == "DOI");
        if let Some(at) = highlights.iter().position(doi) {
            let found = highlights.remove(at);
            out.put("doi", found.split_once([':', '：']).map(|(_, doi)| doi.trim().to_owned()));
        }
    }
    if let Some(dates) = record.entry.dates.as_ref().or_else(|| around?.entry.dates.as_ref()) {
        dated(&mut out, dates);
    }
    if !record.description.is_empty() {
        summary = [format!("*{}*", record.description), summary].join("\n\n").trim_end().to_owned();
    }
    out.put("summary", summary);
    let pairs = record.pairs.iter().map(|(key, value)| format!("{key}: {value}"));
    highlights.extend(pairs);
    out.put("highlights", highlights);
    out
}

fn dated(out: &mut Tree, dates: &Dates) {
    match (dates.start, dates.end, dates.open) {
        (Some(start), _, true) => {
            out.put("start_date", start.to_string());
            out.put("end_date", "present");
        }
        (Some(start), Some(end), false) => {
            out.put("start_date", start.to_string());
            out.put("end_date", end.to_string());
        }
        (Some(single), None, false) if !dates.expected => out.put("date", single.to_string()),
        _ => out.put("date", plain(&dates.raw)),
    }
}

/// Returns the words of a text, without formatting.
fn plain(text: &Rich) -> String {
    text.text().split_whitespace().collect::<Vec<_>>().join(" ")
}
