//! `jianli new`: a first résumé, built at once.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::NewArgs;
use super::build;
use super::clock::Clock;
use super::repo;
use super::report::{printable, say};
use crate::diag::{CompileError, Error};

/// A first résumé in one language; `{name}` stands for the name.
struct Template {
    lang: &'static str,
    /// An invented person.
    somebody: &'static str,
    text: &'static str,
    next: &'static str,
}

const TEMPLATES: &[Template] = &[
    Template {
        lang: "en",
        somebody: "Ellen Marsh",
        text: include_str!("templates/en.md"),
        next: "next: edit {file}, then run `jianli {file}`",
    },
    Template {
        lang: "zh",
        somebody: "林知夏",
        text: include_str!("templates/zh.md"),
        next: "下一步：修改 {file}，然后运行 jianli {file}",
    },
    Template {
        lang: "zh-Hant",
        somebody: "林知夏",
        text: include_str!("templates/zh-Hant.md"),
        next: "下一步：修改 {file}，然後執行 jianli {file}",
    },
    Template {
        lang: "ja",
        somebody: "山田はな",
        text: include_str!("templates/ja.md"),
        next: "次は {file} を書き換えて jianli {file} を実行してください",
    },
    Template {
        lang: "ko",
        somebody: "김하늘",
        text: include_str!("templates/ko.md"),
        next: "다음: {file}을(를) 고친 뒤 jianli {file} 실행",
    },
];

/// Writes `NAME.md` in the language asked for, or that of the name, and builds it.
///
/// # Errors
/// If the file exists already, or cannot be written or built.
pub fn run(args: &NewArgs, clock: Clock) -> Result<(), CompileError> {
    let name = args.name.as_deref().unwrap_or_default();
    if let Some(folder) = &args.repo {
        return repository(folder, name, args, clock);
    }
    let name = name.strip_suffix(".md").unwrap_or(name).trim();
    let file = PathBuf::from(format!("{name}.md"));
    let template = template(args.lang.as_deref().unwrap_or_else(|| language_of(name)));
    check(name).map_err(|source| Error::Write { path: file.clone(), source })?;
    let pdf = file.with_extension("pdf");
    if !file.exists() && fs::symlink_metadata(&pdf).is_ok() {
        let source = io::Error::other("it exists already, and is left as it is: choose another name");
        return Err(Error::Write { path: pdf, source }.into());
    }
    let written = write(&file, &template.text.replace("{name}", &escaped(name)));
    written.map_err(|source| Error::Write { path: file.clone(), source })?;
    let shown = file.display().to_string();
    build::plain(file, args.lang.clone(), clock)?;
    say(&(template.next.replace("{file}", &shown) + "\n"));
    Ok(())
}

/// Writes a folder to keep under version control, with a résumé of this name or of somebody invented, and
/// builds it.
fn repository(folder: &Path, name: &str, args: &NewArgs, clock: Clock) -> Result<(), CompileError> {
    let lang = args.lang.as_deref().unwrap_or(if name.is_empty() { "zh" } else { language_of(name) });
    let template = template(lang);
    let name = if name.is_empty() { template.somebody } else { name.trim() };
    check(name).map_err(|source| Error::Write { path: folder.join("resume.md"), source })?;
    let escaped = escaped(name);
    repo::write(folder, &escaped, lang, &template.text.replace("{name}", &escaped))?;
    let file = folder.join("resume.md");
    let shown = printable(&file.display().to_string());
    build::plain(file, args.lang.clone(), clock)?;
    say(&(template.next.replace("{file}", &shown) + "\n"));
    Ok(())
}

/// A name is one part of a path, on one line.
fn check(name: &str) -> io::Result<()> {
    if name.is_empty()
        || name.starts_with('-')
        || name.contains(['/', '\\'])
        || name.contains(char::is_control)
    {
        return Err(io::Error::other("a name cannot be empty, begin with a hyphen or hold a slash"));
    }
    Ok(())
}

fn write(file: &PathBuf, text: &str) -> io::Result<()> {
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(file).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => io::Error::other("it exists already, and is left as it is"),
            _ => error,
        })?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Returns the template of a language; English for those that have none.
fn template(lang: &str) -> &'static Template {
    let mut parts = lang.split('-');
    let primary = parts.next().unwrap_or_default();
    let hant = |part: &str| ["Hant", "TW", "HK", "MO"].iter().any(|name| part.eq_ignore_ascii_case(name));
    let traditional = primary.eq_ignore_ascii_case("zh") && parts.any(hant);
    let primary = if traditional { "zh-Hant" } else { primary };
    TEMPLATES.iter().find(|t| t.lang.eq_ignore_ascii_case(primary)).unwrap_or(&TEMPLATES[0])
}

/// Returns the language that a name is written in.
fn language_of(name: &str) -> &'static str {
    let any = |of: fn(char) -> bool| name.chars().any(of);
    if any(|c| matches!(c, '\u{3041}'..='\u{30ff}')) {
        "ja"
    } else if any(
        |c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}'),
    ) {
        "ko"
    } else if any(
        |c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'),
    ) {
        "zh"
    } else {
        "en"
    }
}

/// Returns a name so that Markdown prints it as it is.
fn escaped(name: &str) -> String {
    let mut escaped = String::new();
    for c in name.chars() {
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '-' | '\'' | '(' | ')') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_language() {
        let names = [
            ("张三", "zh"),
            ("𠮷田", "zh"),
            ("山田はな", "ja"),
            ("김하늘", "ko"),
            ("Ana Ruiz", "en"),
            ("", "en"),
        ];
        for (name, lang) in names {
            assert_eq!(language_of(name), lang, "{name}");
        }
        for lang in ["zh-Hant-TW", "zh-hant", "zh-TW", "ZH-hk"] {
            assert_eq!(template(lang).lang, "zh-Hant", "{lang}");
        }
        assert_eq!((template("zh").lang, template("zh-Hans-CN").lang), ("zh", "zh"));
        assert_eq!(template("fr").lang, "en");
    }

    #[test]
    fn names_are_no_markup() {
        assert_eq!(escaped("*A_B* O'Neil, Jr."), "\\*A\\_B\\* O'Neil, Jr.");
    }
}
