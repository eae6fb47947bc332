//! Items of the header: a line cut at its separators, each piece put where it belongs.

use super::icons::{bare_of_icon, icon_len, is_of_network};
use super::leading::leading_name;
use super::lines::HeadLine;
use super::same::is_photo_label;
use super::shapes;
use super::shared::without_or;
use super::wording;
use crate::diag::Span;
use crate::model::build::Builder;
use crate::model::contact::{Item, classify, keyed, of_kind};
use crate::model::cut::{self, Cut};
use crate::model::icon;
use crate::model::key;
use crate::model::kinds::{ContactKind, KeyKind};
use crate::model::resume::{Block, BlockKind, Contact, Header, KeyValue};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::{half_ems, is_emoji};

/// The longest line that is not text, in half ems.
const LONGEST: usize = 400;
/// Running text is longer than this, in half ems.
const PROSE: usize = 100;

impl Builder<'_> {
    /// Counts the lines that hold an item.
    pub(super) fn count_items(&self, lines: &[HeadLine], personal: bool) -> usize {
        lines.iter().filter(|line| self.is_item(line, personal)).count()
    }

    /// Returns which lines of a block are items. After running text only those that are sure by themselves: a
    /// link, a place or words in a row may belong to that text.
    pub(super) fn found_in(&self, header: &Header, lines: &[HeadLine], personal: bool) -> Vec<bool> {
        if self.is_quoted(lines) || !personal && self.is_of_career(lines) {
            return vec![false; lines.len()];
        }
        let told = !personal && header.blocks.iter().any(is_prose);
        lines.iter().map(|line| self.is_item(line, personal) && (!told || self.is_sure(line))).collect()
    }

    /// Returns whether a line has a known key, an address or a number, or leads to a social network.
    fn is_sure(&self, line: &HeadLine) -> bool {
        use ContactKind::{Location, Website};
        let known = |text: &Rich| !KeyKind::of_key(&text.text()).is_empty();
        let sure = |piece: Rich| match classify(bare_of_icon(piece).1, &self.manner) {
            Item::Contact(contact) => {
                contact.key.as_ref().is_some_and(known)
                    || contact.kinds.iter().any(|kind| !matches!(kind, Website | Location))
            }
            Item::Name { .. } | Item::Headline(_) => true,
            _ => false,
        };
        line.label.is_some() || Self::line_pieces(line).pieces.into_iter().any(sure)
    }

    /// Returns whether a line holds an item: a contact, or a known key; in a section of personal data
    /// any key.
    pub(super) fn is_item(&self, line: &HeadLine, personal: bool) -> bool {
        let text = line.text.text();
        if text.chars().map(half_ems).sum::<usize>() > LONGEST {
            return false;
        }
        if line.cells.is_empty()
            && key::at_start(&text, key::GRID_KEY).is_some_and(|key| wording::is_offer(&text[..key.len]))
        {
            return false;
        }
        if line.label.is_some()
            || shapes::name_and_sex(&text).is_some()
            || text.starts_with("icon:")
            || shapes::facts_in_a_row(&text)
        {
            return true;
        }
        let pieces = Self::line_pieces(line).pieces;
        let several = pieces.len() > 1;
        if !personal && self.lists_words(&pieces) {
            return false;
        }
        // A long sentence that names an address is no contact.
        let sentence = text.chars().count() > 60 && text.trim_end().ends_with(['。', '.']);
        let known = |text: &Rich| !KeyKind::of_key(&text.text()).is_empty();
        let pairs = pieces.windows(2).any(|pair| cut::is_bare_key(&pair[0]));
        pairs
            || pieces.into_iter().any(|piece| {
                let (icon, piece) = bare_of_icon(piece);
                match classify(piece, &self.manner) {
                    _ if icon.is_some() && !sentence => true,
                    Item::Name { .. } | Item::Headline(_) => true,
                    // A place alone on its line may be anything; a link in a sentence is no contact.
                    Item::Contact(contact) => {
                        // `Address: Munich, ready to move and to travel.`
                        contact.key.as_ref().is_some_and(known)
                            || !sentence
                                && (several
                                    || contact.key.is_some()
                                    || contact.value.runs().any(|run| run.link.is_some()))
                    }
                    Item::Fact(fact) => {
                        fact.key.as_ref().is_some_and(known) || ((personal || several) && !sentence)
                    }
                    Item::Text(_) => false,
                }
            })
    }

    /// Returns the pieces of a line: its cells, else the pieces between its separators.
    fn line_pieces(line: &HeadLine) -> Cut {
        if line.cells.is_empty() {
            return cut::contacts(&line.text);
        }
        let mut all = Cut::default();
        for (at, cell) in line.cells.iter().enumerate() {
            if at > 0 && cut::is_value_of_name(&line.cells[at - 1], cell) {
                all.pieces.push(cell.clone());
                continue;
            }
            if at > 0 && shapes::is_one_value(&line.cells[at - 1], cell) {
                all.pieces.push(cell.clone());
                continue;
            }
            let Cut { pieces, separators } = cut::contacts(cell);
            all.pieces.extend(pieces);
            all.separators.extend(separators);
        }
        all
    }

    /// Reads a line as items.
    pub(super) fn items(&mut self, header: &mut Header, line: HeadLine) {
        if let Some(label) = &line.label {
            return self.labelled(header, label.clone(), HeadLine { label: None, ..line });
        }
        let line = wording::upright(line);
        let line = self.without_brackets(line);
        let line = self.without_group_key(line);
        if shapes::name_and_sex(&line.text.text()).is_some()
            && (header.name.is_none() || shapes::says_name_again(header, &line.text))
        {
            return self.name_and_sex(header, line.text);
        }
        let Cut { mut pieces, separators } = Self::line_pieces(&line);
        let mut headline = None;
        if let Some((posts, value)) = self.leading_posts(header, &line, &pieces) {
            pieces.drain(..posts);
            headline = value.span();
            let span = headline.unwrap_or_default();
            header.headline = Some(KeyValue { key: None, value, span });
        }
        let printed = |at: Span| headline.is_some_and(|all| all.start <= at.start && at.end <= all.end);
        for separator in separators.iter().filter(|separator| !separator.span().is_some_and(printed)) {
            self.consume(separator, "separator between contacts");
        }
        let nameless = header.name.is_none();
        let pieces = self.without_leading_name(header, pieces);
        if nameless && self.post_beside_name(header, &pieces) {
            return;
        }
        let pieces = self.without_shared_keys(header, pieces);
        let pieces = self.without_keys_again(pieces);
        let contacts = pieces
            .iter()
            .any(|piece| matches!(classify(bare_of_icon(piece.clone()).1, &self.manner), Item::Contact(_)));
        let mut pieces = pieces.into_iter().peekable();
        while let Some(piece) = pieces.next() {
            let (icon, text) = self.without_icon(piece);
            let text = self.without_end(text);
            let text = self.unboxed(text);
            let text = self.without_lead(text);
            // `LinkedIn / GitHub: https://…`: of two keys the one with a value decides.
            let keyed_next = |next: &Rich| {
                let (text, own) = (text.text(), next.text());
                let key = key::at_start(&own, key::GRID_KEY).map(|key| &own[..key.len]);
                key.is_some_and(|key| is_contact_key(key) && is_contact_key(&text))
            };
            if cut::is_bare_key(&text) && pieces.peek().is_some_and(keyed_next) {
                self.consume(&text, "key beside another one");
                continue;
            }
            // `Email | a@example.com`: a key without a colon, and its value.
            let pair = cut::is_bare_key(&text) && pieces.peek().is_some_and(|next| !cut::is_bare_key(next));
            let item = match (icon, pieces.next_if(|_| pair)) {
                (_, Some(value)) => keyed(text, value, &self.manner),
                (Some(kind), None) => match classify(text, &self.manner) {
                    // `💻 后端工程师`: no website, and no place.
                    Item::Text(text)
                        if matches!(kind, ContactKind::Website | ContactKind::Location)
                            && words::is_job(&text.text())
                            && !words::is_place(&text.text()) =>
                    {
                        Item::Text(text)
                    }
                    Item::Text(text) => of_kind(kind, text, &self.manner),
                    // The network of a link is surer than a picture before it.
                    Item::Contact(contact) if contact.key.is_none() && !is_of_network(&contact) => {
                        of_kind(kind, contact.value, &self.manner)
                    }
                    item => item,
                },
                (None, None) => classify(text, &self.manner),
            };
            match item {
                Item::Text(text) if contacts => self.plain_item(header, text),
                item => self.item(header, item),
            }
        }
    }

    /// Returns whether a line is a name and short words: `张三　男　1995`, `张三 1998.09`.
    pub(super) fn leads_with_name(line: &HeadLine) -> bool {
        line.label.is_none() && leading_name(&Self::line_pieces(line).pieces).is_some()
    }

    /// Adds text among contacts, kept there in the author's order.
    pub(super) fn plain_item(&mut self, header: &mut Header, text: Rich) {
        let (_, text) = self.without_icon(text);
        let text = self.without_last_mark(icon::without(text));
        let text = self.unboxed(text);
        let Some(span) = text.span().filter(|_| !text.is_blank()) else { return };
        // `a@example.com & b@example.com`: the mark separates them.
        if text
            .text()
            .chars()
            .all(|c| c.is_ascii_punctuation() || c.is_whitespace() || matches!(c, '·' | '｜' | '•'))
        {
            return self.consume(&text, "separator between contacts");
        }
        match classify(text, &self.manner) {
            Item::Text(value) => header.contacts.push(Contact { kinds: Vec::new(), key: None, value, span }),
            item => self.item(header, item),
        }
    }

    /// Takes the icon off an item: an emoji, a private-use glyph, `icon:weixin`.
    fn without_icon(&mut self, item: Rich) -> (Option<ContactKind>, Rich) {
        let item = item.trim();
        let len = icon_len(&item.text());
        if len == 0 {
            return (None, item);
        }
        self.consume(&item.slice(0..len), "icon before an item");
        bare_of_icon(item)
    }

    /// Takes a mark that only ends a list item off it.
    pub(super) fn without_end(&mut self, item: Rich) -> Rich {
        let text = item.text();
        let body = without_or(text.trim_end_matches(['；', ';', '，', ',', '、', '。']));
        let sentence = body.contains(['。', '；', ';']) || body.chars().count() > 40;
        if body.len() == text.len() || sentence || body.is_empty() {
            return item;
        }
        let len = body.len();
        self.consume(&item.slice(len..text.len()), "mark at the end of an item");
        item.slice(0..len).trim()
    }

    pub(super) fn item(&mut self, header: &mut Header, item: Item) {
        match item {
            Item::Name { key, value } => self.keyed_name(header, key, value),
            Item::Headline(pair) if header.headline.is_none() => {
                header.headline = Some(self.without_plain_key(pair));
            }
            // `**Telefon:**` of a form that was not filled in.
            Item::Contact(Contact { key: Some(key), value, .. })
            | Item::Fact(KeyValue { key: Some(key), value, .. })
                if value.is_blank() && !KeyKind::of_key(&key.text()).is_empty() =>
            {
                self.without_value(&key);
            }
            Item::Headline(pair) | Item::Fact(pair) => header.facts.push(pair),
            Item::Contact(contact) if wording::is_download(&contact) => self.download(&contact.value),
            // `kaggle: [kaggle](…)`
            Item::Contact(contact)
                if contact.key.as_ref().is_some_and(|key| wording::says_again(key, &contact.value)) =>
            {
                contact.key.iter().for_each(|key| self.consume(key, "key that its value repeats"));
                self.contact(header, Contact { key: None, ..contact });
            }
            // `联系方式：wechat：  电话：`: a form that was not filled in.
            Item::Contact(Contact { key: Some(key), value, .. })
                if value.is_blank()
                    || cut::is_bare_key(&value) && value.text().trim().ends_with(['：', ':']) =>
            {
                self.consume(&key, "key without a value");
                self.consume(&value, "key without a value");
            }
            // `🏠   Sampletown`: the layout has an icon of its own.
            Item::Contact(contact) if contact.key.as_ref().is_some_and(is_sign) => {
                contact.key.iter().for_each(|key| self.consume(key, "icon before an item"));
                self.contact(header, Contact { key: None, ..contact });
            }
            Item::Contact(contact) => {
                let contact = self.without_flag(contact);
                let contact = self.with_address(contact);
                self.contact(header, contact);
            }
            Item::Text(value) if value.is_blank() => {}
            Item::Text(value) if is_photo_label(&value.text()) => self.consume(&value, "label of a photo"),
            Item::Text(value) if header.name.is_none() && shapes::name_and_sex(&value.text()).is_some() => {
                self.name_and_sex(header, value);
            }
            Item::Text(value) => {
                let span = value.span().unwrap_or_default();
                header.facts.push(KeyValue { key: None, value, span });
            }
        }
    }
}

/// Returns whether a text is a key of a contact and nothing else.
fn is_contact_key(text: &str) -> bool {
    matches!(KeyKind::of_key(text).first(), Some(KeyKind::Contact(_)))
}

/// Returns whether a key is an emoji and nothing else.
fn is_sign(key: &Rich) -> bool {
    let text = key.text();
    text.contains(is_emoji) && !text.contains(char::is_alphanumeric)
}

/// Returns whether a block is running text: more than one sentence.
fn is_prose(block: &Block) -> bool {
    let BlockKind::Paragraph(lines) = &block.kind else { return false };
    let told = |text: &str| {
        text.contains(['。', '！']) || text.trim_end().ends_with(['.', '!']) || text.contains(". ")
    };
    lines.iter().any(|line| {
        let text = line.body.text();
        text.chars().map(half_ems).sum::<usize>() > PROSE && told(&text)
    })
}
