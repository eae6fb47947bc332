//! The texts of a résumé that another format has no place for.

use super::tree::Tree;
use crate::export;
use crate::model::{Resume, SectionKind};

/// Returns the texts of a résumé that are nowhere in a tree, in order; `titled` if the format has titles of any kind.
pub fn unseen(resume: &Resume, tree: &Tree, titled: bool) -> Vec<String> {
    let mut held = String::new();
    collect(tree, &mut held);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let held = letters(&held);
    let mut out: Vec<String> = Vec::new();
    for step in export::walk(resume) {
        let texts = match step.event {
            export::Event::Section(section) => {
                // Other titles are given by the format.
                if !titled && section.kinds.first() == Some(&SectionKind::Other) {
                    out.push(section.title.text().trim().to_owned());
                }
                continue;
            }
            export::Event::Fact(pair) => vec![&pair.value],
            export::Event::Contact(contact) => vec![&contact.value],
            export::Event::Paragraph(lines) => lines.iter().map(|line| &line.body).collect(),
            export::Event::Table(table) => table.rows.iter().flatten().collect(),
            export::Event::Code(text) => vec![text],
            export::Event::Pairs(pairs) => pairs.iter().map(|pair| &pair.value).collect(),
            _ => continue,
        };
        for text in texts.into_iter().map(|text| text.text()) {
            let lost = text.lines().map(letters).any(|line| !line.is_empty() && !held.contains(&line));
            if lost {
                out.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
    out
}

/// Recurses as deep as the data.
fn collect(tree: &Tree, text: &mut String) {
    match tree {
        Tree::Text(words) => text.push_str(words),
        Tree::List(items) => items.iter().for_each(|item| collect(item, text)),
        Tree::Map(members) => members.iter().for_each(|(_, value)| collect(value, text)),
        _ => {}
    }
}
