//! RenderCV → Markdown, as people write it.

use super::super::markup::{Out, address, bullet, paragraphs, word};
use super::super::tree::Tree;
use super::super::words::Tongue;
use super::{EntryKind, NETWORKS, title_of};
use crate::export;
use crate::model::{ContactKind, PartRole};

/// Returns a résumé in Markdown. Directives name the parts of lines.
pub fn markdown(file: &Tree) -> String {
    let empty = Tree::default();
    let cv = file.get("cv").unwrap_or(&empty);
    let mut out = Out::of(Tongue::of_tree(cv));
    header(cv, &mut out);
    let sections = match cv.get("sections") {
        Some(Tree::Map(sections)) => sections.as_slice(),
        _ => &[],
    };
    for (key, entries) in sections {
        let Tree::List(entries) = entries else { continue };
        out.block(&format!("## {}", word(&title_of(key))));
        section(entries, &mut out);
    }
    out.text
}

fn header(cv: &Tree, out: &mut Out) {
    out.block(&cv.text("name").map(|name| format!("# {}", word(name))).unwrap_or_default());
    out.block(&cv.text("headline").map(word).unwrap_or_default());
    let colon = out.tongue.marks().0;
    let tag = out.tongue.tag();
    let mut items: Vec<String> = Vec::new();
    let Tree::Map(members) = cv else { return };
    for (key, value) in members {
        let (kind, link) = match key.as_str() {
            "location" => (ContactKind::Location, false),
            "email" => (ContactKind::Email, false),
            "phone" => (ContactKind::Phone, false),
            "website" => (ContactKind::Website, true),
            "social_networks" => {
                items.extend(cv.list(key).iter().filter_map(|network| social(network, colon)));
                continue;
            }
            "custom_connections" => {
                items.extend(cv.list(key).iter().filter_map(connection));
                continue;
            }
            _ => continue,
        };
        let mut texts: Vec<&str> = value.as_text().into_iter().collect();
        texts.extend(cv.texts(key));
        let item = |text: &&str| {
            let value = if link { address(text) } else { word(text.strip_prefix("tel:").unwrap_or(text)) };
            format!("- {}{colon}{value}", export::label(kind, tag))
        };
        items.extend(texts.iter().filter(|text| !text.is_empty()).map(item));
    }
    out.block(&items.join("\n"));
    if let Some(photo) = cv.text("photo") {
        let photo = photo.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        out.block(&format!("<img src=\"{photo}\" align=\"right\" alt=\"photo\">"));
    }
}

fn social(network: &Tree, colon: &str) -> Option<String> {
    let (name, user) = (network.text("network")?, network.text("username")?);
    let known = NETWORKS.iter().find(|(known, ..)| *known == name);
    let value = match known {
        Some((_, address, _)) => {
            format!("[{}]({})", word(user), export::destination(&format!("{address}{user}")))
        }
        None => word(user),
    };
    Some(format!("- {}{colon}{value}", word(name)))
}

fn connection(found: &Tree) -> Option<String> {
    let words = word(found.text("placeholder")?);
    Some(match found.text("url") {
        Some(url) => format!("- [{words}]({})", export::destination(url)),
        None => format!("- {words}"),
    })
}

fn section(entries: &[Tree], out: &mut Out) {
    let Some(kind) = entries.first().and_then(EntryKind::of) else { return };
    let lines: Vec<String> = match kind {
        EntryKind::Text => {
            entries.iter().filter_map(Tree::as_text).for_each(|text| out.block(&paragraphs(text)));
            return;
        }
        EntryKind::Bullet => entries.iter().filter_map(|entry| entry.text("bullet")).map(bullet).collect(),
        EntryKind::Number | EntryKind::Reversed => {
            let key = if kind == EntryKind::Number { "number" } else { "reversed_number" };
            let texts = entries.iter().filter_map(|entry| entry.text(key));
            texts
                .enumerate()
                .map(|(at, text)| bullet(text).replacen('-', &format!("{}.", at + 1), 1))
                .collect()
        }
        EntryKind::OneLine => {
            let colon = out.tongue.marks().0;
            let line = |entry: &Tree| {
                Some(format!(
                    "- **{}**{colon}{}",
                    word(entry.text("label")?),
                    entry.text("details").unwrap_or_default()
                ))
            };
            entries.iter().filter_map(line).collect()
        }
        _ => {
            entries.iter().for_each(|entry| one(entry, kind, out));
            return;
        }
    };
    out.block(&lines.join("\n"));
}

fn one(entry: &Tree, kind: EntryKind, out: &mut Out) {
    let keys = kind.keys();
    let mut parts: Vec<(PartRole, String)> = Vec::new();
    for (key, role) in keys {
        // Names may be links already.
        parts.extend(entry.text(key).map(|text| (*role, text.replace('|', "\\|").replace('\n', " "))));
    }
    if let (EntryKind::Publication, Some(url), Some((_, first))) =
        (kind, entry.text("url"), parts.first_mut())
    {
        *first = format!("[{first}]({})", export::destination(url));
    }
    let roles: Vec<&str> = parts.iter().map(|(role, _)| role.name()).collect();
    let mut line: Vec<String> = parts.into_iter().map(|(_, text)| text).collect();
    line.extend(dates(entry, out.tongue));
    if line.is_empty() {
        return;
    }
    if !roles.is_empty() {
        out.block(&format!("<!-- parts: {} -->", roles.join(", ")));
    }
    out.block(&format!("### {}", line.join(" | ")));
    let authors = entry.texts("authors").join(", ");
    let told: Vec<String> = [Some(authors.as_str()).filter(|text| !text.is_empty()), entry.text("summary")]
        .into_iter()
        .flatten()
        .map(paragraphs)
        .collect();
    out.paragraphs(&told.join("\n\n"));
    let mut bullets: Vec<String> = entry.texts("highlights").iter().map(|text| bullet(text)).collect();
    bullets.extend(entry.text("doi").map(|doi| format!("- DOI{}{}", out.tongue.marks().0, word(doi))));
    out.block(&bullets.join("\n"));
}

fn dates(entry: &Tree, tongue: Tongue) -> Option<String> {
    let date = |key: &str| match entry.get(key)? {
        Tree::Text(text) if text.eq_ignore_ascii_case("present") => Some(tongue.present().to_owned()),
        Tree::Text(text) => Some(tongue.date(text.trim())).filter(|text| !text.is_empty()),
        Tree::Number(year) => Some(year.to_string()),
        _ => None,
    };
    if let Some(date) = date("date") {
        return Some(date);
    }
    match (date("start_date"), date("end_date")) {
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        (Some(start), None) => Some(format!("{start} – {}", tongue.present())),
        (None, end) => end,
    }
}
