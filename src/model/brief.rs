//! What a page shows of a contact: no more than a reader needs to reach the person.

use super::kinds::{ContactKind, KeyKind};
use super::resume::Contact;
use super::rich::{Piece, Rich};

/// Words in the key of a website that say more than the icon of a globe.
const TELLING: [&str; 14] = [
    "blog",
    "博客",
    "部落格",
    "ブログ",
    "블로그",
    "блог",
    "portfolio",
    "portafolio",
    "作品",
    "ポートフォリオ",
    "포트폴리오",
    "портфолио",
    "简历",
    "履歴",
];

/// `T:`, `E:`, `W:`: a letter says no more than its value does.
fn is_initial(key: &str) -> bool {
    key.len() == 1 && key.starts_with(|c: char| c.is_ascii_alphabetic())
}

impl Contact {
    /// Returns whether icons of its kinds say all that its key does: a telephone does for 电话, a
    /// telephone and a speech bubble do for 电话/微信, a globe does not for 技术专栏.
    pub fn icons_tell(&self) -> bool {
        let Some(key) = &self.key else { return true };
        let key = key.text();
        let key = key.trim().trim_end_matches([':', '：']).trim_end();
        let told = |kind: &ContactKind| match kind {
            ContactKind::Website => !TELLING.iter().any(|word| key.to_lowercase().contains(word)),
            _ => true,
        };
        !self.kinds.is_empty()
            && self.kinds.iter().all(told)
            && (KeyKind::is_known(key) || is_initial(key) && self.shows_what_it_is())
    }

    /// Returns whether its value is linked, or a place.
    fn shows_what_it_is(&self) -> bool {
        self.kinds == [ContactKind::Location] || self.value.runs().any(|run| run.link.is_some())
    }

    /// Returns whether its value is recognised without a key: an address, a number, a place.
    pub fn value_tells(&self) -> bool {
        let value = self.value.text();
        self.icons_tell()
            && self.kinds.len() == 1
            && self.kinds.iter().all(|kind| match kind {
                ContactKind::Email => value.contains('@'),
                ContactKind::Phone => value.chars().filter(char::is_ascii_digit).count() > 5,
                ContactKind::Location => true,
                ContactKind::Wechat | ContactKind::Qq | ContactKind::Line | ContactKind::Kakao => false,
                _ => value.contains('.') || value.to_lowercase().contains(kind.name()),
            })
    }

    /// Returns its value as it is printed: addresses of pages without `https://`, `www.` and a closing slash, which
    /// the link keeps.
    pub fn brief(&self) -> Rich {
        self.shortened().0
    }

    /// Returns the value as printed, and what is left out of it.
    pub(super) fn shortened(&self) -> (Rich, Rich) {
        let text = self.value.text();
        let (mut printed, mut left) = (Rich::default(), Rich::default());
        let mut at = 0;
        for piece in &self.value.0 {
            let (start, end) = (at, at + piece.text().len());
            at = end;
            // An address may be split into several runs: only its two ends are shortened.
            let (head, tail) = match piece {
                Piece::Run(run) if run.link.is_some() && !run.marks.code => {
                    let begins = start == 0 || text[..start].ends_with(char::is_whitespace);
                    let ends = end == text.len() || text[end..].starts_with(char::is_whitespace);
                    ends_of(&run.text, begins, ends)
                }
                _ => (0, 0),
            };
            left.append(self.value.slice(start..start + head));
            printed.append(self.value.slice(start + head..end - tail));
            left.append(self.value.slice(end - tail..end));
        }
        (printed, left)
    }
}

/// Returns the number of bytes at each end of an address that are not printed.
fn ends_of(address: &str, begins: bool, ends: bool) -> (usize, usize) {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    let cased =
        |prefix: &&str| address.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    let scheme = schemes.iter().find(|prefix| begins && cased(prefix)).map_or(0, |prefix| prefix.len());
    let www = if begins && address[scheme..].starts_with("www.") { "www.".len() } else { 0 };
    let head = scheme + www;
    let body = &address[head..];
    let slash = ends && head > 0 && body.ends_with('/') && body.len() > 1;
    if body.is_empty() { (0, 0) } else { (head, usize::from(slash)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;

    fn contact(kinds: &[ContactKind], key: &str) -> bool {
        let key = (!key.is_empty()).then(|| Rich::plain(key, Span::default()));
        Contact { kinds: kinds.to_vec(), key, value: Rich::default(), span: Span::default() }.icons_tell()
    }

    #[test]
    fn an_icon_stands_for_a_key_that_says_no_more() {
        use ContactKind::{Email, Location, Phone, Website, Wechat};
        for (kind, key) in [
            (Phone, "电话："),
            (Phone, "Mobile:"),
            (Email, "E-Mail："),
            (Website, "主页："),
            (Location, "现居："),
            (Website, ""),
        ] {
            assert!(contact(&[kind], key), "{key}");
        }
        assert!(contact(&[Phone, Wechat], "联系电话/微信号："));
        for key in ["技术专栏：", "Blog:", "个人博客：", "Online-Portfolio:", "作品集："] {
            assert!(!contact(&[Website], key), "{key}");
        }
        assert!(!contact(&[Phone], "Phone of my assistant:"));
        assert!(!contact(&[Phone], "电话（周末）："));
    }

    #[test]
    fn addresses_are_printed_short() {
        let brief = |text: &str| {
            let mut value = Rich::plain(text, Span::default());
            if let Some(Piece::Run(run)) = value.0.first_mut() {
                run.link = Some("https://x.example".to_owned());
            }
            let contact = Contact { kinds: Vec::new(), key: None, value, span: Span::default() };
            contact.brief().text().into_owned()
        };
        for (written, printed) in [
            ("https://example.com/yan/", "example.com/yan"),
            ("HTTP://www.example.com", "example.com"),
            ("www.example.com/", "example.com"),
            ("mailto:yan@example.com", "yan@example.com"),
            ("example.com/", "example.com/"),
            ("GitHub", "GitHub"),
            ("https://", "https://"),
        ] {
            assert_eq!(brief(written), printed);
        }
        let plain = Contact {
            kinds: Vec::new(),
            key: None,
            value: Rich::plain("see https://example.com/", Span::default()),
            span: Span::default(),
        };
        assert_eq!(plain.brief().text(), "see https://example.com/");
    }
}
