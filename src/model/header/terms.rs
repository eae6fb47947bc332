//! Keys above their values: terms over their texts, and lists under a key.

use super::Stage;
use super::icons::bare_of_icon;
use super::lines::{HeadLine, Read};
use super::rest::photo;
use crate::model::build::Builder;
use crate::model::contact::{Item, classify, keyed};
use crate::model::cut;
use crate::model::directive::Marked;
use crate::model::icon;
use crate::model::kinds::{ContactKind, KeyKind};
use crate::model::resume::{Contact, Header, KeyValue};
use crate::model::rich::{Piece, Rich};
use crate::model::words;

/// The longest term of a definition that is a key, in characters.
const LONGEST_TERM: usize = 24;

impl Read {
    /// Reads a term by its index in the list, and its texts: a key and its values, or a row of contacts
    pub(super) fn definition(&mut self, at: usize, term: Rich, details: Vec<Rich>) {
        let bare = cut::is_bare_key(&term) && !term.text().contains(icon::is_icon);
        if is_term(&term, at == 0) && !(bare && details.len() == 1) && !details.is_empty() {
            let label = |text: Rich| HeadLine { label: Some(term.clone()), ..HeadLine::plain(text) };
            return self.lines.extend(details.into_iter().map(label));
        }
        let mut cells = vec![term];
        cells.extend(details);
        let mut text = Rich::default();
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 && !text.0.is_empty() {
                text.0.push(Piece::Break);
            }
            text.append(cell.clone());
        }
        self.lines.push(HeadLine { label: None, text, cells });
    }
}

/// Returns whether a term may be the key of its texts: words, no way to reach a person, and, if first, no person.
fn is_term(term: &Rich, first: bool) -> bool {
    let text = term.text();
    let words = text.trim_matches(|c: char| icon::is_icon(c) || c.is_whitespace());
    let known = KeyKind::is_known(words) || cut::is_bare_key(term);
    known
        || (1..=LONGEST_TERM).contains(&words.chars().count())
            && !words.contains(|c: char| c.is_ascii_digit() || "@,，。/|".contains(c))
            && term.runs().all(|run| run.link.is_none())
            && (!first
                || text.starts_with(icon::is_icon)
                || !words::is_person(words) && !words::is_job(words))
}

impl Builder<'_> {
    /// The list below a key.
    pub(super) fn labelled_block(
        &mut self,
        header: &mut Header,
        key: Rich,
        marked: &Marked<'_>,
        stage: &mut Stage,
    ) {
        let read = self.head_lines(marked, true);
        let Some(Read { lines, images }) = read.filter(|read| !read.lines.is_empty()) else {
            self.plain_item(header, key);
            return self.keep_block(header, marked);
        };
        *stage = Stage::Within;
        images.into_iter().for_each(|image| photo(header, image));
        let labelled =
            |line: HeadLine| HeadLine { label: Some(line.label.unwrap_or_else(|| key.clone())), ..line };
        lines.into_iter().map(labelled).for_each(|line| self.items(header, line));
    }

    /// An item of a list under a key: `技术博客：` over two addresses.
    pub(super) fn labelled(&mut self, header: &mut Header, label: Rich, line: HeadLine) {
        let line = HeadLine { text: icon::without(line.text), ..line };
        let own = matches!(
            classify(line.text.clone(), &self.manner),
            Item::Name { .. }
                | Item::Headline(_)
                | Item::Contact(Contact { key: Some(_), .. })
                | Item::Fact(_)
        );
        let first = |spans: Option<crate::diag::Span>| spans.map(|span| span.start);
        let at = first(label.span());
        let printed = header
            .contacts
            .iter()
            .any(|contact| contact.key.as_ref().is_some_and(|key| first(key.span()) == at));
        if own {
            let consumed = self.consumed.iter().any(|consumed| Some(consumed.span.start) == at);
            if !consumed && !printed {
                self.consume(&label, "key over items that have their own");
            }
            return self.items(header, line);
        }
        // Values of one fact are below each other.
        let same = header
            .facts
            .last_mut()
            .filter(|fact| fact.key.as_ref().is_some_and(|key| first(key.span()) == at));
        if let Some(fact) = same {
            fact.value.0.push(Piece::Break);
            fact.span = line.text.span().map_or(fact.span, |span| fact.span.to(span));
            fact.value.append(line.text);
            return;
        }
        let same = header
            .headline
            .as_mut()
            .filter(|line| line.key.as_ref().is_some_and(|key| first(key.span()) == at));
        if let Some(headline) = same {
            headline.value.0.push(Piece::Break);
            headline.value.append(line.text);
            return;
        }
        let (sign, label) = bare_of_icon(label);
        match keyed(label, line.text, &self.manner) {
            // `<icon> Home: Sampletown`: the icon says what the key does not.
            Item::Fact(KeyValue { key, value, span })
                if sign.is_some() && key.as_ref().is_none_or(|key| !KeyKind::is_known(key.text().trim())) =>
            {
                let kinds = sign.into_iter().collect();
                header.contacts.push(Contact { kinds, key, value, span });
            }
            // The lines of one address have one pin.
            Item::Contact(contact) if printed && contact.kinds == [ContactKind::Location] => {
                header.contacts.push(Contact { kinds: Vec::new(), key: None, ..contact });
            }
            Item::Contact(contact) if printed => header.contacts.push(Contact { key: None, ..contact }),
            item => self.item(header, item),
        }
    }
}
