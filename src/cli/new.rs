//! `jianli new`: a first résumé, built at once.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::NewArgs;
use super::build;
use super::clock::Clock;
use super::paths::shell_word;
use super::repo;
use super::report::{localized, printable, say};
use crate::diag::{CompileError, Error, Message, message};

/// A first résumé in one language; `{name}` is the place of the name.
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
        next: "next: edit {file}; `jianli preview {word}` shows its pages as you write, `jianli {word}` makes the PDF",
    },
    Template {
        lang: "zh",
        somebody: "林知夏",
        text: include_str!("templates/zh.md"),
        next: "下一步：修改 {file}；jianli preview {word} 边写边看，jianli {word} 生成 PDF",
    },
    Template {
        lang: "zh-Hant",
        somebody: "林知夏",
        text: include_str!("templates/zh-Hant.md"),
        next: "下一步：修改 {file}；jianli preview {word} 邊寫邊看，jianli {word} 產生 PDF",
    },
    Template {
        lang: "ja",
        somebody: "山田はな",
        text: include_str!("templates/ja.md"),
        next: "次は {file} を書き換えてください。jianli preview {word} で書きながら見られ、jianli {word} で PDF ができます",
    },
    Template {
        lang: "ko",
        somebody: "김하늘",
        text: include_str!("templates/ko.md"),
        next: "다음: {file}을(를) 고치세요. jianli preview {word}(으)로 쓰면서 보고, jianli {word}(으)로 PDF를 만듭니다",
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
    let template = chosen(args.lang.as_deref().unwrap_or_else(|| language_of(name)));
    check(name).map_err(|source| Error::Write { path: file.clone(), source })?;
    let pdf = file.with_extension("pdf");
    if !file.exists() && fs::symlink_metadata(&pdf).is_ok() {
        let source = io::Error::other("it already exists, and is left as it is: choose another name");
        return Err(Error::Write { path: pdf, source }.into());
    }
    let written = write(&file, &template.text.replace("{name}", &escaped(name)));
    written.map_err(|source| Error::Write { path: file.clone(), source })?;
    finish(file, template, args, clock)
}

/// Builds the new file, and prints the next steps.
fn finish(file: PathBuf, template: &Template, args: &NewArgs, clock: Clock) -> Result<(), CompileError> {
    let shown = printable(&file.display().to_string());
    let next = template.next.replace("{file}", &shown).replace("{word}", &shell_word(&shown));
    build::plain(file, args.lang.clone(), clock)?;
    say(&(next + "\n"));
    Ok(())
}

/// Writes a folder for version control, with a résumé of this name or of an invented person, and
/// builds it.
fn repository(folder: &Path, name: &str, args: &NewArgs, clock: Clock) -> Result<(), CompileError> {
    let lang = args.lang.as_deref().unwrap_or(if name.is_empty() { "zh" } else { language_of(name) });
    let template = chosen(lang);
    let name = if name.is_empty() { template.somebody } else { name.trim() };
    check(name).map_err(|source| Error::Write { path: folder.join("resume.md"), source })?;
    let escaped = escaped(name);
    repo::write(folder, &escaped, lang, &template.text.replace("{name}", &escaped))?;
    finish(folder.join("resume.md"), template, args, clock)
}

/// Refuses a name that is not a single part of a path, on one line.
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
            io::ErrorKind::AlreadyExists => io::Error::other("it already exists, and is left as it is"),
            _ => error,
        })?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Returns the template of a language; the English one, with a remark, for languages without one.
fn chosen(lang: &str) -> &'static Template {
    template(lang).unwrap_or_else(|| {
        let known = TEMPLATES.iter().map(|template| template.lang).collect::<Vec<_>>();
        let told = message!(
            "note: there is no first résumé in `{lang}`, so this one is in English; there are {known}",
            lang,
            known = Message::names(&known)
        );
        say(&(printable(&localized(&told)) + "\n"));
        &TEMPLATES[0]
    })
}

fn template(lang: &str) -> Option<&'static Template> {
    let mut parts = lang.split('-');
    let primary = parts.next().unwrap_or_default();
    let hant = |part: &str| ["Hant", "TW", "HK", "MO"].iter().any(|name| part.eq_ignore_ascii_case(name));
    let traditional = primary.eq_ignore_ascii_case("zh") && parts.any(hant);
    let primary = if traditional { "zh-Hant" } else { primary };
    TEMPLATES.iter().find(|template| template.lang.eq_ignore_ascii_case(primary))
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

/// Returns a name escaped so that Markdown prints it as it is.
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
            assert_eq!(template(lang).map(|template| template.lang), Some("zh-Hant"), "{lang}");
        }
        for (lang, own) in
            [("zh", Some("zh")), ("zh-Hans-CN", Some("zh")), ("en-GB", Some("en")), ("fr", None)]
        {
            assert_eq!(template(lang).map(|template| template.lang), own, "{lang}");
        }
    }

    #[test]
    fn names_are_no_markup() {
        assert_eq!(escaped("*A_B* O'Neil, Jr."), "\\*A\\_B\\* O'Neil, Jr.");
    }
}
