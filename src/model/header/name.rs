//! The name, by heading, by key, by shape; titles of the paper are left out.

use std::ops::Range;

use super::beside::{self, Beside};
use super::lines::HeadLine;
use super::{greeting, paper_title};
use crate::model::build::Builder;
use crate::model::icon;
use crate::model::kinds::{PaperTitle, SectionKind};
use crate::model::resume::{Contact, Header, KeyValue};
use crate::model::rich::Rich;
use crate::model::split::{self, Style};
use crate::model::words;
use crate::source::chars::{self, is_emoji, is_private_use};

/// Why the title of a paper is not printed.
const PAPER: &str = "title of the document";

impl Builder<'_> {
    /// Reads a heading, or a first line, that is the name, or a title of the paper: `# 张三`,
    /// `# 张三 | 前端工程师`, `# 张三的个人简历`.
    pub(super) fn title(&mut self, header: &mut Header, title: Rich) {
        let title = self.without_decoration(icon::without(title));
        // They are read as a line below it would be.
        if let Some((title, contacts)) = self.title_and_contacts(&title) {
            self.title(header, title);
            return self.items(header, HeadLine::plain(contacts));
        }
        let title = self.without_address(header, title);
        let text = title.text().into_owned();
        if SectionKind::is_title_of_paper(&text) {
            return match &self.paper {
                None => self.paper = Some(title),
                Some(_) => self.consume(&title, PAPER),
            };
        }
        if let Some(paper) = PaperTitle::of(&text) {
            paper.paper.iter().for_each(|range| self.consume(&title.slice(range.clone()), PAPER));
            if let Some(headline) = paper.headline {
                self.extra(header, title.slice(headline).trim());
            }
            if let Some(name) = paper.name {
                self.paper_name = header.name.is_none() && !paper.paper.is_empty();
                self.set_name(header, title.slice(name).trim());
            }
            return;
        }
        if let Some(Range { start, end }) = greeting::name_in(&text) {
            self.consume(&title.slice(0..start), "greeting before the name");
            self.consume(&title.slice(end..text.len()), "greeting before the name");
            return self.set_name(header, title.slice(start..end).trim());
        }
        if beside::is_name_with_reading(&text) {
            return self.set_name(header, title);
        }
        if let Some(Beside { name, post }) = beside::of(&title) {
            let (first, last) = if name.start < post.start { (&name, &post) } else { (&post, &name) };
            for range in [0..first.start, first.end..last.start, last.end..text.len()] {
                self.consume(&title.slice(range), "separator");
            }
            self.set_name(header, title.slice(name));
            return self.extra(header, title.slice(post));
        }
        let cut = split::line(&title.masked(), None, Style::Dashes);
        let person = |piece: &Rich| words::is_person(piece.text().trim());
        let pieces: Vec<Rich> = cut.pieces.iter().map(|piece| title.slice(piece.clone()).trim()).collect();
        let at = match pieces.as_slice() {
            [] | [_] => return self.set_name(header, title),
            // `张 三 | Sam Sample`: one name in two scripts.
            [first, second] if person(first) && person(second) && is_wide(first) != is_wide(second) => {
                return self.set_name(header, title);
            }
            [first, second] if person(second) && (!person(first) || self.is_name_of_page(first, second)) => 1,
            [first, _] if first.text().chars().count() <= 24 => 0,
            [first, ..] if person(first) => 0,
            _ => return self.set_name(header, title),
        };
        if at == 0 && is_headline_in_parts(&title, &cut.pieces, &cut.separators) {
            let first = &cut.separators[0];
            self.consume(&title.slice(first.clone()), "separator");
            self.set_name(header, title.slice(cut.pieces[0].clone()).trim());
            return self.extra(header, title.slice(first.end..text.len()).trim());
        }
        cut.separators
            .iter()
            .for_each(|separator| self.consume(&title.slice(separator.clone()), "separator"));
        for (nth, piece) in pieces.into_iter().enumerate() {
            if nth == at { self.set_name(header, piece) } else { self.extra(header, piece) }
        }
    }

    /// Returns whether the title of the page says the first of two names and not the second: `Logopeda Łódź`.
    fn is_name_of_page(&self, first: &Rich, second: &Rich) -> bool {
        let Some(page) = &self.source.front.paper_title else { return false };
        let (first, second) = (first.text(), second.text());
        page.text.contains(first.trim())
            && page.text.trim() != first.trim()
            && !page.text.contains(second.trim())
    }

    /// A further part of the name's line: the headline, or text among the contacts.
    fn extra(&mut self, header: &mut Header, value: Rich) {
        // `张三-男-应聘会计-简历`: the sex is a fact, the rest the headline.
        let text = value.text().into_owned();
        if let Some((sex, rest)) = text.split_once(['-', '－', '_', '/'])
            && matches!(sex.trim(), "男" | "女" | "男性" | "女性")
            && !rest.trim().is_empty()
        {
            let fact = value.slice(0..sex.len()).trim();
            let from = text.len() - rest.len();
            self.consume(&value.slice(sex.len()..from), "separator");
            let span = fact.span().unwrap_or_default();
            header.facts.push(KeyValue { key: None, value: fact, span });
            return self.extra(header, value.slice(from..text.len()).trim());
        }
        let place = words::is_place(&value.text());
        let mut letters = value.text().trim().chars().take(2).collect::<Vec<_>>().into_iter();
        // `3D Printing` is an occupation, `3 years` is not.
        let years = letters.next().is_some_and(|c| c.is_ascii_digit())
            && !letters.next().is_some_and(|c| c.is_ascii_alphabetic());
        // 简历（下载精简版）: a remark on the paper says nothing of the person.
        if let Some(rest) = PaperTitle::beside(&value.text()).map(|rest| value.slice(rest))
            && PaperTitle::beside(&rest.text()).is_none()
        {
            return match PaperTitle::is_remark(&rest.text()) && !words::is_job(&rest.text()) {
                true => self.consume(&value, PAPER),
                false => self.without_paper(header, value),
            };
        }
        match value.span() {
            Some(span) if header.headline.is_none() && !place && !years => {
                header.headline = Some(KeyValue { key: None, value, span });
            }
            _ => self.plain_item(header, value),
        }
    }

    fn set_name(&mut self, header: &mut Header, name: Rich) {
        match header.name.take() {
            // `# example-cv` over `## Alex Sample`
            Some(value) if is_slug(&value.text()) && words::is_person(name.text().trim()) => {
                self.consume(&value, PAPER);
                header.name = Some(name);
            }
            // A name found first by its key or shape stays; a heading is added next to it.
            Some(value) if !words::is_person(name.text().trim()) => {
                header.name = Some(value);
                self.extra(header, name);
            }
            Some(value) => {
                let span = value.span().unwrap_or_default();
                header.facts.push(KeyValue { key: None, value, span });
                header.name = Some(name);
            }
            None => header.name = Some(name),
        }
    }

    /// `姓名：张三`
    pub(super) fn keyed_name(&mut self, header: &mut Header, key: Rich, value: Rich) {
        let same = |name: &Rich| squeezed(&name.text()) == squeezed(&value.text());
        match &header.name {
            None => {
                self.consume(&key, "key of the name");
                header.name = Some(value);
            }
            Some(name) if same(name) => {
                self.consume(&key, "key of the name");
                self.consume(&value, "name, given above");
            }
            // `# 张三/San Zhang` over `姓名：张三`: the heading has more.
            Some(name) if says_in_parts(&name.text(), &value.text()) => {
                self.consume(&key, "key of the name");
                self.consume(&value, "name, given above");
            }
            Some(name) if !words::is_person(name.text().trim()) && words::is_person(value.text().trim()) => {
                self.consume(&key, "key of the name");
                if let Some(heading) = header.name.replace(value) {
                    self.extra(header, heading);
                }
            }
            // `# 张三的简历` of a template over `姓名：王小明`: the key has the name.
            Some(_) if self.paper_name && words::is_person(value.text().trim()) => {
                self.paper_name = false;
                self.consume(&key, "key of the name");
                if let Some(heading) = header.name.replace(value) {
                    self.consume(&heading, PAPER);
                }
            }
            Some(name) if PaperTitle::beside(&name.text()).is_some() => {
                self.consume(&key, "key of the name");
                if let Some(heading) = header.name.replace(value) {
                    self.without_paper(header, heading);
                }
            }
            Some(_) => {
                let span = key.span().unwrap_or_default();
                let span = value.span().map_or(span, |value| span.to(value));
                header.facts.push(KeyValue { key: Some(key), value, span });
            }
        }
    }

    /// 某系大四 履歷表: the text next to the word for the paper is the headline.
    fn without_paper(&mut self, header: &mut Header, title: Rich) {
        let text = title.text().into_owned();
        let Some(rest) = PaperTitle::beside(&text) else { return self.extra(header, title) };
        self.consume(&title.slice(0..rest.start), PAPER);
        self.consume(&title.slice(rest.end..text.len()), PAPER);
        self.extra(header, title.slice(rest).trim());
    }

    /// Settles the name; the title of the paper takes its place only if there is none.
    pub(super) fn settle_name(&mut self, header: &mut Header) {
        self.join_name(header);
        self.sex_off_name(header);
        // The day of the paper is no contact.
        let day = |contact: &Contact| {
            contact.kinds.is_empty()
                && contact.key.is_none()
                && PaperTitle::is_noise(contact.value.text().trim())
        };
        let bare = header.contacts.iter().all(day) && header.facts.is_empty();
        let Some(title) = self.paper.take() else {
            // `title: CV` of a site heads its page as well.
            let front = self.source.front.paper_title.as_ref();
            let title = front.filter(|title| bare && SectionKind::is_title_of_paper(&title.text));
            if header.name.is_none()
                && let Some(title) = title
            {
                header.paper = Some(Rich::plain(&title.text, title.span));
            }
            return;
        };
        if header.name.is_some() || !bare {
            let updated = paper_title::last_update(&title.text());
            match updated {
                Some(range) => {
                    self.consume(&title.slice(0..range.start), PAPER);
                    self.consume(&title.slice(range.end..title.text().len()), PAPER);
                    let value = title.slice(range).trim();
                    let span = value.span().unwrap_or_default();
                    header.contacts.push(Contact { kinds: Vec::new(), key: None, value, span });
                }
                None => self.consume(&title, PAPER),
            }
            return;
        }
        // Without a name it heads the page, and no program takes it for a person.
        header.paper = Some(title);
    }

    /// Takes the address in brackets at the end of the paper's title off it, as a contact: `简历（cv.example.com 下载）`.
    fn without_address(&mut self, header: &mut Header, title: Rich) -> Rich {
        let text = title.text();
        let Some(range) = paper_title::address(&text).filter(|_| PaperTitle::is_of_paper(&text)) else {
            return title;
        };
        let value = title.slice(range.clone()).trim();
        let open = text[..range.start].chars().next_back().map_or(0, char::len_utf8);
        self.consume(&title.slice(range.start - open..range.start), "bracket round a contact");
        self.consume(&title.slice(range.end..text.len()), "bracket round a contact");
        let span = value.span().unwrap_or_default();
        header.contacts.push(Contact { kinds: Vec::new(), key: None, value, span });
        title.slice(0..range.start - open).trim()
    }

    /// Takes emoji off the ends of a title.
    pub(in crate::model) fn without_decoration(&mut self, title: Rich) -> Rich {
        let text = title.text();
        let decoration = |c: char| is_emoji(c) || is_private_use(c) || c.is_whitespace();
        let mut start = text.len() - text.trim_start_matches(decoration).len();
        // `icon:briefcase Experience`
        if let Some(word) = text[start..].strip_prefix("icon:") {
            let len = word.find(char::is_whitespace).unwrap_or(word.len());
            let rest = word[len..].trim_start_matches(decoration);
            start = if rest.is_empty() { start } else { text.len() - rest.len() };
        }
        let end = text.trim_end_matches(decoration).len();
        if (start == 0 && end == text.len()) || start >= end {
            return title;
        }
        self.consume(&title.slice(0..start), "emoji beside a title");
        self.consume(&title.slice(end..text.len()), "emoji beside a title");
        title.slice(start..end)
    }
}

/// Returns whether a title is the name of a repository: words in lower case with hyphens between them.
pub(in crate::model) fn is_slug(title: &str) -> bool {
    let title = title.trim();
    title.contains(['-', '_', '.'])
        && title.chars().any(|c| c.is_ascii_lowercase())
        && title.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && !title.chars().next().is_some_and(char::is_uppercase)
}

/// `Alex Sample — Baker | Rye, Rolls & Buns`: another mark than that behind the name parts the headline, none of whose
/// parts is anything else.
fn is_headline_in_parts(title: &Rich, pieces: &[Range<usize>], separators: &[Range<usize>]) -> bool {
    let text = title.masked();
    let mark = |range: &Range<usize>| text[range.clone()].trim().chars().next();
    let [first, others @ ..] = separators else { return false };
    let said = |piece: &Range<usize>| {
        let piece = text[piece.clone()].trim();
        piece.contains(char::is_alphabetic)
            && !piece.contains(['@', '/', ':', '：'])
            && piece.chars().filter(char::is_ascii_digit).count() < 2
            && !words::is_place(piece)
            && !words::is_person(piece)
            && PaperTitle::beside(piece).is_none()
    };
    pieces.len() > 2
        && !others.is_empty()
        && others.iter().all(|range| mark(range) != mark(first))
        && title.runs().all(|run| run.link.is_none())
        && pieces[1..].iter().all(said)
        && pieces.get(1).is_some_and(|piece| {
            let post = &text[piece.clone()];
            words::is_job(post) || !post.contains(chars::is_wide)
        })
}

/// Returns whether a name is written in wide letters.
fn is_wide(name: &Rich) -> bool {
    name.text().contains(chars::is_wide)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Returns whether a name in several scripts has another one as a part: `张三/San Zhang`, `San Zhang (张三)`.
fn says_in_parts(name: &str, part: &str) -> bool {
    let mut parts = name
        .split(['/', '／', '|', '｜', '(', '（', ')', '）'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let several = parts.clone().count() == 2;
    several
        && parts.clone().any(|one| squeezed(one) == squeezed(part))
        && parts.all(|one| !words::is_job(one) && !one.contains(|c: char| c.is_ascii_digit()))
}
