//! Items of the header: a line cut at its separators, each piece put where it belongs.

use std::ops::Range;

use crate::model::build::Builder;
use crate::model::contact::{Item, classify, of_kind};
use crate::model::flow::{self, Chunk};
use crate::model::kinds::{ContactKind, KeyKind};
use crate::model::resume::{Header, KeyValue};
use crate::model::rich::Rich;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

impl Builder<'_> {
    /// Tells whether a line holds at least one item: a contact, or a key that is known.
    pub(super) fn is_item_line(&self, line: &Rich) -> bool {
        if line.text().chars().map(half_ems).sum::<usize>() > 400 {
            return false;
        }
        if name_and_sex(&line.text()).is_some() || line.text().starts_with("icon:") {
            return true;
        }
        let (ranges, _) = pieces(line);
        let several = ranges.len() > 1;
        let private = |c: char| c.is_whitespace() || matches!(c, '\u{E000}'..='\u{F8FF}');
        ranges.into_iter().any(|range| {
            let text = line.slice(range);
            let words = text.text();
            let text = text.slice(words.len() - words.trim_start_matches(private).len()..words.len());
            match classify(text, &self.manner) {
                Item::Name { .. } | Item::Headline(_) => true,
                // A place alone on its line may be anything; a link in a sentence is no contact.
                Item::Contact(contact) => {
                    several || contact.key.is_some() || contact.value.runs().any(|run| run.link.is_some())
                }
                Item::Fact(fact) => {
                    fact.key.is_some_and(|key| !KeyKind::of_key(&key.text()).is_empty()) || several
                }
                Item::Text(_) => false,
            }
        })
    }

    /// Reads a line as items, cut at its separators.
    pub(super) fn items(&mut self, header: &mut Header, line: &Rich) {
        if header.name.is_none() && name_and_sex(&line.text()).is_some() {
            return self.name_and_sex(header, line.clone());
        }
        let (ranges, separators) = pieces(line);
        for separator in separators {
            self.consume(&line.slice(separator), "separator between contacts");
        }
        for range in ranges {
            let (icon, text) = self.without_icon(line.slice(range));
            let item = match icon {
                Some(kind) => of_kind(kind, text, &self.manner),
                None => classify(text, &self.manner),
            };
            self.item(header, item);
        }
    }

    /// Takes the icon of another tool off an item: `icon:weixin`, a private-use glyph.
    fn without_icon(&mut self, item: Rich) -> (Option<ContactKind>, Rich) {
        let item = item.trim();
        let text = item.text();
        let private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}');
        let glyphs = text.len() - text.trim_start_matches(private).len();
        let named = text.strip_prefix("icon:").map(|rest| rest.split_whitespace().next().unwrap_or_default());
        let len = match named {
            Some(name) => "icon:".len() + name.len(),
            None => glyphs,
        };
        if len == 0 || len == text.len() {
            return (None, item);
        }
        self.consume(&item.slice(0..len), "icon of another tool");
        let kind = KeyKind::of_key(named.unwrap_or_default()).into_iter().find_map(|kind| match kind {
            KeyKind::Contact(kind) => Some(kind),
            _ => None,
        });
        (kind, item.slice(len..text.len()).trim())
    }

    pub(super) fn item(&mut self, header: &mut Header, item: Item) {
        match item {
            Item::Name { key, value } if header.name.is_none() => {
                self.consume(&key, "key of the name");
                header.name = Some(value);
            }
            Item::Name { key, value } => {
                let span = key.span().unwrap_or_default();
                let span = value.span().map_or(span, |value| span.to(value));
                header.facts.push(KeyValue { key: Some(key), value, span });
            }
            Item::Headline(pair) if header.headline.is_none() => header.headline = Some(pair),
            Item::Headline(pair) | Item::Fact(pair) => header.facts.push(pair),
            Item::Contact(contact) => header.contacts.push(contact),
            Item::Text(value) if value.is_blank() => {}
            Item::Text(value) if header.name.is_none() && name_and_sex(&value.text()).is_some() => {
                self.name_and_sex(header, value);
            }
            Item::Text(value) => {
                let span = value.span().unwrap_or_default();
                header.facts.push(KeyValue { key: None, value, span });
            }
        }
    }

    /// `张三/男/1990`: the name, and facts.
    fn name_and_sex(&mut self, header: &mut Header, value: Rich) {
        let text = value.text();
        let Some((mark, name)) = name_and_sex(&text) else { return };
        header.name = Some(value.slice(0..name).trim());
        let mut at = name;
        for part in text[name..].split_inclusive(mark) {
            let body = part.trim_end_matches(mark);
            let fact = value.slice(at..at + body.len()).trim();
            self.consume(&value.slice(at + body.len()..at + part.len()), "separator");
            at += part.len();
            if let Some(span) = fact.span() {
                header.facts.push(KeyValue { key: None, value: fact, span });
            }
        }
    }
}

/// Returns what parts `张三/男/1990`, and where the name ends.
fn name_and_sex(text: &str) -> Option<(char, usize)> {
    let mark = text.chars().find(|c| matches!(c, '/' | '|' | '｜' | '／'))?;
    let mut parts = text.split(mark);
    let name = parts.next()?;
    let letters =
        (2..=12).contains(&name.trim().chars().count()) && !name.contains(|c: char| c.is_ascii_digit());
    let sex = parts.next().is_some_and(|part| matches!(part.trim(), "男" | "女"));
    (letters && sex).then_some((mark, name.len()))
}

/// Returns the lines of a list item that holds nothing but text.
pub(super) fn item_lines(item: &md::Item, manner: &flow::Manner) -> Option<Vec<Rich>> {
    let mut lines = Vec::new();
    for block in &item.blocks {
        match &block.kind {
            md::BlockKind::Paragraph(content) => {
                for chunk in flow::chunks(content, manner) {
                    let Chunk::Lines(more) = chunk else { return None };
                    lines.push(flow::join(more));
                }
            }
            md::BlockKind::List { items, .. } => {
                for item in items {
                    lines.extend(item_lines(item, manner)?);
                }
            }
            _ => return None,
        }
    }
    item.task.is_none().then_some(lines)
}

/// Cuts a contact line at `|`, `·`, `•`, ` / `, tabs and wide blanks.
pub(super) fn pieces(line: &Rich) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let text = line.masked();
    let (mut pieces, mut separators) = (Vec::new(), Vec::new());
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        match separator(&text[at..]) {
            Some(len) => {
                pieces.push(start..at);
                separators.push(at..at + len);
                at += len;
                start = at;
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.push(start..text.len());
    pieces.retain(|piece| !text[piece.clone()].trim().is_empty());
    (pieces, separators)
}

fn separator(text: &str) -> Option<usize> {
    let blanks = text.len() - text.trim_start().len();
    let rest = &text[blanks..];
    let mark = rest.chars().next()?;
    let tight = matches!(mark, '|' | '｜' | '•' | '∙' | '‧');
    let loose = blanks > 0
        && matches!(mark, '·' | '/' | '⋅' | '●')
        && rest[mark.len_utf8()..].starts_with(char::is_whitespace);
    if tight || loose {
        let body = rest.trim_start_matches(mark);
        return Some(text.len() - body.trim_start().len());
    }
    let wide = text[..blanks].chars().count() > 1
        || text[..blanks].contains(['\t', '\u{3000}', '\u{2003}', '\u{2002}', '\n']);
    wide.then_some(blanks)
}
