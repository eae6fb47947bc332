//! Header items: what a piece of text above the first section is, by key, link or shape.

mod address;
mod disguised;
mod keys;

use super::flow::Manner;
use super::kinds::{ContactKind, KeyKind};
use super::link;
use super::resume::{Contact, KeyValue};
use super::rich::{Rich, Run};
use crate::source::links::{self, Target};
pub(super) use address::is_whereabouts;
use address::without_gloss;
pub(super) use disguised::is_disguised;
use keys::{bold_key, key_of, kind_of_variable};

/// What an item of the header is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    /// The name, with its key.
    Name {
        /// `姓名：`
        key: Rich,
        /// The name itself.
        value: Rich,
    },
    /// The post applied for, with its key.
    Headline(KeyValue),
    /// A way to reach the person.
    Contact(Contact),
    /// Any other key and value.
    Fact(KeyValue),
    /// Text that is no item by itself.
    Text(Rich),
}

/// Returns what a piece of the header is.
pub(super) fn classify(item: Rich, manner: &Manner) -> Item {
    let item = without_code(item.trim(), manner);
    let text = item.text();
    let Some(span) = item.span() else { return Item::Text(item) };
    let Some((key_len, value_at)) = key_of(&text).or_else(|| bold_key(&item)) else {
        return match shape(&item, manner) {
            Some((kind, value)) => Item::Contact(Contact { kinds: vec![kind], key: None, value, span }),
            None => match Some(ContactKind::Location)
                .filter(|_| is_whereabouts(&text))
                .or(Some(ContactKind::Email).filter(|_| is_disguised(&text)))
                .or(kind_of_variable(&text))
            {
                Some(kind) => Item::Contact(Contact { kinds: vec![kind], key: None, value: item, span }),
                None => Item::Text(item),
            },
        };
    };
    let key = item.slice(0..key_len);
    let value = item.slice(value_at..text.len());
    keyed(key, value, manner)
}

/// Takes a contact out of its code span: `` `a@example.com` ``, after an icon or not.
fn without_code(mut item: Rich, manner: &Manner) -> Rich {
    let is_code = || {
        let mut shown = item.runs().filter(|run| run.text.contains(char::is_alphanumeric));
        let (Some(run), None) = (shown.next(), shown.next()) else { return false };
        run.marks.code && link::is_contact(run.text.trim())
    };
    if !is_code() {
        return item;
    }
    item.dress(|marks| marks.code = false);
    link::find(item, manner.chinese)
}

/// Returns what a key and its value are.
pub(super) fn keyed(key: Rich, value: Rich, manner: &Manner) -> Item {
    let Some(span) = key.span().map(|span| value.span().map_or(span, |value| span.to(value))) else {
        return Item::Text(value);
    };
    let value = without_code(value, manner);
    let said = KeyKind::of_key(&key.text());
    let kinds: Vec<ContactKind> = said
        .iter()
        .filter_map(|kind| match kind {
            KeyKind::Contact(kind) => Some(*kind),
            _ => None,
        })
        .collect();
    if let Some(first) = kinds.first() {
        let (kinds, value) = contact(kinds.clone(), *first, value, manner);
        return Item::Contact(Contact { kinds, key: Some(key), value, span });
    }
    match said.first() {
        Some(KeyKind::Name) if !value.is_blank() => Item::Name { key, value },
        Some(KeyKind::Headline) if !value.is_blank() => {
            Item::Headline(KeyValue { key: Some(key), value, span })
        }
        Some(_) => Item::Fact(KeyValue { key: Some(key), value, span }),
        None if leads_to_things(&value) => Item::Fact(KeyValue { key: Some(key), value, span }),
        None => match shape(&value, manner) {
            Some((kind, value)) => Item::Contact(Contact { kinds: vec![kind], key: Some(key), value, span }),
            // `L: Testville, TX`, `A: 1 Sample Rd, Testville`
            None if matches!(key.text().trim(), "L:" | "A:") && is_whereabouts(&value.text()) => {
                Item::Contact(Contact { kinds: vec![ContactKind::Location], key: Some(key), value, span })
            }
            None => Item::Fact(KeyValue { key: Some(key), value, span }),
        },
    }
}

/// Returns whether a value is a row of links, none to a network of accounts: `[Vim](…), [Blender](…)`.
fn leads_to_things(value: &Rich) -> bool {
    let mut links: Vec<&str> = value.runs().filter_map(|run| run.link.as_deref()).collect();
    links.dedup();
    let named = |run: &Run| run.link.as_deref().is_none_or(|link| !link.contains(run.text.trim()));
    links.len() > 1
        && value.runs().all(named)
        && links.iter().all(|link| ContactKind::of_url(link) == ContactKind::Website)
}

/// Returns a contact whose kind was told by something other than its text: an icon.
pub(super) fn of_kind(kind: ContactKind, value: Rich, manner: &Manner) -> Item {
    let Some(span) = value.span() else { return Item::Text(value) };
    let (kinds, value) = contact(vec![kind], kind, value, manner);
    Item::Contact(Contact { kinds, key: None, value, span })
}

/// Returns kinds and value of an item whose key names a contact, its links found.
fn contact(
    mut kinds: Vec<ContactKind>,
    first: ContactKind,
    value: Rich,
    manner: &Manner,
) -> (Vec<ContactKind>, Rich) {
    use ContactKind::{Location, Phone, Website};
    let value = linked(value, first, manner);
    // `地址：https://…` is the address of a thing; a street may link to a map.
    let shown = value.text();
    let host = shown.split_once("://").map_or(shown.as_ref(), |(_, host)| host);
    let web = first == Location && links::looks_like_domain(host.trim());
    if (first == Website || web)
        && let Some(link) = value.runs().find_map(|run| run.link.as_deref())
    {
        // `博客：https://github.com/lin/blog` is no profile.
        let path = link.split_once("://").map_or(link, |(_, rest)| rest).trim_end_matches('/');
        let kind = ContactKind::of_url(link);
        if !(kind == ContactKind::Github && path.matches('/').count() > 1) {
            kinds[0] = kind;
        }
    }
    // `LinkedIn / GitHub: https://github.com/…`: the address says which.
    let of_link = value.runs().find_map(|run| run.link.as_deref()).map(ContactKind::of_url);
    if let Some(at) = of_link.and_then(|kind| kinds.iter().position(|other| *other == kind)) {
        kinds[..=at].rotate_right(1);
    }
    // 联系方式：a@b.c is no telephone number, nor is a web address.
    if first == Phone
        && kinds.len() == 1
        && let Some(link) = value.runs().find_map(|run| run.link.as_deref())
        && ContactKind::of_url(link) != Phone
    {
        kinds[0] = ContactKind::of_url(link);
    }
    (kinds, value)
}

/// Returns the kind of an item without a key, from its links or its shape.
fn shape(item: &Rich, manner: &Manner) -> Option<(ContactKind, Rich)> {
    let text = item.text();
    let linked_bytes: usize = item.runs().filter(|run| run.link.is_some()).map(|run| run.text.len()).sum();
    if let Some(link) = item.runs().find_map(|run| run.link.clone()) {
        let most = linked_bytes * 2 >= text.trim().len() && !is_sentence_of_links(item, &text);
        return most.then(|| (ContactKind::of_url(&link), item.clone()));
    }
    if let Some((range, url)) = link::phone(&text)
        && (range.len() * 2 >= text.trim().len() || range.len() >= without_gloss(&text).len())
    {
        return Some((ContactKind::Phone, link::apply(item, &text, vec![(range, url)])));
    }
    if is_masked_number(text.trim()) {
        return Some((ContactKind::Phone, item.clone()));
    }
    let domain = links::looks_like_domain(text.trim()) && (manner.chinese || text.contains('.'));
    if domain && let Target::Url(url) = links::target(text.trim()) {
        return Some((ContactKind::of_url(&url), link::apply(item, &text, vec![(0..text.len(), url)])));
    }
    None
}

/// `1380000****`, `138****0000`: a number that its author masked.
fn is_masked_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let masked = text.chars().filter(|c| matches!(c, '*' | 'x' | 'X' | '＊')).count();
    text.starts_with('1') && (3..=8).contains(&digits) && digits + masked == 11 && text.chars().count() == 11
}

/// `Links to the [second task](…) and the [talk](…).`: a full stop, several links, and words between them, or a link
/// to a thing.
fn is_sentence_of_links(item: &Rich, text: &str) -> bool {
    let links = item.runs().filter(|run| run.link.is_some()).count();
    let said = item.runs().filter(|run| run.link.is_none()).flat_map(|run| run.text.split_whitespace());
    let words = said.filter(|word| word.starts_with(char::is_lowercase)).count();
    // `Delegate at the 2016 [Young Bakers Summit](…)`: what someone did, and where.
    let mut things = item.runs().filter(|run| run.link.is_some());
    let thing = things.all(|run| {
        let link = run.link.as_deref().unwrap_or_default();
        run.text.contains(' ')
            && ContactKind::of_url(link) == ContactKind::Website
            && !link.contains(run.text.trim())
    });
    words >= 2 && (links > 1 && text.trim_end().ends_with('.') || thing)
}

/// Returns a value with the links that its key promises; the characters stay the same.
fn linked(value: Rich, kind: ContactKind, manner: &Manner) -> Rich {
    let text = value.text();
    match kind {
        _ if kind != ContactKind::Phone && value.runs().any(|run| run.link.is_some()) => value,
        _ if kind == ContactKind::Phone || has_number(kind, &text) => {
            let found = pieces(&text)
                .filter_map(|(at, piece)| {
                    let skip = inner_key(piece);
                    let found = link::phone(&piece[skip..]);
                    found.map(|(range, url)| (at + skip + range.start..at + skip + range.end, url))
                })
                .collect();
            link::apply(&value, &text, found)
        }
        ContactKind::Wechat
        | ContactKind::Qq
        | ContactKind::Line
        | ContactKind::Kakao
        | ContactKind::Location => value,
        ContactKind::Email => link::find(value, manner.chinese),
        _ if links::looks_like_domain(text.trim()) => match links::target(text.trim()) {
            Target::Url(url) => link::apply(&value, &text, vec![(0..text.len(), url)]),
            _ => value,
        },
        _ => match profile(kind, text.trim()) {
            Some(url) => link::apply(&value, &text, vec![(0..text.len(), url)]),
            None => value,
        },
    }
}

/// Returns whether an account is a telephone number, as on messengers.
fn has_number(kind: ContactKind, text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    kind == ContactKind::Whatsapp
        || kind == ContactKind::Telegram
            && digits >= 8
            && text.trim().starts_with(['+', '0', '('])
            && !text.contains(char::is_alphabetic)
}

/// Returns the length of a key before a number in brackets: `휴대폰(010-0000-0000)`, `手机（138…）`.
fn inner_key(piece: &str) -> usize {
    let open = piece.find(['(', '（']).filter(|at| !KeyKind::of_key(piece[..*at].trim()).is_empty());
    open.unwrap_or(0)
}

/// Splits `138…/139…` at the marks between two values.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parting = |c: char| matches!(c, '/' | '、' | ',' | ';' | '，' | '；' | '或' | '|');
    text.split_inclusive(parting).scan(0, move |at, piece| {
        let start = *at;
        *at += piece.len();
        Some((start, piece.trim_end_matches(parting)))
    })
}

/// Returns the page of a user name where its address is certain.
fn profile(kind: ContactKind, name: &str) -> Option<String> {
    let name = name.strip_prefix('@').unwrap_or(name);
    // `GitHub: http` is an address that was lost.
    let lost = ["http", "https", "www", "none", "n.a."].iter().any(|word| name.eq_ignore_ascii_case(word));
    let plain = !name.is_empty()
        && !lost
        && name.len() <= 39
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    let host = match kind {
        ContactKind::Github => "github.com",
        ContactKind::Gitee => "gitee.com",
        ContactKind::Gitlab => "gitlab.com",
        ContactKind::Telegram => "t.me",
        _ => return None,
    };
    plain.then(|| format!("https://{host}/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Span};

    fn shown(text: &str) -> String {
        let manner = Manner { chinese: true, ..Manner::default() };
        let rich = Rich::plain(text, Span::new(FileId::RESUME, 0..text.len()));
        match classify(link::find(rich, true), &manner) {
            Item::Contact(contact) => {
                let kinds: Vec<_> = contact.kinds.iter().map(|kind| kind.name()).collect();
                let links: Vec<_> = contact.value.runs().filter_map(|run| run.link.as_deref()).collect();
                format!("{} {}", kinds.join("+"), links.join(" ")).trim_end().to_owned()
            }
            Item::Name { value, .. } => format!("name {}", value.text()),
            Item::Headline(pair) => format!("headline {}", pair.value.text()),
            Item::Fact(pair) => format!("fact {}", pair.value.text()),
            Item::Text(_) => "text".into(),
        }
    }

    #[test]
    fn items_are_known_by_key_link_or_shape() {
        for (text, want) in [
            ("姓名：张三", "name 张三"),
            ("联系电话/微信号：13800000000", "phone+wechat tel:13800000000"),
            ("电子邮箱：a1@x.com或b2@y.com", "email mailto:a1@x.com mailto:b2@y.com"),
            ("技术专栏：https://juejin.cn/user/8/posts", "juejin https://juejin.cn/user/8/posts"),
            ("个人主页：https://github.com/zhang", "github https://github.com/zhang"),
            ("GitHub: zhang-san", "github https://github.com/zhang-san"),
            ("微信：zhang_san", "wechat"),
            ("应聘职位：研发工程师(Rust方向)", "headline 研发工程师(Rust方向)"),
            ("出生日期：1991-10-10", "fact 1991-10-10"),
            ("K8S证书：CKA 证书", "fact CKA 证书"),
            ("📧 a@b.cn", "email mailto:a@b.cn"),
            ("github.com/zhang", "github https://github.com/zhang"),
            ("+86 138-0000-0000", "phone tel:+8613800000000"),
            ("电话：010-12345678 / 13900000000", "phone tel:01012345678 tel:13900000000"),
            ("杭州", "location"),
            ("Rust 工程师", "text"),
        ] {
            assert_eq!(shown(text), want, "{text}");
        }
    }
}
