//! `jianli new --repo`: a folder for version control that builds by itself.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::diag::{CompileError, Error, Message, message};
use crate::layout;

/// The home of jianli; `Cargo.toml` is the one place for it.
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

/// The commit from which this program was built, if the build gave it.
const COMMIT: &str = match option_env!("JIANLI_COMMIT") {
    Some(commit) => commit,
    None => "",
};

/// Returns whether there are archives of this version, by the list of trusted checksums.
fn is_released() -> bool {
    let archive = concat!("  jianli-", env!("CARGO_PKG_VERSION"), "-");
    include_str!("../../checksums.txt").lines().any(|line| !line.starts_with('#') && line.contains(archive))
}

/// Returns a template without the blocks for the other case: `#released` … `#/released`, `#source` … `#/source`.
fn workflow(text: &str, released: bool) -> String {
    let (mut kept, mut inside) = (String::new(), None);
    for line in text.split_inclusive('\n') {
        match line.trim() {
            "#released" => inside = Some(true),
            "#source" => inside = Some(false),
            "#/released" | "#/source" => inside = None,
            _ if inside.is_none_or(|of| of == released) => kept += line,
            _ => {}
        }
    }
    kept
}

/// Writes the folder. `resume` is the text of the first résumé.
///
/// # Errors
/// [`Error::Write`] if one of the files exists already (then nothing is written) or cannot be written.
pub fn write(folder: &Path, name: &str, lang: &str, resume: &str) -> Result<(), CompileError> {
    let repository = HOME.trim_start_matches("https://github.com/");
    let filled = |text: &str| {
        // The name comes last: it may contain anything.
        let text = text.replace("{repository}", repository).replace("{version}", env!("CARGO_PKG_VERSION"));
        let text = text.replace("{home}", HOME).replace("{commit}", COMMIT);
        text.replace("{name}", name)
    };
    let chinese = lang.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("zh"));
    let readme = if chinese {
        include_str!("templates/repo/README.zh.md")
    } else {
        include_str!("templates/repo/README.en.md")
    };
    let files = [
        ("resume.md", format!("---\nlayout: layouts/own.toml\n---\n\n{resume}")),
        ("README.md", filled(&workflow(readme, is_released()))),
        ("layouts/own.toml", include_str!("templates/repo/own.toml").to_owned()),
        ("layouts/schema.json", format!("{:#}\n", layout::json_schema())),
        (".gitignore", include_str!("templates/repo/gitignore").to_owned()),
        (".editorconfig", include_str!("templates/repo/editorconfig").to_owned()),
        (".vscode/settings.json", include_str!("templates/repo/settings.json").to_owned()),
        (".vscode/extensions.json", include_str!("templates/repo/extensions.json").to_owned()),
        (
            ".github/workflows/resume.yml",
            filled(&workflow(include_str!("templates/repo/github.yml"), is_released())),
        ),
        (".gitlab-ci.yml", filled(&workflow(include_str!("templates/repo/gitlab.yml"), is_released()))),
    ];
    let there: Vec<&str> = files
        .iter()
        .map(|(path, _)| *path)
        .filter(|path| fs::symlink_metadata(folder.join(path)).is_ok())
        .collect();
    if !there.is_empty() {
        let why = message!("{names} exist already; nothing was written", names = Message::names(&there));
        return Err(Error::Write { path: folder.to_owned(), source: io::Error::other(why) }.into());
    }
    for (path, text) in &files {
        let path = folder.join(path);
        create(&path, text).map_err(|source| Error::Write { path, source })?;
    }
    Ok(())
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GITHUB: &str = include_str!("templates/repo/github.yml");
    const GITLAB: &str = include_str!("templates/repo/gitlab.yml");

    #[test]
    fn what_has_no_release_is_built_from_source_and_what_has_one_is_not() {
        for text in [GITHUB, GITLAB] {
            let (released, source) = (workflow(text, true), workflow(text, false));
            assert!(source.contains("cargo install --git") && !released.contains("cargo install"));
            assert!(!source.contains("{version}") && released.contains("{version}"));
            for text in [released, source] {
                assert!(!text.contains("#source") && !text.contains("#released") && !text.contains("#/"));
            }
        }
    }

    #[test]
    fn text_outside_the_blocks_stays_in_its_order() {
        let text = "a\n  #source\nb\n  #/source\nc\n#released\nd\n#/released\ne";
        assert_eq!(workflow(text, true), "a\nc\nd\ne");
        assert_eq!(workflow(text, false), "a\nb\nc\ne");
    }
}
