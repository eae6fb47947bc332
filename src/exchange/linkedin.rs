//! LinkedIn's archive (`Basic_LinkedInDataExport_….zip`): tables of a person's own statements.
//!
//! Tables are recognised by their headers, since their order and file names vary; headers are in English in every
//! language. Data by or about other people (connections, messages, invitations, recommendations) is left alone.

use crate::diag::{Message, message};
mod csv;

use super::json_resume;
use super::tree::Tree;
use csv::Table;

/// Names of files with other people's data: not even their headers are read.
const OTHERS: [&str; 14] = [
    "connections",
    "messages",
    "invitations",
    "recommendations",
    "endorsement",
    "contacts",
    "guide_messages",
    "learning",
    "reactions",
    "comments",
    "shares",
    "votes",
    "search",
    "ad_targeting",
];

/// Returns whether a file of the archive may be opened.
pub fn may_open(name: &str) -> bool {
    let lower = name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    lower.ends_with(".csv") && !OTHERS.iter().any(|others| lower.contains(others))
}

/// The subject of each table, and headers that identify it; if several fit, the first counts.
const TABLES: [(&str, &[&str]); 13] = [
    ("profile", &["First Name", "Last Name", "Headline"]),
    ("emails", &["Email Address", "Primary"]),
    ("phones", &["Number", "Type", "Extension"]),
    ("volunteer", &["Company Name", "Role", "Started On"]),
    ("positions", &["Company Name", "Title", "Started On"]),
    ("education", &["School Name", "Degree Name"]),
    ("languages", &["Name", "Proficiency"]),
    ("certifications", &["Name", "Authority"]),
    ("publications", &["Published On", "Publisher"]),
    ("honors", &["Title", "Issued On"]),
    ("projects", &["Title", "Started On", "Url"]),
    ("courses", &["Name", "Number"]),
    ("skills", &["Name"]),
];

/// Returns the Markdown of an archive, and what was left out, in sentences. `files` are names with their bytes.
///
/// # Errors
/// If none of them is one of LinkedIn's tables.
pub fn markdown(files: &[(String, Vec<u8>)]) -> Result<(String, Vec<Message>), Message> {
    let mut found: Vec<(&str, Table)> = Vec::new();
    let mut notes = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| may_open(name)) {
        let table = Table::read(&csv::text(bytes));
        let known = TABLES.iter().find(|(_, headers)| headers.iter().all(|header| table.has(header)));
        // A single column called `Name` may be many things.
        let skills = name.to_lowercase().contains("skill") || table.columns() == 1;
        match known {
            Some(("skills", _)) if !skills => {}
            Some((kind, _)) => found.push((kind, table)),
            None => {}
        }
    }
    if !found.iter().any(|(kind, _)| matches!(*kind, "profile" | "positions" | "education")) {
        return Err("it has no LinkedIn profile, positions or education".into());
    }
    let courses = found
        .iter()
        .filter(|(kind, _)| *kind == "courses")
        .map(|(_, table)| table.rows().len())
        .sum::<usize>();
    if courses > 0 {
        notes.push(message!(
            "{courses} courses were left out: LinkedIn does not say which school they are from",
            courses
        ));
    }
    Ok((json_resume::markdown(&tree(&found)), notes))
}

fn tree(tables: &[(&str, Table)]) -> Tree {
    let rows = |kind: &str| {
        tables
            .iter()
            .filter(|(known, _)| *known == kind)
            .flat_map(|(_, table)| table.rows())
            .collect::<Vec<_>>()
    };
    let mut out = Tree::Map(Vec::new());
    out.put("basics", basics(&rows));
    let work = rows("positions").into_iter().map(|row| {
        let (told, bullets) = parted(row.get("Description"));
        map(vec![
            ("name", row.get("Company Name").into()),
            ("position", row.get("Title").into()),
            ("location", row.get("Location").into()),
            ("startDate", date(row.get("Started On")).into()),
            ("endDate", date(row.get("Finished On")).into()),
            ("summary", told.into()),
            ("highlights", bullets.into()),
        ])
    });
    out.put("work", work.collect::<Vec<_>>());
    let volunteer = rows("volunteer").into_iter().map(|row| {
        let (told, bullets) = parted(row.get("Description"));
        map(vec![
            ("organization", row.get("Company Name").into()),
            ("position", row.get("Role").into()),
            ("startDate", date(row.get("Started On")).into()),
            ("endDate", date(row.get("Finished On")).into()),
            ("summary", told.into()),
            ("highlights", bullets.into()),
        ])
    });
    out.put("volunteer", volunteer.collect::<Vec<_>>());
    let projects = rows("projects").into_iter().map(|row| {
        let (told, bullets) = parted(row.get("Description"));
        map(vec![
            ("name", row.get("Title").into()),
            ("url", url(row.get("Url")).into()),
            ("startDate", date(row.get("Started On")).into()),
            ("endDate", date(row.get("Finished On")).into()),
            ("summary", told.into()),
            ("highlights", bullets.into()),
        ])
    });
    out.put("projects", projects.collect::<Vec<_>>());
    let education = rows("education").into_iter().map(|row| {
        let told = [row.get("Notes"), row.get("Activities")].join("\n\n");
        // Without an end it is a single date, and may be ongoing: no end is invented.
        let (start, end) = (date(row.get("Start Date")), date(row.get("End Date")));
        let (start, end) = if end.is_empty() { (String::new(), start) } else { (start, end) };
        map(vec![
            ("institution", row.get("School Name").into()),
            ("area", row.get("Degree Name").into()),
            ("startDate", start.into()),
            ("endDate", end.into()),
            ("summary", told.trim().into()),
        ])
    });
    out.put("education", education.collect::<Vec<_>>());
    let single = |kind: &str, keys: &[(&'static str, &str)]| {
        let item = |row: csv::Row<'_>| {
            let members = keys.iter().map(|(key, header)| {
                let text = row.get(header);
                let text = match *key {
                    "date" | "releaseDate" => date(text),
                    "url" => url(text).to_owned(),
                    _ => text.to_owned(),
                };
                (*key, text.into())
            });
            map(members.collect())
        };
        rows(kind).into_iter().map(item).collect::<Vec<_>>()
    };
    out.put(
        "awards",
        single("honors", &[("title", "Title"), ("date", "Issued On"), ("summary", "Description")]),
    );
    let certificates = [("name", "Name"), ("issuer", "Authority"), ("date", "Started On"), ("url", "Url")];
    out.put("certificates", single("certifications", &certificates));
    let publications = [
        ("name", "Name"),
        ("name", "Title"),
        ("publisher", "Publisher"),
        ("releaseDate", "Published On"),
        ("url", "Url"),
        ("summary", "Description"),
    ];
    out.put("publications", single("publications", &publications));
    out.put("languages", rows("languages").into_iter().map(language).collect::<Vec<_>>());
    let mut skills: Vec<Tree> = Vec::new();
    for item in single("skills", &[("name", "Name")]) {
        if !skills.contains(&item) {
            skills.push(item);
        }
    }
    out.put("skills", skills);
    out
}

fn basics<'t>(rows: &dyn Fn(&str) -> Vec<csv::Row<'t>>) -> Tree {
    let mut basics = Tree::Map(Vec::new());
    let mut profiles: Vec<Tree> = Vec::new();
    if let Some(profile) = rows("profile").first() {
        let (first, last) = (profile.get("First Name"), profile.get("Last Name"));
        let wide = |text: &str| text.chars().any(crate::source::chars::is_wide);
        let name =
            if wide(first) && wide(last) { format!("{last}{first}") } else { format!("{first} {last}") };
        basics.put("name", name.trim());
        basics.put("label", profile.get("Headline"));
        basics.put("location", map(vec![("city", profile.get("Geo Location").into())]));
        basics.put("summary", profile.get("Summary"));
        for site in listed(profile.get("Websites")) {
            // `[PORTFOLIO:https://…]`
            let address = site.find("http").map_or(site, |at| &site[at..]);
            if basics.get("url").is_none() {
                basics.put("url", url(address));
            } else {
                profiles.push(map(vec![("network", "Website".into()), ("url", url(address).into())]));
            }
        }
        for handle in listed(profile.get("Twitter Handles")) {
            let address = format!("https://x.com/{handle}");
            profiles.push(map(vec![
                ("network", "X".into()),
                ("username", handle.into()),
                ("url", address.into()),
            ]));
        }
    }
    let mails = rows("emails");
    let yes = |text: &str| text.eq_ignore_ascii_case("yes") || text.eq_ignore_ascii_case("true");
    let sound = || mails.iter().filter(|row| row.get("Confirmed").is_empty() || yes(row.get("Confirmed")));
    let mail = sound().find(|row| yes(row.get("Primary"))).or_else(|| sound().next());
    basics.put("email", mail.map(|row| row.get("Email Address")));
    basics.put("phone", rows("phones").iter().map(|row| row.get("Number")).find(|number| !number.is_empty()));
    basics.put("profiles", profiles);
    basics
}

/// Returns the items of `[a,b]`.
fn listed(text: &str) -> impl Iterator<Item = &str> {
    let inside = text.trim().trim_start_matches('[').trim_end_matches(']');
    inside.split(',').map(str::trim).filter(|item| !item.is_empty())
}

fn language(row: csv::Row<'_>) -> Tree {
    let level = row.get("Proficiency").replace('_', " ");
    let shouted = level.chars().all(|c| !c.is_lowercase());
    let level = if shouted { level.to_lowercase() } else { level };
    let mut letters = level.chars();
    let level = letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str());
    map(vec![("language", row.get("Name").into()), ("fluency", level.into())])
}

fn map(members: Vec<(&str, Tree)>) -> Tree {
    let mut out = Tree::Map(Vec::new());
    members.into_iter().for_each(|(key, value)| out.put(key, value));
    out
}

/// Returns an address if it is that of a place: others could run something.
fn url(text: &str) -> &str {
    if text.starts_with("https://") || text.starts_with("http://") { text } else { "" }
}

/// Separates a description from its bullets, which people type in many ways.
fn parted(text: &str) -> (String, Vec<String>) {
    let (mut told, mut bullets): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim) {
        let bullet =
            ["•", "●", "▪", "◦", "‣", "·", "- ", "* ", "– "].iter().find_map(|mark| line.strip_prefix(mark));
        match bullet {
            Some(bullet) => bullets.push(bullet.trim().to_owned()),
            None if bullets.is_empty() => told.push(line),
            None if line.is_empty() => {}
            // A continued line, or a paragraph after the list: an item of its own.
            None => bullets.push(line.to_owned()),
        }
    }
    (told.join("\n").trim().to_owned(), bullets)
}

/// Returns `Jan 2020` as 2020-01; an unknown form stays as it is.
fn date(text: &str) -> String {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "ene", "janv"],
        &["feb", "févr", "fev", "fév"],
        &["mar", "mär", "mrz"],
        &["apr", "avr", "abr"],
        &["may", "mai"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "août", "ago"],
        &["sep", "sept"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez", "déc", "dic"],
    ];
    let text = text.trim();
    let words: Vec<String> = text
        .split([' ', '.', ',', '/', '年', '月', '년', '월', '日'])
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty())
        .collect();
    let year = words.iter().find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let named = words.iter().find_map(|word| {
        let starts = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
        word.starts_with(|c: char| c.is_alphabetic())
            .then(|| MONTHS.iter().position(starts))
            .flatten()
            .map(|at| at + 1)
    });
    let figure = words.iter().filter(|word| word.len() <= 2).find_map(|word| word.parse::<usize>().ok());
    let month = named.or(figure.filter(|month| (1..=12).contains(month)));
    match (year, month, words.len()) {
        (Some(year), None, 1) => year.clone(),
        (Some(year), Some(month), 2 | 3) => format!("{year}-{month:02}"),
        _ => text.to_owned(),
    }
}
