//! The header: name, headline, contacts, facts and photo, found by their content.
//!
//! It takes the blocks above the first section, the sections of personal data that follow at once, and
//! of each the first run of blocks that are contacts and facts; anything after that stays text, in
//! its place.

mod beside;
mod contents;
mod fenced;
mod foot;
mod front;
mod front_contacts;
mod greeting;
mod icons;
mod in_title;
mod items;
mod leading;
mod left_out;
mod lines;
mod name;
mod name_parts;
mod opening;
mod paper_title;
mod personal;
mod rest;
mod same;
mod shapes;
mod shared;
mod terms;
#[cfg(test)]
mod tests;
mod wording;

use super::Builder;
use super::blocks::Part;
use super::directive::Marked;
use super::flow::{self, Chunk, Line};
use super::icon;
use super::kinds::SectionKind;
use super::outline::is_pair as is_pair_title;
use super::resume::{Header, KeyValue};
use super::rich::Rich;
use super::words;
use crate::source::chars::half_ems;
use crate::source::markdown as md;
pub(super) use beside::begins_with_name;
pub(super) use foot::wants_contacts;
pub(super) use front::name_in_front;
pub(super) use greeting::{greets_by_name, is_about_person};
pub(super) use in_title::without_contacts;
pub(super) use lines::is_table_word;
use lines::{HeadLine, Read};
pub(super) use name::is_slug;
use opening::may_head;
pub(super) use personal::{
    begins_with_key, contacts_within, has_contacts, is_bare_line, is_contact, is_headline, is_key_over,
    is_personal, is_titled, late_contacts, late_name,
};
use rest::{photo, street};

/// The longest line among contacts that is not text, in half ems.
const SHORT: usize = 72;

/// The blocks that make up a header.
pub(super) struct Head<'a, 'b> {
    /// Those above the first section.
    pub above: &'b [Marked<'a>],
    /// The heading that is the name, as an index into them.
    pub name: Option<usize>,
    /// Those of the sections of personal data, without their titles.
    pub personal: Vec<&'b [Marked<'a>]>,
    /// A quotation at the end of the text with the contacts.
    pub foot: Option<&'b Marked<'a>>,
}

/// The reader's position in a run of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Before any contact or fact.
    Before,
    /// Right after a block of contacts or facts.
    Within,
    /// After text that followed them: nothing more is taken.
    Behind,
}

/// Returns the header.
pub(super) fn build(builder: &mut Builder<'_>, head: &Head<'_, '_>) -> Header {
    let mut header = Header::default();
    let spans =
        head.above.iter().chain(head.personal.iter().copied().flatten()).map(|marked| marked.block.span);
    header.span = spans.reduce(crate::diag::Span::to).unwrap_or_default();
    let mut stage = Stage::Before;
    let mut keyed: Option<Rich> = None;
    let mut in_personal = false;
    let contents = builder.contents(head.above);
    let form = personal::is_form(builder, head.above);
    for (at, marked) in head.above.iter().enumerate() {
        if contents.contains(&at) || builder.is_group_label(marked, head.above.get(at + 1)) {
            continue;
        }
        let stray = head.name.is_some_and(|name| at < name);
        if let Some(key) = keyed.take() {
            builder.labelled_block(&mut header, key, marked, &mut stage);
            continue;
        }
        let form = in_personal || form && matches!(marked.block.kind, md::BlockKind::Heading { .. });
        keyed = builder.key_over(marked, head.above.get(at + 1), form);
        if keyed.is_some() {
            continue;
        }
        match &marked.block.kind {
            md::BlockKind::Heading { content, .. }
                if Some(at) == head.name || is_paper(content) || is_slug_above(at, content, head.name) =>
            {
                let (title, images) = flow::rich(content, &builder.manner_of(marked));
                builder.title(&mut header, title);
                // `## Contacts` above the name: the headline follows.
                stage = Stage::Before;
                images.into_iter().for_each(|image| photo(&mut header, image));
            }
            // `# 个人简介` over `## 基本信息` heads the paper.
            md::BlockKind::Heading { .. }
                if head.above.get(at + 1).is_none() && personal::is_about(builder, marked) =>
            {
                builder.consume_title(marked);
            }
            md::BlockKind::Heading { content, .. }
                if personal::is_titled(builder, marked) && !is_pair_title(&md::plain_text(content)) =>
            {
                builder.consume_title(marked);
                in_personal = true;
                stage = Stage::Before;
            }
            _ if stray
                && builder.stray_line(&mut header, marked, head.above.get(head.name.unwrap_or(at))) => {}
            _ => builder.header_block(&mut header, marked, &mut stage, in_personal),
        }
    }
    for blocks in &head.personal {
        let mut stage = Stage::Before;
        let mut keyed: Option<Rich> = None;
        for (at, marked) in blocks.iter().enumerate() {
            if builder.is_group_label(marked, blocks.get(at + 1)) {
                continue;
            }
            if let Some(key) = keyed.take() {
                builder.labelled_block(&mut header, key, marked, &mut stage);
                continue;
            }
            keyed = builder.key_over(marked, blocks.get(at + 1), true);
            if keyed.is_none() {
                builder.header_block(&mut header, marked, &mut stage, true);
            }
        }
    }
    if let Some(marked) = head.foot {
        builder.header_block(&mut header, marked, &mut Stage::Before, true);
    }
    builder.front_matter(&mut header);
    builder.settle_name(&mut header);
    without_icons(&mut header);
    header
}

fn is_short(line: &HeadLine) -> bool {
    line.text.text().chars().map(half_ems).sum::<usize>() <= SHORT
}

/// Returns whether all lines are short and separate, as at the head of a letter: who, where, how to reach.
fn is_letterhead(lines: &[HeadLine]) -> bool {
    let own = |line: &HeadLine| {
        let text = line.text.text();
        let text = text.trim();
        let runs_on = text.starts_with(|c: char| c.is_lowercase() && !text.contains(['@', '/']))
            || text.ends_with([',', '，', '、', '。'])
            || text.contains(". ") && text.split_whitespace().count() > 8;
        is_short(line) && !runs_on
    };
    let linked = |line: &HeadLine| line.text.runs().any(|run| run.link.is_some());
    (2..=12).contains(&lines.len()) && lines.iter().all(own) && lines.iter().any(linked)
}

/// Returns whether the first of several contacts may be a name, though not a known one.
fn is_unkeyed_name(line: &HeadLine) -> bool {
    let text = line.text.text();
    line.label.is_none() && line.cells.is_empty() && words::may_be_person(text.trim(), 2)
}

/// Returns whether a heading only names the kind of document: 简历, Resume.
fn is_paper(content: &[md::Inline]) -> bool {
    SectionKind::is_title_of_paper(&md::plain_text(content))
}

/// Returns whether a heading is the name of a repository above that of the person.
fn is_slug_above(at: usize, content: &[md::Inline], name: Option<usize>) -> bool {
    name.is_some_and(|name| at < name) && name::is_slug(&md::plain_text(content))
}

impl Builder<'_> {
    /// Reads one block; `personal` means that its section is personal data, where every pair is a fact.
    fn header_block(&mut self, header: &mut Header, marked: &Marked<'_>, stage: &mut Stage, personal: bool) {
        // The rule under a header is the layout's.
        if matches!(marked.block.kind, md::BlockKind::Break) {
            return;
        }
        if marked.off {
            return self.keep_block(header, marked);
        }
        if *stage == Stage::Behind {
            return self.behind(header, marked);
        }
        let Some(Read { mut lines, images }) = self.head_lines(marked, personal) else {
            end(header, stage);
            return self.keep_block(header, marked);
        };
        if let [line] = lines.as_slice()
            && line.label.is_none()
            && wording::is_download_button(&line.text.text())
        {
            self.download(&line.text);
            lines.clear();
        }
        self.without_switches(&mut lines);
        let found = self.found_in(header, &lines, personal);
        let items = found.iter().filter(|item| **item).count();
        images.into_iter().for_each(|image| photo(header, image));
        let bare = header.name.is_some() && header.contacts.is_empty() && header.blocks.is_empty();
        if *stage == Stage::Before
            && bare
            && let Some(street) = street(&lines)
        {
            return Self::postal(header, street, lines);
        }
        let few = lines.len() <= 4;
        let opens = *stage == Stage::Before && header.blocks.is_empty();
        let begins = |line: &HeadLine| words::is_person(line.text.text().trim());
        let led =
            items > 1 && header.name.is_none() && lines.len() <= 12 && lines.first().is_some_and(begins);
        let leading = self.leading_items(&lines, personal);
        let paragraph = matches!(marked.block.kind, md::BlockKind::Paragraph(_));
        if paragraph && opens && leading > 2 && items * 2 < lines.len() {
            *stage = Stage::Behind;
            self.head_items(header, lines.into_iter().zip(found).take(leading).collect(), marked);
            return self.keep_behind(header, marked, leading);
        }
        let list = matches!(marked.block.kind, md::BlockKind::List { .. });
        let facts = personal && list && shapes::are_facts(&lines);
        if facts || items > 0 && (items * 2 >= lines.len() || few || led || (opens && is_letterhead(&lines)))
        {
            *stage = Stage::Within;
            return self.head_items(header, lines.into_iter().zip(found).collect(), marked);
        }
        // `某大学    会计学    在读` behind the contacts.
        if *stage == Stage::Within
            && let [line] = lines.as_slice()
            && shapes::is_row_of_studies(line)
        {
            return self.items(header, lines.remove(0));
        }
        if lines.is_empty() || self.opening_text(header, &lines, marked, *stage) {
            return;
        }
        end(header, stage);
        self.keep_text(header, marked);
    }

    /// Keeps a block after the contacts as text, except the photo if there is none yet.
    fn behind(&mut self, header: &mut Header, marked: &Marked<'_>) {
        if header.photo.is_none()
            && let md::BlockKind::Paragraph(content) = &marked.block.kind
            && let [Chunk::Image(image)] = flow::chunks(content, &self.manner_of(marked)).as_slice()
        {
            return photo(header, image.clone());
        }
        self.keep_block(header, marked);
    }

    /// Returns the key in a paragraph, if a list of its values follows: `求职意向：` over two posts.
    fn key_over(&mut self, marked: &Marked<'_>, next: Option<&Marked<'_>>, personal: bool) -> Option<Rich> {
        let next = &next?.block.kind;
        if let md::BlockKind::Heading { content, .. } = &marked.block.kind {
            let title = flow::rich(content, &self.manner_of(marked)).0;
            let list = matches!(next, md::BlockKind::List { .. });
            let valued = list || matches!(next, md::BlockKind::Paragraph(_));
            // A list of facts has keys of its own, and its title is no key then.
            return (valued && personal::is_key(&title, personal && !list)
                || list && personal && personal::is_contact_key(&title))
            .then(|| self.without_decoration(title));
        }
        let md::BlockKind::Paragraph(content) = &marked.block.kind else { return None };
        let md::BlockKind::List { items, .. } = next else { return None };
        let chunks = flow::chunks(content, &self.manner_of(marked));
        let [Chunk::Lines(lines)] = chunks.as_slice() else { return None };
        let [line] = lines.as_slice() else { return None };
        let known = super::cut::is_bare_key(&line.text) && line.text.text().trim_end().ends_with(['：', ':']);
        (known && !marked.off && items.len() <= 6).then(|| line.text.clone())
    }

    /// A block of contacts and facts, line by line; each with whether it is one.
    fn head_items(&mut self, header: &mut Header, lines: Vec<(HeadLine, bool)>, marked: &Marked<'_>) {
        let mut rest: Vec<Line> = Vec::new();
        let list = matches!(marked.block.kind, md::BlockKind::List { .. });
        let unkeyed = header.name.is_none() && lines.first().is_some_and(|(line, _)| is_unkeyed_name(line));
        let several =
            unkeyed && list && lines.iter().filter(|(line, _)| self.is_item(line, false)).count() > 1;
        for (at, (mut line, found)) in lines.into_iter().enumerate() {
            self.first_cell(header, &mut line, at == 0);
            let named = at == 0 && header.name.is_none() && Self::leads_with_name(&line);
            let alone = at == 0 && header.name.is_none();
            let person = alone && (several || words::is_person(line.text.text().trim()));
            let item = named || found;
            let posted = alone && !item && beside::is_name_and_post(&line.text);
            let text = line.text.text().into_owned();
            let short = is_short(&line);
            let bare = header.contacts.is_empty() && header.facts.is_empty();
            if posted || at == 0 && !item && SectionKind::is_title_of_paper(&text) {
                self.title(header, line.text);
            } else if item {
                self.items(header, line);
            } else if person {
                self.doubt(
                    line.text.span().unwrap_or_default(),
                    "a name, judging by its shape",
                    "write `# ` before it",
                );
                header.name = Some(line.text);
            } else if (bare && at <= 1 || at <= 4 && !list && words::is_job(&text))
                && header.name.is_some()
                && !shapes::says_name_again(header, &line.text)
                && may_head(header, &line.text, true)
            {
                self.headline(header, line.text);
            } else if short && !text.trim_end().ends_with(['。', '！', '；']) {
                self.text_item(header, line.text, list);
            } else {
                let joint = if rest.is_empty() { flow::Joint::Start } else { flow::Joint::Hard };
                rest.push(Line { joint, text: icon::without(line.text) });
            }
        }
        if !rest.is_empty() {
            let parts = vec![Part::Text(vec![Chunk::Lines(rest)], marked)];
            header.blocks.extend(self.body(parts, false));
        }
    }

    /// Adds text among items: in a list as a fact, else among the contacts of its line.
    fn text_item(&mut self, header: &mut Header, value: Rich, list: bool) {
        if same::is_photo_label(&value.text()) {
            return self.consume(&value, "label of a photo");
        }
        match value.span() {
            Some(span)
                if (list || shapes::is_of_studies(&value.text()))
                    && !super::contact::is_whereabouts(value.text().trim()) =>
            {
                let value = icon::without(value);
                let text = value.text().into_owned();
                // `云证书：甲`: an unknown key is one, too.
                let found = super::key::at_start(&text, super::key::GRID_KEY).filter(|_| list);
                let (key, value) = match found {
                    Some(key) => (Some(value.slice(0..key.len)), value.slice(key.value..text.len())),
                    None => (None, value),
                };
                header.facts.push(KeyValue { key, value, span });
            }
            _ => self.plain_item(header, value),
        }
    }
}

/// Ends the run of contacts and facts at a text, once there is a way to reach the person.
fn end(header: &Header, stage: &mut Stage) {
    let reachable = header.contacts.iter().any(|contact| contact.value.runs().any(|run| run.link.is_some()));
    if *stage == Stage::Within && reachable {
        *stage = Stage::Behind;
    }
}

/// Removes icons, whose meaning is known by now; none is printed.
fn without_icons(header: &mut Header) {
    let strip = |text: &mut Rich| *text = icon::without(std::mem::take(text));
    header.name.iter_mut().for_each(strip);
    header.headline.iter_mut().for_each(|headline| strip(&mut headline.value));
    for contact in &mut header.contacts {
        contact.key.iter_mut().for_each(strip);
        strip(&mut contact.value);
    }
    for fact in &mut header.facts {
        fact.key.iter_mut().for_each(strip);
        strip(&mut fact.value);
    }
    header.contacts.retain(|contact| contact.key.is_some() || !contact.value.0.is_empty());
    header.facts.retain(|fact| fact.key.is_some() || !fact.value.0.is_empty());
}
