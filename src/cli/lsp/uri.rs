//! Paths as URIs (RFC 8089, RFC 3986).

use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;

/// Returns the path that a URI names; `None` if it is not a file of this machine.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let path = match rest.strip_prefix("localhost") {
        Some(path) => path,
        None => rest,
    };
    let path = decoded(path.split(['?', '#']).next()?)?;
    // `/C:/cv` is `C:/cv`.
    let drive = path.as_bytes().get(2) == Some(&b':') && path.starts_with('/');
    let path = if drive { &path[1..] } else { path.as_str() };
    let is_absolute = path.starts_with('/') || drive;
    is_absolute.then(|| PathBuf::from(path))
}

/// Returns the URI of a path; `None` if it has none.
pub fn uri(path: &Path) -> Option<Uri> {
    let text = path.to_str()?.replace('\\', "/");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte);
    let mut uri = String::from(if text.starts_with('/') { "file://" } else { "file:///" });
    for byte in text.bytes() {
        match plain(byte) {
            true => uri.push(char::from(byte)),
            false => uri += &format!("%{byte:02X}"),
        }
    }
    Uri::from_str(&uri).ok()
}

fn decoded(text: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let [first, behind @ ..] = rest {
        let escaped = |pair: &[u8]| {
            let pair =
                std::str::from_utf8(pair).ok().filter(|pair| pair.bytes().all(|b| b.is_ascii_hexdigit()))?;
            u8::from_str_radix(pair, 16).ok()
        };
        match (first, behind.get(..2).and_then(escaped)) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            (byte, _) => {
                bytes.push(*byte);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_go_there_and_back() {
        for text in ["/a/张 三.md", "/a/100%/b#c.md"] {
            let uri = uri(Path::new(text)).unwrap();
            assert_eq!(path(&uri), Some(PathBuf::from(text)), "{}", uri.as_str());
        }
        let path = |text: &str| Uri::from_str(text).ok().and_then(|uri| path(&uri));
        assert_eq!(path("file:///c%3A/cv/a.md"), Some("c:/cv/a.md".into()));
        assert_eq!(path("file://localhost/a.md"), Some("/a.md".into()));
        assert_eq!(path("untitled:a.md"), None);
        assert_eq!(path("file://other/a.md"), None);
    }
}
