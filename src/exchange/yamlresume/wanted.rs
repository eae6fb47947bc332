//! What YAMLResume requires and a file does not have.

use super::schema::{self, Member, Rule};
use crate::diag::{Message, message};
use crate::exchange::tree::Tree;

/// The most words of a closed list that a message names.
const FEW: usize = 8;

/// Returns what its own program would refuse a file for, in the order of the schema.
pub fn wanted(file: &Tree) -> Vec<Message> {
    let empty = Tree::default();
    let content = file.get("content").unwrap_or(&empty);
    let mut out = Vec::new();
    if present(content, "education").is_none() {
        out.push("an `education`".into());
    }
    let basics = content.get("basics").unwrap_or(&empty);
    record(basics, schema::BASICS, &mut out);
    if let Some(location) = content.get("location") {
        if location.text("city").is_none() {
            out.push("a `city` in `location`".into());
        }
        record(location, &schema::LOCATION[1..], &mut out);
    }
    for (list, members) in schema::LISTS {
        content.list(list).iter().for_each(|item| record(item, members, &mut out));
    }
    out
}

fn record(item: &Tree, members: &[Member], out: &mut Vec<Message>) {
    for member in members {
        match present(item, member.name) {
            None if member.required => {
                out.push(message!("a `{member}` for {name}", member = member.name, name = first_words(item)));
            }
            Some(value) if !member.rule.admits(value) => out.push(refused(item, member, value)),
            _ => {}
        }
    }
}

fn refused(item: &Tree, member: &Member, value: &Tree) -> Message {
    let (name, word) = (first_words(item), value.as_text().unwrap_or_default());
    let length = word.chars().count();
    match member.rule {
        Rule::Choice(words) if words.len() <= FEW => {
            message!(
                "one of {names} instead of `{word}` for {name}",
                word,
                name,
                names = Message::names(words.iter())
            )
        }
        Rule::Text(least, most) => message!(
            "{least} to {most} characters in `{member}` of {name}, which has {length}",
            least,
            most,
            member = member.name,
            name,
            length
        ),
        _ => message!("another `{member}` of {name}", member = member.name, name),
    }
}

/// Returns the value of a member; `None` if it is empty.
pub(super) fn present<'a>(item: &'a Tree, member: &str) -> Option<&'a Tree> {
    item.get(member).filter(|value| match value {
        Tree::Null => false,
        Tree::Text(text) => !text.trim().is_empty(),
        _ => true,
    })
}

/// Returns the first words of a record, by which a message names it.
pub(super) fn first_words(item: &Tree) -> String {
    let words = match item {
        Tree::Map(members) => members.iter().find_map(|(_, value)| value.as_text()),
        _ => None,
    };
    words.unwrap_or("an item").chars().take(30).collect()
}
