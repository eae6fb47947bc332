//! YAMLResume (yamlresume.dev, 0.16), both ways: JSON Resume under other names, with bullets as Markdown in `summary`.

mod fill;
mod schema;
mod wanted;

use super::json_resume;
use super::tree::Tree;
use crate::model::Resume;
pub use fill::fill;
pub use wanted::wanted;

/// Returns the lists of the schema that JSON Resume has under the same names, with their members: a member's name, and
/// that in JSON Resume.
fn lists() -> impl Iterator<Item = (&'static str, Vec<(&'static str, &'static str)>)> {
    let own = |list: &'static str, name: &'static str| match (list, name) {
        ("education", "degree") => "studyType",
        ("references", "summary") => "reference",
        _ => name,
    };
    // Profiles are part of `basics` there.
    let lists = schema::LISTS.iter().filter(|(list, _)| *list != "profiles");
    lists.map(move |(list, members)| {
        (*list, members.iter().map(|member| (member.name, own(list, member.name))).collect())
    })
}

/// Returns a résumé in Markdown. What the parts of lines are is said by directives.
pub fn markdown(file: &Tree) -> String {
    json_resume::markdown(&as_json_resume(file))
}

fn as_json_resume(file: &Tree) -> Tree {
    let empty = Tree::default();
    let content = file.get("content").unwrap_or(&empty);
    let mut basics = Tree::Map(Vec::new());
    let own = content.get("basics").unwrap_or(&empty);
    for (ours, theirs) in [
        ("name", "name"),
        ("headline", "label"),
        ("email", "email"),
        ("phone", "phone"),
        ("url", "url"),
        ("summary", "summary"),
    ] {
        basics.put(theirs, own.text(ours));
    }
    basics.put("location", content.get("location").cloned());
    basics.put("profiles", content.get("profiles").cloned());
    let mut out = Tree::Map(vec![("basics".to_owned(), basics)]);
    for (list, members) in lists() {
        let item = |item: &Tree| {
            let mut made = Tree::Map(Vec::new());
            for &(ours, theirs) in &members {
                match (ours, theirs) {
                    ("summary", "summary") => {
                        let (told, bullets) = parted(item.text("summary").unwrap_or_default());
                        made.put("summary", told);
                        made.put("highlights", bullets);
                    }
                    (ours, theirs) => made.put(theirs, item.get(ours).cloned()),
                }
            }
            made
        };
        out.put(list, content.list(list).iter().map(item).collect::<Vec<_>>());
    }
    out
}

/// Separates a text from the bullets at its end.
fn parted(summary: &str) -> (String, Vec<String>) {
    let mut told: Vec<&str> = Vec::new();
    let mut bullets: Vec<String> = Vec::new();
    for line in summary.lines() {
        let mark = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark));
        match (mark, bullets.last_mut()) {
            (Some(text), _) => bullets.push(text.trim().to_owned()),
            (None, Some(last)) if line.starts_with(' ') || line.trim().is_empty() => {
                if !line.trim().is_empty() {
                    last.push('\n');
                    last.push_str(line.trim_end());
                }
            }
            // Text after a list: all of it stays as it is.
            (None, Some(_)) => return (summary.trim().to_owned(), Vec::new()),
            (None, None) => told.push(line),
        }
    }
    (told.join("\n").trim().to_owned(), bullets)
}

/// Returns a résumé as a YAMLResume file, without the data that it has no place for.
pub fn tree(resume: &Resume) -> Tree {
    let json = json_resume::tree_with_studies(resume);
    let empty = Tree::default();
    let from = json.get("basics").unwrap_or(&empty);
    let mut basics = Tree::Map(Vec::new());
    for (ours, theirs) in [
        ("name", "name"),
        ("headline", "label"),
        ("phone", "phone"),
        ("email", "email"),
        ("url", "url"),
        ("summary", "summary"),
    ] {
        basics.put(ours, from.get(theirs).cloned());
    }
    let mut content = Tree::Map(Vec::new());
    content.put("basics", basics);
    content.put("location", from.get("location").cloned());
    content.put("profiles", from.get("profiles").cloned());
    for (list, members) in lists() {
        let item = |item: &Tree| {
            let mut made = Tree::Map(Vec::new());
            for &(ours, theirs) in &members {
                match (ours, theirs) {
                    ("summary", "summary") => made.put("summary", joined(item)),
                    (ours, theirs) => made.put(ours, item.get(theirs).cloned()),
                }
            }
            made
        };
        content.put(list, json.list(list).iter().map(item).collect::<Vec<_>>());
    }
    let mut out = Tree::Map(Vec::new());
    out.put("content", content);
    out
}

/// Returns the text and the bullets under it, as Markdown.
fn joined(item: &Tree) -> String {
    let told = item.text("summary").unwrap_or_default();
    let bullets: Vec<String> = item.texts("highlights").iter().map(|text| format!("- {text}\n")).collect();
    let gap = if told.is_empty() || bullets.is_empty() { "" } else { "\n\n" };
    format!("{told}{gap}{}", bullets.concat())
}
