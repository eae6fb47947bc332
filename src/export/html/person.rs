//! The subject of the page, for programs: schema.org's Person as JSON-LD.

use serde_json::{Map, Value, json};

use super::super::walk::{Event, Step};
use crate::model::{ContactKind, Entry, PartRole, SectionKind};

/// Returns the person of a résumé, as a script that only holds data.
pub fn person(steps: &[Step<'_>]) -> String {
    let mut person = Person::default();
    let mut section = SectionKind::Other;
    let mut depth = 0usize;
    for step in steps {
        match step.event {
            Event::Section(found) => section = found.kinds.first().copied().unwrap_or_default(),
            Event::Entry(entry) => {
                depth += 1;
                if depth == 1 {
                    person.entry(entry, section);
                }
            }
            Event::EndEntry => depth = depth.saturating_sub(1),
            event => person.header(event),
        }
    }
    // `</script>` would end the script, and `<!--` would hide its end.
    let text = Value::Object(person.object()).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>\n")
}

#[derive(Default)]
struct Person {
    single: Map<String, Value>,
    same: Vec<Value>,
    alumni: Vec<Value>,
    works: Vec<Value>,
    credentials: Vec<Value>,
}

impl Person {
    fn set(&mut self, key: &str, value: &str) {
        let value = value.trim();
        if !value.is_empty() && !self.single.contains_key(key) {
            self.single.insert(key.to_owned(), value.into());
        }
    }

    fn header(&mut self, event: Event<'_>) {
        match event {
            Event::Name(name) => self.set("name", &name.text()),
            Event::Headline(headline) => self.set("jobTitle", &headline.value.text()),
            Event::Contact(contact) => {
                let text = contact.value.text();
                let links: Vec<&str> = contact.value.runs().filter_map(|run| run.link.as_deref()).collect();
                let first = links.first().copied();
                match contact.kinds.first() {
                    Some(ContactKind::Email) => {
                        self.set("email", first.and_then(|url| url.strip_prefix("mailto:")).unwrap_or(&text));
                    }
                    Some(ContactKind::Phone) => {
                        self.set(
                            "telephone",
                            first.and_then(|url| url.strip_prefix("tel:")).unwrap_or(&text),
                        );
                    }
                    Some(ContactKind::Location) => self.set("address", &text),
                    Some(ContactKind::Website) => self.set("url", first.unwrap_or_default()),
                    Some(_) => {
                        let places = links.iter().filter(|url| url.starts_with("http"));
                        self.same.extend(places.map(|url| json!(url)));
                    }
                    None => {}
                }
            }
            _ => {}
        }
    }

    fn entry(&mut self, entry: &Entry, section: SectionKind) {
        let organization = entry.part(PartRole::Organization).map(|name| name.text().trim().to_owned());
        let title = entry.part(PartRole::Title).or_else(|| entry.parts.first().map(|part| &part.text));
        let title = title.map(|title| title.text().trim().to_owned()).filter(|title| !title.is_empty());
        match (section, organization) {
            (SectionKind::Education, Some(name)) => {
                self.alumni.push(json!({ "@type": "EducationalOrganization", "name": name }));
            }
            (SectionKind::Work, Some(name)) => {
                let dates = entry.dates.as_ref();
                let role = entry.part(PartRole::Role).map(|role| role.text().trim().to_owned());
                if dates.is_some_and(|dates| dates.open) {
                    let mut works = json!({ "@type": "Organization", "name": name });
                    if let (Some(role), Some(start)) = (role, dates.and_then(|dates| dates.start)) {
                        works = json!({
                            "@type": "EmployeeRole",
                            "roleName": role,
                            "startDate": start.to_string(),
                            "worksFor": works,
                        });
                    }
                    self.works.push(works);
                }
            }
            (SectionKind::Certificates, _) => {
                self.credentials.extend(
                    title.map(|name| json!({ "@type": "EducationalOccupationalCredential", "name": name })),
                );
            }
            _ => {}
        }
    }

    fn object(self) -> Map<String, Value> {
        let mut object = self.single;
        object.insert("@context".to_owned(), "https://schema.org".into());
        object.insert("@type".to_owned(), "Person".into());
        let lists = [
            ("sameAs", self.same),
            ("alumniOf", self.alumni),
            ("worksFor", self.works),
            ("hasCredential", self.credentials),
        ];
        for (key, list) in lists {
            if !list.is_empty() {
                object.insert(key.to_owned(), list.into());
            }
        }
        object
    }
}
