//! `jianli completions` and `jianli man`: files for packages to install with the program, made from the arguments.

use std::fs;
use std::path::Path;

use clap::CommandFactory;
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::args::{Cli, ManArgs};
use super::report::{print, speech};
use super::target::Target;
use super::{help, output};
use crate::diag::{CompileError, Error, Message};

/// Prints the licences of jianli and of everything in it.
///
/// # Errors
/// If standard output cannot be written to.
pub fn licences() -> Result<(), CompileError> {
    let parts = [include_str!("../../LICENSE-MIT"), include_str!("../../LICENSE-APACHE"), THIRD_PARTY];
    let own = "jianli is under the MIT licence or the Apache licence 2.0, at your choice. Both follow, then the terms\n\
               of what is in it and was made by others.\n";
    let line = format!("\n{}\n\n", "=".repeat(80));
    let text = std::iter::once(own).chain(parts).collect::<Vec<_>>().join(&line);
    Ok(print(text.as_bytes())?)
}

/// Crates, faces, icons and data with their licences; a test compares it with Cargo.lock.
const THIRD_PARTY: &str = include_str!("../../THIRD-PARTY");

/// Prints the completion script of a shell.
///
/// # Errors
/// If standard output cannot be written to.
pub fn completions(shell: Shell) -> Result<(), CompileError> {
    let mut text = Vec::new();
    generate(shell, &mut help::command(speech()), "jianli", &mut text);
    Ok(print(&text)?)
}

/// Prints the manual page, or writes one for each command.
///
/// # Errors
/// If standard output or the folder cannot be written to.
pub fn man(args: &ManArgs) -> Result<(), CompileError> {
    let mut command = Cli::command();
    command.build();
    let Some(folder) = &args.output else { return Ok(print(&page("jianli", command)?)?) };
    fs::create_dir_all(folder).map_err(|source| Error::Write { path: folder.clone(), source })?;
    let commands: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    write(folder, "jianli", command)?;
    for sub in commands {
        let name = format!("jianli-{}", sub.get_name());
        write(folder, &name, sub)?;
    }
    Ok(())
}

fn write(folder: &Path, name: &str, command: clap::Command) -> Result<(), CompileError> {
    let path = folder.join(format!("{name}.1"));
    Ok(output::write(&Target::File(path), &page(name, command)?)?)
}

fn page(name: &str, command: clap::Command) -> Result<Vec<u8>, Error> {
    let mut text = Vec::new();
    let made = Man::new(command).title(name).render(&mut text);
    made.map_err(|error| Error::Backend {
        what: "manual page",
        reason: Message::foreign(error.to_string(), "it could not be made"),
    })?;
    Ok(text)
}
