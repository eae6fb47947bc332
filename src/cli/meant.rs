//! What was meant by the name of a file that does not exist: a name without its ending, or a mistyped command.

use std::io;
use std::path::{Path, PathBuf};

use clap::CommandFactory;

use super::args::{BuildsArgs, Cli, Command};
use super::paths::is_stdin;
use crate::diag::{Error, message};
use crate::layout::nearest;

/// Other tools' words for our commands.
const ALSO: &[(&str, &str)] = &[
    ("ats", "coverage"),
    ("compare", "diff"),
    ("compile", "build"),
    ("convert", "build"),
    ("create", "new"),
    ("dev", "preview"),
    ("doctor", "check"),
    ("font", "fonts"),
    ("generate", "build"),
    ("init", "new"),
    ("layout", "layouts"),
    ("licence", "licences"),
    ("license", "licences"),
    ("lint", "check"),
    ("live", "preview"),
    ("make", "build"),
    ("manual", "man"),
    ("match", "coverage"),
    ("open", "preview"),
    ("pdf", "build"),
    ("render", "build"),
    ("run", "build"),
    ("serve", "preview"),
    ("server", "preview"),
    ("show", "preview"),
    ("start", "preview"),
    ("template", "layouts"),
    ("templates", "layouts"),
    ("test", "check"),
    ("theme", "layouts"),
    ("themes", "layouts"),
    ("unpack", "extract"),
    ("validate", "check"),
    ("verify", "check"),
    ("view", "preview"),
];

/// Adds to every file that the arguments name the ending that it has on the disk, if it was left out.
///
/// # Errors
/// [`Error::Read`] if the first word is not a file but looks like a command; it suggests the command meant.
pub fn settle(cli: &mut Cli) -> Result<(), Error> {
    match &mut cli.command {
        None => {
            first_word(&cli.build)?;
            files(&mut cli.build);
        }
        Some(Command::Build(build)) => files(build),
        Some(Command::Watch(watch)) => watch.build.file.iter_mut().for_each(complete),
        Some(Command::Preview(preview)) => complete(&mut preview.file),
        Some(Command::Check(check)) => check.file.iter_mut().chain(&mut check.many.more).for_each(complete),
        Some(Command::Explain(explain)) => complete(&mut explain.file),
        Some(Command::Fonts(fonts)) => fonts.file.iter_mut().for_each(complete),
        Some(Command::Layouts(layouts)) => layouts.gallery.file.iter_mut().for_each(complete),
        Some(Command::Export(export)) => complete(&mut export.file),
        Some(Command::Coverage(coverage)) => complete(&mut coverage.file),
        Some(Command::Diff(diff)) => {
            [Some(&mut diff.old), diff.new.as_mut()].into_iter().flatten().for_each(complete);
        }
        Some(
            Command::New(_)
            | Command::Extract(_)
            | Command::Import(_)
            | Command::Lsp
            | Command::Mcp(_)
            | Command::Completions(_)
            | Command::Licences
            | Command::Man(_),
        ) => {}
    }
    Ok(())
}

fn files(build: &mut BuildsArgs) {
    build.each.file.iter_mut().chain(&mut build.many.more).for_each(complete);
}

/// Turns 张三 into 张三.md if only that exists.
fn complete(file: &mut PathBuf) {
    if is_stdin(file) || file.exists() {
        return;
    }
    for ending in ["md", "markdown"] {
        let mut name = file.clone().into_os_string();
        name.push(".");
        name.push(ending);
        if Path::new(&name).is_file() {
            *file = name.into();
            return;
        }
    }
}

/// Refuses a first word that is not a file and reads like a command.
fn first_word(build: &BuildsArgs) -> Result<(), Error> {
    let file = build.each.file();
    let Some(word) = file.to_str().filter(|word| is_word(word) && !file.exists()) else { return Ok(()) };
    let lower = word.to_lowercase();
    let command = Cli::command();
    let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let also = ALSO.iter().find(|(other, _)| *other == lower).map(|(_, name)| *name);
    let Some(meant) = also.or_else(|| nearest(&lower, names.iter().copied())) else { return Ok(()) };
    let rest: Vec<String> = build.many.more.iter().map(|more| format!(" {}", more.display())).collect();
    let reason = message!(
        "there is no such file, and no such command; did you mean `jianli {meant}{rest}`? (jianli --help lists all)",
        meant,
        rest = rest.concat()
    );
    Err(Error::Read { path: file.to_owned(), source: io::Error::new(io::ErrorKind::NotFound, reason) })
}

/// Returns whether a text could be a command: a word of letters.
fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}
