//! The string literals of Rust text, as they are meant.

/// Returns the string literals of a text, each with what stands before it.
pub fn literals(text: &str) -> Vec<(String, String)> {
    let (mut found, mut rest, mut before) = (Vec::new(), text, String::new());
    while let Some(c) = rest.chars().next() {
        let raw = rest.strip_prefix('r').map(|r| r.trim_start_matches('#')).filter(|r| r.starts_with('"'));
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let (Some(inner), false) =
            (raw, before.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        {
            let end = format!("\"{}", "#".repeat(rest.len() - inner.len() - 1));
            let from = rest.len() - inner.len() + 1;
            rest[from..].find(&end).map_or(rest.len(), |at| from + at + end.len())
        } else if c == '"' {
            let mut end = 1;
            while !rest[end..].starts_with('"') {
                end += if rest[end..].starts_with('\\') {
                    1 + rest[end + 1..].chars().next().unwrap().len_utf8()
                } else {
                    rest[end..].chars().next().unwrap().len_utf8()
                };
            }
            let tail = before.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
            found.push((tail, meant(&rest[1..end])));
            end + 1
        } else if c == '\'' && rest[1..].starts_with('\\') {
            3 + rest[3..].find('\'').unwrap_or(0) + usize::from(rest[3..].starts_with('\''))
        } else if c == '\'' && rest[1..].chars().nth(1) == Some('\'') {
            2 + rest[1..].chars().next().unwrap().len_utf8()
        } else {
            before.push(c);
            c.len_utf8()
        };
        rest = &rest[skipped.min(rest.len())..];
        if skipped > c.len_utf8() {
            before.push(' ');
        }
    }
    found
}

/// Returns what a literal means.
fn meant(literal: &str) -> String {
    let (mut out, mut rest) = (String::new(), literal);
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        rest = match behind.chars().next() {
            Some('\n') => behind.trim_start(),
            Some('n') => {
                out.push('\n');
                &behind[1..]
            }
            Some('u') => {
                let (code, behind) = behind[2..].split_once('}').unwrap();
                out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
                behind
            }
            Some(c) => {
                out.push(c);
                &behind[c.len_utf8()..]
            }
            None => "",
        };
    }
    out + rest
}

#[test]
fn literals_are_found_as_they_are_meant() {
    let text = "// \"no\"\nfn f<'a>() { g('\"', '\\'', \"a \\\n     b\"); message!(\"c {d}\", d); h(r#\"x\"#, '\\u{4}') }";
    let found: Vec<String> = literals(text).into_iter().map(|(_, literal)| literal).collect();
    assert_eq!(found, ["a b", "c {d}"]);
    assert!(literals(text)[1].0.ends_with("message!("));
}
