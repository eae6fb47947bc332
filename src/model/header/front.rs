//! What the front matter adds to the header where the text is silent.

use crate::diag::Span;
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::kinds::{ContactKind, KeyKind};
use crate::model::link;
use crate::model::resume::{Contact, Header, Image, KeyValue};
use crate::model::rich::{Piece, Rich};
use crate::source::FrontContact;
use crate::source::links::{self, Target};

impl Builder<'_> {
    /// What the front matter says and the text does not.
    pub(super) fn front_matter(&mut self, header: &mut Header) {
        let front = &self.source.front;
        if let (None, Some(name)) = (&header.name, &front.name) {
            header.name = Some(Rich::plain(&name.text, name.span));
        }
        if let (None, Some(headline)) = (&header.headline, &front.headline) {
            let value = Rich::plain(&headline.text, headline.span);
            header.headline = Some(KeyValue { key: None, value, span: headline.span });
        }
        if let Some(photo) = &front.photo {
            let image = Image { src: photo.text.clone(), alt: String::new(), width: None, span: photo.span };
            header.photo.get_or_insert(image);
        }
        for contact in &front.contacts {
            let item = self.front_contact(contact);
            self.item(header, item);
        }
    }

    fn front_contact(&self, contact: &FrontContact) -> Item {
        let value = link::find(Rich::plain(&contact.value.text, contact.value.span), self.manner.chinese);
        let mut item = match &contact.key {
            None => classify(value, &self.manner),
            Some(key) => keyed(key, value, self),
        };
        if let (Item::Contact(Contact { kinds, value, .. }), Some(link)) = (&mut item, &contact.link) {
            lead(value, &link.text);
            kinds[0] = kind_of(&link.text).unwrap_or(kinds[0]);
        } else if let (Item::Text(value), Some(link)) = (&mut item, &contact.link) {
            lead(value, &link.text);
            let value = std::mem::take(value);
            return classify(value, &self.manner);
        }
        item
    }
}

/// `email: a@b.c` of the front matter: the key says the kind and is not printed.
fn keyed(key: &str, value: Rich, builder: &Builder<'_>) -> Item {
    let span = value.span().unwrap_or_default();
    let mut whole = Rich::plain(&format!("{key}: "), Span { end: span.start, ..span });
    whole.append(value);
    match classify(whole, &builder.manner) {
        Item::Contact(contact) => Item::Contact(Contact { key: None, ..contact }),
        Item::Fact(fact) if KeyKind::of_key(key).is_empty() => Item::Fact(fact),
        other => other,
    }
}

/// Returns the network that a link of the front matter belongs to.
fn kind_of(link: &str) -> Option<ContactKind> {
    match links::target(link) {
        Target::Url(url) => Some(ContactKind::of_url(&url)),
        Target::Local | Target::Refused(_) => None,
    }
}

fn lead(value: &mut Rich, link: &str) {
    if let Target::Url(url) = links::target(link) {
        for piece in &mut value.0 {
            if let Piece::Run(run) = piece {
                run.link = Some(url.clone());
            }
        }
    }
}
