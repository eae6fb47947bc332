//! Names of files, made from the contents of a résumé: `{headline}-{name}-{phone}`.

use std::io;
use std::path::{Path, PathBuf};

use super::args::BuildArgs;
use super::output::targets;
use super::paths::is_stdin;
use super::target::Target;
use crate::diag::{Diagnostic, Error, Message, Span, code, message};
use crate::extract::{is_odd, is_plain};
use crate::model::{Class, Classes, ContactKind, Resume, Rich};
use crate::session::{Built, Format, folder_of};
use crate::source::Source;

/// The longest name, in bytes, without its ending.
const LONGEST: usize = 120;

/// The keys that are allowed in braces.
const KEYS: [&str; 10] =
    ["name", "headline", "phone", "email", "city", "view", "lang", "date", "layout", "stem"];

/// The separators of words in a name; one is dropped with a missing word.
const PARTS: [char; 4] = ['-', '_', ' ', '·'];

/// Returns a text in a form that is safe as a file's name.
pub fn safe(text: &str) -> String {
    let odd = |c: char| is_odd(c) || matches!(c, '{' | '}');
    let text: String = text.chars().map(|c| if odd(c) { '_' } else { c }).collect();
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    text.truncate(text.trim_end_matches(['.', ' ']).len());
    if is_plain(&text) { text } else { format!("_{text}") }
}

/// Returns whether an output is to be named by what the résumé says.
pub fn is_template(output: &Path) -> bool {
    output.file_name().is_some_and(|name| name.to_string_lossy().contains('{'))
}

/// Returns the arguments with the name of the output that `-o` or the front matter asks for, and the findings about it;
/// `None` if neither asks for one.
///
/// # Errors
/// [`Error::Write`] if a key in braces is not one that résumés have.
pub fn named(
    args: &BuildArgs,
    source: &Source,
    resume: &Resume,
) -> Result<Option<(BuildArgs, Vec<Diagnostic>)>, Error> {
    let of_front = source.front.output.as_ref();
    let (folder, template, place) = match (&args.output, of_front) {
        (Some(output), _) if is_template(output) => {
            let name = output.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (folder_of(output), name, None)
        }
        (None, Some(template)) if !is_stdin(args.file()) => {
            (folder_of(args.file()), template.text.clone(), Some(template.span))
        }
        (None, None) if is_blind(args, source) => {
            // The name of the source may be that of the person.
            let view = if args.look.views.one().is_some() { "-{view}" } else { "" };
            let spoken = args.look.lang.is_some() && !source.front.languages.is_empty();
            let lang = if spoken { "-{lang}" } else { "" };
            (folder_of(args.file()), format!("resume-blind{view}{lang}"), None)
        }
        _ => return Ok(None),
    };
    let (name, ending) = parted(&template, args);
    let mut missing = Vec::new();
    let value = |key: &str| value(key, args, source, resume);
    let name = filled(name, value, &mut missing).map_err(|key| unknown(&template, &key))?;
    let stem = args.file().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = if name.trim().is_empty() { stem } else { name };
    let output = beside(&folder, format!("{}.{ending}", safe(&name)));
    let told = missing.iter().map(|key| without(key, place)).collect();
    Ok(Some((BuildArgs { output: Some(output), ..args.clone() }, told)))
}

/// Returns the finding about a file whose name contains redacted text.
pub fn betrayal(args: &BuildArgs, built: &Built) -> Option<Diagnostic> {
    let secrets = built.secrets.as_ref()?;
    let names = targets(args).ok()?.into_iter().filter_map(|target| match target {
        Target::File(path) => Some(path.file_stem()?.to_string_lossy().into_owned()),
        Target::Stdout => None,
    });
    let name = names.into_iter().find(|name| secrets.are_in(name))?;
    let message = message!("the file is named after what was left out of it: {name}", name);
    Some(Diagnostic::new(code::NAMED_AFTER, None, message).hint("choose another name with -o"))
}

/// Returns whether the résumé is to be anonymous.
fn is_blind(args: &BuildArgs, source: &Source) -> bool {
    let asked = args.look.views.redact();
    let names =
        asked.iter().map(String::as_str).chain(source.front.redact.iter().map(|value| value.text.as_str()));
    !is_stdin(args.file()) && Classes::of(names).is_ok_and(|classes| classes.has(Class::Name))
}

/// Returns the path of a name in a folder, in the form in which the folder was given.
fn beside(folder: &Path, name: String) -> PathBuf {
    if folder == Path::new(".") { name.into() } else { folder.join(name) }
}

fn without(key: &str, place: Option<Span>) -> Diagnostic {
    let message = message!("the file name omits `{{{key}}}`: the résumé does not give it", key);
    Diagnostic::new(code::FILE_NAME, place, message)
}

fn unknown(template: &str, key: &str) -> Error {
    let near = KEYS.iter().min_by_key(|known| strsim::damerau_levenshtein(known, key)).unwrap_or(&"name");
    let why = message!(
        "there is no {{{key}}}; did you mean {{{near}}}? Known ones are {names}",
        key,
        near,
        names = Message::names(KEYS.iter())
    );
    Error::Write { path: template.into(), source: io::Error::other(why) }
}

/// Returns a template without its ending, and the ending.
fn parted<'a>(template: &'a str, args: &BuildArgs) -> (&'a str, &'static str) {
    let formats = args.formats();
    match (Format::of(Path::new(template)), template.rsplit_once('.')) {
        (Some(format), Some((name, _))) => (name, format.ending()),
        _ => (template, formats.first().map_or("pdf", |format| format.ending())),
    }
}

/// Puts values into a template; a key without one is dropped with a separator next to it, and added to `missing`.
fn filled(
    template: &str,
    value: impl Fn(&str) -> Option<String>,
    missing: &mut Vec<String>,
) -> Result<String, String> {
    let (mut out, mut rest, mut skip) = (String::new(), template, false);
    let push = |out: &mut String, text: &str, skip: &mut bool| {
        let text = if std::mem::take(skip) && !text.is_empty() {
            text.strip_prefix(PARTS).unwrap_or(text)
        } else {
            text
        };
        out.push_str(text);
    };
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((key, after)) = behind.split_once('}') else { break };
        push(&mut out, before, &mut skip);
        let key = key.trim().to_ascii_lowercase();
        if !KEYS.contains(&key.as_str()) {
            return Err(key);
        }
        match value(&key).filter(|value| !value.is_empty()) {
            Some(value) => out.push_str(&value),
            None => {
                skip = !out.ends_with(PARTS);
                if !skip {
                    out.pop();
                }
                missing.push(key);
            }
        }
        rest = after;
    }
    push(&mut out, rest, &mut skip);
    Ok(out)
}

fn value(key: &str, args: &BuildArgs, source: &Source, resume: &Resume) -> Option<String> {
    let header = &resume.header;
    let contact = |kind: ContactKind| {
        let found = header.contacts.iter().find(|contact| contact.kinds.contains(&kind))?;
        Some(words(&found.value))
    };
    Some(match key {
        "name" => words(header.name.as_ref()?),
        "headline" => words(&header.headline.as_ref()?.value),
        "phone" => {
            let phone = contact(ContactKind::Phone)?;
            phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
        }
        "email" => contact(ContactKind::Email)?,
        "city" => contact(ContactKind::Location)?,
        "view" => args.look.views.one()?,
        "lang" => resume.meta.lang.clone(),
        "date" => args.options().ok()?.date?.day(),
        "layout" => {
            let layout = args.look.layout.clone().or(source
                .front
                .layout
                .as_ref()
                .map(|layout| layout.text.clone()))?;
            Path::new(&layout).file_stem()?.to_string_lossy().into_owned()
        }
        "stem" => args.file().file_stem()?.to_string_lossy().into_owned(),
        _ => return None,
    })
}

fn words(text: &Rich) -> String {
    text.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_be_held_by_every_system() {
        for name in
            ["a/b", "../x", "CON", "nul.", "a:b*c?", "-o", ".hidden", "", "a\u{202E}b", "  x . ", "{name}"]
        {
            assert!(is_plain(&safe(name)), "{name:?} becomes {:?}", safe(name));
        }
        assert_eq!(safe("后端工程师-张三-13800000000"), "后端工程师-张三-13800000000");
        assert!(safe(&"长".repeat(200)).len() <= LONGEST);
    }

    #[test]
    fn what_is_missing_goes_with_one_mark() {
        let value = |key: &str| (key != "phone").then(|| key.to_uppercase());
        let of = |template| filled(template, value, &mut Vec::new());
        assert_eq!(of("{headline}-{name}-{phone}").unwrap(), "HEADLINE-NAME");
        assert_eq!(of("{phone}-{name}").unwrap(), "NAME");
        assert_eq!(of("{name} · {phone} · {lang}").unwrap(), "NAME · · LANG");
        assert_eq!(of("{name}-{phone}-{lang}").unwrap(), "NAME-LANG");
        assert_eq!(of("简历{phone}").unwrap(), "简历");
        assert_eq!(of("a{b").unwrap(), "a{b");
        assert_eq!(of("{who}"), Err("who".to_owned()));
    }
}
