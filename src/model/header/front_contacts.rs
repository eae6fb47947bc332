//! Contacts in the titles of the front matter, which the text does not repeat.

use super::front::{Row, is_said, name_and_headline, row_of};
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::kinds::ContactKind;
use crate::model::link;
use crate::model::resume::{Header, KeyValue};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::Value;

impl Builder<'_> {
    /// `title: 张三 - 138…`: the name, the post, contacts and facts.
    pub(super) fn title_in_a_row(&mut self, header: &mut Header, Row { name, others }: Row) {
        let (mut headline, mut facts) = (None, Vec::new());
        for value in others {
            match classify(link::find(value.clone(), self.manner.chinese), &self.manner) {
                item @ (Item::Contact(_) | Item::Fact(_)) if !is_said(header, &item) => {
                    self.item(header, item);
                }
                Item::Text(text) if words::is_job(&text.text()) && headline.is_none() => {
                    headline = Some(text);
                }
                Item::Text(value) if !value.text().trim().is_empty() => {
                    let span = value.span().unwrap_or_default();
                    facts.push(Item::Fact(KeyValue { key: None, value, span }));
                }
                _ => {}
            }
        }
        name_and_headline(header, name, headline);
        facts.into_iter().for_each(|fact| self.item(header, fact));
    }

    /// `title: 简历 | 张三 | 138…` where the text names the person: the contacts in it are nowhere else.
    pub(super) fn contacts_of_title(&mut self, header: &mut Header) {
        let Some(Row { name, others }) = self.source.front.paper_title.as_ref().and_then(row_of) else {
            return;
        };
        let own = header.name.as_ref().is_some_and(|own| {
            let (own, name) = (own.text(), name.text());
            own.contains(name.trim()) || name.contains(own.trim())
        });
        for value in others.into_iter().filter(|_| own) {
            let item = classify(link::find(value, self.manner.chinese), &self.manner);
            if is_said(header, &item) {
                continue;
            }
            match item {
                Item::Text(value) if words::is_job(&value.text()) && header.headline.is_none() => {
                    let span = value.span().unwrap_or_default();
                    header.headline = Some(KeyValue { key: None, value, span });
                }
                Item::Text(value) if !words::is_fact(&value.text()) => {}
                item => self.item(header, item),
            }
        }
    }

    /// `subtitle: 138… | a@example.com`: contacts and no headline; returns whether it was one of them.
    pub(super) fn contacts_of_headline(&mut self, header: &mut Header, headline: &Value) -> bool {
        let whole = Rich::plain(&headline.text, headline.span);
        let (mut at, mut items) = (0, Vec::new());
        for piece in headline.text.split(['|', '｜', '·', '/', '，']) {
            let value = whole.slice(at..at + piece.len()).trim();
            at += piece.len() + headline.text[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
            match classify(link::find(value, self.manner.chinese), &self.manner) {
                item @ Item::Contact(_) => items.push(item),
                _ => return false,
            }
        }
        let reached = |item: &Item| matches!(item, Item::Contact(contact) if contact.kinds.iter().any(|kind| *kind != ContactKind::Location));
        if !items.iter().all(reached) {
            return false;
        }
        for item in items {
            if !is_said(header, &item) {
                self.item(header, item);
            }
        }
        true
    }
}
