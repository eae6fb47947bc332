//! `jianli extract`: the files that a PDF carries.

use std::fs::{self, File};
use std::io::{Error as IoError, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::args::ExtractArgs;
use super::output;
use super::paths::is_stdin;
use super::report::{print, printable, say};
use super::target::Target;
use crate::diag::{CompileError, Error, Message};
use crate::extract::{Extracted, attachments};

/// The largest PDF that is read.
const MOST_BYTES: u64 = 64 << 20;

/// Writes the files that a PDF carries into a folder, all or none; or prints the Markdown.
///
/// # Errors
/// If the PDF cannot be read or carries none, or if a file exists already.
pub fn run(args: &ExtractArgs) -> Result<(), CompileError> {
    let unreadable = |source| Error::Read { path: args.file.clone(), source };
    let bytes = read(&args.file).map_err(unreadable)?;
    let refused = |reason: Message| unreadable(IoError::new(ErrorKind::InvalidData, reason));
    let found = attachments(&bytes).map_err(refused)?;
    let folder = args.output.as_deref().unwrap_or(Path::new("."));
    if is_stdin(folder) {
        let markdown = found.iter().find(|file| file.markdown);
        let markdown = markdown.ok_or_else(|| refused("it carries no Markdown".into()))?;
        return Ok(print(&markdown.bytes)?);
    }
    let targets = targets(&found, folder, args.force)?;
    for (file, target) in found.iter().zip(targets) {
        output::write(&Target::File(target.clone()), &file.bytes)?;
        say(&format!("{}\n", printable(&target.display().to_string())));
    }
    Ok(())
}

/// Reads a regular file of limited length.
fn read(path: &Path) -> Result<Vec<u8>, IoError> {
    let meta = fs::metadata(path)?;
    if !meta.is_file() {
        return Err(IoError::other("it is not a PDF but a folder or a device"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(IoError::other("it is larger than 64 MiB"));
    }
    Ok(bytes)
}

/// Returns whether a file is of a kind that jianli puts into a PDF, and not of a name that other programs read
/// as their configuration.
fn is_harmless(name: &str) -> bool {
    /// Read by programs that are run in the same folder.
    const ORDERS: &[&str] = &[
        "cargo.toml",
        "clippy.toml",
        "cmakelists.txt",
        "netlify.toml",
        "pyproject.toml",
        "requirements.txt",
        "rust-toolchain.toml",
        "rustfmt.toml",
        "claude.md",
        "agents.md",
    ];
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map(|(_, ending)| ending);
    let ours = matches!(ending, Some("md" | "markdown" | "mdown" | "mkd" | "txt" | "toml"));
    ours && !ORDERS.contains(&lower.as_str())
}

/// Returns the paths of the files. Nothing is replaced unasked, and never a link, which may lead anywhere.
fn targets(found: &[Extracted], folder: &Path, force: bool) -> Result<Vec<PathBuf>, Error> {
    let refused = |path: &Path, source| Error::Write { path: path.to_owned(), source };
    if !folder.exists() {
        fs::create_dir(folder).map_err(|source| refused(folder, source))?;
    }
    let mut targets = Vec::with_capacity(found.len());
    for file in found {
        let path = if folder == Path::new(".") { PathBuf::from(&file.name) } else { folder.join(&file.name) };
        let there = fs::symlink_metadata(&path).ok();
        let why = match there {
            Some(meta) if meta.is_symlink() => "a link of that name already exists",
            Some(meta) if !meta.is_file() => "something that is not a file already exists",
            Some(_) if !force => "it already exists; --force replaces it, -o DIR writes elsewhere",
            None if !force && !is_harmless(&file.name) => {
                "programs may run it, or obey it; --force writes it all the same"
            }
            _ => {
                targets.push(path);
                continue;
            }
        };
        return Err(refused(&path, IoError::other(why)));
    }
    Ok(targets)
}
