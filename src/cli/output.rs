//! Where output goes, and writing it: whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::args::{BuildArgs, DiagnosticFormat, USUAL_DPI};
use super::paths::is_stdin;
use super::target::Target;
use super::{report, temp};
use crate::diag::{Error, Message, message};
use crate::session::{Artefact, Format, folder_of};

fn refused(path: &Path, why: impl Into<Message>) -> Error {
    Error::Write { path: path.to_owned(), source: io::Error::other(why.into()) }
}

/// Refuses at once what cannot end well: the source as output, several files on standard output, a
/// PDF on a terminal.
///
/// # Errors
/// [`Error::Write`] with the reason.
pub fn check(args: &BuildArgs, formats: &[Format]) -> Result<(), Error> {
    for &format in formats {
        if args.print.is_some() && format != Format::Pdf {
            let path = args.output.as_deref().unwrap_or(Path::new("<output>"));
            return Err(refused(
                path,
                "a print shop takes a PDF and nothing else: leave out --print, or the other formats",
            ));
        }
        if args.dpi != USUAL_DPI && !formats.contains(&Format::Png) {
            let path = args.output.as_deref().unwrap_or(Path::new("<output>"));
            return Err(refused(path, "only a PNG has a resolution: leave out --dpi, or add --format png"));
        }
        if args.attach.is_some() && !formats.contains(&Format::Pdf) {
            let path = args.output.as_deref().unwrap_or(Path::new("<output>"));
            return Err(refused(path, "only a PDF carries files: leave out --attach, or make a PDF"));
        }
        match target(args, format, None)? {
            Target::Stdout if formats.len() > 1 => {
                return Err(refused(Path::new("<stdout>"), "only one file fits there; give -o OUT"));
            }
            Target::Stdout if args.diagnostics != DiagnosticFormat::Human => {
                return Err(refused(Path::new("<stdout>"), "the findings go there; give -o OUT"));
            }
            Target::Stdout if io::stdout().is_terminal() => {
                return Err(refused(Path::new("<stdout>"), "it is a terminal; give -o OUT, or redirect it"));
            }
            Target::File(path) if same(&path, args.file()) => {
                return Err(refused(&path, "it is the résumé itself; give another -o OUT"));
            }
            Target::Stdout | Target::File(_) => {}
        }
    }
    known_ending(args)
}

/// Refuses an ending that contradicts the format to be made: a PDF called `cv.docx` is a mistake. With an explicit
/// format, any name is allowed.
fn known_ending(args: &BuildArgs) -> Result<(), Error> {
    let Some(output) = args.output.as_deref() else { return Ok(()) };
    let is_folder =
        output.as_os_str().to_string_lossy().ends_with(std::path::is_separator) || output.is_dir();
    let Some(ending) = output.extension().filter(|_| args.format.is_empty() && !is_folder) else {
        return Ok(());
    };
    if Format::of(output).is_some() || fs::metadata(output).is_ok_and(|meta| !meta.is_file()) {
        return Ok(());
    }
    let ending = ending.to_string_lossy();
    let known: Vec<String> = Format::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
    let why = message!(
        "jianli makes {known}, not .{ending}; with --format pdf it may have that name",
        known = Message::names(&known),
        ending
    );
    Err(refused(output, why))
}

/// Returns whether two paths name one file.
pub fn same(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

/// Returns the target of a format: `-o`, with its ending when there are several formats; else next to the
/// source; else, for standard input, standard output. `page` numbers pictures.
///
/// # Errors
/// [`Error::Write`] if several pages are to go to standard output.
pub fn target(args: &BuildArgs, format: Format, page: Option<usize>) -> Result<Target, Error> {
    let path = match &args.output {
        Some(output) if is_stdin(output) => None,
        Some(output) if args.format.len() > 1 => Some(output.with_extension(format.ending())),
        Some(output) => Some(output.clone()),
        None if is_stdin(args.file()) => None,
        None => Some(args.file().with_extension(format.ending())),
    };
    match (path, page) {
        (Some(path), None) => Ok(Target::File(path)),
        (Some(path), Some(page)) => Ok(Target::File(numbered(&path, page))),
        (None, None) => Ok(Target::Stdout),
        (None, Some(_)) => Err(refused(Path::new("<stdout>"), "only one page fits there; give -o OUT")),
    }
}

/// The contents of a file and its target.
pub type Output = (Target, Vec<u8>);

/// Returns each of the files that were made with its target.
///
/// # Errors
/// As [`target`].
pub fn placed(args: &BuildArgs, artefacts: Vec<Artefact>) -> Result<Vec<Output>, Error> {
    let place = |made: Artefact| Ok((target(args, made.format, made.page)?, made.bytes));
    artefacts.into_iter().map(place).collect()
}

/// Returns the targets of the outputs, if each has one page.
///
/// # Errors
/// As [`target`].
pub fn targets(args: &BuildArgs) -> Result<Vec<Target>, Error> {
    args.formats().into_iter().map(|format| target(args, format, None)).collect()
}

/// Returns `NAME-2.png` for `NAME.png`.
fn numbered(path: &Path, page: usize) -> PathBuf {
    let mut name = OsString::from(path.file_stem().unwrap_or_default());
    name.push(format!("-{page}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// When a written file has to be on the disk. A reader sees the old file or the new one either way, even if the
/// program is killed; only a loss of power makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Before the file gets its name.
    Now,
    /// When [`WrittenFile::settle`] asks.
    Later,
}

/// A file already renamed into place but possibly not yet synced.
#[derive(Debug, Default)]
#[must_use]
pub struct WrittenFile {
    path: PathBuf,
    /// The open file; `None` if there is nothing to wait for.
    file: Option<File>,
    /// The file that had the name before; removed when this is dropped.
    old: Option<TempPath>,
}

impl WrittenFile {
    /// Removes the file that had the name before, without waiting for the disk.
    pub fn alone(mut self) -> WrittenFile {
        drop(self.old.take());
        self
    }

    /// Waits until the file is on the disk; then the file that had the name before is removed.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be synced.
    pub fn settle(self) -> Result<(), Error> {
        let synced = self.file.map_or(Ok(()), |file| file.sync_all());
        synced.map_err(|source| Error::Write { path: self.path, source })
    }
}

/// Writes an output, and waits for the disk.
///
/// # Errors
/// [`Error::Write`]; the file there before is then untouched, and nothing else is left behind.
pub fn write(target: &Target, bytes: &[u8]) -> Result<(), Error> {
    write_and(Durability::Now, target, bytes).map(drop)
}

/// Writes an output.
///
/// # Errors
/// As [`write`].
pub fn write_and(durability: Durability, target: &Target, bytes: &[u8]) -> Result<WrittenFile, Error> {
    match target {
        Target::Stdout => report::print(bytes).map(|()| WrittenFile::default()),
        Target::File(path) => {
            whole(path, bytes, durability).map_err(|source| Error::Write { path: path.clone(), source })
        }
    }
}

/// Writes a file so that a reader sees the old one or the new one, never half of either.
fn whole(given: &Path, bytes: &[u8], durability: Durability) -> io::Result<WrittenFile> {
    // The name itself is examined: `/dev/stdout` may be a pipe, which has no path to follow to.
    let meta = fs::metadata(given);
    let path = followed(given)?;
    let before = match meta {
        Ok(meta) if meta.is_dir() => return Err(io::Error::other("it is a folder")),
        // A device or a pipe: there is nothing to replace.
        Ok(meta) if !meta.is_file() => {
            return OpenOptions::new()
                .write(true)
                .open(given)?
                .write_all(bytes)
                .map(|()| WrittenFile::default());
        }
        Ok(meta) if meta.permissions().readonly() => return Err(io::Error::other("it is write-protected")),
        Ok(meta) => Some(meta),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let folder = folder_of(&path);
    if !folder.is_dir() {
        return Err(io::Error::other(message!("there is no folder {folder}", folder = folder.display())));
    }
    let mut file = beside(&folder, before.as_ref())?;
    file.write_all(bytes)?;
    match durability {
        Durability::Now => {
            file.as_file().sync_all()?;
            file.persist(&path).map_err(|error| error.error)?;
            Ok(WrittenFile::default())
        }
        Durability::Later if exchanged(file.path(), &path) => {
            let (file, old) = file.into_parts();
            Ok(WrittenFile { path, file: Some(file), old: Some(old) })
        }
        Durability::Later => {
            let file = file.persist(&path).map_err(|error| error.error)?;
            Ok(WrittenFile { path, file: Some(file), old: None })
        }
    }
}

/// Exchanges the names of two files in one step, and returns whether the system could. Renaming one over the
/// other would free the blocks of the old one, and on ext4 flush those of the new one to the disk
/// (`auto_da_alloc`, ext4(5)), delaying everything that waits for the name.
fn exchanged(new: &Path, old: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).is_ok()
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (new, old);
        false
    }
}

/// Returns an empty temporary file with the permissions that the output is to have: those of the file that it
/// replaces, else a new file's under the user's mask.
fn beside(folder: &Path, before: Option<&Metadata>) -> io::Result<tempfile::NamedTempFile<File>> {
    let create = || {
        let name = temp::name()?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(&name).rand_bytes(0);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        builder.tempfile_in(folder)
    };
    let mut file = create()?;
    while !temp::mark(file.as_file(), file.path())? {
        file = create()?;
    }
    if let Some(before) = before {
        file.as_file().set_permissions(before.permissions())?;
    }
    Ok(file)
}

/// Follows symbolic links to the file to be replaced, so that a link stays a link.
fn followed(path: &Path) -> io::Result<PathBuf> {
    /// The number that Linux follows (path_resolution(7)).
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("its symbolic links never end"))
}

#[cfg(all(test, unix))]
impl WrittenFile {
    /// Returns a file that can never be synced: fsync(2) refuses a pipe.
    pub fn never(path: &str) -> WrittenFile {
        let (_, pipe) = io::pipe().expect("a pipe");
        let file = Some(File::from(std::os::fd::OwnedFd::from(pipe)));
        WrittenFile { path: path.into(), file, old: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(file: &str, output: Option<&str>, format: &[Format]) -> BuildArgs {
        BuildArgs {
            file: Some(file.into()),
            output: output.map(PathBuf::from),
            format: format.to_vec(),
            ..BuildArgs::default()
        }
    }

    #[test]
    fn output_stands_beside_the_source_unless_told_otherwise() {
        let at = |file, output, page| target(&args(file, output, &[]), Format::Png, page).ok();
        let file = |path: &str| Some(Target::File(path.into()));
        assert_eq!(at("cv/张三.md", None, None), file("cv/张三.png"));
        assert_eq!(at("cv/张三.md", None, Some(2)), file("cv/张三-2.png"));
        assert_eq!(at("a.md", Some("out/b.png"), Some(1)), file("out/b-1.png"));
        assert_eq!(at("a.md", Some("b"), Some(1)), file("b-1"));
        assert_eq!(at("-", None, None), Some(Target::Stdout));
        assert_eq!(at("a.md", Some("-"), None), Some(Target::Stdout));
        assert_eq!(at("a.md", Some("-"), Some(1)), None);
    }

    #[test]
    fn what_is_replaced_goes_when_the_new_one_is_settled_and_a_first_one_has_nothing_to_replace() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cv.pdf");
        let names = || fs::read_dir(folder.path()).unwrap().count();
        for text in ["first", "second", "third"] {
            let fresh = write_and(Durability::Later, &Target::File(path.clone()), text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            fresh.settle().unwrap();
            assert_eq!(names(), 1, "{text}");
        }
        drop(write_and(Durability::Later, &Target::File(path.clone()), b"fourth").unwrap());
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names()), ("fourth", 1));
    }

    #[test]
    fn several_formats_have_their_own_endings() {
        let both = args("a.md", Some("out/b.pdf"), &[Format::Pdf, Format::Png]);
        assert_eq!(target(&both, Format::Png, None).ok(), Some(Target::File("out/b.png".into())));
    }
}
