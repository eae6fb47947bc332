//! Link targets: which are allowed, and how they are written in the PDF.

/// A link target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A web page, a mail address, a telephone number: percent-encoded.
    Url(String),
    /// A place in the text itself, or a file next to it: nothing that a PDF could open.
    Local,
    /// A scheme that is not allowed (`javascript:`, `file:` …).
    Refused(String),
}

/// The schemes that a résumé needs.
const SCHEMES: [&str; 7] = ["http", "https", "mailto", "tel", "sms", "ftp", "xmpp"];

/// Classifies a link target. Never fails.
pub fn target(url: &str) -> Target {
    let url: String = url.trim().chars().filter(|c| !c.is_control()).collect();
    if let Some((scheme, rest)) = url.split_once(':')
        && is_scheme(scheme)
        && !(scheme.contains('.') && rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        let lower = scheme.to_ascii_lowercase();
        // `mailto://a@example.com` names a host instead of an address.
        if let Some(rest) = rest.strip_prefix("//").filter(|_| matches!(lower.as_str(), "mailto" | "tel")) {
            return Target::Url(encode(&format!("{lower}:{rest}")));
        }
        return if SCHEMES.contains(&lower.as_str()) {
            Target::Url(encode(&url))
        } else {
            Target::Refused(lower)
        };
    }
    if let Some(rest) = url.strip_prefix("//") {
        return Target::Url(encode(&format!("https://{rest}")));
    }
    if looks_like_domain(&url) {
        return Target::Url(encode(&format!("https://{url}")));
    }
    if is_email(&url) {
        return Target::Url(encode(&format!("mailto:{url}")));
    }
    Target::Local
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// Returns whether a text is a domain with or without a path: `www.example.com/a`.
pub fn looks_like_domain(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let mut labels = host.rsplit('.');
    let Some(top) = labels.next() else { return false };
    let good = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    is_top_level(top) && labels.next().is_some_and(good) && labels.all(good)
}

/// Returns whether a top-level domain is recognised without `https://`; others are too often file names.
fn is_top_level(text: &str) -> bool {
    const KNOWN: [&str; 44] = [
        "com", "org", "net", "cn", "io", "dev", "me", "app", "ai", "co", "edu", "gov", "info", "xyz", "top",
        "site", "tech", "blog", "page", "cc", "tv", "im", "hk", "tw", "jp", "kr", "uk", "de", "fr", "eu",
        "ch", "us", "ca", "au", "in", "sg", "link", "wiki", "club", "fun", "vip", "ink", "moe", "art",
    ];
    KNOWN.contains(&text.to_ascii_lowercase().as_str())
}

/// Returns whether a text is a single mail address.
pub fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let word = |part: &str, more: &[u8]| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || more.contains(&b))
            && !part.starts_with('.')
            && !part.ends_with('.')
    };
    word(local, b".!#$%&'*+/=?^_`{|}~-")
        && word(host, b".-")
        && host.rsplit_once('.').is_some_and(|(name, top)| !name.is_empty() && top.len() >= 2)
}

/// Percent-encodes the characters that a URI may not contain (RFC 3986 §2); encoded ones stay.
fn encode(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for (at, byte) in url.bytes().enumerate() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte);
        let encoded = byte == b'%'
            && url.as_bytes().get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        if plain || encoded {
            out.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_let_through_by_scheme() {
        let url = |text: &str| match target(text) {
            Target::Url(url) => url,
            other => format!("{other:?}"),
        };
        assert_eq!(url("https://例え.jp/履"), "https://%E4%BE%8B%E3%81%88.jp/%E5%B1%A5");
        assert_eq!(url("https://e.com/%0d a\"<b>"), "https://e.com/%0d%20a%22%3Cb%3E");
        assert_eq!(url("example.com/x"), "https://example.com/x");
        assert_eq!(url("a.b@example.org"), "mailto:a.b@example.org");
        assert_eq!(target("java\nscript:alert(1)"), Target::Refused("javascript".into()));
        assert_eq!(target("file:///etc/passwd"), Target::Refused("file".into()));
        assert_eq!(target("#top"), Target::Local);
        assert_eq!(target("photo.png"), Target::Local);
    }
}
