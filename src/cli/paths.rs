//! Paths on the command line.

use std::path::{Component, Path, PathBuf};

/// Returns `true` if a path means standard input or output.
pub fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// Returns a path without redundant parts: `./a.md` is `a.md`.
pub fn plain(path: &Path) -> PathBuf {
    let plain: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if plain.as_os_str().is_empty() { path.to_owned() } else { plain }
}

/// Returns a name as typed in a shell: in quotes where a shell would not read it as one plain word.
pub fn shell_word(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./,+@%".contains(c);
    if name.chars().all(plain) {
        return name.to_owned();
    }
    match name.contains(['"', '$', '`', '\\', '!']) {
        true => format!("'{}'", name.replace('\'', r"'\''")),
        // Windows shells know no other quotes.
        false => format!("\"{name}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_several_words_is_one_in_a_shell() {
        for (name, typed) in [
            ("张三.md", "张三.md"),
            ("Ada Example.md", "\"Ada Example.md\""),
            ("O'Neil.md", "\"O'Neil.md\""),
            ("a$b.md", "'a$b.md'"),
            ("a$b'c.md", r"'a$b'\''c.md'"),
            ("a&b.md", "\"a&b.md\""),
        ] {
            assert_eq!(shell_word(name), typed);
        }
    }
}
