//! The paths that the file of an image may be meant to have: people and programs write a path differently from the
//! name of the file.

use crate::source::pictures;

/// The most spellings of one name that are tried.
const MOST: usize = 24;

/// Returns the paths below the source's folder that a name may refer to, the author's own spelling first.
pub fn candidates(name: &str) -> Vec<String> {
    let mut paths = vec![name.trim().to_owned()];
    spell(&mut paths, without_template);
    spell(&mut paths, |path| pictures::target(path).map(|(path, _)| path));
    spell(&mut paths, |path| path.split_once(['?', '#']).map(|(path, _)| path.to_owned()));
    spell(&mut paths, percent_decoded);
    spell(&mut paths, unescaped);
    spell(&mut paths, |path| path.contains('\\').then(|| path.replace('\\', "/")));
    spell(&mut paths, |path| path.strip_prefix("file://").map(str::to_owned));
    spell(&mut paths, |path| path.starts_with('/').then(|| path.trim_start_matches('/').to_owned()));
    paths.retain(|path| !path.is_empty());
    paths
}

/// Adds another spelling of each path.
fn spell(paths: &mut Vec<String>, other: impl Fn(&str) -> Option<String>) {
    for at in 0..paths.len() {
        if let Some(path) = other(&paths[at])
            && !paths.contains(&path)
            && paths.len() < MOST
        {
            paths.push(path);
        }
    }
}

/// Returns the rest of `{{ site.baseurl }}/me.png` without the braces, or the quoted path in
/// `{{ '/me.png' | relative_url }}`.
fn without_template(path: &str) -> Option<String> {
    let (before, rest) = path.split_once("{{")?;
    let (inside, behind) = rest.split_once("}}")?;
    let quoted = inside.split(['\'', '"']).nth(1).unwrap_or_default();
    Some(format!("{}{quoted}{}", before.trim(), behind.trim()))
}

/// Decodes blanks and Chinese that an editor writes as %20, %E7%85%A7.
fn percent_decoded(path: &str) -> Option<String> {
    if !path.contains('%') {
        return None;
    }
    String::from_utf8(decoded_bytes(path)).ok().filter(|text| !text.contains(char::is_control))
}

/// Decodes percent-encoding; invalid sequences stay.
pub fn decoded_bytes(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let (mut decoded, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    decoded
}

/// Removes Markdown's backslash before a mark: `my\_photo.jpg`.
fn unescaped(path: &str) -> Option<String> {
    let mut chars = path.chars().peekable();
    let mut plain = String::with_capacity(path.len());
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        plain.push(if escapes { chars.next().unwrap_or(c) } else { c });
    }
    (plain != path).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_meant_however_its_path_is_written() {
        for (name, file) in [
            ("my%20photo.jpg", "my photo.jpg"),
            ("%E7%85%A7%E7%89%87.jpg", "照片.jpg"),
            ("sub\\p.jpg", "sub/p.jpg"),
            (".\\a.png", "./a.png"),
            ("my\\_photo.jpg", "my_photo.jpg"),
            ("/assets/me.png", "assets/me.png"),
            ("a.png?raw=true", "a.png"),
            ("a.png#x", "a.png"),
            ("a.png =100x140", "a.png"),
            ("sub\\%E7%85%A7.jpg?v=2", "sub/照.jpg"),
            ("{{ site.baseurl }}/img/a.png", "img/a.png"),
            ("{{ '/img/a.png' | relative_url }}", "img/a.png"),
            ("file:///home/x/a.png", "/home/x/a.png"),
            ("100%.png", "100%.png"),
            ("a?b.png", "a?b.png"),
        ] {
            let paths = candidates(name);
            assert!(paths.iter().any(|path| path == file), "{name}: {paths:?}");
            assert_eq!(paths[0], name);
        }
    }
}
