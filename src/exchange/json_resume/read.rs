//! JSON Resume → Markdown, as people write it.

use super::super::markup::{Out, address, bullet, paragraphs, word};
use super::super::tree::Tree;
use super::super::words::Tongue;
use crate::export;
use crate::model::{ContactKind, PartRole, SectionKind};

/// Returns a résumé in Markdown. Directives name the parts of lines.
pub fn markdown(resume: &Tree) -> String {
    let mut out = Out::of(Tongue::of_tree(resume));
    if let Some(basics) = resume.get("basics") {
        out.header(basics);
    }
    for (key, kind) in SECTIONS {
        out.section(resume.list(key), kind);
    }
    out.text
}

/// The sections in their usual order.
pub(super) const SECTIONS: [(&str, SectionKind); 11] = [
    ("work", SectionKind::Work),
    ("volunteer", SectionKind::Volunteer),
    ("projects", SectionKind::Projects),
    ("education", SectionKind::Education),
    ("awards", SectionKind::Awards),
    ("certificates", SectionKind::Certificates),
    ("publications", SectionKind::Publications),
    ("skills", SectionKind::Skills),
    ("languages", SectionKind::Languages),
    ("interests", SectionKind::Interests),
    ("references", SectionKind::References),
];

impl Out {
    fn header(&mut self, basics: &Tree) {
        if let Some(name) = basics.text("name") {
            self.block(&format!("# {}", word(name)));
        }
        if let Some(label) = basics.text("label") {
            self.block(&word(label));
        }
        let mut items: Vec<String> = Vec::new();
        let mut item = |kind: ContactKind, value: String| {
            let colon = self.tongue.marks().0;
            items.push(format!("- {}{colon}{value}", export::label(kind, self.tongue.tag())));
        };
        if let Some(mail) = basics.text("email") {
            item(ContactKind::Email, mail.to_owned());
        }
        if let Some(phone) = basics.text("phone") {
            item(ContactKind::Phone, phone.to_owned());
        }
        if let Some(url) = basics.text("url") {
            item(ContactKind::Website, address(url));
        }
        if let Some(place) = basics.get("location").map(place).filter(|place| !place.is_empty()) {
            item(ContactKind::Location, word(&place));
        }
        let colon = self.tongue.marks().0;
        for profile in basics.list("profiles") {
            let network = profile.text("network").map_or_else(|| "Profile".to_owned(), word);
            let value = match (profile.text("url"), profile.text("username")) {
                (Some(url), Some(name)) => format!("[{}]({})", word(name), export::destination(url)),
                (Some(url), None) => address(url),
                (None, name) => name.map(word).unwrap_or_default(),
            };
            items.push(format!("- {network}{colon}{value}"));
        }
        self.block(&items.join("\n"));
        if let Some(summary) = basics.text("summary") {
            self.block(&format!("## {}", self.tongue.title(SectionKind::Summary)));
            self.block(&paragraphs(summary));
        }
    }

    fn section(&mut self, items: &[Tree], kind: SectionKind) {
        if items.is_empty() {
            return;
        }
        self.block(&format!("## {}", self.tongue.title(kind)));
        match kind {
            SectionKind::Skills | SectionKind::Languages | SectionKind::Interests => self.words(items, kind),
            _ => items.iter().for_each(|item| self.entry(item, kind)),
        }
    }

    /// Writes a list of words, one per line.
    fn words(&mut self, items: &[Tree], kind: SectionKind) {
        let (colon, comma) = self.tongue.marks();
        let line = |item: &Tree| {
            if let Some(text) = item.as_text() {
                return Some(format!("- {}", word(text)));
            }
            let (name, value) = match kind {
                SectionKind::Languages => (item.text("language"), item.text("fluency").map(word)),
                _ => (
                    item.text("name"),
                    Some(
                        item.texts("keywords").iter().map(|text| word(text)).collect::<Vec<_>>().join(comma),
                    ),
                ),
            };
            let level = item.text("level").map(|level| match self.tongue {
                Tongue::Chinese | Tongue::Japanese => format!("（{}）", word(level)),
                _ => format!(" ({})", word(level)),
            });
            let name = name.map(word)?;
            let value = value.filter(|value| !value.is_empty()).map(|value| format!("{colon}{value}"));
            Some(format!("- {name}{}{}", level.unwrap_or_default(), value.unwrap_or_default()))
        };
        let lines: Vec<String> = items.iter().filter_map(line).collect();
        self.block(&lines.join("\n"));
    }

    fn entry(&mut self, item: &Tree, kind: SectionKind) {
        let mut parts: Vec<(PartRole, String)> = Vec::new();
        for (key, role) in keys(kind) {
            let text = match (*key, item.get(key)) {
                ("roles", _) => {
                    Some(item.texts("roles").join(self.tongue.marks().1)).filter(|text| !text.is_empty())
                }
                _ => item.text(key).map(str::to_owned),
            };
            parts.extend(text.map(|text| (*role, word(&text))));
        }
        if let (Some(url), Some((_, first))) = (item.text("url"), parts.first_mut()) {
            *first = format!("[{first}]({})", export::destination(url));
        }
        if parts.is_empty() {
            parts.push((PartRole::Title, self.tongue.title(kind).to_owned()));
        }
        let roles: Vec<&str> = parts.iter().map(|(role, _)| role.name()).collect();
        let mut line: Vec<String> = parts.into_iter().map(|(_, text)| text).collect();
        line.extend(self.dates(item, kind));
        // Where the order of the parts identifies them, no directive is needed.
        if !is_by_order(kind) {
            self.block(&format!("<!-- parts: {} -->", roles.join(", ")));
        }
        self.block(&format!("### {}", line.join(" | ")));
        let tags = if kind == SectionKind::Projects { item.texts("keywords") } else { Vec::new() };
        let tags: Vec<String> = tags.iter().map(|tag| format!("`{}`", tag.replace('`', "'"))).collect();
        self.block(&tags.join(" "));
        let told = [item.text("description"), item.text("summary")].into_iter().flatten().map(paragraphs);
        let told = told.collect::<Vec<_>>().join("\n\n");
        self.paragraphs(&told);
        let mut bullets: Vec<String> = item.texts("highlights").iter().map(|text| bullet(text)).collect();
        let (colon, comma) = self.tongue.marks();
        let (score, courses) = self.tongue.studies();
        bullets.extend(item.text("score").map(|text| format!("- {score}{colon}{}", word(text))));
        let taken = item.texts("courses");
        if !taken.is_empty() {
            let taken: Vec<String> = taken.iter().map(|text| word(text)).collect();
            bullets.push(format!("- {courses}{colon}{}", taken.join(comma)));
        }
        self.block(&bullets.join("\n"));
        if let Some(said) = item.text("reference") {
            let lines: Vec<String> =
                said.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
            self.block(&lines.join("\n"));
        }
    }

    fn dates(&self, item: &Tree, kind: SectionKind) -> Option<String> {
        let date = |key: &str| item.word(key).map(|iso| self.tongue.date(&iso));
        if let Some(single) = date("date").or_else(|| date("releaseDate")) {
            return Some(single);
        }
        let goes_on = matches!(
            kind,
            SectionKind::Work | SectionKind::Volunteer | SectionKind::Projects | SectionKind::Education
        );
        match (date("startDate"), date("endDate")) {
            (Some(start), Some(end)) => Some(format!("{start} – {end}")),
            (Some(start), None) if goes_on => Some(format!("{start} – {}", self.tongue.present())),
            (start, end) => start.or(end),
        }
    }
}

/// Returns the members that are parts of an entry's line, in order, each with its role.
pub(super) fn keys(kind: SectionKind) -> &'static [(&'static str, PartRole)] {
    use PartRole::{Degree, Organization, Place, Role, Subject, Title};
    match kind {
        SectionKind::Work => &[("name", Organization), ("position", Role), ("location", Place)],
        SectionKind::Volunteer => &[("organization", Organization), ("position", Role), ("location", Place)],
        SectionKind::Education => &[("institution", Organization), ("area", Subject), ("studyType", Degree)],
        SectionKind::Projects => &[("name", Title), ("roles", Role), ("entity", Organization)],
        SectionKind::Awards => &[("title", Title), ("awarder", Organization)],
        SectionKind::Certificates => &[("name", Title), ("issuer", Organization)],
        SectionKind::Publications => &[("name", Title), ("publisher", Organization)],
        _ => &[("name", Title)],
    }
}

/// Returns whether the parts of lines are told apart by their order alone.
pub(super) fn is_by_order(kind: SectionKind) -> bool {
    use SectionKind::{Awards, Certificates, Publications, References};
    matches!(kind, Awards | Certificates | Publications | References)
}

/// Returns a person's location, on a line.
pub(super) fn place(location: &Tree) -> String {
    let parts = ["address", "city", "region", "postalCode"].iter().filter_map(|key| location.text(key));
    let parts: Vec<&str> = parts.collect();
    if parts.is_empty() {
        location.text("countryCode").unwrap_or_default().to_owned()
    } else {
        parts.join(", ")
    }
}
