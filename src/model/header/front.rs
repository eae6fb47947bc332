//! Values of the front matter for the header where the text has none.

use super::beside::{self, Beside};
use super::paper_title;
use crate::diag::Span;
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::kinds::{ContactKind, KeyKind, PaperTitle, SectionKind};
use crate::model::link;
use crate::model::resume::{Block, BlockKind, Contact, Header, Image, KeyValue, TextLine};
use crate::model::rich::{Piece, Rich};
use crate::model::words;
use crate::source::chars::{half_ems, is_wide};
use crate::source::links::{self, Target};
use crate::source::{FrontContact, Source, Value};

/// The longest title of a page that is a post, in characters.
const LONGEST_POST: usize = 50;
/// The longest fact in a title between bars, in half ems.
const FACT: usize = 24;

impl Builder<'_> {
    /// Adds the values of the front matter that the text lacks.
    pub(in crate::model) fn front_matter(&mut self, header: &mut Header) {
        let front = &self.source.front;
        if header.name.is_none() {
            let said = front.name.as_ref().map(|name| Rich::plain(&name.text, name.span));
            // The author first: a title names the page more often than the person.
            let titles = || front.paper_title.iter().chain(&front.hints);
            match said {
                Some(name) => header.name = Some(name),
                None => {
                    if let Some((name, headline)) = front.author.as_ref().and_then(name_of) {
                        name_and_headline(header, name, headline);
                    } else if let Some(title) = titles().find_map(row_of) {
                        self.title_in_a_row(header, title);
                    } else if let Some((name, headline)) = titles().chain(&front.headline).find_map(name_of) {
                        name_and_headline(header, name, headline);
                    } else if let Some(author) =
                        front.author.as_ref().filter(|author| may_be_author(&author.text))
                    {
                        header.name = Some(Rich::plain(&author.text, author.span));
                    }
                }
            }
        }
        if let Some(line) = front.headline.clone() {
            self.contacts_of_headline(header, &line);
        }
        self.contacts_of_title(header);
        let headline = self.front_headline(header).cloned();
        if let (None, Some(headline)) = (&header.headline, headline)
            && !self.contacts_of_headline(header, &headline)
        {
            let value = Rich::plain(&headline.text, headline.span);
            header.headline = Some(KeyValue { key: None, value, span: headline.span });
        }
        if let Some(photo) = &front.photo {
            let image = Image { src: photo.text.clone(), alt: String::new(), width: None, span: photo.span };
            header.photo.get_or_insert(image);
        }
        for contact in &front.contacts {
            let item = without_name(header, self.front_contact(contact));
            if !is_said(header, &item) {
                self.item(header, item);
            }
        }
        if let Some(summary) = &front.summary {
            let body = Rich::plain(&summary.text, summary.span);
            let line = TextLine { label: None, body, span: summary.span };
            let kind = BlockKind::Paragraph(vec![line]);
            header.blocks.push(Block { span: summary.span, keep: false, kind });
        }
    }

    /// Returns the headline of the front matter: `headline:`, else a title or a description that is a post,
    /// if the name is there as well.
    fn front_headline(&self, header: &Header) -> Option<&Value> {
        let front = &self.source.front;
        let Some(name) = header.name.as_ref() else {
            let short = |value: &&Value| value.text.chars().count() <= 2 * LONGEST_POST;
            let remark = |text: &str| PaperTitle::is_of_paper(text) || PaperTitle::is_remark(text);
            let post = |value: &&Value| {
                words::is_job(&value.text) && !value.text.contains(['.', '。', '，']) && !remark(&value.text)
            };
            let told = front.headline.iter().filter(short).find(|value| !remark(&value.text));
            return told.or_else(|| front.hints.iter().filter(short).find(post));
        };
        let said = name.text();
        if let Some(headline) = &front.headline {
            // `tagline: Alex Sample` adds nothing.
            return (headline.text != said).then_some(headline);
        }
        let in_front =
            name.span().is_some_and(|span| front.span.start <= span.start && span.end <= front.span.end);
        let post = |value: &&Value| {
            let text = value.text.as_str();
            let parted = text.contains(['|', '｜', '·']);
            let longest = if parted { 2 * LONGEST_POST } else { LONGEST_POST };
            let short = text.chars().count() <= longest && !text.contains(['.', '。', '，']);
            let remark = PaperTitle::is_of_paper(text) || PaperTitle::is_remark(text);
            short && words::is_job(text) && !text.contains(&*said) && !remark
        };
        front.paper_title.iter().filter(|_| in_front).chain(&front.hints).find(post)
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

pub(super) fn name_and_headline(header: &mut Header, name: Rich, headline: Option<Rich>) {
    header.name = Some(name);
    if let (None, Some(value)) = (&header.headline, headline) {
        let span = value.span().unwrap_or_default();
        header.headline = Some(KeyValue { key: None, value, span });
    }
}

/// Returns the name of the person in the front matter, even as the title of the page.
pub(in crate::model) fn name_in_front(source: &Source) -> Option<String> {
    let front = &source.front;
    let titled = || front.paper_title.as_ref().and_then(name_of).map(|(name, _)| name.text().into_owned());
    front.name.as_ref().map(|name| name.text.clone()).or_else(titled)
}

/// `author: Ícaro`: one or a few words that may name a person, though not by their shape.
fn may_be_author(text: &str) -> bool {
    let text = text.trim();
    let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '·'));
    let capital = text.split(' ').all(|word| word.starts_with(|c: char| c.is_uppercase() || is_wide(c)));
    (2..=40).contains(&text.chars().count())
        && letters
        && capital
        && text.split(' ').count() <= 4
        && SectionKind::of_title(text) == [SectionKind::Other]
        && !PaperTitle::is_of_paper(text)
        && !words::is_job(text)
        && !["Admin", "Administrator", "Author", "Me", "Team", "Staff"].contains(&text)
}

/// A title that gives several things about the person.
pub(super) struct Row {
    pub name: Rich,
    pub others: Vec<Rich>,
}

/// Reads `张三 - 138…`, `张三 | 会计 | a@example.com`: a person, and contacts or a post.
pub(super) fn row_of(value: &Value) -> Option<Row> {
    let text = value.text.as_str();
    if text.chars().count() > 3 * LONGEST_POST {
        return None;
    }
    let whole = Rich::plain(text, value.span);
    let number = |text: &str| link::phone(text).is_some_and(|(range, _)| range.len() + 2 >= text.len());
    let contact = |text: &str| number(text) || text.contains('@') && !text.contains(char::is_whitespace);
    // A hyphen also occurs inside numbers.
    let marks = [" - ", " – ", " — ", "|", "｜", "·", "，", "、", ", ", "-", " "];
    marks.iter().find_map(|mark| {
        let mut at = 0;
        let mut pieces = Vec::new();
        for piece in text.split(mark) {
            pieces.push(whole.slice(at..at + piece.len()).trim());
            at += piece.len() + mark.len();
        }
        let person = pieces.iter().position(|piece| words::is_person(piece.text().trim()))?;
        let name = pieces.remove(person);
        // `我的简历 | 2024版 | 张三 | 138… | 7年经验`
        let barred = matches!(*mark, "|" | "｜" | "·");
        pieces.retain(|piece| !paper_title::is_about_paper(piece.text().trim()));
        let short = |text: &str| text.chars().map(half_ems).sum::<usize>() <= FACT;
        let said = |piece: &Rich| {
            let text = piece.text();
            contact(text.trim()) || words::is_job(&text) || barred && short(text.trim())
        };
        let found = pieces.iter().any(|piece| contact(piece.text().trim()));
        (found && pieces.iter().all(said)).then_some(Row { name, others: pieces })
    })
}

/// Returns the name of the person, and the post, if the author or the title of a text gives them:
/// `Alex Sample`, `Alex Sample - Engineer - Resume`.
fn name_of(value: &Value) -> Option<(Rich, Option<Rich>)> {
    let text = without_commands(&value.text);
    let text = text.trim();
    let whole = Rich::plain(text, value.span);
    if words::is_person(text) && !SectionKind::is_title_of_paper(text) {
        return Some((whole, None));
    }
    let Some(paper) = PaperTitle::of(text) else {
        if let Some(name) = over_page(text) {
            return Some((whole.slice(0..name), None));
        }
        let Beside { name, post } = beside::of(&whole).or_else(|| beside::dashed(text))?;
        return Some((whole.slice(name), Some(whole.slice(post))));
    };
    let name = whole.slice(paper.name?).trim();
    Some((name, paper.headline.map(|headline| whole.slice(headline).trim())))
}

/// Returns how long the name is in the title of a page: `Alex Sample - About me`, `张三 | 关于我`.
fn over_page(text: &str) -> Option<usize> {
    const PAGES: [&str; 18] = [
        "about",
        "about me",
        "home",
        "homepage",
        "home page",
        "personal website",
        "website",
        "blog",
        "关于我",
        "關於我",
        "关于",
        "关于本人",
        "首页",
        "主页",
        "个人主页",
        "博客",
        "个人博客",
        "个人网站",
    ];
    let parts =
        [" - ", " – ", " — ", " | ", "|", "｜", " · "].iter().filter_map(|mark| text.split_once(mark));
    let mut named = parts.filter(|(name, page)| {
        words::is_person(name.trim()) && PAGES.contains(&page.trim().to_lowercase().as_str())
    });
    named.next().map(|(name, _)| name.len())
}

/// Takes the emphasis and the commands that only set space off a title: `**ALEX SAMPLE**\vspace{-1em}`.
fn without_commands(text: &str) -> String {
    let end = text.find("\\vspace").or_else(|| text.find("\\\\")).unwrap_or(text.len());
    text[..end].trim().trim_matches(['*', '_']).to_owned()
}

/// `header: 张三，博士`: the text after the name that is printed above.
fn without_name(header: &Header, item: Item) -> Item {
    let (Item::Text(value), Some(name)) = (&item, &header.name) else { return item };
    let (text, span) = (value.text(), value.span().unwrap_or_default());
    let parting = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '|' | '｜' | '·' | '-' | '–' | '—');
    match text.trim().strip_prefix(&*name.text()) {
        Some(rest) if rest.is_empty() || rest.starts_with(parting) => {
            let rest = rest.trim_start_matches(parting);
            Item::Text(if rest.is_empty() { Rich::default() } else { Rich::plain(rest, span) })
        }
        _ => item,
    }
}

/// Returns whether the text itself has a contact: another copy of it adds nothing.
pub(super) fn is_said(header: &Header, item: &Item) -> bool {
    let Item::Contact(new) = item else {
        let Item::Text(value) = item else { return false };
        let value = value.text();
        let texts = header.facts.iter().chain(&header.headline).map(|pair| &pair.value);
        let mut texts = texts.chain(header.contacts.iter().map(|contact| &contact.value));
        return !value.trim().is_empty() && texts.any(|text| text.text().contains(value.trim()));
    };
    let plain = |text: &Rich| -> String {
        let letters = text.text();
        let letters = letters.trim_start_matches("https://").trim_start_matches("http://");
        letters.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let link = |text: &Rich| text.runs().find_map(|run| run.link.clone());
    header.contacts.iter().any(|old| {
        let linked = link(&old.value).is_some_and(|to| Some(to) == link(&new.value));
        linked || (old.kinds.first() == new.kinds.first() && plain(&old.value) == plain(&new.value))
    })
}

/// `email: a@b.c` of the front matter: the key gives the kind and is not printed.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_a_row_loses_nothing_but_words_about_the_paper() {
        let row = |text: &str| {
            let row = row_of(&Value { text: text.to_owned(), span: Span::default() })?;
            let others: Vec<String> = row.others.iter().map(|piece| piece.text().trim().to_owned()).collect();
            Some((row.name.text().into_owned(), others.join(" / ")))
        };
        for (text, others) in [
            ("我的简历| 2024版 | 张三 | 138-0000-0000 | 会计 | 七年经验", "138-0000-0000 / 会计 / 七年经验"),
            ("张三 - 13800000000", "13800000000"),
            ("张三 | 会计 | a@example.com", "会计 / a@example.com"),
            ("简历 · 张三 · 男 · 13800000000", "男 / 13800000000"),
        ] {
            assert_eq!(row(text), Some(("张三".to_owned(), others.to_owned())), "{text}");
        }
        for text in ["张三 | 会计", "张三 的 博客 13800000000", "138-0000-0000 | 会计"] {
            assert_eq!(row(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_is_told_from_a_title() {
        let name = |text: &str| name_of(&Value { text: text.to_owned(), span: Span::default() }).is_some();
        for text in [
            "张三",
            "欧阳小满",
            "Alex Sample",
            "Jean-Luc O’Neil",
            "Anna B. Muster",
            "Élodie Exemple",
            "**ALEX SAMPLE**\\vspace{-1em}",
        ] {
            assert!(name(text), "{text}");
        }
        // Titles of papers may hold one as well.
        for text in ["Alex Sample's CV - 2024", "Alex Sample - Engineer - Resume", "张三的个人简历"] {
            assert!(name(text), "{text}");
        }
        for text in ["我的简历", "关于我", "Curriculum Vitae", "About Me", "My Resume", "resume", ""] {
            assert!(!name(text), "{text}");
        }
    }

    #[test]
    fn a_title_may_hold_contacts() {
        let row = |text: &str| {
            let row = row_of(&Value { text: text.to_owned(), span: Span::default() })?;
            let others: Vec<String> = row.others.iter().map(|piece| piece.text().into_owned()).collect();
            Some(format!("{}: {}", row.name.text(), others.join("+")))
        };
        for (title, want) in [
            ("林小满 - 13800000000", "林小满: 13800000000"),
            ("林小满 | 会计 | 138-0000-0000 | lin@example.com", "林小满: 会计+138-0000-0000+lin@example.com"),
            ("林小满 13800000000", "林小满: 13800000000"),
            ("会计，林小满，lin@example.com", "林小满: 会计+lin@example.com"),
            ("Alex Sample – alex@example.com", "Alex Sample: alex@example.com"),
        ] {
            assert_eq!(row(title).as_deref(), Some(want), "{title}");
        }
        for title in ["林小满 - 读书笔记", "我的主页 - 13800000000", "2020-2021", "林小满", ""]
        {
            assert_eq!(row(title), None, "{title}");
        }
    }
}
