//! The keys of the header's items, with a colon or without.

use super::disguised::is_disguised;
use crate::model::key;
use crate::model::kinds::{ContactKind, KeyKind};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::{is_han, is_wide};

/// The value behind a key without a colon is no longer than this, in characters.
const LONGEST_VALUE: usize = 40;

/// Returns the length of a key and where its value begins: `电话：`, a sign such as ☎, `icon:weixin`.
pub(super) fn key_of(text: &str) -> Option<(usize, usize)> {
    if let Some(key) = key::at_start(text, key::GRID_KEY).or_else(|| glued(text)) {
        return Some((key.len, key.value));
    }
    let word = text.find(char::is_whitespace)?;
    let sign = &text[..word];
    // `手机号 138-0000-0000`
    let digits = text[word..].chars().filter(char::is_ascii_digit).count();
    let spaced = (2..=5).contains(&sign.chars().count())
        && sign.chars().all(is_han)
        && matches!(KeyKind::of_key(sign).as_slice(), [KeyKind::Contact(kind)] if *kind != ContactKind::Location)
        && (digits >= 7 || text[word..].contains('@'));
    // `Email alex(at)example.com`
    let mail = KeyKind::of_key(sign) == [KeyKind::Contact(ContactKind::Email)] && is_disguised(&text[word..]);
    let is_sign = sign.chars().count() <= 2 && !sign.chars().any(char::is_alphanumeric);
    let named = text.starts_with("icon:") || (is_sign && !KeyKind::of_key(sign).is_empty());
    let value = word + text[word..].len() - text[word..].trim_start().len();
    (named || spaced || mail || is_named(sign, &text[value..])).then_some((word, value))
}

/// `名前 Alex Sample`, `姓名 张三`: the key of a name, and a person.
fn is_named(key: &str, value: &str) -> bool {
    let mut parts = value.split(['/', '／', '（', '(']).map(str::trim);
    KeyKind::of_key(key) == [KeyKind::Name]
        && key.chars().all(is_wide)
        && value.chars().count() <= LONGEST_VALUE
        && parts.any(words::is_person)
}

/// Returns what the name of a variable says that a template would have filled in: `$phone_number`.
pub(super) fn kind_of_variable(text: &str) -> Option<ContactKind> {
    let name = text.trim().strip_prefix('$')?;
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    match KeyKind::of_key(name).first().filter(|_| plain) {
        Some(KeyKind::Contact(kind)) => Some(*kind),
        _ => None,
    }
}

/// `**微信** sample_wx`: a known key in bold, and a short value that is not.
pub(super) fn bold_key(item: &Rich) -> Option<(usize, usize)> {
    let first = item.runs().next()?;
    // `email [a@example.com](…)`: the words of a picture that is not there.
    let linked = first.link.is_none()
        && matches!(KeyKind::of_key(first.text.trim()).as_slice(), [KeyKind::Contact(_)])
        && item.runs().skip(1).any(|run| run.link.is_some())
        && item.runs().skip(1).all(|run| run.link.is_some() || run.text.trim().is_empty());
    if !first.marks.strong && !linked {
        return None;
    }
    let text = item.text();
    let value = text[first.text.len()..].trim_start();
    let apart = first.text.ends_with(char::is_whitespace) || value.len() < text.len() - first.text.len();
    let plain = item.runs().skip(1).all(|run| !run.marks.strong);
    let short =
        (linked || value.chars().count() <= LONGEST_VALUE) && !value.ends_with(['。', '.', '：', ':']);
    let len = first.text.trim_end().len();
    let known = KeyKind::is_known(first.text.trim()) && !value.is_empty();
    (apart && plain && short && known).then(|| (len, text.len() - value.len()))
}

/// `Phone:+1 555 010 0000`, `My mail:a@example.com`: no blank stands behind the colon of a key that is known, or
/// before an address.
fn glued(text: &str) -> Option<key::Key> {
    let (name, value) = text.split_once(':')?;
    let plain = name.split_whitespace().count() <= 3
        && name.len() <= 40
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.'));
    let contact = || {
        let address =
            value.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
        KeyKind::of_key(name).iter().any(|kind| matches!(kind, KeyKind::Contact(_) | KeyKind::Name))
            || address && !value.contains(' ')
    };
    let apart = value.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '+' | '@' | '('));
    let len = name.len() + 1;
    (plain && apart && contact()).then_some(key::Key { len, value: len })
}
